package tui

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("agree", newAgree) }

// agree compares what the sheets say of one thing beside each other and takes the decision: whose, or what instead, and
// why; and who holds what against it. Nothing is selected beforehand.
type agree struct {
	env   *Env
	place Place // Item is the id of the difference, or the ids of findings that are to be one fact
	of    *store.Consensus
	diff  *checklist.Difference
	names *names
	read  bool
	form  *Form
	from  int // first row of the comparison that shows
	rows  int
	room  int
	top   int // row of the body where the form was drawn

	dissents []checklist.Dissent // those taken down besides the one in the form
}

// Names of the items of the form.
const (
	agreeTake    = "take"
	agreeValue   = "value"
	agreeReason  = "reason"
	agreeWho     = "who"
	agreeDissent = "dissent"
	agreeMore    = "more" // the dissents taken down before, so that the draft keeps them
	agreeWhy     = "why"
	agreeMember  = "member"
)

// agreePlace is where a difference is decided, or findings as one fact.
func agreePlace(visit checklist.ID, ids ...checklist.ID) Place {
	var item []string
	for _, id := range ids {
		item = append(item, id.String())
	}
	return Place{Screen: "agree", Visit: visit, Item: strings.Join(item, " ")}
}

func newAgree(e *Env, p Place) Screen { return &agree{env: e, place: p} }

// Open reads the visit.
func (s *agree) Open() tea.Cmd { return s.env.readConsensus(s.place.Visit) }

// ids are what the place names.
func (s *agree) ids() (ids []checklist.ID) {
	for _, text := range strings.Fields(s.place.Item) {
		var id checklist.ID
		if id.UnmarshalText([]byte(text)) == nil {
			ids = append(ids, id)
		}
	}
	return ids
}

// Update takes the visit, and gives keys to the form.
func (s *agree) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case consensusMsg:
		if m.visit == s.place.Visit {
			s.take(m)
		}
		return nil
	case agreedMsg:
		return s.next(m)
	case tea.KeyPressMsg:
		switch m.String() {
		case "pgup", "pgdown":
			by := max(1, s.room-1)
			if m.String() == "pgup" {
				by = -by
			}
			s.from = max(0, min(s.from+by, s.rows-s.room))
			return nil
		}
	}
	if s.form == nil {
		return nil
	}
	return s.form.Update(msg)
}

// take finds the difference. A form that is being filled in stays.
func (s *agree) take(m consensusMsg) {
	s.names, s.read, s.of, s.diff = m.names, true, nil, nil
	if len(m.visits) == 0 {
		return
	}
	s.of = &m.visits[0]
	ids := s.ids()
	for i := range s.of.Differences {
		if len(ids) == 1 && s.of.Differences[i].ID == ids[0] {
			s.diff = &s.of.Differences[i]
		}
	}
	if len(ids) > 1 {
		s.diff, _ = s.of.Join(ids)
	}
	if s.diff != nil && s.form == nil {
		s.newForm()
	}
}

// newForm makes the form: the ways to decide, a value of one's own, the reason, and dissent.
func (s *agree) newForm() {
	e, d := s.env, s.diff
	var ways, who []field.Option
	if d.Unites() {
		ways = append(ways, field.Option{Value: string(checklist.TakeUnite), Word: e.says(d.SaysTake(checklist.TakeUnite, checklist.ID{}, ""))})
	}
	for _, x := range d.Sides {
		code, args := d.SaysTake(checklist.TakeSide, x.Person.ID, "")
		word := e.says(code, args)
		who = append(who, field.Option{Value: x.Person.ID.String(), Word: e.personName(x.Person)})
		if d.Kind != checklist.DiffSame && !slices.ContainsFunc(ways, func(o field.Option) bool { return o.Word == word }) {
			ways = append(ways, field.Option{Value: x.Person.ID.String(), Word: word})
		}
	}
	if len(d.Findings()) > 1 {
		ways = append(ways, field.Option{Value: string(checklist.TakeApart), Word: e.says(d.SaysTake(checklist.TakeApart, checklist.ID{}, ""))})
	}
	rows := [][]Item{{}, {{Name: agreeReason, Label: words.AgreedReason, In: InLine, Hint: words.SettleWhy}}}
	if value, ok := s.valueItem(); ok {
		ways = append(ways, field.Option{Value: string(checklist.TakeValue), Word: e.T(words.AgreedOther)})
		rows = slices.Insert(rows, 1, []Item{value})
	}
	rows[0] = []Item{{Name: agreeTake, Label: words.AgreedTake, In: InChoice, Options: ways}}
	agreesAll := func() bool { return s.form == nil || s.form.Value(agreeWho) == "" }
	rows = append(rows, []Item{{Name: agreeWho, Label: words.AgreedWho, In: InChoice, Options: who}},
		[]Item{{Name: agreeDissent, Label: words.AgreedDissent, In: InLine, Skip: agreesAll}},
		[]Item{{Name: agreeWhy, Label: words.AgreedWhyNot, In: InLine, Skip: agreesAll}})
	if of := s.rulers(); len(of) > 0 {
		rows = append(rows, []Item{{Name: agreeMember, Label: words.AgreedMember, In: InChoice, Options: of, Hint: words.AgreedMemberHint}})
	}
	rows = append(rows, []Item{{Name: agreeMore, Skip: func() bool { return true }}})
	s.form = NewForm(e, nil, rows...)
	s.form.Keep("agree", s.place.Visit, s.place.Item)
	_ = json.Unmarshal([]byte(s.form.Value(agreeMore)), &s.dissents) // none was taken down before
	s.form.Resume(s.place)
}

// rulers are the members of the leading group in whose name the office may record the ruling.
func (s *agree) rulers() (list []field.Option) {
	if s.env.Me.Role != checklist.RoleOffice {
		return nil
	}
	for _, m := range s.of.Doc.Group() {
		if m.MayRule(s.category()) {
			list = append(list, field.Option{Value: m.Name, Word: s.env.Clean(m.Name)})
		}
	}
	return list
}

// category is what the difference belongs to, "" for a bonus.
func (s *agree) category() string {
	if _, c, ok := s.of.Scheme.Indicator(s.diff.Indicator); ok {
		return c.ID
	}
	return ""
}

// valueItem is the field for a value that nobody gave; false where there can be none.
func (s *agree) valueItem() (Item, bool) {
	it := Item{Name: agreeValue, Label: words.AgreedValue, Skip: func() bool { return s.form == nil || s.form.Value(agreeTake) != string(checklist.TakeValue) }}
	switch s.diff.Kind {
	case checklist.DiffCount, checklist.DiffClaim:
		it.In, it.Width = InNumber, 8
	case checklist.DiffMark:
		it.In, it.Width = InPoints, 8
	case checklist.DiffStanding, checklist.DiffNA:
		it.In = InChoice
		for _, st := range []checklist.State{checklist.Nil, checklist.NA, checklist.Waiting} {
			it.Options = append(it.Options, field.Option{Value: string(st), Word: s.env.Say("side." + string(st))})
		}
	default:
		return it, false
	}
	return it, true
}

// settlement is what the form says; problem is what is still missing.
func (s *agree) settlement() (x store.Settlement, reason, problem string) {
	e := s.env
	if err := s.form.Check(); err != nil {
		return x, "", words.Explain(e.Lang, err)
	}
	x = store.Settlement{Difference: *s.diff, What: checklist.Take(s.form.Value(agreeTake))}
	switch x.What {
	case "":
		return x, "", e.T(words.AgreedChoose)
	case checklist.TakeUnite, checklist.TakeApart:
	case checklist.TakeValue:
		x.Value = s.form.Value(agreeValue)
	default:
		if x.Side.UnmarshalText([]byte(x.What)) != nil {
			return x, "", e.T(words.AgreedChoose)
		}
		x.What = checklist.TakeSide
	}
	x.Dissent = slices.Clone(s.dissents)
	if d, ok := s.dissent(); ok {
		x.Dissent = append(without(x.Dissent, d.Person), d)
	}
	if s.form.named(agreeMember) != nil {
		x.Member = s.form.Value(agreeMember)
	}
	reason = strings.TrimSpace(s.form.Value(agreeReason))
	if _, code := s.of.Rule(s.diff, x.What, x.Side, x.Value, reason); code != "" {
		return x, "", e.Say(code)
	}
	return x, reason, ""
}

// dissent is the one in the form; false where nobody is named.
func (s *agree) dissent() (checklist.Dissent, bool) {
	for _, side := range s.diff.Sides {
		if side.Person.ID.String() == s.form.Value(agreeWho) {
			return checklist.Dissent{Person: side.Person.ID, Name: side.Person.Name, What: s.form.Value(agreeDissent), Why: s.form.Value(agreeWhy)}, true
		}
	}
	return checklist.Dissent{}, false
}

func without(list []checklist.Dissent, person checklist.ID) []checklist.Dissent {
	return slices.DeleteFunc(list, func(x checklist.Dissent) bool { return x.Person == person })
}

// another takes the dissent of the form down and empties the fields for the next person's.
func (s *agree) another() tea.Cmd {
	d, ok := s.dissent()
	if !ok || d.What == "" {
		return tea.Batch(s.form.FocusOn(agreeWho, -1), s.env.Fail(s.env.T(words.AgreedMoreNone)))
	}
	s.dissents = append(without(s.dissents, d.Person), d)
	s.form.Clear(agreeWho, agreeDissent, agreeWhy)
	return tea.Batch(s.form.Put(agreeMore, bodyText(s.dissents)), s.form.FocusOn(agreeWho, -1))
}

// decide takes the decision, when everything it needs is there.
func (s *agree) decide() tea.Cmd {
	x, reason, problem := s.settlement()
	if problem != "" {
		return s.env.Fail(problem)
	}
	return s.env.instead(s.form.key, func() tea.Cmd { return s.settle(x, reason) })
}

func (s *agree) settle(x store.Settlement, reason string) tea.Cmd {
	doc := s.of.Doc
	return s.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		return agreedMsg{one: x.Difference.ID}, b.Settle(ctx, doc, []store.Settlement{x}, reason)
	})
}

// takeBack asks the difference again.
func (s *agree) takeBack() tea.Cmd {
	x := store.Settlement{Difference: *s.diff}
	return s.env.AskReason(s.env.T(words.AgreedUndo), words.AgreedUndo, func(reason string) tea.Cmd { return s.settle(x, reason) })
}

// next goes on with the next open difference, or back to the list when there is none.
func (s *agree) next(m agreedMsg) tea.Cmd {
	if s.diff == nil || m.one != s.diff.ID {
		return nil
	}
	open := slices.DeleteFunc(s.of.Open(), func(d checklist.Difference) bool { return d.ID == m.one || len(s.ids()) > 1 && overlap(&d, s.diff) })
	if len(open) == 0 {
		return tea.Batch(s.env.Back(), s.env.Notice(s.env.T(words.AgreedAllDone)))
	}
	return tea.Batch(s.env.Swap(agreePlace(s.place.Visit, open[0].ID)), s.env.Notice(s.env.T(words.AgreedDone, len(open))))
}

func overlap(a, b *checklist.Difference) bool {
	own := b.Findings()
	return slices.ContainsFunc(a.Findings(), func(id checklist.ID) bool { return slices.Contains(own, id) })
}

// history shows what was decided here before.
func (s *agree) history() tea.Cmd {
	return s.env.Go(Place{Screen: "history", Visit: s.place.Visit, Record: s.diff.ID, Item: string(store.KindDecision) + " body"})
}

// Keys of the form; Enter decides in the reason and below only, so that nobody decides by accident.
func (s *agree) Keys() []Action {
	if s.form == nil || s.diff == nil {
		return nil
	}
	off := s.env.refused(s.of, s.category())
	keys := s.form.Keys()
	if name, _ := s.form.Focused(); slices.Contains([]string{agreeReason, agreeWho, agreeDissent, agreeWhy, agreeMember}, name) {
		keys = append([]Action{On(words.AgreedDo, s.decide, "enter").OffIf(off)}, keys...)
	}
	if len(s.diff.Sides) > 1 {
		more := On(words.AgreedMore, s.another, "f7", "ctrl+t").OffIf(off)
		name, _ := s.form.Focused() // the bar shows it where dissent is typed
		more.Hide = !slices.Contains([]string{agreeWho, agreeDissent, agreeWhy}, name)
		keys = append(keys, more)
	}
	if s.diff.Ruling != nil || len(s.diff.Stale) > 0 {
		keys = append(keys, On(words.AgreedUndo, s.takeBack, "f6", "ctrl+u").OffIf(off), On(words.SettleHistory, s.history, "f4"))
	}
	return append(keys, Show(words.KeyScroll, "pgup", "pgdown"))
}

// Typing tells whether a field of text has the focus.
func (s *agree) Typing() bool { return s.form != nil && s.form.Typing() }

// Hint explains the marks.
func (s *agree) Hint() string {
	if s.form == nil || s.diff == nil {
		return ""
	}
	if h := s.form.Hint(); h != "" {
		return h
	}
	return s.env.T(words.SettleHint)
}

// Title is the crumb.
func (s *agree) Title() string {
	if s.diff == nil || len(s.ids()) > 1 {
		return s.env.T(words.AgreedTitle)
	}
	at := slices.IndexFunc(s.of.Differences, func(d checklist.Difference) bool { return d.ID == s.diff.ID })
	return s.env.T(words.AgreedDetail, at+1, len(s.of.Differences))
}

// Place is how to come back.
func (s *agree) Place() Place {
	p := s.place
	if s.form != nil {
		p.Field, p.Offset = s.form.Focused()
	}
	return p
}

// Click puts the focus on a field.
func (s *agree) Click(x, y int) tea.Cmd {
	if s.form == nil || y < s.top {
		return nil
	}
	return s.form.Click(x, y-s.top)
}
