package tui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// review is the last look before the team leaves: what is missing, with a way to each; the categories and the total;
// the warnings; and who has closed and signed. Scores are hidden until F9 asks for them.
type review struct {
	*bench
	sheets []*checklist.Sheet
	which  int // the sheet on show
	todos  []checklist.Todo
	res    *checklist.Result
	shown  bool
	list   *rowsPane // what is missing
	table  *rowsPane // categories and totals
	acts   *rowsPane // what can be done about it
	panes  *panes
	parts  []explainRow
	place  Place
	picked bool // the sheet was chosen by hand
	spots  areas
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
	r.sheets = nil
	for i := range r.doc.Sheets {
		r.sheets = append(r.sheets, &r.doc.Sheets[i])
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
	r.list.SetRows(len(r.todos), r.todoCells)
	r.parts = r.sums()
	r.table.SetRows(len(r.parts), r.sumCells)
	acts := r.actions()
	r.acts.SetRows(len(acts), func(i int) []string { return []string{acts[i].word, acts[i].note} })
}

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
	return []string{must, r.env.stepName(t.Step), r.say(t.Code, t.Args...)}
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
	if t.Code == "todo.indicator.na_pending" && r.leads() {
		return r.askApproval(r.sheet().Standings[t.Indicator])
	}
	return r.env.Go(r.placeOf(t))
}

// placeOf is where a to-do is settled.
func (r *review) placeOf(t checklist.Todo) Place {
	p := Place{Visit: r.visit, Record: t.Record}
	first := ""
	if len(t.Args) > 0 {
		first = fmt.Sprint(t.Args[0])
	}
	switch kind, _, _ := strings.Cut(strings.TrimPrefix(t.Code, "todo."), "."); kind {
	case "finding":
		p.Screen, p.Item = "finding", first
	case "claim":
		p.Screen, p.Item, p.Record = "claim", first, checklist.ID{}
	case "suggest":
		p.Screen, p.Item, p.Field = "score", t.Indicator, first
	case "indicator":
		p.Screen, p.Item, p.Record = "score", t.Indicator, checklist.ID{}
	case "material":
		p.Screen = "check"
	case "figures", "gap", "names":
		p.Screen, p.Field = "check", headPrefix+"roster_total"
	case "question":
		p.Screen = "question"
	case "interview":
		p.Screen = "talk"
	case "comment":
		p.Screen, p.Item = "score", t.Indicator
	default:
		if p.Screen = string(t.Step); t.Step == "" {
			p.Screen = "visit"
		}
	}
	return p
}

// sums are the rows of the table: the categories, then what they come to.
func (r *review) sums() []explainRow {
	e := r.env
	var rows []explainRow
	for i := range r.res.Categories {
		c := &r.res.Categories[i]
		score := e.amount(c.Score)
		if c.Dropped {
			score = e.T(words.StatusWords["na"])
		}
		rows = append(rows, explainRow{text: c.Category.ID + " " + e.name(c.Category.Name), points: score, about: c.Category.ID})
	}
	rows = append(rows,
		explainRow{e.T(words.BaseRow), e.amount(r.res.Base), aboutTotal},
		explainRow{e.T(words.BonusTitle), r.res.Bonus.String(), bonusTab},
		explainRow{e.T(words.TotalLine), e.amount(r.res.Total), aboutTotal},
		explainRow{e.T(words.GradeLine), r.grade(), aboutTotal})
	if r.res.Performance.Known {
		rows = append(rows, explainRow{e.T(words.PerformanceRow), r.res.Performance.Points.String(), aboutTotal})
	}
	return rows
}

// grade is the grade, and the one the total alone would give where something holds it down.
func (r *review) grade() string {
	g := r.res.Grade
	switch {
	case g.Grade == nil:
		return r.env.T(words.NotYet)
	case g.Held != nil:
		return r.env.T(words.HeldGrade, r.env.name(g.Grade.Name), r.env.name(g.Held.Name))
	}
	return r.env.name(g.Grade.Name)
}

func (r *review) sumCells(i int) []string {
	row := r.parts[i]
	points := row.points
	if !r.shown {
		points = r.env.T(words.HiddenCell)
	}
	if i >= len(r.res.Categories) {
		full := ""
		switch row.text {
		case r.env.T(words.BaseRow):
			full = r.scheme().Total.String()
		case r.env.T(words.BonusTitle):
			full = r.scheme().Scoring.BonusCap.String()
		case r.env.T(words.TotalLine):
			full = r.scheme().Scoring.TotalCap.String()
		}
		return []string{row.text, points, full}
	}
	c := &r.res.Categories[i]
	return []string{row.text, points, c.Category.Weight.String(), strconv.Itoa(c.Scored) + "/" + strconv.Itoa(c.Of),
		strconv.Itoa(r.foundIn(c))}
}

// foundIn counts the findings of a category that stand.
func (r *review) foundIn(c *checklist.CategoryScore) (n int) {
	for _, f := range r.sheet().Findings {
		if _, ind, ok := r.scheme().Rule(f.Rule); ok && f.Active() {
			if _, cat, _ := r.scheme().Indicator(ind.ID); cat == c.Category {
				n++
			}
		}
	}
	return n
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
