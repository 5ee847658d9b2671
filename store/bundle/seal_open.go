package bundle

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"

	"filippo.io/age"
)

// Envelope is what a sealed file shows to everybody.
type Envelope struct {
	Kinds []string // of its recipients, as age names them: X25519, scrypt (a passphrase), ssh-ed25519 …
}

// Passphrase tells whether a passphrase opens the file, and no key does.
func (e *Envelope) Passphrase() bool { return len(e.Kinds) == 1 && e.Kinds[0] == stanzaScrypt }

// Open gives the bytes of a bundle: those of r where it is not sealed, and what is inside where it is. Nothing that was
// altered or cut is ever given out as whole, but the end is reached only when the last read says io.EOF. The envelope is
// nil where nothing was sealed; it comes with these faults too: FaultNotForKey (how many keys it is sealed for),
// FaultLocked where a passphrase is needed and none was given, FaultPassphrase where it is another, FaultArmored.
func Open(r io.Reader, ids ...Identity) (io.Reader, *Envelope, error) {
	br := bufio.NewReaderSize(r, 64<<10)
	head, err := br.Peek(len(armorMagic))
	if !Sealed(head) {
		if err != nil && err != io.EOF {
			return nil, nil, cut(err, 0)
		}
		if armored(head) {
			return nil, nil, &Fault{Code: FaultArmored}
		}
		return br, nil, nil
	}
	src := &sealedSource{r: br}
	env, front, err := readEnvelope(src, br)
	if err != nil {
		return nil, env, err
	}
	if len(ids) == 0 {
		return nil, env, env.closed(ids, nil)
	}
	src.front = bytes.NewReader(front)
	plain, err := age.Decrypt(src, ids...)
	if err != nil {
		if no := (*age.NoIdentityMatchError)(nil); errors.As(err, &no) {
			return nil, env, env.closed(ids, err)
		}
		return nil, env, src.fault(err)
	}
	return &opened{plain, src}, env, nil
}

// PeekSealed reads what a sealed file shows without a key; nil for a file that is not sealed.
func PeekSealed(r io.Reader) (*Envelope, error) {
	br := bufio.NewReaderSize(r, 64<<10)
	head, _ := br.Peek(len(sealMagic)) // a read error comes back with the first line
	if !Sealed(head) {
		return nil, nil
	}
	env, _, err := readEnvelope(&sealedSource{r: br}, br)
	return env, err
}

// closed is why none of the identities opens the file.
func (e *Envelope) closed(ids []Identity, err error) error {
	if !e.Passphrase() {
		return &Fault{Code: FaultNotForKey, Args: []any{len(e.Kinds)}, Err: err}
	}
	for _, id := range ids {
		if _, is := id.(*phrase); is {
			return &Fault{Code: FaultPassphrase, Err: err}
		}
	}
	return &Fault{Code: FaultLocked, Err: err}
}

// readEnvelope reads up to the end of what is not sealed, within our limits, before age sees any of it. It gives back
// the bytes as well.
func readEnvelope(src *sealedSource, br *bufio.Reader) (*Envelope, []byte, error) {
	var front []byte
	env := &Envelope{}
	for {
		line, err := br.ReadSlice('\n')
		front = append(front, line...)
		src.at = int64(len(front))
		if len(front) > maxSealHead {
			return env, nil, tooLarge(maxSealHead, "head of a sealed file")
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if err != nil {
			return env, nil, cut(err, src.at)
		}
		kind, ok := strings.CutPrefix(string(line), "-> ")
		switch {
		case ok:
			parts := strings.Fields(kind)
			if len(parts) == 0 {
				return env, nil, src.fault(errors.New("a recipient without a kind"))
			}
			if strings.HasSuffix(parts[0], "-grease") {
				continue // noise that some programs add so that readers stay tolerant
			}
			if env.Kinds = append(env.Kinds, parts[0][:min(len(parts[0]), maxKind)]); len(env.Kinds) > MaxRecipients {
				return env, nil, tooLarge(MaxRecipients, "more than %d recipients", MaxRecipients)
			}
			if work, _ := strconv.Atoi(parts[len(parts)-1]); parts[0] == stanzaScrypt && work > maxWork {
				return env, nil, tooLarge(maxWork, "a passphrase that costs 2^%d", work)
			}
		case bytes.HasPrefix(line, []byte("---")):
			if len(env.Kinds) == 0 {
				return env, nil, src.fault(errors.New("sealed for nobody"))
			}
			return env, front, nil
		}
	}
}

// sealedSource is the sealed file: it gives the front again, counts what was read, and keeps the error of the reader
// below apart from what age makes of it.
type sealedSource struct {
	r     io.Reader
	front *bytes.Reader
	at    int64
	err   error
}

func (s *sealedSource) Read(p []byte) (int, error) {
	if s.front != nil && s.front.Len() > 0 {
		return s.front.Read(p)
	}
	n, err := s.r.Read(p)
	s.at += int64(n)
	if err != nil && err != io.EOF {
		s.err = err
	}
	return n, err
}

// fault says in our words what age found.
func (s *sealedSource) fault(err error) error {
	switch {
	case s.err != nil:
		return cut(s.err, s.at)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return &Fault{Code: FaultTruncated, Args: []any{s.at}, Err: err}
	}
	return &Fault{Code: FaultDamaged, Args: []any{s.at}, Err: err}
}

// opened is what is inside a sealed file.
type opened struct {
	plain io.Reader
	src   *sealedSource
}

func (o *opened) Read(p []byte) (int, error) {
	n, err := o.plain.Read(p)
	if err != nil && err != io.EOF {
		err = o.src.fault(err)
	}
	return n, err
}
