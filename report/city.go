package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/words"
)

// mostProblems is how many of the most frequent problems are named to the city.
const mostProblems = 10

// city is the district's own evaluation for the city: its units rolled up to the city's indicators. It names no unit in
// what went wrong.
func (m *maker) city() ([]*Sheet, error) {
	s, err := m.plain()
	if err != nil {
		return nil, err
	}
	list, err := m.results()
	if err != nil {
		return nil, err
	}
	_, entries, unseen, err := m.standing()
	if err != nil {
		return nil, err
	}
	learned, err := m.b.Learning(m.ctx)
	if err != nil {
		return nil, err
	}
	sheet := s.beginDistrict("city", checklist.ForOffice, words.SheetCity)
	if len(s.Scheme.Parents) == 0 {
		sheet.add(Text(s.in(words.SheetNoCity)))
		return []*Sheet{s.end(sheet)}, nil
	}
	results := make([]*checklist.Result, len(list))
	for i := range list {
		results[i] = &list[i].result
	}
	parents, err := checklist.RollUp(s.Scheme, results...)
	if err != nil {
		return nil, err
	}
	sheet.add(s.basics(entries, unseen), Text(words.SheetCityWhy.F(s.Lang, len(s.Scheme.Parents))),
		Heading(s.in(words.SheetCityTable)), s.parents(parents), Heading(s.in(words.SheetCityProblem)), s.problems(list),
		Heading(s.in(words.SheetCityLearn)), s.learned(learned, checklist.LearnExperience, checklist.LearnProvision), Signatures{s.in(words.SheetSignOffice), s.in(words.SheetSignGroup)})
	return []*Sheet{s.end(sheet)}, nil
}

// parents are the city's indicators with their arithmetic, and the sum of those that have marks.
func (s *Source) parents(list []checklist.ParentScore) Table {
	t := Table{Columns: []Column{s.number(words.SheetNo, 7), s.col(words.SheetCityName, 33), s.number(words.SheetWorth, 9), s.number(words.SheetPoints, 9), s.number(words.SheetCityUnits, 8),
		s.col(words.SheetHow, 34)}}
	var worth checklist.Points
	var scores []checklist.Amount
	for i := range list {
		p := &list[i]
		no, name := "", s.in(words.CityNone)
		if p.Parent != nil {
			no, name = strconv.Itoa(p.Parent.No), s.name(p.Parent.Name)
		}
		if p.Score.Known {
			worth += p.Worth
			scores = append(scores, p.Score)
		}
		t.Rows = append(t.Rows, []string{no, name, p.Worth.String(), s.amount(p.Score), fmt.Sprint(p.Counted), s.lines(p.Lines)})
	}
	if len(scores) > 0 {
		t.Rows = append(t.Rows, []string{"", s.in(words.SheetCitySum), worth.String(), s.amount(checklist.Sum(scores...)), "", ""})
	}
	return t
}

// problems are the rules that most units broke.
func (s *Source) problems(list []unitResult) Table {
	units := map[string]int{}
	for i := range list {
		seen := map[string]bool{}
		for _, f := range list[i].agreed.Sheet.Findings {
			if f.Active() && f.Proved() && !seen[f.Rule] {
				seen[f.Rule] = true
				units[f.Rule]++
			}
		}
	}
	var ids []string
	for id := range units {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int { return cmp.Or(units[b]-units[a], strings.Compare(a, b)) })
	t := Table{Columns: []Column{s.number(words.SheetNo, 8), s.col(words.SheetProblem, 72), s.number(words.SheetTimes, 20)}, Empty: s.in(words.SheetNoneYet)}
	for i, id := range ids[:min(len(ids), mostProblems)] {
		name := id
		if r, _, ok := s.Scheme.Rule(id); ok {
			name = s.name(r.Name)
		}
		t.Rows = append(t.Rows, []string{strconv.Itoa(i + 1), name, strconv.Itoa(units[id])})
	}
	return t
}
