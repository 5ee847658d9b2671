package tui

import (
	"context"
	"path/filepath"
	"strings"

	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("export", func(e *Env, p Place) Screen {
		s := newExport(e)
		if p.Item != "" {
			s.path.SetValue(p.Item)
		}
		return s
	})
}

// export writes a bundle: where to, how far it is, what came of it.
type export struct {
	env     *Env
	path    *field.Line
	places  *List
	shelves []shelf
	work    *work
	done    *store.Exported
	err     error
}

// shelvesMsg brings the places where bundles may be put.
type shelvesMsg struct{ list []shelf }

func newExport(e *Env) *export {
	s := &export{env: e, path: e.Kit.Line()}
	s.places = NewList(e, Column{}, Column{Grow: true})
	return s
}

// Open looks for sticks and folders.
func (s *export) Open() tea.Cmd { return s.env.findShelves() }

func (e *Env) findShelves() tea.Cmd {
	book := e.Info.Path
	return func() tea.Msg { return shelvesMsg{shelves(book)} }
}

// Update takes what is typed, and what the work tells.
func (s *export) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case shelvesMsg:
		s.take(msg.list)
		return nil
	case workReadyMsg, workMsg, workDoneMsg:
		return s.work.hear(msg, s.over)
	}
	if s.work.running() || s.done != nil {
		return nil
	}
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "up", "down", "pgup", "pgdown":
			s.places.Update(k)
			s.pick()
			return nil
		}
	}
	r := s.path.Update(msg)
	if r.Changed {
		return tea.Batch(r.Cmd, s.env.keepPlace())
	}
	return r.Cmd
}

// keepPlace has the place written soon: what is typed in a screen that is no form of registers is kept with its place.
func (e *Env) keepPlace() tea.Cmd {
	e.keep.moved = true
	return e.tick(draftEvery)
}

// take shows the places; a stick is where a bundle most likely goes, else beside the book.
func (s *export) take(list []shelf) {
	s.shelves = list
	s.places.SetRows(len(list), func(i int) []string {
		return []string{s.env.T(list[i].word), shortPath(list[i].path)}
	})
	for i, sh := range list {
		if sh.word == words.PlaceStick {
			s.places.Select(i)
			break
		}
	}
	if s.path.Value() == "" {
		s.pick()
	}
}

// pick puts the selected place into the line.
func (s *export) pick() {
	if i := s.places.Selected(); i >= 0 {
		s.path.SetValue(shortPath(s.shelves[i].path) + string(filepath.Separator))
	}
}

// start begins the work, after everything typed has become changes.
func (s *export) start() tea.Cmd {
	to := fullPath(s.path.Value())
	if to == "" {
		return s.env.Fail(s.env.T(words.ExportNoPath))
	}
	s.err = nil
	var cmd tea.Cmd
	s.work, cmd = s.env.begin(func(ctx context.Context, b *store.Book, report func(store.Progress)) (any, error) {
		return b.Export(ctx, to, store.ExportOptions{}, report)
	}, stage{"export", words.ExportStageWrite, true}, stage{"readback", words.ExportStageRead, false})
	return cmd
}

func (s *export) over(msg workDoneMsg) tea.Cmd {
	switch {
	case stopped(msg.err):
		return s.env.Notice(s.env.T(words.WorkStopped))
	case msg.err != nil:
		s.err = msg.err
		return s.env.FailErr(msg.err)
	}
	done := msg.result.(store.Exported)
	s.done = &done
	return nil
}

// again leads from the result back to the question where to.
func (s *export) again() tea.Cmd {
	s.done = nil
	return s.env.findShelves()
}

// Frame draws what the export is at.
func (s *export) Frame(w, h int) Frame {
	e := s.env
	var lines []string
	for _, l := range e.Wrap(e.T(words.ExportWhat), w-2) {
		lines = append(lines, " "+l)
	}
	lines = append(lines, "")
	switch {
	case s.done != nil:
		return Frame{Body: strings.Join(append(lines, s.result(w)...), "\n")}
	case s.work.running():
		lines = append(lines, " "+e.T(words.ExportTo)+"  "+e.Cut(s.path.Value(), w-12), "")
		return Frame{Body: strings.Join(append(lines, s.work.view(w)...), "\n")}
	}
	label := " " + e.Style.Accent.Render(e.T(words.ExportTo)) + " ["
	room := w - e.Width(label) - 3
	text, p := s.path.View(room, 1)
	cursor := bar(e.Width(label)+p.X, len(lines))
	lines = append(lines, label+e.Kit.Meter.Pad(text, room)+"]", "", e.Style.Faint.Render("   "+e.T(words.ExportPlaces)))
	lines = append(lines, s.places.Rows(w, h-len(lines))...)
	return Frame{strings.Join(lines, "\n"), cursor}
}

// result draws what was written.
func (s *export) result(w int) []string {
	e, d := s.env, s.done
	lines := []string{" " + e.Style.Good.Render(e.T(words.ExportDone)), ""}
	rows := [][2]string{
		{e.T(words.ExportFile), filepath.Base(d.Path)},
		{"", shortPath(filepath.Dir(d.Path))},
		{e.T(words.ExportSize), e.size(d.Bytes)},
		{e.T(words.ExportHolds), e.T(words.ExportCounts, d.Changes)},
		{e.T(words.ExportPhrase), words.Phrase(e.Lang, d.Fingerprint)},
	}
	lines = append(lines, e.pairs(rows, w)...)
	for _, t := range []words.Text{words.ExportSay, words.ExportPlain, words.ExportNext} {
		lines = append(lines, "")
		for _, l := range e.Wrap(e.T(t), w-2) {
			lines = append(lines, " "+l)
		}
	}
	return lines
}

// size is a number of bytes as people read it.
func (e *Env) size(n int64) string {
	switch {
	case n < 10_000:
		return e.T(words.SizeBytes, n)
	case n < 10_000_000:
		return e.T(words.SizeKB, n/1000)
	}
	return e.T(words.SizeMB, n/1_000_000)
}

// Keys of the export.
func (s *export) Keys() []Action {
	switch {
	case s.work.running():
		return []Action{On(words.WorkStop, s.work.stop, "esc")}
	case s.done != nil:
		return []Action{On(words.KeyBack, s.env.Back, "enter"), On(words.ExportAgain, s.again, "ctrl+e")}
	}
	off := ""
	if s.env.Info.ReadOnly {
		off = s.env.T(words.ExportNotNow)
	}
	return []Action{On(words.ExportGo, s.start, "enter").OffIf(off), Show(words.ExportPick, "up", "down")}
}

// Typing tells whether the path line is there.
func (s *export) Typing() bool { return !s.work.running() && s.done == nil }

// Hint says what may be typed, or what went wrong.
func (s *export) Hint() string {
	switch {
	case s.work.running() || s.done != nil:
		return ""
	case s.err != nil:
		return words.Explain(s.env.Lang, s.err)
	}
	return s.env.T(words.ExportHint)
}

// Title is the crumb.
func (s *export) Title() string { return s.env.T(words.ExportTitle) }

// Place keeps the path that was typed.
func (s *export) Place() Place {
	return Place{Screen: "export", Item: s.path.Value(), Offset: s.path.Offset()}
}
