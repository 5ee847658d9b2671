package report

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zoufang/checklist"
	"zoufang/words"
)

// everyBlock is a sheet with one of each block, every text of it different.
func everyBlock(lang words.Lang) *Sheet {
	before := checklist.Points(650)
	s := &Sheet{Lang: lang, Title: "标题甲", Number: "文号乙", Under: "单位丙", Stamp: Stamp{Book: "青澜区 2026", Made: "2026-03-09 17:00", Scheme: "v1 abcd", Code: "AAAA-BBBB-CCCC"}}
	s.add(Heading("小标题丁"), Text("正文戊\n第二行\t制表后"), Note("小字己"), Fields{{"项目庚", "值辛"}, {"空项壬", ""}, {"单数癸", "x"}},
		Table{Columns: []Column{{"列子", 1, true}, {"列丑", 3, false}}, Rows: [][]string{{"1.50", `<b>&"寅'`}}, Blank: 2},
		Table{Columns: []Column{{"列卯", 1, false}, {"列辰", 2, false}}, Empty: "没有巳"},
		Bars{Title: "图午", Bars: []Bar{{"条未", 750, 1000, &before}}}, Lines{"书写申", 3}, Break{}, Signatures{"签酉", "签戌", "签亥", "第四签"})
	return s
}

// textsOf are all texts of a sheet, line by line.
func textsOf(s *Sheet) (out []string) {
	add := func(list ...string) {
		for _, t := range list {
			out = append(out, strings.FieldsFunc(t, func(r rune) bool { return r == '\n' || r == '\t' })...)
		}
	}
	add(s.Title, s.Number, s.Under, s.Stamp.Book, s.Stamp.Made, s.Stamp.Code)
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case Heading:
			add(string(b))
		case Text:
			add(string(b))
		case Note:
			add(string(b))
		case Fields:
			for _, f := range b {
				add(f.Name, f.Value)
			}
		case Table:
			for _, c := range b.Columns {
				add(c.Name)
			}
			for _, r := range b.Rows {
				add(r...)
			}
			if len(b.Rows) == 0 {
				add(b.Empty)
			}
		case Bars:
			add(b.Title)
			for _, x := range b.Bars {
				add(x.Label, x.Value.String()+" / "+x.Of.String())
			}
		case Lines:
			add(b.Label)
		case Signatures:
			add(b...)
		}
	}
	return out
}

// docxText unpacks a document, reads every part as XML and gives the text of each with its tags left out.
func docxText(t interface {
	Helper()
	Fatal(...any)
}, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(r)
		var text strings.Builder
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(f.Name, err)
			}
			if c, ok := tok.(xml.CharData); ok {
				text.Write(c)
			}
		}
		out[f.Name] = text.String()
	}
	return out
}

func docx(t interface {
	Helper()
	Fatal(...any)
}, sheets ...*Sheet) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := DOCX(&out, sheets...); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A document holds every text of a sheet, whatever blocks it has; the same sheet gives the same bytes.
func TestDocumentHoldsEverything(t *testing.T) {
	src := source(t, words.ZH, recorded)
	for _, s := range []*Sheet{everyBlock(words.ZH), everyBlock(words.EN), src.FactSheet(), src.MissingPapers()} {
		data := docx(t, s)
		parts := docxText(t, data)
		text := parts["word/document.xml"] + parts["word/header1.xml"] + parts["word/footer1.xml"]
		for _, want := range textsOf(s) {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is not in the document", s.Title, want)
			}
		}
		if !bytes.Equal(data, docx(t, s)) {
			t.Errorf("%s: written twice it is not the same", s.Title)
		}
	}
}

// Every kind of block is in the sheet that the tests write: a new one that DOCX forgets fails here or above.
func TestEveryBlockIsWritten(t *testing.T) {
	have := map[string]bool{}
	for _, b := range everyBlock(words.ZH).Blocks {
		have[reflect.TypeOf(b).Name()] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, name := range files {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if fn, ok := n.(*ast.FuncDecl); ok && fn.Name.Name == "block" && fn.Recv != nil {
				if id, ok := fn.Recv.List[0].Type.(*ast.Ident); ok {
					if found++; !have[id.Name] {
						t.Errorf("no test writes a %s", id.Name)
					}
				}
			}
			return true
		})
	}
	if found < 9 {
		t.Errorf("only %d kinds of block found", found)
	}
}

// Whatever stands on a sheet, the parts are well-formed and the text is there.
func TestDocumentTakesAnyText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("编<>&\"'\t\n\x00\x1f\ufffe𠮷é _x000D_")), 0, 20, -1).Draw(t, "text")
		s := &Sheet{Title: text, Under: text, Blocks: []Block{Text(text), Table{Columns: []Column{{Name: text}}, Rows: [][]string{{text}}}}}
		parts := docxText(t, docx(t, s, s))
		for _, line := range strings.FieldsFunc(text, func(r rune) bool { return r < ' ' || r == '\ufffe' }) {
			if !strings.Contains(parts["word/document.xml"], line) {
				t.Fatalf("%q is lost", line)
			}
		}
	})
}

// LibreOffice opens documents, shows every text of them on paper, and writes them again.
func TestOfficeOpensDocuments(t *testing.T) {
	tool(t, "soffice", "libreoffice-writer-nogui")
	tool(t, "pdftotext", "poppler-utils")
	src := source(t, words.ZH, recorded)
	long := everyBlock(words.EN)
	long.Wide = true
	for i := range 80 {
		t := long.Blocks[4].(Table)
		t.Rows = append(t.Rows, []string{"2.00", strings.Repeat("row ", i)})
		long.Blocks[4] = t
	}
	sheets := []*Sheet{everyBlock(words.ZH), src.FactSheet(), src.MissingPapers(), long}
	file := filepath.Join(t.TempDir(), "sheets.docx")
	if err := os.WriteFile(file, docx(t, sheets...), 0o600); err != nil {
		t.Fatal(err)
	}
	pdf := convert(t, file, "pdf")
	again, err := os.ReadFile(convert(t, file, "docx"))
	if err != nil {
		t.Fatal(err)
	}
	shown, kept := run(t, "pdftotext", "-layout", pdf, "-"), docxText(t, again)
	if dir := os.Getenv("ZOUFANG_SHEETS"); dir != "" {
		run(t, "pdftoppm", "-r", "60", "-png", pdf, filepath.Join(dir, "docx"))
	}
	var all strings.Builder
	for name, text := range kept {
		if strings.HasPrefix(name, "word/") {
			all.WriteString(text)
		}
	}
	for _, s := range sheets {
		for _, want := range textsOf(s) {
			if !strings.Contains(all.String(), want) {
				t.Errorf("%s: %q is lost when LibreOffice writes it again", s.Title, want)
			}
			if !strings.Contains(squeezed(shown), squeezed(want)) && len([]rune(want)) < 8 { // longer ones are broken into lines
				t.Errorf("%s: %q is not on paper", s.Title, want)
			}
		}
	}
	if n := strings.Count(squeezed(shown), "列子列丑"); n < 3 {
		t.Errorf("the head of a long table stands on %d pages", n)
	}
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }
