package checklist

import (
	"slices"
	"strings"
)

// SchemeTable is a part of a scheme as a table to be edited in a spreadsheet.
type SchemeTable struct {
	Name    string
	Columns []SchemeColumn
	Rows    [][]SchemeCell // as many cells as columns
}

// SchemeColumn is a column with its header, a width in characters of half width, and what its cells may say, if that is
// little.
type SchemeColumn struct {
	Header  string
	Width   int
	Choices []string
}

// SchemeCell is a cell. A number is exact in its text; bold are the rows that others belong to.
type SchemeCell struct {
	Text    string
	Number  bool
	Bold    bool
	Choices []string
}

// Tables are the scheme as tables with headers in a language ("zh" or "en"): all of its meaning, so that SchemeOfTables
// makes a scheme of the same Hash of them. What a source says beside its meaning, its comments, is not in them.
func (s *Scheme) Tables(lang string) []SchemeTable {
	root := parseJSON(s.canonical)
	out := make([]SchemeTable, len(sheetDefs))
	for i := range sheetDefs {
		d := &sheetDefs[i]
		out[i].Name = d.name(lang)
		if d.record {
			out[i].Columns = []SchemeColumn{{Header: itemHeader.In(lang), Width: 28}, {Header: valueHeader.In(lang), Width: 60}}
			out[i].Rows = d.recordRows(root, lang)
			continue
		}
		out[i].Columns = d.headers(lang)
		for l := range d.levels {
			if d.levels[l].above < 0 {
				d.addRows(&out[i], root, l, "", lang)
			}
		}
	}
	return out
}

// The columns that no key stands in: what the rows of a record are and their values, and of a table with several kinds of
// rows which kind a row is and the id of the one it belongs to.
var (
	itemHeader  = Text{"项目", "item"}
	valueHeader = Text{"值", "value"}
	kindHeader  = Text{"行别", "row"}
	aboveHeader = Text{"所属", "belongs to"}
)

// lead is how many columns stand before those with keys.
func (d *sheetDef) lead() int {
	if len(d.levels) > 1 {
		return 2
	}
	return 0
}

func (d *sheetDef) headers(lang string) (out []SchemeColumn) {
	if d.lead() > 0 {
		kinds := SchemeColumn{Header: kindHeader.In(lang), Width: 10}
		for i := range d.levels {
			kinds.Choices = append(kinds.Choices, d.levels[i].name(lang))
		}
		out = []SchemeColumn{kinds, {Header: aboveHeader.In(lang), Width: 10}}
	}
	for i := range d.columns {
		c := &d.columns[i]
		out = append(out, SchemeColumn{Header: c.header(lang), Width: c.width, Choices: c.words(lang)})
	}
	return out
}

func (d *sheetDef) recordRows(root *node, lang string) (out [][]SchemeCell) {
	for i := range d.columns {
		c := &d.columns[i]
		value := SchemeCell{Text: c.cellOf(root.at(c.keys), lang), Number: c.kind == cellNumber, Choices: c.words(lang)}
		out = append(out, []SchemeCell{{Text: c.header(lang)}, value})
	}
	return out
}

// addRows writes the elements of a level's list, each followed by those that belong to it.
func (d *sheetDef) addRows(t *SchemeTable, from *node, level int, above, lang string) {
	list := from.at(d.levels[level].path)
	if list == nil {
		return
	}
	bold := slices.ContainsFunc(d.levels, func(l levelDef) bool { return l.above == level })
	for _, el := range list.items {
		row := make([]SchemeCell, 0, len(d.columns)+2)
		if d.lead() > 0 {
			row = append(row, SchemeCell{Text: d.levels[level].name(lang), Bold: bold}, SchemeCell{Text: above, Bold: bold})
		}
		for i := range d.columns {
			c := &d.columns[i]
			cell := SchemeCell{Number: c.kind == cellNumber, Bold: bold}
			if key := c.key(level); key != "" {
				cell.Text = c.cellOf(el.at(key), lang)
			}
			row = append(row, cell)
		}
		t.Rows = append(t.Rows, row)
		for l := range d.levels {
			if d.levels[l].above == level {
				d.addRows(t, el, l, el.at("id").text, lang)
			}
		}
	}
}

// at is the value under a path of keys; nil where there is none.
func (n *node) at(path string) *node {
	for path != "" && n != nil {
		var key string
		key, path, _ = strings.Cut(path, ".")
		n = n.get(key)
	}
	return n
}

func (n *node) get(key string) *node {
	for i, k := range n.keys {
		if k.text == key {
			return n.items[i]
		}
	}
	return nil
}
