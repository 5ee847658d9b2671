package tui

import (
	"context"
	"errors"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// act is something that can be done on the review page: its name for the keys, its row, and why it does not work now.
type act struct {
	name words.Text
	args []any
	word string
	note string
	off  string
	do   func() tea.Cmd
}

// actions are closing and reopening the own sheet, the leader's rulings, and the signature.
func (r *review) actions() []act {
	if r.doc == nil {
		return nil
	}
	e := r.env
	acts := []act{r.sheetAct()}
	scope := checklist.ScopeOf(r.scheme(), &r.doc.Visit)
	for _, s := range r.doc.Sheets {
		for _, ind := range r.under(&s).Indicators(r.doc.Unit.Kind) {
			st, ok := s.Standings[ind.ID]
			if !ok || st.State != checklist.NA || st.Approval != "" || !scope.Has(ind) {
				continue
			}
			a := act{name: words.ApproveKey, args: []any{ind.ID}, do: func() tea.Cmd { return r.askApproval(&s, st) },
				note: e.T(words.NARow, e.Clean(s.Person.Name), e.Clean(st.Reason))}
			a.off = e.notLead(r.doc.MayRule(r.categoryOf(&s, ind.ID)))
			acts = append(acts, a)
		}
	}
	if len(r.doc.Sheets) > 1 && r.doc.Hidden == 0 {
		acts = append(acts, act{name: words.ReviewTogether, note: e.T(words.ReviewTogetherN, r.undecided), do: r.together})
	}
	acts = append(acts, r.afterSigning()...)
	sign := act{name: words.SignKey, do: r.askSign, off: r.noSign(), note: r.noSign()}
	if sign.off == "" {
		sign.note = e.T(words.SignReady)
	}
	acts = append(acts, sign)
	for i := range acts {
		acts[i].word = e.T(acts[i].name, acts[i].args...)
	}
	return acts
}

// sheetAct closes the own sheet, or opens it again.
func (r *review) sheetAct() act {
	own := r.doc.Own()
	if own.State == "closed" {
		a := act{name: words.CorrectKey, note: r.env.T(words.ReopenNote), do: r.askReopen}
		if len(r.doc.Signed) > 0 {
			if a.name = words.ReopenKey; !r.leads() {
				a.off = r.env.T(words.ReopenLead)
			}
		}
		return a
	}
	a := act{name: words.CloseKey, note: r.env.T(words.CloseNote), do: r.askClose}
	if len(own.Standings) == 0 && len(own.Findings) == 0 {
		a.off = r.env.T(words.CloseEmpty)
	}
	return a
}

func (r *review) askClose() tea.Cmd {
	e, doc := r.env, r.doc
	todos := checklist.Missing(r.bench.scheme(), &doc.Visit, doc.Own())
	n := 0
	for _, t := range todos {
		if t.BlocksSigning {
			n++
		}
	}
	text := e.T(words.CloseAsk)
	if n > 0 {
		text = e.T(words.CloseAskOpen, n)
	}
	return e.Ask(text, e.Answer(words.CloseKey, func() tea.Cmd {
		return r.told(words.CloseDone, func(ctx context.Context, b *store.Book) error { return b.CloseSheet(ctx, doc) })
	}))
}

func (r *review) askReopen() tea.Cmd {
	doc, ask, word := r.doc, words.CorrectAsk, words.CorrectKey
	if len(doc.Signed) > 0 {
		ask, word = words.ReopenAsk, words.ReopenKey
	}
	return r.env.AskReason(r.env.T(ask), word, func(reason string) tea.Cmd {
		return r.told(words.ReopenDone, func(ctx context.Context, b *store.Book) error { return b.ReopenSheet(ctx, doc, reason) })
	})
}

// askApproval puts a "not applicable" before the leader. Only a refusal needs a reason, and asks for it.
func (r *review) askApproval(s *checklist.Sheet, st checklist.Standing) tea.Cmd {
	e, doc := r.env, r.doc
	name := ""
	if ind, _, ok := r.under(s).Indicator(st.Indicator); ok {
		name = e.name(ind.Name)
	}
	approve := func() tea.Cmd {
		return r.told(words.ApproveDone, func(ctx context.Context, b *store.Book) error { return b.ApproveNA(ctx, doc, st.ID, true, "") })
	}
	refuse := func() tea.Cmd {
		return e.AskReason(e.T(words.RefuseAsk, st.Indicator, name), words.RefuseKey, func(reason string) tea.Cmd {
			return r.told(words.RefuseDone, func(ctx context.Context, b *store.Book) error { return b.ApproveNA(ctx, doc, st.ID, false, reason) })
		})
	}
	return e.Ask(e.T(words.ApproveAsk, st.Indicator, name, e.Clean(st.Reason)),
		e.Answer(words.ApproveYes, approve), e.Answer(words.RefuseKey, refuse))
}

func (r *review) leads() bool { return r.doc.Leads() }

// categoryOf is the category of an indicator, by what the sheet is scored under.
func (r *review) categoryOf(s *checklist.Sheet, indicator string) string {
	if _, c, ok := r.under(s).Indicator(indicator); ok {
		return c.ID
	}
	return ""
}

// notLead says in a few words who does what a leader does; "" where the viewer may.
func (e *Env) notLead(err error) string {
	var f *store.Fault
	switch {
	case err == nil:
		return ""
	case errors.As(err, &f) && f.Code == "leader.team":
		return e.T(words.LeaderTeam, f.Args[1:]...)
	}
	return e.T(words.LeaderOnly)
}

// together goes to where the sheets are brought together.
func (r *review) together() tea.Cmd { return r.env.Go(Place{Screen: "consensus", Visit: r.visit}) }

// noSign says why the visit cannot be signed yet, "" when it can.
func (r *review) noSign() string {
	e := r.env
	open := r.doc.Hidden
	for _, s := range r.doc.Sheets {
		if s.State != "closed" {
			open++
		}
	}
	blocks := 0
	for i := range r.doc.Sheets {
		for _, t := range checklist.Missing(r.under(&r.doc.Sheets[i]), &r.doc.Visit, &r.doc.Sheets[i]) {
			if t.BlocksSigning {
				blocks++
			}
		}
	}
	switch {
	case !r.leads():
		return e.notLead(r.doc.MayLead())
	case len(r.doc.Sheets) == 0:
		return e.T(words.SignNothing)
	case len(r.away) > 0:
		return e.T(words.SignNoScheme, strings.Join(r.away, e.T(words.Comma)))
	case open > 0:
		return e.T(words.SignOpen, open)
	case len(r.doc.Contested) > 0:
		return e.T(words.SignContested, len(r.doc.Contested))
	case r.undecided > 0:
		return e.say("sign.consensus", r.undecided)
	case blocks > 0:
		return e.T(words.SignBlocked, blocks)
	}
	return ""
}

func (r *review) askSign() tea.Cmd {
	doc := r.doc
	return r.env.Ask(r.env.T(words.SignAsk, r.env.Clean(doc.Unit.Name)), r.env.Answer(words.SignKey, func() tea.Cmd {
		return r.told(words.SignDone, func(ctx context.Context, b *store.Book) error { return b.SignVisit(ctx, doc) })
	}))
}

// told runs a verb and says so when it is done.
func (r *review) told(done words.Text, verb func(context.Context, *store.Book) error) tea.Cmd {
	text := r.env.T(done)
	return r.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		return noticeMsg{text: text}, verb(ctx, b)
	})
}

// afterSigning are what the leader may open again once the visit is signed or a sheet is closed, and what was signed.
func (r *review) afterSigning() (acts []act) {
	e, doc := r.env, r.doc
	for _, s := range doc.Sheets {
		if s.State != "closed" || s.Person.ID == doc.Me().ID || !r.leads() {
			continue
		}
		acts = append(acts, act{name: words.ReopenOf, args: []any{e.Clean(s.Person.Name)}, note: e.T(words.ReopenNote), do: func() tea.Cmd {
			return e.AskReason(e.T(words.ReopenAsk), words.ReopenKey, func(reason string) tea.Cmd {
				return r.told(words.ReopenDone, func(ctx context.Context, b *store.Book) error { return b.ReopenVisit(ctx, doc, s.Person.ID, reason) })
			})
		}})
	}
	for _, s := range doc.Signed {
		acts = append(acts, act{name: words.SignedMenu, note: e.Clean(s.Name) + " " + s.At,
			do: func() tea.Cmd { return e.Go(Place{Screen: "signed", Visit: doc.ID, Record: s.ID}) }})
	}
	return acts
}
