package checklist

import "math/big"

// ext is an exact number in hundredths, or beyond all numbers. Like Amount it keeps a fraction only where it must.
type ext struct {
	n   int64    // where rat is nil
	rat *big.Rat // what is no whole number of hundredths, or too great for n
	inf int8     // -1 below every number, 1 above
}

var (
	below = ext{inf: -1}
	above = ext{inf: 1}
)

// maxExt bounds n, so that the sum of two never overflows.
const maxExt = 1e18

func (a ext) exact() *big.Rat {
	if a.rat != nil {
		return a.rat
	}
	return new(big.Rat).SetInt64(a.n)
}

// extOf keeps a fraction only where it must, so that every number has one form.
func extOf(x *big.Rat) ext {
	if x.IsInt() && x.Num().IsInt64() {
		if n := x.Num().Int64(); n >= -maxExt && n <= maxExt {
			return ext{n: n}
		}
	}
	return ext{rat: x}
}

func (a ext) sign() int {
	switch {
	case a.inf != 0:
		return int(a.inf)
	case a.rat != nil:
		return a.rat.Sign()
	case a.n > 0:
		return 1
	case a.n < 0:
		return -1
	}
	return 0
}

func (a ext) cmp(b ext) int {
	switch {
	case a.inf != b.inf:
		if a.inf < b.inf {
			return -1
		}
		return 1
	case a.inf != 0:
		return 0
	case a.rat != nil || b.rat != nil:
		return a.exact().Cmp(b.exact())
	case a.n < b.n:
		return -1
	case a.n > b.n:
		return 1
	}
	return 0
}

func (a ext) neg() ext {
	a.n, a.inf = -a.n, -a.inf
	if a.rat != nil {
		a.rat = new(big.Rat).Neg(a.rat)
	}
	return a
}

// plus is a + b. Only bounds of the same side are added, so that no two infinities meet that differ.
func (a ext) plus(b ext) ext {
	switch {
	case a.inf != 0:
		return a
	case b.inf != 0:
		return b
	case a.rat != nil || b.rat != nil:
		return extOf(new(big.Rat).Add(a.exact(), b.exact()))
	}
	if n := a.n + b.n; n >= -maxExt && n <= maxExt {
		return ext{n: n}
	}
	return ext{rat: new(big.Rat).Add(a.exact(), b.exact())}
}

// times is a x b of two numbers in hundredths, in hundredths. Nothing times infinity is nothing: however great a count
// is, none of it is none.
func (a ext) times(b ext) ext {
	const safe = 1e9
	switch {
	case a.inf != 0 || b.inf != 0:
		return ext{inf: int8(a.sign() * b.sign())}
	case a.rat == nil && b.rat == nil && a.n >= -safe && a.n <= safe && b.n >= -safe && b.n <= safe && a.n*b.n%100 == 0:
		return ext{n: a.n * b.n / 100}
	}
	x := new(big.Rat).Mul(a.exact(), b.exact())
	return extOf(x.Quo(x, big.NewRat(100, 1)))
}

// span is what is known of a number: it lies from lo to hi, both included. Of a known number they are the same.
type span struct {
	lo, hi ext
	none   bool // there is no such number
}

var (
	anything = span{lo: below, hi: above} // of a number of which nothing is known
	nothing  = span{lo: below, hi: above, none: true}
)

// exactly is the span of a known number of hundredths.
func exactly(hundredths int64) span { return upTo(hundredths, hundredths) }

// upTo is the span from one number of hundredths to another.
func upTo(lo, hi int64) span { return span{lo: ext{n: lo}, hi: ext{n: hi}} }

// spanOf is what a count tells; spans are in hundredths.
func spanOf(n Number) span {
	at := ext{n: clamp(n.N) * 100}
	switch {
	case n.Known:
		return span{lo: at, hi: at}
	case n.AtLeast:
		return span{lo: at, hi: above}
	}
	return anything
}

func (a span) known() bool { return a.lo.inf == 0 && a.lo.cmp(a.hi) == 0 }

func (a span) neg() span { return span{lo: a.hi.neg(), hi: a.lo.neg(), none: a.none} }

func (a span) plus(b span) span {
	return span{lo: a.lo.plus(b.lo), hi: a.hi.plus(b.hi), none: a.none || b.none}
}

func (a span) minus(b span) span { return a.plus(b.neg()) }

// times takes the least and the greatest of the products of the ends: wherever in their spans the two numbers lie, their
// product lies between.
func (a span) times(b span) span {
	p := a.lo.times(b.lo)
	out := span{lo: p, hi: p, none: a.none || b.none}
	for _, p := range [...]ext{a.lo.times(b.hi), a.hi.times(b.lo), a.hi.times(b.hi)} {
		if p.cmp(out.lo) < 0 {
			out.lo = p
		}
		if p.cmp(out.hi) > 0 {
			out.hi = p
		}
	}
	return out
}

// less tells whether a < b wherever in their spans they lie.
func (a span) less(b span) Truth { return sure(a.hi.cmp(b.lo) < 0, a.lo.cmp(b.hi) >= 0) }

// atMost tells whether a <= b wherever in their spans they lie.
func (a span) atMost(b span) Truth { return b.less(a).not() }

func (a span) equal(b span) Truth {
	return sure(a.known() && b.known() && a.lo.cmp(b.lo) == 0, a.hi.cmp(b.lo) < 0 || b.hi.cmp(a.lo) < 0)
}

// sure makes a Truth of what is certain either way.
func sure(yes, no bool) Truth {
	switch {
	case yes:
		return Yes
	case no:
		return No
	}
	return Unsure
}

func (t Truth) not() Truth {
	switch t {
	case Yes:
		return No
	case No:
		return Yes
	}
	return Unsure
}
