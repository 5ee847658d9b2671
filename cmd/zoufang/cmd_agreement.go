package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store/table"
	"zoufang/words"
)

// agreementCommand computes coefficients of agreement: of the evaluators of the book, or for any table of units by raters.
func (a *app) agreementCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdAgreement, groupResult))
	path := c.Flags().String("csv", "", words.FlagRatings.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		if *path == "" {
			return a.agreementOfBook()
		}
		file, err := table.ReadFile(*path)
		if err != nil {
			return err
		}
		r, named, problems := checklist.RatingsOf(tableRows(file))
		for _, p := range problems {
			a.warn(words.AgreeRow, p.Row, words.Say(a.lang, p.Code, p.Args...))
		}
		if len(problems) > 0 {
			return newFault("agree.badratings", *path, len(problems))
		}
		v := agreementOf(r, named)
		if a.json {
			return a.printJSON(v)
		}
		a.printAgreement(v)
		return nil
	}
	return c
}

type agreementView struct {
	Units  int            `json:"units"`
	Raters []string       `json:"raters"`
	Named  bool           `json:"named"` // values are names, not numbers
	All    []statView     `json:"all"`
	Pairs  []agreePairing `json:"pairs"`
}

type statView struct {
	Code  string   `json:"code"`
	Value *float64 `json:"value"` // null where the data cannot say
	Why   string   `json:"why,omitempty"`
	Units int      `json:"units"`
}

type agreePairing struct {
	Raters [2]string  `json:"raters"`
	Stats  []statView `json:"stats"`
}

func viewStat(code string, s checklist.Stat) statView {
	v := statView{Code: code, Why: s.Why, Units: s.N}
	if s.Known {
		v.Value = &s.Value
	}
	return v
}

// agreementOf computes everything. What needs numbers is not known of names.
func agreementOf(r *checklist.Ratings, named bool) agreementView {
	v := agreementView{Units: len(r.Units), Raters: r.Raters, Named: named}
	numbers := func(code string, s checklist.Stat) statView {
		if named {
			s = checklist.Stat{N: s.N, Why: "agree.names"}
		}
		return viewStat(code, s)
	}
	icc := r.ICC()
	v.All = []statView{viewStat("agree.nominal", r.Alpha(checklist.Nominal)), numbers("agree.ordinal", r.Alpha(checklist.Ordinal)),
		numbers("agree.interval", r.Alpha(checklist.Interval)), numbers("agree.ratio", r.Alpha(checklist.Ratio)), viewStat("agree.fleiss", r.Fleiss()),
		numbers("agree.icc11", icc.One), numbers("agree.icc21", icc.Two), numbers("agree.icc31", icc.Three),
		numbers("agree.icc1k", icc.OneK), numbers("agree.icc2k", icc.TwoK), numbers("agree.icc3k", icc.ThreeK)}
	for i := range r.Raters {
		for k := i + 1; k < len(r.Raters); k++ {
			v.Pairs = append(v.Pairs, agreePairing{Raters: [2]string{r.Raters[i], r.Raters[k]}, Stats: []statView{
				viewStat("percent", r.Percent(i, k)), viewStat("kappa", r.Kappa(i, k, checklist.Unweighted)),
				numbers("linear", r.Kappa(i, k, checklist.Linear)), numbers("quadratic", r.Kappa(i, k, checklist.Quadratic))}})
		}
	}
	return v
}

func (a *app) printAgreement(v agreementView) {
	a.say(words.AgreeHead, v.Units, len(v.Raters))
	if v.Named {
		a.say(words.AgreeNamed)
	}
	fmt.Fprintln(a.out)
	rows := [][]string{{"", words.AgreeValue.In(a.lang), words.AgreeUnits.In(a.lang)}}
	for _, s := range v.All {
		rows = append(rows, []string{words.Say(a.lang, s.Code), a.stat(s), strconv.Itoa(s.Units)})
	}
	grid(a.out, rows)
	fmt.Fprintln(a.out)
	rows = [][]string{a.header(words.AgreePairs, words.AgreePercent, words.AgreeKappa, words.AgreeLinear, words.AgreeSquare, words.AgreeUnits)}
	for _, p := range v.Pairs {
		row := []string{words.AgreeAnd.F(a.lang, p.Raters[0], p.Raters[1])}
		for _, s := range p.Stats {
			row = append(row, a.stat(s))
		}
		rows = append(rows, append(row, strconv.Itoa(p.Stats[0].Units)))
	}
	grid(a.out, rows)
	fmt.Fprintln(a.out)
	a.say(words.AgreeWeak, checklist.FewUnits)
}

// stat is a coefficient with three decimals, or why there is none.
func (a *app) stat(s statView) string {
	if s.Value == nil {
		return words.Say(a.lang, s.Why)
	}
	return strconv.FormatFloat(*s.Value, 'f', 3, 64)
}
