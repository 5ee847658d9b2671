package store

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRestoreRefuses(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	fill(t, b, 5)
	good := filepath.Join(t.TempDir(), "good.db")
	must(t, b.Backup(ctx, good))
	whole, err := os.ReadFile(good)
	must(t, err)
	put := func(name string, content []byte) string {
		path := filepath.Join(t.TempDir(), name)
		must(t, os.WriteFile(path, content, 0o600))
		return path
	}
	flipped := func(at int) []byte {
		bad := bytes.Clone(whole)
		bad[at] ^= 1
		return bad
	}
	text := bytes.LastIndex(whole, []byte(strings.Repeat("满", 20))) // inside a note
	for _, c := range []struct {
		name, from, code string
	}{
		{"missing", filepath.Join(t.TempDir(), "no.db"), "book.missing"}, {"folder", t.TempDir(), "book.isdir"},
		{"empty", put("e.db", nil), "book.empty"}, {"text", put("t.db", []byte("hello\n")), "book.notabook"},
		{"bundle", export(t, b), "restore.bundle"}, {"in use", l.path(), "restore.open"},
		{"half", put("h.db", whole[:len(whole)/2]), "restore.damaged"}, {"a bit of a note", put("n.db", flipped(text)), "restore.damaged"},
	} {
		dir := t.TempDir()
		to := filepath.Join(dir, "book.zoufang")
		_, err := Restore(ctx, c.from, to, NewRing(l.opts.Home), nil)
		wantFault(t, err, c.code)
		hasSentence(t, err)
		if left := listDir(t, dir); len(left) > 0 {
			t.Errorf("%s: left behind: %v", c.name, left)
		}
		if f := err.(*Fault); len(f.Args) == 0 || f.Args[0] != c.from {
			t.Errorf("%s: the sentence names %v", c.name, f.Args)
		}
	}
	_, err = Restore(ctx, good, l.path(), NewRing(l.opts.Home), nil)
	wantFault(t, err, "restore.exists")
	_, err = Restore(ctx, good, filepath.Join(t.TempDir(), "no", "book.db"), NewRing(l.opts.Home), nil)
	wantFault(t, err, "restore.nofolder")
	if after, _ := os.ReadFile(good); !bytes.Equal(after, whole) {
		t.Error("restoring wrote to the copy")
	}
}

// Both go on typing, the old book and the one that was restored; merged either way nothing is lost and nothing doubled.
func TestRestoredAndOldBookMeet(t *testing.T) {
	for _, machine := range []string{"m1", "m2"} {
		l := newLaptop(t, "m1")
		old := l.create(Setup{})
		must(t, old.SetMe(ctx, liMin))
		id := startCivil(t, old)
		_, err := old.SaveEntry(ctx, visit(t, old, id), entryOf("备份以前"))
		must(t, err)
		must(t, old.Apply(ctx, placeEdit(id, "一楼", nil)))
		copied := filepath.Join(stick(t), "copy.db")
		must(t, old.Backup(ctx, copied))
		_, err = old.SaveEntry(ctx, visit(t, old, id), entryOf("老本上写的"))
		must(t, err)

		spare := laptop{t: t, dir: t.TempDir(), opts: l.opts}
		spare.opts.Machine = machine
		if machine != "m1" {
			spare.opts.Home = filepath.Join(spare.dir, "home")
		}
		r, err := Restore(ctx, copied, spare.path(), NewRing(spare.opts.Home), nil)
		must(t, err)
		if r.Changes == 0 || r.Digest == "" {
			t.Errorf("%+v", r)
		}
		b := spare.open(spare.path())
		if b.own.id == old.own.id || b.Me() != old.Me() || b.Info().BookID == old.Info().BookID {
			t.Fatalf("%s: it is not a new device of the same person", machine)
		}
		_, err = b.SaveEntry(ctx, visit(t, b, id), entryOf("备用机上写的"))
		must(t, err)
		bring(t, old, b)
		bring(t, b, old)
		for _, x := range []*Book{old, b} {
			d := visit(t, x, id)
			got := map[string]int{}
			for _, e := range d.Entries {
				got[e.Text]++
			}
			if len(d.Entries) != 3 || got["备份以前"] != 1 || got["老本上写的"] != 1 || got["备用机上写的"] != 1 || d.Listen.Place != "一楼" {
				t.Errorf("%s: %v", machine, got)
			}
			list, err := x.Conflicts(ctx, nil)
			must(t, err)
			if len(list) > 0 {
				t.Errorf("%s: contested: %+v", machine, list)
			}
		}
		if checkDigest(t, old) == "" || visit(t, old, id).digest != visit(t, b, id).digest {
			t.Errorf("%s: they do not hold the same", machine)
		}
		must(t, old.Close())
	}
}

// bring takes a bundle from one book to another, enrolled as it must be.
func bring(t *testing.T, from, to *Book) {
	t.Helper()
	must(t, to.Enrol(ctx, from.own.id, ""))
	out, err := from.Export(ctx, t.TempDir(), ExportOptions{Relay: true, Receipts: true}, nil)
	must(t, err)
	for _, f := range mergeFiles(t, to, out.Path).Files {
		if f.Verdict == Refused {
			t.Fatal(f.Fault)
		}
	}
}
