package table

import (
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Column is a column of a table to be written.
type Column struct {
	Header  string
	Width   int      // in characters of half width; 0 is what the program that opens it takes
	Choices []string // offered in a list under each cell
}

// Cell is a cell to be written. What is marked as a number is one for the workbook where it is written as one; anything
// else stays the text it is, however much it looks like a number, a date or a formula.
type Cell struct {
	Text    string
	Number  bool
	Points  bool     // a number with exactly two decimals, which are shown
	Bold    bool     // in a workbook
	Choices []string // offered in a list under this cell
}

// Sheet is a table to be written. Rows are without the header; the row of cell i of the header is row 1.
type Sheet struct {
	Name    string // at most 31 characters, none of []:*?/\
	Columns []Column
	Rows    [][]Cell
	Print   *Print // for a table to be printed and searched; nil for one to be filled in
}

// number tells whether the cell is written as a number.
func (c *Cell) number() bool {
	return c.Number && plainNumber.MatchString(c.Text) || c.Points && twoDecimals.MatchString(c.Text)
}

// fits refuses what a spreadsheet would cut off or could not hold. Faults, with the sheet and the row:
// table.write_cell and the limit; table.write_sign and the character.
func (s *Sheet) fits() error {
	for i, row := range s.Rows {
		for _, c := range row {
			if len(c.Text) > MaxCell/2 && utf16Len(c.Text) > MaxCell-2 { // room for the apostrophe
				return &Fault{Code: "table.write_cell", Args: []any{s.Name, i + 2, MaxCell}}
			}
			if at := strings.IndexFunc(c.Text, unwritable); at >= 0 {
				sign, _ := utf8.DecodeRuneInString(c.Text[at:])
				return &Fault{Code: "table.write_sign", Args: []any{s.Name, i + 2, fmt.Sprintf("U+%04X", sign)}}
			}
		}
	}
	return nil
}

// unwritable are the characters that a workbook or a CSV would lose.
func unwritable(r rune) bool {
	return r < 0x20 && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff
}

// utf16Len is the length of a text as spreadsheets count it.
func utf16Len(s string) (n int) {
	for _, r := range s {
		if n++; r > 0xffff {
			n++
		}
	}
	return n
}

// WriteCSV writes a table as CSV in UTF-8 with commas. Texts that a spreadsheet would run or turn into something else
// stand behind an apostrophe, which ReadSheets takes off. Without the byte order mark Excel takes the file for the
// national encoding and shows Chinese as garble. Faults: those of fits; else the error of w.
func WriteCSV(w io.Writer, s Sheet, mark bool) error {
	if err := s.fits(); err != nil {
		return err
	}
	if mark {
		if _, err := io.WriteString(w, "\ufeff"); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	line := make([]string, len(s.Columns))
	for i, c := range s.Columns {
		line[i] = c.Header
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for _, row := range s.Rows {
		for i, c := range row {
			if line[i] = c.Text; !c.number() {
				line[i] = guard(c.Text)
			}
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// plainNumber is a number that a spreadsheet shows, keeps and writes again as it is.
var plainNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,9})(\.[0-9]{0,3}[1-9])?$`)

// twoDecimals is a number of points as people write it.
var twoDecimals = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,9})\.[0-9]{2}$`)

// WriteWorkbook writes tables as an XLSX, one sheet each: the header row frozen and bold, the cells wrapped, texts as
// texts. The same tables give the same bytes. Faults: those of fits; table.write_rows (sheet, limit) for more rows than
// Read takes; else the error of w.
func WriteWorkbook(w io.Writer, sheets []Sheet) error {
	f := excelize.NewFile()
	defer f.Close()
	var style [2]*styles // of tables to be filled in, and to be printed
	for i := range sheets {
		err := sheets[i].fits()
		if err != nil {
			return err
		}
		if len(sheets[i].Rows) >= MaxRows { // a workbook is made in memory
			return &Fault{Code: "table.write_rows", Args: []any{sheets[i].Name, MaxRows}}
		}
		if i == 0 {
			err = f.SetSheetName(f.GetSheetName(0), sheets[i].Name)
		} else {
			_, err = f.NewSheet(sheets[i].Name)
		}
		if err != nil {
			return err
		}
		printed := 0
		if sheets[i].Print != nil {
			printed = 1
		}
		if style[printed] == nil {
			if style[printed], err = newStyles(f, printed == 1); err != nil {
				return err
			}
		}
		if err := writeSheet(f, &sheets[i], style[printed]); err != nil {
			return err
		}
	}
	return f.Write(w)
}

func writeSheet(f *excelize.File, s *Sheet, style *styles) error {
	for i, c := range s.Columns {
		if err := putCell(f, s.Name, i, 1, Cell{Text: c.Header}, style.header); err != nil {
			return err
		}
		col, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if c.Width > 0 {
			if err := f.SetColWidth(s.Name, col, col, float64(c.Width)); err != nil {
				return err
			}
		}
		// The list reaches past the last row, so that rows that people add have it too.
		if err := offer(f, s.Name, i, 2, len(s.Rows)+200, c.Choices); err != nil {
			return err
		}
	}
	for r, row := range s.Rows {
		for i, c := range row {
			if err := putCell(f, s.Name, i, r+2, c, style.of(c)); err != nil {
				return err
			}
			if err := offer(f, s.Name, i, r+2, r+2, c.Choices); err != nil {
				return err
			}
		}
		// Not every program finds the height of wrapped text when it opens a file.
		if lines := s.lines(row); lines > 1 {
			if err := f.SetRowHeight(s.Name, r+2, float64(min(lines*15, 400))); err != nil {
				return err
			}
		}
	}
	if err := f.SetPanes(s.Name, s.Print.panes()); err != nil {
		return err
	}
	if err := s.Print.set(f, s); err != nil {
		return err
	}
	return printable(f, s.Name) // last: setting filters forgets that a sheet is fitted to its page
}

// lines is how many lines the wrapped cells of a row take, about.
func (s *Sheet) lines(row []Cell) (most int) {
	for i, c := range row {
		if s.Columns[i].Width <= 0 {
			continue
		}
		n := 0
		for _, part := range strings.Split(c.Text, "\n") {
			wide := 0
			for _, r := range part {
				if wide++; r >= 0x2e80 {
					wide++
				}
			}
			n += max(1, (wide+s.Columns[i].Width-1)/s.Columns[i].Width)
		}
		most = max(most, n)
	}
	return most
}

func putCell(f *excelize.File, sheet string, col, row int, c Cell, style int) error {
	at, err := excelize.CoordinatesToCellName(col+1, row)
	if err != nil {
		return err
	}
	switch {
	case c.Text == "":
	case c.number():
		err = f.SetCellDefault(sheet, at, c.Text)
	default:
		text := c.Text
		if unguard(text) != text { // it would lose an apostrophe of its own when it is read
			text = "'" + text
		}
		err = f.SetCellStr(sheet, at, escapeUnderscores(text))
	}
	if err != nil {
		return err
	}
	return f.SetCellStyle(sheet, at, at, style)
}

// escapeUnderscores keeps a text such as _x0041_ what it is: a workbook takes it for the character of that number. The
// library reads the escape and leaves writing it to its callers.
func escapeUnderscores(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '_' && escape.MatchString(s[i:min(i+7, len(s))]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

var escape = regexp.MustCompile(`^_x[0-9a-fA-F]{4}_$`)

// offer puts a list of choices under cells. What is not in the list may still be typed: whoever reads the table judges.
func offer(f *excelize.File, sheet string, col, from, to int, choices []string) error {
	if len(choices) == 0 || utf8.RuneCountInString(strings.Join(choices, ",")) > 250 {
		return nil
	}
	first, err := excelize.CoordinatesToCellName(col+1, from)
	if err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(col+1, to)
	if err != nil {
		return err
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(first + ":" + last)
	v.ShowErrorMessage = false
	if err := v.SetDropList(choices); err != nil {
		return err
	}
	return f.AddDataValidation(sheet, v)
}
