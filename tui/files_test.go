package tui

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"zoufang/store"
)

func TestSplitPaths(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	blank := filepath.Join(home, "有 空格.zfb")
	if err := os.WriteFile(blank, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		line string
		want []string
	}{
		{"", nil},
		{"  /a/b.zfb ", []string{"/a/b.zfb"}},
		{"/a/b.zfb /c.zfb", []string{"/a/b.zfb", "/c.zfb"}},
		{`'/a/李 敏.zfb' "/c d.zfb"`, []string{"/a/李 敏.zfb", "/c d.zfb"}},
		{`/a/李\ 敏.zfb /c.zfb`, []string{"/a/李 敏.zfb", "/c.zfb"}},
		{"~/有 空格.zfb", []string{blank}},
		{blank, []string{blank}},
		{"~/x.zfb", []string{filepath.Join(home, "x.zfb")}},
		{"~x/y", []string{"~x/y"}},
		{"file:///a/%E6%9D%8E.zfb", []string{"/a/李.zfb"}},
	} {
		if got := splitPaths(c.line); !slices.Equal(got, c.want) {
			t.Errorf("%q is taken for %q, want %q", c.line, got, c.want)
		}
	}
}

func TestListFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"乙.zfb", "甲.ZFB", "名单.csv", ".藏.zfb"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("不是数据包"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"去年", ".trash"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	list, err := listFolder(dir, store.NewRing(t.TempDir()))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range list {
		got = append(got, e.name)
		if !e.folder && !e.bad {
			t.Errorf("%s is taken for a bundle", e.name)
		}
	}
	slices.Sort(got[1:])
	if want := []string{"去年", "乙.zfb", "甲.ZFB"}; !slices.Equal(got, want) {
		t.Errorf("listed %q, want %q", got, want)
	}
	if _, err := listFolder(filepath.Join(dir, "没有"), store.NewRing(dir)); err == nil {
		t.Error("a folder that is not there was listed")
	}
}
