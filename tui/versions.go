package tui

import (
	"context"
	"maps"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// A unit may be scored under another version of the scheme than the round uses by now, or under another scheme
// altogether. So a screen of a visit asks for the scheme of that visit, never for the round's; and no such screen is made
// before the visit and its scheme have been read.

// SchemeOf is the scheme a visit is looked at by: that of the sheet that stands for it.
func (e *Env) SchemeOf(d *store.Doc) *checklist.Scheme {
	if d == nil {
		return e.Scheme
	}
	return e.schemeBy(d.SchemeHash)
}

// schemeBy is a scheme by its hash, as some reading brought it; the round's where none did.
func (e *Env) schemeBy(hash string) *checklist.Scheme {
	if s := e.schemes[hash]; s != nil {
		return s
	}
	return e.Scheme
}

// visitScheme is SchemeOf for a screen that knows only which visit it shows.
func (e *Env) visitScheme(visit checklist.ID) *checklist.Scheme { return e.SchemeOf(e.Doc(visit)) }

// learn keeps schemes that a reading brought.
func (e *Env) learn(schemes map[string]*checklist.Scheme) {
	if e.schemes == nil {
		e.schemes = map[string]*checklist.Scheme{}
	}
	maps.Copy(e.schemes, schemes)
}

// readSchemes reads what the sheets of a visit are scored under. That of a sheet which is not the viewer's may be missing;
// without its own the visit cannot be shown. Fault scheme.missing (hash).
func readSchemes(ctx context.Context, b *store.Book, d *store.Doc, into map[string]*checklist.Scheme) error {
	s, err := b.SchemeOf(ctx, d.SchemeHash)
	if err != nil {
		return err
	}
	into[d.SchemeHash] = s
	for i := range d.Sheets {
		hash := d.Sheets[i].Scheme
		if s, err := b.SchemeOf(ctx, hash); err == nil {
			into[hash] = s
		} else if !store.IsFault(err, "scheme.missing") {
			return err
		}
	}
	return nil
}

// unread stands in for a screen of a visit until the visit has been read.
type unread struct {
	env   *Env
	place Place
}

// open makes a screen, or what stands in for it while its visit is not read.
func (e *Env) open(p Place) (Screen, bool) {
	open, ok := screens[p.Screen]
	if !ok {
		return nil, false
	}
	if p.Visit != (checklist.ID{}) && p.Screen != home && e.Doc(p.Visit) == nil {
		return &unread{e, p}, true
	}
	return open(e, p), true
}

// ready puts the screens themselves where something stood in for them.
func (a *App) ready() tea.Cmd {
	var cmds []tea.Cmd
	for i, s := range a.stack {
		u, waits := s.(*unread)
		if !waits || a.env.Doc(u.place.Visit) == nil {
			continue
		}
		a.stack[i] = screens[u.place.Screen](a.env, u.place)
		if o, ok := a.stack[i].(Opener); ok {
			cmds = append(cmds, o.Open())
		}
	}
	return tea.Batch(cmds...)
}

// Open reads the visit.
func (u *unread) Open() tea.Cmd { return u.env.Load(u.place.Visit) }

// Update waits; App puts the screen here when the visit is read.
func (u *unread) Update(tea.Msg) tea.Cmd { return nil }

// Frame says that the visit is being read, or why it cannot be shown.
func (u *unread) Frame(w, h int) Frame {
	why, stuck := u.env.stuck[u.place.Visit]
	if !stuck {
		return Frame{Body: " " + u.env.T(words.Reading)}
	}
	var c canvas
	c.add("")
	for _, l := range u.env.Wrap(words.Explain(u.env.Lang, why), w-6) {
		c.add("   " + l)
	}
	return c.frame()
}

// Keys: only those that work everywhere.
func (u *unread) Keys() []Action { return []Action{On(words.KeyBack, u.env.Back, "esc")} }

// Title is empty until the visit is read.
func (u *unread) Title() string { return "" }

// Place is where the screen will be.
func (u *unread) Place() Place { return u.place }

// ScoresShown is never so while nothing is shown.
func (u *unread) ScoresShown() bool { return false }
