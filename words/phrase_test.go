package words

import (
	"strings"
	"testing"
)

func TestPhrase(t *testing.T) {
	zh, en := Phrase(ZH, []byte("a device")), Phrase(EN, []byte("a device"))
	if want := "钟表17 琵琶54 月亮29 毛笔89"; zh != want {
		t.Errorf("the phrase is %q, want %q: laptops of different versions could no longer compare", zh, want)
	}
	if len(strings.Fields(zh)) != 4 || len(strings.Split(en, ", ")) != 4 {
		t.Errorf("not four parts: %q, %q", zh, en)
	}
	if Phrase(ZH, []byte("another device")) == zh {
		t.Error("two devices have the same phrase")
	}
	seen := map[string]bool{}
	for _, w := range phraseWords {
		if seen[w.ZH] || seen[w.EN] {
			t.Errorf("%v stands twice", w)
		}
		seen[w.ZH], seen[w.EN] = true, true
	}
}
