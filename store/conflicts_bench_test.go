package store

import (
	"fmt"
	"strings"
	"testing"

	"zoufang/checklist"
)

// shared is an office's book with n visits that two evaluators judged, closed, and see differently.
func shared(b *testing.B, n int) *Book {
	b.Helper()
	// Only a sample takes lines of several people.
	book, err := Create(ctx, b.TempDir()+"/shared.zf", Options{Home: b.TempDir(), Machine: "office", Now: clock()}, Setup{District: "青澜区", Year: "2026", Demo: true})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = book.Close() })
	if err := book.SetMe(ctx, checklist.Person{Name: "赵丽", Number: "0001", Role: checklist.RoleOffice}); err != nil {
		b.Fatal(err)
	}
	var people, text strings.Builder
	for _, p := range []string{"1003", "1004"} {
		fmt.Fprintf(&people, `{"record": "person", "set": {"name": "评估员%s", "number": %q, "role": "member"}}`+"\n", p, p)
	}
	for i := range n {
		fmt.Fprintf(&text, `{"record": "unit", "set": {"code": "U%04d", "name": "第%d局", "kind": "department"}}`+"\n", i, i)
	}
	for k, p := range []string{"1003", "1004"} {
		fmt.Fprintf(&text, `{"by": %q}`+"\n", p)
		for i := range n {
			fmt.Fprintf(&text, `{"unit": "U%04d"}`+"\n"+`{"record": "finding", "set": {"rule": "E1.1", "count": %d, "facts": "多%d人", "criterion": "核定32名", "evidence": [{"kind": "paper", "material": "roster", "place": "第3页"}]}}`+"\n"+
				`{"nil_rest": "E"}`+"\n"+`{"record": "sheet", "set": {"state": "closed"}}`+"\n", i, k+1, k+1)
		}
	}
	// People are known to the lines of a later input than the one that names them.
	for _, part := range []string{people.String(), text.String()} {
		if r, err := book.RecordLines(ctx, strings.NewReader(part), RecordOptions{}); err != nil {
			b.Fatal(err, r.Problems[:min(3, len(r.Problems))])
		}
	}
	return book
}

// BenchmarkConflicts is what `conflicts` reads: every difference of 1,000 shared visits, weighed.
func BenchmarkConflicts(b *testing.B) {
	book := shared(b, 1000)
	for b.Loop() {
		list, err := book.Consensus(ctx, nil)
		if err != nil || len(list) != 1000 {
			b.Fatal(len(list), err)
		}
		if _, err := book.Conflicts(ctx, nil); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDecideOne is what `decide CODE` reads in the same book: the list of shared visits, and one of them.
func BenchmarkDecideOne(b *testing.B) {
	book := shared(b, 1000)
	for b.Loop() {
		ids, err := book.SharedVisits(ctx)
		if err != nil || len(ids) != 1000 {
			b.Fatal(len(ids), err)
		}
		if list, err := book.Consensus(ctx, &ids[500]); err != nil || len(list) != 1 {
			b.Fatal(len(list), err)
		}
	}
}
