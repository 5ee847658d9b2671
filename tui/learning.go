package tui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("learning", newLearning)
	addScreen("learn", newLearn)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.LearnJump, func() tea.Cmd { return e.Go(Place{Screen: "learning"}) })}
	})
}

// learning lists what is collected for the district: experiences, defects of the provisions, opinions. Of a visit (Visit)
// it can take notes up.
type learning struct {
	picking
	env   *Env
	visit checklist.ID
	list  *List
	rows  []store.Learned
	units map[checklist.ID]checklist.Unit
	read  bool
}

type learningMsg struct {
	rows  []store.Learned
	units map[checklist.ID]checklist.Unit
}

func newLearning(e *Env, p Place) Screen {
	s := &learning{env: e, visit: p.Visit}
	s.list = NewList(e, Column{Title: e.T(words.LearnKindW), Max: 22}, Column{Title: e.T(words.LearnUnitW), Max: 14}, Column{Title: e.T(words.LearnTextW), Grow: true},
		Column{Title: e.T(words.LearnFromW), Max: 16})
	s.list.Filter, s.list.Empty = true, e.T(words.LearnEmpty)
	return s
}

// Open reads what was collected, and the visit.
func (s *learning) Open() tea.Cmd {
	read := s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		rows, err := b.Learning(ctx)
		if err != nil {
			return nil, err
		}
		units, err := unitsByID(ctx, b)
		return learningMsg{rows, units}, err
	})
	if s.visit == (checklist.ID{}) {
		return read
	}
	return tea.Batch(read, s.env.Load(s.visit))
}

// Return reads it again.
func (s *learning) Return() tea.Cmd { return s.Open() }

// Update moves, and takes what was collected.
func (s *learning) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case learningMsg:
		s.rows, s.units, s.read = m.rows, m.units, true
		s.list.SetRows(len(s.rows), func(i int) []string {
			e, x := s.env, &s.rows[i]
			u := s.units[x.Unit]
			return []string{e.T(words.LearnKinds[x.Kind]), cmp.Or(u.Short, u.Name), x.Text, e.T(words.LearnFrom[x.From]) + " " + x.By}
		})
		return nil
	case ChangedMsg:
		return s.Open()
	}
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	return s.list.Update(msg)
}

// Frame draws the list, and the selected text in full.
func (s *learning) Frame(w, h int) Frame {
	e := s.env
	switch {
	case s.pick != nil:
		return s.pick.frame(w, h)
	case !s.read:
		return Frame{Body: " " + e.T(words.Reading)}
	}
	var low []string
	if i := s.list.Selected(); i >= 0 {
		low = append([]string{e.Rule(w)}, wrapped(e, s.rows[i].Text, w)...)
		low = low[:min(len(low), 6)]
	}
	var c canvas
	text, cursor := s.list.View(w, h-len(low))
	c.block(text, cursor, h-len(low))
	c.add(low...)
	return c.frame()
}

func (s *learning) chosen() *store.Learned {
	if i := s.list.Selected(); i >= 0 && i < len(s.rows) {
		return &s.rows[i]
	}
	return nil
}

// add opens the form: for the unit of the visit, else for a unit that is asked for.
func (s *learning) add() tea.Cmd {
	e := s.env
	if d := e.Doc(s.visit); d != nil {
		return e.Go(Place{Screen: "learn", Visit: s.visit, Record: d.Unit.ID})
	}
	var rows []pickRow
	for _, u := range s.units {
		rows = append(rows, pickRow{id: u.Code, record: u.ID, text: u.Name})
	}
	slices.SortFunc(rows, func(a, b pickRow) int { return strings.Compare(a.id, b.id) })
	return s.open(newPicker(e, e.T(words.SlipPick), rows, func(chosen []pickRow) tea.Cmd {
		return e.Go(Place{Screen: "learn", Record: chosen[0].record})
	}))
}

// take takes a note of the visit up.
func (s *learning) take() tea.Cmd {
	e, d := s.env, s.env.Doc(s.visit)
	if d == nil {
		return e.Fail(e.T(words.LearnNoVisit))
	}
	var rows []pickRow
	for _, x := range d.Entries {
		if x.Status != "withdrawn" && strings.TrimSpace(x.Text) != "" {
			rows = append(rows, pickRow{kind: store.KindEntry, id: timeOf(x.At), record: x.ID, text: x.Text})
		}
	}
	if rows == nil {
		return e.Fail(e.T(words.LearnNoNotes))
	}
	return s.open(newPicker(e, e.T(words.LearnTake), rows, func(chosen []pickRow) tea.Cmd {
		return e.Go(Place{Screen: "learn", Visit: s.visit, Record: d.Unit.ID, Item: chosen[0].record.String()})
	}))
}

// drop takes back what was collected by hand; what a briefing says stays in the briefing.
func (s *learning) drop() tea.Cmd {
	e, x := s.env, s.chosen()
	if x == nil || x.From == "listen" {
		return nil
	}
	id := x.ID
	return e.AskReason(e.T(words.LearnDropAsk, e.Cut(x.Text, 40)), words.LearnDrop, func(reason string) tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return nil, b.WithdrawLearning(ctx, id, reason)
		})
	})
}

// Keys of the list.
func (s *learning) Keys() []Action {
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	keys := []Action{Show(words.KeyMove, "up", "down"), On(words.LearnAdd, s.add, "f7", "ctrl+t")}
	if s.visit != (checklist.ID{}) {
		keys = append(keys, On(words.LearnTake, s.take, "f8", "ctrl+u"))
	}
	if x := s.chosen(); x != nil && x.From != "listen" {
		keys = append(keys, On(words.LearnDrop, s.drop, "ctrl+d"))
	}
	return keys
}

// Typing filters.
func (s *learning) Typing() bool { return true }

// Hint says what is collected and who sees it.
func (s *learning) Hint() string {
	return s.hintOr(s.env, func() string { return s.env.T(words.LearnHint) })
}

// Title is the crumb.
func (s *learning) Title() string { return s.env.T(words.LearnTitle) }

// Place is the visit.
func (s *learning) Place() Place { return Place{Screen: "learning", Visit: s.visit} }

// Click selects a row.
func (s *learning) Click(x, y int) tea.Cmd {
	if s.pick != nil {
		s.pick.list.Click(x, y-2)
		return nil
	}
	s.list.Click(x, y)
	return nil
}

// learn is the form of one thing collected. What was written is saved when the form is left.
type learn struct {
	env    *Env
	place  Place
	form   *Form
	filled bool
	busy   bool
	was    checklist.Learning // as last saved
}

// learnMade is the item with the id of what was saved, when another page was opened over this one.
const learnMade = "made"

// learnedMsg tells that something was collected.
type learnedMsg struct {
	of   *learn
	id   checklist.ID
	left bool // by opening another page over it, or for good
}

func newLearn(e *Env, p Place) Screen {
	s := &learn{env: e, place: p}
	var kinds []field.Option
	for _, k := range checklist.LearnKinds {
		kinds = append(kinds, field.Option{Value: k, Word: e.T(words.LearnKinds[k])})
	}
	s.form = NewForm(e, nil, []Item{{Name: "kind", In: InChoice, Label: words.LearnKindW, Options: kinds, Hint: words.LearnFormH}},
		[]Item{{Name: "indicator", Label: words.CompareInd, Width: 8, Hint: words.LearnFormH}},
		[]Item{{Name: "text", In: InText, Label: words.LearnTextW, Height: 6, Hint: words.LearnFormH}},
		[]Item{{Name: learnMade, Skip: func() bool { return true }}})
	s.form.Set("kind", checklist.LearnExperience)
	s.form.Keep("learn", p.Visit, p.Record, p.Item)
	s.fill()
	s.form.Resume(p)
	return s
}

// fill takes the text of the note.
func (s *learn) fill() {
	d := s.env.Doc(s.place.Visit)
	if s.filled || d == nil {
		return
	}
	s.filled = true
	for _, x := range d.Entries {
		if x.ID.String() == s.place.Item {
			s.form.Set("text", x.Text)
			s.form.Set("indicator", x.Indicator)
		}
	}
}

// Open reads the visit.
func (s *learn) Open() tea.Cmd {
	if s.place.Visit == (checklist.ID{}) {
		return nil
	}
	return s.env.Load(s.place.Visit)
}

// Update types.
func (s *learn) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case DocMsg:
		s.fill()
	case FailedMsg:
		s.busy, s.was = false, checklist.Learning{}
	case learnedMsg:
		if m.of == s && m.left {
			s.busy, s.was.ID = false, m.id
			return s.form.Put(learnMade, m.id.String())
		}
		if m.of == s {
			return tea.Batch(s.env.Back(), s.env.Notice(s.env.T(words.LearnSaved)))
		}
	}
	return s.form.Update(msg)
}

// save keeps it.
func (s *learn) save(left bool) tea.Cmd {
	x := checklist.Learning{Unit: s.place.Record, Visit: s.place.Visit, Kind: s.form.Value("kind"), Indicator: s.form.Value("indicator"), Text: strings.TrimSpace(s.form.Value("text"))}
	_ = x.Source.UnmarshalText([]byte(s.place.Item))        // "" names no note
	_ = x.ID.UnmarshalText([]byte(s.form.Value(learnMade))) // "" is a new one
	if s.busy || x.Text == "" || left && x == s.was {
		return nil
	}
	s.busy, s.was = true, x
	x.Author, x.At = s.env.Me.ID, s.env.Now().Format("2006-01-02 15:04") // the book sets them for a new one
	return s.form.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		id, err := b.SaveLearning(ctx, x)
		return learnedMsg{s, id, left}, err
	})
}

// Leave keeps what was written.
func (s *learn) Leave() tea.Cmd {
	if s.place.Record == (checklist.ID{}) {
		return nil
	}
	return s.save(true)
}

// Frame draws the form.
func (s *learn) Frame(w, h int) Frame {
	var c canvas
	c.add(" "+s.env.Style.Title.Render(s.env.T(words.LearnFormT)), s.env.Rule(w))
	text, cursor := s.form.View(w, h-2)
	c.block(text, cursor, h-2)
	return c.frame()
}

// Keys of the form.
func (s *learn) Keys() []Action {
	return append(s.form.Keys(), On(words.LearnSave, func() tea.Cmd { return s.save(false) }, "f8", "ctrl+t"))
}

// Typing is always so.
func (s *learn) Typing() bool { return true }

// Hint is the form's.
func (s *learn) Hint() string { return s.form.Hint() }

// Title is the crumb.
func (s *learn) Title() string { return s.env.T(words.LearnFormT) }

// Place is what it is about.
func (s *learn) Place() Place {
	p := s.place
	p.Screen = "learn"
	p.Field, p.Offset = s.form.Focused()
	return p
}
