package tui

import (
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// picker lies over a screen and lets one or several things be chosen; typing filters. Esc closes it.
type picker struct {
	env    *Env
	title  string
	list   *List
	rows   []pickRow
	many   bool // Enter ticks, and Tab is done
	done   func(chosen []pickRow) tea.Cmd
	chosen map[int]bool
}

// pickRow is one thing to choose: what kind of thing it is, its id or record, and its words.
type pickRow struct {
	kind   store.Kind // "" for an indicator
	id     string     // of an indicator
	record checklist.ID
	word   string // what kind of thing, for people
	text   string
	state  string // shown instead of the id, where the id is the program's own
	at     int    // the caller's own number
}

func newPicker(e *Env, title string, rows []pickRow, done func([]pickRow) tea.Cmd) *picker {
	p := &picker{env: e, title: title, rows: rows, done: done, chosen: map[int]bool{}}
	p.list = NewList(e, Column{}, Column{Max: 12}, Column{Grow: true})
	p.list.Filter, p.list.Empty = true, e.T(words.PickNone)
	p.list.SetRows(len(rows), func(i int) []string {
		mark := ""
		if p.many {
			mark = e.mark(p.chosen[i])
		}
		id := rows[i].id
		if rows[i].state != "" {
			id = rows[i].state
		}
		return []string{mark + rows[i].word, id, rows[i].text}
	})
	p.list.Match = func(i int, q string) bool {
		all := strings.ToLower(rows[i].word + " " + rows[i].id + " " + rows[i].text)
		return strings.Contains(all, q) || strings.Contains(initials(rows[i].text), q)
	}
	return p
}

// several makes it a choice of any number, of which some are chosen already.
func (p *picker) several(chosen func(pickRow) bool) *picker {
	p.many = true
	for i, r := range p.rows {
		p.chosen[i] = chosen(r)
	}
	return p
}

// mark is a tick box.
func (e *Env) mark(on bool) string {
	if on {
		return "[x] "
	}
	return "[ ] "
}

// tick changes the selected row of a choice of several.
func (p *picker) tick() tea.Cmd {
	if i := p.list.Selected(); i >= 0 {
		p.chosen[i] = !p.chosen[i]
	}
	return nil
}

// result is what was chosen, in the order of the rows.
func (p *picker) result() []pickRow {
	if !p.many {
		if i := p.list.Selected(); i >= 0 {
			return p.rows[i : i+1]
		}
		return nil
	}
	var out []pickRow
	for i, r := range p.rows {
		if p.chosen[i] {
			out = append(out, r)
		}
	}
	return out
}

// keys are the keys while the picker is open; closed is called when it is done with.
func (p *picker) keys(closed func()) []Action {
	end := func() tea.Cmd {
		chosen := p.result()
		closed()
		if len(chosen) == 0 && !p.many {
			return nil
		}
		return p.done(chosen)
	}
	cancel := On(words.Cancel, func() tea.Cmd {
		closed()
		return nil
	}, "esc")
	if p.many {
		return []Action{On(words.PickTick, p.tick, "enter"), On(words.PickDone, end, "tab"), Show(words.KeyMove, "up", "down"), cancel}
	}
	return []Action{On(words.KeyConfirm, end, "enter"), Show(words.KeyMove, "up", "down"), cancel}
}

func (p *picker) frame(w, h int) Frame {
	var c canvas
	c.add(" "+p.env.Style.Title.Render(p.env.Cut(p.title, w-2)), p.env.Rule(w))
	text, cursor := p.list.View(w, h-2)
	c.block(text, cursor, h-2)
	return c.frame()
}

// picking is the part of a screen that may have a picker over it.
type picking struct{ pick *picker }

func (p *picking) open(k *picker) tea.Cmd {
	p.pick = k
	return nil
}

func (p *picking) close() { p.pick = nil }

// hintOr is the hint while the picker is open, else the screen's own.
func (p *picking) hintOr(e *Env, own func() string) string {
	if p.pick != nil {
		return e.T(words.PickHint)
	}
	return own()
}

// indicatorRows are the indicators that apply to the visit's unit.
func (e *Env) indicatorRows(d *store.Doc) []pickRow {
	if d == nil {
		return nil
	}
	var rows []pickRow
	for _, ind := range e.SchemeOf(d).Indicators(d.Unit.Kind) {
		rows = append(rows, pickRow{id: ind.ID, word: e.T(words.PickIndicator), text: ind.Name.In(string(e.Lang))})
	}
	return rows
}

// questionRows are the questions of the visit that are not dropped, the open ones first.
func (e *Env) questionRows(d *store.Doc) []pickRow {
	if d == nil {
		return nil
	}
	var rows []pickRow
	for i, q := range d.Questions {
		if q.Status != "dropped" {
			rows = append(rows, pickRow{kind: store.KindQuestion, id: e.T(words.QuestionNo, i+1), record: q.ID, word: e.T(words.PickQuestion), text: q.Text})
		}
	}
	slices.SortStableFunc(rows, func(a, b pickRow) int { return rank(d, a.record) - rank(d, b.record) })
	return rows
}

// rank puts open questions before settled ones.
func rank(d *store.Doc, question checklist.ID) int {
	for _, q := range d.Questions {
		if q.ID == question && q.Status != "" {
			return 1
		}
	}
	return 0
}

// findingRows are the viewer's own findings that stand.
func (e *Env) findingRows(d *store.Doc) []pickRow {
	if d == nil {
		return nil
	}
	var rows []pickRow
	for _, f := range d.Own().Findings {
		if f.Active() {
			rows = append(rows, pickRow{kind: store.KindFinding, id: f.Rule, record: f.ID, word: e.T(words.PickFinding), text: f.Facts})
		}
	}
	return rows
}
