package store

import "zoufang/checklist"

// WithdrawnClaims are the bonus claims that were taken back, with what stands in them: a claim taken back counts 0.
func (d *Doc) WithdrawnClaims() (list []checklist.Claim) {
	for _, id := range d.list(KindClaim) {
		c := checklist.Claim{ID: id}
		if d.regs.body(id, KindClaim, "body", &c) && d.regs.get(id, KindClaim, "status").Text == "withdrawn" && d.counts(c.Person, c.Scheme) {
			list = append(list, c)
		}
	}
	return list
}
