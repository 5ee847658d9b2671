package store

import (
	"strings"
	"testing"

	"zoufang/checklist"
)

// judge writes a finding, a verdict, a claim and notes as the book's person.
func judge(t *testing.T, b *Book, id checklist.ID, facts string) checklist.ID {
	t.Helper()
	f, err := b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E1.1", Count: 1, Facts: facts})
	must(t, err)
	g, err := b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E4.1", Count: 1, Facts: facts})
	must(t, err)
	d := visit(t, b, id)
	must(t, b.LinkFacts(ctx, d, f, g))
	must(t, b.SetStanding(ctx, d, "A1", checklist.Nil, ""))
	_, err = b.SaveClaim(ctx, d, checklist.Claim{Bonus: "P1", Count: 1, Facts: facts})
	must(t, err)
	_, err = b.SaveEntry(ctx, d, checklist.Entry{Step: checklist.StepCheck, Text: "私记" + facts})
	must(t, err)
	_, err = b.SaveEntry(ctx, d, checklist.Entry{Step: checklist.StepListen, Text: "汇报" + facts, Finding: f, Indicator: "E1"})
	must(t, err)
	_, err = b.Attach(ctx, visit(t, b, id), f, facts+".pdf", strings.NewReader("%PDF-1.7 "+facts))
	must(t, err)
	_, err = b.SaveIdentity(ctx, d, checklist.Identity{Code: "F" + facts, Name: "某某"})
	must(t, err)
	return f
}

// seen is everything a person sees of a visit, as one text: what is blind must not be in it anywhere.
func seen(t *testing.T, b *Book, id checklist.ID, finding checklist.ID) string {
	t.Helper()
	d := visit(t, b, id)
	var s strings.Builder
	js, err := d.JSON()
	must(t, err)
	s.Write(js)
	log, err := b.Log(ctx, 1000)
	must(t, err)
	for _, e := range log {
		s.WriteString(e.Old + e.New + "\n")
	}
	list, err := b.Conflicts(ctx, nil)
	must(t, err)
	for _, c := range list {
		for _, side := range c.Sides {
			s.WriteString(side.Text)
		}
	}
	history, err := b.History(ctx, finding, KindFinding, "body")
	must(t, err)
	for _, e := range history {
		s.WriteString(e.New)
	}
	return s.String()
}

func TestAnothersJudgementIsHiddenUntilBothHaveClosed(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	judge(t, a, id, "甲方")
	theirs := judge(t, b, id, "乙方")
	carry(t, b, a)
	hidden := func(step string, want bool) {
		t.Helper()
		text := seen(t, a, id, theirs)
		text = strings.ReplaceAll(text, "汇报乙方", "") // said before all
		if got := !strings.Contains(text, "乙方"); got != want {
			t.Errorf("%s: hidden %v, want %v", step, got, want)
		}
		if !strings.Contains(text, "甲方") {
			t.Errorf("%s: the own sheet is hidden", step)
		}
		if strings.Contains(text, "某某") {
			t.Errorf("%s: an evaluator sees who was spoken to", step)
		}
	}
	hidden("both open", true)
	d := visit(t, a, id)
	if d.Hidden != 1 || len(d.Sheets) != 1 || len(d.Entries) != 3 || len(d.Attached) != 1 {
		t.Errorf("hidden %d sheets %d entries %d attached %d", d.Hidden, len(d.Sheets), len(d.Entries), len(d.Attached))
	}
	for _, e := range d.Entries {
		if e.Text == "汇报乙方" && (e.Finding != (checklist.ID{}) || e.Indicator != "") {
			t.Error("what the other made of a common note shows")
		}
	}
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	carry(t, b, a)
	hidden("theirs closed", true)
	must(t, a.CloseSheet(ctx, visit(t, a, id)))
	hidden("both closed", false)
	if d = visit(t, a, id); len(d.Sheets) != 2 || d.Sheets[0].Person.ID != a.Me().ID || d.Hidden != 0 {
		t.Errorf("sheets %+v", d.Sheets)
	}
	wantFault(t, a.SetStanding(ctx, d, "A2", checklist.Nil, ""), "sheet.closed")
	wantFault(t, a.ReopenSheet(ctx, d, ""), "reason.missing")
	must(t, a.ReopenSheet(ctx, d, "漏记一项"))
	hidden("mine open again", true)
	_, err := a.SaveFinding(ctx, visit(t, a, id), d.Sheets[1].Findings[0])
	wantFault(t, err, "finding.foreign")
}

func TestWhatRolesSee(t *testing.T) {
	for _, c := range []struct {
		who               checklist.Person
		open, one, closed int // sheets seen while both are open, one is closed, both are closed
		names             bool
	}{{wangLead, 0, 0, 2, true}, {office, 2, 2, 2, true}, {checklist.Person{Name: "记录员", Role: checklist.RoleRecorder}, 0, 0, 0, false}} {
		a, b, id := twoBooks(t, liMin, zhaoQi)
		judge(t, a, id, "甲方")
		judge(t, b, id, "乙方")
		l := newLaptop(t, "m3").create(Setup{})
		must(t, l.SetMe(ctx, c.who))
		see := func() *Doc {
			carry(t, a, l)
			carry(t, b, l)
			return visit(t, l, id)
		}
		d := see()
		if len(d.Sheets) != c.open || d.Hidden != 2-c.open || (len(d.Identities) > 0) != c.names {
			t.Errorf("%s, both open: %d sheets, %d hidden, %d names", c.who.Role, len(d.Sheets), d.Hidden, len(d.Identities))
		}
		must(t, a.CloseSheet(ctx, visit(t, a, id)))
		if d = see(); len(d.Sheets) != c.one {
			t.Errorf("%s, one closed: %d sheets", c.who.Role, len(d.Sheets))
		}
		must(t, b.CloseSheet(ctx, visit(t, b, id)))
		if d = see(); len(d.Sheets) != c.closed {
			t.Errorf("%s, both closed: %d sheets", c.who.Role, len(d.Sheets))
		}
	}
}

func TestSigning(t *testing.T) {
	b, id := fieldBook(t, wangLead)
	wantFault(t, b.SignVisit(ctx, visit(t, b, id)), "sign.open")
	must(t, b.SetStanding(ctx, visit(t, b, id), "A1", checklist.Nil, ""))
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	wantFault(t, b.SignVisit(ctx, visit(t, b, id)), "sign.blocked")
	d := visit(t, b, id)
	sig := checklist.Signature{Person: b.Me().ID, Name: b.Me().Name, At: b.moment(), Digest: d.digest}
	must(t, b.Apply(ctx, d.body(NewID(id), KindSignature, "body", sig)))
	if d = visit(t, b, id); len(d.Signed) != 1 || d.Signed[0].Changed || d.state() != StateSigned {
		t.Fatalf("%+v", d.Signed)
	}
	_, err := b.AddComment(ctx, d, "A1", "请补充")
	must(t, err)
	if visit(t, b, id).Signed[0].Changed {
		t.Error("what the office says counts as a change of what was signed")
	}
	must(t, b.Apply(ctx, placeEdit(id, "三楼", nil)))
	if d = visit(t, b, id); !d.Signed[0].Changed || d.state() != StateChanged {
		t.Error("a change after the signature does not show")
	}
	member, id := fieldBook(t, liMin)
	wantFault(t, member.SignVisit(ctx, visit(t, member, id)), "leader.only")
	wantFault(t, member.ApproveNA(ctx, visit(t, member, id), id, true, ""), "leader.only")
}
