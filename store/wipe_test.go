package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/checklist"
)

// marked is a text that is looked for in the bytes of a book.
const marked = "MARKEDTEXT-4711"

// doneWork is an evaluator's book with two visits, whose first holds marked texts of two people, and the office that has
// received everything.
func doneWork(t *testing.T) (o, a, b *Book, id, other checklist.ID) {
	t.Helper()
	o, a, b, id = desk(t)
	enrol(t, a, b)
	work(t, a, b, id)
	_, err := a.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "JYJ", Name: "区教育局", Kind: "department"}}})
	must(t, err)
	other, err = a.StartVisit(ctx, checklist.UnitID("云台区", "JYJ"), checklist.Yearly, "")
	must(t, err)
	for range 3 { // in turns, so that the log has several gaps
		jot(t, a, id, marked+" 会上记录")
		jot(t, a, other, "教育局的记录")
	}
	_, err = a.SaveFinding(ctx, visit(t, a, id), checklist.Finding{Rule: "E1.1", Count: 1, Facts: marked + " 事实"})
	must(t, err)
	jot(t, b, id, marked+" 另一人的")
	photo := append([]byte("\xff\xd8\xff\xe0"), bytes.Repeat([]byte(marked), 60_000)...)
	_, err = a.Attach(ctx, visit(t, a, id), id, marked+".jpg", bytes.NewReader(photo))
	must(t, err)
	fileB := export(t, b)
	mergeFiles(t, a, fileB)
	mergeFiles(t, o, export(t, a), fileB)
	return o, a, b, id, other
}

func receiptsTo(t *testing.T, o, a *Book) {
	t.Helper()
	out, _, err := o.ExportReceipts(ctx, t.TempDir(), Sealing{})
	must(t, err)
	mergeFiles(t, a, out.Path)
}

// bytesOf is everything in the files of a book.
func bytesOf(t *testing.T, b *Book) (all []byte) {
	t.Helper()
	files, err := filepath.Glob(b.path + "*")
	must(t, err)
	for _, f := range files {
		content, err := os.ReadFile(f)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if st, _ := os.Stat(f); st.IsDir() {
			continue
		}
		must(t, err)
		all = append(all, content...)
	}
	return all
}

func wipe(t *testing.T, b *Book, id checklist.ID) WipePlan {
	t.Helper()
	p, err := b.PlanWipe(ctx, id)
	must(t, err)
	must(t, p.Refused)
	p, err = b.Wipe(ctx, id, p.Code)
	must(t, err)
	return p
}

func TestWipeNeedsTheReceipt(t *testing.T) {
	o, a, _, id, _ := doneWork(t)
	p, err := a.PlanWipe(ctx, id)
	must(t, err)
	wantFault(t, p.Refused, "wipe.receipt")
	if p.Code != "" || p.Lacking != p.Changes || p.Own >= p.Changes || len(p.Laptops) != 2 {
		t.Errorf("plan %+v", p)
	}
	_, err = a.Wipe(ctx, id, p.code())
	wantFault(t, err, "wipe.receipt")
	receiptsTo(t, o, a)
	p, err = a.PlanWipe(ctx, id)
	must(t, err)
	if p.Refused != nil || p.Lacking != 0 || len(p.Receipts) != 2 || p.Files != 3 || p.Code == "" {
		t.Errorf("refused %v, %d lacking, %d receipts, %d files", p.Refused, p.Lacking, len(p.Receipts), p.Files)
	}
	_, err = a.Wipe(ctx, id, "00000000")
	wantFault(t, err, "wipe.code")
	jot(t, a, id, "新的一条")
	_, err = a.Wipe(ctx, id, p.Code) // what was shown is not what is there
	wantFault(t, err, "wipe.receipt")
	if !strings.Contains(digest(t, a, id), "新的一条") {
		t.Error("something was wiped")
	}
}

// Whatever leaves a doubt stops it.
func TestWipeInDoubt(t *testing.T) {
	for code, doubt := range map[string]func(o, a, b *Book, id checklist.ID){
		"wipe.receipt": func(_, a, b *Book, id checklist.ID) { // of somebody else's change that only passed through here
			jot(t, b, id, "只到了这里")
			mergeFiles(t, a, export(t, b))
		},
		"wipe.returned": func(o, a, _ *Book, id checklist.ID) {
			must(t, o.ReturnVisit(ctx, visit(t, o, id), "再看", nil))
			mergeFiles(t, a, export(t, o))
		},
		"wipe.drafts": func(_, a, _ *Book, id checklist.ID) {
			must(t, a.SaveDraft(ctx, Draft{Record: NewID(id), Kind: KindEntry, Field: "text", Text: "打了一半"}))
		},
		"wipe.inbox": func(_, a, _ *Book, id checklist.ID) {
			stranger := newLaptop(t, "m9").create(Setup{})
			mergeFiles(t, a, export(t, stranger))
		},
		"wipe.forked": func(_, a, b *Book, _ checklist.ID) {
			_, err := a.w.Exec("UPDATE dev SET forked = 1 WHERE id = ?", b.own.id[:])
			must(t, err)
		},
	} {
		t.Run(code, func(t *testing.T) {
			o, a, b, id, _ := doneWork(t)
			receiptsTo(t, o, a)
			doubt(o, a, b, id)
			p, err := a.PlanWipe(ctx, id)
			must(t, err)
			wantFault(t, p.Refused, code)
		})
	}
}

// A receipt of a laptop that is not the office's is no reason to wipe.
func TestWipeNeedsTheOffice(t *testing.T) {
	o, a, _, id, _ := doneWork(t)
	_, err := a.w.Exec("DELETE FROM local WHERE key = ?", localOffice+o.own.id.String())
	must(t, err)
	enrol(t, a, o)
	receiptsTo(t, o, a)
	if r := travelOf(t, a, id); r.Travel != TravelMerged || r.TravelSure {
		t.Errorf("%+v", r)
	}
	p, err := a.PlanWipe(ctx, id)
	must(t, err)
	wantFault(t, p.Refused, "wipe.receipt")
}

func TestWipe(t *testing.T) {
	o, a, b, id, other := doneWork(t)
	fileA, fileB := export(t, a), export(t, b)
	receiptsTo(t, o, a)
	if !bytes.Contains(bytesOf(t, a), []byte(marked)) {
		t.Fatal("the marked text is not where it is looked for")
	}
	kept := digest(t, a, other)
	p := wipe(t, a, id)
	if bytes.Contains(bytesOf(t, a), []byte(marked)) {
		t.Error("the marked text is still in the files")
	}
	if p.Changes == 0 || digest(t, a, id) != "" || digest(t, a, other) != kept {
		t.Errorf("wiped %+v", p)
	}
	_, err := a.Visit(ctx, id)
	wantFault(t, err, "visit.missing")
	_, err = a.Undo(ctx)
	wantFault(t, err, "undo.nothing")
	if r := travelOf(t, a, id); r.State != StateWiped || r.Travel != TravelWiped {
		t.Errorf("in the list %+v", r)
	}
	unit := checklist.UnitID("云台区", "MZJ")
	_, err = a.StartVisit(ctx, unit, checklist.Yearly, "")
	wantFault(t, err, "visit.wiped")
	checkWiped(t, a, p.Changes)
	if _, err := a.Log(ctx, 1000); err != nil {
		t.Errorf("log: %v", err)
	}

	r := mergeFiles(t, a, fileA, fileB) // the same again
	if r.New != 0 || digest(t, a, id) != "" || bytes.Contains(bytesOf(t, a), []byte(marked)) {
		t.Errorf("came back: %+v", r)
	}
	jot(t, b, id, marked+" 清除以后")
	plan, err := a.Preview(ctx, []string{export(t, b)}, nil)
	must(t, err)
	if plan.Files[0].Wiped == 0 || plan.Files[0].New != 0 {
		t.Errorf("not told: %+v", plan.Files[0])
	}
	r, err = a.Merge(ctx, plan, nil)
	must(t, err)
	if r.Files[0].Wiped == 0 || r.New != 0 || digest(t, a, id) != "" {
		t.Errorf("more of it came: %+v", r.Files[0])
	}
	must(t, a.Scrub(ctx))
	if bytes.Contains(bytesOf(t, a), []byte(marked)) {
		t.Error("the merge brought the text back")
	}
	checkWiped(t, a, p.Changes+4)

	jot(t, a, other, "清除以后的一条")
	changes, _, withheld, _, _ := inFile(t, export(t, a))
	if withheld != int(p.Own) || changes[a.own.id] != int(a.own.seq)-withheld {
		t.Errorf("export: %v and %d withheld, of %d", changes, withheld, a.own.seq)
	}
	mergeFiles(t, o, export(t, a), send(t, a, ExportOptions{Relay: true}).Path)
	if !strings.Contains(digest(t, o, other), "清除以后的一条") || !strings.Contains(digest(t, o, id), marked) {
		t.Error("the office lost something")
	}
	fresh := newLaptop(t, "m7").create(Setup{})
	enrol(t, fresh, a)
	mergeFiles(t, fresh, export(t, a))
	if list, err := fresh.Waiting(ctx); err != nil || len(list) > 0 {
		t.Errorf("a new laptop waits for %v, %v", list, err)
	}
	if digest(t, fresh, other) != digest(t, a, other) {
		t.Error("the rest did not arrive")
	}
	receiptsTo(t, o, a)
	jot(t, a, other, "再一条")
	if out := send(t, a, ExportOptions{Since: true}); out.Changes != 4 {
		t.Errorf("since: %+v", out)
	}
}

// checkWiped verifies the book, before and after everything is folded anew.
func checkWiped(t *testing.T, b *Book, want int64) {
	t.Helper()
	for range 2 {
		r, err := b.Check(ctx)
		must(t, err)
		if int64(r.Wiped) != want || r.Waiting != 0 {
			t.Errorf("check %+v, want %d wiped", r, want)
		}
		must(t, b.Rebuild(ctx))
	}
}

// After a restart the book is the same.
func TestWipedBookOpensAgain(t *testing.T) {
	o, a, _, id, _ := doneWork(t)
	receiptsTo(t, o, a)
	wipe(t, a, id)
	own := a.own.id
	path, opts := a.path, Options{Home: a.home, Machine: "m1", Now: a.now}
	must(t, a.Close())
	again, err := Open(ctx, path, opts)
	must(t, err)
	defer again.Close()
	if again.own.id != own {
		t.Error("it took itself for a copy")
	}
	if _, err := again.Check(ctx); err != nil {
		t.Error(err)
	}
}

// While another program reads the book its old pages cannot be given up; that is said, and a second try does it.
func TestWipeWhileSomebodyReads(t *testing.T) {
	o, a, _, id, _ := doneWork(t)
	receiptsTo(t, o, a)
	r, err := OpenReadOnly(ctx, a.path, Options{Home: a.home, Machine: "m1"})
	must(t, err)
	defer r.Close()
	tx, err := r.r.BeginTx(ctx, nil)
	must(t, err)
	var n int
	must(t, tx.QueryRow("SELECT count(*) FROM op").Scan(&n))
	p, err := a.PlanWipe(ctx, id)
	must(t, err)
	_, err = a.Wipe(ctx, id, p.Code)
	wantFault(t, err, "wipe.busy")
	if row := travelOf(t, a, id); row.State != StateWiped || digest(t, a, id) != "" {
		t.Errorf("not wiped: %+v", row)
	}
	must(t, tx.Rollback())
	must(t, a.Scrub(ctx))
	if bytes.Contains(bytesOf(t, a), []byte(marked)) {
		t.Error("traces are left")
	}
	if _, err := a.Check(ctx); err != nil {
		t.Error(err)
	}
}
