package checklist

import (
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// person n, with ids in the order of n.
func person(n int, name string) Person { return Person{ID: testID(9000 + n), Name: name} }

// twoSheets are complete, closed sheets of two people, with nothing found.
func twoSheets(s *Scheme) (a, b Sheet) {
	a, b = sheetOf(s, "department"), sheetOf(s, "department")
	a.Person, b.Person = person(1, "李敏"), person(2, "赵琪")
	a.State, b.State, a.Scheme, b.Scheme = "closed", "closed", s.Hash, s.Hash
	return a, b
}

func departmentVisit() *Visit { return &Visit{ID: testID(7), Unit: Unit{Kind: "department"}} }

// add puts a finding on a sheet, under an id of its own.
func (sh *Sheet) add(s *Scheme, id int, f Finding) *Finding {
	_, ind, _ := s.Rule(f.Rule)
	f.ID, f.Person = testID(id), sh.Person.ID
	sh.Findings = append(sh.Findings, f)
	sh.stand(ind.ID, Found, "")
	return &sh.Findings[len(sh.Findings)-1]
}

func TestHowSheetsDiffer(t *testing.T) {
	s := variant(t)
	scan := []Evidence{{Kind: "paper", Material: "roster", Place: "第3页"}}
	talk := testID(80)
	for _, c := range []struct {
		name  string
		a, b  []Finding
		edit  func(a, b *Sheet)
		kinds []DiffKind
		match Sureness
	}{
		{name: "nothing", kinds: nil},
		{name: "one found it", a: []Finding{{Rule: "E1.1", Count: 1}}, kinds: []DiffKind{DiffOnly}},
		{name: "the same fact", a: []Finding{{Rule: "E1.1", Count: 2, Facts: "超编2人", Evidence: scan}}, b: []Finding{{Rule: "E1.1", Count: 2, Facts: "实有多2", Evidence: scan}},
			kinds: []DiffKind{DiffSame}, match: MatchLikely},
		{name: "the same words and proof", a: []Finding{{Rule: "E1.1", Count: 2, Facts: "超编2人", Evidence: scan}}, b: []Finding{{Rule: "E1.1", Count: 2, Facts: "超编2人。", Evidence: scan}},
			kinds: []DiffKind{DiffSame}, match: MatchSure},
		{name: "only the rule is the same", a: []Finding{{Rule: "E1.1", Count: 2, Facts: "军转干部安置"}}, b: []Finding{{Rule: "E1.1", Count: 2, Facts: "新录用人员"}},
			kinds: []DiffKind{DiffSame}, match: MatchPossible},
		{name: "another count", a: []Finding{{Rule: "E1.1", Count: 2, Evidence: scan}}, b: []Finding{{Rule: "E1.1", Count: 3, Evidence: scan}}, kinds: []DiffKind{DiffCount}, match: MatchLikely},
		{name: "another rule", a: []Finding{{Rule: "E1.1", Count: 2, Facts: "超编二人未消化", Evidence: scan}}, b: []Finding{{Rule: "E1.2", Count: 2, Facts: "超编二人未消化。", Evidence: scan}},
			kinds: []DiffKind{DiffRule}, match: MatchLikely},
		{name: "different people", a: []Finding{{Rule: "E4.1", Count: 1, Facts: "甲-01 混编"}}, b: []Finding{{Rule: "E4.1", Count: 1, Facts: "甲-02 混编"}}, kinds: []DiffKind{DiffOnly, DiffOnly}},
		{name: "one person, by word and by talk", a: []Finding{{Rule: "E4.1", Count: 1, Facts: "甲-01 混编使用"}}, b: []Finding{{Rule: "E4.1", Count: 1, Facts: "长期借调", Evidence: []Evidence{{Kind: "interview", Talk: talk}}}},
			kinds: []DiffKind{DiffSame}, match: MatchLikely},
		{name: "verdicts", edit: func(a, b *Sheet) { a.stand("A1", Waiting, "") }, kinds: []DiffKind{DiffStanding}},
		{name: "only one looked", edit: func(a, b *Sheet) { delete(a.Standings, "A1") }, kinds: []DiffKind{DiffStanding}},
		{name: "not applicable to one", edit: func(a, b *Sheet) { a.stand("A1", NA, "") }, kinds: []DiffKind{DiffNA}},
		{name: "approved and refused", edit: func(a, b *Sheet) { a.stand("A1", NA, "approved"); b.stand("A1", NA, "refused") }, kinds: []DiffKind{DiffNA}},
		{name: "a bonus", edit: func(a, b *Sheet) { a.claim("P1", 1) }, kinds: []DiffKind{DiffClaim}},
		{name: "the same bonus", edit: func(a, b *Sheet) { a.claim("P1", 1); b.claim("P1", 1) }},
		{name: "withdrawn", a: []Finding{{Rule: "E1.1", Count: 1, Status: "withdrawn"}}},
	} {
		a, b := twoSheets(s)
		for i, f := range c.a {
			a.add(s, 100+i, f)
		}
		for i, f := range c.b {
			b.add(s, 200+i, f)
		}
		if c.edit != nil {
			c.edit(&a, &b)
		}
		if c.name == "withdrawn" {
			a.stand("E1", Nil, "")
		}
		v := departmentVisit()
		v.Interviews = []Interview{{ID: talk, Person: "甲-01"}, {ID: testID(81), Person: "甲-02"}}
		diffs := Compare(s, v, []Sheet{b, a})
		var kinds []DiffKind
		for _, d := range diffs {
			kinds = append(kinds, d.Kind)
			if d.Match != c.match {
				t.Errorf("%s: match %q, want %q", c.name, d.Match, c.match)
			}
		}
		if !slices.Equal(kinds, c.kinds) {
			t.Errorf("%s: %v, want %v", c.name, kinds, c.kinds)
		}
	}
}

// rule makes a ruling that must be possible.
func rule(t testing.TB, a *Agreed, d *Difference, what Take, side ID, value string) Ruling {
	t.Helper()
	r, code := a.Rule(d, what, side, value, "共同核对")
	if code != "" {
		t.Fatalf("%s: %s", d.Kind, code)
	}
	return r
}

func TestRulingsMakeTheAgreedSheet(t *testing.T) {
	s, v := variant(t), departmentVisit()
	a, b := twoSheets(s)
	scan := []Evidence{{Kind: "paper", Material: "roster", Place: "第3页"}}
	a.add(s, 100, Finding{Rule: "E1.1", Count: 2, Facts: "超编2人", Evidence: scan})
	b.add(s, 200, Finding{Rule: "E1.1", Count: 3, Facts: "超编3人", Evidence: append(scan, Evidence{Kind: "observed", Place: "门厅"})})
	b.add(s, 201, Finding{Rule: "E5.1", Count: 1, Facts: "未办入编", Evidence: paper})
	sheets := []Sheet{a, b}
	got := Unite(s, v, sheets, nil)
	if got.Pending != PendingOpen || len(got.Open()) != 2 {
		t.Fatalf("pending %q, open %d", got.Pending, len(got.Open()))
	}
	total := func(x Agreed) string {
		r := Score(s, InputOf(s, v, &x.Sheet))
		return r.Total.Points.String()
	}
	// Strictest: three over, and the one-sided fact stands.
	var ours Sheet = sheetOf(s, "department")
	ours.find(s, "E1.1", 3)
	ours.find(s, "E5.1", 1)
	if want := Score(s, InputOf(s, v, &ours)); total(got) != want.Total.Points.String() {
		t.Errorf("open: %s, want %v", total(got), want.Total.Points)
	}
	d := got.Differences
	if d[0].Kind != DiffCount || d[1].Kind != DiffOnly {
		t.Fatalf("%s %s", d[0].Kind, d[1].Kind)
	}
	if _, code := got.Rule(&d[0], TakeUnite, ID{}, "", "x"); code != RulingUnite {
		t.Errorf("two counts are united: %q", code)
	}
	if _, code := got.Rule(&d[0], TakeValue, ID{}, "0", "x"); code != RulingValue {
		t.Errorf("a count of nothing: %q", code)
	}
	if _, code := got.Rule(&d[1], TakeApart, ID{}, "", "x"); code != RulingApart {
		t.Errorf("one finding apart: %q", code)
	}
	if _, code := got.Rule(&d[1], TakeUnite, ID{}, "", ""); code != RulingWhy {
		t.Errorf("no reason: %q", code)
	}
	ruled := []Ruling{rule(t, &got, &d[0], TakeSide, a.Person.ID, ""), rule(t, &got, &d[1], TakeSide, a.Person.ID, "")}
	got = Unite(s, v, sheets, ruled)
	if got.Pending != "" || len(got.Open()) != 0 || got.Sheet.State != "closed" {
		t.Fatalf("pending %q, open %d", got.Pending, len(got.Open()))
	}
	one, gone := got.Sheet.Findings[0], got.Sheet.Findings[1]
	if one.Count != 2 || one.Facts != "超编2人\n超编3人" || len(one.Evidence) != 2 {
		t.Errorf("united %+v", one)
	}
	if gone.Active() || gone.Why != "共同核对" || got.Sheet.Standings["E5"].State != Nil {
		t.Errorf("a fact that fell: %+v, %v", gone, got.Sheet.Standings["E5"])
	}
	// Another ruling takes its place; what changed since is asked again.
	ruled[0] = rule(t, &got, &d[0], TakeValue, ID{}, "5")
	if got = Unite(s, v, sheets, ruled); got.Sheet.Findings[0].Count != 5 {
		t.Errorf("a value: %+v", got.Sheet.Findings[0])
	}
	ruled[0] = rule(t, &got, &d[0], TakeApart, ID{}, "")
	if got = Unite(s, v, sheets, ruled); len(got.Sheet.Findings) != 3 || got.Sheet.Findings[0].Count != 2 {
		t.Errorf("apart: %+v", got.Sheet.Findings)
	}
	sheets[1].Findings[0].Count = 4
	got = Unite(s, v, sheets, ruled)
	if open := got.Open(); len(open) != 1 || len(open[0].Stale) != 1 || open[0].Stale[0].What != TakeApart {
		t.Errorf("a finding changed after the ruling: %+v", open)
	}
}

func TestFindingsAreJoinedByHand(t *testing.T) {
	s, v := variant(t), departmentVisit()
	a, b := twoSheets(s)
	a.add(s, 100, Finding{Rule: "E1.1", Count: 2, Facts: "军转", Evidence: paper})
	b.add(s, 200, Finding{Rule: "E1.2", Count: 2, Facts: "其他", Evidence: []Evidence{{Kind: "observed"}}})
	b.add(s, 201, Finding{Rule: "E1.2", Count: 1, Facts: "再一件", Evidence: []Evidence{{Kind: "observed"}}})
	got := Unite(s, v, []Sheet{a, b}, nil)
	if len(got.Differences) != 3 {
		t.Fatalf("%d differences", len(got.Differences))
	}
	joined, code := got.Join([]ID{testID(200), testID(100)})
	if code != "" || joined.Kind != DiffRule {
		t.Fatalf("%q %v", code, joined)
	}
	r := rule(t, &got, joined, TakeSide, b.Person.ID, "")
	got = Unite(s, v, []Sheet{a, b}, []Ruling{r})
	if len(got.Differences) != 2 || len(got.Open()) != 1 || got.Sheet.Findings[0].Rule != "E1.2" || got.Sheet.Findings[0].Facts != "军转\n其他" {
		t.Errorf("%+v", got.Sheet.Findings)
	}
	if _, code := got.Join([]ID{testID(200), testID(201)}); code != RulingJoin {
		t.Errorf("two findings of one sheet are joined: %q", code)
	}
	other, _ := got.Join([]ID{testID(100), testID(201)})
	if other == nil {
		t.Fatal("a joined finding cannot be joined otherwise")
	}
	contrary := rule(t, &got, other, TakeSide, b.Person.ID, "")
	got = Unite(s, v, []Sheet{a, b}, []Ruling{r, contrary})
	if len(got.Open()) != 3 {
		t.Errorf("rulings that contradict each other settle: %d open", len(got.Open()))
	}
}

// genConsensus draws up to three sheets of one visit that partly say the same.
func genConsensus(t *rapid.T, s *Scheme) (*Visit, []Sheet) {
	first := genSheet(t, s)
	v := &Visit{ID: testID(7), Unit: Unit{Kind: first.Kind}, SelfScores: first.SelfScores}
	n := rapid.IntRange(2, 3).Draw(t, "sheets")
	var sheets []Sheet
	for i := range n {
		sh := first.Sheet
		if rapid.Bool().Draw(t, "judged alone") {
			sh = genSheet(t, s).Sheet
		}
		sh.Findings = slices.Clone(sh.Findings)
		ids := map[ID]ID{}
		for k := range sh.Findings {
			id := testID(1000*(i+1) + k)
			ids[sh.Findings[k].ID] = id
			sh.Findings[k].ID = id
			sh.Findings[k].Facts = rapid.SampledFrom([]string{"x", "超编一人", "超编二人未消化", "混编 甲-01", "混编 甲-02"}).Draw(t, "facts")
		}
		sh.Links = slices.Clone(sh.Links)
		for k, l := range sh.Links {
			sh.Links[k] = [2]ID{ids[l[0]], ids[l[1]]}
		}
		sh.Person, sh.State, sh.Scheme = person(i, "甲"), "closed", s.Hash
		sheets = append(sheets, sh)
	}
	v.Interviews = []Interview{{ID: testID(80), Person: "甲-01"}, {ID: testID(81), Person: "甲-02"}}
	return v, sheets
}

// ruleSome draws a ruling for some of what is open, or for all of it.
func ruleSome(t *rapid.T, a *Agreed, all bool) (ruled []Ruling) {
	for i := range a.Differences {
		d := &a.Differences[i]
		if !all && rapid.Bool().Draw(t, "left open") {
			continue
		}
		side := rapid.SampledFrom(d.Sides).Draw(t, "side").Person.ID
		what := rapid.SampledFrom([]Take{TakeSide, TakeUnite, TakeApart}).Draw(t, "what")
		r, code := a.Rule(d, what, side, "", "理由")
		if code != "" {
			r, code = a.Rule(d, TakeSide, side, "", "理由")
		}
		if code != "" {
			t.Fatalf("no side of %s can be taken: %s", d.Kind, code)
		}
		ruled = append(ruled, r)
	}
	return ruled
}

func TestConsensusProperties(t *testing.T) {
	s := variant(t)
	rapid.Check(t, func(t *rapid.T) {
		v, sheets := genConsensus(t, s)
		open := Unite(s, v, sheets, nil)
		back := slices.Clone(sheets)
		slices.Reverse(back)
		if !reflect.DeepEqual(told(Compare(s, v, sheets)), told(Compare(s, v, back))) {
			t.Fatal("the order of the sheets changes what differs")
		}
		ruled := ruleSome(t, &open, false)
		one := Unite(s, v, sheets, ruled)
		slices.Reverse(ruled)
		other := Unite(s, v, back, ruled)
		if !reflect.DeepEqual(one.Sheet, other.Sheet) || one.Pending != other.Pending {
			t.Fatal("the order of sheets and rulings changes what is agreed")
		}
		again := Unite(s, v, []Sheet{one.Sheet}, nil)
		if !reflect.DeepEqual(again.Sheet, one.Sheet) || len(again.Differences) != 0 {
			t.Fatal("uniting the agreed sheet changes it")
		}
		for _, d := range one.Differences {
			if slices.ContainsFunc(ruled, func(r Ruling) bool { return r.ID == d.ID }) == d.Open() {
				t.Fatalf("%s: ruled and open at once", d.Kind)
			}
		}
		done := Unite(s, v, sheets, ruleSome(t, &open, true))
		if len(done.Open()) > 0 || done.Pending != "" {
			t.Fatalf("all is ruled and %d are open, pending %q", len(done.Open()), done.Pending)
		}
	})
}

// told is what a difference says, without pointers.
func told(list []Difference) (out []any) {
	for _, d := range list {
		out = append(out, []any{d.ID, d.Kind, d.Match, d.Seen, d.Options, d.Span, d.Moves, d.Flagged, d.Findings()})
	}
	return out
}

// Every option's points are those of the sheet that the ruling makes.
func TestWeighSaysWhatARulingComesTo(t *testing.T) {
	s := variant(t)
	rapid.Check(t, func(t *rapid.T) {
		v, sheets := genConsensus(t, s)
		a := Unite(s, v, sheets, nil)
		Weigh(s, v, &a)
		for i := range a.Differences {
			d := &a.Differences[i]
			if i >= 6 {
				break // each is worked out anew: the first and weightiest say enough
			}
			for _, e := range d.Options {
				r, code := a.Rule(d, e.Take, e.Person, "", "理由")
				if code != "" {
					t.Fatalf("%s offers what cannot be taken: %s", d.Kind, code)
				}
				after := Unite(s, v, sheets, []Ruling{r})
				res := Score(s, InputOf(s, v, &after.Sheet))
				if res.Total.Known != e.Total.Known || res.Total.Points != e.Total.Points {
					t.Fatalf("%s %s: weighed %v, becomes %v", d.Kind, e.Take, e.Total, res.Total)
				}
			}
			if i > 0 && d.Moves && !a.Differences[i-1].Moves {
				t.Fatal("what the grade depends on does not come first")
			}
		}
	})
}
