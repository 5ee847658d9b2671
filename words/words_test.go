package words

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// entry is one Text in the source of this package.
type entry struct {
	at     string
	zh, en string
}

// entries reads every Text literal of the package, also those of maps and slices.
func entries(t *testing.T) (list []entry) {
	t.Helper()
	set := token.NewFileSet()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			lit, ok := n.(*ast.CompositeLit)
			if !ok || len(lit.Elts) != 2 {
				return true
			}
			if id, ok := lit.Type.(*ast.Ident); lit.Type != nil && (!ok || id.Name != "Text") {
				return true
			}
			zh, ok1 := constant(lit.Elts[0])
			en, ok2 := constant(lit.Elts[1])
			if ok1 && ok2 {
				list = append(list, entry{set.Position(lit.Pos()).String(), zh, en})
			}
			return true
		})
	}
	if len(list) < 200 {
		t.Fatalf("only %d texts found: the test looks at the wrong thing", len(list))
	}
	return list
}

// constant is the value of a string literal, or of several joined.
func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.KeyValueExpr:
		return constant(e.Value)
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		return s, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		a, ok1 := constant(e.X)
		b, ok2 := constant(e.Y)
		return a + b, ok1 && ok2
	}
	return "", false
}

var (
	verb  = regexp.MustCompile(`%[-+# 0]*(\[\d+\])?[\d*]*(\.\d+)?[a-zA-Z%]`)
	latin = regexp.MustCompile(`[A-Za-z][A-Za-z]+`)
)

// allowed are the Latin words that Chinese texts may hold: keys, formats, names.
var allowed = strings.Fields(`
	Ctrl Shift Enter Esc Tab PgUp PgDn Home End Delete Backspace
	CSV XLSX JSON YAML HTML PDF UTF GB GBK MB KB GB SHA ID README Excel Word Windows Terminal Linux macOS
	zoufang ascii lang zh en mzj json zfb db csv xlsx yaml txt html jpg png pdf`)

func TestTextsAreComplete(t *testing.T) {
	for _, e := range entries(t) {
		if (strings.TrimSpace(e.zh) == "") != (strings.TrimSpace(e.en) == "") {
			t.Errorf("%s: a language is missing: %q %q", e.at, e.zh, e.en)
		}
		if a, b := verb.FindAllString(e.zh, -1), verb.FindAllString(e.en, -1); !slices.Equal(a, b) {
			t.Errorf("%s: the verbs differ: %v in %q, %v in %q", e.at, a, e.zh, b, e.en)
		}
		if e.en != e.zh && strings.ContainsFunc(e.en, cjk) && !command(e.at) {
			t.Errorf("%s: Chinese in the English text %q", e.at, e.en)
		}
		for _, w := range latin.FindAllString(verb.ReplaceAllString(e.zh, ""), -1) {
			if !slices.Contains(allowed, w) && !(command(e.at) && strings.Contains(e.en, w)) {
				t.Errorf("%s: %q is left in the Chinese text %q", e.at, w, e.zh)
			}
		}
	}
}

// command tells texts of the command line: they show commands, flags and codes, which are the same in both languages.
func command(at string) bool {
	return strings.HasPrefix(at, "cmd") || strings.HasPrefix(at, "registers") || strings.HasPrefix(at, "scheme_")
}

func cjk(r rune) bool {
	return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFFEF
}

func TestCodesStandOnce(t *testing.T) {
	seen := map[string]Text{}
	for _, m := range tables {
		for code, text := range m {
			if other, twice := seen[code]; twice {
				t.Errorf("%s stands twice: %q and %q", code, other.ZH, text.ZH)
			}
			seen[code] = text
		}
	}
}

// spoken are the calls and fields by which the rooms name a code that people will read.
var spoken = regexp.MustCompile(`(?:[fF]ault\(|Code: +|bad\(|problem\(|Problem\{)"([a-z_]+\.[a-z_.0-9]+)"`)

func TestEveryCodeOfTheRoomsHasAText(t *testing.T) {
	missing := map[string]string{}
	for _, room := range []string{"checklist", "store", "tui/field"} {
		err := filepath.WalkDir(filepath.Join("..", room), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			src, err := os.ReadFile(path)
			for _, m := range spoken.FindAllSubmatch(src, -1) {
				if !Known(string(m[1])) {
					missing[string(m[1])] = path
				}
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for code, path := range missing {
		t.Errorf("%s: %s has no text", path, code)
	}
}

type plainFault struct{ args []any }

func (plainFault) Error() string      { return "plain" }
func (plainFault) FaultCode() string  { return "field.number" }
func (f plainFault) FaultArgs() []any { return f.args }

func TestExplain(t *testing.T) {
	if s := Explain(ZH, fmt.Errorf("outside: %w", plainFault{[]any{"甲"}})); s != "“甲”不是整数；文字留着，请改成数字。" {
		t.Error(s)
	}
	if s := Explain(EN, errors.New("disk on fire")); !strings.Contains(s, "disk on fire") {
		t.Error(s)
	}
	if Explain(ZH, nil) != "" {
		t.Error("nil says something")
	}
	if s := Say(EN, "no.such", 3); !strings.Contains(s, "no.such") || !strings.Contains(s, "3") {
		t.Error(s)
	}
}
