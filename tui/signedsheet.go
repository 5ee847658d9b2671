package tui

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/report"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("signed-sheet", newSignedSheet) }

// signedSheet is the form of a sheet that came back signed: its check code, who signed it and when, and the scan.
type signedSheet struct {
	env   *Env
	visit checklist.ID
	form  *Form
	files *browser // open while the scan is looked for
}

// cameBackMsg tells that a signed sheet was recorded.
type cameBackMsg struct {
	match report.Match
	x     checklist.SignedSheet
}

func newSignedSheet(e *Env, p Place) Screen {
	s := &signedSheet{env: e, visit: p.Visit}
	hint := words.SignedSheetHint
	s.form = NewForm(e, nil, []Item{{Name: "code", Label: words.SheetCode, Width: 16, Hint: hint}},
		[]Item{{Name: "who", Label: words.SignedSheetBy, Width: 16, Hint: hint}}, []Item{{Name: "post", Label: words.SlipPostW, Width: 16, Hint: hint}},
		[]Item{{Name: "on", In: InDate, Label: words.FieldWords["signed_sheet.day"], Width: 12, Hint: hint}},
		[]Item{{Name: "note", Label: words.SheetRemark, Hint: hint}}, []Item{{Name: "scan", Label: words.SlipScan, Hint: words.SlipScanHint}})
	s.form.Set("on", e.Today())
	s.form.Keep("signed-sheet", s.visit)
	s.form.Resume(p)
	return s
}

// Update types.
func (s *signedSheet) Update(msg tea.Msg) tea.Cmd {
	if m, ok := msg.(cameBackMsg); ok {
		said := s.env.T(words.SignedSaved, s.env.T(m.match.Kind.Title), m.match.Of, m.x.Signer, m.x.Day)
		if !m.match.Same {
			said = s.env.T(words.SignedOld)
		}
		return tea.Batch(s.env.Back(), s.env.Notice(said))
	}
	if s.files != nil {
		return s.files.update(msg)
	}
	return s.form.Update(msg)
}

// save records the sheet with its scan, both or neither.
func (s *signedSheet) save() tea.Cmd {
	e, f := s.env, s.form
	if err := f.Check(); err != nil {
		return e.FailErr(err)
	}
	code, scan, made := f.Value("code"), fullPath(strings.TrimSpace(f.Value("scan"))), e.Now().Format(momentForm)
	x := checklist.SignedSheet{Signer: strings.TrimSpace(f.Value("who")), Post: f.Value("post"), Day: f.Value("on"), Note: f.Value("note")}
	return f.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		file, err := os.Open(scan)
		if err != nil {
			return nil, &store.Fault{Code: "attach.read", Args: []any{filepath.Base(scan)}, Err: err}
		}
		defer file.Close()
		m, err := report.Signed(ctx, b, code, made, x, filepath.Base(scan), file)
		return cameBackMsg{m, x}, err
	})
}

// choose looks for the scan.
func (s *signedSheet) choose() tea.Cmd {
	ends := store.AttachTypes()
	slices.Sort(ends)
	s.files = newBrowser(s.env, s.env.Info.Path, func(path string) tea.Cmd {
		s.files = nil
		return s.form.Put("scan", path)
	}, ends...)
	return s.files.open("")
}

// Frame draws the form, or the files to choose from.
func (s *signedSheet) Frame(w, h int) Frame {
	if s.files != nil {
		return s.files.frame(w, h)
	}
	var c canvas
	c.add(" "+s.env.Style.Title.Render(s.env.T(words.SignedSheetHere)), s.env.Rule(w), "")
	text, cursor := s.form.View(w, h-3)
	c.block(text, cursor, h-3)
	return c.frame()
}

// Keys of the form.
func (s *signedSheet) Keys() []Action {
	if s.files != nil {
		return append(s.files.keys(), On(words.Cancel, func() tea.Cmd {
			s.files = nil
			return nil
		}, "esc"))
	}
	return append(s.form.Keys(), On(words.SignedSheetSave, s.save, "f8", "ctrl+e"), On(words.SlipChoose, s.choose, "f7", "ctrl+u"))
}

// Typing is always so.
func (s *signedSheet) Typing() bool { return true }

// Hint is the form's.
func (s *signedSheet) Hint() string { return s.form.Hint() }

// Title is the crumb.
func (s *signedSheet) Title() string { return s.env.T(words.SignedSheetNew) }

// Place is the visit and the field.
func (s *signedSheet) Place() Place {
	name, offset := s.form.Focused()
	return Place{Screen: "signed-sheet", Visit: s.visit, Field: name, Offset: offset}
}
