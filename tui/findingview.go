package tui

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func countText(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

func countOf(text string) int64 {
	n, _ := strconv.ParseInt(text, 10, 64) // what cannot be read is no count; the form names the problem
	return n
}

// Frame draws the rule, the fields, and below them what proves the whole.
func (d *dossier) Frame(w, h int) Frame {
	e := d.env
	switch {
	case d.doc == nil:
		return Frame{Body: " " + e.T(words.Reading)}
	case d.pick != nil:
		return d.pick.frame(w, h)
	}
	var c canvas
	for i, l := range e.Wrap(d.heading(), w-3) {
		if i < 2 {
			c.add(" " + e.Style.Title.Render(l))
		}
	}
	c.add(e.Rule(w))
	if d.item != nil {
		text, cursor := d.item.form.View(w, h-len(c.lines)-1)
		c.add(" " + e.Style.Accent.Render(e.Cut(d.item.title, w-2)))
		c.block(text, cursor, h-len(c.lines))
		return c.frame()
	}
	body := min(d.form.Height(w), h-len(c.lines)-4)
	text, cursor := d.form.View(w, body)
	if !d.panes.is(d.form) {
		cursor = nil
	}
	c.block(text, cursor, body)
	c.add(e.Rule(w))
	c.add(d.rows.Rows(w, h-len(c.lines))...)
	return c.frame()
}

// heading is the rule with what it takes, or the bonus with what it gives.
func (d *dossier) heading() string {
	e := d.env
	if b, ok := d.scheme().Bonus(d.bonus); ok {
		return e.T(words.BonusHeading, b.ID, e.name(b.Name), b.Points, b.Max)
	}
	r, _, ok := d.scheme().Rule(d.rule)
	if !ok {
		return d.rule
	}
	switch r.Mode {
	case checklist.Per:
		return e.T(words.PerHeading, r.ID, e.name(r.Name), r.Points, r.Max)
	case checklist.Fixed:
		return e.T(words.FixedHeading, r.ID, e.name(r.Name), r.Points)
	case checklist.Range:
		return e.T(words.RangeHeading, r.ID, e.name(r.Name), r.Min, r.Max, r.Step)
	case checklist.Zero:
		return e.T(words.ZeroHeading, r.ID, e.name(r.Name))
	}
	return r.ID + " " + e.name(r.Name)
}

// Keys of the page, of a proof, or of the choice over it.
func (d *dossier) Keys() []Action {
	switch {
	case d.doc == nil:
		return nil
	case d.pick != nil:
		return d.pick.keys(d.picking.close)
	case d.item != nil:
		return append([]Action{On(words.ProofDone, d.closeItem, "esc")}, d.item.form.Keys()...)
	}
	keys := append(d.panes.cur().Keys(), On(words.ProofAdd, d.addProof, "ctrl+f").OffIf(d.locked()))
	if d.panes.is(d.form) {
		keys = append(keys, d.form.phraseKeys(d.visit, d.id, d.rule, d.locked())...)
	}
	if d.bonus == "" && !d.unwritten() {
		name := words.Withdraw
		if !d.base.Active() {
			name = words.Restore
		}
		keys = append(keys, On(name, func() tea.Cmd { return tea.Batch(d.save(), d.askStatus(d.base)) }, "ctrl+d").OffIf(d.locked()))
	}
	if d.bonus == "" && !d.unwritten() && d.base.Active() {
		keys = append(keys, d.env.slipKey(d.visit, d.id))
	}
	return append(keys, stepKeys(d.env, d.visit, "", d.env.deep(d.visit))...)
}

// unwritten tells whether the finding is not in the book yet.
func (d *dossier) unwritten() bool {
	_, ok := d.finding(d.id)
	return !ok
}

// Typing tells whether plain keys are text.
func (d *dossier) Typing() bool {
	switch {
	case d.pick != nil:
		return true
	case d.item != nil:
		return d.item.form.Typing()
	case d.doc == nil:
		return false
	}
	return d.panes.cur().Typing()
}

// Hint is the hint of the field.
func (d *dossier) Hint() string {
	switch {
	case d.doc == nil:
		return ""
	case d.locked() != "":
		return d.locked()
	case d.pick != nil:
		return d.env.T(words.PaletteHint)
	case d.item != nil:
		return d.item.form.Hint()
	case d.base.Status == withdrawn:
		return d.env.T(words.WithdrawnHint, d.env.Clean(d.base.Why))
	case d.doc.Register(d.id, d.kind(), "body").Contested:
		return d.env.T(words.FindingContested)
	}
	if lacks := d.lacks(); lacks != "" && (d.panes.is(d.rows) || d.panes.cur().Hint() == "") {
		return lacks
	}
	return d.panes.cur().Hint()
}

// Place remembers the finding and the field.
func (d *dossier) Place() Place {
	p := Place{Screen: "finding", Visit: d.visit, Record: d.id, Item: d.rule}
	if d.bonus != "" {
		p.Screen, p.Item = "claim", d.bonus
	}
	return d.panes.place(p)
}

// Title is the rule or the bonus.
func (d *dossier) Title() string {
	if d.bonus != "" {
		return d.bonus
	}
	return d.rule
}

// ScoresShown tells the header: a finding shows none.
func (d *dossier) ScoresShown() bool { return false }

// Click puts the cursor into a field.
func (d *dossier) Click(x, y int) tea.Cmd {
	if d.doc == nil || d.pick != nil || d.item != nil {
		return nil
	}
	head := min(2, len(d.env.Wrap(d.heading(), 77))) + 1
	return tea.Batch(d.panes.show(d.form), d.form.Click(x, y-head), d.save())
}

// evidenceLine says what a finding or a claim rests on, or that nothing proves it yet.
func (b *bench) evidenceLine(list []checklist.Evidence) string {
	if len(list) == 0 {
		return b.env.T(words.EvidenceNone)
	}
	return b.env.T(words.EvidenceLine, len(list), b.evidenceNames(list))
}

// evidenceNames lists proofs by what they are, in short.
func (b *bench) evidenceNames(list []checklist.Evidence) string {
	var names []string
	for _, ev := range list {
		name := b.proofName(ev)
		if ev.Place != "" {
			name += " " + b.env.Clean(ev.Place)
		}
		names = append(names, name)
	}
	return strings.Join(names, b.env.T(words.ListGap))
}

// proofName is the paper, the talk or the file a proof is.
func (b *bench) proofName(ev checklist.Evidence) string {
	e := b.env
	switch {
	case ev.File != (checklist.ID{}):
		for _, a := range b.doc.Attached {
			if a.ID == ev.File {
				return e.Clean(a.Name)
			}
		}
	case ev.Kind == "interview":
		for _, t := range b.doc.Interviews {
			if t.ID == ev.Talk {
				return e.T(words.TalkProof, t.Code)
			}
		}
		return e.T(words.ProofKinds["interview"])
	case ev.Kind == "paper":
		return b.paperName(ev.Material)
	}
	return e.T(words.ProofKinds[ev.Kind])
}

// paperName is a paper of the scheme's list, or one added in the visit.
func (b *bench) paperName(id string) string {
	if m, ok := b.scheme().Material(id); ok {
		return b.env.name(m.Name)
	}
	for _, m := range b.doc.Materials {
		if m.ID.String() == id {
			return b.env.Clean(m.Name)
		}
	}
	return b.env.T(words.ProofKinds["paper"])
}
