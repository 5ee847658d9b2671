package store

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
)

func TestUndoTakesBackTheNewestBatch(t *testing.T) {
	b, id := fieldBook(t, liMin)
	_, err := b.Undo(ctx)
	wantFault(t, err, "undo.nothing")
	rec := checklist.StepID(id, checklist.StepListen)
	must(t, b.Apply(ctx, placeEdit(id, "一楼", nil)))
	must(t, b.SaveListen(ctx, visit(t, b, id), checklist.Listen{Place: "二楼", KeyPoints: "要点"}))
	must(t, b.Apply(ctx, placeEdit(id, "三楼", nil)))
	for _, want := range []string{"二楼", "一楼", ""} {
		u, err := b.Undo(ctx)
		must(t, err)
		if d := visit(t, b, id); d.Listen.Place != want || u.Record != rec || u.Kind != KindListen {
			t.Fatalf("after undo: %+v, want %q (%+v)", d.Listen, want, u)
		}
	}
	if visit(t, b, id).Listen.KeyPoints != "" {
		t.Error("the batch of two was taken back by half")
	}
	_, err = b.Undo(ctx)
	wantFault(t, err, "undo.nothing")
	_, err = b.Check(ctx)
	must(t, err)
}

func TestUndoLeavesOthersAlone(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	must(t, a.Apply(ctx, placeEdit(id, "一楼", nil)))
	carry(t, a, b)
	must(t, b.SaveListen(ctx, visit(t, b, id), checklist.Listen{Place: "二楼"}))
	carry(t, b, a)
	_, err := a.Undo(ctx)
	wantFault(t, err, "undo.foreign")
	if visit(t, a, id).Listen.Place != "二楼" {
		t.Error("somebody else's change was taken back")
	}
}

func TestUndoOfAFindingAndOfTheRestOfACategory(t *testing.T) {
	b, id := fieldBook(t, liMin)
	n, err := b.NilRest(ctx, visit(t, b, id), "A")
	must(t, err)
	if own := visit(t, b, id).Own(); n != 5 || len(own.Standings) != 5 {
		t.Fatalf("%d marked, %d verdicts", n, len(own.Standings))
	}
	_, err = b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "A1.1", Count: 1})
	must(t, err)
	if visit(t, b, id).Own().Standings["A1"].State != checklist.Found {
		t.Error("a finding under a nil verdict left it nil")
	}
	_, err = b.Undo(ctx)
	must(t, err)
	if own := visit(t, b, id).Own(); len(own.Findings) != 0 || own.Standings["A1"].State != checklist.Nil {
		t.Errorf("after undo: %+v", own)
	}
	_, err = b.Undo(ctx)
	must(t, err)
	if own := visit(t, b, id).Own(); len(own.Standings) != 0 {
		t.Errorf("after undo: %+v", own.Standings)
	}
}

func TestVerdictsFollowFindings(t *testing.T) {
	b, id := fieldBook(t, liMin)
	x, err := b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E1.1", Count: 1})
	must(t, err)
	y, err := b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E1.2", Count: 1})
	must(t, err)
	wantFault(t, b.SetStanding(ctx, visit(t, b, id), "E1", checklist.Nil, ""), "standing.findings")
	must(t, b.WithdrawFinding(ctx, visit(t, b, id), x, "有误"))
	state := func() checklist.State { return visit(t, b, id).Own().Standings["E1"].State }
	if state() != checklist.Found {
		t.Error("the verdict went with one of two findings")
	}
	must(t, b.WithdrawFinding(ctx, visit(t, b, id), y, "有误"))
	if state() != checklist.Blank {
		t.Errorf("verdict %q without a finding", state())
	}
	must(t, b.RestoreFinding(ctx, visit(t, b, id), y, "补来材料"))
	f := visit(t, b, id).Own().Findings
	if state() != checklist.Found || f[0].Active() || f[0].Why != "有误" || !f[1].Active() {
		t.Errorf("verdict %q findings %+v", state(), f)
	}
	moved := f[1]
	moved.Rule = "E2.1"
	_, err = b.SaveFinding(ctx, visit(t, b, id), moved)
	must(t, err)
	if own := visit(t, b, id).Own(); own.Standings["E1"].State != checklist.Blank || own.Standings["E2"].State != checklist.Found {
		t.Errorf("a finding moved to another indicator: %+v", own.Standings)
	}
	_, err = b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "Z1.1"})
	wantFault(t, err, "finding.rule")
	wantFault(t, b.WithdrawFinding(ctx, visit(t, b, id), x, ""), "reason.missing")
	wantFault(t, b.SetStanding(ctx, visit(t, b, id), "C4", checklist.NA, ""), "reason.missing")
}

func TestDailyVisitsAreTheirOwn(t *testing.T) {
	b, id := fieldBook(t, liMin)
	unit := visit(t, b, id).Unit.ID
	day, err := b.StartVisit(ctx, unit, checklist.Daily, "2026-05-03")
	must(t, err)
	again, err := b.StartVisit(ctx, unit, checklist.Daily, "2026-05-03")
	must(t, err)
	other, err := b.StartVisit(ctx, unit, checklist.Daily, "2026-05-04")
	must(t, err)
	if day != again || day == other || day == id {
		t.Errorf("%v %v %v", day, again, other)
	}
	_, err = b.StartVisit(ctx, unit, checklist.Daily, "someday")
	wantFault(t, err, "visit.day")
	_, err = b.StartVisit(ctx, checklist.UnitID("云台区", "XX"), checklist.Yearly, "")
	wantFault(t, err, "visit.unit")
	_, err = b.Visit(ctx, NewID(id))
	wantFault(t, err, "visit.missing")
	rows, err := b.Units(ctx)
	must(t, err)
	if len(rows) != 1 || rows[0].Visit != id || len(rows[0].Daily) != 2 || rows[0].Daily[0].Day != "2026-05-03" {
		t.Errorf("%+v", rows)
	}
}

func TestUnitRowsAreNeverStale(t *testing.T) {
	b, id := fieldBook(t, liMin)
	row := func() VisitRow {
		t.Helper()
		rows, err := b.Units(ctx)
		must(t, err)
		return rows[0].VisitRow
	}
	first := row()
	must(t, b.SetStanding(ctx, visit(t, b, id), "A1", checklist.Nil, ""))
	if got := row(); got.Scored != first.Scored+1 {
		t.Errorf("after a verdict: %+v", got)
	}
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	if got := row(); got.State != StateClosed {
		t.Errorf("after closing: %+v", got)
	}
	must(t, b.setLocal(ctx, localExported, `{"seq":`+number(int64(b.own.seq))+`}`))
	if got := row(); got.State != StateExported {
		t.Errorf("after an export: %+v", got)
	}
	must(t, b.ReopenSheet(ctx, visit(t, b, id), "再看"))
	if got := row(); got.State != StateOpen {
		t.Errorf("after opening again: %+v", got)
	}
	must(t, b.flushSummaries(ctx))
	must(t, b.SetMe(ctx, zhaoQi)) // another pair of eyes
	if got := row(); got.Scored != 0 {
		t.Errorf("another person sees the first one's row: %+v", got)
	}
}

func TestImportingUnitsTwiceChangesNothing(t *testing.T) {
	b := newLaptop(t, "m1").create(Setup{})
	lines := []checklist.UnitLine{civil(), {Unit: checklist.Unit{Code: "CZJ", Name: "区财政局", Kind: "department"}}}
	for i, want := range []Saved{{New: 2}, {Same: 2}} {
		s, err := b.SaveUnits(ctx, lines)
		must(t, err)
		if s != want {
			t.Errorf("import %d: %+v", i, s)
		}
	}
	lines[1].Unit.Leader = "周某"
	if s, err := b.SaveUnits(ctx, lines); err != nil || s != (Saved{Changed: 1, Same: 1}) {
		t.Errorf("%+v %v", s, err)
	}
	rows, err := b.Units(ctx)
	must(t, err)
	if len(rows) != 2 || rows[0].Unit.Code != "CZJ" || rows[0].Unit.Leader != "周某" || rows[0].State != StateNew {
		t.Errorf("%+v", rows)
	}
}

func TestSlipsKeepBothSides(t *testing.T) {
	a, b, id := twoBooks(t, liMin, office)
	unit := visit(t, a, id).Unit.ID
	slip := checklist.Slip{Unit: unit, Number: "民政-2026-01", FoundOn: "2026-03-09", State: "draft"}
	sid, err := a.SaveSlip(ctx, checklist.Slip{}, slip)
	must(t, err)
	slip.ID = sid
	carry(t, a, b)
	now := slip
	now.State = "issued"
	_, err = a.SaveSlip(ctx, slip, now)
	must(t, err)
	void := slip
	void.State = "void"
	_, err = b.SaveSlip(ctx, slip, void)
	must(t, err)
	carry(t, b, a)
	r, err := a.Register(ctx, sid, KindSlip, "state")
	must(t, err)
	if !r.Contested || len(r.Siblings) != 2 {
		t.Errorf("%+v", r)
	}
	list, err := a.Conflicts(ctx, nil)
	must(t, err)
	if len(list) != 1 || list[0].Kind != KindSlip {
		t.Errorf("%+v", list)
	}
	slips, err := a.Slips(ctx, unit)
	must(t, err)
	if len(slips) != 1 || slips[0].Number != "民政-2026-01" {
		t.Errorf("%+v", slips)
	}
}

func TestAttachments(t *testing.T) {
	b, id := fieldBook(t, liMin)
	photo := append([]byte("\xff\xd8\xff\xe0"), bytes.Repeat([]byte{1, 2, 3}, 300_000)...) // several chunks
	aid, err := b.Attach(ctx, visit(t, b, id), id, `C:\照片\..\IMG_0001.JPG`, bytes.NewReader(photo))
	must(t, err)
	d := visit(t, b, id)
	r, a, err := b.OpenAttachment(ctx, d, aid)
	must(t, err)
	got, err := io.ReadAll(r)
	must(t, err)
	if !bytes.Equal(got, photo) || a.Name != "IMG_0001.JPG" || a.Mime != "image/jpeg" || a.Size != int64(len(photo)) || a.Host != id {
		t.Errorf("%d bytes of %d, %+v", len(got), len(photo), a)
	}
	for name, content := range map[string]string{"a.exe": "MZ", "a.png": "not a png", "a": "x", "a.pdf": "<html>", "a.docx": "PK"} {
		_, err := b.Attach(ctx, d, id, name, strings.NewReader(content))
		wantFault(t, err, "attach.type")
	}
	_, err = b.Attach(ctx, d, id, "a.pdf", strings.NewReader(""))
	wantFault(t, err, "attach.empty")
	_, err = b.Attach(ctx, d, id, "a.pdf", io.MultiReader(strings.NewReader("%PDF-"), io.LimitReader(zeros{}, MaxAttachment)))
	wantFault(t, err, "attach.size")
	_, _, err = b.OpenAttachment(ctx, d, id)
	wantFault(t, err, "attach.unknown")
	_, err = b.w.Exec("UPDATE file SET have = 0")
	must(t, err)
	_, _, err = b.OpenAttachment(ctx, d, aid)
	wantFault(t, err, "attach.waiting")
	if name := plainName("\u202egpj.exe\x00\x1b[31m/" + strings.Repeat("长", 100) + ".pdf"); len(name) > maxFileName || !strings.HasSuffix(name, ".pdf") {
		t.Errorf("%q", name)
	}
	if !slices.Contains(AttachTypes(), ".pdf") {
		t.Error(AttachTypes())
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { return len(p), nil }

func TestDrafts(t *testing.T) {
	b, id := fieldBook(t, liMin)
	rec := checklist.StepID(id, checklist.StepListen)
	must(t, b.Apply(ctx, placeEdit(id, "一楼", nil)))
	shown := visit(t, b, id).Shown(rec, KindListen, "place")
	d := Draft{Record: rec, Kind: KindListen, Field: "place", Text: "二", Cursor: 1, Shown: shown}
	must(t, b.SaveDraft(ctx, d))
	d.Text = "二楼"
	must(t, b.SaveDraft(ctx, d))
	got, err := b.Draft(ctx, rec, KindListen, "place")
	must(t, err)
	if got == nil || got.Text != "二楼" || !slices.Equal(got.Shown, shown) || got.At.IsZero() {
		t.Fatalf("%+v", got)
	}
	if all, err := b.Drafts(ctx); err != nil || len(all) != 1 {
		t.Errorf("%v %v", all, err)
	}
	must(t, b.Apply(ctx, Edit{Record: rec, Kind: KindListen, Field: "place", Text: got.Text, Shown: got.Shown}))
	if all, err := b.Drafts(ctx); err != nil || len(all) != 0 {
		t.Errorf("a draft outlives its change: %v %v", all, err)
	}
	must(t, b.SaveDraft(ctx, d)) // typed back to what is there: nothing to write, and the draft goes all the same
	must(t, b.Apply(ctx, Edit{Record: rec, Kind: KindListen, Field: "place", Text: "二楼"}))
	if all, _ := b.Drafts(ctx); len(all) != 0 {
		t.Errorf("%v", all)
	}
	must(t, b.SaveDraft(ctx, d))
	must(t, b.DropDraft(ctx, rec, KindListen, "place"))
	if got, err = b.Draft(ctx, rec, KindListen, "place"); err != nil || got != nil {
		t.Errorf("%v %v", got, err)
	}
	wantFault(t, b.SaveDraft(ctx, Draft{Record: rec, Kind: KindListen, Field: "colour"}), "field.unknown")
}

func TestResume(t *testing.T) {
	b, _ := fieldBook(t, liMin)
	type where struct {
		Screen string
		Cursor int
	}
	var got where
	if ok, err := b.Resume(ctx, &got); ok || err != nil {
		t.Errorf("%v %v", ok, err)
	}
	must(t, b.SaveResume(ctx, where{"listen", 7}))
	if ok, err := b.Resume(ctx, &got); !ok || err != nil || got != (where{"listen", 7}) {
		t.Errorf("%v %v %+v", ok, err, got)
	}
}

// What stands in the way of an undo is named, and the next undo reaches the batch before it.
func TestUndoNamesWhatStandsInTheWay(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	yes := true
	must(t, a.SaveLook(ctx, visit(t, a, id), checklist.Look{Sealed: &yes}))
	must(t, a.Apply(ctx, placeEdit(id, "一楼", nil)))
	carry(t, a, b)
	must(t, b.SaveListen(ctx, visit(t, b, id), checklist.Listen{Place: "二楼"}))
	carry(t, b, a)
	u, err := a.Undo(ctx)
	wantFault(t, err, "undo.foreign")
	if u.Record != checklist.StepID(id, checklist.StepListen) || u.Kind != KindListen || u.Field != "place" {
		t.Errorf("%+v", u)
	}
	_, err = a.Undo(ctx)
	must(t, err)
	if d := visit(t, a, id); d.Look.Sealed != nil || d.Listen.Place != "二楼" {
		t.Errorf("%+v %+v", d.Look, d.Listen)
	}
}

// A closed sheet is opened again with a reason, never by a key; nor does the key reach what was judged before.
func TestUndoDoesNotReachIntoAClosedSheet(t *testing.T) {
	b, id := fieldBook(t, liMin)
	_, err := b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E1.1", Count: 1})
	must(t, err)
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	_, err = b.Undo(ctx)
	wantFault(t, err, "undo.final")
	_, err = b.Undo(ctx)
	wantFault(t, err, "sheet.closed")
	must(t, b.ReopenSheet(ctx, visit(t, b, id), "补正"))
	_, err = b.Undo(ctx)
	wantFault(t, err, "undo.final")
	_, err = b.Undo(ctx)
	must(t, err)
	if n := len(visit(t, b, id).Own().Findings); n != 0 {
		t.Errorf("%d findings", n)
	}
}
