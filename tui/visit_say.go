package tui

import (
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// stepHave says in one line how far a step has got.
func (e *Env) stepHave(d *store.Doc, step checklist.Step, st checklist.StepState) string {
	m, ok := e.SchemeOf(d).Method(step)
	if !ok {
		return e.T(words.HaveScore, st.Want, st.Have, st.Want-st.Have)
	}
	switch m.Form {
	case checklist.FormReport:
		return e.lookHave(d)
	case checklist.FormBriefing:
		return e.listenHave(d)
	case checklist.FormPapers:
		return e.checkHave(d, st)
	case checklist.FormTalks:
		return e.T(words.HaveInterview, talksHeld(d.Interviews), settled(d.Questions), asked(d.Questions))
	}
	if st.Have == 0 {
		return e.T(words.HaveNothing)
	}
	return e.T(words.HaveNotes, st.Have)
}

func (e *Env) lookHave(d *store.Doc) string {
	l := &d.Look
	switch {
	case l.NotFiled:
		return e.T(words.HaveNotFiled)
	case d.Kind == checklist.Daily && *l == (checklist.Look{}):
		return e.T(words.HaveDaily)
	case l.ReceivedOn == "" && l.Sealed == nil && l.Signed == nil:
		return e.T(words.HaveNothing)
	}
	var parts []string
	if l.ReceivedOn != "" {
		parts = append(parts, e.T(words.HaveReceived, e.day(l.ReceivedOn)))
	}
	parts = e.either(parts, l.Sealed, words.HaveSealed, words.HaveUnsealed)
	parts = e.either(parts, l.Signed, words.HaveSigned, words.HaveUnsigned)
	return strings.Join(parts, e.T(words.Comma))
}

func (e *Env) either(parts []string, b *bool, yes, no words.Text) []string {
	switch {
	case b == nil:
		return parts
	case *b:
		return append(parts, e.T(yes))
	}
	return append(parts, e.T(no))
}

func (e *Env) listenHave(d *store.Doc) string {
	l := &d.Listen
	switch {
	case d.Kind == checklist.Daily && *l == (checklist.Listen{}):
		return e.T(words.HaveDaily)
	case l.StartedAt == "" && l.Presenter == "" && l.MainLeader == nil:
		return e.T(words.HaveNothing)
	}
	var parts []string
	if l.StartedAt != "" {
		parts = append(parts, e.between(l.StartedAt, l.EndedAt))
	}
	parts = e.either(parts, l.MainLeader, words.HaveInPerson, words.HaveSubstitute)
	if who := strings.TrimSpace(l.Post + " " + l.Presenter); who != "" {
		parts = append(parts, e.Clean(who))
	}
	return strings.Join(parts, "  ")
}

// between is a span of time: the day once, and the times.
func (e *Env) between(from, to string) string {
	if len(from) != len(momentForm) {
		return from
	}
	s := e.day(from[:10]) + " " + timeOf(from)
	if len(to) == len(momentForm) {
		s += "-" + timeOf(to)
	}
	return s
}

func (e *Env) checkHave(d *store.Doc, st checklist.StepState) string {
	gaps := 0
	for _, row := range checklist.Headcount(e.SchemeOf(d), &d.Visit) {
		if slices.ContainsFunc(row.Notes, func(n checklist.Note) bool { return n.Code == "head.gap" || n.Code == "head.gap_at_least" }) {
			gaps++
		}
	}
	if gaps == 0 {
		return e.T(words.HaveCheck, st.Have, st.Want)
	}
	return e.T(words.HaveCheckGaps, st.Have, st.Want, gaps)
}

func talksHeld(talks []checklist.Interview) (n int) {
	for _, t := range talks {
		if t.Status != "withdrawn" {
			n++
		}
	}
	return n
}

func settled(qs []checklist.Question) (n int) {
	for _, q := range qs {
		if q.Status == "answered" {
			n++
		}
	}
	return n
}

func asked(qs []checklist.Question) (n int) {
	for _, q := range qs {
		if q.Status != "dropped" {
			n++
		}
	}
	return n
}

// aside is what is known of the unit besides this visit: the team, last year's findings, open slips, the ledger.
func (e *Env) aside(d *store.Doc, w int) []string {
	lines := []string{e.Style.Title.Render(e.Cut(d.Unit.Name, w-2))}
	for _, p := range d.Team {
		lines = append(lines, e.role(p.Role)+" "+e.personName(p))
	}
	if len(d.Team) == 0 {
		lines = append(lines, e.T(words.AsideNoTeam))
	}
	for _, x := range d.Interests {
		lines = append(lines, e.warnings([]string{e.say("todo.interest.tie", d.Person(x.Person).Name, x.What)}, w)...)
	}
	add := func(head string, rows []string) {
		lines = append(lines, "", e.Style.Title.Render(head))
		for _, r := range rows {
			for i, l := range e.Wrap(e.Clean(r), w-4) {
				lines = append(lines, strings.Repeat(" ", 1+min(i, 1))+l)
			}
		}
	}
	add(e.T(words.AsidePast, len(d.Past)), e.pastRows(d))
	add(e.T(words.AsideSlips, len(e.openSlips(d))), e.slipRows(d))
	if rows := e.ledgerRows(d); len(rows) > 0 {
		add(e.T(words.AsideLedger), rows)
	}
	return lines
}

func (e *Env) pastRows(d *store.Doc) []string {
	var rows []string
	for _, p := range d.Past {
		state := words.PastOpen
		if p.State == "rectified" {
			state = words.PastDone
		}
		rows = append(rows, e.inherited(d, p.Unit, e.T(words.PastRow, p.Rule, p.Facts, e.T(state))))
	}
	return rows
}

func (e *Env) openSlips(d *store.Doc) []checklist.Slip {
	var list []checklist.Slip
	for _, s := range d.Slips {
		if s.State != "closed" && s.State != "withdrawn" && s.State != "void" {
			list = append(list, s)
		}
	}
	return list
}

func (e *Env) slipRows(d *store.Doc) []string {
	var rows []string
	for _, s := range e.openSlips(d) {
		state := s.State
		states := e.SchemeOf(d).Slips.States
		if i := slices.IndexFunc(states, func(x checklist.SlipState) bool { return x.ID == s.State }); i >= 0 {
			state = e.name(states[i].Name)
		}
		rows = append(rows, e.inherited(d, s.Unit, e.T(words.SlipRow, s.Number, state, s.Facts)))
	}
	return rows
}

// ledgerRows are the office's numbers of the posts: authorised and actual by kind.
func (e *Env) ledgerRows(d *store.Doc) []string {
	var rows []string
	for _, f := range e.SchemeOf(d).Reconciliation.Figures {
		if n, ok := d.Figures[f.ID][checklist.Office]; ok && f.Group == "staff" {
			rows = append(rows, e.Pad(e.name(f.Name), 28)+" "+e.PadLeft(count(int(n)), 5))
		}
	}
	return rows
}
