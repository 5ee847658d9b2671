package report

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

const recorded = `{"unit": "D01"}
{"record": "listen", "set": {"started_at": "2026-03-09 09:00", "key_points": "机密要点甲"}}
{"record": "material", "set": {"material": "roster", "status": "seen"}}
{"record": "material", "set": {"material": "payroll", "status": "missing", "note": "下周补"}}
{"record": "interview", "as": "talk", "set": {"code": "F01", "form": "individual", "interviewee_code": "甲-01"}}
{"record": "identity", "set": {"code": "甲-01", "name": "被访人乙"}}
{"record": "entry", "set": {"step": "interview", "host": "F01", "text": "谈话内容丙"}}
{"record": "finding", "set": {"rule": "E1.1", "count": 3, "facts": "核定32名，实有35人。", "criterion": "“三定”规定", "evidence": [{"kind": "paper", "material": "roster", "place": "2026年3月"}, {"kind": "interview", "talk": "@talk", "quote": "谈话内容丁"}]}}
{"record": "finding", "set": {"rule": "E8.1", "count": 1, "facts": "只有谈话说起的事", "evidence": [{"kind": "interview", "talk": "@talk"}]}}
{"record": "self_score", "set": {"indicator": "E1", "points": "7.77"}}
`

// source is a visit of a real book.
func source(t testing.TB, lang words.Lang, lines string) *Source {
	t.Helper()
	_, src := bookOf(t, lang, lines)
	return src
}

// bookOf is a real book with two units, and the visit of one.
func bookOf(t testing.TB, lang words.Lang, lines string) (*store.Book, *Source) {
	t.Helper()
	ctx, dir := context.Background(), t.TempDir()
	b, err := store.Create(ctx, filepath.Join(dir, "book.zf"), store.Options{Home: filepath.Join(dir, "home")},
		store.Setup{District: "青澜区", Year: "2026"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.Close() })
	if err := b.SetMe(ctx, checklist.Person{Name: "周明远", Role: checklist.RoleLeader}); err != nil {
		t.Fatal(err)
	}
	if _, err := b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "D01", Name: "青澜区民政局", Kind: "department"}},
		{Unit: checklist.Unit{Code: "D02", Name: "青澜区别的局", Kind: "department"}}}); err != nil {
		t.Fatal(err)
	}
	r, err := b.RecordLines(ctx, strings.NewReader(lines), store.RecordOptions{})
	if err != nil || len(r.Problems) > 0 {
		t.Fatal(err, r.Problems)
	}
	units, err := b.Units(ctx)
	if err != nil {
		t.Fatal(err)
	}
	id, ok, err := b.VisitOf(ctx, units[0].Unit.ID, checklist.Yearly, "")
	if err != nil || !ok {
		t.Fatal("no visit", err)
	}
	d, err := b.Visit(ctx, id)
	if err != nil {
		t.Fatal(err)
	}
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	if err != nil {
		t.Fatal(err)
	}
	return b, &Source{Lang: lang, Made: "2026-03-09 17:00", Doc: d, Scheme: s}
}

// everyWay writes a sheet in every way there is.
func everyWay(t testing.TB, s *Sheet) string {
	t.Helper()
	var out bytes.Buffer
	if err := HTML(&out, s); err != nil {
		t.Fatal(err)
	}
	if err := Plain(&out, 80, s); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// What the unit gets holds the fact and its paper, and nothing of talks, points or warnings.
func TestUnitsCopyKeepsQuiet(t *testing.T) {
	src := source(t, words.ZH, recorded)
	all := everyWay(t, src.FactSheet()) + everyWay(t, src.MissingPapers())
	for _, must := range []string{"核定32名，实有35人", "实名制台账", "工资报表", "下周补"} {
		if !strings.Contains(strings.ReplaceAll(all, "\n", ""), must) {
			t.Errorf("%q is not on the sheets", must)
		}
	}
	for _, never := range []string{"机密要点甲", "被访人乙", "谈话内容丙", "谈话内容丁", "只有谈话说起的事", "甲-01", "F01", "7.77", "扣", "预警", "E1.1"} {
		if strings.Contains(all, never) {
			t.Errorf("%q is on the unit's copy", never)
		}
	}
}

func TestNilReturn(t *testing.T) {
	s := source(t, words.EN, `{"unit": "D01"}`+"\n"+`{"record": "listen", "set": {"place": "x"}}`+"\n").FactSheet()
	if s.Title != words.SheetNil.EN {
		t.Errorf("a visit without findings gives %q", s.Title)
	}
	if text := everyWay(t, s); !strings.Contains(text, "not finished") {
		t.Error("a visit that is not finished claims that everything was looked at")
	}
}

// The code follows from what stands on the sheet, not from when it was made.
func TestCode(t *testing.T) {
	src := source(t, words.ZH, recorded)
	one := src.FactSheet().Stamp.Code
	src.Made = "2026-03-10 09:00"
	if two := src.FactSheet().Stamp.Code; two != one {
		t.Errorf("the same facts give %s and %s", one, two)
	}
	src.copy = nil
	src.Doc.Sheets[0].Findings[0].Facts += "。"
	if src.Doc.Sheets[0].Findings[1].Facts += "。"; src.FactSheet().Stamp.Code == one {
		t.Error("other facts give the same code")
	}
	if !SameCode(" "+strings.ToLower(strings.ReplaceAll(one, "0", "o"))+" ", one) {
		t.Errorf("%s is not known again as it is typed", one)
	}
}

// Whatever stands on a sheet, no line is wider than it may be and no character is lost.
func TestPlainFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("编制abc 　，。“”（）𠮷é\n-1")), 0, 60, -1)
		cell := func() string { return text.Draw(t, "cell") }
		s := &Sheet{Title: cell(), Blocks: []Block{Text(cell()), Heading(cell()), Fields{{"甲", cell()}},
			Table{Columns: []Column{{"一", 3, false}, {"二", 10, true}, {"三", 1, false}}, Rows: [][]string{{cell(), cell(), cell()}}}}}
		width := rapid.IntRange(20, 130).Draw(t, "width")
		var out bytes.Buffer
		if err := Plain(&out, width, s); err != nil {
			t.Fatal(err)
		}
		for _, l := range strings.Split(out.String(), "\n") {
			if uniseg.StringWidth(l) > width {
				t.Fatalf("%d cells in a width of %d: %q", uniseg.StringWidth(l), width, l)
			}
		}
	})
}

// HTML never lets a text become a tag.
func TestHTMLEscapes(t *testing.T) {
	evil := `<script>alert(1)</script>"'&`
	s := &Sheet{Title: evil, Under: evil, Blocks: []Block{Heading(evil), Text(evil), Note(evil), Fields{{evil, evil}},
		Table{Columns: []Column{{Name: evil}}, Rows: [][]string{{evil}}}, Bars{Title: evil, Bars: []Bar{{Label: evil, Value: 1, Of: 2}}},
		Lines{Label: evil, N: 1}, Signatures{evil}}}
	var out bytes.Buffer
	if err := HTML(&out, s); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), "<script") {
		t.Error("a text became a tag")
	}
	if f := os.Getenv("ZOUFANG_SHEETS"); f != "" {
		src := source(t, words.ZH, recorded)
		var page bytes.Buffer
		if err := HTML(&page, src.FactSheet(), src.MissingPapers()); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f, page.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// The list for the liaison says what is wrong with a paper that was short or refused, holds the papers that turned up
// missing besides the scheme's list, and names a matter that waits for papers of which none is on the list.
func TestMissingPapersSayWhy(t *testing.T) {
	src := source(t, words.ZH, recorded+`{"record": "material", "set": {"material": "finance", "status": "refused"}}
{"record": "material", "set": {"name": "借调函", "status": "missing"}}
{"record": "material", "set": {"material": "sanding", "status": "seen"}}
{"record": "material", "set": {"material": "self_report", "status": "seen"}}
{"record": "standing", "set": {"indicator": "A4", "state": "waiting"}}
`)
	var out bytes.Buffer
	if err := Plain(&out, 120, src.MissingPapers()); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"工资报表", "不齐：下周补", "未予提供", "借调函", "”的有关材料", "尚未提供"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not on the list:\n%s", want, out.String())
		}
	}
	if strings.Contains(out.String(), "实名制台账") {
		t.Error("a paper that was seen is on the list")
	}
}
