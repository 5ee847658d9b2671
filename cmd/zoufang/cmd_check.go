package main

import (
	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/words"
)

// checkCommand proves that the book is whole, and rebuilds what can be rebuilt. It works beside a running screen too,
// and then leaves out what would need to write.
func (a *app) checkCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdCheck, groupBook))
	rebuild := c.Flags().Bool("rebuild", false, words.FlagRebuild.In(a.lang))
	code := c.Flags().String("code", "", words.FlagCode.In(a.lang))
	file := c.Flags().String("file", "", words.FlagCodeFile.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		if *code != "" || *file != "" {
			return a.read(func(b *store.Book) error { return a.checkCode(b, *code, *file) })
		}
		check := func(b *store.Book) error {
			if *rebuild {
				if err := b.Rebuild(a.ctx); err != nil {
					return err
				}
			}
			r, err := b.Check(a.ctx)
			if err != nil {
				return err
			}
			return a.printCheck(r)
		}
		if *rebuild {
			return a.write(check)
		}
		return a.besides(check)
	}
	return c
}

type checkView struct {
	Devices int    `json:"devices"`
	Changes int    `json:"changes"`
	Heads   int    `json:"heads"`
	Forked  int    `json:"forked"`
	Waiting int    `json:"waiting"`
	Erased  int    `json:"erased"`
	Wiped   int    `json:"wiped"` // changes of visits that were wiped here
	Absent  int    `json:"absent"`
	Digest  string `json:"digest"`
}

func (a *app) printCheck(r store.CheckReport) error {
	if a.json {
		return a.printJSON(checkView(r))
	}
	a.say(words.CmdCheckWell)
	a.say(words.CmdCheckCounts, r.Devices, r.Changes, r.Heads, r.Waiting, r.Erased, r.Absent)
	if r.Forked > 0 {
		a.say(words.CmdCheckForked, r.Forked)
	}
	a.say(words.CmdCheckDigest, r.Digest)
	return nil
}
