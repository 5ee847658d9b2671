package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"
)

// lineReader reads lines beside the program, so that it can stop although nobody types.
type lineReader struct{ lines chan string }

func readLines(r io.Reader) *lineReader {
	l := &lineReader{lines: make(chan string)}
	go func() {
		defer close(l.lines)
		in := bufio.NewReader(r)
		for {
			text, err := in.ReadString('\n')
			if text != "" {
				l.lines <- strings.TrimRight(text, "\r\n")
			}
			if err != nil {
				return // the end of the input, or an input that cannot be read any more
			}
		}
	}()
	return l
}

func (l *lineReader) next(ctx context.Context) (string, bool) {
	select {
	case text, ok := <-l.lines:
		return text, ok
	case <-ctx.Done():
		return "", false
	}
}

// cleanLine is a line without what no text may hold; false where it is not UTF-8.
func cleanLine(text string) (string, bool) {
	return strings.TrimSpace(field.CleanLine(text)), utf8.ValidString(text)
}

// askKind says what may be answered.
type askKind uint8

const (
	askText askKind = iota
	askLong         // several lines
	askNumber
	askPoints
	askDate
	askMoment
	askChoice
)

// question is one question of a visit.
type question struct {
	key  string // names it: "到" finds it by this
	step checklist.Step
	what string // what is asked, in words
	hint string // a sentence about it
	kind askKind
	opts []option // of a choice; words that may be answered instead of a number, otherwise
	now  string   // the answer that holds, in its text form
	more bool     // it asks for one more of a list: passing on is an answer

	save func(text string) (next string, err error) // next is the key to go on at, "" for the one behind
	wipe func() (next string, err error)            // clears it; nil saves ""

	draft  *store.Draft        // where a long text is kept while it is written
	also   []store.Draft       // kept with it
	pack   func(string) string // a text as the draft writes it; nil for as it is
	unpack func(string) string // and back
}

type option struct{ value, word string }

// stay is the key of no question: nothing was saved, and the same is asked again.
const stay = "\x00"

// shown is an answer in words.
func (q *question) shown(a *app, text string) string {
	if i := slices.IndexFunc(q.opts, func(o option) bool { return o.value == text }); i >= 0 {
		return q.opts[i].word
	}
	if text == "" {
		return words.AskEmpty.In(a.lang)
	}
	return text
}

// allowed says what may be answered.
func (q *question) allowed(a *app) string {
	var list []string
	for i, o := range q.opts {
		if q.kind == askChoice {
			list = append(list, strconv.Itoa(i+1)+" "+o.word)
		} else {
			list = append(list, o.word)
		}
	}
	choices := strings.Join(list, words.AskGap.In(a.lang))
	if q.kind == askChoice {
		if len(list) == 0 {
			return ""
		}
		return words.AskChoice.F(a.lang, choices)
	}
	text := map[askKind]words.Text{askText: words.AskOneLine, askLong: words.AskLong, askNumber: words.AskNumber,
		askPoints: words.AskPoints, askDate: words.AskDate, askMoment: words.AskMoment}[q.kind].In(a.lang)
	if len(list) > 0 {
		text = joinSentences(a.lang, []string{text, words.AskOrWord.F(a.lang, choices)})
	}
	return text
}

// parse reads an answer as the fields of the screens read it.
func (s *asking) parse(q *question, text string) (string, error) {
	typed := strings.ToLower(strings.TrimSpace(field.Fold(text)))
	for i, o := range q.opts {
		word := strings.ToLower(field.Fold(o.word))
		if typed == word || typed == strings.ToLower(o.value) || q.kind == askChoice && typed == strconv.Itoa(i+1) ||
			o.value == "true" && typed == "y" || o.value == "false" && typed == "n" {
			return o.value, nil
		}
	}
	var in field.Input
	switch q.kind {
	case askChoice:
		return "", newFault("ask.choice", text)
	case askNumber:
		in = s.kit.Number()
	case askPoints:
		in = s.kit.Points()
	case askDate:
		in = s.kit.Date()
	case askMoment:
		in = s.kit.Moment()
	default:
		return text, nil
	}
	in.SetValue(text)
	return in.Parse()
}

// long reads a text of several lines that begins with first. Each line is a draft before the next is read; a draft of
// last time is gone on with. The text ends at an empty line or a full stop alone; false when the input ended first.
func (s *asking) long(q *question, first string) (string, bool) {
	text, err := s.drafted(q)
	if err != nil {
		fmt.Fprintln(s.out, words.Explain(s.lang, err))
	}
	for line := first; line != "" && line != "." && line != "。"; {
		if text != "" {
			text += "\n"
		}
		text += line
		if err := s.keepDraft(q, text); err != nil {
			fmt.Fprintln(s.out, words.Explain(s.lang, err))
		}
		var ok bool
		if line, ok = s.line(); !ok {
			s.say(words.AskDraftKept)
			return "", false
		}
	}
	return text, true
}

func (s *asking) keepDraft(q *question, text string) error {
	if q.draft == nil {
		return nil
	}
	d := *q.draft
	d.Text, d.Cursor = text, len(text)
	if q.pack != nil {
		d.Text, d.Cursor = q.pack(text), 0
	}
	for _, x := range q.also {
		if err := s.b.SaveDraft(s.ctx, x); err != nil {
			return err
		}
	}
	return s.b.SaveDraft(s.ctx, d)
}

// drafted is what was written and not finished; "" where nothing was.
func (s *asking) drafted(q *question) (string, error) {
	if q.draft == nil {
		return "", nil
	}
	d, err := s.b.Draft(s.ctx, q.draft.Record, q.draft.Kind, q.draft.Field)
	if err != nil || d == nil {
		return "", err
	}
	if q.unpack != nil {
		return q.unpack(d.Text), nil
	}
	return d.Text, nil
}
