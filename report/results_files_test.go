package report

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/table"
	"zoufang/words"
)

// Python's reader finds the CSV as it was meant: a row for each unit, indicator and evaluator, no cell that runs.
func TestCSVIsReadBack(t *testing.T) {
	tool(t, "python3", "python3")
	r := gather(t, judged(t, allDone), words.ZH)
	for _, mark := range []bool{true, false} {
		var out bytes.Buffer
		if err := CSV(&out, r, mark); err != nil {
			t.Fatal(err)
		}
		if bytes.HasPrefix(out.Bytes(), []byte("\xef\xbb\xbf")) != mark {
			t.Errorf("mark %v is not obeyed", mark)
		}
		file := filepath.Join(t.TempDir(), "r.csv")
		if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		text := run(t, "python3", "-c", `import csv,json,sys
print(json.dumps(list(csv.reader(open(sys.argv[1],encoding="utf-8-sig",newline=""),strict=True))))`, file)
		var got [][]string
		if err := json.Unmarshal([]byte(text), &got); err != nil {
			t.Fatal(err)
		}
		want := r.long()
		if len(got) != len(want.Rows)+1 {
			t.Fatalf("%d rows of %d", len(got), len(want.Rows)+1)
		}
		for i, row := range want.Rows {
			for k, c := range row {
				cell := got[i+1][k]
				if strings.TrimPrefix(cell, "'") != c.Text {
					t.Fatalf("row %d: %q, want %q", i, cell, c.Text)
				}
				if !c.Points && !c.Number && cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
					t.Errorf("%q would run", cell)
				}
			}
		}
	}
}

// LibreOffice opens the workbook and finds every cell of every table, numbers as numbers; written twice it is the same.
func TestOfficeOpensTheWorkbook(t *testing.T) {
	r := gather(t, judged(t, allDone), words.ZH)
	var out, again bytes.Buffer
	if err := Workbook(&out, r); err != nil {
		t.Fatal(err)
	}
	if err := Workbook(&again, r); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(out.Bytes(), again.Bytes()) {
		t.Error("written twice it is not the same")
	}
	sameTables(t, "ours", r.tables(), out.Bytes())
	tool(t, "soffice", "libreoffice-calc-nogui")
	file := filepath.Join(t.TempDir(), "r.xlsx")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if keep := os.Getenv("ZOUFANG_SHEETS"); keep != "" {
		if err := os.WriteFile(filepath.Join(keep, "results.xlsx"), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	back, err := os.ReadFile(convert(t, file, "xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	sameTables(t, "LibreOffice", r.tables(), back)
}

func sameTables(t *testing.T, who string, want []table.Sheet, book []byte) {
	t.Helper()
	got, err := table.ReadSheets("r.xlsx", bytes.NewReader(book))
	if err != nil {
		t.Fatal(who, err)
	}
	if len(got) != len(want) {
		t.Fatalf("%s: %d sheets, want %d", who, len(got), len(want))
	}
	for i, w := range want {
		if got[i].Sheet != w.Name || len(got[i].Rows) != len(w.Rows)+1 {
			t.Fatalf("%s: sheet %q with %d rows, want %q with %d", who, got[i].Sheet, len(got[i].Rows), w.Name, len(w.Rows)+1)
		}
		for k, row := range w.Rows {
			for c, cell := range row {
				text := ""
				if c < len(got[i].Rows[k+1].Cells) {
					text = got[i].Rows[k+1].Cells[c]
				}
				if text != cell.Text {
					t.Errorf("%s: %s row %d column %d: %q, want %q", who, w.Name, k+2, c+1, text, cell.Text)
				}
			}
		}
	}
}

// The form that a unit fills in is read back for that unit alone, with every row that is wrong named.
func TestSelfFormComesBack(t *testing.T) {
	s := checklist.DefaultScheme()
	src := &Source{Lang: words.ZH, Scheme: s, Doc: &store.Doc{Visit: checklist.Visit{Unit: checklist.Unit{Code: "D01", Name: "青澜区民政局", Kind: "department"}}}}
	form := src.selfTable()
	form.Rows[0][4].Text, form.Rows[0][5].Text = "2.50", "=1+1 说明"
	form.Rows[1][4].Text = "９．９９分"
	form.Rows[2][5].Text = "只有说明"
	read := func() checklist.SelfTable {
		var out bytes.Buffer
		if err := table.WriteWorkbook(&out, []table.Sheet{form}); err != nil {
			t.Fatal(err)
		}
		got, err := table.Read("form.xlsx", &out)
		if err != nil {
			t.Fatal(err)
		}
		rows := make([]checklist.TableRow, len(got.Rows))
		for i, r := range got.Rows {
			rows[i] = checklist.TableRow{No: r.No, Cells: r.Cells}
		}
		return checklist.CheckSelfScores(s, src.Doc.Unit, rows)
	}
	bad := read()
	if len(bad.Problems) != 2 || bad.Problems[0].Row != 3 || bad.Problems[0].Code != "self.above" || bad.Problems[1].Row != 4 || bad.Problems[1].Code != "self.nopoints" {
		t.Fatalf("%+v", bad.Problems)
	}
	form.Rows[1][4].Text, form.Rows[2][5].Text = "", ""
	good := read()
	if len(good.Problems) != 0 || len(good.Lines) != 1 || good.Lines[0].Points != 250 || good.Lines[0].Note != "=1+1 说明" || len(good.Open) != len(form.Rows)-1 || len(good.Unused) != 0 {
		t.Fatalf("%+v", good)
	}
	src.Doc.Unit.Code = "D02"
	if other := read(); len(other.Problems) != len(form.Rows) || other.Problems[0].Code != "self.unit" {
		t.Errorf("the form of another unit: %+v", other.Problems)
	}
}
