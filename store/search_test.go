package store

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"zoufang/checklist"
)

// lookFor searches a book to the end and gives what was found, as "kind text".
func lookFor(t testing.TB, b *Book, q SearchQuery) (Found, []string) {
	t.Helper()
	g, err := b.Gather(ctx, 0)
	if err != nil || !g.Whole() {
		t.Fatal(g, err)
	}
	f, err := b.Search(ctx, q)
	if err != nil || !f.Whole() {
		t.Fatal(f.Gathered, err)
	}
	var list []string
	for _, h := range f.Hits {
		list = append(list, string(h.Kind)+" "+h.Text)
	}
	return f, list
}

func TestFoldedTextsAreAlike(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Ｅ１．１　扣分", "e1.1 扣分"}, {"“三定”规定、方案。", `"三定"规定,方案.`}, {"①㎡ﬁ", "1m2fi"}, {"A\u200bB\u00adC", "abc"}, {"e\u0301É", "éé"},
		{"一\n二\t三", "一 二 三"}, {"𠮷野家", "𠮷野家"}, {"ＡＢ—Ⅱ", "ab-ii"},
	} {
		if got := FoldText(c.text); got != c.want {
			t.Errorf("%q folds to %q, want %q", c.text, got, c.want)
		}
	}
}

func TestInitialsKnowAllReadings(t *testing.T) {
	k := readings{}
	for _, c := range []struct {
		name, word string
		at         int
	}{{"区民政局", "mzj", 1}, {"重庆路街道", "cql", 0}, {"重庆路街道", "zql", 0}, {"区民政局", "mj", -1}, {"第3中学", "d3z", 0}, {"民（政）局", "mzj", 0}, {"局", "", -1}} {
		if got := k.initials(c.name).find(initialsWord(c.word)); got != c.at {
			t.Errorf("%s in %s: %d, want %d", c.word, c.name, got, c.at)
		}
	}
	for _, w := range []string{"民政", "e1.1", "12", ""} {
		if initialsWord(w) != nil {
			t.Errorf("%q counts as initials", w)
		}
	}
}

func TestWhatASearchFinds(t *testing.T) {
	b, id := fieldBook(t, liMin)
	d := visit(t, b, id)
	judge(t, b, id, "超编三人，含“借调”两人")
	_, err := b.SaveQuestion(ctx, d, checklist.Question{Text: "借调手续", Answer: "补办中"})
	must(t, err)
	must(t, b.Apply(ctx, placeEdit(id, "三楼会议室", nil)))
	for _, c := range []struct {
		query string
		want  string // in one of the hits
		group Group
	}{
		{"民政", "unit 区民政局", GroupUnits}, {"qmz", "unit 区民政局", GroupUnits}, {"李敏", "person 李敏", GroupUnits}, {"1003", "person 1003", GroupUnits},
		{"超编", "finding 超编三人，含“借调”两人", GroupFindings}, {"编三人,含\"", "finding 超编", GroupFindings}, {"超", "finding 超编", GroupFindings},
		{"私记超编", "entry 私记超编", GroupRecords}, {"补办", "question 补办中", GroupRecords}, {"会议", "listen 三楼会议室", GroupRecords},
		{"Ｅ４．１", "finding E4.1", GroupFindings}, {"e1.1", "scheme E1.1", GroupClauses}, {"P1", "claim P1", GroupFindings},
		{"手续 借调", "question 借调手续", GroupRecords}, {"民政 会议", "listen 三楼", GroupRecords}, {"三人，含“借调”两人.pdf", "attachment ", GroupMaterials},
	} {
		f, list := lookFor(t, b, SearchQuery{Text: c.query})
		i := slices.IndexFunc(list, func(s string) bool { return strings.Contains(s, c.want) })
		if i < 0 || f.Hits[i].Group != c.group {
			t.Errorf("%s: found %q, want %q in %s", c.query, list, c.want, c.group)
		}
	}
	for _, query := range []string{"", "  ", "民教", "会议 超编", "某某"} { // the last is who was spoken to
		if f, list := lookFor(t, b, SearchQuery{Text: query}); len(list) > 0 || len(f.Count) > 0 {
			t.Errorf("%q finds %q", query, list)
		}
	}
	if f, list := lookFor(t, b, SearchQuery{Text: "借调", Groups: []Group{GroupRecords}, Most: 1}); len(list) != 1 || f.Count[GroupRecords] < 2 || len(f.Count) != 1 {
		t.Errorf("one record of %v: %q", f.Count, list)
	}
	if _, list := lookFor(t, b, SearchQuery{Text: "借调", Unit: checklist.UnitID("青澜区", "X")}); len(list) > 0 {
		t.Errorf("another unit has %q", list)
	}
}

func TestUnitsThatBeginWithTheWordComeFirst(t *testing.T) {
	b, _ := fieldBook(t, liMin)
	_, err := b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "A1", Name: "区教育中心", Kind: "department"}},
		{Unit: checklist.Unit{Code: "Z9", Name: "教育局", Kind: "department"}}, {Unit: checklist.Unit{Code: "A0", Name: "某局", Leader: "教育某", Kind: "department"}}})
	must(t, err)
	_, list := lookFor(t, b, SearchQuery{Text: "教育", Groups: []Group{GroupUnits}})
	if want := []string{"unit 教育局", "unit 区教育中心", "unit 教育某"}; !slices.Equal(list, want) {
		t.Errorf("%q, want %q", list, want)
	}
}

// Neither a hit nor a count gives away what its viewer may not see: at any moment, in the answer next after whatever
// opens or closes it.
func TestASearchIsAsBlindAsItsViewer(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	judge(t, a, id, "甲方")
	judge(t, b, id, "乙方")
	see := func(step string, theirs int) {
		t.Helper()
		f, list := lookFor(t, a, SearchQuery{Text: "乙方"})
		list = slices.DeleteFunc(list, func(s string) bool { return strings.Contains(s, "汇报乙方") }) // said before all
		n := 0
		for _, count := range f.Count {
			n += count
		}
		if len(list) != theirs || n != theirs+1 {
			t.Errorf("%s: %d of theirs are found and %d counted, want %d: %q", step, len(list), n-1, theirs, list)
		}
		if _, list := lookFor(t, a, SearchQuery{Text: "某某"}); len(list) > 0 {
			t.Errorf("%s: an evaluator finds who was spoken to: %q", step, list)
		}
	}
	lookFor(t, a, SearchQuery{Text: "乙方"}) // what it kept before the merge must not answer after it
	carry(t, b, a)
	see("both open", 0)
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	carry(t, b, a)
	see("theirs closed", 0)
	must(t, a.CloseSheet(ctx, visit(t, a, id)))
	see("both closed", 5)
	must(t, a.ReopenSheet(ctx, visit(t, a, id), "漏记一项"))
	see("mine open again", 0)
	must(t, a.SetMe(ctx, checklist.Person{Name: "孙丽", Number: "1000", Role: checklist.RoleOffice}))
	if _, list := lookFor(t, a, SearchQuery{Text: "某某", Groups: []Group{GroupRecords}}); len(list) != 2 {
		t.Errorf("the office finds %q", list)
	}
	must(t, a.SetMe(ctx, liMin))
	see("me again", 0)
}

func TestWhatWasTakenBackIsNotFound(t *testing.T) {
	b, id := fieldBook(t, liMin)
	note, err := b.SaveEntry(ctx, visit(t, b, id), checklist.Entry{Step: checklist.StepCheck, Text: "门口两块牌子"})
	must(t, err)
	find := func(text string, want int) {
		t.Helper()
		if _, list := lookFor(t, b, SearchQuery{Text: text, Groups: []Group{GroupRecords}}); len(list) != want {
			t.Errorf("%s: %q, want %d", text, list, want)
		}
	}
	find("牌子", 1)
	d := visit(t, b, id)
	edit := func(field, text string) {
		must(t, b.Apply(ctx, Edit{Record: note, Kind: KindEntry, Field: field, Text: text, Shown: d.Shown(note, KindEntry, field)}))
	}
	edit("text", "门口一块牌匾")
	find("牌子", 0)
	find("牌匾", 1)
	edit("status", "withdrawn")
	find("牌匾", 0)
	_, err = b.Undo(ctx)
	must(t, err)
	find("牌匾", 1)
	must(t, b.Rebuild(ctx))
	find("牌匾", 1)
}

// Searching, gathering and saving get along, and in the end everything that was saved is found.
func TestSearchingBesideSaving(t *testing.T) {
	b, id := fieldBook(t, liMin)
	var all sync.WaitGroup
	for i := range 3 {
		all.Add(1)
		go func() {
			defer all.Done()
			for range 30 {
				if _, err := b.Gather(ctx, time.Millisecond); err != nil {
					t.Error(err)
				}
				if _, err := b.Search(ctx, SearchQuery{Text: "楼" + strings.Repeat("会", i)}); err != nil {
					t.Error(err)
				}
			}
		}()
	}
	for i := range 30 {
		must(t, b.Apply(ctx, placeEdit(id, fmt.Sprintf("%d楼会议室", i), nil)))
		if f, err := b.Search(ctx, SearchQuery{Text: fmt.Sprintf("%d楼会", i)}); err != nil || f.Count[GroupRecords] != 1 && f.Whole() {
			t.Errorf("right after its save %d is found %d times, %v", i, f.Count[GroupRecords], err)
		}
	}
	all.Wait()
	if f, list := lookFor(t, b, SearchQuery{Text: "29楼"}); f.Count[GroupRecords] != 1 {
		t.Errorf("%q", list)
	}
}

// What many visits said before they were all written to is not in the next answer, whole or not.
func TestNoAnswerComesFromWhatWasDropped(t *testing.T) {
	b, _ := fieldBook(t, liMin)
	var edits []Edit
	for i := range 3 * atOnceStale {
		code := fmt.Sprint("N", i)
		_, err := b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: code, Name: "某局" + code, Kind: "department"}}})
		must(t, err)
		id, err := b.StartVisit(ctx, checklist.UnitID(b.district(), code), checklist.Yearly, "")
		must(t, err)
		must(t, b.Apply(ctx, placeEdit(id, "旧址", nil)))
		edits = append(edits, placeEdit(id, "新址", nil))
	}
	if f, _ := lookFor(t, b, SearchQuery{Text: "旧址"}); f.Count[GroupRecords] != len(edits) {
		t.Fatal(f.Count)
	}
	must(t, b.Apply(ctx, edits...))
	f, err := b.Search(ctx, SearchQuery{Text: "旧址"})
	if err != nil || len(f.Count) > 0 || f.Whole() {
		t.Errorf("found %v of %v, %v", f.Count, f.Gathered, err)
	}
	if f, _ := lookFor(t, b, SearchQuery{Text: "新址"}); f.Count[GroupRecords] != len(edits) {
		t.Error(f.Count)
	}
}

// A wiped visit is found no more, and searching before it was wiped has left nothing of it in the book's files.
func TestAWipedVisitIsNotFound(t *testing.T) {
	o, a, _, id, _ := doneWork(t)
	receiptsTo(t, o, a)
	if _, list := lookFor(t, a, SearchQuery{Text: marked}); len(list) < 5 {
		t.Fatalf("found %q", list)
	}
	p, err := a.PlanWipe(ctx, id)
	must(t, err)
	_, err = a.Wipe(ctx, id, p.Code)
	must(t, err)
	if _, list := lookFor(t, a, SearchQuery{Text: marked}); len(list) > 0 {
		t.Errorf("found %q", list)
	}
	if bytes.Contains(bytesOf(t, a), []byte(strings.ToLower(marked))) || bytes.Contains(bytesOf(t, a), []byte(marked)) {
		t.Error("the text is still in a file")
	}
}
