package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui"
	"zoufang/tui/field"
	"zoufang/words"
)

// asking is a visit recorded by question and answer: plain lines, no colours, nothing that moves the cursor, for screen
// readers and for terminals that draw no screens. Which questions there are follows from the scheme and from what the
// book holds; after every answer, which is durable before the next question, both are read again.
type asking struct {
	*app
	ctx   context.Context // does not end with the program: what was begun is written
	b     *store.Book
	d     *store.Doc
	s     *checklist.Scheme
	kit   field.Kit
	in    *lineReader
	list  []*question
	at    int                     // in list
	notes map[string]checklist.ID // the notes being written, by their question
}

// askVisit walks the visit of a unit from where it was left.
func (a *app) askVisit(b *store.Book, name, day string) error {
	unit, err := a.unitNamed(b, name)
	if err != nil {
		return err
	}
	s, err := a.beginAsking(b, unit.Unit.ID, day)
	if err != nil {
		return err
	}
	a.say(words.AskBegin, s.d.Unit.Name, s.s.Name.In(string(a.lang)))
	s.resume()
	for {
		more, err := s.one()
		if err != nil {
			return err
		}
		if err := s.remember(); err != nil {
			return err
		}
		if !more {
			a.say(words.AskEnd, s.d.Unit.Name)
			return nil
		}
	}
}

// beginAsking begins the visit of a unit, or goes on with it; day is that of a daily visit, as people write days.
func (a *app) beginAsking(b *store.Book, unit checklist.ID, day string) (s *asking, err error) {
	if b.Me() == (checklist.Person{}) {
		return nil, newFault("me.missing")
	}
	s = &asking{app: a, ctx: context.WithoutCancel(a.ctx), b: b, kit: field.Kit{Clip: &field.Clip{}, Now: time.Now},
		in: readLines(a.in), notes: map[string]checklist.ID{}}
	kind := checklist.Yearly
	if day != "" {
		kind = checklist.Daily
		in := s.kit.Date()
		in.SetValue(day)
		if day, err = in.Parse(); err != nil {
			return nil, err
		}
	}
	visit, err := b.StartVisit(s.ctx, unit, kind, day)
	if err != nil {
		return nil, err
	}
	return s, s.read(visit)
}

// read reads the visit and works out its questions.
func (s *asking) read(visit checklist.ID) (err error) {
	if s.d, err = s.b.Visit(s.ctx, visit); err != nil {
		return err
	}
	if s.s, err = s.b.SchemeOf(s.ctx, s.d.SchemeHash); err != nil {
		return err
	}
	s.list = s.questions()
	return nil
}

// askPlace is the name of this walk among the places to resume at; the screens pass over it.
const askPlace = "ask"

// resume goes to where the visit was left, else to the first question without an answer.
func (s *asking) resume() {
	var places []tui.Place
	if _, err := s.b.Resume(s.ctx, &places); err == nil {
		for _, p := range places {
			if p.Screen == askPlace && p.Visit == s.d.ID && s.find(p.Field) >= 0 {
				s.at = s.find(p.Field)
				return
			}
		}
	}
	s.at = max(0, slices.IndexFunc(s.list, func(q *question) bool { return q.now == "" && !q.more }))
}

// remember keeps the place, behind those of the screens.
func (s *asking) remember() error {
	var places []tui.Place
	if _, err := s.b.Resume(s.ctx, &places); err != nil {
		places = nil // what cannot be read is no reason not to keep the new place
	}
	places = slices.DeleteFunc(places, func(p tui.Place) bool { return p.Screen == askPlace })
	return s.b.SaveResume(s.ctx, append(places, tui.Place{Screen: askPlace, Visit: s.d.ID, Field: s.list[s.at].key}))
}

func (s *asking) find(key string) int {
	return slices.IndexFunc(s.list, func(q *question) bool { return q.key == key })
}

// one asks the question at hand and takes one answer. more is false at the end: the person ends it, or the input does.
func (s *asking) one() (more bool, err error) {
	q := s.list[s.at]
	s.prompt(q)
	line, ok := s.line()
	if !ok {
		return false, nil
	}
	if done, more, err := s.obey(q, line); done || err != nil {
		return more, err
	}
	if line == "" && q.kind != askLong {
		return s.forward(q), nil
	}
	text, ok := line, true
	if q.kind == askLong {
		if text, ok = s.long(q, line); !ok {
			return false, nil
		}
		if text == "" {
			return s.forward(q), nil
		}
	}
	return true, s.answer(q, strings.TrimPrefix(strings.TrimPrefix(text, "="), "＝"))
}

// forward passes on to the next question; behind the last one it ends.
func (s *asking) forward(q *question) bool {
	if q.key == endKey {
		return false
	}
	s.at = min(s.at+1, len(s.list)-1)
	return true
}

// answer saves an answer, or says why it cannot and asks again.
func (s *asking) answer(q *question, text string) error {
	text, err := s.parse(q, text)
	if err != nil {
		fmt.Fprintln(s.out, words.Explain(s.lang, err))
		return nil
	}
	return s.save(q, text)
}

// save writes an answer and goes on. What the book refuses is said, and the question stays.
func (s *asking) save(q *question, text string) error {
	next, err := q.save(text)
	if err != nil {
		fmt.Fprintln(s.out, words.Explain(s.lang, err))
		return nil
	}
	if next == stay {
		return nil
	}
	s.say(words.AskSaved, q.what, q.shown(s.app, text))
	if err := s.read(s.d.ID); err != nil {
		return err
	}
	at := s.find(next)
	if next == "" {
		if at = s.find(q.key); at >= 0 {
			at++
		}
	}
	if at < 0 {
		at = s.at // the question is gone: what followed it stands there now
	}
	s.at = min(at, len(s.list)-1)
	return nil
}

// prompt says in full words where one is, what is asked, what may be answered and what holds now.
func (s *asking) prompt(q *question) {
	n, of := 0, 0
	for i := range s.list {
		if s.list[i].step == q.step {
			of++
			if i <= s.at {
				n++
			}
		}
	}
	now := words.AskNothing.In(s.lang)
	switch {
	case q.key == endKey:
		now = ""
	case q.more:
		now = words.AskNoMore.In(s.lang)
	case q.now != "" && q.kind == askLong:
		now = words.AskNowLong.F(s.lang, q.shown(s.app, q.now))
	case q.now != "":
		now = words.AskNow.F(s.lang, q.shown(s.app, q.now))
	}
	if text, err := s.drafted(q); err == nil && text != "" {
		now = words.AskUnfinished.F(s.lang, text)
	}
	parts := []string{words.AskWhere.F(s.lang, s.d.Unit.Name, s.stepName(q.step), n, of, q.what), q.hint, q.allowed(s.app), now}
	fmt.Fprintln(s.out)
	fmt.Fprintln(s.out, joinSentences(s.lang, parts))
}

// joinSentences puts sentences behind each other, with a space between where the language has one.
func joinSentences(lang words.Lang, parts []string) string {
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" })
	if lang == words.EN {
		return strings.Join(parts, " ")
	}
	return strings.Join(parts, "")
}

// stepName is what the scheme calls a step.
func (s *asking) stepName(step checklist.Step) string {
	if m, ok := s.s.Method(step); ok {
		return m.Name.In(string(s.lang))
	}
	if step == reviewStep {
		return words.AskReview.In(s.lang)
	}
	return words.StepWords[string(step)].In(s.lang)
}

// line reads one line that can be taken; false at the end of the input, or when the program is to stop.
func (s *asking) line() (string, bool) {
	for {
		if f, ok := s.app.in.(*os.File); ok && isTerminal(f) {
			fmt.Fprint(s.out, "> ")
		}
		text, ok := s.in.next(s.app.ctx)
		if !ok {
			fmt.Fprintln(s.out)
			return "", false
		}
		if clean, ok := cleanLine(text); ok {
			return clean, true
		}
		s.say(words.SelfLineBytes)
	}
}

// sub asks for one more line that an answer needs; false for none.
func (s *asking) sub(question string) (string, bool) {
	fmt.Fprintln(s.out, question)
	text, ok := s.line()
	return text, ok && text != ""
}
