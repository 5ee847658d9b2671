package checklist

import (
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// sameAmount compares an amount with the exact value, and its rounding with the schoolbook's.
func sameAmount(t *rapid.T, name string, got Amount, want *big.Rat) {
	if got.Known != (want != nil) {
		t.Fatalf("%s known: %v, reference %v", name, got.Known, want)
	}
	if want == nil {
		return
	}
	if got.Exact().Cmp(want) != 0 {
		t.Fatalf("%s is %s, reference %s", name, got.Ratio(), want.RatString())
	}
	if p := halfUp(new(big.Rat).Mul(want, big.NewRat(100, 1))); p != got.Points {
		t.Fatalf("%s rounds to %v, reference %v", name, got.Points, p)
	}
}

// scored draws a scheme, a sheet and its result; a third of the draws are of the default scheme.
func scored(t *rapid.T) (*Scheme, Input, Result) {
	s := DefaultScheme()
	if rapid.IntRange(0, 2).Draw(t, "own scheme") > 0 {
		s = genLoaded(t)
	}
	in := genSheet(t, s)
	if rapid.IntRange(0, 2).Draw(t, "finished") > 0 {
		finish(t, s, &in)
	}
	return s, in, Score(s, in)
}

// finish gives a verdict, and a mark where one is awarded directly, to what has none: few drawn sheets are complete.
func finish(t *rapid.T, s *Scheme, in *Input) {
	for range 2 { // the verdict first, then the mark
		r := Score(s, *in)
		for _, c := range r.Categories {
			for _, x := range c.Indicators {
				switch i := slices.IndexFunc(x.Indicator.Rules, func(r Rule) bool { return r.Mode == Given }); {
				case x.Known || x.Removed():
				case x.Status == StatusNoMark:
					f := genFinding(t, x.Indicator, &x.Indicator.Rules[i], testID(len(in.Sheet.Findings)+1))
					f.Status, f.Mark = "", f.Mark/x.Indicator.Rules[i].Step*x.Indicator.Rules[i].Step
					in.Sheet.Findings = append(in.Sheet.Findings, f)
				default:
					in.Sheet.Standings[x.Indicator.ID] = Standing{Indicator: x.Indicator.ID, State: Nil}
				}
			}
		}
	}
}

func TestScoreIsTheReference(t *testing.T) {
	complete, failed := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		s, in, r := scored(t)
		ref := reference(s, in)
		for c := range r.Categories {
			cat := &r.Categories[c]
			for i := range cat.Indicators {
				x := &cat.Indicators[i]
				want := ref.awarded[x.Indicator.ID]
				if x.Known != (want != nil) || x.Removed() != ref.removed[x.Indicator.ID] {
					t.Fatalf("%s: known %v removed %v, reference %v %v", x.Indicator.ID, x.Known, x.Removed(), want, ref.removed[x.Indicator.ID])
				}
				if want != nil && rat(int64(x.Awarded)).Cmp(want) != 0 {
					t.Fatalf("%s awarded %v, reference %s", x.Indicator.ID, x.Awarded, want.RatString())
				}
			}
			sameAmount(t, cat.Category.ID, cat.Score, ref.category[cat.Category.ID])
		}
		if r.Of-r.Scored != ref.open || r.Complete != (ref.base != nil) {
			t.Fatalf("open %d complete %v, reference %d", r.Of-r.Scored, r.Complete, ref.open)
		}
		sameAmount(t, "bonus", whole(r.Bonus), ref.bonus)
		sameAmount(t, "base", r.Base, ref.base)
		sameAmount(t, "total", r.Total, ref.total)
		sameAmount(t, "performance", r.Performance, ref.result)
		refKeys(t, s, &r, ref)
		complete, failed = complete+map[bool]int{true: 1}[r.Complete], failed+min(1, len(r.KeyFailed))
	})
	if complete < 25 || failed < 5 {
		t.Errorf("%d complete results, %d with a failed key item: the sheets say too little", complete, failed)
	}
}

// refKeys compares the key items, the grade and whether it passed.
func refKeys(t *rapid.T, s *Scheme, r *Result, ref *plainScore) {
	var got []string
	for _, k := range r.KeyFailed {
		got = append(got, k.ID())
	}
	want := slices.Clone(ref.failed)
	slices.Sort(got)
	slices.Sort(want)
	if want = slices.Compact(want); !slices.Equal(got, want) {
		t.Fatalf("key items failed %v, reference %v", got, want)
	}
	pass := PassNone
	switch {
	case len(want) > 0:
		pass = NotPassed
	case s.Scoring.PassMark == 0 && s.Scoring.KeyGrade == "":
	case ref.total == nil:
		pass = PassOpen
	case halfUp(new(big.Rat).Mul(ref.total, big.NewRat(100, 1))) >= s.Scoring.PassMark:
		pass = Passed
	default:
		pass = NotPassed
	}
	if r.Pass != pass {
		t.Fatalf("pass %q, reference %q", r.Pass, pass)
	}
	if (r.Grade.Grade != nil) != (ref.total != nil) {
		t.Fatalf("grade %v, total %v", r.Grade.Grade, ref.total)
	}
	if ref.total == nil {
		return
	}
	own := slices.IndexFunc(s.Grades, func(g Grade) bool { return r.Total.Points >= g.Min })
	worst := own
	for _, l := range r.Grade.By {
		worst = max(worst, gradePlace(s.Grades, l.AtMost))
	}
	if len(want) > 0 {
		worst = max(worst, gradePlace(s.Grades, s.Scoring.KeyGrade))
	}
	if r.Grade.Grade != &s.Grades[worst] || (r.Grade.Held != nil) != (worst != own) || r.Grade.Key != (len(want) > 0) {
		t.Fatalf("grade %+v, reference %s from %s", r.Grade, s.Grades[worst].ID, s.Grades[own].ID)
	}
}
