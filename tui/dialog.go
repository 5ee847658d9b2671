package tui

import (
	"strings"

	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// dialog is a question over the screen: answers side by side, and a line for a reason where one is wanted. It is a
// band of rows between two rules, so that no wide character is cut in half. Esc answers nothing.
type dialog struct {
	env     *Env
	text    string
	answers []Answer
	at      int
	reason  *field.Line // nil when no reason is wanted
	must    bool        // the reason must not be empty
	key     regKey      // the draft of the reason
}

// Answer is one answer of a dialog.
type Answer struct {
	Word   string
	Do     func() tea.Cmd
	Reason func(string) tea.Cmd // instead of Do, in a dialog with a reason
}

type askMsg struct{ dialog *dialog }

// Answer makes an answer for Ask.
func (e *Env) Answer(word words.Text, do func() tea.Cmd) Answer {
	return Answer{Word: e.T(word), Do: do}
}

// Ask puts a question; the first answer is selected, Esc and 取消 do nothing.
func (e *Env) Ask(text string, answers ...Answer) tea.Cmd {
	return send(askMsg{newDialog(e, text, answers...)})
}

// AskReason puts a question that wants a reason, and calls do with it. An empty reason is not taken.
func (e *Env) AskReason(text string, word words.Text, do func(reason string) tea.Cmd) tea.Cmd {
	d := newDialog(e, text, Answer{Word: e.T(word), Reason: do})
	d.reason, d.must = e.Kit.Line(), true
	return send(askMsg{d})
}

func newDialog(e *Env, text string, answers ...Answer) *dialog {
	return &dialog{env: e, text: text, answers: append(answers, Answer{Word: e.T(words.Cancel)})}
}

// pressDialog gives a key to the dialog.
func (a *App) pressDialog(k tea.KeyPressMsg, key string) tea.Cmd {
	d := a.dialog
	switch key {
	case "f3", "ctrl+n":
		return a.do(*find(a.global(), key)) // a fact is noted before it is forgotten; the question waits
	case "esc":
		a.dialog = nil
		return nil
	case "enter":
		return a.answer(d.answers[d.at])
	case "left", "shift+tab":
		if d.reason == nil || key == "shift+tab" {
			d.at = (d.at + len(d.answers) - 1) % len(d.answers)
			return nil
		}
	case "right", "tab":
		if d.reason == nil || key == "tab" {
			d.at = (d.at + 1) % len(d.answers)
			return nil
		}
	}
	return d.update(k)
}

func (a *App) answer(ans Answer) tea.Cmd {
	d := a.dialog
	if ans.Reason != nil {
		reason := strings.TrimSpace(d.reason.Value())
		if d.must && reason == "" {
			return a.show(noticeMsg{a.env.T(words.ReasonWanted), true})
		}
		a.dialog = nil
		a.env.keep.acted = true
		return a.env.instead(d.key, func() tea.Cmd { return ans.Reason(reason) })
	}
	a.dialog = nil
	if ans.Do == nil {
		return nil
	}
	return ans.Do()
}

func (d *dialog) update(msg tea.Msg) tea.Cmd {
	if d.reason == nil {
		return nil
	}
	r := d.reason.Update(msg)
	if !r.Changed {
		return r.Cmd
	}
	return tea.Batch(r.Cmd, d.keep())
}

// over draws the dialog over the rows of a body, and gives the cursor in the body.
func (d *dialog) over(body []string, w int) *tea.Cursor {
	e := d.env
	rows := []string{e.Rule(w), ""}
	for _, l := range e.Wrap(d.text, w-6) {
		rows = append(rows, "   "+l)
	}
	rows = append(rows, "")
	at := max(0, (len(body)-len(rows)-5)/3)
	var cursor *tea.Cursor
	if d.reason != nil {
		label := "   " + e.T(words.Reason) + " ["
		text, p := d.reason.View(w-e.Width(label)-4, 1)
		cursor = bar(e.Width(label)+p.X, at+len(rows))
		rows = append(rows, label+e.Kit.Meter.Pad(text, w-e.Width(label)-4)+"]", "")
	}
	rows = append(rows, "   "+d.words(), "", e.Rule(w))
	for i, r := range rows {
		if at+i < len(body) {
			body[at+i] = r
		}
	}
	return cursor
}

func (d *dialog) words() string {
	parts := make([]string, len(d.answers))
	for i, a := range d.answers {
		parts[i] = "[ " + d.env.Clean(a.Word) + " ]"
		if i == d.at {
			parts[i] = d.env.Style.Selected.Render("> " + d.env.Clean(a.Word) + " <")
		}
	}
	return strings.Join(parts, "   ")
}

func (d *dialog) keys() []Action {
	return []Action{
		Show(words.KeyConfirm, "enter"), Show(words.KeyMove, "left", "right"), Show(words.Cancel, "esc"),
	}
}

// bar is the real cursor: a bar, for a block smears wide characters.
func bar(x, y int) *tea.Cursor {
	c := tea.NewCursor(x, y)
	c.Shape = tea.CursorBar
	return c
}
