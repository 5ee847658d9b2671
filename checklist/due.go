package checklist

import (
	"cmp"
	"slices"
	"strings"
)

// DueKind says what is due.
type DueKind string

// What waits for somebody, the unit first and the office after.
const (
	DueSlip      DueKind = "slip"      // the unit has to put right what a slip says
	DuePromise   DueKind = "promise"   // the unit promised it in a briefing
	DueConfirm   DueKind = "confirm"   // a slip was handed over and the unit is silent
	DueRecheck   DueKind = "recheck"   // the unit reported what it put right; somebody has to look
	DueExtension DueKind = "extension" // the unit asked for more time; somebody has to rule
	DueDispute   DueKind = "dispute"   // the unit disputes a slip; somebody has to rule
	DueSettle    DueKind = "settle"    // two laptops led a slip to different states
	DueRectify   DueKind = "rectify"   // a finding of a released result, to be put right
	DueRectified DueKind = "rectified" // the unit reported what it put right of a result; somebody has to look
)

// DueWhen groups what is due.
type DueWhen string

// The groups, in their order.
const (
	DueOver  DueWhen = "overdue"
	DueWeek  DueWhen = "week"  // today and the six days after
	DueLater DueWhen = "later" // also what has no date
)

// Due is one thing that waits until a day.
type Due struct {
	Kind   DueKind
	When   DueWhen
	Day    string // "" for none
	Unit   ID
	Record ID // slip or promise
	Visit  ID // of a promise
	Number string
	Text   string
}

// PromiseOf is a promise with the unit and visit it was made in.
type PromiseOf struct {
	Promise
	Unit, Visit ID
}

// DueList is everything that is due, for all units: what is past its day, what comes this week, what comes later, each by
// day. items are the findings of released results that are to be put right.
func DueList(s *Scheme, today string, slips []Slip, promises []PromiseOf, items ...Rectify) (list []Due) {
	for i := range items {
		if d, ok := items[i].Due(); ok {
			list = append(list, d)
		}
	}
	for i := range slips {
		if d, ok := dueOf(s, &slips[i]); ok {
			list = append(list, d)
		}
	}
	for i := range promises {
		if p := &promises[i]; p.Status == "" && strings.TrimSpace(p.Text) != "" {
			list = append(list, Due{Kind: DuePromise, Day: p.Due, Unit: p.Unit, Record: p.ID, Visit: p.Visit, Text: p.Text})
		}
	}
	soon := today
	if d, ok := ParseDay(today); ok {
		soon = (d + 6).String()
	}
	for i := range list {
		switch d := &list[i]; {
		case d.Day == "" || d.Day > soon:
			d.When = DueLater
		case d.Day < today:
			d.When = DueOver
		default:
			d.When = DueWeek
		}
	}
	order := []DueWhen{DueOver, DueWeek, DueLater}
	slices.SortStableFunc(list, func(a, b Due) int {
		return cmp.Or(slices.Index(order, a.When)-slices.Index(order, b.When), strings.Compare(cmp.Or(a.Day, "9"), cmp.Or(b.Day, "9")),
			strings.Compare(string(a.Kind), string(b.Kind)), strings.Compare(a.Number+a.Text, b.Number+b.Text))
	})
	return list
}

// dueOf is what a slip waits for; false for one that waits for nothing.
func dueOf(s *Scheme, x *Slip) (Due, bool) {
	d := Due{Kind: DueSlip, Day: x.Due(), Unit: x.Unit, Record: x.ID, Number: x.Name(), Text: cmp.Or(x.Demand, x.Facts)}
	switch {
	case len(x.Sides) > 0:
		d.Kind, d.Day = DueSettle, ""
	case x.Asked != nil && x.Standing():
		d.Kind, d.Text = DueExtension, x.Asked.Text
	case x.State == SlipRectified:
		d.Kind, d.Day, d.Text = DueRecheck, x.RectifiedOn, x.Rectification
	case x.State == SlipDisputed:
		d.Kind, d.Day, d.Text = DueDispute, x.ConfirmedOn, x.Opinion
	case x.State == SlipIssued:
		d.Kind = DueConfirm
	case !s.mayLapse(x.State):
		return d, false
	}
	return d, true
}
