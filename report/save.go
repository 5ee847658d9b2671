package report

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"zoufang/store"
)

// textWidth is how wide a sheet is when it is saved as text: what a sheet of paper takes in a plain printer's type.
const textWidth = 80

// Formats are what sheets can be written as, by the ending of the file.
var Formats = map[string]func(io.Writer, ...*Sheet) error{
	"txt":  func(w io.Writer, s ...*Sheet) error { return Plain(w, textWidth, s...) },
	"html": HTML, "htm": HTML, "docx": DOCX, "xlsx": sheetBook, "csv": sheetCSV, "json": noJSON,
}

// Write writes sheets in a format. Fault sheet.format (format).
func Write(w io.Writer, format string, sheets ...*Sheet) error {
	write := Formats[strings.ToLower(format)]
	if len(sheets) == 1 && sheets[0].own[strings.ToLower(format)] != nil {
		return sheets[0].own[strings.ToLower(format)](w)
	}
	if write == nil {
		return &store.Fault{Code: "sheet.format", Args: []any{format}}
	}
	return write(w, sheets...)
}

// Save writes sheets to a file that is not there yet, in the format its ending names. The file is there whole or not at
// all, and only its owner may read it. Faults: sheet.exists (path), sheet.format (path), sheet.write (path).
func Save(path string, sheets ...*Sheet) error {
	format := strings.TrimPrefix(filepath.Ext(path), ".")
	if Formats[strings.ToLower(format)] == nil {
		return &store.Fault{Code: "sheet.format", Args: []any{filepath.Base(path)}}
	}
	var out bytes.Buffer
	if err := Write(&out, format, sheets...); err != nil {
		return err
	}
	if _, err := os.Lstat(path); err == nil {
		return &store.Fault{Code: "sheet.exists", Args: []any{filepath.Base(path)}}
	}
	if err := writeWhole(path, out.Bytes()); err != nil {
		return &store.Fault{Code: "sheet.write", Args: []any{path}, Err: err}
	}
	return nil
}

// writeWhole writes beside the file, makes it durable, and only then gives it its name.
func writeWhole(path string, data []byte) error {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".zoufang-*.tmp") // 0600
	if err != nil {
		return err
	}
	_, err = tmp.Write(data)
	err = errors.Join(err, tmp.Sync(), tmp.Close())
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		_ = os.Remove(tmp.Name()) // what is told is why
	}
	return err
}
