package checklist

import (
	"slices"
	"testing"

	"zoufang/checklist/schemes"
)

// readyVisit is a yearly visit with every paper seen and every number verified as 4.
func readyVisit(s *Scheme, kind string) *Visit {
	v := &Visit{Kind: Yearly, Unit: Unit{Kind: kind}, Figures: map[string]map[Column]int64{}}
	for _, m := range s.Materials {
		v.Materials = append(v.Materials, Material{Material: m.ID, Status: "seen"})
	}
	for _, f := range s.Reconciliation.Figures {
		v.Figures[f.ID] = map[Column]int64{Verified: 4}
	}
	return v
}

// readySheet judges every indicator: nothing found, and full marks where marks are awarded.
func readySheet(s *Scheme, kind string) *Sheet {
	sh := sheetOf(s, kind)
	for _, ind := range s.Indicators(kind) {
		for _, r := range ind.Rules {
			if r.Mode == Given {
				sh.find(s, r.ID, 0)
				sh.Findings[len(sh.Findings)-1].Mark = ind.Full
			}
		}
	}
	return &sh
}

// A step is asked for by a scheme that has it, in the form the scheme gives it: a visit without a briefing must be
// ready to be signed without one, and a look at the premises asks for no self-report.
func TestShippedSchemesAskOnlyForTheirSteps(t *testing.T) {
	for _, x := range schemes.All()[1:] {
		s := shipped(t, x.Name)
		for _, k := range s.Kinds {
			v := readyVisit(s, k.ID)
			v.Listen.Exchanged = yes()
			if _, has := s.Method(StepListen); has {
				v.Listen.Presenter = "王"
			}
			if m, has := s.Method(StepLook); has && m.Form == FormReport {
				v.Look.Sealed = yes()
			}
			for _, todo := range Missing(s, v, readySheet(s, k.ID)) {
				m, has := s.Method(todo.Step)
				switch {
				case todo.BlocksSigning:
					t.Errorf("%s, %s: %s %v blocks the signature", x.Name, k.ID, todo.Code, todo.Args)
				case todo.Step == StepListen && !has, todo.Step == StepLook && (!has || m.Form != FormReport):
					t.Errorf("%s, %s: asks for %s, which the scheme does not", x.Name, k.ID, todo.Code)
				}
			}
		}
	}
}

func yes() *bool { b := true; return &b }

// The numbers of each scheme suggest the rules that name them, and nothing is suggested while they are in order.
func TestShippedSchemesSuggest(t *testing.T) {
	for name, want := range map[string][]string{
		"port-health":    {"B1.1", "B4.1", "D5.1"},
		"archives":       {"A3.2", "B2.1", "E2.1"},
		"service-window": {"B3.2"},
		"practice":       {"A1.1"},
	} {
		s := shipped(t, name)
		v := readyVisit(s, s.Kinds[0].ID)
		for _, x := range Suggest(s, v, readySheet(s, s.Kinds[0].ID)) {
			t.Errorf("%s suggests %s while everything is in order", name, x.Rule)
		}
		for _, f := range s.Reconciliation.Derived { // one fewer of everything that should be there
			for _, id := range f.Minus {
				v.Figures[id] = map[Column]int64{Verified: 3}
			}
		}
		var got []string
		for _, x := range Suggest(s, v, readySheet(s, s.Kinds[0].ID)) {
			got = append(got, x.Rule)
		}
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s suggests %v, want %v", name, got, want)
		}
	}
}
