package tui

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"

	"zoufang/checklist"
	"zoufang/store"

	tea "charm.land/bubbletea/v2"
)

// What is typed where no register of the book takes it yet is kept as a draft all the same: the local items of a form as
// one whole, and the reason asked for in a dialog.

// scopeTyped is no visit's and no unit's, so that nothing takes such a draft for a note of one.
const scopeTyped = "typed..."

// typedKey names the register under which something typed is kept that has none of its own: what says what it is typed for.
func typedKey(what ...any) regKey {
	sum := sha256.Sum256([]byte(fmt.Sprintf("%q", what)))
	return keyOf(checklist.InScope(scopeTyped, [8]byte(sum[:8])), store.KindEntry, "text")
}

// Keep makes what is typed in the local items a draft, each as it is typed, also what cannot be understood; a draft that
// was left is put back. What the screen fills in later does not overwrite what was typed.
func (f *Form) Keep(what ...any) {
	f.key = typedKey(what...)
	d, ok := f.env.Found(f.key.record, f.key.kind, f.key.field)
	if !ok {
		return
	}
	var typed map[string]string
	_ = json.Unmarshal([]byte(d.Text), &typed) // a draft of another version has typed nothing
	for name, text := range typed {
		if it := f.named(name); it != nil && it.Kind == "" {
			it.given, it.typed = it.input.Value(), true
			reseed(it.input, text, len(text))
		}
	}
}

// keepTyped makes the draft of the local items anew; when all are as the screen filled them in, it is dropped.
func (f *Form) keepTyped(it *item) tea.Cmd {
	if f.key == (regKey{}) {
		return nil
	}
	it.typed = it.input.Value() != it.given
	typed := map[string]string{}
	for _, x := range f.items {
		if x.typed {
			typed[x.Name] = x.input.Value()
		}
	}
	if len(typed) == 0 {
		return f.env.forget(f.key)
	}
	return f.env.Type(store.Draft{Record: f.key.record, Kind: f.key.kind, Field: f.key.field, Text: bodyText(typed), Cursor: it.input.Offset()})
}

// Put puts a value into a local item as if it had been typed.
func (f *Form) Put(name, value string) tea.Cmd {
	it := f.named(name)
	if it == nil {
		return nil
	}
	it.input.SetValue(value)
	return f.typed(it)
}

// Clear empties local items whose text was taken elsewhere. The draft is as it was until the next Put.
func (f *Form) Clear(names ...string) {
	for _, name := range names {
		if it := f.named(name); it != nil {
			it.typed = false
			f.Set(name, "")
		}
	}
}

// Do runs a verb of the book that makes good what is typed in the form: when it is done, the draft is dropped with it.
func (f *Form) Do(verb verb) tea.Cmd {
	return f.env.instead(f.key, func() tea.Cmd { return f.env.Do(verb) })
}

// instead runs something that asks for a change of the book. The draft under key goes when the change is made, and stays
// when it is refused or nothing was asked for.
func (e *Env) instead(key regKey, ask func() tea.Cmd) tea.Cmd {
	e.keep.drop = key
	cmd := ask()
	e.keep.drop = regKey{}
	return cmd
}

// recall goes on with the reason that was begun for a question and not given: the question and the place tell which.
func (d *dialog) recall(at Place) {
	if d.reason == nil {
		return
	}
	d.key = typedKey(at.Screen, at.Visit, at.Record, at.Item, d.text)
	if x, ok := d.env.Found(d.key.record, d.key.kind, d.key.field); ok {
		d.reason.Reseed(x.Text, x.Cursor)
	}
}

// keep makes a draft of the reason that is being typed.
func (d *dialog) keep() tea.Cmd {
	if d.reason.Value() == "" {
		return d.env.forget(d.key)
	}
	return d.env.Type(store.Draft{Record: d.key.record, Kind: d.key.kind, Field: d.key.field, Text: d.reason.Value(), Cursor: d.reason.Offset()})
}
