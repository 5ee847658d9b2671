package tui

// areas remember where the lists of a screen stood in its last view, for clicks.
type areas []area

type area struct {
	list       *List
	x, y, w, h int
}

func (a *areas) add(l *List, x, y, w, h int) { *a = append(*a, area{l, x, y, w, h}) }

// click selects the row under a cell and tells in which list it is, nil for none.
func (a areas) click(x, y int) *List {
	for _, r := range a {
		if x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h && r.list.Click(x-r.x, y-r.y) {
			return r.list
		}
	}
	return nil
}
