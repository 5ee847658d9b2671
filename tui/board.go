package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// board is what the office's pages share: lines above a list that typing filters, and the selected row in full below it.
type board struct {
	env  *Env
	list *List
	read bool
	head func(w int) []string
	low  func(w int) []string // nil: nothing below
	from int                  // the row of the list's first line in the last view
}

func newBoard(e *Env, columns ...Column) *board {
	b := &board{env: e, list: NewList(e, columns...)}
	b.list.Filter = true
	return b
}

// frame draws the page; most lines are below in at most a third of it.
func (b *board) frame(w, h int, filter, empty, none string) Frame {
	e := b.env
	var lines []string
	if b.head != nil {
		lines = b.head(w)
	}
	line, cursor := b.list.FilterLine(filter, 34)
	if cursor != nil {
		cursor.Y = len(lines)
	}
	lines = append(lines, line, e.Rule(w))
	b.list.Empty = empty
	if b.list.Query() != "" {
		b.list.Empty = none
	}
	var low []string
	if b.low != nil && b.list.Selected() >= 0 {
		low = b.low(w)
		low = append([]string{e.Rule(w)}, low[:min(len(low), max(2, h/3))]...)
	}
	rest := max(1, h-len(lines)-len(low))
	b.from = len(lines)
	rows := fit(e.Kit.Meter, strings.Join(b.list.Rows(w, rest), "\n"), w, rest)
	return Frame{strings.Join(append(append(lines, rows...), low...), "\n"), cursor}
}

// clear is Esc while something is typed.
func (b *board) clear() tea.Cmd {
	b.list.ClearQuery()
	return nil
}

// Click selects a row.
func (b *board) Click(x, y int) tea.Cmd {
	b.list.Click(x, y-b.from)
	return nil
}

// Wheel moves the selection.
func (b *board) Wheel(rows int) tea.Cmd {
	b.list.Move(rows)
	return nil
}

// share draws n of m in cells: a bar that says it by its length, with the numbers behind it.
func share(n, m, cells int) string {
	full := 0
	if m > 0 {
		full = n * cells / m
	}
	return "[" + strings.Repeat("#", full) + strings.Repeat(".", cells-full) + "]"
}
