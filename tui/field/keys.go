package field

import (
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// update handles what the editor and the one-line input have in common.
func (b *buffer) update(msg tea.Msg) Result {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		b.hist.seal()
		r := Result{Used: true, Changed: b.put(msg.Content, editOther)}
		b.hist.seal()
		return r
	case tea.KeyPressMsg:
		if isText(msg) {
			return Result{Used: true, Changed: b.put(msg.Text, editType)}
		}
		return b.command(msg.String())
	}
	return Result{}
}

// isText tells a key that types something from one that commands something.
func isText(k tea.KeyPressMsg) bool {
	return k.Text != "" && k.Mod&(tea.ModCtrl|tea.ModAlt|tea.ModMeta|tea.ModSuper) == 0
}

func (b *buffer) command(key string) Result {
	move, extend := strings.CutPrefix(key, "shift+")
	switch move {
	case "left":
		return b.sideways(b.prev(b.cur), extend, true)
	case "right":
		return b.sideways(b.next(b.cur), extend, false)
	case "ctrl+left", "ctrl+shift+left":
		return b.moveTo(b.word(b.cur, false), extend || strings.Contains(key, "shift"))
	case "ctrl+right", "ctrl+shift+right":
		return b.moveTo(b.word(b.cur, true), extend || strings.Contains(key, "shift"))
	case "ctrl+home":
		return b.moveTo(place{}, extend)
	case "ctrl+end":
		return b.moveTo(place{len(b.pars) - 1, len(b.pars[len(b.pars)-1])}, extend)
	}
	switch key {
	case "backspace", "shift+backspace":
		return b.remove(b.prev(b.cur), b.cur)
	case "delete":
		return b.remove(b.cur, b.next(b.cur))
	case "ctrl+a":
		b.hist.seal()
		b.anchor, b.sel = place{}, true
		b.cur = place{len(b.pars) - 1, len(b.pars[len(b.pars)-1])}
		return Result{Used: true}
	case "ctrl+z":
		return Result{Used: true, Changed: b.undo()}
	case "ctrl+y":
		return Result{Used: true, Changed: b.redo()}
	case "ctrl+c", "ctrl+x":
		return b.copyOut(key == "ctrl+x")
	case "ctrl+v":
		return b.update(tea.PasteMsg{Content: b.kit.Clip.text})
	}
	return Result{}
}

// sideways moves by one cluster; a selection that is not extended collapses to its edge.
func (b *buffer) sideways(to place, extend, left bool) Result {
	if b.sel && !extend {
		from, till := b.selection()
		if left {
			return b.moveTo(from, false)
		}
		return b.moveTo(till, false)
	}
	if to == b.cur && !extend {
		return Result{}
	}
	return b.moveTo(to, extend)
}

func (b *buffer) moveTo(to place, extend bool) Result {
	b.hist.seal()
	if extend && !b.sel {
		b.anchor = b.cur
	}
	b.cur, b.sel = to, extend
	if b.sel && b.anchor == b.cur {
		b.sel = false
		b.anchor = b.cur
	}
	return Result{Used: true}
}

func (b *buffer) remove(from, to place) Result {
	if b.sel {
		from, to = b.selection()
	}
	return Result{Used: true, Changed: b.erase(from, to)}
}

// copyOut copies the selection to the program's clip and the terminal's clipboard; cut removes it too.
func (b *buffer) copyOut(cut bool) Result {
	text := b.Selected()
	if text == "" {
		return Result{Used: true}
	}
	b.kit.Clip.text = text
	r := Result{Used: true, Cmd: tea.SetClipboard(text)}
	if cut {
		r.Changed = b.erase(b.selection())
	}
	return r
}

// runes is the number of characters, for a counter beside a note.
func runes(pars []string) (n int) {
	for _, p := range pars {
		n += utf8.RuneCountInString(p)
	}
	return n
}

// Len is the number of characters typed, without line ends.
func (b *buffer) Len() int { return runes(b.pars) }
