package report

import (
	"strings"

	"zoufang/checklist"
	"zoufang/words"
)

// ConsensusRecord is the record of a consensus (集体评议记录): in what the sheets differed, what was decided and why, and
// who holds another view.
func (s *Source) ConsensusRecord() *Sheet {
	sheet := s.begin("consensus", checklist.ForTeam, words.SheetConsensus)
	sheet.add(s.head(&s.Doc.Visit))
	agreed := s.Doc.Standing(s.Scheme)
	if len(agreed.Sheets) < 2 {
		sheet.add(Text(s.in(words.SheetConsensusOne)))
		return s.end(sheet)
	}
	checklist.Weigh(s.Scheme, &s.Doc.Visit, &agreed)
	var names, dissents []string
	for i := range agreed.Sheets {
		names = append(names, agreed.Sheets[i].Person.Name)
	}
	var rows [][]string
	for i := range agreed.Differences {
		d := &agreed.Differences[i]
		what, why, who := s.in(words.AgreedAsk), "", ""
		if r := d.Ruling; r != nil {
			what, why, who = s.says(d.SaysTake(r.What, r.Side, r.Value)), r.Why, r.Name+"\n"+r.At
			for _, x := range r.Dissent {
				dissents = append(dissents, words.SheetDissent.F(s.Lang, d.Indicator+d.Bonus, x.Name, x.What, x.Why))
			}
		}
		rows = append(rows, []string{d.Indicator + d.Bonus, s.in(words.DiffWords[string(d.Kind)]), s.sides(d), what, why, who})
	}
	sheet.add(Text(words.SheetConsensusWhy.F(s.Lang, strings.Join(names, s.in(words.SheetAnd)))),
		Table{Columns: []Column{s.col(words.SheetIndicator, 9), s.col(words.SheetDiffers, 13), s.col(words.SheetSays, 27), s.col(words.SheetRuled, 14), s.col(words.SheetWhy, 20),
			s.col(words.SheetRuler, 17)}, Rows: rows, Empty: s.in(words.SheetConsensusNone)})
	if len(dissents) > 0 {
		sheet.add(Heading(s.in(words.SheetDissents)), Text(strings.Join(dissents, "\n")))
	}
	r := checklist.Score(s.Scheme, checklist.InputOf(s.Scheme, &s.Doc.Visit, &agreed.Sheet))
	sheet.add(Heading(s.in(words.SheetAgreed)))
	s.pending(sheet, &r, &agreed)
	sheet.add(s.resultFields(&r), Signatures{s.in(words.SheetSignTeam), s.in(words.SheetSignLeader)})
	return s.end(sheet)
}

func (s *Source) says(code string, args []any) string { return words.Say(s.Lang, code, args...) }

// sides is what each evaluator says, with the facts where they are told differently.
func (s *Source) sides(d *checklist.Difference) string {
	lines := make([]string, len(d.Sides))
	for i, x := range d.Sides {
		lines[i] = x.Person.Name + s.in(words.SheetColon) + s.says(d.Says(s.Scheme, i))
		if x.Finding != nil && x.Finding.Facts != "" {
			lines[i] += " " + x.Finding.Facts
		}
	}
	return strings.Join(lines, "\n")
}

// resultFields are a result in short.
func (s *Source) resultFields(r *checklist.Result) Fields {
	f := Fields{{s.in(words.ColBase), s.amount(r.Base)}}
	if len(s.Scheme.Bonuses) > 0 {
		f = append(f, Field{s.in(words.ColBonus), r.Bonus.String()})
	}
	f = append(f, Field{s.in(words.SheetTotal), s.amount(r.Total)}, Field{s.in(words.SheetGrade), s.grade(r)})
	if r.Pass != checklist.PassNone {
		f = append(f, Field{words.Say(s.Lang, "node.pass"), words.Say(s.Lang, "pass."+string(r.Pass))})
	}
	if k, ok := s.Scheme.Kind(r.Kind); ok && k.Weight > 0 {
		f = append(f, Field{s.in(words.SheetContrib), s.amount(r.Performance)})
	}
	return f
}
