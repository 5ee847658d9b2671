package tui

import (
	"time"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// The idle lock. What is on the screens stays as it is below the locked picture, the cursor too; only keys do not get
// through until the passphrase was given.

// watcher knows when somebody last did something.
type watcher struct {
	after   time.Duration // 0: no lock
	last    time.Time
	ticking bool
}

// locked is the picture that stands for everything while the screen is locked.
type locked struct {
	line   *secretLine
	office bool // the passphrase is that of the office's key
	tries  int
	until  time.Time // no try before
	busy   bool      // a try is being checked
	waits  bool      // somebody tried again too soon
}

type (
	idleTickMsg struct{}
	// lockTriedMsg brings what a passphrase came to.
	lockTriedMsg struct{ err error }
	// lockSetMsg says that the lock of the book is another now.
	lockSetMsg struct{ lock store.IdleLock }
	// lockNowMsg locks the screen.
	lockNowMsg struct{}
)

func init() {
	addJumps(func(e *Env) []Action {
		none := ""
		if e.Lock.Minutes == 0 {
			none = e.T(words.LockNotSet)
		}
		return []Action{
			On(words.LockTitle, func() tea.Cmd { return e.Go(Place{Screen: "lock"}) }),
			On(words.LockNow, func() tea.Cmd { return send(lockNowMsg{}) }).OffIf(none),
		}
	})
}

// watch follows the lock of the book.
func (a *App) watch(l store.IdleLock) {
	a.env.Lock = l
	a.idle.after, a.idle.last = time.Duration(l.Minutes)*time.Minute, a.env.Now()
}

// beginLocked follows the lock of a book that is opened: where it has one, the first thing asked for is the passphrase.
func (a *App) beginLocked(b *store.Book) error {
	l, err := b.IdleLock(a.env.Ctx)
	if err != nil {
		return err
	}
	if a.watch(l); l.Minutes > 0 {
		a.lock = a.newLocked()
	}
	return nil
}

func (a *App) newLocked() *locked {
	return &locked{line: newSecretLine(a.env), office: a.env.Lock.Office}
}

func (a *App) idleTick(in time.Duration) tea.Cmd {
	if a.idle.ticking || a.idle.after == 0 {
		return nil
	}
	a.idle.ticking = true
	return a.env.after(in, func() tea.Msg { return idleTickMsg{} })
}

// stir notes that somebody does something; a moved mouse alone is no message and does not count.
func (a *App) stir(msg tea.Msg) {
	switch msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		a.idle.last = a.env.Now()
	}
}

// idled locks when nobody did anything for long enough, and else looks again when that would be so.
func (a *App) idled() tea.Cmd {
	a.idle.ticking = false
	if a.idle.after == 0 || a.lock != nil {
		return nil
	}
	if rest := a.idle.after - a.env.Now().Sub(a.idle.last); rest > time.Second { // a second early is no harm
		return a.idleTick(rest)
	}
	return a.lockUp()
}

// lockUp locks the screen. What was typed last is on its way to the disk at once.
func (a *App) lockUp() tea.Cmd {
	if a.idle.after == 0 || a.lock != nil {
		return nil
	}
	a.lock = a.newLocked()
	return a.saveDrafts()
}

// lockMsg handles the messages of the lock, and while it stands everything that a person does.
func (a *App) lockMsg(msg tea.Msg) (cmd tea.Cmd, done bool) {
	switch msg := msg.(type) {
	case idleTickMsg:
		return a.idled(), true
	case lockNowMsg:
		return a.lockUp(), true
	case lockSetMsg:
		a.watch(msg.lock)
		return a.idleTick(a.idle.after), false
	case lockTriedMsg:
		return a.tried(msg.err), true
	}
	if a.lock == nil {
		return nil, false
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return a.pressLocked(msg), true
	case tea.PasteMsg:
		return a.lock.line.Update(msg), true
	case tea.ClipboardMsg, tea.MouseClickMsg, tea.MouseWheelMsg:
		return nil, true
	}
	return nil, false
}

func (a *App) pressLocked(k tea.KeyPressMsg) tea.Cmd {
	l := a.lock
	switch key := keyName(k); {
	case key == "ctrl+q":
		return a.quit()
	case key == "esc":
		l.line.Clear()
		return nil
	case key == "enter":
		return a.try()
	case l.busy:
		return nil
	}
	l.waits = false
	return l.line.Update(k)
}

// try has a passphrase checked, unless the last wrong one was too short a time ago.
func (a *App) try() tea.Cmd {
	l := a.lock
	if l.busy || l.line.Value() == "" {
		return nil
	}
	if a.env.Now().Before(l.until) {
		l.waits = true
		return nil
	}
	phrase, book := l.line.Value(), a.env.Book
	l.line.Clear()
	l.busy = true
	return func() tea.Msg { return lockTriedMsg{book.CheckIdleLock(phrase)} }
}

// longestWait bounds the time between two tries; it doubles with every wrong one.
const longestWait = time.Minute

func (a *App) tried(err error) tea.Cmd {
	l := a.lock
	if l == nil {
		return nil
	}
	l.busy = false
	if err == nil {
		a.lock, a.idle.last = nil, a.env.Now()
		return a.idleTick(a.idle.after)
	}
	l.tries++
	l.until = a.env.Now().Add(min(longestWait, time.Second<<min(l.tries-1, 6)))
	return nil
}

// lines draws the locked screen; nothing of what lies below is on it.
func (l *locked) lines(e *Env, w int) ([]string, *tea.Cursor) {
	label := words.LockedPhrase
	if l.office {
		label = words.LockedOffice
	}
	line, cursor := l.line.view(e.T(label), true, w, 3)
	lines := []string{"", "   " + e.T(words.LockedHead), "", line, "", "   " + e.Style.Faint.Render(e.T(words.LockedKeys))}
	rest := int((l.until.Sub(e.Now()) + time.Second - 1) / time.Second)
	switch {
	case l.busy:
		lines = append(lines, "", "   "+e.T(words.LockedTrying))
	case l.waits && rest > 0:
		lines = append(lines, "", "   "+e.Style.Warn.Render(e.T(words.LockedWait, rest)))
	case l.tries > 0 && rest > 0:
		lines = append(lines, "", "   "+e.Style.Bad.Render(e.T(words.LockedWrong, rest)))
	}
	return lines, cursor
}
