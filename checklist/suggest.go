package checklist

import "slices"

// Suggestion is a count that the numbers or the formalities speak for. It is never applied by itself: the evaluator
// confirms it with named evidence.
type Suggestion struct {
	Rule  string
	Count int64
	Have  int64 // what the sheet's findings of this rule already count
	Code  string
	Args  []any
	Parts []Part // the terms of the number
}

// Part is one term of a number.
type Part struct {
	Name  Text
	N     Number
	Minus bool
}

// Suggest compares numbers and formalities with the sheet and offers what is not covered yet, in the scheme's order.
func Suggest(s *Scheme, v *Visit, sheet *Sheet) []Suggestion {
	sources := map[string]int64{}
	if day := asOf(v); day != "" {
		sources[metricOverdue] = int64(OverdueSlips(s, v.countedSlips(), day))
	}
	values := s.evaluate(Resolve(v), sources)
	failed := failedFormalities(s, v)
	var out []Suggestion
	scope := ScopeOf(s, v)
	late := lateSlips(s, v)
	for _, ind := range s.Indicators(v.Unit.Kind) {
		if st := sheet.Standings[ind.ID]; !scope.Has(ind) || (st.State == NA && st.Approval == "approved") {
			continue
		}
		for i := range ind.Rules {
			r := &ind.Rules[i]
			x, ok := failed[r.ID]
			if r.Suggest != "" {
				x, ok = fromNumber(s, v, r, values)
			}
			if x.Have = counted(sheet, r); r.Suggest == metricOverdue {
				x.Have = max(x.Have, late) // what slips carry to the year by themselves
			}
			if ok && x.Have < x.Count {
				out = append(out, x)
			}
		}
	}
	return out
}

// counted is what the sheet's standing findings of a rule add up to.
func counted(sheet *Sheet, r *Rule) (n int64) {
	for i := range sheet.Findings {
		if f := &sheet.Findings[i]; f.Rule == r.ID && f.Active() {
			if r.Mode == Per {
				n = clamp(n + max(0, f.Count))
			} else {
				n++
			}
		}
	}
	return n
}

// fromNumber offers a figure, a derived number or a metric as the count.
func fromNumber(s *Scheme, v *Visit, r *Rule, values []Number) (Suggestion, bool) {
	at := s.numbers[r.Suggest]
	n := values[at]
	x := Suggestion{Rule: r.ID, Count: n.N, Code: "suggest.number", Args: []any{r.ID, s.NameOf(r.Suggest), n.N}}
	for _, t := range s.slots[at].plus {
		x.Parts = append(x.Parts, Part{Name: s.NameOf(s.slots[t].id), N: values[t]})
	}
	for _, t := range s.slots[at].minus {
		x.Parts = append(x.Parts, Part{Name: s.NameOf(s.slots[t].id), N: values[t], Minus: true})
	}
	if !n.Known {
		x.Code = "suggest.at_least"
	}
	// The roster is compared name by name: more names without a person than the totals differ by is the better count.
	if missing := deref(v.Check.NameMissing); missing > n.N && s.uses(r.Suggest, rosterTotal) {
		x.Count, x.Code, x.Args = missing, "suggest.names", []any{r.ID, missing, deref(v.Check.NameChecked)}
	}
	return x, x.Count > 0
}

func (s *Scheme) uses(formula, figure string) bool {
	f, ok := s.formulas[formula]
	return ok && (slices.Contains(f.Plus, figure) || slices.Contains(f.Minus, figure))
}

// failedFormalities are the rules that failed formalities of report and briefing hit, by rule. Daily visits have none.
func failedFormalities(s *Scheme, v *Visit) map[string]Suggestion {
	out := map[string]Suggestion{}
	if v.Kind == Daily {
		return out
	}
	for i := range s.Methods {
		for k := range s.Methods[i].Requirements {
			q := &s.Methods[i].Requirements[k]
			if q.Rule == "" {
				continue
			}
			if s.Methods[i].Form == FormReport && v.Look.NotFiled {
				if id := s.wholeOf(q.Rule); id != "" {
					out[id] = Suggestion{Rule: id, Count: 1, Code: "suggest.not_filed", Args: []any{id}}
				}
				continue
			}
			if code, args := failed(q, v); code != "" {
				out[q.Rule] = Suggestion{Rule: q.Rule, Count: 1, Code: code, Args: append([]any{q.Rule, q.Name}, args...)}
			}
		}
	}
	return out
}

// wholeOf is the rule that takes the whole indicator a rule belongs to: with no self-report at all, its formalities
// are not failed one by one.
func (s *Scheme) wholeOf(rule string) string {
	_, ind, ok := s.Rule(rule)
	if !ok {
		return ""
	}
	i := slices.IndexFunc(ind.Rules, func(r Rule) bool { return r.Mode == Zero })
	if i < 0 {
		return ""
	}
	return ind.Rules[i].ID
}

// failed tells whether a formality failed. What is not recorded has not failed. A report received on the very day the
// evaluation begins was not there before it.
func failed(q *Requirement, v *Visit) (code string, args []any) {
	switch q.Field {
	case "received_on":
		if v.Look.ReceivedOn != "" && v.Round.OpensOn != "" && v.Look.ReceivedOn >= v.Round.OpensOn {
			return "suggest.late", []any{v.Look.ReceivedOn, v.Round.OpensOn}
		}
	case "presenter_is_main_leader":
		if no(v.Listen.MainLeader) && v.Listen.Substitute != "" {
			return "suggest.substitute", []any{v.Listen.Substitute}
		}
	}
	if no(answer(q.Field, v)) {
		return "suggest.formality", nil
	}
	return "", nil
}

// answer is the yes-or-no register a formality reads, nil for others.
func answer(field string, v *Visit) *bool {
	switch field {
	case "sealed":
		return v.Look.Sealed
	case "signed_by_main_leader":
		return v.Look.Signed
	case "covers_all_indicators":
		return v.Look.Covers
	case "presenter_is_main_leader":
		return v.Listen.MainLeader
	case "opinions_exchanged":
		return v.Listen.Exchanged
	}
	return nil
}

func no(b *bool) bool { return b != nil && !*b }
