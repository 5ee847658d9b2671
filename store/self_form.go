package store

import (
	"context"

	"zoufang/checklist"
)

// SelfChange is what a form of the unit's own marks would change.
type SelfChange struct {
	Indicator string
	Was, Now  checklist.SelfScore
	New       bool // there was no mark
}

// SelfChanges tells what lines would change in a visit, before anything is written.
func (d *Doc) SelfChanges(lines []checklist.SelfLine) (list []SelfChange) {
	for _, l := range lines {
		was, had := d.SelfScores[l.Indicator]
		x := SelfChange{Indicator: l.Indicator, Was: checklist.SelfScore{Points: was, Note: d.SelfNotes[l.Indicator]}, Now: l.SelfScore, New: !had}
		if x.New || x.Was.Points != x.Now.Points || x.Was.Note != x.Now.Note {
			list = append(list, x)
		}
	}
	return list
}

// SaveSelfScores writes the unit's own marks into a visit in one transaction; the same again writes nothing. source says where
// they come from; it stays as the reason of every change.
func (b *Book) SaveSelfScores(ctx context.Context, d *Doc, lines []checklist.SelfLine, source string) (s Saved, err error) {
	stamp := d.stamp(d.Main().Person.ID)
	err = b.write(ctx, func(w *writer) error {
		s, w.plain = Saved{}, true
		for _, l := range lines {
			id := checklist.SelfScoreID(d.ID, l.Indicator)
			body := l.SelfScore
			body.Scheme = stamp
			e := Edit{Record: id, Kind: KindSelfScore, Field: "body", Text: textOfBody(body), Reason: source, current: true}
			if err := w.counted(ctx, id, FieldOf(KindSelfScore, "body"), &s, func() error { return w.apply(ctx, e) }); err != nil {
				return err
			}
		}
		return nil
	})
	return s, err
}
