package checklist

import (
	"strings"

	"pgregory.net/rapid"
)

// genSheet draws what a score is worked out from: a sheet of any state with findings well and badly recorded, claims,
// links, self-scores, slips and last year's rules, for one of the scheme's kinds of unit.
func genSheet(t *rapid.T, s *Scheme) Input {
	in := Input{Kind: rapid.SampledFrom(s.Kinds).Draw(t, "kind").ID, Figures: map[string]int64{}, SelfScores: map[string]Points{},
		ReportMissing: rapid.Bool().Draw(t, "no report"), SlipsOverdue: rapid.IntRange(-1, 2).Draw(t, "overdue")}
	in.Sheet = Sheet{Standings: map[string]Standing{}, Claims: map[string]Claim{}}
	done := rapid.Bool().Draw(t, "all judged") // else few sheets would ever be complete
	for c := range s.Categories {
		for i := range s.Categories[c].Indicators {
			genIndicator(t, &in, &s.Categories[c].Indicators[i], done)
		}
	}
	for range rapid.IntRange(0, 4).Draw(t, "links") {
		id := func() ID { return testID(rapid.IntRange(1, len(in.Sheet.Findings)+1).Draw(t, "link")) }
		in.Sheet.Links = append(in.Sheet.Links, [2]ID{id(), id()})
	}
	for _, b := range s.Bonuses {
		if rapid.Bool().Draw(t, "claimed") {
			in.Sheet.Claims[b.ID] = Claim{Bonus: b.ID, Count: rapid.Int64Range(-1, 9).Draw(t, "n"),
				Evidence: rapid.SampledFrom([][]Evidence{nil, paper, {{Kind: "interview"}}}).Draw(t, "proof")}
		}
	}
	for _, f := range s.Reconciliation.Figures {
		if rapid.IntRange(0, 3).Draw(t, "known") > 0 {
			in.Figures[f.ID] = rapid.SampledFrom([]int64{0, 0, 1, 2, 5, 30, 33, 9_999_999}).Draw(t, "figure")
		}
	}
	return in
}

// genIndicator draws the verdict, the findings and the self-score of one indicator.
func genIndicator(t *rapid.T, in *Input, ind *Indicator, done bool) {
	states := []State{Blank, Nil, Found, NA, Waiting}
	if done {
		states = []State{Nil, Nil, Found, Found, NA}
	}
	st := Standing{Indicator: ind.ID, State: rapid.SampledFrom(states).Draw(t, "state"), Reason: "r"}
	st.Approval = rapid.SampledFrom([]string{"approved", "approved", "", "refused"}).Draw(t, "approval")
	if done && st.State == NA && (!ind.NA || st.Approval != "approved") {
		st.State = Nil
	}
	if rapid.IntRange(0, 9).Draw(t, "no verdict at all") > 0 {
		in.Sheet.Standings[ind.ID] = st
	}
	for r := range ind.Rules {
		rule := &ind.Rules[r]
		n := rapid.SampledFrom([]int{0, 0, 0, 1, 1, 2}).Draw(t, "findings")
		if done && rule.Mode == Given {
			n = max(n, 1)
		}
		for range n {
			in.Sheet.Findings = append(in.Sheet.Findings, genFinding(t, ind, rule, testID(len(in.Sheet.Findings)+1)))
		}
		if n > 0 && st.State == Nil && done {
			st.State = Found
			in.Sheet.Standings[ind.ID] = st
		}
		if n > 0 && rapid.IntRange(0, 4).Draw(t, "last year") == 0 {
			in.PastRules = append(in.PastRules, rule.ID)
		}
	}
	if rapid.Bool().Draw(t, "own score") {
		in.SelfScores[ind.ID] = Points(rapid.Int64Range(0, int64(ind.Full)).Draw(t, "own"))
	}
}

// genFinding draws a finding of a rule, mostly one that counts.
func genFinding(t *rapid.T, ind *Indicator, r *Rule, id ID) Finding {
	f := Finding{ID: id, Rule: r.ID, Facts: "x", Criterion: "y", Evidence: paper,
		Count:  rapid.SampledFrom([]int64{1, 1, 1, 2, 3, 9, 0, -1, 1 << 62}).Draw(t, "count"),
		Status: rapid.SampledFrom([]string{"", "", "", "supported", "confirmed", "disputed", "withdrawn"}).Draw(t, "status")}
	switch r.Mode {
	case Range:
		f.Mark = r.Min + r.Step*Points(rapid.Int64Range(0, int64((r.Max-r.Min)/r.Step)).Draw(t, "mark"))
	case Given:
		f.Mark = r.Step * Points(rapid.Int64Range(0, int64(ind.Full/r.Step)).Draw(t, "mark"))
	}
	switch rapid.IntRange(0, 9).Draw(t, "badly recorded") {
	case 0:
		f.Mark += 1
	case 1:
		f.Evidence = nil
	case 2:
		f.Evidence = []Evidence{{Kind: "interview"}}
	case 3:
		f.Rule = strings.TrimSuffix(f.Rule, "1") + "9"
	}
	return f
}
