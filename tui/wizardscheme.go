package tui

import (
	"os"
	"path/filepath"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// schemeChoosing is the part of the wizard that asks for the scheme: one that comes with the program, or a file, whose
// problems are shown line by line before anything is made of it.
type schemeChoosing struct {
	w       *wizard
	choices []readScheme
	list    *List
	files   *browser
	file    *lintedFile
	tree    *tree
}

// readScheme is a choice as it was read.
type readScheme struct {
	source []byte
	scheme *checklist.Scheme
}

// lintedFile is a scheme file with all that is to be said about it; scheme is nil while it has errors.
type lintedFile struct {
	path     string
	source   []byte
	problems []checklist.Problem
	scheme   *checklist.Scheme
}

type (
	choicesMsg struct{ list []readScheme }
	lintedMsg  struct {
		file *lintedFile
		err  error
	}
)

func (c *schemeChoosing) init(w *wizard) {
	e := w.env
	c.w, c.tree = w, newTree(e)
	c.list = NewList(e, Column{Grow: true}, Column{Max: 36})
	c.files = newBrowser(e, "", func(path string) tea.Cmd { return c.lint(path) }, ".yaml", ".yml", ".json")
	c.fill()
}

// read reads the schemes that come with the program.
func (c *schemeChoosing) read() tea.Msg {
	var list []readScheme
	for _, x := range c.w.env.Opt.Schemes {
		if s, err := checklist.LoadScheme(x.Source); err == nil {
			list = append(list, readScheme{x.Source, s})
		}
	}
	return choicesMsg{list}
}

// fill makes the rows: the schemes of the program, and the row for a file.
func (c *schemeChoosing) fill() {
	e := c.w.env
	c.list.SetRows(len(c.choices)+1, func(i int) []string {
		if i == len(c.choices) {
			return []string{e.T(words.WizardSchemeFromFile), e.T(words.WizardSchemeFileText)}
		}
		s := c.choices[i].scheme
		return []string{e.name(s.Name), e.T(words.WizardSchemeCount, len(s.Categories), s.Count)}
	})
}

// hear takes what was read.
func (c *schemeChoosing) hear(msg tea.Msg) (tea.Cmd, bool) {
	switch msg := msg.(type) {
	case choicesMsg:
		c.choices = msg.list
		c.fill()
		c.list.Select(0)
		return nil, true
	case lintedMsg:
		if msg.err != nil {
			return c.w.env.Fail(c.w.env.T(words.BrowseFailed, msg.err)), true
		}
		c.file = msg.file
		c.tree.set(c.problems())
		c.tree.all(true)()
		c.w.page = pageProblems
		return nil, true
	}
	return nil, false
}

func (c *schemeChoosing) update(msg tea.Msg) tea.Cmd {
	switch c.w.page {
	case pageScheme:
		return c.list.Update(msg)
	case pageSchemeFile:
		return c.files.update(msg)
	}
	return c.tree.Update(msg)
}

// lint reads a scheme file and looks for everything that is wrong with it.
func (c *schemeChoosing) lint(path string) tea.Cmd {
	return func() tea.Msg {
		src, err := os.ReadFile(path)
		if err != nil {
			return lintedMsg{err: err}
		}
		f := &lintedFile{path: path, source: src, problems: checklist.Lint(src)}
		f.scheme, _ = checklist.LoadScheme(src) // what stops it is among the problems
		return lintedMsg{file: f}
	}
}

// problems are the problems of the file: where, what, and what to do.
func (c *schemeChoosing) problems() (out []*branch) {
	e := c.w.env
	for i, p := range c.file.problems {
		word := words.LintError
		if p.Severity == checklist.SeverityWarning {
			word = words.LintWarning
		}
		text := e.T(word) + "  " + e.say(p.Code, p.Args...)
		if p.Line > 0 {
			text = e.T(words.LintLine, p.Line, text)
		}
		b := &branch{key: count(i), text: text}
		if do := words.Advice(e.Lang, p.Code, p.Near, p.Args...); do != "" {
			b.parts = []*branch{{text: e.T(words.LintDo, do), faint: true}}
		}
		out = append(out, b)
	}
	return out
}

// take goes on with the selected scheme, or asks for a file.
func (c *schemeChoosing) take() tea.Cmd {
	i := c.list.Selected()
	if i < len(c.choices) {
		return c.w.create(c.choices[i].source)
	}
	c.w.page = pageSchemeFile
	return c.files.open("")
}

func (c *schemeChoosing) frame(w, h int) Frame {
	e := c.w.env
	switch c.w.page {
	case pageScheme:
		return Frame{Body: " " + e.Style.Title.Render(e.T(words.WizardSchemeTitle)) + "\n\n" + joinLines(c.list.Rows(w, h-2))}
	case pageSchemeFile:
		return c.files.frame(w, h)
	}
	var v canvas
	for _, l := range e.Wrap(c.verdict(), w-3) {
		v.add(" " + e.Style.Title.Render(l))
	}
	v.add(e.Rule(w))
	v.block(joinLines(c.tree.view(w, h-len(v.lines))), nil, h-len(v.lines))
	return v.frame()
}

// verdict says in a line whether the file can be used.
func (c *schemeChoosing) verdict() string {
	e, f := c.w.env, c.file
	name, warns := filepath.Base(f.path), 0
	for _, p := range f.problems {
		if p.Severity == checklist.SeverityWarning {
			warns++
		}
	}
	switch s := f.scheme; {
	case s == nil:
		return e.T(words.WizardSchemeBad, name, len(f.problems)-warns, warns)
	case warns > 0:
		return e.T(words.WizardSchemeWarn, name, warns)
	default:
		return e.T(words.WizardSchemeGood, name, e.name(s.Name), s.Version, len(s.Categories), s.Count)
	}
}

func (c *schemeChoosing) keys() []Action {
	e, w := c.w.env, c.w
	back := func(page int) Action { return On(words.KeyBack, w.turn(page), "esc") }
	switch w.page {
	case pageScheme:
		return []Action{Show(words.KeyMove, "up", "down"), On(words.KeyConfirm, c.take, "enter"), back(pageHow)}
	case pageSchemeFile:
		return append(c.files.keys(), back(pageScheme))
	}
	use := On(words.WizardSchemeUse, func() tea.Cmd { return w.create(c.file.source) }, "enter")
	if c.file.scheme == nil {
		use = use.OffIf(e.T(words.WizardSchemeNot))
	}
	return []Action{use, On(words.WizardSchemeAgain, func() tea.Cmd { return c.lint(c.file.path) }, "ctrl+u"), Show(words.KeyMove, "up", "down"), back(pageSchemeFile)}
}
