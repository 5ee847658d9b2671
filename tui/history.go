package tui

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("history", func(e *Env, p Place) Screen {
		kind, field, _ := strings.Cut(p.Item, " ")
		return newHistory(e, p.Record, store.Kind(kind), field)
	})
}

// history tells how a record, or one register of it, came to hold what it holds: who, when, on which laptop, from what,
// to what, and why.
type history struct {
	env    *Env
	record checklist.ID
	kind   store.Kind
	field  string // "" for all registers of the record
	list   *List
	events []store.Event
	names  *names
	read   bool
	shown  bool // points are on show
}

type historyMsg struct {
	of     *history
	events []store.Event
	names  *names
}

// newHistory makes the screen for a register, or for a whole record when field is "". Other screens open it by its
// Place: Record, and Item as "kind field".
func newHistory(e *Env, rec checklist.ID, kind store.Kind, field string) *history {
	s := &history{env: e, record: rec, kind: kind, field: field, names: &names{}}
	s.list = NewList(e, Column{Title: e.T(words.HistoryWhen)}, Column{Title: e.T(words.HistoryWho), Max: 10},
		Column{Title: e.T(words.HistoryOn), Max: 12}, Column{Title: e.T(words.HistoryField), Max: 14},
		Column{Title: e.T(words.HistoryTo), Grow: true}, Column{Title: e.T(words.HistoryFrom), Max: 36, Wide: true})
	s.list.Empty = e.T(words.HistoryNone)
	return s
}

// Open reads the changes.
func (s *history) Open() tea.Cmd {
	rec, kind, field := s.record, s.kind, s.field
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		events, err := readHistory(ctx, b, rec, kind, field)
		if err != nil {
			return nil, err
		}
		n, err := readNames(ctx, b, visitOf(rec))
		return historyMsg{s, events, n}, err
	})
}

// readHistory reads one register, or all of a record, the newest change first.
func readHistory(ctx context.Context, b *store.Book, rec checklist.ID, kind store.Kind, field string) ([]store.Event, error) {
	if field != "" {
		return b.History(ctx, rec, kind, field)
	}
	var all []store.Event
	for _, f := range store.FieldsOf(kind) {
		events, err := b.History(ctx, rec, kind, f.Name)
		if err != nil {
			return nil, err
		}
		all = append(all, events...)
	}
	slices.SortStableFunc(all, func(x, y store.Event) int { return cmp.Compare(y.Lamport, x.Lamport) })
	return all, nil
}

// visitOf is the visit a record may belong to; zero for a record in a scope of its own.
func visitOf(rec checklist.ID) checklist.ID {
	visit, _ := store.VisitOfRecord(rec)
	return visit
}

// Update takes the changes, and moves.
func (s *history) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(historyMsg)
	_, changed := msg.(ChangedMsg)
	switch {
	case changed:
		return s.Open()
	case !ok:
		return s.list.Update(msg)
	case m.of != s:
		return nil
	}
	s.events, s.names, s.read = m.events, m.names, true
	s.names.hides = !s.shown
	s.list.SetRows(len(s.events), s.cells)
	return nil
}

func (s *history) cells(i int) []string {
	e, ev := s.env, s.events[i]
	from, to := s.names.value(e, ev.Kind, ev.Field, ev.Old), s.text(ev, ev.New)
	if ev.Old != "" && ev.New != "" && !ev.Unread { // of a whole, the parts that changed
		from, to = s.names.unlike(e, ev, ev.Old, ev.New), s.names.unlike(e, ev, ev.New, ev.Old)
	}
	return []string{e.moment(ev.At), e.personName(ev.Person), e.laptop(ev.Device), e.fieldWord(ev.Kind, ev.Field), to, from}
}

// unlike is a value, of a whole the parts that stand otherwise in the other value.
func (n *names) unlike(e *Env, ev store.Event, text, other string) string {
	theirs := n.parts(e, ev.Kind, ev.Field, other)
	var says []string
	for _, p := range n.parts(e, ev.Kind, ev.Field, text) {
		if !slices.Contains(theirs, p) {
			says = append(says, strings.TrimSpace(p.label+" "+p.value))
		}
	}
	return strings.Join(says, "  ")
}

// moment is day and time as the laptop's own clock had it.
func (e *Env) moment(t time.Time) string { return t.In(e.Now().Location()).Format("01-02 15:04") }

func (s *history) text(ev store.Event, text string) string {
	if ev.Unread {
		return s.env.T(words.HistoryUnread)
	}
	return s.names.value(s.env, ev.Kind, ev.Field, text)
}

// Frame draws the list, and below it the selected change in full.
func (s *history) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	head := " " + e.Style.Title.Render(e.Cut(s.names.registerWord(e, s.record, s.kind, s.field), w-2))
	lines := append([]string{head, ""}, s.list.Rows(w, max(4, h/2-3))...)
	lines = append(lines, e.Rule(w))
	if i := s.list.Selected(); i >= 0 {
		lines = append(lines, s.full(s.events[i], w)...)
	}
	return Frame{Body: strings.Join(lines, "\n")}
}

// full is one change with everything there is to say.
func (s *history) full(ev store.Event, w int) []string {
	e := s.env
	what := words.HistoryChange
	if ev.Decision {
		what = words.HistorySettle
	}
	head := strings.Join([]string{e.moment(ev.At), e.personName(ev.Person), e.laptop(ev.Device), e.T(what)}, "   ")
	lines := []string{" " + e.Cut(head, w-2)}
	rows := [][2]string{{e.T(words.HistoryFrom), s.names.full(e, ev.Kind, ev.Field, ev.Old)}}
	if ev.Unread {
		rows = append(rows, [2]string{e.T(words.HistoryTo), e.T(words.HistoryUnread)})
	} else {
		rows = append(rows, [2]string{e.T(words.HistoryTo), s.names.full(e, ev.Kind, ev.Field, ev.New)})
	}
	if ev.Reason != "" {
		rows = append(rows, [2]string{e.T(words.HistoryWhy), ev.Reason})
	}
	return append(lines, e.pairs(rows, w)...)
}

// full is a value with every part on a line of its own.
func (n *names) full(e *Env, kind store.Kind, field, text string) string {
	if text == "" {
		return e.T(words.HistoryEmpty)
	}
	var lines []string
	for _, p := range n.parts(e, kind, field, text) {
		lines = append(lines, strings.TrimSpace(p.label+" "+strings.ReplaceAll(p.value, "\n", " / ")))
	}
	return strings.Join(lines, "\n")
}

// Keys of the list.
func (s *history) Keys() []Action {
	scores := words.ShowScores
	if s.shown {
		scores = words.HideScores
	}
	return []Action{Show(words.KeyMove, "up", "down"), On(words.HistoryBack, s.putBack, "enter").OffIf(s.noBack()), On(scores, s.toggle, "f9")}
}

// putBack writes, with a reason, what the register said before the selected change.
func (s *history) putBack() tea.Cmd {
	e, ev := s.env, s.events[s.list.Selected()]
	ask := e.T(words.HistoryBackAsk, e.Cut(e.fieldWord(ev.Kind, ev.Field), 20), e.Cut(e.Clean(s.names.value(e, ev.Kind, ev.Field, ev.Old)), 60))
	return e.AskReason(ask, words.HistoryBack, func(reason string) tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			err := b.PutBack(ctx, ev, reason)
			if err != nil && refused(err) {
				return noticeMsg{words.Explain(e.Lang, err), true}, nil
			}
			return noticeMsg{text: e.T(words.HistoryBackDone)}, err
		})
	})
}

// noBack is why nothing can be put back.
func (s *history) noBack() string {
	if i := s.list.Selected(); !s.read || i < 0 || i >= len(s.events) {
		return s.env.T(words.HistoryNone)
	}
	if s.env.Info.ReadOnly {
		return s.env.T(words.SettleReader)
	}
	ev := s.events[s.list.Selected()]
	if f := store.FieldOf(ev.Kind, ev.Field); ev.Old == "" && f != nil && f.Type == store.Body {
		return s.env.T(words.HistoryFirst)
	}
	return ""
}

// toggle shows the points that stand in values, or hides them again.
func (s *history) toggle() tea.Cmd {
	s.shown = !s.shown
	s.names.hides = !s.shown
	s.list.SetRows(len(s.events), s.cells)
	return nil
}

// ScoresShown tells the header: a value may be points.
func (s *history) ScoresShown() bool { return s.shown }

// Hint says whose clocks these are.
func (s *history) Hint() string { return s.env.T(words.HistoryClock) }

// Title is the crumb.
func (s *history) Title() string { return s.env.T(words.HistoryTitle) }

// Place is how to come back.
func (s *history) Place() Place {
	return Place{Screen: "history", Visit: visitOf(s.record), Record: s.record, Item: strings.TrimSpace(string(s.kind) + " " + s.field)}
}

// Click selects a row.
func (s *history) Click(x, y int) tea.Cmd {
	s.list.Click(x, y-2)
	return nil
}
