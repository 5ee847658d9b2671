package tui

import (
	"context"
	"crypto/rand"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// capture takes a fact in two lines from anywhere and goes back to the same cursor. The fact is kept with the visit as
// a parked entry, to be attached to an indicator, a question or a finding later.
type capture struct {
	env    *Env
	target captureTarget
	input  *field.Editor
}

// captureTarget is what a fact is noted for: a visit, or a unit whose visit is not begun.
type captureTarget struct {
	visit, unit checklist.ID
	step        checklist.Step
	name        string
}

// Capturer is a screen that knows what a fact noted there is about; Place().Visit serves otherwise.
type Capturer interface {
	CaptureFor() (visit, unit checklist.ID, step checklist.Step)
}

// captureDraft names the register under which an unfinished fact is kept as a draft.
func (t captureTarget) draft() regKey {
	id := t.visit
	if id == (checklist.ID{}) {
		id = t.unit
	}
	return keyOf(id, store.KindEntry, "text")
}

// captureFor finds what a fact would be about: what the topmost screen says, else the nearest visit below.
func (a *App) captureFor() captureTarget {
	for i := len(a.stack) - 1; i >= 0; i-- {
		switch s := a.stack[i].(type) {
		case *capture:
			return s.target
		case Capturer:
			visit, unit, step := s.CaptureFor()
			if visit != (checklist.ID{}) || unit != (checklist.ID{}) {
				return a.named(captureTarget{visit: visit, unit: unit, step: step, name: s.(Screen).Title()})
			}
		case Placer:
			if v := s.Place().Visit; v != (checklist.ID{}) {
				return a.named(captureTarget{visit: v, name: a.stack[i].Title()})
			}
		}
	}
	return captureTarget{}
}

// named prefers the unit's name where the visit is read.
func (a *App) named(t captureTarget) captureTarget {
	if d := a.env.docs[t.visit]; d != nil {
		t.name = d.Unit.Name
	}
	return t
}

// noCapture is why no fact can be noted now.
func (a *App) noCapture() string {
	if t := a.captureFor(); t.visit == (checklist.ID{}) && t.unit == (checklist.ID{}) {
		return a.env.T(words.CaptureNowhere)
	}
	return ""
}

func (a *App) openCapture() tea.Cmd {
	if c, ok := a.top().(*capture); ok {
		return c.done()
	}
	t := a.captureFor()
	c := &capture{env: a.env, target: t, input: a.env.Kit.Editor()}
	key := t.draft()
	if d, ok := a.env.keep.typed[key]; ok {
		c.input.Reseed(d.Text, d.Cursor)
	} else if d, ok := a.env.Found(key.record, key.kind, key.field); ok {
		c.input.Reseed(d.Text, d.Cursor)
	} else if text := a.env.keep.parked[key]; text != "" {
		c.input.Reseed(text, len(text))
	}
	return a.lay(c)
}

// Update types. Enter is the action of done; a pasted line end stays in the text.
func (c *capture) Update(msg tea.Msg) tea.Cmd {
	r := c.input.Update(msg)
	if !r.Changed {
		return r.Cmd
	}
	key, text := c.target.draft(), c.input.Value()
	c.env.park(key, text)
	return tea.Batch(r.Cmd, c.env.Type(store.Draft{
		Record: key.record, Kind: key.kind, Field: key.field, Text: text, Cursor: c.input.Offset(),
	}))
}

// park remembers an unfinished fact, so that the next F3 goes on with it.
func (e *Env) park(key regKey, text string) {
	if e.keep.parked == nil {
		e.keep.parked = map[regKey]string{}
	}
	e.keep.parked[key] = text
}

// done keeps the fact and goes back.
func (c *capture) done() tea.Cmd {
	text := strings.TrimSpace(c.input.Value())
	if text == "" {
		return c.env.Back()
	}
	t, key := c.target, c.target.draft()
	delete(c.env.keep.typed, key)
	c.env.park(key, "")
	entry := checklist.Entry{Author: c.env.Me.ID, At: c.env.Now().Format("2006-01-02 15:04"), Step: t.step, Text: text, Status: "parked"}
	_, _ = rand.Read(entry.ID[8:]) // never fails
	kept := c.env.T(words.CaptureKept, t.name)
	return tea.Batch(c.env.Back(), c.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		return noticeMsg{text: kept}, t.keep(ctx, b, entry, key)
	}))
}

// keep writes the fact. It may be run again after a failure: the entry's id is settled before.
func (t captureTarget) keep(ctx context.Context, b *store.Book, entry checklist.Entry, draft regKey) (err error) {
	if t.visit == (checklist.ID{}) {
		if t.visit, err = b.StartVisit(ctx, t.unit, checklist.Yearly, ""); err != nil {
			return err
		}
	}
	doc, err := b.Visit(ctx, t.visit)
	if err != nil {
		return err
	}
	entry.ID = checklist.InVisit(t.visit, [8]byte(entry.ID[8:]))
	if _, err = b.SaveEntry(ctx, doc, entry); err != nil {
		return err
	}
	return b.DropDraft(ctx, draft.record, draft.kind, draft.field)
}

// Frame draws the few lines of the fact in the upper part, where a candidate window has room below.
func (c *capture) Frame(w, h int) Frame {
	e := c.env
	text, p := c.input.View(w-5, min(6, h-4))
	lines := []string{" " + e.Style.Title.Render(e.T(words.CaptureFor, e.Clean(c.target.name))), ""}
	for _, l := range strings.Split(text, "\n") {
		lines = append(lines, "   "+l)
	}
	return Frame{strings.Join(lines, "\n"), bar(3+p.X, 2+p.Y)}
}

// Keys of the capture page.
func (c *capture) Keys() []Action {
	return []Action{
		On(words.CaptureDone, c.done, "enter"),
		On(words.CaptureTime, func() tea.Cmd {
			c.input.Insert(c.env.Time() + " ")
			return nil
		}, "ctrl+t"),
		Show(words.CaptureLater, "esc"),
	}
}

// Typing is always so.
func (c *capture) Typing() bool { return true }

// Hint says where the fact goes.
func (c *capture) Hint() string { return c.env.T(words.CaptureHint) }

// Title is the crumb.
func (c *capture) Title() string { return c.env.T(words.KeyCapture) }
