package store

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"zoufang/checklist"
)

// dump is a digest of every table of the book.
func dump(t *testing.T, b *Book) string {
	t.Helper()
	sum := sha256.New()
	for _, table := range []string{"meta", "dev", "op", "head", "dead", "seg", "ckpt", "bundle", "withheld", "secret", "file", "chunk", "local", "draft"} {
		rows, err := b.r.Query("SELECT * FROM " + table)
		must(t, err)
		cols, err := rows.Columns()
		must(t, err)
		for rows.Next() {
			vals := make([]any, len(cols))
			for i := range vals {
				vals[i] = new(any)
			}
			must(t, rows.Scan(vals...))
			for _, v := range vals {
				fmt.Fprintf(sum, "%v|", *v.(*any))
			}
		}
		must(t, rows.Err())
		must(t, rows.Close())
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
}

// A merge that fails at any statement leaves the book and what is in memory as they were, and succeeds the next time.
func TestMergeFailsWithoutATrace(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	enrol(t, a, b)
	enrol(t, b, a)
	mergeFiles(t, b, export(t, a))
	d := visit(t, b, id)
	must(t, b.SaveListen(ctx, d, checklist.Listen{Place: "三楼会议室", StartedAt: "2026-03-09 10:00"})) // replaces a head of A's
	_, err := a.Units(ctx)
	must(t, err)
	file := export(t, b)
	before, own, state := dump(t, a), a.own, digest(t, a, id)
	for _, at := range []struct {
		event string
		after int
	}{{"INSERT ON op", 0}, {"INSERT ON op", 9}, {"INSERT ON head", 3}, {"DELETE ON head", 0}, {"INSERT ON ckpt", 0}, {"INSERT ON seg", 0},
		{"UPDATE ON dev", 0}, {"INSERT ON secret", 1}, {"INSERT ON file", 0}, {"INSERT ON chunk", 1}, {"UPDATE ON file", 0}, {"INSERT ON bundle", 0}} {
		blow(t, a, at.event, at.after)
		p, err := a.Preview(ctx, []string{file}, nil)
		must(t, err)
		if _, err = a.Merge(ctx, p, nil); err == nil || !strings.Contains(err.Error(), "injected") {
			t.Fatalf("%s: did not fail: %v", at.event, err)
		}
		if dump(t, a) != before || a.own.seq != own.seq || a.own.head != own.head || digest(t, a, id) != state {
			t.Errorf("%s: the book is not as before", at.event)
		}
		_, err = a.w.Exec("DROP TRIGGER blow; DROP TABLE fuse")
		must(t, err)
	}
	must(t, a.SaveListen(ctx, visit(t, a, id), checklist.Listen{Place: "三楼大会议室", StartedAt: "2026-03-09 09:00"}))
	if r := mergeFiles(t, a); r.New == 0 || r.Files[0].Verdict != Merged {
		t.Errorf("in the end: %+v", r)
	}
	_, err = a.Check(ctx)
	must(t, err)
}

// blow makes the write connection fail at the statement after so many of an event ("INSERT ON op").
func blow(t *testing.T, b *Book, event string, after int) {
	t.Helper()
	what, table, _ := strings.Cut(event, " ON ")
	_, err := b.w.Exec("CREATE TEMP TABLE fuse AS SELECT ? AS n", after)
	must(t, err)
	_, err = b.w.Exec("CREATE TEMP TRIGGER blow AFTER " + what + " ON main." + table + ` BEGIN
		SELECT RAISE(ABORT, 'injected') FROM fuse WHERE n = 0; UPDATE fuse SET n = n - 1; END`)
	must(t, err)
}

func TestMergeOnAFullDisk(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	enrol(t, a, b)
	p, err := a.Preview(ctx, []string{export(t, b)}, nil)
	must(t, err)
	before := dump(t, a)
	var pages int
	must(t, a.w.QueryRow("PRAGMA page_count").Scan(&pages))
	_, err = a.w.Exec(fmt.Sprintf("PRAGMA max_page_count = %d", pages+2))
	must(t, err)
	_, err = a.Merge(ctx, p, nil)
	wantFault(t, err, "book.full")
	if dump(t, a) != before {
		t.Error("the book is not as before")
	}
	_, err = a.w.Exec("PRAGMA max_page_count = 1000000")
	must(t, err)
	if r := mergeFiles(t, a); r.New == 0 {
		t.Errorf("with room again: %+v", r)
	}
}

func TestMergeCanBeCancelled(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	enrol(t, a, b)
	before := dump(t, a)
	stop, cancel := context.WithCancel(ctx)
	p, err := a.Preview(stop, []string{export(t, b)}, nil)
	must(t, err)
	_, err = a.Merge(stop, p, func(Progress) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	if dump(t, a) != before {
		t.Error("the book is not as before")
	}
	if _, err := a.Preview(stop, nil, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("preview: %v", err)
	}
	if r := mergeFiles(t, a); r.New == 0 {
		t.Errorf("afterwards: %+v", r)
	}
	stop, cancel = context.WithCancel(ctx)
	_, err = a.Preview(stop, []string{export(t, b)}, func(p Progress) {
		if p.Stage == "count" {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || len(inboxFiles(t, a)) != 0 {
		t.Errorf("a preview given up: %v, inbox %v", err, inboxFiles(t, a))
	}
}

// What lies in the inbox is checked again when it is taken up.
func TestInboxCopyChangedBetweenPreviewAndMerge(t *testing.T) {
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
}

func flipByte(t *testing.T, path string) {
	t.Helper()
	content, err := os.ReadFile(path)
	must(t, err)
	content[len(content)-200] ^= 4
	must(t, os.WriteFile(path, content, 0o600))
}

func replaceFile(t *testing.T, path, with string) {
	t.Helper()
	content, err := os.ReadFile(with)
	must(t, err)
	must(t, os.WriteFile(path, content, 0o600))
}
