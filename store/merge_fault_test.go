package store

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"testing"
)

// dump is a digest of every table of the book but its local notes: which files were refused, and when, may be among them.
func dump(t *testing.T, b *Book) string {
	t.Helper()
	sum := sha256.New()
	for _, table := range []string{"meta", "dev", "op", "head", "dead", "seg", "ckpt", "bundle", "withheld", "secret", "file", "chunk", "draft"} {
		eachRow(t, b, "SELECT * FROM "+table, func(row []any) {
			for _, v := range row {
				if raw, ok := v.([]byte); ok {
					sum.Write(raw)
					v = len(raw)
				}
				fmt.Fprintf(sum, "%v|", v)
			}
		})
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
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
