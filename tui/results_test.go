package tui

import (
	"context"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

// newJudged opens the office's book with two units judged, one of them with a finding.
func newJudged(t testing.TB, lang words.Lang, w, h int) *driver {
	t.Helper()
	d := newOffice(t, lang, w, h, true)
	ctx := context.Background()
	for _, code := range []string{"D02", "D03"} {
		id, err := d.book.StartVisit(ctx, checklist.UnitID("青澜区", code), checklist.Yearly, "")
		d.must(err)
		doc, err := d.book.Visit(ctx, id)
		d.must(err)
		if code == "D02" {
			_, err = d.book.SaveFinding(ctx, doc, checklist.Finding{Rule: "E1.1", Count: 2, Facts: "超编二人未消化", Criterion: "编制方案",
				Evidence: []checklist.Evidence{{Kind: "paper", Material: "payroll", Place: "3月"}}})
			d.must(err)
		}
		for _, c := range d.app.env.Scheme.Categories {
			doc, err = d.book.Visit(ctx, id)
			d.must(err)
			_, err = d.book.NilRest(ctx, doc, c.ID)
			d.must(err)
		}
		if doc, err = d.book.Visit(ctx, id); code == "D02" {
			d.must(err)
			d.must(d.book.SetStanding(ctx, doc, "E1", checklist.Found, ""))
			doc, err = d.book.Visit(ctx, id)
		}
		d.must(err)
		d.must(d.book.CloseSheet(ctx, doc))
	}
	return d
}

func TestResultsBoard(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newJudged(t, lang, w, h)
		d.Go(Place{Screen: "results"})
		d.Golden("results")
		d.Press("f9")
		d.Golden("results.shown")
		d.Go(Place{Screen: "result", Record: checklist.UnitID("青澜区", "D01")})
		d.Golden("result.pending")
		d.Go(Place{Screen: "quality"})
		d.Golden("quality")
		d.Press("f9", "f5", "f5")
		d.Golden("quality.units")
	})
}

func TestResultsBoardSaysWhenThereIsNothing(t *testing.T) {
	d := newOffice(t, words.ZH, 80, 24, false)
	d.Go(Place{Screen: "results"})
	d.Has("单位 4", "没有评")
	d.Go(Place{Screen: "quality"})
	d.Has("还没有可以比较的评估")
}

// From the board to final, with the keys alone.
func TestAResultBecomesFinalOnTheScreen(t *testing.T) {
	d := newJudged(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "results"})
	d.Type("财政")
	d.Press("enter")
	d.Has("状态：待发布")
	d.Press("f5")
	d.Has("以谁的名义发布", "方志远", "林岚")
	d.Press("enter")
	d.Has("状态：暂定", "整改", "超编二人未消化", "异议截止 2026-03-12")
	d.Press("f6")
	d.Type("人数有误")
	d.Press("enter")
	d.Has("状态：有异议", "人数有误")
	d.Press("f6", "enter")
	d.Type("核对无误")
	d.Press("enter")
	d.Has("状态：暂定", "维持 核对无误")
	d.Press("f7", "enter")
	d.Has("为什么提前")
	d.Type("单位书面同意")
	d.Press("enter")
	d.Has("状态：最终", "2026-03-09 定为最终")
	if strings.Contains(d.Screen(), "98.00") {
		t.Error("a score shows before F9")
	}
	// What is to be put right: reported, then checked again.
	d.Press("end", "enter")
	d.Type("已办出编")
	d.Press("enter")
	d.Has("待复查")
	d.Go(Place{Screen: "due"})
	d.Has("整改待复查")
	d.Press("enter")
	d.Has("青澜区财政局的结果")
	d.Press("end", "enter", "enter")
	d.Type("名单属实")
	d.Press("enter")
	d.Has("已了结")
}

// Somebody who is not of the office sees why nothing can be released.
func TestAMemberDoesNotRelease(t *testing.T) {
	d := newJudged(t, words.ZH, 80, 24)
	d.must(d.book.SetMe(t.Context(), checklist.Person{Name: "李敏", Number: "1003", Role: checklist.RoleMember}))
	d.restart()
	d.Go(Place{Screen: "result", Record: checklist.UnitID("青澜区", "D02")})
	d.Press("f5")
	d.Has("只有编办能发布")
}
