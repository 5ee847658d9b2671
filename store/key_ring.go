package store

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"

	"zoufang/store/bundle"
)

// Where the office's secret keys lie, beside the identities of devices: standard identity files of age, named by their
// public key so that it shows without a passphrase.
const (
	keysFolder = "keys"
	lockedExt  = ".age" // under a passphrase
	openExt    = ".txt"
)

// Ring is what sealed files are opened with on this machine: the keys of its devices, the office's keys that lie here,
// and what a person gave in this run. Nothing given is ever written down. Its methods may be called from several
// goroutines.
type Ring struct {
	home string

	mu       sync.Mutex
	given    []bundle.Identity
	unlocked map[string]bool // files whose keys are among given
	phrases  map[string]bool
}

// NewRing is the ring of the machine; home as in Options.
func NewRing(home string) *Ring {
	return &Ring{home: homeDir(home), unlocked: map[string]bool{}, phrases: map[string]bool{}}
}

// Ring is what this book opens sealed bundles with.
func (b *Book) Ring() *Ring { return b.ring }

// AddFile takes the keys of an identity file of age for this run. Faults: key.file (path), bundle.locked where a
// passphrase is needed, bundle.passphrase, bundle.identity.
func (r *Ring) AddFile(path, passphrase string) error {
	ids, err := readKeyFile(path, passphrase)
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.given = append(r.given, ids...)
	return nil
}

func readKeyFile(path, passphrase string) ([]bundle.Identity, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &Fault{Code: "key.file", Args: []any{path}, Err: err}
	}
	defer f.Close()
	return bundle.ReadIdentities(f, normal(passphrase))
}

// normal is a passphrase in the form in which every program writes it: what an input method composes may differ from
// machine to machine.
func normal(passphrase string) string { return norm.NFC.String(passphrase) }

// Locked lists the public keys of the office that lie here under a passphrase nobody has given yet.
func (r *Ring) Locked() (recipients []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, path := range r.lockedFiles() {
		recipients = append(recipients, strings.TrimSuffix(filepath.Base(path), lockedExt))
	}
	return recipients
}

// lockedFiles needs the lock.
func (r *Ring) lockedFiles() (paths []string) {
	for _, path := range r.files(lockedExt) {
		if !r.unlocked[path] {
			paths = append(paths, path)
		}
	}
	return paths
}

// files are the office's keys that lie here with an ending.
func (r *Ring) files(ext string) []string {
	paths, _ := filepath.Glob(filepath.Join(globEscape(r.home), keysFolder, "*"+ext)) // the pattern is well formed
	return paths
}

// Unlock tries a passphrase on the office's keys that lie here, and keeps it for bundles that are sealed under a
// passphrase. It takes about a second for each key, on purpose. opened is how many keys it opened.
func (r *Ring) Unlock(passphrase string) (opened int, err error) {
	passphrase = normal(passphrase)
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, path := range r.lockedFiles() {
		ids, err := readKeyFile(path, passphrase)
		if IsFault(err, bundle.FaultPassphrase) {
			continue
		}
		if err != nil {
			return opened, err
		}
		r.given, r.unlocked[path] = append(r.given, ids...), true
		opened++
	}
	if r.phrases[passphrase] {
		return opened, nil
	}
	id, err := bundle.PassphraseIdentity(passphrase)
	if err != nil {
		return opened, &Fault{Code: bundle.FaultPassphrase, Err: err}
	}
	r.given, r.phrases[passphrase] = append(r.given, id), true
	return opened, nil
}

// Own lists the public keys whose secret half lies on this machine: first those of its devices, then those of the
// office.
func (r *Ring) Own() (devices, office []string) {
	for _, k := range r.deviceKeys() {
		devices = append(devices, k.Recipient().String())
	}
	all, _ := filepath.Glob(filepath.Join(globEscape(r.home), keysFolder, "age1*")) // the pattern is well formed
	for _, path := range all {
		switch ext := filepath.Ext(path); ext {
		case lockedExt, openExt:
			office = append(office, strings.TrimSuffix(filepath.Base(path), ext))
		}
	}
	return devices, office
}

// Guarded tells whether a secret key of the office that lies here is under a passphrase.
func (r *Ring) Guarded(recipient string) bool {
	_, err := os.Stat(filepath.Join(r.home, keysFolder, recipient+lockedExt))
	return err == nil
}

// identities is everything the ring holds now.
func (r *Ring) identities() []bundle.Identity {
	var ids []bundle.Identity
	for _, k := range r.deviceKeys() {
		ids = append(ids, k)
	}
	for _, path := range r.files(openExt) {
		if list, err := readKeyFile(path, ""); err == nil { // a file that is no key opens nothing
			ids = append(ids, list...)
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return append(ids, r.given...)
}

// deviceKeys are the keys of the devices of this machine, for whichever book: what one of them exported, all open.
func (r *Ring) deviceKeys() (keys []*bundle.Key) {
	files, _ := filepath.Glob(filepath.Join(globEscape(r.home), "devices", "*.json")) // the pattern is well formed
	for _, path := range files {
		if k := deviceKey(path); k != nil {
			keys = append(keys, k)
		}
	}
	return keys
}

// deviceKey is the sealing key in an identity file; nil where there is none.
func deviceKey(path string) *bundle.Key {
	var k keyFile
	b, err := os.ReadFile(path)
	if err != nil || json.Unmarshal(b, &k) != nil {
		return nil
	}
	key, err := bundle.ParseKey(k.Opens)
	if err != nil {
		return nil
	}
	return key
}

// Open gives the bytes of a bundle, sealed or not, like bundle.Open. Fault key.locked where the office's keys on this
// machine are still under their passphrase and no other key fits, and those of bundle.Open.
func (r *Ring) Open(src io.Reader) (io.Reader, *bundle.Envelope, error) {
	in, env, err := bundle.Open(src, r.identities()...)
	if IsFault(err, bundle.FaultNotForKey) && len(r.Locked()) > 0 {
		err = &Fault{Code: "key.locked", Err: err}
	}
	return in, env, err
}

// Asks tells why a passphrase would open a sealed file that did not open: key.locked for that of the office's key,
// bundle.locked or bundle.passphrase for one that the file itself is under; "" when none would help.
func Asks(err error) string {
	for _, code := range []string{"key.locked", bundle.FaultLocked, bundle.FaultPassphrase} {
		if IsFault(err, code) {
			return code
		}
	}
	return ""
}

// closedToUs tells a sealed file that no key here opens from one that is damaged.
func closedToUs(err error) bool { return Asks(err) != "" || IsFault(err, bundle.FaultNotForKey) }

// WriteKey makes a key pair of the office and writes its secret half: to path, or with "" into the keys of this machine.
// Nothing is ever replaced. Faults: key.exists (path), key.write (path), passphrase.short.
func (r *Ring) WriteKey(path, label, passphrase string) (recipient, written string, err error) {
	if passphrase = normal(passphrase); passphrase != "" {
		if err := CheckPassphrase(passphrase); err != nil {
			return "", "", err
		}
	}
	k, err := bundle.NewKey()
	if err != nil {
		return "", "", err
	}
	recipient = k.Recipient().String()
	if path == "" {
		dir := filepath.Join(r.home, keysFolder)
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return "", "", &Fault{Code: "key.write", Args: []any{dir}, Err: err}
		}
		path = filepath.Join(dir, recipient+openExt)
		if passphrase != "" {
			path = filepath.Join(dir, recipient+lockedExt)
		}
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return "", "", newFault("key.exists", path)
	}
	if err == nil {
		err = errors.Join(bundle.WriteIdentity(f, k, []string{label}, passphrase), f.Sync(), f.Close())
	}
	if err == nil {
		err = syncDir(filepath.Dir(path))
	}
	if err != nil {
		return "", "", &Fault{Code: "key.write", Args: []any{path}, Err: err}
	}
	return recipient, path, nil
}

// minPassphrase is how many characters a passphrase has at least.
const minPassphrase = 8

// CheckPassphrase refuses a passphrase that is too short. Fault passphrase.short (the least number of characters).
func CheckPassphrase(passphrase string) error {
	if len([]rune(passphrase)) < minPassphrase {
		return newFault("passphrase.short", minPassphrase)
	}
	return nil
}
