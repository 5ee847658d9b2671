package tui

import (
	"context"
	"strconv"
	"strings"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen(home, newUnits)
	addJumps(unitJumps)
}

// units is the list of units and their visits: typing filters, Enter opens, the pane shows what is left to do.
type units struct {
	env   *Env
	rows  []visitRow
	list  *List
	steps []checklist.Step // a column for each
	place Place            // of the row to select when the rows come
	count map[string]int   // of the units by state, and of all rows on another version
	units int
	peek  peek
	read  bool
	room  int // cells of the list in the last view
}

// visitRow is one row: a unit with its yearly visit, or one of its daily visits.
type visitRow struct {
	unit checklist.Unit
	store.VisitRow
	team []string
	keys string // what the filter looks in: name, short name, code, pinyin initials; lower case
}

// unitsMsg brings the rows, and the schemes they are scored under.
type unitsMsg struct {
	rows    []visitRow
	schemes map[string]*checklist.Scheme
}

func newUnits(e *Env, p Place) Screen {
	s := &units{env: e, place: p}
	s.list = NewList(e, s.columns(nil)...)
	s.list.Filter = true
	s.list.Match = func(i int, q string) bool { return strings.Contains(s.rows[i].keys, q) }
	s.peek.init(e)
	return s
}

// Open reads the list.
func (s *units) Open() tea.Cmd { return s.load() }

// Return reads it again.
func (s *units) Return() tea.Cmd { return s.load() }

func (s *units) load() tea.Cmd {
	known := map[string]string{} // names and their initials, so that only new names are looked up
	for _, r := range s.rows {
		known[r.unit.Name] = r.keys
	}
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		list, err := b.Units(ctx)
		if err != nil {
			return nil, err
		}
		rows := make([]visitRow, 0, len(list))
		for _, u := range list {
			keys, ok := known[u.Unit.Name]
			if !ok {
				keys = strings.ToLower(strings.Join([]string{u.Unit.Name, u.Unit.Short, u.Unit.Code, initials(u.Unit.Name), initials(u.Unit.Short)}, " "))
			}
			rows = append(rows, visitRow{u.Unit, u.VisitRow, u.Team, keys})
			for _, d := range u.Daily {
				rows = append(rows, visitRow{u.Unit, d, u.Team, keys})
			}
		}
		schemes, err := rowSchemes(ctx, b, rows)
		return unitsMsg{rows, schemes}, err
	})
}

// Update filters and moves, and takes the rows.
func (s *units) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case unitsMsg:
		s.env.learn(msg.schemes)
		s.take(msg.rows)
		s.peek.read = false
		return s.look()
	case ChangedMsg:
		return s.load()
	case peekTickMsg, peekMsg:
		return s.peek.update(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.peek.focus {
			return s.peek.todos.Update(msg)
		}
		return tea.Batch(s.list.Update(msg), s.look())
	}
	return nil
}

func (s *units) take(rows []visitRow) {
	was := s.Place()
	if !s.read {
		was, s.read = s.place, true
	}
	s.rows, s.count, s.units = rows, map[string]int{}, 0
	s.env.units = rows
	for _, r := range rows {
		if r.Kind != checklist.Daily && r.unit.Counts() { // a daily visit is no unit of its own, and one to practise on or that ended is none of the round
			s.units++
			s.count[r.State]++
		}
		if s.env.rowScheme(r) != s.env.Scheme {
			s.count[otherVersion]++
		}
	}
	s.list.columns = s.columns(rows)
	s.list.SetRows(len(rows), s.cells)
	for i, r := range rows {
		if r.unit.ID == was.Record && r.VisitRow.Visit == was.Visit {
			s.list.Select(i)
			break
		}
	}
}

func (s *units) cells(i int) []string {
	e, r := s.env, s.rows[i]
	name := r.unit.Short
	if name == "" {
		name = r.unit.Name
	}
	name = e.marks(r.unit) + name
	if r.Kind == checklist.Daily {
		name = "  " + e.T(words.UnitsDaily, e.day(r.Day))
	}
	cells := []string{name}
	for _, step := range s.steps {
		cells = append(cells, e.rowStep(r, step))
	}
	scored := "--"
	if r.Total > 0 {
		scored = strconv.Itoa(r.Scored) + "/" + strconv.Itoa(r.Total)
	}
	state := e.stateWord(r.VisitRow)
	if x := e.rowScheme(r); x == nil {
		state = e.T(words.UnitsNoScheme)
	} else if x != e.Scheme {
		state += " " + e.T(words.UnitsOtherVersion)
	}
	return append(cells, scored, strconv.Itoa(r.Todos), state)
}

// titled is a unit with its kind, as headings name it.
func (e *Env) titled(scheme *checklist.Scheme, u checklist.Unit) string {
	name := e.Clean(u.Name)
	if scheme != nil {
		if k, ok := scheme.Kind(u.Kind); ok {
			name += e.T(words.Terms, e.name(k.Name))
		}
	}
	return name
}

// stateWord is the state of a visit with what needs attention, and how far it has come; when nothing was recorded here, when it was last worked on.
func (e *Env) stateWord(r store.VisitRow) string {
	state := e.T(words.VisitStates[r.State])
	sent := words.Travel(e.Lang, r.Travel, r.TravelSure, r.TravelChanged, r.Returned)
	switch {
	case r.State == store.StateExported && r.Contested+r.Waiting == 0, r.State == store.StateWiped:
		return sent
	case r.Contested > 0:
		state += " " + e.T(words.UnitsContested, r.Contested)
	case r.Waiting > 0:
		state += " " + e.T(words.UnitsWaiting, r.Waiting)
	case r.State == store.StateOpen && !r.Last.IsZero() && sent == "":
		state += " " + e.when(r.Last) // beside it there is no room for both
	}
	return strings.TrimSpace(state + " " + sent)
}

// when is a moment as people say it: the time today, yesterday, a weekday, a day.
func (e *Env) when(t time.Time) string {
	now := e.Now()
	t = t.In(now.Location())
	midnight := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	switch {
	case !t.Before(midnight):
		return t.Format("15:04")
	case !t.Before(midnight.AddDate(0, 0, -1)):
		return e.T(words.Yesterday)
	case !t.Before(midnight.AddDate(0, 0, -6)):
		return e.T(words.Weekdays[t.Weekday()])
	}
	return e.T(words.MonthDay, int(t.Month()), t.Day())
}

// day is a day of the book as people say it.
func (e *Env) day(day string) string {
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return day
	}
	return e.T(words.MonthDay, int(t.Month()), t.Day())
}

func (s *units) selected() (visitRow, bool) {
	if i := s.list.Selected(); i >= 0 {
		return s.rows[i], true
	}
	return visitRow{}, false
}

// look has the pane show the selected visit.
func (s *units) look() tea.Cmd {
	r, ok := s.selected()
	if !ok {
		return s.peek.show(checklist.ID{})
	}
	return s.peek.show(r.VisitRow.Visit)
}

// open opens the selected visit; a yearly visit that is not begun is begun.
func (s *units) open() tea.Cmd {
	e := s.env
	r, ok := s.selected()
	switch {
	case !ok && len(s.rows) == 0 && s.read:
		return e.Go(Place{Screen: "import"})
	case !ok:
		return nil
	case r.VisitRow.Visit != checklist.ID{}:
		return e.Go(Place{Screen: "visit", Visit: r.VisitRow.Visit})
	}
	return s.start(checklist.Yearly, "")
}

// start begins a visit of the selected unit and opens it.
func (s *units) start(kind checklist.VisitKind, day string) tea.Cmd {
	r, ok := s.selected()
	if !ok {
		return nil
	}
	unit := r.unit.ID
	return s.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		id, err := b.StartVisit(ctx, unit, kind, day)
		return goMsg{[]Place{{Screen: "visit", Visit: id}}, goPush}, err
	})
}

func (s *units) daily() tea.Cmd {
	r, ok := s.selected()
	if !ok {
		return nil
	}
	e := s.env
	return e.Ask(e.T(words.UnitsDailyAsk, r.unit.Name, e.day(e.Today())),
		e.Answer(words.UnitsDailyStart, func() tea.Cmd { return s.start(checklist.Daily, e.Today()) }))
}
