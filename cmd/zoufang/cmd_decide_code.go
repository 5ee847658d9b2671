package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// differenceOf finds the difference between sheets that has the code; nil where none has. Only the visit that the code
// begins with is read.
func (a *app) differenceOf(b *store.Book, code string) (c *store.Consensus, d *checklist.Difference, err error) {
	ids, err := b.SharedVisits(a.ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, id := range ids {
		if !strings.HasPrefix(code, checklist.VisitCode(id)) {
			continue
		}
		shared, err := b.Consensus(a.ctx, &id)
		if err != nil {
			return nil, nil, err
		}
		for i := range shared {
			k := slices.IndexFunc(shared[i].Differences, func(x checklist.Difference) bool { return x.Code() == code })
			switch {
			case k >= 0 && d != nil:
				return nil, nil, newFault("cmd.twoconflicts", code)
			case k >= 0:
				c, d = &shared[i], &shared[i].Differences[k]
			}
		}
	}
	return c, d, nil
}

// completeCodes offers the codes of what waits for a decision.
func (a *app) completeCodes(_ *cobra.Command, args []string, typed string) (out []string, _ cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	offer := func(code, what string) {
		if strings.HasPrefix(code, typed) {
			out = append(out, code+"\t"+what)
		}
	}
	err := a.read(func(b *store.Book) error {
		shared, err := b.Consensus(a.ctx, nil)
		if err != nil {
			return err
		}
		for i := range shared {
			for _, d := range shared[i].Open() {
				offer(d.Code(), shared[i].Doc.Unit.Name+"  "+a.subject(shared[i].Scheme, &d)+"  "+words.DiffWords[string(d.Kind)].In(a.lang))
			}
		}
		names, err := a.unitNames(b)
		if err != nil {
			return err
		}
		list, err := b.Conflicts(a.ctx, nil)
		for _, x := range list {
			offer(conflictCode(x), strings.TrimSpace(names[x.Unit]+"  "+a.register(x.Kind, x.Field)))
		}
		return err
	})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// decidedView is a decision as JSON tells it.
type decidedView struct {
	Code    string              `json:"code"`
	Visit   checklist.ID        `json:"visit,omitzero"`
	About   string              `json:"about"`          // an indicator or a bonus, or a register as “kind field”
	Take    string              `json:"take"`           // side, unite, apart, value; open where a decision was taken back
	Side    string              `json:"side,omitempty"` // whose
	Value   string              `json:"value,omitempty"`
	Reason  string              `json:"reason"`
	Member  string              `json:"member,omitempty"`
	Dissent []checklist.Dissent `json:"dissent,omitempty"`
}

// decidedMany tells how many were decided at once, and how many are left.
type decidedMany struct {
	Decided int `json:"decided"`
	Left    int `json:"left"`
}
