package tui

import (
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/report"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("story", newStory)
	addJumps(func(e *Env) []Action {
		if e.Me.Role != checklist.RoleOffice {
			return nil
		}
		return []Action{On(words.StoryMenu, func() tea.Cmd { return e.Go(Place{Screen: "story"}) })}
	})
}

// storyRename is the first of the ways a unit changes; the others are those of checklist.Continuity.
const storyRename = "renamed"

// story records that a unit is renamed, merged, split or no more, from a day on and by which document. Without a unit it
// asks for one first.
type story struct {
	picking
	env   *Env
	unit  checklist.ID
	units map[checklist.ID]checklist.Unit
	form  *Form
	read  bool
	busy  bool
}

type (
	storyMsg struct {
		of    *story
		units map[checklist.ID]checklist.Unit
	}
	storyDoneMsg struct{ of *story }
)

func newStory(e *Env, p Place) Screen {
	s := &story{env: e, unit: p.Record}
	off := func(how string) func() bool {
		return func() bool { return s.form == nil || s.form.Value("what") != how }
	}
	ways := []field.Option{{Value: storyRename, Word: e.T(words.StoryRename)}, {Value: checklist.UnitMerged, Word: e.T(words.StoryMerge)},
		{Value: checklist.UnitSplit, Word: e.T(words.StorySplit)}, {Value: checklist.UnitCeased, Word: e.T(words.StoryEnd)}}
	s.form = NewForm(e, nil,
		[]Item{{Name: "what", In: InChoice, Options: ways, Label: words.StoryWhat, Hint: words.StoryHint}},
		[]Item{{Name: "name", Label: words.StoryName, Hint: words.StoryHint, Skip: off(storyRename)}},
		[]Item{{Name: "short", Label: words.StoryShort, Width: 16, Hint: words.StoryHint, Skip: off(storyRename)}},
		[]Item{{Name: "into", Label: words.StoryInto, Hint: words.StoryIntoHow, Skip: off(checklist.UnitMerged)}},
		[]Item{{Name: "with", Label: words.StoryWith, Hint: words.StoryWithHow, Skip: off(checklist.UnitMerged)}},
		[]Item{{Name: "parts", In: InText, Height: 3, Label: words.StoryParts, Hint: words.StoryPartHow, Skip: off(checklist.UnitSplit)}},
		[]Item{{Name: "stays", In: InBool, Label: words.StoryStays, Hint: words.StoryHint, Skip: off(checklist.UnitSplit)}},
		[]Item{{Name: "day", In: InDate, Label: words.StoryDay, Width: 11, Hint: words.StoryHint}},
		[]Item{{Name: "document", Label: words.StoryDoc, Width: 30, Hint: words.StoryHint}},
		[]Item{{Name: "reason", Label: words.StoryReason, Hint: words.StoryHint}},
	)
	for name, text := range map[string]string{"what": storyRename, "stays": "true", "day": e.Today()} {
		s.form.Set(name, text)
	}
	s.form.Keep("story", p.Record)
	s.form.Resume(p)
	return s
}

// Open reads the units.
func (s *story) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		units, err := unitsByID(ctx, b)
		return storyMsg{s, units}, err
	})
}

// Update types, and takes the units.
func (s *story) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case storyMsg:
		if m.of == s {
			s.units, s.read = m.units, true
			return s.ask()
		}
		return nil
	case storyDoneMsg:
		if m.of != s {
			return nil
		}
		return tea.Batch(s.env.Back(), s.env.Notice(s.env.T(words.StoryDone)))
	case FailedMsg:
		s.busy = false
		return nil
	}
	if s.pick != nil && isInput(msg) {
		return s.pick.list.Update(msg)
	}
	return s.form.Update(msg)
}

// ask has the unit chosen, where the page was opened without one.
func (s *story) ask() tea.Cmd {
	if s.unit != (checklist.ID{}) {
		return nil
	}
	var rows []pickRow
	for _, u := range s.units {
		if u.Counts() {
			rows = append(rows, pickRow{id: u.Code, record: u.ID, text: u.Name})
		}
	}
	slices.SortFunc(rows, func(a, b pickRow) int { return strings.Compare(a.id, b.id) })
	return s.picking.open(newPicker(s.env, s.env.T(words.StoryPick), rows, func(chosen []pickRow) tea.Cmd {
		s.unit = chosen[0].record
		s.form.Keep("story", s.unit)
		return s.env.keepPlace()
	}))
}

// successor reads CODE or CODE=NAME.
func successor(typed string) checklist.Unit {
	code, name, _ := strings.Cut(strings.ReplaceAll(typed, "＝", "="), "=")
	return checklist.Unit{Code: strings.TrimSpace(field.Fold(code)), Name: strings.TrimSpace(name)}
}

// said is the change that the form asks for; with a rename c.How is empty.
func (s *story) said() (r store.Renaming, c store.Continuing) {
	f := s.form
	text := func(name string) string { return strings.TrimSpace(f.Value(name)) }
	day, document, reason := f.Value("day"), text("document"), text("reason")
	if text("what") == storyRename {
		return store.Renaming{Name: text("name"), Short: text("short"), Day: day, Document: document, Reason: reason}, c
	}
	c = store.Continuing{How: text("what"), From: []checklist.ID{s.unit}, Day: day, Document: document, Reason: reason}
	switch c.How {
	case checklist.UnitMerged:
		if text("into") != "" {
			c.Into = []checklist.Unit{successor(text("into"))}
		}
		for _, code := range strings.Fields(field.Fold(text("with"))) {
			c.From = append(c.From, checklist.UnitID(s.env.Info.District, code))
		}
	case checklist.UnitSplit:
		if text("stays") == "true" {
			c.Into = []checklist.Unit{{Code: s.units[s.unit].Code}}
		}
		for _, line := range strings.Split(text("parts"), "\n") {
			if strings.TrimSpace(line) != "" {
				c.Into = append(c.Into, successor(line))
			}
		}
	}
	return r, c
}

// record asks, and records the change.
func (s *story) record() tea.Cmd {
	e, unit := s.env, s.unit
	if err := s.form.Check(); err != nil {
		return e.FailErr(err)
	}
	if s.busy || !s.read {
		return nil
	}
	r, c := s.said()
	way := e.T(map[string]words.Text{"": words.StoryRename, checklist.UnitMerged: words.StoryMerge, checklist.UnitSplit: words.StorySplit,
		checklist.UnitCeased: words.StoryEnd}[c.How])
	names := []string{r.Name}
	for _, u := range c.Into {
		names = append(names, strings.TrimSpace(u.Code+" "+u.Name))
	}
	way = strings.TrimSpace(way + " " + strings.Trim(strings.Join(names, e.T(words.Comma)), e.T(words.Comma)))
	return e.Ask(e.T(words.StoryAsk, e.Clean(s.units[unit].Name), e.Clean(way), s.form.Value("day")), e.Answer(words.StoryDo, func() tea.Cmd {
		s.busy = true
		return s.form.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			if c.How == "" {
				return storyDoneMsg{s}, b.RenameUnit(ctx, unit, r)
			}
			_, err := b.ContinueUnits(ctx, c)
			return storyDoneMsg{s}, err
		})
	}))
}

// Frame draws what is known of the unit's story, and the form.
func (s *story) Frame(w, h int) Frame {
	e := s.env
	switch {
	case !s.read:
		return Frame{Body: " " + e.T(words.Reading)}
	case s.pick != nil:
		return s.pick.frame(w, h)
	}
	u := s.units[s.unit]
	names := map[checklist.ID]string{}
	for id, x := range s.units {
		names[id] = x.Name
	}
	var c canvas
	c.add(" " + e.Style.Title.Render(e.Cut(e.Clean(u.Code+"  "+e.marks(u)+u.Name), w-2)))
	for _, l := range report.Story(e.Lang, u, names) {
		c.add("   " + e.Style.Faint.Render(e.Cut(e.Clean(l), w-4)))
	}
	c.add(e.Rule(w), "")
	text, cursor := s.form.View(w, max(1, h-len(c.lines)))
	c.block(text, cursor, h-len(c.lines))
	return c.frame()
}

// off says why nothing can be recorded.
func (s *story) off() string {
	switch {
	case s.env.Me.Role != checklist.RoleOffice:
		return s.env.T(words.StoryOffice)
	case s.units[s.unit].Ended():
		return s.env.Say("units.gone", s.units[s.unit].Code)
	}
	return ""
}

// Keys of the form, or of the choice of the unit.
func (s *story) Keys() []Action {
	if s.pick != nil {
		keys := s.pick.keys(s.close)
		keys[len(keys)-1] = Show(words.KeyBack, "esc") // there is nothing below the choice
		return keys
	}
	return append(s.form.Keys(), On(words.StoryDo, s.record, "f8", "ctrl+e").OffIf(s.off()))
}

// Typing is so in the text fields and in the choice.
func (s *story) Typing() bool { return s.pick != nil || s.form.Typing() }

// Hint is the focused field's.
func (s *story) Hint() string { return s.hintOr(s.env, s.form.Hint) }

// Title is the crumb.
func (s *story) Title() string { return s.env.T(words.StoryTitle) }

// Place is the unit and the field.
func (s *story) Place() Place {
	name, offset := s.form.Focused()
	return Place{Screen: "story", Record: s.unit, Field: name, Offset: offset}
}

// storyKeys open the page of a unit, from its menu, for the office alone.
func (e *Env) storyKeys(unit checklist.ID) []Action {
	if e.Me.Role != checklist.RoleOffice || unit == (checklist.ID{}) {
		return nil
	}
	return []Action{On(words.StoryOfUnit, func() tea.Cmd { return e.Go(Place{Screen: "story", Record: unit}) }).Hidden()}
}
