package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"zoufang/store"
	"zoufang/store/table"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"zoufang": main})
}

// TestScripts runs the program as a user does: every script is one story.
func TestScripts(t *testing.T) {
	formats, err := os.ReadFile(filepath.Join("..", "..", "docs", "formats.md"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Vars = append(e.Vars, "ZOUFANG_HOME="+e.WorkDir+"/home", "LC_ALL=zh_CN.UTF-8", "LC_MESSAGES=", "LANG=")
			for name, lang := range map[string]string{"units.csv": "csv", "visit.jsonl": "jsonl"} {
				if err := os.WriteFile(filepath.Join(e.WorkDir, name), block(formats, lang), 0o600); err != nil {
					return err
				}
			}
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"gbk": toGBK, "bom": withBOM, "xlsx": toWorkbook, "cut": cutFile, "flip": flipByte, "newer": makeNewer,
			"hold": holdBook, "code": wantCode, "field": keepField, "revise": reviseScheme, "glob": keepFile,
		},
	})
}

// block is the first fenced block of a language in a Markdown text.
func block(text []byte, lang string) []byte {
	_, rest, ok := bytes.Cut(text, []byte("```"+lang+"\n"))
	if !ok {
		return nil
	}
	body, _, _ := bytes.Cut(rest, []byte("```\n"))
	return body
}

// code N COMMAND runs the program and wants exactly this exit code; what it wrote can be matched afterwards.
func wantCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N COMMAND ARGS")
	}
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := err.(interface{ ExitCode() int })
		if !ok {
			ts.Fatalf("%s did not run: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if strconv.Itoa(got) != args[0] {
		ts.Fatalf("exit code %d, want %s", got, args[0])
	}
	for _, name := range []string{"stdout", "stderr"} {
		if text := ts.ReadFile(name); strings.Contains(text, "%!") || strings.Contains(text, "没有说明的情况") || strings.Contains(text, "without a description") {
			ts.Fatalf("a sentence does not fit its arguments: %s", text)
		}
	}
}

// gbk FROM TO writes a text in the encoding Excel uses in China.
func toGBK(ts *testscript.TestScript, _ bool, args []string) {
	out, err := simplifiedchinese.GB18030.NewEncoder().String(ts.ReadFile(args[0]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(out), 0o600))
}

// bom FROM TO puts a byte order mark before a text.
func withBOM(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte("\ufeff"+ts.ReadFile(args[0])), 0o600))
}

// xlsx FROM TO makes a workbook of a CSV.
func toWorkbook(ts *testscript.TestScript, _ bool, args []string) {
	file, err := table.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	book := excelize.NewFile()
	for _, r := range file.Rows {
		for i, c := range r.Cells {
			axis, err := excelize.CoordinatesToCellName(i+1, r.No)
			ts.Check(err)
			if n, err := strconv.Atoi(c); err == nil {
				ts.Check(book.SetCellValue("Sheet1", axis, n))
			} else {
				ts.Check(book.SetCellValue("Sheet1", axis, c))
			}
		}
	}
	ts.Check(book.SaveAs(ts.MkAbs(args[1])))
	ts.Check(book.Close())
}

// cut FROM TO N writes the first N bytes of a file; -N leaves the last N away.
func cutFile(ts *testscript.TestScript, _ bool, args []string) {
	text := ts.ReadFile(args[0])
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	if n < 0 {
		n += len(text)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text[:n]), 0o600))
}

// flip FROM TO N writes a file with one bit of its byte N turned over; N below 0 counts from the end.
func flipByte(ts *testscript.TestScript, _ bool, args []string) {
	b := []byte(ts.ReadFile(args[0]))
	n, err := strconv.Atoi(args[2])
	ts.Check(err)
	if n < 0 {
		n += len(b)
	}
	b[n] ^= 1
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b, 0o600))
}

// newer BOOK makes a book look as if a later version had written it.
func makeNewer(ts *testscript.TestScript, _ bool, args []string) {
	b := []byte(ts.ReadFile(args[0]))
	binary.BigEndian.PutUint32(b[60:], 99) // user_version
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o600))
}

// hold BOOK keeps a book open for writing until the script ends, as a running screen does.
func holdBook(ts *testscript.TestScript, _ bool, args []string) {
	b, err := store.Open(context.Background(), ts.MkAbs(args[0]), store.Options{Home: ts.Getenv("ZOUFANG_HOME")})
	ts.Check(err)
	ts.Defer(func() { ts.Check(b.Close()) })
}

// glob PATTERN NAME keeps the one file that fits a pattern in a variable.
func keepFile(ts *testscript.TestScript, _ bool, args []string) {
	list, err := filepath.Glob(ts.MkAbs(args[0]))
	ts.Check(err)
	if len(list) != 1 {
		ts.Fatalf("%s: %v", args[0], list)
	}
	ts.Setenv(args[1], list[0])
}

// field NAME WORD keeps the rest of the first line of stdout behind WORD in a variable.
func keepField(ts *testscript.TestScript, _ bool, args []string) {
	for _, line := range strings.Split(ts.ReadFile("stdout"), "\n") {
		if _, rest, ok := strings.Cut(line, args[1]); ok {
			ts.Setenv(args[0], strings.TrimSpace(rest))
			return
		}
	}
	ts.Fatalf("no line with %q in %s", args[1], fmt.Sprintf("%.2000s", ts.ReadFile("stdout")))
}
