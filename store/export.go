package store

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// ExportOptions says what a bundle carries. The zero value is the whole own log, which is small and stands alone.
type ExportOptions struct {
	Units        []checklist.ID  // only what concerns these units, of the own log; nil is everything
	Relay        bool            // also what the book holds of other enrolled devices, with their own checkpoints
	Since        bool            // leave out what receipts say is there; everything where there is a doubt
	For          bundle.DeviceID // with Since: whose receipt; zero is every laptop that was enrolled as the office's. Also Seal.For
	Receipts     bool            // first write down, as changes, what is here of other devices and what this one can open
	WithoutFiles bool            // leave attachments out, for the post
	Seal         Sealing

	onlyReceipts bool
	task         *taskScope // only what a task bundle hands out
	name         string     // of the file in a folder; "" is one made from what goes along
}

// Exported is a bundle that was written, read back and verified.
type Exported struct {
	Path        string
	SHA         bundle.Hash
	Fingerprint []byte // of the own device: what both sides compare by voice when it is enrolled
	Changes     int64
	Records     int64 // records the changes speak of
	Bytes       int64
	Sealed      *Sealed // nil: the bundle is plain
	Scored      int     // units whose scores were computed again from the file, and agree
	Since       *Since  // what was left out because it is there already; nil where nothing was
}

// Export writes a bundle to path, or under a name of its own into the folder path. It is written beside, synced, read
// back, verified and only then given its name; no file is ever replaced. Faults: export.exists (path), export.nofolder
// (folder), export.readonly (folder), export.full (folder), export.toolarge (folder), export.readback (path), export.rescore (unit)
// where the file does not come to the scores of the book, export.nothing where receipts say that all of it is there, and
// those of sealing.
func (b *Book) Export(ctx context.Context, path string, o ExportOptions, progress func(Progress)) (Exported, error) {
	var out Exported
	if b.Info().ReadOnly {
		return out, newFault("book.readonly", b.path)
	}
	if err := b.catchUp(ctx); err != nil { // the own log may have turned out to be a copy's
		return out, err
	}
	if o.Receipts {
		if _, err := b.WriteReceipts(ctx); err != nil {
			return out, err
		}
	}
	b.mu.Lock()
	own := b.own // the key; where its log stands is read from the book
	b.mu.Unlock()
	opens := b.sealingKey()
	o.Seal.For = cmp.Or(o.Seal.For, o.For)
	var seq uint64
	err := b.read(ctx, func(q querier) error {
		x := &exporter{b: b, ctx: ctx, q: q, own: own, o: o, progress: progress}
		if err := x.plan(); err != nil {
			return err
		}
		seq = x.ownSeq
		var err error
		if x.seal, err = b.sealing(ctx, q, opens, o.Seal); err != nil {
			return err
		}
		to, err := target(path, cmp.Or(o.name, b.bundleName(x.header.Units)))
		if err != nil {
			return err
		}
		out, err = x.write(to)
		return exportFault(err, filepath.Dir(to.path))
	})
	if err != nil {
		return Exported{}, err
	}
	if o.onlyReceipts || o.task != nil {
		return out, nil
	}
	return out, b.noteExport(ctx, o, seq, out.Path)
}

// destination is a place to write to: a fixed path, or a name in a folder that may be counted up.
type destination struct {
	path  string
	fixed bool
}

func target(path, name string) (destination, error) {
	if st, err := os.Stat(path); err == nil && st.IsDir() {
		return destination{path: filepath.Join(path, name+bundleExt)}, nil
	}
	if strings.HasSuffix(path, string(os.PathSeparator)) || strings.HasSuffix(path, "/") {
		return destination{}, newFault("export.nofolder", path)
	}
	if _, err := os.Lstat(path); err == nil {
		return destination{}, newFault("export.exists", path)
	}
	return destination{path: path, fixed: true}, nil
}

// exportFault says which folder failed, and how.
func exportFault(err error, dir string) error {
	var f *Fault
	code := ""
	switch {
	case err == nil || errors.As(err, &f):
		return err
	case isFull(err):
		code = "export.full"
	case isTooLarge(err):
		code = "export.toolarge"
	case isReadOnly(err):
		code = "export.readonly"
	case isNoFolder(err):
		code = "export.nofolder"
	default:
		return err
	}
	return &Fault{Code: code, Args: []any{dir}, Err: err}
}

// write makes the file.
func (x *exporter) write(to destination) (out Exported, err error) {
	tmp, err := os.CreateTemp(filepath.Dir(to.path), ".zoufang-*.tmp")
	if err != nil {
		return out, err
	}
	defer os.Remove(tmp.Name()) // gone after it got its name
	sum := sha256.New()
	if err := errors.Join(x.stream(tmp, sum), tmp.Sync(), tmp.Close()); err != nil {
		return out, err
	}
	out.SHA = bundle.Hash(sum.Sum(nil))
	again, err := x.newRescorer()
	if err != nil {
		return out, err
	}
	if out.Bytes, err = x.readBack(tmp.Name(), out.SHA, again); err != nil {
		return out, err
	}
	if out.Scored, err = again.compare(); err != nil {
		return out, err
	}
	if out.Path, err = settleName(tmp.Name(), to); err != nil {
		return out, err
	}
	out.Fingerprint = slices.Clone(x.own.id[:])
	out.Changes, out.Records, out.Sealed, out.Since = x.header.Counts.Changes, x.records, x.seal.how, x.since
	return out, nil
}

func (x *exporter) stream(file io.Writer, sum hash.Hash) error {
	buffered := bufio.NewWriterSize(io.MultiWriter(file, sum), 256<<10)
	sealed, err := x.seal.seal(buffered)
	if err != nil {
		return err
	}
	w, err := bundle.NewWriter(sealed, x.header)
	if err != nil {
		return err
	}
	for _, part := range []func(*bundle.Writer) error{x.writeSegments, x.writeTexts, x.writeFiles} {
		if err := part(w); err != nil {
			return err
		}
	}
	if err := w.Close(x.own.key); err != nil {
		return err
	}
	if err := sealed.Close(); err != nil {
		return err
	}
	return buffered.Flush()
}

// readBack reads the finished file from the disk and verifies all of it.
func (x *exporter) readBack(path string, want bundle.Hash, again *rescorer) (size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	sum := sha256.New()
	in, _, err := bundle.Open(io.TeeReader(f, sum), x.seal.open...)
	if err == nil {
		err = bundle.Read(in, bundle.Sink{Change: again.keep, Progress: func(n int64) error {
			x.report("readback", n, n)
			return x.ctx.Err()
		}})
	}
	if st, no := f.Stat(); no == nil {
		size = st.Size()
	}
	if err == nil && !bytes.Equal(sum.Sum(nil), want[:]) {
		err = fmt.Errorf("store: the file on the disk is not the one written")
	}
	if err != nil && x.ctx.Err() == nil {
		err = &Fault{Code: "export.readback", Args: []any{filepath.Dir(path)}, Err: err}
	}
	return size, err
}

// settleName gives the file its name; one of our own making is counted up until it is free.
func settleName(tmp string, to destination) (string, error) {
	stem := strings.TrimSuffix(to.path, bundleExt)
	path := to.path
	for n := 2; ; n++ {
		err := publish(tmp, path)
		if !errors.Is(err, fs.ErrExist) {
			return path, err
		}
		if to.fixed || n > 999 {
			return "", newFault("export.exists", path)
		}
		path = fmt.Sprintf("%s-%d%s", stem, n, bundleExt)
	}
}

func (x *exporter) report(stage string, done, total int64) {
	if x.progress != nil {
		x.progress(Progress{Stage: stage, Done: done, Total: total})
	}
}
