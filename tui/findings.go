package tui

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// findings lists all own findings of one rule, the withdrawn ones too, for a rule that was hit more than once.
type findings struct {
	*bench
	rule string
	list *List
	all  []checklist.Finding
}

func init() {
	addScreen("findings", func(e *Env, p Place) Screen { return newFindings(e, p.Visit, p.Item) })
}

func newFindings(e *Env, visit checklist.ID, rule string) *findings {
	f := &findings{bench: newBench(e, visit), rule: rule}
	f.list = NewList(e, Column{Title: e.T(words.CountCol), Right: true, Min: 4}, Column{Title: e.T(words.FactsLabel), Grow: true},
		Column{Title: e.T(words.EvidenceCol), Right: true}, Column{Title: e.T(words.StatusCol), Max: 24})
	f.settle()
	return f
}

func (f *findings) settle() {
	if f.doc == nil {
		return
	}
	f.all = f.all[:0]
	for _, x := range f.sheet.Findings {
		if x.Rule == f.rule {
			f.all = append(f.all, x)
		}
	}
	f.list.SetRows(len(f.all)+1, f.cells)
}

func (f *findings) cells(i int) []string {
	if i >= len(f.all) {
		return []string{"", f.env.T(words.FindingAddRow)}
	}
	x := f.all[i]
	count := strconv.FormatInt(x.Count, 10)
	if x.Count == 0 {
		count = x.Mark.String()
	}
	status := f.env.T(words.FindingStatus[x.Status])
	if x.Status == withdrawn && x.Why != "" {
		status = f.env.T(words.WithdrawnWhy, x.Why)
	}
	return []string{count, x.Facts, strconv.Itoa(len(x.Evidence)), status}
}

// Open reads the visit.
func (f *findings) Open() tea.Cmd { return f.open() }

// Update moves and follows the book.
func (f *findings) Update(msg tea.Msg) tea.Cmd {
	if f.update(msg) {
		f.settle()
		return nil
	}
	return f.list.Update(msg)
}

// Frame draws the rule and its findings.
func (f *findings) Frame(w, h int) Frame {
	e := f.env
	if f.doc == nil {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	name := f.rule
	if r, _, ok := f.scheme().Rule(f.rule); ok {
		name += " " + e.name(r.Name)
	}
	lines := []string{" " + e.Style.Title.Render(e.Cut(name, w-2)), e.Rule(w)}
	return Frame{Body: strings.Join(append(lines, f.list.Rows(w, h-2)...), "\n")}
}

func (f *findings) chosen() (checklist.Finding, bool) {
	if i := f.list.Selected(); i >= 0 && i < len(f.all) {
		return f.all[i], true
	}
	return checklist.Finding{}, false
}

// Keys open, withdraw and restore.
func (f *findings) Keys() []Action {
	if f.doc == nil {
		return nil
	}
	open := On(words.KeyOpen, f.openChosen, "enter")
	keys := []Action{Show(words.KeyMove, "up", "down"), open}
	if x, ok := f.chosen(); ok {
		name := words.Withdraw
		if !x.Active() {
			name = words.Restore
		}
		keys = append(keys, On(name, func() tea.Cmd { return f.askStatus(x) }, "delete", "ctrl+d").OffIf(f.locked()))
	} else {
		keys[1] = open.OffIf(f.locked())
	}
	return append(keys, stepKeys(f.env, f.visit, "", f.env.deep(f.visit))...)
}

func (f *findings) openChosen() tea.Cmd {
	id := newItem(f.visit)
	if x, ok := f.chosen(); ok {
		id = x.ID
	}
	return f.env.Go(Place{Screen: "finding", Visit: f.visit, Record: id, Item: f.rule})
}

// Click selects a row.
func (f *findings) Click(x0, y0 int) tea.Cmd {
	f.list.Click(x0, y0-2)
	return nil
}

// Place remembers the rule.
func (f *findings) Place() Place { return Place{Screen: "findings", Visit: f.visit, Item: f.rule} }

// Title is the rule.
func (f *findings) Title() string { return f.env.T(words.FindingsTitle, f.rule) }

// Hint says that nothing is deleted.
func (f *findings) Hint() string { return f.env.T(words.FindingsHint) }

// ScoresShown tells the header: the list shows none.
func (f *findings) ScoresShown() bool { return false }
