package checklist

import (
	"slices"
	"strings"
)

// MarkChange is a released number and what it is now.
type MarkChange struct {
	ID       string // of an indicator or a category; "" is the total
	Was, Now Points
	Gone     bool // it is not known any more, or does not count
	New      bool // it was not there at the release
}

// ResultNow is what a visit comes to now, in few numbers: enough to rank it and to compare it with what was released.
type ResultNow struct {
	Judged  bool      `json:"judged"` // somebody judged something
	Pending []Pending `json:"pending,omitempty"`
	Known   bool      `json:"known"`
	Total   Points    `json:"total"`
	Grade   string    `json:"grade,omitempty"`
	Marks   []Mark    `json:"marks,omitempty"` // of the categories and indicators that are known and count
	Digest  string    `json:"digest"`
}

// NowOf takes the numbers of a result. digest covers the heads of the visit.
func NowOf(v *Visit, a *Agreed, r *Result, digest string) ResultNow {
	n := ResultNow{Judged: len(v.Sheets)+v.Hidden > 0, Pending: PendingOf(v, a, r), Known: r.Total.Known, Total: r.Total.Points, Digest: digest}
	if g := r.Grade.Grade; g != nil {
		n.Grade = g.ID
	}
	for c := range r.Categories {
		cat := &r.Categories[c]
		if cat.Score.Known {
			n.Marks = append(n.Marks, Mark{cat.Category.ID, cat.Score.Points, cat.Worth})
		}
		for i := range cat.Indicators {
			if x := &cat.Indicators[i]; x.Known && !x.Removed() {
				n.Marks = append(n.Marks, Mark{x.Indicator.ID, x.Awarded, x.Indicator.Full})
			}
		}
	}
	return n
}

// Paper is what was written about the result of a unit: its release, its being final, and what the unit objected.
type Paper struct {
	Release    *Release
	Final      *Finality
	Objections []Objection
}

// OutcomeOf says how far a result has come, from what it is now and what was written about it. It needs no clock: time
// only opens the way for somebody to declare a result final.
func OutcomeOf(now *ResultNow, p Paper, days Calendar) Outcome {
	o := Outcome{Pending: now.Pending, Release: p.Release, Final: p.Final, Objections: p.Objections}
	open := 0
	for i := range p.Objections {
		if x := &p.Objections[i]; x.Check == nil {
			open++
			if p.Release == nil { // against the facts, before anything was released
				o.Pending = append(slices.Clone(o.Pending), Pending{Code: "pending.objection", Args: []string{x.On}, Where: "results", Record: x.ID})
			}
		}
	}
	switch {
	case p.Release == nil && !now.Judged:
		o.State = OutcomeNone
	case p.Release == nil && (len(o.Pending) > 0 || !now.Known):
		o.State = OutcomePending
	case p.Release == nil:
		o.State = OutcomeReady
	case open > 0:
		o.State = OutcomeObjection
	case p.Final != nil:
		o.State = OutcomeFinal
	default:
		o.State = OutcomeProvisional
	}
	if r := p.Release; r != nil {
		o.Until = days.After(r.On, ObjectionDays)
		o.Changes = r.changes(now)
		o.Changed = len(o.Changes) > 0 || r.Digest != now.Digest
	}
	return o
}

// changes sets what was released beside what it is now, the total first.
func (r *Release) changes(now *ResultNow) (list []MarkChange) {
	if !now.Known || now.Total != r.Total {
		list = append(list, MarkChange{Was: r.Total, Now: now.Total, Gone: !now.Known})
	}
	is := map[string]Points{}
	for _, m := range now.Marks {
		is[m.ID] = m.Points
	}
	was := map[string]bool{}
	for _, m := range r.Marks {
		was[m.ID] = true
		if p, ok := is[m.ID]; !ok || p != m.Points {
			list = append(list, MarkChange{ID: m.ID, Was: m.Points, Now: p, Gone: !ok})
		}
	}
	for _, m := range now.Marks {
		if !was[m.ID] {
			list = append(list, MarkChange{ID: m.ID, Now: m.Points, New: true})
		}
	}
	return list
}

// MayRelease says why a result may not be released: a code of package words with its arguments, "" where it may. One that
// was released is released again only after it changed.
func (o *Outcome) MayRelease() (code string, args []any) {
	switch {
	case o.State == OutcomeNone:
		return "release.nothing", nil
	case len(o.Pending) > 0 || o.State == OutcomePending:
		return "release.pending", []any{len(o.Pending)}
	case o.Release != nil && !o.Changed:
		return "release.same", []any{o.Release.On}
	}
	return "", nil
}

// MayFinish says why a released result may not be declared final on a day; "" where it may. A reason given lifts the wait
// for the time to object, and nothing else.
func (o *Outcome) MayFinish(day, reason string) (code string, args []any) {
	switch {
	case o.Release == nil:
		return "final.none", nil
	case o.State == OutcomeObjection:
		return "final.objection", nil
	case o.Changed || len(o.Pending) > 0:
		return "final.changed", nil
	case o.State == OutcomeFinal:
		return "final.done", []any{o.Final.On}
	case day <= o.Until && strings.TrimSpace(reason) == "":
		return "final.early", []any{o.Until}
	}
	return "", nil
}
