package tui

import (
	"time"

	"github.com/charmbracelet/x/ansi"

	tea "charm.land/bubbletea/v2"
)

// probeAfter is when the terminal is asked: once the first frame is drawn, for before it the shell's screen is there.
const probeAfter = 60 * time.Millisecond

type probeMsg struct{}

// probe asks the terminal, in a moment, how wide it draws a character of ambiguous width.
func (a *App) probe() tea.Cmd {
	if a.env.Opt.Width != WidthAsk {
		return nil
	}
	return a.env.after(probeAfter, func() tea.Msg { return probeMsg{} })
}

// ask writes such a character at the start of a row, asks where the cursor is, and puts the cursor back. The row is not
// the first, for an answer from there looks like F3.
func ask() tea.Cmd {
	const row = 3
	return tea.Raw(ansi.SaveCursor + ansi.CursorPosition(1, row) + "—" + ansi.RequestCursorPositionReport + ansi.RestoreCursor)
}

// probed takes the answer, once. The screens are made anew, for their inputs measure.
func (a *App) probed(msg tea.CursorPositionMsg) tea.Cmd {
	e := a.env
	if e.Opt.Width != WidthAsk {
		return nil
	}
	e.Opt.Width = WidthNarrow
	if msg.X < 2 {
		return tea.ClearScreen
	}
	e.Opt.Width, e.Kit.Meter.Wide, e.ASCII = WidthWide, true, true
	e.Style.Rule, e.Style.Bar = "-", "|"
	if e.Book == nil {
		a.stack = []Screen{screens["wizard"](e, Place{})}
		return tea.Batch(tea.ClearScreen, a.opened())
	}
	cmds := []tea.Cmd{tea.ClearScreen, a.leaveFrom(0)}
	places := a.places()
	a.stack = nil
	for _, p := range places {
		a.stack = append(a.stack, screens[p.Screen](e, p))
		cmds = append(cmds, a.opened())
	}
	return tea.Batch(cmds...)
}
