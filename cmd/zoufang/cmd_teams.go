package main

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

func (a *app) teamsCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdTeams, groupPlan), a.teamsList(), a.teamsSet(), a.teamsImport())
}

// teamView is a person of a team as JSON tells it.
type teamView struct {
	Team     string         `json:"team"`
	Name     string         `json:"name"`
	Number   string         `json:"number"`
	Role     checklist.Role `json:"role"`
	Units    int            `json:"units"`    // assigned to
	Declared *int           `json:"declared"` // ties; null where nothing was declared, or may be known
}

func (a *app) teamsList() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdTeamsList, ""))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			views, err := a.teamViews(b)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(views)
			}
			if len(views) == 0 {
				a.say(words.TeamsEmpty)
				return nil
			}
			rows := [][]string{a.header(words.ColTeam, words.ColWho, words.ColNumber, words.ColRole, words.ColUnits, words.ColInterest)}
			for _, v := range views {
				said := words.InterestMiss.In(a.lang)
				if v.Declared != nil && *v.Declared == 0 {
					said = words.InterestNone.In(a.lang)
				} else if v.Declared != nil {
					said = words.InterestTies.F(a.lang, *v.Declared)
				}
				rows = append(rows, []string{v.Team, v.Name, v.Number, a.value("role", string(v.Role)), strconv.Itoa(v.Units), said})
			}
			grid(a.out, rows)
			return nil
		})
	}
	return c
}

func (a *app) teamViews(b *store.Book) ([]teamView, error) {
	plan, err := b.Schedule(a.ctx)
	if err != nil {
		return nil, err
	}
	said, err := b.Interests(a.ctx)
	if err != nil {
		return nil, err
	}
	units, ties := map[checklist.ID]int{}, map[checklist.ID]*int{}
	for _, p := range plan {
		for _, x := range p.People {
			units[x.ID]++
		}
	}
	for _, x := range said {
		if ties[x.Person] == nil {
			ties[x.Person] = new(int)
		}
		if x.Unit != (checklist.ID{}) {
			*ties[x.Person]++
		}
	}
	views := []teamView{}
	people := b.People()
	slices.SortStableFunc(people, func(x, y checklist.Person) int {
		if (x.Team == "") != (y.Team == "") {
			return strings.Compare(y.Team, x.Team) // people of no team come last
		}
		return strings.Compare(x.Team, y.Team)
	})
	for _, p := range people {
		views = append(views, teamView{p.Team, p.Name, p.Number, p.Role, units[p.ID], ties[p.ID]})
	}
	return views, nil
}

// teamsSet adds a person or changes one.
func (a *app) teamsSet() *cobra.Command {
	c := a.command(words.CmdTeamsSet, "")
	team := c.Flags().String("team", "", words.FlagTeam.In(a.lang))
	number := c.Flags().String("number", "", words.FlagTeamNo.In(a.lang))
	role := c.Flags().String("role", "", words.FlagRole.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if _, ok := words.ValueWords["role."+*role]; *role != "" && !ok {
			return newFault("usage.role", *role)
		}
		return a.write(func(b *store.Book) error {
			p, err := a.personNamed(b, cmp.Or(*number, args[0]))
			if err != nil {
				p = checklist.Person{Number: *number, Role: checklist.RoleMember}
			}
			p.Name, p.Team, p.Role = args[0], cmp.Or(*team, p.Team), cmp.Or(checklist.Role(*role), p.Role)
			saved, err := b.SavePeople(a.ctx, []checklist.Person{p})
			return a.sayTable(saved, err)
		})
	}
	return c
}

// personNamed finds somebody by work number or name. Fault cmd.noperson.
func (a *app) personNamed(b *store.Book, typed string) (checklist.Person, error) {
	for _, p := range b.People() {
		if typed != "" && (likeTyped(p.Number) == likeTyped(typed) || likeTyped(p.Name) == likeTyped(typed)) {
			return p, nil
		}
	}
	return checklist.Person{}, newFault("cmd.noperson", typed)
}

func (a *app) teamsImport() *cobra.Command {
	c := a.command(words.CmdTeamsImport, "")
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.importTable(args[0], func(b *store.Book, rows []checklist.TableRow) error {
			t := checklist.CheckPeople(rows)
			if err := a.rowProblems(args[0], t.Problems, t.Unused); err != nil {
				return err
			}
			saved, err := b.SavePeople(a.ctx, t.People)
			return a.sayTable(saved, err)
		})
	}
	return c
}
