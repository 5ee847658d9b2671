package tui

import (
	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// verdictOrder is the order in which the space bar offers the verdicts.
var verdictOrder = []checklist.State{checklist.Nil, checklist.Found, checklist.Waiting, checklist.NA}

// verdict goes on to the next verdict that is possible. "Not applicable" asks for its reason; when that is not given,
// the next press goes on behind it.
func (s *score) verdict() tea.Cmd {
	ind := s.current()
	s.digits = ""
	at := s.sheet.Standings[ind.ID].State
	if s.offered != nil {
		at = *s.offered
	}
	i := 0
	for k, v := range verdictOrder {
		if v == at {
			i = k + 1
		}
	}
	next := verdictOrder[i%len(verdictOrder)]
	if next == checklist.NA && !s.mayNA(ind) {
		next = checklist.Nil
	}
	if next == checklist.Nil && (ind.AwardsMark() || s.anyFinding(ind)) {
		next = checklist.Found
	}
	s.offered = &next
	if next == checklist.NA {
		return s.askNA()
	}
	return s.judge(ind.ID, next, "")
}

func (s *score) anyFinding(ind *checklist.Indicator) bool {
	for _, r := range ind.Rules {
		if len(s.findings(r.ID)) > 0 {
			return true
		}
	}
	return false
}

func (s *score) askNA() tea.Cmd {
	ind := s.current()
	ask := s.env.T(words.NAAsk[string(s.scheme().NAPolicyOf(ind))], ind.ID, s.env.name(ind.Name))
	return s.env.AskReason(ask, words.NAKey, func(reason string) tea.Cmd {
		return s.judge(ind.ID, checklist.NA, reason)
	})
}

func (s *score) clearVerdict() tea.Cmd {
	s.offered = nil
	return s.judge(s.indicator, checklist.Blank, "")
}

func (s *score) noVerdict() string {
	if s.current() == nil {
		return s.env.T(words.NoVerdictHere)
	}
	return s.locked()
}

func (s *score) noNA() string {
	if ind := s.current(); ind != nil && s.scheme().NAPolicyOf(ind) == checklist.NAForbidden {
		return s.env.T(words.NAForbidden)
	}
	return s.noVerdict()
}
