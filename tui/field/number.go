package field

import (
	"regexp"
	"strconv"
	"strings"
)

// parsed is a one-line input whose text means something: a number, a date, a time.
type parsed struct {
	*Line
	parse func(string) (string, error)
}

// Parse reads what was typed: full-width characters are folded, blanks at the ends ignored, nothing is "".
func (p parsed) Parse() (string, error) {
	s := strings.TrimSpace(Fold(p.Value()))
	if s == "" {
		return "", nil
	}
	return p.parse(s)
}

// Number is an input for a whole number: "12", "１２", "1,200", "12人". A comma that stands elsewhere than between
// thousands is refused: 1,5 may be a slip for 1.5 or for 15.
func (k Kit) Number() Input { return parsed{k.Line(), parseNumber} }

// Points is an input for points with at most two decimals; its text form has two: "1.50".
func (k Kit) Points() Input { return parsed{k.Line(), parsePoints} }

var (
	thousands = regexp.MustCompile(`^[+-]?\d{1,3}(,\d{3})+$`)
	measure   = regexp.MustCompile(` *[人名个位份次项条例件处家起]$`) // people write what they count behind the number
)

func parseNumber(s string) (string, error) {
	digits := measure.ReplaceAllString(dashes.Replace(s), "")
	if strings.Contains(digits, ",") && !thousands.MatchString(digits) {
		return "", &Problem{"field.number", []any{s}}
	}
	n, err := strconv.ParseInt(strings.ReplaceAll(digits, ",", ""), 10, 64)
	if err != nil || n > 999_999_999 || n < -999_999_999 {
		return "", &Problem{"field.number", []any{s}}
	}
	return strconv.FormatInt(n, 10), nil
}

func parsePoints(s string) (string, error) {
	sign, rest := "", s
	if cut, ok := strings.CutPrefix(s, "-"); ok {
		sign, rest = "-", cut
	}
	whole, frac, dot := strings.Cut(rest, ".")
	if dot && whole == "" {
		whole = "0"
	}
	if !allDigits(whole) || len(whole) > 7 || len(frac) > 2 || dot && !allDigits(frac) {
		return "", &Problem{"field.points", []any{s}}
	}
	n, _ := strconv.Atoi(whole)
	return sign + strconv.Itoa(n) + "." + (frac + "00")[:2], nil
}

func allDigits(s string) bool {
	for _, r := range s {
		if r < '0' || r > '9' {
			return false
		}
	}
	return s != ""
}
