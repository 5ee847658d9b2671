package table

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// scientific is what a general-format cell shows for a long number, such as a unit code of twelve digits: the digits
// themselves are wanted then.
var scientific = regexp.MustCompile(`^-?[0-9](\.[0-9]+)?E[+-]?[0-9]+$`)

// readWorkbook reads the first visible sheet that has anything on it, or all sheets, hidden ones too. Cells are taken as
// the screen shows them, so that a code formatted 000 keeps its zeros.
func readWorkbook(name string, data []byte, all bool) (out []*Table, err error) {
	broken := func(cause error) error { return &Fault{Code: "table.workbook", Args: []any{name}, Err: cause} }
	// The workbook comes from a stranger's stick and the decoder is not ours: whatever it does to a malformed part,
	// the answer is a refused file and not a lost program.
	defer func() {
		if p := recover(); p != nil {
			out, err = nil, broken(fmt.Errorf("decoder: %v", p))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxUnzip})
	if err != nil {
		return nil, broken(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		if shown, err := f.GetSheetVisible(sheet); err != nil || !shown && !all {
			continue
		}
		t := &Table{Format: "xlsx", Sheet: sheet, exact: all}
		if err := t.readSheet(name, f, sheet); err != nil {
			return nil, err
		}
		if len(t.Rows) > 0 {
			out = append(out, t)
		}
		if len(out) > 0 && !all {
			break
		}
	}
	return out, nil
}

func (t *Table) readSheet(name string, f *excelize.File, sheet string) error {
	broken := func(cause error) error { return &Fault{Code: "table.workbook", Args: []any{name}, Err: cause} }
	rows, err := f.Rows(sheet)
	if err != nil {
		return broken(err)
	}
	defer rows.Close()
	stored, err := f.Rows(sheet)
	if err != nil {
		return broken(err)
	}
	defer stored.Close()
	for no := 1; rows.Next(); no++ {
		cells, err := rows.Columns()
		if err != nil {
			return broken(err)
		}
		if t.exact && stored.Next() {
			raw, err := stored.Columns(excelize.Options{RawCellValue: true})
			if err != nil {
				return broken(err)
			}
			unround(cells, raw)
		}
		for i, c := range cells {
			if scientific.MatchString(c) {
				cells[i] = digits(f, sheet, i+1, no, c)
			}
		}
		if err := t.add(name, no, cells); err != nil {
			return err
		}
	}
	if err := rows.Error(); err != nil {
		return broken(err)
	}
	return nil
}

// decimal is a number without anything around it.
var decimal = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// unround puts the stored numbers where a format shows fewer decimals. What is stored is a binary number: 15 digits of it
// are what was typed.
func unround(shown, stored []string) {
	for i := range min(len(shown), len(stored)) {
		if shown[i] == stored[i] || !decimal.MatchString(shown[i]) {
			continue
		}
		x, err := strconv.ParseFloat(stored[i], 64)
		if err != nil {
			continue
		}
		x, _ = strconv.ParseFloat(strconv.FormatFloat(x, 'g', 15, 64), 64) // what was just written can be read
		if y, err := strconv.ParseFloat(shown[i], 64); err == nil && x != y {
			shown[i] = strconv.FormatFloat(x, 'f', -1, 64)
		}
	}
}

// digits is the stored value of a cell whose shown one lost digits; shown where there is none.
func digits(f *excelize.File, sheet string, col, row int, shown string) string {
	axis, err := excelize.CoordinatesToCellName(col, row)
	if err != nil {
		return shown
	}
	raw, err := f.GetCellValue(sheet, axis, excelize.Options{RawCellValue: true})
	if err != nil || raw == "" {
		return shown
	}
	return raw
}
