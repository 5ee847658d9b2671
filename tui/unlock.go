package tui

import (
	"context"
	"strings"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// unlock asks for the passphrase that opens sealed bundles: that of the office's key on this machine, or one that a
// bundle itself is under.
type unlock struct {
	env   *Env
	line  *secretLine
	why   string // as store.Plan.Asks says it
	n     int    // bundles that are closed
	wrong bool
}

func newUnlock(e *Env, plan *store.Plan, wrong bool) *unlock {
	u := &unlock{env: e, line: newSecretLine(e), why: plan.Asks(), wrong: wrong}
	for _, f := range plan.Files {
		if f.Verdict == store.Closed {
			u.n++
		}
	}
	return u
}

// unlockStage comes before the others when a passphrase was given.
var unlockStage = stage{"unlock", words.OpenStage, false}

// askUnlock puts the question on the page where a passphrase would help; the plan waits behind it.
func (s *merge) askUnlock(wrong bool) {
	s.unlock = nil
	if s.plan.Asks() != "" && !s.skipped {
		s.unlock = newUnlock(s.env, s.plan, wrong)
	}
}

// open gives the passphrase and checks the bundles again.
func (s *merge) open() tea.Cmd {
	passphrase := s.unlock.line.Value()
	if passphrase == "" {
		return s.env.Fail(s.env.T(words.SealPhraseNone))
	}
	s.unlock.line.Clear()
	plan, paths := s.plan, s.paths
	s.unlock, s.plan, s.tried = nil, nil, true
	var cmd tea.Cmd
	s.work, cmd = s.env.begin(func(ctx context.Context, b *store.Book, report func(store.Progress)) (any, error) {
		report(store.Progress{Stage: unlockStage.code})
		if err := plan.Discard(); err != nil {
			return nil, err
		}
		if _, err := b.Ring().Unlock(passphrase); err != nil {
			return nil, err
		}
		return b.Preview(ctx, paths, report)
	}, append([]stage{unlockStage}, mergeStages...)...)
	return cmd
}

// leaveClosed goes on without the bundles that are closed.
func (s *merge) leaveClosed() tea.Cmd {
	s.unlock, s.skipped = nil, true
	s.askEnrol()
	return nil
}

// frame draws the question.
func (u *unlock) frame(w int) Frame {
	e := u.env
	what := words.OpenBundle
	if u.why == "key.locked" {
		what = words.OpenOffice
	}
	lines := append([]string{" " + e.Style.Title.Render(e.T(words.OpenTitle)), ""}, wrapped(e, e.T(what, u.n), w)...)
	lines = append(lines, "")
	if u.wrong {
		lines = append(lines, "   "+e.Style.Bad.Render(e.T(words.OpenWrong)), "")
	}
	line, cursor := u.line.view(e.T(words.OpenPhrase), true, w, len(lines))
	lines = append(lines, line, "")
	return Frame{strings.Join(append(lines, wrapped(e, e.T(words.OpenOnce), w)...), "\n"), cursor}
}
