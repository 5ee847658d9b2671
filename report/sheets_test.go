package report

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

const made = "2026-03-09 17:00"

// secrets is a visit with a secret in every place that has room for one.
const secrets = recorded + `{"record": "listen", "set": {"problems_admitted": "秘承认", "opinions_and_suggestions": "秘意见", "presenter_name": "秘汇报人", "substitute_reason": "秘原因"}}
{"record": "look", "set": {"declared_problems": "秘自查", "signer_name": "秘签字人"}}
{"record": "question", "set": {"text": "秘问题", "from_step": "look", "indicator": "E1"}}
{"record": "entry", "set": {"step": "check", "text": "秘记录"}}
{"record": "entry", "set": {"step": "check", "text": "秘停放", "status": "parked"}}
{"record": "promise", "set": {"text": "秘承诺", "due": "2026-05-01"}}
{"record": "figure", "set": {"figure": "auth_admin", "column": "office", "n": 9632}}
{"record": "finding", "set": {"rule": "E5.1", "count": 1, "facts": "减员未办出编。", "criterion": "出编规定", "cause": "秘原因二", "effect": "秘影响", "evidence": [{"kind": "observed", "place": "三楼"}]}}
{"record": "standing", "set": {"indicator": "B1", "state": "na", "reason": "秘不适用"}}
{"record": "claim", "set": {"bonus": "P1", "count": 3, "facts": "秘加分", "evidence": [{"kind": "paper", "material": "roster"}]}}
`

// mustNotShow are texts of the secrets, of points and of other units, none of which is for the unit.
var mustNotShow = []string{"秘", "机密要点甲", "被访人乙", "谈话内容", "只有谈话说起的事", "甲-01", "F01", "7.77", "9632", "预警", "warning", "扣", "别的局", "3.00", "1.00", "0.50"}

// everySheet are all sheets of a book in a language, by their kinds.
func everySheet(t testing.TB, b *store.Book, src *Source) map[string][]*Sheet {
	t.Helper()
	out := map[string][]*Sheet{}
	for _, k := range Kinds() {
		list, err := k.Make(context.Background(), b, Ask{Lang: src.Lang, Made: made, Visit: src.Doc.ID, Unit: src.Doc.Unit, Day: "2026-03-09"})
		if store.IsFault(err, "report.notnil") || store.IsFault(err, "report.unreleased") || store.IsFault(err, "report.nothing") {
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", k.Name, err)
		}
		out[k.Name] = list
		for _, s := range list {
			if k.Name != "copy" && s.Kind != k.Name || s.About == "" || s.For != k.For || s.Stamp.Code == "" {
				t.Errorf("%s: made as %q about %q for %q with the code %q", k.Name, s.Kind, s.About, s.For, s.Stamp.Code)
			}
		}
	}
	last := checklist.Points(4550)
	released := checklist.Notice{Unit: src.Doc.Unit, District: "青澜区", Year: "2026", On: "2026-04-01", Until: "2026-04-07", Total: 9350, Grade: checklist.Text{ZH: "优秀", EN: "Excellent"},
		Last: &checklist.PastResult{Year: "2025", Total: 9100, Grade: "优秀"}, Bars: []checklist.NoticeBar{{ID: "E", Name: checklist.Text{ZH: "严格控制机构编制", EN: "Staffing control"}, Score: 4600, Worth: 5000, Last: &last}},
		Items: []checklist.Rectify{{No: 1, Indicator: "E1", Rule: "E1.1", Facts: "核定32名，实有35人。", Count: 3, Deadline: "2026-04-16"}}}
	out["notice"] = []*Sheet{Notice(src.Lang, made, src.Scheme, &released)}
	return out
}

// Nothing that is not for the unit stands on any sheet for the unit, in either language, however it is written.
func TestNoSecretIsOnASheetForTheUnit(t *testing.T) {
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		b, src := bookOf(t, lang, secrets)
		sheets := everySheet(t, b, src)
		for _, name := range []string{"fact-sheet", "missing"} { // the notice shows released points, the hand-out the scheme
			all := anyTag.ReplaceAllString(everyWay(t, sheets[name][0]), "") // widths of columns are numbers too
			for _, never := range mustNotShow {
				if strings.Contains(strings.ReplaceAll(all, "\n", ""), never) {
					t.Errorf("%s %s: %q stands on it", name, lang, never)
				}
			}
		}
		for name, list := range sheets {
			if list[0].For != checklist.ForUnit {
				continue
			}
			for _, s := range list {
				for _, never := range []string{"秘", "机密", "被访人", "谈话", "甲-01", "F01", "别的局", "9632", "7.77"} {
					if strings.Contains(everyWay(t, s), never) {
						t.Errorf("%s %s: %q stands on it", name, lang, never)
					}
				}
			}
		}
		if all := everyWay(t, sheets["fact-sheet"][0]); !strings.Contains(all, "减员未办出编") || !strings.Contains(all, "三楼") {
			t.Error("the facts are not on the fact sheet")
		}
		office := everyWay(t, sheets["unit"][0])
		for _, must := range []string{"秘承诺", "减员未办出编", "9632"} {
			if !strings.Contains(office, must) {
				t.Errorf("the office's report lacks %q", must)
			}
		}
		if n := sheets["fact-sheet"][0].Names; len(n) > 0 {
			t.Errorf("a sheet without names warns of %q", n)
		}
		src.copy, src.Doc.Identities = nil, []checklist.Identity{{Code: "乙-02", Name: "办出编"}}
		if n := src.FactSheet().Names; !slices.Equal(n, []string{"乙-02"}) {
			t.Errorf("a name among the facts is told as %q", n)
		}
		for name, list := range sheets {
			if strings.Contains(everyWay(t, list[0]), "被访人乙") {
				t.Errorf("%s tells the name behind a code", name)
			}
		}
	}
}

// The book knows its own sheets again by their codes; what has changed since is told, line by line from the file.
func TestCodesAreHeldAgainstTheBook(t *testing.T) {
	ctx := context.Background()
	b, src := bookOf(t, words.ZH, recorded)
	sheets := everySheet(t, b, src)
	for name, list := range sheets {
		if name == "notice" || name == "copy" {
			continue // it was not released in the book; a copy is of other sheets
		}
		for _, s := range list {
			got, err := Verify(ctx, b, " "+strings.ToLower(s.Stamp.Code), "2026-03-10 08:00")
			if err != nil || len(got) != 1 || !got[0].Same || got[0].Kind.Name != name || got[0].Lang != words.ZH {
				t.Errorf("%s: %+v %v", name, got, err)
			}
		}
	}
	one := sheets["fact-sheet"][0]
	if got, err := Verify(ctx, b, "0000-0000-0000", made); err != nil || slices.ContainsFunc(got, func(m Match) bool { return m.Same }) {
		t.Errorf("a code of nothing: %+v %v", got, err)
	}
	if _, err := Verify(ctx, b, "A8CT", made); !store.IsFault(err, "code.form") {
		t.Errorf("half a code: %v", err)
	}
	files := map[string][]byte{}
	for _, format := range []string{"html", "txt"} {
		var out strings.Builder
		if err := Write(&out, format, sheets["missing"][0], one); err != nil {
			t.Fatal(err)
		}
		files["f."+format] = []byte(out.String())
		if was, is, err := Differences("f."+format, files["f."+format], one.Stamp.Code, one); err != nil || len(was)+len(is) > 0 {
			t.Errorf("%s: an untouched file differs: %q %q %v", format, was, is, err)
		}
		forged := strings.Replace(out.String(), "实有35人", "实有32人", 1)
		if was, is, err := Differences("f."+format, []byte(forged), one.Stamp.Code, one); err != nil || len(was) == 0 || len(is) == 0 || !strings.Contains(strings.Join(was, ""), "32人") {
			t.Errorf("%s: a forged file is not told: %q %q %v", format, was, is, err)
		}
	}
	if _, err := b.RecordLines(ctx, strings.NewReader(`{"unit": "D01"}
{"record": "finding", "set": {"rule": "E5.1", "count": 1, "facts": "后来查实的事", "evidence": [{"kind": "observed", "place": "三楼"}]}}
`), store.RecordOptions{}); err != nil {
		t.Fatal(err)
	}
	got, err := Verify(ctx, b, one.Stamp.Code, made)
	if err != nil || len(got) != 1 || got[0].Same || got[0].Sheet == nil {
		t.Fatalf("a changed book: %+v %v", got, err)
	}
	for name, data := range files {
		was, is, err := Differences(name, data, one.Stamp.Code, got[0].Sheet)
		if err != nil || len(was) > 2 || !strings.Contains(strings.Join(is, ""), "后来查实的事") {
			t.Errorf("%s: what changed is told as %q and %q, %v", name, was, is, err)
		}
	}
	if _, _, err := Differences("f.html", []byte("<p>something else"), one.Stamp.Code, one); !store.IsFault(err, "code.nofile") {
		t.Errorf("another page: %v", err)
	}
	if c, err := CodeIn("f.html", files["f.html"]); err != nil || c != one.Stamp.Code {
		t.Errorf("the code in the file is %q %v", c, err)
	}
	if _, err := CodeIn(filepath.Join("x", "f.html"), nil); !store.IsFault(err, "code.nofile") {
		t.Error("an empty file has a code")
	}
}

// A visit that is not released has no notice, and a sheet about a unit wants one.
func TestSheetsThatAreNotThere(t *testing.T) {
	ctx := context.Background()
	b, src := bookOf(t, words.ZH, recorded)
	for _, c := range []struct {
		kind, fault string
		ask         Ask
	}{{"notice", "report.unreleased", Ask{Unit: src.Doc.Unit}}, {"notice", "report.nounit", Ask{}}, {"slip", "report.nothing", Ask{Unit: src.Doc.Unit}},
		{"slip", "report.nounit", Ask{}}, {"score", "report.nounit", Ask{}}, {"nil", "report.notnil", Ask{Visit: src.Doc.ID}}} {
		k, ok := KindNamed(c.kind)
		if !ok {
			t.Fatal(c.kind)
		}
		if _, err := k.Make(ctx, b, c.ask); !store.IsFault(err, c.fault) {
			t.Errorf("%s: %v, not %s", c.kind, err, c.fault)
		}
	}
}
