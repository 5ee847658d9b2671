package tui

import (
	"context"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("consensus", newConsensus)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.AgreedJump, func() tea.Cmd { return e.Go(Place{Screen: "consensus"}) })}
	})
}

// consensus lists the visits whose sheets are to be brought together, or in what the sheets of one visit differ: what the
// grade depends on first, and what the sums would be either way above it. What stands contested in the book about the
// visit follows below.
type consensus struct {
	env      *Env
	visit    checklist.ID // zero: choose a visit
	list     *List
	visits   []store.Consensus
	contests []store.Conflict
	names    *names
	read     bool
	ticked   map[checklist.ID]bool // differences, by id
}

// consensusMsg brings what is to be agreed on, of a visit or of the book.
type consensusMsg struct {
	visit    checklist.ID
	visits   []store.Consensus
	contests []store.Conflict
	names    *names
}

// agreedMsg tells that differences were decided: which one, or zero of several.
type agreedMsg struct {
	one checklist.ID
	n   int
}

func newConsensus(e *Env, p Place) Screen {
	s := &consensus{env: e, visit: p.Visit, ticked: map[checklist.ID]bool{}}
	if s.visit == (checklist.ID{}) {
		s.list = NewList(e, Column{Title: e.T(words.ConflictUnit), Grow: true}, Column{Title: e.T(words.AgreedStatus)})
		s.list.Empty = e.T(words.AgreedNoUnits)
		return s
	}
	s.list = NewList(e, Column{}, Column{Title: e.T(words.AgreedWhat), Max: 22}, Column{Title: e.T(words.AgreedSays), Grow: true},
		Column{Title: e.T(words.AgreedWorth), Right: true}, Column{Title: e.T(words.AgreedStatus)})
	s.list.Empty = e.T(words.AgreedNone)
	return s
}

// readConsensus reads what is to be agreed on.
func (e *Env) readConsensus(visit checklist.ID) tea.Cmd {
	return e.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		msg := consensusMsg{visit: visit}
		var one *checklist.ID
		if visit != (checklist.ID{}) {
			one = &visit
		}
		var err error
		if msg.visits, err = b.Consensus(ctx, one); err != nil {
			return nil, err
		}
		if msg.names, err = readNames(ctx, b, visit); err != nil || one == nil {
			return msg, err
		}
		msg.contests, err = b.Conflicts(ctx, one)
		return msg, err
	})
}

// Open reads; so does Return, since a decision was perhaps taken meanwhile.
func (s *consensus) Open() tea.Cmd   { return s.env.readConsensus(s.visit) }
func (s *consensus) Return() tea.Cmd { return s.Open() }

// of is the visit that is shown; nil while there is none.
func (s *consensus) of() *store.Consensus {
	if s.visit == (checklist.ID{}) || len(s.visits) == 0 {
		return nil
	}
	return &s.visits[0]
}

// Update takes what differs, and moves.
func (s *consensus) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case consensusMsg:
		if m.visit != s.visit {
			return nil
		}
		s.visits, s.contests, s.names, s.read = m.visits, m.contests, m.names, true
		s.list.SetRows(s.count(), s.cells)
		return nil
	case agreedMsg:
		if m.n == 0 {
			return nil
		}
		clear(s.ticked)
		return tea.Batch(s.Open(), s.env.Notice(s.env.T(words.AgreedBulkDone, m.n, max(0, s.open()-m.n))))
	}
	return s.list.Update(msg)
}

func (s *consensus) open() int {
	if c := s.of(); c != nil {
		return len(c.Open())
	}
	return 0
}

func (s *consensus) count() int {
	if s.visit == (checklist.ID{}) {
		return len(s.visits)
	}
	n := len(s.contests)
	if c := s.of(); c != nil {
		n += len(c.Differences)
	}
	return n
}

// diff is the difference in a row; nil for a contest of the book.
func (s *consensus) diff(row int) *checklist.Difference {
	if c := s.of(); c != nil && row >= 0 && row < len(c.Differences) {
		return &c.Differences[row]
	}
	return nil
}

func (s *consensus) cells(i int) []string {
	e := s.env
	if s.visit == (checklist.ID{}) {
		c := &s.visits[i]
		return []string{c.Doc.Unit.Name, s.progress(c)}
	}
	d := s.diff(i)
	if d == nil {
		c := s.contests[i-(s.count()-len(s.contests))]
		var says []string
		for _, side := range c.Sides {
			says = append(says, e.personName(side.By)+" "+s.names.side(e, c, side))
		}
		return []string{"", s.names.registerWord(e, c.Record, c.Kind, c.Field), strings.Join(says, " / "), "", e.T(words.AgreedAsk)}
	}
	c := s.of()
	var says []string
	for k, side := range d.Sides {
		says = append(says, e.personName(side.Person)+" "+e.says(d.Says(c.Scheme, k)))
	}
	worth := d.Span.String()
	if d.Moves {
		worth += " " + e.T(words.AgreedGrade)
	} else if d.Flagged {
		worth += " !"
	}
	state := words.AgreedAsk
	switch {
	case !d.Open():
		state = words.AgreedRuled
	case len(d.Stale) > 0:
		state = words.AgreedAgain
	}
	return []string{e.mark(s.ticked[d.ID]), d.Indicator + d.Bonus + " " + e.T(words.DiffWords[string(d.Kind)]), strings.Join(says, " / "), worth, e.T(state)}
}

func (s *consensus) progress(c *store.Consensus) string {
	switch n := len(c.Open()); {
	case c.Pending == checklist.PendingMixed:
		return s.env.Say("rank." + c.Pending)
	case n == 0:
		return s.env.T(words.AgreedAll)
	default:
		return s.env.T(words.AgreedOfN, n, len(c.Differences)-n)
	}
}

// enter compares the sides of the selected difference, or goes into the selected visit.
func (s *consensus) enter() tea.Cmd {
	i := s.list.Selected()
	switch d := s.diff(i); {
	case i < 0:
		return nil
	case s.visit == (checklist.ID{}):
		return s.env.Go(Place{Screen: "consensus", Visit: s.visits[i].Doc.ID})
	case d != nil:
		return s.env.Go(agreePlace(s.visit, d.ID))
	default:
		return s.env.Go(settlePlace(s.contests[i-(s.count()-len(s.contests))], true))
	}
}

// tick marks the selected difference, for deciding several at once or for making them one fact.
func (s *consensus) tick() tea.Cmd {
	i := s.list.Selected()
	if d := s.diff(i); d != nil {
		s.ticked[d.ID] = !s.ticked[d.ID]
		s.list.SetRows(s.count(), s.cells)
		if i+1 < s.count() {
			s.list.Select(i + 1)
		}
	}
	return nil
}

// chosen are the ticked differences.
func (s *consensus) chosen() (list []checklist.Difference) {
	if c := s.of(); c != nil {
		for _, d := range c.Differences {
			if s.ticked[d.ID] {
				list = append(list, d)
			}
		}
	}
	return list
}

// join makes the ticked findings one fact, to be decided as one.
func (s *consensus) join() tea.Cmd {
	var ids []checklist.ID
	list := s.chosen()
	for i := range list {
		ids = append(ids, list[i].Findings()...)
	}
	if len(list) < 2 {
		return s.env.Fail(s.env.T(words.AgreedTicks))
	}
	if _, code := s.of().Join(ids); code != "" {
		return s.env.Fail(s.env.Say(code))
	}
	clear(s.ticked)
	return s.env.Go(agreePlace(s.visit, ids...))
}

// many settles several at once: those ticked, or else the equal or the one-sided ones, as is asked.
func (s *consensus) many() tea.Cmd {
	e, c := s.env, s.of()
	var answers []Answer
	add := func(word words.Text, list []store.Settlement) {
		if len(list) > 0 {
			answers = append(answers, Answer{Word: e.T(word, len(list)), Do: func() tea.Cmd { return s.settleAll(list) }})
		}
	}
	var ticked []store.Settlement
	for _, d := range s.chosen() {
		if d.Unites() {
			ticked = append(ticked, store.Settlement{Difference: d, What: checklist.TakeUnite})
		}
	}
	if add(words.AgreedTicked, ticked); len(s.chosen()) == 0 {
		add(words.AgreedEqual, store.InBulk(&c.Agreed, false))
		add(words.AgreedOneSided, store.InBulk(&c.Agreed, true))
	}
	if len(answers) == 0 {
		return e.Notice(e.T(words.AgreedBulkNone))
	}
	return e.Ask(e.T(words.AgreedBulkHint), answers...)
}

func (s *consensus) settleAll(list []store.Settlement) tea.Cmd {
	doc := s.of().Doc
	return s.env.AskReason(s.env.T(words.AgreedBulk), words.AgreedMany, func(reason string) tea.Cmd {
		return s.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return agreedMsg{n: len(list)}, b.Settle(ctx, doc, list, reason)
		})
	})
}

// says is the sentence of a code with its arguments.
func (e *Env) says(code string, args []any) string { return e.Say(code, args...) }

// refused says why the viewer decides nothing of a category here now ("" is what belongs to none, and the whole visit); ""
// that it can be done.
func (e *Env) refused(c *store.Consensus, category string) string {
	if c != nil && !e.Info.ReadOnly && c.Pending != checklist.PendingMixed {
		err := c.Doc.MayRule(category)
		if store.IsFault(err, "leader.only") {
			return e.T(words.AgreedLeader)
		}
		return e.notLead(err)
	}
	switch {
	case e.Info.ReadOnly:
		return e.T(words.SettleReader)
	case c == nil:
		return e.T(words.AgreedNone)
	}
	return e.Say(c.Pending)
}

// Frame draws the sums and the list.
func (s *consensus) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	c := s.of()
	if c == nil {
		return Frame{Body: joinLines(s.list.Rows(w, h))}
	}
	lines := []string{" " + e.Style.Title.Render(e.Cut(c.Doc.Unit.Name+"   "+s.progress(c), w-2))}
	lines = append(lines, s.sums(c, w)...)
	lines = append(lines, e.Rule(w))
	return Frame{Body: joinLines(append(lines, s.list.Rows(w, h-len(lines))...))}
}

// sums are what each sheet comes to by itself, and what they come to together.
func (s *consensus) sums(c *store.Consensus, w int) (lines []string) {
	e := s.env
	line := func(who string, sheet *checklist.Sheet) string {
		r := checklist.Score(c.Scheme, checklist.InputOf(c.Scheme, &c.Doc.Visit, sheet))
		sum := who + "  " + e.amount(r.Total)
		if g := r.Grade.Grade; g != nil {
			sum += " " + e.name(g.Name)
		}
		return sum
	}
	var all []string
	for i := range c.Sheets {
		all = append(all, line(e.personName(c.Sheets[i].Person), &c.Sheets[i]))
	}
	word := words.AgreedNow
	if c.Pending != "" {
		word = words.AgreedSoFar
	}
	all = append(all, line(e.T(word), &c.Sheet))
	return []string{" " + e.Cut(strings.Join(all, "   "), w-2)}
}

// Keys of the list.
func (s *consensus) Keys() []Action {
	none := ""
	if s.count() == 0 {
		none = s.env.T(words.AgreedNone)
	}
	keys := []Action{On(words.AgreedCompare, s.enter, "enter").OffIf(none)}
	if s.visit != (checklist.ID{}) {
		off := s.env.refused(s.of(), "")
		keys = append(keys, On(words.AgreedTick, s.tick, "space").OffIf(none), On(words.AgreedMany, s.many, "f5", "ctrl+t").OffIf(off),
			On(words.AgreedJoin, s.join, "f6", "ctrl+u").OffIf(off))
	}
	return append(keys, Show(words.KeyMove, "up", "down"))
}

// Hint says what comes first.
func (s *consensus) Hint() string {
	if s.visit == (checklist.ID{}) {
		return ""
	}
	return s.env.T(words.AgreedHint)
}

// Title is the crumb.
func (s *consensus) Title() string {
	if s.visit == (checklist.ID{}) {
		return s.env.T(words.AgreedUnits)
	}
	if n := s.open(); n > 0 {
		return s.env.T(words.AgreedTitle) + " " + strconv.Itoa(n)
	}
	return s.env.T(words.AgreedTitle)
}

// Place is how to come back.
func (s *consensus) Place() Place { return Place{Screen: "consensus", Visit: s.visit} }

// Click selects a row.
func (s *consensus) Click(x, y int) tea.Cmd {
	s.list.Click(x, y-s.above())
	return nil
}

// above is how many rows stand over the list.
func (s *consensus) above() int {
	if s.of() == nil {
		return 0
	}
	return 3
}
