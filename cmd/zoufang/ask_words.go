package main

import (
	"fmt"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"
)

// obey carries out an answer that is a command. done is false for an answer that is none.
func (s *asking) obey(q *question, line string) (done, more bool, err error) {
	typed := strings.ToLower(field.Fold(line))
	name := ""
	for command, forms := range words.AskCommands {
		if typed == forms.ZH || typed == forms.EN {
			name = command
		}
	}
	switch name {
	case "skip":
		return true, s.forward(q), nil
	case "back":
		s.at = max(0, s.at-1)
	case "again":
	case "missing":
		s.missing()
	case "score":
		s.sums()
	case "help":
		s.say(words.AskHelp)
	case "clear":
		return true, true, s.clear(q)
	case "quit":
		return true, false, nil
	default:
		return s.jump(line), true, nil
	}
	return true, true, nil
}

// jump goes where "go" says. Text that merely begins like it is an answer.
func (s *asking) jump(line string) bool {
	for _, form := range []string{words.AskGo.ZH, words.AskGo.EN} {
		rest, ok := strings.CutPrefix(strings.ToLower(field.Fold(line)), form)
		if !ok || strings.TrimSpace(rest) == "" {
			continue
		}
		if at := s.place(strings.TrimSpace(rest)); at >= 0 {
			s.at = at
			return true
		}
		if strings.HasPrefix(rest, " ") && len(strings.Fields(rest)) == 1 {
			s.say(words.AskNowhere, strings.TrimSpace(rest))
			return true
		}
	}
	return false
}

// place finds the question that a person names: a step, an indicator, a rule, a category, a paper, or what is asked.
func (s *asking) place(name string) int {
	first := func(is func(q *question) bool) int {
		return slices.IndexFunc(s.list, is)
	}
	for _, step := range append(s.steps(), checklist.StepScore, reviewStep) {
		names := []string{string(step), s.stepName(step)}
		if m, ok := s.s.Method(step); ok {
			names = append(names, m.Label().ZH, m.Label().EN)
		}
		if slices.ContainsFunc(names, func(n string) bool { return strings.ToLower(n) == name }) {
			return first(func(q *question) bool { return q.step == step })
		}
	}
	if at := first(func(q *question) bool { return strings.ToLower(q.key) == name || strings.ToLower(q.what) == name }); at >= 0 {
		return at
	}
	for id := strings.ToUpper(name); id != ""; id = id[:max(0, strings.LastIndexByte(id, '.'))] {
		if at := first(func(q *question) bool { return strings.ToUpper(q.key) == id }); at >= 0 {
			return at
		}
	}
	for i := range s.s.Categories {
		if c := &s.s.Categories[i]; strings.ToLower(c.ID) == name || strings.ToLower(c.Name.In(string(s.lang))) == name {
			return first(func(q *question) bool {
				_, of, ok := s.s.Indicator(q.key)
				return ok && of == c
			})
		}
	}
	return -1
}

func (s *asking) steps() (list []checklist.Step) {
	for _, m := range s.s.Steps() {
		list = append(list, m.ID)
	}
	return list
}

// missing says what stands between the visit and a signature.
func (s *asking) missing() {
	list := checklist.Missing(s.s, &s.d.Visit, s.d.Main())
	if len(list) == 0 {
		s.say(words.NothingMissing)
	}
	for _, t := range list {
		line := words.Say(s.lang, t.Code, t.Args...)
		if t.Step != "" {
			line = s.stepName(t.Step) + words.AskColon.In(s.lang) + line
		}
		if t.BlocksSigning {
			line = words.AskMust.F(s.lang, line)
		}
		fmt.Fprintln(s.out, line)
	}
}

func (s *asking) sums() {
	sheet := s.d.Main()
	r := checklist.Score(s.s, checklist.InputOf(s.s, &s.d.Visit, sheet))
	s.printScore(s.s, s.d, &checklist.Agreed{Sheet: *sheet}, &r, false)
}

// clear takes the answer back; of a text that is not finished, what was written.
func (s *asking) clear(q *question) error {
	if q.draft != nil {
		for _, d := range append([]store.Draft{*q.draft}, q.also...) {
			if err := s.b.DropDraft(s.ctx, d.Record, d.Kind, d.Field); err != nil {
				return err
			}
		}
	}
	if q.more || q.now == "" {
		s.say(words.AskNothing)
		return nil
	}
	c := *q
	if c.wipe != nil {
		c.save = func(string) (string, error) { return q.wipe() }
	}
	return s.save(&c, "")
}
