package tui

import (
	"slices"
	"strings"

	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Action is something a screen can do: its keys, its words, and how. The key bar, the help page and the palette are
// all made from it.
type Action struct {
	Keys []string   // as the terminal library names them: "enter", "ctrl+e", "f4"; the first is shown in the bar
	Name words.Text // what it does
	Args []any      // of Name
	Do   func() tea.Cmd
	Off  string // why it does not work now, "" when it does
	Hide bool   // not in the key bar: only in help and palette
}

// Show describes keys that the screen's Update handles itself, such as the arrows.
func Show(name words.Text, keys ...string) Action { return Action{Keys: keys, Name: name} }

// On makes an action.
func On(name words.Text, do func() tea.Cmd, keys ...string) Action {
	return Action{Keys: keys, Name: name, Do: do}
}

// OffIf makes the action not work now, for a reason; "" leaves it working.
func (a Action) OffIf(reason string) Action {
	a.Off = reason
	return a
}

// Hidden keeps the action out of the key bar.
func (a Action) Hidden() Action {
	a.Hide = true
	return a
}

// with gives the action's name its arguments.
func (a Action) with(args ...any) Action {
	a.Args = args
	return a
}

// plain tells a key that types text. Such a key is an action only while nothing is typed.
func plain(k tea.KeyPressMsg) bool {
	return k.Text != "" && k.Mod&(tea.ModCtrl|tea.ModAlt) == 0
}

// keyName is the key as actions name it: full-width characters folded, the space by its name.
func keyName(k tea.KeyPressMsg) string {
	s := k.String()
	if plain(k) {
		if s = field.Fold(k.Text); s == " " {
			s = "space"
		}
	}
	return s
}

// find is the action of a key.
func find(actions []Action, key string) *Action {
	for i := range actions {
		if slices.Contains(actions[i].Keys, key) {
			return &actions[i]
		}
	}
	return nil
}

// keyLabel writes a key as it stands on a keyboard: "ctrl+e" is Ctrl+E.
func (e *Env) keyLabel(key string) string {
	if t, ok := words.KeyNames[key]; ok {
		return t.In(e.Lang)
	}
	parts := strings.Split(key, "+")
	for i, p := range parts {
		if t, ok := words.KeyNames[p]; ok {
			parts[i] = t.In(e.Lang)
		} else if p != "" {
			parts[i] = strings.ToUpper(p[:1]) + p[1:]
		}
	}
	if key == "+" || key == "=" {
		return key
	}
	return strings.Join(parts, "+")
}

// label is the keys of an action in the bar: the arrows together, otherwise the first key.
func (a Action) label(e *Env) string {
	if len(a.Keys) == 0 {
		return ""
	}
	s := e.keyLabel(a.Keys[0])
	if len(a.Keys) > 1 && (a.Keys[0] == "up" || a.Keys[0] == "left") {
		s += e.keyLabel(a.Keys[1])
	}
	return s
}

func (a Action) name(e *Env) string { return a.Name.F(e.Lang, a.Args...) }

// span is where an action stands in the key bar, for clicks.
type span struct {
	from, to int
	action   Action
}

// keyBar writes the actions that fit in w cells; the last of them, the help key, always has its place.
func (e *Env) keyBar(actions []Action, last Action, w int) (string, []span) {
	var (
		b     strings.Builder
		spans []span
		x     = 1
		tail  = e.Width(last.label(e)+" "+last.name(e)) + 2
	)
	b.WriteByte(' ')
	add := func(a Action) {
		label, name := a.label(e), a.name(e)
		width := e.Width(label + " " + name)
		if a.Off != "" {
			b.WriteString(e.Style.Faint.Render(label + " " + name))
		} else {
			b.WriteString(e.Style.Key.Render(label) + " " + name)
		}
		spans = append(spans, span{x, x + width, a})
		b.WriteString("  ")
		x += width + 2
	}
	for _, a := range actions {
		if a.Hide || len(a.Keys) == 0 {
			continue
		}
		if x+e.Width(a.label(e)+" "+a.name(e))+2+tail > w+1 {
			continue
		}
		add(a)
	}
	add(last)
	return strings.TrimRight(b.String(), " "), spans
}
