package checklist

import (
	"cmp"
	"slices"
	"strings"
)

// ScopeResult holds what is written about results: releases, objections, results of earlier years, items to put right.
const ScopeResult = "results."

// PastResult is what a unit came to in an earlier year, as the office loads it: the numbers alone.
type PastResult struct {
	Unit  ID     `json:"unit"`
	Year  string `json:"year"`
	Total Points `json:"total"`
	Grade string `json:"grade"` // as it was called then
	Marks []Mark `json:"marks"` // of categories, where they are known
}

// Rectify is a finding of a released result that the unit has to put right (整改清单). It is followed up like a
// supervision slip, and takes no points: the result has counted it already.
type Rectify struct {
	ID        ID     `json:"-"`
	Unit      ID     `json:"unit"`
	Visit     ID     `json:"visit"`
	Finding   ID     `json:"finding"` // where it comes from
	Year      string `json:"year"`
	No        int64  `json:"no"` // in the list of the unit, from 1
	Indicator string `json:"indicator"`
	Rule      string `json:"rule"`
	Facts     string `json:"facts"`
	Count     int64  `json:"count"`
	On        string `json:"on"` // the day the notice was handed over
	Deadline  string `json:"deadline"`

	Report *RectifyStep `json:"-"` // what the unit put right
	Check  *RectifyStep `json:"-"` // what the re-check found
}

// RectifyStep is what the unit reports of an item, or what a re-check of it found.
type RectifyStep struct {
	On     string `json:"on"`
	Text   string `json:"text"`
	Failed bool   `json:"failed"` // of a re-check: it is not put right
	By     ID     `json:"by"`
	Name   string `json:"name"`
	At     string `json:"at"`
}

// The states of an item, which follow from its steps.
const (
	RectifyOpen     = "open"
	RectifyReported = "reported" // waits for a re-check
	RectifyDone     = "done"
)

// State is how far an item has come: a report that is newer than a failed re-check counts again.
func (x *Rectify) State() string {
	switch {
	case x.Check != nil && !x.Check.Failed && x.Report != nil && x.Check.On >= x.Report.On:
		return RectifyDone
	case x.Report != nil && (x.Check == nil || x.Check.At < x.Report.At):
		return RectifyReported
	}
	return RectifyOpen
}

// Due is the item in the list of what is due; false for one that is done.
func (x *Rectify) Due() (Due, bool) {
	d := Due{Kind: DueRectify, Day: x.Deadline, Unit: x.Unit, Record: x.ID, Visit: x.Visit, Text: x.Facts}
	switch x.State() {
	case RectifyDone:
		return d, false
	case RectifyReported:
		d.Kind, d.Day, d.Text = DueRectified, x.Report.On, x.Report.Text
	}
	return d, true
}

// RectifyList are the items that the findings of a result come to, in the scheme's order. A finding that a supervision
// slip follows up already is none, nor is one that rests on talks alone: the unit is told what papers show. One fact is one
// item.
func RectifyList(s *Scheme, v *Visit, sheet *Sheet, on string) (list []Rectify) {
	for i := range sheet.Findings {
		f := &sheet.Findings[i]
		_, ind, ok := s.Rule(f.Rule)
		if !ok || !f.Active() || f.TalkOnly() || slices.ContainsFunc(v.Slips, func(x Slip) bool { return x.Finding == f.ID && x.State != SlipVoided }) {
			continue
		}
		list = append(list, Rectify{Unit: v.Unit.ID, Visit: v.ID, Finding: f.ID, Year: v.Round.Year, Indicator: ind.ID, Rule: f.Rule, Facts: f.Facts,
			Count: f.Count, On: on, Deadline: s.DeadlineFrom(on)})
	}
	slices.SortStableFunc(list, func(a, b Rectify) int {
		_, x, _ := s.Rule(a.Rule)
		_, y, _ := s.Rule(b.Rule)
		return cmp.Or(x.pos-y.pos, strings.Compare(a.Rule, b.Rule), compareIDs(a.Finding, b.Finding))
	})
	for i := range list {
		list[i].No = int64(i + 1)
	}
	return list
}

// Notice is what a unit is told after the release of its result (反馈意见): totals and categories, last year's beside
// them, and what it has to put right. It holds no evaluator's judgement by itself: no points of a finding, no notes, no
// names of those who judged or were spoken to, no warnings.
type Notice struct {
	Unit     Unit
	District string
	Year     string
	State    OutcomeState
	On       string // the day it is handed over
	Until    string // the last day for an objection
	Total    Points
	Grade    Text
	Bars     []NoticeBar
	Last     *PastResult // nil where nothing is known of an earlier year
	Items    []Rectify
	Again    bool // it was released before and has changed since
}

// NoticeBar is a category of a notice.
type NoticeBar struct {
	ID    string
	Name  Text
	Score Points
	Worth Points
	Last  *Points // of the earlier year, nil where it is not known
}

// NoticeOf makes the notice of a released result: of what was released, not of what the visit says now. false where
// nothing was released.
func NoticeOf(s *Scheme, u Unit, round *Round, o *Outcome, last *PastResult, items []Rectify) (n Notice, ok bool) {
	r := o.Release
	if r == nil {
		return n, false
	}
	n = Notice{Unit: u, District: round.District, Year: round.Year, State: o.State, On: r.On, Until: o.Until, Total: r.Total, Last: last,
		Items: slices.Clone(items), Again: o.Changed}
	for i := range s.Grades {
		if s.Grades[i].ID == r.Grade {
			n.Grade = s.Grades[i].Name
		}
	}
	for c := range s.Categories {
		cat := &s.Categories[c]
		i := slices.IndexFunc(r.Marks, func(m Mark) bool { return m.ID == cat.ID })
		if i < 0 {
			continue
		}
		bar := NoticeBar{ID: cat.ID, Name: cat.Name, Score: r.Marks[i].Points, Worth: r.Marks[i].Of}
		if last != nil {
			if k := slices.IndexFunc(last.Marks, func(m Mark) bool { return m.ID == cat.ID }); k >= 0 {
				bar.Last = &last.Marks[k].Points
			}
		}
		n.Bars = append(n.Bars, bar)
	}
	for i := range n.Items { // what was done about it is followed up, not told
		n.Items[i].Report, n.Items[i].Check = nil, nil
	}
	return n, true
}
