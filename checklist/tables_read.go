package checklist

import (
	"strings"
	"unicode"
)

// NamedTable is a table as it was read: the name of its sheet or file, and its rows with their numbers.
type NamedTable struct {
	Name string
	Rows []TableRow
}

// CellProblem is a problem with a scheme in tables: where the cell is, as a spreadsheet counts, and what is wrong with
// it. Row is 0 for the table as a whole, Column "" for the row, Table "" for all of them.
type CellProblem struct {
	Table, Column string
	Row           int
	Problem
}

// SchemeOfTables makes the source (YAML) of a scheme of tables as Tables writes them and people edit them: headers in
// either language, columns and tables in any order, rows of several kinds in any order too. It gives every problem of the
// tables and, if the tables can be read, all that Lint says of the scheme, at the cells where it stands. Nothing is passed
// over in silence but tables and columns whose names begin with #, which are notes. The source is nil where the tables
// cannot be read.
func SchemeOfTables(tables []NamedTable, lang string) (src []byte, problems []CellProblem) {
	b := &tableReader{lang: lang, root: &node{kind: nodeMap}, seen: map[*sheetDef]bool{}}
	for i := range tables {
		b.table(&tables[i])
	}
	if len(b.seen) == 0 && len(b.problems) == 0 {
		b.problem(cellPlace{}, "sheet.none")
	}
	if len(b.problems) > 0 {
		return nil, b.problems
	}
	sortKeys(b.root, topOrder)
	src = yamlOf(b.root)
	return src, b.locate(src, Lint(src))
}

// tableReader builds the tree of a scheme. The nodes of it know their cells: line counts the places of rows, col the
// columns from 1.
type tableReader struct {
	lang     string
	root     *node
	seen     map[*sheetDef]bool
	rows     []rowPlace
	problems []CellProblem
}

// rowPlace is a row of a table, and what its columns are called.
type rowPlace struct {
	table   string
	row     int
	level   int
	def     *sheetDef
	headers []string
}

// cellPlace is a cell for a problem of the tables themselves.
type cellPlace struct {
	table, column string
	row           int
}

func (b *tableReader) problem(at cellPlace, code string, args ...any) {
	b.problems = append(b.problems, CellProblem{Table: at.table, Column: at.column, Row: at.row, Problem: Problem{Code: code, Args: args}})
}

// tableName is a table's name without what sorts files before it: 02-items.
func tableName(s string) string {
	return plain(strings.TrimLeftFunc(s, func(r rune) bool { return unicode.IsDigit(r) || strings.ContainsRune(" -_.", r) }))
}

func (b *tableReader) table(t *NamedTable) {
	if strings.HasPrefix(strings.TrimSpace(t.Name), "#") || len(t.Rows) == 0 {
		return
	}
	d := defNamed(t.Name)
	switch {
	case d == nil:
		b.problem(cellPlace{table: t.Name}, "sheet.unknown", t.Name)
		return
	case b.seen[d]:
		b.problem(cellPlace{table: t.Name}, "sheet.twice", t.Name)
		return
	}
	b.seen[d] = true
	at, cols := b.header(d, t)
	if cols == nil {
		return
	}
	if d.record {
		b.record(d, t, at, cols)
		return
	}
	b.list(d, t, at, cols)
}

func defNamed(name string) *sheetDef {
	for i := range sheetDefs {
		if d := &sheetDefs[i]; tableName(name) == plain(d.zh) || tableName(name) == plain(d.en) {
			return d
		}
	}
	return nil
}

// tableColumns says what stands in which cell of a row: by the index in columns, or one of the leading ones.
type tableColumns struct {
	at      map[int]int
	headers []string
}

// The columns without keys, as indexes of tableColumns.
const (
	colItem  = -1 - iota // of a record
	colValue             // of a record
	colKind
	colAbove
	colNote // begins with #
)

// named says what the columns of a table are called, normalised.
func (d *sheetDef) named() map[string]int {
	out := map[string]int{}
	add := func(at int, names ...string) {
		for _, n := range names {
			out[plain(n)] = at
		}
	}
	if d.record {
		add(colItem, itemHeader.ZH, itemHeader.EN)
		add(colValue, valueHeader.ZH, valueHeader.EN)
		return out
	}
	for i := range d.columns {
		add(i, d.columns[i].zh, d.columns[i].en)
	}
	if d.lead() > 0 {
		add(colKind, kindHeader.ZH, kindHeader.EN)
		add(colAbove, aboveHeader.ZH, aboveHeader.EN)
	}
	return out
}

// header finds the header among the first rows: a title may stand above it. Without a usable one the columns are nil and
// a problem says so.
func (b *tableReader) header(d *sheetDef, t *NamedTable) (at int, out *tableColumns) {
	names, most := d.named(), 0
	for i := range min(len(t.Rows), headerDepth) {
		n := 0
		for _, cell := range t.Rows[i].Cells {
			if _, ok := names[plain(cell)]; ok {
				n++
			}
		}
		if n > most {
			at, most = i, n
		}
	}
	row := t.Rows[at]
	if most == 0 {
		b.problem(cellPlace{table: t.Name, row: row.No}, "sheet.header", d.firstHeaders(b.lang))
		return 0, nil
	}
	out = &tableColumns{at: map[int]int{}, headers: row.Cells}
	taken, before := map[int]bool{}, len(b.problems)
	for i, cell := range row.Cells {
		k, ok := names[plain(cell)]
		switch {
		case strings.HasPrefix(strings.TrimSpace(cell), "#"):
			out.at[i] = colNote
		case strings.TrimSpace(cell) == "":
		case !ok:
			b.problem(cellPlace{t.Name, cell, row.No}, "sheet.column", cell)
		case taken[k]:
			b.problem(cellPlace{t.Name, cell, row.No}, "sheet.column_twice", cell)
		default:
			out.at[i], taken[k] = k, true
		}
	}
	must := map[int]string{}
	if d.record {
		must[colItem], must[colValue] = itemHeader.In(b.lang), valueHeader.In(b.lang)
	} else if d.lead() > 0 {
		must[colKind] = kindHeader.In(b.lang)
	}
	for _, k := range []int{colItem, colValue, colKind} {
		if must[k] != "" && !taken[k] {
			b.problem(cellPlace{table: t.Name, row: row.No}, "sheet.column_missing", must[k])
		}
	}
	if len(b.problems) > before {
		return 0, nil
	}
	return at, out
}

// firstHeaders names the first columns, for whoever has none.
func (d *sheetDef) firstHeaders(lang string) string {
	if d.record {
		return itemHeader.In(lang) + ", " + valueHeader.In(lang)
	}
	var out []string
	for i, c := range d.headers(lang) {
		if i < 4 {
			out = append(out, c.Header)
		}
	}
	return strings.Join(out, ", ")
}

// label is what a column is called: its header, or its letter as a spreadsheet shows it.
func label(headers []string, col int) string {
	if col < len(headers) && strings.TrimSpace(headers[col]) != "" {
		h, _, _ := strings.Cut(headers[col], "（")
		h, _, _ = strings.Cut(h, " (")
		return h
	}
	name := ""
	for n := col + 1; n > 0; n = (n - 1) / 26 {
		name = string(rune('A'+(n-1)%26)) + name
	}
	return name
}

// place notes a row and gives the line its nodes have.
func (b *tableReader) place(d *sheetDef, t *NamedTable, row, level int, headers []string) int {
	b.rows = append(b.rows, rowPlace{t.Name, row, level, d, headers})
	return len(b.rows)
}
