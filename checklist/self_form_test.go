package checklist

import (
	"fmt"
	"strings"
	"testing"
)

// Every row that is wrong is named with what is wrong, and the rows that are well are read as they were meant.
func TestCheckSelfScores(t *testing.T) {
	s := DefaultScheme()
	other := ""
	for _, c := range s.Categories {
		for i := range c.Indicators {
			if !c.Indicators[i].Applies("subdistrict") {
				other = c.Indicators[i].ID
			}
		}
	}
	if other == "" {
		t.Fatal("the scheme has no indicator that leaves a kind out")
	}
	u := Unit{Code: "S01", Name: "甲街道", Kind: "subdistrict"}
	header := TableRow{1, []string{"单位编码", "指标编号*", "指标名称", "满分（分）", "自评分", "自查说明", "签名"}}
	for _, c := range []struct {
		row  []string
		want string
	}{
		{[]string{"Ｓ０１", "a1", "", "3", "２．５分", "好"}, "A1 2.50 好"},
		{[]string{"", "A2", "名称不读", "3.00", "3"}, "A2 3.00 "},
		{[]string{"", "A2", "", "", ""}, ""},
		{[]string{"", "", "合计", "100"}, ""},
		{[]string{"", "A1", "", "", "0"}, "A1 0.00 "},
		{[]string{"D01", "A1", "", "", "1"}, "self.unit"},
		{[]string{"", "Z9", "", "", "1"}, "self.indicator"},
		{[]string{"", other, "", "", "1"}, "self.kind"},
		{[]string{"", other, "", "", ""}, ""},
		{[]string{"", "A1", "", "", "很好"}, "self.points"},
		{[]string{"", "A1", "", "", "-1"}, "self.points"},
		{[]string{"", "A1", "", "", "1.234"}, "self.points"},
		{[]string{"", "A1", "", "", "3.01"}, "self.above"},
		{[]string{"", "A1", "", "5.00", "1"}, "self.full"},
		{[]string{"", "A1", "", "", "", "只有说明"}, "self.nopoints"},
		{[]string{"", "A1", "", "", "1", strings.Repeat("长", maxSelfNote+1)}, "self.long"},
	} {
		got := CheckSelfScores(s, u, []TableRow{{1, []string{"2026年度单位自评表"}}, header, {3, c.row}})
		var text []string
		for _, p := range got.Problems {
			if p.Row != 3 {
				t.Errorf("%v: a problem in row %d", c.row, p.Row)
			}
			text = append(text, p.Code)
		}
		for _, l := range got.Lines {
			text = append(text, fmt.Sprintf("%s %v %s", l.Indicator, l.Points, l.Note))
		}
		if strings.Join(text, "; ") != c.want {
			t.Errorf("%v: %v, want %q", c.row, text, c.want)
		}
		if len(got.Unused) != 1 || got.Unused[0] != "签名" {
			t.Errorf("columns not read: %v", got.Unused)
		}
	}
	twice := CheckSelfScores(s, u, []TableRow{header, {2, []string{"", "A1", "", "", "1"}}, {5, []string{"", "A1", "", "", "1"}}})
	if len(twice.Problems) != 1 || twice.Problems[0].Code != "self.twice" || twice.Problems[0].Row != 5 || twice.Problems[0].Args[1] != 2 {
		t.Errorf("an indicator twice: %+v", twice.Problems)
	}
	if got := CheckSelfScores(s, u, []TableRow{{1, []string{"指标编号", "说明"}}, {2, []string{"A1", "x"}}}); len(got.Problems) != 1 || got.Problems[0].Code != "table.must" {
		t.Errorf("no column of points: %+v", got.Problems)
	}
	whole := CheckSelfScores(s, u, []TableRow{header, {2, []string{"", "A1", "", "", "1"}}})
	if len(whole.Open) != len(s.Indicators(u.Kind))-1 {
		t.Errorf("%d indicators are open", len(whole.Open))
	}
}
