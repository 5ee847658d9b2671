package tui

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addJumps(leavingJumps) }

// leavingJumps offer the list of every visit that is open.
func leavingJumps(e *Env) (out []Action) {
	for visit, d := range e.docs {
		if d != nil {
			out = append(out, On(words.LeavingJump, func() tea.Cmd { return e.Go(Place{Screen: "todo", Visit: visit}) }).with(e.Clean(e.visitCrumb(visit))))
		}
	}
	slices.SortFunc(out, func(a, b Action) int { return strings.Compare(a.name(e), b.name(e)) })
	return out
}

// draftsMsg brings what was typed for a visit and is not made a change: what could not be understood, what a crash left,
// a fact begun.
type draftsMsg struct {
	visit checklist.ID
	list  []store.Draft
}

// readDrafts reads the drafts of a visit, one for each record.
func (e *Env) readDrafts(visit checklist.ID) tea.Cmd {
	return e.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		all, err := b.Drafts(ctx)
		if err != nil {
			return nil, err
		}
		msg := draftsMsg{visit: visit}
		for _, d := range all {
			side := d.Kind == store.KindEntry && d.Field != "text" // goes with the text of the note
			if d.Record.Scope() != visit.Scope() || side || strings.TrimSpace(d.Text) == "" {
				continue
			}
			msg.list = append(msg.list, d)
		}
		return msg, nil
	})
}

// leaving is what to go through before the team leaves the room: what the visit lacks, and behind it what is typed and
// not entered. The same list, without drafts, decides what a signature still needs.
func (e *Env) leaving(s *checklist.Scheme, d *store.Doc, sheet *checklist.Sheet, drafts []store.Draft) []checklist.Todo {
	list := checklist.Missing(s, &d.Visit, sheet)
	for _, x := range drafts {
		code := "todo.draft"
		if x.Record == d.ID && x.Kind == store.KindEntry {
			code = "todo.draft.capture"
		}
		list = append(list, checklist.Todo{Code: code, Args: []any{draftText(x)}, Record: x.Record})
	}
	return list
}

// draftText is what somebody reads of a draft; of a whole, its facts.
func draftText(x store.Draft) string {
	var body struct{ Facts, Rule, Bonus string }
	if json.Unmarshal([]byte(x.Text), &body) == nil && body.Rule+body.Bonus != "" {
		return strings.TrimSpace(body.Rule + body.Bonus + " " + body.Facts)
	}
	return x.Text
}

// goTodo opens the place where a thing is set right; a fact begun goes on where it was left.
func (e *Env) goTodo(s *checklist.Scheme, d *store.Doc, t checklist.Todo, drafts []store.Draft) tea.Cmd {
	if t.Code == "todo.draft.capture" {
		return send(captureMsg{})
	}
	for _, x := range drafts {
		if t.Code == "todo.draft" && x.Record == t.Record {
			return e.Go(e.draftPlace(s, d, x)) // the form there takes the draft up
		}
	}
	if t.Code == "todo.entry.marked" {
		if p, ok := e.linePlace(s, d, t.Record); ok {
			return e.Go(p)
		}
	}
	return e.Go(todoPlace(s, d.ID, t))
}

// draftPlace is the form in which a draft was typed.
func (e *Env) draftPlace(s *checklist.Scheme, d *store.Doc, x store.Draft) Place {
	p := Place{Visit: d.ID, Record: x.Record, Field: x.Field, Offset: x.Cursor}
	var body struct{ Rule, Bonus string }
	_ = json.Unmarshal([]byte(x.Text), &body) // what is no whole names no rule
	switch x.Kind {
	case store.KindFinding:
		p.Screen, p.Item, p.Field = "finding", body.Rule, "facts"
	case store.KindClaim:
		p.Screen, p.Item, p.Field = "claim", body.Bonus, "facts"
	case store.KindQuestion:
		p.Screen = "question"
	case store.KindInterview, store.KindIdentity:
		p.Screen = "talk"
	case store.KindMaterial:
		p.Screen = "material"
		for _, m := range s.Materials {
			if checklist.MaterialID(d.ID, m.ID) == x.Record {
				p.Item = m.ID
			}
		}
	case store.KindEntry:
		p.Screen = "entry"
		if !hasEntry(d, x.Record) { // not kept yet: its pane of notes takes it up again
			p = Place{Visit: d.ID, Screen: string(e.noteStep(s, x.Record)), Item: x.Record.String(), Field: "notes", Offset: x.Cursor}
			if talk := e.noteHost(x.Record); talk != (checklist.ID{}) {
				p.Screen, p.Record = "talk", talk
			}
		}
	case store.KindLook, store.KindSelfScore:
		p.Screen = string(stepOfForm(s, checklist.FormReport))
	case store.KindListen, store.KindPromise:
		p.Screen = string(stepOfForm(s, checklist.FormBriefing))
		if x.Kind == store.KindPromise {
			p.Field = rowField(x.Record, x.Field)
		}
	case store.KindCheck, store.KindFigure:
		p.Screen = string(stepOfForm(s, checklist.FormPapers))
	}
	if p.Screen == "" {
		p.Screen = "visit"
	}
	return p
}

// noteStep is the step whose pane a note was being written in; the briefing where its draft does not say.
func (e *Env) noteStep(s *checklist.Scheme, note checklist.ID) checklist.Step {
	if step := e.begunAs(note, "step"); step != "" {
		return checklist.Step(step)
	}
	return stepOfForm(s, checklist.FormBriefing)
}

// noteHost is the interview whose pane a note was being written in, none for a step.
func (e *Env) noteHost(note checklist.ID) (host checklist.ID) {
	if host.UnmarshalText([]byte(e.begunAs(note, "host"))) != nil {
		return checklist.ID{}
	}
	return host
}

// begunAs is a field of a note that is not kept yet, without taking its draft up.
func (e *Env) begunAs(note checklist.ID, field string) string {
	key := keyOf(note, store.KindEntry, field)
	if d, ok := e.keep.found[key]; ok {
		return d.Text
	}
	return e.keep.left[key].Text
}

// listenFields are the fields of the briefing that a to-do speaks of.
var listenFields = map[string]string{
	"todo.listen.presenter": "presenter_name", "todo.listen.substitute": "substitute_reason", "todo.listen.times": "started_at", "todo.listen.place": "place",
}

// todoPlace is where a thing is set right: the page of the record and the field, else the step.
func todoPlace(s *checklist.Scheme, visit checklist.ID, t checklist.Todo) Place {
	p := Place{Visit: visit, Record: t.Record}
	first := ""
	if len(t.Args) > 0 {
		first = fmt.Sprint(t.Args[0])
	}
	papers := string(stepOfForm(s, checklist.FormPapers))
	switch kind, _, _ := strings.Cut(strings.TrimPrefix(t.Code, "todo."), "."); kind {
	case "finding":
		p.Screen, p.Item, p.Field = "finding", first, findingField(t.Code)
	case "claim":
		p.Screen, p.Item, p.Record = "claim", first, checklist.ID{}
	case "suggest":
		p.Screen, p.Item, p.Field = "score", t.Indicator, first
	case "indicator", "skip":
		p.Screen, p.Item, p.Record = "score", t.Indicator, checklist.ID{}
	case "material":
		p.Screen = papers
	case "figures", "gap", "names":
		p.Screen, p.Field, p.Offset = papers, firstFigure(s), 2
	case "question":
		p.Screen = "question"
	case "interview":
		p.Screen = "talk"
	case "entry":
		p.Screen = "entry"
	case "contested":
		p.Screen = "conflicts"
	case "promise":
		if p.Screen = string(t.Step); t.Record != (checklist.ID{}) {
			p.Field = rowField(t.Record, "due")
		}
	case "formality":
		p.Screen, p.Field = string(t.Step), formalityField(s, t)
	case "comment":
		if p.Screen, p.Item = "score", t.Indicator; t.Indicator == "" {
			p.Screen = "remarks"
		}
	default:
		p.Screen, p.Field = string(t.Step), listenFields[t.Code]
	}
	if p.Screen == "" {
		p.Screen = "visit"
	}
	return p
}

// findingField is the field of a finding that a to-do speaks of.
func findingField(code string) string {
	switch code {
	case "todo.finding.facts", "todo.finding.criterion", "todo.finding.count", "todo.finding.mark":
		return strings.TrimPrefix(code, "todo.finding.")
	case "todo.finding.evidence", "todo.finding.interview_only":
		return "proofs"
	}
	return ""
}

// formalityField is the field that answers a formality, known by its name.
func formalityField(s *checklist.Scheme, t checklist.Todo) string {
	m, ok := s.Method(t.Step)
	if !ok {
		return ""
	}
	i := slices.IndexFunc(m.Requirements, func(q checklist.Requirement) bool { return len(t.Args) > 0 && t.Args[0] == any(q.Name) })
	if i < 0 {
		return ""
	}
	return m.Requirements[i].Field
}

// firstFigure is the field of the first number of the headcount, "" where the scheme has none.
func firstFigure(s *checklist.Scheme) string {
	if figures := s.Reconciliation.Figures; len(figures) > 0 {
		return headPrefix + figures[0].ID
	}
	return ""
}
