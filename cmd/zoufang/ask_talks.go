package main

import (
	"fmt"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// doubts asks for points to be verified by a later step.
func (s *asking) doubts(step checklist.Step) []*question {
	if _, ok := s.s.ByForm(checklist.FormTalks); !ok {
		return nil
	}
	return []*question{{key: "doubt." + string(step), what: words.AskDoubt.In(s.lang), more: true, save: func(text string) (string, error) {
		_, err := s.b.SaveQuestion(s.ctx, s.d, checklist.Question{Text: text, Step: step})
		return "doubt." + string(step), err
	}}}
}

// talks ask what became of the questions to settle, and for every talk.
func (s *asking) talks(step checklist.Step) []*question {
	list := s.doubts(step)
	for _, x := range s.d.Questions {
		list = append(list, s.record("question."+x.ID.String()+".", x.Text, x.ID, store.KindQuestion, "status", "answer")...)
	}
	for i := range s.d.Interviews {
		if x := &s.d.Interviews[i]; x.Status != "withdrawn" {
			list = append(list, s.talk(step, x)...)
		}
	}
	return append(list, &question{key: "talk.new", what: words.AskTalk.In(s.lang), more: true, kind: askChoice,
		opts: []option{{"true", words.Yes.In(s.lang)}}, save: func(string) (string, error) {
			code := s.nextTalk()
			id, err := s.b.SaveInterview(s.ctx, s.d, checklist.Interview{Code: code, Person: code, Asker: s.b.Me().Name, StartedAt: s.now()})
			return "talk." + id.String() + ".form", err
		}})
}

func (s *asking) now() string { return s.kit.Now().Format("2006-01-02 15:04") }

// nextTalk is the code behind the highest one: F03 after F02.
func (s *asking) nextTalk() string {
	top := 0
	for _, t := range s.d.Interviews {
		var n int
		if _, err := fmt.Sscanf(t.Code, "F%d", &n); err == nil {
			top = max(top, n)
		}
	}
	return fmt.Sprintf("F%02d", top+1)
}

func (s *asking) talk(step checklist.Step, x *checklist.Interview) []*question {
	prefix, about := "talk."+x.ID.String()+".", words.TalkTitle.F(s.lang, x.Code)
	list := s.record(prefix, about, x.ID, store.KindInterview, "form", "interviewee_role_band", "interviewee_code", "place", "started_at",
		"interviewer", "second_interviewer", "confidentiality")
	if len(s.d.Questions) > 0 {
		list = append(list, s.serves(prefix, about, x))
	}
	list = append(list, s.record(prefix, about, x.ID, store.KindInterview, "linked_indicators")...)
	list = append(list, s.note(step, prefix, x.ID, about))
	return append(list, s.record(prefix, about, x.ID, store.KindInterview, "answers_question", "corroborated_by", "ended_at")...)
}

// serves asks which questions a talk is held to settle, by their places in the list.
func (s *asking) serves(prefix, about string, x *checklist.Interview) *question {
	q := s.register(prefix+"questions", x.ID, store.KindInterview, "questions")
	q.what = words.AskAbout.F(s.lang, about, q.what)
	var names, now []string
	for i, o := range s.d.Questions {
		names = append(names, fmt.Sprintf("%d %s", i+1, o.Text))
		if slices.Contains(x.Questions, o.ID) {
			now = append(now, fmt.Sprint(i+1))
		}
	}
	q.hint, q.now = words.AskServes.F(s.lang, strings.Join(names, words.AskGap.In(s.lang))), strings.Join(now, " ")
	save := q.save
	q.save = func(text string) (string, error) {
		var ids []string
		for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,，、", r) }) {
			var n int
			if _, err := fmt.Sscan(part, &n); err != nil || n < 1 || n > len(s.d.Questions) {
				return "", newFault("ask.choice", part)
			}
			ids = append(ids, s.d.Questions[n-1].ID.String())
		}
		return save(strings.Join(ids, " "))
	}
	return q
}

// note asks for one more note of a step or a talk. What is being written is a draft under the id the note will have.
func (s *asking) note(step checklist.Step, prefix string, host checklist.ID, about string) *question {
	key, n, last := prefix+"notes", 0, ""
	for _, e := range s.d.Entries {
		if e.Host == host && e.Status == "" && (host != checklist.ID{} || e.Step == step) {
			n, last = n+1, e.Text
		}
	}
	id, ok := s.notes[key]
	if !ok {
		if id, ok = s.orphan(step, host); !ok {
			id = store.NewID(s.d.ID)
		}
		s.notes[key] = id
	}
	q := &question{key: key, kind: askLong, more: true, what: words.AskNote.F(s.lang, about, n),
		draft: &store.Draft{Record: id, Kind: store.KindEntry, Field: "text"},
		also:  []store.Draft{{Record: id, Kind: store.KindEntry, Field: "step", Text: string(step)}, {Record: id, Kind: store.KindEntry, Field: "host", Text: host.String()}}}
	if last != "" {
		q.hint = words.AskLast.F(s.lang, last)
	}
	q.save = func(text string) (string, error) {
		_, err := s.b.SaveEntry(s.ctx, s.d, checklist.Entry{ID: id, Author: s.b.Me().ID, At: s.now(), Step: step, Host: host, Text: text})
		if err == nil {
			delete(s.notes, key)
		}
		return key, err
	}
	return q
}

// orphan finds a note that was begun and not finished.
func (s *asking) orphan(step checklist.Step, host checklist.ID) (checklist.ID, bool) {
	drafts, err := s.b.Drafts(s.ctx)
	if err != nil {
		return checklist.ID{}, false // it is asked for again, and stays a draft
	}
	text := map[checklist.ID]map[string]string{}
	for _, d := range drafts {
		if d.Kind == store.KindEntry && d.Record.Scope() == s.d.ID.Scope() {
			if text[d.Record] == nil {
				text[d.Record] = map[string]string{}
			}
			text[d.Record][d.Field] = d.Text
		}
	}
	for id, fields := range text {
		known := slices.ContainsFunc(s.d.Entries, func(e checklist.Entry) bool { return e.ID == id })
		if !known && id != s.d.ID && fields["step"] == string(step) && fields["host"] == host.String() {
			return id, true
		}
	}
	return checklist.ID{}, false
}
