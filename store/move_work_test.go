package store

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"zoufang/checklist"
)

// twoUnits is a book with two units and a yearly visit of the first.
func twoUnits(t *testing.T, me checklist.Person) (b *Book, from, other checklist.ID) {
	t.Helper()
	b, from = fieldBook(t, me)
	_, err := b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "JYJ", Name: "区教育局", Kind: "department"}}})
	must(t, err)
	return b, from, checklist.UnitID(b.Info().District, "JYJ")
}

// fillWork records something of every kind in a visit.
func fillWork(t *testing.T, b *Book, id checklist.ID) {
	t.Helper()
	yes, n, p := true, int64(35), checklist.Points(750)
	d := visit(t, b, id)
	must(t, b.SaveLook(ctx, d, checklist.Look{ReceivedOn: "2026-03-02", Sealed: &yes}))
	must(t, b.SaveListen(ctx, d, checklist.Listen{Place: "三楼会议室", KeyPoints: "要点"}))
	must(t, b.SaveCheck(ctx, d, checklist.Check{Note: "逐人核对"}))
	must(t, b.SetFigure(ctx, d, "act_admin", checklist.Verified, &n))
	must(t, b.SetSelfScore(ctx, d, "E1", &p))
	_, err := b.SavePromise(ctx, d, checklist.Promise{Text: "年内补齐", Due: "2026-12-01"})
	must(t, err)
	paper, err := b.SaveMaterial(ctx, d, checklist.Material{Name: "借调人员名单", Status: "seen"})
	must(t, err)
	_, err = b.SaveMaterial(ctx, d, checklist.Material{Material: "payroll", Status: "missing"})
	must(t, err)
	q, err := b.SaveQuestion(ctx, d, checklist.Question{Text: "超编的三人从何而来", Step: checklist.StepLook, Indicator: "E1"})
	must(t, err)
	talk, err := b.SaveInterview(ctx, d, checklist.Interview{Code: "F01", Form: "individual", Questions: []checklist.ID{q}})
	must(t, err)
	_, err = b.SaveEntry(ctx, d, checklist.Entry{Step: checklist.StepInterview, Host: talk, Text: "军转安置"})
	must(t, err)
	fid, err := b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E1.1", Count: 3, Facts: "实有35人",
		Evidence: []checklist.Evidence{{Kind: "paper", Material: paper.String(), Place: "第4页"}, {Kind: "interview", Talk: talk}}})
	must(t, err)
	other, err := b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "A1.1", Count: 1, Facts: "同一事实"})
	must(t, err)
	must(t, b.LinkFacts(ctx, visit(t, b, id), fid, other))
	_, err = b.Attach(ctx, visit(t, b, id), fid, "a.png", strings.NewReader("\x89PNG\r\n\x1a\nx"))
	must(t, err)
	must(t, b.SetStanding(ctx, visit(t, b, id), "B1", checklist.Nil, ""))
}

// shape is what people see of a visit, without the ids that say which visit it is, and without what says that it moved.
func shape(t *testing.T, d *Doc) string {
	t.Helper()
	text, err := d.JSON()
	must(t, err)
	var m map[string]any
	must(t, json.Unmarshal(text, &m))
	for _, k := range []string{"visit", "unit", "round", "moved", "past", "slips", "team", "figures"} {
		delete(m, k)
	}
	out, err := json.Marshal(m)
	must(t, err)
	scope := d.ID.String()[:16]
	s := strings.ReplaceAll(string(out), scope, "VISIT")
	for _, l := range d.Main().Links {
		s = strings.ReplaceAll(s, checklist.LinkID(d.ID, l[0], l[1]).String()[16:], "LINK")
	}
	return s
}

func TestWorkMovesAndMovesBack(t *testing.T) {
	b, from, unit := twoUnits(t, liMin)
	fillWork(t, b, from)
	before := shape(t, visit(t, b, from))
	m, err := b.PlanWork(ctx, from, unit)
	must(t, err)
	if len(m.Clashes) != 0 || len(m.Stay) != 0 || m.Records() != 18 {
		t.Fatalf("%d records, %+v, stay %+v", m.Records(), m.Clashes, m.Stay)
	}
	_, err = b.MoveWork(ctx, m, "")
	wantFault(t, err, "reason.missing")
	to, err := b.MoveWork(ctx, m, "录错单位")
	must(t, err)
	there := visit(t, b, to)
	if got := shape(t, there); got != before {
		t.Errorf("there:\n%s\nwas:\n%s", got, before)
	}
	if len(there.Moved) != 1 || there.Moved[0].UnitName != "区民政局" || there.Moved[0].To || there.Moved[0].Reason != "录错单位" || there.Moved[0].Records != 18 {
		t.Errorf("%+v", there.Moved)
	}
	left := visit(t, b, from)
	if len(left.Sheets) != 1 || left.Sheets[0].Findings[0].Active() || left.Sheets[0].Findings[0].Why != "录错单位" || left.Look.ReceivedOn != "" ||
		len(left.Materials) != 0 || left.Interviews[0].Status != "withdrawn" || !left.Moved[0].To {
		t.Errorf("left: %+v", left.Sheets)
	}
	m, err = b.PlanWork(ctx, to, checklist.UnitID(b.Info().District, "MZJ"))
	must(t, err)
	back, err := b.MoveWork(ctx, m, "没有录错")
	must(t, err)
	if got := shape(t, visit(t, b, from)); back != from || got != before {
		t.Errorf("back:\n%s\nwas:\n%s", got, before)
	}
	_, err = b.Check(ctx)
	must(t, err)
}

func TestMovedWorkIsTakenBackByOneKey(t *testing.T) {
	b, from, unit := twoUnits(t, liMin)
	fillWork(t, b, from)
	before := shape(t, visit(t, b, from))
	m, err := b.PlanWork(ctx, from, unit)
	must(t, err)
	_, err = b.MoveWork(ctx, m, "录错单位")
	must(t, err)
	_, err = b.Undo(ctx)
	must(t, err)
	if got := shape(t, visit(t, b, from)); got != before {
		t.Errorf("after undo:\n%s\nwas:\n%s", got, before)
	}
}

func TestWhatIsThereAlreadyIsDecidedFieldByField(t *testing.T) {
	b, from, unit := twoUnits(t, liMin)
	fillWork(t, b, from)
	to, err := b.StartVisit(ctx, unit, checklist.Yearly, "")
	must(t, err)
	must(t, b.SaveListen(ctx, visit(t, b, to), checklist.Listen{Place: "一楼", Post: "主任"}))
	must(t, b.SetStanding(ctx, visit(t, b, to), "B1", checklist.Waiting, ""))
	m, err := b.PlanWork(ctx, from, unit)
	must(t, err)
	if len(m.Clashes) != 2 {
		t.Fatalf("%+v", m.Clashes)
	}
	_, err = b.MoveWork(ctx, m, "录错单位")
	wantFault(t, err, "work.clash")
	for i, c := range m.Clashes {
		m.Clashes[i].Ruling = KeepThere
		if c.Kind == KindListen {
			m.Clashes[i].Ruling = TakeHere
		}
	}
	must(t, b.SaveCheck(ctx, visit(t, b, to), checklist.Check{Note: "后来记的"}))
	_, err = b.MoveWork(ctx, m, "录错单位")
	wantFault(t, err, "work.changed")
	must(t, b.SaveCheck(ctx, visit(t, b, to), checklist.Check{}))
	_, err = b.MoveWork(ctx, m, "录错单位")
	must(t, err)
	there, here := visit(t, b, to), visit(t, b, from)
	if there.Listen.Place != "三楼会议室" || there.Listen.Post != "主任" || there.Own().Standings["B1"].State != checklist.Waiting {
		t.Errorf("there: %+v %+v", there.Listen, there.Own().Standings["B1"])
	}
	if here.Listen.Place != "" || here.Own().Standings["B1"].State != checklist.Nil {
		t.Errorf("here: %+v %+v", here.Listen, here.Own().Standings["B1"])
	}
}

func TestWhatMayNotMoveSaysWhy(t *testing.T) {
	b, from, unit := twoUnits(t, liMin)
	_, err := b.PlanWork(ctx, from, checklist.UnitID(b.Info().District, "MZJ"))
	wantFault(t, err, "work.same")
	_, err = b.PlanWork(ctx, from, checklist.UnitID(b.Info().District, "??"))
	wantFault(t, err, "units.unknown")
	m, err := b.PlanWork(ctx, from, unit)
	must(t, err)
	_, err = b.MoveWork(ctx, m, "录错单位")
	wantFault(t, err, "work.nothing")
	fillWork(t, b, from)
	m, err = b.PlanWork(ctx, from, unit)
	must(t, err)
	must(t, b.SaveDraft(ctx, Draft{Record: checklist.StepID(from, checklist.StepListen), Kind: KindListen, Field: "place", Text: "半"}))
	_, err = b.MoveWork(ctx, m, "录错单位")
	wantFault(t, err, "work.draft")
	must(t, b.DropDraft(ctx, checklist.StepID(from, checklist.StepListen), KindListen, "place"))
	must(t, b.CloseSheet(ctx, visit(t, b, from)))
	_, err = b.PlanWork(ctx, from, unit)
	wantFault(t, err, "work.closed")
}

// A partner's judgement stays; what the partner changed meanwhile is not lost when the books meet.
func TestMovingMeetsAPartnersEdit(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	fillWork(t, a, id)
	carry(t, a, b)
	_, err := b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "C1.1", Count: 1, Facts: "赵强的"})
	must(t, err)
	must(t, b.SaveListen(ctx, visit(t, b, id), checklist.Listen{Place: "四楼会议室", KeyPoints: "要点"}))
	_, err = a.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "JYJ", Name: "区教育局", Kind: "department"}}})
	must(t, err)
	m, err := a.PlanWork(ctx, id, checklist.UnitID(a.Info().District, "JYJ"))
	must(t, err)
	to, err := a.MoveWork(ctx, m, "录错单位")
	must(t, err)
	carry(t, b, a)
	carry(t, a, b)
	for _, x := range []*Book{a, b} {
		d := visit(t, x, id)
		r := d.Register(checklist.StepID(id, checklist.StepListen), KindListen, "place")
		if !r.Contested || len(r.Siblings) != 2 {
			t.Errorf("the partner's edit does not stand beside the withdrawal: %+v", r)
		}
		if there := visit(t, x, to); there.Listen.Place != "三楼会议室" {
			t.Errorf("there: %q", there.Listen.Place)
		}
	}
	if own := visit(t, b, id).Own(); len(own.Findings) != 1 || !own.Findings[0].Active() {
		t.Errorf("the partner's finding: %+v", own.Findings)
	}
}

// Whatever was recorded, all of it is there afterwards, and other visits are as they were.
func TestMovingLosesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		b, from, unit := twoUnits(t, liMin)
		_, err := b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "WJ", Name: "区卫健局", Kind: "department"}}})
		must(t, err)
		third, err := b.StartVisit(ctx, checklist.UnitID(b.Info().District, "WJ"), checklist.Yearly, "")
		must(t, err)
		rules := []string{"A1.1", "B1.1", "E1.1"}
		for i := range rapid.IntRange(1, 8).Draw(rt, "steps") {
			id := rapid.SampledFrom([]checklist.ID{from, from, third}).Draw(rt, "visit")
			d := visit(t, b, id)
			switch rapid.IntRange(0, 3).Draw(rt, "what") {
			case 0:
				_, err = b.SaveFinding(ctx, d, checklist.Finding{Rule: rapid.SampledFrom(rules).Draw(rt, "rule"), Count: 1, Facts: fmt.Sprint("事实", i)})
			case 1:
				_, err = b.SaveEntry(ctx, d, checklist.Entry{Step: checklist.StepCheck, Text: fmt.Sprint("记录", i)})
			case 2:
				err = b.SaveListen(ctx, d, checklist.Listen{Place: fmt.Sprint("地点", i)})
			case 3:
				_, err = b.SaveMaterial(ctx, d, checklist.Material{Name: fmt.Sprint("材料", i), Status: "seen"})
			}
			must(t, err)
		}
		before, others := shape(t, visit(t, b, from)), shape(t, visit(t, b, third))
		m, err := b.PlanWork(ctx, from, unit)
		must(t, err)
		if m.Records() == 0 {
			return
		}
		to, err := b.MoveWork(ctx, m, "录错单位")
		must(t, err)
		if got := shape(t, visit(t, b, to)); got != before {
			rt.Fatalf("there:\n%s\nwas:\n%s", got, before)
		}
		if got := shape(t, visit(t, b, third)); got != others {
			rt.Fatalf("another visit changed:\n%s\nwas:\n%s", got, others)
		}
	})
}
