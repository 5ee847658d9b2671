package store

import (
	"bytes"
	"testing"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// carry brings every change and sensitive text of one book to another, as a merge does, without the file between them.
func carry(t *testing.T, from, to *Book) {
	t.Helper()
	var touched []checklist.ID
	must(t, to.write(ctx, func(w *writer) error {
		w.dirty = true
		rows, err := from.w.Query("SELECT dev.id, dev.pub, dev.hseq, dev.hhash, dev.lam, op.seq, op.hash, op.body FROM op JOIN dev ON dev.ix = op.dev ORDER BY dev.ix, op.seq")
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var id, pub, head, hash, body []byte
			var hseq, lam, seq int64
			if err := rows.Scan(&id, &pub, &hseq, &head, &lam, &seq, &hash, &body); err != nil {
				return err
			}
			c, err := bundle.Decode(bundle.DeviceID(id), body)
			if err != nil {
				return err
			}
			ix, err := w.fold.dev(bundle.DeviceID(id))
			if err != nil {
				return err
			}
			if _, err := w.fold.add(ix, uint64(seq), bundle.Hash(hash), body, &c); err != nil {
				return err
			}
			touched = append(touched, c.Record)
			if _, err := w.tx.Exec("UPDATE dev SET pub = ?, hseq = max(hseq, ?), hhash = CASE WHEN hseq < ? THEN ? ELSE hhash END, lam = max(lam, ?) WHERE ix = ?",
				pub, hseq, hseq, head, lam, ix); err != nil {
				return err
			}
		}
		if err := w.fold.close(); err != nil {
			return err
		}
		texts, err := from.w.Query("SELECT sha, bytes FROM secret")
		if err != nil {
			return err
		}
		defer texts.Close()
		for texts.Next() {
			var sha, blob []byte
			if err := texts.Scan(&sha, &blob); err != nil {
				return err
			}
			if _, err := w.tx.Exec("INSERT INTO secret (sha, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING", sha, blob); err != nil {
				return err
			}
		}
		return to.forget(ctx, w.tx, touched)
	}))
	must(t, to.afterMerge(ctx, touched))
}

// twoBooks are two laptops at one unit that know of each other.
func twoBooks(t *testing.T, mine, theirs checklist.Person) (a, b *Book, id checklist.ID) {
	t.Helper()
	a = newLaptop(t, "m1").create(Setup{})
	must(t, a.SetMe(ctx, mine))
	id = startCivil(t, a)
	b = newLaptop(t, "m2").create(Setup{})
	must(t, b.SetMe(ctx, theirs))
	if startCivil(t, b) != id {
		t.Fatal("two laptops began the yearly visit of one unit and mean different ones")
	}
	carry(t, a, b)
	carry(t, b, a)
	if n := len(visit(t, a, id).Contested); n > 0 {
		t.Fatalf("the same unit entered twice is contested: %v", visit(t, a, id).Contested)
	}
	return a, b, id
}

func changes(t *testing.T, b *Book) (n int) {
	t.Helper()
	must(t, b.w.QueryRow("SELECT count(*) FROM op").Scan(&n))
	return n
}

func placeEdit(id checklist.ID, text string, shown []bundle.Ref) Edit {
	return Edit{Record: checklist.StepID(id, checklist.StepListen), Kind: KindListen, Field: "place", Text: text, Shown: shown}
}

func TestAnEditThatSaysNothingNewWritesNothing(t *testing.T) {
	b, id := fieldBook(t, liMin)
	before := changes(t, b)
	must(t, b.Apply(ctx, placeEdit(id, "", nil)))
	must(t, b.SaveListen(ctx, visit(t, b, id), checklist.Listen{}))
	if n := changes(t, b); n != before {
		t.Errorf("%d changes for clearing what was never written", n-before)
	}
	must(t, b.Apply(ctx, placeEdit(id, "三楼", nil)))
	must(t, b.SaveListen(ctx, visit(t, b, id), checklist.Listen{Place: "三楼", KeyPoints: "要点"}))
	before = changes(t, b)
	must(t, b.SaveListen(ctx, visit(t, b, id), checklist.Listen{Place: "三楼", KeyPoints: "要点"}))
	if n := changes(t, b); n != before {
		t.Errorf("%d changes for saying the same again", n-before)
	}
}

func TestAChangeReplacesWhatItsAuthorWasShown(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	shown := visit(t, b, id) // b's form opens
	must(t, a.Apply(ctx, placeEdit(id, "一楼", nil)))
	carry(t, a, b) // and a's change arrives while it is open
	must(t, b.Apply(ctx, placeEdit(id, "二楼", shown.Shown(checklist.StepID(id, checklist.StepListen), KindListen, "place"))))
	d := visit(t, b, id)
	reg := d.Register(checklist.StepID(id, checklist.StepListen), KindListen, "place")
	if !reg.Contested || len(reg.Siblings) != 2 || len(d.Contested) != 1 {
		t.Fatalf("what b was never shown is swallowed: %+v", reg)
	}
	// The form goes on: b's own later changes replace b's own, and nothing else.
	must(t, b.Apply(ctx, placeEdit(id, "三楼", nil)))
	reg = visit(t, b, id).Register(checklist.StepID(id, checklist.StepListen), KindListen, "place")
	if len(reg.Siblings) != 2 || reg.Text != "三楼" {
		t.Errorf("%+v", reg)
	}
	// Shown both sides, an ordinary edit still does not decide.
	must(t, b.Apply(ctx, placeEdit(id, "四楼", reg.Shown)))
	must(t, a.Apply(ctx, placeEdit(id, "五楼", nil)))
	reg = visit(t, b, id).Register(checklist.StepID(id, checklist.StepListen), KindListen, "place")
	if len(reg.Siblings) != 2 || reg.Text != "四楼" || reg.Siblings[1].Text != "一楼" || reg.Siblings[1].By.Name != "李敏" {
		t.Errorf("%+v", reg)
	}
	carry(t, b, a)
	carry(t, a, b)
	x, y := visit(t, a, id), visit(t, b, id)
	if x.digest != y.digest || x.Register(checklist.StepID(id, checklist.StepListen), KindListen, "place").Text != y.Register(checklist.StepID(id, checklist.StepListen), KindListen, "place").Text {
		t.Error("the books exchanged everything and differ")
	}
}

func TestAPersonDecides(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	must(t, a.Apply(ctx, placeEdit(id, "一楼", nil)))
	must(t, b.Apply(ctx, placeEdit(id, "二楼", nil)))
	carry(t, b, a)
	list, err := a.Conflicts(ctx, nil)
	must(t, err)
	if len(list) != 1 || len(list[0].Sides) != 2 || list[0].Field != "place" || list[0].Unit != visit(t, a, id).Unit.ID {
		t.Fatalf("conflicts %+v", list)
	}
	wantFault(t, a.Decide(ctx, list[0], "二楼", ""), "reason.missing")
	// A third value arrives after the list was shown: the decision must not swallow it.
	must(t, b.Apply(ctx, placeEdit(id, "九楼", nil)))
	c := newLaptop(t, "m3").create(Setup{})
	must(t, c.SetMe(ctx, wangLead))
	startCivil(t, c)
	must(t, c.Apply(ctx, placeEdit(id, "八楼", nil)))
	carry(t, c, a)
	must(t, a.Decide(ctx, list[0], "二楼", "会议室在二楼"))
	list, err = a.Conflicts(ctx, &id)
	must(t, err)
	if len(list) != 1 || len(list[0].Sides) != 2 {
		t.Fatalf("after the decision: %+v", list)
	}
	must(t, a.Decide(ctx, list[0], "二楼", "已核对"))
	if list, _ = a.Conflicts(ctx, nil); len(list) != 0 {
		t.Fatalf("still contested: %+v", list)
	}
	wantFault(t, a.Decide(ctx, Conflict{Record: checklist.StepID(id, checklist.StepListen), Kind: KindListen, Field: "place"}, "x", "y"), "decide.settled")
	events, err := a.History(ctx, checklist.StepID(id, checklist.StepListen), KindListen, "place")
	must(t, err)
	if len(events) != 5 || !events[0].Decision || events[0].Reason != "已核对" || events[0].New != "二楼" || events[0].Person.Name != "李敏" {
		t.Errorf("history %+v", events)
	}
	// b's edit of a side that the decision replaced comes later: it was made without knowing it.
	carry(t, b, a)
	if list, _ = a.Conflicts(ctx, nil); len(list) != 1 {
		t.Errorf("an edit beside the decision is hidden: %+v", list)
	}
	_, err = a.Undo(ctx)
	wantFault(t, err, "undo.final")
}

func TestEqualTextsAreNoContest(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	for _, x := range []*Book{a, b} {
		must(t, x.SaveListen(ctx, visit(t, x, id), checklist.Listen{Place: "三楼", KeyPoints: "超编系军转安置"}))
	}
	carry(t, b, a)
	d := visit(t, a, id)
	reg := d.Register(checklist.StepID(id, checklist.StepListen), KindListen, "key_points")
	if len(reg.Siblings) != 2 || reg.Contested || len(d.Contested) != 0 {
		t.Errorf("the same text under two salts is contested: %+v", reg)
	}
	must(t, a.SaveListen(ctx, d, checklist.Listen{Place: "三楼", KeyPoints: "改过"}))
	if reg = visit(t, a, id).Register(checklist.StepID(id, checklist.StepListen), KindListen, "key_points"); len(reg.Siblings) != 0 || reg.Text != "改过" {
		t.Errorf("an edit of what both said leaves one behind: %+v", reg)
	}
}

func TestASensitiveTextThatIsNotHere(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	must(t, a.SaveListen(ctx, visit(t, a, id), checklist.Listen{KeyPoints: "只有甲知道"}))
	_, err := a.w.Exec("UPDATE secret SET bytes = NULL") // erased
	must(t, err)
	carry(t, a, b)
	d := visit(t, b, id)
	rec := checklist.StepID(id, checklist.StepListen)
	if reg := d.Register(rec, KindListen, "key_points"); !reg.Unread || reg.Text != "" || reg.Contested {
		t.Errorf("%+v", reg)
	}
	must(t, b.SaveListen(ctx, d, checklist.Listen{KeyPoints: "另记"}))
	if reg := visit(t, b, id).Register(rec, KindListen, "key_points"); reg.Unread || reg.Text != "另记" {
		t.Errorf("%+v", reg)
	}
	_, err = b.Undo(ctx)
	wantFault(t, err, "undo.final")
}

func TestSensitiveTextIsNeverInAChange(t *testing.T) {
	b, id := fieldBook(t, liMin)
	const words = "秘密谈话内容"
	d := visit(t, b, id)
	must(t, b.SaveListen(ctx, d, checklist.Listen{KeyPoints: words, Admitted: words, Suggestions: words}))
	_, err := b.SaveEntry(ctx, d, checklist.Entry{Step: checklist.StepInterview, Text: words})
	must(t, err)
	_, err = b.SaveQuestion(ctx, d, checklist.Question{Text: "问", Answer: words})
	must(t, err)
	_, err = b.SaveIdentity(ctx, d, checklist.Identity{Code: "F01", Name: words})
	must(t, err)
	rows, err := b.w.Query("SELECT body FROM op UNION ALL SELECT val FROM head")
	must(t, err)
	defer rows.Close()
	for rows.Next() {
		var body []byte
		must(t, rows.Scan(&body))
		if bytes.Contains(body, []byte(words)) {
			t.Fatal("a sensitive text is part of a change")
		}
	}
	var n int
	must(t, b.w.QueryRow("SELECT count(*) FROM secret").Scan(&n))
	if n != 6 {
		t.Errorf("%d blobs", n)
	}
}

func TestWithdrawnHereAndEditedThere(t *testing.T) {
	a, b, id := twoBooks(t, liMin, wangLead)
	f := checklist.Finding{Rule: "E1.1", Count: 3, Facts: "实有35人"}
	fid, err := a.SaveFinding(ctx, visit(t, a, id), f)
	must(t, err)
	carry(t, a, b)
	must(t, b.Apply(ctx, Edit{Record: fid, Kind: KindFinding, Field: "status", Text: "withdrawn", Reason: "不属实", current: true}))
	f.ID, f.Count = fid, 2
	_, err = a.SaveFinding(ctx, visit(t, a, id), f)
	must(t, err)
	carry(t, b, a)
	list, err := a.Conflicts(ctx, nil)
	must(t, err)
	if len(list) != 1 || !list[0].Edited || list[0].Field != "status" || len(list[0].Sides) != 2 {
		t.Fatalf("withdrawn here and edited there does not show: %+v", list)
	}
	must(t, a.Decide(ctx, list[0], "", "仍然成立"))
	if list, _ = a.Conflicts(ctx, nil); len(list) != 0 {
		t.Errorf("still contested: %+v", list)
	}
	if own := visit(t, a, id).Own(); !own.Findings[0].Active() || own.Findings[0].Count != 2 {
		t.Errorf("%+v", own.Findings)
	}
	// Withdrawing what one has seen, and editing it afterwards on the same laptop, is no contest.
	d := visit(t, a, id)
	must(t, a.WithdrawFinding(ctx, d, fid, "核实有误"))
	if len(visit(t, a, id).Contested) != 0 {
		t.Error("a plain withdrawal is contested")
	}
}

func TestAnImportDecidesNothing(t *testing.T) {
	a, b, _ := twoBooks(t, liMin, zhaoQi)
	unit := checklist.UnitID("云台区", "MZJ")
	for leader, book := range map[string]*Book{"甲": a, "乙": b} {
		line := civil()
		line.Unit.Leader = leader
		_, err := book.SaveUnits(ctx, []checklist.UnitLine{line})
		must(t, err)
	}
	c := newLaptop(t, "m3").create(Setup{})
	must(t, c.SetMe(ctx, office))
	carry(t, a, c)
	carry(t, b, c)
	line := civil()
	line.Unit.Leader = "丙"
	_, err := c.SaveUnits(ctx, []checklist.UnitLine{line})
	must(t, err)
	r, err := c.Register(ctx, unit, KindUnit, "leader")
	must(t, err)
	if len(r.Siblings) != 2 || r.Text != "丙" {
		t.Errorf("%+v", r.Siblings)
	}
	if rows, err := c.Units(ctx); err != nil || rows[0].Unit.Leader != "丙" {
		t.Errorf("the list shows %+v %v", rows, err)
	}
}

func TestBadValues(t *testing.T) {
	b, id := fieldBook(t, liMin)
	look := checklist.StepID(id, checklist.StepLook)
	before := changes(t, b)
	for _, e := range []Edit{
		{Record: look, Kind: KindLook, Field: "received_on", Text: "昨天"},
		{Record: look, Kind: KindLook, Field: "sealed", Text: "盖了"},
		{Record: look, Kind: KindPerson, Field: "role", Text: "king"},
		{Record: look, Kind: KindFinding, Field: "body", Text: `{"rule":1}`},
	} {
		ok := Edit{Record: look, Kind: KindLook, Field: "signer_name", Text: "王某"}
		wantFault(t, b.Apply(ctx, ok, e), "field.bad")
	}
	wantFault(t, b.Apply(ctx, Edit{Record: look, Kind: KindLook, Field: "colour"}), "field.unknown")
	long := string(bytes.Repeat([]byte("长"), 30_000))
	wantFault(t, b.Apply(ctx, Edit{Record: look, Kind: KindLook, Field: "declared_problems", Text: long}), "text.long")
	if n := changes(t, b); n != before {
		t.Errorf("%d changes of refused batches were kept", n-before)
	}
	must(t, b.SaveListen(ctx, visit(t, b, id), checklist.Listen{KeyPoints: long})) // notes are not in the change
	if visit(t, b, id).Listen.KeyPoints != long {
		t.Error("a long note came back changed")
	}
	_, err := b.Check(ctx)
	must(t, err)
}
