package field

import "strings"

// Fold turns full-width forms into the plain characters they stand for (１ ＝ ？ 　), because a Chinese input method
// writes those. It is for commands, numbers and dates; notes are never folded.
func Fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '！' && r <= '～':
			return r - 0xFEE0
		case r == '　':
			return ' '
		case r == '。':
			return '.'
		case r == '、':
			return ','
		}
		return r
	}, s)
}
