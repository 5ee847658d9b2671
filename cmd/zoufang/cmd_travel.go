package main

import (
	"bufio"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"
)

// mergeCommand takes up bundles. What it will do is shown before anything is written.
func (a *app) mergeCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdMerge, groupTravel))
	o := mergeOptions{}
	c.Flags().BoolVar(&o.enrol, "enrol", false, words.FlagEnrol.In(a.lang))
	c.Flags().BoolVar(&o.office, "office", false, words.FlagOffice.In(a.lang))
	a.openFlags(c, &o.openers)
	c.Flags().BoolVar(&o.yes, "yes", false, words.FlagYes.In(a.lang))
	c.Flags().BoolVar(&o.foreign, "foreign", false, words.FlagForeign.In(a.lang))
	c.Flags().BoolVar(&o.preview, "preview", false, words.FlagPreview.In(a.lang))
	c.Flags().BoolVar(&o.salvage, "salvage", false, words.FlagSalvage.In(a.lang))
	c.Args = atLeast(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		paths, err := expand(args)
		if err != nil {
			return err
		}
		return a.write(func(b *store.Book) error { return a.merge(b, paths, o) })
	}
	return c
}

// expand finds the files that a pattern such as E:\*.zfb stands for: the shells of Windows leave that to the program.
func expand(args []string) (paths []string, err error) {
	for _, arg := range args {
		if exists(arg) {
			paths = append(paths, arg)
			continue
		}
		found, err := filepath.Glob(arg)
		if err != nil || len(found) == 0 {
			return nil, newFault("cmd.file", arg)
		}
		paths = append(paths, found...)
	}
	return paths, nil
}

type mergeOptions struct {
	enrol, office, yes, foreign, preview, salvage bool
	openers
}

func (a *app) merge(b *store.Book, paths []string, o mergeOptions) error {
	if err := a.addIdentities(b.Ring(), o.openers); err != nil {
		return err
	}
	if o.salvage && len(paths) != 1 {
		return newFault("usage.salvage")
	}
	look := func(step func(store.Progress)) (*store.Plan, error) {
		if o.salvage {
			return b.PreviewSalvage(a.ctx, paths[0], step)
		}
		return b.Preview(a.ctx, paths, step)
	}
	plan, err := a.preview(b, o.openers, look)
	if err != nil {
		return err
	}
	if o.office && (!o.enrol || len(plan.Unknown) > 1) {
		return errors.Join(newFault("usage.office", len(plan.Unknown)), plan.Discard())
	}
	if o.enrol && len(plan.Unknown) > 0 && !o.preview {
		for _, u := range plan.Unknown {
			enrol := b.Enrol
			if o.office {
				enrol = b.EnrolOffice
			}
			if err := enrol(a.ctx, u.ID, ""); err != nil {
				return err
			}
			a.warn(words.CmdEnrolled, a.laptop(u.Label, u.Person), words.Phrase(a.lang, u.Fingerprint))
			if o.office {
				a.warn(words.CmdOfficeLaptop)
			}
		}
		if err := plan.Discard(); err != nil {
			return err
		}
		if plan, err = a.preview(b, o.openers, look); err != nil {
			return err
		}
	}
	for i := range plan.Files {
		if f := &plan.Files[i]; f.Foreign && o.foreign {
			f.Take = true
		}
	}
	if !a.json {
		a.printPlan(plan)
	}
	if o.preview {
		if a.json {
			err = a.printJSON(a.planView(plan))
		}
		return errors.Join(err, plan.Discard())
	}
	if !o.yes && a.tty != nil && !a.json && !a.agreed(words.CmdMergeAsk) {
		return plan.Discard()
	}
	step, done := a.progress()
	r, err := b.Merge(a.ctx, plan, step)
	done()
	if err != nil {
		return err
	}
	if a.json {
		if err := a.printJSON(a.reportView(plan, r)); err != nil {
			return err
		}
	} else if slices.ContainsFunc(r.Files, taken) {
		a.say(words.CmdMerged, r.New, r.Same)
	}
	if !a.json {
		a.saySalvaged(r)
	}
	return mergeOutcome(plan, r)
}

// taken tells whether a file was taken up, now or before.
func taken(f store.FileReport) bool {
	return f.Verdict == store.Merged || f.Verdict == store.Partial || f.Verdict == store.Known
}

// mergeOutcome is what a script must know beside "done": a file was refused, a laptop waits, a contest is open.
func mergeOutcome(plan *store.Plan, r store.Report) error {
	for _, f := range r.Files {
		if f.Verdict == store.Refused {
			return &fault{code: "cmd.refused", args: []any{f.Path}, err: f.Fault}
		}
		if f.Verdict == store.Closed {
			return &fault{code: "cmd.sealed", args: []any{f.Path}, err: f.Fault}
		}
		if f.Verdict == store.Newer {
			return &fault{code: "cmd.newer", args: []any{f.Path}, err: f.Fault}
		}
	}
	for _, f := range plan.Files {
		if f.Foreign && !f.Take {
			return newFault("decide.foreign", f.Path, f.District)
		}
	}
	if len(plan.Unknown) > 0 {
		return newFault("decide.unknown", len(plan.Unknown))
	}
	if len(plan.Revoked) > 0 {
		return newFault("decide.revoked", len(plan.Revoked))
	}
	if r.Contested > 0 {
		return newFault("decide.contested", r.Contested)
	}
	return nil
}

// printPlan says of every file what it is and what it brings, and of every unit how much.
func (a *app) printPlan(p *store.Plan) {
	for _, f := range p.Files {
		from := ""
		if f.Verdict != store.Closed { // what is sealed does not say whose it is
			from = a.laptop(f.Device.Label, f.Person)
		}
		fmt.Fprintf(a.out, "%s\n  %s  %s\n", f.Path, words.Say(a.lang, "verdict."+string(f.Verdict)), from)
		if f.Fault != nil {
			fmt.Fprintf(a.out, "  %s\n", words.Explain(a.lang, f.Fault))
			if cut(f) {
				a.say(words.CmdSalvageHow, f.Path)
			}
			continue
		}
		a.printSalvage(f.Salvage)
		a.say(words.CmdPlanFile, f.New, f.Same, f.Waiting)
		if f.Wiped > 0 {
			a.say(words.CmdPlanWiped, f.Wiped)
		}
	}
	rows := [][]string{a.header(words.ColUnit, words.ColNew, words.ColSame, words.ColWaiting, words.ColContested)}
	for _, u := range p.Units {
		name := u.Unit.Name
		if name == "" {
			name = words.CmdWholeBook.In(a.lang)
		}
		rows = append(rows, []string{name, fmt.Sprint(u.New), fmt.Sprint(u.Same), fmt.Sprint(u.Waiting), fmt.Sprint(u.Contested)})
	}
	if len(rows) > 1 {
		fmt.Fprintln(a.out)
		grid(a.out, rows)
	}
	for _, d := range p.Revoked {
		a.say(words.CmdRevokedWaits, a.deviceName(deviceView(d)))
	}
	for _, u := range p.Unknown {
		fmt.Fprintln(a.out)
		a.say(words.CmdUnknownLaptop, a.laptop(u.Label, u.Person), words.Phrase(a.lang, u.Fingerprint))
	}
}

// laptop names a laptop by its label and the person who exported on it.
func (a *app) laptop(label string, p bundle.Person) string {
	name := strings.TrimSpace(label + " " + p.Name)
	if name == "" {
		return words.CmdNameless.In(a.lang)
	}
	return name
}

// agreed asks a question on the terminal; only a plain yes agrees.
func (a *app) agreed(question words.Text) bool {
	fmt.Fprint(a.errs, question.In(a.lang))
	line, err := bufio.NewReader(a.in).ReadString('\n')
	if err != nil {
		return false
	}
	switch strings.ToLower(strings.TrimSpace(line)) {
	case "y", "yes", "是", "好":
		return true
	}
	return false
}
