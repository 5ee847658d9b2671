package table

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// hostile are texts that a spreadsheet runs, converts or trims.
var hostile = []string{
	"=SUM(A1:A9)", "+1", "-5", "@x", "\t=1", "007", "1E5", "1.10", "0.50", "2026-03-09", "1/2", "3月5日", "二〇二六年三月", "１２", "TRUE", "Mar-5", "SEPT 1", "（5）", "￥1,234.50", "50%",
	"'", "''", "'=1", "''=1", "'007", "'单引号", " 空格 ", "甲\n乙", "\n", "a,b;c\td", "他说\"好\"", "_x0041_", "_x005F_x000A_", "_x0041_x0042_", "__x0041__x", "\u200b", "x\ufeff", "é", "𠮷", "😀", "<b>&amp;", "a\u2028b", strings.Repeat("长", 400),
}

func drawSheet(t *rapid.T) Sheet {
	s := Sheet{Name: "指标", Columns: []Column{{Header: "编号", Width: 9}, {Header: "值", Choices: []string{"是", "否"}}, {Header: "数"}}}
	text := rapid.OneOf(rapid.SampledFrom(hostile), rapid.StringMatching(`[a-zA-Z0-9 =+',;"\n-]{0,8}`), rapid.String())
	for range rapid.IntRange(1, 6).Draw(t, "rows") {
		row := []Cell{{Text: "x"}}
		for range 2 {
			number := rapid.Bool().Draw(t, "number")
			cell := Cell{Number: number, Text: text.Draw(t, "text")}
			if number {
				cell.Text = rapid.SampledFrom([]string{"0", "0.5", "0.50", "12", "-3", "100.25", "9999999.99", "007", "1e5", "0.1"}).Draw(t, "n")
			}
			row = append(row, cell)
		}
		s.Rows = append(s.Rows, row)
	}
	return s
}

// asRead is what a reader finds of a sheet: trailing empty cells are gone, texts are composed, line breaks are one kind.
func asRead(s Sheet) (out []Row) {
	t := Table{exact: true}
	header := []string{}
	for _, c := range s.Columns {
		header = append(header, c.Header)
	}
	rows := [][]string{header}
	for _, r := range s.Rows {
		var cells []string
		for _, c := range r {
			cells = append(cells, guard(c.Text)) // add takes it off
		}
		rows = append(rows, cells)
	}
	for i, r := range rows {
		if err := t.add("", i+1, r); err != nil {
			panic(err)
		}
	}
	return t.Rows
}

// carried tells whether a sheet's texts can be held by CSV and XLSX at all.
func carried(s Sheet) bool {
	for _, r := range s.Rows {
		for _, c := range r {
			if strings.ContainsFunc(c.Text, func(r rune) bool { return r < 0x20 && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff }) {
				return false
			}
		}
	}
	return true
}

func TestWrittenTablesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawSheet(t)
		if !carried(s) {
			t.Skip("control characters")
		}
		var plain, marked, book bytes.Buffer
		if err := errors.Join(WriteCSV(&plain, s, false), WriteCSV(&marked, s, true), WriteWorkbook(&book, []Sheet{{Name: "空", Columns: s.Columns[:1]}, s})); err != nil {
			t.Fatal(err)
		}
		if marked.String() != "\ufeff"+plain.String() {
			t.Fatal("the mark changes more than the beginning")
		}
		want := asRead(s)
		for name, data := range map[string][]byte{"plain": plain.Bytes(), "marked": marked.Bytes(), "book": book.Bytes()} {
			got, err := ReadSheets(name, bytes.NewReader(data))
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			last := got[len(got)-1]
			if !reflect.DeepEqual(last.Rows, want) || name == "book" && (len(got) != 2 || last.Sheet != "指标") {
				t.Fatalf("%s:\ngot  %+q\nwant %+q", name, fmt.Sprint(last.Rows), fmt.Sprint(want))
			}
		}
	})
}

func TestGuard(t *testing.T) {
	for s, want := range map[string]string{
		"=1": "'=1", "+8610": "'+8610", "-": "'-", "@a": "'@a", "007": "'007", "1E5": "'1E5", "2026-03-09": "'2026-03-09", "3月5日": "'3月5日",
		"12:30": "'12:30", "５０％": "'５０％", "true": "'true", "Mar-5": "'Mar-5", "'=1": "''=1", "  7": "'  7", "＝1": "'＝1", "(5)": "'(5)",
		"": "", "E1.1": "E1.1", "A1": "A1", "职责履行": "职责履行", "“三定”规定": "“三定”规定", "5个工作日": "5个工作日", "March of progress": "March of progress", "'单": "'单", "—": "—", "true to life": "true to life",
	} {
		if got := guard(s); got != want {
			t.Errorf("guard(%q) = %q, want %q", s, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.OneOf(rapid.String(), rapid.SampledFrom(hostile), rapid.StringMatching(`'{0,3}[=+0-9a-z ]{0,3}`)).Draw(t, "s")
		if got := unguard(guard(s)); got != s {
			t.Fatalf("%q came back as %q", s, got)
		}
	})
}

func TestWorkbookIsMadeForPeople(t *testing.T) {
	var out bytes.Buffer
	s := Sheet{Name: "指标", Columns: []Column{{Header: "编号", Width: 12}, {Header: "方式", Choices: []string{"逐次", "一次"}}, {Header: "分值"}},
		Rows: [][]Cell{{{Text: "=1+1"}, {Text: "一次"}, {Text: "0.5", Number: true}}}}
	if err := WriteWorkbook(&out, []Sheet{s}); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(out.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if formula, _ := f.GetCellFormula("指标", "A2"); formula != "" {
		t.Errorf("a text became the formula %q", formula)
	}
	for cell, want := range map[string]excelize.CellType{"A2": excelize.CellTypeSharedString, "C2": excelize.CellTypeUnset} {
		if got, _ := f.GetCellType("指标", cell); got != want {
			t.Errorf("%s is of type %v, want %v", cell, got, want)
		}
	}
	if panes, _ := f.GetPanes("指标"); !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the header is not frozen: %+v", panes)
	}
	if w, _ := f.GetColWidth("指标", "A"); w != 12 {
		t.Errorf("width %v", w)
	}
	lists, err := f.GetDataValidations("指标")
	if err != nil || len(lists) != 1 || !strings.HasPrefix(lists[0].Sqref, "B2:") || !strings.Contains(lists[0].Formula1, "逐次,一次") {
		t.Errorf("lists: %+v %v", lists, err)
	}
	id, _ := f.GetCellStyle("指标", "A2")
	if style, err := f.GetStyle(id); err != nil || style.NumFmt != 49 || !style.Alignment.WrapText {
		t.Errorf("style of a text: %+v %v", style, err)
	}
}

func TestWritingRefusesWhatWouldBeCutOff(t *testing.T) {
	for _, text := range []string{strings.Repeat("长", MaxCell), "a\ufffeb", "a\uffffb", "a\x01b", "a\rb"} {
		s := Sheet{Name: "x", Columns: []Column{{Header: "h"}}, Rows: [][]Cell{{{Text: "ok"}}, {{Text: text}}}}
		for name, err := range map[string]error{"csv": WriteCSV(&bytes.Buffer{}, s, true), "xlsx": WriteWorkbook(&bytes.Buffer{}, []Sheet{s})} {
			var f *Fault
			if !errors.As(err, &f) || !strings.HasPrefix(f.Code, "table.write_") || fmt.Sprint(f.Args[:2]) != "[x 3]" {
				t.Errorf("%s: %.20q was written: %v", name, text, err)
			}
		}
	}
}

func TestReadSheetsGivesAllOfThem(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for _, name := range []string{"甲", "乙", "空"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	for sheet, text := range map[string]string{"甲": "  a ", "乙": "'007"} {
		if err := f.SetCellStr(sheet, "B2", text); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetSheetVisible("乙", false); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	got, err := ReadSheets("x.xlsx", &out)
	if err != nil || len(got) != 2 || got[0].Sheet != "甲" || got[1].Sheet != "乙" {
		t.Fatalf("%+v %v", got, err)
	}
	if a, b := got[0].Rows[0], got[1].Rows[0]; a.No != 2 || a.Cells[1] != "  a " || b.Cells[1] != "007" {
		t.Errorf("%+v %+v", a, b)
	}
	if csv, err := ReadSheets("x.csv", strings.NewReader("a,b\n甲;乙;丙;丁,x\n")); err != nil || len(csv[0].Rows[1].Cells) != 2 {
		t.Errorf("the header does not say the separator: %+v %v", csv, err)
	}
	if _, err := ReadSheets("x.csv", strings.NewReader(" \n")); err == nil {
		t.Error("nothing was read as something")
	}
}

// A format that shows fewer decimals changes no number, and the noise of binary numbers is none.
func TestReadSheetsTakesNumbersAsTyped(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	two, zeros := "0.00", "000"
	for cell, x := range map[string]struct {
		value  string
		format *string
	}{"A1": {"0.255", &two}, "B1": {"1.1000000000000001", &two}, "C1": {"7", &zeros}, "D1": {"0.5", &two}, "E1": {"1.1000000000000001", nil}} {
		if err := f.SetCellDefault("Sheet1", cell, x.value); err != nil {
			t.Fatal(err)
		}
		if x.format == nil {
			continue
		}
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: x.format})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	got, err := ReadSheets("x.xlsx", &out)
	if err != nil {
		t.Fatal(err)
	}
	if cells := fmt.Sprint(got[0].Rows[0].Cells); cells != "[0.255 1.10 007 0.50 1.1]" {
		t.Errorf("got %s", cells)
	}
}
