package table

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The limits of a table. They are far above a list of units and far below what would hurt an old laptop.
const (
	MaxBytes   = 32 << 20  // of the file
	MaxRows    = 100_000   // including empty ones
	MaxColumns = 512       // of one row
	MaxCell    = 32_767    // characters of a cell, as in Excel
	maxUnzip   = 256 << 20 // of a workbook's parts together
)

// Row is one row with something in it.
type Row struct {
	No    int      // as a spreadsheet numbers it, from 1; a cell with line breaks does not shift it
	Cells []string // NFC, and trimmed by Read; trailing empty cells are left out
}

// Table is what a file held.
type Table struct {
	Format   string // "csv" or "xlsx"
	Encoding string // of a CSV: "utf-8", "utf-16" or "gb18030"
	Sheet    string // of a workbook: the sheet that was read
	Rows     []Row  // rows with nothing in them are left out

	exact bool // cells are kept as they are
}

// Fault is an error meant for people: package words has a sentence for its code.
type Fault struct {
	Code string // "table.…"
	Args []any  // what the sentence names
	Err  error  // the cause, if another error is behind it
}

// Error is for logs and tests; people read the sentence of the code.
func (f *Fault) Error() string {
	s := f.Code
	if len(f.Args) > 0 {
		s += fmt.Sprint(" ", f.Args)
	}
	if f.Err != nil {
		s += ": " + f.Err.Error()
	}
	return s
}

// Unwrap is the cause.
func (f *Fault) Unwrap() error { return f.Err }

// FaultCode names the sentence.
func (f *Fault) FaultCode() string { return f.Code }

// FaultArgs fill it.
func (f *Fault) FaultArgs() []any { return f.Args }

// ReadFile reads the table in a file. Faults: table.missing, table.unreadable and those of Read.
func ReadFile(path string) (*Table, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &Fault{Code: "table.missing", Args: []any{path}, Err: err}
	}
	if err != nil {
		return nil, &Fault{Code: "table.unreadable", Args: []any{path}, Err: err}
	}
	defer file.Close()
	return Read(path, file)
}

// Read reads a table; name is only used to name it in faults. What it is, CSV or workbook, is told by its bytes and
// not by its name. Faults: table.unreadable, table.toobig, table.empty, table.old (.xls, or a workbook under a
// password), table.binary, table.encoding, table.quote, table.workbook, table.rows, table.columns, table.cell.
func Read(name string, r io.Reader) (*Table, error) {
	tables, err := read(name, r, false)
	if err != nil {
		return nil, err
	}
	return tables[0], nil
}

// ReadSheets reads every table of a file: all sheets of a workbook that have anything on them, hidden ones too, or the one
// of a CSV. Cells are as they were written, spaces and all, without the apostrophe that WriteCSV guards some with; only
// their rows and their separators are found as Read finds them. Faults: those of Read.
func ReadSheets(name string, r io.Reader) ([]*Table, error) { return read(name, r, true) }

func read(name string, r io.Reader, exact bool) (tables []*Table, err error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, &Fault{Code: "table.unreadable", Args: []any{name}, Err: err}
	}
	if len(data) > MaxBytes {
		return nil, &Fault{Code: "table.toobig", Args: []any{name, MaxBytes >> 20}}
	}
	switch {
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
		return nil, &Fault{Code: "table.old", Args: []any{name}}
	case bytes.HasPrefix(data, []byte("PK\x03\x04")):
		tables, err = readWorkbook(name, data, exact)
	default:
		tables, err = readCSV(name, data, exact)
	}
	if err != nil {
		return nil, err
	}
	if len(tables) == 0 {
		return nil, &Fault{Code: "table.empty", Args: []any{name}}
	}
	return tables, nil
}

// add trims a row and keeps it unless it is empty.
func (t *Table) add(name string, no int, cells []string) error {
	if no > MaxRows {
		return &Fault{Code: "table.rows", Args: []any{name, MaxRows}}
	}
	row := Row{No: no, Cells: make([]string, 0, len(cells))}
	used := 0
	for i, c := range cells {
		if t.exact {
			c = norm.NFC.String(unguard(c))
		} else {
			c = clean(c)
		}
		if strings.TrimSpace(c) != "" {
			used = i + 1
		}
		if len(c) > MaxCell && len([]rune(c)) > MaxCell {
			return &Fault{Code: "table.cell", Args: []any{name, no, MaxCell}}
		}
		row.Cells = append(row.Cells, c)
	}
	if used == 0 {
		return nil
	}
	if used > MaxColumns {
		return &Fault{Code: "table.columns", Args: []any{name, no, MaxColumns}}
	}
	row.Cells = row.Cells[:used]
	t.Rows = append(t.Rows, row)
	return nil
}

// clean trims what nobody sees: spaces of all widths and the marks that copying from web pages and chat leaves behind.
func clean(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' || unicode.IsControl(r)
	})
	return norm.NFC.String(s)
}
