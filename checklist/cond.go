package checklist

// Cond is a condition over numbers of the scheme and the score: of a warning, a limit or a skip. LoadScheme compiles
// and type-checks it; evaluating one has no side effects and a bounded cost.
type Cond struct {
	Source string // as written

	root *condNode
	refs []*condRef
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

// condNode is an operator with its operands, a literal or something named.
type condNode struct {
	op   condOp // nil: no operator
	x, y *condNode
	ref  *condRef // nil: a literal
	span span     // of a literal
}

// eval answers a condition, and says what the answer rests on. Its cost is bounded by maxNodes.
func (c *Cond) eval(source condSource) (Truth, uint64) {
	x := c.root.eval(source)
	return x.truth, x.why
}

func (n *condNode) eval(source condSource) condValue {
	switch {
	case n == nil: // what a one-sided operator lacks
		return condValue{}
	case n.op != nil:
		return n.op(n.x.eval(source), n.y.eval(source))
	case n.ref == nil:
		return condValue{span: n.span}
	case n.ref.kind < refComplete:
		return condValue{span: source.span(n.ref), why: n.ref.bit}
	}
	return condValue{truth: source.holds(n.ref), why: n.ref.bit}
}

// Skipped tells whether an indicator does not apply to a unit of a kind with these numbers (see evaluate). Unsure: its
// numbers are not known yet.
func (s *Scheme) Skipped(ind *Indicator, numbers []Number, kind string) Truth {
	if ind.SkipWhen == nil {
		return No
	}
	t, _ := ind.SkipWhen.eval(unitNumbers{numbers, kind})
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
