package store

import (
	"context"
	"fmt"
	"math/rand"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// searchBook is a book of 10,000 units, a thousand of them visited, with a hundred notes a visit.
func searchBook(b *testing.B, units, visits, notes int) *Book {
	b.Helper()
	book, _, _ := benchBook(b, units)
	r := rand.New(rand.NewSource(1))
	author := bundle.Text(liMin.ID.String())
	err := error(nil)
	for v := range visits {
		unit := checklist.UnitID("云台区", fmt.Sprint("U", v*units/visits))
		id, e := book.StartVisit(ctx, unit, checklist.Yearly, "")
		if e != nil {
			b.Fatal(e)
		}
		err = book.write(ctx, func(w *writer) error {
			w.plain = true
			for i := range notes {
				rec := NewID(id)
				text, err := w.keepSecret(ctx, benchNote(r))
				if err != nil {
					return err
				}
				at := bundle.Text(fmt.Sprintf("2026-03-%02d %02d:%02d", 1+v%28, 8+i%10, i%60))
				for name, val := range map[string]bundle.Value{"author": author, "at": at, "step": bundle.Text("check"), "text": text} {
					if _, err := w.append(bundle.Change{Kind: bundle.Set, Record: rec, Field: FieldOf(KindEntry, name).No, Value: val}); err != nil {
						return err
					}
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return book
}

var benchPhrases = []string{"职能配置与三定规定不一致", "内设机构职责未调整到位", "行政编制核定三十二名，实有三十五名", "超编三人尚未消化", "混岗人员未清退", "借调手续不全",
	"门口挂着两块牌子", "领导职数按规定配备", "实名制系统信息未及时更新", "听取办公室主任介绍情况", "查阅会议纪要和文件汇编", "整改方案已报编办", "工资表与实名制名册核对一致", "事业单位法人年度报告已公示"}

// benchNote is a note of some forty characters in which some places vary.
func benchNote(r *rand.Rand) string {
	var s strings.Builder
	for range 2 + r.Intn(3) {
		s.WriteString(benchPhrases[r.Intn(len(benchPhrases))])
		if r.Intn(4) == 0 {
			for range 3 {
				s.WriteRune(rune(0x4e00 + r.Intn(6000)))
			}
		}
		s.WriteString("，")
	}
	return s.String()
}

// BenchmarkSearch tells, on 10,000 units and 100,000 notes: how long gathering takes and what it keeps in memory, the
// median and the 99th percentile of queries, and what a query costs after a save.
func BenchmarkSearch(b *testing.B) {
	book := searchBook(b, 10_000, 1000, 100)
	b.Run("gather", func(b *testing.B) {
		for b.Loop() {
			book.search = finder{}
			if _, err := book.Search(ctx, SearchQuery{Text: "编制"}); err != nil {
				b.Fatal(err)
			}
			if g, err := book.Gather(ctx, 0); err != nil || g.Read < 1000 {
				b.Fatal(g, err)
			}
		}
		b.StopTimer()
		var with, without runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&with)
		book.search = finder{}
		runtime.GC()
		runtime.ReadMemStats(&without)
		b.ReportMetric(float64(with.HeapAlloc-without.HeapAlloc)/1e6, "MB")
	})
	if _, err := book.Gather(ctx, 0); err != nil {
		b.Fatal(err)
	}
	for _, q := range []struct{ name, text string }{{"2 common", "编制"}, {"2 rare", "鼎鼐"}, {"3", "实名制"}, {"6", "会议纪要文件"}, {"1", "编"}, {"initials", "djb"},
		{"words", "混岗 借调"}, {"unit+word", "第10局 超编"}, {"code", "u99"}} {
		b.Run(q.name, func(b *testing.B) { benchQuery(b, book, q.text) })
	}
	b.Run("scan for comparison", func(b *testing.B) { // what a 2-character query would cost without the index
		leaves, _ := book.search.all(book.Me())
		for b.Loop() {
			n := 0
			for _, l := range leaves {
				for p := range l.parts {
					if strings.Contains(l.foldedPart(p), "编制") {
						n++
					}
				}
			}
			if n == 0 {
				b.Fatal("nothing found")
			}
		}
	})
	b.Run("after a save", func(b *testing.B) {
		id := checklist.YearlyVisitID(book.round().ID, checklist.UnitID("云台区", "U0"))
		for i := 0; b.Loop(); i++ {
			b.StopTimer()
			if err := book.Apply(context.Background(), placeEdit(id, fmt.Sprint("一楼", i), nil)); err != nil {
				b.Fatal(err)
			}
			b.StartTimer()
			if _, err := book.Search(ctx, SearchQuery{Text: "实名制"}); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func benchQuery(b *testing.B, book *Book, text string) {
	var took []time.Duration
	n := 0
	for b.Loop() {
		begin := time.Now()
		f, err := book.Search(ctx, SearchQuery{Text: text})
		if err != nil || !f.Whole() {
			b.Fatal(f.Gathered, err)
		}
		took = append(took, time.Since(begin))
		n = 0
		for _, c := range f.Count {
			n += c
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds())/1000, "p99-ms")
	b.ReportMetric(float64(n), "hits")
}
