package tui

import (
	"context"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// dropDrafts forgets drafts of a record, those on their way to the disk too.
func (e *Env) dropDrafts(rec checklist.ID, kind store.Kind, fields ...string) tea.Cmd {
	for _, f := range fields {
		e.keep.settled(keyOf(rec, kind, f))
	}
	return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		for _, f := range fields {
			if err := b.DropDraft(ctx, rec, kind, f); err != nil {
				return nil, err
			}
		}
		return nil, nil
	})
}

// actions are the keys of the notes. attach opens the choice of what an entry belongs to; it is the screen's, for it lies over it.
func (n *notes) actions(attach func(checklist.Entry) tea.Cmd) []Action {
	x, ok := n.chosen()
	if !ok {
		return []Action{
			On(words.NoteKeep, n.commit, "enter"), On(words.KeyTime, n.stamp, "ctrl+t"), On(words.NoteTodo, n.flip, "f4", "ctrl+b"),
			Show(words.NoteWalk, "up", "down").Hidden(),
		}
	}
	foreign := ""
	if !n.own(x) {
		foreign = n.env.T(words.NoteForeign)
	}
	return []Action{
		On(words.NoteEdit, func() tea.Cmd { return n.reopen(x) }, "enter").OffIf(foreign),
		On(words.NoteTodo, func() tea.Cmd { return n.mark(x) }, "f4", "ctrl+b").OffIf(foreign),
		On(words.NoteAttach, func() tea.Cmd { return attach(x) }, "ctrl+f").OffIf(foreign),
		On(words.NoteWithdraw, func() tea.Cmd { return n.env.withdrawEntry(n.visit, x) }, "ctrl+d").OffIf(foreign),
		On(words.KeyUndo, n.env.undo, "ctrl+z").Hidden(),
		Show(words.KeyMove, "up", "down"),
	}
}

// historyOf opens the history of a record, or of one register of it.
func (e *Env) historyOf(visit, rec checklist.ID, kind store.Kind, name string) tea.Cmd {
	return e.Go(Place{Screen: "history", Visit: visit, Record: rec, Item: strings.TrimSpace(string(kind) + " " + name)})
}

// Keys is empty: the screen asks for actions.
func (n *notes) Keys() []Action { return nil }

// stamp puts the time of day at the cursor.
func (n *notes) stamp() tea.Cmd {
	n.input.Insert(n.env.Time() + " ")
	return n.typed()
}

// flip marks the entry being written as a to-do, or takes the mark away.
func (n *notes) flip() tea.Cmd {
	n.todo = !n.todo
	text := ""
	if n.todo {
		text = "true"
	}
	if n.kept {
		return n.env.Apply(store.Edit{Record: n.id, Kind: store.KindEntry, Field: "todo", Text: text, Shown: n.shownOf(n.id, "todo")})
	}
	return tea.Batch(n.typed(), n.env.Type(store.Draft{Record: n.id, Kind: store.KindEntry, Field: "todo", Text: text}))
}

// mark is flip for an entry already kept.
func (n *notes) mark(x checklist.Entry) tea.Cmd {
	text := "true"
	if x.Todo {
		text = ""
	}
	return n.env.Apply(n.env.entryEdit(n.visit, x.ID, "todo", text, ""))
}

// reopen takes a kept entry into the input, to correct it.
func (n *notes) reopen(x checklist.Entry) tea.Cmd {
	cmd := n.Leave()
	n.id, n.at, n.todo, n.kept, n.text = x.ID, x.At, x.Todo, true, x.Text
	n.shown = n.shownOf(x.ID, "text")
	n.input.SetValue(x.Text)
	n.sel = -1
	return cmd
}

func (n *notes) shownOf(id checklist.ID, name string) []bundle.Ref {
	return n.env.shown(n.visit, id, store.KindEntry, name)
}

// shown is what the viewer was shown of a register of a visit.
func (e *Env) shown(visit, rec checklist.ID, kind store.Kind, name string) []bundle.Ref {
	if d := e.Doc(visit); d != nil {
		return d.Shown(rec, kind, name)
	}
	return nil
}

// entryEdit writes one register of an entry as it is shown.
func (e *Env) entryEdit(visit, id checklist.ID, name, text, reason string) store.Edit {
	return store.Edit{Record: id, Kind: store.KindEntry, Field: name, Text: text, Shown: e.shown(visit, id, store.KindEntry, name), Reason: reason}
}

// withdrawEntry takes an entry back, with a reason.
func (e *Env) withdrawEntry(visit checklist.ID, x checklist.Entry) tea.Cmd {
	return e.AskReason(e.T(words.NoteWithdrawAsk, e.Cut(x.Text, 40)), words.NoteWithdraw, func(reason string) tea.Cmd {
		return e.Apply(e.entryEdit(visit, x.ID, "status", "withdrawn", reason))
	})
}

// attachPicker chooses what an entry belongs to. A parked entry that belongs to something is parked no longer.
func (e *Env) attachPicker(visit checklist.ID, x checklist.Entry) *picker {
	d := e.Doc(visit)
	rows := append(e.questionRows(d), e.findingRows(d)...)
	rows = append(rows, e.indicatorRows(d)...)
	if x.Indicator != "" || x.Question != (checklist.ID{}) || x.Finding != (checklist.ID{}) {
		rows = append([]pickRow{{kind: "none", word: e.T(words.PickNothing)}}, rows...)
	}
	return newPicker(e, e.T(words.PickFor, e.Clean(x.Text)), rows, func(chosen []pickRow) tea.Cmd {
		return e.Apply(e.attachEdits(visit, x, chosen[0])...)
	})
}

func (e *Env) attachEdits(visit checklist.ID, x checklist.Entry, to pickRow) []store.Edit {
	edit := func(name, text string) store.Edit { return e.entryEdit(visit, x.ID, name, text, "") }
	var edits []store.Edit
	switch to.kind {
	case store.KindQuestion:
		edits = []store.Edit{edit("question", to.record.String())}
	case store.KindFinding:
		edits = []store.Edit{edit("finding", to.record.String())}
	case "":
		edits = []store.Edit{edit("indicator", to.id)}
	default:
		return []store.Edit{edit("question", ""), edit("finding", ""), edit("indicator", "")}
	}
	if x.Status == "parked" {
		edits = append(edits, edit("status", ""))
	}
	return edits
}
