package tui

import (
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Update handles keys and pastes for the field with the focus, and keeps what is typed. Messages about the book are
// handled too.
func (f *Form) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case DocMsg:
		f.Refresh()
		return nil
	case FailedMsg:
		f.refuse(msg)
		return nil
	case tea.KeyPressMsg:
		switch msg.String() {
		case "tab":
			return f.Move(1)
		case "shift+tab":
			return f.Move(-1)
		case "ctrl+z":
			if it := f.focus(); it != nil && it.chooses() && it.dirty { // a choice has no ring: back to what the book says
				it.input.SetValue(it.saved)
				return f.typed(it)
			}
		}
	case tea.PasteMsg:
	default:
		return nil
	}
	it := f.focus()
	if it == nil {
		return nil
	}
	r := it.input.Update(msg)
	cmds := []tea.Cmd{r.Cmd}
	if r.Changed {
		cmds = append(cmds, f.typed(it))
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && !r.Used {
		switch k.String() {
		case "up":
			cmds = append(cmds, f.Move(-1))
		case "down", "enter":
			cmds = append(cmds, f.Move(1))
		}
	}
	return tea.Batch(cmds...)
}

// typed keeps an item's text as a draft.
func (f *Form) typed(it *item) tea.Cmd {
	it.problem = nil
	it.dirty = it.Kind != "" && (f.text(it) != it.saved)
	if it.Kind == "" {
		return f.keepTyped(it)
	}
	it.drafted = true
	text, err := f.whole(it, true)
	if err != nil {
		text = it.input.Value()
	}
	return f.env.Type(store.Draft{
		Record: it.Record, Kind: it.Kind, Field: it.Field, Text: text, Cursor: it.input.Offset(), Shown: it.shown,
	})
}

// refuse marks the items whose change was refused.
func (f *Form) refuse(msg FailedMsg) {
	for _, ed := range msg.Edits {
		for _, it := range f.items {
			if it.register() == keyOf(ed.Record, ed.Kind, ed.Field) {
				it.dirty, it.problem = true, msg.Err
			}
		}
	}
}

func (f *Form) focus() *item {
	if f.at < 0 || f.at >= len(f.items) {
		return nil
	}
	return f.items[f.at]
}

func (it *item) here() bool { return it.Skip == nil || !it.Skip() }

// Move leaves the field and enters the next or the one before. At the ends the focus stays; AtEdge tells.
func (f *Form) Move(by int) tea.Cmd {
	for i := f.at + by; i >= 0 && i < len(f.items); i += by {
		if f.items[i].here() {
			return f.To(i)
		}
	}
	return f.Leave()
}

// AtEdge tells whether Move in this direction would find no field.
func (f *Form) AtEdge(by int) bool {
	for i := f.at + by; i >= 0 && i < len(f.items); i += by {
		if f.items[i].here() {
			return false
		}
	}
	return true
}

// To puts the focus on item i: the field that is left makes its change.
func (f *Form) To(i int) tea.Cmd {
	cmd := f.leaveField()
	f.at = i
	f.enter()
	return cmd
}

// FocusOn puts the focus on an item by its name, and the cursor at an offset (-1: where it is).
func (f *Form) FocusOn(name string, offset int) tea.Cmd {
	for i, it := range f.items {
		if it.Name == name && it.here() {
			cmd := f.To(i)
			if offset >= 0 {
				it.input.SetOffset(offset)
			}
			return cmd
		}
	}
	return nil
}

// enter remembers what the book says now: the refs of a change made here.
func (f *Form) enter() {
	if it := f.focus(); it != nil && !it.dirty {
		it.shown = it.reg.Shown
	}
}

func (f *Form) leaveField() tea.Cmd {
	it := f.focus()
	if it == nil {
		return nil
	}
	ed, ok := f.edit(it)
	if it.problem != nil {
		return f.env.FailErr(it.problem)
	}
	if !ok {
		return f.undraft(it)
	}
	return f.env.Apply(ed)
}

// Focused is the name of the field with the focus and the offset of its cursor: for Place.
func (f *Form) Focused() (name string, offset int) {
	if it := f.focus(); it != nil {
		return it.Name, it.input.Offset()
	}
	return "", 0
}

// Insert puts text at the cursor of the focused field, such as the time.
func (f *Form) Insert(s string) tea.Cmd {
	it := f.focus()
	if it == nil {
		return nil
	}
	if in, ok := it.input.(interface{ Insert(string) }); ok {
		in.Insert(s)
		return f.typed(it)
	}
	return nil
}

// Typing tells whether plain keys are text: not in a choice, unless it was changed and is not left yet: then undo is the
// field's.
func (f *Form) Typing() bool {
	it := f.focus()
	return it != nil && (!it.chooses() || it.dirty)
}

// chooses tells an input that takes no text.
func (it *item) chooses() bool {
	_, choice := it.input.(*field.Choice)
	return choice
}

// Hint is what the focused field has to say: its problem, its contest, its own hint.
func (f *Form) Hint() string {
	it, e := f.focus(), f.env
	switch {
	case it == nil:
		return ""
	case it.problem != nil:
		return words.Explain(e.Lang, it.problem)
	case it.reg.Contested && len(it.reg.Siblings) > 1:
		s := it.reg.Siblings[1]
		return e.T(words.FieldContested, s.By.Name, part(s.Text, it.Part))
	case it.reg.Waiting:
		return e.T(words.FieldWaiting)
	}
	return e.T(it.Hint)
}

// Keys are the keys of a form, for a screen's Keys.
func (f *Form) Keys() []Action {
	keys := []Action{Show(words.KeyNext, "tab"), Show(words.KeyPrev, "shift+tab").Hidden()}
	if it := f.focus(); it != nil && (it.In == InChoice || it.In == InBool) {
		keys = append(keys, Show(words.KeyToggle, "space"))
	}
	return keys
}
