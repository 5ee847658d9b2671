package tui

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/report"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("slip", newSlip)
	addSheet("slip", sheetOf{words.SheetSlip, words.SlipPreview, slipSheet})
}

// slip is one supervision slip: what it says, every step of its life, and what can be done now.
type slip struct {
	env  *Env
	id   checklist.ID
	x    checklist.Slip
	unit checklist.Unit
	acts []checklist.SlipAct
	list *List // of what can be done now
	top  int   // rows of the text that are scrolled away
	read bool
	gone bool // there is no such slip
}

func newSlip(e *Env, p Place) Screen {
	s := &slip{env: e, id: p.Record}
	s.list = NewList(e, Column{Grow: true})
	s.list.NoTitles, s.list.Empty = true, e.T(words.SlipEnded)
	return s
}

// Open reads the slip.
func (s *slip) Open() tea.Cmd { return s.env.Read(readSlips) }

// Return reads it again.
func (s *slip) Return() tea.Cmd { return s.Open() }

// Update takes the slip, and moves among what can be done.
func (s *slip) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case slipsMsg:
		i := slices.IndexFunc(msg.slips, func(x checklist.Slip) bool { return x.ID == s.id })
		if s.read, s.gone = true, i < 0; s.gone {
			return nil
		}
		s.x, s.unit = msg.slips[i], msg.units[msg.slips[i].Unit]
		s.acts = s.env.Scheme.Possible(&s.x, s.env.Today())
		s.list.SetRows(len(s.acts), func(i int) []string { return []string{s.env.slipAct(s.acts[i])} })
		return nil
	case ChangedMsg:
		return s.Open()
	case tea.KeyPressMsg:
		switch msg.String() {
		case "pgdown":
			s.top += 5
			return nil
		case "pgup":
			s.top = max(0, s.top-5)
			return nil
		}
	}
	return s.list.Update(msg)
}

// slipAct is the word for a step.
func (e *Env) slipAct(act checklist.SlipAct) string { return e.Say("noun.slip." + string(act)) }

// Frame draws what the slip says and its steps above, what can be done below.
func (s *slip) Frame(w, h int) Frame {
	e := s.env
	switch {
	case !s.read:
		return Frame{Body: " " + e.T(words.SlipRead)}
	case s.gone:
		return Frame{Body: " " + e.T(words.SlipNone)}
	}
	var c canvas
	name := s.x.Name()
	if s.x.Official != "" {
		name = e.T(words.SlipNamed, s.x.Official, s.x.Number)
	}
	state := e.name(e.Scheme.StateName(s.x.State))
	if e.Scheme.Overdue(&s.x, e.Today()) {
		state += e.T(words.SlipOverTag)
	}
	c.add(e.Sides(w-1, " "+e.Style.Title.Render(e.Cut(name+"  "+e.marks(s.unit)+s.unit.Name, w-24)), state), e.Rule(w))
	low := max(1, min(len(s.acts), 8)) + 2
	lines := s.lines(w)
	room := max(1, h-len(c.lines)-low)
	s.top = max(0, min(s.top, len(lines)-room))
	for i := range room {
		if s.top+i < len(lines) {
			c.add(lines[s.top+i])
		} else {
			c.add("")
		}
	}
	c.add(e.Rule(w), " "+e.Style.Title.Render(e.T(words.SlipNow)))
	c.block(joinLines(s.list.Rows(w, low-2)), nil, low-2)
	return c.frame()
}

// lines are what the slip says, and its life.
func (s *slip) lines(w int) (lines []string) {
	e, x := s.env, &s.x
	rule := x.Rule
	if r, _, ok := e.Scheme.Rule(x.Rule); ok {
		rule += " " + e.name(r.Name)
	}
	due := x.Deadline
	if x.ExtendedTo != "" {
		due = e.T(words.SheetExtended, x.Deadline, x.ExtendedTo)
	}
	n := ""
	if x.Count != nil {
		n = strconv.FormatInt(*x.Count, 10)
	}
	rows := [][2]string{}
	for _, r := range [][2]string{{e.T(words.SlipFound), strings.TrimSpace(x.FoundOn + "  " + x.FoundBy)}, {e.T(words.SlipRuleW), rule}, {e.T(words.SlipCountW), n},
		{e.T(words.SlipFactsW), x.Facts}, {e.T(words.SlipCritW), x.Criterion}, {e.T(words.SlipProofW), x.Evidence}, {e.T(words.SlipDemandW), x.Demand},
		{e.T(words.SlipDueW), due}, {e.T(words.SlipOpinion), x.Opinion}, {e.T(words.SlipPutRight), x.Rectification}, {e.T(words.SlipResult), x.RecheckResult}} {
		if r[1] != "" {
			rows = append(rows, r)
		}
	}
	var files []string
	for _, f := range x.Files {
		files = append(files, f.Name)
	}
	if files != nil {
		rows = append(rows, [2]string{e.T(words.SlipFilesW), strings.Join(files, " ")})
	}
	lines = e.pairs(rows, w)
	lines = append(lines, " "+e.Style.Title.Render(e.T(words.SlipLife)))
	if len(x.Sides) > 0 {
		lines = append(lines, wrapped(e, e.T(words.SlipSides, strings.Join(x.Sides, " / ")), w)...)
	}
	if len(x.Log) == 0 {
		return append(lines, "   "+e.Style.Faint.Render(e.T(words.SlipNoSteps)))
	}
	for i := range x.Log {
		for k, l := range e.Wrap(e.slipStepLine(&x.Log[i]), w-6) {
			if k > 0 {
				l = "  " + l
			}
			lines = append(lines, "   "+l)
		}
	}
	return lines
}

// slipStepLine is a step in one line: the day, what, who and why.
func (e *Env) slipStepLine(st *checklist.SlipStep) string {
	what := e.slipAct(st.Act)
	if st.Failed {
		what += e.T(words.SlipFailed)
	}
	return strings.Join(slices.DeleteFunc([]string{st.On, what, st.Name, st.Who, st.Post, st.Until, st.To, st.Text}, func(p string) bool { return p == "" }), "  ")
}

// do opens the form of the selected step.
func (s *slip) do() tea.Cmd {
	i := s.list.Selected()
	if i < 0 || i >= len(s.acts) {
		return nil
	}
	return s.env.Go(Place{Screen: "slipstep", Record: s.id, Item: string(s.acts[i])})
}

// Keys of the page.
func (s *slip) Keys() []Action {
	off := ""
	if len(s.acts) == 0 {
		off = s.env.T(words.SlipEnded)
	}
	e := s.env
	return []Action{On(words.SlipDo, s.do, "enter").OffIf(off), Show(words.KeyMove, "up", "down"), Show(words.KeyScroll, "pgup", "pgdown"),
		On(words.SlipPrint, func() tea.Cmd { return e.Go(Place{Screen: "preview", Record: s.id, Item: "slip"}) }, "f7", "ctrl+p")}
}

// subject is the slip, for its history.
func (s *slip) subject() (subject, bool) {
	return subject{record: s.id, kind: store.KindSlip}, s.read && !s.gone
}

// Title is the crumb.
func (s *slip) Title() string { return cmp.Or(s.x.Name(), s.env.T(words.SlipTitle)) }

// Place is the slip.
func (s *slip) Place() Place { return Place{Screen: "slip", Record: s.id} }

// Click selects what can be done.
func (s *slip) Click(x, y int) tea.Cmd {
	s.list.Click(x, y)
	return nil
}

// slipSheet is the sheet of a slip for the unit to confirm.
func slipSheet(ctx context.Context, e *Env, b *store.Book, p Place) ([]*report.Sheet, error) {
	all, err := b.AllSlips(ctx)
	if err != nil {
		return nil, err
	}
	units, err := unitsByID(ctx, b)
	if err != nil {
		return nil, err
	}
	for _, x := range all {
		if x.ID == p.Record {
			return []*report.Sheet{report.Slip(e.Lang, e.Now().Format(momentForm), b.Info(), e.Scheme, units[x.Unit], x)}, nil
		}
	}
	return nil, nil
}
