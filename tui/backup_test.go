package tui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// noSticks hides the sticks of this machine.
func noSticks(t *testing.T) {
	roots := mountRoots
	mountRoots = func() []string { return nil }
	t.Cleanup(func() { mountRoots = roots })
}

func TestBackupPage(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		noSticks(t)
		d := newDriver(t, lang, w, h)
		d.Go(Place{Screen: "backup"})
		d.Golden("backup-none")
		d.Press("enter")
		d.Has(words.BackupNoDir.In(lang))
		d.Type("/nowhere/at/all")
		d.Press("enter")
		d.Has("/nowhere/at/all")
		d.Golden("backup-nofolder")
	})
}

func copyFolder(t *testing.T, dir string) (names []string) {
	t.Helper()
	list, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range list {
		names = append(names, f.Name())
	}
	return names
}

// Copies are made by themselves while somebody works; a stick that is out is told on the list of units, and no more once
// it is back.
func TestCopiesBesideTheWork(t *testing.T) {
	noSticks(t)
	d := newDriver(t, words.ZH, 80, 24)
	dir := filepath.Join(t.TempDir(), "stick")
	d.must(os.Mkdir(dir, 0o755))
	d.Press("f2")
	d.Type("自动备份")
	d.Press("enter")
	d.Type(dir)
	d.Press("enter")
	if n := len(copyFolder(t, dir)); n != 1 {
		t.Fatalf("%d copies after it was set", n)
	}
	d.Has(words.BackupFresh.ZH)
	d.Press("esc")
	d.Lacks("注意")
	d.Wait(time.Hour)
	if n := len(copyFolder(t, dir)); n != 1 {
		t.Errorf("%d copies though nothing was written", n)
	}
	note := func(text string) {
		t.Helper()
		ctx := context.Background()
		id, err := d.book.StartVisit(ctx, checklist.UnitID("青澜区", "D01"), checklist.Yearly, "")
		d.must(err)
		doc, err := d.book.Visit(ctx, id)
		d.must(err)
		_, err = d.book.SaveEntry(ctx, doc, checklist.Entry{Step: checklist.StepListen, Text: text})
		d.must(err)
	}
	note("记一条")
	d.Wait(lookEvery)
	d.Wait(lookEvery)
	if n := len(copyFolder(t, dir)); n != 2 {
		t.Errorf("%d copies after an hour and a note", n)
	}
	d.must(os.Rename(dir, dir+"-out"))
	note("又一条")
	d.Wait(time.Hour)
	d.Wait(lookEvery)
	d.Wait(lookEvery)
	d.Has("自动备份没有做成")
	d.must(os.Rename(dir+"-out", dir))
	d.Wait(lookEvery)
	d.Wait(lookEvery)
	d.Lacks("自动备份没有做成")
	if n := len(copyFolder(t, dir)); n != 3 {
		t.Errorf("%d copies after the stick came back", n)
	}

	// A copy that is due is made before the end.
	note("最后一条")
	d.now = d.now.Add(time.Hour)
	d.Press("ctrl+q", "enter")
	if n := len(copyFolder(t, dir)); n != 4 || !d.quit {
		t.Errorf("%d copies at the end, quit %v", n, d.quit)
	}
}

// A full or missing place at the end is told before the program ends.
func TestLeavingWithoutTheStick(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	dir := filepath.Join(t.TempDir(), "stick")
	d.must(os.Mkdir(dir, 0o755))
	d.must(d.book.SetBackup(context.Background(), store.BackupPlan{Dir: dir}))
	d.Wait(10 * time.Second)
	d.must(os.RemoveAll(dir))
	d.must(os.WriteFile(dir, nil, 0o600)) // something lies there that is no folder
	d.Press("f3")
	d.Type("还没备份的")
	d.Press("enter", "enter")
	d.Wait(time.Hour)
	d.Press("ctrl+q", "enter")
	if !d.quit {
		d.Has(words.BackupLeaving.ZH)
		d.Press("enter")
	}
	if !d.quit {
		t.Error("it does not end")
	}
}

// restoring begins a start without a book that can restore copies.
func restoring(t *testing.T, lang words.Lang, w, h int) (d *driver, copied string) {
	t.Helper()
	from := newDriver(t, lang, w, h)
	ctx := context.Background()
	unit := checklist.UnitID("青澜区", "D01")
	id, err := from.book.StartVisit(ctx, unit, checklist.Yearly, "")
	from.must(err)
	doc, err := from.book.Visit(ctx, id)
	from.must(err)
	_, err = from.book.SaveEntry(ctx, doc, checklist.Entry{Step: checklist.StepListen, Text: "坏以前记的"})
	from.must(err)
	copied = filepath.Join(t.TempDir(), "copy.db")
	from.must(from.book.Backup(ctx, copied))
	d = &driver{t: t, path: filepath.Join(t.TempDir(), "book.zf"), now: from.now}
	d.startWith(Options{Lang: lang, Width: WidthNarrow, Schemes: shipped(),
		Restore: func(ctx context.Context, from string, progress func(store.Progress)) (*store.Book, error) {
			o := d.options()
			if _, err := store.Restore(ctx, from, d.path, store.NewRing(o.Home), progress); err != nil {
				return nil, err
			}
			return store.Open(ctx, d.path, o)
		},
	}, w, h)
	t.Cleanup(func() {
		if b := d.app.env.Book; b != nil {
			d.must(b.Close())
		}
	})
	return d, copied
}

func TestFirstStartFromACopy(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d, copied := restoring(t, lang, w, h)
		d.Golden("restore-notice")
		d.Press("f5")
		d.Type(filepath.Join(filepath.Dir(copied), "nothing.db"))
		d.Press("enter")
		if d.app.env.Book != nil {
			t.Fatal("restored from nothing")
		}
		for range 200 {
			d.Press("backspace")
		}
		d.Type(copied)
		d.Press("enter")
		if d.app.env.Book == nil || d.app.env.Me.Name != "李敏" {
			t.Fatalf("not restored:\n%s", d.Screen())
		}
		d.Golden("came")
		d.Press("enter")
		d.Has("区民政局")
		d.Press("esc")
		d.Has("区民政局")
	})
}

// What cannot be restored is told, and nothing is in the way of another try.
func TestFirstStartFromABrokenCopy(t *testing.T) {
	d, copied := restoring(t, words.ZH, 80, 24)
	whole, err := os.ReadFile(copied)
	d.must(err)
	d.must(os.WriteFile(copied, whole[:len(whole)/2], 0o600))
	d.Press("f5")
	d.Type(copied)
	d.Press("enter")
	d.Has("已损坏")
	if _, err := os.Stat(d.path); !errors.Is(err, os.ErrNotExist) {
		t.Error("half a book lies there")
	}
	d.must(os.WriteFile(copied, whole, 0o600))
	d.Press("enter")
	if d.app.env.Book == nil {
		t.Fatalf("the whole copy is not taken:\n%s", d.Screen())
	}
}

// A refused file is deleted after asking.
func TestClearRejected(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	ctx := context.Background()
	out, err := d.book.Export(ctx, t.TempDir(), store.ExportOptions{}, nil)
	d.must(err)
	whole, err := os.ReadFile(out.Path)
	d.must(err)
	whole[len(whole)/2] ^= 1
	bad := filepath.Join(t.TempDir(), "坏包.zfb")
	d.must(os.WriteFile(bad, whole, 0o600))
	_, err = d.book.Preview(ctx, []string{bad}, nil)
	d.must(err)
	d.Go(Place{Screen: "trouble"})
	d.Has("坏包.zfb", words.TroubleClear.ZH)
	d.Press("f8")
	d.Has("删掉没有收的文件“坏包.zfb”")
	d.Press("esc")
	d.Has("坏包.zfb")
	d.Press("f8", "enter")
	d.Lacks("坏包.zfb")
	d.Has(words.TroubleNone.ZH)
	if left, _ := filepath.Glob(d.path + ".inbox/rejected/*"); len(left) > 0 {
		t.Errorf("left: %s", strings.Join(left, " "))
	}
}
