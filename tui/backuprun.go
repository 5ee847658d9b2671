package tui

import (
	"context"
	"time"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Copies of the book are made in the background: a look every minute whether one is due, on connections of readers, so
// that typing never waits for it.

const (
	firstLook = 3 * time.Second // after the start: the first screen comes first
	lookEvery = time.Minute
)

// copies is what the program knows of the copies of the book.
type copies struct {
	state store.BackupState
	busy  bool // a look, or a copy, is under way
}

type (
	copyTickMsg struct{}
	// copiesMsg tells every screen how it stands with the copies now.
	copiesMsg struct {
		state store.BackupState
		err   error
		again bool // this was the look of the minute: the next one follows
	}
	quitNowMsg struct{}
)

// lookSoon begins to look after the copies.
func (e *Env) lookSoon() tea.Cmd {
	if e.Book == nil || e.Info.ReadOnly {
		return nil
	}
	return e.after(firstLook, func() tea.Msg { return copyTickMsg{} })
}

// lookAfterCopies makes the copy that is due. A failure is kept with the book and shown as a reminder.
func (e *Env) lookAfterCopies() tea.Cmd {
	if e.Book == nil {
		return nil
	}
	if e.copies.busy {
		return e.after(lookEvery, func() tea.Msg { return copyTickMsg{} })
	}
	e.copies.busy = true
	return e.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		s, err := b.BackupState(ctx)
		if err == nil && s.Due {
			if _, failed := b.AutoBackup(ctx, nil); failed == nil || ctx.Err() == nil {
				s, err = b.BackupState(ctx) // it says what failed
			}
		}
		return copiesMsg{s, err, true}, nil
	})
}

// heardOfCopies takes how it stands, tells the screens, and looks again in a minute.
func (a *App) heardOfCopies(msg copiesMsg) tea.Cmd {
	e := a.env
	e.copies.busy = false
	if msg.err == nil {
		e.copies.state = msg.state
	}
	cmd := a.toAll(msg)
	if msg.again {
		cmd = tea.Batch(cmd, e.after(lookEvery, func() tea.Msg { return copyTickMsg{} }))
	}
	return cmd
}

// copyReminder is the line on the list of units when the copies need somebody, else "".
func (e *Env) copyReminder() string {
	s := e.copies.state
	if s.Alarm(e.Now()) == nil {
		return ""
	}
	if s.Last.IsZero() {
		return e.T(words.BackupRemindNone)
	}
	return e.T(words.BackupRemind, words.Span(e.Lang, int(e.Now().Sub(s.Last).Minutes())))
}

// tellUpgraded says that the book was brought up to this program, and where the copy of it as it was lies.
func (e *Env) tellUpgraded() tea.Cmd {
	if e.Book == nil || e.Book.Upgraded() == nil {
		return nil
	}
	return e.Ask(e.T(words.UpgradedNow, e.Clean(shortPath(e.Book.Upgraded().Copy))))
}

// leaving makes the copy that is due before the program ends; Esc skips it.
type leaving struct {
	env  *Env
	work *work
	err  error
}

// leaveCopying ends the program, after the copy that is due, if one is.
func (a *App) leaveCopying() tea.Cmd {
	s := a.env.copies.state
	if _, already := a.top().(*leaving); already || s.Plan.Dir == "" || a.env.copies.busy {
		return a.quitNow()
	}
	return tea.Batch(a.leaveFrom(0), a.saveDrafts(), a.lay(&leaving{env: a.env}))
}

// Open begins as soon as everything typed is in the book.
func (s *leaving) Open() tea.Cmd {
	var cmd tea.Cmd
	s.work, cmd = s.env.begin(func(ctx context.Context, b *store.Book, report func(store.Progress)) (any, error) {
		st, err := b.BackupState(ctx)
		if err != nil || !st.Due {
			return nil, err
		}
		_, err = b.AutoBackup(ctx, report)
		return nil, err
	}, backupStages...)
	return cmd
}

var backupStages = []stage{{"backup", words.BackupStageCopy, false}, {"backup.check", words.BackupStageCheck, false}}

// Update hears the work; a copy that was made or skipped ends the program, one that failed is told first.
func (s *leaving) Update(msg tea.Msg) tea.Cmd {
	return s.work.hear(msg, func(done workDoneMsg) tea.Cmd {
		if done.err != nil && !stopped(done.err) {
			s.err = done.err
			return s.env.FailErr(done.err)
		}
		return send(quitNowMsg{})
	})
}

// Frame draws how far it is.
func (s *leaving) Frame(w, h int) Frame {
	e := s.env
	var c canvas
	c.add("", " "+e.Style.Title.Render(e.T(words.BackupLeaving)), "")
	if s.err != nil {
		c.add(wrapped(e, words.Explain(e.Lang, s.err), w)...)
		return c.frame()
	}
	c.add(s.work.view(w)...)
	return c.frame()
}

// Keys: Esc skips the copy.
func (s *leaving) Keys() []Action {
	quit := func() tea.Cmd { return send(quitNowMsg{}) }
	if s.err != nil {
		return []Action{On(words.KeyQuit, quit, "enter"), Show(words.KeyBack, "esc")}
	}
	return []Action{On(words.BackupSkip, s.work.stop, "esc")}
}

// Title is the crumb.
func (s *leaving) Title() string { return s.env.T(words.BackupTitle) }
