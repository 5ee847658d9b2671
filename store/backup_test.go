package store

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"zoufang/store/bundle"
)

// timed is a laptop whose clock the test moves.
func timed(t *testing.T) (l laptop, now *time.Time) {
	l = newLaptop(t, "m1")
	at := time.Date(2026, 3, 9, 9, 0, 0, 0, time.Local)
	l.opts.Now = func() time.Time { return at }
	return l, &at
}

func stick(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "优盘")
	must(t, os.Mkdir(dir, 0o755))
	return dir
}

func TestCopiesAreMadeByThemselves(t *testing.T) {
	l, now := timed(t)
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	id := startCivil(t, b)
	dir := stick(t)
	state := func() BackupState {
		t.Helper()
		s, err := b.BackupState(ctx)
		must(t, err)
		return s
	}
	if s := state(); s.Plan.Dir != "" || s.Due || s.Alarm(*now) != nil {
		t.Errorf("before anything was set: %+v", s)
	}
	for _, c := range []struct {
		p    BackupPlan
		code string
	}{
		{BackupPlan{Dir: filepath.Join(dir, "nothing")}, "backup.nofolder"}, {BackupPlan{Dir: l.dir}, "backup.here"},
		{BackupPlan{Dir: dir, Every: time.Second}, "backup.often"}, {BackupPlan{Dir: dir, Keep: 1001}, "backup.keep"},
		{BackupPlan{Dir: dir, Seal: true}, "backup.nokey"},
	} {
		err := b.SetBackup(ctx, c.p)
		wantFault(t, err, c.code)
		hasSentence(t, err)
	}
	must(t, b.SetBackup(ctx, BackupPlan{Dir: dir, Every: 30 * time.Minute, Keep: 3}))
	if s := state(); !s.Due || !IsFault(s.Alarm(*now), "backup.never") {
		t.Errorf("set and never made: %+v", s)
	}
	copyNow := func() BackupState {
		t.Helper()
		s, err := b.AutoBackup(ctx, nil)
		must(t, err)
		return s
	}
	if s := copyNow(); s.Due || !s.Fresh || s.Kept != 1 || s.Alarm(*now) != nil || !s.Last.Equal(*now) {
		t.Errorf("made: %+v", s)
	}
	*now = now.Add(24 * time.Hour)
	if s := state(); s.Due || s.Alarm(*now) != nil {
		t.Errorf("nothing was written since, and yet: %+v", s)
	}
	must(t, b.SaveDraft(ctx, Draft{Record: id, Kind: KindListen, Field: "place", Text: "打了一半"}))
	if s := state(); !s.Due || !IsFault(s.Alarm(*now), "backup.old") {
		t.Errorf("something is being typed: %+v", s)
	}

	// The stick is out: it says so, and goes on when it is back.
	must(t, os.Rename(dir, dir+"-out"))
	s, err := b.AutoBackup(ctx, nil)
	wantFault(t, err, "backup.nofolder")
	if s = state(); s.Due || !IsFault(s.Alarm(*now), "backup.nofolder") || s.Kept != 1 {
		t.Errorf("the stick is out: %+v", s)
	}
	hasSentence(t, s.Alarm(*now))
	must(t, os.Rename(dir+"-out", dir))
	if s = state(); !s.Due {
		t.Errorf("the stick is back, and nothing is due: %+v", s)
	}
	if s = copyNow(); s.Alarm(*now) != nil || s.Due || s.Kept != 2 {
		t.Errorf("the stick is back: %+v", s)
	}
	c, err := OpenReadOnly(ctx, s.Path, l.opts)
	must(t, err)
	defer c.Close()
	if d, err := c.Draft(ctx, id, KindListen, "place"); err != nil || d == nil || d.Text != "打了一半" {
		t.Errorf("what was being typed is not in the copy: %v %v", d, err)
	}
	if st, err := os.Stat(s.Path); err != nil || runtime.GOOS != "windows" && st.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", st.Mode(), err)
	}
	must(t, b.SetBackup(ctx, BackupPlan{}))
	if s = state(); s.Plan.Dir != "" || len(listDir(t, dir)) != 2 {
		t.Error("ending it takes copies away, or does not end it")
	}
}

// What is thinned out is what this book wrote, byte for byte; everything else in the folder stays, whatever its name.
func TestThinningTakesOnlyItsOwn(t *testing.T) {
	l, now := timed(t)
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	id := startCivil(t, b)
	dir := stick(t)
	must(t, b.SetBackup(ctx, BackupPlan{Dir: dir, Keep: 3}))
	one := func() string {
		t.Helper()
		*now = now.Add(time.Hour)
		_, err := b.SaveEntry(ctx, visit(t, b, id), entryOf("又一条"))
		must(t, err)
		s, err := b.AutoBackup(ctx, nil)
		must(t, err)
		return s.Path
	}
	changed, gone := one(), one()
	f, err := os.OpenFile(changed, os.O_WRONLY|os.O_APPEND, 0)
	must(t, err)
	_, err = f.WriteString("x")
	must(t, errors.Join(err, f.Close()))
	must(t, os.Remove(gone))
	swapped := one()
	whole, err := os.ReadFile(swapped)
	must(t, err)
	whole[len(whole)-1] ^= 1 // same name, same size
	must(t, os.WriteFile(swapped, whole, 0o600))
	foreign := []string{"zoufang-" + b.Info().BookID[:8] + "-20260101-000000.db", "年终.docx", "zoufang.db"}
	for _, name := range foreign {
		must(t, os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o600))
	}
	var last string
	for range 9 {
		last = one()
	}
	names := listDir(t, dir)
	for _, name := range append(foreign, filepath.Base(changed), filepath.Base(swapped), filepath.Base(last)) {
		if !slices.Contains(names, name) {
			t.Errorf("%s is gone", name)
		}
	}
	if own := len(names) - len(foreign) - 2; own < 2 || own > 3 { // the swapped one is counted until its turn comes
		t.Errorf("%d own copies: %v", own, names)
	}
}

func TestSurplus(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, keep := rapid.IntRange(0, 60).Draw(t, "n"), rapid.IntRange(1, 12).Draw(t, "keep")
		at := time.Date(2026, 3, 9, 9, 0, 0, 0, time.UTC)
		var times []time.Time
		for range n {
			at = at.Add(time.Duration(rapid.IntRange(1, 1<<16).Draw(t, "gap")) * time.Second)
			times = append(times, at)
		}
		drop := surplus(times, keep, at)
		if len(drop) != max(0, n-keep) || !slices.IsSorted(drop) || len(slices.Compact(slices.Clone(drop))) != len(drop) {
			t.Fatalf("%d of %d copies go, %d should stay", len(drop), n, keep)
		}
		if n > 0 && slices.Contains(drop, n-1) || keep > 1 && n > 1 && slices.Contains(drop, 0) {
			t.Fatalf("the newest or the first goes: %v of %d", drop, n)
		}
	})
	// A season of copies every half hour: recent ones close together, older ones sparser, none of the ends lost.
	var kept []time.Time
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	for range 14 * 48 {
		now = now.Add(30 * time.Minute)
		kept = append(kept, now)
		for _, i := range surplus(kept, 10, now) {
			kept = slices.Delete(kept, i, i+1)
		}
	}
	if newest := kept[9].Sub(kept[8]); newest > 2*time.Hour {
		t.Errorf("the newest two lie %v apart", newest)
	}
	if far := kept[1].Sub(kept[0]); far < 24*time.Hour {
		t.Errorf("the oldest two lie only %v apart", far)
	}
}

// A copy for the office's key lies on the stick sealed only, is proven, and comes back there where the key is.
func TestSealedCopies(t *testing.T) {
	o, b, _ := officeWithKey(t)
	id := startCivil(t, b)
	must(t, b.Apply(ctx, placeEdit(id, "三楼会议室", nil)))
	if can, err := b.CanSealBackups(ctx); err != nil || !can {
		t.Fatal(can, err)
	}
	dir := stick(t)
	must(t, b.SetBackup(ctx, BackupPlan{Dir: dir, Seal: true, Keep: 1}))
	s, err := b.AutoBackup(ctx, nil)
	must(t, err)
	file, err := os.ReadFile(s.Path)
	must(t, err)
	if !bundle.Sealed(file) || bytes.Contains(file, []byte("三楼会议室")) || len(listDir(t, dir)) != 1 {
		t.Error("the stick holds something plain")
	}
	for _, name := range listDir(t, filepath.Dir(b.path)) {
		if strings.Contains(name, "plain") {
			t.Errorf("left behind: %s", name)
		}
	}
	to := filepath.Join(t.TempDir(), "book.zoufang")
	if _, err := Restore(ctx, s.Path, to, NewRing(t.TempDir()), nil); !IsFault(err, bundle.FaultNotForKey) || lies(to) {
		t.Errorf("a stranger: %v", err)
	}
	_, err = Restore(ctx, s.Path, to, o.Ring(), nil)
	must(t, err)
	r := newLaptop(t, "m9")
	c := r.open(to)
	if visit(t, c, id).Listen.Place != "三楼会议室" {
		t.Error("not what was copied")
	}
	for i := 0; i < len(file); i += 1 + len(file)/40 {
		bad := bytes.Clone(file)
		bad[i] ^= 4
		path := filepath.Join(dir, "bad.age")
		must(t, os.WriteFile(path, bad, 0o600))
		out := filepath.Join(t.TempDir(), "book.zoufang")
		if _, err := Restore(ctx, path, out, o.Ring(), nil); err == nil || lies(out) {
			t.Fatalf("byte %d flipped: %v", i, err)
		} else {
			hasSentence(t, err)
		}
	}
}

// kill -9 while copies are made: whatever has a name is a whole book, and what is half lies under the hidden name only,
// which the next copy takes away.
func TestKilledWhileCopying(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	fill(t, b, 30)
	dir := stick(t)
	must(t, b.SetBackup(ctx, BackupPlan{Dir: dir, Keep: 3}))
	digest := checkDigest(t, b)
	must(t, b.Close())
	halves := 0
	for round := range 8 {
		cmd := child(t, "backup", l)
		out, err := cmd.StdoutPipe()
		must(t, err)
		must(t, cmd.Start())
		lines := bufio.NewScanner(out)
		for n := 0; n <= round%3 && lines.Scan(); n++ {
		}
		time.Sleep(time.Duration(round) * 3 * time.Millisecond)
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		for _, name := range listDir(t, dir) {
			if strings.HasPrefix(name, ".") {
				halves++
				continue
			}
			c, err := OpenReadOnly(ctx, filepath.Join(dir, name), l.opts)
			must(t, err)
			if checkDigest(t, c) != digest {
				t.Errorf("%s is not the book", name)
			}
			must(t, c.Close())
		}
	}
	if halves == 0 {
		t.Error("never killed in the middle: nothing shown")
	}
	b = l.open(l.path())
	_, err := b.AutoBackup(ctx, nil)
	must(t, err)
	for _, name := range listDir(t, dir) {
		if strings.HasPrefix(name, ".") {
			t.Errorf("left behind: %s", name)
		}
	}
}

// A full disk leaves nothing half written: no copy, no restored book, and the book as it was.
func TestCopiesOnAFullDisk(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	fill(t, b, 40)
	out := filepath.Join(l.dir, "out")
	must(t, os.Mkdir(out, 0o755))
	must(t, b.Backup(ctx, filepath.Join(l.dir, "good.db")))
	must(t, b.SetBackup(ctx, BackupPlan{Dir: out}))
	digest := checkDigest(t, b)
	must(t, b.Close())
	said, err := child(t, "copies-full", l).Output()
	must(t, err)
	if strings.Contains(string(said), "skip") {
		return // this system sets no such limit
	}
	lines := strings.Split(strings.TrimSpace(string(said)), "\n")
	for i, want := range []string{"backup.", "backup.", "restore.full"} { // SQLite tells this limit as an error of the disk
		if i >= len(lines) || !strings.HasPrefix(lines[i], want) || !strings.Contains(lines[i], " true ") {
			t.Errorf("the child was told:\n%s", said)
			break
		}
	}
	if left := listDir(t, out); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	b = l.open(l.path())
	if checkDigest(t, b) != digest {
		t.Error("the book is not as it was")
	}
	if s, err := b.BackupState(ctx); err != nil || s.Alarm(time.Now()) == nil {
		t.Errorf("%+v %v", s, err)
	}
}

// Real small disks, where the system lets us make them: the stick is full at whatever point of the copy.
func TestCopiesToASmallStick(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	fill(t, b, 10)
	for _, kib := range []int{4, 64, 300, 600} {
		dir, ok := smallDisk(t, kib, "")
		if !ok {
			return // TestCopiesOnAFullDisk does a part of this
		}
		must(t, b.SetBackup(ctx, BackupPlan{Dir: dir}))
		_, err := b.AutoBackup(ctx, nil)
		wantFault(t, err, "backup.full")
		if left := listDir(t, dir); len(left) > 0 {
			t.Errorf("%d KiB: left behind: %v", kib, left)
		}
		_, err = Restore(ctx, l.path(), filepath.Join(dir, "book.db"), b.Ring(), nil)
		wantFault(t, err, "restore.open") // it is in use
	}
}

// Stopped by somebody: no copy, and no try is noted.
func TestSkippedCopy(t *testing.T) {
	b := newLaptop(t, "m1").create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	fill(t, b, 20)
	dir := stick(t)
	must(t, b.SetBackup(ctx, BackupPlan{Dir: dir}))
	gone, cancel := context.WithCancel(ctx)
	_, err := b.AutoBackup(gone, func(Progress) { cancel() })
	if !errors.Is(err, context.Canceled) || len(listDir(t, dir)) > 0 {
		t.Errorf("%v, %v", err, listDir(t, dir))
	}
	if s, err := b.BackupState(ctx); err != nil || s.Why != nil || !s.Due {
		t.Errorf("%+v %v", s, err)
	}
}

// Typing goes on while a copy is made, and the copy is a state that the book had.
func TestTypingBesideACopy(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	id := fill(t, b, 30)
	done := make(chan error, 1)
	path := filepath.Join(stick(t), "copy.db")
	go func() { done <- b.Backup(ctx, path) }()
	d := visit(t, b, id)
	written := 0
	for ended := false; !ended; {
		select {
		case err := <-done:
			must(t, err)
			ended = true
		default:
			_, err := b.SaveEntry(ctx, d, entryOf(fmt.Sprint("同时写的", written)))
			must(t, err)
			written++
		}
	}
	c, err := OpenReadOnly(ctx, path, l.opts)
	must(t, err)
	defer c.Close()
	checkDigest(t, c)
	if n := len(visit(t, c, id).Entries); n < 30 || n > 30+written || written == 0 {
		t.Errorf("%d entries in the copy, %d written beside it", n, written)
	}
}
