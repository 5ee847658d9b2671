package store

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"zoufang/store/bundle"
)

func copyFile(t *testing.T, from, to string) {
	t.Helper()
	b, err := os.ReadFile(from)
	must(t, err)
	must(t, os.WriteFile(to, b, 0o600))
}

func TestWhatIsNoBook(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.Close())
	book, err := os.ReadFile(l.path())
	must(t, err)
	newer := append([]byte(nil), book...)
	binary.BigEndian.PutUint32(newer[60:], uint32(schemaVersion())+1)
	other := append([]byte(nil), book...)
	binary.BigEndian.PutUint32(other[68:], 7)
	for _, c := range []struct {
		name, code string
		content    []byte
	}{
		{"空.zoufang", "book.empty", nil}, {"text.zoufang", "book.notabook", []byte("just a text\n")},
		{"long.zoufang", "book.notabook", []byte(strings.Repeat("just a text\n", 50))}, {"newer.zoufang", "book.newer", newer},
		{"other.zoufang", "book.notabook", other}, {"half.zoufang", "book.corrupt", book[:len(book)/2]},
	} {
		path := filepath.Join(t.TempDir(), c.name)
		must(t, os.WriteFile(path, c.content, 0o600))
		for name, open := range map[string]func() (*Book, error){
			"open":     func() (*Book, error) { return Open(ctx, path, l.opts) },
			"readonly": func() (*Book, error) { return OpenReadOnly(ctx, path, l.opts) },
		} {
			_, err := open()
			if !IsFault(err, c.code) {
				t.Errorf("%s %s: %v, want %s", name, c.name, err, c.code)
			}
		}
		if after, _ := os.ReadFile(path); string(after) != string(c.content) {
			t.Errorf("%s was changed", c.name)
		}
	}
	_, err = Open(ctx, t.TempDir(), l.opts)
	wantFault(t, err, "book.isdir")
	_, err = Open(ctx, filepath.Join(t.TempDir(), "nothing"), l.opts)
	wantFault(t, err, "book.missing")
	_, err = Create(ctx, l.path(), l.opts, Setup{District: "云台区", Year: "2026"})
	wantFault(t, err, "book.exists")
	_, err = Create(ctx, filepath.Join(l.dir, "x"), l.opts, Setup{Year: "2026"})
	wantFault(t, err, "setup.district")
	_, err = Create(ctx, filepath.Join(l.dir, "no", "such", "x"), l.opts, Setup{District: "云台区", Year: "2026"})
	if !IsFault(err, "book.cantopen") && !IsFault(err, "book.missing") {
		t.Errorf("%v", err)
	}
}

func TestABookIsNeverHalfMade(t *testing.T) {
	l := newLaptop(t, "m1")
	_, err := Create(ctx, l.path(), l.opts, Setup{District: "云台区", Year: "2026", Scheme: []byte("schema_version: 1")})
	if err == nil {
		t.Fatal("a scheme with problems was taken")
	}
	if entries, _ := os.ReadDir(l.dir); len(entries) != 0 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestASecondWriterIsToldWho(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	_, err := Open(ctx, l.path(), l.opts)
	wantFault(t, err, "book.busy")
	var f *Fault
	if !errors.As(err, &f) || f.Args[1] != "李敏" || f.Args[3] != os.Getpid() {
		t.Errorf("%+v", f)
	}
	// Readers work beside the writer, and see what it saved last.
	id := startCivil(t, b)
	r, err := OpenReadOnly(ctx, l.path(), l.opts)
	must(t, err)
	defer r.Close()
	must(t, b.Apply(ctx, placeEdit(id, "三楼", nil)))
	if d := visit(t, r, id); d.Listen.Place != "三楼" || r.Me().Name != "李敏" {
		t.Errorf("%+v", d.Listen)
	}
	if rows, err := r.Units(ctx); err != nil || len(rows) != 1 || !r.Info().ReadOnly {
		t.Errorf("%v %v", rows, err)
	}
	wantFault(t, r.Apply(ctx, placeEdit(id, "四楼", nil)), "book.readonly")
	wantFault(t, r.SaveDraft(ctx, Draft{Kind: KindListen, Field: "place"}), "book.readonly")
	must(t, b.Close())
	b = l.open(l.path())
	if b.Me().Name != "李敏" {
		t.Error("the lock outlived its holder")
	}
}

func TestAFolderThatCannotBeWritten(t *testing.T) {
	if runtime.GOOS == "windows" || os.Geteuid() == 0 {
		return // folders have no such mode there, and root writes everywhere
	}
	l := newLaptop(t, "m1")
	must(t, l.create(Setup{}).Close())
	must(t, os.Remove(l.path()+".lock"))
	must(t, os.Chmod(l.dir, 0o500))
	defer os.Chmod(l.dir, 0o700)
	_, err := Open(ctx, l.path(), l.opts)
	wantFault(t, err, "book.readonly")
	r, err := OpenReadOnly(ctx, l.path(), l.opts)
	must(t, err)
	must(t, r.Close())
}

// device opens a book, writes something and closes it, and tells which device and book it was.
func (l laptop) device(path, text string) (bundle.DeviceID, string) {
	l.t.Helper()
	b, err := Open(ctx, path, l.opts)
	must(l.t, err)
	must(l.t, b.SetLabel(ctx, text))
	_, err = b.Check(ctx)
	must(l.t, err)
	dev, id := b.own.id, b.Info().BookID
	must(l.t, b.Close())
	return dev, id
}

func TestABookThatStaysAtHomeKeepsItsDevice(t *testing.T) {
	l := newLaptop(t, "m1")
	must(t, l.create(Setup{}).Close())
	one, book := l.device(l.path(), "一")
	two, again := l.device(l.path(), "二")
	if one != two || book != again {
		t.Error("a second start is a new device")
	}
	moved := filepath.Join(t.TempDir(), "moved.zoufang")
	must(t, os.Rename(l.path(), moved))
	if three, _ := l.device(moved, "三"); three != one {
		t.Error("a book in another folder is a new device")
	}
	// The mark may be behind after a power loss: the book is ahead and its chain holds.
	marks, _ := filepath.Glob(filepath.Join(l.opts.Home, "devices", "*.mark"))
	behind, err := os.ReadFile(marks[0])
	must(t, err)
	l.device(moved, "四")
	must(t, os.WriteFile(marks[0], behind, 0o600))
	if four, _ := l.device(moved, "五"); four != one {
		t.Error("a book ahead of its mark is a new device")
	}
}

func TestACopyIsAnotherDevice(t *testing.T) {
	l := newLaptop(t, "m1")
	must(t, l.create(Setup{}).Close())
	one, book := l.device(l.path(), "一")
	stick := filepath.Join(t.TempDir(), "copy.zoufang")
	copyFile(t, l.path(), stick)

	// On another machine: another device of the same book, which names the one it continues.
	other := newLaptop(t, "m2")
	two, same := other.device(stick, "二")
	if two == one || same != book {
		t.Errorf("device %v book %v on the second machine", two == one, same == book)
	}
	// With the first machine's home folder (a copied disk) it is another device too.
	other.opts.Home = l.opts.Home
	if three, _ := other.device(stick, "三"); three == one {
		t.Error("a copied home folder makes one device of two machines")
	}

	// On the same machine, while the first goes on: another device, and a book of its own.
	beside := filepath.Join(t.TempDir(), "beside.zoufang")
	copyFile(t, l.path(), beside)
	l.device(l.path(), "四")
	four, fork := l.device(beside, "五")
	if four == one || fork == book {
		t.Error("a copy that is behind writes on under the same name")
	}
	// And both go on as what they are.
	if again, id := l.device(beside, "六"); again != four || id != fork {
		t.Error("the copy does not keep its new identity")
	}
	if again, id := l.device(l.path(), "七"); again != one || id != book {
		t.Error("the first lost its identity to the copy")
	}
}

func TestTwoCopiesOpenAtOnce(t *testing.T) {
	l := newLaptop(t, "m1")
	must(t, l.create(Setup{}).Close())
	l.device(l.path(), "一")
	beside := filepath.Join(t.TempDir(), "beside.zoufang")
	copyFile(t, l.path(), beside)
	a, b := l.open(l.path()), l.open(beside)
	if a.own.id == b.own.id || a.Info().BookID == b.Info().BookID {
		t.Error("two open copies write as one device")
	}
}

func TestARestoredBookIsAnotherDevice(t *testing.T) {
	l := newLaptop(t, "m1")
	must(t, l.create(Setup{}).Close())
	one, _ := l.device(l.path(), "一")
	backup := filepath.Join(t.TempDir(), "backup.zoufang")
	copyFile(t, l.path(), backup)
	l.device(l.path(), "二")
	must(t, os.Remove(l.path()))
	copyFile(t, backup, l.path())
	two, _ := l.device(l.path(), "三")
	if two == one {
		t.Fatal("a restored book writes a second history under one name")
	}
	b := l.open(l.path())
	var c bundle.Change
	var body []byte
	must(t, b.w.QueryRow("SELECT body FROM op WHERE dev = ? AND seq = 1", b.own.ix).Scan(&body))
	c, err := bundle.Decode(two, body)
	must(t, err)
	if c.Kind != bundle.NewDevice || len(c.Refs) != 1 || c.Refs[0].Dev != one {
		t.Errorf("first words %+v", c)
	}
	// Another history of the same length: the mark's hash is not in it.
	must(t, b.Close())
	marks, _ := filepath.Glob(filepath.Join(l.opts.Home, "devices", b.Info().BookID+"*.mark"))
	text, err := os.ReadFile(marks[0])
	must(t, err)
	must(t, os.WriteFile(marks[0], []byte(strings.Replace(string(text), `"head":"`, `"head":"00`, 1)), 0o600))
	if three, _ := l.device(l.path(), "四"); three == two {
		t.Error("a mark that cannot be read is trusted")
	}
}

func TestAnIdentityIsPrivate(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	keys, _ := filepath.Glob(filepath.Join(l.opts.Home, "devices", "*.json"))
	if len(keys) != 1 {
		t.Fatal(keys)
	}
	st, err := os.Stat(keys[0])
	must(t, err)
	if runtime.GOOS != "windows" && st.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", st.Mode())
	}
	book, err := os.ReadFile(l.path())
	must(t, err)
	if strings.Contains(string(book), string(b.own.key.Seed())) {
		t.Error("the key is in the book")
	}
	if i := b.Info(); i.Device.ID != b.own.id.String() || i.District != "云台区" || i.Round.Scheme == "" {
		t.Errorf("%+v", i)
	}
}

func TestBackupIsAWholeBook(t *testing.T) {
	b, id := fieldBook(t, liMin)
	must(t, b.Apply(ctx, placeEdit(id, "三楼", nil)))
	path := filepath.Join(t.TempDir(), "备份.zoufang")
	must(t, b.Backup(ctx, path))
	wantFault(t, b.Backup(ctx, path), "backup.exists")
	r, err := OpenReadOnly(ctx, path, Options{})
	must(t, err)
	defer r.Close()
	if d := visit(t, r, id); d.Listen.Place != "三楼" {
		t.Errorf("%+v", d.Listen)
	}
	must(t, b.QuickCheck(ctx))
	again := filepath.Join(t.TempDir(), "again.zoufang")
	must(t, r.Backup(ctx, again)) // of a book that is only read
	r2, err := OpenReadOnly(ctx, again, Options{})
	must(t, err)
	must(t, r2.Close())
}

func TestRebuildKeepsEverything(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	must(t, a.Apply(ctx, placeEdit(id, "一楼", nil)))
	must(t, b.Apply(ctx, placeEdit(id, "二楼", nil)))
	carry(t, b, a)
	must(t, a.SaveDraft(ctx, Draft{Record: id, Kind: KindListen, Field: "place", Text: "打了一半"}))
	before := visit(t, a, id).digest
	_, err := a.Units(ctx)
	must(t, err)
	must(t, a.Rebuild(ctx))
	if visit(t, a, id).digest != before {
		t.Error("rebuilding changed what the book holds")
	}
	if d, err := a.Draft(ctx, id, KindListen, "place"); err != nil || d == nil {
		t.Errorf("rebuilding lost a draft: %v", err)
	}
	r, err := a.Check(ctx)
	must(t, err)
	if r.Changes != changes(t, a) || r.Devices != 2 || r.Waiting != 0 {
		t.Errorf("%+v", r)
	}
	_, err = a.w.Exec("DELETE FROM head WHERE field = ?", int64(FieldOf(KindListen, "place").No))
	must(t, err)
	_, err = a.Check(ctx)
	wantFault(t, err, "check.heads")
	_, err = a.w.Exec("UPDATE op SET body = substr(body, 1, length(body) - 1) || x'01' WHERE dev = 1 AND seq = 2")
	must(t, err)
	_, err = a.Check(ctx)
	wantFault(t, err, "check.change")
}
