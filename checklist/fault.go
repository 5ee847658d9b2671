package checklist

import (
	"fmt"
	"sort"
)

// Problem is one thing wrong with a scheme file: a code that package words has a sentence for, its arguments, and
// where it is. Line and Col count from 1, columns in characters; both are 0 where the problem has no place.
type Problem struct {
	Code string
	Args []any
	Line int
	Col  int
}

// Faults is the error of LoadScheme: all problems found, in the order of the file. It is never empty.
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

func (p *problems) err() error {
	if len(p.list) == 0 {
		return nil
	}
	sort.SliceStable(p.list, func(i, j int) bool {
		a, b := p.list[i], p.list[j]
		return a.Line < b.Line || (a.Line == b.Line && a.Col < b.Col)
	})
	return &Faults{Problems: p.list}
}
