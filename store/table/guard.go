package table

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// guard puts an apostrophe before a text that a spreadsheet would run as a formula or turn into a number, a date or a
// truth value when it opens a CSV. unguard takes it off again, whatever the text: unguard(guard(s)) is s.
func guard(s string) string {
	if converts(strings.TrimLeft(s, "'")) {
		return "'" + s
	}
	return s
}

func unguard(s string) string {
	if strings.HasPrefix(s, "'") && converts(strings.TrimLeft(s, "'")) {
		return s[1:]
	}
	return s
}

// dateSigns are the characters beside digits that Chinese spreadsheets read in dates, times and amounts of money.
const dateSigns = "年月日号时點点分秒元上下午早晚星期周〇零一二三四五六七八九十百千万亿"

// named is a truth value, or begins with the name of a month and has a number.
var named = regexp.MustCompile(`^(?i)(true|false|wahr|falsch|vrai|faux|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[ \-/,.]*[0-9].*)$`)

// converts tells whether a spreadsheet might not leave a text alone. Saying so too often costs an apostrophe in a
// file, saying so too rarely a changed text.
func converts(s string) bool {
	s = strings.TrimSpace(width.Fold.String(s))
	if s == "" {
		return false
	}
	if strings.ContainsRune("=+-@", rune(s[0])) {
		return true
	}
	digit, latin, sign, other := false, false, false, false
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digit = true
		case strings.ContainsRune(dateSigns, r):
			sign = true
		case r < 0x80 && unicode.IsLetter(r):
			latin = true
		case unicode.IsLetter(r):
			other = true
		}
	}
	first := rune(s[0])
	switch {
	case other:
		return false
	case latin && (first|0x20 >= 'a' && first|0x20 <= 'z'):
		return named.MatchString(s)
	}
	return digit || sign
}
