package report

import (
	"slices"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// Source is what the sheets of a visit are made from: the visit as its viewer may see it, and its scheme.
type Source struct {
	Lang   words.Lang
	Made   string // moment, as people read it
	Doc    *store.Doc
	Scheme *checklist.Scheme

	copy *unitCopy
}

// unitCopy is what the unit may be shown of the visit. A sheet for the unit is made from it and from nothing else.
type unitCopy struct {
	visit checklist.Visit
	sheet checklist.Sheet
	open  bool // an indicator still wants its verdict
}

// forUnit makes the unit's copy by the rule of what an audience may be shown.
func (s *Source) forUnit() *unitCopy {
	if s.copy == nil {
		stands := s.Doc.Standing(s.Scheme)
		s.copy = copyForUnit(s.Scheme, &s.Doc.Visit, &stands.Sheet)
	}
	return s.copy
}

func copyForUnit(scheme *checklist.Scheme, v *checklist.Visit, sheet *checklist.Sheet) *unitCopy {
	c := &unitCopy{open: slices.ContainsFunc(checklist.Missing(scheme, v, sheet), func(t checklist.Todo) bool {
		return t.BlocksSigning && strings.HasPrefix(t.Code, "todo.indicator.")
	})}
	c.visit, c.sheet = checklist.Redact(checklist.ForUnit, v, sheet)
	return c
}

// begin makes a sheet of a kind with its title; end gives it its stamp. Whatever stands on a sheet stands between the two.
func (s *Source) begin(kind string, to checklist.Audience, title words.Text) *Sheet {
	under := s.Doc.Unit.Name
	if s.Doc.Unit.Practice {
		under += " " + s.in(words.PracticeSheet)
	}
	return &Sheet{Kind: kind, About: s.Doc.ID.String(), For: to, Lang: s.Lang, Title: title.In(s.Lang), Under: under}
}

func (s *Source) end(sheet *Sheet) *Sheet {
	sheet.Stamp = Stamp{Book: s.Doc.Round.District + " " + s.Doc.Round.Year, Made: s.Made,
		Scheme: s.Scheme.Version + " " + s.Scheme.Hash[:8]}
	sheet.Stamp.Code = sheet.code()
	if sheet.For == checklist.ForUnit {
		sheet.Names = s.named(sheet)
	}
	return sheet
}

// named are the codes of people spoken to whose names stand on the sheet, as far as the viewer knows them. It may be right
// that a name stands there, since somebody named in a paper may have been spoken to as well; a person decides.
func (s *Source) named(sheet *Sheet) (out []string) {
	if len(s.Doc.Identities) == 0 {
		return nil
	}
	var text strings.Builder
	_ = Plain(&text, oneLine, sheet) // a builder takes everything
	for _, x := range s.Doc.Identities {
		if name := strings.TrimSpace(x.Name); name != "" && strings.Contains(text.String(), name) {
			out = append(out, x.Code)
		}
	}
	return out
}

// oneLine is a width at which no text is broken.
const oneLine = 10000

func (s *Source) in(t words.Text) string         { return t.In(s.Lang) }
func (s *Source) name(t checklist.Text) string   { return t.In(string(s.Lang)) }
func (s *Source) col(t words.Text, w int) Column { return Column{Name: s.in(t), Width: w} }
func (s *Source) number(t words.Text, w int) Column {
	return Column{Name: s.in(t), Width: w, Right: true}
}

// head are the fields every sheet of a visit begins with.
func (s *Source) head(d *checklist.Visit) Fields {
	f := Fields{{s.in(words.SheetUnit), d.Unit.Name}, {s.in(words.SheetKind), s.kindName(d.Unit.Kind)}}
	day := d.Day
	if day == "" {
		day, _, _ = strings.Cut(d.Listen.StartedAt, " ")
	}
	return append(f, Field{s.in(words.SheetVisited), day}, Field{s.in(words.SheetTeam), s.team(d)})
}

func (s *Source) kindName(id string) string {
	if k, ok := s.Scheme.Kind(id); ok {
		return s.name(k.Name)
	}
	return id
}

func (s *Source) team(d *checklist.Visit) string {
	var names []string
	for _, p := range d.Team {
		names = append(names, p.Name)
	}
	if len(names) == 0 {
		for i := range d.Sheets {
			if n := d.Sheets[i].Person.Name; n != "" {
				names = append(names, n)
			}
		}
	}
	return strings.Join(names, s.in(words.SheetAnd))
}

// FactSheet is what the unit confirms (事实确认单): the facts with the papers that show them. It carries no points, no
// talk and nothing that was said in one, no warnings and nothing of other units. A visit without a finding gives the
// nil return.
func (s *Source) FactSheet() *Sheet {
	sheet := s.begin("fact-sheet", checklist.ForUnit, words.SheetFacts)
	rows := s.facts()
	if len(rows) == 0 {
		return s.nilReturn()
	}
	sheet.add(s.head(&s.forUnit().visit), Text(s.in(words.SheetFactsWhy)),
		Table{Columns: []Column{s.number(words.SheetNo, 7), s.col(words.SheetIndicator, 16), s.col(words.SheetFact, 29),
			s.col(words.SheetCriterion, 18), s.col(words.SheetPapers, 18), s.col(words.SheetAgree, 12)}, Rows: rows})
	s.confirm(sheet)
	return s.end(sheet)
}

func (s *Source) nilReturn() *Sheet {
	sheet := s.begin("nil", checklist.ForUnit, words.SheetNil)
	why := words.SheetNilWhy
	if s.forUnit().open {
		why = words.SheetNilSoFar // nothing found is no nil return before everything was looked at
	}
	sheet.add(s.head(&s.forUnit().visit), Text(s.in(why)))
	s.confirm(sheet)
	return s.end(sheet)
}

func (s *Source) confirm(sheet *Sheet) {
	sheet.add(Lines{Label: s.in(words.SheetOpinion), N: 4}, Note(words.SheetOpinionWhy.F(s.Lang, s.Scheme.Procedure.OpinionDays)),
		Signatures{s.in(words.SheetSignUnit), s.in(words.SheetSignLeader), s.in(words.SheetSignTeam)})
}

// facts are the active findings that rest on papers or on what was seen, in the order of the scheme.
func (s *Source) facts() (rows [][]string) {
	for _, f := range s.findings(&s.forUnit().sheet) {
		rule, ind, _ := s.Scheme.Rule(f.Rule)
		rows = append(rows, []string{strconv.Itoa(len(rows) + 1), ind.ID + " " + s.name(ind.Name), s.counted(rule, f), f.Criterion, s.papers(f.Evidence), ""})
	}
	return rows
}

// counted is the facts and how many were counted, with their measure word: what the unit confirms is both. A value that
// an evaluator judged is no count.
func (s *Source) counted(rule *checklist.Rule, f checklist.Finding) string {
	if rule.Mode != checklist.Per || f.Count < 1 {
		return f.Facts
	}
	return strings.TrimSpace(f.Facts + "\n" + words.SheetCounted.F(s.Lang, f.Count, s.name(rule.Unit())))
}

// findings are the active findings of a sheet, in the order of the scheme.
func (s *Source) findings(sheet *checklist.Sheet) (out []checklist.Finding) {
	by := map[string][]checklist.Finding{}
	for _, f := range sheet.Findings {
		if f.Active() {
			by[f.Rule] = append(by[f.Rule], f)
		}
	}
	for c := range s.Scheme.Categories {
		for i := range s.Scheme.Categories[c].Indicators {
			for _, r := range s.Scheme.Categories[c].Indicators[i].Rules {
				out = append(out, by[r.ID]...)
			}
		}
	}
	return out
}

// papers names the papers and what was seen; testimony is left out.
func (s *Source) papers(list []checklist.Evidence) string {
	var lines []string
	for _, e := range list {
		if e.Kind == "interview" {
			continue
		}
		parts := []string{s.paper(e.Material)}
		if e.Kind == "observed" {
			parts[0] = s.in(words.SheetSeen)
		}
		lines = append(lines, strings.Join(strings.Fields(strings.Join(append(parts, e.Place, e.Quote, s.caption(e.File)), " ")), " "))
	}
	return strings.Join(lines, "\n")
}

// caption is what a photo or scan shows, in the words of who took it.
func (s *Source) caption(file checklist.ID) string {
	for _, a := range s.forUnit().visit.Attached {
		if a.ID == file && file != (checklist.ID{}) {
			return a.Caption
		}
	}
	return ""
}

// paper is the name of a paper: of the scheme's list, or one added in the visit.
func (s *Source) paper(id string) string {
	if m, ok := s.Scheme.Material(id); ok {
		return s.name(m.Name)
	}
	for _, m := range s.forUnit().visit.Materials {
		if m.ID.String() == id {
			return m.Name
		}
	}
	return ""
}

// MissingPapers is the list to hand to the unit's liaison: the papers asked for and not seen yet, those that were short
// or refused with what was noted, and the matters that wait for papers of which none is on the list.
func (s *Source) MissingPapers() *Sheet {
	sheet := s.begin("missing", checklist.ForUnit, words.SheetMissing)
	own := s.forUnit()
	var rows [][]string
	add := func(name, state string) {
		rows = append(rows, []string{strconv.Itoa(len(rows) + 1), name, state, "", ""})
	}
	wanted := map[string]bool{}
	for _, m := range s.Scheme.Materials {
		got := s.material(m.ID)
		if !m.Required && got.Status != "missing" && got.Status != "refused" || got.Status == "seen" || got.Status == "na" {
			continue
		}
		wanted[m.ID] = true
		add(s.name(m.Name), s.wanting(got))
	}
	for _, m := range own.visit.Materials {
		if m.Material == "" && (m.Status == "missing" || m.Status == "refused") {
			add(m.Name, s.wanting(m))
		}
	}
	for _, ind := range s.Scheme.Indicators(s.Doc.Unit.Kind) {
		named := slices.ContainsFunc(ind.Materials, func(id string) bool { return wanted[id] })
		if st := own.sheet.Standings[ind.ID]; st.State == checklist.Waiting && !named {
			add(words.SheetPapersOf.F(s.Lang, s.name(ind.Name)), "")
		}
	}
	sheet.add(s.head(&own.visit), Text(s.in(words.SheetMissingWhy)),
		Table{Columns: []Column{s.number(words.SheetNo, 7), s.col(words.SheetPaper, 33), s.col(words.SheetNote, 24), s.col(words.SheetBy, 16), s.col(words.SheetGiven, 20)},
			Rows: rows, Empty: s.in(words.SheetMissingNone)},
		Signatures{s.in(words.SheetSignLiaison), s.in(words.SheetSignTeam)})
	return s.end(sheet)
}

// material is what the visit recorded of a paper of the scheme's list.
func (s *Source) material(id string) checklist.Material {
	for _, m := range s.forUnit().visit.Materials {
		if m.Material == id {
			return m
		}
	}
	return checklist.Material{}
}

// wanting says why a paper is on the list: not shown, short or refused, and what was noted.
func (s *Source) wanting(m checklist.Material) string {
	word := map[string]words.Text{"": words.SheetNotShown, "missing": words.SheetShort, "refused": words.SheetRefused}[m.Status]
	if m.Note == "" {
		return s.in(word)
	}
	return s.in(word) + s.in(words.SheetColon) + m.Note
}
