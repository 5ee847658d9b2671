package tui

import (
	"encoding/json"
	"strconv"

	"zoufang/checklist"
	"zoufang/store"

	tea "charm.land/bubbletea/v2"
)

// Typing in the headcount.

// Update types and moves.
func (t *headcount) Update(msg tea.Msg) tea.Cmd {
	if len(t.lines) == 0 {
		return nil
	}
	k, isKey := msg.(tea.KeyPressMsg)
	if !isKey {
		return nil
	}
	switch key := keyName(k); key {
	case "up", "down", "pgup", "pgdown", "home", "end", "left", "right", "enter":
		return t.move(key)
	case "backspace", "delete":
	default:
		if len(key) != 1 || key[0] < '0' || key[0] > '9' {
			return nil
		}
	}
	if why := t.fixed(); why != "" {
		return t.env.Fail(why)
	}
	if !t.typing {
		t.begin(keyName(k) == "backspace")
	}
	t.input.Update(msg)
	return t.typed()
}

// begin starts typing in the cell: a digit replaces what stands there, Backspace edits it.
func (t *headcount) begin(edit bool) {
	key := t.key()
	t.typing = true
	t.shown = t.doc.Shown(key.record, key.kind, key.field)
	t.input.SetValue("")
	if edit {
		t.input.SetValue(t.lines[t.at].cells[headColumns[t.col]])
	}
}

// typed keeps the number as a draft.
func (t *headcount) typed() tea.Cmd {
	key, text, err := t.edit()
	if err != nil {
		text = t.input.Value()
	}
	cmd := t.env.Type(store.Draft{Record: key.record, Kind: key.kind, Field: key.field, Text: text,
		Cursor: t.input.Offset(), Shown: t.shown})
	t.follow()
	return cmd
}

// commit makes the change of the number that was typed.
func (t *headcount) commit() tea.Cmd {
	if !t.typing {
		return nil
	}
	key, text, err := t.edit()
	if err != nil {
		return t.env.FailErr(err)
	}
	t.typing = false
	t.asked[key] = text
	t.follow()
	return t.env.Apply(store.Edit{Record: key.record, Kind: key.kind, Field: key.field, Text: text, Shown: t.shown})
}

// cancel drops what was typed in the cell.
func (t *headcount) cancel() tea.Cmd {
	t.typing = false
	key := t.key()
	t.follow()
	return t.env.dropDrafts(key.record, key.kind, key.field)
}

// landed forgets the numbers that are in the book, or were refused.
func (t *headcount) landed(msg tea.Msg) {
	var edits []store.Edit
	switch msg := msg.(type) {
	case SavedMsg:
		edits = msg.Edits
	case FailedMsg:
		edits = msg.Edits
	}
	for _, ed := range edits {
		delete(t.asked, keyOf(ed.Record, ed.Kind, ed.Field))
	}
}

func (t *headcount) move(key string) tea.Cmd {
	cmd := t.commit()
	if t.typing {
		return cmd // not a number: the cursor stays with it
	}
	switch key {
	case "up":
		t.at--
	case "down", "enter":
		t.at++
	case "pgup":
		t.at -= 8
	case "pgdown":
		t.at += 8
	case "home":
		t.at = 0
	case "end":
		t.at = len(t.lines) - 1
	case "left":
		t.col = max(0, t.col-1)
	case "right":
		t.col = min(len(headColumns)-1, t.col+1)
	}
	t.at = max(0, min(t.at, len(t.lines)-1))
	return cmd
}

// click selects the row that stood at y of the last view.
func (t *headcount) click(y int) tea.Cmd {
	cmd := t.commit()
	if i := t.top + y; !t.typing && i < len(t.lines) {
		t.at = i
	}
	return cmd
}

// recover goes on with the number that was being typed when the program last ended.
func (t *headcount) recover() {
	if t.filled {
		return
	}
	t.filled = true
	for i := range t.lines {
		for c := range headColumns {
			t.at, t.col = i, c
			if t.fixed() != "" {
				continue
			}
			key := t.key()
			d, ok := t.env.Found(key.record, key.kind, key.field)
			if !ok {
				continue
			}
			text := d.Text
			var f checklist.Figure
			if key.kind == store.KindFigure && json.Unmarshal([]byte(text), &f) == nil {
				text = strconv.FormatInt(f.N, 10)
			}
			t.begin(false)
			t.input.SetValue(text)
			t.shown = d.Shown
			return
		}
	}
	t.at, t.col = 0, 2
}
