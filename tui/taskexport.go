package tui

import (
	"context"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("task", newTaskExport)
	addJumps(func(e *Env) []Action {
		if e.Me.Role != checklist.RoleOffice {
			return nil
		}
		return []Action{On(words.TaskJump, func() tea.Cmd { return e.Go(Place{Screen: "task"}) })}
	})
}

// taskExport writes task bundles: for whom is ticked, where to, how they are sealed, and what came of it.
type taskExport struct {
	env     *Env
	list    *List
	all     []store.TaskFor
	ticked  map[checklist.ID]bool
	shelves []shelf
	to      int // of shelves
	how     int // of words.TaskHow
	secret  string
	phrase  *newPhrase // the page that asks for a passphrase
	work    *work
	wrote   []store.Tasked
	err     error
	read    bool
	from    int // the row of the body where the list begins
}

type taskForMsg struct{ all []store.TaskFor }

func newTaskExport(e *Env, _ Place) Screen {
	s := &taskExport{env: e, ticked: map[checklist.ID]bool{}}
	s.list = NewList(e, Column{}, Column{Title: e.T(words.TaskPerson), Grow: true}, Column{Title: e.T(words.DayTeam), Max: 10},
		Column{Title: e.T(words.TeamsUnits), Right: true}, Column{Title: e.T(words.TaskHas)})
	s.list.Empty = e.T(words.TaskNobody)
	return s
}

// Open reads who has units, and looks for sticks.
func (s *taskExport) Open() tea.Cmd {
	return tea.Batch(s.env.findShelves(), s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		all, err := b.TasksFor(ctx)
		return taskForMsg{all}, err
	}))
}

// Update takes what was read, and what the work tells.
func (s *taskExport) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case taskForMsg:
		s.all, s.read = m.all, true
		s.list.SetRows(len(s.all), s.cells)
		return nil
	case shelvesMsg:
		s.shelves = m.list
		for i, sh := range m.list {
			if sh.word == words.PlaceStick {
				s.to = i
				break
			}
		}
		return nil
	case workReadyMsg, workMsg, workDoneMsg:
		return s.work.hear(msg, s.over)
	}
	switch {
	case s.work.running() || s.wrote != nil:
		return nil
	case s.phrase != nil:
		return s.phrase.update(msg)
	}
	return s.list.Update(msg)
}

func (s *taskExport) cells(i int) []string {
	e, t := s.env, s.all[i]
	known := words.TaskUnknown
	if t.Laptops > 0 {
		known = words.TaskKnown
	}
	return []string{strings.TrimSpace(e.mark(s.ticked[t.Person.ID])), t.Person.Name + " " + e.role(t.Person.Role), t.Person.Team, strconv.Itoa(t.Units), e.T(known)}
}

func (s *taskExport) tick() tea.Cmd {
	if i := s.list.Selected(); i >= 0 {
		id := s.all[i].Person.ID
		s.ticked[id] = !s.ticked[id]
	}
	return nil
}

// tickAll ticks everybody, or nobody where everybody is ticked.
func (s *taskExport) tickAll() tea.Cmd {
	all := true
	for _, t := range s.all {
		all = all && s.ticked[t.Person.ID]
	}
	for _, t := range s.all {
		s.ticked[t.Person.ID] = !all
	}
	return nil
}

func (s *taskExport) turnPlace() tea.Cmd {
	if n := len(s.shelves); n > 0 {
		s.to = (s.to + 1) % n
	}
	return nil
}

func (s *taskExport) askPhrase() tea.Cmd {
	s.phrase = newNewPhrase(s.env)
	return nil
}

func (s *taskExport) usePhrase() tea.Cmd {
	passphrase, problem := s.phrase.done()
	if problem == nil {
		s.phrase, s.how, s.secret, s.err = nil, 1, passphrase, nil
	}
	return problem
}

func (s *taskExport) plain() tea.Cmd {
	if s.err = nil; s.how == 2 {
		s.how = 0 // back to the usual way
	} else {
		s.how = 2
	}
	return nil
}

func (s *taskExport) closePhrase() tea.Cmd {
	s.phrase = nil
	return nil
}

// start writes the bundles of everybody who is ticked.
func (s *taskExport) start() tea.Cmd {
	e := s.env
	var tasks []store.Task
	for _, t := range s.all {
		if s.ticked[t.Person.ID] {
			tasks = append(tasks, store.Task{Person: t.Person.ID})
		}
	}
	if len(tasks) == 0 || len(s.shelves) == 0 {
		return e.Fail(e.T(words.TaskNoTick))
	}
	s.err = nil
	to, seal := s.shelves[s.to].path, store.Sealing{Plain: s.how == 2}
	if s.how == 1 {
		seal.Passphrase = s.secret
	}
	var cmd tea.Cmd
	s.work, cmd = e.beginWrite(func(ctx context.Context, b *store.Book, report func(store.Progress)) (any, error) {
		wrote := []store.Tasked{}
		for i, t := range tasks {
			report(store.Progress{Stage: "task", Done: int64(i), Total: int64(len(tasks))})
			x, err := b.ExportTask(ctx, to, t, seal, nil)
			if err != nil {
				return wrote, err
			}
			wrote = append(wrote, x)
		}
		return wrote, nil
	}, stage{"task", words.ExportStageWrite, true})
	return cmd
}

func (s *taskExport) over(msg workDoneMsg) tea.Cmd {
	switch {
	case stopped(msg.err):
		return s.env.Notice(s.env.T(words.WorkStopped))
	case msg.err != nil:
		s.err = msg.err
		return s.env.FailErr(msg.err)
	}
	s.wrote = msg.result.([]store.Tasked)
	return nil
}

// Frame draws the list, the work, or what was written.
func (s *taskExport) Frame(w, h int) Frame {
	e := s.env
	switch {
	case !s.read:
		return Frame{Body: " " + e.T(words.Reading)}
	case s.phrase != nil:
		return s.phrase.frame(w)
	case s.work.running():
		return Frame{Body: strings.Join(s.work.view(w), "\n")}
	case s.wrote != nil:
		return Frame{Body: strings.Join(s.result(w, h), "\n")}
	}
	var c canvas
	c.add(wrapped(e, e.T(words.TaskWhat), w)...)
	c.add("")
	if len(s.shelves) > 0 {
		sh := s.shelves[s.to]
		c.add("   " + e.Cut(e.T(words.TaskTo)+"  "+e.T(sh.word)+"  "+shortPath(sh.path), w-4))
	}
	c.add(wrapped(e, e.T(words.TaskHow[s.how]), w)...)
	c.add("")
	if store.IsFault(s.err, "task.laptop") {
		c.add(e.warnings([]string{e.T(words.TaskShut)}, w)...)
		c.add("")
	}
	rest := max(1, h-len(c.lines))
	s.from = len(c.lines)
	c.block(strings.Join(s.list.Rows(w, rest), "\n"), nil, rest)
	return c.frame()
}

func (s *taskExport) result(w, h int) []string {
	e := s.env
	lines := []string{" " + e.Style.Good.Render(e.T(words.TaskWritten, len(s.wrote))), ""}
	for _, x := range s.wrote {
		lines = append(lines, "   "+e.Cut(e.T(words.TaskWrote, strings.TrimSpace(x.Team+" "+x.Person.Name), len(x.Units), e.size(x.Bytes)), w-4))
	}
	lines = lines[:min(len(lines), max(3, h-3))]
	if len(s.wrote) > 0 && s.wrote[0].Sealed == nil {
		lines = append(append(lines, ""), e.warnings([]string{e.T(words.TaskPlain)}, w)...)
	}
	return lines
}

// Keys of the page.
func (s *taskExport) Keys() []Action {
	e := s.env
	switch {
	case s.work.running():
		return []Action{On(words.WorkStop, s.work.stop, "esc")}
	case s.phrase != nil:
		return []Action{On(words.SealSet, s.usePhrase, "enter"), On(words.KeyBack, s.closePhrase, "esc")}
	case s.wrote != nil:
		return []Action{On(words.KeyBack, e.Back, "enter")}
	}
	off, none := "", ""
	if len(s.all) == 0 {
		none = e.T(words.TaskNobody)
	}
	if off = none; e.Me.Role != checklist.RoleOffice {
		off = e.T(words.TaskOffice)
	}
	return []Action{On(words.TaskTick, s.tick, "enter").OffIf(none), On(words.TaskGo, s.start, "f9", "ctrl+e").OffIf(off), On(words.TaskAllKey, s.tickAll, "f5", "ctrl+t").OffIf(none),
		On(words.TaskPick, s.turnPlace, "f8", "ctrl+u"), On(words.TaskPhraseK, s.askPhrase, "f6", "ctrl+y"), On(words.TaskPlainK, s.plain, "f7", "ctrl+w"), Show(words.KeyMove, "up", "down")}
}

// Typing is so while the passphrase is asked for.
func (s *taskExport) Typing() bool { return s.phrase != nil }

// Hint says what the receiver sees, or what went wrong.
func (s *taskExport) Hint() string {
	if s.err != nil {
		return words.Explain(s.env.Lang, s.err)
	}
	return s.env.T(words.TaskHint)
}

// Title is the crumb.
func (s *taskExport) Title() string { return s.env.T(words.TaskTitle) }

// Click selects a row.
func (s *taskExport) Click(x, y int) tea.Cmd {
	if s.phrase == nil && s.wrote == nil && !s.work.running() {
		s.list.Click(x, y-s.from)
	}
	return nil
}

// Place is the page.
func (s *taskExport) Place() Place { return Place{Screen: "task"} }
