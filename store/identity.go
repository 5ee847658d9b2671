package store

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
	"github.com/gofrs/flock"

	"zoufang/store/bundle"
)

// identity is the device's key for one book on one machine, and how far its log has come. It lives outside the book:
// whoever copies or restores the book file does not copy it, and the difference shows at the next start.
type identity struct {
	key   ed25519.PrivateKey
	opens *bundle.Key // opens bundles this device sealed; it signs nothing
	dev   bundle.DeviceID
	path  string // without ending: .json key, .mark high water, .lock in use
	inUse *flock.Flock
	mark  *os.File
}

// keyFile is what <book>-<machine>.json holds.
type keyFile struct {
	Book    string          `json:"book"`
	Machine string          `json:"machine"`
	Device  bundle.DeviceID `json:"device"`
	Seed    string          `json:"seed"`
	Opens   string          `json:"opens,omitempty"` // the secret key that opens the device's own sealed bundles
}

// highWater is the newest change this device is known to have written.
type highWater struct {
	Device bundle.DeviceID `json:"device"`
	Seq    uint64          `json:"seq"`
	Head   bundle.Hash     `json:"head"`
}

// markLen is the fixed length of the mark file, so that it is overwritten in place.
const markLen = 192

// errIdentityInUse is returned when another copy of the same book is open on this machine.
var errIdentityInUse = errors.New("store: the identity is in use by another copy of the book")

// errIdentityBroken is returned for a key file that cannot be read.
var errIdentityBroken = errors.New("store: the identity is not whole")

// homeDir is where identities are kept: given, $ZOUFANG_HOME, or the platform's configuration folder.
func homeDir(given string) string {
	if given != "" {
		return given
	}
	if env := os.Getenv("ZOUFANG_HOME"); env != "" {
		return env
	}
	return filepath.Join(xdg.ConfigHome, "zoufang")
}

func identityPath(home, book, machine string) string {
	return filepath.Join(home, "devices", book+"-"+machine)
}

// loadIdentity reads the identity of a book on this machine. fs.ErrNotExist when there is none; errIdentityInUse when
// another copy of the book holds it.
func loadIdentity(home, book, machine string) (*identity, error) {
	id := &identity{path: identityPath(home, book, machine)}
	b, err := os.ReadFile(id.path + ".json")
	if err != nil {
		return nil, err
	}
	var k keyFile
	if err := json.Unmarshal(b, &k); err != nil {
		return nil, errors.Join(errIdentityBroken, err)
	}
	seed, err := hex.DecodeString(k.Seed)
	if err != nil || len(seed) != ed25519.SeedSize || k.Book != book || k.Machine != machine {
		return nil, errIdentityBroken
	}
	id.setSeed(seed)
	if err := id.hold(); err != nil {
		return nil, err
	}
	if id.opens, err = bundle.ParseKey(k.Opens); err != nil { // of a version that did not seal
		err = id.write(home, k)
	}
	if err != nil {
		return nil, errors.Join(err, id.release())
	}
	return id, nil
}

// write writes the identity down, with a sealing key where it has none yet.
func (id *identity) write(home string, k keyFile) (err error) {
	if id.opens == nil {
		if id.opens, err = bundle.NewKey(); err != nil {
			return err
		}
	}
	k.Opens = id.opens.String()
	b, err := json.Marshal(k)
	if err == nil {
		err = writeFile(id.path+".json", b, 0o600)
	}
	if err != nil {
		return &Fault{Code: "home.write", Args: []any{home}, Err: err}
	}
	return nil
}

// newIdentity makes a key and writes it down before anything is signed with it. The sealing key of the device that was
// here before stays, so that its bundles can still be opened.
func newIdentity(home, book, machine string) (*identity, error) {
	id := &identity{path: identityPath(home, book, machine)}
	seed := make([]byte, ed25519.SeedSize)
	_, _ = rand.Read(seed) // never fails
	id.setSeed(seed)
	if err := os.MkdirAll(filepath.Dir(id.path), 0o700); err != nil {
		return nil, &Fault{Code: "home.write", Args: []any{home}, Err: err}
	}
	if err := id.hold(); err != nil {
		return nil, err
	}
	id.opens = deviceKey(id.path + ".json")
	if err := id.write(home, keyFile{Book: book, Machine: machine, Device: id.dev, Seed: hex.EncodeToString(seed)}); err != nil {
		return nil, errors.Join(err, id.release())
	}
	id.remember(0, bundle.Hash{})
	return id, nil
}

func (id *identity) setSeed(seed []byte) {
	id.key = ed25519.NewKeyFromSeed(seed)
	id.dev = bundle.DeviceOf(id.key.Public().(ed25519.PublicKey))
}

// hold keeps other copies of the book from writing as this device at the same time.
func (id *identity) hold() error {
	id.inUse = flock.New(id.path + ".lock")
	ok, err := id.inUse.TryLock()
	if err != nil {
		return &Fault{Code: "home.write", Args: []any{filepath.Dir(id.path)}, Err: err}
	}
	if !ok {
		return errIdentityInUse
	}
	return nil
}

// remember writes the high water in place. It is not synced and a failure is not an error: after a power loss the book
// may be ahead of the mark, which is fine, and a mark that is lost makes a new device, which is safe.
func (id *identity) remember(seq uint64, head bundle.Hash) {
	b, err := json.Marshal(highWater{Device: id.dev, Seq: seq, Head: head})
	if err != nil {
		return
	}
	if id.mark == nil {
		if id.mark, err = os.OpenFile(id.path+".mark", os.O_RDWR|os.O_CREATE, 0o600); err != nil {
			id.mark = nil
			return
		}
	}
	line := make([]byte, markLen)
	for i := copy(line, b); i < markLen; i++ {
		line[i] = '\n'
	}
	_, _ = id.mark.WriteAt(line, 0)
}

// highWater reads the mark; false when it is missing, torn or another device's.
func (id *identity) highWater() (h highWater, ok bool) {
	f, err := os.Open(id.path + ".mark")
	if err != nil {
		return h, false
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, markLen))
	if err != nil || json.Unmarshal(b, &h) != nil {
		return h, false
	}
	return h, h.Device == id.dev
}

func (id *identity) release() error {
	if id == nil {
		return nil
	}
	var err error
	if id.mark != nil {
		err = id.mark.Close()
	}
	return errors.Join(err, id.inUse.Unlock(), id.inUse.Close())
}

// writeFile writes a file whole: beside, synced, renamed.
func writeFile(path string, b []byte, mode os.FileMode) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // gone after the rename
	_, err = f.Write(b)
	if err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
