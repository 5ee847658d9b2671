package main

import (
	"bufio"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// troubleCommand lists what is kept but odd, each in words.
func (a *app) troubleCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdTrouble, groupTravel))
	clears := c.Flags().Bool("clear", false, words.FlagTroubleClear.In(a.lang))
	yes := c.Flags().Bool("yes", false, words.FlagTroubleYes.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		if *clears {
			return a.write(func(b *store.Book) error { return a.clearRejected(b, *yes) })
		}
		return a.read(func(b *store.Book) error {
			list, err := b.Troubles(a.ctx)
			if err != nil {
				return err
			}
			if a.json {
				views := make([]troubleView, len(list))
				for i, x := range list {
					views[i] = a.troubleView(x)
				}
				return a.printJSON(views)
			}
			if len(list) == 0 {
				a.say(words.CmdNoTrouble)
				return nil
			}
			for _, x := range list {
				a.printTrouble(x)
			}
			return nil
		})
	}
	return c
}

// clearRejected deletes files that were refused, each after asking.
func (a *app) clearRejected(b *store.Book, yes bool) error {
	if !yes && a.terminal() == nil {
		return newFault("usage.clear")
	}
	list, err := b.Troubles(a.ctx)
	if err != nil {
		return err
	}
	gone, left := 0, 0
	answers := bufio.NewScanner(a.in)
	for _, x := range list {
		if x.Kind != store.TroubleRejected {
			continue
		}
		if !yes {
			fmt.Fprint(a.errs, words.CmdClearAsk.F(a.lang, a.troubleView(x).What))
			if !answers.Scan() || !strings.EqualFold(strings.TrimSpace(answers.Text()), "y") {
				left++
				continue
			}
		}
		if err := b.ClearRejected(x.Path); err != nil {
			return err
		}
		gone++
	}
	a.say(words.CmdCleared, gone, left)
	return nil
}

// troubleView is a trouble as JSON tells it, with its sentences.
type troubleView struct {
	Kind   store.TroubleKind  `json:"kind"`
	Level  store.TroubleLevel `json:"level"`
	What   string             `json:"what"`
	Safe   string             `json:"safe"`
	Do     string             `json:"do"`
	Device *deviceView        `json:"device,omitempty"`
	Person string             `json:"person,omitempty"`
	Unit   string             `json:"unit,omitempty"` // its code
	Visit  checklist.ID       `json:"visit,omitzero"`
	File   string             `json:"file,omitempty"`
	Path   string             `json:"path,omitempty"`
	Reason string             `json:"reason,omitempty"` // code of why a file was refused or waits
	First  uint64             `json:"first,omitempty"`
	Last   uint64             `json:"last,omitempty"`
	N      int                `json:"n,omitempty"`
	At     time.Time          `json:"at,omitzero"`
	Place  string             `json:"place,omitempty"`
}

func (a *app) troubleView(x store.Trouble) troubleView {
	v := troubleView{Kind: x.Kind, Level: x.Level, Person: x.Person.Name, Unit: x.Unit.Code, Visit: x.Visit, File: x.File, Path: x.Path,
		First: x.First, Last: x.Last, N: x.N, At: x.At, Place: x.Place}
	v.What, v.Safe, v.Do = words.Trouble(a.lang, string(x.Kind), x.Args, x.Do)
	if x.Device.ID != "" {
		d := deviceView(x.Device)
		v.Device = &d
	}
	if f, ok := x.Fault.(interface{ FaultCode() string }); ok {
		v.Reason = f.FaultCode()
	}
	return v
}

func (a *app) printTrouble(x store.Trouble) {
	v := a.troubleView(x)
	fmt.Fprintf(a.out, "[%s] %s\n", words.TroubleLevels[string(x.Level)].In(a.lang), v.What)
	out := fields{w: a.out, lang: a.lang}
	out.line(words.CmdTroubleSafe.In(a.lang), v.Safe)
	out.line(words.CmdTroubleDo.In(a.lang), v.Do)
	if v.Path != "" {
		out.line(words.CmdTroubleFile.In(a.lang), v.Path)
	}
	fmt.Fprintln(a.out)
}

// sayTroubles says in a line how much is odd; nothing where nothing is.
func (a *app) sayTroubles(list []store.Trouble) {
	act := 0
	for _, x := range list {
		if x.Level == store.TroubleAct {
			act++
		}
	}
	if len(list) > 0 {
		a.say(words.CmdTroubleCount, len(list), act)
	}
}
