package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zoufang/report"
	"zoufang/store"
	"zoufang/tui"
	"zoufang/words"
)

// reportFlags are what the report command is told.
type reportFlags struct {
	unit, day, slip, to, format, dir string
	open, all, noMark                bool
}

// reportCommand makes sheets to print or to read; without a name it lists what can be made.
func (a *app) reportCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdReport, groupResult))
	var f reportFlags
	c.Flags().StringVar(&f.unit, "unit", "", words.FlagUnit.In(a.lang))
	c.Flags().StringVar(&f.day, "day", "", words.FlagDay.In(a.lang))
	c.Flags().StringVar(&f.slip, "slip", "", words.FlagSheetSlip.In(a.lang))
	c.Flags().StringVarP(&f.to, "output", "o", "", words.FlagSheetTo.In(a.lang))
	c.Flags().StringVar(&f.format, "format", "", words.FlagSheetForm.In(a.lang))
	c.Flags().BoolVar(&f.noMark, "no-bom", false, words.FlagSheetNoMark.In(a.lang))
	c.Flags().BoolVar(&f.open, "open", false, words.FlagSheetOpen.In(a.lang))
	c.Flags().BoolVar(&f.all, "all", false, words.FlagSheetAll.In(a.lang))
	c.Flags().StringVar(&f.dir, "to", "", words.FlagSheetDir.In(a.lang))
	c.Args = atMost(1)
	c.ValidArgs = sheetNames()
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.listSheets()
		}
		kind, ok := report.KindNamed(args[0])
		if !ok {
			return newFault("usage.sheet", args[0], strings.Join(sheetNames(), " "))
		}
		if f.format != "" && report.Formats[strings.ToLower(f.format)] == nil {
			return newFault("usage.sheetformat", f.format)
		}
		if f.all {
			return a.reportAll(kind, f)
		}
		return a.reportOne(kind, f)
	}
	c.AddCommand(a.reportSigned())
	return c
}

func sheetNames() (out []string) {
	for _, k := range report.Kinds() {
		out = append(out, k.Name)
	}
	return out
}

// sheetView is a kind of sheet, as JSON tells it.
type sheetView struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	About string `json:"about"` // visit, unit, district, day
	For   string `json:"for"`   // unit, public, team, office
}

func (a *app) listSheets() error {
	views := []sheetView{}
	rows := [][]string{a.header(words.SheetsName, words.SheetsTitle, words.SheetsAbout, words.SheetsFor)}
	for _, k := range report.Kinds() {
		views = append(views, sheetView{k.Name, k.Title.In(a.lang), string(k.About), string(k.For)})
		rows = append(rows, []string{k.Name, k.Title.In(a.lang), words.SheetAbouts[string(k.About)].In(a.lang), words.Audiences[string(k.For)].In(a.lang)})
	}
	if a.json {
		return a.printJSON(views)
	}
	a.say(words.SheetsHead)
	grid(a.out, rows)
	return nil
}

// nowText is this moment as sheets carry it.
func nowText() string { return time.Now().Format("2006-01-02 15:04") }

// reportOne makes one sheet, or those of one unit.
func (a *app) reportOne(kind report.Kind, f reportFlags) error {
	if f.unit == "" && kind.About == report.AboutVisit || f.unit == "" && slices.Contains([]string{"slip", "notice"}, kind.Name) {
		return newFault("usage.sheetunit", kind.Name)
	}
	return a.read(func(b *store.Book) error {
		ask := report.Ask{Lang: a.lang, Made: nowText(), Day: f.day, NoMark: f.noMark}
		if kind.About == report.AboutDay && ask.Day == "" {
			ask.Day = time.Now().Format("2006-01-02")
		}
		if f.unit != "" {
			unit, err := a.unitNamed(b, f.unit)
			if err != nil {
				return err
			}
			if ask, err = a.askOf(b, kind, unit, f, ask); err != nil {
				return err
			}
		}
		list, err := kind.Make(a.ctx, b, ask)
		if store.IsFault(err, "report.nothing") && kind.Name == "slip" {
			return newFault("report.none", ask.Unit.Name)
		}
		if err != nil {
			return err
		}
		return a.handOut(list, f)
	})
}

// askOf says which sheet of a unit is wanted.
func (a *app) askOf(b *store.Book, kind report.Kind, unit store.UnitRow, f reportFlags, ask report.Ask) (report.Ask, error) {
	ask.Unit = unit.Unit
	if kind.About == report.AboutVisit {
		d, err := a.visitOf(b, unit, f.day)
		if err != nil {
			return ask, err
		}
		ask.Visit = d.ID
	}
	if f.slip != "" {
		x, err := b.FindSlip(a.ctx, f.slip)
		if err != nil {
			return ask, err
		}
		ask.Slip = x.ID
	}
	return ask, nil
}

// reportAll writes a file for each unit of the round that the sheet can be made of, and says why the others have none.
func (a *app) reportAll(kind report.Kind, f reportFlags) error {
	if f.dir == "" || kind.About != report.AboutVisit && kind.About != report.AboutUnit {
		return newFault("usage.reportall")
	}
	format := f.format
	if format == "" {
		format = "html"
	}
	return a.read(func(b *store.Book) error {
		if err := os.MkdirAll(f.dir, 0o700); err != nil {
			return &store.Fault{Code: "sheet.write", Args: []any{f.dir}, Err: err}
		}
		units, err := b.Units(a.ctx)
		if err != nil {
			return err
		}
		units = slices.DeleteFunc(units, func(u store.UnitRow) bool { return !u.Unit.Counts() })
		step, done := a.progress()
		defer done()
		written := 0
		for i, u := range units {
			if step != nil {
				step(store.Progress{Stage: "report", Done: int64(i), Total: int64(len(units))})
			}
			ask, err := a.askOf(b, kind, u, f, report.Ask{Lang: a.lang, Made: nowText()})
			var list []*report.Sheet
			if err == nil {
				list, err = kind.Make(a.ctx, b, ask)
			}
			if notHere(err) {
				a.warn(words.SheetsSkipped, u.Unit.Name, words.Explain(a.lang, err))
				continue
			}
			if err == nil {
				a.sayNames(list)
				err = report.Save(filepath.Join(f.dir, store.FileName(kind.Title.In(a.lang)+"-"+u.Unit.Code+"-"+u.Unit.Name+"."+format)), list...)
			}
			if err != nil {
				return err
			}
			written++
		}
		a.say(words.SheetsMade, written, f.dir)
		return nil
	})
}

// notHere tells whether a unit has no such sheet, which is no failure where sheets of all are made.
func notHere(err error) bool {
	var f *fault
	return store.IsFault(err, "report.nothing") || store.IsFault(err, "report.unreleased") || store.IsFault(err, "report.notnil") || errors.As(err, &f) && f.code == "cmd.novisit"
}

// handOut writes sheets where they are wanted: to a file, to the output as text or in a format, or into the browser.
func (a *app) handOut(list []*report.Sheet, f reportFlags) error {
	if f.open && f.to == "" {
		dir, err := os.MkdirTemp("", "zoufang-*") // 0700; the system's cleaning takes it
		if err != nil {
			return err
		}
		f.to = filepath.Join(dir, "sheet.html")
	}
	a.sayNames(list)
	if f.to == "" && f.format != "" {
		return report.Write(a.out, f.format, list...)
	}
	if err := a.writeSheets(f.to, list); err != nil || !f.open {
		return err
	}
	if err := tui.ShowFile(f.to); err != nil {
		return newFault("report.open", err, f.to)
	}
	a.say(words.SheetOpened, f.to)
	return nil
}

// sayNames warns where people spoken to are named on a sheet for the unit.
func (a *app) sayNames(list []*report.Sheet) {
	for _, s := range list {
		if len(s.Names) > 0 {
			a.warn(words.SheetNames, strings.Join(s.Names, words.CmdListSep.In(a.lang)))
		}
	}
}

// writeSheets writes to a file that is not there yet, as its ending says, or as text to the output.
func (a *app) writeSheets(to string, list []*report.Sheet) error {
	if to == "" {
		return report.Plain(a.out, a.columns(), list...)
	}
	err := report.Save(to, list...)
	if store.IsFault(err, "sheet.format") {
		return newFault("usage.sheetformat", to)
	}
	if err != nil {
		return err
	}
	a.say(words.SheetWritten, to, list[0].Stamp.Code)
	return nil
}
