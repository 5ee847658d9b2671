package main

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/words"
)

// schemeCheck points at every problem of scheme files, or says what a file without any comes to.
func (a *app) schemeCheck() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdSchemeCheck, ""))
	strict := c.Flags().Bool("strict", false, words.FlagStrict.In(a.lang))
	c.Args = atLeast(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		found := []lintRecord{}
		bad := 0
		for _, arg := range args {
			src, name, err := a.lintSource(arg)
			if err != nil {
				return err
			}
			problems := checklist.Lint(src)
			errs, warns := tally(problems)
			if errs > 0 || *strict && warns > 0 {
				bad++
			}
			if a.json {
				for _, p := range problems {
					found = append(found, a.lintRecord(name, p))
				}
				continue
			}
			a.printProblems(name, src, problems)
			a.printVerdict(name, src, errs, warns)
		}
		if a.json {
			if err := a.printJSON(found); err != nil {
				return err
			}
		}
		if bad > 0 {
			return newFault("cmd.scheme.bad", bad)
		}
		return nil
	}
	return c
}

// lintSource is what to check: - is standard input.
func (a *app) lintSource(arg string) (src []byte, name string, err error) {
	if arg != "-" {
		return a.schemeSource(arg)
	}
	if src, err = io.ReadAll(a.in); err != nil {
		return nil, "", &fault{code: "cmd.scheme.read", args: []any{arg}, err: err}
	}
	return src, arg, nil
}

func tally(problems []checklist.Problem) (errs, warns int) {
	for _, p := range problems {
		if p.Severity == checklist.SeverityError {
			errs++
		} else {
			warns++
		}
	}
	return errs, warns
}

// lintRecord is a problem for programs. Message and Advice are in the language of this run.
type lintRecord struct {
	File     string             `json:"file"`
	Line     int                `json:"line"` // 0 where the problem has no place
	Col      int                `json:"col"`  // in characters, from 1
	Severity checklist.Severity `json:"severity"`
	Code     string             `json:"code"`
	Args     []any              `json:"args"`
	Near     string             `json:"near,omitempty"`
	Message  string             `json:"message"`
	Advice   string             `json:"advice"`
}

func (a *app) lintRecord(name string, p checklist.Problem) lintRecord {
	args := p.Args
	if args == nil {
		args = []any{}
	}
	return lintRecord{File: name, Line: p.Line, Col: p.Col, Severity: p.Severity, Code: p.Code, Args: args, Near: p.Near,
		Message: words.Say(a.lang, p.Code, p.Args...), Advice: words.Advice(a.lang, p.Code, p.Near, p.Args...)}
}

// printProblems writes each problem with its place, the line of the file with a mark under the place, and what to do.
func (a *app) printProblems(name string, src []byte, problems []checklist.Problem) {
	lines := strings.Split(string(bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))), "\n")
	for _, p := range problems {
		word := words.LintError
		if p.Severity == checklist.SeverityWarning {
			word = words.LintWarning
		}
		message := words.Say(a.lang, p.Code, p.Args...)
		if p.Line == 0 {
			a.say(words.LintNowhere, name, word.In(a.lang), p.Code, message)
		} else {
			a.say(words.LintWhere, name, p.Line, p.Col, word.In(a.lang), p.Code, message)
		}
		if p.Line > 0 && p.Line <= len(lines) {
			text, mark := excerpt(strings.TrimSuffix(lines[p.Line-1], "\r"), p.Col)
			no := strconv.Itoa(p.Line)
			fmt.Fprintf(a.out, "  %s | %s\n  %s | %s\n", no, text, strings.Repeat(" ", len(no)), mark)
		}
		if advice := words.Advice(a.lang, p.Code, p.Near, p.Args...); advice != "" {
			a.say(words.LintAdvice, advice)
		}
		fmt.Fprintln(a.out)
	}
}

// printVerdict ends the list: how many problems there are, or the proof that the scheme is sound.
func (a *app) printVerdict(name string, src []byte, errs, warns int) {
	if errs+warns > 0 {
		a.say(words.LintCount, name, errs, warns)
	}
	s, err := checklist.LoadScheme(src)
	if err != nil {
		a.say(words.LintMore)
		return
	}
	inds, rules := 0, 0
	for _, c := range s.Categories {
		inds += len(c.Indicators)
		for i := range c.Indicators {
			rules += len(c.Indicators[i].Rules)
		}
	}
	reach := make([]string, len(s.Kinds))
	for i := range s.Kinds {
		least, most := s.Reach(s.Kinds[i].ID)
		name := s.Kinds[i].Name.In(string(a.lang))
		if reach[i] = words.LintReach.F(a.lang, name, most.Points, least.Points); !most.Known {
			reach[i] = words.LintNoReach.F(a.lang, name)
		}
	}
	text := words.LintClean
	if warns > 0 {
		text = words.LintLoads
	}
	a.say(text, name, s.ID, s.Version, len(s.Categories), inds, rules, strings.Join(reach, map[bool]string{true: "; ", false: "；"}[a.lang == words.EN]), s.Hash[:16])
}
