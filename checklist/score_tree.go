package checklist

// NodeKind says what a node of an explanation is about.
type NodeKind string

// The kinds of nodes. There are many categories, indicators and bonus items in a tree and one of each of the others.
const (
	NodeResult      NodeKind = "result"
	NodeTotal       NodeKind = "total"
	NodeBase        NodeKind = "base"
	NodeCategory    NodeKind = "category"
	NodeIndicator   NodeKind = "indicator"
	NodeBonuses     NodeKind = "bonuses"
	NodeBonus       NodeKind = "bonus"
	NodeGrade       NodeKind = "grade"
	NodePass        NodeKind = "pass"
	NodePerformance NodeKind = "performance"
)

// Node is one number of a result with what it is made of: the command, the screens and the JSON all show this tree. Its
// lines and its parts together are its arithmetic.
type Node struct {
	Kind   NodeKind
	ID     string // of a category, an indicator or a bonus item
	Code   string // the sentence that names it, "" where the scheme does
	Name   Text   // the scheme's name for it
	Value  Amount // points; not known for the grade, for pass, and while something is open
	Full   Points // what Value is out of; 0 where nothing is
	Star   bool   // it is a key item (※), or an indicator with one among its rules
	Status Status // of an indicator; StatusNA of a category with nothing left in it
	Grade  *Grade // of the grade, nil until it is known
	Pass   Pass   // of pass
	Lines  []Line
	Parts  []*Node
}

// Key names the node within its tree: its kind, and its id where there are several of the kind.
func (n *Node) Key() string {
	if n.ID == "" {
		return string(n.Kind)
	}
	return string(n.Kind) + ":" + n.ID
}

// Find is the node of a key in the tree, nil where there is none.
func (n *Node) Find(key string) *Node {
	if n.Key() == key {
		return n
	}
	for _, p := range n.Parts {
		if found := p.Find(key); found != nil {
			return found
		}
	}
	return nil
}

// Arithmetic are the lines to show below the number. That full marks are the full marks needs no line.
func (n *Node) Arithmetic() []Line {
	if len(n.Lines) == 1 && n.Lines[0].Code == "line.full" && n.Value.Known {
		return nil
	}
	return n.Lines
}

// Tree is the explanation of a result under its scheme: the total from its parts, then what follows from the total.
// What the scheme does not know has no node: bonuses, a pass mark or key items, a part in the performance assessment.
func Tree(s *Scheme, r *Result) *Node {
	base := &Node{Kind: NodeBase, Code: "node.base", Value: r.Base, Full: s.Total, Lines: r.lines(partBase)}
	for i := range r.Categories {
		base.Parts = append(base.Parts, categoryNode(&r.Categories[i]))
	}
	total := &Node{Kind: NodeTotal, Code: "node.total", Value: r.Total, Full: s.Scoring.TotalCap, Lines: r.lines(partTotal),
		Parts: []*Node{base}}
	if len(s.Bonuses) > 0 {
		total.Parts = append(total.Parts, bonusNode(s, r))
	}
	root := &Node{Kind: NodeResult, Code: "node.result", Lines: r.lines(partStrays), Parts: []*Node{total,
		{Kind: NodeGrade, Code: "node.grade", Grade: r.Grade.Grade, Lines: r.lines(partGrade)}}}
	if r.Pass != PassNone {
		root.Parts = append(root.Parts, &Node{Kind: NodePass, Code: "node.pass", Pass: r.Pass, Lines: r.lines(partPass)})
	}
	if k, ok := s.Kind(r.Kind); ok && k.Weight > 0 {
		root.Parts = append(root.Parts, &Node{Kind: NodePerformance, Code: "node.performance", Value: r.Performance,
			Full: whole(s.Scoring.PerformanceCap).times(k.Weight, 10000).Points, Lines: r.lines(partPerformance)})
	}
	return root
}

func bonusNode(s *Scheme, r *Result) *Node {
	n := &Node{Kind: NodeBonuses, Code: "node.bonuses", Value: whole(r.Bonus), Full: s.Scoring.BonusCap, Lines: r.lines(partBonus)}
	for i := range r.Bonuses {
		b := &r.Bonuses[i]
		n.Parts = append(n.Parts, &Node{Kind: NodeBonus, ID: b.Bonus.ID, Name: b.Bonus.Name,
			Value: whole(b.Points), Full: b.Bonus.Max, Lines: b.Lines})
	}
	return n
}

func categoryNode(c *CategoryScore) *Node {
	n := &Node{Kind: NodeCategory, ID: c.Category.ID, Name: c.Category.Name, Value: c.Score, Full: c.Worth, Lines: c.Lines}
	if c.Dropped && c.Scored == c.Of {
		n.Status = StatusNA
	}
	for i := range c.Indicators {
		x := &c.Indicators[i]
		part := &Node{Kind: NodeIndicator, ID: x.Indicator.ID, Name: x.Indicator.Name, Full: x.Indicator.Full,
			Star: x.Indicator.hasKey(), Status: x.Status, Lines: x.Lines}
		if x.Known {
			part.Value = whole(x.Awarded)
		}
		n.Parts = append(n.Parts, part)
	}
	return n
}
