package tui

import (
	"slices"
	"strings"

	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// palette lists everything that can be done and everywhere one can go; typing filters.
type palette struct {
	env     *Env
	list    *List
	actions []Action
	asks    bool // what is typed can be searched for: the last row
}

func newPalette(e *Env, actions []Action) *palette {
	p := &palette{env: e}
	for _, f := range jumps {
		actions = append(actions, f(e)...)
	}
	for _, a := range actions {
		if a.Do != nil && !slices.Contains(a.Keys, "f2") {
			p.actions = append(p.actions, a)
		}
	}
	p.list = NewList(e, Column{Grow: true}, Column{}, Column{Min: 8})
	p.list.Filter = true
	p.fill()
	p.list.Match = func(i int, q string) bool {
		if i == len(p.actions) {
			return true
		}
		name := strings.ToLower(p.actions[i].name(e))
		return strings.Contains(name, q) || strings.Contains(initials(name), q)
	}
	return p
}

// fill makes the rows. Once something is typed, the last of them is to search for it.
func (p *palette) fill() {
	rows := len(p.actions)
	if p.asks {
		rows++
	}
	p.list.SetRows(rows, func(i int) []string {
		if i == len(p.actions) {
			return []string{p.env.T(words.SearchFor, p.list.Query())}
		}
		a := p.actions[i]
		return []string{a.name(p.env), a.label(p.env), a.Off}
	})
}

// Update moves and filters.
func (p *palette) Update(msg tea.Msg) tea.Cmd {
	cmd := p.list.Update(msg)
	if asks := p.env.Book != nil && strings.TrimSpace(p.list.Query()) != ""; asks != p.asks {
		p.asks = asks
		p.fill()
	}
	return cmd
}

// Frame draws the filter line and the list.
func (p *palette) Frame(w, h int) Frame {
	p.list.Empty = p.env.T(words.PaletteNone)
	body, cursor := p.list.View(w, h)
	return Frame{body, cursor}
}

// Keys of the palette.
func (p *palette) Keys() []Action {
	return []Action{
		Show(words.KeyMove, "up", "down"), On(words.KeyConfirm, p.run, "enter"), Show(words.KeyBack, "esc"),
	}
}

// run closes the palette and does what is selected.
func (p *palette) run() tea.Cmd {
	i := p.list.Selected()
	if i < 0 {
		return nil
	}
	if i == len(p.actions) {
		return send(chosenMsg{On(words.SearchTitle, p.env.searchFor(p.list.Query()))})
	}
	return send(chosenMsg{p.actions[i]})
}

// chosenMsg is an action chosen in the palette.
type chosenMsg struct{ action Action }

// Typing is always so: the filter line has the focus.
func (p *palette) Typing() bool { return true }

// Hint says how to filter.
func (p *palette) Hint() string { return p.env.T(words.PaletteHint) }

// Title is the crumb.
func (p *palette) Title() string { return p.env.T(words.PaletteTitle) }
