package store

import (
	"context"
	"strings"

	"zoufang/checklist"
)

// The office sends a visit back by remarks: one about the visit as a whole, and any number about indicators. Each is a
// record that everybody adds to and nobody overwrites, so that nothing a laptop has not sent yet is touched by it. The team
// settles each with a word on what was done; that travels back. A closed sheet is opened again by its author only.

// Remark is what the office says about an indicator.
type Remark struct {
	Indicator string
	Text      string
}

// ReturnVisit sends a visit back. Faults: me.missing, office.only, reason.missing, standing.indicator (indicator) for one
// no sheet of the visit knows.
func (b *Book) ReturnVisit(ctx context.Context, d *Doc, reason string, remarks []Remark) error {
	if err := officeOnly(d.me); err != nil {
		return err
	}
	if reason = strings.TrimSpace(reason); reason == "" {
		return newFault("reason.missing")
	}
	edits := []Edit{d.remark(b.moment(), Remark{Text: reason})}
	for _, r := range remarks {
		if r.Text = strings.TrimSpace(r.Text); r.Text == "" {
			return newFault("reason.missing")
		}
		known, err := b.knowsIndicator(ctx, d, r.Indicator)
		if err != nil {
			return err
		}
		if !known {
			return newFault("standing.indicator", r.Indicator)
		}
		edits = append(edits, d.remark(b.moment(), r))
	}
	return b.Apply(ctx, edits...)
}

func (d *Doc) remark(at string, r Remark) Edit {
	return d.body(NewID(d.ID), KindComment, "body", checklist.Comment{Indicator: r.Indicator, Text: r.Text, By: d.me.ID, At: at})
}

// knowsIndicator looks in the versions that the sheets of the visit are judged by.
func (b *Book) knowsIndicator(ctx context.Context, d *Doc, indicator string) (bool, error) {
	hashes := []string{d.SchemeHash}
	for i := range d.Sheets {
		hashes = append(hashes, d.Sheets[i].Scheme)
	}
	for _, hash := range hashes {
		s, err := b.SchemeOf(ctx, hash)
		if err != nil {
			return false, err
		}
		if _, _, ok := s.Indicator(indicator); ok {
			return true, nil
		}
	}
	return false, nil
}

// SettleRemark says what was done about a remark; an empty answer opens it again. Faults: me.missing, remark.unknown.
func (b *Book) SettleRemark(ctx context.Context, d *Doc, id checklist.ID, answer string) error {
	if d.me.ID == (checklist.ID{}) {
		return newFault("me.missing")
	}
	if d.Register(id, KindComment, "body").Text == "" {
		return newFault("remark.unknown")
	}
	status := ""
	if answer = strings.TrimSpace(answer); answer != "" {
		status = "done"
	}
	return b.Apply(ctx, d.status(id, KindComment, status, ""),
		Edit{Record: id, Kind: KindComment, Field: "answer", Text: answer, Shown: d.Shown(id, KindComment, "answer")})
}

// Remarks counts the office's remarks that nobody has settled yet.
func (d *Doc) Remarks() (n int) {
	for i := range d.Comments {
		if d.Comments[i].Open() {
			n++
		}
	}
	return n
}
