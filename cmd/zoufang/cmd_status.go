package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// statusCommand lists the units with how far their visits are: the first screen, as text.
func (a *app) statusCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdStatus, groupWork))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			list, err := b.Units(a.ctx)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(statusView{Book: bookViewOf(b), Units: unitViews(list)})
			}
			a.printBook(b)
			if len(list) == 0 {
				a.say(words.CmdNoUnits)
				return nil
			}
			fmt.Fprintln(a.out)
			grid(a.out, a.statusRows(list))
			return nil
		})
	}
	return c
}

type statusView struct {
	Book  bookView   `json:"book"`
	Units []unitView `json:"units"`
}

type bookView struct {
	Path     string           `json:"path"`
	ID       string           `json:"id"`
	Demo     bool             `json:"demo"`
	District string           `json:"district"`
	Year     string           `json:"year"`
	Me       checklist.Person `json:"me"`
}

type unitView struct {
	Code  string           `json:"code"`
	Name  string           `json:"name"`
	Kind  string           `json:"kind"`
	Team  []string         `json:"team,omitempty"`
	Visit store.VisitRow   `json:"visit"`
	Daily []store.VisitRow `json:"daily,omitempty"`
}

func bookViewOf(b *store.Book) bookView {
	i := b.Info()
	return bookView{Path: i.Path, ID: i.BookID, Demo: i.Demo, District: i.District, Year: i.Year, Me: b.Me()}
}

func unitViews(list []store.UnitRow) []unitView {
	views := make([]unitView, len(list))
	for i, u := range list {
		views[i] = unitView{Code: u.Unit.Code, Name: u.Unit.Name, Kind: u.Unit.Kind, Team: u.Team, Visit: u.VisitRow, Daily: u.Daily}
	}
	return views
}

// printBook says in a line which book this is and who works in it.
func (a *app) printBook(b *store.Book) {
	i, me := b.Info(), b.Me()
	line := words.CmdBookLine.F(a.lang, i.District, i.Year, i.Path)
	if i.Demo {
		line += "  " + words.Demo.In(a.lang)
	}
	if me.Name != "" {
		line += "  " + me.Name + " " + a.value("role", string(me.Role))
	}
	fmt.Fprintln(a.out, line)
}

func (a *app) statusRows(list []store.UnitRow) [][]string {
	rows := [][]string{a.header(words.ColCode, words.ColUnit, words.ColLook, words.ColListen, words.ColCheck, words.ColInterview,
		words.ColScored, words.ColTodos, words.ColState)}
	for _, u := range list {
		rows = append(rows, a.statusRow(u.Unit.Code, u.Unit.Name, u.VisitRow))
		for _, d := range u.Daily {
			rows = append(rows, a.statusRow("", "  "+a.value("kind", string(checklist.Daily))+" "+d.Day, d))
		}
	}
	return rows
}

func (a *app) statusRow(code, name string, v store.VisitRow) []string {
	row := []string{code, name}
	for _, step := range []checklist.Step{checklist.StepLook, checklist.StepListen, checklist.StepCheck, checklist.StepInterview} {
		s := v.Steps[step]
		switch {
		case v.State == store.StateNew:
			row = append(row, "--")
		case s.Word == "step.part" && s.Want > 0:
			row = append(row, fmt.Sprintf("%d/%d", s.Have, s.Want))
		default:
			row = append(row, words.Say(a.lang, s.Word))
		}
	}
	state := words.VisitStates[v.State].In(a.lang)
	if v.Contested > 0 {
		state += "  " + words.CmdContested.F(a.lang, v.Contested)
	}
	if v.Waiting > 0 {
		state += "  " + words.CmdWaiting.F(a.lang, v.Waiting)
	}
	if v.State == store.StateNew {
		return append(row, "--", "--", state)
	}
	return append(row, fmt.Sprintf("%d/%d", v.Scored, v.Total), fmt.Sprint(v.Todos), state)
}

// value is the word for a value of choice; the value itself where there is none.
func (a *app) value(field, value string) string {
	if t, ok := words.ValueWords[field+"."+value]; ok {
		return t.In(a.lang)
	}
	return value
}
