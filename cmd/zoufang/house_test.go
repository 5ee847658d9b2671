package main

import (
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

	"zoufang/words"
)

// top is the root of the repository, seen from here.
var top = filepath.Join("..", "..")

// mayImport says which rooms a room may use. Imports run one way; docs/architecture.md has the picture.
var mayImport = map[string][]string{
	"cmd/release":       {},
	"cmd/zoufang":       {"checklist", "checklist/schemes", "store", "store/bundle", "store/table", "report", "tui", "tui/field", "words"},
	"tui":               {"checklist", "store", "store/bundle", "store/table", "report", "tui/field", "words"},
	"tui/field":         {},
	"tui/termtest":      {},
	"report":            {"checklist", "store", "store/table", "words"},
	"store":             {"checklist", "checklist/schemes", "store/bundle", "store/table"},
	"store/bundle":      {},
	"store/table":       {},
	"checklist":         {"checklist/schemes"},
	"checklist/schemes": {},
	"words":             {},
}

// mustNot are packages that a room's promise excludes: no files, clock, SQL or terminal where things are only thought
// about; no database or screen in what travels; nothing but the standard library in the catalogue.
var mustNot = map[string][]string{
	"checklist":    {"os", "io/fs", "time", "database/sql", "net", "os/exec", "math/rand", "modernc.org/", "charm.land/", "github.com/charmbracelet/"},
	"store/bundle": {"os", "database/sql", "net", "os/exec", "modernc.org/", "charm.land/", "github.com/charmbracelet/"},
	"store/table":  {"database/sql", "net", "os/exec", "charm.land/"},
	"store":        {"net", "os/exec", "charm.land/", "github.com/charmbracelet/", "github.com/xuri/"},
	"words":        {"os", "time", "net", "database/sql", "golang.org/", "github.com/", "charm.land/", "modernc.org/"},
	"tui":          {"database/sql", "modernc.org/", "net"},
	"tui/field":    {"database/sql", "modernc.org/", "net", "os"},
	"report":       {"database/sql", "modernc.org/", "charm.land/", "net", "os/exec"},
}

// eachFile parses every Go file of the program that is no test.
func eachFile(t *testing.T, mode parser.Mode, see func(room, path string, file *ast.File)) {
	t.Helper()
	set := token.NewFileSet()
	err := filepath.WalkDir(top, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || path != top && strings.HasPrefix(d.Name(), ".")) {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		room, err := filepath.Rel(top, filepath.Dir(path))
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(set, path, nil, mode)
		if err == nil {
			see(filepath.ToSlash(room), path, file)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestImportsRunOneWay(t *testing.T) {
	eachFile(t, parser.ImportsOnly, func(room, path string, file *ast.File) {
		allowed, known := mayImport[room]
		if !known {
			t.Errorf("%s: the house has no room %s", path, room)
		}
		for _, spec := range file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if own, ok := strings.CutPrefix(name, "zoufang/"); ok && !slices.Contains(allowed, own) {
				t.Errorf("%s: %s must not import %s", path, room, name)
			}
			for _, bad := range mustNot[room] {
				if name == bad || strings.HasSuffix(bad, "/") && strings.HasPrefix(name, bad) || bad == "net" && strings.HasPrefix(name, "net/") && name != "net/url" {
					t.Errorf("%s: %s must not import %s", path, room, name)
				}
			}
		}
	})
}

// A code is a string literal given to something that makes a fault, a problem or a result.
var (
	codeShape = regexp.MustCompile(`^[a-z][a-z_]*(\.[a-z_]+)+$`)
	makers    = regexp.MustCompile(`(?i)(fault|bad|problem|must|may|add|note)$`)
)

func TestEveryCodeHasASentence(t *testing.T) {
	found := 0
	eachFile(t, 0, func(room, path string, file *ast.File) {
		ask := func(e ast.Expr) {
			lit, ok := e.(*ast.BasicLit)
			if !ok || lit.Kind != token.STRING {
				return
			}
			code, err := strconv.Unquote(lit.Value)
			if err != nil || !codeShape.MatchString(code) {
				return
			}
			found++
			if !words.Known(code) {
				t.Errorf("%s: %s has no sentence in package words", path, code)
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && strings.EqualFold(key.Name, "code") {
					ask(n.Value)
				}
			case *ast.CallExpr:
				if name := called(n.Fun); makers.MatchString(name) {
					for _, arg := range n.Args {
						ask(arg)
					}
				}
			}
			return true
		})
	})
	if found < 150 {
		t.Errorf("only %d codes found: the test looks at the wrong thing", found)
	}
}

func called(fun ast.Expr) string {
	switch f := fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

// shown is a call of the program in a text: in a fenced block, or between backticks.
var shown = regexp.MustCompile("(?m)(?:^\\s*(?:\\$ )?|`)(?:go run \\./cmd/)?zoufang ([a-z][^`\n]*)")

func TestDocsNameRealCommands(t *testing.T) {
	root := (&app{lang: words.EN}).root()
	seen := 0
	for _, pattern := range []string{"*.md", "docs/*.md", "docs/decisions/*.md"} {
		files, err := filepath.Glob(filepath.Join(top, pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range shown.FindAllStringSubmatch(string(text), -1) {
				if strings.Contains(m[1], `\0`) {
					continue // a prefix of what is hashed or signed, not a call
				}
				line, _, _ := strings.Cut(m[1], " #")
				parts := strings.Fields(strings.TrimRight(line, ".,;:|"))
				cmd, _, err := root.Find(parts)
				if err != nil || cmd == root {
					t.Errorf("%s: there is no command %q", path, m[1])
					continue
				}
				seen++
				for _, word := range parts {
					name, _, _ := strings.Cut(strings.Trim(word, "[]().,"), "=")
					if flag, ok := strings.CutPrefix(name, "--"); ok && flag != "" && cmd.Flag(flag) == nil && cmd.InheritedFlags().Lookup(flag) == nil {
						t.Errorf("%s: %q has no flag --%s", path, m[1], flag)
					}
				}
			}
		}
	}
	if seen < 5 {
		t.Errorf("only %d commands found in the documents", seen)
	}
}

func TestFormatsNameEveryField(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(top, "docs", "formats.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range registers() {
		kind, field, _ := strings.Cut(name, ".")
		switch {
		case slices.Contains([]string{"scheme", "device", "visit", "receipt", "decision"}, kind):
			continue // not recorded by people
		case field == "body" || field == "status" || field == "approval" || kind == "sheet" || kind == "round":
			continue // written by the verbs, or described by their parts
		}
		if !strings.Contains(string(text), "`"+field+"`") {
			t.Errorf("docs/formats.md does not name %s", name)
		}
	}
}
