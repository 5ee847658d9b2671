package field

import (
	tea "charm.land/bubbletea/v2"
)

// Line is a one-line input that scrolls sideways. A pasted line end becomes a space and never submits.
type Line struct {
	buffer
	from int // byte offset of the first visible cluster
}

// Line makes an empty one-line input.
func (k Kit) Line() *Line {
	l := &Line{}
	l.init(k, true)
	l.buffer.reset = func() { l.from = 0 }
	return l
}

// Update handles keys, pastes and the clipboard. Up, down, Enter and Esc are left to the screen.
func (l *Line) Update(msg tea.Msg) Result {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "home", "shift+home":
			return l.moveTo(place{}, k.String() != "home")
		case "end", "shift+end":
			return l.moveTo(place{0, len(l.pars[0])}, k.String() != "end")
		}
	}
	return l.update(msg)
}

// View draws the part around the cursor. One column is kept free for the cursor behind the last character.
func (l *Line) View(w, _ int) (string, Point) {
	m, s, room := l.kit.Meter, l.pars[0], max(w-1, minWrap)
	l.from = l.snap(s, min(l.from, l.cur.off))
	for m.Width(s[l.from:l.cur.off]) > room {
		size, _ := m.next(s[l.from:])
		l.from += size
	}
	for l.from > 0 { // use the room that a deletion left at the right
		back := l.snap(s, l.from-1)
		if m.Width(s[back:]) > room {
			break
		}
		l.from = back
	}
	to, cells := l.from, 0
	for to < len(s) {
		size, c := m.next(s[to:])
		if cells+c > room {
			break
		}
		to, cells = to+size, cells+c
	}
	return paint(s, 0, l.from, to, &l.buffer), Point{X: m.Width(s[l.from:l.cur.off])}
}

// Click puts the cursor at a cell of the last view.
func (l *Line) Click(x, _ int) {
	off, s := l.from, l.pars[0]
	for cells := 0; off < len(s); {
		size, c := l.kit.Meter.next(s[off:])
		if cells+c > x {
			break
		}
		off, cells = off+size, cells+c
	}
	l.moveTo(place{0, off}, false)
}
