package checklist

import (
	"slices"
	"strings"
)

// locate finds the cells that the problems of a source are about. The source was written from the tree, so both have the
// same shape, and the place of a value in one is its place in the other.
func (b *tableReader) locate(src []byte, list []Problem) []CellProblem {
	if len(list) == 0 {
		return nil
	}
	w := treeWalk{}
	if written := parseSource(src, &problems{}); written != nil {
		w.pair("", b.root, written)
	}
	out := make([]CellProblem, len(list))
	for i, p := range list {
		out[i] = b.cellProblem(w, p)
	}
	return out
}

// treeWalk is two trees of one shape, beside each other: a key as itself, and each value with its path.
type treeWalk []struct {
	path     string
	from, to *node
}

func (w *treeWalk) pair(path string, from, to *node) {
	type both = struct {
		path     string
		from, to *node
	}
	*w = append(*w, both{path, from, to})
	for i := range min(len(from.items), len(to.items)) {
		below := path
		if i < len(from.keys) && i < len(to.keys) {
			below = strings.TrimPrefix(path+"."+from.keys[i].text, ".")
			*w = append(*w, both{below, from.keys[i], to.keys[i]})
		}
		w.pair(below, from.items[i], to.items[i])
	}
}

// namesLine are the problems that name another line of the source, and in which argument: a row is named instead.
var namesLine = map[string]int{"scheme.id.twice": 2, "scheme.order.twice": 1}

func (b *tableReader) cellProblem(w treeWalk, p Problem) CellProblem {
	out := CellProblem{Problem: p}
	if i, ok := namesLine[p.Code]; ok && i < len(p.Args) {
		for _, x := range w {
			if x.to.line == p.Args[i] && x.from.line > 0 {
				out.Args = slices.Clone(p.Args)
				out.Args[i] = b.rows[x.from.line-1].row
				break
			}
		}
	}
	missing := p.Code == "scheme.key.missing" && len(p.Args) > 0
	var cell *node
	for _, x := range w {
		container := x.from.kind == nodeMap || x.from.kind == nodeList
		switch {
		case x.to.line != p.Line || x.to.col != p.Col || p.Line == 0:
		case missing && x.from.kind == nodeMap:
			key, _ := p.Args[0].(string)
			return b.missing(out, x.path, x.from, key)
		case cell == nil || !container && !missing:
			cell = x.from
		}
	}
	if cell == nil || cell.line == 0 {
		return out
	}
	row := &b.rows[cell.line-1]
	out.Table, out.Row = row.table, row.row
	if cell.kind != nodeMap {
		out.Column = label(row.headers, cell.col-1)
	}
	return out
}

// missing says where a key is missed: in a column of a row, in a row of a record, or as a whole table.
func (b *tableReader) missing(out CellProblem, path string, in *node, key string) CellProblem {
	path = strings.TrimPrefix(path+"."+key, ".")
	for i := range sheetDefs {
		d := &sheetDefs[i]
		for l := range d.levels {
			if d.levels[l].above < 0 && d.levels[l].path == path && !d.record {
				out.Table = d.name(b.lang)
				return out
			}
		}
		for k := range d.columns {
			if c := &d.columns[k]; d.record && c.keys == path {
				out.Table, out.Column = d.name(b.lang), label([]string{c.header(b.lang)}, 0)
				return out
			}
		}
	}
	if in.line == 0 {
		return out
	}
	row := &b.rows[in.line-1]
	out.Table, out.Row = row.table, row.row
	for k := range row.def.columns {
		if c := &row.def.columns[k]; !row.def.record && c.key(row.level) == key {
			out.Column = label([]string{c.header(b.lang)}, 0)
		}
	}
	return out
}
