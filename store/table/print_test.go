package table

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// A table to be printed has numbers that are numbers and show two decimals, filters, a header on every page of A4, and its
// first columns in sight.
func TestPrintedTable(t *testing.T) {
	s := Sheet{Name: "排名's", Columns: []Column{{Header: "单位", Width: 20}, {Header: "总分", Width: 8}}, Print: &Print{Fixed: 1, Head: "A&B", Foot: strings.Repeat("长", 300)},
		Rows: [][]Cell{{{Text: "=1+1"}, {Text: "12.50", Points: true}}, {{Text: "7.00"}, {Text: "1.5", Points: true}}}}
	var out bytes.Buffer
	if err := WriteWorkbook(&out, []Sheet{s}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for _, c := range []struct{ at, raw, shown, want string }{{"A2", "=1+1", "=1+1", "text"}, {"B2", "12.50", "12.50", "number"}, {"A3", "7.00", "7.00", "text"}, {"B3", "1.5", "1.5", "text"}} {
		raw, err := f.GetCellValue(s.Name, c.at, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		shown, err := f.GetCellValue(s.Name, c.at)
		if err != nil {
			t.Fatal(err)
		}
		kind, err := f.GetCellType(s.Name, c.at)
		if err != nil {
			t.Fatal(err)
		}
		if text := kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString; raw != c.raw || shown != c.shown || text != (c.want == "text") {
			t.Errorf("%s holds %q, shows %q, is of kind %v", c.at, raw, shown, kind)
		}
		if formula, err := f.GetCellFormula(s.Name, c.at); err != nil || formula != "" {
			t.Errorf("%s runs %q", c.at, formula)
		}
	}
	layout, err := f.GetPageLayout(s.Name)
	if err != nil {
		t.Fatal(err)
	}
	props, err := f.GetSheetProps(s.Name)
	if err != nil {
		t.Fatal(err)
	}
	panes, err := f.GetPanes(s.Name)
	if err != nil {
		t.Fatal(err)
	}
	if *layout.Size != 9 || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 || props.FitToPage == nil || !*props.FitToPage {
		t.Errorf("the paper: %+v", layout)
	}
	if panes.XSplit != 1 || panes.YSplit != 1 || panes.TopLeftCell != "B2" {
		t.Errorf("what stays in sight: %+v", panes)
	}
	names := map[string]string{}
	for _, d := range f.GetDefinedName() {
		names[d.Name] = d.RefersTo
	}
	if names["_xlnm.Print_Titles"] != "'排名''s'!$1:$1" || !strings.HasSuffix(names["_xlnm._FilterDatabase"], "$A$1:$B$3") {
		t.Errorf("headers on every page and filters: %v", names)
	}
	if h, err := f.GetHeaderFooter(s.Name); err != nil || !strings.Contains(h.OddHeader, "A&&B") || len([]rune(h.OddFooter)) > 255 {
		t.Errorf("the edges of a page: %+v %v", h, err)
	}
}

// More rows than this program reads again are not written.
func TestTooManyRowsForAWorkbook(t *testing.T) {
	var fault *Fault
	err := WriteWorkbook(&bytes.Buffer{}, []Sheet{{Name: "x", Columns: []Column{{Header: "a"}}, Rows: make([][]Cell, MaxRows)}})
	if !errors.As(err, &fault) || fault.Code != "table.write_rows" {
		t.Errorf("%d rows: %v", MaxRows, err)
	}
}

// A number of points needs no guard in a CSV, and nothing else passes for one.
func TestPointsInCSV(t *testing.T) {
	var out bytes.Buffer
	row := []Cell{{Text: "12.50", Points: true}, {Text: "12.50"}, {Text: "=1.00", Points: true}, {Text: "-0.50", Points: true}}
	if err := WriteCSV(&out, Sheet{Columns: make([]Column, len(row)), Rows: [][]Cell{row}}, false); err != nil {
		t.Fatal(err)
	}
	if _, got, _ := strings.Cut(out.String(), "\r\n"); got != "12.50,'12.50,'=1.00,-0.50\r\n" {
		t.Errorf("%q", got)
	}
}
