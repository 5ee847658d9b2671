package tui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"zoufang/checklist"
	"zoufang/report"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("preview", func(e *Env, p Place) Screen { return newPreview(e, p) })
	for _, k := range report.Kinds() {
		name, note := k.Name, previewNotes[k.For]
		switch name {
		case "slip":
			name = slipsOfUnit
		case "notice": // the one sheet for the unit that tells the released result
			note = words.PreviewReleased
		}
		addSheet(name, sheetOf{k.Title, note, ofKind(k)})
	}
}

// previewNotes say above the page whom it is for.
var previewNotes = map[checklist.Audience]words.Text{checklist.ForUnit: words.PreviewNoPoints, checklist.ForTeam: words.PreviewForTeam, checklist.ForOffice: words.PreviewForOffice,
	checklist.ForPublic: words.PreviewForAll}

// sheetOf is a sheet that can be previewed: its name, what is said of it above the page, and how it is made. Place says
// what it is about: a visit, a record.
type sheetOf struct {
	name words.Text
	note words.Text
	make func(context.Context, *Env, *store.Book, Place) ([]*report.Sheet, error)
}

// sheetMakers are the sheets by their names. Each file that knows one registers it in init.
var sheetMakers = map[string]sheetOf{}

// addSheet makes a sheet known by name; Place{Screen: "preview", Item: name} shows it. What the sheet is about besides may
// stand behind the name, after a space.
func addSheet(name string, s sheetOf) { sheetMakers[name] = s }

// ofKind makes the sheets of a kind as their viewer may see them: of the visit (Visit) or the unit (Record) of the place.
func ofKind(k report.Kind) func(context.Context, *Env, *store.Book, Place) ([]*report.Sheet, error) {
	return func(ctx context.Context, e *Env, b *store.Book, p Place) ([]*report.Sheet, error) {
		a := report.Ask{Lang: e.Lang, Made: e.Now().Format(momentForm), Visit: p.Visit, Day: e.Today()}
		switch {
		case k.About != report.AboutUnit:
		case p.Record != (checklist.ID{}):
			units, err := unitsByID(ctx, b)
			if err != nil {
				return nil, err
			}
			a.Unit = units[p.Record]
		case p.Visit != (checklist.ID{}):
			doc, err := b.Visit(ctx, p.Visit)
			if err != nil {
				return nil, err
			}
			a.Unit = doc.Unit
		}
		return k.Make(ctx, b, a)
	}
}

// preview shows sheets as they will lie on the table, page by page; they are saved beside the book or on a stick, or
// opened in a browser, which prints them.
type preview struct {
	env     *Env
	place   Place
	kind    sheetOf
	sheets  []*report.Sheet
	read    bool
	lines   []string // as last broken
	width   int      // for which they were broken
	top     int
	h       int // rows of the page in the last view
	plain   bool
	shelves []shelf
	shelf   int
	views   string // folder of the copies that the browser was given
	show    func(path string) error
}

// sheetsMsg brings the sheets of a preview.
type sheetsMsg struct {
	place  Place
	sheets []*report.Sheet
}

func newPreview(e *Env, p Place) *preview {
	name, _, _ := strings.Cut(p.Item, " ")
	s := &preview{env: e, place: p, kind: sheetMakers[name], show: ShowFile, top: p.Offset}
	s.place.Field, s.place.Offset = "", 0
	s.shelves = shelves(e.Info.Path)
	return s
}

// Open makes the sheets.
func (s *preview) Open() tea.Cmd {
	e, p, make := s.env, s.place, s.kind.make
	if make == nil {
		return e.Fail(e.T(words.NoScreen, p.Item))
	}
	return e.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		sheets, err := make(ctx, e, b, p)
		return sheetsMsg{p, sheets}, err
	})
}

// Return makes them anew: what they say may have changed.
func (s *preview) Return() tea.Cmd { return s.Open() }

// Update scrolls, and takes the sheets.
func (s *preview) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case sheetsMsg:
		if m.place == s.place {
			s.sheets, s.read, s.width = m.sheets, true, 0
			return s.sayNames()
		}
	case ChangedMsg:
		return s.Open()
	case viewMsg:
		if m.host == s.viewKey() {
			s.views = m.views
			return s.env.Notice(s.env.T(words.PreviewOpened))
		}
	case tea.KeyPressMsg:
		s.scroll(m.String())
	}
	return nil
}

// sayNames warns where people spoken to are named on a sheet for the unit.
func (s *preview) sayNames() tea.Cmd {
	for _, x := range s.sheets {
		if len(x.Names) > 0 {
			return s.env.Fail(s.env.T(words.SheetNames, strings.Join(x.Names, s.env.T(words.SheetAnd))))
		}
	}
	return nil
}

func (s *preview) scroll(key string) {
	switch key {
	case "up":
		s.top--
	case "down":
		s.top++
	case "pgup":
		s.top -= s.h
	case "pgdown", "space":
		s.top += s.h
	case "home":
		s.top = 0
	case "end":
		s.top = len(s.lines)
	}
	s.clamp()
}

func (s *preview) clamp() { s.top = max(0, min(s.top, len(s.lines)-s.h)) }

// fileName is what the file will be called: the sheet, for whom, the day.
func (s *preview) fileName(n int) string {
	parts := []string{s.sheets[0].Title}
	if u := s.sheets[0].Under; u != "" {
		parts = append(parts, u)
	}
	parts = append(parts, s.env.Now().Format("20060102"))
	if n > 1 {
		parts = append(parts, fmt.Sprint(n))
	}
	end := ".html"
	if s.plain {
		end = ".txt"
	}
	return store.FileName(strings.Join(parts, "-") + end)
}

// save writes the sheets into the chosen folder, under a name that is free.
func (s *preview) save() tea.Cmd {
	e, sheets, dir := s.env, s.sheets, s.shelves[s.shelf].path
	path := ""
	for n := 1; n < 1000; n++ {
		path = filepath.Join(dir, s.fileName(n))
		if _, err := os.Lstat(path); os.IsNotExist(err) {
			break
		}
	}
	return e.Read(func(context.Context, *store.Book) (tea.Msg, error) {
		if err := report.Save(path, sheets...); err != nil {
			return nil, err
		}
		return noticeMsg{text: e.T(words.PreviewSaved, sheets[0].Stamp.Code, shortPath(path))}, nil
	})
}

// viewKey names the preview among those that wait for a viewer.
func (s *preview) viewKey() checklist.ID { return s.place.Visit }

// browse gives a copy to the system's browser, in a folder that only this person may read; it goes when the page is left.
func (s *preview) browse() tea.Cmd {
	sheets, views, show, key := s.sheets, s.views, s.show, s.viewKey()
	name := fmt.Sprintf("%d.html", s.env.Now().UnixNano())
	return s.env.Read(func(context.Context, *store.Book) (tea.Msg, error) {
		var err error
		if views == "" {
			if views, err = os.MkdirTemp("", "zoufang-*"); err != nil {
				return nil, err
			}
		}
		path := filepath.Join(views, name)
		if err := report.Save(path, sheets...); err != nil {
			return nil, err
		}
		return viewMsg{key, views}, show(path)
	})
}

// Leave takes away the copies that the browser was given.
func (s *preview) Leave() tea.Cmd {
	views := s.views
	if views == "" {
		return nil
	}
	s.views = ""
	return s.env.after(browseTime, func() tea.Msg {
		_ = os.RemoveAll(views) // a browser may hold a file still; the system's own cleaning takes the rest
		return nil
	})
}

// browseTime is how long a copy stays after the page was left: a browser that is slow to start, and time to print.
const browseTime = 2 * time.Minute
