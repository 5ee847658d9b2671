package checklist

// condOp works out an operator. It answers whatever it is given; of a one-sided operator the second operand is empty.
type condOp func(a, b condValue) condValue

// && and || know an answer that one side settles although the other is not known.
func condNot(a, _ condValue) condValue { return condValue{truth: a.truth.not(), why: a.why} }
func condNeg(a, _ condValue) condValue { return condValue{span: a.span.neg(), why: a.why} }
func condAnd(a, b condValue) condValue { return settled(a, b, No) }
func condOr(a, b condValue) condValue  { return settled(a, b, Yes) }

// condOps gives each two-sided operator its work, and says whether it takes and makes conditions.
var condOps = map[string]struct {
	op    condOp
	takes bool
	makes bool
}{
	"+": {arithmetic(span.plus), false, false}, "-": {arithmetic(span.minus), false, false}, "*": {arithmetic(span.times), false, false},
	"<": {comparison(span.less), false, true}, "<=": {comparison(span.atMost), false, true},
	">":  {comparison(func(a, b span) Truth { return b.less(a) }), false, true},
	">=": {comparison(func(a, b span) Truth { return b.atMost(a) }), false, true},
	"==": {comparison(span.equal), false, true},
	"!=": {comparison(func(a, b span) Truth { return a.equal(b).not() }), false, true},
	"&&": {condAnd, true, true}, "and": {condAnd, true, true}, "||": {condOr, true, true}, "or": {condOr, true, true},
}

// settled joins two answers of which one alone settles the matter if it is by: No of &&, Yes of ||. The answer rests on
// those that settle it, or on both.
func settled(a, b condValue, by Truth) condValue {
	switch {
	case a.truth == by && b.truth != by:
		return a
	case b.truth == by && a.truth != by:
		return b
	case a.truth == Unsure || b.truth == Unsure:
		return condValue{why: a.why | b.why}
	}
	return condValue{truth: a.truth, why: a.why | b.why}
}

func arithmetic(op func(a, b span) span) condOp {
	return func(a, b condValue) condValue { return condValue{span: op(a.span, b.span), why: a.why | b.why} }
}

// comparison is false, whichever it is, with a number that is not there: what does not exist raises nothing.
func comparison(op func(a, b span) Truth) condOp {
	return func(a, b condValue) condValue {
		if a.span.none || b.span.none {
			return condValue{truth: No, why: a.why | b.why}
		}
		return condValue{truth: op(a.span, b.span), why: a.why | b.why}
	}
}
