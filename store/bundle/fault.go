package bundle

import (
	"errors"
	"fmt"
	"io"
)

// Fault is an error meant for people: a stable code and what fills its sentence. Err says more, for logs.
type Fault struct {
	Code string
	Args []any
	Err  error
}

// The codes of this room's faults, with their arguments.
const (
	FaultNotABundle = "bundle.notabundle" // none: the file does not begin like a bundle
	FaultSealed     = "bundle.sealed"     // none: the file is sealed (age) and must be opened first
	FaultArmored    = "bundle.armored"    // none: it is sealed into text, which we do not read
	FaultNotForKey  = "bundle.notforkey"  // how many keys it is sealed for: none of them is here
	FaultLocked     = "bundle.locked"     // none: a passphrase is needed
	FaultPassphrase = "bundle.passphrase" // none: it is another passphrase
	FaultRecipient  = "bundle.recipient"  // the text that is no public key
	FaultIdentity   = "bundle.identity"   // none: the file holds no keys that open bundles
	FaultNewer      = "bundle.newer"      // the format version needed: a newer program wrote it
	FaultTruncated  = "bundle.truncated"  // the offset in bytes where the file ended
	FaultDamaged    = "bundle.damaged"    // the offset in bytes of the frame that is wrong
	FaultSignature  = "bundle.signature"  // the device id whose signature does not hold
	FaultTooLarge   = "bundle.toolarge"   // the limit that was passed (bytes or pieces)
	FaultRead       = "bundle.read"       // none: reading failed below us (the stick was pulled out); Err is the cause
	FaultChange     = "bundle.change"     // none: a change that cannot be encoded or is not written canonically
)

func (f *Fault) Error() string {
	if f.Err == nil {
		return fmt.Sprint(append([]any{f.Code}, f.Args...)...)
	}
	return f.Code + ": " + f.Err.Error()
}

// Unwrap is the cause.
func (f *Fault) Unwrap() error { return f.Err }

// FaultCode is the stable code of the sentence to show.
func (f *Fault) FaultCode() string { return f.Code }

// FaultArgs fills the sentence.
func (f *Fault) FaultArgs() []any { return f.Args }

func faultf(code string, args []any, format string, more ...any) error {
	return &Fault{Code: code, Args: args, Err: fmt.Errorf(format, more...)}
}

func badChange(format string, more ...any) error {
	return faultf(FaultChange, nil, format, more...)
}

func tooLarge(limit int64, format string, more ...any) error {
	return faultf(FaultTooLarge, []any{limit}, format, more...)
}

// cut turns the end of the file in the middle of something into a truncation, and any other failure into a read fault,
// unless it is one of our faults already (of what is sealed).
func cut(err error, at int64) error {
	if f := (*Fault)(nil); errors.As(err, &f) {
		return err
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return faultf(FaultTruncated, []any{at}, "file ends at byte %d", at)
	}
	return &Fault{Code: FaultRead, Err: err}
}
