package tui

import (
	"context"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// fresh is a finding of a rule that nobody has written yet.
func (b *bench) fresh(rule string) checklist.Finding {
	f := checklist.Finding{ID: newItem(b.visit), Rule: rule, Count: 1, Step: checklist.StepScore,
		At: b.env.Now().Format("2006-01-02 15:04"), Person: b.env.Me.ID}
	if r, ind, ok := b.scheme().Rule(rule); ok {
		switch r.Mode {
		case checklist.Range:
			f.Count, f.Mark = 0, r.Min
		case checklist.Given:
			f.Count, f.Mark = 0, ind.Full
		}
	}
	return f
}

// saveFinding writes a finding.
func (b *bench) saveFinding(f checklist.Finding) tea.Cmd {
	doc := b.doc
	return b.write(keyOf(f.ID, store.KindFinding, "body"), bodyText(f), func(ctx context.Context, book *store.Book) error {
		_, err := book.SaveFinding(ctx, doc, f)
		return err
	})
}

// countFinding writes a finding; a count above what there is asks first.
func (b *bench) countFinding(f checklist.Finding) tea.Cmd {
	n, known := checklist.Population(b.scheme(), &b.doc.Visit, f)
	if !known || f.Count <= n {
		return b.saveFinding(f)
	}
	return b.env.Ask(b.env.T(words.CountAbove, f.Rule, f.Count, n),
		b.env.Answer(words.CountKeep, func() tea.Cmd { return b.saveFinding(f) }))
}

// judge records a verdict.
func (b *bench) judge(indicator string, s checklist.State, reason string) tea.Cmd {
	doc, me := b.doc, b.env.Me.ID
	st := checklist.Standing{Indicator: indicator, State: s, Reason: reason, Person: me}
	key := keyOf(checklist.StandingID(b.visit, me, indicator), store.KindStanding, "body")
	return b.write(key, bodyText(st), func(ctx context.Context, book *store.Book) error {
		return book.SetStanding(ctx, doc, indicator, s, reason)
	})
}

// setStatus withdraws a finding or lets it count again, with a reason; it stays on record either way.
func (b *bench) setStatus(f checklist.Finding, status, reason string) tea.Cmd {
	doc := b.doc
	return b.write(keyOf(f.ID, store.KindFinding, "status"), status, func(ctx context.Context, book *store.Book) error {
		if status == withdrawn {
			return book.WithdrawFinding(ctx, doc, f.ID, reason)
		}
		return book.RestoreFinding(ctx, doc, f.ID, reason)
	})
}

const withdrawn = "withdrawn"

// askStatus asks for the reason to withdraw a finding, or to let a withdrawn one count again.
func (b *bench) askStatus(f checklist.Finding) tea.Cmd {
	if !f.Active() {
		return b.env.AskReason(b.env.T(words.RestoreAsk, f.Rule), words.Restore, func(reason string) tea.Cmd {
			return b.setStatus(f, "", reason)
		})
	}
	return b.env.AskReason(b.env.T(words.WithdrawAsk, f.Rule), words.Withdraw, func(reason string) tea.Cmd {
		return b.setStatus(f, withdrawn, reason)
	})
}

// saveClaim writes a bonus claim.
func (b *bench) saveClaim(c checklist.Claim) tea.Cmd {
	doc := b.doc
	key := keyOf(checklist.ClaimID(b.visit, b.env.Me.ID, c.Bonus), store.KindClaim, "body")
	return b.write(key, bodyText(c), func(ctx context.Context, book *store.Book) error {
		_, err := book.SaveClaim(ctx, doc, c)
		return err
	})
}

// locked says why the own sheet takes no change now, "" when it does.
func (b *bench) locked() string {
	switch {
	case b.doc == nil:
		return b.env.T(words.Reading)
	case b.sheet.State == "closed":
		return b.env.T(words.SheetLocked)
	}
	return ""
}

// adopt takes a suggested count over: the only finding of the rule is edited, or one is written with the basis of the
// suggestion as its facts. Of several findings only a person can say which is short.
func (b *bench) adopt(x checklist.Suggestion) tea.Cmd {
	list := b.findings(x.Rule)
	if len(list) > 1 {
		return b.env.Go(Place{Screen: "findings", Visit: b.visit, Item: x.Rule})
	}
	f := b.fresh(x.Rule)
	if len(list) == 1 {
		f = list[0]
	}
	if r, _, ok := b.scheme().Rule(x.Rule); ok && r.Mode == checklist.Per {
		f.Count = x.Count
	}
	if f.Facts == "" {
		f.Facts = b.basis(x)
	}
	return tea.Batch(b.saveFinding(f), b.env.Notice(b.env.T(words.Adopted, x.Rule, x.Count)))
}

// basis says what a suggestion rests on: its sentence and the terms of its number.
func (b *bench) basis(x checklist.Suggestion) string {
	s := b.say(x.Code, x.Args...)
	if len(x.Parts) < 2 {
		return s
	}
	terms := ""
	for i, p := range x.Parts {
		if i > 0 {
			terms += b.env.T(words.TermGap)
		}
		name := b.env.name(p.Name)
		switch {
		case !p.N.Known:
			terms += b.env.T(words.TermOpen, name)
		case p.Minus:
			terms += b.env.T(words.TermMinus, name, p.N.N)
		default:
			terms += b.env.T(words.TermPlus, name, p.N.N)
		}
	}
	return s + b.env.T(words.Terms, terms)
}
