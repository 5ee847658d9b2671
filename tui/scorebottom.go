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
	if s.bottomRows() > 5 {
		lines = append(lines, s.outcomeRow(w))
	}
	notes := s.notes()
	for i := range s.bottomRows() - len(lines) {
		if i < len(notes) {
			lines = append(lines, " "+e.Cut(notes[i], w-2))
		} else {
			lines = append(lines, "")
		}
	}
	return lines
}

// outcomeRow says whether the visit passed and what a rescaled total is made of. Both are scores, and hidden with them.
func (s *score) outcomeRow(w int) string {
	e := s.env
	if !s.shown {
		return ""
	}
	earned := e.earnedOf(s.scheme(), s.score())
	text := e.Cut(e.outcome(s.scheme(), s.score()), w-e.Width(earned)-4)
	if bad(s.score()) {
		text = e.Style.Bad.Render(text)
	}
	if earned != "" && text != "" {
		text += "  "
	}
	return " " + text + earned
}

// verdictRow shows the verdicts there are, the recorded one marked; of an indicator that is skipped, why it is.
func (s *score) verdictRow(w int) string {
	ind := s.current()
	if ind == nil {
		return ""
	}
	e := s.env
	if x, ok := s.score().Indicator(ind.ID); ok {
		if why := s.skippedBecause(x); why != "" {
			return " " + e.Style.Warn.Render(e.Cut(why, w-2))
		}
	}
	open, end := "（", "）"
	if e.plainMarks() {
		open, end = "(", ")"
	}
	var parts []string
	for _, v := range []checklist.State{checklist.Nil, checklist.Found, checklist.NA, checklist.Waiting} {
		if v == checklist.NA && !s.mayNA(ind) || v == checklist.Nil && ind.AwardsMark() {
			continue
		}
		mark, word := " ", e.T(words.StandingWords[string(v)])
		switch {
		case v == checklist.Found && ind.AwardsMark():
			word = e.T(words.MarkedWord)
		case v == checklist.NA && s.scheme().NAPolicyOf(ind) != checklist.NALeave:
			word += e.T(words.Terms, e.Say("na."+string(s.scheme().NAPolicyOf(ind))))
		}
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
		out = append(out, figureSpot{e.T(words.IndicatorNumber, got, x.Indicator.Full), aboutIndicator + s.indicator})
	}
	if c := s.category(); c != nil {
		out = append(out, figureSpot{e.T(words.CategoryNumber, c.Category.ID, c.Scored, c.Of, c.Awarded, c.SoFar), aboutCategory + c.Category.ID})
	} else {
		out = append(out, figureSpot{e.T(words.BonusNumber, res.Bonus, s.scheme().Scoring.BonusCap), aboutBonuses})
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

// explainHere opens the arithmetic at what is on show.
func (s *score) explainHere() tea.Cmd {
	about := aboutIndicator + s.indicator
	if s.bonus {
		about = aboutBonuses
	}
	return s.env.Go(Place{Screen: "explain", Visit: s.visit, Item: about})
}

// silent are the lines that the rows above show already.
var silent = map[string]bool{"line.full": true, "line.per": true, "line.fixed": true, "line.range": true, "line.zero": true,
	"line.given": true, "line.withdrawn": true, "line.full.none": true, "line.status.skipped": true, "line.status.nil": true, "line.status.found": true}

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
		if l.Code == "line.key.failed" && s.shown {
			continue // the row above says it
		}
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
