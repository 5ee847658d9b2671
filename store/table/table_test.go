package table

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

const units = "编码,名称,类型\r\nD01,区民政局,政府部门\r\nS01,甲一街道办事处,街道办事处\r\n"

var unitRows = []Row{
	{1, []string{"编码", "名称", "类型"}},
	{2, []string{"D01", "区民政局", "政府部门"}},
	{3, []string{"S01", "甲一街道办事处", "街道办事处"}},
}

func gb(t *testing.T, s string) string {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func utf16Text(order binary.AppendByteOrder, s string) string {
	out := order.AppendUint16(nil, 0xfeff)
	for _, u := range utf16.Encode([]rune(s)) {
		out = order.AppendUint16(out, u)
	}
	return string(out)
}

func TestEncodings(t *testing.T) {
	rare := strings.ReplaceAll(units, "区民政局", "𠮷䶮镇政府") // beyond the two-byte plane of GBK
	for _, c := range []struct{ name, file, enc, want string }{
		{"utf-8", units, "utf-8", units},
		{"utf-8 with a byte order mark", "\ufeff" + units, "utf-8", units},
		{"gbk", gb(t, units), "gb18030", units},
		{"gb18030 of four bytes", gb(t, rare), "gb18030", rare},
		{"utf-16 little", utf16Text(binary.LittleEndian, strings.ReplaceAll(units, ",", "\t")), "utf-16", units},
		{"utf-16 big", utf16Text(binary.BigEndian, rare), "utf-16", rare},
		{"plain ascii", "code,name\nD01,Civil Affairs\n", "utf-8", "code,name\nD01,Civil Affairs\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read("u.csv", strings.NewReader(c.file))
			if err != nil {
				t.Fatal(err)
			}
			want, err := Read("u.csv", strings.NewReader(c.want))
			if err != nil {
				t.Fatal(err)
			}
			if got.Encoding != c.enc || !reflect.DeepEqual(got.Rows, want.Rows) {
				t.Errorf("got %s %+v, want %s %+v", got.Encoding, got.Rows, c.enc, want.Rows)
			}
		})
	}
}

func TestShapes(t *testing.T) {
	for _, c := range []struct {
		name, file string
		want       []Row
	}{
		{"comma", units, unitRows},
		{"semicolon", strings.ReplaceAll(units, ",", ";"), unitRows},
		{"tab", strings.ReplaceAll(units, ",", "\t"), unitRows},
		{"full-width comma", strings.ReplaceAll(units, ",", "，"), unitRows},
		{"sep line", "sep=;\r\n" + strings.ReplaceAll(units, ",", ";"), unitRows},
		{"lone carriage returns", strings.ReplaceAll(units, "\r\n", "\r"), unitRows},
		{"full-width comma inside cells", "a,b\n甲，乙,丙，丁，戊\n", []Row{{1, []string{"a", "b"}}, {2, []string{"甲，乙", "丙，丁，戊"}}}},
		{"separator inside quotes", "a;b\n\"x,y,z\";2\n", []Row{{1, []string{"a", "b"}}, {2, []string{"x,y,z", "2"}}}},
		{"title above the header", "2026年名单\n编码;名称\nD01;区民政局\n", []Row{{1, []string{"2026年名单"}}, {2, []string{"编码", "名称"}}, {3, []string{"D01", "区民政局"}}}},
		{"empty lines and rows keep the count", "a,b\n\n,,\n \t,\n1,2\n", []Row{{1, []string{"a", "b"}}, {5, []string{"1", "2"}}}},
		{"line break inside a cell", "a,b\n\"x\r\ny\",1\n2,3\n", []Row{{1, []string{"a", "b"}}, {2, []string{"x\ny", "1"}}, {3, []string{"2", "3"}}}},
		{"two line breaks in a row", "\"a\nb\",\"c\nd\"\n1,2\n", []Row{{1, []string{"a\nb", "c\nd"}}, {2, []string{"1", "2"}}}},
		{"trimmed", "\u3000a\u00a0, b \u200b,\n", []Row{{1, []string{"a", "b"}}}},
		{"composed", "e\u0301,1\n", []Row{{1, []string{"é", "1"}}}},
		{"no newline at the end", "a,b\n1,2", []Row{{1, []string{"a", "b"}}, {2, []string{"1", "2"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Read("u.csv", strings.NewReader(c.file))
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(got.Rows, c.want) {
				t.Errorf("got  %+v\nwant %+v", got.Rows, c.want)
			}
		})
	}
}

func TestFaults(t *testing.T) {
	long := strings.Repeat("甲", MaxCell+1)
	for _, c := range []struct {
		name, file, code string
		row              any
	}{
		{"nothing", "", "table.empty", nil},
		{"only blanks", "\ufeff\n , \n", "table.empty", nil},
		{"old excel or password", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on", "table.old", nil},
		{"not a text", "MZ\x90\x00\x03", "table.binary", nil},
		{"no known encoding", "a,b\n\xff\xfe\xff,1\n", "table.encoding", nil},
		{"half a character at the end", gb(t, units)[:3], "table.encoding", nil},
		{"lonely utf-16 surrogate", "\xff\xfea\x00\x00\xd8b\x00", "table.encoding", nil},
		{"lonely quote", "a,b\n1,\"2\n3,4\n", "table.quote", 2},
		{"quote inside a cell", "a,b\n1,2\n区\"两新\"工委,1\n", "table.quote", 3},
		{"lonely quote after a break in a cell", "a,b\n\"x\ny\",1\n\"3,4\n", "table.quote", 3},
		{"broken workbook", "PK\x03\x04 and nothing else", "table.workbook", nil},
		{"too many rows", strings.Repeat("1\n", MaxRows+1), "table.rows", nil},
		{"too many columns", "a\n" + strings.Repeat("1,", MaxColumns+1) + "\n", "table.columns", nil},
		{"too long a cell", "a,b\n1," + long + "\n", "table.cell", 2},
		{"too long a file", strings.Repeat("1", MaxBytes+1), "table.toobig", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := Read("u.csv", strings.NewReader(c.file))
			var f *Fault
			if !errors.As(err, &f) || f.FaultCode() != c.code {
				t.Fatalf("got %v, want %s", err, c.code)
			}
			if f.FaultArgs()[0] != "u.csv" {
				t.Errorf("the fault does not name the file: %v", f.Args)
			}
			if c.row != nil && f.Args[1] != c.row {
				t.Errorf("row %v, want %v", f.Args[1], c.row)
			}
		})
	}
}

func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "单位.csv")
	if err := os.WriteFile(path, []byte(units), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := ReadFile(path)
	if err != nil || !reflect.DeepEqual(got.Rows, unitRows) {
		t.Errorf("%v %v", got, err)
	}
	for path, code := range map[string]string{filepath.Join(dir, "none.csv"): "table.missing", dir: "table.unreadable"} {
		var f *Fault
		if _, err := ReadFile(path); !errors.As(err, &f) || f.Code != code {
			t.Errorf("%s: got %v, want %s", path, err, code)
		}
	}
}

// workbook makes an XLSX: the rows of one sheet, after an empty one and a hidden one.
func workbook(t testing.TB, rows [][]any) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for _, name := range []string{"隐藏", "名单"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetSheetVisible("隐藏", false); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellValue("隐藏", "A1", "not this one"); err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		if row == nil {
			continue
		}
		if err := f.SetSheetRow("名单", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	zeros := "000"
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &zeros})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle("名单", "A4", "A4", style); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWorkbook(t *testing.T) {
	data := workbook(t, [][]any{{"编码", "名称", " 人数 "}, nil, {"D01", "区民政局", 35}, {7, "long", 210102000123}, {"1E5", "text", 3.5}})
	got, err := Read("u.xlsx", bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	want := []Row{
		{1, []string{"编码", "名称", "人数"}},
		{3, []string{"D01", "区民政局", "35"}},
		{4, []string{"007", "long", "210102000123"}},
		{5, []string{"1E5", "text", "3.5"}},
	}
	if got.Format != "xlsx" || got.Sheet != "名单" || !reflect.DeepEqual(got.Rows, want) {
		t.Errorf("got %q %+v\nwant %+v", got.Sheet, got.Rows, want)
	}
}

func TestWorkbookWithNothing(t *testing.T) {
	var f *Fault
	if _, err := Read("u.xlsx", bytes.NewReader(workbook(t, nil))); !errors.As(err, &f) || f.Code != "table.empty" {
		t.Errorf("got %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(units))
	f.Add([]byte("\ufeffsep=;\na;b\n\"x\ny\";1\n"))
	f.Add([]byte("\xb1\xe0\xc2\xeb,\xc3\xfb\xb3\xc6\n"))
	f.Add([]byte("\xff\xfea\x00\n\x00"))
	f.Add(workbook(f, [][]any{{"编码", "名称"}, {"D01", 5}}))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Read("x", bytes.NewReader(data))
		if err != nil {
			var fault *Fault
			if !errors.As(err, &fault) || !strings.HasPrefix(fault.Code, "table.") {
				t.Fatalf("an error without a sentence: %v", err)
			}
			return
		}
		last := 0
		for _, r := range got.Rows {
			if r.No <= last {
				t.Fatalf("row %d after row %d", r.No, last)
			}
			last = r.No
			if len(r.Cells) == 0 || r.Cells[len(r.Cells)-1] == "" {
				t.Fatalf("an empty row or cell at the end: %q", r.Cells)
			}
		}
	})
}
