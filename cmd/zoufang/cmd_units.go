package main

import (
	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/table"
	"zoufang/words"
)

func (a *app) unitsCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdUnits, groupPlan), a.unitsImport(), a.unitsList(), a.unitsRename(),
		a.unitsContinue(words.CmdUnitsMerge, checklist.UnitMerged, atLeast(2)), a.unitsContinue(words.CmdUnitsSplit, checklist.UnitSplit, exactly(1)),
		a.unitsContinue(words.CmdUnitsEnd, checklist.UnitCeased, exactly(1)), a.unitsPractice())
}

// unitsImport takes over a list of units. Nothing is taken when a row has a problem, unless --good says to take the
// good rows.
func (a *app) unitsImport() *cobra.Command {
	c := a.command(words.CmdUnitsImport, "")
	good := c.Flags().Bool("good", false, words.FlagGood.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		file, err := table.ReadFile(args[0])
		if err != nil {
			return err
		}
		return a.write(func(b *store.Book) error {
			scheme, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			units := checklist.CheckUnits(scheme, tableRows(file))
			for _, p := range units.Problems {
				a.warn(words.CmdRowProblem, p.Row, words.Say(a.lang, p.Code, p.Args...))
			}
			for _, name := range units.Unused {
				a.warn(words.CmdUnusedColumn, name)
			}
			if len(units.Problems) > 0 && (!*good || len(units.Units) == 0) {
				return newFault("cmd.badrows", len(units.Problems), args[0], len(units.Units))
			}
			saved, err := b.SaveUnits(a.ctx, units.Units)
			if err != nil {
				return askAboutCodes(err)
			}
			a.say(words.CmdUnitsSaved, saved.New, saved.Changed, saved.Same)
			return nil
		})
	}
	return c
}

func tableRows(file *table.Table) []checklist.TableRow {
	rows := make([]checklist.TableRow, len(file.Rows))
	for i, r := range file.Rows {
		rows[i] = checklist.TableRow{No: r.No, Cells: r.Cells}
	}
	return rows
}

// unitsList lists the units of the book.
func (a *app) unitsList() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdUnitsList, ""))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			list, err := b.Units(a.ctx)
			if err != nil {
				return err
			}
			units := make([]listedUnit, len(list))
			names := map[checklist.ID]string{}
			for _, u := range list {
				names[u.Unit.ID] = u.Unit.Name
			}
			rows := [][]string{a.header(words.ColCode, words.ColUnit, words.ColKind, words.ColLeader, words.ColStory)}
			scheme, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			for i, u := range list {
				units[i] = listedUnit{u.Unit, u.Unit.Story}
				kind := u.Unit.Kind
				if k, ok := scheme.Kind(kind); ok {
					kind = k.Name.In(string(a.lang))
				}
				rows = append(rows, []string{u.Unit.Code, a.marked(u.Unit), kind, u.Unit.Leader, a.story(u.Unit, names)})
			}
			rows = withoutEmptyLast(rows)
			if a.json {
				return a.printJSON(units)
			}
			if len(units) == 0 {
				a.say(words.CmdNoUnits)
				return nil
			}
			grid(a.out, rows)
			return nil
		})
	}
	return c
}
