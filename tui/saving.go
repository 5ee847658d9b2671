package tui

import (
	"context"
	"errors"
	"maps"
	"strings"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// saveDrafts writes what is typed; when a write is in flight, the next one follows it.
func (a *App) saveDrafts() tea.Cmd {
	if a.env.keep.busy {
		return nil
	}
	return tea.Batch(a.env.flushDrafts(a.places()), a.env.pump())
}

// saveNow makes the changes of what is typed and writes them.
func (a *App) saveNow() tea.Cmd {
	cmd := tea.Batch(a.leaveFrom(0), a.saveDrafts())
	if a.env.keep.idle() {
		return a.show(noticeMsg{text: a.env.T(words.SavedNow)})
	}
	return cmd
}

// wrote takes the result of a write, tells the screens, and starts what waits.
func (a *App) wrote(r *result) tea.Cmd {
	k := &a.env.keep
	k.busy, k.running = false, nil
	if r.err != nil {
		return a.unwritten(r)
	}
	k.failed = nil
	if r.job != nil {
		a.env.Me, a.env.Info = r.me, r.info
		if r.scheme != nil {
			a.env.Scheme = r.scheme
		}
	}
	if len(r.drafts) > 0 || r.job != nil && r.job.writes() {
		k.savedAt = a.env.Now()
	}
	if r.job != nil {
		k.settled(r.job.drop)
	}
	if r.stands != nil {
		k.overtaken(r.stands)
	}
	if r.job != nil {
		a.env.learn(r.schemes)
		a.env.stuck = r.stuck
	}
	for _, d := range r.docs {
		if _, open := a.env.docs[d.Visit]; open {
			a.env.docs[d.Visit] = d.Doc
		}
	}
	cmds := []tea.Cmd{a.ready()}
	for _, d := range r.docs {
		if _, open := a.env.docs[d.Visit]; open {
			cmds = append(cmds, a.toAll(d))
		}
	}
	if r.job != nil && r.job.edits != nil {
		cmds = append(cmds, a.toAll(SavedMsg{r.job.edits}))
	}
	if r.job != nil && r.job.writes() {
		cmds = append(cmds, a.top().Update(ChangedMsg{}))
	}
	if r.msg != nil {
		cmds = append(cmds, send(r.msg))
	}
	if r.unread != nil {
		a.fail(r.unread)
	}
	return tea.Batch(append(cmds, a.next())...)
}

// next starts the write that waits: changes first, then drafts at their tick.
func (a *App) next() tea.Cmd {
	k := &a.env.keep
	if len(k.queue) > 0 {
		return a.env.pump()
	}
	if len(k.typed) > 0 || k.moved {
		if a.quits {
			return a.saveDrafts()
		}
		return a.env.tick(draftEvery)
	}
	return nil
}

// unwritten keeps everything that a failed write carried. A refused value becomes a draft and its screen is told; a
// refused verb is told and forgotten; what the disk refused is tried again until it is written.
func (a *App) unwritten(r *result) tea.Cmd {
	k := &a.env.keep
	k.failed = r.err
	quitting := a.quits
	a.quits = false
	a.show(noticeMsg{words.SaveFailed.F(a.env.Lang, words.Explain(a.env.Lang, r.err)), true})
	var cmds []tea.Cmd
	for key, d := range r.drafts {
		if k.typed == nil {
			k.typed = map[regKey]store.Draft{}
		}
		if _, newer := k.typed[key]; !newer {
			k.typed[key] = d
		}
	}
	switch {
	case r.job == nil, r.job.load.String() != "":
		cmds = append(cmds, a.env.tick(retryEvery))
	case r.job.edits != nil && refused(r.err):
		for _, ed := range r.job.edits {
			cmds = append(cmds, a.env.Type(store.Draft{Record: ed.Record, Kind: ed.Kind, Field: ed.Field, Text: ed.Text, Shown: ed.Shown}))
		}
		cmds = append(cmds, a.toAll(FailedMsg{r.job.edits, r.err}), a.env.pump())
	case r.job.edits != nil || ofDisk(r.err):
		k.queue = append([]job{*r.job}, k.queue...)
		cmds = append(cmds, a.env.tick(retryEvery))
	default:
		cmds = append(cmds, a.toAll(FailedMsg{nil, r.err}), a.env.pump())
	}
	if quitting {
		a.dialog = a.quitAnyway(r.err)
	}
	return tea.Batch(cmds...)
}

// refused tells an error about the value, which no second try will cure.
func refused(err error) bool {
	var f interface{ FaultCode() string }
	return errors.As(err, &f) && !strings.HasPrefix(f.FaultCode(), "book.")
}

// ofDisk tells an error of the book's file, which a second try may cure.
func ofDisk(err error) bool {
	var f interface{ FaultCode() string }
	return errors.As(err, &f) && strings.HasPrefix(f.FaultCode(), "book.") || errors.Is(err, context.Canceled)
}

// askQuit asks, and then quits as soon as everything is written.
func (a *App) askQuit() tea.Cmd {
	if a.env.Book == nil {
		return tea.Quit
	}
	return a.env.Ask(a.env.T(words.QuitAsk), a.env.Answer(words.KeyQuit, a.quit))
}

func (a *App) quit() tea.Cmd { return a.leaveCopying() }

// quitNow quits as soon as everything is written.
func (a *App) quitNow() tea.Cmd {
	a.quits = true
	a.env.keep.moved = true
	return tea.Batch(a.leaveFrom(0), a.saveDrafts())
}

// quitAnyway asks again when what was typed could not be written.
func (a *App) quitAnyway(err error) *dialog {
	e := a.env
	return newDialog(e, words.QuitUnsaved.F(e.Lang, words.Explain(e.Lang, err)),
		e.Answer(words.KeyQuit, func() tea.Cmd { return tea.Quit }))
}

// Flush writes what is left when the program ended without asking: the terminal was closed, or it was told to stop.
func (a *App) Flush(ctx context.Context) error {
	k, b := &a.env.keep, a.env.Book
	if b == nil {
		return nil
	}
	if r := k.running; r != nil && a.undone(r) {
		drafts := maps.Clone(r.drafts)
		if drafts == nil {
			drafts = map[regKey]store.Draft{}
		}
		maps.Copy(drafts, k.typed)
		k.typed = drafts
		if r.job != nil {
			k.queue = append([]job{*r.job}, k.queue...)
		}
	}
	for _, j := range k.queue {
		var err error
		switch {
		case j.edits != nil:
			err = b.Apply(ctx, j.edits...)
		case j.do != nil:
			_, err = j.do(ctx, b)
		}
		if err == nil {
			k.settled(j.drop)
			err = j.dropDraft(ctx, b)
		}
		if err != nil {
			return err
		}
	}
	for _, d := range k.typed {
		if err := b.SaveDraft(ctx, d); err != nil {
			return err
		}
	}
	return b.SaveResume(ctx, a.places())
}

// undone tells whether a write in flight came to nothing: it was never begun, or it failed.
func (a *App) undone(r *result) bool {
	if r.claimed.CompareAndSwap(false, true) {
		return true
	}
	<-r.done
	return r.err != nil
}
