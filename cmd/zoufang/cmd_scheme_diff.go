package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// schemeDiff compares two versions and says what the second would do to visits. It always ends well: comparing is done
// whether they differ or not.
func (a *app) schemeDiff() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdSchemeDiff, ""))
	c.Args = between(1, 2)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 1 {
			args = []string{bookArg, args[0]}
		}
		return a.readMaybe(func(b *store.Book) error {
			from, err := a.schemeNamed(b, args[0])
			if err != nil {
				return err
			}
			to, err := a.schemeNamed(b, args[1])
			if err != nil {
				return err
			}
			d := checklist.Diff(from, to)
			effects, err := a.effects(b, from, to)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(a.diffView(from, to, &d, effects))
			}
			a.printDiff(from, to, &d)
			a.printEffects(effects)
			return nil
		})
	}
	return c
}

// effects are what to would do to the visits of the book that are scored under from.
func (a *app) effects(b *store.Book, from, to *checklist.Scheme) (list []*store.Move, err error) {
	if b == nil || from.Hash == to.Hash {
		return nil, nil
	}
	all, err := b.Effects(a.ctx, to)
	for _, m := range all {
		if m.From.Hash == from.Hash {
			list = append(list, m)
		}
	}
	return list, err
}

// diffOrder is the order in which kinds of change are told: what matters most first.
var diffOrder = []checklist.ChangeKind{checklist.Decided, checklist.Added, checklist.Removed, checklist.Renumbered, checklist.Shifted,
	checklist.Reweighted, checklist.Renamed, checklist.Reworked, checklist.Reordered, checklist.Reworded}

func (a *app) printDiff(from, to *checklist.Scheme, d *checklist.SchemeDiff) {
	if d.Empty() {
		a.say(words.DiffSame, to.Hash)
		return
	}
	a.para("", words.DiffFromTo.F(a.lang, from.Name.In(string(a.lang)), from.Version, from.Hash, to.Name.In(string(a.lang)), to.Version, to.Hash))
	for _, kind := range diffOrder {
		first := true
		for i := range d.Changes {
			if c := &d.Changes[i]; c.Kind == kind {
				if first {
					fmt.Fprintf(a.out, "\n%s\n", words.Say(a.lang, "diff."+string(kind)))
				}
				first = false
				a.para("  ", a.changeLine(c))
			}
		}
	}
	if !d.Scores() {
		fmt.Fprintln(a.out)
		a.say(words.DiffNoScores)
	}
}

// changeLine is one difference in a line.
func (a *app) changeLine(c *checklist.Change) string {
	line := words.Say(a.lang, "thing."+string(c.Thing))
	if c.ID != "" {
		line += " " + c.ID
	}
	if c.Was != "" && c.Kind != checklist.Renumbered {
		line += " (" + words.DiffWas.F(a.lang, c.Was) + ")"
	}
	if name := c.Name.In(string(a.lang)); name != "" && c.Kind != checklist.Renamed {
		line += " " + name
	}
	switch {
	case c.Key != "":
		line += "  " + words.DiffValues.F(a.lang, a.schemeKey(c.Key), a.schemeValue(c.From), a.schemeValue(c.To))
	case c.Kind == checklist.Renumbered, c.Kind == checklist.Shifted, c.Kind == checklist.Reordered:
		line += "  " + c.From + " → " + c.To
	}
	if !c.Sure {
		line += " " + words.DiffUnsure.In(a.lang)
	}
	return line
}

func (a *app) schemeKey(key string) string {
	if code := "diffkey." + key; words.Known(code) {
		return words.Say(a.lang, code)
	}
	return key
}

// schemeValue is a value of the canonical form as people read it.
func (a *app) schemeValue(s string) string {
	switch s {
	case "":
		return words.DiffNothing.In(a.lang)
	case "true", "false":
		return words.ValueWords[s].In(a.lang)
	}
	if strings.HasPrefix(s, "[") {
		s = strings.NewReplacer(`["`, "", `"]`, "", `","`, " ").Replace(s)
	}
	return s
}

// printEffects tells visit by visit what would come of them.
func (a *app) printEffects(list []*store.Move) {
	if len(list) == 0 {
		return
	}
	fmt.Fprintln(a.out)
	a.say(words.DiffVisits, len(list))
	rows := [][]string{a.header(words.ColCode, words.ColUnit, words.ColPerson, words.ColState, words.ColBefore, words.ColAfter, words.ColGradeAfter,
		words.ColLost, words.ColAgain)}
	for _, m := range list {
		rows = append(rows, []string{m.Unit.Code, unitLabel(m), m.Person.Name, words.VisitStates[m.State].In(a.lang), soFar(&m.Before),
			soFar(&m.After), a.gradeChange(m), fmt.Sprint(len(m.Carried.Lost)), fmt.Sprint(len(m.Again()))})
	}
	grid(a.out, rows)
	for _, m := range list {
		a.printLosses(m)
	}
}

// soFar is the total, or while it is not known the marks awarded so far of those scored so far.
func soFar(r *checklist.Result) string {
	if r.Total.Known {
		return r.Total.Points.String()
	}
	var got, of checklist.Points
	for i := range r.Categories {
		got, of = got+r.Categories[i].Awarded, of+r.Categories[i].SoFar
	}
	return got.String() + "/" + of.String()
}

func unitLabel(m *store.Move) string {
	if m.Day != "" {
		return m.Unit.Name + " " + m.Day
	}
	return m.Unit.Name
}

func (a *app) gradeChange(m *store.Move) string {
	name := func(r *checklist.Result) string {
		if r.Grade.Grade == nil {
			return "--"
		}
		return r.Grade.Grade.Name.In(string(a.lang))
	}
	before, after := name(&m.Before), name(&m.After)
	if before == after {
		return after
	}
	return before + " → " + after
}

// printLosses names what a move leaves behind and what it leaves open.
func (a *app) printLosses(m *store.Move) {
	var lost, left, back []string
	for _, f := range m.Carried.Lost {
		lost = append(lost, f.Rule)
	}
	for _, st := range m.Carried.Standings {
		left = append(left, st.Indicator)
	}
	for _, c := range m.Carried.Claims {
		left = append(left, c.Bonus)
	}
	for _, l := range m.Back {
		back = append(back, l.ID)
	}
	say := func(t words.Text, ids []string) {
		if len(ids) > 0 {
			a.para("", t.F(a.lang, m.Unit.Code, strings.Join(ids, " ")))
		}
	}
	say(words.DiffLost, lost)
	say(words.DiffLeft, left)
	say(words.DiffBack, back)
	say(words.DiffAgain, m.Again())
}
