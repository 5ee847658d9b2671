package store

import (
	"cmp"
	"context"

	"zoufang/checklist"
)

// A sheet is scored under the version of the scheme pinned in it, and can be moved to another. Ids of rules and
// indicators mean something in one version only, so that what was judged on a moved sheet says which version it was judged
// by: a laptop that went on under the old version, unaware of the move, cannot slip a verdict under another question.
// What says nothing was judged by the version the sheet began under.

// Left is something judged by another version than its sheet is scored under. It is kept, and counts nowhere until the
// sheet moves to a version that knows it.
type Left struct {
	Record checklist.ID
	Kind   Kind         // finding, standing or claim
	ID     string       // of the rule, the indicator or the bonus, in the version it was judged by
	Scheme string       // hash of that version
	Person checklist.ID // whose

	finding  checklist.Finding
	standing checklist.Standing
	claim    checklist.Claim
}

// version is what a person's sheet is scored under, and what it began under when that was another.
type version struct{ scheme, began string }

// fillVersions reads the versions of the sheets that may be seen.
func (d *Doc) fillVersions() {
	d.versions = map[checklist.ID]version{}
	for _, id := range d.regs.records(KindSheet) {
		if person := ownerOf(d.regs, id, KindSheet); person != (checklist.ID{}) {
			d.versions[person] = version{d.regs.get(id, KindSheet, "scheme").Text, d.regs.get(id, KindSheet, "began").Text}
		}
	}
}

// pinned is the version all sheets of a visit agree on, those the viewer may not see included: whoever joins a visit
// judges by the version the others do. "" where there is none or they differ.
func pinned(rs *regs) (hash string) {
	for _, id := range rs.records(KindSheet) {
		s := rs.get(id, KindSheet, "scheme").Text
		if hash != "" && s != "" && s != hash {
			return ""
		}
		hash = max(hash, s)
	}
	return hash
}

func otherVersions(rs *regs, own checklist.ID) (hashes []string) {
	for _, id := range rs.records(KindSheet) {
		if id != own {
			hashes = append(hashes, rs.get(id, KindSheet, "scheme").Text)
		}
	}
	return hashes
}

// judgedBy is the version something of a person's was judged by, from what it says itself; "" where the sheet never moved.
func (d *Doc) judgedBy(person checklist.ID, stamp string) string {
	if stamp != "" {
		return stamp
	}
	return d.versions[person].began
}

// counts tells whether something of a person's was judged by the version the sheet is scored under.
func (d *Doc) counts(person checklist.ID, stamp string) bool {
	by := d.judgedBy(person, stamp)
	return by == "" || by == d.versions[person].scheme
}

// stamp is what a person's new judgement says of its version: nothing on a sheet that never moved.
func (d *Doc) stamp(person checklist.ID) string {
	v := d.versions[person]
	if v.began == "" {
		return ""
	}
	return v.scheme
}

// fillSelfScores takes the unit's own scores that speak of the indicators of the version the viewer looks by.
func (d *Doc) fillSelfScores() {
	d.SelfScores, d.SelfNotes = map[string]checklist.Points{}, map[string]string{}
	person := d.Main().Person.ID
	for _, id := range d.list(KindSelfScore) {
		var s checklist.SelfScore
		if !d.regs.body(id, KindSelfScore, "body", &s) {
			continue
		}
		if by := d.judgedBy(person, s.Scheme); by == "" || by == d.SchemeHash {
			d.SelfScores[s.Indicator] = s.Points
			if s.Note != "" {
				d.SelfNotes[s.Indicator] = s.Note
			}
		}
	}
}

// visitScheme is the scheme by which a person judges a visit, or would: the own sheet's, else the one the other sheets
// agree on, else the round's. Fault scheme.missing (hash).
func (b *Book) visitScheme(ctx context.Context, q querier, visit, person checklist.ID) (*checklist.Scheme, error) {
	rs, err := b.scanWhere(ctx, q, "record BETWEEN ? AND ? AND field = ?", visit[:], inScope(visit), int64(FieldOf(KindSheet, "scheme").No))
	if err != nil {
		return nil, err
	}
	own := rs.get(checklist.SheetID(visit, person), KindSheet, "scheme").Text
	return b.loadScheme(ctx, q, cmp.Or(own, pinned(rs), b.round().Scheme))
}
