package main

import (
	"fmt"
	"os"
	"path/filepath"

	"zoufang/report"
	"zoufang/store"
	"zoufang/words"
)

// checkCode holds a code, and the file of a sheet, against the book.
func (a *app) checkCode(b *store.Book, code, path string) error {
	var data []byte
	if path != "" {
		var err error
		if data, err = os.ReadFile(path); err != nil {
			return &store.Fault{Code: "code.nofile", Args: []any{path}, Err: err}
		}
		if code == "" {
			if code, err = report.CodeIn(path, data); err != nil {
				return err
			}
		}
	}
	list, err := report.Verify(a.ctx, b, code, nowText())
	if err != nil {
		return err
	}
	view := codeView{Code: code, State: "unknown", Sheets: []codeSheet{}}
	var fault error = newFault("code.unknown", code)
	for _, m := range list {
		x, err := a.codeSheet(m, code, path, data)
		if err != nil {
			return err
		}
		view.Sheets = append(view.Sheets, x)
		view.State, fault = "changed", newFault("code.changed", code)
		if m.Same {
			if view.State, fault = "same", nil; len(x.Was)+len(x.Is) > 0 {
				view.State, fault = "altered", newFault("code.altered", filepath.Base(path))
			}
		}
	}
	if a.json {
		if err := a.printJSON(view); err != nil {
			return err
		}
		return fault
	}
	a.printCode(view, list, path)
	return fault
}

// codeView is what became of a sheet, as JSON tells it.
type codeView struct {
	Code   string      `json:"code"`
	State  string      `json:"state"` // same, changed, altered (the code is right, the file is not), unknown
	Sheets []codeSheet `json:"sheets"`
}

type codeSheet struct {
	Kind  string   `json:"kind"`
	Title string   `json:"title"`
	Of    string   `json:"of"`
	Now   string   `json:"code_now,omitempty"`
	Was   []string `json:"only_on_sheet,omitempty"`
	Is    []string `json:"only_in_book,omitempty"`
}

func (a *app) codeSheet(m report.Match, code, path string, data []byte) (x codeSheet, err error) {
	x = codeSheet{Kind: m.Kind.Name, Title: m.Kind.Title.In(m.Lang), Of: m.Of}
	if m.Sheet == nil {
		return x, nil
	}
	x.Title, x.Now = m.Sheet.Title, m.Sheet.Stamp.Code
	if path != "" {
		x.Was, x.Is, err = report.Differences(path, data, code, m.Sheet)
	}
	return x, err
}

func (a *app) printCode(v codeView, list []report.Match, path string) {
	for i, x := range v.Sheets {
		switch m := list[i]; {
		case m.Same:
			a.say(words.CodeSame, v.Code, x.Title, x.Of)
		case m.Sheet == nil:
			a.say(words.CodeGone, x.Title, x.Of, words.Explain(a.lang, m.Why))
		default:
			a.say(words.CodeChanged, x.Title, x.Of, x.Now)
		}
		for _, line := range x.Was {
			a.say(words.CodeWas, line)
		}
		for _, line := range x.Is {
			a.say(words.CodeIs, line)
		}
	}
	switch {
	case v.State == "same" && path != "":
		a.say(words.CodeFileSame, filepath.Base(path))
	case v.State == "changed" && path == "":
		fmt.Fprintln(a.out, words.CodeWhatHow.In(a.lang))
	}
}
