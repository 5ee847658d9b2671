package tui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/table"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// loads are the tables the office takes over, in the order of the palette.
var loads = []string{"plan", "teams", "group", "ledger", "past"}

func init() {
	addScreen("load", newLoad)
	addJumps(func(e *Env) []Action {
		if e.Me.Role != checklist.RoleOffice {
			return nil
		}
		var out []Action
		for _, what := range loads {
			out = append(out, On(words.LoadTitles[what], func() tea.Cmd { return e.Go(Place{Screen: "load", Item: what}) }))
		}
		return out
	})
}

// load takes over a table of the office: a file is chosen, read and checked, every problem is named with its row, what it
// would change is shown, and nothing is written before the person says so.
type load struct {
	env   *Env
	what  string
	files *browser
	asOf  *Form // of a ledger
	path  string
	table *loaded
	list  *List
}

// loaded is a table that was read and checked.
type loaded struct {
	path     string
	rows     int
	problems []checklist.RowProblem
	unused   []string
	look     []string // what changes or clashes, in sentences
	ties     bool     // somebody declared a tie: a reason is wanted
	save     func(ctx context.Context, b *store.Book, reason string) (store.Saved, error)
}

type loadedMsg struct{ loaded }

func newLoad(e *Env, p Place) Screen {
	s := &load{env: e, what: p.Item}
	if !slices.Contains(loads, s.what) {
		s.what = loads[0]
	}
	s.files = newBrowser(e, e.Info.Path, s.check, ".csv", ".xlsx", ".txt")
	s.list = NewList(e, Column{Title: e.T(words.ImportRow)}, Column{Title: e.T(words.LoadWhat), Grow: true})
	return s
}

// Open shows the usual places.
func (s *load) Open() tea.Cmd { return s.files.open("") }

// check reads a file; a ledger first wants its day.
func (s *load) check(path string) tea.Cmd {
	if s.what == "ledger" && s.asOf == nil {
		s.path = path
		s.asOf = NewForm(s.env, nil, []Item{{Name: "day", Label: words.LoadAsOf, In: InDate, Width: 12}})
		return nil
	}
	what, day := s.what, ""
	if s.asOf != nil {
		day = s.asOf.Value("day")
	}
	e := s.env
	return e.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		t, err := table.ReadFile(path)
		if err != nil {
			return nil, err
		}
		rows := make([]checklist.TableRow, len(t.Rows))
		for i, r := range t.Rows {
			rows[i] = checklist.TableRow{No: r.No, Cells: r.Cells}
		}
		l, err := e.checkTable(ctx, b, what, day, rows)
		l.path = path
		return loadedMsg{l}, err
	})
}

// withDay goes on with the day of the ledger.
func (s *load) withDay() tea.Cmd {
	if err := s.asOf.Check(); err != nil || s.asOf.Value("day") == "" {
		return s.env.Fail(s.env.T(words.LoadNoDay))
	}
	return s.check(s.path)
}

// Update chooses, and takes what was read.
func (s *load) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case loadedMsg:
		l := msg.loaded
		s.table = &l
		s.list.SetRows(len(l.problems)+len(l.look), func(i int) []string {
			if i < len(l.problems) {
				p := l.problems[i]
				return []string{s.env.T(words.ImportRowNo, p.Row), s.env.Say(p.Code, p.Args...)}
			}
			return []string{s.env.T(words.LoadLook), l.look[i-len(l.problems)]}
		})
		return nil
	case browseMsg:
		return s.files.update(msg)
	}
	switch {
	case !isInput(msg):
		return nil
	case s.table != nil:
		return s.list.Update(msg)
	case s.asOf != nil:
		return s.asOf.Update(msg)
	}
	return s.files.update(msg)
}

// Frame draws the files, the day, or what the chosen file says.
func (s *load) Frame(w, h int) Frame {
	e := s.env
	title := func(name string) string { return " " + e.Style.Title.Render(e.Cut(name, w-2)) + "\n\n" }
	switch {
	case s.table == nil && s.asOf != nil:
		body, cursor := s.asOf.View(w, h-2)
		if cursor != nil {
			cursor.Y += 2
		}
		return Frame{title(filepath.Base(s.path)) + body, cursor}
	case s.table == nil:
		return s.files.frame(w, h)
	}
	t := s.table
	var c canvas
	c.add(" "+e.Style.Title.Render(e.Cut(filepath.Base(t.path), w-2)), "", "   "+e.T(words.LoadFound, t.rows, len(t.problems), len(t.look)))
	if len(t.unused) > 0 {
		c.add("   " + e.Style.Warn.Render(e.Cut(e.T(words.ImportUnused, join(e, t.unused)), w-6)))
	}
	switch {
	case len(t.problems) > 0:
		c.add("   " + e.Style.Bad.Render(e.T(words.LoadBad)))
	case len(t.look) == 0:
		c.add("", "   "+e.T(words.LoadSame))
		return c.frame()
	}
	c.add("")
	low := s.whole(w)
	rest := max(1, h-len(c.lines)-len(low)-1)
	c.block(strings.Join(s.list.Rows(w, rest), "\n"), nil, rest)
	c.add(e.Rule(w))
	c.add(low...)
	return c.frame()
}

// whole is the selected row in full.
func (s *load) whole(w int) []string {
	i := s.list.Selected()
	if i < 0 {
		return nil
	}
	text := ""
	if n := len(s.table.problems); i < n {
		text = s.env.Say(s.table.problems[i].Code, s.table.problems[i].Args...)
	} else {
		text = s.table.look[i-n]
	}
	lines := wrapped(s.env, s.env.Clean(text), w)
	return lines[:min(len(lines), 3)]
}

// Keys choose a file, or import what was found.
func (s *load) Keys() []Action {
	e := s.env
	switch {
	case s.table == nil && s.asOf != nil:
		return append([]Action{On(words.WizardNext, s.withDay, "enter")}, append(s.asOf.Keys(), On(words.ImportOther, s.other, "esc"))...)
	case s.table == nil:
		return s.files.keys()
	}
	off := ""
	switch {
	case e.Me.Role != checklist.RoleOffice:
		off = e.T(words.LoadOffice)
	case len(s.table.problems) > 0:
		off = e.T(words.LoadBad)
	case s.table.rows == 0:
		off = e.T(words.ImportNothing)
	}
	return []Action{On(words.LoadTake, s.take, "enter").OffIf(off), Show(words.KeyMove, "up", "down"), On(words.ImportOther, s.other, "esc")}
}

func (s *load) other() tea.Cmd {
	s.table, s.asOf = nil, nil
	return nil
}

// take writes the table in one transaction; where somebody declared a tie it asks why.
func (s *load) take() tea.Cmd {
	if s.table.ties {
		return s.env.AskReason(s.env.T(words.LoadWhy), words.LoadTake, s.write)
	}
	return s.write("")
}

func (s *load) write(reason string) tea.Cmd {
	e, save := s.env, s.table.save
	return tea.Batch(e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		done, err := save(ctx, b, reason)
		return noticeMsg{text: e.T(words.ImportDone, done.New, done.Changed, done.Same)}, err
	}), e.Back())
}

// Typing: the filter line of the files, or the day, takes text.
func (s *load) Typing() bool { return s.table == nil }

// Hint says what the file must be.
func (s *load) Hint() string {
	if s.table == nil {
		return s.env.T(words.LoadHints[s.what])
	}
	return ""
}

// Title is the crumb.
func (s *load) Title() string { return s.env.T(words.LoadTitles[s.what]) }

// Place is the page of files.
func (s *load) Place() Place { return Place{Screen: "load", Item: s.what} }
