package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// roundArg is what people write for the version the round uses.
const roundArg = "round"

// schemeMove moves the caller's own open sheets to another version. Nothing moves without being shown.
func (a *app) schemeMove() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdSchemeMove, ""))
	to := c.Flags().String("to", roundArg, words.FlagMoveTo.In(a.lang))
	file := c.Flags().String("map", "", words.FlagMap.In(a.lang))
	day := c.Flags().String("day", "", words.FlagDay.In(a.lang))
	reason := c.Flags().String("reason", "", words.FlagWhy.In(a.lang))
	yes := c.Flags().Bool("yes", false, words.FlagYesDo.In(a.lang))
	c.Args = atLeast(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			next, err := a.moveTarget(b, *to)
			if err != nil {
				return err
			}
			var moves []*store.Move
			for _, name := range args {
				m, err := a.planMove(b, name, *day, next, *file)
				if err != nil {
					return err
				}
				moves = append(moves, m)
			}
			agreed := a.showMoves(moves, *yes)
			if agreed {
				for _, m := range moves {
					if err := a.moveSheet(b, m, *reason); err != nil {
						return err
					}
				}
			}
			if a.json {
				err = a.printJSON(a.movesView(moves, agreed))
			}
			if err == nil && !agreed && a.tty == nil {
				err = newFault("decide.move")
			}
			return err
		})
	}
	return c
}

func (a *app) moveTarget(b *store.Book, to string) (*checklist.Scheme, error) {
	if to == roundArg {
		return b.Scheme(a.ctx)
	}
	return a.schemeByHash(b, to)
}

// planMove works out one move, by the map of the file where one is given.
func (a *app) planMove(b *store.Book, name, day string, to *checklist.Scheme, file string) (*store.Move, error) {
	unit, err := a.unitNamed(b, name)
	if err != nil {
		return nil, err
	}
	d, err := a.visitOf(b, unit, day)
	if err != nil {
		return nil, err
	}
	if file == "" {
		return b.PlanMove(a.ctx, d, to.Hash, nil)
	}
	src, err := os.ReadFile(file)
	if err != nil {
		return nil, &fault{code: "cmd.file", args: []any{file}, err: err}
	}
	from, err := b.SchemeOf(a.ctx, d.Own().Scheme)
	if err != nil {
		return nil, err
	}
	diff := checklist.Diff(from, to)
	m, bad := diff.Map.Correct(src, from, to)
	for _, p := range bad {
		fmt.Fprintln(a.errs, words.Say(a.lang, p.Code, p.Args...))
	}
	if len(bad) > 0 {
		return nil, newFault("cmd.map", file, len(bad))
	}
	return b.PlanMove(a.ctx, d, to.Hash, m)
}

// showMoves shows what would happen and asks; without a terminal only --yes agrees.
func (a *app) showMoves(moves []*store.Move, yes bool) bool {
	if !a.json {
		for _, m := range moves {
			a.printMove(m)
		}
	}
	switch {
	case yes:
		return true
	case a.tty == nil || a.json:
		return false
	}
	return a.agreed(words.MoveAsk)
}

func (a *app) moveSheet(b *store.Book, m *store.Move, reason string) error {
	if reason == "" {
		reason = words.MoveWhy.F(a.lang, m.From.Version, m.To.Version)
	}
	if err := b.MoveSheet(a.ctx, m, reason); err != nil {
		return err
	}
	if !a.json {
		a.say(words.MoveDone, unitLabel(m), m.To.Version, m.Unit.Code, m.From.Hash)
	}
	return nil
}

// printMove writes a move indicator by indicator.
func (a *app) printMove(m *store.Move) {
	a.para("", words.MoveTitle.F(a.lang, unitLabel(m), m.Person.Name, versionLabel(m.From), versionLabel(m.To)))
	fmt.Fprintln(a.out)
	rows := [][]string{a.header(words.ColIndicator, words.ColName, words.ColBefore, words.ColAfter)}
	for _, x := range shifts(m) {
		s, id := m.To, x.ID
		if id == "" {
			s, id = m.From, x.Was
		}
		ind, _, _ := s.Indicator(id)
		label := x.Was
		switch {
		case x.Was == "":
			label = "+ " + x.ID
		case x.ID == "":
			label = "- " + x.Was
		case x.Was != x.ID:
			label += " → " + x.ID
		}
		if !x.Sure {
			label += " ?"
		}
		rows = append(rows, []string{label, ind.Name.In(string(a.lang)), orDash(x.Before), orDash(x.After)})
	}
	rows = append(rows, []string{"", words.ColTotal.In(a.lang), soFar(&m.Before), soFar(&m.After)})
	grid(a.out, rows)
	a.printLosses(m)
	if len(m.SelfScores) > 0 {
		a.say(words.MoveShared)
	}
	fmt.Fprintln(a.out)
}

func orDash(s *string) string {
	if s == nil {
		return "--"
	}
	return *s
}

func versionLabel(s *checklist.Scheme) string { return fmt.Sprintf("%s (%.12s)", s.Version, s.Hash) }

// movesView is what move tells programs.
type movesView struct {
	Moves []moveView `json:"moves"`
	Moved bool       `json:"moved"`
}

func (a *app) movesView(moves []*store.Move, moved bool) movesView {
	v := movesView{Moves: []moveView{}, Moved: moved}
	for _, m := range moves {
		v.Moves = append(v.Moves, a.moveView(m))
	}
	return v
}
