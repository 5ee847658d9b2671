package tui

import (
	"context"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("phrases", newPhrases)
	addJumps(func(e *Env) []Action {
		return []Action{On(words.PhraseManage, func() tea.Cmd { return e.Go(Place{Screen: "phrases"}) })}
	})
}

// phrases offers texts for a field: the words of the rule, what was written for it before, and the phrases. Opened from
// the palette it keeps the phrases themselves. Its place says for what: Visit and Record of the field, Item the rule,
// Field what the field is used for; the page below takes the text by a phraseMsg.
type phrases struct {
	env    *Env
	place  Place
	list   *List
	offers []store.Offer
	keys   []string // pinyin initials of the offers
	read   bool
}

type phrasesMsg struct {
	of     *phrases
	offers []store.Offer
}

// phraseMsg brings the chosen text to the page that asked.
type phraseMsg struct {
	to   Place
	text string
}

func newPhrases(e *Env, p Place) Screen {
	s := &phrases{env: e, place: p}
	s.list = NewList(e, Column{Title: e.T(words.PhraseUse), Max: 10}, Column{Title: e.T(words.PhraseText), Grow: true}, Column{Max: 16})
	s.list.Filter, s.list.Empty = true, e.T(words.PhraseEmpty)
	s.list.Match = func(i int, q string) bool { return strings.Contains(s.keys[i], q) }
	return s
}

// Open reads what can be offered.
func (s *phrases) Open() tea.Cmd {
	p := s.place
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		var d *store.Doc
		if p.Item != "" {
			var err error
			if d, err = b.Visit(ctx, p.Visit); err != nil {
				return nil, err
			}
		}
		list, err := b.Offers(ctx, d, p.Item, p.Field)
		return phrasesMsg{s, list}, err
	})
}

// Update takes the texts, filters and moves.
func (s *phrases) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case phrasesMsg:
		if m.of != s {
			return nil
		}
		s.offers, s.read, s.keys = m.offers, true, nil
		for _, o := range m.offers {
			s.keys = append(s.keys, strings.ToLower(strings.Join([]string{o.Text, o.Name, initials(o.Text), initials(o.Name)}, " ")))
		}
		s.list.SetRows(len(s.offers), s.cells)
		return nil
	case ChangedMsg:
		return s.Open()
	case tea.KeyPressMsg, tea.PasteMsg:
		return s.list.Update(msg)
	}
	return nil
}

func (s *phrases) cells(i int) []string {
	o := s.offers[i]
	return []string{s.env.T(words.PhraseFrom[o.From]), s.env.Clean(o.Text), s.env.Clean(o.Name)}
}

// picks tells whether a field waits for a text.
func (s *phrases) picks() bool { return s.place.Record != (checklist.ID{}) }

func (s *phrases) selected() (store.Offer, bool) {
	if i := s.list.Selected(); i >= 0 {
		return s.offers[i], true
	}
	return store.Offer{}, false
}

// insert gives the text to the page below and goes back to it.
func (s *phrases) insert() tea.Cmd {
	o, ok := s.selected()
	if !ok {
		return nil
	}
	return send(chosenMsg{On(words.PhraseInsert, func() tea.Cmd { return send(phraseMsg{s.place, o.Text}) })})
}

func (s *phrases) rename() tea.Cmd {
	o, _ := s.selected()
	e := s.env
	return e.AskReason(e.T(words.PhraseAsk, e.Cut(e.Clean(o.Text), 40)), words.PhraseRename, func(name string) tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return ChangedMsg{}, b.RenamePhrase(ctx, o.ID, name)
		})
	})
}

func (s *phrases) drop() tea.Cmd {
	o, _ := s.selected()
	e := s.env
	return e.Ask(e.T(words.PhraseSure, e.Cut(e.Clean(o.Text), 40)), e.Answer(words.PhraseDrop, func() tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return ChangedMsg{}, b.WithdrawPhrase(ctx, o.ID, "")
		})
	}))
}

// Frame draws the filter line, the list and the selected text in full.
func (s *phrases) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	filter, cursor := s.list.FilterLine(e.T(words.PhraseFilter), 28)
	lines := []string{filter, e.Rule(w)}
	var low []string
	if o, ok := s.selected(); ok {
		low = append([]string{e.Rule(w)}, wrapped(e, o.Text, w)...)
		low = low[:min(len(low), max(2, h/3))]
	}
	rest := h - len(lines) - len(low)
	lines = append(lines, fit(e.Kit.Meter, strings.Join(s.list.Rows(w, rest), "\n"), w, rest)...)
	return Frame{strings.Join(append(lines, low...), "\n"), cursor}
}

// Keys insert where a field waits, and keep the phrases.
func (s *phrases) Keys() []Action {
	o, ok := s.selected()
	off := ""
	if !ok || o.From != store.OfferPhrase {
		off = s.env.T(words.PhraseEmpty)
	}
	keys := []Action{Show(words.KeyMove, "up", "down")}
	if s.picks() {
		none := ""
		if !ok {
			none = s.env.T(words.PhraseEmpty)
		}
		keys = append(keys, On(words.PhraseInsert, s.insert, "enter").OffIf(none))
	}
	return append(keys, On(words.PhraseRename, s.rename, "f6", "ctrl+t").OffIf(off), On(words.PhraseDrop, s.drop, "f8", "ctrl+d").OffIf(off))
}

// Typing: plain keys filter.
func (s *phrases) Typing() bool { return true }

// Hint says how to find one.
func (s *phrases) Hint() string { return s.env.T(words.PhraseHint) }

// Title is the crumb.
func (s *phrases) Title() string { return s.env.T(words.PhraseTitle) }

// Place is how to come back; after a restart no field waits any more.
func (s *phrases) Place() Place { return s.place }

// Click selects; a click on the selected row inserts.
func (s *phrases) Click(_, y int) tea.Cmd {
	was := s.list.Selected()
	if s.list.Click(0, y-2) && s.picks() && was == s.list.Selected() {
		return s.insert()
	}
	return nil
}

// phraseUse is what a field is used for, where phrases are made for it.
var phraseUse = map[string]string{"facts": "facts", "criterion": "criterion", "criteria": "criterion", "demand": "demand", "opinion": "opinion"}

// phraseKeys offer phrases for the field with the focus, and keep what it says as one.
func (f *Form) phraseKeys(visit, record checklist.ID, rule, off string) []Action {
	name, _ := f.Focused()
	use, ok := phraseUse[name]
	if !ok {
		return nil
	}
	e, place := f.env, Place{Screen: "phrases", Visit: visit, Record: record, Item: rule, Field: use}
	text := strings.TrimSpace(f.Value(name))
	none := ""
	if text == "" {
		none = e.T(words.PhraseNoText)
	}
	return []Action{
		On(words.PhraseKey, func() tea.Cmd { return e.Go(place) }, "f6", "ctrl+t").OffIf(off),
		On(words.PhraseKeep, func() tea.Cmd {
			return tea.Batch(e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
				_, err := b.SavePhrases(ctx, checklist.Phrase{Text: text, Use: use})
				return noticeMsg{text: e.T(words.PhraseKept)}, err
			}))
		}).OffIf(none).Hidden(),
	}
}

// takePhrase inserts a chosen text at the cursor of the field that asked for it; false for another page's.
func (f *Form) takePhrase(m phraseMsg, record checklist.ID) (tea.Cmd, bool) {
	if m.to.Record != record {
		return nil, false
	}
	name, _ := f.Focused()
	if phraseUse[name] != m.to.Field {
		return nil, false
	}
	return f.Insert(m.text), true
}
