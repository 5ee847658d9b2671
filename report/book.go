package report

import (
	"fmt"
	"io"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/table"
	"zoufang/words"
)

// sheetBook writes the tables of sheets as a workbook: for each sheet what stands beside its tables, then a sheet for each
// table. Points are real numbers.
func sheetBook(w io.Writer, sheets ...*Sheet) error {
	var list []table.Sheet
	for _, s := range sheets {
		edge := &table.Print{Head: s.Stamp.Book + " · " + s.Title, Foot: s.Stamp.Made + " · " + s.Stamp.Code}
		list = append(list, front(s))
		under := s.Title
		for _, b := range s.Blocks {
			switch b := b.(type) {
			case Heading:
				under = string(b)
			case Table:
				list = append(list, tableOf(under, b))
			}
		}
		for i := range list {
			if list[i].Print == nil {
				list[i].Print = edge
				list[i].Name = sheetName(len(sheets) > 1 || i > 0, i, list[i].Name)
				fit(&list[i])
			}
		}
	}
	return table.WriteWorkbook(w, list)
}

// front is what stands on a sheet beside its tables.
func front(s *Sheet) table.Sheet {
	t := table.Sheet{Name: s.Title, Columns: []table.Column{{Header: words.ResultWhat.In(s.Lang)}, {Header: words.ResultIs.In(s.Lang)}}}
	put := func(name, value string) {
		if name != "" || value != "" {
			add(&t, name, value)
		}
	}
	put(s.Title, strings.Join(nonEmpty(s.Number, s.Under), "\n"))
	for _, b := range s.Blocks {
		switch b := b.(type) {
		case Text:
			put("", string(b))
		case Note:
			put("", string(b))
		case Fields:
			for _, f := range b {
				put(f.Name, f.Value)
			}
		case Bars:
			for _, x := range b.Bars {
				put(b.Title+" "+x.Label, x.Value.String()+" / "+x.Of.String())
			}
		}
	}
	f, st := footOf(s.Lang), s.Stamp
	for _, p := range [][2]string{{f.Book, st.Book}, {f.Made, st.Made}, {f.Scheme, st.Scheme}, {f.Code, st.Code}} {
		put(p[0], p[1])
	}
	return t
}

// tableOf is a table of a sheet. What is written as points in a column of numbers is a number.
func tableOf(name string, b Table) table.Sheet {
	t := table.Sheet{Name: name}
	for _, c := range b.Columns {
		t.Columns = append(t.Columns, table.Column{Header: c.Name})
	}
	for _, r := range b.Rows {
		cells := make([]any, len(r))
		for i, c := range r {
			cells[i] = table.Cell{Text: c, Number: b.Columns[i].Right, Points: b.Columns[i].Right && strings.Contains(c, ".")}
		}
		add(&t, cells...)
	}
	return t
}

// blockOf is a table for paper, of some of its columns.
func blockOf(t table.Sheet, empty string, columns ...int) Table {
	b := Table{Empty: empty, Rows: make([][]string, len(t.Rows))}
	fit(&t)
	for _, i := range columns {
		right := len(t.Rows) > 0
		for k, row := range t.Rows {
			right = right && (row[i].Points || row[i].Number || row[i].Text == "")
			b.Rows[k] = append(b.Rows[k], row[i].Text)
		}
		b.Columns = append(b.Columns, Column{Name: t.Columns[i].Header, Width: min(t.Columns[i].Width, 24), Right: right})
	}
	return b
}

// sheetName is a name that a workbook takes, different from the others by its number.
func sheetName(numbered bool, at int, name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, name)
	if numbered {
		name = fmt.Sprintf("%d %s", at, name)
	}
	const most = 31
	for n := len([]rune(name)); n > most || utf16Long(name) > most; n-- {
		name = string([]rune(name)[:n-1])
	}
	return strings.TrimSpace(name)
}

func utf16Long(s string) (n int) {
	for _, r := range s {
		if n++; r > 0xffff {
			n++
		}
	}
	return n
}

// sheetCSV writes the one table of a sheet. Fault sheet.tables (title) where there is none or more than one.
func sheetCSV(w io.Writer, sheets ...*Sheet) error {
	var found []Table
	for _, s := range sheets {
		for _, b := range s.Blocks {
			if t, ok := b.(Table); ok {
				found = append(found, t)
			}
		}
	}
	if len(found) != 1 {
		return &store.Fault{Code: "sheet.tables", Args: []any{sheets[0].Title}}
	}
	return table.WriteCSV(w, tableOf("", found[0]), true)
}

// noJSON refuses what has no published form. Fault sheet.nojson (title).
func noJSON(_ io.Writer, sheets ...*Sheet) error {
	return &store.Fault{Code: "sheet.nojson", Args: []any{sheets[0].Title}}
}

// resultSheet is the results of the round as a sheet to read, which is written as a workbook, CSV or JSON with all there is.
func (m *maker) resultSheet() ([]*Sheet, error) {
	r, err := Gather(m.ctx, m.b, m.Lang, m.Made)
	if err != nil {
		return nil, err
	}
	s, err := m.plain()
	if err != nil {
		return nil, err
	}
	sheet := s.beginDistrict("results", checklist.ForOffice, words.ResultTitle)
	sheet.Wide = true
	none := s.in(words.ResultNone)
	sheet.add(Heading(s.in(words.ResultRanking)), blockOf(r.ranking(), none, 0, 1, 2, 3, 7, 8, 9, 10, 16), Heading(s.in(words.ResultCategories)), blockOf(r.categories(), none, 1, 3, 4, 5, 6),
		Heading(s.in(words.ResultWarned)), blockOf(r.warned(), none, 1, 2, 3, 4, 5), Heading(s.in(words.ResultSlips)), blockOf(r.slips(), none, 0, 3, 7, 9, 11, 12))
	sheet = s.end(sheet)
	sheet.Stamp.Code, sheet.Stamp.Scheme = r.Code, r.Scheme.Version+" "+r.Scheme.Hash[:8]
	sheet.own = map[string]func(io.Writer) error{
		"xlsx": func(w io.Writer) error { return Workbook(w, r) },
		"csv":  func(w io.Writer) error { return CSV(w, r, !m.NoMark) },
		"json": func(w io.Writer) error { return JSON(w, r) },
	}
	return []*Sheet{sheet}, nil
}
