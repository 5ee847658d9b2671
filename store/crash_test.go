package store

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"zoufang/checklist"
)

// TestMain lets the test binary be the process that is killed or runs out of disk.
func TestMain(m *testing.M) {
	switch os.Getenv("ZOUFANG_TEST_CHILD") {
	case "type":
		childTypes()
	case "full":
		childFillsDisk()
	case "merge":
		childMerges()
	case "export":
		childExports()
	case "limited":
		childLimited()
	case "upgrade":
		childUpgrades()
	case "upgrade-full":
		childUpgradesFull()
	case "backup":
		childBacksUp()
	case "copies-full":
		childCopiesFull()
	default:
		os.Exit(m.Run())
	}
}

func child(t *testing.T, what string, l laptop) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	must(t, err)
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), "ZOUFANG_TEST_CHILD="+what, "ZOUFANG_TEST_BOOK="+l.path(), "ZOUFANG_HOME="+l.opts.Home)
	cmd.Stderr = os.Stderr
	return cmd
}

func childBook() *Book {
	b, err := Open(ctx, os.Getenv("ZOUFANG_TEST_BOOK"), Options{Machine: "m1"})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	return b
}

// childTypes saves drafts and notes without end, and says on stdout what is acknowledged.
func childTypes() {
	b := childBook()
	id := checklist.YearlyVisitID(b.round().ID, checklist.UnitID(b.district(), "MZJ"))
	d, err := b.Visit(ctx, id)
	for n := 1; err == nil; n++ {
		text := strings.Repeat("记", n%40) + strconv.Itoa(n)
		if err = b.SaveDraft(ctx, Draft{Record: id, Kind: KindListen, Field: "key_points", Text: text, Cursor: n}); err == nil {
			fmt.Println("draft", n)
		}
		if err == nil && n%3 == 0 {
			text := "第" + strconv.Itoa(n) + "条"
			if _, err = b.SaveEntry(ctx, d, checklist.Entry{Step: checklist.StepListen, Text: text}); err == nil {
				fmt.Println("entry", text)
			}
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(3)
}

// Nothing that was acknowledged is missing after kill -9, however often, and the log stays one device's.
func TestNothingAcknowledgedIsLostByAKill(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	id := startCivil(t, b)
	device := b.own.id
	must(t, b.Close())
	entries := map[string]bool{}
	draft := 0
	for round := range 8 {
		draft = 0
		cmd := child(t, "type", l)
		out, err := cmd.StdoutPipe()
		must(t, err)
		must(t, cmd.Start())
		lines := bufio.NewScanner(out)
		for n := 0; lines.Scan(); n++ {
			kind, text, _ := strings.Cut(lines.Text(), " ")
			if kind == "draft" {
				draft, _ = strconv.Atoi(text)
			} else {
				entries[text] = true
			}
			if n == 5+round*7 {
				must(t, cmd.Process.Kill())
			}
		}
		_ = cmd.Wait() // it was killed

		b, err := Open(ctx, l.path(), l.opts)
		must(t, err)
		have := map[string]bool{}
		for _, e := range visit(t, b, id).Entries {
			have[e.Text] = true
		}
		for text := range entries {
			if !have[text] {
				t.Fatalf("round %d: acknowledged entry %s is missing", round, text)
			}
		}
		d, err := b.Draft(ctx, id, KindListen, "key_points")
		must(t, err)
		if d == nil || d.Cursor < draft || !strings.HasSuffix(d.Text, number(int64(d.Cursor))) {
			t.Fatalf("round %d: draft %+v, acknowledged %d", round, d, draft)
		}
		if b.own.id != device {
			t.Fatalf("round %d: a kill made a new device", round)
		}
		_, err = b.Check(ctx)
		must(t, err)
		must(t, b.Close())
	}
	if len(entries) < 8 {
		t.Fatalf("only %d entries: the test shows nothing", len(entries))
	}
}

// childFillsDisk saves until the disk is full, and says what was acknowledged and which fault ended it.
func childFillsDisk() {
	b := childBook()
	limitFileSize(b.path)
	id := checklist.YearlyVisitID(b.round().ID, checklist.UnitID(b.district(), "MZJ"))
	d, err := b.Visit(ctx, id)
	for n := 1; err == nil; n++ {
		text := strings.Repeat("满", 20_000) + strconv.Itoa(n)
		if _, err = b.SaveEntry(ctx, d, checklist.Entry{Step: checklist.StepListen, Text: text}); err == nil {
			fmt.Println("entry", n)
		}
	}
	fmt.Println("fault", IsFault(err, "book.full") || IsFault(err, "book.io"))
	// What was saved can still be read, and the state in memory is that of the disk.
	d, err = b.Visit(ctx, id)
	fmt.Println("after", err == nil && len(d.Entries) > 0, b.own.seq)
	os.Exit(0)
}

func TestAFullDiskLosesNothing(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	id := startCivil(t, b)
	must(t, b.Close())
	out, err := child(t, "full", l).Output()
	must(t, err)
	said := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		f := strings.Fields(line)
		said[f[0]] = f[1:]
	}
	if said["after"] == nil && said["skip"] != nil {
		return // this system sets no such limit
	}
	if said["fault"][0] != "true" || said["after"][0] != "true" {
		t.Fatalf("child said %v", said)
	}
	b = l.open(l.path())
	d := visit(t, b, id)
	if want, _ := strconv.Atoi(said["entry"][0]); len(d.Entries) != want {
		t.Errorf("%d entries, acknowledged %d", len(d.Entries), want)
	}
	if number(int64(b.own.seq)) != said["after"][1] {
		t.Errorf("log at %d, in memory it was at %s", b.own.seq, said["after"][1])
	}
	_, err = b.Check(ctx)
	must(t, err)
	_, err = b.SaveEntry(ctx, d, checklist.Entry{Step: checklist.StepListen, Text: "又有地方了"})
	must(t, err)
}
