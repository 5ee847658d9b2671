package checklist

import (
	"errors"
	"strconv"
	"strings"
)

// Points is a number of points in hundredths: 150 is 1.50. All stored and declared points are whole hundredths;
// ratios are taken exactly and rounded once (see Score).
type Points int64

// ErrPoints is returned for text that is not a number of points with at most two decimals.
var ErrPoints = errors.New("checklist: not a number of points")

// ParsePoints reads "8", "0.5", "-1.25". It refuses more than two decimals, exponents and anything above ten
// million points, so that sums cannot overflow.
func ParsePoints(s string) (Points, error) {
	neg := strings.HasPrefix(s, "-")
	whole, frac, dot := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if !digits(whole) || (dot && !digits(frac)) || len(frac) > 2 || len(whole) > 7 {
		return 0, ErrPoints
	}
	n, err := strconv.ParseInt(whole+(frac + "00")[:2], 10, 64)
	if err != nil {
		return 0, ErrPoints
	}
	if neg {
		n = -n
	}
	return Points(n), nil
}

func digits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}

// String writes two decimals always: 150 is "1.50".
func (p Points) String() string {
	sign := ""
	if p < 0 {
		sign, p = "-", -p
	}
	s := strconv.FormatInt(int64(p), 10)
	for len(s) < 3 {
		s = "0" + s
	}
	return sign + s[:len(s)-2] + "." + s[len(s)-2:]
}

// MarshalText writes Points as its decimal text, so JSON carries "1.50" and never a float.
func (p Points) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (p *Points) UnmarshalText(b []byte) (err error) {
	*p, err = ParsePoints(string(b))
	return err
}
