package tui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("slipstep", newSlipStep) }

// slipStep is the form of one step of a slip: the day, who, and what that step has to say.
type slipStep struct {
	env   *Env
	id    checklist.ID
	act   checklist.SlipAct
	x     checklist.Slip
	unit  checklist.Unit
	form  *Form
	at    Place    // it was opened at
	files *browser // open while the scan is looked for
	read  bool
}

// steppedMsg tells that a step was taken.
type steppedMsg struct {
	of    checklist.ID
	act   checklist.SlipAct
	state string
}

func newSlipStep(e *Env, p Place) Screen {
	s := &slipStep{env: e, id: p.Record, act: checklist.SlipAct(p.Item), at: p}
	s.form = NewForm(e, nil, s.items()...)
	s.form.Set("on", e.Today())
	if s.act == checklist.SlipGrant {
		s.form.Set("passed", "true")
	}
	if s.act == checklist.SlipRecheck {
		s.form.Set("passed", "true")
		s.form.Set("who", e.Me.Name)
	}
	s.keep()
	s.form.Resume(p)
	return s
}

// items are the fields each step has.
func (s *slipStep) items() [][]Item {
	rows := [][]Item{{{Name: "on", In: InDate, Label: words.SlipOn, Width: 12, Hint: words.SlipStepHint}}}
	add := func(it Item) {
		if it.Hint == (words.Text{}) {
			it.Hint = words.SlipStepHint
		}
		rows = append(rows, []Item{it})
	}
	line := func(name string, label words.Text, width int) Item {
		return Item{Name: name, Label: label, Width: width}
	}
	text := func(label words.Text) { add(Item{Name: s.textName(), In: InText, Label: label, Height: 3}) }
	scan := func() { add(Item{Name: "scan", Label: words.SlipScan, Hint: words.SlipScanHint}) }
	switch s.act {
	case checklist.SlipConfirm, checklist.SlipDispute, checklist.SlipRefuse:
		add(line("who", words.SlipWhoUnit, 16))
		add(line("post", words.SlipPostW, 16))
		label := words.SlipOpinion
		if s.act != checklist.SlipConfirm {
			label = words.SlipReasonW
		}
		text(label)
		scan()
	case checklist.SlipAsk:
		add(Item{Name: "until", In: InDate, Label: words.SlipUntilW, Width: 12})
		text(words.SlipReasonW)
	case checklist.SlipGrant:
		add(Item{Name: "passed", In: InBool, Label: words.SlipGrantW})
		add(Item{Name: "until", In: InDate, Label: words.SlipUntilW, Width: 12})
		text(words.SlipReasonW)
	case checklist.SlipRectify:
		text(words.SlipPutRight)
		scan()
	case checklist.SlipRecheck:
		add(Item{Name: "passed", In: InBool, Label: words.SlipPassedW})
		add(line("who", words.SlipWhoHere, 16))
		text(words.SlipResult)
		scan()
	case checklist.SlipSettle:
		add(Item{Name: "to", In: InChoice, Label: words.SlipSettleW, Options: s.sides()})
		text(words.SlipReasonW)
	case checklist.SlipWithdraw, checklist.SlipVoid:
		text(words.SlipReasonW)
	}
	return rows
}

// textName is what the text of the step is called: an opinion of the unit has phrases of its own.
func (s *slipStep) textName() string {
	switch s.act {
	case checklist.SlipConfirm, checklist.SlipDispute, checklist.SlipRefuse:
		return "opinion"
	}
	return "text"
}

// sides are the states a contest may be settled as.
func (s *slipStep) sides() (out []field.Option) {
	for _, id := range s.x.Sides {
		out = append(out, field.Option{Value: id, Word: s.env.name(s.env.Scheme.StateName(id))})
	}
	return out
}

// keep makes a draft of what is typed, so that neither Esc nor a crash loses it.
func (s *slipStep) keep() { s.form.Keep("slipstep", s.id, s.act) }

// Open reads the slip.
func (s *slipStep) Open() tea.Cmd { return s.env.Read(readSlips) }

// Update types.
func (s *slipStep) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case slipsMsg:
		s.take(m)
		return nil
	case phraseMsg:
		cmd, _ := s.form.takePhrase(m, s.id)
		return cmd
	case steppedMsg:
		if m.of != s.id || m.act != s.act {
			return nil
		}
		e := s.env
		return tea.Batch(e.Back(), e.Notice(e.T(words.SlipDone, e.slipAct(m.act), e.name(e.Scheme.StateName(m.state)))))
	}
	if s.files != nil {
		return s.files.update(msg)
	}
	return s.form.Update(msg)
}

func (s *slipStep) take(m slipsMsg) {
	i := slices.IndexFunc(m.slips, func(x checklist.Slip) bool { return x.ID == s.id })
	if i < 0 || s.read {
		return
	}
	s.x, s.unit, s.read = m.slips[i], m.units[m.slips[i].Unit], true
	if s.act == checklist.SlipSettle {
		s.form = NewForm(s.env, nil, s.items()...)
		s.form.Set("on", s.env.Today())
		s.keep()
		s.form.Resume(s.at)
	}
	if s.x.Asked != nil && s.act == checklist.SlipGrant {
		s.form.Set("until", s.x.Asked.Until)
	}
	if s.act == checklist.SlipConfirm && s.form.Value("who") == "" {
		s.form.Set("who", s.unit.Leader)
	}
}

// said is the step as the form says it.
func (s *slipStep) said() checklist.SlipStep {
	f := s.form
	st := checklist.SlipStep{Act: s.act, On: f.Value("on"), Who: f.Value("who"), Post: f.Value("post"), Text: strings.TrimSpace(f.Value(s.textName())),
		Until: f.Value("until"), To: f.Value("to"), Failed: f.Value("passed") == "false"}
	if st.Failed && s.act == checklist.SlipGrant {
		st.Until = ""
	}
	if st.On == "" {
		st.On = s.env.Today()
	}
	return st
}

// do takes the step; the scan is kept first, so that no step stands without its proof.
func (s *slipStep) do() tea.Cmd {
	e := s.env
	if err := s.form.Check(); err != nil {
		return e.FailErr(err)
	}
	if !s.read {
		return nil
	}
	x, st, scan := s.x, s.said(), strings.TrimSpace(s.form.Value("scan"))
	if err := e.Scheme.CheckSlip(&x, &st); err != nil {
		return e.FailErr(err)
	}
	return s.form.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		if scan != "" {
			f, err := os.Open(fullPath(scan))
			if err != nil {
				return nil, &store.Fault{Code: "attach.read", Args: []any{filepath.Base(scan)}, Err: err}
			}
			defer f.Close()
			if err := b.AttachSlip(ctx, x, filepath.Base(scan), f); err != nil {
				return nil, err
			}
		}
		after, err := b.StepSlip(ctx, x, st)
		return steppedMsg{x.ID, st.Act, after.State}, err
	})
}

// choose looks for the scan.
func (s *slipStep) choose() tea.Cmd {
	ends := store.AttachTypes()
	slices.Sort(ends)
	s.files = newBrowser(s.env, s.env.Info.Path, func(path string) tea.Cmd {
		s.files = nil
		return s.form.Put("scan", path)
	}, ends...)
	return s.files.open("")
}

// Frame draws the form.
func (s *slipStep) Frame(w, h int) Frame {
	e := s.env
	if s.files != nil {
		return s.files.frame(w, h)
	}
	var c canvas
	c.add(" "+e.Style.Title.Render(e.Cut(e.T(words.SlipStepHead, e.slipAct(s.act), s.x.Name(), s.unit.Name), w-2)), e.Rule(w))
	for _, l := range e.Wrap(s.x.Facts, w-4) {
		c.add("  " + e.Style.Faint.Render(l))
	}
	c.add("")
	text, cursor := s.form.View(w, max(1, h-len(c.lines)))
	c.block(text, cursor, h-len(c.lines))
	return c.frame()
}

// Keys of the form.
func (s *slipStep) Keys() []Action {
	if s.files != nil {
		return append(s.files.keys(), On(words.Cancel, func() tea.Cmd {
			s.files = nil
			return nil
		}, "esc"))
	}
	keys := append(s.form.Keys(), On(words.SlipStepDo, s.do, "f8", "ctrl+e"))
	if s.form.named("scan") != nil {
		keys = append(keys, On(words.SlipChoose, s.choose, "f7", "ctrl+u"))
	}
	return append(keys, s.form.phraseKeys(s.x.Visit, s.id, "", "")...)
}

// Typing is always so.
func (s *slipStep) Typing() bool { return true }

// Hint is the form's.
func (s *slipStep) Hint() string { return s.form.Hint() }

// Title is the step.
func (s *slipStep) Title() string { return s.env.slipAct(s.act) }

// Place is the slip and the step.
func (s *slipStep) Place() Place {
	name, offset := s.form.Focused()
	return Place{Screen: "slipstep", Record: s.id, Item: string(s.act), Field: name, Offset: offset}
}
