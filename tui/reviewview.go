package tui

import (
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Frame draws what is missing, the table, and what can be done; from 120 columns the first beside the others.
func (r *review) Frame(w, h int) Frame {
	e := r.env
	if r.doc == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	head := " " + e.Style.Title.Render(e.Cut(r.heading(), w-2))
	acts := min(r.acts.Shown(), 4)
	r.spots = r.spots[:0]
	if w >= wideWidth {
		const left = 62
		right := r.table.Rows(w-left-2, len(r.parts)+1)
		r.spots.add(r.list.List, 0, 2, left, h-2)
		r.spots.add(r.table.List, left+2, 2, w-left-2, len(right))
		right = append(right, "")
		right = append(right, r.signals(w-left-2, 8)...)
		right = append(right, "")
		right = append(right, r.people(w-left-2, 4)...)
		right = append(right, "")
		r.spots.add(r.acts.List, left+2, 2+len(right), w-left-2, 8)
		right = append(right, r.acts.Rows(w-left-2, 8)...)
		body := e.Panes(joinLines(r.list.Rows(left, h-2)), joinLines(right), left, w, h-2)
		return Frame{Body: head + "\n" + e.Rule(w) + "\n" + body}
	}
	room := h - 5 - acts
	upper, lower := r.share(room)
	var c canvas
	c.add(head)
	r.spots.add(r.list.List, 0, len(c.lines), w, upper)
	c.block(joinLines(r.list.Rows(w, upper)), nil, upper)
	c.add(e.Rule(w))
	r.spots.add(r.table.List, 0, len(c.lines), w, lower)
	c.block(joinLines(r.table.Rows(w, lower)), nil, lower)
	c.add(e.Rule(w))
	c.block(joinLines(r.signals(w, 1)), nil, 1)
	c.block(joinLines(r.people(w, 1)), nil, 1)
	r.spots.add(r.acts.List, 0, len(c.lines), w, acts)
	c.add(r.acts.Rows(w, acts)...)
	return c.frame()
}

// Click selects a row and gives its pane the focus.
func (r *review) Click(x, y int) tea.Cmd {
	hit := r.spots.click(x, y)
	for _, p := range []*rowsPane{r.list, r.table, r.acts} {
		if p.List == hit && hit != nil {
			return r.panes.show(p)
		}
	}
	return nil
}

// share divides the rows between what is missing and the table: who has the focus gets what it needs.
func (r *review) share(room int) (upper, lower int) {
	todos, sums := max(1, len(r.todos)), len(r.parts)+1
	if r.panes.is(r.table) {
		lower = min(sums, room-2)
		return room - lower, lower
	}
	upper = min(todos, room-4)
	if room-upper > sums {
		upper = room - sums
	}
	return upper, room - upper
}

// heading says in one line how the visit stands.
func (r *review) heading() string {
	e := r.env
	s := ""
	if len(r.sheets) > 1 || !r.own() {
		s = e.T(words.SheetOf, e.Clean(r.sheet().Person.Name)) + "　"
	}
	if n := len(r.doc.Signed); n > 0 {
		sig, word := r.doc.Signed[n-1], words.SignedBy
		if sig.Changed {
			word = words.ChangedSince
		}
		return s + e.T(word, e.Clean(sig.Name), sig.At)
	}
	switch n := r.blocking(); {
	case n > 0:
		return s + e.T(words.CannotSign, n, len(r.todos)-n)
	case len(r.todos) > 0:
		return s + e.T(words.MaySignBut, len(r.todos))
	}
	return s + e.T(words.MaySign)
}

// signals are the open warnings, the worst first, as the scheme declares them.
func (r *review) signals(w, h int) []string {
	e := r.env
	text := e.outcome(r.scheme(), r.res)
	switch {
	case !r.shown && (len(r.scheme().Warnings) > 0 || text != ""):
		return []string{" " + e.Style.Faint.Render(e.T(words.WarningsHidden))}
	case !r.shown:
		return nil
	}
	var parts []string
	if text != "" && bad(r.res) {
		parts = append(parts, text)
	}
	if earned := e.earnedOf(r.scheme(), r.res); earned != "" {
		parts = append(parts, earned)
	}
	for _, level := range []string{"red", "orange", "yellow"} {
		var names []string
		for _, x := range r.res.Warnings {
			if x.Def.Level == level {
				names = append(names, e.name(x.Def.Name)+e.readings(x))
			}
		}
		if len(names) > 0 {
			parts = append(parts, e.T(words.WarningLevel[level], len(names))+strings.Join(names, e.T(words.ListGap)))
		}
	}
	switch {
	case len(parts) == 0 && len(r.scheme().Warnings) > 0:
		return []string{" " + e.T(words.NoWarnings)}
	case len(parts) == 0:
		return nil
	}
	if g := r.res.Grade; g.Unsure {
		parts = append(parts, e.T(words.WarningsUnsure))
	}
	if h == 1 {
		return []string{" " + e.Style.Warn.Render(e.Cut(strings.Join(parts, "  "), w-2))}
	}
	var lines []string
	for _, p := range parts {
		for _, l := range e.Wrap(p, w-3) {
			lines = append(lines, " "+e.Style.Warn.Render(l))
		}
	}
	return lines[:min(len(lines), h)]
}

// readings are the numbers that opened a warning, by name where there are several.
func (e *Env) readings(x checklist.Warning) string {
	if len(x.Readings) == 1 {
		return " " + x.Readings[0].Text()
	}
	parts := make([]string, len(x.Readings))
	for i, r := range x.Readings {
		parts[i] = e.name(r.Name) + " " + r.Text()
	}
	if len(parts) == 0 {
		return ""
	}
	return e.T(words.WarningNumbers, strings.Join(parts, e.T(words.ListGap)))
}

// people tells who has closed a sheet and who has not.
func (r *review) people(w, h int) []string {
	e := r.env
	var parts []string
	for _, s := range r.sheets {
		word := words.SheetOpen
		if s.State == "closed" {
			word = words.SheetClosed
		}
		parts = append(parts, e.T(word, e.Clean(s.Person.Name)))
	}
	if r.doc.Hidden > 0 {
		parts = append(parts, e.T(words.SheetsHidden, r.doc.Hidden))
	}
	if len(r.away) > 0 {
		parts = append(parts, e.T(words.SignNoScheme, strings.Join(r.away, e.T(words.Comma))))
	}
	if n := len(r.doc.Contested); n > 0 {
		parts = append(parts, e.T(words.ContestedCount, n))
	}
	text := strings.Join(parts, e.T(words.ListGap))
	lines := e.Wrap(text, w-3)
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	return lines[:min(len(lines), h)]
}

// Keys are those of the pane with the focus, and what the page can do.
func (r *review) Keys() []Action {
	if r.doc == nil {
		return nil
	}
	scores := words.ShowScores
	if r.shown {
		scores = words.HideScores
	}
	keys := append(r.panes.cur().Keys(), Show(words.NextPane, "tab"), On(scores, r.toggleScores, "f9"), On(words.TreeKey, r.explain, "ctrl+e"))
	if len(r.sheets) > 1 {
		keys = append(keys, Show(words.OtherSheet, "left", "right"))
	}
	if len(r.doc.Sheets) > 1 && r.doc.Hidden == 0 {
		keys = slices.Insert(keys, len(r.panes.cur().Keys()), On(words.ReviewTogether, r.together, "f4", "ctrl+t"))
	}
	for _, a := range r.actions() {
		keys = append(keys, Action{Name: a.name, Args: a.args, Do: a.do, Off: a.off, Hide: true})
	}
	return append(append(keys, r.otherSteps()...), r.env.previewKeys(r.visit, "fact-sheet")...)
}

// otherSteps are F5 to F8: F9 shows scores here, as on the score page.
func (r *review) otherSteps() []Action {
	return stepKeys(r.env, r.visit, checklist.StepScore, r.env.deep(r.visit))
}

func (r *review) toggleScores() tea.Cmd {
	r.shown = !r.shown
	return nil
}

// explain opens the arithmetic at the selected row of the table.
func (r *review) explain() tea.Cmd {
	p := Place{Screen: "explain", Visit: r.visit, Item: aboutTotal, Record: r.sheet().Person.ID}
	if i := r.table.Selected(); i >= 0 && r.panes.is(r.table) {
		p.Item = r.parts[i].about
	}
	return r.env.Go(p)
}

func (r *review) todoKeys() []Action {
	there := On(words.GoThere, r.goThere, "enter")
	if i := r.list.Selected(); i >= 0 && !r.own() && r.todos[i].Step == checklist.StepScore &&
		!(r.todos[i].Code == "todo.indicator.na_pending" && r.doc.MayRule(r.categoryOf(r.sheet(), r.todos[i].Indicator)) == nil) {
		there = there.OffIf(r.env.T(words.NotYourSheet, r.sheet().Person.Name))
	}
	return []Action{Show(words.KeyMove, "up", "down"), there}
}

func (r *review) tableKeys() []Action {
	open := On(words.ExplainKey, r.explain, "enter")
	if !r.shown {
		open = open.OffIf(r.env.T(words.HiddenRow))
	}
	return []Action{Show(words.KeyMove, "up", "down"), open}
}

func (r *review) actKeys() []Action {
	acts, i := r.actions(), r.acts.Selected()
	if i < 0 || i >= len(acts) {
		return nil
	}
	return []Action{Show(words.KeyMove, "up", "down"), {Keys: []string{"enter"}, Name: acts[i].name, Args: acts[i].args, Do: acts[i].do, Off: acts[i].off}}
}
