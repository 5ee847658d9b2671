package store

import (
	"context"
	"encoding/json"

	"zoufang/checklist"
)

// DueList is everything that is due in the district, on a day (2026-03-09): slips, promises of the briefings, re-checks.
func (b *Book) DueList(ctx context.Context, today string) (list []checklist.Due, err error) {
	err = b.read(ctx, func(q querier) error {
		s, err := b.loadScheme(ctx, q, b.round().Scheme)
		if err != nil {
			return err
		}
		slips, err := b.allSlips(ctx, q)
		if err != nil {
			return err
		}
		promises, err := b.promises(ctx, q)
		if err != nil {
			return err
		}
		papers, err := b.papers(ctx, q)
		list = checklist.DueList(s, today, slips, promises, papers.allItems()...)
		return err
	})
	return list, err
}

// promises are all that units promised. A promise is common to everybody in its visit: nobody is kept from it.
func (b *Book) promises(ctx context.Context, q querier) (list []checklist.PromiseOf, err error) {
	fields := FieldsOf(KindPromise)
	rs, err := b.scanWhere(ctx, q, "field BETWEEN ? AND ?", int64(fields[0].No), int64(fields[len(fields)-1].No))
	if err != nil {
		return nil, err
	}
	visits := map[checklist.ID]visitBody{}
	var ids []checklist.ID
	for _, id := range rs.records(KindPromise) {
		v, _ := visitOf(id)
		if _, known := visits[v]; !known {
			visits[v], ids = visitBody{}, append(ids, v)
		}
	}
	of, err := b.scanIDs(ctx, q, ids)
	if err != nil {
		return nil, err
	}
	for _, id := range rs.records(KindPromise) {
		p := checklist.PromiseOf{Promise: checklist.Promise{ID: id}}
		rs.fill(id, KindPromise, &p.Promise)
		p.Visit, _ = visitOf(id)
		var body visitBody
		if of.body(p.Visit, KindVisit, "body", &body) {
			p.Unit = body.Unit
			list = append(list, p)
		}
	}
	return list, nil
}

// KeepPromise notes that a unit did what it promised: on which day, and how that was seen. An empty day takes it back.
func (b *Book) KeepPromise(ctx context.Context, id checklist.ID, on, how string) error {
	status := "kept"
	if on == "" {
		status = ""
	}
	return b.Apply(ctx, Edit{Record: id, Kind: KindPromise, Field: "status", Text: status, current: true},
		Edit{Record: id, Kind: KindPromise, Field: "kept_on", Text: on, current: true},
		Edit{Record: id, Kind: KindPromise, Field: "kept_how", Text: how, current: true})
}

// numberIn is the number in the text form of a ledger line or a figure.
func numberIn(text string) (int64, bool) {
	var body struct {
		N int64 `json:"n"`
	}
	return body.N, text != "" && json.Unmarshal([]byte(text), &body) == nil
}
