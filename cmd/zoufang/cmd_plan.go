package main

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/table"
	"zoufang/words"
)

func (a *app) planCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdPlan, groupPlan), a.planImport(), a.planShow(), a.planExport(), a.planProgress(), a.planCoverage())
}

func (a *app) planImport() *cobra.Command {
	c := a.command(words.CmdPlanImport, "")
	look := c.Flags().Bool("preview", false, words.FlagLook.In(a.lang))
	reason := c.Flags().String("reason", "", words.FlagOffReason.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.importTable(args[0], func(b *store.Book, rows []checklist.TableRow) error {
			base, err := b.PlanBase(a.ctx)
			if err != nil {
				return err
			}
			t := checklist.CheckPlan(base, rows)
			if err := a.rowProblems(args[0], t.Problems, t.Unused); err != nil {
				return err
			}
			now, err := b.Schedule(a.ctx)
			if err != nil {
				return err
			}
			a.warnClashes(checklist.Clashes(&base.Round, planned(checklist.PlanWith(now, t.Lines), t.Lines)))
			if *look {
				a.say(words.PlanLooked, len(t.Lines))
				return nil
			}
			saved, err := b.SavePlan(a.ctx, t.Lines, *reason)
			return a.sayTable(saved, err)
		})
	}
	return c
}

// planned leaves out the units that neither the plan nor the table speaks of: an import of one team's units does not remind
// of all the others.
func planned(plan []checklist.Planned, lines []checklist.PlanLine) []checklist.Planned {
	return slices.DeleteFunc(plan, func(p checklist.Planned) bool {
		return p.Slot.Team == "" && len(p.People) == 0 && !slices.ContainsFunc(lines, func(l checklist.PlanLine) bool { return l.Unit.ID == p.Unit.ID })
	})
}

func (a *app) warnClashes(list []checklist.Clash) {
	if len(list) == 0 {
		return
	}
	a.warn(words.PlanClashes, len(list))
	for _, x := range list {
		a.warn(words.PlanClash, words.Say(a.lang, x.Code, x.Args...))
	}
}

// planView is the plan as JSON tells it.
type planView struct {
	Units   []planUnitView  `json:"units"`
	Clashes []planClashView `json:"clashes"`
}

type planUnitView struct {
	Code   string       `json:"code"`
	Name   string       `json:"name"`
	Team   string       `json:"team"`
	Day    string       `json:"day"`
	Half   string       `json:"half"` // "am", "pm", "" for the whole day
	From   string       `json:"from"`
	Place  string       `json:"place"`
	Note   string       `json:"note"`
	People []planPerson `json:"people"`
}

type planPerson struct {
	Name   string         `json:"name"`
	Number string         `json:"number"`
	Role   checklist.Role `json:"role"`
}

type planClashView struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

func (a *app) planShow() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdPlanShow, ""))
	day := c.Flags().String("day", "", words.FlagPlanDay.In(a.lang))
	team := c.Flags().String("team", "", words.FlagPlanTeam.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			all, err := b.Schedule(a.ctx)
			if err != nil {
				return err
			}
			round := b.Info().Round
			list := slices.DeleteFunc(slices.Clone(all), func(p checklist.Planned) bool {
				return *day != "" && p.Slot.Day != *day || *team != "" && p.Slot.Team != *team
			})
			clashes := slices.DeleteFunc(checklist.Clashes(&round, all), func(x checklist.Clash) bool {
				return !slices.ContainsFunc(list, func(p checklist.Planned) bool { return p.Unit.ID == x.Unit })
			})
			if err := a.printSchedule(list, clashes, len(all)); err != nil || len(clashes) == 0 {
				return err
			}
			return newFault("decide.clashes", len(clashes))
		})
	}
	return c
}

func (a *app) printSchedule(list []checklist.Planned, clashes []checklist.Clash, all int) error {
	if a.json {
		v := planView{Units: []planUnitView{}, Clashes: []planClashView{}}
		for _, p := range list {
			v.Units = append(v.Units, planUnitOf(p))
		}
		for _, x := range clashes {
			v.Clashes = append(v.Clashes, planClashView{x.Code, words.Say(a.lang, x.Code, x.Args...)})
		}
		return a.printJSON(v)
	}
	switch {
	case all == 0:
		a.say(words.CmdNoUnits)
	case len(list) == 0:
		a.say(words.PlanNothing)
	default:
		rows := [][]string{a.header(words.ColDay, words.ColHalf, words.ColCode, words.ColUnit, words.ColTeam, words.ColPlaceOf, words.ColPeople)}
		for _, p := range list {
			v := planUnitOf(p)
			rows = append(rows, []string{a.planDay(v.Day), a.planTime(p.Slot), v.Code, v.Name, v.Team, v.Place, a.peopleOf(p)})
		}
		grid(a.out, rows)
	}
	a.warnClashes(clashes)
	return nil
}

func planUnitOf(p checklist.Planned) planUnitView {
	v := planUnitView{p.Unit.Code, p.Unit.Name, p.Slot.Team, p.Slot.Day, p.Slot.Half, p.Slot.From, p.Slot.Place, p.Slot.Note, []planPerson{}}
	for _, x := range p.People {
		v.People = append(v.People, planPerson{x.Name, x.Number, x.Role})
	}
	return v
}

func (a *app) planDay(day string) string {
	if day == "" {
		return words.PlanNoDay.In(a.lang)
	}
	return day
}

func (a *app) planTime(s checklist.Slot) string {
	switch {
	case s.From != "":
		return s.From
	case s.Day == "":
		return ""
	}
	return words.HalfWords[s.Half].In(a.lang)
}

func (a *app) peopleOf(p checklist.Planned) string {
	names := make([]string, len(p.People))
	for i, x := range p.People {
		names[i] = x.Name
	}
	return strings.Join(names, words.CmdListSep.In(a.lang))
}

// planExport writes the plan as a table that can be imported again: a template where nothing is planned yet.
func (a *app) planExport() *cobra.Command {
	c := a.command(words.CmdPlanExport, "")
	force := c.Flags().Bool("force", false, words.FlagOver.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.read(func(b *store.Book) error {
			list, err := b.Schedule(a.ctx)
			if err != nil {
				return err
			}
			if err := writeTable(args[0], a.planSheet(list), *force); err != nil {
				return err
			}
			a.say(words.PlanWritten, args[0])
			return nil
		})
	}
	return c
}

func (a *app) planSheet(list []checklist.Planned) table.Sheet {
	s := table.Sheet{Name: words.Say(a.lang, "column.day")}
	widths := map[string]int{"unit": 28, "members": 28, "place": 24, "day": 12}
	for _, col := range checklist.PlanColumns {
		s.Columns = append(s.Columns, table.Column{Header: words.Say(a.lang, "column."+col), Width: max(10, widths[col])})
	}
	for _, p := range list {
		roles := map[checklist.Role][]string{}
		for _, x := range p.People {
			roles[x.Role] = append(roles[x.Role], x.Name)
		}
		half := ""
		if p.Slot.Half != "" {
			half = words.HalfWords[p.Slot.Half].In(a.lang)
		}
		sep := words.CmdListSep.In(a.lang)
		var row []table.Cell
		for _, text := range []string{p.Unit.Code, p.Unit.Name, p.Slot.Team, p.Slot.Day, half, p.Slot.From, p.Slot.Place,
			strings.Join(roles[checklist.RoleLeader], sep), strings.Join(roles[checklist.RoleMember], sep), strings.Join(roles[checklist.RoleRecorder], sep), p.Slot.Note} {
			row = append(row, table.Cell{Text: text})
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// writeTable writes a new file, a workbook or CSV by its ending. Faults: usage.planfile, and those of writeNew.
func writeTable(path string, s table.Sheet, force bool) error {
	ext := strings.ToLower(filepath.Ext(path))
	if ext != ".xlsx" && ext != ".csv" {
		return newFault("usage.planfile", path)
	}
	var out bytes.Buffer
	var err error
	if ext == ".csv" {
		err = table.WriteCSV(&out, s, true)
	} else {
		err = table.WriteWorkbook(&out, []table.Sheet{s})
	}
	if err != nil {
		return err
	}
	return writeNew(path, out.Bytes(), force, 0o600)
}
