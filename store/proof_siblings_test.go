package store

import (
	"slices"
	"testing"

	"zoufang/checklist"
)

// What two people do without knowing of each other stays side by side until a person decides: two edits, a withdrawal and
// an edit, a decision and an edit, two decisions. Both laptops and the office see the same.
func TestProperty16Siblings(t *testing.T) {
	t.Parallel()
	listen := func(t *testing.T, b *Book, id checklist.ID, place string) {
		d := visit(t, b, id)
		v := d.Listen
		v.Place = place
		must(t, b.SaveListen(ctx, d, v))
	}
	settle := func(t *testing.T, b *Book, text string) {
		list, err := b.Conflicts(ctx, nil)
		must(t, err)
		if len(list) != 1 {
			t.Fatalf("%d contests before the decision", len(list))
		}
		must(t, b.Decide(ctx, list[0], text, "以照片为准"))
	}
	for name, c := range map[string]struct {
		before  func(t *testing.T, a, b *Book, id checklist.ID) // then they exchange everything, and part
		a, b    func(t *testing.T, b *Book, id checklist.ID)
		kind    Kind
		field   string
		decided string
	}{
		"edit and edit": {
			a:    func(t *testing.T, b *Book, id checklist.ID) { listen(t, b, id, "三楼") },
			b:    func(t *testing.T, b *Book, id checklist.ID) { listen(t, b, id, "五楼") },
			kind: KindListen, field: "place", decided: "五楼"},
		"withdrawal and edit": {
			before: func(t *testing.T, a, b *Book, id checklist.ID) {
				must(t, b.SetMe(ctx, liMin)) // one evaluator on two laptops: findings of others nobody edits
				_, err := a.SaveFinding(ctx, visit(t, a, id), checklist.Finding{Rule: "E1.1", Count: 3, Facts: "超编"})
				must(t, err)
			},
			a: func(t *testing.T, b *Book, id checklist.ID) {
				must(t, b.WithdrawFinding(ctx, visit(t, b, id), visit(t, b, id).Own().Findings[0].ID, "查无实据"))
			},
			b: func(t *testing.T, b *Book, id checklist.ID) {
				d := visit(t, b, id)
				f := d.Own().Findings[0]
				f.Count = 2
				_, err := b.SaveFinding(ctx, d, f)
				must(t, err)
			},
			kind: KindFinding, field: "status", decided: "withdrawn"},
		"decision and edit": {
			before: func(t *testing.T, a, b *Book, id checklist.ID) {
				listen(t, a, id, "三楼")
				listen(t, b, id, "五楼")
			},
			a:    func(t *testing.T, b *Book, id checklist.ID) { settle(t, b, "三楼") },
			b:    func(t *testing.T, b *Book, id checklist.ID) { listen(t, b, id, "六楼") },
			kind: KindListen, field: "place", decided: "六楼"},
		"decision and decision": {
			before: func(t *testing.T, a, b *Book, id checklist.ID) {
				listen(t, a, id, "三楼")
				listen(t, b, id, "五楼")
			},
			a:    func(t *testing.T, b *Book, id checklist.ID) { settle(t, b, "三楼") },
			b:    func(t *testing.T, b *Book, id checklist.ID) { settle(t, b, "五楼") },
			kind: KindListen, field: "place", decided: "五楼"},
	} {
		t.Run(name, func(t *testing.T) {
			a, b, id := pair(t)
			o := newLaptop(t, "office").create(Setup{})
			must(t, o.SetMe(ctx, office))
			exchange := func(books ...*Book) {
				var files []string
				for _, x := range books {
					files = append(files, export(t, x))
				}
				for _, x := range books {
					mergeFiles(t, x, files...)
				}
			}
			for _, x := range []*Book{a, b, o} {
				enrol(t, x, a, b, o)
			}
			if c.before != nil {
				c.before(t, a, b, id)
				exchange(a, b)
			}
			c.a(t, a, id)
			c.b(t, b, id)
			exchange(a, b, o)
			for _, x := range []*Book{a, b, o} {
				list, err := x.Conflicts(ctx, nil)
				must(t, err)
				i := slices.IndexFunc(list, func(k Conflict) bool { return k.Kind == c.kind && k.Field == c.field })
				if i < 0 || len(list[i].Sides) < 2 {
					t.Fatalf("not shown: %+v", list)
				}
			}
			list, err := o.Conflicts(ctx, nil)
			must(t, err)
			for _, k := range list {
				if k.Kind == c.kind && k.Field == c.field {
					must(t, o.Decide(ctx, k, c.decided, "两人一起核对"))
				}
			}
			exchange(a, b, o)
			for _, x := range []*Book{a, b, o} {
				list, err := x.Conflicts(ctx, nil)
				must(t, err)
				if slices.ContainsFunc(list, func(k Conflict) bool { return k.Kind == c.kind && k.Field == c.field }) {
					t.Errorf("decided, and still shown: %+v", list)
				}
			}
		})
	}
}
