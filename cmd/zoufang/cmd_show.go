package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// showCommand writes out a visit: everything its viewer may see, as text or as JSON.
func (a *app) showCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdShow, groupWork))
	day := c.Flags().String("day", "", words.FlagDay.In(a.lang))
	signed := c.Flags().Int("signed", 0, words.FlagSigned.In(a.lang))
	c.Flags().Lookup("signed").NoOptDefVal = "0"
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.readVisit(args[0], *day, func(b *store.Book, d *store.Doc) error {
			now := d
			if c.Flags().Changed("signed") {
				then, sig, err := a.signedDoc(b, d, *signed)
				if err != nil {
					return err
				}
				if d = then; !a.json {
					a.say(words.SignedAs, sig.Name, sig.At)
				}
			}
			if a.json {
				text, err := d.JSON()
				if err != nil {
					return err
				}
				_, err = a.out.Write(append(text, '\n'))
				return err
			}
			scheme, err := b.SchemeOf(a.ctx, d.SchemeHash)
			if err != nil {
				return err
			}
			(&shower{app: a, book: b, doc: d, scheme: scheme, out: fields{w: a.out, lang: a.lang, names: namesOf(d, scheme, a.lang)}}).all()
			return a.sayCorrections(b, now)
		})
	}
	return c
}

// shower writes a visit as text.
type shower struct {
	*app
	book   *store.Book
	doc    *store.Doc
	scheme *checklist.Scheme
	out    fields
}

func (s *shower) all() {
	v := &s.doc.Visit
	kind := v.Unit.Kind
	if k, ok := s.scheme.Kind(kind); ok {
		kind = k.Name.In(string(s.lang))
	}
	fmt.Fprintf(s.app.out, "%s  %s  %s %s\n", s.marked(v.Unit), kind, s.value("kind", string(v.Kind)), strings.TrimSpace(v.Round.Year+" "+v.Day))
	team := make([]string, len(v.Team))
	for i, p := range v.Team {
		team[i] = p.Name + " " + s.value("role", string(p.Role))
	}
	if len(team) > 0 {
		fmt.Fprintln(s.app.out, "  "+words.UnitsTeam.F(s.lang, strings.Join(team, words.CmdListSep.In(s.lang))))
	}
	s.steps(v)
	s.lists(v)
	for i := range v.Sheets {
		s.under(v.Sheets[i].Scheme).sheet(&v.Sheets[i])
	}
	if v.Hidden > 0 {
		s.say(words.CmdHiddenSheets, v.Hidden)
	}
	s.decisions()
	for _, x := range s.doc.Signed {
		state := words.CmdSignedAsIs
		if x.Changed {
			state = words.CmdSignedChanged
		}
		s.head(words.KindWords["signature"])
		s.out.line(x.Name, x.At+"  "+state.In(s.lang))
	}
}

func (s *shower) head(t words.Text) { fmt.Fprintf(s.app.out, "\n%s\n", t.In(s.lang)) }

// steps are the one record each of look, listen and check.
func (s *shower) steps(v *checklist.Visit) {
	s.head(words.KindWords["look"])
	s.out.record("look", v.Look)
	s.head(words.KindWords["listen"])
	s.out.record("listen", v.Listen)
	s.notes(checklist.StepListen, checklist.ID{})
	s.head(words.KindWords["check"])
	s.out.record("check", v.Check)
	s.figures(v)
}

// figures are the numbers of the headcount in their three columns.
func (s *shower) figures(v *checklist.Visit) {
	cols := []checklist.Column{checklist.Declared, checklist.Office, checklist.Verified}
	rows := [][]string{{"  " + words.FieldWords["figure"].In(s.lang), s.value("column", "declared"), s.value("column", "office"), s.value("column", "verified")}}
	for _, r := range checklist.Headcount(s.scheme, v) {
		row := []string{"  " + r.Name.In(string(s.lang))}
		some := false
		for _, c := range cols {
			cell := r.Cells[c]
			switch {
			case cell.Known:
				row, some = append(row, fmt.Sprint(cell.N)), true
			default:
				row = append(row, "--")
			}
		}
		notes := []string{}
		for _, n := range r.Notes {
			notes = append(notes, words.Say(s.lang, n.Code, n.Args...))
		}
		if some {
			rows = append(rows, append(row, strings.Join(notes, words.CmdListSep.In(s.lang))))
		}
	}
	if len(rows) > 1 {
		grid(s.app.out, rows)
	}
}

// lists are the records of which there may be many.
func (s *shower) lists(v *checklist.Visit) {
	many(s, "material", v.Materials, func(m checklist.Material) checklist.ID { return m.ID })
	many(s, "promise", v.Promises, func(p checklist.Promise) checklist.ID { return p.ID })
	many(s, "question", v.Questions, func(q checklist.Question) checklist.ID { return q.ID })
	for i, t := range v.Interviews {
		if i == 0 {
			s.head(words.KindWords["interview"])
		}
		s.out.item(s.out.names[t.ID], "interview", t)
		s.notes(checklist.StepInterview, t.ID)
	}
	many(s, "identity", v.Identities, func(x checklist.Identity) checklist.ID { return x.ID })
	s.notes("", checklist.ID{})
	many(s, "attachment", v.Attached, func(x checklist.Attachment) checklist.ID { return x.ID })
	many(s, "signed_sheet", v.Papers, func(x checklist.SignedSheet) checklist.ID { return x.ID })
	for i, x := range v.Slips {
		if i == 0 {
			s.head(words.KindWords["slip"])
		}
		s.out.item(s.out.names[x.ID]+s.inherited(x.Unit), "slip", x)
	}
	for i, p := range v.Past {
		if i == 0 {
			s.head(words.KindWords["past"])
		}
		s.out.item(p.Rule+"  "+p.Year+s.inherited(p.Unit), "past", p)
	}
	many(s, "comment", v.Comments, func(x checklist.Comment) checklist.ID { return x.ID })
}

// inherited marks what came from a unit that this one goes on from.
func (s *shower) inherited(unit checklist.ID) string {
	u, ok := s.doc.Inherited(unit)
	if !ok {
		return ""
	}
	return "  [" + words.UnitInherited.F(s.lang, u.Name) + "]"
}

// many writes the records of one kind under its name.
func many[T any](s *shower, kind string, list []T, id func(T) checklist.ID) {
	for i, x := range list {
		if i == 0 {
			s.head(words.KindWords[kind])
		}
		s.out.item(s.out.names[id(x)], kind, x)
	}
}

// notes are the time-marked entries of a step or an interview; step "" is what belongs to neither.
func (s *shower) notes(step checklist.Step, host checklist.ID) {
	head := step == ""
	for _, e := range s.doc.Entries {
		mine := e.Host == host && e.Step == step
		if step == "" {
			mine = e.Host == checklist.ID{} && e.Step != checklist.StepListen
		}
		if !mine || e.Status == "withdrawn" {
			continue
		}
		if head {
			s.head(words.KindWords["entry"])
			head = false
		}
		marks := ""
		if e.Indicator != "" {
			marks += "  [" + e.Indicator + "]"
		}
		if e.Todo {
			marks += "  [" + words.FieldWords["todo"].In(s.lang) + "]"
		}
		if e.Status != "" {
			marks += "  [" + s.value("status", e.Status) + "]"
		}
		fmt.Fprintf(s.app.out, "    %s  %s%s\n", e.At, e.Text, marks)
	}
}

// under shows by another version of the scheme; by this one where that has not arrived.
func (s *shower) under(hash string) *shower {
	other := *s
	if scheme, err := s.book.SchemeOf(s.ctx, hash); err == nil {
		other.scheme = scheme
	}
	return &other
}

// sheet is one evaluator's judgement.
func (s *shower) sheet(sh *checklist.Sheet) {
	state := words.CmdSheetOpen
	if sh.State == "closed" {
		state = words.CmdSheetClosed
	}
	s.head(words.KindWords["sheet"])
	s.out.line(sh.Person.Name, state.In(s.lang))
	if sh.Scheme != s.doc.Round.Scheme {
		s.out.line(words.ColVersion.In(s.lang), versionLabel(s.scheme))
	}
	for _, f := range sh.Findings {
		s.out.item(f.Rule+"  "+s.ruleName(f.Rule), "finding", f)
		if f.Status != "" {
			s.out.line("  "+words.FieldWords["status"].In(s.lang), s.value("status", f.Status)+"  "+f.Why)
		}
	}
	for _, ind := range s.scheme.Indicators(s.doc.Unit.Kind) {
		st, ok := sh.Standings[ind.ID]
		if !ok || st.State == checklist.Blank {
			continue
		}
		line := s.value("state", string(st.State))
		if st.Reason != "" {
			line += "  " + st.Reason
		}
		if st.Approval != "" {
			line += "  " + s.value("state", st.Approval) + " " + st.Approver
		}
		s.out.line(ind.ID+" "+ind.Name.In(string(s.lang)), line)
	}
	for _, b := range s.scheme.Bonuses {
		if c, ok := sh.Claims[b.ID]; ok && c.Count > 0 {
			s.out.item(b.ID+"  "+b.Name.In(string(s.lang)), "claim", c)
		}
	}
	s.left(sh.Person.ID)
}

// left names what was judged by another version and counts nowhere; findings of this kind stand among the findings.
func (s *shower) left(person checklist.ID) {
	for _, l := range s.doc.Left {
		if l.Person == person && l.Kind != store.KindFinding {
			s.out.line(words.KindWords[string(l.Kind)].In(s.lang), words.ShowLeft.F(s.lang, l.ID, l.Scheme))
		}
	}
}

func (s *shower) ruleName(id string) string {
	if r, _, ok := s.scheme.Rule(id); ok {
		return r.Name.In(string(s.lang))
	}
	return words.ShowNoRule.In(s.lang)
}
