package tui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// chooser chooses bundles: by a path in a line, or from a listing in which several can be marked. It begins with the
// bundles beside the book and on the sticks, and the folders to look further in.
type chooser struct {
	env    *Env
	line   *field.Line
	onLine bool
	list   *List
	dir    string // "" for the usual places
	rows   []bundleEntry
	marked map[string]bool
	ready  bool
}

// listingMsg brings a listing.
type listingMsg struct {
	dir  string
	rows []bundleEntry
	err  error
}

func newChooser(e *Env) *chooser {
	c := &chooser{env: e, line: e.Kit.Line(), marked: map[string]bool{}}
	c.list = NewList(e, Column{}, Column{Title: e.T(words.ChooseName), Grow: true}, Column{Title: e.T(words.ChooseFrom), Max: 24},
		Column{Title: e.T(words.ChooseMade)}, Column{Title: e.T(words.ChooseSize), Right: true})
	return c
}

// show lists a folder, or the usual places.
func (c *chooser) show(dir string) tea.Cmd {
	e, book := c.env, c.env.Info.Path
	return func() tea.Msg {
		if dir == "" {
			return listingMsg{rows: usualPlaces(e, shelves(book))}
		}
		rows, err := listFolder(dir, e.Book.Ring())
		return listingMsg{dir, rows, err}
	}
}

// usualPlaces are the bundles beside the book and on sticks, and then the folders themselves.
func usualPlaces(e *Env, list []shelf) (rows []bundleEntry) {
	var folders []bundleEntry
	for _, s := range list {
		folders = append(folders, bundleEntry{path: s.path, name: e.T(s.word) + "  " + shortPath(s.path), folder: true})
		if s.word != words.PlaceBook && s.word != words.PlaceStick {
			continue
		}
		found, err := listFolder(s.path, e.Book.Ring())
		if err != nil {
			continue // pulled out in this moment
		}
		for _, f := range found {
			if !f.folder {
				rows = append(rows, f)
			}
		}
	}
	return append(rows, folders...)
}

// take shows a listing.
func (c *chooser) take(msg listingMsg) tea.Cmd {
	c.ready = true
	if msg.err != nil {
		return c.env.Fail(c.env.T(words.ChooseLost, shortPath(msg.dir)))
	}
	c.dir, c.rows = msg.dir, msg.rows
	if up := filepath.Dir(c.dir); c.dir != "" && up != c.dir {
		c.rows = append([]bundleEntry{{path: up, name: c.env.T(words.ChooseUp), folder: true}}, c.rows...)
	}
	c.list.Empty = c.env.T(words.ChooseNone)
	c.list.SetRows(len(c.rows), c.cells)
	c.list.Select(max(0, slices.IndexFunc(c.rows, func(r bundleEntry) bool { return !r.folder })))
	return nil
}

func (c *chooser) cells(i int) []string {
	e, r := c.env, c.rows[i]
	if r.folder {
		return []string{"", r.name, e.T(words.ChooseFolder), "", ""}
	}
	from := e.T(words.ChooseBad)
	if r.sealed {
		from = e.T(words.ChooseClosed)
	} else if !r.bad {
		from = strings.TrimSpace(r.from.Person.Name + " " + r.from.Label)
	}
	return []string{e.mark(c.marked[r.path]), r.name, from, r.made().In(e.Now().Location()).Format("01-02 15:04"), e.size(r.size)}
}

// update moves, types and marks.
func (c *chooser) update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listingMsg:
		return c.take(msg)
	case tea.PasteMsg:
		c.onLine = true
		return c.line.Update(msg).Cmd
	case tea.KeyPressMsg:
		switch msg.String() {
		case "up", "down", "pgup", "pgdown":
			c.onLine = false
			return c.list.Update(msg)
		case "tab", "shift+tab":
			c.onLine = !c.onLine
			return nil
		}
		if !c.onLine && !plain(msg) {
			return c.list.Update(msg)
		}
		c.onLine = true
		return c.line.Update(msg).Cmd
	}
	return nil
}

func (c *chooser) mark() tea.Cmd {
	if i := c.list.Selected(); i >= 0 && !c.rows[i].folder {
		c.marked[c.rows[i].path] = !c.marked[c.rows[i].path]
		c.list.move("down")
	}
	return nil
}

// markAll marks every bundle of the listing; when all are marked, none.
func (c *chooser) markAll() tea.Cmd {
	all := true
	for _, r := range c.rows {
		all = all && (r.folder || c.marked[r.path])
	}
	for _, r := range c.rows {
		if !r.folder {
			c.marked[r.path] = !all
		}
	}
	return nil
}

// pickedMsg brings what was chosen: bundles, or a folder to list.
type pickedMsg struct {
	paths []string
	dir   string
}

// pick is what Enter takes: the line, else the marked bundles, else the selected row. Paths that were typed are looked at
// in the command, for a stick may be slow.
func (c *chooser) pick() tea.Cmd {
	if c.onLine {
		typed := c.line.Value()
		return func() tea.Msg {
			paths := splitPaths(typed)
			if len(paths) == 1 {
				if st, err := os.Stat(paths[0]); err == nil && st.IsDir() {
					return pickedMsg{dir: paths[0]}
				}
			}
			return pickedMsg{paths: paths}
		}
	}
	i := c.list.Selected()
	if i >= 0 && c.rows[i].folder {
		return send(pickedMsg{dir: c.rows[i].path})
	}
	var paths []string
	for _, r := range c.rows {
		if c.marked[r.path] {
			paths = append(paths, r.path)
		}
	}
	if len(paths) == 0 && i >= 0 {
		paths = []string{c.rows[i].path}
	}
	return send(pickedMsg{paths: paths})
}

// view draws line and listing.
func (c *chooser) view(w, h int) Frame {
	e := c.env
	label := " " + e.T(words.ChooseFile) + " ["
	if c.onLine {
		label = " " + e.Style.Accent.Render(e.T(words.ChooseFile)) + " ["
	}
	room := w - e.Width(label) - 3
	text, p := c.line.View(room, 1)
	where := e.T(words.ChooseStart)
	if c.dir != "" {
		where = shortPath(c.dir)
	}
	lines := []string{label + e.Kit.Meter.Pad(text, room) + "]", "", " " + e.Style.Title.Render(e.Cut(where, w-2)), ""}
	if !c.ready {
		return Frame{Body: strings.Join(append(lines, "   "+e.T(words.Reading)), "\n")}
	}
	c.list.Idle = c.onLine
	f := Frame{Body: strings.Join(append(lines, c.list.Rows(w, h-len(lines))...), "\n")}
	if c.onLine {
		f.Cursor = bar(e.Width(label)+p.X, 0)
	}
	return f
}

// click selects a row, or the line.
func (c *chooser) click(x, y int) {
	c.onLine = y == 0
	if c.onLine {
		c.line.Click(x-c.env.Width(c.env.T(words.ChooseFile))-3, 0)
		return
	}
	c.list.Click(x, y-4)
}
