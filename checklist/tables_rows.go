package checklist

import "strings"

// record reads the rows of a table of single values.
func (b *tableReader) record(d *sheetDef, t *NamedTable, at int, cols *tableColumns) {
	rows := map[string]*columnDef{}
	for i := range d.columns {
		c := &d.columns[i]
		rows[plain(c.zh)], rows[plain(c.en)] = c, c
	}
	seen := map[*columnDef]int{}
	for _, row := range t.Rows[at+1:] {
		item, value, col := "", "", 0
		for i, cell := range row.Cells {
			k, known := cols.at[i]
			switch {
			case strings.TrimSpace(cell) == "" || known && k == colNote:
			case !known:
				b.problem(cellPlace{t.Name, label(cols.headers, i), row.No}, "sheet.stray", cell)
			case k == colItem:
				item = cell
			default:
				value, col = cell, i
			}
		}
		c := rows[plain(item)]
		where := cellPlace{t.Name, label(cols.headers, col), row.No}
		switch {
		case item == "" && value == "":
		case c == nil:
			b.problem(cellPlace{table: t.Name, row: row.No}, "sheet.item", item)
		case seen[c] > 0:
			b.problem(cellPlace{table: t.Name, row: row.No}, "sheet.item_twice", item, seen[c])
		default:
			seen[c] = row.No
			line := b.place(d, t, row.No, 0, cols.headers)
			b.set(b.root, c.keys, b.cell(c, value, line, col, where))
		}
	}
}

// cell reads a cell into a node that knows its place.
func (b *tableReader) cell(c *columnDef, text string, line, col int, where cellPlace) *node {
	n, code := c.value(text)
	if code != "" {
		b.problem(where, code, text)
	}
	if n != nil {
		n.line, n.col = line, col+1
		for _, x := range n.items {
			x.line, x.col = line, col+1
		}
	}
	return n
}

// set puts a value under a path of keys and makes the maps on the way.
func (b *tableReader) set(to *node, path string, value *node) {
	if value == nil {
		return
	}
	for {
		key, rest, more := strings.Cut(path, ".")
		if !more {
			to.keys, to.items = append(to.keys, &node{kind: nodeText, text: key, line: value.line, col: value.col}), append(to.items, value)
			return
		}
		next := to.get(key)
		if next == nil {
			next = &node{kind: nodeMap, line: value.line, col: value.col}
			to.keys, to.items = append(to.keys, &node{kind: nodeText, text: key, line: value.line, col: value.col}), append(to.items, next)
		}
		to, path = next, rest
	}
}

// tableElement is a row that became a map.
type tableElement struct {
	level int
	id    string
	above string
	row   int
	line  int
	node  *node
}

// list reads the rows of a table of lists, then hangs each under the one it belongs to.
func (b *tableReader) list(d *sheetDef, t *NamedTable, at int, cols *tableColumns) {
	var all []tableElement
	for _, row := range t.Rows[at+1:] {
		if el, ok := b.element(d, t, row, cols); ok {
			all = append(all, el)
		}
	}
	for i := range all {
		el := &all[i]
		l := &d.levels[el.level]
		above := b.root
		if l.above >= 0 {
			if above = b.above(all, i, l.above, t.Name); above == nil {
				continue
			}
		} else if el.above != "" {
			b.problem(cellPlace{table: t.Name, row: el.row}, "sheet.above_none", el.above)
			continue
		}
		list := above.at(l.path)
		if list == nil {
			list = &node{kind: nodeList, line: el.line, col: 1}
			b.set(above, l.path, list)
		}
		list.items = append(list.items, el.node)
	}
}

// above finds the map a row belongs to: the one it names, else the last of that kind above it.
func (b *tableReader) above(all []tableElement, i, level int, table string) *node {
	el := &all[i]
	for k := range all {
		if el.above != "" && all[k].level == level && all[k].id == el.above {
			return all[k].node
		}
	}
	if el.above != "" {
		b.problem(cellPlace{table: table, row: el.row}, "sheet.above", el.above)
		return nil
	}
	for k := i - 1; k >= 0; k-- {
		if all[k].level == level {
			return all[k].node
		}
	}
	b.problem(cellPlace{table: table, row: el.row}, "sheet.above_missing")
	return nil
}

// element reads one row; not ok for one that says nothing or that cannot be read.
func (b *tableReader) element(d *sheetDef, t *NamedTable, row TableRow, cols *tableColumns) (el tableElement, ok bool) {
	before, any := len(b.problems), false
	el = tableElement{row: row.No, node: &node{kind: nodeMap}}
	kind := ""
	for i, cell := range row.Cells {
		k, known := cols.at[i]
		text := strings.TrimSpace(cell)
		switch {
		case text == "" || known && k == colNote:
			continue
		case !known:
			b.problem(cellPlace{t.Name, label(cols.headers, i), row.No}, "sheet.stray", text)
		case k == colKind:
			kind = text
		case k == colAbove:
			el.above = text
		}
		any = true
	}
	if !any {
		return el, false
	}
	if d.lead() > 0 {
		if el.level = d.levelNamed(kind); el.level < 0 {
			b.problem(cellPlace{table: t.Name, row: row.No, column: kindHeader.In(b.lang)}, "sheet.kind", kind, d.levelNames(b.lang))
			return el, false
		}
	}
	el.line = b.place(d, t, row.No, el.level, cols.headers)
	el.node.line, el.node.col = el.line, 1
	values := make([]*node, len(d.columns))
	for i, cell := range row.Cells {
		k, known := cols.at[i]
		if !known || k < 0 || strings.TrimSpace(cell) == "" {
			continue
		}
		where := cellPlace{t.Name, label(cols.headers, i), row.No}
		if d.columns[k].key(el.level) == "" {
			b.problem(where, "sheet.place", strings.TrimSpace(cell), d.levels[el.level].name(b.lang))
			continue
		}
		values[k] = b.cell(&d.columns[k], cell, el.line, i, where)
	}
	for k := range d.columns {
		b.set(el.node, d.columns[k].key(el.level), values[k])
	}
	sortKeys(el.node, d.levels[el.level].order)
	if id := el.node.get("id"); id != nil {
		el.id = id.text
	}
	return el, len(b.problems) == before
}

func (d *sheetDef) levelNamed(kind string) int {
	for i := range d.levels {
		if l := &d.levels[i]; plain(kind) != "" && (plain(kind) == plain(l.zh) || plain(kind) == plain(l.en)) {
			return i
		}
	}
	return -1
}

func (d *sheetDef) levelNames(lang string) string {
	var out []string
	for i := range d.levels {
		out = append(out, d.levels[i].name(lang))
	}
	return strings.Join(out, ", ")
}
