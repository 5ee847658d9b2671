package report

import (
	"encoding/json"
	"io"

	"zoufang/store/table"
)

// Workbook writes results as an XLSX: a sheet for each table, with real numbers, filters and frozen headers. The same results
// give the same bytes. Faults: those of table.WriteWorkbook.
func Workbook(w io.Writer, r *Results) error { return table.WriteWorkbook(w, r.tables()) }

// CSV writes a row for each unit, indicator and evaluator, in UTF-8; with a mark, Excel reads the Chinese in it. Faults: those
// of table.WriteCSV.
func CSV(w io.Writer, r *Results, mark bool) error { return table.WriteCSV(w, r.long(), mark) }

// JSON writes results as docs/schema/results.schema.json describes them.
func JSON(w io.Writer, r *Results) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(r)
}
