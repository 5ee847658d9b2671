package tui

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/store"
	"zoufang/words"
)

// newWizardDriver starts without a book.
func newWizardDriver(t testing.TB, lang words.Lang, w, h int) *driver {
	t.Helper()
	d := &driver{t: t, path: filepath.Join(t.TempDir(), "book.zf"), now: time.Date(2026, 3, 9, 10, 42, 0, 0, time.UTC)}
	d.startWith(Options{
		Lang: lang, Width: WidthNarrow,
		Create: func(ctx context.Context, setup store.Setup) (*store.Book, error) {
			return store.Create(ctx, d.path, d.options(), setup)
		},
		Schemes: shipped(),
		TakeOver: func(ctx context.Context, path, _ string) (*store.Book, error) {
			return store.Open(ctx, path, d.options())
		},
	}, w, h)
	t.Cleanup(func() {
		if b := d.app.env.Book; b != nil {
			d.must(b.Close())
		}
	})
	return d
}

func TestWizardFromNothingToUnits(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newWizardDriver(t, lang, w, h)
		d.Golden("wizard-notice")
		d.Press("enter")
		d.Press("tab", "tab", "tab", "tab", "enter")
		d.Has(words.WizardNoName.In(lang))
		d.Type("李敏")
		d.Press("tab")
		d.Type("１００７")
		d.Press("tab", "tab")
		d.Type("青澜区")
		d.Golden("wizard-who")
		d.Press("enter")
		d.Golden("wizard-how")

		list := filepath.Join(filepath.Dir(d.path), "单位.csv")
		d.must(os.WriteFile(list, []byte("编码,名称,类型\nD01,区民政局,政府部门\nD01,区财政局,政府部门\nS01,甲一街道办事处,\n"), 0o600))
		d.Press("enter")
		d.Has(words.WizardSchemeTitle.In(lang))
		d.Press("enter")
		d.Type(list)
		d.Press("enter")
		d.Golden("import-problems")
		d.Press("enter", "enter")
		d.Has("区民政局")
		d.Lacks("区财政局")
		if me := d.app.env.Book.Me(); me.Name != "李敏" || me.Number != "1007" || me.Role != checklist.RoleMember {
			t.Errorf("me is %+v", me)
		}

		d.Press("ctrl+u")
		d.must(os.WriteFile(list, []byte("编码,名称,类型\nD01,区民政局,政府部门\nD02,区财政局,政府部门\n"), 0o600))
		d.Type(list)
		d.Press("enter")
		d.Has(words.ImportAllGood.In(lang))
		d.Press("enter")
		d.Has("区财政局", words.ImportDone.F(lang, 1, 0, 1))
	})
}

// Whoever only wants to practise is asked nothing.
func TestPractiseFromTheFirstPage(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := &driver{t: t, path: filepath.Join(t.TempDir(), "practice.db"), now: time.Date(2026, 3, 9, 10, 42, 0, 0, time.UTC)}
		d.startWith(Options{Lang: lang, Width: WidthNarrow, Schemes: shipped(),
			Sample: func(ctx context.Context, scheme string) (*store.Book, error) {
				source, _ := schemes.Named(scheme)
				b, err := store.Create(ctx, d.path, d.options(), store.Setup{District: "青澜区", Year: "2026", Demo: true, Scheme: source})
				d.must(err)
				return b, b.SetMe(ctx, checklist.Person{Name: "李敏", Number: "1003", Role: checklist.RoleMember})
			},
		}, w, h)
		d.Golden("wizard-practice")
		d.Press("f6")
		b := d.app.env.Book
		if b == nil || b.Me().Number != "1003" || !b.Info().Demo {
			t.Fatalf("no practice book:\n%s", d.Screen())
		}
		d.must(b.Close())
	})
}

func TestWizardTellsWhyABookCannotBeTakenOver(t *testing.T) {
	d := newWizardDriver(t, words.ZH, 80, 24)
	d.Press("enter")
	d.Type("李敏")
	d.Press("tab", "tab", "tab")
	d.Type("青澜区")
	d.Press("enter", "down", "enter")
	other := filepath.Join(filepath.Dir(d.path), "不是.db")
	d.must(os.WriteFile(other, []byte("这不是数据文件，只是一段文字，写得长一点。"), 0o600))
	d.Type(other)
	d.Press("enter")
	if d.app.env.Book != nil || !d.app.notice.bad {
		t.Fatalf("taken over:\n%s", d.Screen())
	}
	d.Press("esc")
	d.Has(words.WizardHow.ZH)
}

func TestBrowserWalksFolders(t *testing.T) {
	d := newDriver(t, words.ZH, 80, 24)
	dir := filepath.Join(filepath.Dir(d.path), "名单")
	d.must(os.MkdirAll(filepath.Join(dir, "2026"), 0o755))
	d.must(os.WriteFile(filepath.Join(dir, "2026", "单位.xlsx"), nil, 0o600))
	d.must(os.WriteFile(filepath.Join(dir, "2026", "照片.jpg"), nil, 0o600))
	d.Go(Place{Screen: "import"})
	d.Type(dir)
	d.Press("enter")
	d.Has("2026", "文件夹")
	d.Press("down", "enter")
	d.Has("单位.xlsx")
	d.Lacks("照片.jpg")
	d.Press("down", "enter") // an empty file is no workbook
	d.Has("单位.xlsx 里没有内容")
	d.Press("esc")
	d.Has("筛选")
}

// shipped are the schemes that come with the program, as the front door gives them.
func shipped() (list []SchemeChoice) {
	for _, s := range schemes.All() {
		list = append(list, SchemeChoice{Name: s.Name, Source: s.Source})
	}
	return list
}
