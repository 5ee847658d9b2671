package checklist

import "slices"

// Todo is one thing missing before the visit can be left or signed.
type Todo struct {
	Code          string // package words has a sentence for it
	Args          []any
	Step          Step
	Indicator     string // to jump to, "" for none
	Record        ID     // to jump to, zero for none
	BlocksSigning bool
}

// Missing is the list to go through before leaving, and what stands between a visit and its signature: what the scheme
// demands and the visit does not have, and what people left contested, in the order of the steps. A yearly visit must meet the formalities of report and briefing where the scheme has those steps, see the
// required papers and judge every indicator; a daily visit answers only for what it touched.
func Missing(s *Scheme, v *Visit, sheet *Sheet) []Todo {
	l := &lister{s: s, v: v, sheet: sheet, scope: ScopeOf(s, v)}
	if v.Kind != Daily {
		l.report()
		l.briefing()
		l.materials()
	}
	l.contests()
	l.eve()
	l.window()
	l.interests()
	l.promises()
	l.figures()
	l.questions()
	l.interviews()
	l.entries()
	res := Score(s, InputOf(s, v, sheet))
	l.indicators(&res)
	l.findings()
	l.claims()
	l.comments()
	l.inOrder()
	return l.out
}

// inOrder puts the list into the order of the scheme's steps: first what belongs to none, last the scoring.
func (l *lister) inOrder() {
	rank := map[Step]int{"": -1, StepScore: len(l.s.Methods)}
	for i, m := range l.s.Steps() {
		rank[m.ID] = i
	}
	slices.SortStableFunc(l.out, func(a, b Todo) int { return rank[a.Step] - rank[b.Step] })
}

// Blocked tells whether anything in the list stands in the way of a signature.
func Blocked(list []Todo) bool {
	for i := range list {
		if list[i].BlocksSigning {
			return true
		}
	}
	return false
}

type lister struct {
	s     *Scheme
	v     *Visit
	sheet *Sheet
	scope Scope
	step  Step
	out   []Todo
}

// must adds what blocks a signature, may adds what does not.
func (l *lister) must(code string, args ...any) *Todo { return l.add(true, code, args) }
func (l *lister) may(code string, args ...any) *Todo  { return l.add(false, code, args) }

func (l *lister) add(blocks bool, code string, args []any) *Todo {
	l.out = append(l.out, Todo{Code: code, Args: args, Step: l.step, BlocksSigning: blocks})
	return &l.out[len(l.out)-1]
}

// formalities lists the demanded answers of a step nobody has given.
func (l *lister) formalities(m *Method) {
	for i := range m.Requirements {
		if q := &m.Requirements[i]; !answered(q, l.v) {
			l.must("todo.formality", q.Name)
		}
	}
}

// answered tells whether a formality of look or listen has been recorded, well or badly. Formalities of other steps
// are judged by what those steps hold.
func answered(q *Requirement, v *Visit) bool {
	switch q.Field {
	case "received_on":
		return v.Look.ReceivedOn != ""
	case "sealed", "signed_by_main_leader", "covers_all_indicators", "presenter_is_main_leader", "opinions_exchanged":
		return answer(q.Field, v) != nil
	}
	return true
}

// report asks for the formalities of the self-report and the unit's own scores.
func (l *lister) report() {
	m, ok := l.s.ByForm(FormReport)
	if !ok || l.v.Look.NotFiled {
		return
	}
	l.step = m.ID
	l.formalities(m)
	if l.v.Look.ReceivedOn != "" && l.v.Round.OpensOn == "" {
		l.may("todo.look.no_opening_day")
	}
	want, have := 0, 0
	for _, ind := range l.s.Indicators(l.v.Unit.Kind) {
		if !l.scope.Has(ind) {
			continue
		}
		want++
		if _, ok := l.v.SelfScores[ind.ID]; ok {
			have++
		}
	}
	if have < want {
		l.may("todo.look.self_scores", want-have, want)
	}
}

// briefing asks who spoke, when and where.
func (l *lister) briefing() {
	m, ok := l.s.ByForm(FormBriefing)
	if !ok {
		return
	}
	l.step = m.ID
	x := &l.v.Listen
	l.formalities(m)
	if x.Presenter == "" {
		l.must("todo.listen.presenter")
	}
	if no(x.MainLeader) && x.Substitute == "" {
		l.must("todo.listen.substitute")
	}
	if x.StartedAt == "" || x.EndedAt == "" {
		l.may("todo.listen.times")
	}
	if x.Place == "" {
		l.may("todo.listen.place")
	}
}

func (l *lister) promises() {
	l.step = l.s.stepOf(FormBriefing)
	for i := range l.v.Promises {
		if p := &l.v.Promises[i]; p.Due == "" && p.Status == "" {
			l.may("todo.promise.due", p.Text).Record = p.ID
		}
	}
}

// materials lists the required papers nobody has ruled on, and those the liaison still has to bring.
func (l *lister) materials() {
	l.step = l.s.stepOf(FormPapers)
	for i := range l.s.Materials {
		d := &l.s.Materials[i]
		m := material(l.v, d.ID)
		switch {
		case !d.Required:
		case m == nil || m.Status == "":
			l.must("todo.material.unseen", d.Name).Record = MaterialID(l.v.ID, d.ID)
		case m.Status == "missing":
			l.may("todo.material.missing", d.Name).Record = m.ID
		case m.Status == "refused":
			l.may("todo.material.refused", d.Name).Record = m.ID
		}
	}
}

// material finds what a visit recorded about a paper of the scheme's list.
func material(v *Visit, id string) *Material {
	for i := range v.Materials {
		if v.Materials[i].Material == id {
			return &v.Materials[i]
		}
	}
	return nil
}

// figures lists numbers that are missing and differences that no finding explains.
func (l *lister) figures() {
	l.step = l.s.stepOf(FormPapers)
	usable := Resolve(l.v)
	if n := len(l.s.Reconciliation.Figures); l.v.Kind != Daily && len(usable) < n {
		l.may("todo.figures", n-len(usable), n)
	}
	for _, x := range Suggest(l.s, l.v, l.sheet) {
		_, ind, _ := l.s.Rule(x.Rule)
		t := l.may("todo."+x.Code, x.Args...)
		t.Step, t.Indicator = StepScore, ind.ID
	}
	for _, row := range Headcount(l.s, l.v) {
		n := row.Cells[Verified]
		if f := l.s.formulas[row.ID]; n.N > 0 && f != nil && l.s.isGap(f) && !l.s.refined(f) && !l.s.suggested(row.ID) {
			l.may("todo.gap", row.Name, n.N)
		}
	}
	if usable[rosterTotal] > 0 && l.v.Check.NameChecked == nil && l.v.Kind != Daily {
		l.may("todo.names")
	}
}

// suggested tells whether a rule offers the number, or a sum it is part of, as a count.
func (s *Scheme) suggested(number string) bool {
	for c := range s.Categories {
		for i := range s.Categories[c].Indicators {
			for _, r := range s.Categories[c].Indicators[i].Rules {
				if r.Suggest == number {
					return true
				}
			}
		}
	}
	for i := range s.Reconciliation.Derived {
		if f := &s.Reconciliation.Derived[i]; slices.Contains(f.Plus, number) && s.suggested(f.ID) {
			return true
		}
	}
	return false
}
