package tui

import (
	"strings"

	"zoufang/checklist"
)

// initials are the pinyin initials of a name: 民政局 is "mzj". A character with several readings takes the first, so
// 重庆 is "zq".
func initials(s string) string {
	var b strings.Builder
	for _, r := range s {
		if letters := checklist.Initials(r); letters != "" {
			b.WriteByte(letters[0])
		}
	}
	return b.String()
}
