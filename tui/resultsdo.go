package tui

import (
	"context"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// What is done on the page of a result. Each step asks for what it needs: in whose name, and why.

// do runs a verb and says that it was recorded.
func (s *outcomePage) do(say string, verb func(context.Context, *store.Book) error) tea.Cmd {
	return s.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		if err := verb(ctx, b); err != nil {
			return nil, err
		}
		return noticeMsg{text: say}, nil
	})
}

func (s *outcomePage) noOffice() string {
	if s.env.Me.Role != checklist.RoleOffice {
		return s.env.T(words.ResOfficeOnly)
	}
	return ""
}

func (s *outcomePage) noLeader() string {
	if r := s.env.Me.Role; r != checklist.RoleOffice && r != checklist.RoleLeader {
		return s.env.T(words.ResLeaderOnly)
	}
	return ""
}

func (s *outcomePage) notReleased() string {
	if s.got.Release == nil {
		return s.env.T(words.ResNotReleased)
	}
	return ""
}

// refusal is the sentence of a code about this unit, "" for none.
func (s *outcomePage) refusal(code string, args []any) string {
	if code == "" {
		return ""
	}
	return s.env.Say(code, append([]any{s.got.Unit.Name}, args...)...)
}

func (s *outcomePage) noRelease() string {
	if no := s.noOffice(); no != "" {
		return no
	}
	return s.refusal(s.got.MayRelease())
}

func (s *outcomePage) noFinal() string {
	if no := s.noOffice(); no != "" {
		return no
	}
	return s.refusal(s.got.MayFinish(s.env.Today(), "-")) // too early is asked about
}

func (s *outcomePage) noObjection() string {
	if no := s.noLeader(); no != "" {
		return no
	}
	return s.notReleased()
}

// inName asks in whose name something is done.
func (s *outcomePage) inName(ask words.Text, do func(member string) tea.Cmd) tea.Cmd {
	e := s.env
	var answers []Answer
	for i := range s.group {
		if m := &s.group[i]; m.MayRelease() {
			name := m.Name
			answers = append(answers, Answer{Word: e.Clean(name), Do: func() tea.Cmd { return do(name) }})
		}
	}
	if len(answers) == 0 {
		return e.Fail(e.T(words.ResNobody))
	}
	return e.Ask(e.Clean(e.T(ask, s.got.Unit.Name)), answers...)
}

func (s *outcomePage) release() tea.Cmd {
	e, unit := s.env, s.unit
	days := s.got.Doc.Round.Days()
	today := e.Today()
	return s.inName(words.ResAskMember, func(member string) tea.Cmd {
		run := func(reason string) tea.Cmd {
			return s.do(e.T(words.ResReleasedIt, days.After(today, checklist.ObjectionDays)), func(ctx context.Context, b *store.Book) error {
				return b.ReleaseResults(ctx, []checklist.ID{unit}, member, today, reason)
			})
		}
		if s.got.Release == nil {
			return run("")
		}
		return e.AskReason(e.Clean(e.T(words.ResAskAgain, s.got.Unit.Name)), words.ResReleaseKey, run)
	})
}

func (s *outcomePage) final() tea.Cmd {
	e, unit, today := s.env, s.unit, s.env.Today()
	return s.inName(words.ResAskFinal, func(member string) tea.Cmd {
		run := func(reason string) tea.Cmd {
			return s.do(e.T(words.ResDoneIt), func(ctx context.Context, b *store.Book) error {
				return b.FinishResults(ctx, []checklist.ID{unit}, member, today, reason)
			})
		}
		if code, _ := s.got.MayFinish(today, ""); code == "" {
			return run("")
		}
		return e.AskReason(e.T(words.ResAskEarly, s.got.Until), words.ResFinalKey, run)
	})
}

// object records what the unit says in writing; past its time it asks why it is taken.
func (s *outcomePage) object() tea.Cmd {
	e, unit, today := s.env, s.unit, s.env.Today()
	return e.AskReason(e.Clean(e.T(words.ResAskObject, s.got.Unit.Name)), words.ResObjectKey, func(text string) tea.Cmd {
		run := func(late string) tea.Cmd {
			return s.do(e.T(words.ResDoneIt), func(ctx context.Context, b *store.Book) error {
				_, err := b.Object(ctx, checklist.Objection{Unit: unit, Text: text, On: today, Late: late})
				return err
			})
		}
		if today <= s.got.Until {
			return run("")
		}
		return e.AskReason(e.T(words.ResAskLate, s.got.Until), words.ResObjectKey, run)
	})
}

// open is the oldest objection nobody has answered.
func (s *outcomePage) open() *checklist.Objection {
	for i := range s.got.Objections {
		if o := &s.got.Objections[i]; o.Check == nil {
			return o
		}
	}
	return nil
}

func (s *outcomePage) recheck() tea.Cmd {
	e, o := s.env, s.open()
	if o == nil {
		return e.Fail(e.T(words.ResNoObjection))
	}
	id := o.ID
	answer := func(word words.Text, result string) Answer {
		return e.Answer(word, func() tea.Cmd {
			return e.AskReason(e.T(words.ResAskWhy), word, func(reason string) tea.Cmd {
				return s.do(e.T(words.ResDoneIt), func(ctx context.Context, b *store.Book) error {
					return b.Recheck(ctx, id, checklist.Recheck{Result: result, Reason: reason})
				})
			})
		})
	}
	return e.Ask(e.T(words.ResAskRecheck), answer(words.ResKept, checklist.RecheckKept), answer(words.ResToChange, checklist.RecheckChanged))
}

// step follows up an item of the list: what the unit reports, then what the re-check found.
func (s *outcomePage) step(x checklist.Rectify) tea.Cmd {
	e := s.env
	if no := s.noLeader(); no != "" {
		return e.Fail(no)
	}
	run := func(check, failed bool) func(string) tea.Cmd {
		return func(text string) tea.Cmd {
			return s.do(e.T(words.ResDoneIt), func(ctx context.Context, b *store.Book) error {
				return b.StepRectify(ctx, x.ID, check, checklist.RectifyStep{Text: text, Failed: failed})
			})
		}
	}
	if x.State() != checklist.RectifyReported {
		return e.AskReason(e.T(words.ResAskReport, x.No), words.ResKindItem, run(false, false))
	}
	answer := func(word words.Text, failed bool) Answer {
		return e.Answer(word, func() tea.Cmd { return e.AskReason(e.T(words.ResAskCheck, x.No), word, run(true, failed)) })
	}
	return e.Ask(e.T(words.ResAskCheck, x.No), answer(words.ResPassed, false), answer(words.ResNotPassed, true))
}

// notice shows the result notice as it will lie on the table.
func (s *outcomePage) notice() tea.Cmd {
	return s.env.Go(Place{Screen: "preview", Item: "notice", Record: s.unit, Visit: s.got.Doc.ID})
}
