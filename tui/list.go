package tui

import (
	"strings"

	"zoufang/tui/field"

	tea "charm.land/bubbletea/v2"
)

// Column is one column of a list. Its width is measured from its cells; the growing column takes what is left.
type Column struct {
	Title string
	Min   int  // at least so many cells
	Max   int  // at most so many, 0 for no limit
	Grow  bool // takes the room that is left; one column should
	Right bool // numbers
	Wide  bool // only from 120 columns
}

// List is rows of which one is selected. Only the visible rows are drawn; of a long list, only the first rows are
// measured. With Filter, typing narrows it.
type List struct {
	Filter   bool
	Empty    string                       // said when there is no row
	Match    func(row int, q string) bool // nil: any cell contains q; q is folded and lower case
	Style    func(row int, line string) string
	NoTitles bool
	Idle     bool // another pane has the focus: the selected row keeps its mark only

	env     *Env
	columns []Column
	n       int
	cells   func(int) []string
	shown   []int // rows that match
	at      int   // in shown
	top     int
	query   *field.Line
	widths  []int
	h       int
	head    int // rows above the first row, of the last view
}

// measured is how many rows are measured for the widths.
const measured = 400

// NewList makes an empty list.
func NewList(e *Env, columns ...Column) *List {
	return &List{env: e, columns: columns, query: e.Kit.Line(), h: 10}
}

// SetRows replaces the rows: cells gives the cells of row i. The selection stays at its row number.
func (l *List) SetRows(n int, cells func(row int) []string) {
	l.n, l.cells, l.widths = n, cells, nil
	l.narrow()
}

// Selected is the selected row, -1 for none.
func (l *List) Selected() int {
	if len(l.shown) == 0 {
		return -1
	}
	return l.shown[l.at]
}

// Select selects a row when it is shown.
func (l *List) Select(row int) {
	for i, r := range l.shown {
		if r == row {
			l.at = i
		}
	}
}

// Query is what is typed in the filter line.
func (l *List) Query() string { return l.query.Value() }

// ClearQuery shows all rows again.
func (l *List) ClearQuery() {
	row := l.Selected()
	l.query.SetValue("")
	l.narrow()
	l.Select(row)
}

// Shown is the number of rows that match.
func (l *List) Shown() int { return len(l.shown) }

// narrow finds the rows that match what is typed.
func (l *List) narrow() {
	q := strings.ToLower(strings.TrimSpace(field.Fold(l.query.Value())))
	l.shown = l.shown[:0]
	for i := range l.n {
		if q == "" || l.matches(i, q) {
			l.shown = append(l.shown, i)
		}
	}
	l.at = max(0, min(l.at, len(l.shown)-1))
}

func (l *List) matches(i int, q string) bool {
	if l.Match != nil {
		return l.Match(i, q)
	}
	for _, c := range l.cells(i) {
		if strings.Contains(strings.ToLower(c), q) {
			return true
		}
	}
	return false
}

// Update moves the selection; with Filter, what is typed goes to the filter line.
func (l *List) Update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok && l.move(k.String()) {
		return nil
	}
	if !l.Filter {
		return nil
	}
	r := l.query.Update(msg)
	if r.Changed {
		l.at, l.top = 0, 0
		l.narrow()
	}
	return r.Cmd
}

func (l *List) move(key string) bool {
	switch key {
	case "up":
		l.Move(-1)
	case "down":
		l.Move(1)
	case "pgup":
		l.Move(-l.h)
	case "pgdown":
		l.Move(l.h)
	case "home":
		l.at = 0
	case "end":
		l.Move(len(l.shown))
	default:
		return false
	}
	return true
}

// Move moves the selection by some rows.
func (l *List) Move(by int) { l.at = max(0, min(l.at+by, len(l.shown)-1)) }

// AtTop and AtEnd tell whether the selection can go no further, so that a screen may move to its next pane.
func (l *List) AtTop() bool { return l.at == 0 }

// AtEnd is the other end of AtTop.
func (l *List) AtEnd() bool { return l.at >= len(l.shown)-1 }

// Click selects the row under a cell of the last view, and tells whether there was one.
func (l *List) Click(_, y int) bool {
	i := l.top + y - l.head
	if y < l.head || y-l.head >= l.h || i >= len(l.shown) {
		return false
	}
	l.at = i
	return true
}
