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
	p.list.SetRows(len(p.actions), func(i int) []string {
		a := p.actions[i]
		return []string{a.name(e), a.label(e), a.Off}
	})
	p.list.Match = func(i int, q string) bool {
		name := strings.ToLower(p.actions[i].name(e))
		return strings.Contains(name, q) || strings.Contains(initials(name), q)
	}
	return p
}

// Update moves and filters.
func (p *palette) Update(msg tea.Msg) tea.Cmd { return p.list.Update(msg) }

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
