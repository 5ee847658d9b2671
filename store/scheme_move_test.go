package store

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
)

// nextVersion is the default scheme after a revision: E9 and E11 have changed their numbers, B1.4 is gone, E1.1 takes more.
func nextVersion(t *testing.T) []byte {
	t.Helper()
	src := strings.NewReplacer(`"E9`, `"E11`, `"E11`, `"E9`, `"2026.1-draft"`, `"2026.2"`).Replace(string(schemes.Default))
	lines := strings.Split(src, "\n")
	lines = slices.DeleteFunc(lines, func(l string) bool { return strings.Contains(l, `{id: "B1.4"`) })
	for i, l := range lines {
		if strings.Contains(l, `{id: "E1.1"`) {
			lines[i] = strings.Replace(l, "points: 1.0", "points: 2.0", 1)
		}
	}
	return []byte(strings.Join(lines, "\n"))
}

// useNext pins the next version in the round, as the office.
func useNext(t *testing.T, b *Book) *checklist.Scheme {
	t.Helper()
	me := b.Me()
	_, err := b.UseScheme(ctx, nextVersion(t), "")
	wantFault(t, err, "office.only")
	must(t, b.SetMe(ctx, office))
	s, err := b.UseScheme(ctx, nextVersion(t), "第二版")
	must(t, err)
	must(t, b.SetMe(ctx, me))
	return s
}

// judged is a sheet with something of everything.
func judged(t *testing.T, b *Book, id checklist.ID) {
	t.Helper()
	must(t, b.SetStanding(ctx, visit(t, b, id), "E9", checklist.Nil, ""))
	for _, f := range []checklist.Finding{{Rule: "E11.1", Count: 2, Facts: "迟报"}, {Rule: "B1.4", Count: 1, Facts: "超时"}, {Rule: "E1.1", Count: 1, Facts: "超编"}} {
		_, err := b.SaveFinding(ctx, visit(t, b, id), f)
		must(t, err)
	}
	must(t, b.SetStanding(ctx, visit(t, b, id), "A3", checklist.NA, "没有划转"))
	_, err := b.SaveClaim(ctx, visit(t, b, id), checklist.Claim{Bonus: "P1", Count: 2})
	must(t, err)
	p := checklist.Points(150)
	must(t, b.SetSelfScore(ctx, visit(t, b, id), "E9", &p))
}

func planTo(t *testing.T, b *Book, id checklist.ID, hash string) *Move {
	t.Helper()
	m, err := b.PlanMove(ctx, visit(t, b, id), hash, nil)
	must(t, err)
	return m
}

func rules(s *checklist.Sheet) (list []string) {
	for _, f := range s.Findings {
		list = append(list, f.Rule)
	}
	slices.Sort(list)
	return list
}

func TestASheetMovesThereAndBack(t *testing.T) {
	b, id := fieldBook(t, liMin)
	v1 := b.round().Scheme
	judged(t, b, id)
	v2 := useNext(t, b)
	d := visit(t, b, id)
	if d.SchemeHash != v1 || d.Round.Scheme != v2.Hash {
		t.Fatalf("an open sheet follows the round: %s", d.SchemeHash)
	}
	before, n := *d.Own(), changes(t, b)
	m := planTo(t, b, id, v2.Hash)
	if len(m.Carried.Lost) != 1 || m.Carried.Lost[0].Rule != "B1.4" || !m.Diff.Scores() {
		t.Errorf("lost: %+v", m.Carried.Lost)
	}
	e1, _ := m.Before.Indicator("E1")
	e1After, _ := m.After.Indicator("E1")
	if e1.Awarded != 700 || e1After.Awarded != 600 {
		t.Errorf("E1: %s before, %s after", e1.Awarded, e1After.Awarded)
	}
	if changes(t, b) != n || visit(t, b, id).SchemeHash != v1 {
		t.Fatal("a plan writes")
	}
	wantFault(t, b.MoveSheet(ctx, m, ""), "reason.missing")
	must(t, b.MoveSheet(ctx, m, "换新版"))
	d = visit(t, b, id)
	own := d.Own()
	if d.SchemeHash != v2.Hash || own.Standings["E11"].State != checklist.Nil || own.Standings["E9"].State != checklist.Found {
		t.Errorf("after the move: %s %+v", d.SchemeHash, own.Standings)
	}
	if got, want := rules(own), []string{checklist.Orphan("B1.4", v1), "E1.1", "E9.1"}; !slices.Equal(got, want) {
		t.Errorf("rules %v, want %v", got, want)
	}
	if d.SelfScores["E11"] != 150 || len(d.SelfScores) != 1 || own.Claims["P1"].Count != 2 || len(d.Left) != 1 || d.Left[0].ID != "B1.4" {
		t.Errorf("self-scores %v, claims %v, left %+v", d.SelfScores, own.Claims, d.Left)
	}
	if !reflect.DeepEqual(d.Contested, []Place(nil)) {
		t.Errorf("contested %v", d.Contested)
	}
	told, err := b.History(ctx, own.ID, KindSheet, "scheme")
	must(t, err)
	if told[0].Reason != "换新版" || told[0].Old != v1 {
		t.Errorf("history %+v", told[0])
	}
	_, err = b.PlanMove(ctx, visit(t, b, id), v2.Hash, nil)
	wantFault(t, err, "move.same")
	must(t, b.MoveSheet(ctx, planTo(t, b, id, v1), "改回"))
	back := visit(t, b, id)
	if len(back.Left) != 0 {
		t.Errorf("left %+v", back.Left)
	}
	same(t, &before, back.Own())
	if back.SelfScores["E9"] != 150 {
		t.Errorf("self-scores %v", back.SelfScores)
	}
	_, err = b.Check(ctx)
	must(t, err)
}

// same compares what two states of a sheet judge.
func same(t *testing.T, a, b *checklist.Sheet) {
	t.Helper()
	if !slices.Equal(rules(a), rules(b)) || a.Scheme != b.Scheme {
		t.Errorf("rules %v, want %v", rules(b), rules(a))
	}
	for _, id := range []string{"E9", "E11", "B1", "E1", "A3", "D1"} {
		if a.Standings[id].State != b.Standings[id].State || a.Standings[id].Approval != b.Standings[id].Approval {
			t.Errorf("%s is %+v, want %+v", id, b.Standings[id], a.Standings[id])
		}
	}
	if len(a.Claims) != len(b.Claims) || a.Claims["P1"].Count != b.Claims["P1"].Count {
		t.Errorf("claims %v, want %v", b.Claims, a.Claims)
	}
}

func TestAMoveIsUndone(t *testing.T) {
	b, id := fieldBook(t, liMin)
	judged(t, b, id)
	before := *visit(t, b, id).Own()
	v2 := useNext(t, b)
	must(t, b.MoveSheet(ctx, planTo(t, b, id, v2.Hash), "换新版"))
	_, err := b.Undo(ctx)
	must(t, err)
	same(t, &before, visit(t, b, id).Own())
}

func TestWhatMayNotMove(t *testing.T) {
	b, id := fieldBook(t, liMin)
	v2 := useNext(t, b)
	_, err := b.PlanMove(ctx, visit(t, b, id), v2.Hash, nil)
	wantFault(t, err, "move.none")
	must(t, b.SetStanding(ctx, visit(t, b, id), "E9", checklist.Nil, ""))
	if d := visit(t, b, id); d.SchemeHash != v2.Hash {
		t.Errorf("a sheet begun now is under %s", d.SchemeHash)
	}
	m := planTo(t, b, id, checklist.DefaultScheme().Hash)
	standing := checklist.StandingID(id, b.Me().ID, "E9")
	must(t, b.SaveDraft(ctx, Draft{Record: standing, Kind: KindStanding, Field: "body", Text: "{"}))
	wantFault(t, b.MoveSheet(ctx, m, "理由"), "move.draft")
	must(t, b.DropDraft(ctx, standing, KindStanding, "body"))
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	_, err = b.PlanMove(ctx, visit(t, b, id), checklist.DefaultScheme().Hash, nil)
	wantFault(t, err, "move.closed")
	m.doc = visit(t, b, id)
	wantFault(t, b.MoveSheet(ctx, m, "理由"), "move.closed")
	_, err = b.PlanMove(ctx, visit(t, b, id), strings.Repeat("ab", 32), nil)
	wantFault(t, err, "move.closed")
	must(t, b.ReopenSheet(ctx, visit(t, b, id), "改版"))
	_, err = b.PlanMove(ctx, visit(t, b, id), strings.Repeat("ab", 32), nil)
	wantFault(t, err, "scheme.missing")
}

// TestTheSecondSheetTakesTheVersionOfTheFirst: whoever joins a visit judges by the version it was begun under.
func TestTheSecondSheetTakesTheVersionOfTheFirst(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	v1 := a.round().Scheme
	must(t, a.SetStanding(ctx, visit(t, a, id), "E9", checklist.Nil, ""))
	carry(t, a, b)
	useNext(t, b)
	if d := visit(t, b, id); d.SchemeHash != v1 || d.Hidden != 1 {
		t.Errorf("the second judges by %s, %d hidden", d.SchemeHash, d.Hidden)
	}
}

// TestALaptopUnawareOfAMove: the same person goes on under the old version on a second laptop. Nothing of it may count
// under another question, all of it is seen, and a second move takes it along.
func TestALaptopUnawareOfAMove(t *testing.T) {
	a, b, id := twoBooks(t, liMin, liMin)
	judged(t, a, id)
	carry(t, a, b)
	v1 := a.round().Scheme
	v2 := useNext(t, a)
	must(t, a.MoveSheet(ctx, planTo(t, a, id, v2.Hash), "换新版"))

	// On b: a new finding under E11 (now E9), a verdict on E9 (now E11), a fresh verdict on C1, an edit of a finding.
	unaware, err := b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E11.2", Count: 1, Facts: "漏报"})
	must(t, err)
	must(t, b.SetStanding(ctx, visit(t, b, id), "E9", checklist.Waiting, ""))
	must(t, b.SetStanding(ctx, visit(t, b, id), "C1", checklist.Nil, ""))
	carry(t, b, a)
	d := visit(t, a, id)
	own := d.Own()
	if f, _ := d.finding(unaware); f.Rule != checklist.Orphan("E11.2", v1) {
		t.Errorf("the finding counts under %s", f.Rule)
	}
	if own.Standings["C1"].State != checklist.Blank {
		t.Error("a verdict by the old version counts under the new one")
	}
	kinds := map[string]bool{}
	for _, l := range d.Left {
		kinds[string(l.Kind)+" "+l.ID] = true
	}
	if !kinds["finding E11.2"] || !kinds["standing C1"] {
		t.Errorf("left %v", kinds)
	}
	e9 := checklist.StandingID(id, d.me.ID, "E9")
	if !slices.ContainsFunc(d.Contested, func(p Place) bool { return p.Record == e9 }) {
		t.Errorf("two verdicts on E9 do not show as contested: %v", d.Contested)
	}
	must(t, a.MoveSheet(ctx, planTo(t, a, id, v2.Hash), "补上"))
	d = visit(t, a, id)
	if f, _ := d.finding(unaware); f.Rule != "E9.2" || d.Own().Standings["C1"].State != checklist.Nil {
		t.Errorf("after the second move: %s %+v", f.Rule, d.Own().Standings["C1"])
	}

	// Back on b nothing changes on its own, and what b judges from now on says by which version.
	carry(t, a, b)
	if visit(t, b, id).SchemeHash != v2.Hash {
		t.Error("the move does not travel")
	}
	if got, want := digest(t, b, id), digest(t, a, id); got != want {
		t.Error("the books differ")
	}
}

// TestApprovalsComeAlong: what the leader approved stays approved where the map is sure, and waits for the leader again
// where it is not.
func TestApprovalsComeAlong(t *testing.T) {
	a, b, id := twoBooks(t, liMin, wangLead)
	judged(t, a, id)
	carry(t, a, b)
	must(t, a.CloseSheet(ctx, visit(t, a, id)))
	carry(t, a, b)
	d := visit(t, b, id)
	must(t, b.ApproveNA(ctx, d, checklist.StandingID(id, a.Me().ID, "A3"), true, ""))
	carry(t, b, a)
	must(t, a.ReopenSheet(ctx, visit(t, a, id), "改版"))
	v2 := useNext(t, a)
	m := planTo(t, a, id, v2.Hash)
	must(t, a.MoveSheet(ctx, m, "换新版"))
	if st := visit(t, a, id).Own().Standings["A3"]; st.Approval != "approved" || st.Approver != "王建国" {
		t.Errorf("approval %+v", st)
	}
	v1 := checklist.DefaultScheme()
	unsure := checklist.SchemeMap{checklist.ThingIndicator: {"A3": {ID: "A3"}}}
	m, err := a.PlanMove(ctx, visit(t, a, id), v1.Hash, unsure)
	must(t, err)
	must(t, a.MoveSheet(ctx, m, "改回"))
	if st := visit(t, a, id).Own().Standings["A3"]; st.State != checklist.NA || st.Approval != "" {
		t.Errorf("verdict %+v", st)
	}
}

func TestEffectsWriteNothing(t *testing.T) {
	b, id := fieldBook(t, liMin)
	judged(t, b, id)
	s, err := checklist.LoadScheme(nextVersion(t))
	must(t, err)
	n := changes(t, b)
	list, err := b.Effects(ctx, s)
	must(t, err)
	if len(list) != 1 || list[0].Unit.Code != "MZJ" || len(list[0].Carried.Lost) != 1 || changes(t, b) != n {
		t.Errorf("%d effects", len(list))
	}
}

func TestTheOfficeOpensTheRound(t *testing.T) {
	b := newLaptop(t, "m1").create(Setup{})
	wantFault(t, b.OpenRound(ctx, "", "", "试评"), "me.missing")
	must(t, b.SetMe(ctx, liMin))
	wantFault(t, b.OpenRound(ctx, "", "", "试评"), "office.only")
	must(t, b.SetMe(ctx, office))
	wantFault(t, b.OpenRound(ctx, "", "", ""), "round.undecided")
	wantFault(t, b.OpenRound(ctx, "明天", "", "试评"), "field.bad")
	if b.Info().Round.Opened != nil {
		t.Error("half an opening stayed")
	}
	must(t, b.OpenRound(ctx, "2026-03-02", "2026-12-20", "试评，方案待编委审定"))
	r := b.Info().Round
	if o := r.Opened; o == nil || o.Name != "孙丽" || o.Reason == "" || o.Scheme != r.Scheme || r.OpensOn != "2026-03-02" || r.Cutoff != "2026-12-20" {
		t.Errorf("%+v %+v", r, r.Opened)
	}
	decided := strings.NewReplacer(`decided_by: ""`, `decided_by: "区编委"`, `decision_no: ""`, `decision_no: "1"`, `decided_on: ""`, `decided_on: "2026-02-01"`).Replace(string(schemes.Default))
	_, err := b.UseScheme(ctx, []byte(decided), "")
	must(t, err)
	must(t, b.OpenRound(ctx, "", "", ""))
	if r := b.Info().Round; r.Opened.Reason != "" || r.Opened.Scheme != r.Scheme || r.Cutoff != "2026-12-20" {
		t.Errorf("%+v", r)
	}
	list, err := b.Schemes(ctx)
	must(t, err)
	if len(list) != 2 || !list[0].Round || !list[0].Scheme.Decision.Made() || list[1].Scheme.Decision.Made() {
		t.Errorf("%+v", list)
	}
}

// TestABeginningContestsNothing: every laptop begins with the built-in scheme by itself; that is no choice, and the
// office's choice stands alone wherever it arrives.
func TestABeginningContestsNothing(t *testing.T) {
	a, b, id := twoBooks(t, office, liMin)
	must(t, b.SetStanding(ctx, visit(t, b, id), "E9", checklist.Nil, ""))
	s, err := a.UseScheme(ctx, nextVersion(t), "")
	must(t, err)
	carry(t, a, b)
	list, err := b.Conflicts(ctx, nil)
	must(t, err)
	if len(list) != 0 || b.Info().Round.Scheme != s.Hash {
		t.Errorf("%d conflicts, the round is under %s", len(list), b.Info().Round.Scheme)
	}
	if d := visit(t, b, id); d.SchemeHash == s.Hash {
		t.Error("the open sheet followed")
	}
}

// TestEachSheetByItsOwnVersion: one visit, two evaluators, two versions. Whoever may see both sees each by its own.
func TestEachSheetByItsOwnVersion(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	judged(t, a, id)
	carry(t, a, b)
	judged(t, b, id)
	v1, v2 := a.round().Scheme, useNext(t, a)
	must(t, a.MoveSheet(ctx, planTo(t, a, id, v2.Hash), "换新版"))
	rows, err := a.Units(ctx)
	must(t, err)
	if rows[0].Scheme != v2.Hash {
		t.Errorf("the list says %s", rows[0].Scheme)
	}
	must(t, a.CloseSheet(ctx, visit(t, a, id)))
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	carry(t, a, b)
	carry(t, b, a)
	must(t, a.SetMe(ctx, wangLead))
	d := visit(t, a, id)
	if len(d.Sheets) != 2 {
		t.Fatalf("%d sheets", len(d.Sheets))
	}
	for i := range d.Sheets {
		s := &d.Sheets[i]
		want, orphan := v2.Hash, checklist.Orphan("B1.4", v1)
		if s.Person.Name == zhaoQi.Name {
			want, orphan = v1, "B1.4"
		}
		if s.Scheme != want || !slices.Contains(rules(s), orphan) {
			t.Errorf("%s: %s %v", s.Person.Name, s.Scheme, rules(s))
		}
	}
	wantFault(t, a.SignVisit(ctx, d), checklist.PendingMixed)
	if text, err := d.JSON(); err != nil || !strings.Contains(string(text), `"left"`) {
		t.Errorf("the JSON says nothing of what is left: %v", err)
	}
}

// TestTheUnitsScoresAreShared: two evaluators move one after the other, and the unit's own scores are brought once.
func TestTheUnitsScoresAreShared(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	judged(t, a, id)
	carry(t, a, b)
	must(t, b.SetStanding(ctx, visit(t, b, id), "E9", checklist.Nil, ""))
	p := checklist.Points(100)
	must(t, b.SetSelfScore(ctx, visit(t, b, id), "E11", &p))
	carry(t, b, a)
	v2 := useNext(t, a)
	carry(t, a, b)
	// The schemes travel as files; here they are pinned on both.
	must(t, b.SetMe(ctx, office))
	_, err := b.UseScheme(ctx, nextVersion(t), "")
	must(t, err)
	must(t, b.SetMe(ctx, zhaoQi))
	must(t, a.MoveSheet(ctx, planTo(t, a, id, v2.Hash), "换新版"))
	carry(t, a, b)
	must(t, b.MoveSheet(ctx, planTo(t, b, id, v2.Hash), "换新版"))
	carry(t, b, a)
	for _, x := range []*Book{a, b} {
		if got := visit(t, x, id).SelfScores; got["E11"] != 150 || got["E9"] != 100 {
			t.Errorf("self-scores %v", got)
		}
		if d := visit(t, x, id); len(d.Contested) != 0 {
			t.Errorf("contested %v", d.Contested)
		}
	}
}
