package tui

import (
	"context"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("compare", newCompare) }

// compare sets what daily supervision found beside what the yearly visit found, by indicator, for the unit of a visit.
type compare struct {
	env   *Env
	visit checklist.ID
	list  *List
	rows  []checklist.Compared
	read  bool
}

type compareMsg struct {
	visit checklist.ID
	rows  []checklist.Compared
}

func newCompare(e *Env, p Place) Screen {
	s := &compare{env: e, visit: p.Visit}
	s.list = NewList(e, Column{Title: e.T(words.CompareInd)}, Column{Title: e.T(words.CompareDaily), Max: 10}, Column{Title: e.T(words.CompareYear), Max: 10},
		Column{Title: e.T(words.CompareWho), Grow: true})
	s.list.Empty = e.T(words.CompareNone)
	return s
}

// Open reads the year of the unit.
func (s *compare) Open() tea.Cmd {
	visit := s.visit
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		d, err := b.Visit(ctx, visit)
		if err != nil {
			return nil, err
		}
		year, scheme, err := b.UnitYear(ctx, d.Unit.ID)
		if err != nil {
			return nil, err
		}
		return compareMsg{visit, checklist.CompareDaily(scheme, year)}, nil
	})
}

// Update moves, and takes the comparison.
func (s *compare) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(compareMsg); ok && m.visit == s.visit {
		s.rows, s.read = m.rows, true
		s.list.SetRows(len(s.rows), func(i int) []string {
			x := &s.rows[i]
			return []string{x.Indicator.ID, count(len(x.Daily)), count(len(x.Yearly)), s.env.T(words.OnlySides[x.Only()])}
		})
		return nil
	}
	return s.list.Update(msg)
}

// Frame draws the list, and the facts of the selected indicator.
func (s *compare) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	var low []string
	if i := s.list.Selected(); i >= 0 {
		x := &s.rows[i]
		low = append(low, e.Rule(w), " "+e.Style.Title.Render(e.Cut(x.Indicator.ID+" "+e.name(x.Indicator.Name), w-2)))
		for _, d := range x.Daily {
			low = append(low, wrapped(e, strings.TrimSpace(strings.Join([]string{e.T(words.CompareDaily), d.Day, d.Finding.Rule, d.Finding.Facts, d.Slip}, "  ")), w)...)
		}
		for _, f := range x.Yearly {
			low = append(low, wrapped(e, strings.Join([]string{e.T(words.CompareYear), f.Rule, f.Facts}, "  "), w)...)
		}
		low = low[:min(len(low), max(3, h-5))]
	}
	rows := fit(e.Kit.Meter, strings.Join(s.list.Rows(w, h-len(low)), "\n"), w, h-len(low))
	return Frame{Body: strings.Join(append(rows, low...), "\n")}
}

// Keys of the list.
func (s *compare) Keys() []Action { return []Action{Show(words.KeyMove, "up", "down")} }

// Hint says what to ask.
func (s *compare) Hint() string { return s.env.T(words.CompareHint) }

// Title is the crumb.
func (s *compare) Title() string { return s.env.T(words.CompareTitle) }

// Place is the visit.
func (s *compare) Place() Place { return Place{Screen: "compare", Visit: s.visit} }

// Click selects a row.
func (s *compare) Click(x, y int) tea.Cmd {
	s.list.Click(x, y)
	return nil
}
