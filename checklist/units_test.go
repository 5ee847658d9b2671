package checklist

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// sheet makes rows of a table from lines of cells parted by "|"; an empty line only counts.
func sheet(lines ...string) (rows []TableRow) {
	for i, l := range lines {
		if l != "" {
			rows = append(rows, TableRow{No: i + 1, Cells: strings.Split(l, "|")})
		}
	}
	return rows
}

func said(problems []RowProblem) (out []string) {
	for _, p := range problems {
		out = append(out, strings.TrimSpace(fmt.Sprintln(append([]any{p.Row, p.Code}, p.Args...)...)))
	}
	return out
}

func TestCheckUnitsReadsHeadersOfBothLanguages(t *testing.T) {
	want := []UnitLine{
		{Row: 2, Unit: Unit{Code: "D01", Name: "区民政局", Kind: "department", Leader: "王某某"}, Ledger: map[string]int64{"auth_admin": 32, "act_admin": 35}},
		{Row: 3, Unit: Unit{Code: "S01", Name: "甲一街道办事处", Short: "甲一", Kind: "subdistrict"}, Ledger: map[string]int64{"auth_admin": 1234}},
	}
	for _, header := range []string{
		"单位编码（必填）|单位 名称*|类型|简称|主要领导|核定行政编制|实有行政编制人员",
		"Code|NAME|Unit type|short name|main leader|Authorised administrative posts|actual administrative staff",
		"编号|被评估单位|单位类别|简称|负责人|auth_admin|act_admin",
	} {
		got := CheckUnits(DefaultScheme(), sheet(header,
			"D01|区民政局|政府部门||王某某|３２|35.00",
			"S01|甲一街道办事处|街道|甲一||1,234"))
		if len(got.Problems) > 0 || len(got.Unused) > 0 || !reflect.DeepEqual(got.Units, want) {
			t.Errorf("%s\ngot  %+v\nwant %+v\nproblems %v, unused %v", header, got.Units, want, said(got.Problems), got.Unused)
		}
	}
}

func TestCheckUnitsFindsTheHeaderUnderATitle(t *testing.T) {
	got := CheckUnits(DefaultScheme(), sheet("2026年度被评估单位名单", "", "填报单位：区委编办", "序号|编码|名称|类型|电话", "1|D01|区民政局|department|1", "||||", "2|S01|甲一|subdistrict|2"))
	if len(got.Problems) > 0 || len(got.Units) != 2 || got.Units[1].Row != 7 {
		t.Errorf("units %+v, problems %v", got.Units, said(got.Problems))
	}
	if want := []string{"序号", "电话"}; !reflect.DeepEqual(got.Unused, want) {
		t.Errorf("unused %v, want %v", got.Unused, want)
	}
}

func TestCheckUnitsNamesEveryProblemWithItsRow(t *testing.T) {
	const kinds = "政府部门 (department), 街道办事处 (subdistrict)"
	long := strings.Repeat("长", maxUnitName+1)
	for _, c := range []struct {
		name string
		rows []TableRow
		good int
		want []string
	}{
		{"nothing at all", nil, 0, []string{"1 units.header"}},
		{"no header", sheet("D01|区民政局|政府部门"), 0, []string{"1 units.header"}},
		{"no column of codes", sheet("名称|类型", "区民政局|政府部门"), 0, []string{"1 units.nocode"}},
		{"only codes", sheet("编码", "D01"), 0, []string{"1 units.noname", "1 units.nokind"}},
		{"a column twice", sheet("编码|名称|单位名称|类型", "D01|区民政局|民政|政府部门"), 1, []string{"1 units.column 单位名称"}},
		{"a header and nothing under it", sheet("编码|名称|类型"), 0, []string{"1 units.none"}},
		{"duplicate code, written differently", sheet("编码|名称|类型", "d01|甲局|政府部门", "Ｄ01|乙局|政府部门", "D02|丙局|政府部门"), 2,
			[]string{"3 units.duplicate D01 2"}},
		{"the same name twice", sheet("编码|名称|类型", "D01|甲局|政府部门", "D02|甲局|政府部门"), 1, []string{"3 units.samename 甲局 2"}},
		{"unknown kind", sheet("编码|名称|类型", "D01|甲局|企业", "D02|乙局|", "D03|丙局|办"), 0,
			[]string{"2 units.kind 企业 " + kinds, "3 units.kindempty " + kinds, "4 units.kind 办 " + kinds}},
		{"empty name and code", sheet("编码|名称|类型", "D01||政府部门", "|乙局|政府部门"), 0, []string{"2 units.name", "3 units.code"}},
		{"too long", sheet("编码|名称|类型", strings.Repeat("1", maxUnitCode+1)+"|"+long+"|政府部门"), 0, []string{"2 units.codelong 64", "2 units.long 200"}},
		{"bad numbers", sheet("编码|名称|类型|核定行政编制|编外人员", "D01|甲局|部门|约30|-1", "D02|乙局|部门|3.5|1,23", "D03|丙局|部门|12345678|7"), 0,
			[]string{"2 units.number 核定行政编制 约30", "2 units.number 编外人员 -1", "3 units.number 核定行政编制 3.5", "3 units.number 编外人员 1,23", "4 units.number 核定行政编制 12345678"}},
		{"a total under the list", sheet("编码|名称|类型|核定行政编制", "D01|甲局|部门|3", "|||3", "合计|||3"), 1,
			[]string{"3 units.code", "3 units.name", "3 units.kindempty " + kinds, "4 units.name", "4 units.kindempty " + kinds}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := CheckUnits(DefaultScheme(), c.rows)
			if len(got.Units) != c.good || !reflect.DeepEqual(said(got.Problems), c.want) {
				t.Errorf("%d good, want %d\ngot  %q\nwant %q", len(got.Units), c.good, said(got.Problems), c.want)
			}
		})
	}
}
