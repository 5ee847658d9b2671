package checklist

import "slices"

// Audience is who a copy is made for. What an audience may be shown is a fixed rule of the program and no setting of a
// scheme: a scheme that a district edits must not be able to open what a person was promised would stay closed.
type Audience string

// The audiences, from the narrowest.
const (
	ForPublic Audience = "public" // anybody
	ForUnit   Audience = "unit"   // the evaluated unit
	ForTeam   Audience = "team"   // evaluators and their leader
	ForOffice Audience = "office" // the staffing office and the leading group
)

// Content is a kind of thing that an audience may be shown or not.
type Content string

// The parts.
const (
	PartFacts    Content = "facts"    // what was found, with the papers that show it
	PartPapers   Content = "papers"   // which papers were asked for and seen
	PartOwn      Content = "own"      // the unit's own result, once it was released
	PartTallies  Content = "tallies"  // numbers of the whole district that point to no unit
	PartScheme   Content = "scheme"   // indicators, marks and forms
	PartPoints   Content = "points"   // points and the arithmetic behind them
	PartTalks    Content = "talks"    // talks, notes, questions, what the briefing and self-report said
	PartJudges   Content = "judges"   // who judged what
	PartWarnings Content = "warnings" // warnings
	PartUnits    Content = "units"    // other units, and the ranking
	PartNames    Content = "names"    // the names behind the codes of talks
)

// mayBeShown is the rule. Names are shown by no sheet at all: the leader reads them in the book.
var mayBeShown = map[Audience][]Content{
	ForPublic: {PartTallies},
	ForUnit:   {PartFacts, PartPapers, PartOwn, PartScheme},
	ForTeam:   {PartFacts, PartPapers, PartOwn, PartScheme, PartPoints, PartTalks, PartJudges},
	ForOffice: {PartFacts, PartPapers, PartOwn, PartScheme, PartPoints, PartTalks, PartJudges, PartWarnings, PartUnits, PartTallies},
}

// May tells whether the audience may be shown a part.
func (a Audience) May(p Content) bool { return slices.Contains(mayBeShown[a], p) }

// Redact copies from a visit, and from the sheet that stands for it, what the audience may be shown. It adds what is
// allowed to an empty visit, so that a part nobody thought of stays out.
func Redact(to Audience, v *Visit, sheet *Sheet) (Visit, Sheet) {
	out, own := Visit{ID: v.ID, Kind: v.Kind, Round: Round{ID: v.Round.ID, District: v.Round.District, Year: v.Round.Year}}, Sheet{ID: sheet.ID, Scheme: sheet.Scheme}
	if !to.May(PartFacts) {
		return out, own
	}
	u := &v.Unit
	out.Unit = Unit{ID: u.ID, Code: u.Code, Name: u.Name, Short: u.Short, Kind: u.Kind, Practice: u.Practice}
	out.Day, out.Listen.StartedAt = v.Day, v.Listen.StartedAt
	out.Team = namesOnly(v.Team)
	if len(out.Team) == 0 {
		for i := range v.Sheets {
			out.Team = append(out.Team, namesOnly([]Person{v.Sheets[i].Person})...)
		}
	}
	files := map[ID]bool{}
	for _, f := range sheet.Findings {
		if f.Active() && !f.TalkOnly() {
			own.Findings = append(own.Findings, factsOnly(f, files))
		}
	}
	for _, a := range v.Attached {
		if files[a.ID] {
			out.Attached = append(out.Attached, Attachment{ID: a.ID, Caption: a.Caption})
		}
	}
	if to.May(PartPapers) {
		for _, m := range v.Materials {
			out.Materials = append(out.Materials, Material{ID: m.ID, Material: m.Material, Name: m.Name, Status: m.Status, Note: m.Note})
		}
		own.Standings = map[string]Standing{}
		for id, st := range sheet.Standings {
			if st.State == Waiting {
				own.Standings[id] = Standing{Indicator: id, State: Waiting}
			}
		}
	}
	return out, own
}

func namesOnly(people []Person) (out []Person) {
	for _, p := range people {
		if p.Name != "" {
			out = append(out, Person{Name: p.Name})
		}
	}
	return out
}

// factsOnly is a finding without what was said in talks, and without what the evaluator made of it. files is told which
// attachments prove it.
func factsOnly(f Finding, files map[ID]bool) Finding {
	out := Finding{ID: f.ID, Rule: f.Rule, Count: f.Count, Facts: f.Facts, Criterion: f.Criterion, Status: f.Status}
	for _, e := range f.Evidence {
		if e.Kind == "interview" {
			continue
		}
		e.Talk = ID{}
		files[e.File] = true
		out.Evidence = append(out.Evidence, e)
	}
	delete(files, ID{})
	return out
}
