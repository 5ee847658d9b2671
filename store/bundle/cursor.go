package bundle

import (
	"encoding/binary"
	"math/bits"
)

// cursor reads canonical bytes. The first thing that is missing or not minimal makes it bad, and everything read
// after that is zero, so that callers check once, at the end.
type cursor struct {
	b   []byte
	bad bool
}

// payload is a cursor behind the tag of a value, bad from the start if the value has another tag.
func payload(v Value, want Tag) *cursor {
	if len(v) == 0 || Tag(v[0]) != want {
		return &cursor{bad: true}
	}
	return &cursor{b: v[1:]}
}

func (c *cursor) done() bool { return !c.bad && len(c.b) == 0 }

func (c *cursor) fail() { c.b, c.bad = nil, true }

func (c *cursor) byte() byte {
	if b := c.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (c *cursor) take(n uint64) []byte {
	if c.bad || uint64(len(c.b)) < n {
		c.fail()
		return nil
	}
	b := c.b[:n:n]
	c.b = c.b[n:]
	return b
}

func (c *cursor) uvarint() uint64 {
	v, n := binary.Uvarint(c.b)
	if c.bad || n <= 0 || n != uvarintLen(v) {
		c.fail()
		return 0
	}
	c.b = c.b[n:]
	return v
}

func (c *cursor) varint() int64 {
	u := c.uvarint()
	return int64(u>>1) ^ -int64(u&1)
}

func (c *cursor) bytes() []byte { return c.take(c.uvarint()) }

func uvarintLen(v uint64) int { return (bits.Len64(v|1) + 6) / 7 }
