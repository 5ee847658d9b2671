package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// VisitRow is what a list shows of a visit, as its viewer may see it. Visit is the zero ID where none was started.
type VisitRow struct {
	Visit     checklist.ID                           `json:"visit"`
	Kind      checklist.VisitKind                    `json:"kind"`
	Day       string                                 `json:"day"`
	State     string                                 `json:"state"` // one of the State constants
	Steps     map[checklist.Step]checklist.StepState `json:"steps"`
	Scored    int                                    `json:"scored"` // indicators with a verdict that carries points
	Total     int                                    `json:"total"`  // indicators that need one
	Todos     int                                    `json:"todos"`
	Contested int                                    `json:"contested"` // registers that wait for a decision
	Undecided int                                    `json:"undecided"` // differences between the sheets that wait for a ruling
	Waiting   int                                    `json:"waiting"`   // registers that build on changes not here
	Last      time.Time                              `json:"last"`      // of the newest change
	Scheme    string                                 `json:"scheme"`    // hash of the version it is scored under

	Unit   checklist.ID `json:"unit"`
	OwnSeq uint64       `json:"own_seq"` // the newest own change, to tell whether an export carries all

	OwnFirst      uint64 `json:"own_first"`      // the oldest own change that stands
	Returned      int    `json:"returned"`       // remarks of the office that are not settled
	Travel        string `json:"travel"`         // one of the Travel constants: how far the own records have come
	TravelSure    bool   `json:"travel_sure"`    // a receipt of the office's own laptop says so
	TravelChanged bool   `json:"travel_changed"` // part of it has travelled, and something was recorded since

	now *visitNow       // what the result comes to; nil for a daily visit, and while it is only kept
	raw json.RawMessage // the same as the table keeps it: a list that shows no results does not read it
}

// The states of a visit in a list.
const (
	StateNew      = "new"      // not begun
	StateOpen     = "open"     // being worked on
	StateClosed   = "closed"   // the viewer's sheet is closed
	StateSigned   = "signed"   // signed by the leader
	StateChanged  = "changed"  // changed since signing
	StateWiped    = "wiped"    // wiped here after the office's receipt
	StateExported = "exported" // closed or signed, and nothing newer than the last export
)

// UnitRow is a unit with its yearly visit and its daily ones.
type UnitRow struct {
	Unit checklist.Unit
	VisitRow
	Daily []VisitRow
	Team  []string // the names of those assigned, the leader first
}

// localExported says, as JSON, what the last export was; its seq is the place in the own log up to which it went.
const localExported = "exported"

// Units lists all units by code, with the state of their visits. What a visit's row says is kept as a summary and made
// anew only after something in the visit has changed.
func (b *Book) Units(ctx context.Context) (list []UnitRow, err error) {
	b.cache.RLock()
	made := &summaries{at: b.generation, rows: map[checklist.ID]VisitRow{}}
	b.cache.RUnlock()
	err = b.read(ctx, func(q querier) error {
		list, err = b.listUnits(ctx, q, made)
		return err
	})
	if err != nil {
		return nil, err
	}
	return list, b.keepSummaries(ctx, made)
}

func (b *Book) listUnits(ctx context.Context, q querier, made *summaries) ([]UnitRow, error) {
	units, err := b.readUnits(ctx, q)
	if err != nil {
		return nil, err
	}
	teams, err := b.readTeams(ctx, q)
	if err != nil {
		return nil, err
	}
	visits, err := b.visitRows(ctx, q, made)
	if err != nil {
		return nil, err
	}
	list := make([]UnitRow, len(units))
	at := map[checklist.ID]*UnitRow{}
	for i, u := range units {
		list[i] = UnitRow{Unit: u, VisitRow: VisitRow{State: StateNew, Unit: u.ID}, Team: teams[u.ID]}
		at[u.ID] = &list[i]
	}
	for _, v := range visits {
		switch row := at[v.Unit]; {
		case row == nil: // its unit has not arrived
		case v.Kind == checklist.Daily:
			row.Daily = append(row.Daily, v)
		case row.Visit == (checklist.ID{}):
			row.VisitRow = v
		}
	}
	if err := markWiped(ctx, q, at); err != nil {
		return nil, err
	}
	slices.SortStableFunc(list, func(a, b UnitRow) int { return strings.Compare(a.Unit.Code, b.Unit.Code) })
	for i := range list {
		if list[i].Unit.Practice {
			list[i].stayHere()
		}
		slices.SortStableFunc(list[i].Daily, func(a, b VisitRow) int { return strings.Compare(a.Day, b.Day) })
	}
	return list, nil
}

// unitsQuery gives each unit in one row: a list of 10,000 must open at once. What no row can say, a register with several
// heads or one of a newer version, shows in the count of heads.
var unitsQuery = func() string {
	q := "SELECT record, count(*)"
	for _, f := range FieldsOf(KindUnit) {
		q += ", max(iif(field = " + number(int64(f.No)) + ", val, NULL))"
	}
	return q + " FROM head WHERE record BETWEEN ? AND ? GROUP BY record"
}()

func (b *Book) readUnits(ctx context.Context, q querier) ([]checklist.Unit, error) {
	units, err := b.allUnits(ctx, q)
	return withoutPutAway(units), err
}

// allUnits are those too that were put away.
func (b *Book) allUnits(ctx context.Context, q querier) (units []checklist.Unit, err error) {
	lo, hi := checklist.InScope(checklist.ScopeUnit, [8]byte{}), checklist.InScope(checklist.ScopeUnit, highest)
	rows, err := q.QueryContext(ctx, unitsQuery, lo[:], hi[:])
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	fields := FieldsOf(KindUnit)
	var rec sql.RawBytes
	var count int
	vals := make([]sql.RawBytes, len(fields))
	to := []any{&rec, &count}
	for i := range vals {
		to = append(to, &vals[i])
	}
	var several []int
	for rows.Next() {
		if err := rows.Scan(to...); err != nil {
			return nil, err
		}
		u := checklist.Unit{ID: checklist.ID(rec)}
		seen := 0
		for i, into := range []*string{&u.Code, &u.Name, &u.Short, &u.Kind, &u.Leader, &u.Note} {
			if vals[i] != nil {
				*into, _ = fields[i].text(bundle.Value(vals[i]))
				seen++
			}
		}
		if seen != count {
			several = append(several, len(units))
		}
		units = append(units, u)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for _, i := range several {
		if units[i], err = b.readUnit(ctx, q, units[i].ID); err != nil {
			return nil, err
		}
	}
	return slices.DeleteFunc(units, func(u checklist.Unit) bool { return u.Code == "" && u.Name == "" }), nil
}

// readTeams names, for each unit, those assigned to it in the round.
func (b *Book) readTeams(ctx context.Context, q querier) (map[checklist.ID][]string, error) {
	rs, err := b.scanScope(ctx, q, checklist.ScopeAssign)
	if err != nil {
		return nil, err
	}
	people, round := b.people(), b.round().ID
	members := map[checklist.ID][]checklist.Person{}
	for _, id := range rs.records(KindAssignment) {
		var a checklist.Assignment
		if rs.body(id, KindAssignment, "body", &a) && a.Round == round && rs.get(id, KindAssignment, "status").Text != "withdrawn" {
			members[a.Unit] = append(members[a.Unit], assigned(people[[8]byte(a.Person[8:])], a))
		}
	}
	teams := map[checklist.ID][]string{}
	for unit, team := range members {
		slices.SortFunc(team, compareRole)
		for _, p := range team {
			teams[unit] = append(teams[unit], p.Name)
		}
	}
	return teams, nil
}

// visitRows gives a row per visit of the round, from summaries where they are fresh.
func (b *Book) visitRows(ctx context.Context, q querier, made *summaries) (list []VisitRow, err error) {
	ids, err := visitIDs(ctx, q)
	if err != nil {
		return nil, err
	}
	kept, err := b.readSummaries(ctx, q)
	if err != nil {
		return nil, err
	}
	j, err := b.journey(ctx, q)
	if err != nil {
		return nil, err
	}
	for _, id := range ids {
		row, ok := kept[id]
		if !ok {
			if row, ok, err = b.summarise(ctx, q, id); err != nil {
				return nil, err
			}
			if !ok {
				continue
			}
			made.rows[id] = row
		}
		j.mark(&row)
		list = append(list, row)
	}
	return list, nil
}

// visitsQuery names the index of visits by its condition.
const visitsQuery = "SELECT DISTINCT record FROM head WHERE field - 2001 = 0"

// visitIDs lists every visit of the book.
func visitIDs(ctx context.Context, q querier) (ids []checklist.ID, err error) {
	return readVisitIDs(ctx, q, visitsQuery)
}

func readVisitIDs(ctx context.Context, q querier, query string, args ...any) (ids []checklist.ID, err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var rec []byte
		if err := rows.Scan(&rec); err != nil {
			return nil, err
		}
		ids = append(ids, checklist.ID(rec))
	}
	return ids, rows.Err()
}

// summarise reads a visit and makes its row; false for a visit of another round or one that was taken back.
func (b *Book) summarise(ctx context.Context, q querier, id checklist.ID) (row VisitRow, ok bool, err error) {
	d, err := b.doc(ctx, q, id, b.Me())
	if IsFault(err, "visit.missing") {
		return row, false, nil
	}
	if err != nil {
		return row, false, err
	}
	row = VisitRow{Returned: d.Remarks(), Visit: id, Kind: d.Kind, Day: d.Day, Unit: d.Unit.ID, State: d.state(), Scheme: d.SchemeHash,
		Contested: len(d.Contested), Waiting: len(d.Waiting)}
	for _, r := range d.regs.at {
		if r.At.After(row.Last) {
			row.Last = r.At
		}
		for _, h := range r.heads {
			if h.ref.Dev == b.ownID() {
				row.OwnSeq = max(row.OwnSeq, h.ref.Seq)
				if row.OwnFirst == 0 || h.ref.Seq < row.OwnFirst {
					row.OwnFirst = h.ref.Seq
				}
			}
		}
	}
	s, err := b.loadScheme(ctx, q, d.SchemeHash)
	if IsFault(err, "scheme.missing") {
		return row, true, nil
	}
	if err != nil {
		return row, false, err
	}
	sheet, agreed := d.Main(), d.Standing(s)
	result := checklist.Score(s, checklist.InputOf(s, &d.Visit, &agreed.Sheet))
	row.Steps = checklist.StepStates(s, &d.Visit, sheet)
	if d.Kind != checklist.Daily {
		row.now = nowOf(d, s, &agreed, &result)
	}
	row.Undecided = len(agreed.Open())
	row.Scored, row.Total, row.Todos = result.Scored, result.Of, len(checklist.Missing(s, &d.Visit, sheet))
	return row, true, nil
}

func (b *Book) ownID() bundle.DeviceID {
	b.cache.RLock()
	defer b.cache.RUnlock()
	return b.facts.device
}

// Main is the sheet that stands for the visit in lists: the viewer's own, or for one who does not judge the first that
// may be seen.
func (d *Doc) Main() *checklist.Sheet {
	if len(d.Sheets) > 0 && d.find(d.me.ID) == nil && d.me.Role != checklist.RoleMember {
		return &d.Sheets[0]
	}
	return d.Own()
}

func (d *Doc) state() string {
	if n := len(d.Signed); n > 0 {
		if d.Signed[n-1].Changed {
			return StateChanged
		}
		return StateSigned
	}
	if d.Main().State == "closed" {
		return StateClosed
	}
	return StateOpen
}
