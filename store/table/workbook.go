package table

import (
	"bytes"
	"fmt"
	"regexp"

	"github.com/xuri/excelize/v2"
)

// scientific is what a general-format cell shows for a long number, such as a unit code of twelve digits: the digits
// themselves are wanted then.
var scientific = regexp.MustCompile(`^-?[0-9](\.[0-9]+)?E[+-]?[0-9]+$`)

// readWorkbook reads the first visible sheet that has anything on it. Cells are taken as the screen shows them, so
// that a code formatted 000 keeps its zeros.
func readWorkbook(name string, data []byte) (t *Table, err error) {
	broken := func(cause error) error { return &Fault{Code: "table.workbook", Args: []any{name}, Err: cause} }
	// The workbook comes from a stranger's stick and the decoder is not ours: whatever it does to a malformed part,
	// the answer is a refused file and not a lost program.
	defer func() {
		if p := recover(); p != nil {
			t, err = nil, broken(fmt.Errorf("decoder: %v", p))
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxUnzip, UnzipXMLSizeLimit: maxUnzip})
	if err != nil {
		return nil, broken(err)
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		if shown, err := f.GetSheetVisible(sheet); err != nil || !shown {
			continue
		}
		t, err := readSheet(name, f, sheet)
		if err != nil {
			return nil, err
		}
		if len(t.Rows) > 0 {
			return t, nil
		}
	}
	return &Table{Format: "xlsx"}, nil
}

func readSheet(name string, f *excelize.File, sheet string) (*Table, error) {
	broken := func(cause error) error { return &Fault{Code: "table.workbook", Args: []any{name}, Err: cause} }
	t := &Table{Format: "xlsx", Sheet: sheet}
	rows, err := f.Rows(sheet)
	if err != nil {
		return nil, broken(err)
	}
	defer rows.Close()
	for no := 1; rows.Next(); no++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, broken(err)
		}
		for i, c := range cells {
			if scientific.MatchString(c) {
				cells[i] = digits(f, sheet, i+1, no, c)
			}
		}
		if err := t.add(name, no, cells); err != nil {
			return nil, err
		}
	}
	if err := rows.Error(); err != nil {
		return nil, broken(err)
	}
	return t, nil
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
