package checklist

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// gridRow is a row of an office's table: what stands in the columns that mean something, by their fields.
type gridRow struct {
	No    int
	Cells map[string]string
}

// grid is an office's table under its header. A field that begins with "=" is a figure.
type grid struct {
	Rows     []gridRow
	Has      map[string]bool   // the fields that have a column
	Titles   map[string]string // as they were typed
	Problems []RowProblem
	Unused   []string
}

// readGrid finds the header, which may stand under a title, and reads the rows below it. names are the headers as plain
// writes them, must the fields that a table cannot do without. Without one of them there are no rows. Codes: those of a
// list of units, units.header and units.column; table.must (the column).
func readGrid(rows []TableRow, names map[string]string, must ...string) (g grid) {
	g.Has, g.Titles = map[string]bool{}, map[string]string{}
	at, most := 0, 0
	for i := range min(len(rows), headerDepth) {
		n := 0
		for _, cell := range rows[i].Cells {
			if names[plain(cell)] != "" {
				n++
			}
		}
		if n > most {
			at, most = i, n
		}
	}
	if most == 0 {
		no := 1
		if len(rows) > 0 {
			no = rows[0].No
		}
		g.Problems = []RowProblem{{Row: no, Code: "units.header"}}
		return g
	}
	columns := map[int]string{}
	for i, cell := range rows[at].Cells {
		switch field := names[plain(cell)]; {
		case cell == "":
		case field == "":
			g.Unused = append(g.Unused, cell)
		case g.Has[field]:
			g.Problems = append(g.Problems, RowProblem{Row: rows[at].No, Code: "units.column", Args: []any{cell}})
		default:
			columns[i], g.Has[field], g.Titles[field] = field, true, cell
		}
	}
	lacks := false
	for _, field := range must {
		if !g.Has[field] {
			g.Problems, lacks = append(g.Problems, RowProblem{Row: rows[at].No, Code: "table.must", Args: []any{columnWord(field)}}), true
		}
	}
	if lacks {
		return g
	}
	g.fill(rows[at+1:], columns)
	if len(g.Rows) == 0 && len(g.Problems) == 0 {
		g.Problems = []RowProblem{{Row: rows[at].No, Code: "table.norows"}}
	}
	return g
}

func (g *grid) fill(rows []TableRow, columns map[int]string) {
	for _, row := range rows {
		r := gridRow{No: row.No, Cells: map[string]string{}}
		for i, cell := range row.Cells {
			cell = strings.TrimPrefix(cell, "'") // as spreadsheets and our own CSV mark what shall stay text
			if field, ok := columns[i]; ok && cell != "" {
				r.Cells[field] = cell
			}
		}
		if len(r.Cells) > 0 {
			g.Rows = append(g.Rows, r)
		}
	}
}

// bad notes what is wrong with a row.
func (g *grid) bad(r gridRow, code string, args ...any) {
	g.Problems = append(g.Problems, RowProblem{Row: r.No, Code: code, Args: args})
}

// good tells whether nothing was wrong with a row so far.
func (g *grid) good(r gridRow) bool {
	n := len(g.Problems)
	return n == 0 || g.Problems[n-1].Row != r.No
}

// short refuses texts that no name or remark has. Code units.long (most characters).
func (g *grid) short(r gridRow) {
	for _, cell := range r.Cells {
		if utf8.RuneCountInString(cell) > maxUnitName {
			g.bad(r, "units.long", maxUnitName)
			return
		}
	}
}

// columnWord is a column as a sentence names it: package words has the texts.
type columnWord string

// WordCode is the code of the column's name.
func (c columnWord) WordCode() string { return "column." + string(c) }

// headersOf makes the names of columns: for each field its headers with spaces between.
func headersOf(fields map[string]string) map[string]string {
	out := map[string]string{}
	for field, headers := range fields {
		for _, h := range strings.Fields(headers) {
			out[plain(h)] = field
		}
	}
	return out
}

// unitBook finds units by what people write of them.
type unitBook struct {
	units []Unit
	by    map[string][]int
}

func newUnitBook(units []Unit) *unitBook {
	b := &unitBook{units: units, by: map[string][]int{}}
	for i, u := range units {
		seen := map[string]bool{}
		for _, name := range []string{u.Code, u.Name, u.Short} {
			if p := typedName(name); p != "" && !seen[p] {
				b.by[p], seen[p] = append(b.by[p], i), true
			}
		}
	}
	return b
}

// find reads the unit of a row: by its code where there is one, else by its name or short name. Codes: table.unit (text)
// for one the book does not know, table.units (text) for several, table.nounit where the row names none.
func (b *unitBook) find(g *grid, r gridRow) (Unit, bool) {
	text := r.Cells["code"]
	if text == "" {
		text = r.Cells["unit"]
	}
	if text == "" {
		g.bad(r, "table.nounit")
		return Unit{}, false
	}
	switch at := b.by[typedName(text)]; len(at) {
	case 0:
		g.bad(r, "table.unit", text)
	case 1:
		return b.units[at[0]], true
	default:
		g.bad(r, "table.units", text)
	}
	return Unit{}, false
}

// typedName is a name as it is compared, signs included: half width, lower case, no spaces.
func typedName(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(width.Fold.String(s)), ""))
}

// ReadDay reads a day as tables write it: 2026-03-09, 2026/3/9, 2026.3.9, 2026年3月9日, and 3月9日 or 3/9 of a year.
func ReadDay(cell, year string) (string, bool) {
	s := strings.TrimSuffix(strings.TrimSpace(width.Narrow.String(cell)), "日")
	parts := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("-/.年月", r) })
	if len(parts) == 2 {
		parts = append([]string{year}, parts...)
	}
	if len(parts) != 3 || len(parts[0]) != 4 {
		return "", false
	}
	day := parts[0]
	for _, p := range parts[1:] {
		n, err := strconv.Atoi(p)
		if err != nil || n < 1 || n > 31 {
			return "", false
		}
		day += "-" + strconv.Itoa(n/10) + strconv.Itoa(n%10)
	}
	return day, isDay(day)
}

// readTime reads a time of day: 9:00, 09：00, 9点, 9点30分, 0930.
func readTime(cell string) (string, bool) {
	s := strings.TrimSpace(width.Narrow.String(cell))
	s = strings.NewReplacer("点", ":", "时", ":", "分", "", "半", "30").Replace(s)
	h, m, cut := strings.Cut(s, ":")
	if !cut && len(s) == 4 {
		h, m = s[:2], s[2:]
	} else if !cut {
		return "", false
	}
	if m == "" {
		m = "0"
	}
	hour, err := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	if err != nil || err2 != nil || hour < 0 || hour > 23 || minute < 0 || minute > 59 {
		return "", false
	}
	return strconv.Itoa(hour/10) + strconv.Itoa(hour%10) + ":" + strconv.Itoa(minute/10) + strconv.Itoa(minute%10), true
}
