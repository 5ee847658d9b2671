package field

import (
	"slices"
	"strings"
)

// buffer is text with a cursor, a selection and undo. It is the part that the editor and the one-line input share.
type buffer struct {
	kit    Kit
	single bool // one line: a line end becomes a space
	pars   []string
	cur    place
	anchor place // other end of the selection, while selecting
	sel    bool
	hist   history
	edited func(par, from, gone, added, newPars int) // told of every edit, for the wrap cache; may be nil
	reset  func()                                    // told when the whole text is another; may be nil
}

func (b *buffer) init(kit Kit, single bool) {
	b.kit, b.single, b.pars = kit, single, []string{""}
}

// Value is the whole text.
func (b *buffer) Value() string { return strings.Join(b.pars, "\n") }

// Parse is the text itself: any text may be kept.
func (b *buffer) Parse() (string, error) { return b.Value(), nil }

// SetValue replaces the text and forgets undo; the cursor goes to the end.
func (b *buffer) SetValue(s string) {
	b.load(strings.Split(b.clean(s), "\n"))
	b.hist = history{}
	b.cur = place{len(b.pars) - 1, len(b.pars[len(b.pars)-1])}
}

// Reseed replaces the text as an edit that undo takes back: a draft found again over the saved value.
func (b *buffer) Reseed(s string, offset int) {
	if s = b.clean(s); s != b.Value() {
		b.hist.note(editOther, b.snapshot)
		b.hist.seal()
		b.load(strings.Split(s, "\n"))
	}
	b.SetOffset(offset)
}

func (b *buffer) clean(s string) string {
	if b.single {
		return CleanLine(s)
	}
	return Clean(s)
}

func (b *buffer) load(pars []string) {
	b.pars, b.sel = pars, false
	if b.reset != nil {
		b.reset()
	}
}

// Offset is the cursor as a byte offset in Value.
func (b *buffer) Offset() int {
	n := b.cur.off
	for _, p := range b.pars[:b.cur.par] {
		n += len(p) + 1
	}
	return n
}

// SetOffset puts the cursor at a byte offset in Value, or the cluster boundary before it.
func (b *buffer) SetOffset(n int) {
	b.sel = false
	b.hist.seal()
	for i, p := range b.pars {
		if n <= len(p) || i == len(b.pars)-1 {
			b.cur = place{i, b.snap(p, min(max(n, 0), len(p)))}
			return
		}
		n -= len(p) + 1
	}
}

// Insert puts text at the cursor, in place of the selection, as one step of undo.
func (b *buffer) Insert(s string) {
	b.hist.seal()
	b.put(s, editOther)
	b.hist.seal()
}

// put inserts text as an edit of kind k.
func (b *buffer) put(s string, k editKind) bool {
	s = b.clean(s)
	if s == "" && !b.sel {
		return false
	}
	if b.sel {
		k = editOther
	}
	b.hist.note(k, b.snapshot)
	if b.sel {
		b.cutOut(b.selection())
	}
	lines := strings.Split(s, "\n")
	p, off := b.pars[b.cur.par], b.cur.off
	head, rest := p[:off], p[off:]
	last := len(lines) - 1
	at := b.cur.par
	fresh := slices.Clone(lines)
	fresh[0] = head + fresh[0]
	end := len(fresh[last])
	fresh[last] += rest
	b.splice(at, at+1, fresh, off, 0, len(s))
	b.cur = place{at + last, b.snap(b.pars[at+last], end)}
	if b.cur.off < end { // typed mark joined what follows: stand behind the whole
		b.cur.off = b.after(b.pars[at+last], end-1)
	}
	return true
}

// splice replaces paragraphs from..to. Edits inside one paragraph tell the wrap cache where.
func (b *buffer) splice(from, to int, with []string, off, gone, added int) {
	if len(with) == to-from && to-from == 1 {
		pars := b.pars
		if b.shared() {
			pars = slices.Clone(pars)
		}
		pars[from] = with[0]
		b.pars = pars
	} else {
		b.pars = slices.Concat(b.pars[:from], with, b.pars[to:])
	}
	if b.edited != nil {
		b.edited(from, off, gone, added, len(with)-(to-from))
	}
}

// shared tells whether the newest snapshot still holds the same slice of paragraphs.
func (b *buffer) shared() bool {
	n := len(b.hist.back)
	return n > 0 && len(b.hist.back[n-1].pars) > 0 && &b.hist.back[n-1].pars[0] == &b.pars[0]
}

// selection is the selected range in order; empty when nothing is selected.
func (b *buffer) selection() (from, to place) {
	if !b.sel {
		return b.cur, b.cur
	}
	if b.anchor.before(b.cur) {
		return b.anchor, b.cur
	}
	return b.cur, b.anchor
}

// Selected is the selected text.
func (b *buffer) Selected() string {
	from, to := b.selection()
	if from.par == to.par {
		return b.pars[from.par][from.off:to.off]
	}
	parts := []string{b.pars[from.par][from.off:]}
	parts = append(parts, b.pars[from.par+1:to.par]...)
	return strings.Join(append(parts, b.pars[to.par][:to.off]), "\n")
}

// erase removes a range as an edit.
func (b *buffer) erase(from, to place) bool {
	if from == to {
		return false
	}
	k := editErase
	if b.sel || from.par != to.par {
		k = editOther
	}
	b.hist.note(k, b.snapshot)
	b.cutOut(from, to)
	return true
}

func (b *buffer) cutOut(from, to place) {
	joined := b.pars[from.par][:from.off] + b.pars[to.par][to.off:]
	b.splice(from.par, to.par+1, []string{joined}, from.off, to.off-from.off, 0)
	b.cur, b.sel = place{from.par, b.snap(joined, from.off)}, false
}

func (b *buffer) snapshot() snapshot { return snapshot{b.pars, b.cur} }

// undo goes one step back, redo one step forth.
func (b *buffer) undo() bool { return b.restore(step(&b.hist.back, &b.hist.forth, b.snapshot())) }
func (b *buffer) redo() bool { return b.restore(step(&b.hist.forth, &b.hist.back, b.snapshot())) }

func (b *buffer) restore(s snapshot, ok bool) bool {
	if !ok {
		return false
	}
	b.hist.seal()
	b.load(slices.Clone(s.pars))
	b.cur = s.cur
	return true
}
