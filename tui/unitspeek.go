package tui

import (
	"context"
	"strconv"
	"strings"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// peekAfter is how long a row is selected before its visit is read: not while one scrolls past.
const peekAfter = 120 * time.Millisecond

// peek is the pane that shows what is left to do in the selected visit.
type peek struct {
	env   *Env
	visit checklist.ID
	seq   int
	list  []checklist.Todo
	under *checklist.Scheme
	todos *List
	focus bool
	read  bool
}

type (
	peekTickMsg struct{ seq int }
	peekMsg     struct {
		visit  checklist.ID
		list   []checklist.Todo
		scheme *checklist.Scheme // nil where its file has not arrived
	}
)

func (p *peek) init(e *Env) {
	p.env = e
	p.todos = NewList(e, Column{Right: true}, Column{}, Column{Grow: true})
	p.todos.Idle = true
}

// show has a visit shown, a moment from now.
func (p *peek) show(visit checklist.ID) tea.Cmd {
	if visit == p.visit && p.read {
		return nil
	}
	if visit != p.visit {
		p.visit, p.list = visit, nil
		p.todos.SetRows(0, nil)
	}
	p.read = false
	p.seq++
	if visit == (checklist.ID{}) {
		return nil
	}
	seq := p.seq
	return p.env.after(peekAfter, func() tea.Msg { return peekTickMsg{seq} })
}

func (p *peek) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case peekTickMsg:
		if msg.seq != p.seq {
			return nil
		}
		visit := p.visit
		return p.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			doc, err := b.Visit(ctx, visit)
			if err != nil {
				return nil, err
			}
			scheme, err := b.SchemeOf(ctx, doc.SchemeHash)
			if store.IsFault(err, "scheme.missing") {
				return peekMsg{visit: visit}, nil
			}
			if err != nil {
				return nil, err
			}
			list, err := b.Todos(ctx, doc)
			return peekMsg{visit, list, scheme}, err
		})
	case peekMsg:
		if msg.visit == p.visit {
			p.list, p.under, p.read = msg.list, msg.scheme, true
			p.todos.SetRows(len(p.list), p.cells)
		}
	}
	return nil
}

func (p *peek) cells(i int) []string {
	t := p.list[i]
	return []string{strconv.Itoa(i + 1), p.env.stepName(p.under, t.Step), p.env.Say(t.Code, t.Args...)}
}

// goTo opens the visit at the selected to-do.
func (p *peek) goTo() tea.Cmd {
	i := p.todos.Selected()
	if i < 0 {
		return nil
	}
	p.focus = false
	return p.env.Jump(Place{Screen: home, Visit: p.visit}, Place{Screen: "visit", Visit: p.visit}, todoPlace(p.under, p.visit, p.list[i]))
}

// lines draws a heading and the to-dos in h rows.
func (p *peek) lines(heading []string, w, h int) []string {
	e := p.env
	var lines []string
	for _, l := range heading {
		lines = append(lines, " "+l)
	}
	p.todos.Idle = !p.focus
	switch {
	case p.visit == (checklist.ID{}):
		p.todos.Empty = e.T(words.UnitsNotBegun)
	case !p.read:
		p.todos.Empty = e.T(words.Reading)
	case p.under == nil:
		p.todos.Empty = e.T(words.UnitsNoScheme)
	default:
		p.todos.Empty = e.T(words.UnitsNoTodo)
	}
	if p.focus || len(p.list) == 0 {
		return append(lines, p.todos.Rows(w, h-len(lines))...)
	}
	for i := 0; i < len(p.list) && len(lines) < h; i++ {
		c := p.cells(i)
		head := "   " + e.PadLeft(c[0], 2) + "  " + c[1] + "  "
		for _, l := range e.Wrap(c[2], max(8, w-e.Width(head))) {
			lines = append(lines, head+l)
			head = strings.Repeat(" ", e.Width(head))
		}
	}
	return lines[:min(len(lines), h)]
}
