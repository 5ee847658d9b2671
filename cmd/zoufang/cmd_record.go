package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/words"
)

// recordCommand records what the screens can record, line by line.
func (a *app) recordCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdRecord, groupWork))
	o := store.RecordOptions{}
	c.Flags().BoolVar(&o.KeepGood, "good", false, words.FlagKeepGood.In(a.lang))
	c.Flags().StringVar(&o.Dir, "files", "", words.FlagFiles.In(a.lang))
	ask := c.Flags().Bool("ask", false, words.FlagAsk.In(a.lang))
	day := c.Flags().String("day", "", words.FlagAskDay.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *ask {
			if a.json || o != (store.RecordOptions{}) {
				return newFault("usage.ask")
			}
			return a.write(func(b *store.Book) error { return a.askVisit(b, args[0], *day) })
		}
		if *day != "" {
			return newFault("usage.askday")
		}
		in := a.in
		if args[0] != "-" {
			f, err := os.Open(args[0])
			if err != nil {
				return &fault{code: "cmd.file", args: []any{args[0]}, err: err}
			}
			defer f.Close()
			in = f
			if o.Dir == "" {
				o.Dir = filepath.Dir(args[0])
			}
		}
		return a.write(func(b *store.Book) error { return a.record(b, in, args[0], o) })
	}
	return c
}

func (a *app) record(b *store.Book, in io.Reader, name string, o store.RecordOptions) error {
	r, err := b.RecordLines(a.ctx, in, o)
	for _, p := range r.Problems {
		a.warn(words.CmdLineProblem, p.Line, words.Say(a.lang, p.Code, p.Args...))
	}
	if store.IsFault(err, "record.problems") {
		return newFault("cmd.badlines", len(r.Problems), name)
	}
	if err != nil {
		return err
	}
	if a.json {
		err = a.printJSON(recordView{r.Lines, r.Changes, len(r.Problems), r.Kinds})
	} else {
		a.say(words.CmdRecorded, r.Lines, r.Changes)
	}
	if len(r.Problems) > 0 {
		err = errors.Join(err, newFault("cmd.skipped", len(r.Problems)))
	}
	return err
}

type recordView struct {
	Lines    int            `json:"lines"`
	Changes  int            `json:"changes"`
	Problems int            `json:"problems"`
	Kinds    map[string]int `json:"kinds"`
}
