package report

import (
	"context"
	"strconv"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// Match is a sheet that a code may be of.
type Match struct {
	Kind  Kind
	Lang  words.Lang
	Of    string // the unit, the day or the district
	Same  bool   // the book says what the sheet says
	Sheet *Sheet // as the book makes it now, nil where it makes none any more
	Why   error  // why it makes none
	Ask   Ask    // of which visit or unit
}

// candidate is a sheet the book could make, known by the first group of its code.
type candidate struct {
	kind  Kind
	about string
	ask   Ask
	of    string
}

// daysBack is how many days back the sheet of a day is looked for.
const daysBack = 400

// Verify finds the sheets a code may be of, as the viewer of the book may see them: those whose first group fits, and of
// these only the one that agrees, where one does. made is the moment it is asked. Fault code.form (code).
func Verify(ctx context.Context, b *store.Book, code, made string) ([]Match, error) {
	typed := plainCode(code)
	if len(typed) != codeLong {
		return nil, &store.Fault{Code: "code.form", Args: []any{code}}
	}
	list, err := candidates(ctx, b, made)
	if err != nil {
		return nil, err
	}
	var out []Match
	for _, c := range list {
		for _, l := range []words.Lang{words.ZH, words.EN} {
			if which(c.kind.Name, c.about, l) != typed[:4] {
				continue
			}
			c.ask.Lang, c.ask.Made = l, made
			m := Match{Kind: c.kind, Lang: l, Of: c.of, Ask: c.ask}
			sheets, err := c.kind.Make(ctx, b, c.ask)
			m.Why = err
			for _, s := range sheets {
				if s.About == c.about && s.Kind == c.kind.Name {
					m.Sheet = s
				}
			}
			if m.Sheet != nil && SameCode(code, m.Sheet.Stamp.Code) {
				m.Same = true
				return []Match{m}, nil
			}
			out = append(out, m)
		}
	}
	return out, nil
}

// candidates are all sheets the book could make.
func candidates(ctx context.Context, b *store.Book, made string) (list []candidate, err error) {
	units, err := b.Units(ctx)
	if err != nil {
		return nil, err
	}
	round, me := b.Info().Round, b.Me()
	district := round.District + " " + round.Year
	add := func(name, about, of string, a Ask) {
		k, _ := KindNamed(name)
		list = append(list, candidate{k, about, a, of})
	}
	for _, name := range []string{"handout", "self-score"} {
		add(name, round.ID.String()+checklist.ID{}.String(), district, Ask{})
	}
	for _, k := range kinds {
		if k.About == AboutDistrict {
			add(k.Name, round.ID.String(), district, Ask{})
		}
	}
	for n := 1; n <= mostForms; n++ {
		add("blank", round.ID.String()+" "+strconv.Itoa(n), district, Ask{})
	}
	for i := range units {
		u := &units[i]
		add("handout", round.ID.String()+u.Unit.ID.String(), u.Unit.Name, Ask{Unit: u.Unit})
		add("self-score", round.ID.String()+u.Unit.ID.String(), u.Unit.Name, Ask{Unit: u.Unit})
		add("notice", u.Unit.ID.String(), u.Unit.Name, Ask{Unit: u.Unit})
		for _, v := range append([]store.VisitRow{u.VisitRow}, u.Daily...) {
			for _, k := range kinds {
				if k.About == AboutVisit && v.Visit != (checklist.ID{}) {
					add(k.Name, v.Visit.String(), u.Unit.Name, Ask{Visit: v.Visit, Unit: u.Unit})
				}
			}
		}
	}
	slips, err := b.AllSlips(ctx)
	for _, x := range slips {
		for i := range units {
			if units[i].Unit.ID == x.Unit {
				add("slip", x.ID.String(), units[i].Unit.Name, Ask{Unit: units[i].Unit, Slip: x.ID})
			}
		}
	}
	if today, ok := checklist.ParseDay(made[:min(len(made), len("2006-01-02"))]); ok {
		for i := range checklist.Day(daysBack) {
			day := (today - i).String()
			add("today", me.ID.String()+" "+day, day, Ask{Day: day})
		}
	}
	return list, err
}
