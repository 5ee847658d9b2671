package main

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
)

// openDistrict generates a district and opens it.
func openDistrict(t testing.TB, units, evaluators int, seed uint64) *store.Book {
	t.Helper()
	t.Setenv("ZOUFANG_HOME", t.TempDir())
	path := filepath.Join(t.TempDir(), "district.db")
	if err := makeDistrict(context.Background(), path, units, evaluators, seed, func(int) {}); err != nil {
		t.Fatal(err)
	}
	b, err := store.Open(context.Background(), path, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b
}

// The same numbers and seed give the same results and the same records; another seed gives others.
func TestAGeneratedDistrictIsTheSameAgain(t *testing.T) {
	results := func(seed uint64) (list []store.ResultRow, facts []string) {
		b := openDistrict(t, 40, 7, seed)
		list, err := b.Results(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for i := range list {
			list[i].Outcome = checklist.Outcome{State: list[i].State}
			list[i].Entry.Grade = checklist.GradeScore{} // a pointer into a scheme
			if list[i].Visit == (checklist.ID{}) {
				continue
			}
			d, err := b.Visit(t.Context(), list[i].Visit)
			if err != nil {
				t.Fatal(err)
			}
			for _, s := range d.Sheets {
				for _, f := range s.Findings {
					facts = append(facts, s.Person.Name+f.ID.String()+f.Rule+f.Facts)
				}
			}
		}
		return list, facts
	}
	one, facts := results(7)
	again, same := results(7)
	if !reflect.DeepEqual(one, again) || !reflect.DeepEqual(facts, same) || len(facts) == 0 {
		t.Errorf("the same seed gives another district (%d and %d findings)", len(facts), len(same))
	}
	if other, _ := results(8); reflect.DeepEqual(one, other) {
		t.Error("another seed gives the same district")
	}
	states := map[checklist.OutcomeState]int{}
	for _, r := range one {
		states[r.State]++
	}
	if states[checklist.OutcomeNone] != 2 || states[checklist.OutcomeReady] == 0 || states[checklist.OutcomePending] == 0 {
		t.Errorf("states: %v", states)
	}
}

// BenchmarkDistrict works on a generated district of ZOUFANG_BENCH_UNITS units, 2,000 where that is not set.
func BenchmarkDistrict(b *testing.B) {
	units, err := strconv.Atoi(cmp.Or(os.Getenv("ZOUFANG_BENCH_UNITS"), "2000"))
	if err != nil {
		b.Fatal(err)
	}
	book := openDistrict(b, units, 300, 1)
	ctx := context.Background()
	run := func(name string, do func() error) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if err := do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	list, err := book.Results(ctx)
	if err != nil {
		b.Fatal(err)
	}
	entries := make([]checklist.RankEntry, len(list))
	for i := range list {
		entries[i] = list[i].Entry
		entries[i].Scheme = list[0].Entry.Scheme
	}
	run("rank", func() error { _, err := checklist.Rank(entries); return err })
	run("results", func() error { _, err := book.Results(ctx); return err })
	run("units", func() error { _, err := book.Units(ctx); return err })
	run("quality", func() error { _, _, err := book.Quality(ctx); return err })
	run("search", func() error {
		_, err := book.Search(ctx, store.SearchQuery{Text: "台账"})
		return err
	})
}
