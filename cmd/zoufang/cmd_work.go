package main

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// moveWorkCommand moves what was entered under the wrong unit.
func (a *app) moveWorkCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdMoveWork, groupWork))
	day := c.Flags().String("visit", "", words.FlagWorkDay.In(a.lang))
	reason := c.Flags().String("reason", "", words.FlagReason.In(a.lang))
	take := c.Flags().String("take", "", words.FlagWorkTake.In(a.lang))
	each := c.Flags().StringArray("field", nil, words.FlagWorkField.In(a.lang))
	dry := c.Flags().Bool("dry-run", false, words.FlagDryRun.In(a.lang))
	c.Args = exactly(2)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		run := a.write
		if *dry {
			run = a.read
		}
		return run(func(b *store.Book) error {
			m, err := a.planWork(b, args[0], args[1], *day)
			if err != nil {
				return err
			}
			if err := decideWork(m, *take, *each); err != nil {
				return err
			}
			if *dry {
				return a.showWork(m)
			}
			_, err = b.MoveWork(a.ctx, m, *reason)
			if store.IsFault(err, "work.clash") {
				if err := a.showWork(m); err != nil {
					return err
				}
				return newFault("decide.work", undecided(m))
			}
			if err != nil {
				return err
			}
			a.say(words.WorkMoved, m.To.Name, m.Records(), m.To.Code, m.From.Code)
			return nil
		})
	}
	return c
}

func (a *app) planWork(b *store.Book, from, to, day string) (*store.WorkMove, error) {
	unit, err := a.unitNamed(b, from)
	if err != nil {
		return nil, err
	}
	other, err := a.unitNamed(b, to)
	if err != nil {
		return nil, err
	}
	d, err := a.visitOf(b, unit, day)
	if err != nil {
		return nil, err
	}
	return b.PlanWork(a.ctx, d.ID, other.Unit.ID)
}

// rulings are what may be said of a clash.
var rulings = map[string]store.Ruling{"here": store.TakeHere, "there": store.KeepThere}

func decideWork(m *store.WorkMove, take string, each []string) error {
	if take != "" {
		r, ok := rulings[take]
		if !ok {
			return newFault("usage.worktake", take)
		}
		for i := range m.Clashes {
			m.Clashes[i].Ruling = r
		}
	}
	for _, typed := range each {
		number, side, _ := strings.Cut(typed, "=")
		n, err := strconv.Atoi(number)
		r, ok := rulings[side]
		if err != nil || !ok || n < 1 || n > len(m.Clashes) {
			return newFault("usage.workfield", typed)
		}
		m.Clashes[n-1].Ruling = r
	}
	return nil
}

func undecided(m *store.WorkMove) (n int) {
	for _, c := range m.Clashes {
		if c.Ruling == store.Undecided {
			n++
		}
	}
	return n
}

type workView struct {
	From    string             `json:"from"`
	To      string             `json:"to"`
	Records int                `json:"records"`
	Kinds   map[store.Kind]int `json:"kinds"`
	Stay    int                `json:"stay"` // judged by others
	Hidden  int                `json:"hidden_sheets"`
	Clashes []workClashView    `json:"clashes,omitempty"`
}

type workClashView struct {
	Number int        `json:"number"`
	Kind   store.Kind `json:"kind"`
	Field  string     `json:"field"`
	Here   string     `json:"here"`
	There  string     `json:"there"`
}

// showWork says what a move would do.
func (a *app) showWork(m *store.WorkMove) error {
	if a.json {
		v := workView{From: m.From.Code, To: m.To.Code, Records: m.Records(), Kinds: m.Count, Stay: len(m.Stay), Hidden: m.Hidden}
		for i, c := range m.Clashes {
			v.Clashes = append(v.Clashes, workClashView{i + 1, c.Kind, c.Field, c.Here, c.There})
		}
		return a.printJSON(v)
	}
	a.say(words.WorkPlan, m.From.Name, m.To.Name, m.Records())
	for _, k := range store.MovedKinds() {
		if n := m.Count[k]; n > 0 {
			fmt.Fprintf(a.out, "  %s %d\n", words.KindWords[string(k)].In(a.lang), n)
		}
	}
	stays := map[string]int{}
	var order []string
	for _, s := range m.Stay {
		if stays[s.Person.Name]++; stays[s.Person.Name] == 1 {
			order = append(order, s.Person.Name)
		}
	}
	for _, name := range order {
		a.say(words.WorkStays, name, stays[name])
	}
	if m.Hidden > 0 {
		a.say(words.WorkHidden, m.Hidden)
	}
	if len(m.Clashes) > 0 {
		a.say(words.WorkClash)
	}
	for i, c := range m.Clashes {
		a.say(words.WorkClashRow, i+1, words.KindWords[string(c.Kind)].In(a.lang), fields{lang: a.lang}.label(string(c.Kind), c.Field),
			a.shownValue(c.Kind, c.Field, c.Here, false), a.shownValue(c.Kind, c.Field, c.There, false))
	}
	return nil
}

// reopenCommand opens a closed sheet again.
func (a *app) reopenCommand() *cobra.Command {
	c := a.command(words.CmdReopen, groupWork)
	day := c.Flags().String("visit", "", words.FlagVisitDay.In(a.lang))
	reason := c.Flags().String("reason", "", words.FlagReason.In(a.lang))
	of := c.Flags().String("of", "", words.FlagReopenOf.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeUnits
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			unit, err := a.unitNamed(b, args[0])
			if err != nil {
				return err
			}
			d, err := a.visitOf(b, unit, *day)
			if err != nil {
				return err
			}
			if *of == "" {
				err = b.ReopenSheet(a.ctx, d, *reason)
			} else {
				err = b.ReopenVisit(a.ctx, d, sheetOf(d, *of), *reason)
			}
			if err == nil {
				a.say(words.ReopenedBook)
			}
			return err
		})
	}
	return c
}

// sheetOf is the person whose sheet is meant, by name or work number; zero where there is none.
func sheetOf(d *store.Doc, typed string) checklist.ID {
	for _, s := range d.Sheets {
		if p := s.Person; likeTyped(p.Name) == likeTyped(typed) || p.Number != "" && p.Number == typed {
			return p.ID
		}
	}
	return checklist.ID{}
}

// signedDoc is a visit as it was signed: the n-th time, or with 0 the last.
func (a *app) signedDoc(b *store.Book, d *store.Doc, n int) (*store.Doc, checklist.Signature, error) {
	if n == 0 {
		n = len(d.Signed)
	}
	if n < 1 || n > len(d.Signed) {
		return nil, checklist.Signature{}, newFault("usage.signed", n, len(d.Signed))
	}
	sig := d.Signed[n-1].Signature
	then, err := b.SignedDoc(a.ctx, d.ID, sig.ID)
	return then, sig, err
}

// sayCorrections tells when and why sheets were opened again, and what came from or went to other units.
func (a *app) sayCorrections(b *store.Book, d *store.Doc) error {
	var errs []error
	for _, s := range d.Sheets {
		list, err := b.Corrections(a.ctx, d, s.Person.ID)
		errs = append(errs, err)
		for _, c := range list {
			a.say(words.Corrected, c.At.Format("2006-01-02 15:04"), c.Person.Name, c.Reason)
		}
	}
	for _, m := range d.Moved {
		t := words.WorkCame
		if m.To {
			t = words.WorkWent
		}
		a.say(t, m.At, m.UnitName, m.Records, m.Reason, m.Name)
	}
	return errors.Join(errs...)
}
