package store

import (
	"cmp"
	"context"
	"strings"

	"zoufang/checklist"
)

// OpenRound opens the round under its scheme as it is now, with the days it runs from and to where they are given ("" keeps
// what there is). A round opens on a decided scheme, or for a reason that stays on record: nothing is blocked by a round
// that is not open, but everybody is told. Opening it again replaces the opening; the history keeps both. Faults:
// me.missing, office.only, round.undecided (name and version of the scheme) without a reason, scheme.missing (hash),
// field.bad for a day that is none.
func (b *Book) OpenRound(ctx context.Context, opensOn, cutoff, reason string) error {
	me := b.Me()
	if err := officeOnly(me); err != nil {
		return err
	}
	s, err := b.Scheme(ctx)
	if err != nil {
		return err
	}
	return b.write(ctx, func(w *writer) error {
		return w.openRound(ctx, me, s, b.moment(), opensOn, cutoff, reason)
	})
}

func (w *writer) openRound(ctx context.Context, by checklist.Person, s *checklist.Scheme, at, opensOn, cutoff, reason string) error {
	if !s.Decision.Made() && reason == "" {
		return newFault("round.undecided", s.Name, s.Version)
	}
	round := w.b.round().ID
	// What a round opens under is a choice, also where the book began with it by itself.
	edits := []Edit{{Record: round, Kind: KindRound, Field: "scheme", Text: s.Hash, Reason: reason, current: true}, {Record: round, Kind: KindRound, Field: "opened", Reason: reason, current: true,
		Text: textOfBody(checklist.Opening{By: by.ID, Name: by.Name, At: at, Scheme: s.Hash, Reason: reason})}}
	if w.b.round().Closed != nil {
		edits = append(edits, Edit{Record: round, Kind: KindRound, Field: "closed", Reason: reason, current: true})
	}
	for _, day := range [][2]string{{"opens_on", opensOn}, {"cutoff", cutoff}} {
		if day[1] != "" {
			edits = append(edits, Edit{Record: round, Kind: KindRound, Field: day[0], Text: day[1], Reason: reason, current: true})
		}
	}
	return w.apply(ctx, edits...)
}

// officeOnly refuses what the office does for all laptops. Roles are what people say of themselves. Faults: me.missing,
// office.only.
func officeOnly(me checklist.Person) error {
	switch {
	case me.ID == (checklist.ID{}):
		return newFault("me.missing")
	case me.Role != checklist.RoleOffice:
		return newFault("office.only")
	}
	return nil
}

// SetRound moves the first or the last day of the round ("" keeps what there is), for a reason that stays on record. Faults:
// me.missing, office.only, reason.missing, round.days (first, last) where they would cross, field.bad for a day that is none.
func (b *Book) SetRound(ctx context.Context, opensOn, cutoff, reason string) error {
	if err := officeOnly(b.Me()); err != nil {
		return err
	}
	if strings.TrimSpace(reason) == "" {
		return newFault("reason.missing")
	}
	r := b.round()
	if first, last := cmp.Or(opensOn, r.OpensOn), cmp.Or(cutoff, r.Cutoff); first != "" && last != "" && last < first {
		return newFault("round.days", first, last)
	}
	var edits []Edit
	for _, day := range [][2]string{{"opens_on", opensOn}, {"cutoff", cutoff}} {
		if day[1] != "" {
			edits = append(edits, Edit{Record: r.ID, Kind: KindRound, Field: day[0], Text: day[1], Reason: reason, current: true})
		}
	}
	return b.Apply(ctx, edits...)
}

// CloseRound says that the round is over, for a reason that stays on record. It blocks nothing: what is still recorded says
// that it came after the end. Opening the round takes it back. Faults: me.missing, office.only, reason.missing,
// round.closed (when).
func (b *Book) CloseRound(ctx context.Context, reason string) error {
	me := b.Me()
	if err := officeOnly(me); err != nil {
		return err
	}
	r := b.round()
	switch {
	case strings.TrimSpace(reason) == "":
		return newFault("reason.missing")
	case r.Closed != nil:
		return newFault("round.closed", r.Closed.At)
	}
	body := checklist.Opening{By: me.ID, Name: me.Name, At: b.moment(), Scheme: r.Scheme, Reason: reason}
	return b.Apply(ctx, Edit{Record: r.ID, Kind: KindRound, Field: "closed", Text: textOfBody(body), Reason: reason, current: true})
}
