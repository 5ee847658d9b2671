package store

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"zoufang/checklist"
)

// searchAlphabet has what makes texts hard to compare: both widths, capitals, signs beyond the first 65,536, marks that
// combine, ligatures, signs without width.
var searchAlphabet = []rune("民政局编制aAbＡ１1。.，\u0301\u0302e𠮷𡈽👨\u200d㎡ﬁ①ß\u200b 　\nİ한ᄒ")

// The index answers as reading every text does, whatever the texts and the words are.
func TestTheIndexAnswersAsAScanDoes(t *testing.T) {
	texts := rapid.StringOfN(rapid.SampledFrom(searchAlphabet), 0, 24, -1)
	rapid.Check(t, func(t *rapid.T) {
		m := newLeaf(checklist.ID{}, checklist.ID{})
		list := rapid.SliceOfN(texts, 0, 12).Draw(t, "texts")
		for i, text := range list {
			m.add(item{group: GroupRecords, kind: KindEntry, record: checklist.ID{15: byte(i + 1)}})
			half := len([]rune(text)) / 2
			m.part("text", string([]rune(text)[:half]))
			m.part("note", string([]rune(text)[half:]))
		}
		l := m.done()
		query := rapid.OneOf(rapid.SampledFrom(append(list, "编制")), rapid.StringOfN(rapid.SampledFrom(searchAlphabet), 1, 5, -1)).Draw(t, "query")
		if cut := []rune(query); len(cut) > 4 && rapid.Bool().Draw(t, "cut") {
			from := rapid.IntRange(0, len(cut)-2).Draw(t, "from")
			query = string(cut[from:min(len(cut), from+1+rapid.IntRange(0, 4).Draw(t, "long"))])
		}
		words := searchWords(query)
		f := newSeeker(SearchQuery{Most: 100}, words).seek([]*leaf{l}, Found{})
		var got, want []string
		for _, h := range f.Hits {
			got = append(got, h.Record.String())
			for _, k := range h.Marks {
				if !utf8.ValidString(h.Text[k[0]:k[1]]) || k[0] >= k[1] {
					t.Fatalf("%q is marked at %v", h.Text, k)
				}
			}
			if len(h.Marks) == 0 {
				t.Fatalf("nothing is marked of %q in %q", words, h.Text)
			}
		}
		for i, text := range list {
			half := len([]rune(text)) / 2
			parts := []string{FoldText(string([]rune(text)[:half])), FoldText(string([]rune(text)[half:]))}
			if len(words) > 0 && !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(parts[0], w) && !strings.Contains(parts[1], w) }) {
				want = append(want, checklist.ID{15: byte(i + 1)}.String())
			}
		}
		slices.Sort(got)
		if !slices.Equal(got, want) || f.Count[GroupRecords] != len(want) {
			t.Fatalf("%q: found %v, a scan finds %v", words, got, want)
		}
		for _, text := range list {
			if folded, from, to := foldPlaces(text); folded != FoldText(text) || len(from) != len(folded) || len(to) != len(folded) {
				t.Fatalf("%q folds to %q in pieces and to %q as a whole", text, folded, FoldText(text))
			}
		}
	})
}

// A season of edits, withdrawals, merges, copies and crashes: after every stretch each book finds what reading all its
// visits finds, and the same as a book that has just gathered everything.
func TestASearchFollowsTheBook(t *testing.T) {
	eachSeed(t, 3, func(t *testing.T, seed int64) {
		f := newFleet(t, seed+900)
		for range 8 {
			f.live(12)
			for _, p := range f.laps {
				compareWithScan(t, f.r, p.b)
			}
		}
	})
}

func compareWithScan(t *testing.T, r *rand.Rand, b *Book) {
	t.Helper()
	all := scanAll(t, b)
	queries := []string{"民政", "教育 一", "e1", "李敏", "鼎鼐"}
	byID := func(x, y checklist.ID) int { return strings.Compare(x.String(), y.String()) }
	for _, id := range slices.SortedFunc(maps.Keys(all), byID) {
		texts := all[id]
		if text := []rune(texts[r.Intn(len(texts))]); len(text) > 1 && r.Intn(4) == 0 {
			from := r.Intn(len(text) - 1)
			queries = append(queries, string(text[from:min(len(text), from+1+r.Intn(4))]))
		}
	}
	for _, query := range queries[:min(len(queries), 25)] {
		found, _ := lookFor(t, b, SearchQuery{Text: query, Most: 10_000})
		kept := b.search.leaves
		b.search = finder{}
		again, _ := lookFor(t, b, SearchQuery{Text: query, Most: 10_000})
		if !maps.Equal(found.Count, again.Count) || fmt.Sprint(found.Hits) != fmt.Sprint(again.Hits) {
			t.Fatalf("%q: %d hits, and %d after gathering again from %d visits", query, len(found.Hits), len(again.Hits), len(kept))
		}
		var got []checklist.ID
		for _, h := range found.Hits {
			if h.Visit != (checklist.ID{}) {
				got = append(got, h.Record)
			}
		}
		var want []checklist.ID
		for id, texts := range all {
			if scanHas(texts, searchWords(query), FoldText(unitText(t, b, id))) {
				want = append(want, id)
			}
		}
		slices.SortFunc(got, byID)
		slices.SortFunc(want, byID)
		if !slices.Equal(got, want) {
			t.Fatalf("%q: the index finds %v, a scan %v", query, got, want)
		}
	}
}

// scanHas is the rule itself: every word in one of the texts or in the unit's name, one at least in the texts.
func scanHas(texts, words []string, unit string) bool {
	own := false
	for _, w := range words {
		in := slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(FoldText(s), w) })
		if own = own || in; !in && !strings.Contains(unit, w) {
			return false
		}
	}
	return own
}

func unitText(t *testing.T, b *Book, record checklist.ID) string {
	d := visit(t, b, checklist.InVisit(record, [8]byte{}))
	return d.Unit.Name + "\x01" + d.Unit.Short + "\x01" + d.Unit.Code
}

// scanAll gives all texts of all visits by record, read as screens read them.
func scanAll(t *testing.T, b *Book) map[checklist.ID][]string {
	t.Helper()
	all := map[checklist.ID][]string{}
	rows, err := b.Units(ctx)
	must(t, err)
	var visits []checklist.ID
	for _, u := range rows {
		for _, v := range append([]VisitRow{u.VisitRow}, u.Daily...) {
			if v.Visit != (checklist.ID{}) {
				visits = append(visits, v.Visit)
			}
		}
	}
	for _, id := range visits {
		d := visit(t, b, id)
		for kind, how := range searched {
			for _, rec := range d.regs.of[kind] { // one that was cleared here and edited there has a side to find
				if st := d.Register(rec, kind, "status"); st.Text == "withdrawn" && !st.Contested {
					continue
				}
				var texts []string
				for _, name := range how.fields {
					texts = append(texts, scanField(d, rec, kind, name)...)
				}
				if len(texts) > 0 {
					all[rec] = texts
				}
			}
		}
	}
	return all
}

func scanField(d *Doc, rec checklist.ID, kind Kind, name string) (list []string) {
	field := name
	if FieldOf(kind, name) == nil {
		field = "body"
	}
	reg := d.Register(rec, kind, field)
	sides := []string{reg.Text}
	for _, s := range reg.Siblings {
		sides = append(sides, s.Text)
	}
	for _, text := range sides {
		switch {
		case text == "":
		case field == "file":
			var f fileText
			_ = json.Unmarshal([]byte(text), &f)
			list = append(list, f.Name)
		case field == name:
			list = append(list, text)
		default:
			var whole map[string]any
			_ = json.Unmarshal([]byte(text), &whole)
			if s, ok := whole[name].(string); ok && s != "" {
				list = append(list, s)
			}
			items, _ := whole[name].([]any)
			for _, x := range items {
				for _, part := range []string{"place", "quote"} {
					if s, ok := x.(map[string]any)[part].(string); ok && s != "" {
						list = append(list, s)
					}
				}
			}
		}
	}
	return list
}
