package tui

import (
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Undo in a field leads back to what the book says, in every kind of input, also after the program was killed: the ring
// is filled again from the draft.
func TestUndoInEveryKindOfField(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	talk := d.doc(v).Interviews[0].ID
	for name, x := range map[string]struct {
		item Item
		was  string
		keys []string
	}{
		"line":   {Item{Record: talk, Kind: store.KindInterview, Field: "place", In: InLine, Width: 20}, "三楼", []string{"会", "议", "室"}},
		"text":   {Item{Record: d.doc(v).Questions[0].ID, Kind: store.KindQuestion, Field: "text", In: InText}, "是否挂牌", []string{"，", "查"}},
		"number": {Item{Record: stepOf(v, "listen"), Kind: store.KindListen, Field: "attendance", In: InNumber, Width: 6}, "6", []string{"5"}},
		"date":   {Item{Record: stepOf(v, "look"), Kind: store.KindLook, Field: "received_on", In: InDate, Width: 12}, "2026-03-02", []string{"backspace", "9"}},
		"moment": {Item{Record: talk, Kind: store.KindInterview, Field: "started_at", In: InMoment, Width: 18}, "2026-03-09 10:20", []string{"backspace", "5"}},
		"choice": {Item{Record: talk, Kind: store.KindInterview, Field: "answers_question", In: InChoice,
			Options: []field.Option{{Value: "yes", Word: "能"}, {Value: "no", Word: "不能"}}}, "yes", []string{"space"}},
		"bool": {Item{Record: stepOf(v, "look"), Kind: store.KindLook, Field: "covers_all_indicators", In: InBool}, "true", []string{"space"}},
	} {
		d.must(d.book.Apply(d.app.env.Ctx, store.Edit{Record: x.item.Record, Kind: x.item.Kind, Field: x.item.Field, Text: x.was,
			Shown: d.doc(v).Shown(x.item.Record, x.item.Kind, x.item.Field)}))
		for _, killed := range []bool{false, true} {
			doc := d.doc(v)
			e := d.app.env
			f := NewForm(e, func() *store.Doc { return doc }, []Item{x.item})
			before := f.Value(x.item.Field)
			for _, k := range x.keys {
				d.run(f.Update(key(k)))
			}
			if f.Value(x.item.Field) == before {
				t.Fatalf("%s: nothing was typed", name)
			}
			d.settle()
			if killed {
				d.restart()
				e = d.app.env
				doc = d.doc(v)
				f = NewForm(e, func() *store.Doc { return doc }, []Item{x.item})
				if f.Value(x.item.Field) == before {
					t.Fatalf("%s: what was typed is gone after the kill", name)
				}
			}
			for range 8 {
				d.run(f.Update(tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl}))
			}
			if got := f.Value(x.item.Field); got != x.was {
				t.Errorf("%s, killed %v: undo leads to %q, the book says %q", name, killed, got, x.was)
			}
			d.run(f.Leave())
			d.settle()
		}
	}
}

func stepOf(v checklist.ID, step checklist.Step) checklist.ID { return checklist.StepID(v, step) }
