package tui

import (
	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// What the arithmetic can be opened at, as a Place names it: the keys of the nodes of the explanation.
const (
	aboutTotal     = string(checklist.NodeTotal)
	aboutBonuses   = string(checklist.NodeBonuses)
	aboutCategory  = string(checklist.NodeCategory) + ":"
	aboutIndicator = string(checklist.NodeIndicator) + ":"
)

// explain is a score with all of its arithmetic: the same tree that `score --explain` writes, to be opened branch by
// branch. A branch below a number is a line of the engine, or a number it is made of.
type explain struct {
	*bench
	person checklist.ID // whose sheet; zero is the viewer's
	about  string       // the node to open at
	tree   *tree
	sought bool
}

func init() {
	addScreen("explain", func(e *Env, p Place) Screen { return newExplain(e, p) })
}

func newExplain(e *Env, p Place) *explain {
	x := &explain{bench: newBench(e, p.Visit), about: p.Item, person: p.Record, tree: newTree(e)}
	x.settle()
	return x
}

// settle works the tree out anew. It is opened at what the page is about, with the way from the total.
func (x *explain) settle() {
	if x.doc == nil {
		return
	}
	scheme, res := x.scoreOf()
	root := checklist.Tree(scheme, res)
	x.tree.set([]*branch{x.branch(scheme, root)})
	if x.sought {
		return
	}
	x.sought = true
	x.tree.open[root.Key()], x.tree.open[aboutTotal], x.tree.open[string(checklist.NodeBase)] = true, true, true
	x.tree.flatten()
	if x.about != "" && x.tree.seek(x.about) {
		x.tree.open[x.about] = true
		x.tree.flatten()
	}
}

// scoreOf is the score of the sheet the page is about, by the scheme of that sheet.
func (x *explain) scoreOf() (*checklist.Scheme, *checklist.Result) {
	for i := range x.doc.Sheets {
		if s := &x.doc.Sheets[i]; s.Person.ID == x.person && x.person != x.env.Me.ID {
			scheme := x.env.schemeBy(s.Scheme)
			res := checklist.Score(scheme, checklist.InputOf(scheme, &x.doc.Visit, s))
			return scheme, &res
		}
	}
	return x.scheme(), x.score()
}

// branch is a node with its lines and its parts below it.
func (x *explain) branch(scheme *checklist.Scheme, n *checklist.Node) *branch {
	e := x.env
	b := &branch{key: n.Key(), text: x.nodeName(n), right: x.nodeValue(n)}
	for _, l := range n.Arithmetic() {
		line := &branch{text: x.say(l.Code, l.Args()...), faint: true}
		if l.Points != 0 && (n.Kind == checklist.NodeIndicator || n.Kind == checklist.NodeBonus) {
			line.right = l.Points.String()
		}
		b.parts = append(b.parts, line)
	}
	for _, p := range n.Parts {
		if p.Kind == checklist.NodeBonuses && len(scheme.Bonuses) == 0 && len(p.Parts) == 0 {
			continue // the scheme knows none
		}
		b.parts = append(b.parts, x.branch(scheme, p))
	}
	if n.Value.Known && !n.Value.Whole() {
		b.text += e.T(words.Terms, e.T(words.ExactValue, n.Value.Ratio()))
	}
	return b
}

// nodeName is what the scheme or the program calls a part of a result.
func (x *explain) nodeName(n *checklist.Node) string {
	switch {
	case n.Code != "":
		return x.env.Say(n.Code)
	case n.Star:
		return n.ID + " " + keyMark + " " + x.env.name(n.Name)
	}
	return n.ID + " " + x.env.name(n.Name)
}

// nodeValue is the number, the grade or the answer a part comes to, or what keeps it from having one.
func (x *explain) nodeValue(n *checklist.Node) string {
	e := x.env
	switch {
	case n.Kind == checklist.NodeResult:
		return ""
	case n.Kind == checklist.NodePass:
		return e.Say("pass." + string(n.Pass))
	case n.Grade != nil:
		return e.name(n.Grade.Name)
	case n.Value.Known && n.Full > 0:
		return n.Value.Points.String() + " / " + n.Full.String()
	case !n.Value.Known && n.Status != "":
		return e.T(words.StatusWords[string(n.Status)])
	}
	return e.amount(n.Value)
}

// Open reads the visit.
func (x *explain) Open() tea.Cmd { return x.open() }

// Update moves and follows the book.
func (x *explain) Update(msg tea.Msg) tea.Cmd {
	if x.update(msg) {
		x.settle()
		return nil
	}
	return x.tree.Update(msg)
}

// Frame draws the tree below whose score it is and by what it was worked out.
func (x *explain) Frame(w, h int) Frame {
	e := x.env
	scheme, _ := x.scoreOf()
	var c canvas
	c.add(" "+e.Style.Title.Render(e.Cut(x.heading(scheme), w-2)), e.Rule(w))
	c.block(joinLines(x.tree.view(w, h-2)), nil, h-2)
	return c.frame()
}

func (x *explain) heading(scheme *checklist.Scheme) string {
	e := x.env
	text := e.Clean(e.name(scheme.Name)) + " " + e.Clean(scheme.Version)
	for i := range x.doc.Sheets {
		if s := &x.doc.Sheets[i]; s.Person.ID == x.person && x.person != e.Me.ID {
			text = e.T(words.SheetOf, e.Clean(s.Person.Name)) + e.T(words.ListGap) + text
		}
	}
	return text
}

// Keys move, open and close.
func (x *explain) Keys() []Action { return x.tree.keys() }

// Click selects a row, or opens the selected one.
func (x *explain) Click(_, y int) tea.Cmd {
	if y < 2 {
		return nil
	}
	return x.tree.click(y - 2)
}

// Place remembers whose score it is and where it was opened.
func (x *explain) Place() Place {
	p := Place{Screen: "explain", Visit: x.visit, Record: x.person, Item: x.about}
	if b := x.tree.selected(); b != nil && b.key != "" {
		p.Item = b.key
	}
	return p
}

// Title is the crumb.
func (x *explain) Title() string { return x.env.T(words.ExplainTitle) }

// Hint says how the numbers come about.
func (x *explain) Hint() string { return x.env.T(words.ExplainHint) }

// ScoresShown tells the header: the page is nothing but scores, and opened on purpose.
func (x *explain) ScoresShown() bool { return true }
