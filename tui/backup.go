package tui

import (
	"context"
	"strconv"
	"strings"
	"time"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("backup", newBackup)
	addJumps(func(e *Env) []Action {
		if e.Book == nil {
			return nil
		}
		return []Action{On(words.BackupJump, func() tea.Cmd { return e.Go(Place{Screen: "backup"}) }),
			On(words.CameJump, func() tea.Cmd { return e.Go(Place{Screen: "came"}) })}
	})
}

// backup says where copies of the book go by themselves and how it stands with them.
type backup struct {
	picking
	env    *Env
	form   *Form
	filled bool
	work   *work
	err    error // why the last try here failed
	seals  bool  // a key of the office counts, so that copies can be sealed
	state  store.BackupState
	sticks []string // disks that are plugged in
}

// backupMsg brings what the page shows.
type backupMsg struct {
	state  store.BackupState
	seals  bool
	sticks []string
}

func newBackup(e *Env, p Place) Screen {
	s := &backup{env: e}
	s.form = NewForm(e, nil,
		[]Item{{Name: "dir", Label: words.BackupDir, Hint: words.BackupDirHint}},
		[]Item{{Name: "every", Label: words.BackupEvery, In: InNumber, Width: 6, Unit: words.BackupMinutes, Hint: words.BackupEveryHint},
			{Name: "keep", Label: words.BackupKeep, In: InNumber, Width: 6, Unit: words.BackupPieces, Hint: words.BackupKeepHint}},
		[]Item{{Name: "seal", Label: words.BackupSeal, In: InBool, Hint: words.BackupSealHint, Skip: func() bool { return !s.seals }}},
	)
	s.form.Set("every", strconv.Itoa(int(store.BackupEvery/time.Minute)))
	s.form.Set("keep", strconv.Itoa(store.BackupKeep))
	s.form.Set("seal", "false")
	s.form.Keep("backup")
	s.form.Resume(p)
	return s
}

// Open reads how it stands.
func (s *backup) Open() tea.Cmd {
	book := s.env.Info.Path
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		var m backupMsg
		var err error
		if m.state, err = b.BackupState(ctx); err != nil {
			return nil, err
		}
		for _, sh := range shelves(book) {
			if sh.word == words.PlaceStick {
				m.sticks = append(m.sticks, sh.path)
			}
		}
		m.seals, err = b.CanSealBackups(ctx)
		return m, err
	})
}

// Return reads it again.
func (s *backup) Return() tea.Cmd { return s.Open() }

// Update takes what is typed, and what the copies come to.
func (s *backup) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case backupMsg:
		s.take(msg)
		return nil
	case copiesMsg:
		s.state = msg.state
		return nil
	case workReadyMsg, workMsg, workDoneMsg:
		return s.work.hear(msg, s.over)
	}
	if s.work.running() {
		return nil
	}
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	return s.form.Update(msg)
}

// take fills the form once; what was typed before stays.
func (s *backup) take(msg backupMsg) {
	s.state, s.seals, s.sticks = msg.state, msg.seals, msg.sticks
	if s.filled {
		return
	}
	s.filled = true
	if p := msg.state.Plan; p.Dir != "" {
		s.form.Set("every", strconv.Itoa(int(p.Every/time.Minute)))
		s.form.Set("keep", strconv.Itoa(p.Keep))
		s.form.Set("seal", strconv.FormatBool(p.Seal))
		s.form.Set("dir", shortPath(p.Dir))
	}
}

// choose lets one of the disks that are plugged in be taken. None is taken without being asked for: copies hold everything.
func (s *backup) choose() tea.Cmd {
	e := s.env
	var rows []pickRow
	for _, path := range s.sticks {
		rows = append(rows, pickRow{word: e.T(words.PlaceStick), text: path})
	}
	return s.picking.open(newPicker(e, e.T(words.BackupPick), rows, func(chosen []pickRow) tea.Cmd {
		return tea.Batch(s.form.Put("dir", chosen[0].text), s.form.FocusOn("dir", len(chosen[0].text)))
	}))
}

// set keeps the plan and makes the first copy by it.
func (s *backup) set() tea.Cmd {
	e := s.env
	if err := s.form.Check(); err != nil {
		return e.FailErr(err)
	}
	dir := fullPath(s.form.Value("dir"))
	if dir == "" {
		return tea.Batch(s.form.FocusOn("dir", -1), e.Fail(e.T(words.BackupNoDir)))
	}
	every, _ := strconv.Atoi(s.form.Value("every")) // what is no number is out of range
	keep, _ := strconv.Atoi(s.form.Value("keep"))
	p := store.BackupPlan{Dir: dir, Every: time.Duration(min(every, 1<<20)) * time.Minute, Keep: keep, Seal: s.seals && s.form.Value("seal") == "true"}
	if every <= 0 || keep <= 0 {
		return e.Fail(e.T(words.BackupNumbers))
	}
	return s.run(&p)
}

// run makes a copy in the background, by a new plan or by the one there is.
func (s *backup) run(p *store.BackupPlan) tea.Cmd {
	if s.env.copies.busy {
		return s.env.Fail(s.env.T(words.BackupBusy))
	}
	s.env.copies.busy, s.err = true, nil
	var cmd tea.Cmd
	key := s.form.key
	if p != nil {
		s.env.keep.settled(key)
	}
	s.work, cmd = s.env.begin(func(ctx context.Context, b *store.Book, report func(store.Progress)) (any, error) {
		if p != nil {
			if err := b.SetBackup(ctx, *p); err != nil {
				return nil, err
			}
			if err := b.DropDraft(ctx, key.record, key.kind, key.field); err != nil { // before the copy: it would be something new
				return nil, err
			}
		}
		return b.AutoBackup(ctx, report)
	}, backupStages...)
	return cmd
}

// now makes a copy now.
func (s *backup) now() tea.Cmd { return s.run(nil) }

func (s *backup) over(msg workDoneMsg) tea.Cmd {
	e := s.env
	e.copies.busy = false
	look := e.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		st, err := b.BackupState(ctx)
		return copiesMsg{st, err, false}, nil
	})
	switch {
	case stopped(msg.err):
		return tea.Batch(look, e.Notice(e.T(words.WorkStopped)))
	case msg.err != nil:
		s.err = msg.err
		return tea.Batch(look, e.FailErr(msg.err))
	}
	return tea.Batch(look, e.Notice(e.T(words.BackupDone)))
}

// off ends it, after asking.
func (s *backup) off() tea.Cmd {
	e := s.env
	return e.Ask(e.T(words.BackupOffAsk), e.Answer(words.BackupOff, func() tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return copiesMsg{}, b.SetBackup(ctx, store.BackupPlan{})
		})
	}))
}

// Keys of the form; while a copy is made, Esc stops it.
func (s *backup) Keys() []Action {
	if s.work.running() {
		return []Action{On(words.BackupStop, s.work.stop, "esc")}
	}
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	pick := On(words.BackupPick, s.choose, "f7", "ctrl+p")
	pick.Hide = len(s.sticks) == 0
	if pick.Hide {
		pick = pick.OffIf(s.env.T(words.BackupNoStick))
	}
	set, off := On(words.BackupSet, s.set, "enter"), ""
	if s.state.Plan.Dir == "" {
		off = s.env.T(words.BackupNotSet)
	}
	return append([]Action{set, On(words.BackupNow, s.now, "f5", "ctrl+t").OffIf(off), On(words.BackupOff, s.off, "f6", "ctrl+d").OffIf(off), pick}, s.form.Keys()...)
}

// Frame draws how it stands, and the form.
func (s *backup) Frame(w, h int) Frame {
	e := s.env
	if s.pick != nil {
		return s.pick.frame(w, h)
	}
	var c canvas
	c.add(wrapped(e, e.T(words.BackupWhat), w)...)
	c.add("")
	c.add(s.standing(w)...)
	c.add(e.Rule(w), "")
	if s.work.running() {
		c.add(s.work.view(w)...)
		return c.frame()
	}
	low := s.plugged(w)
	room := h - len(c.lines) - len(low)
	body, cursor := s.form.View(w, room)
	c.block(body, cursor, room)
	c.add(low...)
	return c.frame()
}

// plugged lists the disks that are plugged in, at most three.
func (s *backup) plugged(w int) (lines []string) {
	e := s.env
	for i, path := range s.sticks[:min(len(s.sticks), 3)] {
		if i == 0 {
			lines = append(lines, " "+e.Style.Title.Render(e.T(words.BackupPlugged, len(s.sticks))))
		}
		lines = append(lines, "   "+e.Cut(e.Clean(path), w-4))
	}
	return lines
}

// standing says how it stands.
func (s *backup) standing(w int) (lines []string) {
	e, st := s.env, s.state
	row := func(label words.Text, text string) {
		for i, l := range e.Wrap(text, w-14) {
			head := ""
			if i == 0 {
				head = e.T(label)
			}
			lines = append(lines, " "+e.Pad(head, 11)+" "+l)
		}
	}
	if st.Plan.Dir == "" {
		row(words.BackupRowState, e.T(words.BackupNotSet))
		if s.err != nil {
			row(words.BackupRowAlarm, e.Clean(words.Explain(e.Lang, s.err)))
		}
		return lines
	}
	row(words.BackupRowDir, e.Clean(shortPath(st.Plan.Dir)))
	if st.Last.IsZero() {
		row(words.BackupRowLast, e.T(words.BackupNever))
	} else {
		name := st.Path[strings.LastIndexAny(st.Path, `/\`)+1:]
		row(words.BackupRowLast, e.T(words.BackupLast, e.when(st.Last), e.Clean(name), st.Kept))
	}
	if alarm := st.Alarm(e.Now()); alarm != nil {
		at := len(lines)
		row(words.BackupRowAlarm, e.Clean(words.Explain(e.Lang, alarm)))
		for i := at; i < len(lines); i++ {
			lines[i] = e.Style.Warn.Render(lines[i])
		}
	} else if st.Fresh {
		row(words.BackupRowState, e.T(words.BackupFresh))
	}
	return lines
}

// Typing tells whether a text field has the focus.
func (s *backup) Typing() bool { return !s.work.running() && s.form.Typing() }

// Hint of the focused field.
func (s *backup) Hint() string { return s.hintOr(s.env, s.form.Hint) }

// Title is the crumb.
func (s *backup) Title() string { return s.env.T(words.BackupTitle) }

// Place is the field of the form.
func (s *backup) Place() Place {
	name, offset := s.form.Focused()
	return Place{Screen: "backup", Field: name, Offset: offset}
}
