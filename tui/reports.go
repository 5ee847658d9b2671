package tui

import (
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/report"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("reports", newReports)
	addScreen("report-unit", newReportUnit)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.ReportsJump, func() tea.Cmd { return e.Go(Place{Screen: "reports"}) })}
	})
}

// reports lists the sheets that can be made: of a visit (Visit) those of its unit first at hand, else a unit is asked for
// where a sheet needs one.
type reports struct {
	env   *Env
	visit checklist.ID
	list  *List
	kinds []report.Kind
}

func newReports(e *Env, p Place) Screen {
	s := &reports{env: e, visit: p.Visit, kinds: report.Kinds()}
	s.list = NewList(e, Column{Title: e.T(words.SheetsTitle), Grow: true}, Column{Title: e.T(words.SheetsAbout)}, Column{Title: e.T(words.SheetsFor)}, Column{Title: e.T(words.SheetsName), Wide: true})
	s.list.Filter = true
	s.list.Match = func(i int, q string) bool {
		name := e.T(s.kinds[i].Title)
		return strings.Contains(strings.ToLower(name+" "+s.kinds[i].Name+" "+initials(name)), q)
	}
	s.list.SetRows(len(s.kinds), func(i int) []string {
		k := s.kinds[i]
		return []string{e.T(k.Title), e.T(words.SheetAbouts[string(k.About)]), e.T(words.Audiences[string(k.For)]), k.Name}
	})
	return s
}

// Update moves and filters.
func (s *reports) Update(msg tea.Msg) tea.Cmd { return s.list.Update(msg) }

// Frame draws the list.
func (s *reports) Frame(w, h int) Frame {
	head := s.env.T(words.ReportsHead)
	if d := s.env.Doc(s.visit); d != nil {
		head = s.env.T(words.ReportsOf, s.env.Clean(d.Unit.Name))
	}
	var c canvas
	c.add(" "+s.env.Style.Title.Render(s.env.Cut(head, w-2)), s.env.Rule(w))
	text, cursor := s.list.View(w, h-2)
	c.block(text, cursor, h-2)
	return c.frame()
}

// open previews the chosen sheet, or asks which unit it is about.
func (s *reports) open() tea.Cmd {
	i := s.list.Selected()
	if i < 0 {
		return nil
	}
	k := s.kinds[i]
	if s.visit == (checklist.ID{}) && (k.About == report.AboutVisit || k.About == report.AboutUnit) {
		return s.env.Go(Place{Screen: "report-unit", Item: k.Name})
	}
	return s.env.Go(previewOf(k, s.visit, checklist.ID{}))
}

// previewOf is the place of a preview. The slips of a unit have a page of their own name: "slip" is one slip.
func previewOf(k report.Kind, visit, unit checklist.ID) Place {
	name := k.Name
	if name == "slip" {
		name = slipsOfUnit
	}
	return Place{Screen: "preview", Item: name, Visit: visit, Record: unit}
}

// slipsOfUnit is the preview of all slips of a unit.
const slipsOfUnit = "slips"

// Keys open.
func (s *reports) Keys() []Action {
	return []Action{Show(words.KeyMove, "up", "down"), On(words.ReportsOpen, s.open, "enter")}
}

// Typing is always so: the filter line has the focus.
func (s *reports) Typing() bool { return true }

// Hint says what follows.
func (s *reports) Hint() string { return s.env.T(words.ReportsHint) }

// Title is the crumb.
func (s *reports) Title() string { return s.env.T(words.ReportsTitle) }

// Place remembers the visit.
func (s *reports) Place() Place { return Place{Screen: "reports", Visit: s.visit} }

// Click chooses a row.
func (s *reports) Click(x, y int) tea.Cmd {
	s.list.Click(x, y-2)
	return nil
}

// reportUnit asks which unit a sheet is about. Those of a visit are of units that have one.
type reportUnit struct {
	env  *Env
	kind report.Kind
	list *List
	rows []store.UnitRow
	read bool
}

type reportUnitsMsg struct{ rows []store.UnitRow }

func newReportUnit(e *Env, p Place) Screen {
	k, _ := report.KindNamed(p.Item)
	s := &reportUnit{env: e, kind: k}
	s.list = NewList(e, Column{Title: e.T(words.ColCode)}, Column{Title: e.T(words.UnitsUnit), Grow: true}, Column{Title: e.T(words.ColKind), Max: 16, Wide: true})
	s.list.Filter, s.list.Empty = true, e.T(words.ReportsNoUnit)
	s.list.Match = func(i int, q string) bool {
		u := s.rows[i].Unit
		return strings.Contains(strings.ToLower(u.Code+" "+u.Name+" "+u.Short+" "+initials(u.Name)), q)
	}
	return s
}

// Open reads the units.
func (s *reportUnit) Open() tea.Cmd {
	visit := s.kind.About == report.AboutVisit
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		rows, err := b.Units(ctx)
		rows = slices.DeleteFunc(rows, func(u store.UnitRow) bool { return visit && u.Visit == (checklist.ID{}) })
		return reportUnitsMsg{rows}, err
	})
}

// Return reads them again.
func (s *reportUnit) Return() tea.Cmd { return s.Open() }

// Update moves, and takes the units.
func (s *reportUnit) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case reportUnitsMsg:
		s.rows, s.read = m.rows, true
		s.list.SetRows(len(s.rows), func(i int) []string {
			u := s.rows[i].Unit
			kind := u.Kind
			if k, ok := s.env.Scheme.Kind(kind); ok {
				kind = s.env.name(k.Name)
			}
			return []string{u.Code, u.Name, kind}
		})
		return nil
	case ChangedMsg:
		return s.Open()
	}
	return s.list.Update(msg)
}

// Frame draws the list.
func (s *reportUnit) Frame(w, h int) Frame {
	if !s.read {
		return Frame{Body: " " + s.env.T(words.Reading)}
	}
	var c canvas
	c.add(" "+s.env.Style.Title.Render(s.env.Cut(s.env.T(words.ReportsWhich, s.env.T(s.kind.Title)), w-2)), s.env.Rule(w))
	text, cursor := s.list.View(w, h-2)
	c.block(text, cursor, h-2)
	return c.frame()
}

func (s *reportUnit) open() tea.Cmd {
	i := s.list.Selected()
	if i < 0 {
		return nil
	}
	u := s.rows[i]
	if s.kind.About == report.AboutVisit {
		return s.env.Go(previewOf(s.kind, u.Visit, checklist.ID{}))
	}
	return s.env.Go(previewOf(s.kind, checklist.ID{}, u.Unit.ID))
}

// Keys open.
func (s *reportUnit) Keys() []Action {
	return []Action{Show(words.KeyMove, "up", "down"), On(words.ReportsOpen, s.open, "enter")}
}

// Typing is always so: the filter line has the focus.
func (s *reportUnit) Typing() bool { return true }

// Title is the crumb.
func (s *reportUnit) Title() string { return s.env.T(words.ReportsUnit) }

// Place remembers the sheet.
func (s *reportUnit) Place() Place { return Place{Screen: "report-unit", Item: s.kind.Name} }

// Click chooses a row.
func (s *reportUnit) Click(x, y int) tea.Cmd {
	s.list.Click(x, y-2)
	return nil
}
