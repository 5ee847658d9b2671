package tui

import (
	"context"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("settle", newSettle)
}

// settle compares the sides of one contested register beside each other and takes the decision: which side, or what
// instead, and why. Nothing is selected beforehand.
type settle struct {
	env   *Env
	place Place
	visit *checklist.ID // what PgDn leads through: the contests of a visit, or of the book when nil
	all   []store.Conflict
	at    int // in all; -1 when the register is not contested any more
	names *names
	read  bool
	form  *settleForm
	from  int // first row of the comparison that shows
	rows  int // rows it has
	room  int // rows that showed last
}

// settledMsg tells that a contest was decided.
type settledMsg struct{ of regKey }

// settlePlace is where a contest is settled. Item is kind, field and, after a line feed, the
// item of the form with the focus; Field says that only the contests of the visit are meant.
func settlePlace(c store.Conflict, ofVisit bool) Place {
	p := Place{Screen: "settle", Visit: c.Visit, Record: c.Record, Item: string(c.Kind) + " " + c.Field}
	if ofVisit {
		p.Field = "visit"
	}
	return p
}

func newSettle(e *Env, p Place) Screen {
	s := &settle{env: e, place: p, at: -1}
	if p.Field == "visit" {
		s.visit = &p.Visit
	}
	return s
}

// register is the one that is settled here.
func (s *settle) register() regKey {
	item, _, _ := strings.Cut(s.place.Item, "\n")
	kind, field, _ := strings.Cut(item, " ")
	return keyOf(s.place.Record, store.Kind(kind), field)
}

// Open reads the contest.
func (s *settle) Open() tea.Cmd { return s.env.readConflicts(s.visit) }

// Update takes the contest, and gives keys to the form.
func (s *settle) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case conflictsMsg:
		if s.visit == nil == (msg.visit == checklist.ID{}) {
			s.take(msg)
		}
		return nil
	case settledMsg:
		return s.next(msg)
	case tea.KeyPressMsg:
		switch msg.String() {
		case "pgup", "pgdown":
			s.scroll(msg.String() == "pgdown")
			return nil
		}
	}
	if s.form == nil {
		return nil
	}
	return s.form.Update(msg)
}

func (s *settle) scroll(down bool) {
	by := max(1, s.room-1)
	if !down {
		by = -by
	}
	s.from = max(0, min(s.from+by, s.rows-s.room))
}

// take finds the register among what is contested. A form that is being filled in stays.
func (s *settle) take(msg conflictsMsg) {
	s.all, s.names, s.read, s.at = msg.all, msg.names, true, -1
	for i, c := range msg.all {
		if keyOf(c.Record, c.Kind, c.Field) == s.register() {
			s.at = i
		}
	}
	if s.at < 0 {
		s.form = nil
		return
	}
	if s.form == nil {
		s.form = newSettleForm(s.env, s.names, s.all[s.at])
		s.form.Keep("settle", s.register())
		_, name, _ := strings.Cut(s.place.Item, "\n")
		s.form.Resume(Place{Field: name, Offset: s.place.Offset})
	}
}

// decide takes the decision, when everything it needs is there.
func (s *settle) decide() tea.Cmd {
	text, reason, err := s.form.decision()
	if err != "" {
		return s.env.Fail(err)
	}
	c, key := s.all[s.at], s.register()
	return s.form.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		return settledMsg{key}, b.Decide(ctx, c, text, reason)
	})
}

// next goes on with the next contest, or back to the list when there is none.
func (s *settle) next(msg settledMsg) tea.Cmd {
	if msg.of != s.register() || s.at < 0 {
		return nil
	}
	left := append(append([]store.Conflict{}, s.all[s.at+1:]...), s.all[:s.at]...)
	if len(left) == 0 {
		return tea.Batch(s.env.Back(), s.env.Notice(s.env.T(words.SettleAllDone)))
	}
	return tea.Batch(s.env.Swap(settlePlace(left[0], s.visit != nil)), s.env.Notice(s.env.T(words.SettleDone, len(left))))
}

// history shows how the register came to be contested.
func (s *settle) history() tea.Cmd {
	r := s.register()
	return s.env.Go(Place{Screen: "history", Visit: s.place.Visit, Record: r.record, Item: string(r.kind) + " " + r.field})
}

// Keys of the form; Enter settles in the last field only, so that nobody decides by accident.
func (s *settle) Keys() []Action {
	if s.form == nil {
		return nil
	}
	off := ""
	if s.env.Info.ReadOnly {
		off = s.env.T(words.SettleReader)
	}
	keys := s.form.Keys()
	if name, _ := s.form.Focused(); name == settleReason {
		keys = append([]Action{On(words.SettleDo, s.decide, "enter").OffIf(off)}, keys...)
	}
	return append(keys, Show(words.KeyScroll, "pgup", "pgdown"), On(words.SettleHistory, s.history, "f4"))
}

// Typing tells whether a field of text has the focus.
func (s *settle) Typing() bool { return s.form != nil && s.form.Typing() }

// Hint explains the marks.
func (s *settle) Hint() string {
	if s.form == nil {
		return ""
	}
	if h := s.form.Hint(); h != "" {
		return h
	}
	return s.env.T(words.SettleHint)
}

// Title is the crumb.
func (s *settle) Title() string {
	if s.at < 0 {
		return s.env.T(words.ConflictTitle)
	}
	return s.env.T(words.SettleTitle, s.at+1, len(s.all))
}

// Place is the register and the field of the form.
func (s *settle) Place() Place {
	p := s.place
	if s.form != nil {
		var name string
		p.Item, _, _ = strings.Cut(p.Item, "\n")
		name, p.Offset = s.form.Focused()
		p.Item += "\n" + name
	}
	return p
}

// Click puts the focus on a field.
func (s *settle) Click(x, y int) tea.Cmd {
	if s.form == nil || y < s.form.top {
		return nil
	}
	return s.form.Click(x, y-s.form.top)
}
