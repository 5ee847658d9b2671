package tui

import (
	"strings"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

// initials are the pinyin initials of a name: 民政局 is "mzj". Letters and digits stay; a character with several
// readings takes the first, so 重庆 is "zq".
func initials(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r < unicode.MaxASCII {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				b.WriteRune(unicode.ToLower(r))
			}
			continue
		}
		if p := pinyin.SinglePinyin(r, pinyin.Args{Style: pinyin.FirstLetter}); len(p) > 0 {
			b.WriteString(p[0])
		}
	}
	return b.String()
}
