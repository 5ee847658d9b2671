package store

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"zoufang/words"
)

// smallDisk is a file system of its own with room for so many KiB, where the system lets us make one (as root, on Linux).
func smallDisk(t *testing.T, kib int, options string) (dir string, ok bool) {
	t.Helper()
	dir = t.TempDir()
	if runtime.GOOS != "linux" || os.Geteuid() != 0 {
		return dir, false
	}
	if err := exec.Command("mount", "-t", "tmpfs", "-o", fmt.Sprintf("size=%dk%s", kib, options), "tmpfs", dir).Run(); err != nil {
		return dir, false
	}
	t.Cleanup(func() {
		if err := exec.Command("umount", "-l", dir).Run(); err != nil {
			t.Error(err)
		}
	})
	return dir, true
}

// A disk that fills up at whatever moment of a merge: a sentence, and the book is as it was, or holds whole files; with
// room again the merge comes to its end.
func TestMergeFillsTheDisk(t *testing.T) {
	d := mergeDisk(t)
	b, _ := d.open()
	before := bookState(t, b)
	mergeFiles(t, b, d.file)
	after := bookState(t, b)
	must(t, b.Close())
	full, done := 0, 0
	for kib := 600; done == 0; kib += 220 { // the book, its log and the copy of the file all grow
		dir, ok := smallDisk(t, kib, "")
		if !ok {
			t.Skip("no small disks here; TestLimitsOfFiles does a part of this")
		}
		l := laptop{t: t, dir: dir, opts: d.l.opts}
		l.opts.Home = filepath.Join(dir, "home")
		err := os.CopyFS(dir, os.DirFS(d.l.dir))
		var b *Book
		if err == nil {
			b, err = Open(ctx, l.path(), l.opts)
		}
		if err == nil {
			var p *Plan
			if p, err = b.Preview(ctx, []string{d.file}, nil); err == nil {
				_, err = b.Merge(ctx, p, nil)
			}
			if state := bookState(t, b); state != before && state != after {
				t.Fatalf("%d KiB: a state between the two", kib)
			}
			_ = b.Close() // it may have no room to tidy up
		}
		if err != nil {
			if full++; !errors.Is(err, os.ErrNotExist) && b != nil {
				hasSentence(t, err)
			}
		} else {
			done++
		}
		if b == nil {
			continue // not even room for the book
		}
		big := laptop{t: t, dir: t.TempDir(), opts: l.opts}
		big.opts.Home = filepath.Join(big.dir, "home")
		must(t, os.CopyFS(big.dir, os.DirFS(dir)))
		b = big.open(big.path())
		_, err = b.Check(ctx)
		must(t, err)
		mergeFiles(t, b, d.file)
		if bookState(t, b) != after {
			t.Errorf("%d KiB: with room again it comes to another state", kib)
		}
		must(t, b.Close())
	}
	if full < 2 {
		t.Errorf("the disk was full %d times: nothing tested", full)
	}
}

// A stick that is full, cannot be written or is pulled out while the bundle is being written: a sentence, no file, and the
// book goes on.
func TestExportToABadStick(t *testing.T) {
	d := mergeDisk(t)
	b, _ := d.open()
	state := bookState(t, b)
	fails := func(what, dir, code string, progress func(Progress)) {
		t.Helper()
		_, err := b.Export(ctx, dir, ExportOptions{}, progress)
		if code == "" && err != nil {
			hasSentence(t, err)
		} else if code != "" {
			wantFault(t, err, code)
			hasSentence(t, err)
		}
		if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
			t.Errorf("%s: left behind: %v", what, entries)
		}
		if bookState(t, b) != state {
			t.Errorf("%s: the book is not as before", what)
		}
	}
	for _, kib := range []int{4, 16, 64, 100} {
		if dir, ok := smallDisk(t, kib, ""); ok {
			fails("full", dir, "export.full", nil)
		}
	}
	if dir, ok := smallDisk(t, 4000, ",ro"); ok {
		fails("read-only", dir, "export.readonly", nil)
	}
	if runtime.GOOS == "windows" {
		return // an open file there cannot be taken away, and folders have no mode
	}
	if os.Geteuid() != 0 {
		dir := t.TempDir()
		must(t, os.Chmod(dir, 0o500))
		fails("read-only folder", dir, "export.readonly", nil)
		must(t, os.Chmod(dir, 0o700))
	}
	gone := filepath.Join(t.TempDir(), "stick")
	must(t, os.Mkdir(gone, 0o755))
	fails("pulled out", gone, "export.nofolder", func(p Progress) { _ = os.RemoveAll(gone) })
	if out, err := b.Export(ctx, t.TempDir(), ExportOptions{}, nil); err != nil || out.Changes == 0 {
		t.Errorf("to a good stick: %v", err)
	}
}

// A stick that is pulled out while a file is copied from it, or answers with errors: the file is refused with a sentence,
// the others are taken.
func TestMergeFromABadStick(t *testing.T) {
	d := mergeDisk(t)
	b, _ := d.open()
	stick := filepath.Join(t.TempDir(), "stick.zfb")
	copyFile(t, d.file, stick)
	paths := []string{stick}
	if runtime.GOOS == "linux" {
		paths = append(paths, "/proc/self/mem") // reading it from the beginning is an error of the device
	}
	before := dump(t, b)
	p, err := b.Preview(ctx, paths, func(p Progress) {
		if p.Stage == "copy" {
			_ = os.Truncate(stick, 5000)
		}
	})
	must(t, err)
	if len(p.Files) != len(paths) {
		t.Fatalf("%d files of %d", len(p.Files), len(paths))
	}
	for _, f := range p.Files {
		if f.Verdict != Refused {
			t.Errorf("%s: %s", f.Path, f.Verdict)
		}
		hasSentence(t, f.Fault)
	}
	if _, err := b.Merge(ctx, p, nil); err != nil || dump(t, b) != before || len(inboxFiles(t, b)) != 0 {
		t.Errorf("the book or its inbox is not as before: %v", err)
	}
	if r := mergeFiles(t, b, append(paths[1:], d.file)...); r.New == 0 {
		t.Errorf("the good one: %+v", r)
	}
}

// childLimited merges and exports where no file may grow further, and says what it was told.
func childLimited() {
	b := childBook()
	dir := filepath.Dir(b.path)
	limitFileSize(b.path)
	say := func(what string, err error) {
		var f interface{ FaultCode() string }
		fmt.Println(what, err != nil, errors.As(err, &f) && words.Known(f.FaultCode()), err)
	}
	p, err := b.Preview(ctx, []string{filepath.Join(dir, "in")}, nil)
	if err == nil {
		_, err = b.Merge(ctx, p, nil)
	}
	say("merge", err)
	_, err = b.Export(ctx, filepath.Join(dir, "out"), ExportOptions{}, nil)
	say("export", err)
	os.Exit(0)
}

// Files that may not grow, by a limit of the system: what a full disk does, where there are no small disks to try it on.
func TestLimitsOfFiles(t *testing.T) {
	l := newLaptop(t, "m1")
	o := l.create(Setup{})
	w := seasonWorld(t, 1, 12_000)
	must(t, o.Enrol(ctx, w.laps[0].id, ""))
	for _, dir := range []string{"in", "out"} {
		must(t, os.Mkdir(filepath.Join(l.dir, dir), 0o755))
	}
	file := pack(t, w.laps[0], []piece{{w.laps[0], 1, 12_000}}).write(t, filepath.Join(l.dir, "in"), "a.zfb")
	state := bookState(t, o)
	must(t, o.Close())
	out, err := child(t, "limited", l).Output()
	must(t, err)
	if strings.Contains(string(out), "skip") {
		return // this system sets no such limit
	}
	if !strings.Contains(string(out), "merge true true") {
		t.Errorf("the child was told:\n%s", out)
	}
	o = l.open(l.path())
	if bookState(t, o) != state {
		t.Error("the book is not as before")
	}
	_, err = o.Check(ctx)
	must(t, err)
	if r := mergeFiles(t, o, file); r.New != 12_000 {
		t.Errorf("with room: %+v", r)
	}
	for _, name := range listDir(t, filepath.Join(l.dir, "out")) {
		wholeBundle(t, filepath.Join(l.dir, "out", name))
	}
}
