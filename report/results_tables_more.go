package report

import (
	"zoufang/store/table"
	"zoufang/words"
)

func (r *Results) warned() table.Sheet {
	t := r.begin(words.ResultWarned, words.ColCode, words.ColUnit, words.ResultWarning, words.ResultLevel, words.ColName, words.ResultNumbers, words.ResultSince)
	for _, w := range r.Warnings {
		add(&t, w.Unit, w.UnitName, w.ID, words.Say(words.Lang(r.Lang), "level."+w.Level), w.Name, w.Numbers, w.Since)
	}
	return t
}

func (r *Results) slips() table.Sheet {
	t := r.begin(words.ResultSlips, words.ColSlipNo, words.ResultOfficial, words.ColCode, words.ColUnit, words.ColIndicator, words.ColRule, words.SheetFoundOn,
		words.ColFacts, words.SheetDemand, words.SheetDue, words.ResultExtended, words.ColState, words.ResultOverdue, words.ResultRectified, words.ResultRechecked,
		words.SheetRechecked)
	for _, x := range r.Slips {
		add(&t, x.Number, x.Official, x.Unit, x.UnitName, x.Indicator, x.Rule, x.FoundOn, x.Facts, x.Demand, x.Deadline, x.ExtendedTo, x.StateName, r.yes(x.Overdue),
			x.RectifiedOn, x.RecheckedOn, x.RecheckResult)
	}
	return t
}

func (r *Results) agreed() table.Sheet {
	t := r.begin(words.ResultAgreed, words.ResultOf, words.ColName, words.AgreeItems, words.AgreePercent, words.AgreeKappa, words.AgreeAlpha, words.AgreeICC)
	for _, x := range r.Agreement {
		add(&t, words.Say(words.Lang(r.Lang), "group."+x.Of), x.Name, x.Items, x.Percent, x.Kappa, x.Alpha, x.ICC)
	}
	return t
}

func (r *Results) teams() table.Sheet {
	t := r.begin(words.ResultTeams, words.ColIndicator, words.ColTeam, words.ColVisits, words.ResultMean, words.ResultSpread, words.ResultFew, words.ResultMore)
	for _, x := range r.Quality.Teams {
		team := x.Team
		if team == "" {
			team = r.in(words.ResultAll)
		}
		add(&t, x.Indicator, team, x.N, x.Mean, x.Spread, r.yes(x.Few), r.yes(x.More))
	}
	return t
}

func (r *Results) unused() table.Sheet {
	t := r.begin(words.ResultUnused, words.ColIndicator, words.ColRule, words.ColName, words.ColVisits)
	for _, x := range r.Quality.Unused {
		add(&t, x.Indicator, x.Rule, x.Name, x.N)
	}
	return t
}

func (r *Results) odd() table.Sheet {
	t := r.begin(words.ResultOdd, words.ColCode, words.ColUnit, words.ColTotal, words.ResultMedian, words.ResultMAD, words.ResultZ, words.ResultFar)
	for _, x := range r.Quality.Units {
		add(&t, x.Unit, x.UnitName, x.Total, x.Median, x.MAD, number(x.Z), r.yes(x.Odd))
	}
	return t
}

// number is a text of two decimals as a cell with a number.
func number(s string) table.Cell { return table.Cell{Text: s, Points: true} }
