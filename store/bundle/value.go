package bundle

import (
	"bytes"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Value is what a change writes: one tag byte and a payload, in the only encoding allowed, so that equal values are
// equal bytes. A nil Value is not a value; use Null.
type Value []byte

// Tag says what a value is. Tags unknown to this program are carried untouched.
type Tag byte

// The tags.
const (
	TagNull    Tag = 0
	TagInt     Tag = 1 // zigzag varint
	TagDecimal Tag = 2 // zigzag mantissa, zigzag exponent; no trailing zero in the mantissa
	TagText    Tag = 3 // the bytes of the text
	TagFile    Tag = 4 // sha256, size, media type, name
	TagMap     Tag = 5 // count, then key and value, each with its length, keys ascending
	TagList    Tag = 6 // count, then values, each with its length
	TagSecret  Tag = 7 // sha256 of a salted text
	TagSealed  Tag = 8 // reserved for sealed content: algorithm, key, nonce, ciphertext; carried untouched
)

// File describes an attached file: its content's hash and size in bytes, its media type and the name it came with.
// The name is for people and must never become a path.
type File struct {
	SHA  Hash
	Size uint64
	MIME string
	Name string
}

// Clean makes text fit to be written: valid UTF-8 in composed form (NFC).
func Clean(s string) string { return norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")) }

// Null is the value of a register that was cleared.
func Null() Value { return Value{byte(TagNull)} }

// Int is a whole number.
func Int(n int64) Value { return binary.AppendVarint(Value{byte(TagInt)}, n) }

// Decimal is mantissa times ten to the exponent, exactly. 150e-2 and 15e-1 are one value.
func Decimal(mantissa int64, exponent int) Value {
	for mantissa != 0 && mantissa%10 == 0 && exponent < math.MaxInt8 {
		mantissa, exponent = mantissa/10, exponent+1
	}
	if mantissa == 0 {
		exponent = 0
	}
	v := binary.AppendVarint(Value{byte(TagDecimal)}, mantissa)
	return binary.AppendVarint(v, int64(exponent))
}

// Text is a text, cleaned.
func Text(s string) Value { return append(Value{byte(TagText)}, Clean(s)...) }

// FileOf is a file.
func FileOf(f File) Value {
	v := append(Value{byte(TagFile)}, f.SHA[:]...)
	v = binary.AppendUvarint(v, f.Size)
	v = appendBytes(v, []byte(Clean(f.MIME)))
	return appendBytes(v, []byte(Clean(f.Name)))
}

// Map is a map; its keys are cleaned texts.
func Map(m map[string]Value) Value {
	v := binary.AppendUvarint(Value{byte(TagMap)}, uint64(len(m)))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		v = appendBytes(appendBytes(v, []byte(k)), m[k])
	}
	return v
}

// List is a list.
func List(items ...Value) Value {
	v := binary.AppendUvarint(Value{byte(TagList)}, uint64(len(items)))
	for _, it := range items {
		v = appendBytes(v, it)
	}
	return v
}

// Secret stands for a sensitive text that is kept apart, by the hash of its salted form (see Salted).
func Secret(sha Hash) Value { return append(Value{byte(TagSecret)}, sha[:]...) }

// Tag is the value's tag; TagNull for a nil Value.
func (v Value) Tag() Tag {
	if len(v) == 0 {
		return TagNull
	}
	return Tag(v[0])
}

// IsNull reports whether the register was cleared.
func (v Value) IsNull() bool { return v.Tag() == TagNull }

// Equal reports whether both are the same value.
func (v Value) Equal(o Value) bool { return bytes.Equal(v, o) }

// Int is the whole number.
func (v Value) Int() (n int64, ok bool) {
	p := payload(v, TagInt)
	n = p.varint()
	return n, p.done()
}

// Decimal is the exact number: mantissa times ten to the exponent.
func (v Value) Decimal() (mantissa int64, exponent int, ok bool) {
	p := payload(v, TagDecimal)
	m, e := p.varint(), p.varint()
	return m, int(e), p.done() && canonicalDecimal(m, e)
}

// Text is the text.
func (v Value) Text() (string, bool) {
	if v.Tag() != TagText {
		return "", false
	}
	return string(v[1:]), true
}

// File is the file.
func (v Value) File() (f File, ok bool) {
	p := payload(v, TagFile)
	copy(f.SHA[:], p.take(32))
	f.Size = p.uvarint()
	f.MIME, f.Name = string(p.bytes()), string(p.bytes())
	return f, p.done()
}

// Secret is the hash of the salted text.
func (v Value) Secret() (sha Hash, ok bool) {
	p := payload(v, TagSecret)
	copy(sha[:], p.take(32))
	return sha, p.done()
}

// Map is the map; its values share memory with v.
func (v Value) Map() (map[string]Value, bool) {
	p := payload(v, TagMap)
	n := p.uvarint()
	m := map[string]Value{}
	for range n {
		if p.bad {
			return nil, false
		}
		k := string(p.bytes())
		m[k] = Value(p.bytes())
	}
	return m, p.done() && uint64(len(m)) == n
}

// List is the list; its values share memory with v.
func (v Value) List() ([]Value, bool) {
	p := payload(v, TagList)
	n := p.uvarint()
	var l []Value
	for range n {
		if p.bad {
			return nil, false
		}
		l = append(l, Value(p.bytes()))
	}
	return l, p.done()
}

func appendBytes(b, s []byte) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func canonicalDecimal(m, e int64) bool {
	if m == 0 {
		return e == 0
	}
	return e >= math.MinInt8 && e <= math.MaxInt8 && (m%10 != 0 || e == math.MaxInt8)
}
