package checklist

import (
	"strings"
	"testing"

	"zoufang/checklist/schemes"
)

// pts reads points in tests.
func pts(t testing.TB, s string) Points {
	t.Helper()
	p, err := ParsePoints(s)
	if err != nil {
		t.Fatalf("points %q: %v", s, err)
	}
	return p
}

// variant loads the default scheme with some text replaced; each old text must occur.
func variant(t testing.TB, oldNew ...string) *Scheme {
	t.Helper()
	s, err := LoadScheme([]byte(edited(t, oldNew...)))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func edited(t testing.TB, oldNew ...string) string {
	t.Helper()
	src := string(schemes.Default)
	for i := 0; i < len(oldNew); i += 2 {
		if !strings.Contains(src, oldNew[i]) {
			t.Fatalf("the default scheme has no %q", oldNew[i])
		}
		src = strings.Replace(src, oldNew[i], oldNew[i+1], 1)
	}
	return src
}

func testID(n int) (id ID) {
	id[0], id[14], id[15] = 1, byte(n>>8), byte(n)
	return id
}

var paper = []Evidence{{Kind: "paper", Material: "payroll", Place: "4"}}

// sheetOf makes a sheet with every indicator of the kind checked and nothing found.
func sheetOf(s *Scheme, kind string) Sheet {
	sh := Sheet{Standings: map[string]Standing{}, Claims: map[string]Claim{}}
	for _, ind := range s.Indicators(kind) {
		sh.Standings[ind.ID] = Standing{Indicator: ind.ID, State: Nil}
	}
	return sh
}

// find adds a proved finding and the verdict that goes with it.
func (sh *Sheet) find(s *Scheme, rule string, count int64) ID {
	_, ind, ok := s.Rule(rule)
	if !ok {
		panic("no rule " + rule)
	}
	id := testID(len(sh.Findings) + 1)
	sh.Findings = append(sh.Findings, Finding{ID: id, Rule: rule, Count: count, Facts: "x", Criterion: "y", Evidence: paper})
	sh.stand(ind.ID, Found, "")
	return id
}

func (sh *Sheet) stand(indicator string, st State, approval string) {
	sh.Standings[indicator] = Standing{Indicator: indicator, State: st, Approval: approval, Reason: "r"}
}

func (sh *Sheet) claim(bonus string, count int64) {
	sh.Claims[bonus] = Claim{Bonus: bonus, Count: count, Evidence: paper}
}

func categoryScore(t testing.TB, r Result, id string) Amount {
	t.Helper()
	for _, c := range r.Categories {
		if c.Category.ID == id {
			return c.Score
		}
	}
	t.Fatalf("no category %s", id)
	return Amount{}
}

func wantAmount(t testing.TB, name string, got Amount, want string) {
	t.Helper()
	if !got.Known || got.Points.String() != want {
		t.Errorf("%s = %v (known %v), want %s", name, got.Points, got.Known, want)
	}
}

// lineOf finds the line of a code about a rule.
func lineOf(lines []Line, code, rule string) (Line, bool) {
	for _, l := range lines {
		if l.Code == code && (rule == "" || l.Rule == rule) {
			return l, true
		}
	}
	return Line{}, false
}

func indicatorOf(t testing.TB, r Result, id string) *IndicatorScore {
	t.Helper()
	x, ok := r.Indicator(id)
	if !ok {
		t.Fatalf("no indicator %s", id)
	}
	return x
}
