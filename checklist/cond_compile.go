package checklist

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/builtin"
	"github.com/expr-lang/expr/compiler"
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

// condCompiler turns the library's tree into one whose operators are calls of ours, exact and three-valued; the library
// then compiles and evaluates that.
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
	tree.Node = c.truth(tree.Node)
	if c.bad {
		return nil
	}
	program, err := compiler.Compile(tree, &conf.Config{Functions: condOps})
	if err != nil {
		c.problem(0, "scheme.cond.syntax", src)
		return nil
	}
	return &Cond{Source: src, program: program, refs: c.refs}
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

// truth rewrites a node that must be a condition, number one that must be a number. After a problem they return the node
// as it is, which nobody compiles.
func (c *condCompiler) truth(n ast.Node) ast.Node  { return c.rewrite(n, true) }
func (c *condCompiler) number(n ast.Node) ast.Node { return c.rewrite(n, false) }

func (c *condCompiler) rewrite(n ast.Node, truth bool) ast.Node {
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
			return opCall("neg", c.number(n.Node))
		case (n.Operator == "!" || n.Operator == "not") && c.wants(n, true, truth):
			return opCall("not", c.truth(n.Node))
		case n.Operator == "+":
			c.forbid(n)
		}
	case *ast.BinaryNode:
		return c.binary(n, truth)
	default:
		c.forbid(n)
	}
	return n
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

// condBinary gives each operator its function and says whether it takes and makes conditions.
var condBinary = map[string]struct {
	fn    string
	takes bool
	makes bool
}{
	"+": {"add", false, false}, "-": {"sub", false, false}, "*": {"mul", false, false},
	"<": {"lt", false, true}, "<=": {"le", false, true}, ">": {"gt", false, true}, ">=": {"ge", false, true},
	"==": {"eq", false, true}, "!=": {"ne", false, true},
	"&&": {"and", true, true}, "and": {"and", true, true}, "||": {"or", true, true}, "or": {"or", true, true},
}

func (c *condCompiler) binary(n *ast.BinaryNode, truth bool) ast.Node {
	op, ok := condBinary[n.Operator]
	if !ok {
		c.forbid(n)
		return n
	}
	if !c.wants(n, op.makes, truth) {
		return n
	}
	return opCall(op.fn, c.rewrite(n.Left, op.takes), c.rewrite(n.Right, op.takes))
}

// call reads a function with one name in quotes.
func (c *condCompiler) call(n *ast.CallNode, truth bool) ast.Node {
	callee, ok := n.Callee.(*ast.IdentifierNode)
	if !ok {
		c.forbid(n)
		return n
	}
	at := n.Location().From
	fn, ok := condFuncs[callee.Value]
	if !ok {
		c.bad = true
		c.names.unknown(at, callee.Value)
		return n
	}
	if len(n.Arguments) != 1 {
		c.problem(at, "scheme.cond.argument", callee.Value, Noun(fn.noun))
		return n
	}
	name, ok := n.Arguments[0].(*ast.StringNode)
	if !ok {
		c.problem(n.Arguments[0].Location().From, "scheme.cond.argument", callee.Value, Noun(fn.noun))
		return n
	}
	if !c.names.named(at, callee.Value, name.Location().From+1, name.Value) {
		c.bad = true
		return n
	}
	if !c.wants(n, fn.kind >= refComplete, truth) {
		return n
	}
	return c.ref(fn.kind, name.Value)
}

// literal reads a number from the source: the library has made a binary fraction of it.
func (c *condCompiler) literal(n ast.Node) ast.Node {
	p, err := ParsePoints(c.text(n.Location()))
	if err != nil {
		c.problem(n.Location().From, "scheme.cond.literal", c.text(n.Location()))
		return n
	}
	return &ast.ConstantNode{Value: &condValue{span: exactly(int64(p))}}
}

// ref is the node of something named.
func (c *condCompiler) ref(kind refKind, id string) ast.Node {
	i := slices.IndexFunc(c.refs, func(r *condRef) bool { return r.kind == kind && r.id == id })
	if i < 0 {
		i = len(c.refs)
		c.refs = append(c.refs, &condRef{kind: kind, id: id, bit: 1 << i})
	}
	return &ast.ConstantNode{Value: c.refs[i]}
}

// opCall is the call of one of condOps; the run goes first, so that the functions themselves hold nothing.
func opCall(fn string, operands ...ast.Node) ast.Node {
	args := append([]ast.Node{&ast.IdentifierNode{Value: "$env"}}, operands...)
	return &ast.CallNode{Callee: &ast.IdentifierNode{Value: fn}, Arguments: args}
}
