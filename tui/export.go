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
	seal    *sealing
	phrase  *newPhrase // the page that asks for a passphrase
	trust   *trust     // the page that compares a key
	what    carry
}

// shelvesMsg brings the places where bundles may be put.
type shelvesMsg struct{ list []shelf }

func newExport(e *Env) *export {
	s := &export{env: e, path: e.Kit.Line(), seal: &sealing{env: e}}
	s.places = NewList(e, Column{}, Column{Grow: true})
	return s
}

// Open looks for sticks and folders, and for whom bundles are sealed.
func (s *export) Open() tea.Cmd { return tea.Batch(s.env.findShelves(), s.seal.load()) }

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
	case sealingMsg:
		s.seal.take(msg)
		return nil
	case trustedMsg:
		s.trust = nil
		return tea.Batch(s.seal.load(), s.env.Notice(s.env.T(words.TrustDone, s.env.keyName(msg.key))))
	case workReadyMsg, workMsg, workDoneMsg:
		return s.work.hear(msg, s.over)
	}
	if s.work.running() || s.done != nil || s.trust != nil {
		return nil
	}
	if s.phrase != nil {
		return s.phrase.update(msg)
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
	o := store.ExportOptions{Seal: s.seal.options(), Receipts: true, Since: s.what == carryNew, Relay: s.what == carryAll}
	var cmd tea.Cmd
	s.work, cmd = s.env.begin(func(ctx context.Context, b *store.Book, report func(store.Progress)) (any, error) {
		return b.Export(ctx, to, o, report)
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
	s.seal.usual()
	return s.Open()
}

// askPhrase and compare open the pages that ask for a passphrase, and compare a key.
func (s *export) askPhrase() tea.Cmd {
	s.phrase = newNewPhrase(s.env)
	return nil
}

func (s *export) compare() tea.Cmd {
	s.trust = &trust{s.env, s.seal.pending[0]}
	return nil
}

// usePhrase takes the passphrase that was typed.
func (s *export) usePhrase() tea.Cmd {
	passphrase, problem := s.phrase.done()
	if problem == nil {
		s.phrase, s.seal.choice, s.seal.phrase = nil, sealPhrase, passphrase
	}
	return problem
}

// closePage goes back from either of these pages.
func (s *export) closePage() tea.Cmd {
	s.phrase, s.trust = nil, nil
	return nil
}

// Frame draws what the export is at.
func (s *export) Frame(w, h int) Frame {
	e := s.env
	switch {
	case s.phrase != nil:
		return s.phrase.frame(w)
	case s.trust != nil:
		return s.trust.frame(w)
	}
	var lines []string
	for _, l := range e.Wrap(e.T(words.ExportCarry[s.what]), w-2) {
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
	lines = append(append(lines, label+e.Kit.Meter.Pad(text, room)+"]", "", s.seal.line(w)), s.seal.doubts(w)...)
	lines = append(lines, "", e.Style.Faint.Render("   "+e.T(words.ExportPlaces)))
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
	if d.Sealed != nil {
		rows = append(rows, [2]string{e.T(words.SealFor), e.sealedFor(d.Sealed)})
	}
	if d.Scored > 0 {
		rows = append(rows, [2]string{e.T(words.ExportScored), e.T(words.ExportScores, d.Scored)})
	}
	if d.Since != nil {
		rows = append(rows, [2]string{e.T(words.ExportSince), e.T(words.ExportSinceLeft, d.Since.Left)})
	}
	lines = append(lines, e.pairs(rows, w)...)
	lines = append(lines, e.warnings(e.closedTo(d.Sealed), w)...)
	for _, t := range []words.Text{words.ExportSay, s.seal.result(d.Sealed), words.ExportNext} {
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
	case s.phrase != nil:
		return []Action{On(words.SealSet, s.usePhrase, "enter"), On(words.KeyBack, s.closePage, "esc")}
	case s.trust != nil:
		return []Action{On(words.TrustYes, s.trust.yes, "enter"), On(words.TrustNo, s.closePage, "esc")}
	}
	off := ""
	if s.env.Info.ReadOnly {
		off = s.env.T(words.ExportNotNow)
	}
	keys := []Action{On(words.ExportGo, s.start, "enter").OffIf(off), Show(words.ExportPick, "up", "down"),
		On(words.ExportCarryKey, s.turnWhat, "f8", "ctrl+u")}
	return append(keys, s.seal.keys(s.askPhrase, s.compare)...)
}

// Typing tells whether the path line is there.
func (s *export) Typing() bool { return !s.work.running() && s.done == nil && s.trust == nil }

// Hint says what may be typed, or what went wrong.
func (s *export) Hint() string {
	switch {
	case s.work.running() || s.done != nil || s.trust != nil:
		return ""
	case s.phrase != nil:
		return s.env.T(words.SealPhraseHint)
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
