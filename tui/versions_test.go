package tui

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/words"
)

// newer has the office put another version of the default scheme into the round: E9 and E11 change places, the wording
// of B1 changes, and the version says so.
func (d *driver) newer() *checklist.Scheme {
	d.t.Helper()
	me := d.book.Me()
	d.as(checklist.Person{Name: "孙丽", Number: "0001", Role: checklist.RoleOffice})
	src := string(schemes.Default)
	for _, x := range [][2]string{{`"E9`, `"#`}, {`"E11`, `"E9`}, {`"#`, `"E11`}, {d.app.env.Scheme.Version, "2027.1-new"}} {
		src = strings.ReplaceAll(src, x[0], x[1])
	}
	s, err := d.book.UseScheme(context.Background(), []byte(src), "")
	d.must(err)
	d.as(me)
	return s
}

func TestUnitsOnDifferentVersions(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	old := d.app.env.Scheme
	visit := atVisit(d, Place{Screen: "score", Item: "E9"})
	d.Press("space", "esc")
	d.newer()
	d.restart()
	d.Send(goMsg{[]Place{{Screen: home}}, goJump})
	d.Has("评估中", "另一版", "按 2026.1-draft 评定，本年度现用 2027.1-new")
	d.Press("enter")
	d.Press("f9")
	page := d.app.top().(*score)
	if page.scheme().Hash != old.Hash || d.app.env.Scheme.Hash == old.Hash {
		t.Fatal("the visit is not judged by its own version")
	}
	d.Go(Place{Screen: "score", Visit: visit, Item: "E9"})
	name, _, _ := old.Indicator("E9")
	d.Has("E9 " + name.Name.ZH)
	d.Send(goMsg{[]Place{{Screen: home}}, goJump})
	d.Press("down", "enter", "f9") // a unit that is begun now
	if got := d.app.top().(*score).scheme().Version; got != "2027.1-new" {
		t.Fatalf("a visit begun now is judged by %s", got)
	}
}

func TestMovingTheOwnSheet(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newDriver(t, lang, w, h)
		visit := atVisit(d, Place{Screen: "score", Item: "E9"})
		d.Press("1", "pgdown", "space")
		old := d.app.env.Scheme.Hash
		next := d.newer()
		d.restart()
		d.Send(goMsg{[]Place{{Screen: home}}, goJump})
		d.Go(Place{Screen: "scheme", Visit: visit})
		d.Press("ctrl+o")
		d.Press("esc")
		if d.doc(visit).SchemeHash != old {
			t.Fatal("Esc moved the sheet")
		}
		d.Press("ctrl+o", "enter")
		doc := d.doc(visit)
		if doc.SchemeHash != next.Hash || doc.Own().Standings["E11"].State != checklist.Found || doc.Own().Findings[0].Rule != "E11.1" {
			t.Fatalf("after the move: %s %+v", doc.SchemeHash, doc.Own())
		}
		d.Has(words.VisitOpen.In(lang))
		d.Press("ctrl+z")
		if d.doc(visit).SchemeHash != old {
			t.Error("the move is not undone")
		}
	})
}

func TestASchemeThatHasNotArrived(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	id := checklist.YearlyVisitID(checklist.RoundID("青澜区", "2026"), checklist.UnitID("青澜区", "D01"))
	d.Go(Place{Screen: "score", Visit: id})
	if _, waits := d.app.top().(*unread); !waits {
		t.Fatalf("a screen of a visit that cannot be read:\n%s", d.Screen())
	}
	d.Lacks(words.Reading.ZH)
	d.Press("esc")
	d.Has("区民政局")
}

func TestTheTreeOfAScore(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := onScheme(t, "port-health", lang, w, h)
		r := begin(d, 0)
		r.fail = "B1"
		r.steps()
		r.judge()
		r.expect()
		r.Go(Place{Screen: "score", Visit: r.visit, Item: "B1"})
		r.Press("f9")
		r.Golden("score-rescaled")
		r.Press("ctrl+e")
		r.Golden("explain-rescaled")
		tree := d.app.top().(*explain).tree
		d.Press("+")
		all := len(tree.rows)
		d.Press("-")
		if len(tree.rows) != 1 || all < 60 {
			t.Fatalf("%d rows open, %d closed", all, len(tree.rows))
		}
		d.Press("right", "right")
		if tree.selected().key != string(checklist.NodeTotal) {
			t.Fatalf("right leads to %q", tree.selected().key)
		}
		d.Press("left")
		if tree.at != 0 {
			t.Fatalf("left leads to row %d", tree.at)
		}
		d.Press("esc")
		r.Go(Place{Screen: "review", Visit: r.visit})
		r.Press("tab", "f9")
		r.Golden("review-rescaled")
	})
}

// The tree is the one the command writes: each number of it, with its lines.
func TestTheTreeHoldsWhatTheCommandWrites(t *testing.T) {
	d := onScheme(t, "practice", words.ZH, 80, 24)
	r := begin(d, 0)
	r.steps()
	r.judge()
	r.Press("ctrl+e")
	page := d.app.top().(*explain)
	page.tree.all(true)()
	res := r.result(r.visit)
	shown := map[string]bool{}
	for _, row := range page.tree.rows {
		shown[row.key] = true
	}
	var nodes func(n *checklist.Node, see func(*checklist.Node))
	nodes = func(n *checklist.Node, see func(*checklist.Node)) {
		see(n)
		for _, p := range n.Parts {
			nodes(p, see)
		}
	}
	lines := 0
	nodes(checklist.Tree(r.s, &res), func(n *checklist.Node) {
		lines += 1 + len(n.Arithmetic())
		if !shown[n.Key()] {
			t.Errorf("%s is not in the tree", n.Key())
		}
	})
	if lines != len(page.tree.rows) {
		t.Errorf("%d rows, %d numbers and lines", len(page.tree.rows), lines)
	}
}

func TestMarksAreTyped(t *testing.T) {
	d := onScheme(t, "service-window", words.ZH, 80, 24)
	r := begin(d, 0)
	d.Go(Place{Screen: "score", Visit: r.visit, Item: "A1"})
	d.Has("未评")
	mark := func() checklist.Points {
		list := d.active(r.visit, "A1.1")
		if len(list) != 1 {
			t.Fatalf("%d marks", len(list))
		}
		return list[0].Mark
	}
	d.Press("space")
	if x, _ := d.app.top().(*score).score().Indicator("A1"); x.Known {
		t.Fatal("a verdict without a mark carries points")
	}
	d.Type("6．5")
	if mark() != 650 {
		t.Fatalf("the mark is %s", mark())
	}
	d.Wait(3e9)
	d.Type("9")
	d.Has("9.00 超过满分 8.00")
	d.Type("7.3")
	d.Has("7.30 不是 0.50 的整数倍")
	if mark() != 700 {
		t.Fatalf("the mark is %s", mark())
	}
	d.Press("left")
	if mark() != 650 {
		t.Fatalf("one step less is %s", mark())
	}
	d.Wait(3e9)
	d.Type("0")
	if x, _ := d.app.top().(*score).score().Indicator("A1"); mark() != 0 || !x.Known || x.Awarded != 0 {
		t.Fatal("0 is a mark")
	}
}

// Many categories with long names scroll in the row of tabs; the current one is seen whole.
func TestTabsScroll(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	var tabs []string
	for i := range 12 {
		tabs = append(tabs, strings.Repeat("ABCDEFGH", 2)[:4+i]+" 10/12")
	}
	for _, w := range []int{80, 120} {
		for cur := -1; cur < len(tabs); cur++ {
			row := d.app.env.scrollTabs(tabs, cur, w)
			if got := d.app.env.Width(row); got > w {
				t.Fatalf("%d cells of %d", got, w)
			}
			if cur >= 0 && !strings.Contains(row, tabs[cur]+"]") {
				t.Errorf("tab %d of %q is not seen whole", cur, row)
			}
		}
	}
}

func TestSchemePages(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := onScheme(t, "port-health", lang, w, h)
		d.Press("f2")
		d.Type(words.PageOfRound.In(lang))
		d.Press("enter")
		d.Golden("scheme")
		d.Press("+")
		for range 400 {
			d.Screen()
			d.Press("down")
		}
		d.Press("end")
		d.Screen()
	})
	for _, x := range schemes.All() {
		for _, lang := range []words.Lang{words.ZH, words.EN} {
			d := onScheme(t, x.Name, lang, 80, 24)
			d.Go(Place{Screen: "scheme"})
			d.Press("+")
			for range 60 {
				d.Press("pgdown")
				d.Screen()
			}
		}
	}
}

func TestWizardChoosesAScheme(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newWizardDriver(t, lang, w, h)
		d.Press("enter")
		d.Type("李敏")
		d.Press("tab", "tab", "tab")
		d.Type("青澜区")
		d.Press("enter", "end", "enter")
		d.Golden("wizard-scheme")
		d.Press("end", "enter")
		file := filepath.Join(filepath.Dir(d.path), "ours.yaml")
		d.must(os.WriteFile(file, []byte(strings.Replace(string(schemes.New), "schema_version: 1", "schema_version: 1\nschem: 2", 1)), 0o600))
		d.Type(file)
		d.Press("enter")
		screen := d.Screen()
		d.Golden("wizard-problems")
		d.Press("enter")
		if d.app.env.Book != nil {
			t.Fatalf("a book was made of a scheme with errors:\n%s", screen)
		}
		d.must(os.WriteFile(file, schemes.New, 0o600))
		d.Press("ctrl+u", "enter")
		if d.app.env.Book == nil {
			t.Fatalf("no book:\n%s", d.Screen())
		}
		want, err := checklist.LoadScheme(schemes.New)
		d.must(err)
		if d.app.env.Scheme.Hash != want.Hash {
			t.Error("the book has another scheme")
		}
	})
}

// Two sheets of one visit under two versions: each is shown by its own.
func TestSheetsUnderDifferentVersions(t *testing.T) {
	d := newDriver(t, words.ZH, 120, 40)
	ctx := context.Background()
	visit := atVisit(d, Place{Screen: "visit"})
	d.must(d.book.SetStanding(ctx, d.doc(visit), "E9", checklist.Nil, ""))
	d.as(checklist.Person{Name: "赵强", Number: "1008", Role: checklist.RoleMember})
	d.must(d.book.SetStanding(ctx, d.doc(visit), "E9", checklist.Nil, ""))
	next := d.newer()
	plan, err := d.book.PlanMove(ctx, d.doc(visit), next.Hash, nil)
	d.must(err)
	d.must(d.book.MoveSheet(ctx, plan, "换新版"))
	d.must(d.book.CloseSheet(ctx, d.doc(visit)))
	d.as(checklist.Person{Name: "李敏", Number: "1007", Role: checklist.RoleMember})
	d.must(d.book.CloseSheet(ctx, d.doc(visit)))
	d.restart()
	d.Send(goMsg{[]Place{{Screen: home}, {Screen: "review", Visit: visit}}, goJump})
	r := d.app.top().(*review)
	if len(r.sheets) != 2 {
		t.Fatalf("%d sheets", len(r.sheets))
	}
	for range r.sheets {
		own := r.sheet().Person.Name == "李敏"
		if got := r.scheme().Hash == next.Hash; got == own {
			t.Errorf("the sheet of %s is shown under %s", r.sheet().Person.Name, r.scheme().Version)
		}
		id := map[bool]string{true: "E9", false: "E11"}[own]
		if x, _ := r.res.Indicator(id); !x.Known {
			t.Errorf("%s is not scored on the sheet of %s", id, r.sheet().Person.Name)
		}
		d.Press("f9", "ctrl+e")
		d.Has(r.scheme().Version)
		d.Press("esc", "f9", "right")
	}
}
