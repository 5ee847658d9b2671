package report

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// Source is what the sheets of a visit are made from: the visit as its viewer may see it, its scheme and its score.
type Source struct {
	Lang   words.Lang
	Made   string // moment, as people read it
	Doc    *store.Doc
	Scheme *checklist.Scheme
	Result *checklist.Result // nil where no sheet with points is wanted
}

// begin makes a sheet with its title; end gives it its stamp. Whatever stands on a sheet stands between the two.
func (s *Source) begin(title words.Text) *Sheet {
	return &Sheet{Lang: s.Lang, Title: title.In(s.Lang), Under: s.Doc.Unit.Name}
}

func (s *Source) end(sheet *Sheet) *Sheet {
	sheet.Stamp = Stamp{Book: s.Doc.Round.District + " " + s.Doc.Round.Year, Made: s.Made,
		Scheme: s.Scheme.Version + " " + s.Scheme.Hash[:8]}
	sheet.Stamp.Code = sheet.code()
	return sheet
}

func (s *Source) in(t words.Text) string         { return t.In(s.Lang) }
func (s *Source) name(t checklist.Text) string   { return t.In(string(s.Lang)) }
func (s *Source) col(t words.Text, w int) Column { return Column{Name: s.in(t), Width: w} }
func (s *Source) number(t words.Text, w int) Column {
	return Column{Name: s.in(t), Width: w, Right: true}
}

// head are the fields every sheet of a visit begins with.
func (s *Source) head() Fields {
	d := s.Doc
	f := Fields{{s.in(words.SheetUnit), d.Unit.Name}, {s.in(words.SheetKind), s.kind()}}
	day := d.Day
	if day == "" {
		day, _, _ = strings.Cut(d.Listen.StartedAt, " ")
	}
	return append(f, Field{s.in(words.SheetVisited), day}, Field{s.in(words.SheetTeam), s.team()})
}

func (s *Source) kind() string {
	if k, ok := s.Scheme.Kind(s.Doc.Unit.Kind); ok {
		return s.name(k.Name)
	}
	return s.Doc.Unit.Kind
}

func (s *Source) team() string {
	var names []string
	for _, p := range s.Doc.Team {
		names = append(names, p.Name)
	}
	if len(names) == 0 {
		for i := range s.Doc.Sheets {
			if n := s.Doc.Sheets[i].Person.Name; n != "" {
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
	sheet := s.begin(words.SheetFacts)
	rows := s.facts()
	if len(rows) == 0 {
		return s.nilReturn()
	}
	sheet.add(s.head(), Text(s.in(words.SheetFactsWhy)),
		Table{Columns: []Column{s.number(words.SheetNo, 4), s.col(words.SheetIndicator, 14), s.col(words.SheetFact, 34),
			s.col(words.SheetCriterion, 18), s.col(words.SheetPapers, 18), s.col(words.SheetAgree, 12)}, Rows: rows})
	s.confirm(sheet)
	return s.end(sheet)
}

func (s *Source) nilReturn() *Sheet {
	sheet := s.begin(words.SheetNil)
	sheet.add(s.head(), Text(s.in(words.SheetNilWhy)))
	s.confirm(sheet)
	return s.end(sheet)
}

func (s *Source) confirm(sheet *Sheet) {
	sheet.add(Lines{Label: s.in(words.SheetOpinion), N: 4}, Note(words.SheetOpinionWhy.F(s.Lang, s.Scheme.Procedure.OpinionDays)),
		Signatures{s.in(words.SheetSignUnit), s.in(words.SheetSignLeader), s.in(words.SheetSignTeam)})
}

// facts are the active findings that rest on papers or on what was seen, in the order of the scheme.
func (s *Source) facts() (rows [][]string) {
	for _, f := range s.findings() {
		if f.TalkOnly() {
			continue
		}
		_, ind, _ := s.Scheme.Rule(f.Rule)
		rows = append(rows, []string{strconv.Itoa(len(rows) + 1), ind.ID + " " + s.name(ind.Name), f.Facts, f.Criterion, s.papers(f.Evidence), ""})
	}
	return rows
}

// findings are the active findings of the sheet that stands for the visit, in the order of the scheme.
func (s *Source) findings() (out []checklist.Finding) {
	by := map[string][]checklist.Finding{}
	for _, f := range s.Doc.Main().Findings {
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
		lines = append(lines, strings.TrimSpace(strings.Join(append(parts, e.Place, e.Quote), " ")))
	}
	return strings.Join(lines, "\n")
}

// paper is the name of a paper: of the scheme's list, or one added in the visit.
func (s *Source) paper(id string) string {
	if m, ok := s.Scheme.Material(id); ok {
		return s.name(m.Name)
	}
	for _, m := range s.Doc.Materials {
		if m.ID.String() == id {
			return m.Name
		}
	}
	return ""
}

// MissingPapers is the list to hand to the unit's liaison: papers asked for and not seen yet.
func (s *Source) MissingPapers() *Sheet {
	sheet := s.begin(words.SheetMissing)
	status := map[string]checklist.Material{}
	for _, m := range s.Doc.Materials {
		status[m.Material] = m
	}
	var rows [][]string
	for _, m := range s.Scheme.Materials {
		got := status[m.ID]
		if !m.Required && got.Status != "missing" || got.Status == "seen" || got.Status == "na" {
			continue
		}
		rows = append(rows, []string{strconv.Itoa(len(rows) + 1), s.name(m.Name), got.Note, "", ""})
	}
	sheet.add(s.head(), Text(s.in(words.SheetMissingWhy)),
		Table{Columns: []Column{s.number(words.SheetNo, 4), s.col(words.SheetPaper, 36), s.col(words.SheetNote, 24), s.col(words.SheetBy, 16), s.col(words.SheetGiven, 20)},
			Rows: rows, Empty: s.in(words.SheetMissingNone)},
		Signatures{s.in(words.SheetSignLiaison), s.in(words.SheetSignTeam)})
	return s.end(sheet)
}
