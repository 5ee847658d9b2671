package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/words"
)

// The papers still wanted are previewed from the list before leaving, saved beside the book under a name that says what
// it is, and never over another file.
func TestThePapersAreHandedToTheLiaison(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "todo", Visit: v})
	d.Press("ctrl+p")
	d.Has("待补材料清单  不含分数", "工资报表", "待补材料清单-区民政局-20260309.html")
	d.Press("ctrl+e")
	d.Has("已存，核验码")
	d.Press("ctrl+e", "tab", "ctrl+e")
	dir := filepath.Dir(d.path)
	for name, begins := range map[string]string{"待补材料清单-区民政局-20260309.html": "<!doctype html>", "待补材料清单-区民政局-20260309-2.html": "<!doctype html>",
		"待补材料清单-区民政局-20260309.txt": "   "} {
		text, err := os.ReadFile(filepath.Join(dir, name))
		d.must(err)
		if !strings.HasPrefix(string(text), begins) || !strings.Contains(string(text), "工资报表") {
			t.Errorf("%s holds %.60q", name, text)
		}
	}
	d.Press("esc")
	d.Has("离开前看一遍")
}

// The facts are read back without points: nothing of a score is on any line, and the browser gets the same sheet.
func TestTheFactsAreReadBackWithoutPoints(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "score", Visit: v, Item: "E4", Field: "E4.1"})
	d.Press("2", "enter")
	d.Type("甲某、乙某 2025 年调入时未见入编单")
	d.Press("ctrl+f")
	d.Type("gzbb")
	d.Press("enter")
	d.Type("第 4 页")
	d.Press("esc", "esc")
	d.Go(Place{Screen: "review", Visit: v})
	d.Press("ctrl+p")
	d.Has("事实确认单  不含分数")
	all := strings.Join(d.app.top().(*preview).lines, "")
	for _, want := range []string{"甲某、乙某", "工资报表", "计 2"} {
		if !strings.Contains(strings.ReplaceAll(all, " ", ""), strings.ReplaceAll(want, " ", "")) {
			t.Errorf("%q is not on the sheet:\n%s", want, d.Screen())
		}
	}
	for _, never := range []string{"扣", "E4.1", "0.50", "满分", "预警"} {
		if strings.Contains(all, never) {
			t.Errorf("%q is on the sheet", never)
		}
	}
	s := d.app.top().(*preview)
	shown := ""
	s.show = func(path string) error { shown = path; return nil }
	d.Press("enter")
	page, err := os.ReadFile(shown)
	d.must(err)
	if !strings.Contains(string(page), s.sheets[0].Stamp.Code) {
		t.Error("the browser got another sheet")
	}
	d.Press("esc")
	d.Wait(browseTime)
	if _, err := os.Stat(shown); !os.IsNotExist(err) {
		t.Fatalf("the copy is still there: %v", err)
	}
}

// The page scrolls to its end and no further, and a change of the window breaks it anew.
func TestThePreviewScrolls(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "preview", Visit: v, Item: "missing"})
	d.Has("第 1-")
	d.Press("end", "pgdown", "down")
	d.Has("核验码")
	s := d.app.top().(*preview)
	if s.top != len(s.lines)-s.h {
		t.Fatalf("line %d is on top of %d, %d fit", s.top, len(s.lines), s.h)
	}
	d.Resize(120, 40)
	d.Has("核验码")
	d.Press("home")
	d.Has("第 1-")
}
