package main

import (
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/table"
	"zoufang/words"
)

func (a *app) groupCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdGroup, groupPlan), a.groupList(), a.groupAdd(), a.groupRemove(), a.groupImport())
}

// memberView is a member of the leading group as JSON tells it.
type memberView struct {
	Name       string   `json:"name"`
	Post       string   `json:"post"`
	Duty       string   `json:"duty"`
	Categories []string `json:"categories"` // empty: everything
	Releases   bool     `json:"releases"`
}

func (a *app) groupList() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdGroupList, ""))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			list, err := b.Group(a.ctx)
			if err != nil {
				return err
			}
			views := []memberView{}
			rows := [][]string{a.header(words.ColWho, words.ColDuty, words.ColPost, words.ColRulesOn, words.ColReleases)}
			for _, m := range list {
				views = append(views, memberView{m.Name, m.Post, m.Duty, append([]string{}, strings.Fields(m.Categories)...), m.MayRelease()})
				on := words.GroupAll.In(a.lang)
				if m.Categories != "" && m.Duty != checklist.DutyHead {
					on = m.Categories
				}
				rows = append(rows, []string{m.Name, a.value("duty", m.Duty), m.Post, on, a.yesNo(m.MayRelease())})
			}
			switch {
			case a.json:
				return a.printJSON(views)
			case len(list) == 0:
				a.say(words.GroupEmpty)
			default:
				grid(a.out, rows)
			}
			return nil
		})
	}
	return c
}

func (a *app) yesNo(is bool) string {
	if is {
		return words.Yes.In(a.lang)
	}
	return words.No.In(a.lang)
}

func (a *app) groupAdd() *cobra.Command {
	c := a.command(words.CmdGroupAdd, "")
	m := checklist.GroupMember{}
	c.Flags().StringVar(&m.Duty, "duty", checklist.DutyMember, words.FlagDuty.In(a.lang))
	c.Flags().StringVar(&m.Post, "post", "", words.FlagPost.In(a.lang))
	c.Flags().BoolVar(&m.Releases, "releases", false, words.FlagReleases.In(a.lang))
	on := c.Flags().StringSlice("rules-on", nil, words.FlagRulesOn.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		duty, ok := checklist.DutyNamed(m.Duty)
		if !ok {
			return newFault("usage.duty", m.Duty)
		}
		m.Name, m.Duty = args[0], duty
		return a.write(func(b *store.Book) error {
			s, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			for _, id := range *on {
				if _, ok := s.Category(id); !ok {
					return newFault("category.unknown", id)
				}
			}
			m.Categories = strings.Join(*on, " ")
			saved, err := b.SaveGroup(a.ctx, []checklist.GroupMember{m})
			return a.sayTable(saved, err)
		})
	}
	return c
}

func (a *app) groupRemove() *cobra.Command {
	c := a.command(words.CmdGroupRemove, "")
	reason := c.Flags().String("reason", "", words.FlagReason.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error { return b.RemoveMember(a.ctx, args[0], *reason) })
	}
	return c
}

func (a *app) groupImport() *cobra.Command {
	c := a.command(words.CmdGroupImport, "")
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.importTable(args[0], func(b *store.Book, rows []checklist.TableRow) error {
			s, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			t := checklist.CheckGroup(s, rows)
			if err := a.rowProblems(args[0], t.Problems, t.Unused); err != nil {
				return err
			}
			saved, err := b.SaveGroup(a.ctx, t.Members)
			return a.sayTable(saved, err)
		})
	}
	return c
}

// importTable reads a table and opens the book to write.
func (a *app) importTable(path string, do func(*store.Book, []checklist.TableRow) error) error {
	file, err := table.ReadFile(path)
	if err != nil {
		return err
	}
	return a.write(func(b *store.Book) error { return do(b, tableRows(file)) })
}

// rowProblems names every problem of a table with its row; the error says that nothing was taken.
func (a *app) rowProblems(path string, problems []checklist.RowProblem, unused []string) error {
	for _, p := range problems {
		a.warn(words.CmdRowProblem, p.Row, words.Say(a.lang, p.Code, p.Args...))
	}
	for _, name := range unused {
		a.warn(words.CmdUnusedColumn, name)
	}
	if len(problems) > 0 {
		return newFault("cmd.tablerows", len(problems), path)
	}
	return nil
}

func (a *app) sayTable(s store.Saved, err error) error {
	if err == nil {
		a.say(words.TableSaved, s.New, s.Changed, s.Same)
	}
	return err
}
