package tui

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// The bonus page of score: what the unit did beyond its duty, with a count and a proof.

// bonusItem is the selected item.
func (s *score) bonusItem() *checklist.Bonus {
	i := s.claims.Selected()
	if i < 0 || i >= len(s.scheme().Bonuses) {
		return nil
	}
	return &s.scheme().Bonuses[i]
}

func (s *score) claimed() int64 {
	if b := s.bonusItem(); b != nil {
		return s.sheet.Claims[b.ID].Count
	}
	return 0
}

// claim sets the count of the selected item; 0 takes the claim back, its text stays.
func (s *score) claim(n int64) tea.Cmd {
	b := s.bonusItem()
	if b == nil || n < 0 {
		return nil
	}
	c, ok := s.sheet.Claims[b.ID]
	if !ok && n == 0 {
		return nil
	}
	c.Bonus, c.Count, c.Person = b.ID, n, s.env.Me.ID
	return s.saveClaim(c)
}

func (s *score) claimCells(i int) []string {
	if i >= len(s.scheme().Bonuses) {
		return nil
	}
	b := &s.scheme().Bonuses[i]
	c, gain := s.sheet.Claims[b.ID], "--"
	for _, x := range s.score().Bonuses {
		if x.Bonus == b && x.Points != 0 {
			gain = x.Points.String()
		}
	}
	if !s.shown {
		gain = s.env.T(words.HiddenCell)
	}
	count := strconv.FormatInt(c.Count, 10)
	if u := s.env.name(b.Unit()); u != "" && c.Count > 0 {
		count += " " + u
	}
	if i == s.claims.Selected() {
		count = "< " + count + " >"
	}
	return []string{b.ID, s.env.name(b.Name), b.Points.String(), b.Max.String(), count, gain}
}

// bonusTop lists the items; below them, what proves the selected one.
func (s *score) bonusTop(w, h int) []string {
	e := s.env
	lines := []string{" " + e.Style.Title.Render(e.T(words.BonusTitle)), ""}
	lines = append(lines, s.claims.Rows(w, min(len(s.scheme().Bonuses)+1, h-4))...)
	b := s.bonusItem()
	if b == nil {
		return lines
	}
	lines = append(lines, "")
	for _, l := range e.Wrap(e.T(words.BonusProof, e.name(b.Evidence)), w-3) {
		lines = append(lines, " "+e.Style.Faint.Render(l))
	}
	if c, ok := s.sheet.Claims[b.ID]; ok {
		lines = append(lines, " "+e.Cut(e.T(words.FactsLine, e.Clean(c.Facts)), w-2),
			" "+e.Cut(s.evidenceLine(c.Evidence), w-2))
	}
	return lines
}

// bonusNotes say what keeps a claim from counting in full.
func (s *score) bonusNotes() []string {
	var notes []string
	for _, x := range s.score().Bonuses {
		for _, l := range x.Lines {
			if l.Code != "line.bonus.per" && (s.shown || !strings.HasSuffix(l.Code, ".cap")) {
				notes = append(notes, s.say(l.Code, l.Args()...))
			}
		}
	}
	return notes
}
