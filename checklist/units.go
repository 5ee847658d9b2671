package checklist

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"
)

// The limits of a list of units.
const (
	maxUnitCode = 64        // characters
	maxUnitName = 200       // characters, also of the other texts
	maxFigure   = 9_999_999 // of a ledger number
	headerDepth = 10        // rows in which the header is looked for: titles may stand above it
)

// TableRow is a row of a table as people see it in a spreadsheet: its number and its trimmed cells.
type TableRow struct {
	No    int
	Cells []string
}

// UnitLine is a good row of a list of units. The unit has no id yet: that takes the district.
type UnitLine struct {
	Row    int
	Unit   Unit
	Ledger map[string]int64 // the office's number of a figure of the scheme, where the row gave one
}

// RowProblem is what is wrong with a row: a code that package words has a sentence for, and its arguments. The row is
// no argument: it is shown before the sentence.
type RowProblem struct {
	Row  int
	Code string
	Args []any
}

// UnitTable is what a list of units said. Rows with a problem are not among Units; whether the good ones are wanted
// without them is the user's decision.
type UnitTable struct {
	Units    []UnitLine
	Problems []RowProblem
	Unused   []string // columns of the header that mean nothing to the program
}

// The columns of a list of units that are not figures, and how their headers are written, normalised by plain.
var unitColumns = map[string]string{
	"编码": "code", "代码": "code", "单位编码": "code", "单位代码": "code", "机构编码": "code", "机构代码": "code", "编号": "code", "单位编号": "code", "code": "code", "unitcode": "code",
	"名称": "name", "单位名称": "name", "单位": "name", "单位全称": "name", "全称": "name", "机构名称": "name", "被评估单位": "name", "name": "name", "unit": "name", "unitname": "name",
	"类型": "kind", "类别": "kind", "单位类型": "kind", "单位类别": "kind", "机构类型": "kind", "机构类别": "kind", "kind": "kind", "type": "kind", "unitkind": "kind", "unittype": "kind",
	"简称": "short", "单位简称": "short", "short": "short", "shortname": "short",
	"主要领导": "leader", "主要负责人": "leader", "负责人": "leader", "leader": "leader", "mainleader": "leader",
	"备注": "note", "说明": "note", "note": "note", "notes": "note", "remark": "note", "remarks": "note",
}

// CheckUnits reads a list of units from a table with a header row in Chinese or English: code, name and kind must be
// there; short name, main leader, note and any figure of the scheme, by its id or its name in either language, may be.
// It never stops at the first problem: people mend a file once.
func CheckUnits(s *Scheme, rows []TableRow) UnitTable {
	var t UnitTable
	at, columns := t.header(s, rows)
	if columns == nil {
		return t
	}
	codes, names := map[[8]byte]int{}, map[[8]byte]int{}
	for _, row := range rows[at+1:] {
		line, problems := s.unitLine(row, columns)
		if line.Row == 0 {
			continue
		}
		if line.Unit.Code != "" {
			problems = append(problems, seen(codes, "units.duplicate", line.Unit.Code, row.No)...)
		}
		if line.Unit.Name != "" {
			problems = append(problems, seen(names, "units.samename", line.Unit.Name, row.No)...)
		}
		t.Problems = append(t.Problems, problems...)
		if len(problems) == 0 {
			t.Units = append(t.Units, line)
		}
	}
	if len(t.Units) == 0 && len(t.Problems) == 0 {
		t.Problems = []RowProblem{{Row: rows[at].No, Code: "units.none"}}
	}
	return t
}

// unitColumn is a column that means something: a field of Unit by its json name, or "=" and a figure; and the header
// as it was typed.
type unitColumn struct{ field, typed string }

// header finds the header row and what its columns mean. No columns are returned when one that must be there is not;
// the problem then stands in the table.
func (t *UnitTable) header(s *Scheme, rows []TableRow) (at int, columns map[int]unitColumn) {
	figures := map[string]string{}
	for _, f := range s.Reconciliation.Figures {
		for _, name := range []string{f.ID, f.Name.ZH, f.Name.EN} {
			if name != "" {
				figures[plain(name)] = "=" + f.ID
			}
		}
	}
	most := 0
	for i := range min(len(rows), headerDepth) {
		n := 0
		for _, cell := range rows[i].Cells {
			if unitColumns[plain(cell)] != "" {
				n++
			}
		}
		if n > most {
			at, most = i, n
		}
	}
	if most == 0 {
		row := 1
		if len(rows) > 0 {
			row = rows[0].No
		}
		t.Problems = append(t.Problems, RowProblem{Row: row, Code: "units.header"})
		return 0, nil
	}
	columns = map[int]unitColumn{}
	taken := map[string]bool{}
	for i, cell := range rows[at].Cells {
		field := unitColumns[plain(cell)]
		if field == "" {
			field = figures[plain(cell)]
		}
		switch {
		case cell == "":
		case field == "":
			t.Unused = append(t.Unused, cell)
		case taken[field]:
			t.Problems = append(t.Problems, RowProblem{Row: rows[at].No, Code: "units.column", Args: []any{cell}})
		default:
			columns[i], taken[field] = unitColumn{field, cell}, true
		}
	}
	for _, must := range []struct{ field, code string }{{"code", "units.nocode"}, {"name", "units.noname"}, {"kind", "units.nokind"}} {
		if !taken[must.field] {
			t.Problems = append(t.Problems, RowProblem{Row: rows[at].No, Code: must.code})
			columns = nil
		}
	}
	return at, columns
}

// unitLine reads one row. A row with nothing in the columns that mean something is the zero line.
func (s *Scheme) unitLine(row TableRow, columns map[int]unitColumn) (line UnitLine, problems []RowProblem) {
	line.Ledger = map[string]int64{}
	bad := func(code string, args ...any) {
		problems = append(problems, RowProblem{Row: row.No, Code: code, Args: args})
	}
	kind, u := "", &line.Unit
	fields := map[string]*string{"code": &u.Code, "name": &u.Name, "kind": &kind, "short": &u.Short, "leader": &u.Leader, "note": &u.Note}
	for i, cell := range row.Cells {
		col, ok := columns[i]
		if !ok || cell == "" {
			continue
		}
		line.Row = row.No
		if text := fields[col.field]; text != nil {
			*text = cell
		} else if n, ok := ledgerNumber(cell); ok {
			line.Ledger[col.field[1:]] = n
		} else {
			bad("units.number", col.typed, cell)
		}
	}
	if line.Row == 0 {
		return line, nil
	}
	u.Code = norm.NFC.String(width.Fold.String(u.Code))
	if u.Code == "" {
		bad("units.code")
	}
	if u.Name == "" {
		bad("units.name")
	}
	if utf8.RuneCountInString(u.Code) > maxUnitCode {
		bad("units.codelong", maxUnitCode)
	}
	for _, text := range []string{u.Name, u.Short, u.Leader, u.Note} {
		if utf8.RuneCountInString(text) > maxUnitName {
			bad("units.long", maxUnitName)
		}
	}
	if id, ok := s.kindNamed(kind); ok {
		u.Kind = id
	} else if kind == "" {
		bad("units.kindempty", s.kindList())
	} else {
		bad("units.kind", kind, s.kindList())
	}
	return line, problems
}

// seen notes an identity (see key) and reports where it stood before.
func seen(at map[[8]byte]int, code, text string, row int) []RowProblem {
	k := key("unit", text)
	if first, ok := at[k]; ok {
		return []RowProblem{{Row: row, Code: code, Args: []any{text, first}}}
	}
	at[k] = row
	return nil
}

// kindNamed finds a kind of unit by its id or name in either language, or by a part of its Chinese name that only one
// kind has: lists say 街道 where the scheme says 街道办事处.
func (s *Scheme) kindNamed(typed string) (id string, ok bool) {
	p := plain(typed)
	if p == "" {
		return "", false
	}
	parts := 0
	for _, k := range s.Kinds {
		if p == plain(k.ID) || p == plain(k.Name.ZH) || p == plain(k.Name.EN) {
			return k.ID, true
		}
		if utf8.RuneCountInString(p) > 1 && strings.Contains(plain(k.Name.ZH), p) {
			id = k.ID
			parts++
		}
	}
	return id, parts == 1
}

// kindList names the kinds as a file may write them.
func (s *Scheme) kindList() string {
	names := make([]string, len(s.Kinds))
	for i, k := range s.Kinds {
		names[i] = k.Name.ZH + " (" + k.ID + ")"
	}
	return strings.Join(names, ", ")
}

// plain is a header or a name as it is compared: half width, lower case, without spaces, hyphens and the marks that
// forms put behind a column's name.
func plain(s string) string {
	s = strings.ToLower(norm.NFC.String(width.Fold.String(s)))
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\r\n_-*:.\u3000\u00a0", r) {
			return -1
		}
		return r
	}, s)
}

// ledgerNumber reads a whole number as a spreadsheet writes it: full-width digits, 1,234 and 35.00 too.
func ledgerNumber(cell string) (int64, bool) {
	s := strings.TrimSpace(width.Narrow.String(cell))
	if whole, frac, ok := strings.Cut(s, "."); ok && strings.Trim(frac, "0") == "" {
		s = whole
	}
	if groups := strings.Split(s, ","); len(groups) > 1 && len(groups[0]) > 0 && len(groups[0]) <= 3 {
		for _, g := range groups[1:] {
			if len(g) != 3 {
				return 0, false
			}
		}
		s = strings.Join(groups, "")
	}
	if !digits(s) {
		return 0, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil && n <= maxFigure
}
