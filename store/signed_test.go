package store

import (
	"testing"

	"zoufang/checklist"
)

// signCivil puts a signature under a visit as it stands, whatever is missing from it.
func signCivil(t *testing.T, b *Book, id checklist.ID) checklist.ID {
	t.Helper()
	d := visit(t, b, id)
	must(t, b.write(ctx, func(w *writer) error {
		logs, err := b.teller(ctx, w.q).logsOf(d.regs)
		if err != nil {
			return err
		}
		sig := checklist.Signature{Person: d.me.ID, Name: d.me.Name, At: b.moment(), Digest: d.digest, Logs: logs}
		return w.apply(ctx, d.body(NewID(id), KindSignature, "body", sig))
	}))
	list := visit(t, b, id).Signed
	return list[len(list)-1].ID
}

func TestASignedVisitStaysReadable(t *testing.T) {
	a, b, id := twoBooks(t, liMin, wangLead)
	fillWork(t, a, id)
	must(t, a.CloseSheet(ctx, visit(t, a, id)))
	carry(t, a, b)
	before := shape(t, visit(t, b, id))
	sig := signCivil(t, b, id)
	must(t, a.SaveListen(ctx, visit(t, a, id), checklist.Listen{Place: "签字前李敏改的，组长没见到"}))
	carry(t, a, b)
	must(t, b.ReopenVisit(ctx, visit(t, b, id), visit(t, a, id).me.ID, "漏记一条"))
	carry(t, b, a)
	_, err := a.SaveFinding(ctx, visit(t, a, id), checklist.Finding{Rule: "B1.1", Count: 1, Facts: "漏记的"})
	must(t, err)
	must(t, a.CloseSheet(ctx, visit(t, a, id)))
	carry(t, a, b)
	d, err := b.SignedDoc(ctx, id, sig)
	must(t, err)
	unsigned := d.Signed
	d.Signed, d.Signatures = nil, nil
	if got := shape(t, d); got != before || len(unsigned) != 0 {
		t.Errorf("as signed:\n%s\nwas:\n%s", got, before)
	}
	if now := visit(t, b, id); !now.Signed[0].Changed || now.Listen.Place == d.Listen.Place {
		t.Errorf("now: %+v", now.Signed)
	}
	list, err := b.Corrections(ctx, visit(t, b, id), visit(t, a, id).me.ID)
	must(t, err)
	if len(list) != 1 || list[0].Reason != "漏记一条" || list[0].Person.Name != "王建国" || !list[0].Closed {
		t.Errorf("%+v", list)
	}
	_, err = b.SignedDoc(ctx, id, NewID(id))
	wantFault(t, err, "sign.unknown")
}

func TestWhatWasSignedIsProvedOrRefused(t *testing.T) {
	b, id := fieldBook(t, wangLead)
	fillWork(t, b, id)
	d := visit(t, b, id)
	for digest, code := range map[string]string{d.digest: "", "00": "sign.lost"} {
		rec := NewID(id)
		must(t, b.Apply(ctx, d.body(rec, KindSignature, "body", checklist.Signature{Person: d.me.ID, At: b.moment(), Digest: digest})))
		_, err := b.SignedDoc(ctx, id, rec) // of a version that did not say what it knew
		if code == "" {
			must(t, err)
			continue
		}
		wantFault(t, err, code)
	}
}

func TestOnlyTheLeaderReopensWhatWasSigned(t *testing.T) {
	b, id := fieldBook(t, liMin)
	fillWork(t, b, id)
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	wantFault(t, b.ReopenSheet(ctx, visit(t, b, id), ""), "reason.missing")
	must(t, b.ReopenSheet(ctx, visit(t, b, id), "记错一条"))
	must(t, b.CloseSheet(ctx, visit(t, b, id)))
	signCivil(t, b, id)
	wantFault(t, b.ReopenSheet(ctx, visit(t, b, id), "再改"), "reopen.leader")
	wantFault(t, b.ReopenVisit(ctx, visit(t, b, id), visit(t, b, id).me.ID, "再改"), "reopen.leader")
	must(t, b.SetMe(ctx, wangLead))
	wantFault(t, b.ReopenVisit(ctx, visit(t, b, id), b.Me().ID, "再改"), "reopen.sheet")
}
