package tui

import (
	"context"
	"strings"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("search", newSearch)
	addJumps(func(e *Env) []Action {
		if e.Book == nil {
			return nil
		}
		return []Action{On(words.SearchJump, e.searchFor(""))}
	})
}

// gatherFor is how long a read for the search may take before the screen hears of it.
const gatherFor = 100 * time.Millisecond

// search looks through everything the viewer may see, as it is typed. What is typed is not kept: it may be a name that
// stands nowhere else in the clear.
type search struct {
	env     *Env
	visit   checklist.ID // that was open below: clauses are shown in it
	line    *field.Line
	list    *List
	found   store.Found
	query   string // that found answers
	chosen  bool   // somebody moved to the selected hit: it stays selected when more is found
	busy    bool   // an answer is on its way
	again   bool   // and something was typed since
	fetches bool   // visits are being read
}

type (
	// searchMsg brings an answer.
	searchMsg struct {
		of    *search
		query string
		found store.Found
		err   error
	}
	// gatherMsg tells that some more visits can be searched.
	gatherMsg struct {
		of  *search
		got store.Gathered
		err error
	}
)

// searchFor opens the search with something typed already.
func (e *Env) searchFor(query string) func() tea.Cmd {
	return func() tea.Cmd {
		p := Place{Screen: "search", Item: query}
		if len(e.docs) == 1 {
			for p.Visit = range e.docs {
			}
		}
		return e.Go(p)
	}
}

func newSearch(e *Env, p Place) Screen {
	s := &search{env: e, visit: p.Visit, line: e.Kit.Line()}
	s.line.SetValue(p.Item)
	s.list = NewList(e, Column{Min: 7, Max: 14}, Column{Min: 12, Max: 28}, Column{Grow: true})
	return s
}

// Open reads what can be searched, in the background, and answers what is typed from what is there.
func (s *search) Open() tea.Cmd { return tea.Batch(s.ask(), s.fetch()) }

// Return answers anew: what was found may have been changed above.
func (s *search) Return() tea.Cmd { return s.Open() }

// Update types, moves, and takes the answers.
func (s *search) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case searchMsg:
		if msg.of == s {
			return s.take(msg)
		}
	case gatherMsg:
		if msg.of == s {
			return s.gathered(msg)
		}
	case ChangedMsg:
		return s.Open()
	case tea.KeyPressMsg:
		switch msg.String() {
		case "up", "down", "pgup", "pgdown":
			s.chosen = true
			return s.list.Update(msg)
		}
		return s.typed(s.line.Update(msg))
	case tea.PasteMsg:
		return s.typed(s.line.Update(msg))
	}
	return nil
}

func (s *search) typed(r field.Result) tea.Cmd {
	if !r.Changed {
		return r.Cmd
	}
	s.chosen = false
	return tea.Batch(r.Cmd, s.ask())
}

// ask has what is typed answered; while an answer is on its way, the next question waits.
func (s *search) ask() tea.Cmd {
	query := strings.TrimSpace(s.line.Value())
	if query == "" {
		s.found, s.query = store.Found{}, ""
		s.list.SetRows(0, nil)
		return nil
	}
	if s.busy {
		s.again = true
		return nil
	}
	s.busy, s.again = true, false
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		found, err := b.Search(ctx, store.SearchQuery{Text: query})
		return searchMsg{s, query, found, err}, nil
	})
}

// take shows an answer. A hit that somebody chose stays selected; else it is the first.
func (s *search) take(msg searchMsg) tea.Cmd {
	s.busy = false
	if msg.err != nil {
		return s.env.FailErr(msg.err)
	}
	if strings.TrimSpace(s.line.Value()) == "" {
		return nil // it was cleared meanwhile
	}
	was, ok := s.selected()
	s.found, s.query = msg.found, msg.query
	s.list.SetRows(len(s.found.Hits), s.cells)
	if ok = ok && s.chosen; !ok {
		s.list.at, s.list.top = 0, 0
	}
	for i, h := range s.found.Hits {
		if ok && h.Record == was.Record && h.Clause == was.Clause && h.Code == was.Code {
			s.list.Select(i)
			break
		}
	}
	var cmds []tea.Cmd
	if s.again {
		cmds = append(cmds, s.ask())
	}
	if !s.found.Whole() {
		cmds = append(cmds, s.fetch())
	}
	return tea.Batch(cmds...)
}

// fetch reads visits for a moment; when the screen is closed, nobody asks for the next.
func (s *search) fetch() tea.Cmd {
	if s.fetches {
		return nil
	}
	s.fetches = true
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		got, err := b.Gather(ctx, gatherFor)
		return gatherMsg{s, got, err}, nil
	})
}

func (s *search) gathered(msg gatherMsg) tea.Cmd {
	s.fetches = false
	switch {
	case msg.err != nil:
		return s.env.FailErr(msg.err)
	case !msg.got.Whole():
		return tea.Batch(s.ask(), s.fetch())
	case s.query != "" && !s.found.Whole():
		return s.ask()
	}
	return nil
}

func (s *search) selected() (store.Hit, bool) {
	if i := s.list.Selected(); i >= 0 && i < len(s.found.Hits) {
		return s.found.Hits[i], true
	}
	return store.Hit{}, false
}

// next selects the first hit of the next group.
func (s *search) next() tea.Cmd {
	i := s.list.Selected()
	if i < 0 {
		return nil
	}
	s.chosen = true
	hits := s.found.Hits
	for to := i + 1; to < len(hits); to++ {
		if hits[to].Group != hits[i].Group {
			s.list.Select(to)
			return nil
		}
	}
	s.list.Select(0)
	return nil
}

// Keys of the list; letters are text.
func (s *search) Keys() []Action {
	none := ""
	h, ok := s.selected()
	switch {
	case !ok:
		none = s.env.T(words.SearchHow)
	case h.Kind == store.KindPerson:
		none = s.env.T(words.SearchNoPlace)
	}
	keys := []Action{On(words.KeyOpen, s.open, "enter").OffIf(none), Show(words.KeyMove, "up", "down")}
	if len(s.found.Count) > 1 {
		keys = append(keys, On(words.SearchNext, s.next, "tab"))
	}
	return keys
}

// Typing is always so: the line has the focus.
func (s *search) Typing() bool { return true }

// Hint says how to search.
func (s *search) Hint() string { return s.env.T(words.SearchHint) }

// Title is the crumb.
func (s *search) Title() string { return s.env.T(words.SearchTitle) }

// Place is how to come back, without what was typed.
func (s *search) Place() Place { return Place{Screen: "search", Visit: s.visit} }
