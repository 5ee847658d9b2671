package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// questionList lists the open questions of a visit and, where wanted, the facts noted in passing that belong nowhere
// yet; its last row adds a question.
type questionList struct {
	*List
	env   *Env
	visit checklist.ID
	over  *picking
	step  checklist.Step // only questions of this step are listed; "" lists all
	from  checklist.Step // questions added here come from it
	facts bool           // parked facts are listed too
	rows  []questionRow
}

// questionRow is a question, a parked entry, or the row that adds a question.
type questionRow struct {
	no    int
	ask   *checklist.Question
	entry *checklist.Entry
}

func newQuestionList(e *Env, visit checklist.ID, over *picking, facts bool) *questionList {
	q := &questionList{env: e, visit: visit, over: over, facts: facts}
	q.List = NewList(e, Column{Title: "#", Min: 3}, Column{Title: e.T(words.AskFrom), Min: 4}, Column{Title: e.T(words.AskText), Grow: true, Min: 20},
		Column{Title: e.T(words.AskFor), Min: 5, Max: 10}, Column{Title: e.T(words.AskState), Min: 6})
	return q
}

// fill makes the rows: open questions, parked facts, settled questions, the row to add one.
func (q *questionList) fill() {
	d := q.env.Doc(q.visit)
	if d == nil {
		return
	}
	var open, done []questionRow
	for i := range d.Questions {
		x := &d.Questions[i]
		switch {
		case q.step != "" && x.Step != q.step:
		case x.Status == "":
			open = append(open, questionRow{no: i + 1, ask: x})
		default:
			done = append(done, questionRow{no: i + 1, ask: x})
		}
	}
	q.rows = append(open, q.parked()...)
	q.rows = append(append(q.rows, done...), questionRow{})
	q.SetRows(len(q.rows), func(i int) []string { return q.cells(d, q.rows[i]) })
}

// parked are the facts that belong nowhere yet.
func (q *questionList) parked() []questionRow {
	d := q.env.Doc(q.visit)
	if d == nil || !q.facts {
		return nil
	}
	var rows []questionRow
	for i := range d.Entries {
		if d.Entries[i].Status == "parked" {
			rows = append(rows, questionRow{entry: &d.Entries[i]})
		}
	}
	return rows
}

// waiting is the number of open questions.
func (q *questionList) waiting() (n int) {
	for _, r := range q.rows {
		if r.ask != nil && r.ask.Status == "" {
			n++
		}
	}
	return n
}

func (q *questionList) cells(d *store.Doc, r questionRow) []string {
	e := q.env
	switch {
	case r.entry != nil:
		return []string{e.T(words.AskNoted), e.fromStep(d, r.entry.Step), timeOf(r.entry.At) + " " + r.entry.Text, e.attachedTo(d, *r.entry), e.T(words.AskParked)}
	case r.ask != nil:
		return []string{count(r.no), e.fromStep(d, r.ask.Step), e.marked(d, r.ask.ID.String(), r.ask.Text), r.ask.Indicator, e.T(words.AskStates[r.ask.Status])}
	}
	return []string{"+", "", e.T(words.AskAdd), "", ""}
}

// fromStep is the name of the step something comes from, "" where nobody said.
func (e *Env) fromStep(d *store.Doc, s checklist.Step) string {
	if s == "" {
		return ""
	}
	return e.stepName(e.SchemeOf(d), s)
}

// questionHead is the heading of the questions: beside it, how many there are and what was left from last time.
func (e *Env) questionHead(visit checklist.ID, title, counts string, w int) string {
	head := " " + e.Style.Title.Render(title)
	if counts != "" {
		head += "  " + counts
	}
	d := e.Doc(visit)
	if d == nil {
		return head
	}
	return e.Sides(w-1, head, e.Style.Warn.Render(e.leftNote(d)))
}

func (q *questionList) current() questionRow {
	if i := q.Selected(); i >= 0 && i < len(q.rows) {
		return q.rows[i]
	}
	return questionRow{}
}

// enter opens a question, begins a new one, or asks what a parked fact belongs to.
func (q *questionList) enter() tea.Cmd {
	r := q.current()
	switch {
	case r.entry != nil:
		return q.env.Go(Place{Screen: "entry", Visit: q.visit, Record: r.entry.ID})
	case r.ask != nil:
		return q.env.Go(Place{Screen: "question", Visit: q.visit, Record: r.ask.ID})
	}
	return q.env.Go(Place{Screen: "question", Visit: q.visit, Record: store.NewID(q.visit), Item: string(q.from)})
}

// Keys of the list.
func (q *questionList) Keys() []Action {
	e, r := q.env, q.current()
	keys := []Action{On(words.KeyOpen, q.enter, "enter")}
	switch {
	case r.entry != nil:
		x := *r.entry
		keys = append(keys,
			On(words.NoteAttach, func() tea.Cmd { return q.over.open(e.attachPicker(q.visit, x)) }, "ctrl+f"),
			On(words.NoteWithdraw, func() tea.Cmd { return e.withdrawEntry(q.visit, x) }, "ctrl+d"))
	case r.ask != nil && r.ask.Status == "":
		x := *r.ask
		keys = append(keys, On(words.AskDrop, func() tea.Cmd { return e.dropQuestion(q.visit, x) }, "ctrl+d"))
	}
	if r.ask != nil && r.ask.Status == "dropped" {
		x := *r.ask
		keys = append(keys, On(words.GoneBack, func() tea.Cmd { return e.restore(q.visit, gone{kind: store.KindQuestion, record: x.ID}) }, "ctrl+d"))
	}
	if d := e.Doc(q.visit); d != nil && r.ask != nil {
		keys = append(keys, e.markKey(d, e.questionLine(e.SchemeOf(d), *r.ask, q.visit)).Hidden())
	}
	return append(keys, Show(words.KeyMove, "up", "down"))
}

// dropQuestion says, with a reason, that a question need not be answered.
func (e *Env) dropQuestion(visit checklist.ID, x checklist.Question) tea.Cmd {
	return e.AskReason(e.T(words.AskDropAsk, e.Cut(x.Text, 40)), words.AskDrop, func(reason string) tea.Cmd {
		return e.Apply(store.Edit{Record: x.ID, Kind: store.KindQuestion, Field: "status", Text: "dropped",
			Shown: e.shown(visit, x.ID, store.KindQuestion, "status"), Reason: reason})
	})
}

// Update moves, and follows the book.
func (q *questionList) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(DocMsg); ok {
		if m.Visit == q.visit {
			q.fill()
		}
		return nil
	}
	return q.List.Update(msg)
}

// Hint shows the whole text of the selected row, and the answer.
func (q *questionList) Hint() string {
	r := q.current()
	switch {
	case r.entry != nil:
		return q.env.T(words.AskParkedHint)
	case r.ask != nil && r.ask.Answer != "":
		return q.env.T(words.AskAnswered, strings.Join(strings.Fields(r.ask.Answer), " "))
	case r.ask == nil:
		return q.env.T(words.AskAddHint)
	}
	return ""
}

func (q *questionList) Typing() bool           { return false }
func (q *questionList) Leave() tea.Cmd         { return nil }
func (q *questionList) AtEdge(int) bool        { return true }
func (q *questionList) Focused() (string, int) { return "questions", max(0, q.Selected()) }
func (q *questionList) take(int)               { q.Idle = false }
func (q *questionList) drop()                  { q.Idle = true }

func (q *questionList) seek(name string, offset int) bool {
	if name != "questions" {
		return false
	}
	q.Idle = false
	q.fill()
	q.Select(offset)
	return true
}
