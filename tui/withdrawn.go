package tui

import (
	"context"
	"slices"
	"strconv"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("withdrawn", newGoneList)
	addJumps(func(e *Env) []Action {
		if len(e.docs) != 1 {
			return nil
		}
		var visit checklist.ID
		for visit = range e.docs {
		}
		return []Action{On(words.GoneTitle, func() tea.Cmd { return e.Go(Place{Screen: "withdrawn", Visit: visit}) })}
	})
}

// gone is a record of a visit that was withdrawn, or a question that need not be verified.
type gone struct {
	kind   store.Kind
	record checklist.ID
	text   string
	owner  checklist.ID // whose judgement or note it is; zero for what the visit shares
}

// goneOf lists what was withdrawn in a visit, as its viewer may see it.
func goneOf(d *store.Doc) (list []gone) {
	add := func(status string, kind store.Kind, rec checklist.ID, text string, owner checklist.ID) {
		if status == withdrawn || kind == store.KindQuestion && status == "dropped" {
			list = append(list, gone{kind, rec, text, owner})
		}
	}
	for i := range d.Sheets {
		s := &d.Sheets[i]
		for _, f := range s.Findings {
			add(f.Status, store.KindFinding, f.ID, f.Rule+" "+strconv.FormatInt(f.Count, 10)+" "+f.Facts, f.Person)
		}
	}
	for _, c := range d.WithdrawnClaims() {
		add(withdrawn, store.KindClaim, c.ID, c.Bonus+" "+c.Facts, c.Person)
	}
	for _, x := range d.Entries {
		add(x.Status, store.KindEntry, x.ID, timeOf(x.At)+" "+x.Text, x.Author)
	}
	for _, p := range d.Promises {
		add(p.Status, store.KindPromise, p.ID, p.Text, checklist.ID{})
	}
	for _, q := range d.Questions {
		add(q.Status, store.KindQuestion, q.ID, q.Text, checklist.ID{})
	}
	for _, t := range d.Interviews {
		add(t.Status, store.KindInterview, t.ID, t.Code, checklist.ID{})
	}
	for _, a := range d.Attached {
		add(a.Status, store.KindAttachment, a.ID, a.Name, checklist.ID{})
	}
	return list
}

// goneList lists what was withdrawn in a visit; Enter brings it back.
type goneList struct {
	env   *Env
	visit checklist.ID
	list  *List
	rows  []gone
}

func newGoneList(e *Env, p Place) Screen {
	s := &goneList{env: e, visit: p.Visit}
	s.list = NewList(e, Column{Title: e.T(words.GoneKind), Max: 16}, Column{Title: e.T(words.GoneWhat), Grow: true},
		Column{Title: e.T(words.GoneWho), Max: 22})
	s.list.Empty = e.T(words.GoneNone)
	s.fill()
	return s
}

func (s *goneList) fill() {
	e, d := s.env, s.env.Doc(s.visit)
	if d == nil {
		return
	}
	s.rows = goneOf(d)
	s.list.SetRows(len(s.rows), func(i int) []string {
		g := s.rows[i]
		r := d.Register(g.record, g.kind, "status")
		return []string{e.kindWord(g.kind), g.text, e.personName(r.By) + " " + e.when(r.At)}
	})
}

// chosen is the selected record.
func (s *goneList) chosen() (gone, bool) {
	if i := s.list.Selected(); i >= 0 && i < len(s.rows) {
		return s.rows[i], true
	}
	return gone{}, false
}

func (s *goneList) back() tea.Cmd {
	g, ok := s.chosen()
	if !ok {
		return nil
	}
	return s.env.restore(s.visit, g)
}

// restore brings back a record that was withdrawn. What counts on a sheet comes back through the verbs of judging, so
// that a closed sheet stays closed and the verdict follows.
func (e *Env) restore(visit checklist.ID, g gone) tea.Cmd {
	d := e.Doc(visit)
	if d == nil {
		return nil
	}
	done := e.Notice(e.T(words.GoneReady))
	switch g.kind {
	case store.KindFinding:
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			err := b.RestoreFinding(ctx, d, g.record, "")
			return tea.BatchMsg{done}, err
		})
	case store.KindClaim:
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			c, err := lastClaim(ctx, b, d, g.record)
			if err == nil {
				_, err = b.SaveClaim(ctx, d, c)
			}
			return tea.BatchMsg{done}, err
		})
	}
	text := ""
	if g.kind == store.KindEntry && e.wasParked(d, g.record) {
		text = "parked"
	}
	return tea.Batch(e.Apply(store.Edit{Record: g.record, Kind: g.kind, Field: "status", Text: text,
		Shown: d.Shown(g.record, g.kind, "status")}), done)
}

// wasParked tells whether a note belongs nowhere: it comes back as what it was.
func (e *Env) wasParked(d *store.Doc, rec checklist.ID) bool {
	i := slices.IndexFunc(d.Entries, func(x checklist.Entry) bool { return x.ID == rec })
	if i < 0 {
		return false
	}
	x := d.Entries[i]
	zero := checklist.ID{}
	return x.Step != checklist.StepListen && x.Host == zero && x.Indicator == "" && x.Question == zero && x.Finding == zero
}

// lastClaim is a claim with the count it had before it was taken back.
func lastClaim(ctx context.Context, b *store.Book, d *store.Doc, rec checklist.ID) (c checklist.Claim, err error) {
	for _, x := range d.WithdrawnClaims() {
		if x.ID == rec {
			c = x
		}
	}
	events, err := b.History(ctx, rec, store.KindClaim, "body")
	if err != nil {
		return c, err
	}
	for _, ev := range events {
		if n := part(ev.New, "count"); n != "" && n != "0" {
			c.Count, err = strconv.ParseInt(n, 10, 64)
			break
		}
	}
	return c, err
}

// Open reads the visit.
func (s *goneList) Open() tea.Cmd { return s.env.Load(s.visit) }

// Update moves, and follows the book.
func (s *goneList) Update(msg tea.Msg) tea.Cmd {
	if _, ok := msg.(DocMsg); ok {
		s.fill()
		return nil
	}
	return s.list.Update(msg)
}

// Frame draws the list.
func (s *goneList) Frame(w, h int) Frame {
	if s.env.Doc(s.visit) == nil {
		return Frame{Body: " " + s.env.T(words.Reading)}
	}
	return Frame{Body: joinLines(s.list.Rows(w, h))}
}

// Keys bring back and tell.
func (s *goneList) Keys() []Action {
	g, ok := s.chosen()
	off := ""
	switch {
	case !ok:
		off = s.env.T(words.GoneNone)
	case g.owner != (checklist.ID{}) && g.owner != s.env.Me.ID:
		off = s.env.T(words.GoneOther)
	}
	return []Action{On(words.GoneBack, s.back, "enter", "ctrl+d").OffIf(off), Show(words.KeyMove, "up", "down")}
}

func (s *goneList) subject() (subject, bool) {
	g, ok := s.chosen()
	return subject{s.visit, g.record, g.kind, ""}, ok
}

// Place is the visit.
func (s *goneList) Place() Place { return Place{Screen: "withdrawn", Visit: s.visit} }

// ScoresShown is never so: counts and facts only.
func (s *goneList) ScoresShown() bool { return false }

// Hint says that nothing is deleted.
func (s *goneList) Hint() string { return s.env.T(words.GoneHint) }

// Title is the crumb.
func (s *goneList) Title() string { return s.env.T(words.GoneTitle) }

// Click selects a row.
func (s *goneList) Click(_, y int) tea.Cmd {
	s.list.Click(0, y)
	return nil
}
