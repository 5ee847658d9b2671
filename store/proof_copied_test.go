package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/checklist"
)

// Cases 5, 6 and 14: laptops that are copied or restored, and what may happen between the passes of a merge.

// begunLaptop is a laptop on which 李敏 has begun a visit; its book is closed.
func begunLaptop(t *testing.T) (l laptop, visit checklist.ID) {
	t.Helper()
	l = newLaptop(t, "m1")
	a := l.create(Setup{})
	must(t, a.SetMe(ctx, liMin))
	visit = startCivil(t, a)
	must(t, a.Close())
	return l, visit
}

// twin is a copy of a laptop's whole disk, identity and all; the machine looks the same.
func (l laptop) twin() laptop {
	l.t.Helper()
	twin := laptop{t: l.t, dir: l.t.TempDir(), opts: l.opts}
	twin.opts.Home = filepath.Join(twin.dir, "home")
	must(l.t, os.CopyFS(twin.dir, os.DirFS(l.dir)))
	return twin
}

// A laptop whose disk was copied: both go on as the same device until they meet, then both branches are there, the
// device is flagged, and the laptop that learns of it is a new device. Nothing is lost.
func TestCase05CopiedLaptop(t *testing.T) {
	l, id := begunLaptop(t)
	twin := l.twin()
	a, b := l.open(l.path()), twin.open(twin.path())
	if a.own.id != b.own.id {
		t.Fatal("the copy was noticed at once: this test is about one that is not")
	}
	_, err := a.SaveEntry(ctx, visit(t, a, id), checklist.Entry{Step: checklist.StepListen, Text: "甲本写的"})
	must(t, err)
	_, err = b.SaveEntry(ctx, visit(t, b, id), checklist.Entry{Step: checklist.StepListen, Text: "乙本写的"})
	must(t, err)
	device := a.own.id
	fileA, fileB := export(t, a), export(t, b)

	o := newLaptop(t, "office").create(Setup{})
	must(t, o.SetMe(ctx, office))
	enrol(t, o, a)
	r := mergeFiles(t, o, fileA, fileB)
	if len(r.Forked) != 1 || r.Forked[0].ID != device.String() || r.NewSelf {
		t.Errorf("office: %+v", r)
	}
	if text := digest(t, o, id); !strings.Contains(text, "甲本写的") || !strings.Contains(text, "乙本写的") {
		t.Errorf("a branch is lost:\n%s", text)
	}
	if threads := threads(t, o); len(threads) != 3 { // own, and two branches with one trunk
		t.Errorf("%d threads", len(threads))
	}

	r = mergeFiles(t, a, fileB)
	if !r.NewSelf || a.own.id == device {
		t.Fatalf("the laptop goes on under a name that is not its own: %+v", r)
	}
	_, err = a.SaveEntry(ctx, visit(t, a, id), checklist.Entry{Step: checklist.StepListen, Text: "此后写的"})
	must(t, err)
	enrol(t, o, a)
	mergeFiles(t, o, export(t, a))
	if text := digest(t, o, id); !strings.Contains(text, "此后写的") {
		t.Errorf("what the new device wrote is missing:\n%s", text)
	}
	must(t, a.Close())
	again := l.open(l.path())
	if again.own.id == device {
		t.Error("the next start takes up the old device")
	}
}

// A book restored from a backup meets its own later changes.
func TestCase06RestoredBackup(t *testing.T) {
	l, id := begunLaptop(t)
	old, err := os.ReadFile(l.path())
	must(t, err)
	a := l.open(l.path())
	_, err = a.SaveEntry(ctx, visit(t, a, id), checklist.Entry{Step: checklist.StepListen, Text: "备份以后写的"})
	must(t, err)
	file := export(t, a)
	first := a.own.id
	must(t, a.Close())
	must(t, os.WriteFile(l.path(), old, 0o600))
	a = l.open(l.path())
	if a.own.id == first {
		t.Fatal("the rewind was not seen")
	}
	mergeFiles(t, a, file)
	if text := digest(t, a, id); !strings.Contains(text, "备份以后写的") {
		t.Errorf("not back:\n%s", text)
	}
}

// The window between the commit of a merge and the moment a book takes a new name: whoever dies there is a new device at
// the next start, and does not write two histories under one name.
func TestCase05KilledBeforeTheNewName(t *testing.T) {
	l, id := begunLaptop(t)
	twin := l.twin()
	b := twin.open(twin.path())
	_, err := b.SaveEntry(ctx, visit(t, b, id), checklist.Entry{Step: checklist.StepListen, Text: "乙本写的"})
	must(t, err)
	file := export(t, b)
	a := l.open(l.path())
	device := a.own.id
	p, err := a.Preview(ctx, []string{file}, nil)
	must(t, err)
	must(t, a.mergeFile(ctx, &p.Files[0], func(int64) {}, map[checklist.ID]bool{}, &Report{})) // and it dies
	if a.own.id != device {
		t.Fatal("it took its new name all the same: the test tests nothing")
	}
	must(t, a.Close())
	if a = l.open(l.path()); a.own.id == device {
		t.Error("the book goes on under a name that another laptop writes under")
	}
	_, err = a.SaveEntry(ctx, visit(t, a, id), checklist.Entry{Step: checklist.StepListen, Text: "甲本写的"})
	must(t, err)
	if text := digest(t, a, id); !strings.Contains(text, "甲本写的") || !strings.Contains(text, "乙本写的") {
		t.Errorf("lost:\n%s", text)
	}
}

// Between looking at a file and taking it up everything may happen: what lies in the inbox is checked again, the stick is
// not needed any more, and a process that died in between left nothing that is in the way.
func TestCase14BetweenThePasses(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	enrol(t, a, b)
	file, other, again := export(t, b), export(t, a), export(t, b)
	before := dump(t, a)
	for name, change := range map[string]func(path string){
		"damaged":        func(path string) { flipByte(t, path) },
		"another bundle": func(path string) { replaceFile(t, path, other) },
		"the same again": func(path string) { replaceFile(t, path, again) }, // only the time in its header differs
	} {
		p, err := a.Preview(ctx, []string{file}, nil)
		must(t, err)
		change(p.Files[0].inbox.path)
		r, err := a.Merge(ctx, p, nil)
		must(t, err)
		if r.New != 0 || r.Files[0].Verdict != Refused || r.Files[0].Fault == nil || dump(t, a) != before {
			t.Errorf("%s: %+v", name, r)
		}
	}
	must(t, os.Remove(file)) // the stick is gone before anything was copied
	p, err := a.Preview(ctx, []string{file}, nil)
	must(t, err)
	if !IsFault(p.Files[0].Fault, "merge.missing") {
		t.Errorf("no stick: %+v", p.Files[0])
	}
	_, err = a.Preview(ctx, []string{again}, nil) // and this process dies now
	must(t, err)
	must(t, os.Remove(again))
	if r := mergeFiles(t, a); r.New == 0 || r.Files[0].Verdict != Merged || len(inboxFiles(t, a)) != 0 {
		t.Errorf("out of the inbox: %+v", r)
	}
}
