package tui

import (
	"context"
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

// asOffice lets the office work on the driver's book.
func asOffice(d *driver) {
	d.t.Helper()
	d.must(d.book.SetMe(context.Background(), checklist.Person{Name: "韩梅", Number: "9001", Role: checklist.RoleOffice}))
	d.restart()
}

// unitCalled finds a unit by its code.
func unitCalled(d *driver, code string) checklist.Unit {
	d.t.Helper()
	rows, err := d.book.Units(context.Background())
	d.must(err)
	for _, r := range rows {
		if r.Unit.Code == code {
			return r.Unit
		}
	}
	d.t.Fatalf("no unit %s", code)
	return checklist.Unit{}
}

func TestAUnitChangesInMidYear(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newDriver(t, lang, w, h)
		asOffice(d)
		slipBook(d)
		d.Press("f2")
		d.Type(map[words.Lang]string{words.ZH: "选单位", words.EN: "split a unit"}[lang])
		d.Press("enter")
		d.Golden("story.pick")
		d.Type("D01")
		d.Press("enter")
		d.Golden("story")
		d.Press("tab")
		d.Type("区民政和退役军人局")
		d.Press("tab", "tab", "tab")
		d.Type("青编〔2026〕7号")
		d.Press("f8", "enter")
		d.Has(words.StoryDone.In(lang))
		if u := unitCalled(d, "D01"); u.Name != "区民政和退役军人局" || u.Story.Former[0].Name != "区民政局" || u.Story.Former[0].Document != "青编〔2026〕7号" || u.Story.Former[0].Until != "2026-03-09" {
			t.Fatalf("%+v", u.Story)
		}

		// It is split in two, one of them new, and ends itself.
		d.Go(Place{Screen: "story", Record: unitCalled(d, "D01").ID})
		d.Press("space", "space", "tab")
		d.Type("D02")
		d.Press("enter")
		d.Type("D20＝区退役军人局")
		d.Press("tab", "space")
		d.Golden("story.split")
		d.Press("f8", "enter")
		was := unitCalled(d, "D01")
		if !was.Ended() || len(was.Story.Ended.Into) != 2 || unitCalled(d, "D20").Name != "区退役军人局" {
			t.Fatalf("%+v", was.Story)
		}

		// Both show its overdue slip with where it came from.
		for _, code := range []string{"D02", "D20"} {
			d.Go(Place{Screen: "slips", Record: unitCalled(d, code).ID})
			d.Has("D01-2026-TEST-001", words.UnitCameShort.F(lang, "区民政"))
		}
		d.Golden("slips-inherited")
		visit, err := d.book.StartVisit(context.Background(), unitCalled(d, "D20").ID, checklist.Yearly, "")
		d.must(err)
		d.Go(Place{Screen: "leftovers", Visit: visit})
		d.Golden("leftovers-inherited")
	})
}

func TestUnitsMergeOnTheScreen(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	asOffice(d)
	d.Go(Place{Screen: "story", Record: checklist.UnitID("青澜区", "D01")})
	d.Press("space", "f8", "enter")
	d.Has("哪些单位变成哪些单位")
	d.Press("tab")
	d.Type("D20=区社会事业局")
	d.Press("tab")
	d.Type("D02")
	d.restart() // what is typed is still there
	d.Has("D20=区社会事业局", "D02")
	d.Press("f8", "enter")
	for _, code := range []string{"D01", "D02"} {
		if u := unitCalled(d, code); !u.Ended() || u.Story.Ended.How != checklist.UnitMerged {
			t.Errorf("%s: %+v", code, u.Story)
		}
	}
	d.Go(Place{Screen: "story", Record: checklist.UnitID("青澜区", "D01")})
	d.Press("f8")
	d.Has("D01 已经撤销")
}

func TestAMemberChangesNoUnit(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.Press("f2")
	d.Type("分设")
	d.Lacks(words.StoryMenu.ZH, words.StoryOfUnit.ZH)
	d.Go(Place{Screen: "story", Record: checklist.UnitID("青澜区", "D01")})
	d.Press("f8")
	d.Has(words.StoryOffice.ZH)
}
