package main

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// about is a finding that is asked about: its rule, and the key and the words its questions begin with.
type about struct {
	*asking
	f      checklist.Finding
	r      *checklist.Rule
	prefix string
	name   string
}

// finding asks for everything about a finding. Each answer writes the finding as a whole.
func (s *asking) finding(f checklist.Finding) []*question {
	r, _, _ := s.s.Rule(f.Rule)
	x := about{s, f, r, "finding." + f.ID.String() + ".", r.ID + " " + r.Name.In(string(s.lang))}
	list := append(x.amount(), x.facts())
	if r.Mode == checklist.Given {
		return list
	}
	return append(list,
		x.part("criterion", words.CriterionLabel, f.Criterion, func(f *checklist.Finding, text string) error { f.Criterion = text; return nil }),
		s.proof(x.prefix, x.name, f.Evidence, func(e []checklist.Evidence) error {
			f := x.f
			f.Evidence = e
			_, err := s.b.SaveFinding(s.ctx, s.d, f)
			return err
		}),
		x.part("cause", words.CauseLabel, f.Cause, func(f *checklist.Finding, text string) error { f.Cause = text; return nil }),
		x.part("effect", words.EffectLabel, f.Effect, func(f *checklist.Finding, text string) error { f.Effect = text; return nil }))
}

// part asks for one thing of the finding.
func (x about) part(name string, label words.Text, now string, set func(*checklist.Finding, string) error) *question {
	return &question{key: x.prefix + name, what: words.AskAbout.F(x.lang, x.name, label.In(x.lang)), now: now, save: func(text string) (string, error) {
		f := x.f
		if err := set(&f, text); err != nil {
			return "", err
		}
		_, err := x.b.SaveFinding(x.ctx, x.d, f)
		return "", err
	}}
}

// amount asks how much the rule takes, or where that is fixed whether it is so at all. Clearing it withdraws the finding.
func (x about) amount() []*question {
	var q *question
	switch x.r.Mode {
	case checklist.Given:
		return nil // the mark is asked for in place of a verdict
	case checklist.Per:
		q = x.part("count", words.CountLabel, strconv.FormatInt(x.f.Count, 10), setCount(func(f *checklist.Finding) *int64 { return &f.Count }))
		q.kind = askNumber
		if unit := x.r.Unit().In(string(x.lang)); unit != "" {
			q.hint = words.AskUnit.F(x.lang, unit)
		}
	case checklist.Range:
		q = x.part("mark", words.MarkLabel, x.f.Mark.String(), setMark)
		q.kind = askChoice
		for m := x.r.Min; m <= x.r.Max && x.r.Step > 0; m += x.r.Step {
			q.opts = append(q.opts, option{m.String(), m.String()})
		}
	default:
		q = x.part("stands", words.AskStands, "true", func(*checklist.Finding, string) error { return nil })
		q.kind, q.opts = askChoice, []option{{"true", words.Yes.In(x.lang)}}
	}
	q.hint += words.AskWithdrawHint.In(x.lang)
	q.wipe = func() (string, error) { return x.withdraw(x.f) }
	return []*question{q}
}

// facts asks for the facts. The draft is the whole finding, as the screens keep it.
func (x about) facts() *question {
	q := x.part("facts", words.FactsLabel, x.f.Facts, func(f *checklist.Finding, text string) error { f.Facts = text; return nil })
	q.kind, q.hint = askLong, words.FactsHint.In(x.lang)
	q.draft = &store.Draft{Record: x.f.ID, Kind: store.KindFinding, Field: "body", Shown: x.d.Shown(x.f.ID, store.KindFinding, "body")}
	q.pack = func(text string) string {
		f := x.f
		f.Facts = text
		return jsonText(f)
	}
	q.unpack = func(draft string) string {
		var f checklist.Finding
		if json.Unmarshal([]byte(draft), &f) != nil || f.Facts == x.f.Facts {
			return ""
		}
		return f.Facts
	}
	return q
}

func jsonText(v any) string {
	b, err := json.Marshal(v)
	if err != nil { // only a type that JSON cannot write, which no record has
		panic(err)
	}
	return string(b)
}

func setCount[T any](of func(*T) *int64) func(*T, string) error {
	return func(x *T, text string) error {
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || n < 0 {
			return newFault("ask.choice", text)
		}
		*of(x) = n
		return nil
	}
}

func setMark(x *checklist.Finding, text string) (err error) {
	x.Mark, err = checklist.ParsePoints(text)
	return err
}

// withdraw takes a finding back, with its reason.
func (s *asking) withdraw(f checklist.Finding) (string, error) {
	reason, ok := s.sub(words.AskReason.In(s.lang))
	if !ok {
		s.say(words.AskNoReason)
		return stay, nil
	}
	_, ind, _ := s.s.Rule(f.Rule)
	return ind.ID, s.b.WithdrawFinding(s.ctx, s.d, f.ID, reason)
}

// proof asks for one more piece of evidence: what it is, where it stands, and the words that matter.
func (s *asking) proof(prefix, about string, have []checklist.Evidence, save func([]checklist.Evidence) error) *question {
	q := &question{key: prefix + "proof", kind: askChoice, more: true, what: words.AskProof.F(s.lang, about, len(have)), hint: words.AskTalkOnly.In(s.lang)}
	for i := range s.s.Materials {
		if m := &s.s.Materials[i]; s.d.Register(checklist.MaterialID(s.d.ID, m.ID), store.KindMaterial, "status").Text == "seen" {
			q.opts = append(q.opts, option{"paper:" + m.ID, m.Name.In(string(s.lang))})
		}
	}
	for _, m := range s.d.Materials {
		if m.Material == "" && m.Status == "seen" {
			q.opts = append(q.opts, option{"paper:" + m.ID.String(), m.Name})
		}
	}
	q.opts = append(q.opts, option{"observed:", words.ValueWords["kind.observed"].In(s.lang)})
	for _, t := range s.d.Interviews {
		if t.Status != "withdrawn" {
			q.opts = append(q.opts, option{"interview:" + t.ID.String(), words.TalkProof.F(s.lang, t.Code)})
		}
	}
	q.save = func(text string) (string, error) {
		var e checklist.Evidence
		kind, id, _ := strings.Cut(text, ":")
		switch e.Kind = kind; kind {
		case "paper":
			e.Material = id
		case "interview":
			if err := e.Talk.UnmarshalText([]byte(id)); err != nil {
				return "", err
			}
		}
		place, quote := words.PlaceLabel, words.QuoteLabel
		if e.Kind == "observed" {
			place, quote = words.SeenPlace, words.SeenQuote
		}
		e.Place, _ = s.sub(words.AskPart.F(s.lang, place.In(s.lang)))
		e.Quote, _ = s.sub(words.AskPart.F(s.lang, quote.In(s.lang)))
		return prefix + "proof", save(append(slices.Clone(have), e))
	}
	return q
}
