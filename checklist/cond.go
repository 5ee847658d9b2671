package checklist

import "github.com/expr-lang/expr/vm"

// Cond is a condition over numbers of the scheme and the score: of a warning, a limit or a skip. LoadScheme compiles
// and type-checks it; evaluating one has no side effects and a bounded cost.
type Cond struct {
	Source string // as written

	program *vm.Program
	refs    []*condRef
}

// Truth is the answer of a condition: a number it needs may not be known yet.
type Truth byte

// The answers.
const (
	Unsure Truth = iota
	No
	Yes
)

// refKind says what a condition names.
type refKind byte

const (
	refNumber   refKind = iota // a figure, a derived number or a metric
	refSelfGap                 // the metric that is in points
	refHits                    // hits("E8.1")
	refScore                   // score("E")
	refMark                    // mark("A1")
	refOpen                    // open("red")
	refComplete                // complete("E")
	refKindIs                  // kind("department")
)

// condRef is one thing a condition names, once however often it is named. at is its place in the tables of the scheme:
// the slot of a number, Rule.pos.
type condRef struct {
	kind refKind
	id   string
	at   int
	bit  uint64 // among the things the condition names
}

// condSource gives conditions what they name. An implementation has no side effects.
type condSource interface {
	span(*condRef) span   // of what is a number
	holds(*condRef) Truth // of what is a condition itself
}

// condValue is a number or an answer on the way through a condition, with what of all that is named it rests on.
type condValue struct {
	span  span
	truth Truth
	why   uint64 // bits of condRefs
}

// condRun evaluates conditions one after the other and keeps its memory between them. It belongs to one goroutine.
type condRun struct {
	source condSource
	vm     vm.VM
	values []condValue
}

// newCondRun makes a run. The library may take no memory of its own: no condition has lists or texts to build.
func newCondRun(source condSource) *condRun {
	return &condRun{source: source, vm: vm.VM{MemoryBudget: 1, Stack: make([]any, 0, 16)}, values: make([]condValue, 0, 16)}
}

// eval answers a condition, and says what the answer rests on.
func (r *condRun) eval(c *Cond) (Truth, uint64) {
	r.values = r.values[:0]
	out, err := r.vm.Run(c.program, r)
	if err != nil {
		// Nothing a checked condition does can fail; if the library thinks otherwise there is no answer.
		return Unsure, 0
	}
	x := r.value(out)
	return x.truth, x.why
}

// keep gives a value an address without an allocation each. A slice that grows leaves older values where they are.
func (r *condRun) keep(x condValue) *condValue {
	r.values = append(r.values, x)
	return &r.values[len(r.values)-1]
}

// value is an operand: worked out before, a literal, or something named.
func (r *condRun) value(x any) *condValue {
	ref, ok := x.(*condRef)
	switch {
	case !ok:
		return x.(*condValue)
	case ref.kind < refComplete:
		return r.keep(condValue{span: r.source.span(ref), why: ref.bit})
	}
	return r.keep(condValue{truth: r.source.holds(ref), why: ref.bit})
}

// Skipped tells whether an indicator does not apply to a unit of a kind with these numbers (see evaluate). Unsure: its
// numbers are not known yet.
func (s *Scheme) Skipped(ind *Indicator, numbers []Number, kind string) Truth {
	if ind.SkipWhen == nil {
		return No
	}
	t, _ := newCondRun(unitNumbers{numbers, kind}).eval(ind.SkipWhen)
	return t
}

// unitNumbers gives what conditions of skips name: numbers of the unit and its kind.
type unitNumbers struct {
	numbers []Number
	kind    string
}

func (u unitNumbers) span(ref *condRef) span { return spanOf(u.numbers[ref.at]) }

func (u unitNumbers) holds(ref *condRef) Truth { return sure(ref.id == u.kind, ref.id != u.kind) }

// bindConds gives every condition the places of what it names. LoadScheme has checked that all of it is there.
func (s *Scheme) bindConds() {
	for _, u := range s.conds() {
		for _, ref := range u.cond.refs {
			switch ref.kind {
			case refNumber:
				ref.at = s.numbers[ref.id]
			case refHits:
				r, _, _ := s.Rule(ref.id)
				ref.at = r.pos
			}
		}
	}
}
