package tui

import (
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

// On every screen where a record has the cursor, one key tells who changed it, when, from what; Esc comes back to the
// same cell.
func TestOneKeyTellsOfAnyRecord(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.judgeOddly(v)
	doc := d.app.env.docs[v]
	if doc == nil {
		d.Go(Place{Screen: "visit", Visit: v})
		doc = d.app.env.Doc(v)
	}
	for name, x := range map[string]struct {
		place Place
		keys  []string
		says  string
	}{
		"visit":     {Place{Screen: "visit"}, nil, "看"},
		"questions": {Place{Screen: "visit"}, []string{"tab"}, "待核问题"},
		"look":      {Place{Screen: "look"}, nil, "看"},
		"listen":    {Place{Screen: "listen"}, nil, "听"},
		"check":     {Place{Screen: "check"}, nil, "材料"},
		"number":    {Place{Screen: "check"}, []string{"tab"}, "人数"},
		"talks":     {Place{Screen: "interview"}, nil, "访谈"},
		"talk":      {Place{Screen: "talk", Record: doc.Interviews[0].ID}, nil, "访谈"},
		"question":  {Place{Screen: "question", Record: doc.Questions[0].ID}, nil, "待核问题"},
		"entry":     {Place{Screen: "entry", Record: doc.Entries[0].ID}, nil, "记录"},
		"material":  {Place{Screen: "material", Record: checklist.MaterialID(v, "payroll"), Item: "payroll"}, nil, "材料"},
		"score":     {Place{Screen: "score", Item: "E1"}, nil, "问题"},
		"verdict":   {Place{Screen: "score", Item: "E2"}, nil, "指标结论"},
		"bonus":     {Place{Screen: "score", Item: bonusTab}, nil, "加分"},
		"findings":  {Place{Screen: "findings", Item: "E1.1"}, nil, "问题"},
		"unit":      {Place{Screen: home}, nil, "单位"},
	} {
		for _, key := range []string{"f10", "ctrl+w"} {
			x.place.Visit = v
			d.Send(goMsg{[]Place{{Screen: home}, x.place}, goJump})
			d.Press(x.keys...)
			before := d.Screen()
			bx, by := d.Cursor()
			d.Press(key)
			if h, ok := d.app.top().(*history); !ok {
				t.Errorf("%s: %s opens no history:\n%s", name, key, d.Screen())
				continue
			} else if d.Has(x.says); h.record == (checklist.ID{}) {
				t.Errorf("%s: the history of no record", name)
			}
			d.Press("esc")
			if ax, ay := d.Cursor(); ax != bx || ay != by || d.Screen() != before {
				t.Errorf("%s: back from the history the screen is another", name)
			}
		}
	}
}

func TestHistoryScreens(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d, v := visited(t, lang, w, h)
		d.Go(Place{Screen: "score", Visit: v, Item: "E1"})
		d.Press("3", "2", "f10")
		d.Golden("history-finding")
		d.Press("down", "enter")
		d.Has(words.HistoryFirst.In(lang)) // there is nothing before the first
		d.Press("up", "enter")
		d.Golden("history-put-back")
		d.Type("按错了键")
		d.Press("enter")
		d.Has(words.HistoryBackDone.In(lang))
		d.Press("esc", "f2")
		d.Type(words.HistoryKey.In(lang))
		d.Press("enter")
		d.Has("按错了键")
	})
}
