package tui

import (
	"strings"

	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// helpPage lists what the screen below can do, made from the same actions as its key bar.
type helpPage struct {
	env   *Env
	title string
	rows  [][2]string // of the screen: keys, what they do
	all   [][2]string // everywhere
	from  int
	lines int
	h     int
}

func newHelp(e *Env, s Screen, global []Action) *helpPage {
	h := &helpPage{env: e, title: s.Title()}
	for _, a := range s.Keys() {
		h.rows = append(h.rows, h.row(a))
	}
	if typing(s) {
		for _, a := range []Action{
			Show(words.KeySelect, "shift+←→"), Show(words.KeyAll, "ctrl+a"), Show(words.KeyCopy, "ctrl+c"),
			Show(words.KeyPaste, "ctrl+v"), Show(words.KeyUndo, "ctrl+z"), Show(words.KeyRedo, "ctrl+y"),
		} {
			h.rows = append(h.rows, h.row(a))
		}
	} else {
		h.rows = append(h.rows, h.row(Show(words.KeyUndo, "ctrl+z")))
	}
	for _, a := range append(global, Show(words.KeyBack, "esc")) {
		h.all = append(h.all, h.row(a))
	}
	return h
}

func (h *helpPage) row(a Action) [2]string {
	e := h.env
	label := a.label(e)
	if len(a.Keys) == 2 && a.Do != nil {
		label = e.T(words.HelpOr, label, e.keyLabel(a.Keys[1]))
	}
	name := a.name(e)
	if a.Off != "" {
		name = e.T(words.HelpOff, name, a.Off)
	}
	return [2]string{label, name}
}

// Update scrolls.
func (h *helpPage) Update(msg tea.Msg) tea.Cmd {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil
	}
	switch k.String() {
	case "up":
		h.from--
	case "down":
		h.from++
	case "pgup":
		h.from -= h.h
	case "pgdown":
		h.from += h.h
	}
	h.from = max(0, min(h.from, h.lines-h.h))
	return nil
}

// Frame draws the page.
func (h *helpPage) Frame(w, height int) Frame {
	lines := h.page(w)
	h.lines, h.h = len(lines), height
	h.from = max(0, min(h.from, len(lines)-height))
	return Frame{Body: strings.Join(lines[h.from:], "\n")}
}

func (h *helpPage) page(w int) []string {
	e := h.env
	left, right := h.column(words.HelpHere, h.rows, w/2-2), h.column(words.HelpAlways, h.all, w/2-2)
	var lines []string
	for i := range max(len(left), len(right)) {
		l, r := "", ""
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		lines = append(lines, " "+e.Kit.Meter.Pad(l, w/2-1)+r)
	}
	lines = append(lines, e.Rule(w))
	for _, part := range [][2]words.Text{
		{words.HelpIME, words.HelpIMEText}, {words.HelpSave, words.HelpSaveText}, {words.HelpDraw, words.HelpDrawText},
	} {
		lines = append(lines, " "+e.Style.Title.Render(e.T(part[0])))
		for _, l := range e.Wrap(e.T(part[1]), w-6) {
			lines = append(lines, "   "+l)
		}
	}
	return lines
}

func (h *helpPage) column(title words.Text, rows [][2]string, w int) []string {
	e, keys := h.env, 0
	for _, r := range rows {
		keys = max(keys, e.Width(r[0]))
	}
	lines := []string{e.Style.Title.Render(e.T(title))}
	for _, r := range rows {
		for i, l := range e.Wrap(r[1], max(8, w-keys-4)) {
			key := ""
			if i == 0 {
				key = r[0]
			}
			lines = append(lines, "  "+e.Style.Key.Render(e.Pad(key, keys))+"  "+l)
		}
	}
	return lines
}

// Keys of the help page.
func (h *helpPage) Keys() []Action {
	return []Action{Show(words.KeyScroll, "up", "down"), Show(words.KeyClose, "esc")}
}

// Title is the crumb.
func (h *helpPage) Title() string { return h.env.T(words.KeyHelp) }
