package tui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// two is the driver's book and a second laptop's, with a stick between them: real books, real bundles.
type two struct {
	*driver
	other *store.Book
	clock time.Time // of the other laptop
	home  string
	stick string
}

// newTwo opens 李敏's book on a screen, and on the second laptop a book of the same district for somebody else.
func newTwo(t *testing.T, lang words.Lang, w, h int, who checklist.Person) *two {
	t.Helper()
	x := &two{driver: newDriver(t, lang, w, h), clock: time.Date(2026, 3, 9, 10, 51, 0, 0, time.UTC)}
	x.home = filepath.Dir(x.path)
	x.stick = filepath.Join(x.home, "media", "U盘")
	x.must(os.MkdirAll(x.stick, 0o755))
	t.Setenv("HOME", x.home)
	roots := mountRoots
	mountRoots = func() []string { return []string{filepath.Dir(x.stick)} }
	t.Cleanup(func() { mountRoots = roots })
	ctx, dir := context.Background(), t.TempDir()
	b, err := store.Create(ctx, filepath.Join(dir, "other.zf"), store.Options{
		Home: filepath.Join(dir, "home"), Machine: "another", Now: func() time.Time { return x.clock },
	}, store.Setup{District: "青澜区", Year: "2026"})
	x.must(err)
	t.Cleanup(func() { x.must(b.Close()) })
	x.must(b.SetMe(ctx, who))
	x.must(b.SetLabel(ctx, "本机 05"))
	_, err = b.SaveUnits(ctx, []checklist.UnitLine{
		{Unit: checklist.Unit{Code: "D01", Name: "区民政局", Kind: "department", Leader: "王某某"}},
		{Unit: checklist.Unit{Code: "D02", Name: "区财政局", Kind: "department"}},
	})
	x.must(err)
	x.other = b
	return x
}

var zhao = checklist.Person{Name: "赵强", Number: "1012", Role: checklist.RoleMember}

// visit begins the visit of 区民政局 on a book, and gives it.
func (x *two) visit(b *store.Book) *store.Doc {
	x.t.Helper()
	ctx := context.Background()
	id, err := b.StartVisit(ctx, checklist.UnitID("青澜区", "D01"), checklist.Yearly, "")
	x.must(err)
	doc, err := b.Visit(ctx, id)
	x.must(err)
	return doc
}

// contest lets both laptops write another place of the briefing, and the second one a paper too.
func (x *two) contest() checklist.ID {
	x.t.Helper()
	ctx := context.Background()
	x.must(x.book.SaveListen(ctx, x.visit(x.book), checklist.Listen{Place: "局三楼会议室", Presenter: "王某某"}))
	doc := x.visit(x.other)
	x.must(x.other.SaveListen(ctx, doc, checklist.Listen{Place: "局二楼小会议室", Presenter: "王某某"}))
	_, err := x.other.SaveMaterial(ctx, doc, checklist.Material{Name: "借调函", Status: "seen", Note: "两份"})
	x.must(err)
	return doc.ID
}

// disagree lets both laptops write a briefing, carries the second one's over, and opens the contests.
func (x *two) disagree(here, there checklist.Listen) {
	x.t.Helper()
	ctx := context.Background()
	x.must(x.book.SaveListen(ctx, x.visit(x.book), here))
	x.must(x.other.SaveListen(ctx, x.visit(x.other), there))
	x.carry(x.other, x.book)
	x.Go(Place{Screen: "conflicts"})
}

// export writes the second laptop's bundle onto the stick.
func (x *two) export() string {
	x.t.Helper()
	out, err := x.other.Export(context.Background(), x.stick, store.ExportOptions{Relay: true}, nil)
	x.must(err)
	return out.Path
}

// carry merges what one book holds into another, enrolling it.
func (x *two) carry(from, to *store.Book) {
	x.t.Helper()
	ctx := context.Background()
	out, err := from.Export(ctx, x.t.TempDir(), store.ExportOptions{Relay: true}, nil)
	x.must(err)
	for range 2 {
		plan, err := to.Preview(ctx, []string{out.Path}, nil)
		x.must(err)
		for _, u := range plan.Unknown {
			x.must(to.Enrol(ctx, u.ID, u.Label))
		}
		if len(plan.Unknown) == 0 {
			_, err = to.Merge(ctx, plan, nil)
			x.must(err)
		}
	}
}

// Waiting is told by laptop and place, as ranges.
func TestLaptopsWaiting(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.Go(Place{Screen: "laptops"})
	dev := store.DeviceInfo{ID: "ab", Number: 3, Label: "本机 03"}
	x.Send(laptopsMsg{
		all: []store.Device{{DeviceInfo: dev, Trusted: true, Have: 40, Forked: true}},
		wait: []store.Wait{{Device: dev, First: 41, Last: 57}, {Device: dev, First: 60, Last: 60},
			{Device: dev, First: 12, Last: 13, Branch: true}},
	})
	x.Has("41-57 60 12-13（另一支）", "还缺本机 03的第 41-57 60", "记录分岔", "两支都留着")
}
