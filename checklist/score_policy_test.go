package checklist

import (
	"slices"
	"testing"
)

// The default scheme under other policies. The marks of a category must add up to its weight where the total is
// rescaled; the default's do.

func TestRescaledTotal(t *testing.T) {
	s := variant(t, `total_by: "weights"`, `total_by: "rescaled"`)
	sh := sheetOf(s, "department")
	sh.stand("D4", NA, "approved")
	sh.find(s, "E5.2", 3)
	r := Score(s, Input{Kind: "department", Sheet: sh})
	// 100 - 2 (D4) attainable, 0.60 lost.
	wantAmount(t, "base", r.Base, "99.39")
	if got := r.Base.Ratio(); got != "4870/49" {
		t.Errorf("base exactly %s", got)
	}
	wantAmount(t, "D", categoryScore(t, r, "D"), "10.00") // as earned, not scaled up
	if c := r.Categories[3]; c.Worth != 1000 || c.Score.Points != 1000 {
		t.Errorf("category D is %v of %v", c.Score.Points, c.Worth)
	}
	l, ok := lineOf(r.Lines, "line.base.rescaled", "")
	if !ok || !slices.Equal(l.Args(), []any{Points(10000), Points(9740), Points(9800), "99.3878"}) {
		t.Errorf("line %v", l.Args())
	}
	if l, ok := lineOf(r.Lines, "line.rounded", ""); !ok || !slices.Equal(l.Args(), []any{"4870/49", "99.3878", Points(9939)}) {
		t.Errorf("rounding %v", l.Args())
	}
}

func TestNAPolicies(t *testing.T) {
	const d4 = "        city_no: 15\n        na: true\n"
	for _, c := range []struct {
		scheme, own string // policies
		status      Status
		d, base     string
		line        string
	}{
		{"leave", "", StatusNA, "12.00", "100.00", "line.status.na"},
		{"full", "", StatusNAFull, "12.00", "100.00", "line.na.full"},
		{"zero", "", StatusNAZero, "10.00", "98.00", "line.na.zero"},
		{"forbidden", "", StatusNAForbidden, "", "", "line.status.na_forbidden"},
		{"forbidden", "zero", StatusNAZero, "10.00", "98.00", "line.na.zero"},
		{"zero", "leave", StatusNA, "12.00", "100.00", "line.status.na"},
	} {
		own := d4
		if c.own != "" {
			own += `        na_policy: "` + c.own + "\"\n"
		}
		s := variant(t, `na_policy: "leave"`, `na_policy: "`+c.scheme+`"`, d4, own)
		sh := sheetOf(s, "department")
		sh.find(s, "D4.1", 1) // kept, but inactive
		sh.stand("D4", NA, "approved")
		r := Score(s, Input{Kind: "department", Sheet: sh})
		x := indicatorOf(t, r, "D4")
		if x.Status != c.status || x.Known != (c.status == StatusNAFull || c.status == StatusNAZero) {
			t.Errorf("%s/%s: %s known %v", c.scheme, c.own, x.Status, x.Known)
		}
		if _, ok := lineOf(x.Lines, c.line, ""); !ok {
			t.Errorf("%s/%s: no %s in %+v", c.scheme, c.own, c.line, x.Lines)
		}
		if r.Complete != (c.base != "") {
			t.Errorf("%s/%s: complete %v", c.scheme, c.own, r.Complete)
		}
		if r.Complete {
			wantAmount(t, c.scheme+"/"+c.own+" D", categoryScore(t, r, "D"), c.d)
			wantAmount(t, c.scheme+"/"+c.own+" base", r.Base, c.base)
		}
	}
}

func TestPassMark(t *testing.T) {
	s := variant(t, "  na_whole_category", "  pass_mark: 98.4\n  na_whole_category")
	for _, c := range []struct {
		count int64 // of E5.2, 0.2 each
		want  Pass
		code  string
	}{{3, Passed, "line.pass"}, {5, Passed, "line.pass"}} {
		sh := sheetOf(s, "department")
		sh.find(s, "E5.2", c.count)
		r := Score(s, Input{Kind: "department", Sheet: sh})
		if _, ok := lineOf(r.Lines, c.code, ""); !ok || r.Pass != c.want {
			t.Errorf("%d: %s %v", c.count, r.Pass, r.Lines)
		}
	}
	sh := sheetOf(s, "department")
	sh.find(s, "E1.1", 2)
	if r := Score(s, Input{Kind: "department", Sheet: sh}); r.Pass != NotPassed {
		t.Errorf("98.00 is %s", r.Pass)
	}
	sh.stand("A1", Blank, "")
	if r := Score(s, Input{Kind: "department", Sheet: sh}); r.Pass != PassOpen {
		t.Errorf("unfinished is %s", r.Pass)
	}
	plain := DefaultScheme()
	if r := Score(plain, Input{Kind: "department", Sheet: sheetOf(plain, "department")}); r.Pass != PassNone {
		t.Errorf("without a pass mark: %s", r.Pass)
	}
}

// keyed is the default scheme with E8 a key item, E7.1 a key rule, E9 a key item without points and B3.2 a given mark
// on a key item.
func keyed(t testing.TB) *Scheme {
	return variant(t,
		"  na_whole_category", "  key_failure_grade: \"fail\"\n  na_whole_category",
		"        full: 3\n        city_no: 8\n        methods: [\"look\", \"listen\", \"interview\"]\n", "        full: 3\n        key: true\n        city_no: 8\n        methods: [\"look\", \"listen\", \"interview\"]\n",
		`{id: "B3.2", mode: "range", min: 0.5, max: 1.5, step: 0.5,`, `{id: "B3.2", mode: "given", step: 0.5,`,
		"        full: 4\n        city_no: 22\n        methods: [\"check\", \"interview\"]\n", "        full: 6\n        key: true\n        city_no: 22\n        methods: [\"check\", \"interview\"]\n",
		`{id: "E7.1", `, `{id: "E7.1", key: true, `,
		"        en: \"Secondment and off-establishment staff\"\n        full: 2\n", "        en: \"Secondment and off-establishment staff\"\n        full: 0\n        key: true\n")
}

func TestKeyItems(t *testing.T) {
	s := keyed(t)
	talk := []Evidence{{Kind: "interview"}}
	for _, c := range []struct {
		name   string
		do     func(sh *Sheet)
		failed []string
		total  string
	}{
		{"nothing found", func(*Sheet) {}, nil, "100.00"},
		{"a finding under a key item", func(sh *Sheet) { sh.find(s, "E8.3", 1) }, []string{"E8"}, "99.00"},
		{"two findings are one failure", func(sh *Sheet) { sh.find(s, "E8.3", 1); sh.find(s, "E8.1", 1) }, []string{"E8"}, "97.00"},
		{"a hit of a key rule", func(sh *Sheet) { sh.find(s, "E7.1", 1) }, []string{"E7.1"}, "99.50"},
		{"a hit of another rule there", func(sh *Sheet) { sh.find(s, "E7.2", 1) }, nil, "99.50"},
		{"without points of its own", func(sh *Sheet) { sh.find(s, "E9.1", 3) }, []string{"E9"}, "100.00"},
		{"talk alone", func(sh *Sheet) { sh.find(s, "E8.3", 1); sh.Findings[1].Evidence = talk }, nil, "100.00"},
		{"withdrawn", func(sh *Sheet) {
			sh.find(s, "E8.3", 1)
			sh.Findings[1].Status = "withdrawn"
			sh.stand("E8", Nil, "")
		}, nil, "100.00"},
		{"a count that cannot be", func(sh *Sheet) { sh.find(s, "E8.3", 0) }, nil, "100.00"},
		{"lost to a heavier rule of the fact", func(sh *Sheet) {
			a, b := sh.find(s, "E8.1", 1), sh.find(s, "E7.1", 1)
			sh.Links = [][2]ID{{a, b}}
		}, []string{"E7.1", "E8"}, "98.00"},
		{"a mark of 0", func(sh *Sheet) { sh.Findings[0].Mark = 0 }, []string{"B3"}, "97.00"},
		{"the least mark above 0", func(sh *Sheet) { sh.Findings[0].Mark = 50 }, nil, "97.50"},
	} {
		sh := sheetOf(s, "department")
		sh.find(s, "B3.2", 0)
		sh.Findings[0].Mark = 300
		c.do(&sh)
		r := Score(s, Input{Kind: "department", Sheet: sh})
		var failed []string
		for _, k := range r.KeyFailed {
			failed = append(failed, k.ID())
		}
		if !slices.Equal(failed, c.failed) {
			t.Errorf("%s: failed %v, want %v", c.name, failed, c.failed)
		}
		if wantAmount(t, c.name, r.Total, c.total); !r.Complete {
			continue
		}
		if len(c.failed) == 0 {
			if r.Grade.Grade.ID != "excellent" || r.Grade.Held != nil || r.Pass != Passed {
				t.Errorf("%s: grade %+v pass %s", c.name, r.Grade, r.Pass)
			}
			continue
		}
		if r.Grade.Grade.ID != "fail" || r.Grade.Held.ID != "excellent" || !r.Grade.Key || r.Pass != NotPassed {
			t.Errorf("%s: grade %+v pass %s", c.name, r.Grade, r.Pass)
		}
		if l, ok := lineOf(r.Lines, "line.grade.key", ""); !ok || l.Args()[2] != s.Grades[0].Name {
			t.Errorf("%s: %+v", c.name, l)
		}
	}
}

func TestKeyItemsBeforeAllIsScored(t *testing.T) {
	s := keyed(t)
	sh := sheetOf(s, "department")
	r := Score(s, Input{Kind: "department", Sheet: sh})
	if r.KeyOpen != 1 || r.Pass != PassOpen { // B3 has no mark: blank is never one
		t.Errorf("open %d pass %s", r.KeyOpen, r.Pass)
	}
	sh.find(s, "E9.1", 1)
	sh.stand("E9", Waiting, "")
	r = Score(s, Input{Kind: "department", Sheet: sh})
	if r.KeyOpen != 1 || r.Pass != NotPassed || len(r.KeyFailed) != 1 || !slices.Equal(r.KeyFailed[0].Findings, []ID{testID(1)}) || r.Grade.Grade != nil {
		t.Errorf("open %d pass %s failed %+v grade %+v", r.KeyOpen, r.Pass, r.KeyFailed, r.Grade)
	}
}

// A failed key item holds a grade down and never lifts one.
func TestKeyGradeNeverLifts(t *testing.T) {
	s := keyed(t)
	mild := *s
	mild.Scoring.KeyGrade = "good"
	sh := sheetOf(s, "department")
	sh.find(s, "B3.2", 0)
	for _, ind := range s.Indicators("department") {
		for _, r := range ind.Rules {
			if r.Mode != Given {
				sh.find(s, r.ID, 9)
			}
		}
	}
	r := Score(&mild, Input{Kind: "department", Sheet: sh})
	if r.Grade.Grade.ID != "fail" || r.Grade.Held != nil {
		t.Errorf("a total of %v is %+v", r.Total.Points, r.Grade)
	}
}

func TestSkippedIndicator(t *testing.T) {
	s := variant(t, "        city_no: 15\n", "        city_no: 15\n        skip_when: 'affiliates_act == 0'\n")
	sh := sheetOf(s, "department")
	sh.find(s, "D4.1", 1)
	unsure := Score(s, Input{Kind: "department", Sheet: sh})
	if x := indicatorOf(t, unsure, "D4"); x.Status != StatusFound || x.Awarded != 0 {
		t.Errorf("numbers not known: %+v", x)
	} else if _, ok := lineOf(x.Lines, "line.skip.unsure", ""); !ok {
		t.Errorf("nothing says that it may not apply: %+v", x.Lines)
	}
	has := Score(s, Input{Kind: "department", Sheet: sh, Figures: map[string]int64{"affiliates_act": 2}})
	wantAmount(t, "D with institutions", categoryScore(t, has, "D"), "10.00")

	none := Input{Kind: "department", Sheet: sh, Figures: map[string]int64{"affiliates_act": 0}}
	r := Score(s, none)
	x := indicatorOf(t, r, "D4")
	if x.Status != StatusSkipped || x.Known || !x.Removed() {
		t.Errorf("without institutions: %+v", x)
	}
	for _, code := range []string{"line.status.skipped", "line.skipped"} {
		if _, ok := lineOf(x.Lines, code, ""); !ok {
			t.Errorf("no %s in %+v", code, x.Lines)
		}
	}
	said, _ := lineOf(x.Lines, "line.status.skipped", "")
	if why := said.Args()[1].(Reasons); why.In("en") != "Actual affiliated institutions = 0" || why.In("zh") != "实有所属事业单位数 = 0" {
		t.Errorf("skipped because %q", why.In("en"))
	}
	said, _ = lineOf(indicatorOf(t, unsure, "D4").Lines, "line.skip.unsure", "")
	if why := said.Args()[1].(Reasons); why.In("en") != "Actual affiliated institutions" {
		t.Errorf("missing: %q", why.In("en"))
	}
	wantAmount(t, "D without institutions", categoryScore(t, r, "D"), "12.00")
	if !r.Complete || r.Of != unsure.Of-1 {
		t.Errorf("complete %v of %d", r.Complete, r.Of)
	}

	v := visitOf(s)
	v.Figures["affiliates_act"] = map[Column]int64{Verified: 0}
	sh.Standings["D4"] = Standing{Indicator: "D4"}
	for _, todo := range Missing(s, v, &sh) {
		if todo.Indicator == "D4" {
			t.Errorf("a skipped indicator asks for %s", todo.Code)
		}
	}
	delete(v.Figures, "affiliates_act")
	if !slices.ContainsFunc(Missing(s, v, &sh), func(x Todo) bool { return x.Code == "todo.skip" && x.Indicator == "D4" }) {
		t.Error("nothing asks for the numbers that decide whether D4 applies")
	}
}

// What fails a visit is proved, even where a mark is a judgement.
func TestFailingMarkNeedsProof(t *testing.T) {
	s := keyed(t)
	v, sh := visitOf(s), sheetOf(s, "department")
	sh.find(s, "B3.2", 0)
	sh.Findings[0].Evidence, sh.Findings[0].Facts = nil, ""
	asks := func() bool {
		return slices.ContainsFunc(Missing(s, v, &sh), func(x Todo) bool { return x.Code == "todo.finding.evidence" && x.BlocksSigning })
	}
	if !asks() {
		t.Error("a mark of 0 on a key item asks for no evidence")
	}
	if sh.Findings[0].Mark = 50; asks() {
		t.Error("a mark above 0 asks for evidence")
	}
}
