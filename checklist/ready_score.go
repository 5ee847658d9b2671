package checklist

// questions lists the points to verify that no step has settled.
func (l *lister) questions() {
	l.step = l.s.stepOf(FormTalks)
	for i := range l.v.Questions {
		if q := &l.v.Questions[i]; q.Status == "" {
			t := l.must("todo.question", q.Text)
			t.Record, t.Indicator = q.ID, q.Indicator
		}
	}
}

// interviews checks that each talk had two interviewers, was explained, and serves a question.
func (l *lister) interviews() {
	for i := range l.v.Interviews {
		x := &l.v.Interviews[i]
		if x.Status == "withdrawn" {
			continue
		}
		if x.Asker == "" || x.Second == "" || x.Asker == x.Second {
			l.must("todo.interview.two", x.Code).Record = x.ID
		}
		if x.Explained == nil || !*x.Explained {
			l.may("todo.interview.explained", x.Code).Record = x.ID
		}
		if len(x.Questions) == 0 && x.Indicators == "" {
			l.may("todo.interview.untied", x.Code).Record = x.ID
		}
		if x.Answers == "" {
			l.may("todo.interview.answers", x.Code).Record = x.ID
		}
		if code, args := Exposed(l.v, x); code != "" {
			l.may("todo."+code, args...).Record = x.ID
		}
	}
}

// entries lists notes that still belong nowhere or were marked to come back to.
func (l *lister) entries() {
	for i := range l.v.Entries {
		e := &l.v.Entries[i]
		code := ""
		switch {
		case e.Status == "withdrawn":
		case e.Status == "parked":
			code = "todo.entry.parked"
		case e.Todo:
			code = "todo.entry.marked"
		}
		if code != "" {
			t := l.may(code, e.At, e.Text)
			t.Record, t.Indicator = e.ID, e.Indicator
			if e.Step != "" {
				t.Step = e.Step
			}
		}
	}
}

// indicators lists every verdict that carries no points yet. A daily visit need not judge what it did not look at.
func (l *lister) indicators(res *Result) {
	l.step = StepScore
	for c := range res.Categories {
		for i := range res.Categories[c].Indicators {
			x := &res.Categories[c].Indicators[i]
			st := l.sheet.Standings[x.Indicator.ID]
			code := ""
			switch {
			case x.Status == StatusBlank && l.v.Kind == Daily:
			case !x.Known && !x.Removed():
				code = "todo.indicator." + string(x.Status)
			case x.Known && st.State == Nil && x.Status == StatusFound:
				code = "todo.indicator.nil_findings"
			}
			if code != "" {
				t := l.must(code, x.Indicator.ID, x.Indicator.Name)
				t.Indicator, t.Record = x.Indicator.ID, st.ID
			}
			if st.State == NA && st.Reason == "" && x.Status != StatusSkipped {
				t := l.must("todo.indicator.na_reason", x.Indicator.ID, x.Indicator.Name)
				t.Indicator, t.Record = x.Indicator.ID, st.ID
			}
			if l.scope.Skips(x.Indicator) == Unsure {
				t := l.may("todo.skip", x.Indicator.ID, x.Indicator.Name, x.Indicator.SkipWhen.Source, l.scope.Missing(x.Indicator))
				t.Indicator, t.Step = x.Indicator.ID, l.s.stepOf(FormPapers)
			}
		}
	}
}

// findings checks each standing finding: what it says, what proves it, whether its count can be.
func (l *lister) findings() {
	marks := map[string]int{}
	for i := range l.sheet.Findings {
		f := &l.sheet.Findings[i]
		if !f.Active() {
			continue
		}
		rule, ind, ok := l.s.Rule(f.Rule)
		if !ok {
			l.must("todo.finding.rule", f.Rule).Record = f.ID
			continue
		}
		if st := l.sheet.Standings[ind.ID]; !l.scope.Has(ind) || (st.State == NA && st.Approval != "refused") {
			continue // inactive: asks nothing of anybody
		}
		from := len(l.out)
		l.finding(f, rule, ind)
		if rule.Mode == Range || rule.Mode == Given {
			if marks[f.Rule]++; marks[f.Rule] == 2 {
				l.must("todo.finding.marks", f.Rule)
			}
		}
		for k := from; k < len(l.out); k++ {
			l.out[k].Record, l.out[k].Indicator = f.ID, ind.ID
		}
	}
}

func (l *lister) finding(f *Finding, rule *Rule, ind *Indicator) {
	h := hit{f: f, rule: rule, ind: ind}
	switch h.weigh(); h.code {
	case "line.count.bad":
		l.must("todo.finding.count", f.Rule, f.Count)
	case "line.mark.bad":
		l.must("todo.finding.mark", f.Rule, f.Mark)
	}
	if rule.Mode == Given && !h.fails() {
		return // a mark awarded directly is a judgement, not a deduction to prove; but what fails a visit is proved
	}
	switch {
	case f.TalkOnly():
		l.must("todo.finding.interview_only", f.Rule)
	case len(f.Evidence) == 0:
		l.must("todo.finding.evidence", f.Rule)
	}
	if f.Facts == "" {
		l.must("todo.finding.facts", f.Rule)
	}
	if f.Criterion == "" {
		l.must("todo.finding.criterion", f.Rule)
	}
	if f.Status == "disputed" {
		l.must("todo.finding.disputed", f.Rule)
	}
	if n, ok := Population(l.s, l.v, *f); ok && f.Count > n && f.Status != "supported" && f.Status != "confirmed" {
		l.may("todo.finding.population", f.Rule, f.Count, n)
	}
}

// Population is how many there are of what a finding counts, where the visit knows: the largest sample population of
// the papers that prove it, else the staff for rules that count persons. A count above it asks for a confirmation.
func Population(s *Scheme, v *Visit, f Finding) (n int64, ok bool) {
	rule, _, found := s.Rule(f.Rule)
	if !found || rule.Mode != Per {
		return 0, false
	}
	for _, e := range f.Evidence {
		for i := range v.Materials {
			m := &v.Materials[i]
			if m.Population != nil && e.Material != "" && (e.Material == m.Material || e.Material == m.ID.String()) {
				n, ok = max(n, *m.Population), true
			}
		}
	}
	if ok || rule.UnitID != "person" {
		return n, ok
	}
	values := s.Evaluate(Resolve(v))
	for _, id := range []string{"act_total", rosterTotal, "payroll_total"} {
		if x := values[id]; x.Known {
			n, ok = max(n, x.N), true
		}
	}
	return n, ok
}

// claims checks that each bonus is proved on paper.
func (l *lister) claims() {
	for i := range l.s.Bonuses {
		b := &l.s.Bonuses[i]
		c, ok := l.sheet.Claims[b.ID]
		switch {
		case !ok:
		case c.Count <= 0:
			l.must("todo.claim.count", b.ID, c.Count).Record = c.ID
		case !c.Proved():
			l.must("todo.claim.proof", b.ID, b.Name).Record = c.ID
		}
	}
}

// comments lists what the office sent back.
func (l *lister) comments() {
	for i := range l.v.Comments {
		c := &l.v.Comments[i]
		if !c.Open() {
			continue
		}
		t := l.may("todo.comment", c.Text)
		if t.Record, t.Indicator = c.ID, c.Indicator; c.Indicator == "" {
			t.Step = "" // of the visit as a whole
		}
	}
}
