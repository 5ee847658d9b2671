package store

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"zoufang/store/bundle"
)

// maxName bounds a file name we make, in bytes: file systems allow 255, and a Chinese character takes three.
const maxName = 180

// bundleName is a name people recognise: the unit (where there are several, the district and the team), the person and
// the day.
func (b *Book) bundleName(units []bundle.Unit) string {
	what := b.district()
	if len(units) == 1 && units[0].Name != "" {
		what = units[0].Name
	}
	parts, me := []string{what}, b.Me()
	if me.Team != "" && len(units) != 1 {
		parts = append(parts, me.Team)
	}
	if me.Name != "" {
		parts = append(parts, me.Name)
	}
	parts = append(parts, b.now().Format("20060102"))
	return FileName(strings.Join(parts, "-"))
}

// FileName makes a file name that every system takes: no characters or names that Windows reserves, nothing
// invisible, no dot or space at the end, not too long. It is never empty.
func FileName(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`<>:"/\|?*`, r), r == utf8.RuneError:
			return '_'
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r): // Cf: marks that turn the direction of writing
			return -1
		}
		return r
	}, bundle.Clean(s))
	for len(s) > maxName {
		_, n := utf8.DecodeLastRuneInString(s)
		s = s[:len(s)-n]
	}
	s = strings.TrimSpace(strings.TrimRight(s, ". "))
	if s == "" {
		return "zoufang"
	}
	stem, _, _ := strings.Cut(s, ".")
	if reserved[strings.ToUpper(strings.TrimSpace(stem))] {
		s = "_" + s
	}
	return s
}

// reserved are names that Windows keeps for devices, whatever follows the first dot.
var reserved = map[string]bool{"CON": true, "PRN": true, "AUX": true, "NUL": true, "CONIN$": true, "CONOUT$": true, "CLOCK$": true}

func init() {
	for _, port := range []string{"COM", "LPT"} {
		for _, n := range "0123456789¹²³" {
			reserved[port+string(n)] = true
		}
	}
}
