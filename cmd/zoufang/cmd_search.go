package main

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// How much of a text is shown around what was found, in characters.
const (
	searchLead = 12
	searchRoom = 60
)

// searchCommand looks through everything its viewer may see.
func (a *app) searchCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdSearch, groupWork))
	unit := c.Flags().String("unit", "", words.FlagSearchUnit.In(a.lang))
	kinds := c.Flags().StringSlice("kind", nil, words.FlagSearchKind.In(a.lang))
	most := c.Flags().Int("most", 20, words.FlagSearchMost.In(a.lang))
	c.Args = atLeast(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		q := store.SearchQuery{Text: strings.Join(args, " "), Most: *most}
		for _, k := range *kinds {
			g, ok := a.searchGroup(k)
			if !ok {
				return newFault("usage.badvalue", "--kind", k)
			}
			q.Groups = append(q.Groups, g)
		}
		if *most < 1 {
			return newFault("usage.badvalue", "--most", fmt.Sprint(*most))
		}
		return a.read(func(b *store.Book) error { return a.search(b, q, *unit) })
	}
	return c
}

// searchGroup is a group by its name in JSON or in words.
func (a *app) searchGroup(name string) (store.Group, bool) {
	for _, g := range store.Groups {
		if t := words.SearchGroups[string(g)]; strings.EqualFold(name, string(g)) || name == t.ZH || strings.EqualFold(name, t.EN) {
			return g, true
		}
	}
	return "", false
}

func (a *app) search(b *store.Book, q store.SearchQuery, unit string) error {
	if unit != "" {
		u, err := a.unitNamed(b, unit)
		if err != nil {
			return err
		}
		q.Unit = u.Unit.ID
	}
	found, err := a.searchAll(b, q)
	if err != nil {
		return err
	}
	scheme, err := b.Scheme(a.ctx)
	if err != nil {
		return err
	}
	if a.json {
		err = a.printJSON(searchView(q, found))
	} else {
		a.printFound(found, scheme)
	}
	if err == nil && len(found.Hits) == 0 {
		err = newFault("search.none", q.Text)
	}
	return err
}

// searchAll gathers everything and searches it.
func (a *app) searchAll(b *store.Book, q store.SearchQuery) (store.Found, error) {
	step, done := a.progress()
	defer done()
	for {
		got, err := b.Gather(a.ctx, 200*time.Millisecond)
		if err != nil {
			return store.Found{}, err
		}
		if got.Whole() {
			return b.Search(a.ctx, q)
		}
		if step != nil {
			step(store.Progress{Stage: "search", Done: int64(got.Read), Total: int64(got.Of)})
		}
	}
}

// printFound writes the hits under the names of their groups.
func (a *app) printFound(f store.Found, scheme *checklist.Scheme) {
	for _, g := range store.Groups {
		hits := slices.DeleteFunc(slices.Clone(f.Hits), func(h store.Hit) bool { return h.Group != g })
		if len(hits) == 0 {
			continue
		}
		fmt.Fprintf(a.out, "%s %d\n", words.SearchGroups[string(g)].In(a.lang), f.Count[g])
		rows := make([][]string, len(hits))
		for i, h := range hits {
			rows[i] = []string{"  " + h.UnitName, a.hitName(h, scheme), h.Snippet(searchLead, searchRoom, "[", "]")}
			if h.Group == store.GroupUnits {
				rows[i][0] = "  " + h.Name
			}
		}
		grid(a.out, rows)
		if n := f.Count[g] - len(hits); n > 0 {
			a.say(words.CmdSearchMore, n)
		}
	}
}

// hitName is what a hit is: its kind and what tells it from others, of a clause its name, and the day.
func (a *app) hitName(h store.Hit, scheme *checklist.Scheme) string {
	if h.Clause != "" {
		name := words.SearchClauses[h.Clause].In(a.lang)
		if h.Clause != "material" { // a paper's id says nothing to people
			name += " " + h.Code
		}
		if h.Field != "name" {
			name += " " + h.ClauseName(scheme).In(string(a.lang))
		}
		return name
	}
	name, code := words.KindWords[string(h.Kind)].In(a.lang), h.Code
	if m, ok := scheme.Material(code); ok && h.Kind == store.KindMaterial {
		code = m.Name.In(string(a.lang))
	}
	if code != "" && code != h.Text {
		name += " " + code
	}
	if !h.At.IsZero() {
		name += " " + h.At.Format("2006-01-02")
	}
	return name
}

// foundView and hitView are an answer as JSON.
type foundView struct {
	Query string              `json:"query"`
	Count map[store.Group]int `json:"count"`
	Hits  []hitView           `json:"hits"`
}

type hitView struct {
	Group    store.Group    `json:"group"`
	Kind     store.Kind     `json:"record"`
	Clause   string         `json:"clause,omitempty"`
	Field    string         `json:"field"`
	ID       string         `json:"id,omitempty"`
	Visit    string         `json:"visit,omitempty"`
	Unit     string         `json:"unit,omitempty"`
	UnitName string         `json:"unit_name,omitempty"`
	Name     string         `json:"name,omitempty"`
	Code     string         `json:"code,omitempty"`
	Step     checklist.Step `json:"step,omitempty"`
	At       *time.Time     `json:"at,omitempty"`
	Text     string         `json:"text"`
	Marks    [][2]int       `json:"marks,omitempty"` // in bytes of the text
}

func searchView(q store.SearchQuery, f store.Found) foundView {
	v := foundView{Query: q.Text, Count: f.Count, Hits: []hitView{}}
	id := func(x checklist.ID) string {
		if x == (checklist.ID{}) {
			return ""
		}
		return x.String()
	}
	for _, h := range f.Hits {
		x := hitView{Group: h.Group, Kind: h.Kind, Clause: h.Clause, Field: h.Field, ID: id(h.Record), Visit: id(h.Visit), Unit: id(h.Unit),
			UnitName: h.UnitName, Name: h.Name, Code: h.Code, Step: h.Step, Text: h.Text, Marks: h.Marks}
		if !h.At.IsZero() {
			x.At = &h.At
		}
		v.Hits = append(v.Hits, x)
	}
	return v
}
