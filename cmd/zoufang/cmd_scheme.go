package main

import (
	"errors"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist/schemes"
	"zoufang/store"
	"zoufang/words"
)

func (a *app) schemeCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdScheme, groupBook), a.schemeCheck(), a.schemeNew(), a.schemeSchema(),
		a.schemeExport(), a.schemeImport(), a.schemeList(), a.schemeShow(), a.schemeDiff(), a.schemeUse(), a.schemeMove())
}

// schemeSource is the text of a scheme and what to call it: of a file, else of a scheme that comes with the program, else,
// for "", of the open book in its canonical form.
func (a *app) schemeSource(arg string) (src []byte, name string, err error) {
	if arg == "" {
		err = a.read(func(b *store.Book) error {
			s, err := b.Scheme(a.ctx)
			if err != nil {
				return err
			}
			src, name = s.Canonical(), s.ID
			return nil
		})
		return src, name, err
	}
	src, err = os.ReadFile(arg)
	if err == nil {
		return src, arg, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, "", &fault{code: "cmd.scheme.read", args: []any{arg}, err: err}
	}
	if src, ok := schemes.Named(arg); ok {
		return src, arg, nil
	}
	var names []string
	for _, s := range schemes.All() {
		names = append(names, s.Name)
	}
	return nil, "", newFault("cmd.scheme.none", arg, strings.Join(names, " "))
}

// schemeNew writes a scheme to start from.
func (a *app) schemeNew() *cobra.Command {
	c := a.command(words.CmdSchemeNew, "")
	to := c.Flags().StringP("out", "o", "", words.FlagSchemeOut.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		if *to == "" {
			_, err := a.out.Write(schemes.New)
			return err
		}
		f, err := os.OpenFile(*to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
		if errors.Is(err, fs.ErrExist) {
			return newFault("cmd.scheme.exists", *to)
		}
		if err == nil {
			_, err = f.Write(schemes.New)
			err = errors.Join(err, f.Close())
		}
		if err != nil {
			return &fault{code: "cmd.scheme.write", args: []any{*to}, err: err}
		}
		a.say(words.CmdSchemeWritten, *to)
		return nil
	}
	return c
}

// schemeSchema prints the JSON Schema of scheme files.
func (a *app) schemeSchema() *cobra.Command {
	c := a.command(words.CmdSchemeSchema, "")
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		_, err := a.out.Write(schemes.Schema)
		return err
	}
	return c
}
