package checklist

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Where a number of the year comes from, the strongest last: what was verified at the yearly visit stands before what a
// daily visit verified, and that before the office's ledger.
const (
	FromLedger = "ledger"
	FromDaily  = "daily"
	FromYearly = "yearly"
	FromSlip   = "slip"
	FromPast   = "past"
	FromReport = "report"
)

var yearRank = []string{FromLedger, FromDaily, FromYearly}

// Dated is a number from one source since a moment; a cleared one stands for nothing.
type Dated struct {
	At    string // moment it was recorded
	N     int64
	Clear bool
	From  string
	Day   string // of a daily visit, or as of which the ledger stands
	Visit ID     // it was verified in
}

// UnitYear is what is known of a unit in the course of a year: the ledger, the daily visits, the slips and, once it has
// begun, the yearly visit.
type UnitYear struct {
	Unit   Unit
	Round  Round
	Now    string             // the moment it is looked at
	Series map[string][]Dated // by figure
	Yearly *Visit             // nil before it begins
	Sheet  *Sheet             // of the yearly visit
	Judged string             // the moment of the newest judgement on it
	Report string             // the moment at which the missing self-report was recorded
	Daily  []DailyYear
	Slips  []Slip
	Past   []Past
}

// DailyYear is a daily visit with the sheet that stands for it.
type DailyYear struct {
	Visit ID
	Day   string
	Sheet *Sheet
}

// UnitWarning is a warning that is open for a unit, with what raised it and since when.
type UnitWarning struct {
	Warning
	Since   string // the moment from which the condition has held without a break, as far as the records tell; "" unknown
	Sources []WarnSource
}

// WarnSource is one record that raised a warning.
type WarnSource struct {
	Of     Noun // "figure", "rule", "slip", "past", "report"
	ID     string
	Name   Text
	N      int64
	From   string
	Day    string
	Record ID
	Visit  ID
	Text   string
}

// WarningsOf are the warnings open for a unit now, in the scheme's order, and the ids of those that cannot be judged yet.
// Unlike the score of a visit they are computed from the ledger and the daily visits as well, so that they come in time.
func (s *Scheme) WarningsOf(y *UnitYear) (open []UnitWarning, unsure []string) {
	now := Score(s, y.input(s, y.Now))
	for _, w := range now.Warnings {
		open = append(open, UnitWarning{Warning: w, Sources: y.sources(s, w)})
	}
	y.since(s, open)
	return open, now.Unsure
}

// input is what was known at a moment.
func (y *UnitYear) input(s *Scheme, at string) Input {
	in := Input{Kind: y.Unit.Kind, Figures: y.figures(at), Elsewhere: map[string]int64{}}
	if y.Yearly != nil {
		in = InputOf(s, y.Yearly, y.Sheet)
		in.Sheet.Findings = foundBy(in.Sheet.Findings, at)
		in.Figures, in.Elsewhere = y.figures(at), map[string]int64{}
		in.ReportMissing = in.ReportMissing && y.Report <= at
	}
	for _, d := range y.Daily {
		hits := map[string]int64{}
		for _, f := range foundBy(d.Sheet.Findings, at) {
			if f.Active() && !f.TalkOnly() {
				hits[f.Rule] += max(1, f.Count)
			}
		}
		for rule, n := range hits { // one fact may be seen on several days: the day with most counts
			in.Elsewhere[rule] = max(in.Elsewhere[rule], n)
		}
	}
	slips := y.slipsAt(at)
	in.Slips, in.SlipsOverdue = CarrySlips(s, &y.Round, dayOf(at), slips), OverdueSlips(s, slips, dayOf(at))
	in.PastRules = in.PastRules[:0:0]
	for i := range y.Past {
		in.PastRules = append(in.PastRules, y.Past[i].Rule)
	}
	for i := range slips { // a fact on a slip is known from the day it is handed over, whatever it comes to in the end
		if x := &slips[i]; x.Standing() && x.State != SlipDisputed && x.Rule != "" {
			n := int64(1)
			if x.Count != nil {
				n = max(1, *x.Count)
			}
			in.Elsewhere[x.Rule] = max(in.Elsewhere[x.Rule], n)
		}
	}
	return in
}

func foundBy(all []Finding, at string) []Finding {
	return slices.DeleteFunc(slices.Clone(all), func(f Finding) bool { return f.At > at })
}

// slipsAt are the slips with the steps that had been taken by then.
func (y *UnitYear) slipsAt(at string) (out []Slip) {
	for i := range y.Slips {
		x := y.Slips[i]
		if x.FoundOn > dayOf(at) {
			continue
		}
		if len(x.Log) > 0 {
			steps := slices.DeleteFunc(slices.Clone(x.Log), func(st SlipStep) bool { return st.On > dayOf(at) })
			x.State = ""
			x = x.Live(steps)
		}
		out = append(out, x)
	}
	return out
}

// figures are the numbers that stood at a moment, each from its strongest source.
func (y *UnitYear) figures(at string) map[string]int64 {
	out := map[string]int64{}
	for id := range y.Series {
		if d, ok := y.figure(id, at); ok {
			out[id] = d.N
		}
	}
	return out
}

func (y *UnitYear) figure(id, at string) (best Dated, ok bool) {
	latest := map[string]Dated{}
	for _, d := range y.Series[id] {
		if was, has := latest[d.From]; d.At <= at && (!has || cmp.Or(strings.Compare(d.Day, was.Day), strings.Compare(d.At, was.At)) >= 0) {
			latest[d.From] = d
		}
	}
	for _, from := range yearRank {
		if d, has := latest[from]; has && !d.Clear {
			best, ok = d, true
		}
	}
	return best, ok
}

// Figures are the figures a number of the scheme is made of, itself if it is one.
func (s *Scheme) Figures(id string) (out []string) {
	at, ok := s.numbers[id]
	if !ok {
		return nil
	}
	x := &s.slots[at]
	if x.formula == nil {
		return []string{id}
	}
	for _, t := range append(slices.Clone(x.plus), x.minus...) {
		out = append(out, s.Figures(s.slots[t].id)...)
	}
	return out
}

// sources are the records behind the readings of a warning, each once.
func (y *UnitYear) sources(s *Scheme, w Warning) (out []WarnSource) {
	defer func() {
		seen := map[WarnSource]bool{}
		out = slices.DeleteFunc(out, func(x WarnSource) bool {
			twice := seen[x]
			seen[x] = true
			return twice
		})
	}()
	for _, r := range w.Readings {
		switch {
		case r.Of == "rule":
			out = append(out, y.hitsOf(r.ID)...)
		case r.Of != "number":
		case r.ID == metricOverdue:
			for i := range y.Slips {
				if x := &y.Slips[i]; s.Overdue(x, dayOf(y.Now)) {
					out = append(out, WarnSource{Of: "slip", ID: x.Name(), From: FromSlip, Day: x.Due(), Record: x.ID, Text: x.Facts})
				}
			}
		case r.ID == metricRepeat:
			out = append(out, y.repeated()...)
		case r.ID == metricNoReport:
			out = append(out, WarnSource{Of: "report", From: FromReport, Day: dayOf(y.Report)})
		default:
			for _, id := range s.Figures(r.ID) {
				if d, ok := y.figure(id, y.Now); ok {
					out = append(out, WarnSource{Of: "figure", ID: id, Name: s.NameOf(id), N: d.N, From: d.From, Day: d.Day, Visit: d.Visit})
				}
			}
		}
	}
	return out
}

// hitsOf are the findings and slips under a rule.
func (y *UnitYear) hitsOf(rule string) (out []WarnSource) {
	add := func(sheet *Sheet, from, day string, visit ID) {
		if sheet == nil {
			return
		}
		for i := range sheet.Findings {
			if f := &sheet.Findings[i]; f.Rule == rule && f.Active() {
				out = append(out, WarnSource{Of: "rule", ID: rule, N: max(1, f.Count), From: from, Day: cmp.Or(day, dayOf(f.At)), Record: f.ID, Visit: visit, Text: f.Facts})
			}
		}
	}
	if y.Yearly != nil {
		add(y.Sheet, FromYearly, "", y.Yearly.ID)
	}
	for _, d := range y.Daily {
		add(d.Sheet, FromDaily, d.Day, d.Visit)
	}
	for i := range y.Slips {
		if x := &y.Slips[i]; x.Rule == rule && x.Standing() {
			out = append(out, WarnSource{Of: "slip", ID: x.Name(), N: 1, From: FromSlip, Day: x.FoundOn, Record: x.ID, Text: x.Facts})
		}
	}
	return out
}

// repeated are the findings of earlier years whose rules were hit again.
func (y *UnitYear) repeated() (out []WarnSource) {
	for i := range y.Past {
		p := &y.Past[i]
		if again := y.hitsOf(p.Rule); len(again) > 0 {
			out = append(out, WarnSource{Of: "past", ID: p.Rule, N: p.Count, From: FromPast, Day: p.Year, Text: p.Facts}, again[0])
		}
	}
	return out
}

// since finds for each open warning the moment from which it has been open without a break: it looks back moment by moment
// at what the records said then. What rests on marks opened with the newest judgement, for a mark is known only then.
func (y *UnitYear) since(s *Scheme, open []UnitWarning) {
	left := map[string]*UnitWarning{}
	for i := range open {
		if w := &open[i]; slices.ContainsFunc(w.Readings, func(r Reading) bool { return r.Of == "category" || r.Of == "indicator" || r.ID == metricSelfGap }) {
			w.Since = y.Judged
		} else {
			left[w.Def.ID] = w
		}
	}
	moments := y.moments()
	for i := len(moments) - 1; i >= 0 && len(left) > 0; i-- {
		then := Score(s, y.input(s, moments[i]))
		still := map[string]bool{}
		for _, w := range then.Warnings {
			still[w.Def.ID] = true
		}
		for id, w := range left {
			if !still[id] {
				delete(left, id)
				continue
			}
			w.Since = moments[i]
		}
	}
}

// moments are those at which anything changed that a warning may rest on.
func (y *UnitYear) moments() []string {
	set := map[string]bool{}
	add := func(at string) {
		if at != "" && at <= y.Now {
			set[at] = true
		}
	}
	for _, list := range y.Series {
		for _, d := range list {
			add(d.At)
		}
	}
	sheets := []*Sheet{y.Sheet}
	for _, d := range y.Daily {
		sheets = append(sheets, d.Sheet)
	}
	for _, sheet := range sheets {
		if sheet == nil {
			continue
		}
		for i := range sheet.Findings {
			add(sheet.Findings[i].At)
		}
	}
	for i := range y.Slips {
		x := &y.Slips[i]
		add(x.FoundOn + " 00:00")
		for _, due := range []string{x.Deadline, x.ExtendedTo} {
			if d, ok := ParseDay(due); ok {
				add((d + 1).String() + " 00:00")
			}
		}
		for k := range x.Log {
			add(x.Log[k].On + " 00:00")
		}
	}
	add(y.Report)
	return slices.Sorted(maps.Keys(set))
}
