package checklist

import "testing"

// benchInput is a believable sheet: a dozen findings, some linked, two bonuses, the headcount complete.
func benchInput(s *Scheme) Input {
	sh := sheetOf(s, "department")
	for _, r := range []string{"A5.5", "B4.1", "C3.1", "D1.1", "E1.1", "E4.1", "E5.1", "E5.2", "E6.2", "E7.2", "E9.1", "E12.2"} {
		sh.find(s, r, 2)
	}
	sh.Links = [][2]ID{{testID(5), testID(6)}, {testID(7), testID(10)}}
	sh.claim("P1", 3)
	sh.claim("P4", 1)
	return Input{Kind: "department", Sheet: sh, Figures: allFigures(), PastRules: []string{"E1.1", "E5.2"}}
}

func BenchmarkScore(b *testing.B) {
	s := DefaultScheme()
	in := benchInput(s)
	b.ReportAllocs()
	for b.Loop() {
		Score(s, in)
	}
}

func BenchmarkMissing(b *testing.B) {
	s := DefaultScheme()
	v, sh := visitOf(s), benchInput(s).Sheet
	b.ReportAllocs()
	for b.Loop() {
		Missing(s, v, &sh)
	}
}

func BenchmarkLoadScheme(b *testing.B) {
	src := DefaultScheme().Canonical()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := LoadScheme(src); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRank scores and ranks what a large district has: the figure is of all ten thousand visits.
func BenchmarkRank(b *testing.B) {
	s := DefaultScheme()
	const visits = 10_000
	inputs := make([]Input, visits)
	for i := range inputs {
		inputs[i] = benchInput(s)
		inputs[i].Sheet.Findings = inputs[i].Sheet.Findings[:i%13]
	}
	b.ReportAllocs()
	for b.Loop() {
		entries := make([]RankEntry, visits)
		for i := range inputs {
			r := Score(s, inputs[i])
			entries[i] = EntryOf(Unit{Kind: "department"}, testID(i), &r)
		}
		if list, err := Rank(entries); err != nil || len(list) != visits {
			b.Fatal(err)
		}
	}
}

// BenchmarkRankAlone is the ranking without the scoring.
func BenchmarkRankAlone(b *testing.B) {
	s := DefaultScheme()
	entries := make([]RankEntry, 10_000)
	for i := range entries {
		entries[i] = RankEntry{Scheme: s.Hash, Unit: Unit{Kind: "department"}, Visit: testID(i), Total: whole(Points(i * 7919 % 10_000))}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Rank(entries); err != nil {
			b.Fatal(err)
		}
	}
}

// Tables of the default scheme and back, without the files.
func BenchmarkTables(b *testing.B) {
	s := DefaultScheme()
	b.ReportAllocs()
	for b.Loop() {
		if src, problems := SchemeOfTables(named(s.Tables("zh")), "zh"); src == nil {
			b.Fatal(problems)
		}
	}
}
