package store

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

var (
	officer = checklist.Person{Name: "赵丽", Number: "0001", Role: checklist.RoleOffice}
	teamA   = checklist.Person{Name: "周明远", Number: "1001", Role: checklist.RoleLeader, Team: "一组"}
	teamB   = checklist.Person{Name: "何秋实", Number: "2001", Role: checklist.RoleLeader, Team: "二组"}
)

func unitOfCode(code string) checklist.ID { return checklist.UnitID("青澜区", code) }

// organised is an office's book with three units, two teams, a plan, ledger numbers, past findings, slips and notes. Team
// 一组 has D01 and D02, team 二组 has D03.
func organised(t *testing.T) *Book {
	t.Helper()
	b := newLaptop(t, "office").create(Setup{District: "青澜区", Year: "2026"})
	must(t, b.SetMe(ctx, officer))
	_, err := b.SavePeople(ctx, []checklist.Person{teamA, teamB})
	must(t, err)
	for i, name := range []string{"青澜区民政局", "青澜区财政局", "青澜区教育局"} {
		code := []string{"D01", "D02", "D03"}[i]
		_, err := b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: code, Name: name, Kind: "department", Leader: "领导" + code},
			Ledger: map[string]int64{"auth_admin": int64(7000 + i)}}})
		must(t, err)
		unit := unitOfCode(code)
		must(t, b.SavePast(ctx, []checklist.Past{{Unit: unit, Year: "2025", Rule: "E1.1", Count: 1, Facts: "上年问题" + code, State: "open"}}))
		_, err = b.SaveSlip(ctx, checklist.Slip{}, checklist.Slip{Unit: unit, Number: "督" + code, Facts: "确认单" + code, State: "issued"})
		must(t, err)
	}
	plan(t, b, "单位,组,日期\nD01,一组,3月9日\nD02,一组,3月10日\nD03,二组,3月9日\n")
	return b
}

// rowsOf is a table written as CSV without quotes.
func rowsOf(text string) (rows []checklist.TableRow) {
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		rows = append(rows, checklist.TableRow{No: i + 1, Cells: strings.Split(line, ",")})
	}
	return rows
}

// plan imports a plan that has no problems.
func plan(t *testing.T, b *Book, text string) Saved {
	t.Helper()
	base, err := b.PlanBase(ctx)
	must(t, err)
	table := checklist.CheckPlan(base, rowsOf(text))
	if len(table.Problems) > 0 {
		t.Fatalf("problems: %v", table.Problems)
	}
	s, err := b.SavePlan(ctx, table.Lines, "")
	must(t, err)
	return s
}

// fresh starts a laptop from a task bundle, as the wizard does.
func fresh(t *testing.T, office *Book, path string) *Book {
	t.Helper()
	b := newLaptop(t, "fresh"+t.Name()).create(Setup{District: "青澜区", Year: "2026"})
	must(t, b.Enrol(ctx, office.own.id, ""))
	p, err := b.Preview(ctx, []string{path}, nil)
	must(t, err)
	for i := range p.Files {
		p.Files[i].Start = true
	}
	r, err := b.Merge(ctx, p, nil)
	must(t, err)
	if r.Files[0].Verdict != Merged {
		t.Fatalf("verdict %v: %v", r.Files[0].Verdict, r.Files[0].Fault)
	}
	must(t, b.EnrolOffice(ctx, office.own.id, ""))
	return b
}

func TestATaskBundleCarriesItsOwnUnitsOnly(t *testing.T) {
	b := organised(t)
	for _, code := range []string{"D01", "D03"} { // what the office recorded in visits stays out too
		id, err := b.StartVisit(ctx, unitOfCode(code), checklist.Yearly, "")
		must(t, err)
		_, err = b.SaveEntry(ctx, visit(t, b, id), checklist.Entry{Step: checklist.StepListen, Text: "秘密记录" + code})
		must(t, err)
	}
	people := b.People()
	who := people[slices.IndexFunc(people, func(p checklist.Person) bool { return p.Name == teamA.Name })]
	x, err := b.ExportTask(ctx, t.TempDir(), Task{Person: who.ID}, Sealing{}, nil)
	must(t, err)
	if len(x.Units) != 2 || x.Kept == 0 {
		t.Errorf("units %v, kept back %d", x.Units, x.Kept)
	}
	file, err := os.ReadFile(x.Path)
	must(t, err)
	raw := unpacked(t, x.Path)
	for _, secret := range []string{"青澜区教育局", "D03", "秘密记录"} {
		if bytes.Contains(file, []byte(secret)) || strings.Contains(raw, secret) {
			t.Errorf("%s is in the bundle", secret)
		}
	}
	for _, wanted := range []string{"青澜区民政局", "上年问题D02", "确认单D01", "何秋实"} {
		if !strings.Contains(raw, wanted) {
			t.Errorf("%s is not in the bundle", wanted)
		}
	}

	laptop := fresh(t, b, x.Path)
	rows, err := laptop.Units(ctx)
	must(t, err)
	if len(rows) != 2 || rows[0].Waiting+rows[1].Waiting > 0 {
		t.Fatalf("units %v", rows)
	}
	wait, err := laptop.Waiting(ctx)
	must(t, err)
	if len(wait) > 0 {
		t.Errorf("waits for %v", wait)
	}
	kept, err := laptop.KeptBack(ctx)
	must(t, err)
	if len(kept) != 1 || kept[0].Changes == 0 {
		t.Errorf("kept back %v", kept)
	}
	if l, err := laptop.Ledger(ctx, unitOfCode("D02")); err != nil || len(l) != 1 || l[0].N != 7001 {
		t.Errorf("ledger %v, %v", l, err)
	}
	sched, err := laptop.Schedule(ctx)
	must(t, err)
	if len(sched) != 2 || sched[0].Slot.Day != "2026-03-09" || len(sched[0].People) != 1 {
		t.Errorf("plan %+v", sched)
	}
}

// unpacked is every value of a bundle, as inspecting it shows.
func unpacked(t *testing.T, path string) string {
	t.Helper()
	f, err := os.Open(path)
	must(t, err)
	defer f.Close()
	var out strings.Builder
	must(t, bundle.Read(f, bundle.Sink{
		Header: func(h bundle.Header) error {
			for _, u := range h.Units {
				out.WriteString(u.Code + u.Name)
			}
			return nil
		},
		Change: func(e *bundle.Entry) error { out.Write(e.Body); return nil },
		Text:   func(_ bundle.Hash, salted []byte) error { out.Write(salted); return nil },
	}))
	return out.String()
}

func TestWhatOthersWroteIsHandedOutWithoutContests(t *testing.T) {
	office := organised(t)
	other := newLaptop(t, "other").create(Setup{District: "青澜区", Year: "2026"})
	must(t, other.SetMe(ctx, teamB))
	enrol(t, other, office)
	mergeFiles(t, other, export(t, office))
	for _, code := range []string{"D01", "D03"} { // a slip that somebody else wrote of a unit of the task, and one of another's
		_, err := other.SaveSlip(ctx, checklist.Slip{}, checklist.Slip{Unit: unitOfCode(code), Number: "他" + code, Facts: "他人所记" + code, State: "issued"})
		must(t, err)
	}
	slips, err := other.Slips(ctx, unitOfCode("D01"))
	must(t, err)
	now := slips[0]
	now.Demand = "限期改正"
	_, err = other.SaveSlip(ctx, slips[0], now)
	must(t, err)
	enrol(t, office, other)
	mergeFiles(t, office, export(t, other))

	x, err := office.ExportTask(ctx, t.TempDir(), Task{Team: "一组"}, Sealing{}, nil)
	must(t, err)
	if raw := unpacked(t, x.Path); strings.Contains(raw, "他人所记D03") || !strings.Contains(raw, "他人所记D01") || !strings.Contains(raw, "限期改正") {
		t.Fatal("the task does not carry what others wrote of its units alone")
	}
	laptop := fresh(t, office, x.Path)
	must(t, laptop.SetMe(ctx, teamA))
	slips, err = laptop.Slips(ctx, unitOfCode("D01"))
	must(t, err)
	if len(slips) != 2 {
		t.Fatalf("slips %v", slips)
	}
	if wait, err := laptop.Waiting(ctx); err != nil || len(wait) > 0 {
		t.Errorf("waits for %v, %v", wait, err)
	}
	kept, err := laptop.KeptBack(ctx)
	must(t, err)
	if len(kept) != 2 {
		t.Errorf("kept back %v", kept)
	}
	i := slices.IndexFunc(slips, func(s checklist.Slip) bool { return s.Number == "他D01" })
	mine := slips[i]
	mine.Demand = "限期改正并报送"
	_, err = laptop.SaveSlip(ctx, slips[i], mine)
	must(t, err)

	// Everything that comes later fills the gaps, in any order, and nothing is contested anywhere.
	enrol(t, laptop, other)
	mergeFiles(t, laptop, export(t, other), relay(t, office))
	enrol(t, office, laptop)
	mergeFiles(t, office, export(t, laptop))
	for _, b := range []*Book{laptop, office} {
		open, err := b.Conflicts(ctx, nil)
		must(t, err)
		if len(open) > 0 {
			t.Errorf("contested: %v", open)
		}
		if rows, err := b.Units(ctx); err != nil || len(rows) != 3 {
			t.Errorf("units %v, %v", rows, err)
		}
		list, err := b.Slips(ctx, unitOfCode("D01"))
		must(t, err)
		if !slices.ContainsFunc(list, func(s checklist.Slip) bool { return s.Demand == "限期改正并报送" }) {
			t.Errorf("slips %+v", list)
		}
	}
	if kept, err = laptop.KeptBack(ctx); err != nil || len(kept) > 0 {
		t.Errorf("still kept back: %v, %v", kept, err)
	}
}

func TestOnlyTheOfficeKeepsBackWhatOthersWrote(t *testing.T) {
	office := organised(t)
	other := newLaptop(t, "other").create(Setup{District: "青澜区", Year: "2026"})
	must(t, other.SetMe(ctx, teamB))
	enrol(t, office, other)
	mergeFiles(t, office, export(t, other))
	x, err := office.ExportTask(ctx, t.TempDir(), Task{Team: "一组"}, Sealing{}, nil)
	must(t, err)
	stranger := newLaptop(t, "stranger").create(Setup{District: "青澜区", Year: "2026"})
	enrol(t, stranger, office) // as a laptop like any other
	mergeFiles(t, stranger, x.Path)
	kept, err := stranger.KeptBack(ctx)
	must(t, err)
	if len(kept) != 1 || kept[0].Device.ID != office.own.id.String() {
		t.Errorf("a laptop that is not the office's kept back %v", kept)
	}
}

func TestTasksSayWhoCannotOpenThem(t *testing.T) {
	o, a, _ := keyedDesk(t)
	_, err := o.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "D09", Name: "青澜区司法局", Kind: "department"}}})
	must(t, err)
	must(t, o.SetMe(ctx, officer))
	_, err = o.SavePeople(ctx, []checklist.Person{teamA})
	must(t, err)
	plan(t, o, "单位,组\nD09,一组\n")
	_, err = o.ExportTask(ctx, t.TempDir(), Task{Team: "一组"}, Sealing{}, nil)
	wantFault(t, err, "task.laptop")
	x, err := o.ExportTask(ctx, t.TempDir(), Task{Team: "一组"}, Sealing{Passphrase: "一二三四五六七八"}, nil)
	must(t, err)
	if x.Sealed == nil || !x.Sealed.Passphrase {
		t.Error("not under the passphrase")
	}
	_, err = o.ExportTask(ctx, t.TempDir(), Task{Team: "三组"}, Sealing{Plain: true}, nil)
	wantFault(t, err, "task.none")
	_, err = a.ExportTask(ctx, t.TempDir(), Task{Team: "一组"}, Sealing{Plain: true}, nil)
	wantFault(t, err, "office.only")
}
