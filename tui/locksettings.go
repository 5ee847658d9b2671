package tui

import (
	"context"
	"strconv"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("lock", newLockSettings) }

// lockSettings sets after how many minutes the screen locks, and under which passphrase. What is typed here is kept
// nowhere.
type lockSettings struct {
	env     *Env
	minutes *Form
	phrase  *secretLine
	again   *secretLine
	at      int // 0 the minutes, 1 the passphrase, 2 once more
}

func newLockSettings(e *Env, _ Place) Screen {
	s := &lockSettings{env: e, phrase: newSecretLine(e), again: newSecretLine(e)}
	s.minutes = NewForm(e, nil, []Item{{Name: "minutes", In: InNumber, Label: words.LockMinutes, Width: 4, Hint: words.LockMinHint}})
	n := e.Lock.Minutes
	if n == 0 {
		n = 10
	}
	s.minutes.Set("minutes", strconv.Itoa(n))
	s.minutes.Keep("lock")
	return s
}

// fields are the lines of the page: a passphrase is typed twice only where it is a new one.
func (s *lockSettings) fields() int {
	if s.env.Lock.Minutes > 0 || s.env.Lock.Office {
		return 2
	}
	return 3
}

func (s *lockSettings) move(by int) { s.at = (s.at + by + s.fields()) % s.fields() }

// Update types in the line with the cursor.
func (s *lockSettings) Update(msg tea.Msg) tea.Cmd {
	if _, set := msg.(lockSetMsg); set {
		s.phrase.Clear()
		s.again.Clear()
		s.at = 0
		return nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "tab", "down":
			s.move(1)
			return nil
		case "shift+tab", "up":
			s.move(-1)
			return nil
		}
	}
	switch {
	case !isInput(msg):
		return nil
	case s.at == 0:
		return s.minutes.Update(msg)
	case s.at == 1:
		return s.phrase.Update(msg)
	}
	return s.again.Update(msg)
}

// next goes to the line that is empty still, and then sets the lock.
func (s *lockSettings) next() tea.Cmd {
	if err := s.minutes.Check(); err != nil {
		return s.env.FailErr(err)
	}
	if s.at < s.fields()-1 {
		s.move(1)
		return nil
	}
	return s.set()
}

func (s *lockSettings) set() tea.Cmd {
	e := s.env
	phrase, again := s.phrase.Value(), s.again.Value()
	minutes, _ := strconv.Atoi(s.minutes.Value("minutes")) // what is no number is refused as 0 minutes
	if s.fields() == 3 && phrase != again {
		return e.Fail(e.T(words.LockDiffer))
	}
	known := e.Lock.Minutes > 0
	return s.change(words.LockIsSet, []any{minutes}, func(ctx context.Context, b *store.Book) error {
		if known {
			if err := b.CheckIdleLock(phrase); err != nil {
				return err
			}
		}
		return b.SetIdleLock(ctx, minutes, phrase)
	})
}

// off takes the lock away.
func (s *lockSettings) off() tea.Cmd {
	phrase := s.phrase.Value()
	return s.change(words.LockIsOff, nil, func(ctx context.Context, b *store.Book) error { return b.ClearIdleLock(ctx, phrase) })
}

func (s *lockSettings) change(said words.Text, args []any, do func(context.Context, *store.Book) error) tea.Cmd {
	e := s.env
	return tea.Batch(e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		if err := do(ctx, b); err != nil {
			return nil, err
		}
		l, err := b.IdleLock(ctx)
		return tea.BatchMsg{send(lockSetMsg{l}), e.Notice(e.T(said, args...))}, err
	}))
}

// Frame draws how it is now, the lines, and what a lock does not do.
func (s *lockSettings) Frame(w, h int) Frame {
	e := s.env
	var c canvas
	now := e.T(words.LockOff)
	if e.Lock.Minutes > 0 {
		now = e.T(words.LockOn, e.Lock.Minutes)
	}
	for _, l := range e.Wrap(now, w-6) {
		c.add("   " + l)
	}
	c.add("")
	if s.at == 0 {
		s.minutes.take(0)
	} else {
		s.minutes.drop()
	}
	text, cursor := s.minutes.View(w-2, 1)
	if cursor != nil {
		cursor.X += 2
	}
	c.block("  "+text, cursor, 1)
	label := words.LockPhrase
	if e.Lock.Minutes > 0 {
		label = words.LockCurrent
	}
	s.secret(&c, s.phrase, label, 1, w)
	if s.fields() == 3 {
		s.secret(&c, s.again, words.LockAgain, 2, w)
	}
	own := words.LockOwn
	if e.Lock.Office {
		own = words.LockByOffice
	}
	for _, t := range []words.Text{own, words.LockPlain} {
		c.add("")
		c.add(wrapped(e, e.T(t), w)...)
	}
	return c.frame()
}

func (s *lockSettings) secret(c *canvas, l *secretLine, label words.Text, at, w int) {
	line, cursor := l.view(s.env.T(label), s.at == at, w, 0)
	c.block(line, cursor, 1)
}

// Keys of the page.
func (s *lockSettings) Keys() []Action {
	keys := []Action{On(words.LockSet, s.next, "enter"), Show(words.KeyNext, "tab")}
	if s.env.Lock.Minutes > 0 {
		keys = append(keys, On(words.LockClear, s.off, "ctrl+d"))
	}
	return keys
}

// Typing is always so.
func (s *lockSettings) Typing() bool { return true }

// Hint says how.
func (s *lockSettings) Hint() string { return s.env.T(words.LockHint) }

// Place is the page; what is typed as a passphrase is not kept.
func (s *lockSettings) Place() Place { return Place{Screen: "lock"} }

// Title is the crumb.
func (s *lockSettings) Title() string { return s.env.T(words.LockTitle) }
