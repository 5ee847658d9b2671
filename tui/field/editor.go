package field

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Editor is a note: text of many paragraphs, wrapped to the width it is drawn in. One key costs work in proportion to
// the rows that are seen and the paragraph that is edited, not to the note.
type Editor struct {
	buffer
	wrap wrapped
	top  place // first visible row: a paragraph and the start of one of its rows
	goal int   // cell the cursor wants while it moves up and down, -1 for its own
	h    int   // rows drawn last, for PgUp and PgDn
}

// Editor makes an empty note.
func (k Kit) Editor() *Editor {
	e := &Editor{goal: -1, h: 10}
	e.init(k, false)
	e.wrap.fit(k.Meter, 76, 1)
	e.buffer.edited = func(par, off, gone, added, grown int) {
		e.wrap.edited(e.pars[par], par, off, gone, added, grown)
	}
	e.buffer.reset = func() { e.wrap.fit(e.wrap.m, 0, 0); e.top = place{} }
	return e
}

// Update handles keys, pastes and the clipboard.
func (e *Editor) Update(msg tea.Msg) Result {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch move := k.String(); strings.TrimPrefix(move, "shift+") {
		case "up":
			return e.vertical(-1, move != "up")
		case "down":
			return e.vertical(1, move != "down")
		case "pgup":
			return e.page(-1, move != "pgup")
		case "pgdown":
			return e.page(1, move != "pgdown")
		case "home":
			return e.move(e.rowEdge(false), move != "home")
		case "end":
			return e.move(e.rowEdge(true), move != "end")
		case "enter":
			e.goal = -1
			e.hist.seal()
			return Result{Used: true, Changed: e.put("\n", editOther)}
		}
	}
	r := e.update(msg)
	if r.Used {
		e.goal = -1
	}
	return r
}

func (e *Editor) move(to place, extend bool) Result {
	e.goal = -1
	return e.moveTo(to, extend)
}

// seat is the row the cursor is on: its number in the paragraph, start and end.
func (e *Editor) seat(p place) (row, from, to int) {
	e.wrap.fit(e.kit.Meter, max(e.wrap.w, minWrap), len(e.pars))
	rows := e.wrap.of(e.pars, p.par)
	for row = len(rows) - 1; row > 0 && rows[row] > p.off; row-- {
	}
	to = len(e.pars[p.par])
	if row+1 < len(rows) {
		to = rows[row+1]
	}
	return row, rows[row], to
}

// rowEdge is the start or the end of the cursor's row. The end of a wrapped row is before its last cluster's end,
// for behind it the cursor would stand on the next row.
func (e *Editor) rowEdge(end bool) place {
	_, from, to := e.seat(e.cur)
	if !end {
		return place{e.cur.par, from}
	}
	if to < len(e.pars[e.cur.par]) {
		return e.prev(place{e.cur.par, to})
	}
	return place{e.cur.par, to}
}

// cell is the column of a place on its row.
func (e *Editor) cell(p place) int {
	_, from, _ := e.seat(p)
	return e.kit.Meter.Width(e.pars[p.par][from:p.off])
}

// vertical moves the cursor one row; it is not used at the first and last row, so that a form may go on.
func (e *Editor) vertical(by int, extend bool) Result {
	if e.goal < 0 {
		e.goal = e.cell(e.cur)
	}
	to, ok := e.rowAway(e.cur, by)
	if !ok {
		return Result{Used: extend}
	}
	return e.moveTo(to, extend)
}

func (e *Editor) page(by int, extend bool) Result {
	if e.goal < 0 {
		e.goal = e.cell(e.cur)
	}
	to := e.cur
	for range max(1, e.h-1) {
		next, ok := e.rowAway(to, by)
		if !ok {
			break
		}
		to = next
	}
	return e.moveTo(to, extend)
}

// rowAway is the place one row up or down, at the cell the cursor wants.
func (e *Editor) rowAway(p place, by int) (place, bool) {
	_, from, to := e.seat(p)
	switch {
	case by < 0 && from > 0:
		p.off = from - 1
	case by < 0 && p.par > 0:
		p = place{p.par - 1, len(e.pars[p.par-1])}
	case by > 0 && to < len(e.pars[p.par]):
		p.off = to
	case by > 0 && p.par < len(e.pars)-1:
		p = place{p.par + 1, 0}
	default:
		return p, false
	}
	_, from, to = e.seat(p)
	return place{p.par, e.at(p.par, from, to, e.goal)}, true
}

// at is the offset on a row whose cell is nearest before the wanted one.
func (e *Editor) at(par, from, to, goal int) int {
	s, off, x := e.pars[par], from, 0
	for off < to {
		size, c := e.kit.Meter.next(s[off:])
		if x+c > goal || off+size == to && to < len(s) {
			break
		}
		off, x = off+size, x+c
	}
	return off
}

// Click puts the cursor at a cell of the last view.
func (e *Editor) Click(x, y int) {
	p := e.top
	for ; y > 0; y-- {
		next, ok := e.rowAway(p, 1)
		if !ok {
			break
		}
		p = next
	}
	_, from, to := e.seat(p)
	e.goal = -1
	e.moveTo(place{p.par, e.at(p.par, from, to, x)}, false)
}

// View draws the rows around the cursor. One column is kept free, so that the cursor behind a full row has a cell.
func (e *Editor) View(w, h int) (string, Point) {
	e.h = max(h, 1)
	e.wrap.fit(e.kit.Meter, max(w-1, minWrap), len(e.pars))
	e.scroll()
	var (
		b     strings.Builder
		point Point
		at    = e.top
	)
	_, seat, _ := e.seat(e.cur)
	for y := range e.h {
		_, from, to := e.seat(at)
		if y > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(e.draw(at.par, from, to))
		if at.par == e.cur.par && from == seat {
			point = Point{e.cell(e.cur), y}
		}
		if to < len(e.pars[at.par]) {
			at.off = to
		} else if at.par+1 < len(e.pars) {
			at = place{at.par + 1, 0}
		} else {
			break
		}
	}
	return b.String(), point
}

// scroll moves the window so that the cursor is in it.
func (e *Editor) scroll() {
	e.top.par = min(e.top.par, len(e.pars)-1)
	_, e.top.off, _ = e.seat(place{e.top.par, min(e.top.off, len(e.pars[e.top.par]))})
	_, seat, _ := e.seat(e.cur)
	want := place{e.cur.par, seat}
	if want.before(e.top) {
		e.top = want
		return
	}
	p := want
	for range e.h - 1 {
		if p == e.top {
			return
		}
		_, from, _ := e.seat(p)
		if from > 0 {
			_, from, _ = e.seat(place{p.par, from - 1})
			p.off = from
		} else if p.par > 0 {
			_, from, _ = e.seat(place{p.par - 1, len(e.pars[p.par-1])})
			p = place{p.par - 1, from}
		} else {
			break
		}
	}
	if e.top.before(p) {
		e.top = p
	}
}

// draw is one row with the selection in reverse.
func (e *Editor) draw(par, from, to int) string {
	return paint(e.pars[par], par, from, to, &e.buffer)
}

func paint(s string, par, from, to int, b *buffer) string {
	if !b.sel {
		return s[from:to]
	}
	lo, hi := b.selection()
	cut := func(p place) int {
		switch {
		case p.par < par:
			return from
		case p.par > par:
			return to
		}
		return min(max(p.off, from), to)
	}
	a, z := cut(lo), cut(hi)
	if a == z {
		return s[from:to]
	}
	return s[from:a] + reverse + s[a:z] + unreverse + s[z:to]
}
