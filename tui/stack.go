package tui

import (
	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// open carries out Go, Swap and Jump.
func (a *App) open(msg goMsg) tea.Cmd {
	cmds := []tea.Cmd{a.leaveFrom(0)}
	if overlay(a.top()) {
		a.stack = a.stack[:len(a.stack)-1]
	}
	switch msg.how {
	case goSwap:
		a.stack = a.stack[:len(a.stack)-1]
	case goJump:
		a.stack = nil
	}
	for _, p := range msg.places {
		s, ok := a.env.open(p)
		if !ok {
			a.show(noticeMsg{words.NoScreen.F(a.env.Lang, p.Screen), true})
			break
		}
		a.stack = append(a.stack, s)
		cmds = append(cmds, a.opened())
	}
	if len(a.stack) == 0 {
		a.stack = []Screen{screens[home](a.env, Place{Screen: home})}
		cmds = append(cmds, a.opened())
	}
	return tea.Batch(append(cmds, a.arrived())...)
}

// home is the screen at the bottom of the stack.
const home = "units"

// overlay tells the pages that lie over a screen for a moment and are not come back to.
func overlay(s Screen) bool {
	switch s.(type) {
	case *helpPage, *palette, *capture:
		return true
	}
	return false
}

// back closes the topmost screen; at the bottom it asks whether to quit.
func (a *App) back() tea.Cmd {
	if len(a.stack) == 1 {
		return a.askQuit()
	}
	leave := a.leave(a.top())
	over := overlay(a.top())
	if c, ok := a.top().(*capture); ok {
		a.dialog = c.over // the question is still to be answered
	}
	a.stack = a.stack[:len(a.stack)-1]
	if over {
		return leave
	}
	cmds := []tea.Cmd{leave, a.arrived()}
	if r, ok := a.top().(Returner); ok {
		cmds = append(cmds, r.Return())
	}
	return tea.Batch(cmds...)
}

// opened has the topmost screen read what it needs.
func (a *App) opened() tea.Cmd {
	if o, ok := a.top().(Opener); ok {
		return o.Open()
	}
	return nil
}

// openAll has every screen read what it needs.
func (a *App) openAll() tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range a.stack {
		if o, ok := s.(Opener); ok {
			cmds = append(cmds, o.Open())
		}
	}
	return tea.Batch(cmds...)
}

func (a *App) leave(s Screen) tea.Cmd {
	if l, ok := s.(Leaver); ok {
		return l.Leave()
	}
	return nil
}

// leaveFrom makes the changes of every screen from i upwards.
func (a *App) leaveFrom(i int) tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range a.stack[i:] {
		cmds = append(cmds, a.leave(s))
	}
	return tea.Batch(cmds...)
}

// arrived forgets the visits that no screen shows, and has the new place written.
func (a *App) arrived() tea.Cmd {
	shown := map[checklist.ID]*store.Doc{}
	for _, p := range a.places() {
		if doc, ok := a.env.docs[p.Visit]; ok {
			shown[p.Visit] = doc
		}
	}
	a.env.docs = shown
	a.env.keep.moved = true
	return a.env.tick(draftEvery)
}

// moved has the place written when the cursor went elsewhere without typing.
func (a *App) moved() tea.Cmd {
	p, ok := a.top().(Placer)
	if !ok || a.env.Book == nil {
		return nil
	}
	if at := p.Place(); at != a.at {
		a.at, a.env.keep.moved = at, true
		return a.env.tick(draftEvery)
	}
	return nil
}

// here is the place of the topmost screen, none where it has no place.
func (a *App) here() Place {
	if p, ok := a.top().(Placer); ok {
		return p.Place()
	}
	return Place{}
}

// places is the stack as it is resumed.
func (a *App) places() []Place {
	var ps []Place
	for _, s := range a.stack {
		if p, ok := s.(Placer); ok {
			ps = append(ps, p.Place())
		}
	}
	return ps
}
