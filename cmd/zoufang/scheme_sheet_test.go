package main

import (
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/words"
)

// hostile are texts that a spreadsheet runs, converts, trims or escapes.
var hostile = []string{"=SUM(A1:A9)", "+1", "-5", "@import", "007", "1E5", "1.10", "2026-03-09", "3月5日", "1/2", "５０％", "TRUE", "Mar-5", "'单引号", "''=两个",
	"第一行\n第二行", "他说\"好\"，是", "逗号,分号;顿号、", "_x0041_", "_x005F_", "零宽\u200b空格", "\ufeff标记", "𠮷😀", "<b>&amp;", "￥1,234.50", "(5)", "12:30", "$A$1", "二〇二六年", "E1.1", "结尾\\"}

// hostileScheme is the default scheme with its names replaced by hostile texts.
func hostileScheme(t *testing.T) *checklist.Scheme {
	t.Helper()
	var tree any
	if err := json.Unmarshal(checklist.DefaultScheme().Canonical(), &tree); err != nil {
		t.Fatal(err)
	}
	n := 0
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x)
			}
		case map[string]any:
			for _, key := range []string{"zh", "en", "note_en", "alias_zh", "question_zh", "evidence_zh", "version"} {
				if _, ok := v[key]; ok {
					v[key] = hostile[n%len(hostile)]
					n++
				}
			}
			for _, x := range v {
				walk(x)
			}
		}
	}
	walk(tree)
	src, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	s, err := checklist.LoadScheme(src)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// throughOffice converts files with LibreOffice, as somebody does who opens them and saves them again.
func throughOffice(t *testing.T, profile, format, to string, files ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	args := append([]string{"-env:UserInstallation=file://" + filepath.ToSlash(profile), "--headless", "--norestore",
		"--infilter=CSV:44,34,76,1", "--convert-to", format, "--outdir", to}, files...)
	if out, err := exec.CommandContext(ctx, "soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, out)
	}
}

// A scheme that went through LibreOffice as a workbook and as CSV is the same scheme. The test runs where LibreOffice is,
// and it must be where CI is.
func TestOfficeKeepsSchemes(t *testing.T) {
	t.Parallel()
	if _, err := exec.LookPath("soffice"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("CI must have LibreOffice (libreoffice-calc-nogui)")
		}
		t.Skip("no LibreOffice here")
	}
	dir := t.TempDir()
	in, out, folders := filepath.Join(dir, "in"), filepath.Join(dir, "out"), filepath.Join(dir, "csv")
	want := map[string]*checklist.Scheme{"hostile": hostileScheme(t)}
	for _, x := range schemes.All() {
		s, err := checklist.LoadScheme(x.Source)
		if err != nil {
			t.Fatal(err)
		}
		want[x.Name] = s
	}
	if err := os.MkdirAll(in, 0o755); err != nil {
		t.Fatal(err)
	}
	var books, parts []string
	for name, s := range want {
		book := filepath.Join(in, name+".xlsx")
		if err := writeBook(book, sheetsOf(s.Tables("zh")), false); err != nil {
			t.Fatal(err)
		}
		books = append(books, book)
	}
	if err := writeFolder(folders, sheetsOf(want["hostile"].Tables("en")), true, false); err != nil {
		t.Fatal(err)
	}
	parts, err := filepath.Glob(filepath.Join(folders, "*.csv"))
	if err != nil {
		t.Fatal(err)
	}
	throughOffice(t, filepath.Join(dir, "profile"), "xlsx", out, books...)
	throughOffice(t, filepath.Join(dir, "profile"), "csv:Text - txt - csv (StarCalc):44,34,76", filepath.Join(out, "hostile csv"), parts...)
	same := func(path string, s *checklist.Scheme) {
		tables, err := readTables(path)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			return
		}
		src, problems := checklist.SchemeOfTables(tables, "zh")
		back, err := checklist.LoadScheme(src)
		if err != nil {
			t.Errorf("%s: %v %+v", path, err, problems)
			return
		}
		if back.Hash != s.Hash {
			t.Errorf("%s came back as something else:\n%s\nwas\n%s", path, back.Canonical(), s.Canonical())
		}
	}
	for name, s := range want {
		same(filepath.Join(out, name+".xlsx"), s)
	}
	same(filepath.Join(out, "hostile csv"), want["hostile"])
}

// What is wrong with tables is said in sentences that fit, in both languages.
func TestSheetProblemsHaveSentences(t *testing.T) {
	sheet := func(name string, rows ...string) checklist.NamedTable {
		x := checklist.NamedTable{Name: name}
		for i, r := range rows {
			x.Rows = append(x.Rows, checklist.TableRow{No: i + 1, Cells: strings.Split(r, "|")})
		}
		return x
	}
	seen := map[string]bool{}
	for _, tables := range [][]checklist.NamedTable{
		nil,
		{sheet("汇总", "x")},
		{sheet("等次", "编号"), sheet("grades", "id")},
		{sheet("等次", "x")},
		{sheet("等次", "编号|电话")},
		{sheet("等次", "编号|id")},
		{sheet("方案", "项目")},
		{sheet("等次", "编号", "a|b")},
		{sheet("方案", "项目|值", "电话|1", "总分|1", "总分|2")},
		{sheet("指标与规则", "行别|所属|编号|分值|扣分方式|方法", "小结", "指标||A1", "类别|B|A", "指标|Z|A2", "类别||C||一次", "指标|C|C1|||\"a")},
		{sheet("方案", "项目|值", "总分|多")},
	} {
		_, problems := checklist.SchemeOfTables(tables, "zh")
		for _, p := range problems {
			seen[p.Code] = true
			for _, lang := range []words.Lang{words.ZH, words.EN} {
				text := words.Say(lang, p.Code, p.Args...) + words.Advice(lang, p.Code, p.Near, p.Args...)
				if !words.Known(p.Code) || strings.Contains(text, "%!") {
					t.Errorf("%s: %s", p.Code, text)
				}
			}
		}
	}
	for _, code := range []string{"none", "unknown", "twice", "header", "column", "column_twice", "column_missing", "stray", "item", "item_twice",
		"kind", "above", "above_none", "above_missing", "place", "list"} {
		if !seen["sheet."+code] {
			t.Errorf("nothing made sheet.%s", code)
		}
	}
}
