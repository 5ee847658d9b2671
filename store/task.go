package store

import (
	"cmp"
	"context"
	"path/filepath"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// A task bundle starts a laptop with what it needs for its own units and nothing else: the scheme, the round, the people,
// the leading group, the keys; of its own units the names, the plan, the ledger, earlier findings and slips. What was
// recorded in visits stays out. It is made of the office's own log alone, which can be cut anywhere: what others wrote of
// these records the office says again in its own log, in a change that replaces theirs, so that the whole log that comes
// later fills the gap and contests nothing. All the rest is withheld by number, never waited for.

// Task says for whom a task bundle is.
type Task struct {
	Team   string       // every unit of this team
	Person checklist.ID // every unit this person is assigned to
	Laptop string       // the id of a laptop: the units of whoever works there, sealed for it alone
}

// Tasked is a task bundle that was written.
type Tasked struct {
	Exported
	Person checklist.Person // zero for a whole team
	Team   string
	Units  []checklist.Unit
	Kept   int64 // own changes kept back
	Open   int   // registers that are contested and were left out until somebody decides
}

// taskScope is what goes along, by records; others are the logs that are kept back as a whole, to their last number.
type taskScope struct {
	records map[checklist.ID]bool
	others  map[bundle.DeviceID]uint64
}

// taskCommon are the scopes that every laptop needs whole.
var taskCommon = []string{checklist.ScopeScheme, checklist.ScopeRound, checklist.ScopePerson, checklist.ScopeGroup, scopeKey, scopeDevice}

// restated are the kinds that the office says again where others wrote them. Not keys and laptops: what these say counts only
// in the words of who may say it.
var restated = []Kind{KindScheme, KindRound, KindPerson, KindGroup, KindUnit, KindAssignment, KindSlot, KindLedger, KindPast, KindSlip, KindSlipStep, KindInterest}

func (t *taskScope) keep(c *bundle.Change) bool {
	return slices.Contains(taskCommon, string(c.Record[:8])) || t.records[c.Record]
}

// TaskFor is somebody who has units, for the choice of task bundles.
type TaskFor struct {
	Person  checklist.Person
	Units   int
	Laptops int // of the person's, that are enrolled and have said what they can open
}

// TasksFor lists everybody who is assigned to units, by team and role.
func (b *Book) TasksFor(ctx context.Context) (list []TaskFor, err error) {
	plan, err := b.Schedule(ctx)
	if err != nil {
		return nil, err
	}
	laptops, err := b.laptopsByPerson(ctx)
	if err != nil {
		return nil, err
	}
	at := map[checklist.ID]int{}
	for _, p := range plan {
		for _, x := range p.People {
			i, seen := at[x.ID]
			if !seen {
				i = len(list)
				at[x.ID], list = i, append(list, TaskFor{Person: x})
				for _, l := range laptops[x.ID] {
					list[i].Laptops += btoi(l.recipient != "")
				}
			}
			list[i].Units++
		}
	}
	slices.SortStableFunc(list, func(x, y TaskFor) int {
		return cmp.Or(strings.Compare(x.Person.Team, y.Person.Team), compareRole(x.Person, y.Person))
	})
	return list, nil
}

// ExportTask writes a task bundle into the folder dir. Where a laptop of the person is known and has said what it can open,
// the bundle is sealed for it; where none is and the book seals, seal must say how. Faults: me.missing, office.only,
// task.none (whom) for somebody without units, task.who where the task names nobody, task.laptop (name) where the book seals
// and nobody it is for could open the bundle, and those of Export.
func (b *Book) ExportTask(ctx context.Context, dir string, t Task, seal Sealing, progress func(Progress)) (out Tasked, err error) {
	if err := officeOnly(b.Me()); err != nil {
		return out, err
	}
	plan, err := b.Schedule(ctx)
	if err != nil {
		return out, err
	}
	who, err := b.taskOf(ctx, &out, t, plan)
	if err != nil {
		return out, err
	}
	if seal, err = b.sealTask(ctx, out, who, seal); err != nil {
		return out, err
	}
	scope := &taskScope{others: map[bundle.DeviceID]uint64{}}
	if err := b.handOut(ctx, scope, &out); err != nil {
		return out, err
	}
	ids := make([]checklist.ID, len(out.Units))
	for i, u := range out.Units {
		ids[i] = u.ID
	}
	out.Exported, err = b.Export(ctx, filepath.Clean(dir)+string(filepath.Separator), ExportOptions{Units: ids, Seal: seal, task: scope, name: b.taskName(out)}, progress)
	if err == nil {
		out.Kept = scope.kept(b, out.Exported)
	}
	return out, err
}

// kept is how many of the own changes stayed here.
func (t *taskScope) kept(b *Book, x Exported) int64 {
	b.mu.Lock()
	defer b.mu.Unlock()
	return int64(b.own.seq) - x.Changes
}

// taskOf finds the units of a task, and the laptops of whom it is for.
func (b *Book) taskOf(ctx context.Context, out *Tasked, t Task, plan []checklist.Planned) (laptops []enrolled, err error) {
	all, err := b.laptopsByPerson(ctx)
	if err != nil {
		return nil, err
	}
	person := t.Person
	if t.Laptop != "" {
		for id, list := range all {
			if i := slices.IndexFunc(list, func(l enrolled) bool { return l.id.String() == t.Laptop }); i >= 0 {
				person, laptops = id, list[i:i+1]
			}
		}
		if person == (checklist.ID{}) {
			return nil, newFault("task.laptopwho")
		}
	} else {
		laptops = all[person]
	}
	whom := t.Team
	if person != (checklist.ID{}) {
		out.Person = b.people()[[8]byte(person[8:])]
		whom, out.Team = out.Person.Name, out.Person.Team
	} else {
		out.Team = t.Team
	}
	if whom == "" {
		return nil, newFault("task.who")
	}
	for _, p := range plan {
		mine := func(x checklist.Person) bool { return x.ID == person }
		if person == (checklist.ID{}) {
			mine = func(x checklist.Person) bool { return x.Team == t.Team }
			if p.Slot.Team == t.Team || slices.ContainsFunc(p.People, mine) {
				out.Units = append(out.Units, p.Unit)
				for _, x := range p.People {
					laptops = appendLaptops(laptops, all[x.ID])
				}
			}
		} else if slices.ContainsFunc(p.People, mine) {
			out.Units = append(out.Units, p.Unit)
		}
	}
	if len(out.Units) == 0 {
		return nil, newFault("task.none", whom)
	}
	return laptops, nil
}

func appendLaptops(list, more []enrolled) []enrolled {
	for _, l := range more {
		if !slices.ContainsFunc(list, func(x enrolled) bool { return x.id == l.id }) {
			list = append(list, l)
		}
	}
	return list
}

// laptopsByPerson are the enrolled laptops by who wrote something on them.
func (b *Book) laptopsByPerson(ctx context.Context) (out map[checklist.ID][]enrolled, err error) {
	out = map[checklist.ID][]enrolled{}
	err = b.read(ctx, func(q querier) error {
		list, err := b.laptops(ctx, q, b.ownID())
		if err != nil {
			return err
		}
		people := b.people()
		for _, l := range list {
			rows, err := q.QueryContext(ctx, "SELECT DISTINCT head.actor FROM head JOIN dev ON dev.ix = head.dev WHERE dev.id = ?", l.id[:])
			if err != nil {
				return err
			}
			for rows.Next() {
				var actor []byte
				if err := rows.Scan(&actor); err != nil {
					rows.Close()
					return err
				}
				if p, ok := people[[8]byte(actor)]; ok {
					out[p.ID] = append(out[p.ID], l)
				}
			}
			if err := rows.Err(); err != nil {
				return err
			}
			rows.Close()
		}
		return nil
	})
	return out, err
}

// sealTask seals for the laptops of a task, when somebody has not said otherwise.
func (b *Book) sealTask(ctx context.Context, out Tasked, laptops []enrolled, seal Sealing) (Sealing, error) {
	if seal.Plain || seal.Passphrase != "" || len(seal.To) > 0 {
		return seal, nil
	}
	for _, l := range laptops {
		if l.recipient != "" {
			seal.To, seal.For = append(seal.To, l.recipient), l.id // For keeps the bundle shut to everybody else's laptop
		}
	}
	if len(seal.To) > 0 {
		return seal, nil
	}
	how, _, err := b.Sealing(ctx)
	if err == nil && how != nil {
		err = newFault("task.laptop", strings.TrimSpace(out.Team+" "+out.Person.Name))
	}
	return seal, err
}

// taskName is what the file is called.
func (b *Book) taskName(t Tasked) string {
	parts := []string{b.district()}
	for _, s := range []string{t.Team, t.Person.Name} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return FileName(strings.Join(append(parts, b.round().Year, b.now().Format("20060102")), "-"))
}
