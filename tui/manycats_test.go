package tui

import (
	"context"
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/store"
	"zoufang/words"
)

// broad is a scheme with 12 categories of long ids and 80 indicators, made of the practice one.
func broad(t testing.TB) []byte {
	t.Helper()
	src, _ := schemes.Named("practice")
	var b strings.Builder
	b.WriteString("categories:\n")
	for c := range 12 {
		n := 6 + c%2 + btoi(c < 2) // 80 of them
		id := fmt.Sprintf("CATEGORY%02d", c+1)
		fmt.Fprintf(&b, "  - {id: %s, zh: 第%d大类名称很长很长很长很长很长很长, en: Category number %d, weight: %d, indicators: [\n", id, c+1, c+1, n)
		for i := range n {
			fmt.Fprintf(&b, "    {id: %s.%d, zh: 指标, en: An indicator, full: 1, methods: [check], rules: [{id: %s.%d.1, mode: zero, zh: 缺, en: missing}]},\n", id, i+1, id, i+1)
		}
		b.WriteString("  ]}\n")
	}
	text := regexp.MustCompile(`(?s)categories:\n.*?\nbonus:`).ReplaceAllLiteralString(string(src), b.String()+"\nbonus:")
	text = regexp.MustCompile(`(?s)\nwarnings:\n.*?\nsupervision_slip:`).ReplaceAllLiteralString(text, "\nwarnings: []\n\nsupervision_slip:")
	for _, x := range [][2]string{{"indicator_count: 3", "indicator_count: 80"}, {`total_by: "weights"`, `total_by: "rescaled"`}, {`rule_if_failed: "A2.2"`, `rule_if_failed: ""`}} {
		text = strings.Replace(text, x[0], x[1], 1)
	}
	return []byte(text)
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Many categories with long ids and many indicators: every page fits, and the current category is always seen.
func TestManyCategories(t *testing.T) {
	src := broad(t)
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := &driver{t: t, path: filepath.Join(t.TempDir(), "book.zf"), now: time.Date(2026, 3, 9, 10, 42, 0, 0, time.UTC)}
		ctx := context.Background()
		b, err := store.Create(ctx, d.path, d.options(), store.Setup{District: "青澜区", Year: "2026", Scheme: src})
		d.must(err)
		d.must(b.SetMe(ctx, checklist.Person{Name: "李敏", Number: "1007", Role: checklist.RoleMember}))
		_, err = b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "U01", Name: "区档案馆", Kind: "unit"}}})
		d.must(err)
		d.start(b, lang, w, h)
		d.Press("enter", "f9")
		inds := d.app.env.Scheme.Indicators("unit")
		if len(inds) != 80 {
			t.Fatalf("%d indicators", len(inds))
		}
		for i, ind := range inds {
			page := d.app.top().(*score)
			if page.indicator != ind.ID {
				t.Fatalf("page %d is about %s", i, page.indicator)
			}
			_, cat, _ := page.scheme().Indicator(ind.ID)
			d.Has("["+cat.ID, ind.ID)
			d.Press("pgdown")
		}
		d.Press("shift+tab", "f9", "ctrl+e", "+", "end")
		d.Screen()
		d.Go(Place{Screen: "review", Visit: d.app.top().(*explain).visit})
		d.Press("f9", "tab")
		d.Screen()
	})
}
