package tui

import (
	"slices"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// One key tells of any record, on any screen: who changed it, when, on which laptop, from what, to what, why.

// subject is a record, or one register of it when field is not "".
type subject struct {
	visit  checklist.ID
	record checklist.ID
	kind   store.Kind
	field  string
}

// Historian is a screen that knows which record has the cursor; false when none has.
type Historian interface{ subject() (subject, bool) }

// openHistory opens the history of what has the cursor.
func (a *App) openHistory() tea.Cmd {
	x, ok := a.subject()
	if !ok {
		return nil
	}
	return a.env.historyOf(x.visit, x.record, x.kind, x.field)
}

func (a *App) noHistory() string {
	if _, ok := a.subject(); !ok {
		return a.env.T(words.HistoryNoRec)
	}
	return ""
}

func (a *App) subject() (subject, bool) {
	if h, ok := a.top().(Historian); ok {
		x, ok := h.subject()
		return x, ok && x.record != (checklist.ID{})
	}
	return subject{}, false
}

// subject is the register of the field with the cursor.
func (f *Form) subject() (subject, bool) {
	it := f.focus()
	if it == nil || it.Kind == "" {
		return subject{}, false
	}
	return subject{visitOf(it.Record), it.Record, it.Kind, it.Field}, true
}

// subject is what the focused pane knows.
func (ps *panes) subject() (subject, bool) {
	if h, ok := ps.cur().(Historian); ok {
		return h.subject()
	}
	return subject{}, false
}

func (s *promises) subject() (subject, bool) { return s.form.subject() }

func (n *notes) subject() (subject, bool) {
	x, ok := n.chosen()
	return subject{n.visit, x.ID, store.KindEntry, ""}, ok
}

// subject is the question or the fact of the row.
func (q *questionList) subject() (subject, bool) {
	switch r := q.current(); {
	case r.ask != nil:
		return subject{q.visit, r.ask.ID, store.KindQuestion, ""}, true
	case r.entry != nil:
		return subject{q.visit, r.entry.ID, store.KindEntry, ""}, true
	}
	return subject{}, false
}

// subject is the record of a step, or what the list below selects.
func (s *visit) subject() (subject, bool) {
	if !s.panes.is(s.steps) {
		return s.panes.subject()
	}
	i := s.steps.Selected()
	if i < 0 {
		return subject{}, false
	}
	m, _ := s.env.visitScheme(s.id).Method(s.order[i])
	switch {
	case m != nil && m.Form == checklist.FormReport:
		return subject{s.id, checklist.StepID(s.id, checklist.StepLook), store.KindLook, ""}, true
	case m != nil && m.Form == checklist.FormBriefing:
		return subject{s.id, checklist.StepID(s.id, checklist.StepListen), store.KindListen, ""}, true
	case m != nil && m.Form == checklist.FormPapers:
		return subject{s.id, checklist.StepID(s.id, checklist.StepCheck), store.KindCheck, ""}, true
	}
	return subject{s.id, s.id, store.KindVisit, ""}, true
}

func (s *look) subject() (subject, bool)     { return s.panes.subject() }
func (s *noted) subject() (subject, bool)    { return s.panes.subject() }
func (s *question) subject() (subject, bool) { return s.form.subject() }
func (s *entry) subject() (subject, bool)    { return s.form.subject() }
func (m *material) subject() (subject, bool) { return m.form.subject() }

// subject is the field with the cursor, or the talk itself.
func (s *talk) subject() (subject, bool) {
	if x, ok := s.panes.subject(); ok {
		return x, true
	}
	return subject{s.visit, s.id, store.KindInterview, ""}, true
}

func (s *interviews) subject() (subject, bool) {
	if s.panes.is(s.open) {
		return s.open.subject()
	}
	t, ok := s.chosen()
	return subject{s.visit, t.ID, store.KindInterview, ""}, ok
}

// subject is the paper or the number with the cursor.
func (s *check) subject() (subject, bool) {
	if s.doc == nil {
		return subject{}, false
	}
	if len(s.panes.list) > 1 && s.panes.is(s.head) {
		if s.head.at >= len(s.head.lines) || s.head.lines[s.head.at].derived {
			return subject{}, false
		}
		key := s.head.key()
		return subject{s.visit, key.record, key.kind, key.field}, true
	}
	m, ok := s.chosen()
	return subject{s.visit, m.ID, store.KindMaterial, ""}, ok
}

// subject is the finding of the rule, else the verdict; on the bonus page, the claim.
func (s *score) subject() (subject, bool) {
	if s.doc == nil {
		return subject{}, false
	}
	me := s.env.Me.ID
	if s.bonus {
		b := s.bonusItem()
		if b == nil {
			return subject{}, false
		}
		return subject{s.visit, checklist.ClaimID(s.visit, me, b.ID), store.KindClaim, ""}, true
	}
	if r := s.rule(); r != nil {
		list := s.findings(r.ID)
		if len(list) == 0 {
			list = s.onRule(r.ID) // withdrawn
		}
		if len(list) > 0 {
			return subject{s.visit, list[len(list)-1].ID, store.KindFinding, ""}, true
		}
	}
	return subject{s.visit, checklist.StandingID(s.visit, me, s.indicator), store.KindStanding, ""}, s.indicator != ""
}

func (f *findings) subject() (subject, bool) {
	x, ok := f.chosen()
	return subject{f.visit, x.ID, store.KindFinding, ""}, ok
}

func (d *dossier) subject() (subject, bool) {
	kind := store.KindFinding
	if d.bonus != "" {
		kind = store.KindClaim
	}
	return subject{d.visit, d.id, kind, ""}, d.doc != nil
}

func (s *remarks) subject() (subject, bool) {
	c := s.current()
	if c == nil {
		return subject{}, false
	}
	return subject{s.visit, c.ID, store.KindComment, ""}, true
}

func (s *attach) subject() (subject, bool) {
	if i := s.list.Selected(); s.files == nil && i >= 0 && i < len(s.rows) {
		return subject{s.visit, s.rows[i].ID, store.KindAttachment, ""}, true
	}
	return subject{}, false
}

// subject is what a to-do is about, where it names a record.
func (r *review) subject() (subject, bool) {
	i := r.list.Selected()
	if r.doc == nil || !r.panes.is(r.list) || i < 0 || i >= len(r.todos) {
		return subject{}, false
	}
	rec := r.todos[i].Record
	kind, ok := kindOf(r.doc, rec)
	return subject{r.visit, rec, kind, ""}, ok
}

// kindOf is what kind of record of a visit an id names.
func kindOf(d *store.Doc, rec checklist.ID) (store.Kind, bool) {
	switch {
	case slices.ContainsFunc(d.Questions, func(x checklist.Question) bool { return x.ID == rec }):
		return store.KindQuestion, true
	case slices.ContainsFunc(d.Interviews, func(x checklist.Interview) bool { return x.ID == rec }):
		return store.KindInterview, true
	case slices.ContainsFunc(d.Entries, func(x checklist.Entry) bool { return x.ID == rec }):
		return store.KindEntry, true
	case slices.ContainsFunc(d.Materials, func(x checklist.Material) bool { return x.ID == rec }):
		return store.KindMaterial, true
	case slices.ContainsFunc(d.Promises, func(x checklist.Promise) bool { return x.ID == rec }):
		return store.KindPromise, true
	case slices.ContainsFunc(d.Comments, func(x checklist.Comment) bool { return x.ID == rec }):
		return store.KindComment, true
	}
	for _, s := range d.Sheets {
		if slices.ContainsFunc(s.Findings, func(x checklist.Finding) bool { return x.ID == rec }) {
			return store.KindFinding, true
		}
		for _, st := range s.Standings {
			if st.ID == rec {
				return store.KindStanding, true
			}
		}
	}
	return "", false
}

// subject is the unit of the row.
func (s *units) subject() (subject, bool) {
	r, ok := s.selected()
	return subject{checklist.ID{}, r.unit.ID, store.KindUnit, ""}, ok
}

// subject is what is contested in the row.
func (s *conflicts) subject() (subject, bool) {
	i := s.list.Selected()
	if !s.read || i < 0 || i >= len(s.all) {
		return subject{}, false
	}
	c := s.all[i]
	return subject{c.Visit, c.Record, c.Kind, c.Field}, true
}

func (s *settle) subject() (subject, bool) {
	key := s.register()
	return subject{visitOf(key.record), key.record, key.kind, key.field}, true
}

func (s *caption) subject() (subject, bool) { return s.form.subject() }

// subject is the decision of the row where there is one, else what the first of the sheets says; of a contest, its register.
func (s *consensus) subject() (subject, bool) {
	i := s.list.Selected()
	if d := s.diff(i); d != nil {
		return diffSubject(s.visit, d), true
	}
	if k := i - (s.count() - len(s.contests)); s.of() != nil && k >= 0 && k < len(s.contests) {
		c := s.contests[k]
		return subject{c.Visit, c.Record, c.Kind, c.Field}, true
	}
	return subject{}, false
}

func (s *agree) subject() (subject, bool) {
	if s.diff == nil {
		return subject{}, false
	}
	return diffSubject(s.place.Visit, s.diff), true
}

// diffSubject is the record that tells how a difference came about.
func diffSubject(visit checklist.ID, d *checklist.Difference) subject {
	if d.Ruling != nil || len(d.Stale) > 0 {
		return subject{visit, d.ID, store.KindDecision, "body"}
	}
	for _, x := range d.Sides {
		switch {
		case x.Finding != nil:
			return subject{visit, x.Finding.ID, store.KindFinding, ""}
		case x.Claim != nil:
			return subject{visit, x.Claim.ID, store.KindClaim, ""}
		}
	}
	return subject{visit, checklist.StandingID(visit, d.Sides[0].Person.ID, d.Indicator), store.KindStanding, ""}
}
