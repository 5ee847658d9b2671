package checklist

import (
	"bytes"
	"slices"
	"strings"
)

// piece is one part of a scheme, as its canonical form writes it.
type piece struct {
	thing  Thing
	id     string
	name   Text
	plain  string // its Chinese name as it is compared
	in     *piece // the part it stands in; nil at the top
	pos    int    // place among all parts of its thing
	fields []keyValue
}

// keyValue is a key of a part, nested ones joined by dots, with its value in canonical form.
type keyValue struct {
	key  string
	node *node
}

// listOf says which lists of a part hold parts of their own, and what those are called by.
type listOf struct {
	key   string
	thing Thing
	id    string
}

// thingsIn lists the parts inside each part. "" is the scheme itself.
var thingsIn = map[Thing][]listOf{
	"": {{"unit_kinds", ThingKind, "id"}, {"grades", ThingGrade, "id"}, {"grade_limits", ThingLimit, "id"},
		{"methods", ThingMethod, "id"}, {"materials", ThingMaterial, "id"}, {"count_units", ThingUnit, "id"},
		{"parent_indicators", ThingParent, "no"}, {"categories", ThingCategory, "id"}, {"exclusive_groups", ThingGroup, "id"},
		{"bonus", ThingBonus, "id"}, {"warnings", ThingWarning, "id"}, {"warning_metrics", ThingMetric, "id"}},
	ThingMethod:    {{"requirements", ThingRequirement, "id"}, {"forms", ThingForm, "id"}},
	ThingHeadcount: {{"columns", ThingColumn, "id"}, {"fields", ThingFigure, "id"}, {"derived", ThingDerived, "id"}},
	ThingCategory:  {{"indicators", ThingIndicator, "id"}},
	ThingIndicator: {{"rules", ThingRule, "id"}},
	ThingSlips:     {{"states", ThingSlipState, "id"}, {"carry_to_year", ThingCarry, "when"}},
	ThingProcedure: {{"roles", ThingRole, "id"}},
}

// onceIn are the parts that come once, by their key.
var onceIn = map[string]Thing{"scheme": ThingScheme, "scoring": ThingScoring, "reconciliation": ThingHeadcount,
	"supervision_slip": ThingSlips, "procedure": ThingProcedure}

// thingOrder is the order in which parts are matched and told: those that others stand in come first.
var thingOrder = []Thing{ThingScheme, ThingScoring, ThingKind, ThingGrade, ThingLimit, ThingCategory, ThingIndicator, ThingRule,
	ThingGroup, ThingBonus, ThingWarning, ThingMetric, ThingParent, ThingMethod, ThingRequirement, ThingForm, ThingMaterial,
	ThingHeadcount, ThingColumn, ThingFigure, ThingDerived, ThingUnit, ThingSlips, ThingSlipState, ThingCarry, ThingProcedure,
	ThingRole, ThingOther}

// pieces are the parts of a scheme by thing, in the scheme's order.
type pieces map[Thing][]*piece

func partsOf(root *node) pieces {
	ps := pieces{}
	top := &piece{}
	ps.take(top, root)
	for _, f := range top.fields {
		thing, ok := onceIn[f.key]
		if !ok || f.node.kind != nodeMap {
			ps.add(&piece{thing: ThingOther, id: f.key, fields: []keyValue{{"", f.node}}})
			continue
		}
		p := &piece{thing: thing}
		ps.take(p, f.node)
		ps.add(p)
	}
	return ps
}

func (ps pieces) add(p *piece) {
	p.pos = len(ps[p.thing])
	ps[p.thing] = append(ps[p.thing], p)
}

// take reads the keys of a part: lists of parts become parts of their own, what is left are its fields.
func (ps pieces) take(p *piece, n *node) {
	for i, k := range n.keys {
		at := slices.IndexFunc(thingsIn[p.thing], func(l listOf) bool { return l.key == k.text })
		if at < 0 || n.items[i].kind != nodeList {
			p.fields = flatten(p.fields, k.text, n.items[i], p.thing == "")
			continue
		}
		for _, item := range n.items[i].items {
			ps.takeItem(p, thingsIn[p.thing][at], item)
		}
	}
}

func (ps pieces) takeItem(in *piece, l listOf, n *node) {
	p := &piece{thing: l.thing}
	if in.thing != "" {
		p.in = in
	}
	ps.take(p, n)
	for _, f := range p.fields {
		switch f.key {
		case l.id:
			p.id = f.node.text
		case "zh":
			p.name.ZH, p.plain = f.node.text, plainText(f.node.text)
		case "en":
			p.name.EN = f.node.text
		}
	}
	p.fields = slices.DeleteFunc(p.fields, func(f keyValue) bool { return f.key == l.id })
	for base, n := p.id, 2; slices.ContainsFunc(ps[p.thing], func(o *piece) bool { return o.id == p.id }); n++ {
		p.id = base + "#" + strings.Repeat("+", n-1) // only what nothing refers to may repeat
	}
	ps.add(p)
}

// flatten adds the keys of nested maps; at the top of the scheme they stay whole.
func flatten(list []keyValue, key string, n *node, whole bool) []keyValue {
	if n.kind != nodeMap || whole {
		return append(list, keyValue{key, n})
	}
	for i, k := range n.keys {
		list = flatten(list, key+"."+k.text, n.items[i], false)
	}
	return list
}

// written is a value in canonical form; a text stands without its quotes.
func written(n *node) string {
	if n.kind == nodeText {
		return n.text
	}
	var b bytes.Buffer
	writeCanonical(&b, n)
	return b.String()
}

func (p *piece) field(key string) (*node, bool) {
	i := slices.IndexFunc(p.fields, func(f keyValue) bool { return f.key == key })
	if i < 0 {
		return nil, false
	}
	return p.fields[i].node, true
}
