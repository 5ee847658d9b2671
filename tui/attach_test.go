package tui

import (
	"os"
	"path/filepath"
	"testing"

	"zoufang/words"
)

func TestAttach(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	dir := t.TempDir()
	d.must(os.WriteFile(filepath.Join(dir, "公示栏.png"), []byte("\x89PNG\r\n\x1a\n..."), 0o600))
	d.must(os.WriteFile(filepath.Join(dir, "note.exe"), []byte("MZ"), 0o600))
	d.onStep(v, "f6")
	d.Press("ctrl+u")
	var shown string
	s := d.app.top().(*attach)
	s.show = func(path string) error { shown = path; return nil }
	d.Press("enter")
	d.Type(dir)
	d.Press("enter")
	d.Has("公示栏.png")
	d.Lacks("note.exe")
	d.Press("down", "enter")
	d.Has("公示栏.png", "已存进数据文件")
	d.Press("home", "enter")
	got, err := os.ReadFile(shown)
	d.must(err)
	if string(got) != "\x89PNG\r\n\x1a\n..." || filepath.Base(shown) == "公示栏.png" {
		t.Fatalf("the viewer got %q in %s", got, shown)
	}
	d.Press("ctrl+d")
	d.Type("拍错了")
	d.Press("enter")
	d.Lacks("公示栏.png")
	d.Press("esc")
	d.Wait(viewTime)
	if _, err := os.Stat(shown); !os.IsNotExist(err) {
		t.Fatalf("the copy is still there: %v", err)
	}
}

// What a photo shows is written on its page, and stands in the list before the name of the file.
func TestAPhotoIsGivenItsWords(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	id := d.attach(v, "IMG_0412.png")
	d.Go(Place{Screen: "attach", Visit: v, Record: v})
	d.Press("ctrl+t")
	d.Has("IMG_0412.png")
	d.Type("一楼公示栏，3月9日")
	d.restart()
	d.Type("上午")
	d.Press("enter")
	d.Has("一楼公示栏，3月9日上午  IMG_0412.png")
	for _, a := range d.doc(v).Attached {
		if a.ID == id && a.Caption != "一楼公示栏，3月9日上午" {
			t.Fatalf("the caption is %q", a.Caption)
		}
	}
}
