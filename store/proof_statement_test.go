package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// inMemory is what a book keeps in memory about what is on the disk.
type inMemory struct {
	own   ownDevice
	facts facts
	devs  map[int64]device
	names map[[8]byte]checklist.Person
}

func (b *Book) inMemory() inMemory { return inMemory{b.own, b.facts, b.devs, b.names} }

// disk is a laptop's disk with a book on it, and a bundle to merge.
type disk struct {
	t    *testing.T
	l    laptop
	file string
	id   checklist.ID
}

// open opens a copy of the disk, with a fuse.
func (d disk) open() (*Book, *fuse) {
	d.t.Helper()
	l := newLaptop(d.t, "m1")
	must(d.t, os.CopyFS(l.dir, os.DirFS(d.l.dir)))
	b := l.open(l.path())
	f := rig(d.t, b)
	_, err := b.w.Exec("PRAGMA synchronous = OFF")
	must(d.t, err)
	return b, f
}

// mergeDisk is a book that is about to merge one of everything: contested registers, texts, files, heads that go.
func mergeDisk(t *testing.T) disk {
	l, other := newLaptop(t, "m1"), newLaptop(t, "m2").create(Setup{})
	a := l.create(Setup{})
	must(t, a.SetMe(ctx, liMin))
	must(t, other.SetMe(ctx, zhaoQi))
	id := startCivil(t, a)
	startCivil(t, other)
	work(t, a, other, id)
	enrol(t, a, other)
	enrol(t, other, a)
	mergeFiles(t, other, export(t, a))
	must(t, other.SaveListen(ctx, visit(t, other, id), checklist.Listen{Place: "三楼会议室", StartedAt: "2026-03-09 10:00"})) // replaces a head of A's
	file := export(t, other)
	must(t, a.Close())
	return disk{t, l, file, id}
}

// A merge that fails at any statement, whichever it is, leaves the book and what is in memory as they were, or it is done
// and memory follows the disk. The next try always comes to the same end.
func TestProperty17EveryStatement(t *testing.T) {
	t.Parallel()
	d := mergeDisk(t)
	b, f := d.open()
	clean := dump(t, b)
	run := func(b *Book) error {
		p, err := b.Preview(ctx, []string{d.file}, nil)
		if err == nil {
			_, err = b.Merge(ctx, p, nil)
		}
		return err
	}
	f.seen.Store(0)
	must(t, run(b))
	total := f.seen.Load()
	_, err := b.Check(ctx)
	must(t, err)
	merged := bookState(t, b)
	kept := b.inMemory()
	if total < 100 {
		t.Fatalf("only %d statements", total)
	}
	b, f = d.open()
	before := b.inMemory()
	aborted, committed := 0, 0
	for n := int64(1); n <= total; n++ {
		f.left.Store(n)
		err := run(b)
		if f.left.Load() > 0 { // fewer statements than at first: some answers are remembered
			f.left.Store(0)
			must(t, err)
			if bookState(t, b) != merged {
				t.Fatalf("statement %d: another state", n)
			}
			break
		}
		if err != nil && !errors.Is(err, errInjected) {
			t.Fatalf("statement %d: %v", n, err)
		}
		if dump(t, b) == clean {
			aborted++
			if err == nil {
				t.Fatalf("statement %d failed and nothing was said", n)
			}
			if now := b.inMemory(); !reflect.DeepEqual(now, before) {
				t.Fatalf("statement %d: in memory was\n%+v\nand is\n%+v", n, before, now)
			}
			if left := inboxFiles(t, b); len(left) > 1 {
				t.Fatalf("statement %d: the inbox holds %v", n, left)
			}
			continue
		}
		committed++
		if state := bookState(t, b); state != merged {
			t.Fatalf("statement %d: half a merge:\n%s\nwant\n%s", n, state, merged)
		}
		must(t, b.write(ctx, func(*writer) error { return nil })) // the next write first brings memory up to the disk
		if now := b.inMemory(); now.own.lam != kept.own.lam || len(now.devs) != len(kept.devs) || len(now.names) != len(kept.names) {
			t.Errorf("statement %d: committed, and memory does not follow: %v", n, err)
		}
		_, err = b.Check(ctx)
		must(t, err)
		b, f = d.open()
	}
	if aborted < 50 || committed == 0 {
		t.Errorf("%d merges failed, %d were done", aborted, committed)
	}
	t.Logf("%d statements: %d failed before the commit, %d after", total, aborted, committed)
}

// A verb that fails at any statement has written nothing and says so, or has written all of it; and memory knows where the
// book's log stands on the disk, so that the next change stands on the right one.
func TestVerbsFailAtEveryStatement(t *testing.T) {
	d := mergeDisk(t)
	b, f := d.open()
	mergeFiles(t, b, d.file)
	turn := int64(0)
	for _, verb := range []struct {
		name string
		do   func(v *Doc) error
	}{
		{"save", func(v *Doc) error {
			l := v.Listen
			l.Place, l.KeyPoints = fmt.Sprintf("%d楼", turn), fmt.Sprintf("要点%d", turn) // one of them a text that is kept apart
			return b.SaveListen(ctx, v, l)
		}},
		{"finding", func(v *Doc) error {
			_, err := b.SaveFinding(ctx, v, checklist.Finding{Rule: "E1.1", Count: 2, Facts: "超编"})
			return err
		}},
		{"undo", func(*Doc) error { _, err := b.Undo(ctx); return err }},
		{"draft", func(v *Doc) error {
			return b.SaveDraft(ctx, Draft{Record: v.ID, Kind: KindListen, Field: "place", Text: fmt.Sprint(turn)})
		}},
	} {
		t.Run(verb.name, func(t *testing.T) {
			failed := 0
			for n := int64(1); ; n++ {
				turn++
				v, before, own := visit(t, b, d.id), dump(t, b), b.own
				f.left.Store(n)
				err := verb.do(v)
				whole := f.left.Load() > 0
				f.left.Store(0)
				var seq int64
				must(t, b.r.QueryRow("SELECT hseq FROM dev WHERE ix = ?", b.own.ix).Scan(&seq))
				if uint64(seq) != b.own.seq {
					t.Fatalf("statement %d: the log stands at %d, in memory at %d", n, seq, b.own.seq)
				}
				same := dump(t, b) == before
				if whole {
					must(t, err)
					break
				}
				if failed++; err == nil && same || same != (b.own.seq == own.seq) && verb.name != "draft" {
					t.Fatalf("statement %d: err %v, unchanged %v, log from %d to %d", n, err, same, own.seq, b.own.seq)
				}
			}
			if failed < 3 {
				t.Errorf("only %d statements", failed)
			}
			_, err := b.Check(ctx)
			must(t, err)
		})
	}
}

// An export that fails at any statement leaves the book as it was and no half file: what has its final name is whole. (The
// last statements only note that there was an export.)
func TestExportFailsAtEveryStatement(t *testing.T) {
	d := mergeDisk(t)
	b, f := d.open()
	dir := t.TempDir()
	f.seen.Store(0)
	_, err := b.Export(ctx, dir, ExportOptions{Relay: true}, nil)
	must(t, err)
	before, empty := bookState(t, b), 0
	for n, total := int64(1), f.seen.Load(); n <= total; n++ {
		dir := t.TempDir()
		f.left.Store(n)
		_, err := b.Export(ctx, dir, ExportOptions{Relay: true}, nil)
		if f.left.Load() > 0 {
			break
		}
		if err == nil || bookState(t, b) != before {
			t.Fatalf("statement %d: %v", n, err)
		}
		names := listDir(t, dir)
		for _, name := range names {
			wholeBundle(t, filepath.Join(dir, name))
		}
		if len(names) == 0 {
			empty++
		}
	}
	if empty < 10 {
		t.Errorf("only %d exports failed before there was a file", empty)
	}
}

// wholeBundle wants a file to be a bundle, and named like one.
func wholeBundle(t *testing.T, path string) {
	t.Helper()
	if !strings.HasSuffix(path, bundleExt) {
		t.Fatalf("left behind: %s", path)
	}
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	if err := bundle.Read(f, bundle.Sink{}); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}
