package tui

import (
	"context"
	"path/filepath"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("round", newRoundPage)
	addJumps(func(e *Env) []Action {
		if e.Me.Role != checklist.RoleOffice {
			return nil
		}
		return []Action{On(words.RoundJump, func() tea.Cmd { return e.Go(Place{Screen: "round"}) })}
	})
}

// roundPage is the round as it stands; the office opens it, moves its days, ends it, and makes the book of the next one.
type roundPage struct {
	env  *Env
	form *Form // nil: how the round stands
	kind words.Text
	save func() tea.Cmd // of the form
	top  int            // row of the body where the form was drawn
	made string         // the book of the next round that was made here
}

// roundSavedMsg tells that the round was changed; made is the file of a new one.
type roundSavedMsg struct{ made string }

func newRoundPage(e *Env, _ Place) Screen { return &roundPage{env: e} }

// Update takes what was written; in the form it types.
func (s *roundPage) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(roundSavedMsg); ok {
		s.form, s.made = nil, m.made
		if m.made != "" {
			return nil
		}
		return s.env.Notice(s.env.T(words.RoundSaved))
	}
	if s.form != nil {
		return s.form.Update(msg)
	}
	return nil
}

// fill opens a form.
func (s *roundPage) fill(kind words.Text, save func() tea.Cmd, rows ...[]Item) {
	s.kind, s.save, s.made = kind, save, ""
	s.form = NewForm(s.env, nil, rows...)
	s.form.Keep("round", kind.In(words.EN))
}

// days are the fields of the days the round runs from and to, and of the reason.
func (s *roundPage) days(why words.Text) [][]Item {
	return [][]Item{{{Name: "opens", Label: words.RoundFirst, In: InDate}, {Name: "cutoff", Label: words.RoundLast, In: InDate}},
		{{Name: "reason", Label: words.RoundWhy, Hint: why}}}
}

func (s *roundPage) setDays() {
	r := s.env.Info.Round
	s.form.Set("opens", r.OpensOn)
	s.form.Set("cutoff", r.Cutoff)
}

func (s *roundPage) open() tea.Cmd {
	s.fill(words.RoundOpenKey, func() tea.Cmd {
		f := s.form
		opens, cutoff, reason := f.Value("opens"), f.Value("cutoff"), strings.TrimSpace(f.Value("reason"))
		return f.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return roundSavedMsg{}, b.OpenRound(ctx, opens, cutoff, reason)
		})
	}, s.days(words.RoundOpenHint)...)
	s.setDays()
	return nil
}

func (s *roundPage) move() tea.Cmd {
	s.fill(words.RoundMoveKey, func() tea.Cmd {
		f := s.form
		opens, cutoff, reason := f.Value("opens"), f.Value("cutoff"), strings.TrimSpace(f.Value("reason"))
		return f.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return roundSavedMsg{}, b.SetRound(ctx, opens, cutoff, reason)
		})
	}, s.days(words.RoundMoveHint)...)
	s.setDays()
	return nil
}

func (s *roundPage) end() tea.Cmd {
	e := s.env
	return e.AskReason(e.T(words.RoundEndAsk), words.RoundEndKey, func(reason string) tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return roundSavedMsg{}, b.CloseRound(ctx, reason)
		})
	})
}

// next asks for the year and the file of the round that follows. The file lies beside this book where only a name is given.
func (s *roundPage) next() tea.Cmd {
	beside := filepath.Dir(s.env.Info.Path)
	s.fill(words.RoundNextKey, func() tea.Cmd {
		f := s.form
		year, file := strings.TrimSpace(f.Value("year")), strings.TrimSpace(f.Value("file"))
		if file == "" {
			return tea.Batch(f.FocusOn("file", -1), s.env.Fail(s.env.T(words.RoundNoFile)))
		}
		if filepath.Ext(file) == "" {
			file += ".db"
		}
		if !filepath.IsAbs(file) {
			file = filepath.Join(beside, file)
		}
		return f.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			n, err := b.NextRound(ctx, file, year, store.Options{})
			if err != nil {
				return nil, err
			}
			return roundSavedMsg{file}, n.Close()
		})
	}, []Item{{Name: "year", Label: words.RoundYear, Width: 6}}, []Item{{Name: "file", Label: words.RoundFile, Hint: words.RoundNextHint}})
	return nil
}

func (s *roundPage) leaveForm() tea.Cmd {
	s.form = nil
	return nil
}

// Frame draws how the round stands, and the form below it.
func (s *roundPage) Frame(w, h int) Frame {
	e := s.env
	lines := append(s.stands(w), "")
	switch {
	case s.form != nil:
		lines = append(lines, e.Rule(w))
		s.top = len(lines)
		body, cursor := s.form.View(w, max(1, h-len(lines)))
		if cursor != nil {
			cursor.Y += len(lines)
		}
		return Frame{joinLines(append(lines, body)), cursor}
	case s.made != "":
		lines = append(lines, wrapped(e, e.T(words.RoundMadeNext), w)...)
		lines = append(lines, "   "+e.Cut(shortPath(s.made), w-4))
	}
	return Frame{Body: joinLines(lines)}
}

// stands says how the round stands: its days, what it is judged by, whether it was opened and ended, by whom and why.
func (s *roundPage) stands(w int) (lines []string) {
	e, r := s.env, s.env.Info.Round
	add := func(text string) { lines = append(lines, wrapped(e, text, w)...) }
	lines = append(lines, " "+e.Style.Title.Render(e.Cut(e.T(words.RoundTitle, e.Clean(r.District), e.Clean(r.Year), e.Clean(r.Name)), w-2)), "")
	if r.OpensOn+r.Cutoff != "" {
		add(e.T(words.RoundDays, r.OpensOn, r.Cutoff))
	}
	decided := words.RoundDraft
	if e.Scheme.Decision.Made() {
		decided = words.RoundDecided
	}
	add(e.T(words.RoundScheme, e.name(e.Scheme.Name), e.Scheme.Version, r.Scheme) + e.T(words.ListGap) + e.T(decided))
	if o := r.Opened; o == nil {
		add(e.T(words.RoundNotYet))
	} else {
		add(e.T(words.RoundOpen, o.At, e.Clean(o.Name)))
		if o.Reason != "" {
			add(e.T(words.RoundUndecided, e.Clean(o.Reason)))
		}
		if o.Scheme != r.Scheme {
			add(e.T(words.RoundOtherOpen, o.Scheme))
		}
	}
	if o := r.Closed; o != nil {
		add(e.T(words.RoundClosedIs, o.At, e.Clean(o.Name), e.Clean(o.Reason)))
	}
	return lines
}

// Keys of the page or the form.
func (s *roundPage) Keys() []Action {
	e := s.env
	if s.form != nil {
		return append([]Action{On(s.kind, s.save, "enter")}, append(s.form.Keys(), On(words.KeyBack, s.leaveForm, "esc"))...)
	}
	off := ""
	switch {
	case e.Info.ReadOnly:
		off = e.T(words.SettleReader)
	case e.Me.Role != checklist.RoleOffice:
		off = e.T(words.RoundOffice)
	}
	ended := off
	if off == "" && e.Info.Round.Closed != nil {
		ended = e.T(words.RoundEnded)
	}
	return []Action{On(words.RoundOpenKey, s.open, "f5", "ctrl+t").OffIf(off), On(words.RoundMoveKey, s.move, "f6", "ctrl+u").OffIf(off),
		On(words.RoundEndKey, s.end, "f7", "ctrl+y").OffIf(ended), On(words.RoundNextKey, s.next, "f8", "ctrl+o").OffIf(off)}
}

// Typing is so in the form.
func (s *roundPage) Typing() bool { return s.form != nil && s.form.Typing() }

// Hint is the field's, or what the page is for.
func (s *roundPage) Hint() string {
	if s.form != nil {
		return s.form.Hint()
	}
	return s.env.T(words.RoundHint)
}

// Title is the crumb.
func (s *roundPage) Title() string {
	if s.form != nil {
		return s.env.T(s.kind)
	}
	return s.env.T(words.RoundPage)
}

// Place is the page.
func (s *roundPage) Place() Place { return Place{Screen: "round"} }

// Click puts the focus on a field.
func (s *roundPage) Click(x, y int) tea.Cmd {
	if s.form == nil || y < s.top {
		return nil
	}
	return s.form.Click(x, y-s.top)
}
