package tui

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// spread measures each turn, and reports the middle and the 99th of a hundred.
func spread(b *testing.B, do func()) {
	b.Helper()
	var took []time.Duration
	for b.Loop() {
		at := time.Now()
		do()
		took = append(took, time.Since(at))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
}

// BenchmarkKeyToUnits is one key in the list of 10,000 units and one draw of the whole screen.
func BenchmarkKeyToUnits(b *testing.B) {
	d := newDriver(b, words.ZH, 120, 40)
	rows := make([]visitRow, 10_000)
	for i := range rows {
		name := fmt.Sprintf("第%d街道办事处", i)
		rows[i] = visitRow{unit: checklist.Unit{Code: fmt.Sprint("S", i), Name: name, Kind: "subdistrict"}, keys: name}
	}
	d.Send(unitsMsg{rows: rows})
	turn := func(keys ...string) func() {
		return func() {
			for _, k := range keys {
				d.app.Update(key(k))
				d.app.View()
			}
		}
	}
	b.Run("down", func(b *testing.B) { spread(b, turn("down")) })
	b.Run("filter and back", func(b *testing.B) { spread(b, turn("9", "backspace")) })
	b.Run("read anew", func(b *testing.B) {
		spread(b, func() {
			d.app.Update(unitsMsg{rows: rows})
			d.app.View()
		})
	})
}

// BenchmarkKeyToNote is one character typed into a long note and one draw of the whole screen: at its end, and in its
// middle, where everything behind it is laid out anew. Characters are taken out again, so that the note stays as long.
func BenchmarkKeyToNote(b *testing.B) {
	for _, size := range []int{10_000, 20_000} {
		line := strings.Repeat("区民政局超编三人，", 22) + "\n"
		text := string([]rune(strings.Repeat(line, size/len([]rune(line))+1))[:size])
		for name, up := range map[string]int{"end": 0, "middle": size / 100} {
			b.Run(fmt.Sprintf("%d/%s", size, name), func(b *testing.B) {
				d, _ := newTrialDriver(b, words.ZH, 120, 40)
				for range 6 {
					d.Press("tab")
				}
				d.Send(tea.PasteMsg{Content: text})
				for range up {
					d.Press("up")
				}
				n := 0
				spread(b, func() {
					k := []string{"编", "backspace"}[n%2]
					n++
					d.app.Update(key(k))
					d.app.View()
				})
			})
		}
	}
}

// BenchmarkCommit is 200 characters that an input method commits at once, with the one draw they cost.
func BenchmarkCommit(b *testing.B) {
	d, _ := newTrialDriver(b, words.ZH, 120, 40)
	for range 6 {
		d.Press("tab")
	}
	d.app.frame.gap = time.Hour
	spread(b, func() {
		d.app.frame.pending = false
		d.app.View()
		for range 200 {
			d.app.Update(key("编"))
			d.app.View()
		}
		d.app.Update(key("ctrl+a"))
		d.app.Update(key("backspace"))
	})
}

// Two hundred characters in one burst cost one draw, and all of them are on it.
func TestTwoHundredCharactersAreOneDraw(t *testing.T) {
	d, _ := newTrialDriver(t, words.ZH, 80, 24)
	for range 6 {
		d.Press("tab")
	}
	d.app.frame.gap = time.Hour
	d.app.View()
	before := d.app.frame.last
	for range 200 {
		d.app.Update(key("编"))
		d.app.View()
	}
	if d.app.frame.last != before {
		t.Error("drawn in the middle of the burst")
	}
	d.app.frame.gap = 0 // it is over
	d.app.Update(drawMsg{})
	d.app.View()
	if d.app.frame.last == before {
		t.Error("never drawn")
	}
	d.Has("200 字")
}

// BenchmarkFirstFrame opens a book of some 50 MB (1,000 units, all visited, 100,000 notes): to the first frame, and to the
// list of units on it. The start of the process is not in it.
func BenchmarkFirstFrame(b *testing.B) {
	d := largeBook(b, 1000)
	for _, name := range []string{"frame", "list"} {
		b.Run(name, func(b *testing.B) {
			spread(b, func() {
				book, err := store.Open(context.Background(), d.path, d.options())
				d.must(err)
				if name == "frame" {
					a, err := newApp(context.Background(), Options{Book: book, Lang: words.ZH, Width: WidthNarrow, Now: func() time.Time { return d.now }})
					d.must(err)
					a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
					a.View()
				} else {
					d.startWith(Options{Book: book, Lang: words.ZH, Width: WidthNarrow}, 120, 40)
					d.Has("单位 1000")
				}
				d.must(book.Close())
			})
			st, err := os.Stat(d.path)
			d.must(err)
			b.ReportMetric(float64(st.Size())/1e6, "bookMB")
		})
	}
}

// BenchmarkSearchAsYouType types a query into the search over 10,000 units and 100,000 notes: a key, what it finds, and
// the draw.
func BenchmarkSearchAsYouType(b *testing.B) {
	d := largeBook(b, 10_000)
	book, err := store.Open(context.Background(), d.path, d.options())
	d.must(err)
	d.start(book, words.ZH, 120, 40)
	d.Go(Place{Screen: "search"})
	for name, text := range map[string]string{"two common characters": "编制", "nothing found": "七七", "initials": "jd", "two words": "编制 民政"} {
		b.Run(name, func(b *testing.B) {
			spread(b, func() {
				d.Type(text)
				d.app.View()
				for range []rune(text) {
					d.feed(key("backspace"))
				}
			})
		})
	}
}

// largeBook is a closed book of units of which a thousand are visited, with a hundred notes each.
func largeBook(b *testing.B, count int) *driver {
	b.Helper()
	d := &driver{t: b, path: filepath.Join(b.TempDir(), "book.zf"), now: time.Date(2026, 3, 9, 10, 42, 0, 0, time.UTC)}
	ctx := context.Background()
	book, err := store.Create(ctx, d.path, d.options(), store.Setup{District: "青澜区", Year: "2026"})
	d.must(err)
	d.must(book.SetMe(ctx, checklist.Person{Name: "李敏", Number: "1007", Role: checklist.RoleMember}))
	units := make([]checklist.UnitLine, count)
	for i := range units {
		units[i].Unit = checklist.Unit{Code: fmt.Sprint("S", i), Name: fmt.Sprintf("第%d街道办事处", i), Kind: "subdistrict"}
	}
	_, err = book.SaveUnits(ctx, units)
	d.must(err)
	for from := 0; from < 1000; from += 50 {
		var lines bytes.Buffer
		for v := from; v < from+50; v++ {
			fmt.Fprintf(&lines, "{\"unit\": \"S%d\"}\n", v*count/1000)
			for i := range 100 {
				fmt.Fprintf(&lines, "{\"record\": \"entry\", \"set\": {\"step\": \"check\", \"text\": \"第 %d 条：行政编制核定三十二名，实有 %d 名，民政局借调手续不全，工资表与实名制名册核对\"}}\n", i, 30+i%7)
			}
		}
		r, err := book.RecordLines(ctx, &lines, store.RecordOptions{})
		if err != nil {
			b.Fatalf("%v %+v", err, r.Problems)
		}
	}
	d.must(book.Close())
	return d
}
