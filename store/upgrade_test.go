package store

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// withUpgrades makes this program one that has taken these steps.
func withUpgrades(t *testing.T, steps ...string) {
	was := upgrades
	upgrades = steps
	if t != nil {
		t.Cleanup(func() { upgrades = was })
	}
}

// crafted are steps of a program that does not exist.
var crafted = []string{
	"CREATE TABLE extra (n INTEGER)",
	"INSERT INTO extra SELECT seq FROM op; CREATE INDEX op_seq ON op (seq)",
}

func copies(t *testing.T, l laptop) []string {
	t.Helper()
	list, err := filepath.Glob(l.path() + ".v*")
	must(t, err)
	return list
}

func TestUpgradeCopiesTheBookFirst(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	id := startCivil(t, b)
	must(t, b.Apply(ctx, placeEdit(id, "三楼", nil)))
	must(t, b.SaveDraft(ctx, Draft{Record: id, Kind: KindListen, Field: "key_points", Text: "打了一半"}))
	device, digest := b.own.id, checkDigest(t, b)
	must(t, b.Close())
	old, err := os.ReadFile(l.path())
	must(t, err)

	withUpgrades(t, crafted...)
	_, err = OpenReadOnly(ctx, l.path(), l.opts)
	wantFault(t, err, "book.older")
	b = l.open(l.path())
	up := b.Upgraded()
	if up == nil || up.From != 1 || up.To != 3 || filepath.Dir(up.Copy) != filepath.Dir(l.path()) {
		t.Fatalf("%+v", up)
	}
	if b.own.id != device || checkDigest(t, b) != digest {
		t.Error("the upgrade changed what the book holds, or who it is")
	}
	var n int
	must(t, b.r.QueryRow("SELECT count(*) FROM extra").Scan(&n))
	if d, err := b.Draft(ctx, id, KindListen, "key_points"); n == 0 || err != nil || d == nil {
		t.Errorf("%d, %v, %v", n, d, err)
	}
	_, err = b.SaveEntry(ctx, visit(t, b, id), entryOf("升级以后写的"))
	must(t, err)
	must(t, b.Close())
	b = l.open(l.path())
	if b.Upgraded() != nil || len(copies(t, l)) != 1 {
		t.Error("upgraded twice")
	}
	must(t, b.Close())

	// The older program refuses it and does not touch it; the copy is a book of its own.
	upgrades = nil
	newer, err := os.ReadFile(l.path())
	must(t, err)
	_, err = Open(ctx, l.path(), l.opts)
	wantFault(t, err, "book.newer")
	hasSentence(t, err)
	_, err = OpenReadOnly(ctx, l.path(), l.opts)
	wantFault(t, err, "book.newer")
	after, err := os.ReadFile(l.path())
	must(t, err)
	if !bytes.Equal(newer, after) || bytes.Equal(old, after) || lies(l.path()+"-wal") {
		t.Error("the older program touched the book")
	}
	c, err := OpenReadOnly(ctx, up.Copy, l.opts)
	must(t, err)
	defer c.Close()
	if checkDigest(t, c) != digest || visit(t, c, id).Listen.Place != "三楼" {
		t.Error("the copy is not the book as it was")
	}
}

func checkDigest(t *testing.T, b *Book) string {
	t.Helper()
	r, err := b.Check(ctx)
	must(t, err)
	return r.Digest
}

// A step that fails leaves the old book, readable by the old program, and the copy.
func TestUpgradeThatFails(t *testing.T) {
	l := newLaptop(t, "m1")
	must(t, l.create(Setup{}).Close())
	before, err := os.ReadFile(l.path())
	must(t, err)
	withUpgrades(t, append(crafted[:2:2], "CREATE TABLE op (n)")...)
	_, err = Open(ctx, l.path(), l.opts)
	wantFault(t, err, "upgrade.failed")
	hasSentence(t, err)
	if !strings.Contains(fmt.Sprint(err), "already exists") || len(copies(t, l)) != 1 {
		t.Errorf("%v, copies %v", err, copies(t, l))
	}
	upgrades = nil
	b := l.open(l.path())
	checkDigest(t, b)
	must(t, b.Close())
	if after, _ := os.ReadFile(l.path()); len(after) != len(before) {
		t.Error("something of the steps stayed")
	}
}

// No copy, no upgrade.
func TestUpgradeWithoutRoomForTheCopy(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	fill(t, b, 40)
	must(t, b.Close())
	out, err := child(t, "upgrade-full", l).Output()
	must(t, err)
	if strings.Contains(string(out), "skip") {
		return // this system sets no such limit
	}
	if !strings.Contains(string(out), "upgrade.copy true") {
		t.Fatalf("the child was told: %s", out)
	}
	onlyTheBook(t, l)
	checkDigest(t, l.open(l.path()))
}

// onlyTheBook wants nothing beside the book but its lock and the home.
func onlyTheBook(t *testing.T, l laptop) {
	t.Helper()
	for _, name := range listDir(t, l.dir) {
		if name != "home" && name != filepath.Base(l.path()) && name != filepath.Base(l.path())+".lock" {
			t.Errorf("left behind: %s", name)
		}
	}
}

// kill -9 at some moment of the upgrade leaves the old book or the new one; the next start goes on from there.
func TestUpgradeKilled(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	fill(t, b, 30)
	digest, device := checkDigest(t, b), b.own.id
	must(t, b.Close())
	book, err := os.ReadFile(l.path())
	must(t, err)
	mark, err := os.ReadDir(filepath.Join(l.opts.Home, "devices"))
	must(t, err)
	old, changed := 0, 0
	for round := range 24 {
		must(t, os.WriteFile(l.path(), book, 0o600))
		for _, c := range copies(t, l) {
			must(t, os.Remove(c))
		}
		cmd := child(t, "upgrade", l)
		must(t, cmd.Start())
		waitForStep(l, round)
		_ = cmd.Process.Kill() // it may have ended by itself
		_ = cmd.Wait()
		v := versionIn(t, l.path())
		switch v {
		case 1:
			old++
		case 3:
			changed++
		default:
			t.Fatalf("version %d", v)
		}
		func() {
			withUpgrades(t, crafted...)
			defer func() { upgrades = nil }()
			b := l.open(l.path())
			defer b.Close()
			if b.own.id != device || checkDigest(t, b) != digest {
				t.Errorf("round %d: not the book as it was", round)
			}
		}()
	}
	if old == 0 || changed == 0 || len(mark) == 0 {
		t.Errorf("killed before %d times, after %d times: nothing shown", old, changed)
	}
}

// waitForStep waits for a moment of the upgrade that differs from round to round: the copy is begun, it is there, the
// journal of the steps is there, and a little later each.
func waitForStep(l laptop, round int) {
	what := []string{".new-*", "*.v1-*", "*-journal", "*.lock"}[round%4]
	for range 20000 {
		if found, _ := filepath.Glob(filepath.Join(l.dir, what)); len(found) > 0 {
			break
		}
		time.Sleep(100 * time.Microsecond)
	}
	time.Sleep(time.Duration(round/4) * 3 * time.Millisecond)
}

func versionIn(t *testing.T, path string) (v int) {
	t.Helper()
	db, err := sql.Open("sqlite", dsn(path, ""))
	must(t, err)
	defer db.Close()
	must(t, db.QueryRow("PRAGMA user_version").Scan(&v))
	return v
}
