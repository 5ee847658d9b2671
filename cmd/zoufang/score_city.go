package main

import (
	"fmt"
	"strconv"

	"zoufang/checklist"
	"zoufang/words"
)

// printCity writes a result rolled up to the city's indicators, which ours refine, each with its arithmetic.
func (a *app) printCity(s *checklist.Scheme, results ...*checklist.Result) error {
	list, err := checklist.RollUp(s, results...)
	if err != nil {
		return err
	}
	if len(s.Parents) == 0 {
		return newFault("score.nocity")
	}
	rows := [][]string{a.header(words.ColCity, words.ColPoints, words.ColFull, words.ColReason)}
	for _, p := range list {
		name := words.CityNone.In(a.lang)
		if p.Parent != nil {
			name = strconv.Itoa(p.Parent.No) + " " + p.Parent.Name.In(string(a.lang))
		}
		why := ""
		for _, l := range p.Lines {
			why = words.Say(a.lang, l.Code, l.Args()...)
		}
		rows = append(rows, []string{name, a.amount(p.Score), p.Worth.String(), why})
	}
	fmt.Fprintln(a.out)
	grid(a.out, rows)
	return nil
}

type cityView struct {
	No    int              `json:"no"` // 0 for what refines no indicator of the city
	State string           `json:"state"`
	Score *string          `json:"score"` // null while it is not known
	Worth checklist.Points `json:"worth"`
}

func cityViews(s *checklist.Scheme, results ...*checklist.Result) ([]cityView, error) {
	list, err := checklist.RollUp(s, results...)
	if err != nil || len(s.Parents) == 0 {
		return nil, err
	}
	out := make([]cityView, len(list))
	for i, p := range list {
		out[i] = cityView{State: string(p.State), Worth: p.Worth}
		if p.Parent != nil {
			out[i].No = p.Parent.No
		}
		if p.Score.Known {
			text := p.Score.Points.String()
			out[i].Score = &text
		}
	}
	return out, nil
}
