package tui

import (
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// aside is what the second pane of the talks shows: the whole of the selected talk, or of the selected question with
// what bears on it.
func (s *interviews) aside(d *store.Doc, w int) []string {
	if s.panes.is(s.open) {
		if q := s.open.current().ask; q != nil {
			return s.env.questionAside(d, *q, w)
		}
		return nil
	}
	if i := s.talks.Selected(); i >= 0 && i < len(s.rows) {
		return s.env.talkAside(d, s.rows[i], w)
	}
	return nil
}

// asideLines gathers headings and wrapped text of a pane.
type asideLines struct {
	env   *Env
	w     int
	lines []string
}

func (a *asideLines) head(text string) {
	if len(a.lines) > 0 {
		a.lines = append(a.lines, "")
	}
	a.lines = append(a.lines, a.env.Style.Title.Render(a.env.Cut(text, a.w-1)))
}

func (a *asideLines) text(text string) {
	for i, l := range a.env.Wrap(strings.TrimSpace(text), a.w-4) {
		a.lines = append(a.lines, strings.Repeat(" ", 1+min(i, 1))+l)
	}
}

func (e *Env) talkAside(d *store.Doc, t checklist.Interview, w int) []string {
	a := &asideLines{env: e, w: w}
	c := e.talkCells(d, t)
	a.head(t.Code + "  " + c[1] + "  " + c[2])
	if c[3] != "" {
		a.text(c[3])
	}
	if who := strings.TrimSpace(strings.Join([]string{t.Asker, t.Second}, "  ")); who != "" {
		a.text(who)
	}
	if c[5] != "" {
		a.text(c[5])
	}
	a.head(e.T(words.TalkServes))
	for _, q := range d.Questions {
		for _, id := range t.Questions {
			if id == q.ID {
				a.text(q.Text)
			}
		}
	}
	for _, ind := range strings.Fields(t.Indicators) {
		a.text(ind)
	}
	a.notes(d, func(x checklist.Entry) bool { return x.Host == t.ID })
	return a.lines
}

func (e *Env) questionAside(d *store.Doc, q checklist.Question, w int) []string {
	a := &asideLines{env: e, w: w}
	a.head(e.T(words.AskTitle) + "  " + q.Indicator)
	a.text(q.Text)
	if q.Answer != "" {
		a.head(e.T(words.AskAnswer))
		a.text(q.Answer)
	}
	for _, t := range d.Interviews {
		for _, id := range t.Questions {
			if id == q.ID && t.Status != withdrawn {
				c := e.talkCells(d, t)
				a.text(strings.Join([]string{t.Code, c[1], c[2], c[3], c[5]}, "  "))
			}
		}
	}
	a.notes(d, func(x checklist.Entry) bool {
		return x.Question == q.ID || q.Indicator != "" && x.Indicator == q.Indicator
	})
	return a.lines
}

// notes adds the notes that are chosen, the oldest first.
func (a *asideLines) notes(d *store.Doc, of func(checklist.Entry) bool) {
	headed := false
	for _, x := range d.Entries {
		if x.Status == withdrawn || !of(x) {
			continue
		}
		if !headed {
			headed = true
			a.head(a.env.T(words.AskBearing))
		}
		a.text(timeOf(x.At) + " " + x.Text)
	}
}
