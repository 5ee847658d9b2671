package tui

import (
	"os"
	"path/filepath"
	"testing"

	"zoufang/words"
)

// The list of sheets, and the choice of the unit, as they are drawn.
func TestReportScreens(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d, v := visited(t, lang, w, h)
		d.Go(Place{Screen: "reports"})
		d.Golden("reports")
		d.Press("enter")
		d.Golden("reports-unit")
		d.Press("esc", "esc")
		d.Go(Place{Screen: "signed-sheets", Visit: v})
		d.Golden("signed-sheets")
		d.Press("f7")
		d.Golden("signed-sheet")
	})
}

// Every sheet is reached from the list, from a unit by the palette or after choosing one, and is the sheet that was chosen.
func TestEverySheetIsPreviewed(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "reports", Visit: v})
	d.Has("单子和报告：区民政局")
	for _, c := range []struct{ typed, sees, note string }{{"评分表", "计算过程", "评估组内部"}, {"待补", "待补材料清单", "不含分数"}, {"pfb", "评分表", "评估组内部"},
		{"自评报告", "市 25 项", "内部材料"}, {"告知书", "需要准备的材料", "不含分数"}, {"空白", "看自查报告记录表", "评估组内部"}} {
		d.Type(c.typed)
		d.Press("enter")
		d.Has(c.note)
		d.Has(c.sees)
		d.Press("esc")
		for range []rune(c.typed) {
			d.Press("backspace")
		}
	}
	d.Press("esc")
	d.Go(Place{Screen: "reports"})
	d.Type("评分表")
	d.Press("enter")
	d.Has("评分表：选单位")
	d.Type("mzj")
	d.Press("enter")
	d.Has("评分表  评估组内部", "民政局")
}

// A sheet that came back signed is recorded by its code, with the scan that was chosen beside the book.
func TestASignedSheetIsRecorded(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.must(os.WriteFile(filepath.Join(filepath.Dir(d.path), "签字页.pdf"), []byte("%PDF-1.4 x"), 0o600))
	d.Go(Place{Screen: "preview", Visit: v, Item: "missing"})
	code := d.app.top().(*preview).sheets[0].Stamp.Code
	d.Press("esc")
	d.Go(Place{Screen: "signed-sheets", Visit: v})
	d.Has("还没有签回的单子")
	fill := func(code, who, post string) {
		d.Press("f7")
		d.Type(code)
		d.Press("enter")
		d.Type(who)
		d.Press("enter")
		d.Type(post)
		d.Press("f7")
		d.Type(filepath.Join(filepath.Dir(d.path), "签字页.pdf"))
		d.Press("enter", "f8")
	}
	fill(code, "王启文", "局长")
	d.Has("已登记：待补材料清单", "王启文 局长", "2026-03-09", code)
	if p := d.app.env.Doc(v).Papers; len(p) != 1 || p[0].Signer != "王启文" || p[0].Post != "局长" || p[0].Sheet != "missing" {
		t.Errorf("recorded %+v", p)
	}
	d.Press("enter")
	d.Has("签字页.pdf")
	d.Press("esc")
	fill("0000-0000-0000", "某人", "")
	d.Has("出不了核验码")
}
