package checklist

// Number is a count that may not be known. A number that is not known may still be known to be at least N.
type Number struct {
	N       int64
	Known   bool
	AtLeast bool
}

// known makes a Number that is known.
func known(n int64) Number { return Number{N: clamp(n), Known: true, AtLeast: true} }

// clamp keeps counts in a range in which no sum of them overflows.
func clamp(n int64) int64 { return max(-1e15, min(1e15, n)) }

// slot is one number of the scheme: a figure (formula nil) or a formula over earlier slots.
type slot struct {
	id          string
	formula     *Formula
	plus, minus []int
}

// orderNumbers gives every figure and formula a slot, terms first. LoadScheme has refused cycles.
func (s *Scheme) orderNumbers() {
	s.numbers = map[string]int{}
	add := func(x slot) {
		s.numbers[x.id] = len(s.slots)
		s.slots = append(s.slots, x)
	}
	for i := range s.Reconciliation.Figures {
		add(slot{id: s.Reconciliation.Figures[i].ID})
	}
	var visit func(f *Formula)
	visit = func(f *Formula) {
		if _, done := s.numbers[f.ID]; done {
			return
		}
		x := slot{id: f.ID, formula: f}
		place := func(terms []string) (out []int) {
			for _, t := range terms {
				if g, ok := s.formulas[t]; ok {
					visit(g)
				}
				out = append(out, s.numbers[t])
			}
			return out
		}
		x.plus, x.minus = place(f.Plus), place(f.Minus)
		add(x)
	}
	for i := range s.Reconciliation.Derived {
		visit(&s.Reconciliation.Derived[i])
	}
	for i := range s.Metrics {
		visit(&s.Metrics[i])
	}
}

// evaluate works out every number once. sources gives the metrics that are no sums; they may be nil.
func (s *Scheme) evaluate(figures map[string]int64, sources map[string]int64) []Number {
	out := make([]Number, len(s.slots))
	for i := range s.slots {
		x := &s.slots[i]
		switch {
		case x.formula == nil:
			// A figure nobody knows is still a count of something: it is not below zero.
			out[i] = Number{AtLeast: true}
			if n, ok := figures[x.id]; ok {
				out[i] = known(n)
			}
		case x.formula.Source != "":
			if n, ok := sources[x.id]; ok {
				out[i] = known(n)
			}
		default:
			out[i] = x.eval(out)
		}
	}
	return out
}

func (x *slot) eval(values []Number) Number {
	sum := Number{Known: true, AtLeast: true}
	for _, t := range x.plus {
		v := values[t]
		sum = Number{N: clamp(sum.N + v.N), Known: sum.Known && v.Known, AtLeast: sum.AtLeast && v.AtLeast}
	}
	for _, t := range x.minus {
		v := values[t]
		// What is taken away has no known upper bound unless it is known.
		sum = Number{N: clamp(sum.N - v.N), Known: sum.Known && v.Known, AtLeast: sum.AtLeast && v.Known}
	}
	switch x.formula.Fn {
	case "abs":
		if !sum.Known {
			return Number{AtLeast: true}
		}
		sum.N = max(sum.N, -sum.N)
	case "floor0":
		if !sum.AtLeast {
			return Number{AtLeast: true}
		}
		sum.N = max(sum.N, 0)
	}
	if !sum.AtLeast {
		return Number{}
	}
	return sum
}

// Evaluate works out every figure, derived number and metric from the figures given. Metrics that come from elsewhere
// (slips, last year, the self-report) are left unknown.
func (s *Scheme) Evaluate(figures map[string]int64) map[string]Number {
	values := s.evaluate(figures, nil)
	out := make(map[string]Number, len(values))
	for i := range s.slots {
		out[s.slots[i].id] = values[i]
	}
	return out
}
