package store

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
)

// pair is two evaluators at one unit, each with a book of their own.
func pair(t *testing.T) (a, b *Book, visits checklist.ID) {
	t.Helper()
	a, b = newLaptop(t, "m1").create(Setup{}), newLaptop(t, "m2").create(Setup{})
	must(t, a.SetMe(ctx, liMin))
	must(t, b.SetMe(ctx, zhaoQi))
	id := startCivil(t, a)
	if startCivil(t, b) != id {
		t.Fatal("two laptops that begin the same visit do not meet")
	}
	return a, b, id
}

// work writes what each evaluator finds: findings of their own, and a place of the briefing they do not agree on.
func work(t *testing.T, a, b *Book, id checklist.ID) {
	t.Helper()
	for _, one := range []struct {
		b     *Book
		place string
		count int64
	}{{a, "三楼会议室", 3}, {b, "五楼会议室", 2}} {
		d := visit(t, one.b, id)
		must(t, one.b.SaveListen(ctx, d, checklist.Listen{Place: one.place, StartedAt: "2026-03-09 09:00", KeyPoints: one.place + "，十人到会"}))
		_, err := one.b.SaveFinding(ctx, visit(t, one.b, id), checklist.Finding{Rule: "E1.1", Count: one.count, Facts: "超编"})
		must(t, err)
		_, err = one.b.SaveEntry(ctx, visit(t, one.b, id), checklist.Entry{Step: checklist.StepListen, Text: one.place + "的记录"})
		must(t, err)
		photo := bytes.Repeat([]byte(one.place), 40_000)
		_, err = one.b.Attach(ctx, visit(t, one.b, id), id, "照片.jpg", bytes.NewReader(append([]byte("\xff\xd8\xff\xe0"), photo...)))
		must(t, err)
	}
}

func export(t *testing.T, b *Book) string {
	t.Helper()
	out, err := b.Export(ctx, t.TempDir(), ExportOptions{}, nil)
	must(t, err)
	return out.Path
}

// relay exports what the book holds of all devices.
func relay(t *testing.T, b *Book) string {
	t.Helper()
	out, err := b.Export(ctx, t.TempDir(), ExportOptions{Relay: true}, nil)
	must(t, err)
	return out.Path
}

func enrol(t *testing.T, b *Book, others ...*Book) {
	t.Helper()
	for _, o := range others {
		must(t, b.Enrol(ctx, o.own.id, ""))
	}
}

func mergeFiles(t *testing.T, b *Book, paths ...string) Report {
	t.Helper()
	p, err := b.Preview(ctx, paths, nil)
	must(t, err)
	r, err := b.Merge(ctx, p, nil)
	must(t, err)
	return r
}

// digest is the visible state of a visit, as the office sees it.
func digest(t *testing.T, b *Book, id checklist.ID) string {
	t.Helper()
	rs, err := b.scanVisit(ctx, b.r, id)
	must(t, err)
	keys := slices.SortedFunc(maps.Keys(rs.at), func(x, y register) int {
		return cmp.Or(bytes.Compare(x.record[:], y.record[:]), cmp.Compare(x.field, y.field))
	})
	var s strings.Builder
	for _, k := range keys {
		r := rs.at[k]
		fmt.Fprintf(&s, "%x %d %s", k.record, k.field, r.Text)
		for _, sib := range r.Siblings {
			s.WriteString(" | " + sib.Text + " " + sib.By.Name)
		}
		s.WriteString("\n")
	}
	return s.String()
}

func TestTwoEvaluatorsMeetAtTheOffice(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	fileA, fileB := export(t, a), export(t, b)
	var states []string
	for i, order := range [][]string{{fileA, fileB}, {fileB, fileA}, {fileA, fileB, fileA}} {
		o := newLaptop(t, "office").create(Setup{})
		must(t, o.SetMe(ctx, office))
		enrol(t, o, a, b)
		if i == 2 {
			mergeFiles(t, o, order...) // all at once
		} else {
			for _, f := range order {
				mergeFiles(t, o, f)
			}
		}
		if r := mergeFiles(t, o, order...); r.New != 0 || r.Files[0].Verdict != Known {
			t.Errorf("the second time: %+v", r)
		}
		d := visit(t, o, id)
		if len(d.Sheets) != 2 {
			t.Errorf("%d sheets", len(d.Sheets))
		}
		place := d.Register(checklist.StepID(id, checklist.StepListen), KindListen, "place")
		if !place.Contested || len(place.Siblings) != 2 {
			t.Errorf("place %+v", place)
		}
		var files int
		must(t, o.r.QueryRow("SELECT count(*) FROM file WHERE have = size").Scan(&files))
		if files < 3 {
			t.Errorf("%d files arrived", files)
		}
		states = append(states, digest(t, o, id))
	}
	if states[0] != states[1] || states[1] != states[2] || !strings.Contains(states[0], "五楼会议室的记录") {
		t.Errorf("orders differ:\n%s\n%s\n%s", states[0], states[1], states[2])
	}
}

// Two evaluators can also merge each other's files and go on; nobody's word is lost and both come to one state.
func TestLaptopsMergeEachOther(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	enrol(t, a, b)
	enrol(t, b, a)
	fileA := export(t, a)
	for range 20 {
		_, err := b.SaveEntry(ctx, visit(t, b, id), checklist.Entry{Step: checklist.StepListen, Text: "又一条"})
		must(t, err)
	}
	mergeFiles(t, a, export(t, b))
	mergeFiles(t, b, fileA)
	if a.own.lam < b.own.lam { // what is written next comes after what was read
		t.Errorf("a is at %d, b at %d", a.own.lam, b.own.lam)
	}
	d := visit(t, a, id)
	must(t, a.SaveListen(ctx, d, checklist.Listen{Place: "三楼会议室", StartedAt: "2026-03-09 09:30", KeyPoints: "三楼会议室，十人到会"}))
	mergeFiles(t, b, export(t, a))
	mergeFiles(t, a, export(t, b))
	heads := func(b *Book) (all string) {
		eachRow(t, b, `SELECT hex(d.id), hex(h.record), h.field, h.seq, hex(h.h8) FROM head h JOIN dev d ON d.ix = h.dev ORDER BY 1, 2, 3, 4, 5`,
			func(row []any) { all += fmt.Sprintln(row...) })
		return all
	}
	if x, y := heads(a), heads(b); x != y {
		t.Errorf("%s and %s", x, y)
	}
}

func TestPlanCountsByUnit(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	enrol(t, a, b)
	p, err := a.Preview(ctx, []string{export(t, b)}, nil)
	must(t, err)
	f := p.Files[0]
	if f.Verdict != Ready || !f.Take || f.Person.Name != "赵强" || f.New+f.Same != f.Counts.Changes {
		t.Fatalf("file %+v", f)
	}
	var civil *UnitCount
	for i := range p.Units {
		if p.Units[i].Unit.Name == "区民政局" {
			civil = &p.Units[i]
		}
	}
	if civil == nil || civil.New == 0 || civil.Contested < 2 || civil.Waiting != 0 { // the place and the key points
		t.Fatalf("units %+v", p.Units)
	}
	must(t, p.Discard())
	if left := inboxFiles(t, a); len(left) != 0 {
		t.Errorf("a plan given up leaves %v", left)
	}
}

func inboxFiles(t *testing.T, b *Book) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(b.inbox())
	must(t, err)
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	return names
}
