package checklist

import "testing"

// A band points to one person where the unit has one of them, or the talk itself says who it was.
func TestABandMayPointToOnePerson(t *testing.T) {
	id := ID{1}
	figures := func(leaders, heads int64) map[string]map[Column]int64 {
		return map[string]map[Column]int64{"leaders_act": {Office: leaders}, "heads_act": {Declared: heads}}
	}
	for name, x := range map[string]struct {
		v    Visit
		talk Interview
		want string
	}{
		"one leader":             {Visit{Figures: figures(1, 4)}, Interview{Band: "leader"}, "talk.single.leader"},
		"three leaders":          {Visit{Figures: figures(3, 1)}, Interview{Band: "leader"}, ""},
		"one head":               {Visit{Figures: figures(3, 1)}, Interview{Band: "office_head"}, "talk.single.office_head"},
		"staff":                  {Visit{Figures: figures(1, 1)}, Interview{Band: "staff"}, ""},
		"nobody counted":         {Visit{}, Interview{Band: "leader"}, ""},
		"withdrawn":              {Visit{Figures: figures(1, 1)}, Interview{Band: "leader", Status: "withdrawn"}, ""},
		"a post in the note":     {Visit{Figures: figures(3, 4), Entries: []Entry{{Host: id, Text: "办公室主任说没有"}}}, Interview{ID: id, Band: "office_head"}, "talk.post"},
		"a post of another":      {Visit{Entries: []Entry{{Host: id, Text: "听主任说的"}}}, Interview{ID: id, Band: "staff"}, ""},
		"a name in the note":     {Visit{Unit: Unit{Leader: "王某某"}, Entries: []Entry{{Host: id, Text: "王某某在场"}}}, Interview{ID: id, Band: "staff"}, "talk.names"},
		"a note that was struck": {Visit{Unit: Unit{Leader: "王某某"}, Entries: []Entry{{Host: id, Text: "王某某在场", Status: "withdrawn"}}}, Interview{ID: id}, ""},
	} {
		if got, _ := Exposed(&x.v, &x.talk); got != x.want {
			t.Errorf("%s: %q, want %q", name, got, x.want)
		}
	}
}
