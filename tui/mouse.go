package tui

import (
	tea "charm.land/bubbletea/v2"
)

// click runs the action under a click on the key bar, or gives the cell of the body to the screen.
func (a *App) click(msg tea.MouseClickMsg) tea.Cmd {
	if a.blank || a.dialog != nil || msg.Button != tea.MouseLeft {
		return nil
	}
	if msg.Y == a.h-1 {
		for _, s := range a.bar {
			if msg.X >= s.from && msg.X < s.to {
				if s.action.Do == nil && s.action.Off == "" && len(s.action.Keys) > 0 && s.action.Keys[0] == "esc" {
					return a.back()
				}
				return a.do(s.action)
			}
		}
		return nil
	}
	if c, ok := a.top().(Clicker); ok && msg.Y >= 2 && msg.Y < a.h-2 {
		return c.Click(msg.X, msg.Y-2)
	}
	return nil
}

// wheel is three steps up or down, for a screen that takes them as keys or says what else they are.
func (a *App) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	by := 1
	switch msg.Button {
	case tea.MouseWheelUp:
		by = -1
	case tea.MouseWheelDown:
	default:
		return nil
	}
	if a.blank || a.dialog != nil {
		return nil
	}
	if w, ok := a.top().(Wheeler); ok {
		return w.Wheel(3 * by)
	}
	if typing(a.top()) && !overlay(a.top()) {
		return nil
	}
	var cmds []tea.Cmd
	for range 3 {
		cmds = append(cmds, a.top().Update(tea.KeyPressMsg{Code: map[int]rune{1: tea.KeyDown, -1: tea.KeyUp}[by]}))
	}
	return tea.Batch(cmds...)
}
