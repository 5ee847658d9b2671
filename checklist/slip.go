package checklist

import (
	"cmp"
	"slices"
	"strings"
)

// SlipAct is a step in the life of a supervision slip.
type SlipAct string

// The steps. Ask, Grant and a re-check that finds things put right leave the state as it is.
const (
	SlipIssue    SlipAct = "issue"    // handed to the unit
	SlipConfirm  SlipAct = "confirm"  // the unit confirms the facts; also the end of a dispute
	SlipDispute  SlipAct = "dispute"  // the unit disputes, with its reasons in writing
	SlipRefuse   SlipAct = "refuse"   // the unit will not sign and gives no reasons
	SlipAsk      SlipAct = "ask"      // the unit asks for more time, before the date
	SlipGrant    SlipAct = "grant"    // the office grants it, or refuses (Failed)
	SlipRectify  SlipAct = "rectify"  // the unit reports what it put right
	SlipRecheck  SlipAct = "recheck"  // the team looked again: put right, or not (Failed)
	SlipClose    SlipAct = "close"    // struck off
	SlipWithdraw SlipAct = "withdraw" // taken back after review
	SlipVoid     SlipAct = "void"     // spoiled; the number is kept
	SlipSettle   SlipAct = "settle"   // ends a contest between two laptops: To is the state that holds
)

// SlipActs are all steps, in the order in which they are offered.
var SlipActs = []SlipAct{SlipIssue, SlipConfirm, SlipDispute, SlipRefuse, SlipAsk, SlipGrant, SlipRectify, SlipRecheck, SlipClose,
	SlipWithdraw, SlipVoid, SlipSettle}

// The states of a slip that the program itself speaks of. A scheme says which may follow which.
const (
	SlipDraft     = "draft"
	SlipIssued    = "issued"
	SlipConfirmed = "confirmed"
	SlipDisputed  = "disputed"
	SlipRefused   = "refused"
	SlipRectified = "rectified"
	SlipClosed    = "closed"
	SlipWithdrawn = "withdrawn"
	SlipVoided    = "void"
)

// leadsTo is the state a step leads to; steps that are not in it leave the state as it is.
var leadsTo = map[SlipAct]string{SlipIssue: SlipIssued, SlipConfirm: SlipConfirmed, SlipDispute: SlipDisputed, SlipRefuse: SlipRefused,
	SlipRectify: SlipRectified, SlipClose: SlipClosed, SlipWithdraw: SlipWithdrawn, SlipVoid: SlipVoided}

// SlipStep is one step in the life of a slip: what was done, on which day, by whom, and why. It is judged as one whole
// and never changed.
type SlipStep struct {
	ID     ID      `json:"-"`
	Slip   ID      `json:"slip"`
	Unit   ID      `json:"unit"`
	Act    SlipAct `json:"act"`
	On     string  `json:"on"`     // the day it happened
	At     string  `json:"at"`     // the moment it was recorded
	By     ID      `json:"by"`     // who recorded it
	Name   string  `json:"name"`   // of By, for laptops that do not know the person
	Who    string  `json:"who"`    // who confirmed at the unit, or who granted or looked again
	Post   string  `json:"post"`   // of Who
	Text   string  `json:"text"`   // the reason, the opinion, what was put right, what the re-check found
	Until  string  `json:"until"`  // the day asked for, or granted
	Failed bool    `json:"failed"` // the extension was refused; the re-check found it not put right
	To     string  `json:"to"`     // of a settlement: the state that holds
	After  []ID    `json:"after"`  // the newest steps its author was shown
}

// to is the state the step leads to, "" where the state stays.
func (x *SlipStep) to() string {
	switch {
	case x.Act == SlipSettle:
		return x.To
	case x.Act == SlipRecheck && x.Failed:
		return SlipConfirmed
	}
	return leadsTo[x.Act]
}

// Live is the slip after its steps. It follows from the set of steps alone: neither the order in which they arrived nor
// any clock counts, for each step names those its author saw. Where two laptops led the slip to different states without
// knowing of each other, Sides names both and State is one of them until somebody settles it.
func (x Slip) Live(steps []SlipStep) Slip {
	x.Log, x.Sides = slices.Clone(steps), nil
	l := lifeOf(x.Log)
	slices.SortFunc(x.Log, l.compare)
	if x.State == "" {
		x.State = SlipDraft
	}
	for i := range x.Log {
		st := &x.Log[i]
		x.take(st)
		if to := st.to(); to != "" && !l.passed(st.ID, func(o *SlipStep) bool { return o.to() != "" }) && !slices.Contains(x.Sides, to) {
			x.Sides = append(x.Sides, to)
		}
	}
	if n := len(x.Sides); n > 0 {
		x.State = x.Sides[n-1]
	}
	if slices.Sort(x.Sides); len(x.Sides) < 2 {
		x.Sides = nil
	}
	x.Asked = nil
	for i := range x.Log {
		if st := &x.Log[i]; st.Act == SlipAsk && !l.passed(st.ID, func(o *SlipStep) bool { return o.Act == SlipGrant }) {
			x.Asked = st
		}
	}
	return x
}

// take carries what a step says into the fields of the slip, so that sheets and lists find it there.
func (x *Slip) take(st *SlipStep) {
	switch st.Act {
	case SlipConfirm, SlipDispute, SlipRefuse:
		x.Confirmer, x.ConfirmerPost, x.ConfirmedOn, x.Opinion = st.Who, st.Post, st.On, st.Text
	case SlipGrant:
		if !st.Failed {
			x.ExtendedTo, x.ExtendedBy = st.Until, cmp.Or(st.Who, st.Name)
		}
	case SlipRectify:
		x.Rectification, x.RectifiedOn = st.Text, st.On
		x.RecheckedBy, x.RecheckedOn, x.RecheckResult = "", "", ""
	case SlipRecheck:
		x.RecheckedBy, x.RecheckedOn, x.RecheckResult = cmp.Or(st.Who, st.Name), st.On, st.Text
	}
}

// Tips are the newest steps: what the next step names as seen.
func (x *Slip) Tips() (tips []ID) {
	l := lifeOf(x.Log)
	for i := range x.Log {
		if id := x.Log[i].ID; !l.passed(id, func(*SlipStep) bool { return true }) {
			tips = append(tips, id)
		}
	}
	return tips
}

// Due is the day by which the slip has to be put right: the extension, else the deadline.
func (x *Slip) Due() string { return cmp.Or(x.ExtendedTo, x.Deadline) }

// Overdue tells whether the slip is past its date on a day, in a state that may lapse. It is worked out, never stored.
func (s *Scheme) Overdue(x *Slip, day string) bool {
	due := x.Due()
	return day != "" && due != "" && due < day && s.mayLapse(x.State)
}

// Standing tells whether something is still to be done about the slip.
func (x *Slip) Standing() bool {
	switch x.State {
	case SlipClosed, SlipWithdrawn, SlipVoided, SlipDraft:
		return false
	}
	return true
}

// Name is the number people call the slip by: the office's, else the one it was issued under.
func (x *Slip) Name() string { return cmp.Or(x.Official, x.Number) }

// passedCheck tells whether the newest look at the slip found it put right, after the last report of the unit.
func (x *Slip) passedCheck() bool {
	for i := len(x.Log) - 1; i >= 0; i-- {
		switch st := &x.Log[i]; st.Act {
		case SlipRecheck:
			return !st.Failed
		case SlipRectify, SlipIssue:
			return false
		}
	}
	return x.RecheckedOn != "" // of a slip that was written down with its outcome
}

// life answers which steps knew of which. The steps of hostile logs may name each other in a circle: that is order too,
// the same on every book.
type life struct {
	steps []SlipStep
	knew  map[ID]map[ID]bool // of each step, all it builds on
}

func lifeOf(steps []SlipStep) *life {
	l := &life{steps: steps, knew: make(map[ID]map[ID]bool, len(steps))}
	after := make(map[ID][]ID, len(steps))
	for i := range steps {
		after[steps[i].ID] = steps[i].After
	}
	for i := range steps {
		seen := map[ID]bool{}
		for todo := slices.Clone(steps[i].After); len(todo) > 0; todo = todo[1:] {
			if id := todo[0]; !seen[id] {
				seen[id] = true
				todo = append(todo, after[id]...)
			}
		}
		l.knew[steps[i].ID] = seen
	}
	return l
}

// passed tells whether a step of a kind builds on this one and not the other way round.
func (l *life) passed(id ID, of func(*SlipStep) bool) bool {
	for i := range l.steps {
		o := &l.steps[i]
		if o.ID != id && l.knew[o.ID][id] && !l.knew[id][o.ID] && of(o) {
			return true
		}
	}
	return false
}

// compare puts a step behind all it builds on.
func (l *life) compare(a, b SlipStep) int {
	return cmp.Or(cmp.Compare(len(l.knew[a.ID]), len(l.knew[b.ID])), cmp.Compare(a.On, b.On), cmp.Compare(a.At, b.At),
		strings.Compare(string(a.ID[:]), string(b.ID[:])))
}
