package checklist

import (
	"fmt"
	"slices"
	"sort"
)

// Severity tells what stops a scheme from loading from what its author should look at again.
type Severity byte

// The severities.
const (
	SeverityError   Severity = iota // the scheme is not used
	SeverityWarning                 // it is used, and very likely does not do what was meant
)

// String is the name of the severity as JSON has it.
func (s Severity) String() string {
	if s == SeverityWarning {
		return "warning"
	}
	return "error"
}

// MarshalText writes the name.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// Problem is one thing wrong with a scheme file: a code that package words has a sentence for, its arguments, and
// where it is. Line and Col count from 1, columns in characters; both are 0 where the problem has no place.
type Problem struct {
	Code     string
	Args     []any
	Line     int
	Col      int
	Severity Severity
	Near     string // what was probably meant instead of an unknown name; "" where nothing is close
}

// Noun is a word for a part of a scheme, such as "indicator", as an argument of a problem: package words has the word in
// both languages under WordCode.
type Noun string

// WordCode is the code of the word.
func (n Noun) WordCode() string { return "noun." + string(n) }

// Faults is the error of LoadScheme: every problem that stops the scheme, in the order of the file. It is never empty and
// holds no warnings; Lint gives those too.
type Faults struct{ Problems []Problem }

// Error names the first problem for logs; people read the sentences of package words.
func (f *Faults) Error() string {
	p := f.Problems[0]
	return fmt.Sprintf("checklist: scheme has %d problems, first %s %v at %d:%d", len(f.Problems), p.Code, p.Args, p.Line, p.Col)
}

// FaultCode is the code of the whole; each problem has its own.
func (f *Faults) FaultCode() string { return "scheme.problems" }

// FaultArgs are the number of problems and the line and column of the first.
func (f *Faults) FaultArgs() []any {
	return []any{len(f.Problems), f.Problems[0].Line, f.Problems[0].Col}
}

// problems collects; the readers and checks share one.
type problems struct{ list []Problem }

func (p *problems) add(line, col int, code string, args ...any) {
	p.list = append(p.list, Problem{Code: code, Args: args, Line: line, Col: col})
}

// sorted is everything found, in the order of the file.
func (p *problems) sorted() []Problem {
	sort.SliceStable(p.list, func(i, j int) bool {
		a, b := p.list[i], p.list[j]
		return a.Line < b.Line || (a.Line == b.Line && a.Col < b.Col)
	})
	return p.list
}

// failed tells whether anything found stops the scheme.
func (p *problems) failed() bool {
	return slices.ContainsFunc(p.list, func(x Problem) bool { return x.Severity == SeverityError })
}

// err is what stops the scheme, or nil.
func (p *problems) err() error {
	if !p.failed() {
		return nil
	}
	return &Faults{Problems: slices.DeleteFunc(slices.Clone(p.sorted()), func(x Problem) bool { return x.Severity != SeverityError })}
}
