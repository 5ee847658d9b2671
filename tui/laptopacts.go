package tui

import (
	"context"

	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// laptopDoneMsg tells that the trust in a laptop was changed.
type laptopDoneMsg struct{ device store.DeviceInfo }

// clockWord is the worst that is known of a laptop's clock; "" for one that is right.
func (e *Env) clockWord(c store.DeviceClock) string {
	if !c.Off() {
		return ""
	}
	switch worst := max(c.Ahead, c.Behind, c.Back); worst {
	case c.Ahead:
		return e.T(words.ClockAhead, words.Span(e.Lang, int(worst.Minutes())))
	case c.Behind:
		return e.T(words.ClockBehind, words.Span(e.Lang, int(worst.Minutes())))
	default:
		return e.T(words.ClockJump, words.Span(e.Lang, int(worst.Minutes())))
	}
}

func phraseOf(e *Env, d store.DeviceInfo) string {
	var id bundle.DeviceID
	if id.UnmarshalText([]byte(d.ID)) != nil {
		return ""
	}
	return words.Phrase(e.Lang, id[:])
}

// about says of a laptop what the list has no room for.
func (s *laptops) about(d store.Device, w int) []string {
	e := s.env
	lines := []string{"   " + e.Cut(e.T(words.LaptopPhraseOf, phraseOf(e, d.DeviceInfo)), w-4)}
	if !d.Clock.Seen.IsZero() {
		lines = append(lines, "   "+e.T(words.LaptopSeen, e.moment(d.Clock.Seen)))
	}
	if r := d.Revoked; r != nil {
		lines = append(lines, wrapped(e, e.Clean(e.Say("trouble.revoked", d.DeviceInfo, r.At, r.By, r.Reason)), w)...)
	}
	return lines
}

// enrol asks for the check phrase and lets the selected laptop in.
func (s *laptops) enrol() tea.Cmd {
	d := s.all[s.list.Selected()].DeviceInfo
	return s.env.Ask(s.env.T(words.LaptopEnrolAsk, s.env.laptop(d), phraseOf(s.env, d)), s.env.Answer(words.LaptopEnrol, func() tea.Cmd {
		return s.change(d, func(ctx context.Context, b *store.Book, id bundle.DeviceID) error { return b.Enrol(ctx, id, "") })
	}))
}

// revoke asks why and lets nothing more of the selected laptop in.
func (s *laptops) revoke() tea.Cmd {
	d := s.all[s.list.Selected()].DeviceInfo
	return s.env.AskReason(s.env.T(words.LaptopRevokeAsk, s.env.laptop(d)), words.LaptopRevoke, func(reason string) tea.Cmd {
		return s.change(d, func(ctx context.Context, b *store.Book, id bundle.DeviceID) error { return b.Revoke(ctx, id, reason) })
	})
}

func (s *laptops) change(d store.DeviceInfo, do func(context.Context, *store.Book, bundle.DeviceID) error) tea.Cmd {
	return s.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		var id bundle.DeviceID
		if err := id.UnmarshalText([]byte(d.ID)); err != nil {
			return nil, err
		}
		return laptopDoneMsg{d}, do(ctx, b, id)
	})
}
