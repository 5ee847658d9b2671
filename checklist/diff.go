package checklist

// Thing is a kind of part of a scheme, as a difference names it.
type Thing string

// The parts of a scheme. Those that come once (the head, the scoring, …) have no id of their own.
const (
	ThingScheme      Thing = "scheme"
	ThingScoring     Thing = "scoring"
	ThingKind        Thing = "kind"
	ThingGrade       Thing = "grade"
	ThingLimit       Thing = "limit"
	ThingMethod      Thing = "method"
	ThingRequirement Thing = "requirement"
	ThingForm        Thing = "form"
	ThingMaterial    Thing = "material"
	ThingHeadcount   Thing = "headcount"
	ThingColumn      Thing = "column"
	ThingFigure      Thing = "figure"
	ThingDerived     Thing = "derived"
	ThingUnit        Thing = "unit"
	ThingParent      Thing = "parent"
	ThingCategory    Thing = "category"
	ThingIndicator   Thing = "indicator"
	ThingRule        Thing = "rule"
	ThingGroup       Thing = "group"
	ThingBonus       Thing = "bonus"
	ThingWarning     Thing = "warning"
	ThingMetric      Thing = "metric"
	ThingSlips       Thing = "slips"
	ThingSlipState   Thing = "slip_state"
	ThingCarry       Thing = "carry"
	ThingProcedure   Thing = "procedure"
	ThingRole        Thing = "role"
	ThingOther       Thing = "other" // a part this version of the program has no name for
)

// ChangeKind says what happened to a part.
type ChangeKind string

// What may happen. One part may have several changes: renumbered and reweighted, say.
const (
	Added      ChangeKind = "added"
	Removed    ChangeKind = "removed"
	Renumbered ChangeKind = "renumbered" // the same meaning under another id
	Shifted    ChangeKind = "moved"      // below another part: a rule under another indicator
	Reordered  ChangeKind = "reordered"
	Reweighted ChangeKind = "reweighted" // anything that may change a score, a grade or a warning
	Renamed    ChangeKind = "renamed"
	Reworked   ChangeKind = "reworked" // how it is looked at and handled: steps, papers, questions, deadlines
	Reworded   ChangeKind = "reworded" // notes and sources, the version's name
	Decided    ChangeKind = "decided"  // who decided it, under which number, when
)

// Change is one difference between two versions of a scheme.
type Change struct {
	Kind  ChangeKind `json:"change"`
	Thing Thing      `json:"thing"`
	ID    string     `json:"id,omitempty"`   // in the new version; in the old one where it was removed
	Was   string     `json:"was,omitempty"`  // the old id, where it is another
	Sure  bool       `json:"sure"`           // false where only the likeness of the texts says that it is the same part
	Name  Text       `json:"name"`           // of the part, in the version ID belongs to
	In    string     `json:"in,omitempty"`   // the part it stands in: a rule's indicator, an indicator's category
	Key   string     `json:"key,omitempty"`  // of the scheme file; of a reordering and a move nothing
	From  string     `json:"from,omitempty"` // as the canonical form writes it; of a move the id of the part it stood in
	To    string     `json:"to,omitempty"`
}

// SchemeDiff is what sets two versions of a scheme apart.
type SchemeDiff struct {
	Changes []Change  `json:"changes"` // in the order of the new version, what was removed behind its part
	Map     SchemeMap `json:"map"`     // what the records of the old version become in the new one
}

// Empty tells whether the two mean the same: then their hashes are equal, and only then.
func (d *SchemeDiff) Empty() bool { return len(d.Changes) == 0 }

// Scores tells whether anything differs that may change a score, a grade or a warning.
func (d *SchemeDiff) Scores() bool {
	for i := range d.Changes {
		switch d.Changes[i].Kind {
		case Added, Removed, Reweighted, Shifted:
			return true
		}
	}
	return false
}

// Diff compares two schemes part by part. It reads their canonical forms, so that no key is passed over, whether this
// version of the program has a field for it or not.
func Diff(a, b *Scheme) SchemeDiff {
	old := partsOf(parseJSON(a.canonical))
	if a.Hash == b.Hash {
		return diffOf(old, old)
	}
	return diffOf(old, partsOf(parseJSON(b.canonical)))
}

func diffOf(old, new pieces) SchemeDiff {
	c := comparer{old: old, new: new, pairs: map[Thing][]samePart{}, other: map[string]string{}}
	for _, t := range thingOrder {
		c.match(t)
	}
	c.compare()
	return SchemeDiff{Changes: c.changes, Map: c.mapping()}
}
