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

// capture takes a fact in two lines from anywhere and goes back to the same cursor, to a question that was being
// answered too. The fact is kept with the visit as a parked entry, to be attached to an indicator, a question or a
// finding later. Where nothing says which unit it is about, the unit is chosen last, so that the fact comes first.
type capture struct {
	picking
	env    *Env
	target captureTarget
	input  *field.Editor
	over   *dialog // the question it lies over
}

// captureMsg asks for the capture page, where a fact was begun and not kept.
type captureMsg struct{}

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

// noCapture is why no fact can be noted now: there is no unit yet.
func (a *App) noCapture() string {
	if a.captureFor().nowhere() && (a.env.Book == nil || len(a.env.units) == 0) {
		return a.env.T(words.CaptureNowhere)
	}
	return ""
}

func (t captureTarget) nowhere() bool {
	return t.visit == (checklist.ID{}) && t.unit == (checklist.ID{})
}

func (a *App) openCapture() tea.Cmd {
	if c, ok := a.top().(*capture); ok {
		return c.done()
	}
	c := &capture{env: a.env, target: a.captureFor(), input: a.env.Kit.Editor(), over: a.dialog}
	a.dialog = nil
	c.recover()
	return a.lay(c)
}

// recover goes on with the fact that was begun for the target.
func (c *capture) recover() {
	e, key := c.env, c.draft()
	if d, ok := e.keep.typed[key]; ok {
		c.input.Reseed(d.Text, d.Cursor)
	} else if d, ok := e.Found(key.record, key.kind, key.field); ok {
		c.input.Reseed(d.Text, d.Cursor)
	} else if text := e.keep.parked[key]; text != "" {
		c.input.Reseed(text, len(text))
	}
}

// draft names the register of the fact; without a unit it is the person's own.
func (c *capture) draft() regKey {
	if c.target.nowhere() {
		return keyOf(c.env.Me.ID, store.KindEntry, "text")
	}
	return c.target.draft()
}

// Update types. Enter is the action of done; a pasted line end stays in the text.
func (c *capture) Update(msg tea.Msg) tea.Cmd {
	if c.pick != nil {
		if isInput(msg) {
			return c.pick.list.Update(msg)
		}
		return nil
	}
	r := c.input.Update(msg)
	if !r.Changed {
		return r.Cmd
	}
	return tea.Batch(r.Cmd, c.typed())
}

// typed keeps what is written as a draft.
func (c *capture) typed() tea.Cmd {
	key, text := c.draft(), c.input.Value()
	c.env.park(key, text)
	return c.env.Type(store.Draft{Record: key.record, Kind: key.kind, Field: key.field, Text: text, Cursor: c.input.Offset()})
}

// choose has the unit chosen that the fact is about; then does what was to be done.
func (c *capture) choose(then func() tea.Cmd) tea.Cmd {
	e := c.env
	var rows []pickRow
	for i, r := range e.units {
		name := r.unit.Name
		if r.Kind == checklist.Daily {
			name = e.T(words.VisitDaily, name, e.day(r.Day))
		}
		rows = append(rows, pickRow{id: r.unit.Code, text: name, at: i})
	}
	return c.picking.open(newPicker(e, e.T(words.CaptureWhich), rows, func(chosen []pickRow) tea.Cmd {
		r, was := e.units[chosen[0].at], c.draft()
		c.target = captureTarget{visit: r.VisitRow.Visit, unit: r.unit.ID, step: c.target.step, name: chosen[0].text}
		e.park(was, "")
		return tea.Batch(e.forget(was), c.typed(), then())
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
	if c.target.nowhere() {
		return c.choose(c.done)
	}
	t, key := c.target, c.draft()
	c.env.keep.settled(key)
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
	if c.pick != nil {
		return c.pick.frame(w, h)
	}
	e := c.env
	text, p := c.input.View(w-5, min(6, h-4))
	name := c.target.name
	if c.target.nowhere() {
		name = e.T(words.CaptureUnitLater)
	}
	lines := []string{" " + e.Style.Title.Render(e.T(words.CaptureFor, e.Clean(name))), ""}
	for _, l := range strings.Split(text, "\n") {
		lines = append(lines, "   "+l)
	}
	return Frame{strings.Join(lines, "\n"), bar(3+p.X, 2+p.Y)}
}

// Keys of the capture page.
func (c *capture) Keys() []Action {
	if c.pick != nil {
		return c.pick.keys(c.close)
	}
	return []Action{
		On(words.CaptureDone, c.done, "enter"),
		On(words.CaptureTime, func() tea.Cmd {
			c.input.Insert(c.env.Time() + " ")
			return nil
		}, "ctrl+t"),
		Show(words.CaptureLater, "esc"),
		On(words.CaptureOther, func() tea.Cmd { return c.choose(func() tea.Cmd { return nil }) }, "ctrl+f"),
	}
}

// Typing is always so.
func (c *capture) Typing() bool { return true }

// Hint says where the fact goes.
func (c *capture) Hint() string {
	return c.hintOr(c.env, func() string { return c.env.T(words.CaptureHint) })
}

// Title is the crumb.
func (c *capture) Title() string { return c.env.T(words.KeyCapture) }
