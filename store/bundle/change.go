package bundle

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"time"
)

// Limits of one change.
const (
	MaxChange  = 64 << 10 // bytes of an encoded change
	MaxRefs    = 64       // changes that one change may reference
	MaxLamport = 1 << 40  // a writer that meets this number stays at it, or one wild clock would silence everybody
	maxNumber  = 1 << 53  // wall time, kind, register and place in the log: what every JSON reader can hold
)

const (
	changeVersion = 1
	changeTag     = "zoufang change 1"
	refOwn        = 0
	refOther      = 1
)

// ChangeKind says what a change does. Kinds unknown to this program are kept and relayed.
type ChangeKind uint64

// The kinds of change. 2 and 3 stay unused: nothing is ever deleted, withdrawal is a status register.
const (
	Set       ChangeKind = 1 // a value is written to a register
	Decide    ChangeKind = 4 // a person decides a contest: Set, with a reason and references to all sides
	Sign      ChangeKind = 5 // a visit is signed
	NewDevice ChangeKind = 6 // the first change of a device that continues another
	Redact    ChangeKind = 7 // a sensitive text is erased; the value names it
)

// Change is one value written to one register of one record.
type Change struct {
	Lamport uint64     // grows along cause and effect; for the order of display only
	Wall    uint64     // the laptop's clock, milliseconds since 1970; for display only
	Actor   [8]byte    // the item of the person's id
	Kind    ChangeKind // what it does
	Record  [16]byte   // the id of the record
	Field   uint64     // the register's stable number
	Value   Value      // what is written
	Reason  string     // why, where somebody was asked; cleaned text
	Refs    []Ref      // the changes of this register that the author was shown and that this one replaces
}

// lastMoment is what a clock that runs beyond it is taken to say: no calendar, table or JSON goes further than the year
// 9999, in whatever zone.
const lastMoment = 253402214400000

// Moment is a wall time as a moment.
func Moment(wall uint64) time.Time { return time.UnixMilli(int64(min(wall, lastMoment))) }

// Encode writes the change of the device own in the only form there is. References are sorted; duplicates are one.
// The fault is bundle.toolarge or bundle.change.
func (c Change) Encode(own DeviceID) ([]byte, error) {
	if err := c.check(); err != nil {
		return nil, err
	}
	b := make([]byte, 0, 64+len(c.Value)+len(c.Reason)+33*len(c.Refs))
	b = append(b, changeVersion)
	b = binary.AppendUvarint(b, c.Lamport)
	b = binary.AppendUvarint(b, c.Wall)
	b = append(b, c.Actor[:]...)
	b = binary.AppendUvarint(b, uint64(c.Kind))
	b = append(b, c.Record[:]...)
	b = binary.AppendUvarint(b, c.Field)
	b = appendBytes(b, c.Value)
	b = appendBytes(b, []byte(c.Reason))
	b = appendRefs(b, own, c.Refs)
	if len(b) > MaxChange {
		return nil, tooLarge(MaxChange, "change of %d bytes", len(b))
	}
	return b, nil
}

func (c *Change) check() error {
	if c.Lamport > MaxLamport || c.Wall > maxNumber || uint64(c.Kind) > maxNumber || c.Field > maxNumber {
		return badChange("number out of range")
	}
	if len(c.Refs) > MaxRefs {
		return tooLarge(MaxRefs, "%d references", len(c.Refs))
	}
	for _, r := range c.Refs {
		if r.Seq == 0 || r.Seq > maxNumber {
			return badChange("reference to place %d", r.Seq)
		}
	}
	if len(c.Value) > MaxChange {
		return tooLarge(MaxChange, "value of %d bytes", len(c.Value))
	}
	if err := checkValue(c.Value, maxDepth, false); err != nil {
		return badChange("%w", err)
	}
	return nil
}

func appendRefs(b []byte, own DeviceID, refs []Ref) []byte {
	refs = slices.Clone(refs)
	slices.SortFunc(refs, func(a, b Ref) int { return compareFrom(own, a, b) })
	refs = slices.Compact(refs)
	b = binary.AppendUvarint(b, uint64(len(refs)))
	for _, r := range refs {
		if r.Dev == own {
			b = append(b, refOwn)
		} else {
			b = append(append(b, refOther), r.Dev[:]...)
		}
		b = binary.AppendUvarint(b, r.Seq)
		b = append(b, r.H8[:]...)
	}
	return b
}

// compareFrom orders references as they are written: those to the own device first.
func compareFrom(own DeviceID, a, b Ref) int {
	if (a.Dev == own) != (b.Dev == own) {
		if a.Dev == own {
			return -1
		}
		return 1
	}
	return a.compare(b)
}

// Decode reads a change of the device dev and refuses everything Encode would not have written. The value shares
// memory with body. The fault is bundle.toolarge or bundle.change.
func Decode(dev DeviceID, body []byte) (Change, error) {
	var c Change
	err := c.decode(dev, body)
	return c, err
}

// decode is Decode into a change whose space for references is used again.
func (c *Change) decode(dev DeviceID, body []byte) error {
	if len(body) > MaxChange {
		return tooLarge(MaxChange, "change of %d bytes", len(body))
	}
	p := cursor{b: body}
	switch v := p.byte(); {
	case v > changeVersion:
		return faultf(FaultNewer, []any{int(v)}, "change of version %d", v)
	case v != changeVersion:
		return badChange("unknown version of change")
	}
	c.Lamport, c.Wall = p.uvarint(), p.uvarint()
	copy(c.Actor[:], p.take(8))
	c.Kind = ChangeKind(p.uvarint())
	copy(c.Record[:], p.take(16))
	c.Field = p.uvarint()
	c.Value = p.bytes()
	c.Reason = string(p.bytes())
	n := p.uvarint()
	if n > MaxRefs {
		return tooLarge(MaxRefs, "%d references", n)
	}
	c.Refs = c.Refs[:0]
	for range n {
		c.Refs = append(c.Refs, readRef(&p, dev))
		if i := len(c.Refs) - 1; i > 0 && compareFrom(dev, c.Refs[i-1], c.Refs[i]) >= 0 {
			return badChange("references are not in order")
		}
	}
	if !p.done() {
		return badChange("change is cut short, too long or not minimal")
	}
	return c.check()
}

func readRef(p *cursor, own DeviceID) (r Ref) {
	switch p.byte() {
	case refOwn:
		r.Dev = own
	case refOther:
		copy(r.Dev[:], p.take(16))
		if r.Dev == own {
			p.fail() // would be written as an own reference
		}
	default:
		p.fail()
	}
	r.Seq = p.uvarint()
	copy(r.H8[:], p.take(8))
	return r
}

// HashChange is the hash of the change that stands at seq in dev's log behind the change with hash prev (zero for
// the first). It fixes the whole log up to this change.
func HashChange(dev DeviceID, seq uint64, prev Hash, body []byte) Hash {
	var space [512]byte
	b := append(space[:0], changeTag...)
	b = append(b, dev[:]...)
	b = binary.BigEndian.AppendUint64(b, seq)
	b = append(b, prev[:]...)
	b = append(b, body...)
	return sha256.Sum256(b)
}
