package tui

import (
	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// noted is what a step with time-marked notes is beside its own panes: the visit it belongs to, its notes, and the
// picker that opens over it. A screen of such a step embeds it.
type noted struct {
	picking
	env   *Env
	visit checklist.ID
	step  checklist.Step
	host  checklist.ID // what files are attached to
	notes *notes
	panes *panes
}

func newNoted(e *Env, p Place, step checklist.Step, host checklist.ID) noted {
	return noted{env: e, visit: p.Visit, step: step, host: host, notes: newNotes(e, p.Visit, checklist.ID{}, step, p.Item)}
}

// Open reads the visit.
func (s *noted) Open() tea.Cmd { return s.env.Load(s.visit) }

// Update types in the focused pane.
func (s *noted) Update(msg tea.Msg) tea.Cmd {
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	return s.panes.Update(msg)
}

// Leave makes the changes of everything.
func (s *noted) Leave() tea.Cmd { return s.panes.Leave() }

// Keys of the focused pane, and of the steps.
func (s *noted) Keys() []Action {
	if s.pick != nil {
		return s.pick.keys(s.close)
	}
	var keys []Action
	if s.panes.is(s.notes) {
		keys = append(keys, s.notes.actions(func(x checklist.Entry) tea.Cmd {
			return s.picking.open(s.env.attachPicker(s.visit, x))
		})...)
	}
	keys = append(keys, s.panes.cur().Keys()...)
	if find(keys, "tab") == nil {
		keys = append(keys, Show(words.KeyNext, "tab"))
	}
	keys = append(keys, stepKeys(s.env, s.visit, s.step, s.env.Swap)...)
	return append(keys, s.env.attachKey(s.visit, s.host))
}

// Place is the visit, the entry being written, and the pane.
func (s *noted) Place() Place {
	return s.panes.place(Place{Screen: string(s.step), Visit: s.visit, Item: s.notes.id.String()})
}

// CaptureFor says that a fact noted here is about this step.
func (s *noted) CaptureFor() (visit, unit checklist.ID, step checklist.Step) {
	return s.visit, checklist.ID{}, s.step
}

// Typing tells whether plain keys are text.
func (s *noted) Typing() bool { return s.pick != nil || s.panes.cur().Typing() }

// Hint is the focused pane's.
func (s *noted) Hint() string { return s.hintOr(s.env, s.panes.cur().Hint) }

// ScoresShown is never so here.
func (s *noted) ScoresShown() bool { return false }

// Title is the step's name.
func (s *noted) Title() string { return s.env.stepTitle(s.env.visitScheme(s.visit), s.step) }
