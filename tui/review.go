package tui

import (
	"slices"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// review is the last look before the team leaves: what is missing, with a way to each; the categories and the total;
// the warnings; and who has closed and signed. Scores are hidden until F9 asks for them.
type review struct {
	*bench
	sheets    []*checklist.Sheet
	which     int // the sheet on show
	todos     []checklist.Todo
	res       *checklist.Result
	shown     bool
	list      *rowsPane // what is missing
	table     *rowsPane // categories and totals
	acts      *rowsPane // what can be done about it
	panes     *panes
	parts     []sumRow
	away      []string // whose sheets cannot be shown: what they are scored under has not arrived
	place     Place
	picked    bool // the sheet was chosen by hand
	undecided int  // differences between the sheets that wait for a ruling
	spots     areas
}

func init() {
	addScreen("review", func(e *Env, p Place) Screen {
		r := newReview(e, p.Visit)
		r.place = p
		r.panes.seek(p.Field, p.Offset)
		return r
	})
}

// newReview opens the review of a visit.
func newReview(e *Env, visit checklist.ID) *review {
	r := &review{bench: newBench(e, visit)}
	todo := NewList(e, Column{}, Column{}, Column{Grow: true})
	todo.NoTitles, todo.Empty = true, e.T(words.NothingMissing)
	r.list = &rowsPane{List: todo, name: "todos", keys: r.todoKeys}
	sums := NewList(e, Column{Title: e.T(words.CategoryCol), Grow: true}, Column{Title: e.T(words.ScoreCol), Right: true, Min: 10},
		Column{Title: e.T(words.FullCol), Right: true, Min: 6}, Column{Title: e.T(words.DoneCol), Right: true, Min: 6},
		Column{Title: e.T(words.FoundCol), Right: true, Min: 4})
	r.table = &rowsPane{List: sums, name: "table", keys: r.tableKeys}
	doing := NewList(e, Column{}, Column{Grow: true})
	doing.NoTitles = true
	r.acts = &rowsPane{List: doing, name: "acts", keys: r.actKeys}
	r.panes = newPanes(Place{}, r.list, r.table, r.acts)
	r.follow()
	return r
}

// follow takes what the book says.
func (r *review) follow() {
	if r.doc == nil {
		return
	}
	r.sheets, r.away = nil, nil
	for i := range r.doc.Sheets {
		if s := &r.doc.Sheets[i]; r.known(s) {
			r.sheets = append(r.sheets, s)
		} else {
			r.away = append(r.away, r.env.Clean(s.Person.Name))
		}
	}
	if len(r.sheets) == 0 {
		r.sheets = []*checklist.Sheet{r.doc.Own()}
	}
	r.which = min(r.which, len(r.sheets)-1)
	if !r.picked {
		r.which = r.fullest()
	}
	s := r.sheet()
	r.todos = checklist.Missing(r.scheme(), &r.doc.Visit, s)
	slices.SortStableFunc(r.todos, func(a, b checklist.Todo) int { return urgency(a) - urgency(b) })
	res := checklist.Score(r.scheme(), checklist.InputOf(r.scheme(), &r.doc.Visit, s))
	r.res = &res
	agreed := r.doc.Agreed(r.bench.scheme())
	r.undecided = len(agreed.Open())
	r.list.SetRows(len(r.todos), r.todoCells)
	r.parts = r.sums()
	r.table.SetRows(len(r.parts), r.sumCells)
	acts := r.actions()
	r.acts.SetRows(len(acts), func(i int) []string { return []string{acts[i].word, acts[i].note} })
}

// known tells whether what a sheet is scored under has been read.
func (r *review) known(s *checklist.Sheet) bool {
	return s.Scheme == "" || s.Scheme == r.doc.SchemeHash || r.env.schemes[s.Scheme] != nil
}

// under is what a sheet is scored under: each evaluator's may be another version.
func (r *review) under(s *checklist.Sheet) *checklist.Scheme {
	if s.Scheme == "" {
		return r.bench.scheme()
	}
	return r.env.schemeBy(s.Scheme)
}

// scheme is what the sheet on show is scored under.
func (r *review) scheme() *checklist.Scheme { return r.under(r.sheet()) }

// urgency puts what stands against a signature first.
func urgency(t checklist.Todo) int {
	if t.BlocksSigning {
		return 0
	}
	return 1
}

// fullest is the sheet to begin with: the own one, or where that is empty the one with the most verdicts.
func (r *review) fullest() int {
	best := 0
	for i, s := range r.sheets {
		if len(s.Standings) > 0 && len(r.sheets[best].Standings) == 0 {
			best = i
		}
	}
	return best
}

// sheet is the sheet on show.
func (r *review) sheet() *checklist.Sheet { return r.sheets[r.which] }

// own tells whether the sheet on show is the viewer's.
func (r *review) own() bool { return r.sheet().Person.ID == r.env.Me.ID }

func (r *review) todoCells(i int) []string {
	t := r.todos[i]
	must := ""
	if t.BlocksSigning {
		must = r.env.T(words.MustMark)
	}
	return []string{must, r.env.stepName(r.scheme(), t.Step), r.say(t.Code, t.Args...)}
}

// blocking counts what stands against a signature.
func (r *review) blocking() (n int) {
	for _, t := range r.todos {
		if t.BlocksSigning {
			n++
		}
	}
	return n
}

// goThere opens the place where a to-do is settled.
func (r *review) goThere() tea.Cmd {
	i := r.list.Selected()
	if i < 0 {
		return nil
	}
	t := r.todos[i]
	if t.Code == "todo.indicator.na_pending" && r.doc.MayRule(r.categoryOf(r.sheet(), t.Indicator)) == nil {
		return r.askApproval(r.sheet(), r.sheet().Standings[t.Indicator])
	}
	return r.env.goTodo(r.scheme(), r.doc, t, nil)
}

// Open reads the visit.
func (r *review) Open() tea.Cmd { return r.open() }

// Update moves and follows the book.
func (r *review) Update(msg tea.Msg) tea.Cmd {
	if r.update(msg) {
		r.follow()
		return nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && r.doc != nil && len(r.sheets) > 1 {
		switch k.String() {
		case "left":
			return r.turn(-1)
		case "right":
			return r.turn(1)
		}
	}
	if r.doc == nil {
		return nil
	}
	return r.panes.Update(msg)
}

// turn shows another evaluator's sheet.
func (r *review) turn(by int) tea.Cmd {
	r.which, r.picked = (r.which+by+len(r.sheets))%len(r.sheets), true
	r.follow()
	return nil
}

// ScoresShown tells the header.
func (r *review) ScoresShown() bool { return r.shown }

// Place remembers the pane.
func (r *review) Place() Place { return r.panes.place(Place{Screen: "review", Visit: r.visit}) }

// Title is the crumb.
func (r *review) Title() string { return r.env.T(words.ReviewTitle) }

// Hint says what a signature needs.
func (r *review) Hint() string {
	if r.doc == nil {
		return ""
	}
	if why := r.noSign(); why != "" && r.leads() {
		return why
	}
	return r.env.T(words.ReviewHint)
}
