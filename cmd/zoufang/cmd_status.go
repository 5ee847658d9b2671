package main

import (
	"fmt"
	"strings"

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
				round, _, err := a.roundView(b)
				if err != nil {
					return err
				}
				odd, err := b.Troubles(a.ctx)
				if err != nil {
					return err
				}
				return a.printJSON(statusView{Book: bookViewOf(b), Round: round, Odd: len(odd), Units: unitViews(list)})
			}
			a.printBook(b)
			if err := a.printRoundLine(b, list); err != nil {
				return err
			}
			odd, err := b.Troubles(a.ctx)
			if err != nil {
				return err
			}
			a.sayTroubles(odd)
			if len(list) == 0 {
				a.say(words.CmdNoUnits)
				return nil
			}
			fmt.Fprintln(a.out)
			return a.printStatus(b, list)
		})
	}
	return c
}

type statusView struct {
	Book  bookView   `json:"book"`
	Round roundView  `json:"round"`
	Odd   int        `json:"troubles"` // how many; `trouble` tells each
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

// statusTable is the list of units under the steps of their schemes. Units on several versions make a list with the steps
// of all of them, the round's first, and a column that tells the versions apart.
type statusTable struct {
	*app
	schemes map[string]*checklist.Scheme // by hash; nil where the file has not arrived
	others  []string                     // hashes of the versions that are not the round's
	steps   []checklist.Step
	names   map[checklist.Step]*checklist.Method
}

func (a *app) printStatus(b *store.Book, list []store.UnitRow) error {
	round, err := b.Scheme(a.ctx)
	if err != nil {
		return err
	}
	t := statusTable{app: a, schemes: map[string]*checklist.Scheme{"": round, round.Hash: round}, names: map[checklist.Step]*checklist.Method{}}
	all := []*checklist.Scheme{round}
	for _, u := range list {
		for _, v := range append([]store.VisitRow{u.VisitRow}, u.Daily...) {
			if _, known := t.schemes[v.Scheme]; known {
				continue
			}
			s, err := b.SchemeOf(a.ctx, v.Scheme)
			if err != nil && !store.IsFault(err, "scheme.missing") {
				return err
			}
			t.schemes[v.Scheme], t.others, all = s, append(t.others, v.Scheme), append(all, s)
		}
	}
	t.steps = checklist.StepsOf(all...)
	for _, s := range all {
		for _, step := range t.steps {
			if s == nil || t.names[step] != nil {
				continue
			}
			if m, ok := s.Method(step); ok {
				t.names[step] = m
			}
		}
	}
	grid(a.out, t.rows(list))
	t.legend(round)
	return nil
}

func (t *statusTable) rows(list []store.UnitRow) [][]string {
	head := t.header(words.ColCode, words.ColUnit)
	for _, step := range t.steps {
		head = append(head, t.names[step].Label().In(string(t.lang)))
	}
	head = append(head, t.header(words.ColScored, words.ColTodos, words.ColState)...)
	if len(t.others) > 0 {
		head = append(head, words.ColVersion.In(t.lang))
	}
	rows := [][]string{head}
	for _, u := range list {
		rows = append(rows, t.row(u.Unit.Code, u.Unit.Name, u.VisitRow))
		for _, d := range u.Daily {
			rows = append(rows, t.row("", "  "+t.value("kind", string(checklist.Daily))+" "+d.Day, d))
		}
	}
	return rows
}

func (t *statusTable) row(code, name string, v store.VisitRow) []string {
	row := []string{code, name}
	for _, step := range t.steps {
		row = append(row, t.step(v, step))
	}
	state, sent := words.VisitStates[v.State].In(t.lang), words.Travel(t.lang, v.Travel, v.TravelSure, v.TravelChanged, v.Returned)
	switch {
	case v.State == store.StateExported, v.State == store.StateWiped:
		state = sent
	case sent != "":
		state += "  " + sent
	}
	if v.Contested > 0 {
		state += "  " + words.CmdContested.F(t.lang, v.Contested)
	}
	if v.Undecided > 0 {
		state += "  " + words.CmdUndecided.F(t.lang, v.Undecided)
	}
	if v.Waiting > 0 {
		state += "  " + words.CmdWaiting.F(t.lang, v.Waiting)
	}
	if v.State == store.StateNew {
		row = append(row, "--", "--", state)
	} else {
		row = append(row, fmt.Sprintf("%d/%d", v.Scored, v.Total), fmt.Sprint(v.Todos), state)
	}
	if len(t.others) > 0 {
		row = append(row, t.version(v.Scheme))
	}
	return row
}

// step is how far a step is; nothing where the version of the visit has no such step.
func (t *statusTable) step(v store.VisitRow, step checklist.Step) string {
	if s := t.schemes[v.Scheme]; s != nil {
		if _, has := s.Method(step); !has {
			return ""
		}
	}
	s := v.Steps[step]
	switch {
	case v.State == store.StateNew, s.Word == "":
		return "--"
	case s.Word == "step.notes":
		return words.StepNotes.F(t.lang, s.Have)
	case s.Word == "step.part" && s.Want > 0:
		return fmt.Sprintf("%d/%d", s.Have, s.Want)
	}
	return words.Say(t.lang, s.Word)
}

func (t *statusTable) version(hash string) string {
	if s := t.schemes[hash]; s != nil {
		return s.Version
	}
	return fmt.Sprintf("%.12s", hash)
}

// legend tells, where units are on several versions, what each of them is and how it names its steps.
func (t *statusTable) legend(round *checklist.Scheme) {
	if len(t.others) == 0 {
		return
	}
	fmt.Fprintln(t.out)
	t.say(words.StatusRound, round.Version, round.Name.In(string(t.lang)), t.stepNames(round))
	for _, hash := range t.others {
		if s := t.schemes[hash]; s != nil {
			t.say(words.StatusOther, s.Version, s.Name.In(string(t.lang)), t.stepNames(s))
		} else {
			t.say(words.StatusMissing, t.version(hash))
		}
	}
}

func (t *statusTable) stepNames(s *checklist.Scheme) string {
	var names []string
	for _, m := range s.Steps() {
		names = append(names, m.Label().In(string(t.lang)))
	}
	return strings.Join(names, " ")
}

// value is the word for a value of choice; the value itself where there is none.
func (a *app) value(field, value string) string {
	if t, ok := words.ValueWords[field+"."+value]; ok {
		return t.In(a.lang)
	}
	return value
}
