package tui

import (
	"cmp"
	"context"
	"sync/atomic"
	"time"

	"zoufang/checklist"
	"zoufang/store"

	tea "charm.land/bubbletea/v2"
)

const (
	draftEvery = 400 * time.Millisecond // from the first unsaved key to the start of the durable write
	retryEvery = 2 * time.Second        // after a failure
)

// keeper writes what is typed: drafts at once and again and again, changes in the order they were made, one write in
// flight. It is changed in Update only; the writes work on copies.
type keeper struct {
	typed   map[regKey]store.Draft // typed since the last durable draft
	queue   []job
	busy    bool
	running *result // of the write in flight
	ticking bool
	moved   bool // the place to resume at is another
	savedAt time.Time
	failed  error
	acted   bool                   // the last thing done was no typing: undo takes it back though a field has the cursor
	parked  map[regKey]string      // facts begun on the capture page and not kept yet
	found   map[regKey]store.Draft // drafts found in the book at start, until a form takes them
	left    map[regKey]store.Draft // drafts of this session that are no changes yet
	drop    regKey                 // the draft that the next change asked for stands for; see instead
}

// regKey names one register of the book.
type regKey struct {
	record checklist.ID
	kind   store.Kind
	field  string
}

func keyOf(record checklist.ID, kind store.Kind, field string) regKey {
	return regKey{record, kind, field}
}

// job is one change of the book: edits of registers, or a verb.
type job struct {
	edits []store.Edit
	do    verb
	load  checklist.ID // a visit to read first or again
	drop  regKey       // a draft that is made good by it
}

// verb is a change of the book that is more than edits of registers.
type verb = func(context.Context, *store.Book) (tea.Msg, error)

// result is what a write came to; done is closed when it is known. Commands that Bubble Tea has not begun when the
// program ends are never run, so a write is claimed before it is done.
type result struct {
	claimed atomic.Bool
	done    chan struct{}
	job     *job
	drafts  map[regKey]store.Draft
	msg     tea.Msg
	docs    []DocMsg
	schemes map[string]*checklist.Scheme // of the docs
	stuck   map[checklist.ID]error       // the visits among them that cannot be shown
	me      checklist.Person
	info    store.Info
	scheme  *checklist.Scheme
	err     error
	stands  []store.Draft // the drafts that a verb left
	unread  error         // the write is done, but a visit could not be read again
}

type (
	draftTickMsg struct{}
	wroteMsg     struct{ *result }
)

// SavedMsg tells every screen that edits are in the book for good.
type SavedMsg struct{ Edits []store.Edit }

// ChangedMsg tells the topmost screen that the book has changed, by edits or by a verb.
type ChangedMsg struct{}

// FailedMsg tells every screen that edits were refused: their text is kept as a draft.
type FailedMsg struct {
	Edits []store.Edit
	Err   error
}

// Type keeps what is being typed in a register as a draft, durable within half a second.
func (e *Env) Type(d store.Draft) tea.Cmd {
	k := &e.keep
	if k.typed == nil {
		k.typed = map[regKey]store.Draft{}
	}
	d.At, k.acted = e.Now(), false
	k.typed[keyOf(d.Record, d.Kind, d.Field)] = d
	k.leave(d)
	return e.tick(draftEvery)
}

// Apply makes edits a change, after those asked for before. SavedMsg or FailedMsg tells the outcome.
func (e *Env) Apply(edits ...store.Edit) tea.Cmd {
	if len(edits) == 0 {
		return nil
	}
	for _, ed := range edits {
		e.keep.settled(keyOf(ed.Record, ed.Kind, ed.Field))
	}
	e.keep.queue = append(e.keep.queue, job{edits: edits, drop: e.keep.dropped()})
	return e.pump()
}

// forget drops the draft of a register that was typed in and then made as it was.
func (e *Env) forget(key regKey) tea.Cmd {
	e.keep.settled(key)
	return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		return nil, b.DropDraft(ctx, key.record, key.kind, key.field)
	})
}

// waits tells whether a change of a register is still to be made: until then the book's value is an old one.
func (k *keeper) waits(key regKey) bool {
	for _, j := range k.queue {
		for _, ed := range j.edits {
			if keyOf(ed.Record, ed.Kind, ed.Field) == key {
				return true
			}
		}
	}
	return false
}

// Do runs a verb of the book after the changes asked for before. Its message goes to every screen; an error is shown
// as a sentence. Work on copies in it: it does not run inside Update.
func (e *Env) Do(verb verb) tea.Cmd {
	e.keep.queue = append(e.keep.queue, job{do: verb, drop: e.keep.dropped()})
	return e.pump()
}

// Read asks the book something beside the queue: nothing is written, and long work belongs here too, with commands of
// its own. Its message goes to every screen; an error is shown as a sentence.
func (e *Env) Read(ask func(context.Context, *store.Book) (tea.Msg, error)) tea.Cmd {
	book, ctx := e.Book, e.Ctx
	return func() tea.Msg {
		msg, err := ask(ctx, book)
		if err != nil {
			return failMsg{err}
		}
		return msg
	}
}

// Load reads a visit; a DocMsg brings it, now and after every change while a screen with that Place is open.
func (e *Env) Load(visit checklist.ID) tea.Cmd {
	for _, j := range e.keep.queue {
		if j.load == visit && j.edits == nil && j.do == nil {
			return nil
		}
	}
	if _, open := e.docs[visit]; !open {
		e.docs[visit] = nil
	}
	e.keep.queue = append(e.keep.queue, job{load: visit})
	return e.pump()
}

// Found is the draft of a register that was not made a change: when the program last ended, or in this session because it
// could not be understood. It is there until it is made a change or dropped.
func (e *Env) Found(record checklist.ID, kind store.Kind, field string) (store.Draft, bool) {
	k, key := &e.keep, keyOf(record, kind, field)
	if d, ok := k.found[key]; ok {
		delete(k.found, key)
		k.leave(d)
	}
	d, ok := k.left[key]
	return d, ok
}

// dropped is the draft that a change asked for now stands for, once.
func (k *keeper) dropped() regKey {
	key := k.drop
	k.drop = regKey{}
	return key
}

// leave remembers a draft for the next form of its register.
func (k *keeper) leave(d store.Draft) {
	if k.left == nil {
		k.left = map[regKey]store.Draft{}
	}
	k.left[keyOf(d.Record, d.Kind, d.Field)] = d
}

// settled forgets the draft of a register that is made a change or dropped.
func (k *keeper) settled(key regKey) {
	delete(k.typed, key)
	delete(k.left, key)
	delete(k.found, key)
}

// overtaken forgets the drafts that a verb of the book dropped because it wrote their registers; drafts are those it left.
func (k *keeper) overtaken(drafts []store.Draft) {
	stands := map[regKey]bool{}
	for _, d := range drafts {
		stands[keyOf(d.Record, d.Kind, d.Field)] = true
	}
	for key := range k.left {
		if _, typed := k.typed[key]; !typed && !stands[key] {
			delete(k.left, key)
		}
	}
}

func (e *Env) tick(d time.Duration) tea.Cmd {
	if e.keep.ticking {
		return nil
	}
	e.keep.ticking = true
	return e.after(d, func() tea.Msg { return draftTickMsg{} })
}

// unsaved tells whether anything is not yet durable.
func (k *keeper) unsaved() bool {
	if len(k.typed) > 0 || k.running != nil && (len(k.running.drafts) > 0 || k.running.job != nil && k.running.job.writes()) {
		return true
	}
	for _, j := range k.queue {
		if j.writes() {
			return true
		}
	}
	return false
}

func (j job) writes() bool { return j.edits != nil || j.do != nil }

// idle tells whether nothing is left to write.
func (k *keeper) idle() bool { return len(k.typed) == 0 && len(k.queue) == 0 && !k.busy && !k.moved }

// pump starts the next change when none is in flight.
func (e *Env) pump() tea.Cmd {
	k := &e.keep
	if k.busy || e.Book == nil || len(k.queue) == 0 {
		return nil
	}
	j := k.queue[0]
	k.queue = k.queue[1:]
	return e.write(&result{job: &j}, nil)
}

// flushDrafts starts the write of all drafts, and of the place to resume at.
func (e *Env) flushDrafts(places []Place) tea.Cmd {
	k := &e.keep
	if k.busy || e.Book == nil || len(k.typed) == 0 && !k.moved {
		return nil
	}
	r := &result{drafts: k.typed}
	k.typed, k.moved = nil, false
	return e.write(r, places)
}

// write runs one write in a command.
func (e *Env) write(r *result, places []Place) tea.Cmd {
	k := &e.keep
	k.busy, k.running = true, r
	r.done = make(chan struct{})
	book, ctx := e.Book, e.Ctx
	var open []checklist.ID
	if r.job != nil {
		for id := range e.docs {
			open = append(open, id)
		}
		if r.job.load != (checklist.ID{}) {
			open = []checklist.ID{r.job.load}
		}
	}
	return func() tea.Msg {
		if !r.claimed.CompareAndSwap(false, true) {
			return nil
		}
		defer close(r.done)
		r.run(ctx, book, places, open)
		return wroteMsg{r}
	}
}

func (r *result) run(ctx context.Context, book *store.Book, places []Place, open []checklist.ID) {
	for _, d := range r.drafts {
		if r.err = book.SaveDraft(ctx, d); r.err != nil {
			return
		}
	}
	if places != nil {
		r.err = book.SaveResume(ctx, places)
	}
	if r.job == nil || r.err != nil {
		return
	}
	switch {
	case r.job.edits != nil:
		r.err = book.Apply(ctx, r.job.edits...)
	case r.job.do != nil:
		r.msg, r.err = r.job.do(ctx, book)
	}
	if r.err != nil {
		return
	}
	if r.unread = r.job.dropDraft(ctx, book); r.job.do != nil && r.unread == nil {
		var stands []store.Draft
		if stands, r.unread = book.Drafts(ctx); r.unread == nil {
			r.stands = append([]store.Draft{}, stands...) // none is not unknown
		}
	}
	r.me, r.info = book.Me(), book.Info()
	scheme, err := book.Scheme(ctx)
	r.scheme, r.unread = scheme, cmp.Or(r.unread, err)
	r.read(ctx, book, open)
}

// dropDraft forgets the draft that the change stands for.
func (j *job) dropDraft(ctx context.Context, book *store.Book) error {
	if j.drop == (regKey{}) {
		return nil
	}
	return book.DropDraft(ctx, j.drop.record, j.drop.kind, j.drop.field)
}

// read reads the open visits again, each with its scheme. One that cannot be read keeps what is shown of it.
func (r *result) read(ctx context.Context, book *store.Book, open []checklist.ID) {
	r.schemes, r.stuck = map[string]*checklist.Scheme{}, map[checklist.ID]error{}
	for _, id := range open {
		doc, err := book.Visit(ctx, id)
		if err == nil {
			err = readSchemes(ctx, book, doc, r.schemes)
		}
		if err != nil {
			r.unread, r.stuck[id] = err, err
			continue
		}
		r.docs = append(r.docs, DocMsg{id, doc})
	}
}
