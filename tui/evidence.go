package tui

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// proofForm is one proof being written: where in the paper, and what it says.
type proofForm struct {
	form  *Form
	at    int
	title string
}

// into puts what is written into the proof.
func (p *proofForm) into(list []checklist.Evidence) {
	if p.at < len(list) {
		list[p.at].Place, list[p.at].Quote = p.form.Value("place"), p.form.Value("quote")
	}
}

// proofRow is a row below the fields of a finding: a proof, a finding of the same fact, or something to do.
type proofRow struct {
	cells []string
	open  func() tea.Cmd
	drop  func() tea.Cmd // nil: nothing to take away
}

// setRows makes the rows anew.
func (d *dossier) setRows() {
	rows := d.proofRows()
	d.rows.SetRows(len(rows), func(i int) []string { return rows[i].cells })
}

func (d *dossier) proofRows() []proofRow {
	e := d.env
	var rows []proofRow
	for i, ev := range d.proofs {
		rows = append(rows, proofRow{
			cells: []string{e.T(words.ProofKinds[ev.Kind]), d.evidenceNames([]checklist.Evidence{ev}), ev.Quote},
			open:  func() tea.Cmd { return d.openItem(i) },
			drop:  func() tea.Cmd { return d.dropProof(i) },
		})
	}
	rows = append(rows, proofRow{cells: []string{"", e.T(words.ProofAddRow)}, open: d.addProof})
	for _, a := range d.doc.Attached {
		if a.Host == d.id && !slices.ContainsFunc(d.proofs, func(ev checklist.Evidence) bool { return ev.File == a.ID }) {
			rows = append(rows, proofRow{cells: []string{e.T(words.FileWord), a.Name, e.T(words.FileUnused)},
				open: func() tea.Cmd { return d.add(checklist.Evidence{Kind: "observed", File: a.ID}) }})
		}
	}
	if d.bonus != "" {
		return rows
	}
	for _, f := range d.linked() {
		rows = append(rows, proofRow{cells: []string{e.T(words.SameFact), f.Rule + " " + f.Facts, d.exclusion(f)},
			open: func() tea.Cmd {
				return e.Swap(Place{Screen: "finding", Visit: d.visit, Record: f.ID, Item: f.Rule})
			},
			drop: func() tea.Cmd { return d.link(f.ID, false) }})
	}
	return append(rows, proofRow{cells: []string{"", e.T(words.LinkRow)}, open: d.addLink})
}

// exclusion says which of two findings of one fact counts.
func (d *dossier) exclusion(other checklist.Finding) string {
	_, ind, ok := d.scheme().Rule(d.rule)
	if !ok {
		return ""
	}
	for _, id := range []string{ind.ID, d.indicatorOf(other.Rule)} {
		x, found := d.score().Indicator(id)
		if !found {
			continue
		}
		for _, l := range x.Lines {
			if (l.Code == "line.excluded" || l.Code == "line.same_fact") && (l.Finding == d.id || l.Finding == other.ID) {
				return d.env.T(words.NotCounted, l.Rule)
			}
		}
	}
	return d.env.T(words.BothCount)
}

func (d *dossier) indicatorOf(rule string) string {
	if _, ind, ok := d.scheme().Rule(rule); ok {
		return ind.ID
	}
	return ""
}

// rowKeys are the keys of the rows.
func (d *dossier) rowKeys() []Action {
	rows, i := d.proofRows(), d.rows.Selected()
	if i < 0 || i >= len(rows) {
		return nil
	}
	keys := []Action{On(words.KeyOpen, rows[i].open, "enter").OffIf(d.locked()), Show(words.KeyMove, "up", "down")}
	if rows[i].drop != nil {
		keys = append(keys, On(words.ProofDrop, rows[i].drop, "delete", "backspace").OffIf(d.locked()))
	}
	return append(keys, Show(words.KeyNext, "tab"))
}

// addProof lets a source be chosen: the papers of the indicator first, what was seen on site, talks, files.
func (d *dossier) addProof() tea.Cmd {
	e := d.env
	rows := d.sources()
	return d.picking.open(newPicker(e, e.T(words.ProofPick), rows, func(chosen []pickRow) tea.Cmd {
		ev := checklist.Evidence{Kind: "paper", Material: chosen[0].id}
		switch chosen[0].kind {
		case "":
			ev = checklist.Evidence{Kind: "observed"}
		case store.KindInterview:
			ev = checklist.Evidence{Kind: "interview", Talk: chosen[0].record}
		case store.KindAttachment:
			ev = checklist.Evidence{Kind: "observed", File: chosen[0].record}
		case store.KindVisit:
			return tea.Batch(d.save(), e.Go(Place{Screen: "attach", Visit: d.visit, Record: d.id}))
		}
		return d.add(ev)
	}))
}

// sources are what a proof may be: first the papers that were seen, then those that the indicator asks for, what was seen
// on site, the other papers, the talks and the files.
func (d *dossier) sources() []pickRow {
	e := d.env
	seen, near, rest := d.paperRows()
	rows := append(append(seen, near...), pickRow{word: e.T(words.ProofKinds["observed"]), text: e.T(words.ObservedRow)})
	rows = append(rows, rest...)
	for _, t := range d.doc.Interviews {
		if t.Status != withdrawn {
			rows = append(rows, pickRow{kind: store.KindInterview, record: t.ID, word: e.T(words.ProofKinds["interview"]), text: e.T(words.TalkRow, t.Code)})
		}
	}
	for _, a := range d.doc.Attached {
		if a.Status != withdrawn {
			rows = append(rows, pickRow{kind: store.KindAttachment, record: a.ID, word: e.T(words.FileWord), text: cmp.Or(a.Caption, a.Name)})
		}
	}
	return append(rows, pickRow{kind: store.KindVisit, word: e.T(words.FileWord), text: e.T(words.AttachRow)})
}

// paperRows are the papers with their number and period: those that were seen, of which those that the indicator asks for
// come first; those that it asks for and nobody has seen; and the others.
func (d *dossier) paperRows() (seen, near, rest []pickRow) {
	e := d.env
	_, ind, judged := d.scheme().Rule(d.rule)
	add := func(to *[]pickRow, id, name string, m checklist.Material) {
		text := strings.TrimSpace(name + "  " + strings.TrimSpace(m.Number+" "+m.Period))
		*to = append(*to, pickRow{kind: store.KindMaterial, id: id, word: e.T(words.ProofKinds["paper"]), state: e.T(words.PaperStatus[m.Status]), text: text})
	}
	for _, asked := range []bool{true, false} {
		for _, def := range d.scheme().Materials {
			m := d.paper(def.ID)
			switch {
			case asked != (judged && slices.Contains(ind.Materials, def.ID)):
			case m.Status == "seen":
				add(&seen, def.ID, e.name(def.Name), m)
			case asked:
				add(&near, def.ID, e.name(def.Name), m)
			default:
				add(&rest, def.ID, e.name(def.Name), m)
			}
		}
	}
	for _, m := range d.doc.Materials {
		if m.Material == "" && m.Name != "" {
			add(&seen, m.ID.String(), m.Name, m) // added because it turned up
		}
	}
	return seen, near, rest
}

// paper is what the visit recorded of a paper of the scheme's list.
func (d *dossier) paper(id string) checklist.Material {
	i := slices.IndexFunc(d.doc.Materials, func(m checklist.Material) bool { return m.Material == id })
	if i < 0 {
		return checklist.Material{}
	}
	return d.doc.Materials[i]
}

// add takes a new proof and goes on to its text.
func (d *dossier) add(ev checklist.Evidence) tea.Cmd {
	d.proofs = append(d.proofs, ev)
	return tea.Batch(d.save(), d.openItem(len(d.proofs)-1))
}

// openItem lays the page of a proof over the finding.
func (d *dossier) openItem(i int) tea.Cmd {
	ev, e := d.proofs[i], d.env
	place, quote := words.PlaceLabel, words.QuoteLabel
	if ev.Kind != "paper" {
		place, quote = words.SeenPlace, words.SeenQuote
	}
	p := &proofForm{at: i, title: e.T(words.ProofTitle, i+1, d.proofName(ev))}
	p.form = NewForm(e, nil,
		[]Item{{Name: "place", Label: place, In: InLine, Hint: words.PlaceHint, Skip: func() bool { return ev.Kind == "interview" }}},
		[]Item{{Name: "quote", Label: quote, In: InText, Height: 6, Hint: words.QuoteHint}})
	p.form.Set("place", ev.Place)
	p.form.Set("quote", ev.Quote)
	p.form.take(1)
	d.item = p
	return nil
}

// closeItem goes back to the finding and makes the change.
func (d *dossier) closeItem() tea.Cmd {
	d.item.into(d.proofs)
	at := d.item.at
	d.item = nil
	cmd := tea.Batch(d.save(), d.panes.show(d.rows))
	d.setRows()
	d.rows.Select(at)
	return cmd
}

func (d *dossier) dropProof(i int) tea.Cmd {
	d.proofs = slices.Delete(d.proofs, i, i+1)
	d.setRows()
	return d.save()
}

// linked are the own findings that speak of the same fact.
func (d *dossier) linked() []checklist.Finding {
	var out []checklist.Finding
	for _, l := range d.sheet.Links {
		other := l[0]
		if l[0] == d.id {
			other = l[1]
		} else if l[1] != d.id {
			continue
		}
		if f, ok := d.finding(other); ok && f.Active() {
			out = append(out, f)
		}
	}
	return out
}

// addLink lets a finding of the same fact be chosen.
func (d *dossier) addLink() tea.Cmd {
	e, here := d.env, d.linked()
	var rows []pickRow
	for _, row := range e.findingRows(d.doc) {
		if row.record != d.id && !slices.ContainsFunc(here, func(f checklist.Finding) bool { return f.ID == row.record }) {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return e.Fail(e.T(words.LinkNone))
	}
	return d.picking.open(newPicker(e, e.T(words.LinkPick), rows, func(chosen []pickRow) tea.Cmd {
		return tea.Batch(d.save(), d.link(chosen[0].record, true))
	}))
}

// link says that two findings speak of one fact, or takes that back.
func (d *dossier) link(other checklist.ID, one bool) tea.Cmd {
	doc, id := d.doc, d.id
	return d.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		if one {
			return nil, b.LinkFacts(ctx, doc, id, other)
		}
		return nil, b.UnlinkFacts(ctx, doc, id, other)
	})
}
