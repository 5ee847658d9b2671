package tui

import (
	"context"
	"path/filepath"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/table"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("import", newImporting) }

// importing takes over a list of units: a file is chosen, read and checked, every problem is named with its row, and
// nothing is written before the person says so.
type importing struct {
	env      *Env
	files    *browser
	path     string
	table    *checklist.UnitTable // nil until a file is read
	problems *List
}

// unitTableMsg brings a list of units that was read and checked.
type unitTableMsg struct {
	path  string
	table checklist.UnitTable
}

func newImporting(e *Env, _ Place) Screen {
	s := &importing{env: e}
	s.files = newBrowser(e, e.Info.Path, s.check, ".csv", ".xlsx", ".txt")
	s.problems = NewList(e, Column{Title: e.T(words.ImportRow), Right: true}, Column{Title: e.T(words.ImportProblem), Grow: true})
	return s
}

// Open shows the usual places.
func (s *importing) Open() tea.Cmd { return s.files.open("") }

// check reads a file; nothing is written.
func (s *importing) check(path string) tea.Cmd {
	scheme := s.env.Scheme
	return s.env.Read(func(context.Context, *store.Book) (tea.Msg, error) {
		t, err := table.ReadFile(path)
		if err != nil {
			return nil, err
		}
		rows := make([]checklist.TableRow, len(t.Rows))
		for i, r := range t.Rows {
			rows[i] = checklist.TableRow{No: r.No, Cells: r.Cells}
		}
		return unitTableMsg{path, checklist.CheckUnits(scheme, rows)}, nil
	})
}

// Update chooses, and takes what was read.
func (s *importing) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case unitTableMsg:
		s.path, s.table = msg.path, &msg.table
		s.problems.SetRows(len(msg.table.Problems), func(i int) []string {
			p := s.table.Problems[i]
			return []string{s.env.T(words.ImportRowNo, p.Row), s.env.Say(p.Code, p.Args...)}
		})
		return nil
	case browseMsg:
		return s.files.update(msg)
	case tea.KeyPressMsg, tea.PasteMsg:
		if s.table != nil {
			return s.problems.Update(msg)
		}
		return s.files.update(msg)
	}
	return nil
}

// Frame draws the files, or what the chosen one says.
func (s *importing) Frame(w, h int) Frame {
	e := s.env
	if s.table == nil {
		return s.files.frame(w, h)
	}
	t := s.table
	lines := " " + e.Style.Title.Render(e.Cut(filepath.Base(s.path), w-2)) + "\n\n"
	lines += "   " + e.T(words.ImportFound, len(t.Units), len(t.Problems)) + "\n"
	if len(t.Unused) > 0 {
		lines += "   " + e.Style.Warn.Render(e.Cut(e.T(words.ImportUnused, join(e, t.Unused)), w-6)) + "\n"
	}
	lines += "\n"
	if len(t.Problems) == 0 {
		return Frame{Body: lines + "   " + e.T(words.ImportAllGood)}
	}
	whole := s.whole(w)
	rows := fit(e.Kit.Meter, strings.Join(s.problems.Rows(w, h-7-len(whole)), "\n"), w, h-7-len(whole))
	return Frame{Body: lines + strings.Join(append(append(rows, e.Rule(w)), whole...), "\n")}
}

// whole is the selected problem in full.
func (s *importing) whole(w int) []string {
	i := s.problems.Selected()
	if i < 0 {
		return nil
	}
	p := s.table.Problems[i]
	lines := s.env.Wrap(s.env.Say(p.Code, p.Args...), w-6)
	for j := range lines {
		lines[j] = "   " + lines[j]
	}
	return lines[:min(len(lines), 4)]
}

func join(e *Env, list []string) string {
	s := ""
	for i, x := range list {
		if i > 0 {
			s += e.T(words.Comma)
		}
		s += e.Clean(x)
	}
	return s
}

// Keys choose a file, or import what was found.
func (s *importing) Keys() []Action {
	if s.table == nil {
		return s.files.keys()
	}
	e, n := s.env, len(s.table.Units)
	take := On(words.ImportTake, s.take, "enter").with(n)
	if len(s.table.Problems) > 0 {
		take = On(words.ImportGood, func() tea.Cmd {
			return e.Ask(e.T(words.ImportGoodAsk, n, len(s.table.Problems)), e.Answer(words.ImportGoodYes, s.take))
		}, "enter").with(n)
	}
	if n == 0 {
		take = take.OffIf(e.T(words.ImportNothing))
	}
	return []Action{take, Show(words.KeyMove, "up", "down"), On(words.ImportOther, s.other, "esc")}
}

// other goes back to the files.
func (s *importing) other() tea.Cmd {
	s.table = nil
	return nil
}

// take writes the good rows in one transaction.
func (s *importing) take() tea.Cmd {
	e, lines := s.env, s.table.Units
	return tea.Batch(e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		done, err := b.SaveUnits(ctx, lines)
		return noticeMsg{text: e.T(words.ImportDone, done.New, done.Changed, done.Same)}, err
	}), e.Back())
}

// Typing: the filter line of the files takes text.
func (s *importing) Typing() bool { return s.table == nil }

// Hint says what the file must be.
func (s *importing) Hint() string {
	if s.table == nil {
		return s.env.T(words.ImportHint)
	}
	return ""
}

// Title is the crumb.
func (s *importing) Title() string { return s.env.T(words.UnitsImport) }

// Place is the page of files.
func (s *importing) Place() Place { return Place{Screen: "import"} }
