package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// rankCommand puts the units into the order of their totals.
func (a *app) rankCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdRank, groupResult))
	kind := c.Flags().String("kind", "", words.FlagKind.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			id, err := a.kindNamed(b, *kind)
			if err != nil {
				return err
			}
			entries, unseen, err := a.rankEntries(b, id)
			if err != nil {
				return err
			}
			ranked, err := checklist.Rank(entries)
			var mixed *checklist.MixedSchemes
			if errors.As(err, &mixed) {
				return a.refuseMixed(b, entries, mixed)
			}
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(rankViews(ranked, unseen))
			}
			return a.printRank(b, ranked, unseen)
		})
	}
	return c
}

// kindNamed is the id of a kind of unit, by its id or name; "" is all kinds.
func (a *app) kindNamed(b *store.Book, typed string) (string, error) {
	if typed == "" {
		return "", nil
	}
	s, err := b.Scheme(a.ctx)
	if err != nil {
		return "", err
	}
	var names []string
	for _, k := range s.Kinds {
		if likeTyped(typed) == likeTyped(k.ID) || likeTyped(typed) == likeTyped(k.Name.ZH) || likeTyped(typed) == likeTyped(k.Name.EN) {
			return k.ID, nil
		}
		names = append(names, k.Name.In(string(a.lang)))
	}
	for _, k := range s.Kinds {
		if strings.Contains(likeTyped(k.Name.ZH), likeTyped(typed)) {
			return k.ID, nil
		}
	}
	return "", newFault("usage.kind", typed, strings.Join(names, words.CmdListSep.In(a.lang)))
}

// rankEntries are the results of the units of a kind as they stand, each under its own version of the scheme. unseen are
// the units without one, and those to practise on.
func (a *app) rankEntries(b *store.Book, kind string) (entries []checklist.RankEntry, unseen []checklist.Unit, err error) {
	list, err := b.Results(a.ctx)
	if err != nil {
		return nil, nil, err
	}
	for i := range list {
		switch r := &list[i]; {
		case kind != "" && r.Unit.Kind != kind:
		case r.State == checklist.OutcomeNone || !r.Unit.Counts():
			unseen = append(unseen, r.Unit)
		default:
			entries = append(entries, r.Entry)
		}
	}
	return entries, unseen, nil
}

// refuseMixed names the units of each version and what brings them together.
func (a *app) refuseMixed(b *store.Book, entries []checklist.RankEntry, mixed *checklist.MixedSchemes) error {
	round := b.Info().Round.Scheme
	var move []string
	for _, x := range mixed.Schemes {
		var names, codes []string
		for _, e := range entries {
			if e.Scheme == x.Hash {
				names, codes = append(names, e.Unit.Name), append(codes, e.Unit.Code)
			}
		}
		version := ""
		if s, err := b.SchemeOf(a.ctx, x.Hash); err == nil {
			version = s.Version
		}
		a.warn(words.RankMixed, version, x.Hash, strings.Join(names, words.CmdListSep.In(a.lang)))
		if x.Hash != round {
			move = append(move, codes...)
		}
	}
	a.warn(words.RankMove, strings.Join(move, " "))
	return newFault("decide.mixed", len(mixed.Schemes))
}

func (a *app) printRank(b *store.Book, ranked []checklist.Ranked, unseen []checklist.Unit) error {
	if len(ranked) == 0 {
		a.say(words.RankEmpty)
		return nil
	}
	s, err := b.SchemeOf(a.ctx, ranked[0].Scheme)
	if err != nil {
		return err
	}
	rows := [][]string{a.header(words.ColPlace, words.ColKindPlace, words.ColCode, words.ColUnit, words.ColKind, words.ColTotal, words.ColGrade,
		words.ColPerformance, words.ColWhy)}
	for _, x := range ranked {
		grade, why := "--", ""
		if x.Grade.Grade != nil {
			grade = x.Grade.Grade.Name.In(string(a.lang))
		}
		if x.Code != "" {
			why = words.Say(a.lang, x.Code, x.Args...)
		}
		rows = append(rows, []string{place(x.Place), place(x.KindPlace), x.Unit.Code, x.Unit.Name, a.kindName(s, x.Unit.Kind), orDash(amountView(x.Total)), grade,
			orDash(amountView(x.Contrib)), why})
	}
	for _, u := range unseen {
		rows = append(rows, []string{"--", "--", u.Code, u.Name, a.kindName(s, u.Kind), "--", "--", "--", whyUnranked(u).In(a.lang)})
	}
	if !slices.ContainsFunc(s.Kinds, func(k checklist.Kind) bool { return k.Weight > 0 }) { // the results count nowhere
		for i := range rows {
			rows[i] = slices.Delete(rows[i], 7, 8)
		}
	}
	grid(a.out, rows)
	return nil
}

func (a *app) kindName(s *checklist.Scheme, id string) string {
	if k, ok := s.Kind(id); ok {
		return k.Name.In(string(a.lang))
	}
	return id
}

func place(n int) string {
	if n == 0 {
		return "--"
	}
	return fmt.Sprint(n)
}

// rankView is one unit of a ranking; place is 0 where it has none, and Why says the reason as a code.
type rankView struct {
	Place       int          `json:"place"`
	KindPlace   int          `json:"kind_place"`
	Code        string       `json:"code"`
	Name        string       `json:"name"`
	Kind        string       `json:"kind"`
	Visit       checklist.ID `json:"visit"`
	Scheme      string       `json:"scheme,omitempty"`
	Scored      int          `json:"scored"`
	Of          int          `json:"of"`
	Total       *string      `json:"total"`
	Grade       string       `json:"grade,omitempty"`
	Pass        string       `json:"pass,omitempty"`
	Performance *string      `json:"performance"`
	Why         string       `json:"why,omitempty"`
}

func rankViews(ranked []checklist.Ranked, unseen []checklist.Unit) []rankView {
	views := []rankView{}
	for _, x := range ranked {
		v := rankView{Place: x.Place, KindPlace: x.KindPlace, Code: x.Unit.Code, Name: x.Unit.Name, Kind: x.Unit.Kind, Visit: x.Visit, Scheme: x.Scheme,
			Scored: x.Scored, Of: x.Of, Total: amountView(x.Total), Pass: string(x.Pass), Performance: amountView(x.Contrib), Why: x.Code}
		if x.Grade.Grade != nil {
			v.Grade = x.Grade.Grade.ID
		}
		views = append(views, v)
	}
	for _, u := range unseen {
		views = append(views, rankView{Code: u.Code, Name: u.Name, Kind: u.Kind, Why: "rank." + unranked(u)})
	}
	return views
}
