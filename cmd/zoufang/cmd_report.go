package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zoufang/report"
	"zoufang/store"
	"zoufang/words"
)

// The sheets a command can make of a unit, by the name they are asked for.
var sheets = []struct {
	name string
	make func(a *app, b *store.Book, src *report.Source) ([]*report.Sheet, error)
}{
	{"fact-sheet", func(_ *app, _ *store.Book, src *report.Source) ([]*report.Sheet, error) {
		return []*report.Sheet{src.FactSheet()}, nil
	}},
	{"missing", func(_ *app, _ *store.Book, src *report.Source) ([]*report.Sheet, error) {
		return []*report.Sheet{src.MissingPapers()}, nil
	}},
	{"slip", (*app).slipSheets},
}

func (a *app) slipSheets(b *store.Book, src *report.Source) (out []*report.Sheet, err error) {
	for _, x := range src.Doc.Slips {
		out = append(out, report.Slip(src.Lang, src.Made, b.Info(), src.Scheme, src.Doc.Unit, x))
	}
	return out, nil
}

// reportCommand makes a sheet to print or to read.
func (a *app) reportCommand() *cobra.Command {
	c := a.command(words.CmdReport, groupWork)
	unit := c.Flags().String("unit", "", words.FlagUnit.In(a.lang))
	day := c.Flags().String("day", "", words.FlagDay.In(a.lang))
	to := c.Flags().StringP("output", "o", "", words.FlagSheetTo.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgs = sheetNames()
	c.RunE = func(_ *cobra.Command, args []string) error {
		make := sheetNamed(args[0])
		if make == nil {
			return newFault("usage.sheet", args[0], strings.Join(sheetNames(), " "))
		}
		if *unit == "" {
			return newFault("usage.sheetunit", args[0])
		}
		return a.readVisit(*unit, *day, func(b *store.Book, d *store.Doc) error {
			scheme, err := b.SchemeOf(a.ctx, d.SchemeHash)
			if err != nil {
				return err
			}
			src := &report.Source{Lang: a.lang, Made: time.Now().Format("2006-01-02 15:04"), Doc: d, Scheme: scheme}
			list, err := make(a, b, src)
			if err != nil {
				return err
			}
			if len(list) == 0 {
				return newFault("report.none", d.Unit.Name)
			}
			return a.writeSheets(*to, list)
		})
	}
	return c
}

func sheetNames() []string {
	out := make([]string, len(sheets))
	for i, s := range sheets {
		out[i] = s.name
	}
	return out
}

func sheetNamed(name string) func(*app, *store.Book, *report.Source) ([]*report.Sheet, error) {
	for _, s := range sheets {
		if s.name == name {
			return s.make
		}
	}
	return nil
}

// writeSheets writes to a file that is not there yet, as its ending says, or as text to the output.
func (a *app) writeSheets(to string, list []*report.Sheet) error {
	var out bytes.Buffer
	switch ext := strings.ToLower(filepath.Ext(to)); {
	case to == "" || ext == ".txt":
		if err := report.Plain(&out, a.columns(), list...); err != nil {
			return err
		}
	case ext == ".html" || ext == ".htm":
		if err := report.HTML(&out, list...); err != nil {
			return err
		}
	default:
		return newFault("usage.sheetformat", to)
	}
	if to == "" {
		_, err := out.WriteTo(a.out)
		return err
	}
	if err := writeNew(to, out.Bytes(), false, 0o600); err != nil {
		return err
	}
	a.say(words.SheetWritten, to, list[0].Stamp.Code)
	return nil
}
