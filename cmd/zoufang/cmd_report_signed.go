package main

import (
	"cmp"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/report"
	"zoufang/store"
	"zoufang/words"
)

// reportSigned records a sheet that came back signed, with its scan.
func (a *app) reportSigned() *cobra.Command {
	c := a.command(words.CmdSigned, "")
	var x checklist.SignedSheet
	file := c.Flags().String("file", "", words.FlagScan.In(a.lang))
	c.Flags().StringVar(&x.Signer, "by", "", words.FlagSigner.In(a.lang))
	c.Flags().StringVar(&x.Post, "post", "", words.FlagSignPost.In(a.lang))
	c.Flags().StringVar(&x.Day, "day", "", words.FlagSignDay.In(a.lang))
	c.Flags().StringVar(&x.Note, "note", "", words.FlagSignNote.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *file == "" {
			return newFault("usage.flagvalue", "--file")
		}
		scan, err := os.Open(*file)
		if err != nil {
			return &store.Fault{Code: "attach.read", Args: []any{*file}, Err: err}
		}
		defer scan.Close()
		x.Day = cmp.Or(x.Day, time.Now().Format("2006-01-02"))
		return a.write(func(b *store.Book) error { return a.saveSigned(b, args[0], x, filepath.Base(*file), scan) })
	}
	return c
}

func (a *app) saveSigned(b *store.Book, code string, x checklist.SignedSheet, name string, scan *os.File) error {
	m, err := report.Signed(a.ctx, b, code, nowText(), x, name, scan)
	if err != nil {
		return err
	}
	a.say(words.SignedSaved, m.Kind.Title.In(a.lang), m.Of, x.Signer, x.Day)
	if !m.Same {
		a.warn(words.SignedOld)
	}
	return nil
}
