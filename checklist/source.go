package checklist

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Limits of a scheme file. The default scheme has 60 kB and nests 6 deep.
const (
	maxSource = 512 << 10
	maxDepth  = 32
	maxKeys   = 500 // of one map; the default scheme has 21
)

// nodeKind is what a value of the source is.
type nodeKind byte

const (
	nodeNull nodeKind = iota
	nodeText
	nodeNumber
	nodeBool
	nodeMap
	nodeList
)

// node is a value of the source with its place, whichever syntax it was written in.
type node struct {
	kind      nodeKind
	text      string // of text, number, bool, as written
	line, col int
	lead      int     // of text: characters before it at its place (a quote); -1 where columns cannot be counted
	keys      []*node // of a map, beside items
	items     []*node // of a map and a list
}

// parseSource reads YAML or JSON into nodes. It returns nil when a problem was added.
func parseSource(src []byte, p *problems) *node {
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	if !checkBytes(src, p) {
		return nil
	}
	if b := bytes.TrimLeft(src, " \t\r\n"); len(b) > 0 && b[0] == '{' {
		if root := parseJSON(src); root != nil {
			return root
		}
	}
	root := parseYAML(src, p)
	if p.failed() {
		// The parser names a line far from the cause where punctuation was typed with the input method on.
		hints := problems{}
		if hintFullWidth(src, &hints); len(hints.list) > 0 {
			p.list = hints.list
		}
		return nil
	}
	return root
}

// checkBytes refuses what is no UTF-8 text before a parser sees it: the YAML library accepts anything.
func checkBytes(src []byte, p *problems) bool {
	if len(src) > maxSource {
		p.add(0, 0, "scheme.too_big", len(src), maxSource)
		return false
	}
	if len(bytes.TrimSpace(src)) == 0 {
		p.add(0, 0, "scheme.empty")
		return false
	}
	line, col := 1, 1
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			p.add(line, col, "scheme.encoding")
			return false
		case r == 0x7f || (r < 0x20 && r != '\n' && r != '\r' && r != '\t'):
			p.add(line, col, "scheme.control", fmt.Sprintf("U+%04X", r))
			return false
		case r == '\n':
			line, col = line+1, 0
		}
		i, col = i+n, col+1
	}
	return true
}

// parseYAML guards the library: its parser recurses, so depth is bounded before it runs, and a panic of it is a
// problem of the file, not of the program.
func parseYAML(src []byte, p *problems) (root *node) {
	defer func() {
		if r := recover(); r != nil {
			p.add(0, 0, "scheme.syntax", Noun("syntax.other"))
			root = nil
		}
	}()
	tokens := lexer.Tokenize(string(src))
	if !checkTokens(tokens, p) {
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		line, col := 0, 0
		msg := ""
		if e := yaml.Error(nil); errors.As(err, &e) {
			msg = e.GetMessage()
			if tk := e.GetToken(); tk != nil && tk.Position != nil {
				line, col = tk.Position.Line, tk.Position.Column
			}
		}
		syntaxProblem(src, p, msg, line, col)
		return nil
	}
	var body ast.Node
	for _, d := range file.Docs {
		if d.Body == nil {
			continue
		}
		if body != nil {
			line, col := tokenPlace(d.Body.GetToken())
			p.add(line, col, "scheme.documents")
			return nil
		}
		body = d.Body
	}
	if body == nil {
		p.add(0, 0, "scheme.empty")
		return nil
	}
	root = convert(body, 0, p)
	countTabs(root, src)
	return root
}

// checkTokens bounds the nesting and the keys of a map (the parser's time grows with the square of their number), and
// refuses what makes one place of the file mean another (anchors, aliases, tags).
func checkTokens(tokens token.Tokens, p *problems) bool {
	flow, line, inLine := 0, 0, 0
	keys := keyCount{}
	for _, tk := range tokens {
		if tk.Position.Line != line {
			line, inLine = tk.Position.Line, 0
		}
		switch tk.Type {
		case token.AnchorType, token.AliasType, token.TagType, token.MergeKeyType, token.DirectiveType:
			p.add(line, tk.Position.Column, "scheme.alias", tk.Value)
			return false
		case token.MappingStartType, token.SequenceStartType:
			flow++
			delete(keys, -flow)
		case token.MappingEndType, token.SequenceEndType:
			flow--
		case token.SequenceEntryType, token.MappingKeyType:
			inLine++
			keys.close(tk.Position.Column)
		case token.MappingValueType:
			if tk.Prev != nil && keys.add(tk.Prev.Position.Column, flow) > maxKeys {
				p.add(line, tk.Position.Column, "scheme.too_many", maxKeys)
				return false
			}
		}
		if flow > maxDepth || inLine > maxDepth || tk.Position.IndentNum > maxDepth*16 {
			p.add(line, tk.Position.Column, "scheme.deep", maxDepth)
			return false
		}
	}
	return true
}

// keyCount counts the keys of each open map by the column it stands in, or by its depth inside braces.
type keyCount map[int]int

func (k keyCount) add(col, flow int) int {
	if flow > 0 {
		col = -flow
	} else {
		k.close(col)
	}
	k[col]++
	return k[col]
}

// close forgets the maps that a key or an entry at a column ends.
func (k keyCount) close(col int) {
	for c := range k {
		if c > col {
			delete(k, c)
		}
	}
}

func tokenPlace(tk *token.Token) (line, col int) {
	if tk == nil || tk.Position == nil {
		return 0, 0
	}
	return tk.Position.Line, tk.Position.Column
}

// leadOf says how a text begins at its token; see node.lead.
func leadOf(tk *token.Token) int {
	raw := strings.TrimSpace(tk.Origin)
	switch {
	case strings.Contains(raw, "\n"), tk.Type == token.DoubleQuoteType && strings.Contains(raw, `\`),
		tk.Type == token.SingleQuoteType && strings.Count(raw, "'") > 2:
		return -1
	case tk.Type == token.DoubleQuoteType, tk.Type == token.SingleQuoteType:
		return 1
	}
	return 0
}

// convert makes nodes of the library's tree. It returns nil after adding a problem.
func convert(n ast.Node, depth int, p *problems) *node {
	if n == nil {
		return &node{}
	}
	line, col := tokenPlace(n.GetToken())
	if depth > maxDepth {
		p.add(line, col, "scheme.deep", maxDepth)
		return nil
	}
	switch n := n.(type) {
	case *ast.MappingNode:
		return convertMap(n.Values, line, col, depth, p)
	case *ast.MappingValueNode:
		return convertMap([]*ast.MappingValueNode{n}, line, col, depth, p)
	case *ast.SequenceNode:
		out := &node{kind: nodeList, line: line, col: col}
		for _, v := range n.Values {
			c := convert(v, depth+1, p)
			if c == nil {
				return nil
			}
			out.items = append(out.items, c)
		}
		return out
	case *ast.StringNode:
		return &node{kind: nodeText, text: n.Value, line: line, col: col, lead: leadOf(n.Token)}
	case *ast.LiteralNode:
		return &node{kind: nodeText, text: n.Value.Value, line: line, col: col, lead: -1}
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return &node{kind: nodeNumber, text: n.GetToken().Value, line: line, col: col}
	case *ast.BoolNode:
		return &node{kind: nodeBool, text: n.Token.Value, line: line, col: col}
	case *ast.NullNode:
		return &node{line: line, col: col}
	}
	p.add(line, col, "scheme.syntax", Noun("syntax.other"))
	return nil
}

func convertMap(values []*ast.MappingValueNode, line, col, depth int, p *problems) *node {
	out := &node{kind: nodeMap, line: line, col: col}
	for i, v := range values {
		tk := v.Key.GetToken()
		if k, ok := v.Key.(*ast.MappingKeyNode); ok && k.Value != nil {
			tk = k.Value.GetToken()
		}
		key := &node{kind: nodeText, text: tk.Value}
		key.line, key.col = tokenPlace(tk)
		if i == 0 {
			out.line, out.col = key.line, key.col
		}
		c := convert(v.Value, depth+1, p)
		if c == nil {
			return nil
		}
		if c.line == 0 {
			c.line, c.col = key.line, key.col
		}
		out.keys, out.items = append(out.keys, key), append(out.items, c)
	}
	return out
}

var fullWidth = regexp.MustCompile("(?m)^[ \t]*(?:- +)?[A-Za-z_][A-Za-z0-9_]*(?:[ \t]*(：)|: *([“”，｛［]))")

// hintFullWidth points at punctuation typed with the input method on: the parser names a line far from the cause.
func hintFullWidth(src []byte, p *problems) {
	for _, m := range fullWidth.FindAllSubmatchIndex(src, -1) {
		at := max(m[2], m[4])
		line := 1 + bytes.Count(src[:at], []byte("\n"))
		start := bytes.LastIndexByte(src[:at], '\n') + 1
		r, _ := utf8.DecodeRune(src[at:])
		p.add(line, 1+utf8.RuneCount(src[start:at]), "scheme.full_width", string(r))
	}
}
