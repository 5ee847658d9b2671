package tui

import (
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// What not every scheme has: marks awarded directly, key items, a pass mark, totals that are rescaled, a policy of "not
// applicable" for each indicator.

// keyMark stands before a key item.
const keyMark = "※"

// indicatorName is an indicator's name, marked where it is a key item.
func (e *Env) indicatorName(ind *checklist.Indicator) string {
	if ind.Key {
		return keyMark + " " + e.name(ind.Name)
	}
	return e.name(ind.Name)
}

// ruleName is a rule's name, marked where a hit of it alone fails the visit.
func (e *Env) ruleName(r *checklist.Rule) string {
	if r.Key {
		return keyMark + " " + e.name(r.Name)
	}
	return e.name(r.Name)
}

// worth says what an indicator is worth, and that it is a key item.
func (e *Env) worth(ind *checklist.Indicator) string {
	text := e.T(words.FullMarks, ind.Full)
	if ind.Full == 0 {
		text = e.T(words.ShowNoPoints)
	}
	if ind.Key {
		text += "   " + e.T(words.ShowKey)
	} else if slices.ContainsFunc(ind.Rules, func(r checklist.Rule) bool { return r.Key }) {
		text += "   " + e.T(words.KeyRuleWord)
	}
	return text
}

// typeMark gives a mark as it is typed: a number with at most two decimals, not above the full marks, on one of the
// rule's steps. What is not such a mark (yet) is not recorded, and says so.
func (s *score) typeMark(r *checklist.Rule, text string) tea.Cmd {
	e, full := s.env, s.current().Full
	list := s.findings(r.ID)
	if len(list) > 1 {
		return s.openFindings(r)
	}
	p, err := checklist.ParsePoints(strings.TrimSuffix(text, "."))
	switch {
	case err != nil:
		s.digits = ""
		return e.Fail(e.T(words.GivenBad))
	case p > full:
		s.digits = ""
		return e.Fail(e.T(words.GivenMost, p, full))
	case r.Step > 0 && p%r.Step != 0:
		return e.Fail(e.T(words.GivenStep, p, r.Step))
	}
	f := s.fresh(r.ID)
	if len(list) == 1 {
		f = list[0]
		if f.Mark == p && !strings.HasSuffix(text, ".") {
			return nil
		}
	}
	f.Mark = p
	return s.saveFinding(f)
}

// mayNA tells whether an indicator may be marked as not applicable at all.
func (s *score) mayNA(ind *checklist.Indicator) bool {
	return s.scheme().NAPolicyOf(ind) != checklist.NAForbidden
}

// outcome says in a line whether the visit passed and which key items failed; "" where the grades alone decide.
func (e *Env) outcome(scheme *checklist.Scheme, res *checklist.Result) string {
	mark := ""
	if scheme.Scoring.PassMark > 0 {
		mark = e.T(words.PassMarkIs, scheme.Scoring.PassMark)
	}
	var ids []string
	for _, k := range res.KeyFailed {
		ids = append(ids, k.ID())
	}
	switch {
	case res.Pass == checklist.PassNone:
		return ""
	case len(ids) > 0:
		return e.T(words.PassKeys, strings.Join(ids, " "))
	case res.Pass == checklist.PassOpen && res.KeyOpen > 0:
		return mark + e.T(words.PassOpenKeys, res.KeyOpen)
	}
	return mark + e.Say("pass."+string(res.Pass))
}

// bad tells an outcome that is to be seen at once.
func bad(res *checklist.Result) bool { return res.Pass == checklist.NotPassed }

// soFar adds up what was earned and what was attainable among the indicators scored so far.
func soFar(res *checklist.Result) (earned, attainable checklist.Points) {
	for i := range res.Categories {
		earned += res.Categories[i].Awarded
		attainable += res.Categories[i].SoFar
	}
	return earned, attainable
}

// earnedOf says what a rescaled total is made of; "" where it is not rescaled.
func (e *Env) earnedOf(scheme *checklist.Scheme, res *checklist.Result) string {
	if scheme.Scoring.TotalBy != checklist.Rescaled {
		return ""
	}
	earned, attainable := soFar(res)
	if !res.Complete {
		return e.T(words.EarnedSoFar, earned, attainable)
	}
	return e.T(words.EarnedOf, earned, attainable)
}

// skippedBecause says why an indicator does not apply, "" where it does.
func (s *score) skippedBecause(x *checklist.IndicatorScore) string {
	if x.Status != checklist.StatusSkipped {
		return ""
	}
	for _, l := range x.Lines {
		if l.Code == "line.status.skipped" {
			return s.say(l.Code, l.Args()...)
		}
	}
	return ""
}

// scrollTabs draws tabs in w cells, so that the current one is seen whole; < and > say that there are more. cur is -1
// for none.
func (e *Env) scrollTabs(tabs []string, cur, w int) string {
	width := func(from, to int) (n int) {
		for _, t := range tabs[from:to] {
			n += e.Width(t) + 4
		}
		return n
	}
	from, to := 0, len(tabs)
	if width(0, len(tabs)) > w {
		room := w - 4
		for from < cur && width(from, cur+1) > room {
			from++
		}
		for to = from + 1; to < len(tabs) && width(from, to+1) <= room; {
			to++
		}
	}
	var b strings.Builder
	if from > 0 {
		b.WriteString(" <")
	}
	for i := from; i < to; i++ {
		if i == cur {
			b.WriteString(" " + e.Style.Accent.Render("["+tabs[i]+"]") + " ")
		} else {
			b.WriteString("  " + tabs[i] + "  ")
		}
	}
	if to < len(tabs) {
		b.WriteString(">")
	}
	return e.Kit.Meter.Cut(b.String(), w, "")
}
