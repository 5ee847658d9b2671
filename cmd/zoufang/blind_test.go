package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// What stands in the other evaluator's sheet, and nowhere else.
const (
	secretText  = "密件乙方"
	secretCount = 735197531
)

// hiddenSheet makes 李敏's book, with a closed sheet of hers, into which 赵琪's open sheet was merged. It is full of marked
// text and marked numbers; something was written and taken back, too.
func hiddenSheet(t *testing.T, dir string) (book string) {
	t.Helper()
	ctx := context.Background()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(words.Explain(words.EN, err))
		}
	}
	make := func(name, number, machine string) (string, *store.Book, checklist.ID) {
		path := filepath.Join(dir, machine+".db")
		b, err := store.Create(ctx, path, store.Options{Machine: machine}, store.Setup{District: "青澜区", Year: "2026"})
		must(err)
		must(b.SetMe(ctx, checklist.Person{Name: name, Number: number, Role: checklist.RoleMember}))
		_, err = b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "D01", Name: "青澜区民政局", Kind: "department"}}})
		must(err)
		id, err := b.StartVisit(ctx, checklist.UnitID("青澜区", "D01"), checklist.Yearly, "")
		must(err)
		return path, b, id
	}
	path, li, id := make("李敏", "1003", "li")
	_, zhao, _ := make("赵琪", "1004", "zhao")
	visit := func(b *store.Book) *store.Doc {
		t.Helper()
		d, err := b.Visit(ctx, id)
		must(err)
		return d
	}
	_, err := li.SaveFinding(ctx, visit(li), checklist.Finding{Rule: "E1.1", Count: 1, Facts: "甲方所见"})
	must(err)
	must(li.CloseSheet(ctx, visit(li)))

	paper := []checklist.Evidence{{Kind: "paper", Place: secretText + "页", Quote: secretText + "摘录"}}
	found, err := zhao.SaveFinding(ctx, visit(zhao), checklist.Finding{Rule: "E1.1", Count: secretCount, Facts: secretText + "事实", Criterion: secretText + "标准", Evidence: paper})
	must(err)
	other, err := zhao.SaveFinding(ctx, visit(zhao), checklist.Finding{Rule: "E7.3", Count: secretCount, Facts: secretText + "另一", Evidence: paper})
	must(err)
	must(zhao.WithdrawFinding(ctx, visit(zhao), other, secretText+"撤回"))
	must(zhao.LinkFacts(ctx, visit(zhao), found, other))
	must(zhao.SetStanding(ctx, visit(zhao), "A1", checklist.NA, secretText+"不适用"))
	_, err = zhao.SaveClaim(ctx, visit(zhao), checklist.Claim{Bonus: "P1", Count: secretCount, Facts: secretText + "加分", Evidence: paper})
	must(err)
	_, err = zhao.SaveEntry(ctx, visit(zhao), checklist.Entry{Step: checklist.StepCheck, Text: secretText + "私记"})
	must(err)
	_, err = zhao.Attach(ctx, visit(zhao), found, secretText+".pdf", strings.NewReader("%PDF-1.7 "+secretText))
	must(err)
	_, err = zhao.SaveEntry(ctx, visit(zhao), checklist.Entry{Step: checklist.StepCheck, Text: secretText + "收回"})
	must(err)
	_, err = zhao.Undo(ctx)
	must(err)
	bundle := filepath.Join(dir, "zhao.zfb")
	_, err = zhao.Export(ctx, bundle, store.ExportOptions{}, nil)
	must(err)
	must(zhao.Close())
	must(li.Close())
	var out bytes.Buffer
	a := &app{ctx: ctx, lang: words.ZH, out: &out, errs: &out, in: strings.NewReader("")}
	if code := a.run([]string{"--book", path, "merge", bundle, "--enrol", "--yes"}); code != exitDone && code != exitDecide {
		t.Fatalf("merge: %d %s", code, out.String())
	}
	leak(t, "merge", out.String())
	must(os.Remove(bundle))
	must(os.Remove(filepath.Join(dir, "zhao.db")))
	return path
}

func leak(t *testing.T, what, text string) {
	t.Helper()
	for _, marked := range []string{secretText, "735197531", "735,197,531"} {
		if at := strings.Index(text, marked); at >= 0 {
			t.Errorf("%s tells of the hidden sheet: …%s…", what, strings.ToValidUTF8(text[max(0, at-60):min(len(text), at+60)], ""))
		}
	}
}

// TestNoCommandTellsOfAHiddenSheet runs every command there is, whatever it takes, on a copy of the book, and reads what it
// says and what it writes.
func TestNoCommandTellsOfAHiddenSheet(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("ZOUFANG_HOME", filepath.Join(dir, "home"))
	book := hiddenSheet(t, dir)
	original, err := os.ReadFile(book)
	if err != nil {
		t.Fatal(err)
	}
	ways := [][]string{nil, {"D01"}, {"D01", "--json"}, {"--json"}, {"密件"}, {"密件", "--json"}, {"D01", "--explain"}, {"D01", "--last", "500"},
		{"--last", "500", "--json"}, {"--last", "500"}, {"all", "--unit", "D01"}, {"--unit", "D01"}}
	for _, kind := range sheetNames() {
		ways = append(ways, []string{kind, "--unit", "D01", "-o", kind + ".html"}, []string{kind, "--unit", "D01", "-o", kind + ".csv"})
	}
	alone := []string{"demo", "practice", "completion", "man", "help", "selfcheck", "backup", "export"} // open a screen, or say nothing of a visit
	ran := 0
	t.Chdir(dir)
	walk((&app{lang: words.EN}).root(), func(c *cobra.Command) {
		path := strings.Fields(c.CommandPath())[1:]
		if !c.Runnable() || len(path) == 0 || slices.Contains(alone, path[0]) {
			return
		}
		for _, way := range ways {
			if err := os.WriteFile(book, original, 0o600); err != nil {
				t.Fatal(err)
			}
			_, _ = os.Remove(book+"-wal"), os.Remove(book+"-shm")
			var out bytes.Buffer
			a := &app{ctx: context.Background(), lang: words.ZH, out: &out, errs: &out, in: strings.NewReader("")}
			args := append(append([]string{"--book", book}, path...), way...)
			if a.run(args) == exitDone {
				ran++
			}
			leak(t, strings.Join(args[2:], " "), out.String())
		}
	})
	if ran < 40 {
		t.Errorf("only %d command lines were carried out: the test has become poor", ran)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.Contains(filepath.Base(f), ".db") || strings.HasSuffix(f, ".zfb") {
			continue // merging keeps everything; what a person is shown of it is another matter
		}
		if text, err := os.ReadFile(f); err == nil {
			leak(t, filepath.Base(f), string(text))
		}
	}
}
