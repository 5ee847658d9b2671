package tui

import (
	"slices"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Kinds of input a form item may have.
const (
	InLine   = iota // one line of text
	InText          // a note of several lines
	InNumber        // whole number
	InPoints        // points with two decimals
	InDate
	InClock
	InMoment
	InChoice
	InBool
)

// Item is one field of a form. With Kind it is bound to a register of the book; without, it is local and the screen
// reads it by Form.Value.
type Item struct {
	Name    string // of a local item; "" is Field (or Part)
	Record  checklist.ID
	Kind    store.Kind
	Field   string
	Part    string // the key inside a register that is a whole (type Body)
	Label   words.Text
	In      int
	Width   int            // cells of the input; 0: the rest of the line
	Height  int            // rows of an InText, 0: what is left of the body
	Options []field.Option // of an InChoice
	Unit    words.Text     // behind the input: 人, 份
	Hint    words.Text     // on the hint row while the item has the focus
	Skip    func() bool    // true: the item is not there now
}

// item is an Item with its input and what the book says about it.
type item struct {
	Item
	input   field.Input
	saved   string       // the text form in the book
	shown   []bundle.Ref // the heads the person was shown when the field was entered
	dirty   bool         // the input differs from saved
	drafted bool         // there may be a draft of it
	problem error
	reg     store.Register
	given   string // what the screen filled in, of a local item
	typed   bool   // a local item differs from it
}

// Form is rows of fields. Typing is kept as a draft, leaving a field makes the change; other fields follow the book
// live.
type Form struct {
	env    *Env
	doc    func() *store.Doc
	rows   [][]*item
	items  []*item
	at     int
	from   int // first visible line
	filled bool
	resume Place  // where the focus goes once the values are there
	spots  []spot // where the items stood in the last view
	w      int
	key    regKey // the draft of the local items, none for a form that keeps none
}

// NewForm makes a form; doc gives the visit its registers are in, nil for a form of local items.
func NewForm(e *Env, doc func() *store.Doc, rows ...[]Item) *Form {
	f := &Form{env: e, doc: doc}
	for _, row := range rows {
		var r []*item
		for _, it := range row {
			if it.Name == "" {
				if it.Name = it.Field; it.Part != "" {
					it.Name = it.Part
				}
			}
			x := &item{Item: it, input: f.input(it)}
			r = append(r, x)
			f.items = append(f.items, x)
		}
		f.rows = append(f.rows, r)
	}
	f.Refresh()
	f.enter()
	return f
}

func (f *Form) input(it Item) field.Input {
	k, e := f.env.Kit, f.env
	switch it.In {
	case InText:
		return k.Editor()
	case InNumber:
		return k.Number()
	case InPoints:
		return k.Points()
	case InDate:
		return k.Date()
	case InClock:
		return k.Clock()
	case InMoment:
		return k.Moment()
	case InChoice:
		return k.Choice(e.plainMarks(), it.Options...)
	case InBool:
		return k.Bool(e.plainMarks(), e.T(words.Yes), e.T(words.No))
	}
	return k.Line()
}

// Refresh takes the values of the book into every field that is not being changed. Call it on a DocMsg.
func (f *Form) Refresh() {
	if f.doc == nil || f.doc() == nil {
		return
	}
	doc := f.doc()
	for i, it := range f.items {
		if it.Kind == "" || f.env.keep.waits(it.register()) {
			continue
		}
		it.reg = doc.Register(it.Record, it.Kind, it.Field)
		text := part(it.reg.Text, it.Part)
		if it.dirty && f.text(it) == text {
			it.dirty = false
		}
		if !f.filled || !it.dirty && text != it.saved {
			it.input.SetValue(text)
		}
		it.saved = text
		if i != f.at || !it.dirty {
			it.shown = it.reg.Shown
		}
	}
	if !f.filled {
		f.filled = true
		f.recover()
		f.refocus()
	}
}

// Resume puts the focus and the cursor where a place says, as soon as the values of the book are there.
func (f *Form) Resume(p Place) {
	f.resume = p
	if f.filled || f.doc == nil {
		f.refocus()
	}
}

func (f *Form) refocus() {
	for i, it := range f.items {
		if it.Name == f.resume.Field && it.here() {
			f.at = i
			it.input.SetOffset(f.resume.Offset)
			f.enter()
		}
	}
}

// recover puts back the drafts that were not made changes when the program last ended; undo leads back to the book.
func (f *Form) recover() {
	for _, it := range f.items {
		if it.Kind == "" {
			continue
		}
		d, ok := f.env.Found(it.Record, it.Kind, it.Field)
		if !ok {
			continue
		}
		for _, o := range f.items { // all parts of one register
			if o.register() != it.register() {
				continue
			}
			o.drafted = true
			if text := part(d.Text, o.Part); text != o.saved {
				reseed(o.input, text, d.Cursor)
				o.dirty, o.shown = true, d.Shown
			}
		}
	}
}

func reseed(in field.Input, text string, offset int) {
	if r, ok := in.(interface{ Reseed(string, int) }); ok {
		r.Reseed(text, offset)
		return
	}
	in.SetValue(text)
}

func (it *item) register() regKey { return keyOf(it.Record, it.Kind, it.Field) }

// Value is what stands in an item, in text form; "" where it cannot be understood.
func (f *Form) Value(name string) string {
	if it := f.named(name); it != nil {
		s, _ := it.input.Parse()
		return s
	}
	return ""
}

// Set fills a value into a local item. What was typed there stays.
func (f *Form) Set(name, value string) {
	if it := f.named(name); it != nil {
		it.given = value
		if !it.typed {
			it.input.SetValue(value)
			it.given = it.input.Value()
		}
	}
}

func (f *Form) named(name string) *item {
	if i := slices.IndexFunc(f.items, func(it *item) bool { return it.Name == name }); i >= 0 {
		return f.items[i]
	}
	return nil
}

// Check is the first problem of the form; it puts the focus there.
func (f *Form) Check() error {
	for i, it := range f.items {
		if it.here() {
			if _, err := it.input.Parse(); err != nil {
				it.problem = err
				f.at = i
				return err
			}
		}
	}
	return nil
}

// Leave makes the changes of everything that was typed. A value that cannot be understood stays as a draft.
func (f *Form) Leave() tea.Cmd {
	var (
		edits []store.Edit
		cmds  []tea.Cmd
	)
	for _, it := range f.items {
		cmds = append(cmds, f.undraft(it))
		if ed, ok := f.edit(it); ok && !slices.ContainsFunc(edits, func(o store.Edit) bool {
			return keyOf(o.Record, o.Kind, o.Field) == it.register()
		}) {
			edits = append(edits, ed)
		}
	}
	return tea.Batch(append(cmds, f.env.Apply(edits...))...)
}

// undraft forgets the draft of an item that was typed in and then made as it was.
func (f *Form) undraft(it *item) tea.Cmd {
	if it.Kind == "" || it.dirty || !it.drafted || slices.ContainsFunc(f.items, func(o *item) bool {
		return o.dirty && o.register() == it.register()
	}) {
		return nil
	}
	it.drafted = false
	return f.env.forget(it.register())
}

// edit is the change an item asks for.
func (f *Form) edit(it *item) (store.Edit, bool) {
	if it.Kind == "" || !it.dirty {
		return store.Edit{}, false
	}
	text, err := it.input.Parse()
	it.problem = err
	if err != nil {
		return store.Edit{}, false
	}
	if it.In != InText && it.In != InChoice && it.In != InBool {
		if text != it.input.Value() {
			it.input.SetValue(text)
		}
	}
	whole, err := f.whole(it, false)
	if err != nil {
		it.problem = err
		return store.Edit{}, false
	}
	for _, o := range f.items {
		if o.register() == it.register() {
			o.dirty, o.drafted, o.saved = false, false, f.text(o)
		}
	}
	return store.Edit{Record: it.Record, Kind: it.Kind, Field: it.Field, Text: whole, Shown: it.shown}, true
}
