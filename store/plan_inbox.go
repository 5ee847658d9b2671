package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"zoufang/store/bundle"
)

// bundleExt is how our files end.
const bundleExt = ".zfb"

// The inbox is a folder beside the book. A file is copied there before anything else, so that the stick can be pulled
// out and cannot change under us; it stays while it waits for a device to be enrolled, and files that were refused lie
// in a folder of their own with the reason.

// inbox is the folder.
func (b *Book) inbox() string { return b.path + ".inbox" }

// inboxFile is a copy in the inbox, named by its SHA-256.
type inboxFile struct {
	path   string
	sha    bundle.Hash
	waited bool // it lay in the inbox before this plan
}

func (f inboxFile) remove() error {
	if f.path == "" {
		return nil
	}
	if err := os.Remove(f.path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// collect fills the plan with a file per path, and the files that wait.
func (b *Book) collect(ctx context.Context, p *Plan, paths []string, progress func(Progress)) error {
	if err := os.MkdirAll(b.inbox(), 0o700); err != nil {
		return fault(err, b.path)
	}
	seen := map[bundle.Hash]bool{}
	for _, path := range expand(paths) {
		f := PlanFile{Path: path}
		if err := b.copyIn(ctx, &f, progress); closedToUs(err) {
			f.Verdict, f.Fault = Closed, err
		} else if err != nil && !ofFile(err) {
			return err
		} else if err != nil {
			f.Verdict, f.Fault = Refused, err
		} else if seen[f.inbox.sha] {
			continue // the same file under another name
		} else {
			seen[f.inbox.sha] = true
		}
		p.Files = append(p.Files, f)
	}
	return b.collectWaiting(ctx, p, seen)
}

// ofFile tells a fault of the file that was given from a failure of ours.
func ofFile(err error) bool {
	var f interface{ FaultCode() string }
	if !errors.As(err, &f) || f.FaultCode() == bundle.FaultRead {
		return false
	}
	return strings.HasPrefix(f.FaultCode(), "bundle.") || strings.HasPrefix(f.FaultCode(), "merge.") || strings.HasPrefix(f.FaultCode(), "salvage.")
}

// expand replaces folders by the bundles in them.
func expand(paths []string) (files []string) {
	for _, path := range paths {
		if st, err := os.Stat(path); err == nil && st.IsDir() {
			found, _ := filepath.Glob(filepath.Join(globEscape(path), "*"+bundleExt)) // the pattern is well formed
			files = append(files, found...)
			continue
		}
		files = append(files, path)
	}
	return files
}

func globEscape(path string) string {
	if os.PathSeparator == '\\' {
		return path // there is no escaping on Windows; [ and * cannot both be meant
	}
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(path)
}

// collectWaiting adds what lies in the inbox from earlier.
func (b *Book) collectWaiting(ctx context.Context, p *Plan, seen map[bundle.Hash]bool) error {
	entries, err := os.ReadDir(b.inbox())
	if err != nil {
		return fault(err, b.path)
	}
	for _, e := range entries {
		var sha bundle.Hash
		name, ours := strings.CutSuffix(e.Name(), bundleExt)
		if !ours || sha.UnmarshalText([]byte(name)) != nil || seen[sha] {
			continue
		}
		st, err := e.Info()
		if err != nil {
			continue // taken away in this moment
		}
		f := PlanFile{Path: e.Name(), Bytes: st.Size(), inbox: inboxFile{filepath.Join(b.inbox(), e.Name()), sha, true}}
		name, done, err := b.taken(ctx, sha)
		if err != nil {
			return err
		}
		if done { // a crash came between the commit and the clearing away
			if err := f.inbox.remove(); err != nil {
				return err
			}
			continue
		}
		if name != "" {
			f.Path = name
		}
		p.Files = append(p.Files, f)
	}
	return nil
}

// taken tells what the book knows of a file: the name it came with, and whether it was wholly taken up.
func (b *Book) taken(ctx context.Context, sha bundle.Hash) (name string, done bool, err error) {
	var verdict string
	err = b.r.QueryRowContext(ctx, "SELECT name, verdict FROM bundle WHERE sha = ?", sha[:]).Scan(&name, &verdict)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	return name, verdict == verdictDone, fault(err, b.path)
}

// copyIn copies a file into the inbox and makes the copy durable; a sealed one as it came. A file that does not begin
// like a bundle is refused before it is copied, and one that no key here opens is left where it is; one that was taken up
// before is known by its hash and not kept. Faults: merge.missing (path), merge.read (path), book.full and book.readonly
// for our own disk, those of Ring.Open.
func (b *Book) copyIn(ctx context.Context, f *PlanFile, progress func(Progress)) error {
	src, err := os.Open(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return &Fault{Code: "merge.missing", Args: []any{f.Path}, Err: err}
	}
	if err != nil {
		return &Fault{Code: "merge.read", Args: []any{f.Path}, Err: err}
	}
	defer src.Close()
	h, why := b.peek(src)
	if IsFault(why, bundle.FaultNotABundle) || IsFault(why, bundle.FaultArmored) {
		return why // other faults are found again in the copy, which is then put aside
	}
	st, err := src.Stat()
	if err == nil {
		_, err = src.Seek(0, io.SeekStart)
	}
	if err != nil {
		return &Fault{Code: "merge.read", Args: []any{f.Path}, Err: err}
	}
	from := &source{ctx: ctx, r: src, path: f.Path, total: st.Size(), progress: progress}
	if closedToUs(why) {
		if known, err := b.knownClosed(ctx, f, from); known || err != nil {
			return err
		}
		return why
	}
	tmp, err := os.CreateTemp(b.inbox(), ".in-*")
	if err != nil {
		return diskFault(err, b.path)
	}
	defer os.Remove(tmp.Name()) // gone after the rename
	defer tmp.Close()           // closed before it
	sum := sha256.New()
	f.Bytes, err = io.Copy(io.MultiWriter(tmp, sum), from)
	if err != nil {
		return diskFault(err, b.path)
	}
	f.inbox.sha = bundle.Hash(sum.Sum(nil))
	_, done, err := b.taken(ctx, f.inbox.sha)
	if err != nil {
		return err
	}
	if done {
		f.known = &h
		return nil
	}
	return diskFault(f.inbox.keep(tmp, b.inbox()), b.path)
}

// keep makes a finished copy durable and gives it its name.
func (f *inboxFile) keep(tmp *os.File, inbox string) error {
	f.path = filepath.Join(inbox, f.sha.String()+bundleExt)
	if _, err := os.Stat(f.path); err == nil {
		f.waited = true
		return nil
	}
	if err := errors.Join(tmp.Sync(), tmp.Close()); err != nil {
		return err
	}
	if err := os.Rename(tmp.Name(), f.path); err != nil {
		return err
	}
	return syncDir(inbox)
}

// source reads the file being copied, so that a failing stick is told from a failing disk of ours.
type source struct {
	ctx         context.Context
	r           io.Reader
	path        string
	done, total int64
	progress    func(Progress)
}

func (s *source) Read(b []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := s.r.Read(b)
	s.done += int64(n)
	if s.progress != nil {
		s.progress(Progress{Stage: "copy", Done: s.done, Total: s.total})
	}
	if err != nil && err != io.EOF {
		err = &Fault{Code: "merge.read", Args: []any{s.path}, Err: err}
	}
	return n, err
}

// reject moves the refused files of a plan aside, each with its reason in a text beside it.
func (p *Plan) reject(inbox string) error {
	for i := range p.Files {
		f := &p.Files[i]
		if f.Verdict != Refused || f.inbox.path == "" {
			continue
		}
		if f.Salvage != nil { // it was looked at, not sent in
			if f.inbox.waited {
				continue
			}
			if err := f.inbox.remove(); err != nil {
				return err
			}
			continue
		}
		if err := f.inbox.reject(inbox, f.Path, f.Fault); err != nil {
			return err
		}
		f.inbox.path = ""
	}
	return nil
}

// Dismiss puts a file of a plan aside for good, with the files that were refused: nobody wants to wait for it any more.
func (b *Book) Dismiss(f *PlanFile) error {
	if f.inbox.path == "" {
		return nil
	}
	err := f.inbox.reject(b.inbox(), f.Path, newFault("merge.dismissed"))
	if err == nil {
		f.Verdict, f.Take, f.inbox.path = Refused, false, ""
		f.Fault = newFault("merge.dismissed")
	}
	return err
}

func (f inboxFile) reject(inbox, name string, why error) error {
	dir := filepath.Join(inbox, "rejected")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return diskFault(err, inbox)
	}
	stem := FileName(strings.TrimSuffix(filepath.Base(name), bundleExt)) + "-" + hex.EncodeToString(f.sha[:4])
	to := filepath.Join(dir, stem+bundleExt)
	if err := os.Rename(f.path, to); err != nil {
		return diskFault(err, inbox)
	}
	reason := fmt.Sprintf("%s\nsha256 %s\n%v\n%s\n", name, f.sha, why, reasonLine(why))
	return diskFault(writeFile(filepath.Join(dir, stem+".txt"), []byte(reason), 0o600), inbox)
}
