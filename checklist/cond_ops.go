package checklist

import (
	"github.com/expr-lang/expr/builtin"
	"github.com/expr-lang/expr/conf"
)

// condOps are the operators of conditions, as functions the library calls. All of them answer whatever they are given;
// && and || know an answer that one side settles although the other is not known.
var condOps = conf.FunctionsTable{
	"neg": unaryOp("neg", func(a *condValue) condValue { return condValue{span: a.span.neg(), why: a.why} }),
	"not": unaryOp("not", func(a *condValue) condValue { return condValue{truth: a.truth.not(), why: a.why} }),
	"add": arithmetic("add", span.plus),
	"sub": arithmetic("sub", span.minus),
	"mul": arithmetic("mul", span.times),
	"lt":  comparison("lt", span.less),
	"le":  comparison("le", span.atMost),
	"gt":  comparison("gt", func(a, b span) Truth { return b.less(a) }),
	"ge":  comparison("ge", func(a, b span) Truth { return b.atMost(a) }),
	"eq":  comparison("eq", span.equal),
	"ne":  comparison("ne", func(a, b span) Truth { return a.equal(b).not() }),
	"and": binaryOp("and", func(a, b *condValue) condValue { return settled(a, b, No) }),
	"or":  binaryOp("or", func(a, b *condValue) condValue { return settled(a, b, Yes) }),
}

// settled joins two answers of which one alone settles the matter if it is by: No of &&, Yes of ||. The answer rests on
// those that settle it, or on both.
func settled(a, b *condValue, by Truth) condValue {
	switch {
	case a.truth == by && b.truth != by:
		return *a
	case b.truth == by && a.truth != by:
		return *b
	case a.truth == Unsure || b.truth == Unsure:
		return condValue{why: a.why | b.why}
	}
	return condValue{truth: a.truth, why: a.why | b.why}
}

func arithmetic(name string, op func(a, b span) span) *builtin.Function {
	return binaryOp(name, func(a, b *condValue) condValue { return condValue{span: op(a.span, b.span), why: a.why | b.why} })
}

// comparison is false, whichever it is, with a number that is not there: what does not exist raises nothing.
func comparison(name string, op func(a, b span) Truth) *builtin.Function {
	return binaryOp(name, func(a, b *condValue) condValue {
		if a.span.none || b.span.none {
			return condValue{truth: No, why: a.why | b.why}
		}
		return condValue{truth: op(a.span, b.span), why: a.why | b.why}
	})
}

func unaryOp(name string, op func(a *condValue) condValue) *builtin.Function {
	return &builtin.Function{Name: name, Func: func(args ...any) (any, error) {
		r := args[0].(*condRun)
		return r.keep(op(r.value(args[1]))), nil
	}}
}

func binaryOp(name string, op func(a, b *condValue) condValue) *builtin.Function {
	return &builtin.Function{Name: name, Func: func(args ...any) (any, error) {
		r := args[0].(*condRun)
		return r.keep(op(r.value(args[1]), r.value(args[2]))), nil
	}}
}
