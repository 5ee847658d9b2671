package tui

import (
	"cmp"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"
)

// bundleExt is how our files end.
const bundleExt = ".zfb"

// shelf is a folder where bundles are put or looked for.
type shelf struct {
	path string
	word words.Text
}

// shelves are the usual places: beside the book, the mounted sticks, the desktop, the documents.
func shelves(book string) []shelf {
	list := []shelf{{filepath.Dir(book), words.PlaceBook}}
	for _, dir := range sticks(mountRoots()) {
		list = append(list, shelf{dir, words.PlaceStick})
	}
	if home, err := os.UserHomeDir(); err == nil {
		for _, d := range []struct {
			name string
			word words.Text
		}{{"Desktop", words.PlaceDesk}, {"桌面", words.PlaceDesk}, {"Documents", words.PlaceDocs}, {"文档", words.PlaceDocs}, {"", words.PlaceHome}} {
			list = append(list, shelf{filepath.Join(home, d.name), d.word})
		}
	}
	var found []shelf
	for _, s := range list {
		st, err := os.Stat(s.path)
		if err == nil && st.IsDir() && !slices.ContainsFunc(found, func(f shelf) bool { return same(f.path, s.path) }) {
			found = append(found, s)
		}
	}
	return found
}

func same(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// mountRoots are the folders in which the system shows sticks. A test puts a folder of its own here.
var mountRoots = func() []string {
	switch runtime.GOOS {
	case "windows":
		return nil
	case "darwin":
		return []string{"/Volumes"}
	}
	user := os.Getenv("USER")
	return []string{"/run/media/" + user, "/media/" + user, "/media", "/mnt"}
}

// mountTable is where Linux lists what is mounted. A test puts a file of its own here.
var mountTable = "/proc/self/mountinfo"

// mounts are the folders something is mounted at; nil where the system keeps no such table.
func mounts() map[string]bool {
	text, err := os.ReadFile(mountTable)
	if err != nil {
		return nil
	}
	points := map[string]bool{}
	for _, line := range strings.Split(string(text), "\n") {
		if cells := strings.Fields(line); len(cells) > 4 {
			points[strings.NewReplacer(`\040`, " ", `\011`, "\t", `\134`, `\`).Replace(cells[4])] = true
		}
	}
	return points
}

// sticks are the folders in the roots at which something is mounted, and on Windows the drives from D on.
func sticks(roots []string) (dirs []string) {
	if runtime.GOOS == "windows" {
		for c := 'D'; c <= 'Z'; c++ {
			if dir := string(c) + `:\`; listable(dir) {
				dirs = append(dirs, dir)
			}
		}
		return dirs
	}
	points := mounts()
	for _, root := range roots {
		entries, err := os.ReadDir(root)
		if err != nil {
			continue
		}
		for _, e := range entries {
			dir := filepath.Join(root, e.Name())
			if points != nil && !points[dir] {
				continue // a folder to mount at, with nothing in it
			}
			if !hidden(e.Name()) && !slices.Contains(roots, dir) && listable(dir) {
				dirs = append(dirs, dir)
			}
		}
	}
	return dirs
}

func listable(dir string) bool {
	_, err := os.ReadDir(dir)
	return err == nil
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// bundleEntry is a row of a listing: a folder, or a bundle with what its header says.
type bundleEntry struct {
	path   string
	name   string // as shown
	folder bool
	size   int64
	at     time.Time
	from   bundle.Header // zero for a file that has no header we can read
	bad    bool
	sealed bool // and nothing here opens it
}

// listFolder lists the folders and the bundles in a folder, folders first, the newest bundle first. The ring opens what
// is sealed.
func listFolder(dir string, ring *store.Ring) ([]bundleEntry, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var list []bundleEntry
	for _, d := range entries {
		path := filepath.Join(dir, d.Name())
		st, err := os.Stat(path) // through a link
		switch {
		case err != nil || hidden(d.Name()):
		case st.IsDir():
			list = append(list, bundleEntry{path: path, name: d.Name(), folder: true, at: st.ModTime()})
		case isBundle(d.Name()):
			list = append(list, readEntry(path, d.Name(), st, ring))
		}
	}
	slices.SortStableFunc(list, func(a, b bundleEntry) int {
		if a.folder != b.folder {
			return map[bool]int{true: -1, false: 1}[a.folder]
		}
		if a.folder {
			return cmp.Compare(a.name, b.name)
		}
		return cmp.Or(b.made().Compare(a.made()), cmp.Compare(a.name, b.name))
	})
	return list, nil
}

func isBundle(name string) bool { return strings.EqualFold(filepath.Ext(name), bundleExt) }

func readEntry(path, name string, st os.FileInfo, ring *store.Ring) bundleEntry {
	e := bundleEntry{path: path, name: name, size: st.Size(), at: st.ModTime()}
	f, err := os.Open(path)
	if err != nil {
		e.bad = true
		return e
	}
	defer f.Close()
	env, err := bundle.PeekSealed(f)
	if env != nil && env.Passphrase() {
		e.sealed = true // trying a passphrase costs a second, on purpose: not for a listing
		return e
	}
	if err == nil {
		_, err = f.Seek(0, io.SeekStart)
	}
	if err != nil {
		e.bad = true
		return e
	}
	in, env, err := ring.Open(f)
	if err == nil {
		e.from, err = bundle.Peek(in)
	}
	e.sealed = err != nil && env != nil
	e.bad = err != nil && env == nil
	return e
}

// made is when the bundle says it was made, else the file's time.
func (b bundleEntry) made() time.Time {
	if !b.from.Created.IsZero() {
		return b.from.Created
	}
	return b.at
}

// fullPath is a path as typed or dropped into the window: without quotes, with the home folder, of a file: address.
func fullPath(s string) string {
	s = strings.TrimSpace(s)
	if n := len(s); n > 1 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		s = s[1 : n-1]
	}
	if rest, ok := strings.CutPrefix(s, "file://"); ok {
		if dec, err := url.PathUnescape(rest); err == nil {
			s = dec
		}
	}
	if home, err := os.UserHomeDir(); err == nil {
		if rest, ok := strings.CutPrefix(s, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
			s = home + rest
		}
	}
	return s
}

// shortPath is a path as shown: the home folder is ~.
func shortPath(path string) string {
	home, err := os.UserHomeDir()
	if err != nil || home == "" || runtime.GOOS == "windows" {
		return path
	}
	if rest, ok := strings.CutPrefix(path, home); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		return "~" + rest
	}
	return path
}

// splitPaths takes a line apart into paths, as files dropped into a terminal come: in quotes, or with blanks escaped.
// A line that is one existing path is that path.
func splitPaths(line string) (paths []string) {
	if _, err := os.Stat(fullPath(line)); err == nil {
		return []string{fullPath(line)}
	}
	var (
		word  strings.Builder
		quote rune
	)
	flush := func() {
		if word.Len() > 0 {
			paths = append(paths, fullPath(word.String()))
			word.Reset()
		}
	}
	runes := []rune(strings.TrimSpace(line))
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; {
		case quote != 0 && r == quote:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote = r
		case quote == 0 && r == '\\' && runtime.GOOS != "windows" && i+1 < len(runes):
			i++
			word.WriteRune(runes[i])
		case quote == 0 && r == ' ':
			flush()
		default:
			word.WriteRune(r)
		}
	}
	flush()
	return paths
}
