package checklist

import (
	"slices"
	"testing"
)

func codes(list []Todo) (out []string) {
	for _, t := range list {
		out = append(out, t.Code)
	}
	return out
}

func TestNothingMissing(t *testing.T) {
	s := DefaultScheme()
	sh := sheetOf(s, "department")
	if got := Missing(s, visitOf(s), &sh); len(got) > 0 {
		t.Errorf("a finished visit lacks %+v", got)
	}
}

func TestMissing(t *testing.T) {
	s := DefaultScheme()
	no, yes, ten := false, true, int64(10)
	for _, c := range []struct {
		want   string
		blocks bool
		do     func(*Visit, *Sheet)
	}{
		{"todo.formality", true, func(v *Visit, _ *Sheet) { v.Look.ReceivedOn = "" }},
		{"todo.formality", true, func(v *Visit, _ *Sheet) { v.Look.Sealed = nil }},
		{"todo.formality", true, func(v *Visit, _ *Sheet) { v.Listen.Exchanged = nil }},
		{"todo.look.no_opening_day", false, func(v *Visit, _ *Sheet) { v.Round.OpensOn = "" }},
		{"todo.look.self_scores", false, func(v *Visit, _ *Sheet) { delete(v.SelfScores, "E1") }},
		{"todo.listen.presenter", true, func(v *Visit, _ *Sheet) { v.Listen.Presenter = "" }},
		{"todo.listen.substitute", true, func(v *Visit, sh *Sheet) { v.Listen.MainLeader = &no; sh.find(s, "A5.5", 1) }},
		{"todo.listen.times", false, func(v *Visit, _ *Sheet) { v.Listen.EndedAt = "" }},
		{"todo.listen.place", false, func(v *Visit, _ *Sheet) { v.Listen.Place = "" }},
		{"todo.promise.due", false, func(v *Visit, _ *Sheet) {
			v.Promises = []Promise{{Text: "x"}, {Due: "2026-05-01"}, {Status: "withdrawn"}}
		}},
		{"todo.material.unseen", true, func(v *Visit, _ *Sheet) { v.Materials[0].Status = "" }},
		{"todo.material.missing", false, func(v *Visit, _ *Sheet) { v.Materials[0].Status = "missing" }},
		{"todo.material.refused", false, func(v *Visit, _ *Sheet) { v.Materials[0].Status = "refused" }},
		{"todo.figures", false, func(v *Visit, _ *Sheet) { delete(v.Figures, "seconded_in") }},
		{"todo.gap", false, func(v *Visit, _ *Sheet) { v.Figures["opening_total"][Verified]++ }},
		{"todo.names", false, func(v *Visit, _ *Sheet) { v.Check.NameChecked = nil }},
		{"todo.suggest.number", false, func(v *Visit, _ *Sheet) { v.Figures["heads_act"][Verified]++ }},
		{"todo.suggest.formality", false, func(v *Visit, _ *Sheet) { v.Look.Sealed = &no }},
		{"todo.question", true, func(v *Visit, _ *Sheet) {
			v.Questions = []Question{{Text: "?"}, {Status: "answered"}, {Status: "dropped"}}
		}},
		{"todo.interview.two", true, func(v *Visit, _ *Sheet) {
			v.Interviews = []Interview{{Asker: "a", Second: "a", Explained: &yes, Indicators: "E1", Answers: "yes"}, {Status: "withdrawn"}}
		}},
		{"todo.interview.explained", false, func(v *Visit, _ *Sheet) {
			v.Interviews = []Interview{{Asker: "a", Second: "b", Explained: &no, Indicators: "E1", Answers: "yes"}}
		}},
		{"todo.interview.untied", false, func(v *Visit, _ *Sheet) {
			v.Interviews = []Interview{{Asker: "a", Second: "b", Explained: &yes, Answers: "yes"}}
		}},
		{"todo.interview.answers", false, func(v *Visit, _ *Sheet) {
			v.Interviews = []Interview{{Asker: "a", Second: "b", Explained: &yes, Questions: []ID{testID(1)}}}
		}},
		{"todo.entry.parked", false, func(v *Visit, _ *Sheet) {
			v.Entries = []Entry{{Status: "parked"}, {}, {Todo: true, Status: "withdrawn"}}
		}},
		{"todo.entry.marked", false, func(v *Visit, _ *Sheet) { v.Entries = []Entry{{Todo: true, Step: StepListen}} }},
		{"todo.indicator.blank", true, func(_ *Visit, sh *Sheet) { delete(sh.Standings, "E1") }},
		{"todo.indicator.waiting", true, func(_ *Visit, sh *Sheet) { sh.stand("E1", Waiting, "") }},
		{"todo.indicator.progress", true, func(_ *Visit, sh *Sheet) { sh.find(s, "E1.1", 1); sh.stand("E1", Blank, "") }},
		{"todo.indicator.na_pending", true, func(_ *Visit, sh *Sheet) { sh.stand("D4", NA, "") }},
		{"todo.indicator.na_refused", true, func(_ *Visit, sh *Sheet) { sh.stand("D4", NA, "refused") }},
		{"todo.indicator.na_forbidden", true, func(_ *Visit, sh *Sheet) { sh.stand("E1", NA, "approved") }},
		{"todo.indicator.na_reason", true, func(_ *Visit, sh *Sheet) { sh.Standings["D4"] = Standing{State: NA, Approval: "approved"} }},
		{"todo.indicator.no_finding", true, func(_ *Visit, sh *Sheet) { sh.stand("E1", Found, "") }},
		{"todo.indicator.nil_findings", true, func(_ *Visit, sh *Sheet) { sh.find(s, "E1.1", 1); sh.stand("E1", Nil, "") }},
		{"todo.finding.count", true, func(_ *Visit, sh *Sheet) { sh.find(s, "E1.1", 0) }},
		{"todo.finding.mark", true, func(_ *Visit, sh *Sheet) { sh.find(s, "B3.2", 1) }},
		{"todo.finding.marks", true, func(_ *Visit, sh *Sheet) {
			for range 3 {
				sh.find(s, "B3.2", 1)
				sh.Findings[len(sh.Findings)-1].Mark = 50
			}
		}},
		{"todo.finding.evidence", true, func(_ *Visit, sh *Sheet) { sh.find(s, "E1.1", 1); sh.Findings[0].Evidence = nil }},
		{"todo.finding.interview_only", true, func(_ *Visit, sh *Sheet) {
			sh.find(s, "E1.1", 1)
			sh.Findings[0].Evidence = []Evidence{{Kind: "interview"}}
		}},
		{"todo.finding.facts", true, func(_ *Visit, sh *Sheet) { sh.find(s, "E1.1", 1); sh.Findings[0].Facts = "" }},
		{"todo.finding.criterion", true, func(_ *Visit, sh *Sheet) { sh.find(s, "E1.1", 1); sh.Findings[0].Criterion = "" }},
		{"todo.finding.disputed", true, func(_ *Visit, sh *Sheet) { sh.find(s, "E1.1", 1); sh.Findings[0].Status = "disputed" }},
		{"todo.finding.population", false, func(_ *Visit, sh *Sheet) { sh.find(s, "E1.1", 33) }},
		{"todo.finding.population", false, func(v *Visit, sh *Sheet) {
			i := slices.IndexFunc(v.Materials, func(m Material) bool { return m.Material == "payroll" })
			v.Materials[i].Population = &ten
			sh.find(s, "E4.1", 11)
		}},
		{"todo.finding.rule", true, func(_ *Visit, sh *Sheet) { sh.Findings = []Finding{{Rule: "Z1"}} }},
		{"todo.claim.count", true, func(_ *Visit, sh *Sheet) { sh.claim("P1", 0) }},
		{"todo.claim.proof", true, func(_ *Visit, sh *Sheet) { sh.Claims["P1"] = Claim{Count: 1} }},
		{"todo.comment", false, func(v *Visit, _ *Sheet) { v.Comments = []Comment{{Text: "again", Indicator: "E1"}} }},
	} {
		v, sh := visitOf(s), sheetOf(s, "department")
		c.do(v, &sh)
		got := Missing(s, v, &sh)
		if len(got) != 1 || got[0].Code != c.want || got[0].BlocksSigning != c.blocks || Blocked(got) != c.blocks {
			t.Errorf("%s: %+v", c.want, got)
		}
		if len(got) > 0 && got[0].Step == "" {
			t.Errorf("%s belongs to no step", c.want)
		}
	}
}

// A daily visit answers only for what it touched.
func TestDailyVisit(t *testing.T) {
	s := DefaultScheme()
	v := &Visit{Kind: Daily, Unit: Unit{Kind: "department"}}
	sh := Sheet{Standings: map[string]Standing{}}
	if got := Missing(s, v, &sh); len(got) > 0 {
		t.Errorf("an empty daily visit lacks %v", codes(got))
	}
	sh.find(s, "E1.1", 1)
	sh.Findings[0].Evidence = nil
	sh.stand("E2", Waiting, "")
	want := []string{"todo.indicator.waiting", "todo.finding.evidence"}
	if got := codes(Missing(s, v, &sh)); !slices.Equal(got, want) {
		t.Errorf("daily visit lacks %v, want %v", got, want)
	}
}

func TestANotFiledReportHasNoFormalities(t *testing.T) {
	s := DefaultScheme()
	v, sh := visitOf(s), sheetOf(s, "department")
	v.Look = Look{NotFiled: true}
	v.SelfScores = nil
	sh.find(s, "A5.1", 1)
	if got := Missing(s, v, &sh); len(got) > 0 {
		t.Errorf("lacks %v", codes(got))
	}
}

func TestFindingsOfRemovedIndicatorsAskForNothing(t *testing.T) {
	s := DefaultScheme()
	v, sh := visitOf(s), sheetOf(s, "department")
	sh.find(s, "D4.1", 0)
	sh.Findings[0].Evidence = nil
	sh.stand("D4", NA, "approved")
	if got := Missing(s, v, &sh); len(got) > 0 {
		t.Errorf("lacks %v", codes(got))
	}
}

func TestStepStates(t *testing.T) {
	s := DefaultScheme()
	empty := StepStates(s, &Visit{Kind: Yearly, Unit: Unit{Kind: "department"}}, &Sheet{})
	for step, want := range map[Step]StepState{
		StepLook: {Want: 4, Word: "step.none"}, StepListen: {Want: 2, Word: "step.none"}, StepCheck: {Want: 11, Word: "step.none"},
		StepInterview: {Word: "step.none"}, StepScore: {Want: 30, Word: "step.none"},
	} {
		if empty[step] != want {
			t.Errorf("empty %s: %+v, want %+v", step, empty[step], want)
		}
	}
	v, sh := visitOf(s), sheetOf(s, "department")
	v.Materials = v.Materials[:4]
	v.Questions = []Question{{Status: "answered"}, {}}
	sh.stand("D4", NA, "approved")
	sh.stand("E1", Blank, "")
	for step, want := range map[Step]StepState{
		StepLook: {Done: true, Have: 4, Want: 4, Word: "step.done"}, StepListen: {Done: true, Have: 2, Want: 2, Word: "step.done"},
		StepCheck: {Have: 3, Want: 11, Word: "step.part"}, StepInterview: {Have: 1, Want: 2, Word: "step.part"},
		StepScore: {Have: 28, Want: 29, Word: "step.part"},
	} {
		if got := StepStates(s, v, &sh)[step]; got != want {
			t.Errorf("%s: %+v, want %+v", step, got, want)
		}
	}
	v.Look = Look{NotFiled: true}
	v.Questions, v.Interviews = nil, []Interview{{}}
	got := StepStates(s, v, &sh)
	if got[StepLook] != (StepState{Done: true, Word: "step.not_filed"}) || !got[StepInterview].Done {
		t.Errorf("not filed %+v, interview %+v", got[StepLook], got[StepInterview])
	}
}
