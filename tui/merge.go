package tui

import (
	"context"
	"slices"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("merge", func(e *Env, p Place) Screen {
		s := newMerge(e)
		s.choose.line.SetValue(p.Item)
		s.choose.onLine = p.Item != ""
		return s
	})
}

// merge takes bundles into the book: which ones, whether they are sound and what they bring, whose laptops they come
// from, how far it is, and what came of it. The book changes in the last step only.
type merge struct {
	env     *Env
	choose  *chooser
	paths   []string
	work    *work
	plan    *store.Plan
	files   *List
	rows    []int   // the files of the plan as listed: those that bring something first
	unlock  *unlock // the passphrase of what is sealed is asked for before anything else
	tried   bool    // one was given
	skipped bool    // nobody wants to give one now
	enrol   *enrol  // then a laptop that nobody enrolled is asked about
	asked   map[string]bool
	merged  *merged
}

// mergeStages are the steps, of which checking does the first three and writing the last.
var mergeStages = []stage{{"copy", words.MergeCopy, false}, {"verify", words.MergeVerify, false}, {"count", words.MergeCount, false},
	{"merge", words.MergeWrite, false}}

// merged is what a merge came to.
type merged struct {
	report  store.Report
	units   []store.UnitCount
	waiting []store.Wait
}

// newMerge makes the screen; with paths it begins by checking these.
func newMerge(e *Env, paths ...string) *merge {
	s := &merge{env: e, choose: newChooser(e), paths: paths, asked: map[string]bool{}}
	s.files = NewList(e, Column{Title: e.T(words.MergeFiles), Grow: true}, Column{Title: e.T(words.MergeFrom), Max: 24},
		Column{Title: e.T(words.MergeNew), Right: true}, Column{Title: e.T(words.MergeSame), Right: true},
		Column{Title: e.T(words.MergeVerdict)})
	return s
}

// Open lists the usual places, or checks the bundles given.
func (s *merge) Open() tea.Cmd {
	if len(s.paths) > 0 {
		return s.check(s.paths)
	}
	return s.choose.show("")
}

// Update takes what is typed, listed and told by the work.
func (s *merge) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listingMsg:
		return s.choose.update(msg)
	case pickedMsg:
		if msg.dir != "" {
			return s.choose.show(msg.dir)
		}
		return s.check(msg.paths)
	case enrolledMsg:
		return s.enrolled(msg)
	case workReadyMsg, workMsg, workDoneMsg:
		return s.work.hear(msg, s.over)
	}
	return s.input(msg)
}

// input gives keys and pastes to the page that shows.
func (s *merge) input(msg tea.Msg) tea.Cmd {
	switch {
	case s.work.running() || s.merged != nil:
		return nil
	case s.unlock != nil:
		return s.unlock.line.Update(msg)
	case s.enrol != nil:
		return s.enrol.update(msg)
	case s.plan != nil:
		return s.files.Update(msg)
	}
	cmd := s.choose.update(msg)
	if !isInput(msg) {
		return cmd
	}
	return tea.Batch(cmd, s.env.keepPlace())
}

// check verifies bundles and finds out what they would bring. It writes nothing.
func (s *merge) check(paths []string) tea.Cmd {
	if len(paths) == 0 {
		return s.env.Fail(s.env.T(words.ChooseWhat))
	}
	s.paths = paths
	var cmd tea.Cmd
	s.work, cmd = s.env.begin(func(ctx context.Context, b *store.Book, report func(store.Progress)) (any, error) {
		return b.Preview(ctx, paths, report)
	}, mergeStages...)
	return cmd
}

// write merges what the plan takes.
func (s *merge) write() tea.Cmd {
	plan := s.plan
	var cmd tea.Cmd
	s.work, cmd = s.env.beginWrite(func(ctx context.Context, b *store.Book, report func(store.Progress)) (any, error) {
		r, err := b.Merge(ctx, plan, report)
		if err != nil {
			return merged{report: r}, err // what was written before stays written
		}
		waiting, err := b.Waiting(ctx)
		return merged{r, plan.Units, waiting}, err
	}, mergeStages...)
	s.work.at = store.Progress{Stage: "merge"}
	return cmd
}

// over takes the result of checking or of merging.
func (s *merge) over(msg workDoneMsg) tea.Cmd {
	tell := s.env.FailErr(msg.err)
	if r, ok := msg.result.(merged); ok && msg.err != nil && r.report.New > 0 {
		s.plan, s.merged = nil, &r
		if stopped(msg.err) {
			tell = s.env.Fail(s.env.T(words.MergeStopped))
		}
		return tell
	}
	switch {
	case stopped(msg.err):
		return s.env.Notice(s.env.T(words.WorkStopped))
	case msg.err != nil:
		return tell
	}
	switch r := msg.result.(type) {
	case *store.Plan:
		s.plan = r
		s.list()
		if s.askUnlock(s.tried); s.unlock == nil {
			s.askEnrol()
		}
	case merged:
		s.plan, s.merged = nil, &r
	}
	return nil
}

// list shows the files of the plan: first those that bring something, last those that are refused.
func (s *merge) list() {
	s.rows = s.rows[:0]
	for i := range s.plan.Files {
		s.rows = append(s.rows, i)
	}
	last := map[store.Verdict]int{store.Known: 1, store.Closed: 2, store.Refused: 2}
	slices.SortStableFunc(s.rows, func(a, b int) int { return last[s.plan.Files[a].Verdict] - last[s.plan.Files[b].Verdict] })
	s.files.SetRows(len(s.rows), s.cells)
	s.files.move("home")
}

// selected is the selected file of the plan, nil when there is none.
func (s *merge) selected() *store.PlanFile {
	if i := s.files.Selected(); i >= 0 {
		return &s.plan.Files[s.rows[i]]
	}
	return nil
}

// askEnrol puts the first laptop on the page that nobody enrolled and that was not asked about.
func (s *merge) askEnrol() {
	s.enrol = nil
	for i, u := range s.plan.Unknown {
		if !s.asked[u.ID.String()] {
			s.enrol = newEnrol(s.env, u, i+1, len(s.plan.Unknown))
			return
		}
	}
}

// skip leaves a laptop unknown for now: what it brings stays in the inbox.
func (s *merge) skip() tea.Cmd {
	s.asked[s.enrol.device.ID.String()] = true
	s.askEnrol()
	return nil
}

// enrolled checks the bundles again, for now they bring more.
func (s *merge) enrolled(msg enrolledMsg) tea.Cmd {
	if s.enrol == nil || s.enrol.device.ID != msg.id {
		return nil
	}
	s.enrol, s.plan = nil, nil
	return tea.Batch(s.env.Notice(s.env.T(words.EnrolDone, msg.label)), s.check(s.paths))
}

// turn takes a file into the merge, or leaves it out.
func (s *merge) turn() tea.Cmd {
	if f := s.selected(); f != nil && (f.Verdict == store.Ready || f.Verdict == store.Partial) {
		f.Take = !f.Take
	}
	return nil
}

// brings tells whether merging would do anything.
func (s *merge) brings() bool {
	for _, f := range s.plan.Files {
		if f.Take && (f.Verdict == store.Ready || f.Verdict == store.Partial) || f.Verdict == store.Waits {
			return true
		}
	}
	return false
}

// giveUp goes back from the plan to the choice; the copies leave the inbox.
func (s *merge) giveUp() tea.Cmd {
	plan := s.plan
	s.plan, s.unlock, s.enrol, s.tried, s.skipped = nil, nil, nil, false, false
	drop := s.env.Read(func(context.Context, *store.Book) (tea.Msg, error) { return nil, plan.Discard() })
	return tea.Batch(drop, s.choose.show(s.choose.dir))
}

// more leads from the report back to the choice.
func (s *merge) more() tea.Cmd {
	s.merged, s.tried, s.skipped, s.choose.marked = nil, false, false, map[string]bool{}
	return s.choose.show(s.choose.dir)
}
