package field

// depth is how many steps back undo goes.
const depth = 200

// snapshot is a state undo can restore. Paragraphs are immutable strings, so it shares them with its neighbours.
type snapshot struct {
	pars []string
	cur  place
}

// history is the ring of undo and redo.
type history struct {
	back, forth []snapshot
	group       editKind // edits of one kind in a row are one step
	size        int      // edits in the group
}

// editKind groups edits for undo.
type editKind uint8

const (
	editNone editKind = iota
	editType
	editErase
	editOther
)

// groupSize is how many characters typed without a break are one step of undo.
const groupSize = 16

// note keeps the state before an edit, unless the edit continues the group the last one began.
func (h *history) note(k editKind, before func() snapshot) {
	if k == h.group && k != editOther && h.size < groupSize {
		h.size++
		return
	}
	h.group, h.size, h.forth = k, 1, nil
	h.back = append(h.back, before())
	if len(h.back) > depth {
		h.back = h.back[len(h.back)-depth:]
	}
}

// seal ends the group: the next edit is a step of its own.
func (h *history) seal() { h.group = editNone }

// step moves one state from one stack to the other.
func step(from, to *[]snapshot, now snapshot) (snapshot, bool) {
	if len(*from) == 0 {
		return snapshot{}, false
	}
	s := (*from)[len(*from)-1]
	*from = (*from)[:len(*from)-1]
	*to = append(*to, now)
	return s, true
}
