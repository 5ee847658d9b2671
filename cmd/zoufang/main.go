// Command zoufang (走访) is the front door of the house: it reads the command line, opens the right book, calls the
// rooms and says what they answered.
//
// What must never happen here: a rule of the domain, a number worked out, a sentence that is not in package words,
// an exit code other than 0 (done), 1 (failed), 2 (wrong usage) and 3 (done as far as possible, a person must decide).
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"zoufang/words"
)

// app is one run of the program: what it talks to and the options every command shares.
type app struct {
	ctx  context.Context
	lang words.Lang
	in   io.Reader
	out  io.Writer
	errs io.Writer
	tty  io.Writer // where progress is drawn; nil when nobody would see it

	book  string // --book
	json  bool   // --json of the command that runs
	ascii bool   // --ascii
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	a := &app{ctx: ctx, lang: language(os.Args[1:], os.Getenv), in: os.Stdin, out: plain{os.Stdout}, errs: plain{os.Stderr}}
	if isTerminal(os.Stderr) {
		a.tty = os.Stderr
	}
	code := a.run(os.Args[1:])
	if code != 0 {
		a.keepWindow()
	}
	stop()
	os.Exit(code)
}

// run carries out one command line and returns the exit code.
func (a *app) run(args []string) int {
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(a.ctx)
	if err == nil {
		return exitDone
	}
	a.complain(err)
	return exitCode(err)
}
