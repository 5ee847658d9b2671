package tui

import (
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("group", newGroup)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.GroupJump, func() tea.Cmd { return e.Go(Place{Screen: "group"}) })}
	})
}

// group is the leading group of the round; the office changes it in a form.
type group struct {
	env  *Env
	list *List
	all  []checklist.GroupMember
	form *Form  // nil: the list
	of   string // the member in the form, "" for a new one
	at   Place  // to come back to
	read bool
}

type groupMsg struct{ all []checklist.GroupMember }

// groupSavedMsg tells that a member was written.
type groupSavedMsg struct{ name string }

func newGroup(e *Env, p Place) Screen {
	s := &group{env: e, at: p}
	s.list = NewList(e, Column{Title: e.T(words.TeamsName), Min: 8, Max: 16}, Column{Title: e.T(words.GroupDuty)}, Column{Title: e.T(words.GroupPost), Grow: true},
		Column{Title: e.T(words.GroupOn), Max: 16}, Column{Title: e.T(words.GroupReleases)})
	s.list.Empty = e.T(words.GroupNone)
	return s
}

// Open reads the group.
func (s *group) Open() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		all, err := b.Group(ctx)
		return groupMsg{all}, err
	})
}

// Return reads it again.
func (s *group) Return() tea.Cmd { return s.Open() }

// Update takes the group; in the form it types.
func (s *group) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case groupMsg:
		s.all, s.read = m.all, true
		s.list.SetRows(len(s.all), s.cells)
		return s.resume()
	case groupSavedMsg:
		s.form = nil
		return tea.Batch(s.Open(), s.env.Notice(s.env.T(words.GroupSaved, m.name)))
	case ChangedMsg:
		return s.Open()
	}
	if s.form != nil {
		return s.form.Update(msg)
	}
	return s.list.Update(msg)
}

func (s *group) cells(i int) []string {
	e, m := s.env, s.all[i]
	on, releases := m.Categories, e.T(words.No)
	if on == "" || m.Duty == checklist.DutyHead {
		on = e.T(words.GroupAll)
	}
	if m.MayRelease() {
		releases = e.T(words.Yes)
	}
	return []string{m.Name, e.T(words.ValueWords["duty."+m.Duty]), m.Post, on, releases}
}

// edit opens the form on a member.
func (s *group) edit(m checklist.GroupMember) tea.Cmd {
	e := s.env
	var duties []field.Option
	for _, d := range store.FieldOf(store.KindGroup, "duty").Choices {
		duties = append(duties, field.Option{Value: d, Word: e.T(words.ValueWords["duty."+d])})
	}
	s.form = NewForm(e, nil,
		[]Item{{Name: "name", Label: words.TeamsName, Width: 16}, {Name: "post", Label: words.GroupPost, Width: 28}},
		[]Item{{Name: "duty", Label: words.GroupDuty, In: InChoice, Options: duties}},
		[]Item{{Name: "on", Label: words.GroupOn, Width: 24, Hint: words.GroupOnHint}, {Name: "releases", Label: words.GroupReleases, In: InBool}})
	duty, releases := m.Duty, "false"
	if duty == "" {
		duty = checklist.DutyMember
	}
	if m.Releases {
		releases = "true"
	}
	s.of = m.Name
	for name, text := range map[string]string{"name": m.Name, "post": m.Post, "duty": duty, "on": m.Categories, "releases": releases} {
		s.form.Set(name, text)
	}
	s.form.Keep("group", m.Name)
	return nil
}

// resume opens the form again that was open when the program ended.
func (s *group) resume() tea.Cmd {
	p := s.at
	if s.at = (Place{}); p.Field == "" || s.form != nil || s.env.Me.Role != checklist.RoleOffice {
		return nil
	}
	i := slices.IndexFunc(s.all, func(m checklist.GroupMember) bool { return m.Name == p.Item })
	if i >= 0 {
		s.edit(s.all[i])
	} else {
		s.add()
	}
	s.form.Resume(p)
	return nil
}

func (s *group) add() tea.Cmd { return s.edit(checklist.GroupMember{}) }

func (s *group) change() tea.Cmd { return s.edit(s.all[s.list.Selected()]) }

// save writes what the form says.
func (s *group) save() tea.Cmd {
	e, f := s.env, s.form
	on := strings.Fields(strings.NewReplacer("，", " ", ",", " ", "、", " ").Replace(field.Fold(f.Value("on"))))
	for i, id := range on {
		on[i] = strings.ToUpper(id)
		if _, ok := e.Scheme.Category(on[i]); !ok {
			return e.Fail(e.say("group.category", id))
		}
	}
	m := checklist.GroupMember{Name: strings.TrimSpace(f.Value("name")), Post: strings.TrimSpace(f.Value("post")), Duty: f.Value("duty"),
		Categories: strings.Join(on, " "), Releases: f.Value("releases") == "true"}
	if m.Name == "" {
		return tea.Batch(f.FocusOn("name", -1), e.Fail(e.say("group.name")))
	}
	return f.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		_, err := b.SaveGroup(ctx, []checklist.GroupMember{m})
		return groupSavedMsg{m.Name}, err
	})
}

func (s *group) drop() tea.Cmd {
	e, m := s.env, s.all[s.list.Selected()]
	return e.AskReason(e.T(words.GroupDropAsk, m.Name), words.GroupDrop, func(reason string) tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return groupSavedMsg{m.Name}, b.RemoveMember(ctx, m.Name, reason)
		})
	})
}

func (s *group) leaveForm() tea.Cmd {
	s.form = nil
	return nil
}

// Frame draws the list or the form.
func (s *group) Frame(w, h int) Frame {
	e := s.env
	switch {
	case !s.read:
		return Frame{Body: " " + e.T(words.Reading)}
	case s.form != nil:
		body, cursor := s.form.View(w, h)
		return Frame{body, cursor}
	}
	return Frame{Body: strings.Join(s.list.Rows(w, h), "\n")}
}

// Keys of the list or the form.
func (s *group) Keys() []Action {
	e := s.env
	if s.form != nil {
		return append([]Action{On(words.GroupSave, s.save, "enter")}, append(s.form.Keys(), On(words.KeyBack, s.leaveForm, "esc"))...)
	}
	off, one := "", ""
	if e.Me.Role != checklist.RoleOffice {
		off = e.T(words.GroupOffice)
	}
	if one = off; len(s.all) == 0 {
		one = e.T(words.GroupNone)
	}
	return []Action{Show(words.KeyMove, "up", "down"), On(words.GroupEdit, s.change, "enter").OffIf(one),
		On(words.GroupAdd, s.add, "f5", "ctrl+t").OffIf(off), On(words.GroupDrop, s.drop, "f7", "ctrl+w").OffIf(one)}
}

// Typing is so in the form.
func (s *group) Typing() bool { return s.form != nil && s.form.Typing() }

// Hint says what the group is for, or what a field wants.
func (s *group) Hint() string {
	if s.form != nil {
		return s.form.Hint()
	}
	return s.env.T(words.GroupHint)
}

// Title is the crumb.
func (s *group) Title() string { return s.env.T(words.GroupTitle) }

// Place is the list, or the member and the field of the form.
func (s *group) Place() Place {
	p := Place{Screen: "group"}
	if s.form != nil {
		p.Item = s.of
		p.Field, p.Offset = s.form.Focused()
	}
	return p
}

// Click selects a row.
func (s *group) Click(x, y int) tea.Cmd {
	if s.form == nil {
		s.list.Click(x, y)
	}
	return nil
}
