package tui

import (
	"context"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// The first start from a copy: nobody is asked who they are, for the copy knows.

// pickCopy shows the usual places.
func (s *wizard) pickCopy() tea.Cmd {
	s.page = pageCopy
	return s.copies.open("")
}

// restore makes the book out of the copy.
func (s *wizard) restore(path string) tea.Cmd {
	restore := s.env.Opt.Restore
	s.copied = s.env.newWork([]stage{{"restore", words.RestoreStageCopy, false}, backupStages[1]})
	run := s.copied.run(func(ctx context.Context, _ *store.Book, report func(store.Progress)) (any, error) {
		return restore(ctx, path, report)
	})
	ctx := s.env.Ctx
	return tea.Batch(func() tea.Msg {
		msg, err := run(ctx, nil)
		if err != nil {
			return failMsg{err}
		}
		return msg
	}, s.copied.watch)
}

// restored goes on in the book that was made, with what came over.
func (s *wizard) restored(done workDoneMsg) tea.Cmd {
	switch {
	case stopped(done.err):
		return s.env.Notice(s.env.T(words.WorkStopped))
	case done.err != nil:
		return s.env.FailErr(done.err)
	}
	return send(bookMsg{done.result.(*store.Book), []Place{{Screen: "came"}}})
}

// onlyIfCame leaves out the page of what came over where nothing of the person's own did.
func onlyIfCame(ctx context.Context, b *store.Book, then []Place) []Place {
	if len(then) == 0 || then[0].Screen != "came" {
		return then
	}
	if came, err := b.CameOver(ctx); err != nil || len(came.Visits)+came.Held == 0 {
		return nil
	}
	return then
}

func (s *wizard) copyFrame(w, h int) Frame {
	if !s.copied.running() {
		return s.copies.frame(w, h)
	}
	var c canvas
	c.add(" "+s.env.Style.Title.Render(s.env.T(words.WizardRestoring)), "")
	c.add(s.copied.view(w)...)
	return c.frame()
}

func (s *wizard) copyKeys() []Action {
	if s.copied.running() {
		return []Action{On(words.BackupStop, s.copied.stop, "esc")}
	}
	return append(s.copies.keys(), On(words.KeyBack, s.turn(pageNotice), "esc"))
}
