package checklist

import (
	"testing"

	"pgregory.net/rapid"
)

// The generator is only worth what it draws: every feature of the format, of the sheet and of the result must occur.
func TestGeneratedSchemesHaveEverything(t *testing.T) {
	seen := map[string]int{}
	draw := rapid.Custom(func(t *rapid.T) Input {
		s := genLoaded(t)
		note := func(what string, is bool) {
			n := 0
			if is {
				n = 1
			}
			seen[what] += n
		}
		in := genSheet(t, s)
		noteScheme(s, note)
		noteSheet(s, in, note)
		return in
	})
	for seed := range 400 { // fixed, so that what is rare is not missed by bad luck
		draw.Example(seed)
	}
	for what, n := range seen {
		if n < 3 {
			t.Errorf("drawn %d times in 400: %s", n, what)
		}
	}
}

func noteScheme(s *Scheme, note func(string, bool)) {
	for _, by := range []TotalBy{ByWeights, Rescaled} {
		note("total by "+string(by), s.Scoring.TotalBy == by)
	}
	for _, p := range naPolicies {
		note("policy "+p, string(s.Scoring.NAPolicy) == p)
	}
	note("a pass mark", s.Scoring.PassMark > 0)
	note("no pass mark", s.Scoring.PassMark == 0)
	note("one kind", len(s.Kinds) == 1)
	note("several kinds", len(s.Kinds) > 2)
	note("fewer methods", len(s.Methods) < 4)
	note("groups", len(s.Groups) > 0)
	note("bonuses", len(s.Bonuses) > 0)
	note("derived numbers", len(s.Reconciliation.Derived) > 0)
	note("metrics", len(s.Metrics) > 0)
	note("parents", len(s.Parents) > 0)
	note("slips", len(s.Slips.States) > 0)
	note("roles", len(s.Procedure.Roles) > 0)
	for _, p := range s.Parents {
		note("a parent with marks", p.Full > 0)
	}
	for _, m := range s.Methods {
		note("a step of notes alone", m.Form == FormNotes)
		note("requirements", len(m.Requirements) > 0)
		note("forms of talks", len(m.Forms) > 0)
	}
	for _, l := range s.Limits {
		note("a limit in force", l.Enabled)
		note("a limit out of force", !l.Enabled)
		note("a limit's condition", l.When != nil)
	}
	for _, w := range s.Warnings {
		note("a warning's condition", w.When != nil)
	}
	for _, c := range s.Categories {
		full := Points(0)
		for i := range c.Indicators {
			noteIndicator(&c.Indicators[i], note)
			full += c.Indicators[i].Full
		}
		note("marks that are not the weight", full != c.Weight)
	}
}

func noteIndicator(ind *Indicator, note func(string, bool)) {
	note("a key item with points", ind.Key && ind.Full > 0)
	note("a key item without points", ind.Key && ind.Full == 0)
	note("a policy of its own", ind.NAPolicy != "")
	note("not applicable allowed", ind.NA)
	note("only for some kinds", len(ind.AppliesTo) > 0)
	note("a skip", ind.SkipWhen != nil)
	note("a parent named", ind.CityNo > 0)
	note("a question", ind.Question.ZH != "")
	for _, r := range ind.Rules {
		for _, m := range []Mode{Per, Fixed, Range, Zero, Given} {
			note("mode "+string(m), r.Mode == m)
		}
		note("a key rule", r.Key)
		note("a measure word of its own", r.UnitZH != "")
		note("a suggested count", r.Suggest != "")
	}
}

func noteSheet(s *Scheme, in Input, note func(string, bool)) {
	r := Score(s, in)
	note("a complete result", r.Complete)
	note("an incomplete result", !r.Complete)
	note("passed", r.Pass == Passed)
	note("not passed", r.Pass == NotPassed)
	note("a failed key item", len(r.KeyFailed) > 0)
	note("an open warning", len(r.Warnings) > 0)
	note("a warning that cannot be judged", len(r.Unsure) > 0)
	note("a grade held down", r.Grade.Held != nil)
	note("linked findings", len(in.Sheet.Links) > 0)
	note("claims", len(in.Sheet.Claims) > 0)
	note("figures not known", len(in.Figures) < len(s.Reconciliation.Figures))
	for _, c := range r.Categories {
		note("a dropped category", c.Dropped)
		for _, x := range c.Indicators {
			for _, st := range []Status{StatusNil, StatusFound, StatusNA, StatusNAFull, StatusNAZero, StatusSkipped, StatusBlank, StatusProgress, StatusWaiting, StatusNAPending,
				StatusNARefused, StatusNAForbidden, StatusNoFinding, StatusNoMark} {
				note("status "+string(st), x.Status == st)
			}
			for _, l := range x.Lines {
				for _, code := range []string{"line.same_fact", "line.excluded", "line.floor", "line.interview_only", "line.withdrawn", "line.mark.bad", "line.per.cap"} {
					note(code, l.Code == code)
				}
			}
		}
	}
}
