package tui

import (
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// Frame draws what each sheet says beside each other, what each way to decide comes to, and the form.
func (s *agree) Frame(w, h int) Frame {
	e := s.env
	switch {
	case !s.read:
		return Frame{Body: " " + e.T(words.Reading)}
	case s.diff == nil:
		return Frame{Body: " " + e.T(words.AgreedGone)}
	}
	lines := []string{" " + e.Style.Title.Render(e.Cut(s.head(), w-2)), e.Rule(w)}
	low := append([]string{e.Rule(w)}, s.notes(w)...)
	form := s.form.Height(w)
	s.room = max(3, h-len(lines)-len(low)-form)
	lines = append(lines, s.compare(w, s.room)...)
	lines = append(lines, low...)
	s.top = len(lines)
	body, cursor := s.form.View(w, max(1, h-len(lines)))
	if cursor != nil {
		cursor.Y += len(lines)
	}
	return Frame{joinLines(append(lines, body)), cursor}
}

// head says what it is about and why the sheets differ.
func (s *agree) head() string {
	e, d := s.env, s.diff
	parts := []string{s.of.Doc.Unit.Name, e.T(words.DiffWords[string(d.Kind)])}
	if t, ok := words.MatchWords[string(d.Match)]; ok {
		parts = append(parts, e.T(t))
	}
	return strings.Join(append(parts, s.about()), "   ")
}

func (s *agree) about() string {
	if _, ind, ok := s.of.Scheme.Indicator(s.diff.Indicator); ok {
		return s.diff.Indicator + " " + s.env.name(ind.Name)
	}
	if b, ok := s.of.Scheme.Bonus(s.diff.Bonus); ok {
		return s.diff.Bonus + " " + s.env.name(b.Name)
	}
	return s.diff.Indicator + s.diff.Bonus
}

// notes are what each way comes to, and what was decided before.
func (s *agree) notes(w int) (lines []string) {
	e, d := s.env, s.diff
	add := func(text string) { lines = append(lines, " "+e.Cut(text, w-2)) }
	for _, x := range d.Options {
		add(e.T(words.AgreedEffect, e.says(d.SaysTake(x.Take, x.Person, "")), e.amount(x.Indicator), e.amount(x.Category), e.amount(x.Total), s.grade(x.Grade)))
	}
	for _, x := range s.dissents {
		add(e.T(words.AgreedDiffers, e.Clean(x.Name), e.Clean(x.What), e.Clean(x.Why)))
	}
	switch {
	case d.Moves:
		add(e.T(words.AgreedMoves))
	case d.Flagged:
		add(e.T(words.AgreedFlag))
	}
	if r := d.Ruling; r != nil {
		add(e.T(words.AgreedWas, e.says(d.SaysTake(r.What, r.Side, r.Value)), e.Clean(r.Name), e.Clean(r.At), e.Clean(r.Why)))
		if r.Member != "" {
			add(e.T(words.CmdInName, e.Clean(r.Member)))
		}
		for _, x := range r.Dissent {
			add(e.T(words.AgreedDiffers, e.Clean(x.Name), e.Clean(x.What), e.Clean(x.Why)))
		}
	}
	for _, r := range d.Stale {
		add(e.T(words.AgreedBefore, e.Clean(r.Name), e.Clean(r.At), e.says(d.SaysTake(r.What, r.Side, r.Value))))
	}
	return lines
}

func (s *agree) grade(id string) string {
	for i := range s.of.Scheme.Grades {
		if s.of.Scheme.Grades[i].ID == id {
			return s.env.name(s.of.Scheme.Grades[i].Name)
		}
	}
	return "--"
}

// compare draws the sides in columns: two at 80 columns, three from 120; the others follow below.
func (s *agree) compare(w, h int) []string {
	n := min(len(s.diff.Sides), 2)
	if w >= wideWidth {
		n = min(len(s.diff.Sides), 3)
	}
	var rows []string
	for i := 0; i < len(s.diff.Sides); i += n {
		if i > 0 {
			rows = append(rows, "")
		}
		rows = append(rows, s.columns(i, min(i+n, len(s.diff.Sides)), w/n)...)
	}
	s.rows = len(rows)
	s.from = max(0, min(s.from, s.rows-h))
	return rows[s.from:min(len(rows), s.from+h)]
}

// columns draws the sides from a to b beside each other, equal parts on equal rows.
func (s *agree) columns(a, b, cw int) []string {
	e := s.env
	var keys []string
	cells := make([]map[string]valuePart, b-a)
	heads := make([][]string, b-a)
	label := 0
	for i := range cells {
		x := s.diff.Sides[a+i]
		heads[i] = []string{e.Style.Accent.Render(e.Cut(e.personName(x.Person)+"  "+e.says(s.diff.Says(s.of.Scheme, a+i)), cw-3)), ""}
		cells[i] = map[string]valuePart{}
		for _, p := range s.parts(x) {
			if p.key == "person" {
				continue // it stands above
			}
			cells[i][p.key] = p
			label = min(10, max(label, e.Width(p.label)))
			if !slices.Contains(keys, p.key) {
				keys = append(keys, p.key)
			}
		}
	}
	rows := beside(e, heads, cw)
	for _, key := range keys {
		col := make([][]string, len(cells))
		for i := range cells {
			col[i] = e.besideCell(cells, i, key, label, cw-3)
		}
		rows = append(rows, beside(e, col, cw)...)
	}
	return rows
}

// parts are what a side recorded.
func (s *agree) parts(x checklist.Side) []valuePart {
	e := s.env
	switch {
	case x.Finding != nil:
		text := s.of.Doc.Register(x.Finding.ID, store.KindFinding, "body").Text
		return s.names.parts(e, store.KindFinding, "body", text)
	case x.Claim != nil:
		return s.names.parts(e, store.KindClaim, "body", s.of.Doc.Register(x.Claim.ID, store.KindClaim, "body").Text)
	case x.Reason != "":
		return []valuePart{{"reason", e.fieldWord(store.KindStanding, "reason"), e.Clean(x.Reason)}}
	}
	return nil
}
