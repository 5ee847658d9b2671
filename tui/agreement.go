package tui

import (
	"context"
	"strconv"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("agreement", newAgreement)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.AgreeJump, func() tea.Cmd { return e.Go(Place{Screen: "agreement"}) })}
	})
}

// agreement shows how far the evaluators agree: by pair, person, team, method and indicator, one table at a time; who
// stands out and which indicator is agreed on least stand above, or that there is too little to say so.
type agreement struct {
	env    *Env
	list   *List
	got    *checklist.Agreement
	scheme *checklist.Scheme
	table  int
}

type agreementMsg struct {
	got    *checklist.Agreement
	scheme *checklist.Scheme
}

// agreementTables are the tables in the order in which they are turned.
var agreementTables = []words.Text{words.AgreePairs, words.AgreePeople, words.AgreeTeams, words.AgreeMethods, words.AgreeIndicators}

func newAgreement(e *Env, p Place) Screen {
	s := &agreement{env: e}
	if n, err := strconv.Atoi(p.Item); err == nil && n > 0 && n < len(agreementTables) {
		s.table = n
	}
	s.head()
	return s
}

// head makes the list for the table that shows.
func (s *agreement) head() {
	e := s.env
	columns := []Column{{Title: e.T(agreementTables[s.table]), Grow: true}, {Title: e.T(words.AgreeItems), Right: true}}
	titles := []words.Text{words.AgreePercent, words.AgreeLinear, words.AgreeAlpha, words.AgreeICC}
	if agreementTables[s.table] == words.AgreePeople {
		titles = []words.Text{words.AgreeApart, words.AgreeMore}
	}
	for _, t := range titles {
		columns = append(columns, Column{Title: e.T(t), Right: true, Max: 14})
	}
	s.list = NewList(e, columns...)
	s.list.Empty = e.T(words.AgreeNothing)
}

// Open reads the closed sheets.
func (s *agreement) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		sheets, err := b.ClosedSheets(ctx)
		if err != nil {
			return nil, err
		}
		scheme, err := b.Scheme(ctx)
		got := checklist.AgreementOf(sheets)
		return agreementMsg{&got, scheme}, err
	})
}

// Update takes the figures, and moves.
func (s *agreement) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(agreementMsg); ok {
		s.got, s.scheme = m.got, m.scheme
		s.fill()
		return nil
	}
	return s.list.Update(msg)
}

func (s *agreement) groups() []checklist.GroupAgreement {
	switch agreementTables[s.table] {
	case words.AgreePairs:
		return s.got.Pairs
	case words.AgreeTeams:
		return s.got.Teams
	case words.AgreeMethods:
		return s.got.Methods
	}
	return s.got.Indicators
}

func (s *agreement) fill() {
	if agreementTables[s.table] == words.AgreePeople {
		s.list.SetRows(len(s.got.Raters), func(i int) []string {
			r := s.got.Raters[i]
			name := s.env.personName(r.Person)
			if r.Outlies {
				name += " !"
			}
			return []string{name, strconv.Itoa(r.Items), twoPlaces(r.Apart), twoPlaces(r.More)}
		})
		return
	}
	groups := s.groups()
	s.list.SetRows(len(groups), func(i int) []string {
		g := groups[i]
		kappa := "--"
		if g.Pair[0].Name != "" {
			kappa = s.cell(g.Kappa)
		}
		return []string{s.name(g), strconv.Itoa(g.Items), s.cell(g.Percent), kappa, s.cell(g.Alpha[2]), s.cell(g.ICC.Two)}
	})
}

func twoPlaces(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }

func (s *agreement) name(g checklist.GroupAgreement) string {
	e := s.env
	switch m, ok := s.scheme.Method(checklist.Step(g.ID)); {
	case g.Pair[0].Name != "":
		return e.T(words.AgreeAnd, e.personName(g.Pair[0]), e.personName(g.Pair[1]))
	case g.Name != (checklist.Text{}):
		return g.ID + " " + e.name(g.Name)
	case ok:
		return e.name(m.Name)
	}
	return e.Clean(g.ID)
}

// stat is a coefficient with three decimals, or why there is none; a star where it rests on little.
func (s *agreement) stat(x checklist.Stat) string {
	switch {
	case !x.Known:
		return s.env.Say(x.Why)
	case x.N < checklist.FewUnits:
		return strconv.FormatFloat(x.Value, 'f', 3, 64) + "*"
	}
	return strconv.FormatFloat(x.Value, 'f', 3, 64)
}

// cell is a coefficient for the table, where there is no room for why there is none.
func (s *agreement) cell(x checklist.Stat) string {
	if !x.Known {
		return "--"
	}
	return s.stat(x)
}

// turn shows the next table.
func (s *agreement) turn() tea.Cmd {
	s.table = (s.table + 1) % len(agreementTables)
	s.head()
	s.fill()
	return nil
}

// details tells all figures of the selected group.
func (s *agreement) details() tea.Cmd {
	i := s.list.Selected()
	if i < 0 || agreementTables[s.table] == words.AgreePeople {
		return nil
	}
	g := s.groups()[i]
	text := s.name(g)
	figures := []checklist.Stat{g.Percent, g.Kappa, g.Alpha[0], g.Alpha[1], g.Alpha[2], g.Alpha[3], g.Fleiss,
		g.ICC.One, g.ICC.Two, g.ICC.Three, g.ICC.OneK, g.ICC.TwoK, g.ICC.ThreeK}
	for k, code := range []string{"percent", "linear", "agree.nominal", "agree.ordinal", "agree.interval", "agree.ratio", "agree.fleiss",
		"agree.icc11", "agree.icc21", "agree.icc31", "agree.icc1k", "agree.icc2k", "agree.icc3k"} {
		if k != 1 || g.Pair[0].Name != "" {
			text += "\n" + s.env.Say(code) + "  " + s.stat(figures[k])
		}
	}
	return s.env.Ask(text)
}

// Frame draws what stands out and the table.
func (s *agreement) Frame(w, h int) Frame {
	e := s.env
	if s.got == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	var lines []string
	if s.got.Visits > 0 {
		for _, said := range s.said() {
			for _, l := range e.Wrap(said, w-2) {
				lines = append(lines, " "+l)
			}
		}
		lines = append(lines, e.Rule(w))
	}
	return Frame{Body: joinLines(append(lines, s.list.Rows(w, h-len(lines))...))}
}

// said are the sentences above the table.
func (s *agreement) said() []string {
	e := s.env
	said := []string{e.T(words.AgreeBook, s.got.Visits, s.got.All.Items), e.T(words.AgreeNoOutlier), e.T(words.AgreeNoWorst, checklist.FewUnits)}
	if r, ok := s.got.Outlier(); ok {
		said[1] = e.T(words.AgreeOutlier, e.personName(r.Person), twoPlaces(r.Apart), twoPlaces(r.More), r.Items)
	}
	if g, ok := s.got.Worst(); ok {
		said[2] = e.T(words.AgreeWorst, s.name(g), strconv.FormatFloat(100*g.Percent.Value, 'f', 0, 64), g.Items)
	}
	return said
}

// Keys of the table.
func (s *agreement) Keys() []Action {
	none := ""
	if s.got == nil || s.got.Visits == 0 {
		none = s.env.T(words.AgreeNothing)
	}
	return []Action{On(words.AgreeNext, s.turn, "f5", "ctrl+t").OffIf(none), On(words.AgreeDetails, s.details, "enter").OffIf(none), Show(words.KeyMove, "up", "down")}
}

// Hint explains the star.
func (s *agreement) Hint() string { return s.env.T(words.AgreeStar, checklist.FewUnits) }

// Title is the crumb.
func (s *agreement) Title() string { return s.env.T(words.AgreeTitle) }

// Place is how to come back.
func (s *agreement) Place() Place { return Place{Screen: "agreement", Item: strconv.Itoa(s.table)} }

// Click selects a row.
func (s *agreement) Click(x, y int) tea.Cmd {
	s.list.Click(x, y)
	return nil
}
