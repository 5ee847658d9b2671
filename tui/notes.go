package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/tui/field"

	tea "charm.land/bubbletea/v2"
)

// momentForm is how the book writes a moment.
const momentForm = "2006-01-02 15:04"

// notes are the time-marked entries of a briefing, an interview, or a step that is recorded by notes alone: a list, and one entry that is being written. The
// first key stamps it with the time; Enter keeps it and begins the next. What is being written is a draft under the id
// the entry will have, so that keeping it drops the draft in the same transaction.
type notes struct {
	env   *Env
	visit checklist.ID
	host  checklist.ID // the interview; zero for what belongs to the step
	step  checklist.Step

	input *field.Editor
	id    checklist.ID // of the entry being written
	at    string       // its moment; "" before the first key
	todo  bool
	shown []bundle.Ref // what was shown when an entry already kept was opened
	kept  bool         // it has been kept before: what is written now is a correction
	text  string       // as kept
	draft bool         // there is a draft of it

	sel     int // the selected entry, -1: the input has the cursor
	idle    bool
	sent    []checklist.Entry // kept, but not yet read back
	top     int               // first visible line
	w, h    int               // of the last view
	wrapped map[checklist.ID]wrappedNote
	found   bool         // the draft of last time has been looked for
	item    checklist.ID // the entry that was being written when the program ended
}

func newNotes(e *Env, visit, host checklist.ID, step checklist.Step, item string) *notes {
	n := &notes{env: e, visit: visit, host: host, step: step, input: e.Kit.Editor(), sel: -1, wrapped: map[checklist.ID]wrappedNote{}}
	if n.item.UnmarshalText([]byte(item)) != nil {
		n.item = checklist.ID{}
	}
	n.fresh()
	n.recover()
	return n
}

// fresh begins the next entry.
func (n *notes) fresh() {
	n.id, n.at, n.todo, n.kept, n.text, n.shown, n.draft = store.NewID(n.visit), "", false, false, "", nil, false
	n.input.SetValue("")
}

// recover goes on with the entry that was being written when the program ended.
func (n *notes) recover() {
	doc := n.env.Doc(n.visit)
	if n.found || doc == nil {
		return
	}
	n.found = true
	id, ok := n.item, n.hasDraft(n.item)
	if !ok {
		id, ok = n.orphan(doc)
	}
	if !ok {
		return
	}
	d, _ := n.env.Found(id, store.KindEntry, "text")
	n.id, n.shown = id, d.Shown
	n.at = d.At.Format(momentForm)
	if at, ok := n.env.Found(id, store.KindEntry, "at"); ok {
		n.at = at.Text
	}
	if todo, ok := n.env.Found(id, store.KindEntry, "todo"); ok {
		n.todo = todo.Text == "true"
	}
	n.env.Found(id, store.KindEntry, "host")
	n.env.Found(id, store.KindEntry, "step")
	for _, x := range doc.Entries {
		if x.ID == id {
			n.kept, n.text, n.at, n.todo = true, x.Text, x.At, x.Todo
		}
	}
	n.draft = true
	n.input.Reseed(d.Text, d.Cursor)
}

func (n *notes) hasDraft(id checklist.ID) bool {
	_, ok := n.env.keep.found[keyOf(id, store.KindEntry, "text")]
	return ok && id != (checklist.ID{})
}

// orphan finds a draft that belongs here although the place to resume at was not written with it.
func (n *notes) orphan(doc *store.Doc) (checklist.ID, bool) {
	for key := range n.env.keep.found {
		if key.kind != store.KindEntry || key.field != "text" || key.record == n.visit || key.record.Scope() != n.visit.Scope() {
			continue
		}
		host, step := n.env.keep.found[keyOf(key.record, store.KindEntry, "host")], n.env.keep.found[keyOf(key.record, store.KindEntry, "step")]
		if host.Text == n.host.String() && (step.Text == "" || step.Text == string(n.step)) && !hasEntry(doc, key.record) {
			return key.record, true
		}
	}
	return checklist.ID{}, false
}

func hasEntry(doc *store.Doc, id checklist.ID) bool {
	for _, x := range doc.Entries {
		if x.ID == id {
			return true
		}
	}
	return false
}

// entries are the notes that stand, with those just kept.
func (n *notes) entries() []checklist.Entry {
	doc := n.env.Doc(n.visit)
	if doc == nil {
		return nil
	}
	var list []checklist.Entry
	for _, x := range doc.Entries {
		if x.Step == n.step && x.Host == n.host && x.Status == "" {
			list = append(list, x)
		}
	}
	for _, x := range n.sent {
		if !hasEntry(doc, x.ID) {
			list = append(list, x)
		}
	}
	return list
}

// chosen is the selected entry.
func (n *notes) chosen() (checklist.Entry, bool) {
	list := n.entries()
	if n.sel < 0 || n.sel >= len(list) {
		return checklist.Entry{}, false
	}
	return list[n.sel], true
}

// own tells whether the viewer wrote an entry: nobody corrects another's notes.
func (n *notes) own(x checklist.Entry) bool { return x.Author == n.env.Me.ID }

// Update writes, or moves among the entries.
func (n *notes) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case DocMsg:
		if msg.Visit == n.visit {
			n.recover()
			n.settle(msg.Doc)
		}
		return nil
	case FailedMsg:
		n.refused(msg)
		return nil
	case tea.KeyPressMsg:
		if n.sel >= 0 {
			return n.walk(msg)
		}
	case tea.PasteMsg:
		n.sel = -1
	default:
		return nil
	}
	r := n.input.Update(msg)
	cmds := []tea.Cmd{r.Cmd}
	if r.Changed {
		cmds = append(cmds, n.typed())
	}
	if k, ok := msg.(tea.KeyPressMsg); ok && !r.Used && k.String() == "up" {
		n.sel = len(n.entries()) - 1
	}
	return tea.Batch(cmds...)
}

// walk moves the selection; below the last entry is the input again.
func (n *notes) walk(k tea.KeyPressMsg) tea.Cmd {
	last := len(n.entries()) - 1
	switch k.String() {
	case "up":
		n.sel = max(0, n.sel-1)
	case "down":
		if n.sel++; n.sel > last {
			n.sel = -1
		}
	case "home":
		n.sel = 0
	case "end":
		n.sel = -1
	default:
		if plain(k) {
			n.sel = -1
			return n.Update(k)
		}
	}
	return nil
}

// typed keeps what is being written as a draft; the first key stamps the entry.
func (n *notes) typed() tea.Cmd {
	draft := func(name, text string, cursor int) tea.Cmd {
		return n.env.Type(store.Draft{Record: n.id, Kind: store.KindEntry, Field: name, Text: text, Cursor: cursor, Shown: n.shown})
	}
	n.draft = true
	cmds := []tea.Cmd{draft("text", n.input.Value(), n.input.Offset())}
	if n.at == "" {
		n.at = n.env.Now().Format(momentForm)
		cmds = append(cmds, draft("at", n.at, 0), draft("host", n.host.String(), 0), draft("step", string(n.step), 0))
		n.env.keep.moved = true
	}
	return tea.Batch(cmds...)
}

// commit keeps what is written and begins the next entry.
func (n *notes) commit() tea.Cmd {
	cmd := n.Leave()
	n.fresh()
	return cmd
}

// Leave keeps what is written and leaves it in the input: going on corrects the entry. An entry emptied by hand stays
// as it was kept; it is withdrawn with a reason instead.
func (n *notes) Leave() tea.Cmd {
	text := strings.TrimSpace(n.input.Value())
	if text == "" || n.kept && text == n.text {
		return n.forget()
	}
	if n.at == "" {
		n.at = n.env.Now().Format(momentForm)
	}
	edits := []store.Edit{n.edit("text", text)}
	if !n.kept {
		edits = append(edits, n.edit("author", n.env.Me.ID.String()), n.edit("at", n.at), n.edit("step", string(n.step)),
			n.edit("host", n.host.String()))
		if n.todo {
			edits = append(edits, n.edit("todo", "true"))
		}
		n.sent = append(n.sent, checklist.Entry{ID: n.id, Author: n.env.Me.ID, At: n.at, Step: n.step, Host: n.host, Text: text, Todo: n.todo})
	}
	n.kept, n.text, n.draft = true, text, false
	return n.env.Apply(edits...)
}

func (n *notes) edit(name, text string) store.Edit {
	return store.Edit{Record: n.id, Kind: store.KindEntry, Field: name, Text: text, Shown: n.shown}
}

// forget drops the draft of an entry that was emptied, or typed back to what it was.
func (n *notes) forget() tea.Cmd {
	if !n.draft {
		return nil
	}
	n.draft = false
	return n.env.dropDrafts(n.id, store.KindEntry, "text", "at", "host", "step", "todo")
}

// settle forgets what was read back, and keeps the selection inside the list.
func (n *notes) settle(doc *store.Doc) {
	kept := n.sent[:0]
	for _, x := range n.sent {
		if !hasEntry(doc, x.ID) {
			kept = append(kept, x)
		}
	}
	n.sent = kept
	if n.kept {
		n.shown = doc.Shown(n.id, store.KindEntry, "text")
	}
	n.sel = min(n.sel, len(n.entries())-1)
}

// refused takes a text that the book did not take back into the input.
func (n *notes) refused(msg FailedMsg) {
	for _, ed := range msg.Edits {
		for i, x := range n.sent {
			if x.ID != ed.Record || ed.Field != "text" {
				continue
			}
			n.sent = append(n.sent[:i:i], n.sent[i+1:]...)
			if n.input.Value() == "" || n.id == x.ID {
				n.id, n.at, n.todo, n.kept, n.text = x.ID, x.At, x.Todo, false, ""
				n.input.Reseed(x.Text, len(x.Text))
			}
			return
		}
	}
}
