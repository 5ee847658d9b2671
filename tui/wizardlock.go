package tui

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// lockedFile tells that the file to begin with wants a passphrase.
type lockedFile struct {
	path string
	err  error
}

func (l *lockedFile) Error() string { return l.err.Error() }

func (l *lockedFile) Unwrap() error { return l.err }

// wizardLock asks for the passphrase of the file the book is to begin with.
type wizardLock struct {
	path  string
	line  *secretLine
	wrong bool
}

func (l *wizardLock) on() bool { return l.path != "" }

// hear takes the error of taking over a file, where a passphrase would help.
func (l *wizardLock) hear(e *Env, err error) bool {
	var locked *lockedFile
	if !errors.As(err, &locked) {
		return false
	}
	l.wrong = l.on()
	l.path, l.line = locked.path, newSecretLine(e)
	return true
}

func (l *wizardLock) close() tea.Cmd {
	*l = wizardLock{}
	return nil
}

// unlock tries what was typed.
func (s *wizard) unlock() tea.Cmd {
	open, path, passphrase := s.env.Opt.TakeOver, s.lock.path, s.lock.line.Value()
	if passphrase == "" {
		return s.env.Fail(s.env.T(words.SealPhraseNone))
	}
	return s.enter(func(ctx context.Context) (*store.Book, error) {
		b, err := open(ctx, path, passphrase)
		if store.Asks(err) != "" {
			err = &lockedFile{path, err}
		}
		return b, err
	})
}

func (l *wizardLock) frame(e *Env, w int) Frame {
	lines := append([]string{" " + e.Style.Title.Render(e.Cut(filepath.Base(l.path), w-2)), ""}, wrapped(e, e.T(words.OpenBundle, 1), w)...)
	lines = append(lines, "")
	if l.wrong {
		lines = append(lines, "   "+e.Style.Bad.Render(e.T(words.OpenWrong)), "")
	}
	line, cursor := l.line.view(e.T(words.OpenPhrase), true, w, len(lines))
	lines = append(lines, line, "")
	return Frame{strings.Join(append(lines, wrapped(e, e.T(words.OpenOnce), w)...), "\n"), cursor}
}
