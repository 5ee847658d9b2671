package tui

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// headcount is the table of numbers in three columns, with what follows from them. What is typed in a cell counts in
// the table at once; it becomes a change when the cell is left. Suggestions stand below and are never applied by
// themselves.
type headcount struct {
	*bench
	lines  []headLine
	at     int
	col    int // in headColumns
	top    int
	input  field.Input
	typing bool
	shown  []bundle.Ref      // of the cell, when typing began
	asked  map[regKey]string // numbers asked for and not yet read back
	idle   bool
	filled bool
	name   int // cells of the names and of the remarks in the last view
	note   int
}

// headColumns are the columns that can be typed in and, between them, the ledger's, which is the office's.
var headColumns = []checklist.Column{checklist.Declared, checklist.Office, checklist.Verified}

// headLine is a row of the table: a figure, a number of the roster's check by name, a derived number, or a suggestion.
type headLine struct {
	id      string
	name    string
	cells   map[checklist.Column]string
	note    string
	derived bool
	byName  string // the register of the check by name
	suggest *checklist.Suggestion
}

func newHeadcount(b *bench) *headcount {
	return &headcount{bench: b, col: 2, asked: map[regKey]string{}, input: b.env.Kit.Number(), idle: true}
}

// visitNow is the visit with the numbers that are typed or being written.
func (t *headcount) visitNow() *checklist.Visit {
	v := t.doc.Visit
	v.Figures = maps.Clone(v.Figures)
	if v.Figures == nil {
		v.Figures = map[string]map[checklist.Column]int64{}
	}
	put := func(key regKey, text string) {
		var f checklist.Figure
		switch {
		case key.kind == store.KindCheck:
			n, err := strconv.ParseInt(text, 10, 64)
			p := &n
			if err != nil {
				p = nil
			}
			if key.field == "name_checked" {
				v.Check.NameChecked = p
			} else {
				v.Check.NameMissing = p
			}
		case json.Unmarshal([]byte(text), &f) == nil:
			v.Figures[f.Figure] = maps.Clone(v.Figures[f.Figure])
			if v.Figures[f.Figure] == nil {
				v.Figures[f.Figure] = map[checklist.Column]int64{}
			}
			v.Figures[f.Figure][f.Column] = f.N
		}
	}
	for key, text := range t.asked {
		put(key, text)
	}
	if t.typing && t.at < len(t.lines) {
		if key, text, err := t.edit(); err == nil {
			put(key, text)
		}
	}
	return &v
}

// follow works the table out anew.
func (t *headcount) follow() {
	v := t.visitNow()
	t.lines = t.lines[:0]
	var derived []headLine
	for _, r := range checklist.Headcount(t.scheme(), v) {
		l := headLine{id: r.ID, name: t.env.name(r.Name), derived: r.Derived, cells: map[checklist.Column]string{}}
		for col, n := range r.Cells {
			l.cells[col] = numberCell(n)
		}
		var notes []string
		for _, n := range r.Notes {
			notes = append(notes, t.say(n.Code, n.Args...))
		}
		l.note = strings.Join(notes, t.env.T(words.ListGap))
		if r.Derived {
			derived = append(derived, l)
			continue
		}
		t.lines = append(t.lines, l)
		if r.ID == "roster_total" {
			t.lines = append(t.lines, t.byName("name_checked", words.NameChecked, v.Check.NameChecked),
				t.byName("name_missing", words.NameMissing, v.Check.NameMissing))
		}
	}
	t.lines = append(t.lines, derived...)
	for _, x := range checklist.Suggest(t.scheme(), v, t.sheet) {
		if r, _, ok := t.scheme().Rule(x.Rule); ok && r.Suggest != "" {
			t.lines = append(t.lines, headLine{id: x.Rule, name: t.env.T(words.SuggestRow, t.basis(x)), suggest: &x, derived: true})
		}
	}
	t.at = max(0, min(t.at, len(t.lines)-1))
	t.recover()
}

func (t *headcount) byName(reg string, name words.Text, n *int64) headLine {
	l := headLine{id: reg, name: t.env.T(name), byName: reg, cells: map[checklist.Column]string{}}
	if n != nil {
		l.cells[checklist.Verified] = strconv.FormatInt(*n, 10)
	}
	return l
}

func numberCell(n checklist.Number) string {
	switch {
	case n.Known:
		return strconv.FormatInt(n.N, 10)
	case n.AtLeast && n.N > 0:
		return ">=" + strconv.FormatInt(n.N, 10)
	}
	return ""
}

// key is the register of the selected cell.
func (t *headcount) key() regKey {
	l := t.lines[t.at]
	if l.byName != "" {
		return keyOf(checklist.StepID(t.visit, checklist.StepCheck), store.KindCheck, l.byName)
	}
	return keyOf(checklist.FigureID(t.visit, l.id, headColumns[t.col]), store.KindFigure, "body")
}

// edit is the register of the selected cell and what is typed for it.
func (t *headcount) edit() (regKey, string, error) {
	key := t.key()
	text, err := t.input.Parse()
	if err != nil || text == "" || key.kind == store.KindCheck {
		return key, text, err
	}
	n, err := strconv.ParseInt(text, 10, 64)
	return key, bodyText(checklist.Figure{Figure: t.lines[t.at].id, Column: headColumns[t.col], N: n}), err
}

// fixed says why the selected cell cannot be typed in, "" when it can.
func (t *headcount) fixed() string {
	l := t.lines[t.at]
	switch {
	case l.suggest != nil:
		return t.env.T(words.SuggestFixed)
	case l.derived:
		return t.env.T(words.DerivedFixed)
	case headColumns[t.col] == checklist.Office:
		return t.env.T(words.OfficeFixed)
	case l.byName != "" && headColumns[t.col] != checklist.Verified:
		return t.env.T(words.NameFixed)
	}
	return ""
}

// suggestion is what = would adopt on the selected row: the suggestion itself, or the one its number leads to.
func (t *headcount) suggestion() (checklist.Suggestion, bool) {
	if t.at >= len(t.lines) {
		return checklist.Suggestion{}, false
	}
	here := t.lines[t.at]
	if here.suggest != nil {
		return *here.suggest, true
	}
	for _, l := range t.lines {
		if l.suggest != nil {
			if r, _, ok := t.scheme().Rule(l.suggest.Rule); ok && t.leads(here.id, r.Suggest, 0) {
				return *l.suggest, true
			}
		}
	}
	return checklist.Suggestion{}, false
}

// leads tells whether a number is, or is part of, another.
func (t *headcount) leads(id, number string, depth int) bool {
	if id == number {
		return true
	}
	f, ok := t.scheme().Formula(number)
	if !ok || depth > 8 {
		return false
	}
	return slices.ContainsFunc(append(slices.Clone(f.Plus), f.Minus...), func(term string) bool { return t.leads(id, term, depth+1) })
}

func (t *headcount) adoptHere() tea.Cmd {
	cmd := t.commit()
	x, _ := t.suggestion()
	return tea.Batch(cmd, t.adopt(x))
}
