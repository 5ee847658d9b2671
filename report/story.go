package report

import (
	"strings"

	"zoufang/checklist"
	"zoufang/words"
)

// Story says in sentences what became of a unit, what it came from and what it was called; names are those of the units
// of the book. It is empty for a unit that was never renamed, merged or split.
func Story(l words.Lang, u checklist.Unit, names map[checklist.ID]string) (out []string) {
	if u.Story == nil {
		return nil
	}
	named := func(ids []checklist.ID) string {
		var list []string
		for _, id := range ids {
			if n := names[id]; n != "" {
				list = append(list, n)
			}
		}
		return strings.Join(list, words.SheetAnd.In(l))
	}
	say := func(t words.Text, args ...any) { out = append(out, strings.TrimSpace(t.F(l, args...))) }
	if e := u.Story.Ended; e != nil {
		t := map[string]words.Text{checklist.UnitMerged: words.UnitMergedAs, checklist.UnitSplit: words.UnitSplitAs}[e.How]
		if t == (words.Text{}) {
			t = words.UnitCeasedAs
		}
		say(t, e.Day, named(e.Into), e.Document)
	}
	for _, o := range u.Story.From {
		say(words.UnitCameFrom, named(o.From), strings.TrimSpace(o.Day+" "+o.Document))
	}
	for _, f := range u.Story.Former {
		say(words.UnitWasCalled, f.Until, f.Name, f.Document)
	}
	return out
}
