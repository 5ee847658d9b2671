package main

import (
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"zoufang/checklist"
	"zoufang/store"
)

// unitNamed finds the unit a person means: its code, its name or short name, or a part of the name that only one unit
// has.
func (a *app) unitNamed(b *store.Book, typed string) (store.UnitRow, error) {
	list, err := b.Units(a.ctx)
	if err != nil {
		return store.UnitRow{}, err
	}
	want := likeTyped(typed)
	var found []store.UnitRow
	for _, u := range list {
		if want == likeTyped(u.Unit.Code) || want == likeTyped(u.Unit.Name) || want == likeTyped(u.Unit.Short) {
			return u, nil
		}
		if strings.Contains(likeTyped(u.Unit.Name), want) {
			found = append(found, u)
		}
	}
	switch len(found) {
	case 0:
		return store.UnitRow{}, newFault("cmd.nounit", typed)
	case 1:
		return found[0], nil
	}
	return store.UnitRow{}, newFault("cmd.manyunits", typed, found[0].Unit.Name, found[1].Unit.Name)
}

// likeTyped is text as it is compared: half width, lower case, composed, without spaces.
func likeTyped(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(norm.NFC.String(width.Fold.String(s))), ""))
}

// visitOf is the visit of a unit that a command speaks of: the yearly one, or with a day the daily one of that day.
func (a *app) visitOf(b *store.Book, unit store.UnitRow, day string) (*store.Doc, error) {
	id := unit.Visit
	if day != "" {
		id = checklist.ID{}
		for _, v := range unit.Daily {
			if v.Day == day {
				id = v.Visit
			}
		}
	}
	if id == (checklist.ID{}) {
		if day != "" {
			return nil, newFault("cmd.nodaily", unit.Unit.Name, day)
		}
		return nil, newFault("cmd.novisit", unit.Unit.Name)
	}
	return b.Visit(a.ctx, id)
}

// completeUnits offers the codes of the units of the book to the shell, with their names.
func (a *app) completeUnits(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	err := a.read(func(b *store.Book) error {
		list, err := b.Units(a.ctx)
		for _, u := range list {
			if strings.HasPrefix(likeTyped(u.Unit.Code), likeTyped(typed)) || strings.HasPrefix(u.Unit.Name, typed) {
				out = append(out, u.Unit.Code+"\t"+u.Unit.Name)
			}
		}
		return err
	})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// readVisit reads the visit of a unit as the book's person may see it: the yearly one, or that of a day.
func (a *app) readVisit(name, day string, do func(*store.Book, *store.Doc) error) error {
	return a.read(func(b *store.Book) error {
		unit, err := a.unitNamed(b, name)
		if err != nil {
			return err
		}
		d, err := a.visitOf(b, unit, day)
		if err != nil {
			return err
		}
		return do(b, d)
	})
}
