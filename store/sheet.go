package store

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"

	"zoufang/checklist"
)

// fillSheets gathers every visible person's judgement, the viewer's own first.
func (d *Doc) fillSheets() {
	sheets := map[checklist.ID]*checklist.Sheet{}
	of := func(person checklist.ID) *checklist.Sheet {
		if sheets[person] == nil {
			sheets[person] = d.emptySheet(person)
		}
		return sheets[person]
	}
	rs := d.regs
	for _, id := range d.list(KindSheet) {
		if person := ownerOf(rs, id, KindSheet); person != (checklist.ID{}) {
			s := of(person)
			s.State, s.Scheme = rs.get(id, KindSheet, "state").Text, rs.get(id, KindSheet, "scheme").Text
		}
	}
	for _, id := range d.list(KindFinding) {
		f := checklist.Finding{ID: id}
		if rs.body(id, KindFinding, "body", &f) {
			status := rs.get(id, KindFinding, "status")
			f.Status, f.Why = status.Text, status.Reason
			if by := d.judgedBy(f.Person, f.Scheme); !d.counts(f.Person, f.Scheme) {
				d.Left = append(d.Left, Left{Record: id, Kind: KindFinding, ID: f.Rule, Scheme: by, Person: f.Person, finding: f})
				f.Rule = checklist.Orphan(f.Rule, by)
			}
			s := of(f.Person)
			s.Findings = append(s.Findings, f)
		}
	}
	for _, id := range d.list(KindStanding) {
		st := checklist.Standing{ID: id}
		if rs.body(id, KindStanding, "body", &st) {
			if by := d.judgedBy(st.Person, st.Scheme); !d.counts(st.Person, st.Scheme) {
				if st.State != checklist.Blank {
					d.Left = append(d.Left, Left{Record: id, Kind: KindStanding, ID: st.Indicator, Scheme: by, Person: st.Person, standing: st})
				}
				continue
			}
			var a checklist.Approval
			if rs.body(id, KindStanding, "approval", &a) && d.counts(st.Person, a.Scheme) {
				st.Approval, st.Approver = a.State, a.Name
			}
			of(st.Person).Standings[st.Indicator] = st
		}
	}
	for _, id := range d.list(KindClaim) {
		c := checklist.Claim{ID: id}
		if rs.body(id, KindClaim, "body", &c) && rs.get(id, KindClaim, "status").Text != "withdrawn" {
			if by := d.judgedBy(c.Person, c.Scheme); !d.counts(c.Person, c.Scheme) {
				d.Left = append(d.Left, Left{Record: id, Kind: KindClaim, ID: c.Bonus, Scheme: by, Person: c.Person, claim: c})
				continue
			}
			of(c.Person).Claims[c.Bonus] = c
		}
	}
	d.fillLinks(sheets)
	for _, s := range sheets {
		d.Sheets = append(d.Sheets, *s)
	}
	slices.SortFunc(d.Sheets, func(a, b checklist.Sheet) int {
		if own := cmp.Compare(btoi(b.Person.ID == d.me.ID), btoi(a.Person.ID == d.me.ID)); own != 0 {
			return own
		}
		return slices.Compare(a.Person.ID[:], b.Person.ID[:])
	})
	d.settleScheme()
}

// settleScheme says what the viewer looks by: the version of the sheet that stands for the visit. A sheet that names none,
// because its beginning has not arrived, is scored under the version the others agree on, or the round's.
func (d *Doc) settleScheme() {
	agreed := cmp.Or(d.SchemeHash, d.Round.Scheme)
	for i := range d.Sheets {
		d.Sheets[i].Scheme = cmp.Or(d.Sheets[i].Scheme, agreed)
	}
	d.SchemeHash = agreed
	d.SchemeHash = d.Main().Scheme
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (d *Doc) emptySheet(person checklist.ID) *checklist.Sheet {
	p := d.person(person)
	return &checklist.Sheet{ID: checklist.SheetID(d.ID, person), Person: p, Standings: map[string]checklist.Standing{},
		Claims: map[string]checklist.Claim{}}
}

// fillLinks puts each pair of findings of one fact on the sheets that hold one of them.
func (d *Doc) fillLinks(sheets map[checklist.ID]*checklist.Sheet) {
	for _, id := range d.list(KindLink) {
		ends := hostsOf(d.regs, id, KindLink)
		if len(ends) != 2 || d.regs.get(id, KindLink, "status").Text == "withdrawn" {
			continue
		}
		for _, s := range sheets {
			if slices.ContainsFunc(s.Findings, func(f checklist.Finding) bool { return f.ID == ends[0] || f.ID == ends[1] }) {
				s.Links = append(s.Links, [2]checklist.ID{ends[0], ends[1]})
			}
		}
	}
}

func (d *Doc) find(person checklist.ID) *checklist.Sheet {
	for i := range d.Sheets {
		if d.Sheets[i].Person.ID == person {
			return &d.Sheets[i]
		}
	}
	return nil
}

// Own is the viewer's own sheet; an empty one when nothing was judged yet.
func (d *Doc) Own() *checklist.Sheet {
	if s := d.find(d.me.ID); s != nil {
		return s
	}
	s := d.emptySheet(d.me.ID)
	s.Scheme = d.SchemeHash
	return s
}

func (d *Doc) person(id checklist.ID) checklist.Person {
	if id == d.me.ID {
		return d.me
	}
	if p, ok := d.people[[8]byte(id[8:])]; ok {
		return p
	}
	return checklist.Person{ID: id}
}

func (d *Doc) fillSignatures() {
	for _, id := range d.list(KindSignature) {
		s := checklist.Signature{ID: id}
		if d.regs.body(id, KindSignature, "body", &s) {
			d.Signatures = append(d.Signatures, s)
			d.Signed = append(d.Signed, Signed{Signature: s, Changed: s.Digest != d.digest})
		}
	}
}

// digest is the SHA-256 over the sorted heads of a visit: what a signature covers. Signatures themselves and what the
// office says afterwards are not part of it.
func (rs *regs) digest() string {
	var lines [][]byte
	for k, r := range rs.at {
		if f := byNo[k.field]; f != nil && (f.Kind == KindSignature || f.Kind == KindComment) {
			continue
		}
		for _, h := range r.heads {
			b := binary.BigEndian.AppendUint64(slices.Clone(k.record[:]), k.field)
			b = append(b, h.ref.Dev[:]...)
			b = binary.BigEndian.AppendUint64(b, h.ref.Seq)
			lines = append(lines, append(b, h.ref.H8[:]...))
		}
	}
	slices.SortFunc(lines, slices.Compare[[]byte])
	sum := sha256.New()
	sum.Write([]byte("zoufang visit 1\x00"))
	for _, l := range lines {
		sum.Write(l)
	}
	return hex.EncodeToString(sum.Sum(nil))
}
