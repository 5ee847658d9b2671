package bundle

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"filippo.io/age"
	"filippo.io/age/armor"
)

// A bundle is signed first and sealed as a whole afterwards, with age (age-encryption.org/v1): the public age tool opens
// what we sealed and seals what we open.

type (
	// Identity opens what was sealed: a key, or a passphrase.
	Identity = age.Identity
	// Recipient is whom a file is sealed for.
	Recipient = age.Recipient
	// Key is a key pair. Its text is the secret line of an identity file, AGE-SECRET-KEY-1….
	Key = age.X25519Identity
	// PublicKey is its public half. Its text is age1….
	PublicKey = age.X25519Recipient
)

// Limits of sealing.
const (
	MaxRecipients = 64 // of one file

	maxSealHead  = 64 << 10 // bytes before what is sealed
	maxKind      = 40       // bytes of what kind of recipient it is, as shown
	maxIdentity  = 1 << 20  // bytes of an identity file
	maxWork      = 20       // the highest power of two in a passphrase's cost: 1 GiB of memory
	sealMagic    = "age-encryption.org/v1\n"
	armorMagic   = "-----BEGIN AGE ENCRYPTED FILE-----"
	stanzaScrypt = "scrypt"
)

// NewKey makes a key pair.
func NewKey() (*Key, error) { return age.GenerateX25519Identity() }

// ParseKey reads the secret line of an identity file.
func ParseKey(secret string) (*Key, error) { return age.ParseX25519Identity(secret) }

// ParseRecipient reads a public key as the age tool writes it: age1…. Only plain X25519 keys are taken: the age of most
// systems knows no other, and one bundle cannot mix them with newer kinds. Fault FaultRecipient.
func ParseRecipient(text string) (*PublicKey, error) {
	r, err := age.ParseX25519Recipient(strings.TrimSpace(text))
	if err != nil {
		if strings.HasPrefix(strings.ToUpper(strings.TrimSpace(text)), "AGE-SECRET-KEY-") {
			text, err = "AGE-SECRET-KEY-…", errors.New("a secret key was given for a public one")
		}
		return nil, &Fault{Code: FaultRecipient, Args: []any{text}, Err: err}
	}
	return r, nil
}

// PassphraseRecipient seals for whoever knows the passphrase. It cannot be joined with other recipients.
func PassphraseRecipient(passphrase string) (Recipient, error) {
	return age.NewScryptRecipient(passphrase)
}

// PassphraseIdentity opens what was sealed under the passphrase.
func PassphraseIdentity(passphrase string) (Identity, error) {
	id, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, err
	}
	id.SetMaxWorkFactor(maxWork)
	return &phrase{id: id, tried: map[string][]byte{}}, nil
}

// phrase is a passphrase that remembers what it opened: trying it takes about a second, on purpose, and a bundle is read
// more than once.
type phrase struct {
	id    *age.ScryptIdentity
	mu    sync.Mutex
	tried map[string][]byte // nil: it does not open that one
}

// Unwrap is what age asks of an Identity.
func (p *phrase) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	if len(stanzas) != 1 || stanzas[0].Type != stanzaScrypt {
		return p.id.Unwrap(stanzas)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	name := strings.Join(stanzas[0].Args, " ") + " " + string(stanzas[0].Body)
	key, again := p.tried[name]
	if again && key == nil {
		return nil, age.ErrIncorrectIdentity
	}
	if again {
		return key, nil
	}
	key, err := p.id.Unwrap(stanzas)
	if err == nil || errors.Is(err, age.ErrIncorrectIdentity) {
		p.tried[name] = key
	}
	return key, err
}

// Seal begins a sealed file that each of the recipients can open. What is written to the result is sealed into w; Close
// ends it and leaves w open.
func Seal(w io.Writer, to ...Recipient) (io.WriteCloser, error) {
	if len(to) > MaxRecipients {
		return nil, tooLarge(MaxRecipients, "%d recipients", len(to))
	}
	return age.Encrypt(w, to...)
}

// Sealed tells whether a file that begins with head is sealed. It wants the first 22 bytes.
func Sealed(head []byte) bool { return bytes.HasPrefix(head, []byte(sealMagic)) }

// armored tells a file that was sealed into text.
func armored(head []byte) bool { return bytes.HasPrefix(head, []byte(armorMagic)) }

// WriteIdentity writes an identity file as age-keygen does, with lines of comment; with a passphrase it is sealed under
// it, which the public age tool opens too.
func WriteIdentity(w io.Writer, k *Key, comment []string, passphrase string) error {
	var text strings.Builder
	for _, line := range append(comment, "public key: "+k.Recipient().String()) {
		fmt.Fprintf(&text, "# %s\n", strings.Map(oneLine, line))
	}
	fmt.Fprintln(&text, k)
	if passphrase == "" {
		_, err := io.WriteString(w, text.String())
		return err
	}
	to, err := PassphraseRecipient(passphrase)
	if err != nil {
		return err
	}
	sealed, err := Seal(w, to)
	if err != nil {
		return err
	}
	if _, err := io.WriteString(sealed, text.String()); err != nil {
		return err
	}
	return sealed.Close()
}

func oneLine(r rune) rune {
	if r < ' ' {
		return ' '
	}
	return r
}

// ReadIdentities reads an identity file, as written by WriteIdentity, age-keygen or age -p (also as text). Faults:
// FaultLocked when it is under a passphrase and none is given, FaultPassphrase when it is another one, FaultIdentity
// for any other file.
func ReadIdentities(r io.Reader, passphrase string) ([]Identity, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxIdentity+1))
	if err != nil {
		return nil, &Fault{Code: FaultRead, Err: err}
	}
	if len(b) > maxIdentity {
		return nil, tooLarge(maxIdentity, "identity file")
	}
	var plain io.Reader = bytes.NewReader(b)
	if armored(bytes.TrimSpace(b)) {
		plain = armor.NewReader(plain)
		if b, err = io.ReadAll(plain); err != nil {
			return nil, &Fault{Code: FaultIdentity, Err: err}
		}
		plain = bytes.NewReader(b)
	}
	if Sealed(b) {
		var ids []Identity
		if passphrase != "" {
			id, err := PassphraseIdentity(passphrase)
			if err != nil {
				return nil, err
			}
			ids = append(ids, id)
		}
		if plain, _, err = Open(plain, ids...); err != nil {
			return nil, err
		}
	}
	list, err := age.ParseIdentities(plain)
	if err != nil {
		return nil, &Fault{Code: FaultIdentity, Err: err}
	}
	return list, nil
}
