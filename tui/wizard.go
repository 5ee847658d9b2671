package tui

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() { addScreen("wizard", newWizard) }

// wizard is the first start: what must not be typed in, who works here, where the units come from, what is judged by.
type wizard struct {
	env    *Env
	page   int
	form   *Form
	ways   *List
	files  *browser
	copies *browser // of books to restore
	copied *work    // restoring one
	scheme schemeChoosing
	lock   wizardLock
	then   []Place // where to go in the book that is made
	busy   bool
}

// The pages of the wizard.
const (
	pageNotice = iota
	pageWho
	pageHow
	pageFile
	pageCopy
	pageScheme
	pageSchemeFile
	pageProblems
)

// bookMsg brings a book that the wizard opened; then is where to go in it.
type bookMsg struct {
	book *store.Book
	then []Place
}

// way is one way to begin.
type way struct {
	name, what words.Text
	begin      func(*wizard) tea.Cmd
}

var ways = []way{
	{words.WizardImport, words.WizardImportText, func(s *wizard) tea.Cmd { return s.choose(Place{Screen: "import"}) }},
	{words.WizardTake, words.WizardTakeText, (*wizard).pick},
	{words.WizardSample, words.WizardSampleText, func(s *wizard) tea.Cmd { return s.sample("") }},
	{words.WizardPractice, words.WizardPracticeText, func(s *wizard) tea.Cmd { return s.sample("practice") }},
	{words.WizardEmpty, words.WizardEmptyText, func(s *wizard) tea.Cmd { return s.choose() }},
}

func newWizard(e *Env, _ Place) Screen {
	s := &wizard{env: e}
	roles := []field.Option{}
	for _, r := range []checklist.Role{checklist.RoleLeader, checklist.RoleMember, checklist.RoleRecorder, checklist.RoleOffice} {
		roles = append(roles, field.Option{Value: string(r), Word: e.role(r)})
	}
	known := func() bool { return e.Book != nil }
	s.form = NewForm(e, nil,
		[]Item{{Name: "name", Label: words.WizardName, Width: 16, Hint: words.WizardNameHint}, {Name: "number", Label: words.WizardNumber, Width: 12, Hint: words.WizardNumberHint}},
		[]Item{{Name: "role", Label: words.WizardRole, In: InChoice, Options: roles, Hint: words.WizardRoleHint}},
		[]Item{{Name: "district", Label: words.WizardDistrict, Width: 20, Hint: words.WizardDistrictHint, Skip: known}, {Name: "year", Label: words.WizardYear, In: InNumber, Width: 6, Skip: known}},
	)
	s.form.Set("year", strconv.Itoa(e.Now().Year()))
	s.form.Set("role", string(checklist.RoleMember))
	s.ways = NewList(e, Column{}, Column{Grow: true})
	s.ways.SetRows(len(ways), func(i int) []string { return []string{e.T(ways[i].name), e.T(ways[i].what)} })
	s.files = newBrowser(e, "", s.takeOver, ".db", bundleExt)
	s.copies = newBrowser(e, "", s.restore, ".db", ".age")
	s.scheme.init(s)
	return s
}

// Open reads the schemes that come with the program.
func (s *wizard) Open() tea.Cmd { return s.scheme.read }

// Update goes through the pages.
func (s *wizard) Update(msg tea.Msg) tea.Cmd {
	if f, ok := msg.(wizardFailedMsg); ok {
		s.busy = false
		if s.lock.hear(s.env, f.err) {
			return nil
		}
		return s.env.FailErr(f.err)
	}
	switch msg.(type) {
	case workMsg, workDoneMsg:
		return s.copied.hear(msg, s.restored)
	}
	if cmd, ok := s.scheme.hear(msg); ok {
		return cmd
	}
	if s.lock.on() {
		return s.lock.line.Update(msg)
	}
	switch s.page {
	case pageScheme, pageSchemeFile, pageProblems:
		return s.scheme.update(msg)
	case pageWho:
		return s.form.Update(msg)
	case pageHow:
		return s.ways.Update(msg)
	case pageFile:
		return s.files.update(msg)
	case pageCopy:
		if !s.copied.running() {
			return s.copies.update(msg)
		}
	}
	return nil
}

func (s *wizard) turn(page int) func() tea.Cmd {
	return func() tea.Cmd {
		s.page = page
		return nil
	}
}

// who checks what was typed about the person.
func (s *wizard) who() tea.Cmd {
	e := s.env
	for _, must := range []struct {
		name    string
		missing words.Text
	}{{"name", words.WizardNoName}, {"district", words.WizardNoDistrict}, {"year", words.WizardNoYear}} {
		if strings.TrimSpace(s.form.Value(must.name)) == "" && (must.name == "name" || e.Book == nil) {
			if !s.form.AtEdge(1) {
				return s.form.Move(1)
			}
			return tea.Batch(s.form.FocusOn(must.name, -1), e.Fail(e.T(must.missing)))
		}
	}
	if e.Book != nil {
		return s.enter(func(context.Context) (*store.Book, error) { return e.Book, nil })
	}
	s.page = pageHow
	return nil
}

func (s *wizard) person() checklist.Person {
	return checklist.Person{
		Name: strings.TrimSpace(s.form.Value("name")), Number: strings.TrimSpace(field.Fold(s.form.Value("number"))),
		Role: checklist.Role(s.form.Value("role")),
	}
}

// wizardFailedMsg tells that no book could be opened.
type wizardFailedMsg struct{ err error }

// enter opens or makes a book, says who works on it, and goes on in it.
func (s *wizard) enter(open func(context.Context) (*store.Book, error), then ...Place) tea.Cmd {
	if s.busy {
		return nil
	}
	s.busy = true
	me, ctx, known := s.person(), s.env.Ctx, s.env.Book
	return func() tea.Msg {
		b, err := open(ctx)
		if err != nil {
			return wizardFailedMsg{err}
		}
		if me.Name != "" { // before anybody said who works here, a sample has its own person
			if err := b.SetMe(ctx, me); err != nil {
				if b != known {
					err = errors.Join(err, b.Close())
				}
				return wizardFailedMsg{err}
			}
		}
		return bookMsg{b, onlyIfCame(ctx, b, then)}
	}
}

// choose asks by which scheme the book that is to be made judges; then is where to go in it.
func (s *wizard) choose(then ...Place) tea.Cmd {
	s.page, s.then = pageScheme, then
	return nil
}

// create makes the book.
func (s *wizard) create(scheme []byte) tea.Cmd {
	create := s.env.Opt.Create
	setup := store.Setup{District: strings.TrimSpace(s.form.Value("district")), Year: s.form.Value("year"), Scheme: scheme}
	return s.enter(func(ctx context.Context) (*store.Book, error) { return create(ctx, setup) }, s.then...)
}

func (s *wizard) sample(scheme string) tea.Cmd {
	open := s.env.Opt.Sample
	return s.enter(func(ctx context.Context) (*store.Book, error) { return open(ctx, scheme) })
}

func (s *wizard) pick() tea.Cmd {
	s.page = pageFile
	return s.files.open("")
}

func (s *wizard) takeOver(path string) tea.Cmd {
	open := s.env.Opt.TakeOver
	return s.enter(func(ctx context.Context) (*store.Book, error) {
		b, err := open(ctx, path, "")
		if store.Asks(err) != "" {
			err = &lockedFile{path, err}
		}
		return b, err
	}, Place{Screen: "came"})
}

// Frame draws the page.
func (s *wizard) Frame(w, h int) Frame {
	e := s.env
	title := func(t words.Text) string { return " " + e.Style.Title.Render(e.T(t)) + "\n\n" }
	switch {
	case s.busy:
		return Frame{Body: title(words.WizardBusy)}
	case s.lock.on():
		return s.lock.frame(e, w)
	case s.page == pageNotice:
		return Frame{Body: title(words.WizardWelcome) + s.paragraphs(w, words.WizardWhat, words.WizardSecret, words.WizardPlain)}
	case s.page == pageWho:
		body, cursor := s.form.View(w, h-2)
		if cursor != nil {
			cursor.Y += 2
		}
		return Frame{title(words.WizardWho) + body, cursor}
	case s.page == pageHow:
		return Frame{Body: title(words.WizardHow) + strings.Join(s.ways.Rows(w, h-2), "\n")}
	case s.page == pageCopy:
		return s.copyFrame(w, h)
	case s.page >= pageScheme:
		return s.scheme.frame(w, h)
	}
	return s.files.frame(w, h)
}

func (s *wizard) paragraphs(w int, texts ...words.Text) string {
	var b strings.Builder
	for _, t := range texts {
		for _, l := range s.env.Wrap(s.env.T(t), min(w-6, 100)) {
			b.WriteString("   " + l + "\n")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// Keys of the page.
func (s *wizard) Keys() []Action {
	switch {
	case s.busy:
		return nil
	case s.lock.on():
		return []Action{On(words.OpenStage, s.unlock, "enter"), On(words.KeyBack, s.lock.close, "esc")}
	case s.page == pageNotice:
		keys := []Action{On(words.WizardRead, s.turn(pageWho), "enter")}
		if s.env.Book == nil && s.env.Opt.Restore != nil {
			keys = append(keys, On(words.WizardRestore, s.pickCopy, "f5", "ctrl+t"))
		}
		if s.env.Book == nil && s.env.Opt.Sample != nil {
			keys = append(keys, On(words.WizardPractice, func() tea.Cmd { return s.sample("practice") }, "f6", "ctrl+p"))
		}
		return keys
	case s.page == pageWho:
		return append([]Action{On(words.WizardNext, s.who, "enter")}, append(s.form.Keys(), On(words.KeyBack, s.turn(pageNotice), "esc"))...)
	case s.page == pageHow:
		begin := func() tea.Cmd { return ways[s.ways.Selected()].begin(s) }
		return []Action{Show(words.KeyMove, "up", "down"), On(words.KeyConfirm, begin, "enter"), On(words.KeyBack, s.turn(pageWho), "esc")}
	case s.page == pageCopy:
		return s.copyKeys()
	case s.page >= pageScheme:
		return s.scheme.keys()
	}
	return append(s.files.keys(), On(words.KeyBack, s.turn(pageHow), "esc"))
}

// Typing tells whether a text field has the focus.
func (s *wizard) Typing() bool {
	return s.lock.on() || s.page == pageWho && s.form.Typing() || s.page == pageFile || s.page == pageCopy || s.page == pageSchemeFile
}

// Hint of the focused field.
func (s *wizard) Hint() string {
	switch s.page {
	case pageWho:
		return s.form.Hint()
	case pageFile:
		return s.env.T(words.WizardFileHint)
	case pageCopy:
		return s.env.T(words.WizardRestoreHint)
	case pageScheme:
		return s.env.T(words.WizardSchemeHint)
	case pageSchemeFile:
		return s.env.T(words.WizardSchemeFileHint)
	}
	return ""
}

// Title is the program's name.
func (s *wizard) Title() string { return s.env.T(words.Product) }
