package checklist

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"

	store "zoufang/store/table"
)

// writable are a scheme's tables as the writer of tables takes them.
func writable(tables []SchemeTable) (out []store.Sheet) {
	for _, t := range tables {
		s := store.Sheet{Name: t.Name}
		for _, c := range t.Columns {
			s.Columns = append(s.Columns, store.Column(c))
		}
		for _, row := range t.Rows {
			var cells []store.Cell
			for _, c := range row {
				cells = append(cells, store.Cell{Text: c.Text, Number: c.Number, Bold: c.Bold, Choices: c.Choices})
			}
			s.Rows = append(s.Rows, cells)
		}
		out = append(out, s)
	}
	return out
}

func readBack(t *rapid.T, name string, data []byte) (out []NamedTable) {
	tables, err := store.ReadSheets(name, bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range tables {
		n := NamedTable{Name: x.Sheet}
		if n.Name == "" {
			n.Name = name
		}
		for _, r := range x.Rows {
			n.Rows = append(n.Rows, TableRow{r.No, r.Cells})
		}
		out = append(out, n)
	}
	return out
}

// Any scheme comes back from the bytes of a workbook and of CSV files with the same meaning.
func TestGeneratedSchemesThroughFiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := genLoaded(t)
		lang := rapid.SampledFrom([]string{"zh", "en"}).Draw(t, "lang")
		sheets := writable(s.Tables(lang))
		var book bytes.Buffer
		if err := store.WriteWorkbook(&book, sheets); err != nil {
			t.Fatal(err)
		}
		var files []NamedTable
		for _, x := range sheets {
			var file bytes.Buffer
			if err := store.WriteCSV(&file, x, rapid.Bool().Draw(t, "mark")); err != nil {
				t.Fatal(err)
			}
			files = append(files, readBack(t, x.Name, file.Bytes())...)
		}
		for what, tables := range map[string][]NamedTable{"xlsx": readBack(t, "x", book.Bytes()), "csv": files} {
			src, problems := SchemeOfTables(tables, lang)
			if list := errorsOf(problems); len(list) > 0 {
				t.Fatalf("%s: %+v", what, list)
			}
			if back, err := LoadScheme(src); err != nil || back.Hash != s.Hash {
				t.Fatalf("%s came back as something else: %v\nwas %s\nis  %s", what, err, s.canonical, back.Canonical())
			}
		}
	})
}
