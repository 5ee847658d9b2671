package main

import (
	"fmt"
	"strconv"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// bookAgreement is how far the evaluators of a book agree, as JSON.
type bookAgreement struct {
	Visits     int         `json:"visits"`
	All        groupView   `json:"all"`
	Pairs      []groupView `json:"pairs"`
	Indicators []groupView `json:"indicators"`
	Methods    []groupView `json:"methods"`
	Teams      []groupView `json:"teams"`
	Evaluators []raterView `json:"evaluators"`
	Outlier    *raterView  `json:"outlier"`         // null where nobody stands out, or too little is known
	Worst      *groupView  `json:"worst_indicator"` // null where none does
}

type groupView struct {
	Of    string     `json:"of,omitempty"`
	Items int        `json:"items"`
	Stats []statView `json:"stats"`
}

type raterView struct {
	Name  string  `json:"name"`
	Items int     `json:"items"`
	More  float64 `json:"more"`  // points taken more than the others, per indicator
	Apart float64 `json:"apart"` // points away from the others either way
}

// agreementOfBook measures the closed sheets of the book, as they were before anybody talked.
func (a *app) agreementOfBook() error {
	return a.read(func(b *store.Book) error {
		sheets, err := b.ClosedSheets(a.ctx)
		if err != nil {
			return err
		}
		g := checklist.AgreementOf(sheets)
		s, err := b.Scheme(a.ctx)
		if err != nil {
			return err
		}
		if a.json {
			return a.printJSON(a.viewOfAgreement(s, &g))
		}
		a.printBookAgreement(s, &g)
		return nil
	})
}

func groupStats(g checklist.GroupAgreement) []statView {
	v := []statView{viewStat("percent", g.Percent)}
	if g.Pair[0].Name != "" {
		v = append(v, viewStat("linear", g.Kappa))
	}
	for i, code := range []string{"agree.nominal", "agree.ordinal", "agree.interval", "agree.ratio"} {
		v = append(v, viewStat(code, g.Alpha[i]))
	}
	return append(v, viewStat("agree.fleiss", g.Fleiss), viewStat("agree.icc11", g.ICC.One), viewStat("agree.icc21", g.ICC.Two), viewStat("agree.icc31", g.ICC.Three),
		viewStat("agree.icc1k", g.ICC.OneK), viewStat("agree.icc2k", g.ICC.TwoK), viewStat("agree.icc3k", g.ICC.ThreeK))
}

// groupName is what a group of judgements is called.
func (a *app) groupName(s *checklist.Scheme, g checklist.GroupAgreement) string {
	switch m, ok := s.Method(checklist.Step(g.ID)); {
	case g.Pair[0].Name != "":
		return words.AgreeAnd.F(a.lang, g.Pair[0].Name, g.Pair[1].Name)
	case g.Name != (checklist.Text{}):
		return g.ID + " " + g.Name.In(string(a.lang))
	case ok:
		return m.Name.In(string(a.lang))
	}
	return g.ID
}

func (a *app) viewOfAgreement(s *checklist.Scheme, g *checklist.Agreement) bookAgreement {
	views := func(list []checklist.GroupAgreement) []groupView {
		out := []groupView{}
		for _, x := range list {
			out = append(out, groupView{a.groupName(s, x), x.Items, groupStats(x)})
		}
		return out
	}
	v := bookAgreement{Visits: g.Visits, All: groupView{"", g.All.Items, groupStats(g.All)}, Pairs: views(g.Pairs), Indicators: views(g.Indicators),
		Methods: views(g.Methods), Teams: views(g.Teams), Evaluators: []raterView{}}
	for _, r := range g.Raters {
		v.Evaluators = append(v.Evaluators, raterView{r.Person.Name, r.Items, r.More, r.Apart})
	}
	if r, ok := g.Outlier(); ok {
		v.Outlier = &raterView{r.Person.Name, r.Items, r.More, r.Apart}
	}
	if x, ok := g.Worst(); ok {
		v.Worst = &views([]checklist.GroupAgreement{x})[0]
	}
	return v
}

func (a *app) printBookAgreement(s *checklist.Scheme, g *checklist.Agreement) {
	if g.Visits == 0 {
		a.say(words.AgreeNothing)
		return
	}
	a.say(words.AgreeBook, g.Visits, g.All.Items)
	if r, ok := g.Outlier(); ok {
		a.say(words.AgreeOutlier, r.Person.Name, strconv.FormatFloat(r.Apart, 'f', 2, 64), strconv.FormatFloat(r.More, 'f', 2, 64), r.Items)
	} else {
		a.say(words.AgreeNoOutlier)
	}
	if x, ok := g.Worst(); ok {
		a.say(words.AgreeWorst, a.groupName(s, x), strconv.FormatFloat(100*x.Percent.Value, 'f', 0, 64), x.Items)
	} else {
		a.say(words.AgreeNoWorst, checklist.FewUnits)
	}
	fmt.Fprintln(a.out)
	rows := [][]string{{"", words.AgreeValue.In(a.lang), words.AgreeItems.In(a.lang)}}
	for _, x := range groupStats(g.All) {
		rows = append(rows, []string{words.Say(a.lang, x.Code), a.stat(x), strconv.Itoa(x.Units)})
	}
	grid(a.out, rows)
	a.printGroups(s, words.AgreePairs, g.Pairs)
	a.printGroups(s, words.AgreeTeams, g.Teams)
	a.printGroups(s, words.AgreeMethods, g.Methods)
	a.printGroups(s, words.AgreeIndicators, g.Indicators)
	fmt.Fprintln(a.out)
	a.say(words.AgreeWeakItems, checklist.FewUnits)
}

// printGroups writes the short figures of groups: the whole is in JSON.
func (a *app) printGroups(s *checklist.Scheme, title words.Text, list []checklist.GroupAgreement) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintln(a.out)
	rows := [][]string{a.header(title, words.AgreeItems, words.AgreePercent, words.AgreeLinear, words.AgreeAlpha, words.AgreeICC)}
	for _, g := range list {
		kappa := "--"
		if g.Pair[0].Name != "" {
			kappa = a.stat(viewStat("", g.Kappa))
		}
		rows = append(rows, []string{a.groupName(s, g), strconv.Itoa(g.Items), a.stat(viewStat("", g.Percent)), kappa,
			a.stat(viewStat("", g.Alpha[2])), a.stat(viewStat("", g.ICC.Two))})
	}
	grid(a.out, rows)
}
