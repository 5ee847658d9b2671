package store

import (
	"strings"
	"testing"

	"zoufang/checklist"
)

// officeBook is a book of the office with two units, one of them visited.
func officeBook(t *testing.T) (b *Book, civil, edu checklist.ID) {
	t.Helper()
	b, _, edu = twoUnits(t, office)
	return b, checklist.UnitID(b.Info().District, "MZJ"), edu
}

func TestARenamedUnitIsTheSameUnit(t *testing.T) {
	b, unit, _ := officeBook(t)
	early, err := b.StartVisit(ctx, unit, checklist.Daily, "2026-03-01")
	must(t, err)
	wantFault(t, b.RenameUnit(ctx, unit, Renaming{Name: "区民政和退役军人局", Day: "五月"}), "units.day")
	wantFault(t, b.RenameUnit(ctx, unit, Renaming{Day: "2026-05-06"}), "units.newname")
	must(t, b.RenameUnit(ctx, unit, Renaming{Name: "区民政和退役军人局", Day: "2026-05-06", Document: "青编〔2026〕7号", Reason: "机构调整"}))
	late, err := b.StartVisit(ctx, unit, checklist.Daily, "2026-06-01")
	must(t, err)
	for id, want := range map[checklist.ID]string{early: "区民政局", late: "区民政和退役军人局"} {
		if d := visit(t, b, id); d.Unit.Name != want || d.Unit.ID != unit || d.Unit.Kind != "department" {
			t.Errorf("%+v, want %s", d.Unit, want)
		}
	}
	rows, err := b.Units(ctx)
	must(t, err)
	if len(rows) != 2 || rows[1].Unit.Name != "区民政和退役军人局" || len(rows[1].Daily) != 2 {
		t.Errorf("%+v", rows)
	}
	must(t, b.SetMe(ctx, liMin))
	wantFault(t, b.RenameUnit(ctx, unit, Renaming{Name: "甲", Day: "2026-05-06"}), "office.only")
}

func TestWhatHoldsOfAUnitFollowsToItsSuccessor(t *testing.T) {
	b, civil, edu := officeBook(t)
	must(t, b.SavePast(ctx, []checklist.Past{{Unit: civil, Year: "2025", Rule: "A1.1", Count: 1, Facts: "去年的", State: "open"}}))
	slip, err := b.SaveSlip(ctx, checklist.Slip{}, checklist.Slip{Unit: edu, Number: "1", FoundOn: "2026-02-01", Facts: "未整改"})
	must(t, err)
	_, err = b.ContinueUnits(ctx, Continuing{How: checklist.UnitMerged, From: []checklist.ID{civil, edu}, Into: []checklist.Unit{{Code: "SHJ"}}, Day: "2026-05-06"})
	wantFault(t, err, "units.newname")
	into, err := b.ContinueUnits(ctx, Continuing{How: checklist.UnitMerged, From: []checklist.ID{civil, edu},
		Into: []checklist.Unit{{Code: "SHJ", Name: "区社会事业局"}}, Day: "2026-05-06", Document: "青编〔2026〕9号", Reason: "合并"})
	must(t, err)
	id, err := b.StartVisit(ctx, into[0], checklist.Yearly, "")
	must(t, err)
	d := visit(t, b, id)
	if len(d.Past) != 1 || d.Past[0].Unit != civil || len(d.Slips) != 1 || d.Slips[0].ID != slip || len(d.Predecessors) != 2 {
		t.Errorf("past %+v slips %+v from %+v", d.Past, d.Slips, d.Predecessors)
	}
	rows, err := b.Units(ctx)
	must(t, err)
	ended := 0
	for _, r := range rows {
		if r.Unit.Ended() {
			ended++
			if e := r.Unit.Story.Ended; e.Document != "青编〔2026〕9号" || e.Into[0] != into[0] || r.Unit.Counts() {
				t.Errorf("%+v", e)
			}
		}
	}
	if len(rows) != 3 || ended != 2 {
		t.Errorf("%d rows, %d ended", len(rows), ended)
	}
	_, err = b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "jyj", Name: "新的局", Kind: "department"}}})
	wantFault(t, err, "units.reused")
	_, err = b.ContinueUnits(ctx, Continuing{How: checklist.UnitCeased, From: []checklist.ID{edu}, Day: "2026-06-01"})
	wantFault(t, err, "units.gone")
}

func TestAUnitThatIsSplitGoesOnInItsParts(t *testing.T) {
	b, civil, edu := officeBook(t)
	must(t, b.SavePast(ctx, []checklist.Past{{Unit: civil, Year: "2025", Rule: "A1.1", Count: 1, Facts: "去年的"}}))
	_, err := b.ContinueUnits(ctx, Continuing{How: checklist.UnitSplit, From: []checklist.ID{civil, edu}, Into: []checklist.Unit{{Code: "X"}}, Day: "2026-05-06"})
	wantFault(t, err, "units.into")
	into, err := b.ContinueUnits(ctx, Continuing{How: checklist.UnitSplit, From: []checklist.ID{civil},
		Into: []checklist.Unit{{Code: "MZJ"}, {Code: "TYJ", Name: "区退役军人局"}}, Day: "2026-05-06"})
	must(t, err)
	for i, want := range []int{1, 1} {
		id, err := b.StartVisit(ctx, into[i], checklist.Yearly, "")
		must(t, err)
		if d := visit(t, b, id); len(d.Past) != want || d.Unit.Ended() || d.Unit.Kind != "department" {
			t.Errorf("%+v: %+v", d.Unit, d.Past)
		}
	}
}

// Every successor shows an overdue slip, one of them counts it, and so does the district.
func TestAnInheritedSlipCountsOnce(t *testing.T) {
	b, civil, edu := officeBook(t)
	one := int64(1)
	x, err := b.NewSlip(ctx, checklist.Slip{Unit: civil, Rule: "E5.1", Facts: "未办出编单", Criterion: "15日内", Evidence: "工资表", Demand: "补办", FoundOn: "2025-11-02", Count: &one})
	must(t, err)
	_, err = b.StepSlip(ctx, x, checklist.SlipStep{Act: checklist.SlipIssue, On: "2025-11-02"})
	must(t, err)
	into, err := b.ContinueUnits(ctx, Continuing{How: checklist.UnitSplit, From: []checklist.ID{civil},
		Into: []checklist.Unit{{Code: "JYJ"}, {Code: "TYJ", Name: "区退役军人局"}}, Day: "2026-02-01"})
	must(t, err)
	// What became of it changes once more: the new heir counts it.
	heir, err := b.ContinueUnits(ctx, Continuing{How: checklist.UnitMerged, From: []checklist.ID{edu}, Into: []checklist.Unit{{Code: "SHJ", Name: "区社会事业局"}}, Day: "2026-03-01"})
	must(t, err)
	s, err := b.Scheme(ctx)
	must(t, err)
	for unit, want := range map[checklist.ID]int{into[1]: 0, heir[0]: 1} {
		id, err := b.StartVisit(ctx, unit, checklist.Yearly, "")
		must(t, err)
		d := visit(t, b, id)
		if from, ok := d.Inherited(civil); len(d.Slips) != 1 || !ok || from.Name != "区民政局" {
			t.Errorf("%s shows %d slips, from %+v", d.Unit.Name, len(d.Slips), from)
		}
		d.AsOf = "2026-03-09"
		if n := checklist.InputOf(s, &d.Visit, d.Own()).SlipsOverdue; n != want {
			t.Errorf("%s counts %d overdue, want %d", d.Unit.Name, n, want)
		}
		y, _, err := b.UnitYear(ctx, unit)
		must(t, err)
		if len(y.Slips) != want {
			t.Errorf("the year of %s has %d slips, want %d", d.Unit.Name, len(y.Slips), want)
		}
	}
}

func TestContinuityThroughRecord(t *testing.T) {
	b, _, edu := officeBook(t)
	_, err := b.RecordLines(ctx, strings.NewReader(`{"record":"unit","set":{"code":"JYJ","ended":{"day":"2026-05-06","how":"ended","document":"文"}}}
{"record":"phrase","set":{"text":"未见批准文件","use":"facts"}}
`), RecordOptions{})
	must(t, err)
	rows, err := b.Units(ctx)
	must(t, err)
	if rows[0].Unit.ID != edu || !rows[0].Unit.Ended() || rows[0].Unit.Story.Ended.Document != "文" {
		t.Errorf("%+v", rows[0].Unit)
	}
	list, err := b.Phrases(ctx)
	must(t, err)
	if len(list) != 1 || list[0].Use != "facts" {
		t.Errorf("%+v", list)
	}
}
