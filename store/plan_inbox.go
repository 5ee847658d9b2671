package store

import (
	"context"
	"crypto/sha256"
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
	if err := os.MkdirAll(b.inbox(), 0o755); err != nil {
		return fault(err, b.path)
	}
	seen := map[bundle.Hash]bool{}
	for _, path := range expand(paths) {
		f := PlanFile{Path: path}
		in, size, err := b.copyIn(ctx, path, progress)
		if err != nil && !ofFile(err) {
			return err
		}
		if err != nil {
			f.Verdict, f.Fault = Refused, err
		} else if seen[in.sha] {
			continue // the same file under another name
		}
		seen[in.sha] = in.path != ""
		f.inbox, f.Bytes = in, size
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
	return strings.HasPrefix(f.FaultCode(), "bundle.") || strings.HasPrefix(f.FaultCode(), "merge.")
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
		if came := b.nameOf(ctx, sha); came != "" {
			f.Path = came
		}
		p.Files = append(p.Files, f)
	}
	return nil
}

// nameOf is the name a waiting file came with, "" when that is not known.
func (b *Book) nameOf(ctx context.Context, sha bundle.Hash) (name string) {
	_ = b.r.QueryRowContext(ctx, "SELECT name FROM bundle WHERE sha = ?", sha[:]).Scan(&name) // only for display
	return name
}

// copyIn copies a file into the inbox and makes the copy durable. A file that does not begin like a bundle is refused
// before it is copied. Faults: merge.missing (path), merge.read (path), book.full and book.readonly for our own disk.
func (b *Book) copyIn(ctx context.Context, path string, progress func(Progress)) (in inboxFile, size int64, err error) {
	src, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return in, 0, &Fault{Code: "merge.missing", Args: []any{path}, Err: err}
	}
	if err != nil {
		return in, 0, &Fault{Code: "merge.read", Args: []any{path}, Err: err}
	}
	defer src.Close()
	if _, err := bundle.Peek(src); IsFault(err, bundle.FaultNotABundle) || IsFault(err, bundle.FaultSealed) {
		return in, 0, err
	}
	st, err := src.Stat()
	if err == nil {
		_, err = src.Seek(0, io.SeekStart)
	}
	if err != nil {
		return in, 0, &Fault{Code: "merge.read", Args: []any{path}, Err: err}
	}
	tmp, err := os.CreateTemp(b.inbox(), ".in-*")
	if err != nil {
		return in, 0, diskFault(err, b.path)
	}
	defer os.Remove(tmp.Name()) // gone after the rename
	sum := sha256.New()
	from := &source{ctx: ctx, r: src, path: path, total: st.Size(), progress: progress}
	size, err = io.Copy(io.MultiWriter(tmp, sum), from)
	if err = errors.Join(err, tmp.Sync(), tmp.Close()); err != nil {
		return in, 0, diskFault(err, b.path)
	}
	in.sha = bundle.Hash(sum.Sum(nil))
	in.path = filepath.Join(b.inbox(), in.sha.String()+bundleExt)
	if _, err := os.Stat(in.path); err == nil {
		in.waited = true
		return in, size, nil
	}
	if err := os.Rename(tmp.Name(), in.path); err != nil {
		return in, 0, diskFault(err, b.path)
	}
	return in, size, diskFault(syncDir(b.inbox()), b.path)
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
		if err := f.inbox.reject(inbox, f.Path, f.Fault); err != nil {
			return err
		}
		f.inbox.path = ""
	}
	return nil
}

func (f inboxFile) reject(inbox, name string, why error) error {
	dir := filepath.Join(inbox, "rejected")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return diskFault(err, inbox)
	}
	stem := fileName(strings.TrimSuffix(filepath.Base(name), bundleExt)) + "-" + hex.EncodeToString(f.sha[:4])
	to := filepath.Join(dir, stem+bundleExt)
	if err := os.Rename(f.path, to); err != nil {
		return diskFault(err, inbox)
	}
	reason := fmt.Sprintf("%s\nsha256 %s\n%v\n", name, f.sha, why)
	return diskFault(writeFile(filepath.Join(dir, stem+".txt"), []byte(reason), 0o644), inbox)
}
