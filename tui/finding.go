package tui

import (
	"encoding/json"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// dossier is the editor of what is judged as a whole: a finding with its count, facts and proofs, or a bonus claim.
// The whole is one register; it is kept as a draft while anything in it is typed, and becomes a change when a field is
// left.
type dossier struct {
	*bench
	picking
	id      checklist.ID
	rule    string // of a finding
	bonus   string // of a claim
	base    checklist.Finding
	form    *Form
	rows    *rowsPane
	panes   *panes
	proofs  []checklist.Evidence
	item    *proofForm // a proof that is being written, over the page
	place   Place
	saved   string // the whole as the book has it
	kept    string // the whole as last kept as a draft
	started bool
}

func init() {
	addScreen("finding", func(e *Env, p Place) Screen { return newDossier(e, p, p.Item, "") })
	addScreen("claim", func(e *Env, p Place) Screen { return newDossier(e, p, "", p.Item) })
}

func newDossier(e *Env, p Place, rule, bonus string) *dossier {
	d := &dossier{bench: newBench(e, p.Visit), id: p.Record, rule: rule, bonus: bonus, place: p}
	if bonus != "" {
		d.id = checklist.ClaimID(p.Visit, e.Me.ID, bonus)
	}
	list := NewList(e, Column{}, Column{Grow: true}, Column{Max: 30})
	list.NoTitles = true
	d.rows = &rowsPane{List: list, name: "proofs", keys: d.rowKeys, hint: func() string { return e.T(words.ProofsHint) }}
	d.form = NewForm(e, nil, d.items()...)
	d.panes = newPanes(p, d.form, d.rows)
	d.follow()
	d.begin()
	return d
}

// begin puts the cursor on the facts where the count was set on the row of the rule: they come next.
func (d *dossier) begin() {
	if d.place.Field != "" || d.doc == nil || d.base.Facts != "" {
		return
	}
	if _, written := d.finding(d.id); written {
		d.panes.seek("facts", 0)
	}
}

// lacks says what the finding still needs before it stands, "" for nothing.
func (d *dossier) lacks() string {
	if d.bonus != "" || d.unwritten() || !d.base.Active() {
		return ""
	}
	var parts []string
	for _, t := range checklist.Missing(d.scheme(), &d.doc.Visit, d.sheet) {
		if t.Record == d.id && t.BlocksSigning {
			parts = append(parts, d.say(t.Code, t.Args...))
		}
	}
	if len(parts) == 0 {
		return d.env.T(words.FindingWhole)
	}
	return d.env.T(words.FindingLacks, strings.Join(parts, d.env.T(words.Semicolon)))
}

// items are the fields of the whole: what is counted depends on the rule.
func (d *dossier) items() [][]Item {
	count := Item{Name: "count", Label: words.CountLabel, In: InNumber, Width: 5}
	if d.bonus != "" {
		return [][]Item{{count}, {{Name: "facts", Label: words.FactsLabel, In: InText, Height: 4}}}
	}
	if r, _, ok := d.scheme().Rule(d.rule); ok {
		switch r.Mode {
		case checklist.Fixed, checklist.Zero:
			count.Skip = func() bool { return true }
		case checklist.Range:
			count = Item{Name: "mark", Label: words.MarkLabel, In: InChoice, Options: markOptions(r)}
		case checklist.Given:
			count = Item{Name: "mark", Label: words.MarkLabel, In: InPoints, Width: 6}
		default:
			name := r.Unit()
			count.Unit = words.Text{ZH: name.ZH, EN: name.EN}
		}
	}
	return [][]Item{
		{count},
		{{Name: "facts", Label: words.FactsLabel, In: InText, Height: 4, Hint: words.FactsHint}},
		{{Name: "criterion", Label: words.CriterionLabel, In: InLine, Hint: words.CriterionHint}},
		{{Name: "cause", Label: words.CauseLabel, In: InLine}},
		{{Name: "effect", Label: words.EffectLabel, In: InLine}},
	}
}

// markOptions are the values of a range rule, by step.
func markOptions(r *checklist.Rule) []field.Option {
	var out []field.Option
	for m := r.Min; m <= r.Max && r.Step > 0; m += r.Step {
		out = append(out, field.Option{Value: m.String(), Word: m.String()})
	}
	return out
}

// follow takes what the book says into the fields, unless they are being changed.
func (d *dossier) follow() {
	if d.doc == nil {
		return
	}
	dirty := d.started && d.form.begun(d.text()) != d.saved
	base, ok := d.finding(d.id)
	if d.bonus != "" {
		var c checklist.Claim
		if c, ok = d.sheet.Claims[d.bonus]; ok {
			base = checklist.Finding{ID: d.id, Count: c.Count, Facts: c.Facts, Evidence: c.Evidence}
		}
	}
	if !ok && !d.started {
		base = d.fresh(d.rule)
		base.ID = d.id
	}
	if !ok && d.started {
		base = d.base
		base.Status = ""
	}
	d.base = base
	if !dirty {
		d.fill(base)
		d.saved = d.text()
		d.kept = d.saved
	}
	if !d.started {
		d.started = true
		d.recover()
	}
	d.setRows()
}

func (d *dossier) fill(f checklist.Finding) {
	set := func(name, value string) {
		if d.form.Value(name) != value {
			d.form.Set(name, value)
		}
	}
	set("count", countText(f.Count))
	set("mark", f.Mark.String())
	set("facts", f.Facts)
	set("criterion", f.Criterion)
	set("cause", f.Cause)
	set("effect", f.Effect)
	d.proofs = append([]checklist.Evidence(nil), f.Evidence...)
}

// recover puts back what was typed when the program last ended, and the field with the cursor.
func (d *dossier) recover() {
	kind := d.kind()
	draft, ok := d.env.Found(d.id, kind, "body")
	if ok {
		f := d.base
		if json.Unmarshal([]byte(draft.Text), &f) == nil {
			d.fill(f)
			d.form.retype(draft.Text)
		}
	}
	d.panes.seek(d.place.Field, d.place.Offset)
}

func (d *dossier) kind() store.Kind {
	if d.bonus != "" {
		return store.KindClaim
	}
	return store.KindFinding
}

// whole is the finding as the fields say it.
func (d *dossier) whole() checklist.Finding {
	f := d.base
	f.Facts, f.Criterion = d.form.Value("facts"), d.form.Value("criterion")
	f.Cause, f.Effect = d.form.Value("cause"), d.form.Value("effect")
	if it := d.form.named("count"); it != nil && it.here() {
		f.Count = countOf(d.form.Value("count"))
	}
	if it := d.form.named("mark"); it != nil {
		f.Mark, _ = checklist.ParsePoints(d.form.Value("mark")) // nothing chosen is no value, which the review names
	}
	f.Evidence = nil
	if len(d.proofs) > 0 {
		f.Evidence = d.proofs
	}
	return f
}

// text is the whole as its register writes it.
func (d *dossier) text() string {
	f := d.whole()
	if d.bonus != "" {
		return bodyText(d.claimOf(f))
	}
	return bodyText(f)
}

func (d *dossier) claimOf(f checklist.Finding) checklist.Claim {
	return checklist.Claim{ID: d.id, Bonus: d.bonus, Count: f.Count, Facts: f.Facts, Evidence: f.Evidence, Person: d.env.Me.ID}
}

// Open reads the visit.
func (d *dossier) Open() tea.Cmd { return d.bench.open() }

// Update types, and follows the book.
func (d *dossier) Update(msg tea.Msg) tea.Cmd {
	if d.update(msg) {
		_, failed := msg.(FailedMsg)
		d.follow()
		if failed && d.text() != d.saved {
			d.kept = d.saved
			return d.keep()
		}
		return nil
	}
	switch m := msg.(type) {
	case tea.KeyPressMsg, tea.PasteMsg:
	case phraseMsg:
		if cmd, mine := d.form.takePhrase(m, d.id); mine {
			return tea.Batch(cmd, d.keep())
		}
		return nil
	default:
		return nil
	}
	if d.doc == nil {
		return nil
	}
	if d.pick != nil {
		return d.pick.list.Update(msg)
	}
	if d.item != nil {
		cmd := d.item.form.Update(msg)
		d.item.into(d.proofs)
		return tea.Batch(cmd, d.keep())
	}
	if why := d.locked(); why != "" && d.panes.is(d.form) && changes(msg) {
		return d.env.Fail(why)
	}
	was, _ := d.panes.cur().Focused()
	cmd := tea.Batch(d.panes.Update(msg), d.keep())
	if now, _ := d.panes.cur().Focused(); now != was {
		return tea.Batch(cmd, d.save())
	}
	return cmd
}

// changes tells a message that types from one that moves.
func changes(msg tea.Msg) bool {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return true
	}
	switch k.String() {
	case "backspace", "delete", "space":
		return true
	}
	return plain(k)
}

// keep makes a draft of the whole when it changed, and drops it when it is typed back to what the book says.
func (d *dossier) keep() tea.Cmd {
	text := d.form.begun(d.text())
	if text == d.kept {
		return nil
	}
	d.kept = text
	if text == d.saved {
		return d.env.forget(keyOf(d.id, d.kind(), "body"))
	}
	_, offset := d.panes.cur().Focused()
	return d.env.Type(store.Draft{Record: d.id, Kind: d.kind(), Field: "body", Text: text, Cursor: offset,
		Shown: d.doc.Shown(d.id, d.kind(), "body")})
}

// save makes the change of the whole when it differs from the book.
func (d *dossier) save() tea.Cmd {
	if d.doc == nil || d.locked() != "" {
		return nil
	}
	text := d.form.begun(d.text())
	if text == d.saved {
		return nil
	}
	if err := d.form.Check(); err != nil {
		return d.env.FailErr(err)
	}
	d.saved, d.kept = text, text
	f := d.whole()
	if d.bonus != "" {
		return d.saveClaim(d.claimOf(f))
	}
	cmd := d.saveFinding(f)
	if n, known := checklist.Population(d.scheme(), &d.doc.Visit, f); known && f.Count > n {
		cmd = tea.Batch(cmd, d.env.Notice(d.env.T(words.CountAboveNote, f.Rule, f.Count, n)))
	}
	return cmd
}

// Leave makes the change of what was typed.
func (d *dossier) Leave() tea.Cmd { return d.save() }
