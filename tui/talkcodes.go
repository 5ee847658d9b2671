package tui

import (
	"fmt"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// The codes of talks. Two laptops number theirs apart, so two talks may come together under one code; both stay, and one
// of them takes the next free code.

// nextCode is the code behind the highest one: F03 after F02. A withdrawn talk keeps its code.
func nextCode(d *store.Doc) string {
	top := 0
	for _, t := range d.Interviews {
		var n int
		if _, err := fmt.Sscanf(t.Code, "F%d", &n); err == nil {
			top = max(top, n)
		}
	}
	return fmt.Sprintf("F%02d", top+1)
}

// doubled tells whether another talk that stands has the code of this one.
func doubled(d *store.Doc, t checklist.Interview) bool {
	for _, o := range d.Interviews {
		if o.ID != t.ID && o.Code == t.Code && o.Status != withdrawn && t.Status != withdrawn && t.Code != "" {
			return true
		}
	}
	return false
}

// renumber gives a talk the next free code. The code of who was spoken to goes with it where it was the same, and that
// of the name kept apart.
func (e *Env) renumber(visit checklist.ID, t checklist.Interview) tea.Cmd {
	d := e.Doc(visit)
	code := nextCode(d)
	edit := func(rec checklist.ID, kind store.Kind, name string) store.Edit {
		return store.Edit{Record: rec, Kind: kind, Field: name, Text: code, Shown: e.shown(visit, rec, kind, name)}
	}
	edits := []store.Edit{edit(t.ID, store.KindInterview, "code")}
	if t.Person == t.Code {
		edits = append(edits, edit(t.ID, store.KindInterview, "interviewee_code"))
		if id := identityOf(t.ID); d.Register(id, store.KindIdentity, "code").Text == t.Code {
			edits = append(edits, edit(id, store.KindIdentity, "code"))
		}
	}
	return tea.Batch(e.Apply(edits...), e.Notice(e.T(words.TalkRenamed, code)))
}

// exposed says why a talk points to one person, "" where it does not.
func (e *Env) exposed(d *store.Doc, t checklist.Interview) string {
	code, args := checklist.Exposed(&d.Visit, &t)
	if code == "" {
		return ""
	}
	return e.Say(code, args...)
}

// codeCell is the code in the list: with a word where two talks have it, or the talk was withdrawn.
func (e *Env) codeCell(d *store.Doc, t checklist.Interview) string {
	switch {
	case t.Status == withdrawn:
		return strings.TrimSpace(t.Code + " " + e.T(words.ValueWords["status.withdrawn"]))
	case doubled(d, t):
		return e.T(words.TalkDouble, t.Code)
	}
	return t.Code
}
