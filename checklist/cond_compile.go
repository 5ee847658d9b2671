package checklist

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/builtin"
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
)

// Limits of a condition; the longest of the default scheme has 70 characters and 11 nodes. The second is also the bound
// of what evaluating one costs, and keeps what is named within the bits of condValue.why.
const (
	maxCond  = 1000
	maxNodes = 120
)

// condFunc is a function that conditions may call, with one name in quotes.
type condFunc struct {
	kind refKind
	noun string // what the name is of
}

var condFuncs = map[string]condFunc{
	"hits": {refHits, "rule"}, "score": {refScore, "category"}, "mark": {refMark, "indicator"}, "open": {refOpen, "level"},
	"complete": {refComplete, "category"}, "kind": {refKindIs, "kind"},
}

// condNames looks up what a condition names. Places are counted in characters from the start of the condition. Each
// method reports the problem itself.
type condNames interface {
	number(at int, id string) (refKind, bool)
	named(at int, fn string, idAt int, id string) bool
	unknown(at int, fn string)
	problem(at int, code string, args ...any)
}

// condCompiler turns the library's tree into one of ours, whose operators are exact and three-valued.
type condCompiler struct {
	src   []rune
	names condNames
	refs  []*condRef
	bad   bool
}

// compileCond reads a condition. It returns nil after reporting problems.
func compileCond(src string, names condNames) *Cond {
	c := &condCompiler{src: []rune(src), names: names}
	if !c.plain() {
		return nil
	}
	tree, err := parseCond(src)
	if err != nil {
		c.syntax(err)
		return nil
	}
	root := c.truth(tree.Node)
	if c.bad {
		return nil
	}
	return &Cond{Source: src, root: root, refs: c.refs}
}

// parseCond parses with every function of the library turned off. A panic of the library is a problem of the file, not
// of the program.
func parseCond(src string) (tree *parser.Tree, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v", r)
		}
	}()
	return parser.ParseWithConfig(src, &conf.Config{MaxNodes: maxNodes, Disabled: noBuiltins})
}

var noBuiltins = func() map[string]bool {
	off := map[string]bool{}
	for name := range builtin.Index {
		off[name] = true
	}
	return off
}()

func (c *condCompiler) problem(at int, code string, args ...any) {
	c.bad = true
	c.names.problem(at, code, args...)
}

// plain refuses what is too long, and every character the language has no use for, before the library reads it: the
// comments, lists, pipes and escapes that it knows are no part of conditions.
func (c *condCompiler) plain() bool {
	if len(c.src) > maxCond {
		c.problem(0, "scheme.cond.long")
		return false
	}
	quote := rune(0)
	for i, r := range c.src {
		switch {
		case quote != 0 && r != '\\':
			if r == quote {
				quote = 0
			}
		case r == '"' || r == '\'':
			quote = r
		case r > unicode.MaxASCII || (!strings.ContainsRune("_.,()+-*<>=!&| \t\r\n", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r)):
			c.problem(i, "scheme.cond.char", string(r))
			return false
		}
	}
	return true
}

// syntax places the library's complaint; its English is left out, since the place says enough.
func (c *condCompiler) syntax(err error) {
	e := &file.Error{}
	errors.As(err, &e)
	piece := c.text(e.Location)
	switch {
	case strings.Contains(e.Message, "maximum allowed nodes"):
		c.problem(0, "scheme.cond.long")
	case strings.TrimSpace(piece) == "" || strings.Contains(e.Message, "token EOF"):
		c.problem(len(c.src), "scheme.cond.end")
	default:
		c.problem(e.From, "scheme.cond.syntax", piece)
	}
}

// text is a piece of the source.
func (c *condCompiler) text(at file.Location) string {
	to := min(at.To, len(c.src))
	return string(c.src[min(at.From, to):to])
}

// truth turns a node that must be a condition into ours, number one that must be a number. After a problem they return
// nil, and nobody looks at the tree.
func (c *condCompiler) truth(n ast.Node) *condNode  { return c.node(n, true) }
func (c *condCompiler) number(n ast.Node) *condNode { return c.node(n, false) }

func (c *condCompiler) node(n ast.Node, truth bool) *condNode {
	switch n := n.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
		if c.wants(n, false, truth) {
			return c.literal(n)
		}
	case *ast.IdentifierNode:
		if kind, ok := c.names.number(n.Location().From, n.Value); !ok {
			c.bad = true
		} else if c.wants(n, false, truth) {
			return c.ref(kind, n.Value)
		}
	case *ast.CallNode:
		return c.call(n, truth)
	case *ast.UnaryNode:
		switch {
		case n.Operator == "-" && c.wants(n, false, truth):
			return &condNode{op: condNeg, x: c.number(n.Node)}
		case (n.Operator == "!" || n.Operator == "not") && c.wants(n, true, truth):
			return &condNode{op: condNot, x: c.truth(n.Node)}
		case n.Operator == "+":
			c.forbid(n)
		}
	case *ast.BinaryNode:
		return c.binary(n, truth)
	default:
		c.forbid(n)
	}
	return nil
}

// wants tells whether a condition or a number stands where it should.
func (c *condCompiler) wants(n ast.Node, is, want bool) bool {
	if is == want {
		return true
	}
	code := "scheme.cond.truth"
	if is {
		code = "scheme.cond.number"
	}
	c.problem(n.Location().From, code, c.text(n.Location()))
	return false
}

func (c *condCompiler) forbid(n ast.Node) {
	c.problem(n.Location().From, "scheme.cond.forbidden", c.text(n.Location()))
}

func (c *condCompiler) binary(n *ast.BinaryNode, truth bool) *condNode {
	op, ok := condOps[n.Operator]
	switch {
	case !ok:
		c.forbid(n)
	case c.wants(n, op.makes, truth):
		return &condNode{op: op.op, x: c.node(n.Left, op.takes), y: c.node(n.Right, op.takes)}
	}
	return nil
}

// call reads a function with one name in quotes.
func (c *condCompiler) call(n *ast.CallNode, truth bool) *condNode {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		c.forbid(n)
		return nil
	}
	at := n.Location().From
	fn, ok := condFuncs[callee.Value]
	if !ok {
		c.bad = true
		c.names.unknown(at, callee.Value)
		return nil
	}
	if len(n.Arguments) != 1 {
		c.problem(at, "scheme.cond.argument", callee.Value, Noun(fn.noun))
		return nil
	}
	name, ok := n.Arguments[0].(*ast.StringNode)
	if !ok {
		c.problem(n.Arguments[0].Location().From, "scheme.cond.argument", callee.Value, Noun(fn.noun))
		return nil
	}
	if !c.names.named(at, callee.Value, name.Location().From+1, name.Value) {
		c.bad = true
		return nil
	}
	if !c.wants(n, fn.kind >= refComplete, truth) {
		return nil
	}
	return c.ref(fn.kind, name.Value)
}

// literal reads a number from the source: the library has made a binary fraction of it.
func (c *condCompiler) literal(n ast.Node) *condNode {
	p, err := ParsePoints(c.text(n.Location()))
	if err != nil {
		c.problem(n.Location().From, "scheme.cond.literal", c.text(n.Location()))
		return nil
	}
	return &condNode{span: exactly(int64(p))}
}

// ref is the node of something named.
func (c *condCompiler) ref(kind refKind, id string) *condNode {
	i := slices.IndexFunc(c.refs, func(r *condRef) bool { return r.kind == kind && r.id == id })
	if i < 0 {
		i = len(c.refs)
		c.refs = append(c.refs, &condRef{kind: kind, id: id, bit: 1 << i})
	}
	return &condNode{ref: c.refs[i]}
}
