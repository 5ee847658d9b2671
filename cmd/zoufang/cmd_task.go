package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

func (a *app) taskCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdTask, groupTravel), a.taskExport())
}

// taskView is a task bundle that was written, as JSON tells it.
type taskView struct {
	Path   string   `json:"path"`
	Person string   `json:"person,omitempty"`
	Team   string   `json:"team"`
	Units  []string `json:"units"` // codes
	Bytes  int64    `json:"bytes"`
	Sealed string   `json:"sealed"`     // "keys", "passphrase" or ""
	For    []string `json:"sealed_for"` // keys
	Kept   int64    `json:"kept_back"`  // changes of the office's own log that were not handed out
	Open   int      `json:"contested"`  // registers that were left out because they are contested
}

func (a *app) taskExport() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdTaskExport, ""))
	to := c.Flags().String("to", "", words.FlagTaskTo.In(a.lang))
	team := c.Flags().String("team", "", words.FlagTaskTeam.In(a.lang))
	person := c.Flags().String("person", "", words.FlagTaskWho.In(a.lang))
	laptop := c.Flags().String("laptop", "", words.FlagTaskDev.In(a.lang))
	all := c.Flags().Bool("all", false, words.FlagTaskAll.In(a.lang))
	seal := &sealFlags{}
	c.Flags().BoolVar(&seal.plain, "plain", false, words.FlagPlain.In(a.lang))
	c.Flags().BoolVar(&seal.passphrase, "passphrase", false, words.FlagPassphrase.In(a.lang))
	a.envFlag(c, &seal.env)
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		said := 0
		for _, is := range []bool{*team != "", *person != "", *laptop != "", *all} {
			if is {
				said++
			}
		}
		if *to == "" || said != 1 {
			return newFault("usage.task")
		}
		return a.write(func(b *store.Book) error {
			tasks, err := a.tasks(b, *team, *person, *laptop)
			if err != nil {
				return err
			}
			sealing, err := a.sealing(seal)
			if err != nil {
				return err
			}
			return a.writeTasks(b, *to, tasks, sealing)
		})
	}
	return c
}

// tasks are the bundles to write; without a name one for everybody who has units.
func (a *app) tasks(b *store.Book, team, person, laptop string) (list []store.Task, err error) {
	switch {
	case team != "":
		return []store.Task{{Team: team}}, nil
	case person != "":
		p, err := a.personNamed(b, person)
		return []store.Task{{Person: p.ID}}, err
	case laptop != "":
		id, err := a.laptopNamed(b, laptop)
		return []store.Task{{Laptop: id.String()}}, err
	}
	plan, err := b.Schedule(a.ctx)
	if err != nil {
		return nil, err
	}
	seen := map[checklist.ID]bool{}
	for _, p := range plan {
		for _, x := range p.People {
			if !seen[x.ID] && x.Name != "" {
				seen[x.ID] = true
				list = append(list, store.Task{Person: x.ID})
			}
		}
	}
	if len(list) == 0 {
		return nil, newFault("task.none", words.TaskEverybody)
	}
	return list, nil
}

func (a *app) writeTasks(b *store.Book, to string, tasks []store.Task, sealing store.Sealing) error {
	views := []taskView{}
	for _, t := range tasks {
		step, done := a.progress()
		x, err := b.ExportTask(a.ctx, to, t, sealing, step)
		done()
		if err != nil {
			return err
		}
		v := taskView{Path: x.Path, Person: x.Person.Name, Team: x.Team, Units: []string{}, Bytes: x.Bytes, Sealed: sealKind(x.Sealed),
			For: a.sealedFor(x.Sealed), Kept: x.Kept, Open: x.Open}
		for _, u := range x.Units {
			v.Units = append(v.Units, u.Code)
		}
		if views = append(views, v); !a.json {
			a.sayTask(v)
		}
	}
	if a.json {
		return a.printJSON(views)
	}
	return nil
}

func (a *app) sayTask(v taskView) {
	who := strings.TrimSpace(v.Team + " " + v.Person)
	a.say(words.TaskDone, v.Path, who, len(v.Units), v.Bytes, v.Kept)
	switch {
	case v.Sealed == "passphrase":
		a.say(words.TaskPhrase)
	case v.Sealed == "":
		a.warn(words.TaskPlain)
	default:
		a.say(words.TaskFor, strings.Join(slices.Clone(v.For), words.CmdListSep.In(a.lang)))
	}
	if v.Open > 0 {
		a.warn(words.TaskOpen, v.Open)
	}
}
