package store

import (
	"cmp"
	"context"
	"crypto/rand"
	"slices"
	"strings"

	"zoufang/checklist"
)

// Learned is one thing collected for the district, with the unit it comes from and where it was taken up.
type Learned struct {
	checklist.Learning
	UnitCode, UnitName string
	By                 string // who took it up
	From               string // "form", "note" or "listen": opinions that the briefing recorded
}

func newLearningID(unit checklist.ID) checklist.ID {
	var r [4]byte
	_, _ = rand.Read(r[:]) // never fails
	return ofUnit(checklist.ScopeLearn, unit, r)
}

// mayLearn tells whether a person may see what somebody collected: the office sees all, everybody else what is their own.
func mayLearn(me checklist.Person, author checklist.ID) bool {
	return me.Role == checklist.RoleOffice || author == me.ID
}

// Learning is what was collected for the district, as far as Me may see it, by kind and unit: experiences worth spreading,
// defects of the San Ding provisions, the units' opinions and suggestions, those of the briefings included.
func (b *Book) Learning(ctx context.Context) (list []Learned, err error) {
	err = b.read(ctx, func(q querier) error {
		list, err = b.learning(ctx, q, b.Me())
		return err
	})
	return list, err
}

func (b *Book) learning(ctx context.Context, q querier, me checklist.Person) ([]Learned, error) {
	units := map[checklist.ID]checklist.Unit{}
	all, err := b.readUnits(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, u := range all {
		units[u.ID] = u
	}
	rs, err := b.scanScope(ctx, q, checklist.ScopeLearn)
	if err != nil {
		return nil, err
	}
	var list []Learned
	people := b.people()
	for _, id := range rs.records(KindLearning) {
		x := Learned{Learning: checklist.Learning{ID: id}, From: "form"}
		if rs.fill(id, KindLearning, &x.Learning); x.Status == "withdrawn" || !mayLearn(me, x.Author) {
			continue
		}
		if x.Source != (checklist.ID{}) {
			x.From = "note"
		}
		x.By = people[[8]byte(x.Author[8:])].Name
		list = append(list, x)
	}
	heard, err := b.heard(ctx, q, me)
	if err != nil {
		return nil, err
	}
	list = append(list, heard...)
	for i := range list {
		u := units[list[i].Unit]
		list[i].UnitCode, list[i].UnitName = u.Code, u.Name
	}
	slices.SortStableFunc(list, func(a, b Learned) int {
		return cmp.Or(slices.Index(checklist.LearnKinds, a.Kind)-slices.Index(checklist.LearnKinds, b.Kind), strings.Compare(a.UnitCode, b.UnitCode),
			strings.Compare(a.At, b.At), slices.Compare(a.ID[:], b.ID[:]))
	})
	return list, nil
}

// heard are the opinions and suggestions that the briefings recorded: for the office, which reads them together.
func (b *Book) heard(ctx context.Context, q querier, me checklist.Person) (list []Learned, err error) {
	if me.Role != checklist.RoleOffice {
		return nil, nil
	}
	visits, err := visitIDs(ctx, q)
	if err != nil {
		return nil, err
	}
	ids := slices.Clone(visits)
	for _, v := range visits {
		ids = append(ids, checklist.StepID(v, checklist.StepListen))
	}
	rs, err := b.scanIDs(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	for _, v := range visits {
		var body visitBody
		talk := checklist.StepID(v, checklist.StepListen)
		r := rs.get(talk, KindListen, "opinions_and_suggestions")
		if strings.TrimSpace(r.Text) == "" || !rs.body(v, KindVisit, "body", &body) || body.Round != b.round().ID {
			continue
		}
		list = append(list, Learned{Learning: checklist.Learning{ID: talk, Unit: body.Unit, Kind: checklist.LearnOpinion, Text: r.Text, Author: r.By.ID,
			At: r.At.Format(momentLayout), Visit: v, Source: talk}, By: r.By.Name, From: "listen"})
	}
	return list, nil
}

// SaveLearning writes something collected; a zero ID makes a new one, with its author and moment. Faults: slip.unit when it
// names no unit, field.bad for an unknown kind, learning.text without a text.
func (b *Book) SaveLearning(ctx context.Context, x checklist.Learning) (checklist.ID, error) {
	switch {
	case x.Unit == (checklist.ID{}):
		return x.ID, newFault("slip.unit")
	case strings.TrimSpace(x.Text) == "":
		return x.ID, newFault("learning.text")
	}
	if x.ID == (checklist.ID{}) {
		x.ID = newLearningID(x.Unit)
		x.Author, x.At = b.Me().ID, b.moment()
	}
	return x.ID, b.Apply(ctx, editsOf(x.ID, KindLearning, x, nil)...)
}

// WithdrawLearning takes something collected back, with a reason. Nothing is deleted. Fault reason.missing.
func (b *Book) WithdrawLearning(ctx context.Context, id checklist.ID, reason string) error {
	if strings.TrimSpace(reason) == "" {
		return newFault("reason.missing")
	}
	return b.Apply(ctx, Edit{Record: id, Kind: KindLearning, Field: "status", Text: "withdrawn", Reason: reason, current: true})
}

// learning hides what somebody else collected from everybody but the office, in the history as in the list.
func (t *teller) learning(rec checklist.ID) (told, error) {
	author, err := t.b.oneRegister(t.ctx, t.q, rec, FieldOf(KindLearning, "author"))
	if err != nil {
		return told{}, err
	}
	var by checklist.ID
	_ = by.UnmarshalText([]byte(author.Text)) // a register of another form names nobody
	return told{hidden: hidden{records: map[checklist.ID]bool{rec: !mayLearn(t.me, by)}}}, nil
}
