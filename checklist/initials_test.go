package checklist

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/mozillazg/go-pinyin"
)

var update = flag.Bool("update", false, "make the table of initials anew")

// libraryInitials asks the pinyin library.
func libraryInitials(r rune) string {
	var b strings.Builder
	for _, p := range pinyin.SinglePinyin(r, pinyin.Args{Style: pinyin.FirstLetter, Heteronym: true}) {
		if len(p) > 0 && p[0] >= 'a' && p[0] <= 'z' && !strings.Contains(b.String(), p[:1]) {
			b.WriteString(p[:1])
		}
	}
	return b.String()
}

func TestInitialsAreTheLibrarys(t *testing.T) {
	if *update {
		writeInitials(t)
		t.Skip("the new table is part of the next build: run the test again")
	}
	known := 0
	for r := rune(0); r < 0x33000; r++ {
		if r < 0x80 {
			continue
		}
		want := libraryInitials(r)
		if got := Initials(r); got != want {
			t.Fatalf("%c (%U): %q, the library says %q", r, r, got, want)
		}
		if want != "" {
			known++
		}
	}
	if known < 40_000 {
		t.Errorf("only %d characters have initials", known)
	}
}

// writeInitials makes initials.bin.
func writeInitials(t *testing.T) {
	sets := []string{""}
	var of []byte
	for _, x := range initialsRanges {
		for r := x[0]; r <= x[1]; r++ {
			s := libraryInitials(r)
			i := slices.Index(sets, s)
			if i < 0 {
				i, sets = len(sets), append(sets, s)
			}
			of = append(of, byte(i>>8), byte(i))
		}
	}
	if err := os.WriteFile("initials.bin", []byte(strings.Join(sets, "\n")+"\x00"+string(of)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestInitialsAsTyped(t *testing.T) {
	for r, want := range map[rune]string{'民': "m", '重': "zct", 'D': "d", '7': "7", '。': "", ' ': ""} {
		if got := Initials(r); got != want {
			t.Errorf("%c: %q, want %q", r, got, want)
		}
	}
}
