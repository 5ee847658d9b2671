package store

import (
	"bufio"
	"fmt"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// childMerges and childExports are the processes that are killed; they say when they begin and end, or that they stand
// still at a step of their work.
func childMerges() {
	b := childBook()
	in := filepath.Join(filepath.Dir(b.path), "in")
	fmt.Println("begin")
	p, err := b.Preview(ctx, []string{in}, nil)
	if err == nil {
		fmt.Println("merge")
		_, err = b.Merge(ctx, p, standStill())
	}
	if status, no := os.ReadFile("/proc/self/status"); no == nil {
		if _, peak, ok := strings.Cut(string(status), "VmHWM:"); ok {
			kb, _ := strconv.Atoi(strings.Fields(peak)[0])
			fmt.Printf("peak %d MB\n", kb/1000)
		}
	}
	childEnds(err)
}

func childExports() {
	b := childBook()
	fmt.Println("begin")
	_, err := b.Export(ctx, filepath.Join(filepath.Dir(b.path), "out"), ExportOptions{Relay: true}, standStill())
	childEnds(err)
}

// standStill makes a process wait for its end at the step ZOUFANG_TEST_STOP of its progress.
func standStill() func(Progress) {
	stop := envInt("ZOUFANG_TEST_STOP", 0)
	return func(Progress) {
		if stop--; stop == 0 {
			fmt.Println("still")
			time.Sleep(time.Hour) // it is killed long before
		}
	}
}

// stopAt is a child that will stand still.
func stopAt(cmd *exec.Cmd, step int) *exec.Cmd {
	cmd.Env = append(cmd.Env, "ZOUFANG_TEST_STOP="+strconv.Itoa(step))
	return cmd
}

func childEnds(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
	fmt.Println("end")
	os.Exit(0)
}

// runChild lets a child work and kills it so long after it said a word, or when it stands still, or lets it end; it tells
// how long it worked from that word on, and whether it came to its end.
func runChild(t *testing.T, cmd *exec.Cmd, word string, kill time.Duration) (worked time.Duration, ended bool) {
	t.Helper()
	out, err := cmd.StdoutPipe()
	must(t, err)
	must(t, cmd.Start())
	var begun time.Time
	for lines := bufio.NewScanner(out); lines.Scan(); {
		switch lines.Text() {
		case word:
			begun = time.Now()
			if kill > 0 {
				time.AfterFunc(kill, func() { _ = cmd.Process.Kill() }) // it may have ended by itself
			}
		case "still":
			_ = cmd.Process.Kill()
			kill = 1
		case "end":
			worked, ended = time.Since(begun), true
		}
	}
	if err := cmd.Wait(); err != nil && kill == 0 {
		t.Fatal(err)
	}
	return worked, ended
}

// kill -9 at any moment of a merge: the book is whole, each file is taken as a whole or not at all, and the next merge
// comes to the same state as one that nobody disturbed.
func TestProperty09Killed(t *testing.T) {
	t.Parallel()
	const files, size = 3, 1500
	l := newLaptop(t, "m1")
	o := l.create(Setup{})
	must(t, os.Mkdir(filepath.Join(l.dir, "in"), 0o755))
	w := seasonWorld(t, files, size)
	for i, p := range w.laps {
		must(t, o.Enrol(ctx, p.id, ""))
		pack(t, p, []piece{{p, 1, len(p.log)}}).write(t, filepath.Join(l.dir, "in"), fmt.Sprintf("%d.zfb", i))
	}
	must(t, o.Close())
	allowed := map[string]int{} // states of the book after so many files
	fresh := func() laptop {
		c := newLaptop(t, "m1")
		must(t, os.CopyFS(c.dir, os.DirFS(l.dir)))
		return c
	}
	whole := fresh()
	b := whole.open(whole.path())
	for i := range files {
		allowed[bookState(t, b)] = i
		mergeFiles(t, b, filepath.Join(whole.dir, "in", fmt.Sprintf("%d.zfb", i)))
	}
	last := bookState(t, b)
	allowed[last] = files
	words := []string{"begin", "merge"} // copying and verifying take most of the time
	full := map[string]time.Duration{}
	for _, word := range words {
		full[word], _ = runChild(t, child(t, "merge", fresh()), word, 0)
	}
	dice := rand.New(rand.NewSource(time.Now().UnixNano())) // the moments are never the same anyway
	after, ended := map[int]int{}, 0
	for i := range proofSize(24) {
		c, word := fresh(), words[i%2]
		cmd, moment := child(t, "merge", c), 1+time.Duration(dice.Int63n(int64(full[word])))
		if i%3 == 2 { // moments miss their aim on a busy machine; steps do not
			cmd, moment = stopAt(cmd, 1+i*5%16), 0
		}
		if _, end := runChild(t, cmd, word, moment); end {
			ended++
		}
		b := c.open(c.path())
		_, err := b.Check(ctx) // integrity_check, chains, and the fold from the beginning
		must(t, err)
		state := bookState(t, b)
		n, ok := allowed[state]
		if !ok {
			t.Fatalf("a state between two files: %s", state)
		}
		after[n]++
		mergeFiles(t, b, filepath.Join(c.dir, "in"))
		if state := bookState(t, b); state != last {
			t.Fatalf("killed after %d files and finished: %s, want %s", n, state, last)
		}
		if left := inboxFiles(t, b); len(left) > 1 { // half a copy may lie there, under a name that no merge looks at
			t.Fatalf("left in the inbox: %v", left)
		}
		must(t, b.Close())
		must(t, os.RemoveAll(c.dir))
	}
	t.Logf("killed after so many files of %d: %v; too late: %d", files, after, ended)
	if len(after) < 2 {
		t.Errorf("every kill left the same state: %v", after)
	}
}

// kill -9 at any moment of an export: what has its final name is a whole bundle, and the book is as it was.
func TestExportIsKilled(t *testing.T) {
	t.Parallel()
	l := newLaptop(t, "m1")
	o := l.create(Setup{})
	w := seasonWorld(t, 1, 4000)
	must(t, o.Enrol(ctx, w.laps[0].id, ""))
	mergeFiles(t, o, pack(t, w.laps[0], []piece{{w.laps[0], 1, 4000}}).write(t, t.TempDir(), "a.zfb"))
	state := bookState(t, o)
	must(t, o.Close())
	out := filepath.Join(l.dir, "out")
	must(t, os.Mkdir(out, 0o755))
	full, _ := runChild(t, child(t, "export", l), "begin", 0)
	dice := rand.New(rand.NewSource(time.Now().UnixNano()))
	none, half, done := 0, 0, 0
	for i := range proofSize(16) {
		must(t, os.RemoveAll(out))
		must(t, os.Mkdir(out, 0o755))
		if cmd := child(t, "export", l); i%4 == 3 {
			runChild(t, stopAt(cmd, 1+i/4%5), "begin", 0)
		} else {
			runChild(t, cmd, "begin", 1+time.Duration(dice.Int63n(int64(full)*5/4)))
		}
		names := listDir(t, out)
		for _, name := range names {
			if strings.HasPrefix(name, ".zoufang-") && strings.HasSuffix(name, ".tmp") {
				half++
				continue
			}
			wholeBundle(t, filepath.Join(out, name))
			done++
		}
		if len(names) == 0 {
			none++
		}
		b := l.open(l.path())
		if now := bookState(t, b); now != state {
			t.Fatalf("the book was\n%s and is\n%s", state, now)
		}
		must(t, b.Close())
	}
	t.Logf("no file %d, half a file under another name %d, a whole one %d", none, half, done)
	if half == 0 {
		t.Error("no kill hit the writing: nothing tested")
	}
	b := l.open(l.path())
	_, err := b.Check(ctx)
	must(t, err)
}
