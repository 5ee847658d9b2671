package main

import (
	"errors"
	"fmt"
	"strings"

	"zoufang/words"
)

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
	exitDecide = 3
)

// fault is an error of the command line itself. Codes that begin with "usage." are a wrong call, those that begin
// with "decide." leave something to a person; package words has a sentence for each.
type fault struct {
	code string
	args []any
	err  error
}

func newFault(code string, args ...any) error { return &fault{code: code, args: args} }

func (f *fault) Error() string     { return strings.TrimSpace(f.code + " " + fmt.Sprintln(f.args...)) }
func (f *fault) Unwrap() error     { return f.err }
func (f *fault) FaultCode() string { return f.code }
func (f *fault) FaultArgs() []any  { return f.args }

// exitCode tells a wrong call and an open decision from a failure.
func exitCode(err error) int {
	var f *fault
	if !errors.As(err, &f) {
		return exitFailed
	}
	switch {
	case strings.HasPrefix(f.code, "usage."):
		return exitUsage
	case strings.HasPrefix(f.code, "decide."):
		return exitDecide
	}
	return exitFailed
}

// complain says on stderr what went wrong, in one sentence.
func (a *app) complain(err error) {
	fmt.Fprintln(a.errs, words.Explain(a.lang, err))
}
