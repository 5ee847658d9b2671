package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("attach", newAttach)
}

// attach lists the photos and scans that prove a record, opens them with the system's viewer, and takes new ones from a
// file browser. A record of the visit itself lists all that the visit has.
type attach struct {
	env   *Env
	visit checklist.ID
	host  checklist.ID
	list  *List
	rows  []checklist.Attachment
	files *browser // open while a file is looked for
	dir   string   // the folder of the last file taken
	views string   // folder of the copies that viewers were given
	show  func(path string) error
}

// attachedMsg tells that a file was taken.
type attachedMsg struct{ host checklist.ID }

// viewMsg brings the folder of the copies that viewers were given.
type viewMsg struct {
	host  checklist.ID
	views string
}

func newAttach(e *Env, p Place) Screen {
	s := &attach{env: e, visit: p.Visit, host: p.Record, show: ShowFile}
	s.list = NewList(e, Column{Title: e.T(words.FileName), Grow: true}, Column{Title: e.T(words.FileSize), Right: true},
		Column{Title: e.T(words.FileOf), Max: 20}, Column{Title: e.T(words.FileWhen)})
	s.fill()
	return s
}

// attachKey opens the photos and scans of a record.
func (e *Env) attachKey(visit, host checklist.ID) Action {
	return On(words.VisitAttach, func() tea.Cmd { return e.Go(Place{Screen: "attach", Visit: visit, Record: host}) }, "ctrl+u").Hidden()
}

func (s *attach) fill() {
	d := s.env.Doc(s.visit)
	if d == nil {
		return
	}
	s.rows = s.rows[:0]
	for _, a := range d.Attached {
		if a.Status != "withdrawn" && (a.Host == s.host || s.host == s.visit) {
			s.rows = append(s.rows, a)
		}
	}
	e := s.env
	s.list.SetRows(len(s.rows)+1, func(i int) []string {
		if i == len(s.rows) {
			return []string{"+ " + e.T(words.FileAdd), "", "", ""}
		}
		a := s.rows[i]
		r := d.Register(a.ID, store.KindAttachment, "file")
		name := a.Name
		if a.Caption != "" {
			name = a.Caption + "  " + a.Name
		}
		return []string{name, fileSize(a.Size), s.hostWord(d, a.Host), e.personName(r.By) + " " + e.when(r.At)}
	})
}

// hostWord names the record a file belongs to.
func (s *attach) hostWord(d *store.Doc, host checklist.ID) string {
	e := s.env
	for _, st := range e.steps(d) {
		if host == checklist.StepID(d.ID, st) {
			return e.stepName(e.SchemeOf(d), st)
		}
	}
	for _, t := range d.Interviews {
		if t.ID == host {
			return t.Code
		}
	}
	for _, sheet := range d.Sheets {
		for _, f := range sheet.Findings {
			if f.ID == host {
				return f.Rule
			}
		}
	}
	for _, m := range d.Materials {
		if m.ID == host {
			if def, ok := e.SchemeOf(d).Material(m.Material); ok {
				return e.name(def.Name)
			}
			return m.Name
		}
	}
	return ""
}

// fileSize is a size in the unit people use for files.
func fileSize(n int64) string {
	if n < 1<<20 {
		return count(int((n+1023)/1024)) + " KB"
	}
	return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
}

// Open reads the visit.
func (s *attach) Open() tea.Cmd { return s.env.Load(s.visit) }

// Update moves in the list or in the browser.
func (s *attach) Update(msg tea.Msg) tea.Cmd {
	switch m := msg.(type) {
	case DocMsg:
		s.fill()
		return nil
	case attachedMsg:
		return s.env.Notice(s.env.T(words.FileTaken))
	case viewMsg:
		if m.host == s.host {
			s.views = m.views
		}
		return nil
	}
	if s.files != nil {
		return s.files.update(msg)
	}
	return s.list.Update(msg)
}

// enter opens the selected file, or looks for a new one.
func (s *attach) enter() tea.Cmd {
	i := s.list.Selected()
	if i < 0 || i >= len(s.rows) {
		return s.look()
	}
	return s.view(s.rows[i])
}

// look looks for a file: first where the last one was.
func (s *attach) look() tea.Cmd {
	ends := store.AttachTypes()
	slices.Sort(ends)
	s.files = newBrowser(s.env, s.env.Info.Path, s.take, ends...)
	return s.files.open(s.dir)
}

// take keeps a file in the book. What is no photo, scan or paper, or is too large, is refused by the book.
func (s *attach) take(path string) tea.Cmd {
	doc, host := s.env.Doc(s.visit), s.host
	s.files, s.dir = nil, filepath.Dir(path)
	if doc == nil {
		return nil
	}
	return s.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		f, err := os.Open(path)
		if err != nil {
			return nil, &store.Fault{Code: "attach.read", Args: []any{filepath.Base(path)}, Err: err}
		}
		defer f.Close()
		_, err = b.Attach(ctx, doc, host, filepath.Base(path), f)
		return attachedMsg{host}, err
	})
}

// view gives a copy of a file to the system's viewer. The copies lie in one folder that only this person may read, and
// go when the page is left.
func (s *attach) view(a checklist.Attachment) tea.Cmd {
	doc, host, views, show := s.env.Doc(s.visit), s.host, s.views, s.show
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		r, _, err := b.OpenAttachment(ctx, doc, a.ID)
		if err != nil {
			return nil, err
		}
		if views == "" {
			if views, err = os.MkdirTemp("", "zoufang-*"); err != nil {
				return nil, err
			}
		}
		path := filepath.Join(views, a.ID.String()[16:]+filepath.Ext(a.Name))
		if err := writeCopy(path, r); err != nil {
			return nil, err
		}
		return viewMsg{host, views}, show(path)
	})
}

func writeCopy(path string, r io.Reader) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return errors.Join(err, f.Close())
}

// ShowFile asks the system to open a file.
func ShowFile(path string) error {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", path)
	case "darwin":
		cmd = exec.Command("open", path)
	default:
		cmd = exec.Command("xdg-open", path)
	}
	if err := cmd.Start(); err != nil {
		return &store.Fault{Code: "attach.viewer", Err: err}
	}
	go cmd.Wait() // so that the viewer leaves no dead process behind; what became of it is its own affair
	return nil
}

// detach takes a file off its record, with a reason.
func (s *attach) detach(a checklist.Attachment) tea.Cmd {
	e, doc := s.env, s.env.Doc(s.visit)
	return e.AskReason(e.T(words.FileDetachAsk, e.Clean(a.Name)), words.FileDetach, func(reason string) tea.Cmd {
		return e.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
			return nil, b.DetachFile(ctx, doc, a.ID, reason)
		})
	})
}

// Leave takes away the copies that viewers were given.
func (s *attach) Leave() tea.Cmd {
	views := s.views
	if views == "" {
		return nil
	}
	s.views = ""
	return s.env.after(viewTime, func() tea.Msg {
		_ = os.RemoveAll(views) // a viewer may hold a file still; the system's own cleaning takes the rest
		return nil
	})
}

// viewTime is how long a copy stays after the page was left, for a viewer that is slow to start.
const viewTime = 20 * time.Second
