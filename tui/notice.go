package tui

import (
	"time"

	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// noticeFor is how long a notice stays that is no error.
const noticeFor = 5 * time.Second

// notice is the sentence on the hint row. An error stays until the next key, other notices fade.
type notice struct {
	text string
	bad  bool
	seq  int
}

type (
	noticeMsg struct {
		text string
		bad  bool
	}
	noticeOverMsg struct{ seq int }
	failMsg       struct{ err error }
)

// Notice shows a sentence on the hint row for a few seconds.
func (e *Env) Notice(text string) tea.Cmd {
	return func() tea.Msg { return noticeMsg{text: text} }
}

// Fail shows a sentence as an error; it stays until the next key.
func (e *Env) Fail(text string) tea.Cmd {
	return func() tea.Msg { return noticeMsg{text: text, bad: true} }
}

// FailErr is Fail with what an error says.
func (e *Env) FailErr(err error) tea.Cmd { return send(failMsg{err}) }

// fail puts up what an error says.
func (a *App) fail(err error) { a.show(noticeMsg{words.Explain(a.env.Lang, err), true}) }

// show puts up a notice.
func (a *App) show(m noticeMsg) tea.Cmd {
	a.notice = notice{text: m.text, bad: m.bad, seq: a.notice.seq + 1}
	if m.bad {
		return nil
	}
	seq := a.notice.seq
	return a.env.after(noticeFor, func() tea.Msg { return noticeOverMsg{seq} })
}

// noticeRow is the hint row: the notice, else the screen's hint.
func (a *App) noticeRow(w int) string {
	e := a.env
	switch {
	case a.notice.text != "" && a.notice.bad:
		return " " + e.Style.Bad.Render(e.Cut(a.notice.text, w-2))
	case a.notice.text != "":
		return " " + e.Style.Good.Render(e.Cut(a.notice.text, w-2))
	}
	if h, ok := a.top().(Hinter); ok {
		return " " + e.Style.Faint.Render(e.Cut(h.Hint(), w-2))
	}
	return ""
}
