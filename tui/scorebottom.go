package tui

import (
	"slices"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// bottom is the verdict, the arithmetic, and why something does not count.
func (s *score) bottom(w int) []string {
	e := s.env
	lines := []string{s.verdictRow(w), e.Rule(w), s.numberRow(w)}
	notes := s.notes()
	for i := range bottomRows - len(lines) {
		if i < len(notes) {
			lines = append(lines, " "+e.Cut(notes[i], w-2))
		} else {
			lines = append(lines, "")
		}
	}
	return lines
}

// verdictRow shows the four verdicts, the recorded one marked.
func (s *score) verdictRow(w int) string {
	ind := s.current()
	if ind == nil {
		return ""
	}
	e := s.env
	open, end := "（", "）"
	if e.plainMarks() {
		open, end = "(", ")"
	}
	var parts []string
	for _, v := range []checklist.State{checklist.Nil, checklist.Found, checklist.NA, checklist.Waiting} {
		if v == checklist.NA && !ind.NA {
			continue
		}
		mark, word := " ", e.T(words.StandingWords[string(v)])
		if s.sheet.Standings[ind.ID].State == v {
			mark, word = "x", e.Style.Accent.Render(word)
		}
		parts = append(parts, open+mark+end+word)
	}
	return e.Kit.Meter.Cut(" "+strings.Join(parts, "   "), w, "")
}

// figureSpot is one number of the bottom line: its text and what it is about.
type figureSpot struct{ text, about string }

// numbers are the numbers that can be opened into their arithmetic.
func (s *score) numbers() []figureSpot {
	e, res := s.env, s.score()
	var out []figureSpot
	if x, ok := res.Indicator(s.indicator); ok {
		got := e.T(words.NotYet)
		if x.Known {
			got = x.Awarded.String()
		} else if x.Removed() {
			got = e.T(words.StatusWords[string(x.Status)])
		}
		out = append(out, figureSpot{e.T(words.IndicatorNumber, got, x.Indicator.Full), s.indicator})
	}
	if c := s.category(); c != nil {
		out = append(out, figureSpot{e.T(words.CategoryNumber, c.Category.ID, c.Scored, c.Of, c.Awarded, c.SoFar), c.Category.ID})
	} else {
		out = append(out, figureSpot{e.T(words.BonusNumber, res.Bonus, s.scheme().Scoring.BonusCap), bonusTab})
	}
	return append(out, figureSpot{e.T(words.TotalNumber, e.amount(res.Total)), aboutTotal})
}

// amount is a number of points, or that it is not to be had yet.
func (e *Env) amount(a checklist.Amount) string {
	if !a.Known {
		return e.T(words.NotYet)
	}
	return a.Points.String()
}

func (s *score) numberRow(w int) string {
	e := s.env
	if !s.shown {
		return " " + e.Style.Faint.Render(e.T(words.HiddenRow))
	}
	var b strings.Builder
	for i, n := range s.numbers() {
		text := " " + n.text + " "
		if i == s.number {
			text = e.Style.Selected.Render(">" + n.text + " ")
		}
		b.WriteString(text + "  ")
	}
	return e.Kit.Meter.Cut(b.String(), w, "")
}

func (s *score) explain() tea.Cmd {
	nums := s.numbers()
	if s.number < 0 || s.number >= len(nums) {
		return nil
	}
	return s.env.Go(Place{Screen: "explain", Visit: s.visit, Item: nums[s.number].about})
}

// silent are the lines that the rows above show already.
var silent = map[string]bool{"line.full": true, "line.per": true, "line.fixed": true, "line.range": true, "line.zero": true,
	"line.given": true, "line.withdrawn": true, "line.status.nil": true, "line.status.found": true}

// notes say why something does not count, or what is still open.
func (s *score) notes() []string {
	if s.bonus {
		return s.bonusNotes()
	}
	x, ok := s.score().Indicator(s.indicator)
	if !ok {
		return nil
	}
	var notes []string
	for _, l := range x.Lines {
		if !silent[l.Code] && (s.shown || !strings.HasPrefix(l.Code, "line.per") && l.Code != "line.floor" && l.Code != "line.mark.lighter") {
			if text := s.say(l.Code, l.Args()...); !slices.Contains(notes, text) {
				notes = append(notes, text)
			}
		}
	}
	if st := s.sheet.Standings[s.indicator]; st.State == checklist.NA && st.Reason != "" {
		notes = append(notes, s.env.T(words.NAReason, s.env.Clean(st.Reason)))
	}
	if c := s.category(); c != nil && s.shown && c.Scored < c.Of {
		notes = append(notes, s.env.T(words.OpenNote, strconv.Itoa(c.Of-c.Scored)))
	}
	return notes
}
