package tui

import (
	"context"
	"encoding/json"
	"maps"
	"slices"

	"zoufang/checklist"
	"zoufang/store"

	tea "charm.land/bubbletea/v2"
)

// bench is what the screens of judgement share: a visit, the viewer's own sheet as it is with what is being written,
// and its score, worked out anew whenever the sheet changes and never kept.
type bench struct {
	env    *Env
	visit  checklist.ID
	doc    *store.Doc       // as last read, nil before
	sheet  *checklist.Sheet // the own sheet with what is being written
	result *checklist.Result
	flight map[regKey]flight // what was asked for and is not yet read back
	asked  int
}

// flight is a register as it will be, shown at once so that the next key builds on it.
type flight struct {
	text string
	seq  int
}

// landedMsg tells the screens of judgement that a write is in the book and read back.
type landedMsg struct {
	key regKey
	seq int
}

func newBench(e *Env, visit checklist.ID) *bench {
	b := &bench{env: e, visit: visit, flight: map[regKey]flight{}}
	b.read()
	return b
}

// open reads the visit when nobody has yet.
func (b *bench) open() tea.Cmd { return b.env.Load(b.visit) }

// update follows the book; it tells whether the sheet may be another now.
func (b *bench) update(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case DocMsg:
		if msg.Visit != b.visit {
			return false
		}
	case landedMsg:
		if b.flight[msg.key].seq == msg.seq {
			delete(b.flight, msg.key)
		}
	case FailedMsg:
		clear(b.flight)
	default:
		return false
	}
	b.read()
	return true
}

// write runs a verb of the book and shows at once what it will leave in a register.
func (b *bench) write(key regKey, text string, verb func(context.Context, *store.Book) error) tea.Cmd {
	b.asked++
	seq := b.asked
	b.flight[key] = flight{text, seq}
	b.read()
	b.env.keep.settled(key)
	return b.env.Do(func(ctx context.Context, book *store.Book) (tea.Msg, error) {
		return landedMsg{key, seq}, verb(ctx, book)
	})
}

// read takes the visit as last read, and the own sheet with what is being written laid over it.
func (b *bench) read() {
	b.doc, b.result = b.env.Doc(b.visit), nil
	if b.doc == nil {
		return
	}
	own := *b.doc.Own()
	own.Findings = slices.Clone(own.Findings)
	own.Standings = maps.Clone(own.Standings)
	own.Claims = maps.Clone(own.Claims)
	b.sheet = &own
	for key, f := range b.flight {
		b.lay(key, f.text)
	}
}

// lay puts what is being written on the sheet.
func (b *bench) lay(key regKey, text string) {
	switch {
	case key.kind == store.KindFinding && key.field == "body":
		f := checklist.Finding{ID: key.record}
		if json.Unmarshal([]byte(text), &f) != nil {
			return
		}
		if i := b.index(key.record); i >= 0 {
			f.Status, f.Why = b.sheet.Findings[i].Status, b.sheet.Findings[i].Why
			b.sheet.Findings[i] = f
		} else {
			b.sheet.Findings = append(b.sheet.Findings, f)
		}
	case key.kind == store.KindFinding && key.field == "status":
		if i := b.index(key.record); i >= 0 {
			b.sheet.Findings[i].Status = text
		}
	case key.kind == store.KindStanding && key.field == "body":
		st := checklist.Standing{ID: key.record}
		if json.Unmarshal([]byte(text), &st) == nil {
			st.Approval, st.Approver = b.sheet.Standings[st.Indicator].Approval, b.sheet.Standings[st.Indicator].Approver
			b.sheet.Standings[st.Indicator] = st
		}
	case key.kind == store.KindClaim && key.field == "body":
		c := checklist.Claim{ID: key.record}
		if json.Unmarshal([]byte(text), &c) == nil {
			b.sheet.Claims[c.Bonus] = c
		}
	}
}

func (b *bench) index(finding checklist.ID) int {
	return slices.IndexFunc(b.sheet.Findings, func(f checklist.Finding) bool { return f.ID == finding })
}

// scheme is what the sheet is judged by.
func (b *bench) scheme() *checklist.Scheme { return b.env.SchemeOf(b.doc) }

// score is the score of the own sheet now.
func (b *bench) score() *checklist.Result {
	if b.result == nil {
		r := checklist.Score(b.scheme(), checklist.InputOf(b.scheme(), &b.doc.Visit, b.sheet))
		b.result = &r
	}
	return b.result
}

// findings are the own findings of a rule that count as findings.
func (b *bench) findings(rule string) []checklist.Finding {
	var out []checklist.Finding
	for _, f := range b.sheet.Findings {
		if f.Rule == rule && f.Active() {
			out = append(out, f)
		}
	}
	return out
}

// finding is one of the own findings.
func (b *bench) finding(id checklist.ID) (checklist.Finding, bool) {
	if i := b.index(id); i >= 0 {
		return b.sheet.Findings[i], true
	}
	return checklist.Finding{}, false
}

// suggestions are the counts that the numbers speak for and the sheet does not have.
func (b *bench) suggestions() []checklist.Suggestion {
	return checklist.Suggest(b.scheme(), &b.doc.Visit, b.sheet)
}

// say is a structured result of package checklist as a sentence, names in the language of the program.
func (b *bench) say(code string, args ...any) string { return b.env.say(code, args...) }

func (e *Env) say(code string, args ...any) string {
	out := make([]any, len(args))
	for i, a := range args {
		if out[i] = a; a != nil {
			if t, ok := a.(checklist.Text); ok {
				out[i] = t.In(string(e.Lang))
			}
		}
	}
	return e.Say(code, out...)
}

// name is a name of the scheme in the language of the program.
func (e *Env) name(t checklist.Text) string { return t.In(string(e.Lang)) }

// bodyText is a whole as its register writes it.
func bodyText(v any) string {
	b, err := json.Marshal(v)
	if err != nil { // only a type that JSON cannot write, which no body has
		panic(err)
	}
	return string(b)
}

// moved has the new place written, so that the next start comes back to it.
func (b *bench) moved() tea.Cmd {
	b.env.keep.moved = true
	return b.env.tick(draftEvery)
}

// newItem is a fresh id for a record of a visit.
func newItem(visit checklist.ID) checklist.ID { return store.NewID(visit) }
