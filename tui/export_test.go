package tui

import (
	"os"
	"path/filepath"
	"testing"

	"zoufang/words"
)

func TestExportScreens(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		x := newTwo(t, lang, w, h, zhao)
		x.contest()
		x.Press("ctrl+e")
		x.Golden("export")
		x.Press("enter")
		s := x.app.top().(*export)
		if s.done == nil {
			t.Fatalf("nothing was exported:\n%s", x.Screen())
		}
		if st, err := os.Stat(s.done.Path); err != nil || st.Size() != s.done.Bytes {
			t.Errorf("the file is not as told: %v", err)
		}
		s.done.Bytes, s.done.Fingerprint = 12_345, []byte("a laptop")
		x.Golden("export.done")
	})
}

// What is typed in a form becomes a change before the bundle is written; a file that is there is not replaced.
func TestExport(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.contest()
	x.Press("ctrl+e", "enter")
	x.Has("已导出，并已读回核对无误")
	x.Press("ctrl+e")
	x.Has("保存到")
	path := filepath.Join(x.stick, "有了.zfb")
	x.must(os.WriteFile(path, []byte("别盖掉"), 0o644))
	s := x.app.top().(*export)
	s.path.SetValue(path)
	x.Press("enter")
	x.Lacks("已读回")
	if b, err := os.ReadFile(path); err != nil || string(b) != "别盖掉" {
		t.Errorf("the file was touched: %q, %v", b, err)
	}
	s.path.SetValue("")
	x.Press("enter")
	x.Has("请先写保存到哪里")
}
