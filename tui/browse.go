package tui

import (
	"cmp"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// browser finds a file: folders and the files of wanted kinds; typing filters, a typed or dropped path is taken too.
type browser struct {
	env     *Env
	ends    []string // wanted endings, lower case, with the dot
	dir     string   // "" shows the usual places
	start   string   // a path beside which one looks first
	entries []fileEntry
	list    *List
	done    func(path string) tea.Cmd
}

type fileEntry struct {
	path, name string
	dir        bool
}

// browseMsg brings a folder's entries, or a file that was named by its path.
type browseMsg struct {
	browser *browser
	dir     string
	entries []fileEntry
	file    string
	err     error
}

func newBrowser(e *Env, start string, done func(string) tea.Cmd, ends ...string) *browser {
	b := &browser{env: e, start: start, done: done, ends: ends}
	b.list = NewList(e, Column{Grow: true}, Column{})
	b.list.Filter, b.list.Empty = true, e.T(words.BrowseEmpty, strings.Join(ends, " "))
	return b
}

// open reads a folder; "" is the list of usual places.
func (b *browser) open(dir string) tea.Cmd {
	ends, start := b.ends, b.start
	return func() tea.Msg {
		if dir == "" {
			var entries []fileEntry
			for _, s := range shelves(start) {
				entries = append(entries, fileEntry{s.path, b.env.T(s.word) + "  " + shortPath(s.path), true})
			}
			return browseMsg{browser: b, entries: entries}
		}
		return readFolder(b, dir, ends)
	}
}

func readFolder(b *browser, dir string, ends []string) browseMsg {
	list, err := os.ReadDir(dir)
	msg := browseMsg{browser: b, dir: dir, err: err, entries: []fileEntry{{filepath.Dir(dir), "..", true}}}
	for _, f := range list {
		path := filepath.Join(dir, f.Name())
		st, err := os.Stat(path) // follows links
		if err != nil || hidden(f.Name()) || !st.IsDir() && !slices.Contains(ends, strings.ToLower(filepath.Ext(path))) {
			continue
		}
		msg.entries = append(msg.entries, fileEntry{path, f.Name(), st.IsDir()})
	}
	slices.SortStableFunc(msg.entries[1:], func(x, y fileEntry) int {
		if x.dir != y.dir {
			return map[bool]int{true: -1, false: 1}[x.dir]
		}
		return cmp.Compare(x.name, y.name)
	})
	return msg
}

// named opens a path that was typed or dropped into the window.
func (b *browser) named(path string) tea.Cmd {
	ends := b.ends
	return func() tea.Msg {
		st, err := os.Stat(path)
		switch {
		case err != nil:
			return browseMsg{browser: b, err: err}
		case st.IsDir():
			return readFolder(b, path, ends)
		}
		return browseMsg{browser: b, file: path}
	}
}

// update takes keys and what was read.
func (b *browser) update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(browseMsg)
	if !ok {
		return b.list.Update(msg)
	}
	switch {
	case m.browser != b:
		return nil
	case m.err != nil:
		return b.env.Fail(b.env.T(words.BrowseFailed, m.err))
	case m.file != "":
		return b.done(m.file)
	}
	b.dir, b.entries = m.dir, m.entries
	b.list.ClearQuery()
	b.list.SetRows(len(b.entries), func(i int) []string {
		if b.entries[i].dir {
			return []string{b.entries[i].name, b.env.T(words.BrowseFolder)}
		}
		return []string{b.entries[i].name, ""}
	})
	b.list.Select(0)
	return nil
}

// enter opens the selected folder or takes the selected file; a path in the filter line comes first.
func (b *browser) enter() tea.Cmd {
	if q := b.list.Query(); strings.ContainsAny(q, `/\`) || strings.HasPrefix(q, "~") {
		return b.named(fullPath(q))
	}
	i := b.list.Selected()
	if i < 0 {
		return nil
	}
	if f := b.entries[i]; !f.dir {
		return b.done(f.path)
	} else if f.name == ".." && f.path == b.dir {
		return b.open("")
	} else {
		return b.open(f.path)
	}
}

// frame draws where we are, the filter line and the entries.
func (b *browser) frame(w, h int) Frame {
	e := b.env
	where := e.T(words.BrowsePlaces)
	if b.dir != "" {
		where = shortPath(b.dir)
	}
	body, cursor := b.list.View(w, h-1)
	if cursor != nil {
		cursor.Y++
	}
	return Frame{" " + e.Style.Title.Render(e.Cut(where, w-2)) + "\n" + body, cursor}
}

func (b *browser) keys() []Action {
	return []Action{
		Show(words.KeyMove, "up", "down"), On(words.KeyOpen, b.enter, "enter"),
		On(words.BrowsePlaces, func() tea.Cmd { return b.open("") }, "ctrl+o"),
	}
}
