package tui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// plainMerge makes what differs from run to run the same: the sizes of files and the keys of laptops.
func plainMerge(d *driver) *merge {
	s := d.app.top().(*merge)
	for i := range s.choose.rows {
		s.choose.rows[i].size = 12_345
	}
	if s.enrol != nil {
		s.enrol.device.Fingerprint = []byte("a laptop")
	}
	return s
}

func TestMergeScreens(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		x := newTwo(t, lang, w, h, zhao)
		x.contest()
		x.export()
		x.must(os.WriteFile(filepath.Join(x.stick, "坏的.zfb"), []byte("这不是数据包"), 0o644))
		x.must(os.Chtimes(filepath.Join(x.stick, "坏的.zfb"), x.now, x.now))
		x.Press("ctrl+o")
		plainMerge(x.driver)
		x.Golden("merge.choose")
		x.Press("ctrl+a", "enter")
		plainMerge(x.driver)
		x.Golden("merge.enrol")
		x.Press("enter")
		x.Golden("merge.plan")
		x.Press("enter")
		x.Golden("merge.done")
	})
}

// The whole way: choose, compare by voice, merge; then once more, where nothing is new.
func TestMerge(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	visit := x.contest()
	x.export()
	x.Press("ctrl+o", "enter")
	x.Has("不认识的笔记本 1/1", "赵强 1012", "[本机 05", words.Phrase(words.ZH, plainFingerprint(x)))
	x.Press("enter")
	x.Has("可以合并", "区民政局", "已认可：本机 05")
	if n := contested(x, visit); n != 0 {
		t.Fatalf("%d contests before the merge", n)
	}
	x.Press("enter")
	x.Has("已合并：新增记录", "有争议 1 处")
	if n := contested(x, visit); n != 1 {
		t.Fatalf("%d contests after the merge, want 1", n)
	}
	x.Press("ctrl+o", "enter")
	x.Has("合并过")
	x.Press("enter")
	x.Has("没有可合并的新记录")
	x.Press("esc")
	x.Has("常用位置")
}

func plainFingerprint(x *two) []byte { return x.app.top().(*merge).enrol.device.Fingerprint }

func contested(x *two, visit checklist.ID) int {
	x.t.Helper()
	list, err := x.book.Conflicts(context.Background(), &visit)
	x.must(err)
	return len(list)
}

// A laptop that is not enrolled leaves the book as it was; its bundle waits.
func TestMergeNotEnrolled(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	visit := x.contest()
	x.export()
	x.Press("ctrl+o", "enter", "esc")
	x.Has("待认可", "先放在收件箱")
	x.Press("enter")
	x.Has("没有新增记录")
	if n := contested(x, visit); n != 0 {
		t.Fatalf("%d contests, though nobody enrolled the laptop", n)
	}
	x.must(os.RemoveAll(x.stick)) // the stick is pulled out; the copy in the inbox is enough
	x.Press("enter", "ctrl+o")
	x.Type(x.home)
	x.Press("enter")
	x.Has("文件")
}

// Nothing that is no bundle is taken, and each file says why.
func TestMergeRefused(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	bad := filepath.Join(x.stick, "名单.zfb")
	x.must(os.WriteFile(bad, []byte("编码,名称\n"), 0o644))
	good := x.export()
	b, err := os.ReadFile(good)
	x.must(err)
	b[len(b)/2] ^= 1
	x.must(os.WriteFile(good, b, 0o644))
	x.Press("ctrl+o", "ctrl+a", "enter")
	x.Has("不收")
	if n := strings.Count(x.Screen(), "  不收"); n != 2 {
		t.Errorf("%d files refused, want 2:\n%s", n, x.Screen())
	}
	x.Press("enter")
	x.Has("没有可合并的新记录")
}

// Paths may be typed, pasted or dropped into the window; a folder lists what is in it.
func TestMergePath(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.contest()
	path := x.export()
	x.Press("ctrl+o")
	x.Type(x.stick)
	x.Press("enter")
	x.Has("~/media/U盘", filepath.Base(path))
	x.Press("tab", "enter")
	x.Has("不认识的笔记本")
	x.Press("esc", "esc")
	x.Has("来自")
}

// Stopping while the bundles are checked changes nothing.
func TestMergeStop(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.contest()
	x.export()
	x.Press("ctrl+o")
	s := x.app.top().(*merge)
	var cmd = s.choose.pick()
	msg := cmd().(pickedMsg)
	ready := s.Update(msg) // the work waits for its turn
	s.work.stop()
	x.run(ready)
	x.settle()
	x.Has("已停下，数据文件没有改动")
}

func TestWorkView(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		x := newTwo(t, lang, w, h, zhao)
		x.Press("ctrl+o")
		s := x.app.top().(*merge)
		s.work = x.app.env.newWork(mergeStages)
		close(s.work.done) // nobody watches
		x.Send(workMsg{s.work, store.Progress{Stage: "verify", Done: 1, Total: 54_000_000}})
		x.now = x.now.Add(5 * time.Second)
		x.Send(workMsg{s.work, store.Progress{Stage: "verify", Done: 31_200_000, Total: 54_000_000}})
		x.Golden("merge.work")
	})
}

// A merge that is stopped between two bundles says which of them are in the book.
func TestMergeStoppedHalfway(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.Press("ctrl+o")
	s := x.app.top().(*merge)
	s.work = x.app.env.newWork(mergeStages)
	x.Send(workDoneMsg{s.work, merged{report: store.Report{New: 3, Files: []store.FileReport{
		{Path: "甲.zfb", Verdict: store.Merged}, {Path: "乙.zfb", Verdict: store.Ready},
	}}}, context.Canceled})
	x.Has("已停下：下面写着", "甲.zfb", "已合并", "乙.zfb", "可以合并")
	x.Press("enter")
	x.Lacks("甲.zfb")
}
