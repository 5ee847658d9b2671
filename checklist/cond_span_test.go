package checklist

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"
)

func drawHundredths(t *rapid.T, label string) int64 {
	return rapid.OneOf(rapid.Int64Range(-300, 300), rapid.Int64Range(-1e17, 1e17), rapid.SampledFrom([]int64{0, 1, 99, 100, 1e9, 1e9 + 1, -1e17, 1e17})).Draw(t, label)
}

// However long the arithmetic goes on, it is that of fractions.
func TestExtIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := drawHundredths(t, "first")
		got, want := ext{n: n}, big.NewRat(n, 100)
		for range rapid.IntRange(0, 12).Draw(t, "steps") {
			n := drawHundredths(t, "next")
			b, x := ext{n: n}, big.NewRat(n, 100)
			switch rapid.IntRange(0, 3).Draw(t, "op") {
			case 0:
				got, want = got.plus(b), new(big.Rat).Add(want, x)
			case 1:
				got, want = got.times(b), new(big.Rat).Mul(want, x)
			case 2:
				got, want = got.plus(got), new(big.Rat).Add(want, want)
			default:
				got, want = got.neg(), new(big.Rat).Neg(want)
			}
		}
		if exact := new(big.Rat).Mul(want, big.NewRat(100, 1)); got.exact().Cmp(exact) != 0 || got.sign() != want.Sign() || got.cmp(extOf(exact)) != 0 {
			t.Fatalf("%v, want %v", got, exact)
		}
		other := drawHundredths(t, "other")
		if got.cmp(ext{n: other}) != want.Cmp(big.NewRat(other, 100)) || got.cmp(above) >= 0 || got.cmp(below) <= 0 {
			t.Fatalf("%v compares wrongly", got)
		}
	})
}

// What fits no 64 bits stays exact: a product that would come out as nothing, and a sum that would turn negative.
func TestExtOutgrowsItsWord(t *testing.T) {
	a, b := ext{n: 100 << 33}, ext{n: 100 << 31}
	if got := a.times(b); got.cmp(extOf(new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(100), 64)))) != 0 {
		t.Errorf("product %v", got)
	}
	sum := ext{n: maxExt}
	for range 10 {
		sum = sum.plus(sum)
	}
	if want := extOf(new(big.Rat).SetInt(new(big.Int).Lsh(big.NewInt(maxExt), 10))); sum.cmp(want) != 0 {
		t.Errorf("sum %v, want %v", sum, want)
	}
}

// drawSpan makes a span and a number in it.
func drawSpan(t *rapid.T, label string) (span, ext) {
	at, down, up := rapid.Int64Range(-500, 500).Draw(t, label), rapid.Int64Range(0, 500).Draw(t, "down"), rapid.Int64Range(0, 500).Draw(t, "up")
	s := upTo(at-down, at+up)
	if rapid.IntRange(0, 4).Draw(t, "open below") == 0 {
		s.lo = below
	}
	if rapid.IntRange(0, 4).Draw(t, "open above") == 0 {
		s.hi = above
	}
	return s, ext{n: at}
}

// What is worked out of two numbers lies in the span worked out of their spans; and no end of that is further away than
// it must be.
func TestSpansHoldWhatComesOfThem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, x := drawSpan(t, "a")
		b, y := drawSpan(t, "b")
		for name, c := range map[string]struct {
			got span
			in  ext
		}{"sum": {a.plus(b), x.plus(y)}, "difference": {a.minus(b), x.plus(y.neg())}, "product": {a.times(b), x.times(y)}, "negative": {a.neg(), x.neg()}} {
			if c.got.lo.cmp(c.in) > 0 || c.got.hi.cmp(c.in) < 0 {
				t.Fatalf("%s of %v in %v and %v in %v is not in %v", name, x, a, y, b, c.got)
			}
		}
		if a.lo.inf != 0 || a.hi.inf != 0 || b.lo.inf != 0 || b.hi.inf != 0 {
			return
		}
		ends := []ext{a.lo.times(b.lo), a.lo.times(b.hi), a.hi.times(b.lo), a.hi.times(b.hi)}
		lo, hi := false, false
		for _, e := range ends {
			lo, hi = lo || e.cmp(a.times(b).lo) == 0, hi || e.cmp(a.times(b).hi) == 0
		}
		if !lo || !hi {
			t.Fatalf("%v times %v is only %v", a, b, a.times(b))
		}
	})
}
