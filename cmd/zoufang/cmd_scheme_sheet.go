package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store/table"
	"zoufang/words"
)

// schemeExport writes a scheme as tables: a workbook, or a folder of CSV files, one for each table. (One CSV file for all
// would have no header row of its own for each table to sort and filter by; a workbook is the one file to send.)
func (a *app) schemeExport() *cobra.Command {
	c := a.command(words.CmdSchemeExport, "")
	book := c.Flags().String("xlsx", "", words.FlagSheetXLSX.In(a.lang))
	folder := c.Flags().String("csv", "", words.FlagSheetCSV.In(a.lang))
	noMark := c.Flags().Bool("no-bom", false, words.FlagSheetNoMark.In(a.lang))
	force := c.Flags().Bool("force", false, words.FlagSheetReplace.In(a.lang))
	c.Args = atMost(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if (*book == "") == (*folder == "") {
			return newFault("usage.sheet_form")
		}
		src, _, err := a.schemeSource(strings.Join(args, ""))
		if err != nil {
			return err
		}
		s, err := checklist.LoadScheme(src)
		if err != nil {
			return err
		}
		sheets := sheetsOf(s.Tables(string(a.lang)))
		to := *book + *folder
		if *book != "" {
			err = writeBook(to, sheets, *force)
		} else {
			err = writeFolder(to, sheets, !*noMark, *force)
		}
		if err != nil {
			return err
		}
		a.say(words.CmdSheetExported, s.ID, s.Version, len(sheets), to)
		return nil
	}
	return c
}

// sheetsOf are the tables of a scheme as the writer wants them.
func sheetsOf(tables []checklist.SchemeTable) []table.Sheet {
	out := make([]table.Sheet, len(tables))
	for i, t := range tables {
		out[i] = table.Sheet{Name: t.Name, Rows: make([][]table.Cell, len(t.Rows))}
		for _, c := range t.Columns {
			out[i].Columns = append(out[i].Columns, table.Column(c))
		}
		for r, row := range t.Rows {
			for _, c := range row {
				out[i].Rows[r] = append(out[i].Rows[r], table.Cell{Text: c.Text, Number: c.Number, Bold: c.Bold, Choices: c.Choices})
			}
		}
	}
	return out
}

func writeBook(path string, sheets []table.Sheet, force bool) error {
	var out bytes.Buffer
	if err := table.WriteWorkbook(&out, sheets); err != nil {
		return err
	}
	return writeNew(path, out.Bytes(), force, 0o644)
}

// writeFolder writes each table as a file that sorts where the table stands. A folder that holds something is left alone
// unless force says to write into it.
func writeFolder(path string, sheets []table.Sheet, mark, force bool) error {
	if list, err := os.ReadDir(path); err == nil && len(list) > 0 && !force {
		return newFault("cmd.sheet.folder", path)
	}
	files := map[string][]byte{}
	for i, s := range sheets {
		var out bytes.Buffer
		if err := table.WriteCSV(&out, s, mark); err != nil {
			return err
		}
		files[fmt.Sprintf("%02d-%s.csv", i+1, s.Name)] = out.Bytes()
	}
	if err := os.MkdirAll(path, 0o755); err != nil {
		return &fault{code: "cmd.scheme.write", args: []any{path, err}, err: err}
	}
	for name, data := range files {
		if err := writeNew(filepath.Join(path, name), data, force, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// schemeImport makes a scheme file of tables. Every problem is named with its cell; with an error nothing is written
// unless force says so, and a table that cannot be read at all is never written.
func (a *app) schemeImport() *cobra.Command {
	c := a.command(words.CmdSchemeImport, "")
	to := c.Flags().StringP("out", "o", "", words.FlagSheetOut.In(a.lang))
	force := c.Flags().Bool("force", false, words.FlagSheetForce.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *to == "" {
			return newFault("usage.sheet_out")
		}
		tables, err := readTables(args[0])
		if err != nil {
			return err
		}
		src, problems := checklist.SchemeOfTables(tables, string(a.lang))
		bad := a.cellProblems(problems)
		if src == nil || bad > 0 && !*force {
			return newFault("cmd.sheet.bad", args[0], bad)
		}
		if err := writeNew(*to, src, *force, 0o644); err != nil {
			return err
		}
		if bad > 0 {
			a.say(words.CmdSheetForced, *to, bad)
			return nil
		}
		s, err := checklist.LoadScheme(src)
		if err != nil {
			return err
		}
		a.say(words.CmdSheetImported, *to, s.ID, s.Version, s.Hash[:16])
		return nil
	}
	return c
}

// readTables reads a workbook, or the CSV files of a folder in the order of their names.
func readTables(path string) (out []checklist.NamedTable, err error) {
	info, err := os.Stat(path)
	if err == nil && !info.IsDir() {
		if out, err = readSheets(path); err == nil && len(out) == 1 && strings.EqualFold(filepath.Ext(path), ".csv") {
			return nil, newFault("cmd.sheet.one_csv", path, filepath.Dir(path))
		}
		return out, err
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, &fault{code: "cmd.scheme.read", args: []any{path, err}, err: err}
	}
	list, err := os.ReadDir(path)
	if err != nil {
		return nil, &table.Fault{Code: "table.missing", Args: []any{path}, Err: err}
	}
	for _, e := range list {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") || !strings.EqualFold(filepath.Ext(e.Name()), ".csv") {
			continue
		}
		part, err := readSheets(filepath.Join(path, e.Name()))
		if err != nil {
			return nil, err
		}
		out = append(out, part...)
	}
	if len(out) == 0 {
		return nil, newFault("cmd.sheet.no_csv", path)
	}
	return out, nil
}

func readSheets(path string) ([]checklist.NamedTable, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, &fault{code: "cmd.scheme.read", args: []any{path, err}, err: err}
	}
	defer f.Close()
	tables, err := table.ReadSheets(path, f)
	if err != nil {
		return nil, err
	}
	out := make([]checklist.NamedTable, len(tables))
	for i, t := range tables {
		out[i] = checklist.NamedTable{Name: t.Sheet, Rows: tableRows(t)}
		if t.Format == "csv" {
			base := filepath.Base(path)
			out[i].Name = strings.TrimSuffix(base, filepath.Ext(base))
		}
	}
	return out, nil
}

// cellProblems writes each problem with its cell and what to do, and counts the errors.
func (a *app) cellProblems(problems []checklist.CellProblem) (errs int) {
	for _, p := range problems {
		word := words.LintError
		if p.Severity == checklist.SeverityWarning {
			word = words.LintWarning
		} else {
			errs++
		}
		where := words.CellWhole.In(a.lang)
		switch {
		case p.Row > 0 && p.Column != "":
			where = words.CellAt.F(a.lang, p.Table, p.Row, p.Column)
		case p.Row > 0:
			where = words.CellRow.F(a.lang, p.Table, p.Row)
		case p.Column != "":
			where = words.CellColumn.F(a.lang, p.Table, p.Column)
		case p.Table != "":
			where = words.CellTable.F(a.lang, p.Table)
		}
		a.warn(words.CellProblem, where, word.In(a.lang), p.Code, words.Say(a.lang, p.Code, p.Args...))
		if advice := words.Advice(a.lang, p.Code, p.Near, p.Args...); advice != "" {
			a.warn(words.LintAdvice, advice)
		}
	}
	return errs
}
