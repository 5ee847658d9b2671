package checklist

import (
	"bytes"
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

// The table that is built in is the one made from the library; with -update it is written anew, for the next build.
func TestInitialsAreTheLibrarys(t *testing.T) {
	const file = "initials.bin"
	made := makeInitials()
	if *update {
		if err := os.WriteFile(file, made, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if kept, err := os.ReadFile(file); err != nil || !bytes.Equal(kept, made) {
		t.Fatalf("%s is not what the library gives (%v): run the test with -update", file, err)
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

// makeInitials makes the table.
func makeInitials() []byte {
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
	return []byte(strings.Join(sets, "\n") + "\x00" + string(of))
}

func TestInitialsAsTyped(t *testing.T) {
	for r, want := range map[rune]string{'民': "m", '重': "zct", 'D': "d", '7': "7", '。': "", ' ': ""} {
		if got := Initials(r); got != want {
			t.Errorf("%c: %q, want %q", r, got, want)
		}
	}
}
