package report

import (
	"strconv"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// Slip is a supervision slip (督查确认单) for the unit to confirm: the facts, what is demanded and until when, and room
// for the answer, the report of what was put right and the re-check. It carries no points.
func Slip(lang words.Lang, made string, info store.Info, s *checklist.Scheme, unit checklist.Unit, x checklist.Slip) *Sheet {
	src := &Source{Lang: lang, Made: made, Scheme: s,
		Doc: &store.Doc{Visit: checklist.Visit{Unit: unit, Round: checklist.Round{District: info.District, Year: info.Year}}}}
	sheet := src.begin("slip", checklist.ForUnit, words.SheetSlip)
	sheet.About = x.ID.String()
	number := x.Number
	if x.Official != "" {
		number = words.SlipNamed.F(lang, x.Official, x.Number)
	}
	sheet.Under = words.SheetSlipNo.F(lang, number)
	indicator := ""
	if ind, _, ok := s.Indicator(x.Indicator); ok {
		indicator = ind.ID + " " + src.name(ind.Name)
	}
	count := ""
	if x.Count != nil {
		count = strconv.FormatInt(*x.Count, 10)
		if r, _, ok := s.Rule(x.Rule); ok {
			count += " " + src.name(r.Unit())
		}
	}
	due := x.Deadline
	if x.ExtendedTo != "" {
		due = words.SheetExtended.F(lang, x.Deadline, x.ExtendedTo)
	}
	sheet.add(Fields{{src.in(words.SheetUnit), unit.Name}, {src.in(words.SheetFoundOn), x.FoundOn},
		{src.in(words.SheetFoundBy), x.FoundBy}, {src.in(words.SheetIndicator), indicator}, {src.in(words.SheetCount), count}, {src.in(words.SheetDue), due}},
		Table{Columns: []Column{src.col(words.SheetItem, 16), src.col(words.SheetContent, 84)}, Rows: [][]string{
			{src.in(words.SheetFact), x.Facts}, {src.in(words.SheetEvidence), x.Evidence},
			{src.in(words.SheetCriterion), x.Criterion}, {src.in(words.SheetDemand), x.Demand}}})
	answer := func(label words.Text, text, by, on string) {
		if text == "" {
			sheet.add(Lines{Label: src.in(label) + src.in(words.SheetColon), N: 3})
			return
		}
		sheet.add(Heading(src.in(label)), Text(text), Fields{{src.in(words.SheetDoneBy), by}, {src.in(words.SheetDoneOn), on}})
	}
	answer(words.SheetUnitOpinion, x.Opinion, x.Confirmer, x.ConfirmedOn)
	sheet.add(Signatures{src.in(words.SheetSignUnit), src.in(words.SheetSignOffice)})
	answer(words.SheetRectified, x.Rectification, unit.Name, x.RectifiedOn)
	answer(words.SheetRechecked, x.RecheckResult, x.RecheckedBy, x.RecheckedOn)
	return src.end(sheet)
}
