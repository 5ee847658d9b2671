package tui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// newOffice opens the office's book: four units, two teams, a leading group, a plan with a clash, one daily visit.
func newOffice(t testing.TB, lang words.Lang, w, h int, planned bool) *driver {
	t.Helper()
	d := &driver{t: t, path: filepath.Join(t.TempDir(), "book.zf"), now: time.Date(2026, 3, 9, 10, 42, 0, 0, time.UTC)}
	ctx := context.Background()
	b, err := store.Create(ctx, d.path, d.options(), store.Setup{District: "青澜区", Year: "2026"})
	d.must(err)
	d.must(b.SetMe(ctx, checklist.Person{Name: "赵丽", Number: "0001", Role: checklist.RoleOffice}))
	_, err = b.SaveUnits(ctx, []checklist.UnitLine{
		{Unit: checklist.Unit{Code: "D01", Name: "青澜区民政局", Kind: "department"}, Ledger: map[string]int64{"auth_admin": 32}},
		{Unit: checklist.Unit{Code: "D02", Name: "青澜区财政局", Kind: "department"}},
		{Unit: checklist.Unit{Code: "D03", Name: "青澜区教育局", Kind: "department"}},
		{Unit: checklist.Unit{Code: "S01", Name: "鹿鸣桥街道办事处", Kind: "subdistrict"}},
	})
	d.must(err)
	if planned {
		d.organise(b)
	}
	d.start(b, lang, w, h)
	return d
}

func (d *driver) organise(b *store.Book) {
	d.t.Helper()
	ctx := context.Background()
	must2 := func(_ store.Saved, err error) { d.t.Helper(); d.must(err) }
	must2(b.SavePeople(ctx, []checklist.Person{
		{Name: "周明远", Number: "1001", Role: checklist.RoleLeader, Team: "一组"}, {Name: "李敏", Number: "1003", Role: checklist.RoleMember, Team: "一组"},
		{Name: "陈小雨", Number: "1006", Role: checklist.RoleRecorder, Team: "一组"}, {Name: "何秋实", Number: "2001", Role: checklist.RoleLeader, Team: "二组"},
	}))
	must2(b.SaveGroup(ctx, []checklist.GroupMember{{Name: "方志远", Post: "区委常委、常务副区长", Duty: checklist.DutyHead},
		{Name: "林岚", Post: "区委编办主任", Duty: checklist.DutyDeputy, Categories: "A B", Releases: true}}))
	id := func(number string) checklist.ID { return checklist.PersonID("青澜区", number) }
	d.must(b.Declare(ctx, checklist.Interest{Person: id("1001")}))
	d.must(b.Declare(ctx, checklist.Interest{Person: id("1003"), Unit: checklist.UnitID("青澜区", "D03"), What: "原单位，2024年调出"}))
	d.must(b.OpenRound(ctx, "2026-03-02", "2026-12-20", "试评"))
	base, err := b.PlanBase(ctx)
	d.must(err)
	var rows []checklist.TableRow
	for i, line := range strings.Split("编码,组,日期,时间,地点,备注\nD01,一组,2026-03-09,09:00,局三楼会议室,带上年问题\nD02,一组,2026-03-09,09:30,局二楼,\nD03,一组,2026-03-10,,,", "\n") {
		rows = append(rows, checklist.TableRow{No: i + 1, Cells: strings.Split(line, ",")})
	}
	table := checklist.CheckPlan(base, rows)
	must2(b.SavePlan(ctx, table.Lines, "人手不够，主任同意"))
	visit, err := b.StartVisit(ctx, checklist.UnitID("青澜区", "D01"), checklist.Yearly, "")
	d.must(err)
	doc, err := b.Visit(ctx, visit)
	d.must(err)
	d.must(b.SaveListen(ctx, doc, checklist.Listen{Place: "局三楼会议室"}))
	_, err = b.StartVisit(ctx, checklist.UnitID("青澜区", "S01"), checklist.Daily, "2026-03-04")
	d.must(err)
}

func TestOfficePages(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newOffice(t, lang, w, h, true)
		for _, name := range []string{"plan", "board", "coverage", "teams", "group", "task"} {
			d.Go(Place{Screen: name})
			if name == "task" { // sticks and folders are this machine's
				d.Has(words.TaskHint.In(lang))
				d.Has(words.TaskUnknown.In(lang))
			} else {
				d.Golden("office-" + name)
			}
			d.Press("esc")
		}
	})
}

func TestOfficePagesSayWhenThereIsNothing(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newOffice(t, lang, w, h, false)
		for _, c := range []struct {
			screen string
			says   words.Text
		}{{"plan", words.DayEmpty}, {"teams", words.TeamsEmptyHere}, {"group", words.GroupNone}, {"task", words.TaskNobody}} {
			d.Go(Place{Screen: c.screen})
			d.Has(first(words.Text(c.says).In(lang), 20))
			d.Press("esc")
		}
	})
}

// first is the beginning of a sentence that may be broken into lines.
func first(s string, n int) string {
	r := []rune(s)
	return string(r[:min(n, len(r))])
}

func TestThePlanOfTheDay(t *testing.T) {
	d := newOffice(t, words.ZH, 80, 24, true)
	d.Go(Place{Screen: "plan"})
	d.Has("3月9日 周一  今天")
	d.Has("同时去两处")
	d.Press("right")
	d.Has("3月10日")
	d.Has("原单位")
	d.Press("right")
	d.Has("没有定日期的")
	d.Has("鹿鸣桥")
	d.Press("left", "left")
	d.Type("czj")
	d.Has("财政局")
	if strings.Contains(d.Screen(), "局三楼") {
		t.Errorf("the filter lets everything through:\n%s", d.Screen())
	}
	d.Press("enter") // begins the visit
	if v, ok := d.app.top().(*visit); !ok || v == nil {
		t.Fatalf("no visit:\n%s", d.Screen())
	}
}

func TestDeclaringOnTheScreen(t *testing.T) {
	d := newOffice(t, words.ZH, 80, 24, true)
	d.Go(Place{Screen: "teams"})
	d.Type("何秋实")
	d.Has("还没有申报")
	d.Press("f5")
	d.Has("没有需要回避的")
	d.Press("f6")
	d.Type("民政")
	d.Press("enter")
	d.Type("配偶任职")
	d.Press("enter")
	d.Has("有 1 处")
	d.Has("配偶任职")
	d.Press("f7", "enter")
	d.Type("报错了")
	d.Press("enter")
	d.Has("还没有申报")
}

func TestChangingTheGroupOnTheScreen(t *testing.T) {
	d := newOffice(t, words.ZH, 80, 24, true)
	d.Go(Place{Screen: "group"})
	d.Press("f5")
	d.Type("何静")
	d.Press("tab")
	d.Type("区财政局长")
	d.Press("tab", "tab")
	d.Type("ｅ，Z")
	d.Press("enter")
	d.Has("没有类别")
	d.Press("backspace", "backspace", "enter")
	d.Has("已存：何静")
	list, err := d.book.Group(context.Background())
	d.must(err)
	if len(list) != 3 || list[2].Name != "何静" || list[2].Categories != "E" || list[2].Duty != checklist.DutyMember {
		t.Errorf("group %+v", list)
	}
	d.Press("down", "down", "f7")
	d.Type("调走")
	d.Press("enter")
	d.Has("已存：何静")
	if list, err = d.book.Group(context.Background()); err != nil || len(list) != 2 {
		t.Errorf("group %+v, %v", list, err)
	}
}

func TestLoadingTheLedgerOnTheScreen(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newOffice(t, lang, w, h, true)
		dir := filepath.Dir(d.path)
		good, bad := filepath.Join(dir, "台账.csv"), filepath.Join(dir, "坏.csv")
		d.must(os.WriteFile(good, []byte("单位,核定行政编制,实有行政编制人员\nD01,30,33\n"), 0o600))
		d.must(os.WriteFile(bad, []byte("单位,核定行政编制\nD01,三十\nD99,1\n"), 0o600))
		d.Go(Place{Screen: "load", Item: "ledger"})
		d.Type(bad)
		d.Press("enter", "enter")
		d.Has(words.LoadNoDay.In(lang))
		d.Type("2026-02-28")
		d.Press("enter")
		d.Golden("load-bad")
		d.Press("enter")
		d.Has(words.LoadBad.In(lang))
		d.Press("esc", "esc")
		d.Go(Place{Screen: "load", Item: "ledger"})
		d.Type(good)
		d.Press("enter")
		d.Type("2026-02-28")
		d.Press("enter")
		d.Golden("load-good")
		d.Press("enter")
		list, err := d.book.Ledger(context.Background(), checklist.UnitID("青澜区", "D01"))
		d.must(err)
		if len(list) != 2 || list[0].N != 30 || list[0].AsOf != "2026-02-28" {
			t.Errorf("ledger %+v", list)
		}
	})
}

func TestTaskBundlesOnTheScreen(t *testing.T) {
	d := newOffice(t, words.ZH, 80, 24, true)
	stick := filepath.Join(filepath.Dir(d.path), "media", "U盘")
	d.must(os.MkdirAll(stick, 0o755))
	t.Setenv("HOME", filepath.Dir(d.path))
	roots := mountRoots
	mountRoots = func() []string { return []string{filepath.Dir(stick)} }
	t.Cleanup(func() { mountRoots = roots })
	d.Go(Place{Screen: "task"})
	d.Press("f9")
	d.Has("先勾选给谁")
	d.Press("f5", "f7")
	d.Has("不封装")
	d.Press("f9")
	d.Has("写好了 3 份")
	files, err := filepath.Glob(filepath.Join(stick, "*.zfb"))
	d.must(err)
	if len(files) != 3 {
		t.Errorf("wrote %v", files)
	}
}

func TestAMemberCannotOrganise(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	d.Press("f2")
	d.Type("任务包")
	if strings.Contains(d.Screen(), words.TaskJump.ZH) {
		t.Errorf("the palette offers a member the office's work:\n%s", d.Screen())
	}
	d.Press("esc")
	d.Go(Place{Screen: "group"})
	d.Press("f5")
	d.Has("只有编办能改")
}
