package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// conflictsCommand lists what waits for a decision: differences between evaluators' sheets, and what stands contested.
func (a *app) conflictsCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdConflicts, groupResult))
	c.Args = atMost(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.read(func(b *store.Book) error {
			list, err := a.conflicts(b, args)
			if err != nil {
				return err
			}
			shared, err := a.differences(b, args)
			if err != nil {
				return err
			}
			if a.json {
				views := []any{}
				for _, x := range list {
					views = append(views, viewOfConflict(x))
				}
				for i := range shared {
					for k := range shared[i].Differences {
						views = append(views, a.viewOfDifference(&shared[i], &shared[i].Differences[k]))
					}
				}
				return a.printJSON(views)
			}
			if len(list) > 0 {
				names, err := a.unitNames(b)
				if err != nil {
					return err
				}
				for _, x := range list {
					a.printConflict(x, names)
				}
				a.say(words.CmdConflictsHow)
			}
			if a.printDifferences(shared) == 0 && len(list) == 0 {
				a.say(words.CmdNoConflicts)
			}
			return nil
		})
	}
	return c
}

// conflicts are those of the book, or of the unit named.
func (a *app) conflicts(b *store.Book, args []string) ([]store.Conflict, error) {
	list, err := b.Conflicts(a.ctx, nil)
	if err != nil || len(args) == 0 {
		return list, err
	}
	unit, err := a.unitNamed(b, args[0])
	if err != nil {
		return nil, err
	}
	var mine []store.Conflict
	for _, x := range list {
		if x.Unit == unit.Unit.ID {
			mine = append(mine, x)
		}
	}
	return mine, nil
}

// printDifferences writes what is open between evaluators' sheets, and tells how much that is.
func (a *app) printDifferences(shared []store.Consensus) (open int) {
	for i := range shared {
		for k := range shared[i].Differences {
			if d := &shared[i].Differences[k]; d.Open() {
				a.printDifference(&shared[i], d)
				open++
			}
		}
	}
	if open > 0 {
		a.say(words.CmdDiffsHow)
	}
	return open
}

// differences are those between evaluators' sheets, of the book or of the unit named.
func (a *app) differences(b *store.Book, args []string) ([]store.Consensus, error) {
	list, err := b.Consensus(a.ctx, nil)
	if err != nil || len(args) == 0 {
		return list, err
	}
	unit, err := a.unitNamed(b, args[0])
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(list, func(c store.Consensus) bool { return c.Doc.Unit.ID != unit.Unit.ID }), nil
}

// conflictCode is how a person names a contest on the command line: the same in every book.
func conflictCode(x store.Conflict) string {
	return contestCode(store.Place{Record: x.Record, Kind: x.Kind, Field: x.Field})
}

func contestCode(p store.Place) string {
	sum := sha256.Sum256([]byte(p.Record.String() + "." + string(p.Kind) + "." + p.Field))
	return hex.EncodeToString(sum[:4])
}

type conflictView struct {
	Code   string       `json:"code"`
	Visit  checklist.ID `json:"visit"`
	Unit   checklist.ID `json:"unit"`
	Record checklist.ID `json:"record"`
	Kind   store.Kind   `json:"kind"`
	Field  string       `json:"field"`
	Sides  []sideView   `json:"sides"`
}

type sideView struct {
	Text   string           `json:"text"`
	Unread bool             `json:"unread,omitempty"`
	By     checklist.Person `json:"by"`
	Device deviceView       `json:"device"`
	At     time.Time        `json:"at"`

	Decision bool   `json:"decision,omitempty"` // the side is itself a decision
	Reason   string `json:"reason,omitempty"`
}

// deviceView is a laptop as JSON tells it.
type deviceView struct {
	ID     string `json:"id"`
	Number int    `json:"number"`
	Label  string `json:"label,omitempty"`
}

func viewOfConflict(x store.Conflict) conflictView {
	v := conflictView{Code: conflictCode(x), Visit: x.Visit, Unit: x.Unit, Record: x.Record, Kind: x.Kind, Field: x.Field}
	for i, s := range x.Sides {
		v.Sides = append(v.Sides, sideView{s.Text, s.Unread, s.By, deviceView(s.Device), s.At, x.Why[i].Decision, x.Why[i].Reason})
	}
	return v
}

func (a *app) printConflict(x store.Conflict, units map[checklist.ID]string) {
	a.say(words.CmdConflictOf, units[x.Unit], a.register(x.Kind, x.Field), conflictCode(x))
	for i, s := range x.Sides {
		fmt.Fprintf(a.out, "  %d  %s  (%s)\n", i+1, a.shownValue(x.Kind, x.Field, s.Text, s.Unread), a.who(s.By, s.Device, s.At))
		if x.Why[i].Decision {
			fmt.Fprint(a.out, "     ")
			a.say(words.CmdSideDecided, x.Why[i].Reason)
		}
	}
	fmt.Fprintln(a.out)
}

// register is what people call a register.
func (a *app) register(kind store.Kind, field string) string {
	f := fields{lang: a.lang}
	return words.KindWords[string(kind)].In(a.lang) + " " + f.label(string(kind), field)
}

func (a *app) who(p checklist.Person, d store.DeviceInfo, at time.Time) string {
	label := d.Label
	if label == "" {
		label = words.LaptopNumber.F(a.lang, d.Number)
	}
	return p.Name + "  " + label + "  " + at.Local().Format("2006-01-02 15:04")
}

// shownValue is a value as people read it, or that it is empty or cannot be read.
func (a *app) shownValue(kind store.Kind, field, text string, unread bool) string {
	switch {
	case unread:
		return words.HistoryUnread.In(a.lang)
	case text == "":
		return words.HistoryEmpty.In(a.lang)
	case text[0] == '{':
		return fields{lang: a.lang}.body(string(kind), text)
	case text == "true" || text == "false":
		return words.ValueWords[text].In(a.lang)
	}
	return fields{lang: a.lang}.text(string(kind), field, reflect.ValueOf(text))
}

func (a *app) unitNames(b *store.Book) (map[checklist.ID]string, error) {
	list, err := b.Units(a.ctx)
	names := map[checklist.ID]string{}
	for _, u := range list {
		names[u.Unit.ID] = u.Unit.Name
	}
	return names, err
}
