package store

import (
	"bytes"
	"io"
	"os"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// desk is an office that knows two evaluators, who know it as the office.
func desk(t *testing.T) (o, a, b *Book, id checklist.ID) {
	t.Helper()
	a, b, id = pair(t)
	o = newLaptop(t, "office").create(Setup{})
	must(t, o.SetMe(ctx, office))
	must(t, o.SetLabel(ctx, "编办01"))
	enrol(t, o, a, b)
	must(t, a.EnrolOffice(ctx, o.own.id, ""))
	must(t, b.EnrolOffice(ctx, o.own.id, ""))
	return o, a, b, id
}

func send(t *testing.T, b *Book, o ExportOptions) Exported {
	t.Helper()
	out, err := b.Export(ctx, t.TempDir(), o, nil)
	must(t, err)
	return out
}

func jot(t *testing.T, b *Book, id checklist.ID, text string) {
	t.Helper()
	_, err := b.SaveEntry(ctx, visit(t, b, id), checklist.Entry{Step: checklist.StepListen, Text: text})
	must(t, err)
}

func travelOf(t *testing.T, b *Book, id checklist.ID) VisitRow {
	t.Helper()
	list, err := b.Units(ctx)
	must(t, err)
	for _, u := range list {
		if u.Visit == id || u.State == StateWiped {
			return u.VisitRow
		}
	}
	t.Fatal("the visit is not in the list")
	return VisitRow{}
}

// inFile is how many changes of each device a bundle holds, and how many texts and files.
func inFile(t *testing.T, path string) (changes map[bundle.DeviceID]int, firsts map[bundle.DeviceID]uint64, withheld, texts int, files map[bundle.Hash]bool) {
	t.Helper()
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	changes, firsts, files = map[bundle.DeviceID]int{}, map[bundle.DeviceID]uint64{}, map[bundle.Hash]bool{}
	must(t, bundle.Read(f, bundle.Sink{
		Segment: func(d bundle.DeviceID, first uint64, _ bundle.Hash) error {
			if firsts[d] == 0 {
				firsts[d] = first
			}
			return nil
		},
		Change:    func(e *bundle.Entry) error { changes[e.Dev]++; return nil },
		Withheld:  func(_ bundle.DeviceID, x, y uint64) error { withheld += int(y - x + 1); return nil },
		Text:      func(bundle.Hash, []byte) error { texts++; return nil },
		FileChunk: func(sha bundle.Hash, _, _ int64, _ []byte) error { files[sha] = true; return nil },
	}))
	return changes, firsts, withheld, texts, files
}

func TestOwnLogIsTheDefault(t *testing.T) {
	o, a, b, id := desk(t)
	work(t, a, b, id)
	mergeFiles(t, o, export(t, a), export(t, b))
	own, _, _, texts, files := inFile(t, send(t, o, ExportOptions{}).Path)
	if len(own) != 1 || own[o.own.id] != int(o.own.seq) || texts != 0 || len(files) != 1 { // its scheme
		t.Errorf("own log: %v, %d texts, %d files", own, texts, len(files))
	}
	all, _, _, texts, files := inFile(t, send(t, o, ExportOptions{Relay: true}).Path)
	if len(all) != 3 || all[a.own.id] != int(a.own.seq) || texts != 4 || len(files) != 3 {
		t.Errorf("relayed: %v, %d texts, %d files", all, texts, len(files))
	}
}

// What an earlier device of this book wrote is this laptop's own work, and goes along.
func TestFormerSelfGoesAlong(t *testing.T) {
	l := newLaptop(t, "m1")
	a := l.create(Setup{})
	must(t, a.SetMe(ctx, liMin))
	id := startCivil(t, a)
	jot(t, a, id, "换机之前")
	was := a.own.id
	must(t, a.Close())
	l.opts.Machine = "m2"
	l.opts.Home = t.TempDir()
	a = l.open(l.path())
	if a.own.id == was {
		t.Fatal("the same device on another machine")
	}
	changes, _, _, texts, _ := inFile(t, export(t, a))
	if changes[was] == 0 || changes[a.own.id] == 0 || texts != 1 {
		t.Errorf("%v, %d texts", changes, texts)
	}
}

func TestReceiptsTellHowFarItCame(t *testing.T) {
	o, a, b, id := desk(t)
	work(t, a, b, id)
	if r := travelOf(t, a, id); r.Travel != TravelHere || r.TravelChanged {
		t.Errorf("before: %+v", r)
	}
	file := export(t, a)
	if r := travelOf(t, a, id); r.Travel != TravelExported {
		t.Errorf("exported: %+v", r)
	}
	before := o.own.seq
	mergeFiles(t, o, file)
	if o.own.seq != before {
		t.Error("merging wrote changes")
	}
	back := send(t, o, ExportOptions{Receipts: true})
	if o.own.seq != before+2 {
		t.Errorf("%d changes for one receipt and what the laptop can open", o.own.seq-before)
	}
	again := send(t, o, ExportOptions{Receipts: true})
	if again.Changes != back.Changes {
		t.Error("a receipt that says the same was written again")
	}
	mergeFiles(t, a, back.Path)
	if r := travelOf(t, a, id); r.Travel != TravelMerged || !r.TravelSure || r.TravelChanged {
		t.Errorf("merged: %+v", r)
	}
	mergeFiles(t, b, back.Path)
	if r := travelOf(t, b, id); r.Travel != TravelHere {
		t.Errorf("another's receipt: %+v", r)
	}
	jot(t, a, id, "又一条")
	if r := travelOf(t, a, id); r.Travel != TravelHere || !r.TravelChanged {
		t.Errorf("changed since: %+v", r)
	}
	list, err := a.Receipts(ctx)
	must(t, err)
	if len(list) != 1 || !list[0].Office || !list[0].Fits || list[0].Holder.ID != o.own.id.String() || list[0].By != "孙丽" || list[0].To == 0 {
		t.Errorf("receipts %+v", list)
	}
}

// Only a few units went: the others are not called exported.
func TestExportOfSomeUnitsIsNotOfAll(t *testing.T) {
	a, id := fieldBook(t, liMin)
	_, err := a.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "JYJ", Name: "区教育局", Kind: "department"}}})
	must(t, err)
	other := checklist.UnitID("云台区", "JYJ")
	second, err := a.StartVisit(ctx, other, checklist.Yearly, "")
	must(t, err)
	jot(t, a, id, "一")
	jot(t, a, second, "二")
	send(t, a, ExportOptions{Units: []checklist.ID{other}})
	if x, y := travelOf(t, a, id).Travel, travelOf(t, a, second).Travel; x != TravelHere || y != TravelExported {
		t.Errorf("%q and %q", x, y)
	}
}

func TestReceiptOfAWaitingFile(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	o := newLaptop(t, "office").create(Setup{})
	must(t, o.SetMe(ctx, office))
	must(t, a.EnrolOffice(ctx, o.own.id, ""))
	file := export(t, a)
	mergeFiles(t, o, file) // nobody enrolled it
	out, n, err := o.ExportReceipts(ctx, t.TempDir(), Sealing{})
	must(t, err)
	if n != 1 {
		t.Errorf("%d receipts", n)
	}
	mergeFiles(t, a, out.Path)
	if r := travelOf(t, a, id); r.Travel != TravelDelivered {
		t.Errorf("waiting: %+v", r)
	}
	enrol(t, o, a)
	mergeFiles(t, o)
	mergeFiles(t, a, send(t, o, ExportOptions{Receipts: true}).Path)
	if r := travelOf(t, a, id); r.Travel != TravelMerged {
		t.Errorf("then merged: %+v", r)
	}
}

// Nobody is told of a file that somebody did not want.
func TestNoReceiptOfADismissedFile(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	mergeFiles(t, b, export(t, a))
	p, err := b.Preview(ctx, nil, nil)
	must(t, err)
	must(t, b.Dismiss(&p.Files[0]))
	if n, err := b.WriteReceipts(ctx); err != nil || n != 0 {
		t.Errorf("%d receipts, %v", n, err)
	}
}

// The small bundle holds the receipts and what can be sealed for the laptop, and says of the rest that it was left out on
// purpose.
func TestBundleOfReceipts(t *testing.T) {
	o, a, b, id := desk(t)
	work(t, a, b, id)
	mergeFiles(t, o, export(t, a), export(t, b))
	out, n, err := o.ExportReceipts(ctx, t.TempDir(), Sealing{})
	must(t, err)
	changes, _, withheld, texts, files := inFile(t, out.Path)
	if n != 2 || changes[o.own.id] != 3 || withheld != int(o.own.seq)-3 || texts+len(files) != 0 {
		t.Errorf("%d receipts, %v changes, %d withheld, %d texts, %d files", n, changes, withheld, texts, len(files))
	}
	mergeFiles(t, a, out.Path)
	if list, err := a.Waiting(ctx); err != nil || len(list) > 0 {
		t.Errorf("waiting for %v, %v", list, err)
	}
	if r := travelOf(t, a, id); r.Travel != TravelMerged {
		t.Errorf("%+v", r)
	}
}

// A receipt counts from the device it speaks for, and for a log that is this one.
func TestForgedReceipts(t *testing.T) {
	o, a, b, id := desk(t)
	work(t, a, b, id)
	enrol(t, a, b)
	mergeFiles(t, b, export(t, a))
	for name, body := range map[string]receiptBody{
		"of another device": {Device: a.own.id.String(), N: int64(a.own.seq), Hash: a.own.head.String(), Verdict: ReceiptMerged},
		"of another log":    {Device: a.own.id.String(), N: int64(a.own.seq), Hash: o.own.head.String(), Verdict: ReceiptMerged},
	} {
		rec := receiptID(o.own.id, a.own.id)
		if name == "of another log" {
			rec = receiptID(b.own.id, a.own.id)
		}
		must(t, b.Apply(ctx, Edit{Record: rec, Kind: KindReceipt, Field: "body", Text: textOfBody(body), current: true}))
	}
	mergeFiles(t, a, export(t, b))
	if r := travelOf(t, a, id); r.Travel != TravelExported {
		t.Errorf("a forged receipt counts: %+v", r)
	}
	out := send(t, a, ExportOptions{Since: true})
	if out.Since != nil || out.Changes != int64(a.own.seq) {
		t.Errorf("left out by a forged receipt: %+v", out)
	}
	p, err := a.PlanWipe(ctx, id)
	must(t, err)
	wantFault(t, p.Refused, "wipe.receipt")
}

func TestSince(t *testing.T) {
	o, a, b, id := desk(t)
	work(t, a, b, id)
	if out := send(t, a, ExportOptions{Since: true}); out.Since != nil || out.Changes != int64(a.own.seq) {
		t.Errorf("without receipts: %+v", out)
	}
	mergeFiles(t, o, export(t, a))
	back := send(t, o, ExportOptions{Receipts: true})
	mergeFiles(t, a, back.Path)
	_, err := a.Export(ctx, t.TempDir(), ExportOptions{Since: true}, nil)
	wantFault(t, err, "export.nothing")
	was := a.own.seq
	jot(t, a, id, "收到回执以后")
	out := send(t, a, ExportOptions{Since: true})
	changes, firsts, withheld, texts, files := inFile(t, out.Path)
	if len(changes) != 1 || changes[a.own.id] != int(a.own.seq-was) || firsts[a.own.id] != was+1 || withheld != 0 || texts != 1 || len(files) != 0 {
		t.Errorf("%v from %v, %d withheld, %d texts, %d files", changes, firsts, withheld, texts, len(files))
	}
	if out.Since == nil || out.Since.To != was || out.Since.Holders[0].Label != "编办01" {
		t.Errorf("says %+v", out.Since)
	}
	mergeFiles(t, o, out.Path)
	if !strings.Contains(digest(t, o, id), "收到回执以后") {
		t.Error("the office lacks it")
	}
	lost := newLaptop(t, "office2").create(Setup{}) // the office's book is gone
	enrol(t, lost, a)
	mergeFiles(t, lost, out.Path)
	list, err := lost.Waiting(ctx)
	must(t, err)
	if len(list) != 1 || list[0].First != 1 || list[0].Last != was {
		t.Errorf("a receiver that lost its book waits for %+v", list)
	}
	mergeFiles(t, lost, export(t, a))
	if digest(t, lost, id) != digest(t, o, id) {
		t.Error("the whole log does not close the gap")
	}
}

// A file that was left out for the post is sent later, although the change that brought it is acknowledged.
func TestSinceSendsFilesThatAreMissing(t *testing.T) {
	o, a, b, id := desk(t)
	work(t, a, b, id)
	mergeFiles(t, o, send(t, a, ExportOptions{WithoutFiles: true}).Path)
	mergeFiles(t, a, send(t, o, ExportOptions{Receipts: true}).Path)
	jot(t, a, id, "又一条")
	_, _, _, _, files := inFile(t, send(t, a, ExportOptions{Since: true}).Path)
	if len(files) != 1 { // the photo; the scheme is the office's too
		t.Errorf("%d files", len(files))
	}
	mergeFiles(t, o, send(t, a, ExportOptions{Since: true}).Path)
	mergeFiles(t, a, send(t, o, ExportOptions{Receipts: true}).Path)
	photo := visit(t, a, id).Attached[0].SHA
	_, err := a.Attach(ctx, visit(t, a, id), id, "再附.jpg", bytes.NewReader(fileBytes(t, a, photo)))
	must(t, err)
	_, _, _, _, files = inFile(t, send(t, a, ExportOptions{Since: true}).Path)
	if len(files) != 0 {
		t.Errorf("%d files that are there already", len(files))
	}
}

func fileBytes(t *testing.T, b *Book, sha string) (content []byte) {
	t.Helper()
	var h bundle.Hash
	must(t, h.UnmarshalText([]byte(sha)))
	must(t, b.read(ctx, func(q querier) (err error) {
		content, err = readFile(ctx, q, h)
		return err
	}))
	return content
}

// What a colleague has says nothing of what the office lacks.
func TestSinceGoesByTheOffice(t *testing.T) {
	_, a, b, id := desk(t)
	work(t, a, b, id)
	enrol(t, a, b)
	enrol(t, b, a)
	mergeFiles(t, b, export(t, a))
	mergeFiles(t, a, send(t, b, ExportOptions{Receipts: true}).Path)
	if out := send(t, a, ExportOptions{Since: true}); out.Since != nil || out.Changes != int64(a.own.seq) {
		t.Errorf("left out: %+v", out.Since)
	}
	jot(t, a, id, "给同事")
	if out := send(t, a, ExportOptions{Since: true, For: b.own.id}); out.Since == nil || out.Changes != 4 {
		t.Errorf("for the colleague: %d changes, %+v", out.Changes, out.Since)
	}
}

// Two offices: what only one of them acknowledges goes along still.
func TestSinceTakesTheLeastOfSeveralOffices(t *testing.T) {
	o, a, b, id := desk(t)
	work(t, a, b, id)
	p := newLaptop(t, "office2").create(Setup{})
	must(t, p.SetMe(ctx, office))
	enrol(t, p, a)
	must(t, a.EnrolOffice(ctx, p.own.id, ""))
	mergeFiles(t, p, export(t, a))
	was := a.own.seq
	jot(t, a, id, "第二段")
	mergeFiles(t, o, export(t, a))
	mergeFiles(t, a, send(t, o, ExportOptions{Receipts: true}).Path, send(t, p, ExportOptions{Receipts: true}).Path)
	out := send(t, a, ExportOptions{Since: true})
	if out.Since == nil || out.Since.To != was || len(out.Since.Holders) != 2 {
		t.Errorf("%+v", out.Since)
	}
	_, err := a.Export(ctx, t.TempDir(), ExportOptions{Since: true, For: o.own.id}, nil)
	wantFault(t, err, "export.nothing")              // one of them has all
	third := newLaptop(t, "office3").create(Setup{}) // it has said nothing yet
	must(t, a.EnrolOffice(ctx, third.own.id, ""))
	if out := send(t, a, ExportOptions{Since: true}); out.Since != nil || out.Changes != int64(a.own.seq) {
		t.Errorf("with one that has said nothing: %+v", out.Since)
	}
}

// readChanges goes through the changes of a bundle and notes its files.
func readChanges(t *testing.T, path string, see func(*bundle.Entry), files map[bundle.Hash]bool) {
	t.Helper()
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	must(t, bundle.Read(f, bundle.Sink{
		Change: func(e *bundle.Entry) error { see(e); return nil },
		FileChunk: func(sha bundle.Hash, _, _ int64, _ []byte) error {
			if files != nil {
				files[sha] = true
			}
			return nil
		},
	}))
}

func newPhoto(n int) io.Reader {
	return bytes.NewReader(append([]byte("\xff\xd8\xff\xe0"), bytes.Repeat([]byte{byte(n)}, 1000)...))
}
