package checklist

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zoufang/checklist/schemes"
)

// named gives tables as a reader of files would: the header as row 1.
func named(tables []SchemeTable) (out []NamedTable) {
	for _, t := range tables {
		n := NamedTable{Name: t.Name}
		var header []string
		for _, c := range t.Columns {
			header = append(header, c.Header)
		}
		n.Rows = append(n.Rows, TableRow{1, header})
		for i, r := range t.Rows {
			cells := make([]string, len(r))
			for k, c := range r {
				cells[k] = c.Text
			}
			n.Rows = append(n.Rows, TableRow{i + 2, cells})
		}
		out = append(out, n)
	}
	return out
}

func errorsOf(problems []CellProblem) (out []CellProblem) {
	for _, p := range problems {
		if p.Severity == SeverityError {
			out = append(out, p)
		}
	}
	return out
}

// sameThroughTables takes a scheme to tables and back and wants the same meaning.
func sameThroughTables(t interface{ Fatalf(string, ...any) }, s *Scheme, lang string) {
	src, problems := SchemeOfTables(named(s.Tables(lang)), lang)
	if list := errorsOf(problems); len(list) > 0 {
		t.Fatalf("the tables of %s have problems: %+v\n%s", s.ID, list, src)
	}
	back, err := LoadScheme(src)
	if err != nil || back.Hash != s.Hash {
		t.Fatalf("%s came back as something else: %v\n%s\nwas\n%s\nis\n%s", s.ID, err, src, s.canonical, back.Canonical())
	}
}

func TestShippedSchemesThroughTables(t *testing.T) {
	for _, x := range schemes.All() {
		s, err := LoadScheme(x.Source)
		if err != nil {
			t.Fatalf("%s: %v", x.Name, err)
		}
		for _, lang := range []string{"zh", "en"} {
			sameThroughTables(t, s, lang)
		}
	}
}

func TestGeneratedSchemesThroughTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sameThroughTables(t, genLoaded(t), rapid.SampledFrom([]string{"zh", "en"}).Draw(t, "lang"))
	})
}

// sameTables wants that tables still mean a scheme after something was done to them.
func sameTables(t *rapid.T, s *Scheme, tables []NamedTable) {
	src, problems := SchemeOfTables(tables, "zh")
	if list := errorsOf(problems); len(list) > 0 {
		t.Fatalf("%+v", list)
	}
	if back, err := LoadScheme(src); err != nil || back.Hash != s.Hash {
		t.Fatalf("other meaning: %v", err)
	}
}

// Tables, columns and rows may stand in any order as long as each row says whom it belongs to, and columns of notes may
// stand between them.
func TestSortedTablesMeanTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := genLoaded(t)
		tables := rapid.Permutation(named(s.Tables("zh"))).Draw(t, "tables")
		for i := range tables {
			rows := tables[i].Rows
			if rows[0].Cells[0] == kindHeader.ZH { // the kinds of rows apart from each other, in any order
				first := rapid.Permutation([]string{"类别", "指标", "条款", "步骤", "手续", "谈话形式"}).Draw(t, "kinds")
				slices.SortStableFunc(rows[1:], func(a, b TableRow) int {
					return slices.Index(first, a.Cells[0]) - slices.Index(first, b.Cells[0])
				})
			}
			order := rapid.Permutation(indexes(len(rows[0].Cells))).Draw(t, "columns")
			for r := range rows {
				cells := []string{"# 备注"}
				for _, from := range order {
					cells = append(cells, rows[r].Cells[from])
				}
				rows[r] = TableRow{r + 3, cells}
			}
			tables[i].Rows = append([]TableRow{{1, []string{"", "2026年指标体系"}}}, rows...)
		}
		sameTables(t, s, tables)
	})
}

// A row that does not say whom it belongs to belongs to the nearest one above it that it can belong to.
func TestRowsBelongToTheNearestAbove(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := genLoaded(t)
		tables := named(s.Tables("zh"))
		for _, x := range tables {
			for _, r := range x.Rows[1:] {
				if x.Rows[0].Cells[0] == kindHeader.ZH && rapid.Bool().Draw(t, "forgotten") {
					r.Cells[1] = ""
				}
			}
		}
		sameTables(t, s, tables)
	})
}

func indexes(n int) (out []int) {
	for i := range n {
		out = append(out, i)
	}
	return out
}

// No cell is passed over: whatever is written into one changes the meaning or is named as a problem.
func TestEveryCellCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := genLoaded(t)
		lang := rapid.SampledFrom([]string{"zh", "en"}).Draw(t, "lang")
		tables := named(s.Tables(lang))
		x := rapid.SampledFrom(tables).Draw(t, "table")
		row := rapid.SampledFrom(x.Rows).Draw(t, "row")
		i := rapid.IntRange(0, len(row.Cells)-1).Draw(t, "cell")
		old := row.Cells[i]
		now := rapid.SampledFrom([]string{"新" + old, old + "x", "7", "E9", "是", "", "a、b", "=1+1", "其他", "4.25"}).Draw(t, "now")
		if strings.TrimSpace(now) == strings.TrimSpace(old) || now == "" && i == 1 && x.Rows[0].Cells[1] == aboveHeader.In(lang) {
			return // an empty "belongs to" is the row above, on purpose
		}
		if now == "是" && old == "yes" || row.No == 1 && plain(now) == plain(old) {
			return // the same word
		}
		if now == "" && row.No == 1 && !slices.ContainsFunc(x.Rows[1:], func(r TableRow) bool { return r.Cells[i] != "" }) {
			return // a column without header and without cells
		}
		row.Cells[i] = now
		if strings.TrimSpace(strings.Join(row.Cells, "")) == "" {
			return // the name of a value that is not given
		}
		src, problems := SchemeOfTables(tables, lang)
		if len(errorsOf(problems)) > 0 {
			return
		}
		back, err := LoadScheme(src)
		if err != nil {
			t.Fatalf("no problem was named: %v", err)
		}
		if back.Hash == s.Hash {
			t.Fatalf("%s, row %d, cell %d: %q became %q and nobody noticed", x.Name, row.No, i, old, now)
		}
	})
}

func TestLists(t *testing.T) {
	for _, c := range []struct {
		cell string
		want []string
	}{
		{"look", []string{"look"}},
		{"look, listen", []string{"look", "listen"}},
		{"look、listen，check;interview；x\ny", []string{"look", "listen", "check", "interview", "x", "y"}},
		{` "a,b" , c`, []string{"a,b", "c"}},
		{`"他说""好""，是"`, []string{`他说"好"，是`}},
		{`a"b`, []string{`a"b`}},
		{"，a，，b，", []string{"a", "b"}},
		{"", nil}, {" 、", nil},
	} {
		if got, ok := splitList(c.cell); !ok || !slices.Equal(got, c.want) {
			t.Errorf("%q: %q %v, want %q", c.cell, got, ok, c.want)
		}
	}
	for _, bad := range []string{`"a`, `"a" b`, `x, "y`, `"a""`} {
		if got, ok := splitList(bad); ok {
			t.Errorf("%q was read as %q", bad, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOf(rapid.OneOf(rapid.String(), rapid.SampledFrom(hard)).Filter(func(s string) bool { return strings.TrimSpace(s) != "" })).Draw(t, "texts")
		var nodes []*node
		for _, x := range want {
			nodes = append(nodes, &node{kind: nodeText, text: x})
		}
		for _, lang := range []string{"zh", "en"} {
			if got, ok := splitList(joinList(nodes, lang)); !ok || !slices.Equal(got, want) && len(want) > 0 {
				t.Fatalf("%q came back as %q", want, got)
			}
		}
	})
}

// Any text survives being written as YAML: what cannot stand in a file as it is, is escaped. A file that holds such a
// character itself is refused.
func TestYAMLTextsSurvive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom(hard)).Draw(t, "text")
		root := &node{kind: nodeMap, keys: []*node{{kind: nodeText, text: "no"}, {kind: nodeText, text: "l"}},
			items: []*node{{kind: nodeText, text: text}, {kind: nodeList, items: []*node{{kind: nodeText, text: text}, {kind: nodeText, text: text}}}}}
		back := parseSource(yamlOf(root), &problems{})
		if back == nil || back.at("no").text != text || back.at("l").items[1].text != text {
			t.Fatalf("%q came back as %+v\n%s", text, back, yamlOf(root))
		}
	})
	for _, bad := range []string{"\x00", "\x01", "\x0b", "\x1b", "\x7f", "\xff", "\xed\xa0\x80"} {
		var found problems
		if parseSource([]byte(`no: "一`+bad+`二"`), &found); len(found.list) == 0 {
			t.Errorf("a file that holds %q was taken", bad)
		}
	}
}

func TestProblemsStandAtTheirCells(t *testing.T) {
	base := func() []NamedTable { return named(DefaultScheme().Tables("zh")) }
	for _, c := range []struct {
		name, table string
		row, col    int // of the cell to change
		to          string
		want        string // code table row column
	}{
		{"a number that is none", "指标与规则", 3, 4, "三分", "scheme.number 指标与规则 3 分值"},
		{"a mode nobody knows", "指标与规则", 4, 5, "随意", "scheme.choice 指标与规则 4 扣分方式"},
		{"a paper that is not there", "指标与规则", 3, 18, "self_report、nix", "scheme.ref 指标与规则 3 材料"},
		{"an id used twice", "指标与规则", 5, 2, "A1.1", "scheme.id.twice 指标与规则 5 编号"},
		{"a key that is missing", "单位类型", 2, 3, "", "scheme.key.missing 单位类型 2 结果权重"},
		{"a value of the record", "方案", 8, 1, "120", "scheme.sum.categories 方案 8 值"},
		{"a value of the record that is missing", "方案", 8, 1, "", "scheme.key.missing 方案 0 总分"},
		{"a kind of row nobody knows", "指标与规则", 4, 0, "小结", "sheet.kind 指标与规则 4 行别"},
		{"a row that belongs to nothing", "指标与规则", 4, 1, "Z9", "sheet.above 指标与规则 4 "},
		{"a cell where nothing belongs", "指标与规则", 2, 5, "一次", "sheet.place 指标与规则 2 扣分方式"},
		{"a column nobody knows", "等次", 1, 3, "及格线", "sheet.column 等次 1 及格线"},
		{"a column twice", "等次", 1, 3, "编号", "sheet.column_twice 等次 1 编号"},
		{"a row of the record nobody knows", "方案", 3, 0, "方案号", "sheet.item 方案 3 "},
		{"a row of the record twice", "方案", 3, 0, "格式版本", "sheet.item_twice 方案 3 "},
		{"a list with half a quotation", "步骤", 2, 11, "\"a、b", "sheet.list 步骤 2 记录内容"},
		{"a cell that the mode has no use for", "指标与规则", 4, 9, "2", "scheme.key.mode 指标与规则 4 上限"},
		{"a row without what its kind needs", "指标与规则", 4, 4, "", "scheme.key.missing 指标与规则 4 分值"},
		{"an order used twice", "步骤", 7, 3, "1", "scheme.order.twice 步骤 7 顺序"},
		{"a text of a list that is not there", "互斥组", 3, 1, "D4.1、E3.9", "scheme.ref 互斥组 3 条款"},
		{"a flag that is none", "指标与规则", 3, 13, "也许", "scheme.type 指标与规则 3 可不适用"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tables := base()
			for i := range tables {
				if tables[i].Name == c.table {
					tables[i].Rows[c.row-1].Cells[c.col] = c.to
				}
			}
			_, problems := SchemeOfTables(tables, "zh")
			var got []string
			for _, p := range errorsOf(problems) {
				got = append(got, fmt.Sprintf("%s %s %d %s", p.Code, p.Table, p.Row, p.Column))
			}
			if !slices.Contains(got, c.want) {
				t.Errorf("want %s, got %q", c.want, got)
			}
		})
	}
}

func TestWholeTables(t *testing.T) {
	tables := named(DefaultScheme().Tables("zh"))
	without := func(name string) (out []NamedTable) {
		for _, x := range tables {
			if x.Name != name {
				out = append(out, x)
			}
		}
		return out
	}
	for _, c := range []struct {
		name   string
		tables []NamedTable
		want   string
	}{
		{"nothing", nil, "sheet.none  0"},
		{"a required table is missing", without("单位类型"), "scheme.key.missing 单位类型 0"},
		{"a table nobody knows", append(without(""), NamedTable{Name: "汇总", Rows: []TableRow{{1, []string{"x"}}}}), "sheet.unknown 汇总 0"},
		{"a table twice", append(without(""), tables[2]), "sheet.twice 单位类型 0"},
		{"no header", append(without("等次"), NamedTable{Name: "等次", Rows: []TableRow{{3, []string{"优秀", "90"}}}}), "sheet.header 等次 3"},
		{"no values", append(without("方案"), NamedTable{Name: "方案", Rows: []TableRow{{1, []string{"项目"}}}}), "sheet.column_missing 方案 1"},
	} {
		_, problems := SchemeOfTables(c.tables, "zh")
		var got []string
		for _, p := range problems {
			got = append(got, fmt.Sprintf("%s %s %d", p.Code, p.Table, p.Row))
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("%s: want %s, got %q", c.name, c.want, got)
		}
	}
	notes := append(without(""), NamedTable{Name: "# 草稿", Rows: []TableRow{{1, []string{"x"}}}})
	if _, problems := SchemeOfTables(notes, "zh"); len(errorsOf(problems)) > 0 {
		t.Errorf("a table of notes: %+v", problems)
	}
}

// Every key the loader asks for stands in exactly one column, and no column holds anything else: a key that is added to
// the format fails here until the tables have it.
func TestEveryKeyHasOneColumn(t *testing.T) {
	asked := map[string]bool{}
	r := newReader()
	r.see = func(path string, _ bool) { asked[path] = true }
	root := parseSource(schemes.New, &problems{})
	top := r.object(root, "")
	var version int
	top.whole("schema_version", &version, true)
	readScheme(top, &Scheme{})
	for path := range asked {
		for parent := path; strings.Contains(parent, "."); {
			parent = parent[:strings.LastIndex(parent, ".")]
			delete(asked, parent) // a map or a list, which is no cell
		}
	}
	columns := map[string]int{}
	for i := range sheetDefs {
		d := &sheetDefs[i]
		for l := range d.levels {
			path := d.levels[l].path
			for at := d.levels[l].above; at >= 0; at = d.levels[at].above {
				path = d.levels[at].path + "." + path
			}
			for k := range d.columns {
				if key := d.columns[k].key(l); key != "" {
					columns[strings.TrimPrefix(path+"."+key, ".")]++
				}
			}
		}
	}
	for path := range asked {
		if columns[path] != 1 {
			t.Errorf("%s stands in %d columns", path, columns[path])
		}
	}
	for path := range columns {
		if !asked[path] {
			t.Errorf("the loader never asks for %s, which has a column", path)
		}
	}
	for _, key := range root.keys {
		if !slices.Contains(strings.Fields(topOrder), key.text) {
			t.Errorf("%s has no place in the order of a YAML file", key.text)
		}
	}
}

// Headers and names tell columns and tables apart in both languages.
func TestHeadersAreUnambiguous(t *testing.T) {
	names := map[string]string{}
	for i := range sheetDefs {
		d := &sheetDefs[i]
		for _, n := range []string{d.zh, d.en} {
			if names[tableName(n)] != "" || len([]rune(n)) > 31 {
				t.Errorf("table %s: also %s", n, names[tableName(n)])
			}
			names[tableName(n)] = n
		}
		seen := map[string]bool{}
		for _, lang := range []string{"zh", "en"} {
			headers := d.headers(lang)
			if d.record {
				headers = []SchemeColumn{{Header: itemHeader.In(lang)}, {Header: valueHeader.In(lang)}}
				for k := range d.columns {
					headers = append(headers, SchemeColumn{Header: d.columns[k].header(lang)})
				}
			}
			for _, h := range headers {
				if seen[plain(h.Header)] || plain(h.Header) == "" || strings.ContainsAny(h.Header, ",;\t\"\n") && !strings.Contains(h.Header, "(") {
					t.Errorf("%s: the header %s is there twice or is none", d.en, h.Header)
				}
				seen[plain(h.Header)] = true
			}
		}
		for l := range d.levels {
			for _, key := range strings.Fields(d.levels[l].order) {
				if !slices.ContainsFunc(d.columns, func(c columnDef) bool { return c.key(l) == key }) {
					t.Errorf("%s: the order names %s, which has no column", d.en, key)
				}
			}
		}
	}
}

// Whatever stands in the tables, reading them ends, in a scheme that loads or in problems with cells.
func FuzzSchemeOfTables(f *testing.F) {
	var seed strings.Builder
	for _, t := range named(DefaultScheme().Tables("zh")) {
		seed.WriteString("\f" + t.Name + "\n")
		for _, r := range t.Rows[:min(len(t.Rows), 6)] {
			seed.WriteString(strings.ReplaceAll(strings.Join(r.Cells, "\t"), "\n", " ") + "\n")
		}
	}
	f.Add(seed.String())
	f.Add("\f方案\n项目\t值\n格式版本\t9\n\fitems\nrow\tid\nrule\tA1.1\n")
	f.Fuzz(func(t *testing.T, text string) {
		var tables []NamedTable
		for _, part := range strings.Split(text, "\f") {
			name, body, _ := strings.Cut(part, "\n")
			x := NamedTable{Name: name}
			for i, line := range strings.Split(body, "\n") {
				x.Rows = append(x.Rows, TableRow{i + 1, strings.Split(line, "\t")})
			}
			tables = append(tables, x)
		}
		src, problems := SchemeOfTables(tables, "zh")
		if src == nil && len(problems) == 0 {
			t.Fatal("neither a scheme nor a problem")
		}
		if src != nil && len(errorsOf(problems)) == 0 {
			if _, err := LoadScheme(src); err != nil {
				t.Fatalf("no problem was named: %v", err)
			}
		}
		for _, p := range problems {
			if strings.HasPrefix(p.Code, "scheme.syntax") || p.Code == "scheme.control" && p.Table == "" {
				t.Fatalf("%+v has no cell:\n%s", p, src)
			}
		}
	})
}
