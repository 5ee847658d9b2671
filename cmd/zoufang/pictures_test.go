//go:build unix

package main

import (
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/tui/termtest"
)

// The pictures of docs/screens are of the program itself, in a terminal, on the sample. Each run of the tests draws the
// first of each walk and compares it with the one that is kept; docs/screens/make.sh draws all.
var (
	update   = flag.Bool("update", false, "write the pictures of the screens anew, all of them")
	pictures = flag.Bool("pictures", false, "compare all pictures of the screens, not a sample")
)

// shot is a picture: the keys that lead to it from the one before, and a text that is on it.
type shot struct {
	name, title string
	keys        []string
	wait        string
}

// walks are runs of the program, each with the pictures taken on the way.
var walks = []struct {
	lang  string
	w, h  int
	args  []string
	begin string // a text that the first screen shows
	shots []shot
}{
	{"zh", 80, 24, []string{"demo"}, "> 区民政局", []shot{
		{"units.zh", "单位", nil, "> 区民政局"},
		{"visit.zh", "一个单位的评估", []string{"enter"}, "做到哪里"},
		{"look.zh", "看：自查报告", []string{"f5"}, "[报送手续"},
		{"listen.zh", "听：汇报", []string{"f6"}, "单位承诺"},
		{"check.zh", "查：材料和人数", []string{"f7"}, "人数核对"},
		{"interview.zh", "访：访谈", []string{"f8"}, "要弄清的问题"},
		{"score.zh", "计分，分数隐藏", []string{"f9"}, "分数已隐藏，按 F9 显示"},
		{"score-shown.zh", "计分，分数显示", []string{"f9"}, "分数显示中"},
		{"review.zh", "复核签字", []string{"f9", "esc", "ctrl+p"}, "还不能签字"},
		{"help.zh", "帮助", []string{"f1"}, "处处可用"},
		{"palette.zh", "命令", []string{"esc", "esc", "f2"}, "去“看自查报告”"},
	}},
	{"zh", 120, 40, []string{"demo"}, "> 区民政局", []shot{
		{"units.zh.120x40", "单位，宽窗口", nil, "> 区民政局"},
		{"check.zh.120x40", "查：材料和人数，宽窗口", []string{"enter", "f7"}, "人数核对"},
	}},
	{"en", 120, 40, []string{"demo"}, "Type to filter", []shot{
		{"visit.en.120x40", "A visit", []string{"enter"}, "Ctrl+P"},
		{"score.en.120x40", "Scoring", []string{"f9"}, "F9 show"},
	}},
	{"zh", 80, 24, nil, "走访", []shot{{"wizard.zh", "第一次打开", nil, "走访"}}},
}

func TestPictures(t *testing.T) {
	for _, walk := range walks {
		x := termtest.Start(t, walk.w, walk.h, []string{"ZOUFANG_HOME=" + t.TempDir(), "TMUX=", "STY=", "NO_COLOR=", "SSH_CONNECTION="},
			"zoufang", append([]string{"--lang", walk.lang}, walk.args...)...)
		x.Wait(walk.begin)
		shots := walk.shots
		if !*update && !*pictures {
			shots = shots[:1]
		}
		for _, s := range shots {
			for _, key := range s.keys {
				x.Quiet()
				x.Press(key)
			}
			x.Wait(s.wait)
			x.Quiet()
			keepPicture(t, filepath.Join(top, "docs", "screens", s.name+".svg"), x.Picture(s.title))
		}
		x.Kill()
	}
}

func keepPicture(t *testing.T, path, text string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	was, err := os.ReadFile(path)
	if err != nil {
		t.Error(err)
	} else if string(was) != text {
		t.Errorf("%s is not what the program draws now; docs/screens/make.sh draws it anew", path)
	}
}

// Every picture is there, is whole, and is shown in the page of the pictures; nothing else lies there.
func TestPicturesAreThere(t *testing.T) {
	folder := filepath.Join(top, "docs", "screens")
	page, err := os.ReadFile(filepath.Join(folder, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, walk := range walks {
		for _, s := range walk.shots {
			known[s.name+".svg"] = true
			if !strings.Contains(string(page), "("+s.name+".svg)") {
				t.Errorf("docs/screens/README.md does not show %s.svg", s.name)
			}
			f, err := os.Open(filepath.Join(folder, s.name+".svg"))
			if err != nil {
				t.Error(err)
				continue
			}
			for d := xml.NewDecoder(f); err == nil; {
				_, err = d.Token()
			}
			if !errors.Is(err, io.EOF) {
				t.Errorf("%s.svg: %v", s.name, err)
			}
			_ = f.Close() // only read
		}
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.svg"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range files {
		if !known[filepath.Base(path)] {
			t.Errorf("%s is a picture of nothing", path)
		}
	}
}
