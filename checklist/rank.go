package checklist

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// RankEntry is one visit's result as a ranking needs it.
type RankEntry struct {
	Unit       Unit
	Visit      ID
	Scheme     string // hash of the scheme it was scored by
	Scored, Of int
	Total      Amount
	Grade      GradeScore
	Pass       Pass
	Contrib    Amount // what it counts in the performance assessment
	Pending    string // why the result does not stand yet, as a code: see Agreed.Pending
}

// EntryOf takes from a result what a ranking needs.
func EntryOf(u Unit, visit ID, r *Result) RankEntry {
	return RankEntry{Unit: u, Visit: visit, Scheme: r.Scheme, Scored: r.Scored, Of: r.Of, Total: r.Total, Grade: r.Grade, Pass: r.Pass,
		Contrib: r.Performance}
}

// Ranked is an entry with its places; units with the same published total share one (1, 2, 2, 4).
type Ranked struct {
	RankEntry
	Place     int    // among all; 0 where the result is not complete or pending
	KindPlace int    // among the units of its kind
	Code      string // why it has no place: package words has a sentence
	Args      []any
}

// Rank puts results into order: by published total, the better first, then by the unit's code. What is not complete, or
// pending, stands at the end without a place. Results of different schemes are refused with a *MixedSchemes.
func Rank(entries []RankEntry) ([]Ranked, error) {
	hashes, order := make([]string, len(entries)), make([]int, len(entries))
	for i := range entries {
		hashes[i], order[i] = entries[i].Scheme, i
	}
	if err := oneScheme(hashes); err != nil {
		return nil, err
	}
	slices.SortFunc(order, func(i, k int) int { return compareEntries(&entries[i], &entries[k]) })
	out := make([]Ranked, len(entries))
	var all rankPlace
	kinds := map[string]*rankPlace{}
	for i, at := range order {
		x := &out[i]
		x.RankEntry = entries[at]
		switch {
		case x.Total.Known && x.Pending != "":
			x.Code = "rank." + x.Pending
		case x.Total.Known:
			kind := kinds[x.Unit.Kind]
			if kind == nil {
				kind = new(rankPlace)
				kinds[x.Unit.Kind] = kind
			}
			x.Place, x.KindPlace = all.next(x.Total.Points), kind.next(x.Total.Points)
		case x.Scored < x.Of:
			x.Code, x.Args = "rank.open", []any{x.Scored, x.Of}
		default:
			x.Code = "rank.nothing"
		}
	}
	return out, nil
}

// rankPlace counts along a list, the better first.
type rankPlace struct {
	n, at int
	total Points
}

// next is the place of the next total: that of the one before, if it is the same.
func (p *rankPlace) next(total Points) int {
	p.n++
	if p.n == 1 || total != p.total {
		p.at, p.total = p.n, total
	}
	return p.at
}

func compareEntries(a, b *RankEntry) int {
	stands := a.Total.Known && a.Pending == ""
	if stands != (b.Total.Known && b.Pending == "") {
		if stands {
			return -1
		}
		return 1
	}
	if stands && a.Total.Points != b.Total.Points {
		return cmp.Compare(b.Total.Points, a.Total.Points)
	}
	return cmp.Or(strings.Compare(a.Unit.Code, b.Unit.Code), slices.Compare(a.Visit[:], b.Visit[:]))
}

// MixedSchemes is the error of putting results of different schemes into one list.
type MixedSchemes struct{ Schemes []SchemeCount }

// SchemeCount is how many results were scored by a scheme.
type SchemeCount struct {
	Hash string
	N    int
}

// oneScheme refuses more than one hash.
func oneScheme(hashes []string) error {
	var list []SchemeCount
	for _, h := range hashes {
		at := slices.IndexFunc(list, func(x SchemeCount) bool { return x.Hash == h })
		if at < 0 {
			at = len(list)
			list = append(list, SchemeCount{Hash: h})
		}
		list[at].N++
	}
	if len(list) < 2 {
		return nil
	}
	slices.SortFunc(list, func(a, b SchemeCount) int { return cmp.Or(b.N-a.N, strings.Compare(a.Hash, b.Hash)) })
	return &MixedSchemes{list}
}

// Error is for logs; people read the sentence of FaultCode.
func (m *MixedSchemes) Error() string {
	return fmt.Sprintf("checklist: results of %d schemes in one list: %s", len(m.Schemes), m.names())
}

// FaultCode is the code of the sentence.
func (m *MixedSchemes) FaultCode() string { return "rank.schemes" }

// FaultArgs are how many schemes there are, and the beginning of each hash with how many results it has.
func (m *MixedSchemes) FaultArgs() []any { return []any{len(m.Schemes), m.names()} }

func (m *MixedSchemes) names() string {
	parts := make([]string, len(m.Schemes))
	for i, x := range m.Schemes {
		parts[i] = fmt.Sprintf("%.12s × %d", x.Hash, x.N)
	}
	return strings.Join(parts, ", ")
}
