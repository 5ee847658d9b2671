package store

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"zoufang/checklist"
)

// A laptop whose disk was copied: both go on as the same device until they meet, then both branches are there, the
// device is flagged, and the laptop that learns of it is a new device. Nothing is lost.
func TestCopiedLaptop(t *testing.T) {
	l := newLaptop(t, "m1")
	a := l.create(Setup{})
	must(t, a.SetMe(ctx, liMin))
	id := startCivil(t, a)
	must(t, a.Close())
	twin := laptop{t: t, dir: t.TempDir(), opts: l.opts}
	twin.opts.Home = filepath.Join(twin.dir, "home")
	must(t, os.CopyFS(twin.dir, os.DirFS(l.dir))) // the whole disk, identity and all; the machine looks the same
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
func TestOwnChangesComeBackAfterARestore(t *testing.T) {
	l := newLaptop(t, "m1")
	a := l.create(Setup{})
	must(t, a.SetMe(ctx, liMin))
	id := startCivil(t, a)
	must(t, a.Close())
	old, err := os.ReadFile(l.path())
	must(t, err)
	a = l.open(l.path())
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

const (
	mergeChild = "ZOUFANG_TEST_MERGE"      // the folder of the book
	mergeStop  = "ZOUFANG_TEST_MERGE_STOP" // the step of the merge to stand still at
)

// TestMergeChild is the process that TestMergeIsKilled kills; on its own it does nothing.
func TestMergeChild(t *testing.T) {
	dir := os.Getenv(mergeChild)
	if dir == "" {
		return
	}
	stop, err := strconv.Atoi(os.Getenv(mergeStop))
	must(t, err)
	b, err := Open(ctx, filepath.Join(dir, "book.zoufang"), Options{Home: filepath.Join(dir, "home"), Machine: "office"})
	must(t, err)
	p, err := b.Preview(ctx, []string{filepath.Join(dir, "in")}, nil)
	must(t, err)
	_, err = b.Merge(ctx, p, func(Progress) {
		if stop--; stop == 0 {
			fmt.Println("standing still")
			select {}
		}
	})
	must(t, err)
}

// kill -9 at every step of a merge: the book stays whole, no file is taken by halves, and in the end it holds everything.
func TestMergeIsKilled(t *testing.T) {
	l := newLaptop(t, "office")
	o := l.create(Setup{})
	must(t, os.Mkdir(filepath.Join(l.dir, "in"), 0o755))
	w := seasonWorld(t, 3, 2000)
	for i, p := range w.laps {
		must(t, o.Enrol(ctx, p.id, ""))
		path := filepath.Join(l.dir, "in", fmt.Sprintf("%d.zfb", i))
		must(t, os.WriteFile(path, pack(t, p, []piece{{p, 1, len(p.log)}}).file, 0o600))
	}
	must(t, o.Close())
	seen := map[int]bool{}
	for _, step := range []int{1, 3, 5, 8, 13, 3, 4, 1} {
		killMerge(t, l, step)
		o = l.open(l.path())
		_, err := o.Check(ctx)
		must(t, err)
		n := taken(t, o)
		if n%2000 != 0 {
			t.Fatalf("step %d: %d changes: a file was taken by halves", step, n)
		}
		seen[n] = true
		must(t, o.Close())
	}
	if len(seen) < 3 {
		t.Errorf("every kill left %v: nothing tested", seen)
	}
	o = l.open(l.path())
	mergeFiles(t, o, filepath.Join(l.dir, "in"))
	if n := taken(t, o); n != 6000 {
		t.Errorf("%d changes in the end", n)
	}
}

func taken(t *testing.T, b *Book) (n int) {
	t.Helper()
	must(t, b.r.QueryRow("SELECT count(*) FROM op WHERE dev > 1").Scan(&n))
	return n
}

// killMerge runs a merge in a process of its own and kills it at a step, or lets it end where it has fewer steps.
func killMerge(t *testing.T, l laptop, step int) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^TestMergeChild$")
	cmd.Env = append(os.Environ(), mergeChild+"="+l.dir, mergeStop+"="+strconv.Itoa(step))
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if lines.Text() == "standing still" {
			must(t, cmd.Process.Kill())
		}
	}
	_ = cmd.Wait() // it was killed
}

// seasonWorld is laptops with the logs of the benchmarks.
func seasonWorld(t *testing.T, laptops, changes int) *world {
	t.Helper()
	w := &world{}
	for n := range laptops {
		p := &lap{}
		p.key = season(n, changes, func(o *simChange) { p.log = append(p.log, o) })
		p.id = p.log[0].dev
		w.laps = append(w.laps, p)
	}
	return w
}
