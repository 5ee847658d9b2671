package tui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("slipnew", newSlipNew) }

// slipNew writes a supervision slip in one flow: of a finding of a visit (Visit, Item its id), or of a unit (Record). What
// was begun and left is kept as a draft in the book.
type slipNew struct {
	env     *Env
	visit   checklist.ID
	unit    checklist.ID
	finding string
	form    *Form
	base    checklist.Slip
	resumes bool // the field with the focus is known from before
	filled  bool
	done    bool
}

// slipMade is the item with the id of the slip, when it was kept and another page was opened over this one.
const slipMade = "made"

// slipMadeMsg tells that a slip was written.
type slipMadeMsg struct {
	of   *slipNew
	slip checklist.Slip
	kept bool // as a draft
}

func newSlipNew(e *Env, p Place) Screen {
	s := &slipNew{env: e, visit: p.Visit, unit: p.Record, finding: p.Item, resumes: p.Field != ""}
	text := func(name string, label words.Text, height int) []Item {
		return []Item{{Name: name, In: InText, Label: label, Height: height, Hint: words.SlipNewHint}}
	}
	s.form = NewForm(e, nil,
		[]Item{{Name: "found", In: InDate, Label: words.SlipFound, Width: 11, Hint: words.SlipNewHint},
			{Name: "rule", Label: words.SlipRuleW, Width: 7, Hint: words.SlipRuleHint}, {Name: "count", In: InNumber, Label: words.SlipCountW, Width: 4, Hint: words.SlipNewHint}},
		text("facts", words.SlipFactsW, 4), text("criteria", words.SlipCritW, 2), text("evidence", words.SlipProofW, 2), text("demand", words.SlipDemandW, 3),
		[]Item{{Name: "deadline", In: InDate, Label: words.SlipDueW, Width: 11, Hint: words.SlipDueHint}},
		[]Item{{Name: slipMade, Skip: func() bool { return true }}})
	s.form.Set("found", e.Today())
	s.form.Set("count", "1")
	s.form.Set("deadline", e.Scheme.DeadlineFrom(e.Today()))
	if p.Visit != (checklist.ID{}) {
		p.Record = checklist.ID{} // it is the visit's
	}
	s.form.Keep("slipnew", p.Visit, p.Record, p.Item)
	s.fill()
	s.form.Resume(p)
	return s
}

// fill takes what the finding says, as soon as the visit is read.
func (s *slipNew) fill() {
	d := s.env.Doc(s.visit)
	if s.filled || d == nil {
		return
	}
	s.filled, s.unit = true, d.Unit.ID
	s.base = checklist.Slip{Unit: d.Unit.ID, Visit: d.ID}
	i := slices.IndexFunc(d.Own().Findings, func(f checklist.Finding) bool { return f.ID.String() == s.finding })
	if i < 0 {
		return
	}
	s.base = d.SlipFromFinding(s.env.SchemeOf(d), d.Own().Findings[i], s.env.Today())
	set := map[string]string{"found": s.base.FoundOn, "rule": s.base.Rule, "facts": s.base.Facts, "criteria": s.base.Criterion, "evidence": s.base.Evidence, "deadline": s.base.Deadline}
	if s.base.Count != nil {
		set["count"] = countText(*s.base.Count)
	}
	for name, text := range set {
		s.form.Set(name, text)
	}
	if !s.resumes {
		s.form.FocusOn("demand", 0)
	}
}

// Open reads the visit.
func (s *slipNew) Open() tea.Cmd {
	if s.visit == (checklist.ID{}) {
		return nil
	}
	return s.env.Load(s.visit)
}

// Update types.
func (s *slipNew) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case DocMsg:
		s.fill()
	case FailedMsg:
		s.done = false
	case phraseMsg:
		cmd, _ := s.form.takePhrase(m, s.unit)
		return cmd
	case slipMadeMsg:
		if m.of != s {
			return nil
		}
		if m.kept {
			s.base, s.done = m.slip, false
			return s.form.Put(slipMade, m.slip.ID.String())
		}
		return s.env.Swap(Place{Screen: "slip", Record: m.slip.ID})
	}
	return s.form.Update(msg)
}

// said is the slip as the form says it.
func (s *slipNew) said() checklist.Slip {
	f, x := s.form, s.base
	x.Unit = s.unit
	x.FoundOn, x.Rule, x.Facts, x.Criterion = f.Value("found"), strings.ToUpper(strings.TrimSpace(f.Value("rule"))), strings.TrimSpace(f.Value("facts")), strings.TrimSpace(f.Value("criteria"))
	x.Evidence, x.Demand, x.Deadline = strings.TrimSpace(f.Value("evidence")), strings.TrimSpace(f.Value("demand")), f.Value("deadline")
	if n := countOf(f.Value("count")); n > 0 {
		x.Count = &n
	}
	if _, ind, ok := s.env.Scheme.Rule(x.Rule); ok {
		x.Indicator = ind.ID
	}
	return x
}

// write writes the slip, and issues it.
func (s *slipNew) write(issue bool) tea.Cmd {
	e := s.env
	if err := s.form.Check(); err != nil {
		return e.FailErr(err)
	}
	if s.done || s.unit == (checklist.ID{}) {
		return nil
	}
	x := s.said()
	if issue {
		trial := x.Live(x.Log)
		if err := e.Scheme.CheckSlip(&trial, &checklist.SlipStep{Act: checklist.SlipIssue, On: x.FoundOn}); err != nil {
			return e.FailErr(err)
		}
	}
	s.done = true
	was := s.form.Value(slipMade)
	return s.form.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		made, err := putSlip(ctx, b, was, x)
		if err == nil && issue {
			made, err = b.StepSlip(ctx, made, checklist.SlipStep{Act: checklist.SlipIssue, On: made.FoundOn})
		}
		return slipMadeMsg{s, made, false}, err
	})
}

// putSlip writes a slip anew, or what has changed since the slip with the id made was kept.
func putSlip(ctx context.Context, b *store.Book, made string, x checklist.Slip) (checklist.Slip, error) {
	if made == "" {
		return b.NewSlip(ctx, x)
	}
	all, err := b.AllSlips(ctx)
	i := slices.IndexFunc(all, func(s checklist.Slip) bool { return s.ID.String() == made })
	if err != nil || i < 0 {
		return x, cmp.Or(err, error(&store.Fault{Code: "slip.none", Args: []any{x.Name()}}))
	}
	was, y := all[i], all[i]
	y.FoundOn, y.Rule, y.Indicator, y.Count, y.Facts = x.FoundOn, x.Rule, x.Indicator, x.Count, x.Facts
	y.Criterion, y.Evidence, y.Demand, y.Deadline = x.Criterion, x.Evidence, x.Demand, cmp.Or(x.Deadline, was.Deadline)
	_, err = b.SaveSlip(ctx, was, y)
	return y, err
}

// Leave keeps what was begun as a draft: nothing that was typed is lost.
func (s *slipNew) Leave() tea.Cmd {
	x := s.said()
	if _, _, ok := s.env.Scheme.Rule(x.Rule); s.done || !ok || s.unit == (checklist.ID{}) || x.Demand == "" {
		return nil
	}
	s.done = true
	was := s.form.Value(slipMade)
	return s.form.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		made, err := putSlip(ctx, b, was, x)
		return slipMadeMsg{s, made, true}, err
	})
}

// Frame draws the form.
func (s *slipNew) Frame(w, h int) Frame {
	e := s.env
	name := ""
	if r, _, ok := e.Scheme.Rule(strings.ToUpper(s.form.Value("rule"))); ok {
		name = e.name(r.Name)
	}
	var c canvas
	c.add(" "+e.Style.Title.Render(e.Cut(e.T(words.SlipNewHead, e.T(words.SlipNewTitle), name), w-2)), e.Rule(w))
	text, cursor := s.form.View(w, h-2)
	c.block(text, cursor, h-2)
	return c.frame()
}

// Keys of the form.
func (s *slipNew) Keys() []Action {
	keys := append(s.form.Keys(), On(words.SlipIssueNow, func() tea.Cmd { return s.write(true) }, "f8", "ctrl+e"),
		On(words.SlipKeep, func() tea.Cmd { return s.write(false) }, "f7", "ctrl+p"))
	rule := ""
	if s.env.Doc(s.visit) != nil { // what was written for the rule before is known by the visit
		rule = strings.ToUpper(strings.TrimSpace(s.form.Value("rule")))
	}
	return append(keys, s.form.phraseKeys(s.visit, s.unit, rule, "")...)
}

// Typing is always so.
func (s *slipNew) Typing() bool { return true }

// Hint is the form's.
func (s *slipNew) Hint() string { return s.form.Hint() }

// Title is the crumb.
func (s *slipNew) Title() string { return s.env.T(words.SlipNewTitle) }

// Place is what it is written from.
func (s *slipNew) Place() Place {
	name, offset := s.form.Focused()
	return Place{Screen: "slipnew", Visit: s.visit, Record: s.unit, Item: s.finding, Field: name, Offset: offset}
}

// slipKey offers to write a slip of a finding.
func (e *Env) slipKey(visit, finding checklist.ID) Action {
	return On(words.SlipNewFrom, func() tea.Cmd {
		return e.Go(Place{Screen: "slipnew", Visit: visit, Item: finding.String()})
	}, "ctrl+p").Hidden()
}
