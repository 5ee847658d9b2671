package checklist

import (
	"bytes"
	"encoding/json"
	"slices"
)

// Successor is what a part of the old version is in the new one.
type Successor struct {
	ID   string `json:"to"`
	Sure bool   `json:"sure"` // its id or its name says so, not only the likeness of the texts
}

// SchemeMap says, for indicators, rules, bonuses, materials and figures, what each id of the old version is in the new
// one. An id that is not in it has no successor.
type SchemeMap map[Thing]map[string]Successor

// Of is the successor of a part.
func (m SchemeMap) Of(t Thing, id string) (Successor, bool) {
	s, ok := m[t][id]
	return s, ok
}

func (c *comparer) mapping() SchemeMap {
	m := SchemeMap{}
	for _, t := range carried {
		m[t] = map[string]Successor{}
		for _, x := range c.pairs[t] {
			m[t][x.old.id] = Successor{x.new.id, x.sure}
		}
	}
	return m
}

// Correct takes over what a person says about the map from b to the next version: a JSON object of things, each an object
// of old ids with the new id, or "" for none: {"indicator": {"E2": "E3"}, "rule": {"E2.1": ""}}. What it does not name
// stays. Problems: map.json (what the parser says), map.thing (thing), map.old and map.new (thing, id) for ids that the
// version does not have; with any of them there is no map.
func (m SchemeMap) Correct(src []byte, from, to *Scheme) (SchemeMap, []Problem) {
	var said map[Thing]map[string]string
	d := json.NewDecoder(bytes.NewReader(src))
	if err := d.Decode(&said); err != nil || d.More() {
		return nil, []Problem{{Code: "map.json", Args: []any{mapError(err)}}}
	}
	out := SchemeMap{}
	for _, t := range carried {
		out[t] = map[string]Successor{}
		for id, s := range m[t] {
			out[t][id] = s
		}
	}
	var bad []Problem
	for _, t := range sortedKeys(said) {
		if !slices.Contains(carried, t) {
			bad = append(bad, Problem{Code: "map.thing", Args: []any{string(t)}})
			continue
		}
		for _, id := range sortedKeys(said[t]) {
			next := said[t][id]
			switch {
			case !from.has(t, id):
				bad = append(bad, Problem{Code: "map.old", Args: []any{Noun(t), id}})
			case next == "":
				delete(out[t], id)
			case !to.has(t, next):
				bad = append(bad, Problem{Code: "map.new", Args: []any{Noun(t), next}})
			default:
				out[t][id] = Successor{ID: next}
			}
		}
	}
	if len(bad) > 0 {
		return nil, bad
	}
	return out, nil
}

func mapError(err error) string {
	if err == nil {
		return "EOF"
	}
	return err.Error()
}

func sortedKeys[K ~string, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// has tells whether the scheme has a part of this id.
func (s *Scheme) has(t Thing, id string) (ok bool) {
	switch t {
	case ThingIndicator:
		_, _, ok = s.Indicator(id)
	case ThingRule:
		_, _, ok = s.Rule(id)
	case ThingBonus:
		_, ok = s.Bonus(id)
	case ThingMaterial:
		_, ok = s.Material(id)
	case ThingFigure:
		_, ok = s.Figure(id)
	}
	return ok
}
