package report

import (
	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// mostForms is how many blank forms there are at most: the steps a scheme may have, and those that follow them.
const mostForms = 12

// blank are empty forms of every step, for the day the laptops stay dark.
func (m *maker) blank() ([]*Sheet, error) {
	s, err := m.plain()
	if err != nil {
		return nil, err
	}
	var list []*Sheet
	for _, step := range s.Scheme.Steps() {
		list = append(list, s.stepForm(step))
	}
	list = append(list, s.factsForm(), s.verdictForm(), s.agreeForm(), s.slipForm())
	for i, x := range list {
		x.About, x.Under = s.Doc.Round.ID.String()+" "+place(i+1), words.SheetDistrictOf.F(s.Lang, s.Doc.Round.District, s.Doc.Round.Year)
		s.end(x)
	}
	return list, nil
}

func (s *Source) form(title string) *Sheet {
	sheet := s.begin("blank", checklist.ForTeam, words.SheetBlank)
	sheet.Title = title
	return sheet
}

// atTop are the fields every form begins with.
func (s *Source) atTop() Fields {
	return Fields{{s.in(words.SheetUnit), ""}, {s.in(words.SheetVisited), ""}, {s.in(words.SheetTeam), ""}, {s.in(words.FieldWords["place"]), ""}}
}

// lined are fields of a record to write on.
func (s *Source) lined(kind store.Kind, names ...string) (f Fields) {
	for _, n := range names {
		value := ""
		if reg := store.FieldOf(kind, n); reg != nil && reg.Type == store.Bool {
			value = s.in(words.SheetBox)
		}
		f = append(f, Field{s.in(words.FieldWords[n]), value})
	}
	return f
}

// stepForm is the form of a step of a visit.
func (s *Source) stepForm(step *checklist.Method) *Sheet {
	sheet := s.form(words.SheetBlankStep.F(s.Lang, s.stepName(step)))
	sheet.add(s.atTop())
	switch step.Form {
	case checklist.FormReport:
		sheet.add(s.lined(store.KindLook, "received_on", "sealed", "signed_by_main_leader", "signer_name", "signer_post", "covers_all_indicators"), s.requirements(step),
			Lines{Label: s.in(words.FieldWords["declared_problems"]) + s.in(words.SheetColon), N: 5}, Lines{Label: s.in(words.SheetBlankQuest), N: 4})
	case checklist.FormBriefing:
		sheet.add(s.lined(store.KindListen, "started_at", "ended_at", "presenter_name", "presenter_post", "presenter_is_main_leader", "substitute_reason", "attendance", "opinions_exchanged"),
			s.requirements(step))
		for _, n := range []string{"key_points", "problems_admitted", "opinions_and_suggestions"} {
			sheet.add(Lines{Label: s.in(words.FieldWords[n]) + s.in(words.SheetColon), N: 3})
		}
		sheet.add(Heading(s.in(words.SheetIsPromise)), Table{Columns: []Column{s.col(words.SheetContent, 76), s.col(words.SheetDue, 24)}, Blank: 2})
	case checklist.FormPapers:
		s.papersForm(sheet)
	case checklist.FormTalks:
		sheet.add(Note(s.in(words.SheetBlankCode)), s.lined(store.KindInterview, "code", "form", "interviewee_role_band", "interviewee_code", "started_at", "ended_at", "confidentiality", "linked_indicators"),
			Lines{Label: s.in(words.SheetBlankQuest), N: 3}, Lines{Label: s.in(words.SheetBlankNotes), N: 9}, Break{}, Lines{Label: s.in(words.SheetBlankNotes), N: 14}, Lines{Label: s.in(words.FieldWords["corroborated_by"]) + s.in(words.SheetColon), N: 2},
			Signatures{s.in(words.SheetSignAsker), s.in(words.SheetSignNotes)})
		return sheet
	default:
		sheet.add(Lines{Label: s.in(words.SheetBlankNotes), N: 20})
	}
	sheet.add(Signatures{s.in(words.SheetSignTeam), s.in(words.SheetSignNotes)})
	return sheet
}

// stepName is the step's name in full.
func (s *Source) stepName(step *checklist.Method) string {
	if s.Lang != words.EN && step.FullZH != "" {
		return step.FullZH
	}
	return s.name(step.Name)
}

// requirements are the formalities of a step.
func (s *Source) requirements(step *checklist.Method) Table {
	t := Table{Columns: []Column{s.col(words.SheetBlankWhat, 58), s.col(words.SheetBlankYes, 20), s.col(words.SheetRemark, 22)}}
	for _, r := range step.Requirements {
		t.Rows = append(t.Rows, []string{s.name(r.Name), s.in(words.SheetBox), ""})
	}
	return t
}

// papersForm is the list of papers and the headcount.
func (s *Source) papersForm(sheet *Sheet) {
	papers := Table{Columns: []Column{s.number(words.SheetNo, 7), s.col(words.SheetPaper, 38), s.col(words.SheetBlankSeen, 25), s.col(words.SheetBlankNo, 30)}, Blank: 3}
	for i := range s.Scheme.Materials {
		papers.Rows = append(papers.Rows, []string{place(i + 1), s.name(s.Scheme.Materials[i].Name), "", ""})
	}
	heads := Table{Columns: []Column{s.col(words.SheetItem, 40), {Name: s.in(words.ValueWords["column.declared"]), Width: 15}, {Name: s.in(words.ValueWords["column.office"]), Width: 15},
		{Name: s.in(words.ValueWords["column.verified"]), Width: 15}, s.col(words.SheetRemark, 15)}}
	for _, f := range s.Scheme.Reconciliation.Figures {
		heads.Rows = append(heads.Rows, []string{s.name(f.Name), "", "", "", ""})
	}
	sheet.add(papers, Heading(s.in(words.KindWords["figure"])), heads, s.lined(store.KindCheck, "name_checked", "name_missing"))
}

// factsForm is the form of what was found.
func (s *Source) factsForm() *Sheet {
	sheet := s.form(s.in(words.SheetBlankFacts))
	sheet.Wide = true
	sheet.add(s.atTop(), Table{Columns: []Column{s.number(words.SheetNo, 5), s.col(words.SheetIndicator, 12), s.col(words.SheetCount, 7), s.col(words.SheetFact, 36), s.col(words.SheetCriterion, 18),
		s.col(words.SheetBlankProof, 22)}, Blank: 6}, Signatures{s.in(words.SheetSignTeam), s.in(words.SheetSignNotes)})
	return sheet
}

// verdictForm is the list of indicators, each to be judged.
func (s *Source) verdictForm() *Sheet {
	sheet := s.form(s.in(words.SheetBlankAll))
	t := Table{Columns: []Column{s.col(words.SheetIndicator, 46), s.number(words.SheetFull, 9), s.col(words.SheetVerdict, 25), s.col(words.SheetRemark, 20)}}
	s.eachCategory(func(_ *checklist.Category, inds []*checklist.Indicator) {
		for _, ind := range inds {
			t.Rows = append(t.Rows, []string{ind.ID + " " + s.name(ind.Name), ind.Full.String(), s.in(words.SheetBlankNil), ""})
		}
	})
	sheet.add(s.atTop(), t, Signatures{s.in(words.SheetSignTeam)})
	return sheet
}

// agreeForm is the record of a consensus.
func (s *Source) agreeForm() *Sheet {
	sheet := s.form(s.in(words.SheetBlankAgree))
	sheet.add(s.atTop(), Table{Columns: []Column{s.col(words.SheetIndicator, 14), s.col(words.SheetSays, 36), s.col(words.SheetRuled, 20), s.col(words.SheetWhy, 30)}, Blank: 9},
		Lines{Label: s.in(words.SheetDissents) + s.in(words.SheetColon), N: 3}, Signatures{s.in(words.SheetSignTeam), s.in(words.SheetSignLeader)})
	return sheet
}

// slipForm is an empty supervision slip.
func (s *Source) slipForm() *Sheet {
	info := store.Info{District: s.Doc.Round.District, Year: s.Doc.Round.Year}
	sheet := Slip(s.Lang, s.Made, info, s.Scheme, checklist.Unit{}, checklist.Slip{})
	sheet.Kind, sheet.For = "blank", checklist.ForTeam
	return sheet
}
