package store

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
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

// ExportOptions says what a bundle carries. The zero value is everything: the own log, and what the book holds of
// other enrolled devices, with their own checkpoints.
type ExportOptions struct {
	Units        []checklist.ID // only what concerns these units, of the own log; nil is everything
	WithoutFiles bool           // leave attachments out, for the post
}

// Exported is a bundle that was written, read back and verified.
type Exported struct {
	Path        string
	SHA         bundle.Hash
	Fingerprint []byte // of the own device: what both sides compare by voice when it is enrolled
	Changes     int64
	Records     int64 // records the changes speak of
	Bytes       int64
}

// Export writes a bundle to path, or under a name of its own into the folder path. It is written beside, synced, read
// back, verified and only then given its name; no file is ever replaced. Faults: export.exists (path), export.nofolder
// (folder), export.readonly (folder), export.full (folder), export.toolarge (folder), export.readback (path).
func (b *Book) Export(ctx context.Context, path string, o ExportOptions, progress func(Progress)) (Exported, error) {
	var out Exported
	if b.Info().ReadOnly {
		return out, newFault("book.readonly", b.path)
	}
	b.mu.Lock()
	own := b.own // the key; where its log stands is read from the book
	b.mu.Unlock()
	var seq uint64
	err := b.read(ctx, func(q querier) error {
		x := &exporter{b: b, ctx: ctx, q: q, own: own, o: o, progress: progress}
		if err := x.plan(); err != nil {
			return err
		}
		seq = x.ownSeq
		to, err := target(path, b.bundleName(x.header.Units))
		if err != nil {
			return err
		}
		out, err = x.write(to)
		return exportFault(err, filepath.Dir(to.path))
	})
	if err != nil {
		return Exported{}, err
	}
	note, err := json.Marshal(exportNote{Seq: seq, At: b.now().UnixMilli(), Path: out.Path})
	if err != nil {
		return out, err
	}
	return out, b.setLocal(ctx, localExported, string(note))
}

// exportNote is what the local part remembers of the last export.
type exportNote struct {
	Seq  uint64 `json:"seq"` // the own log went along up to here
	At   int64  `json:"at"`  // milliseconds since 1970
	Path string `json:"path"`
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
	if out.Bytes, err = x.readBack(tmp.Name(), out.SHA); err != nil {
		return out, err
	}
	if out.Path, err = settleName(tmp.Name(), to); err != nil {
		return out, err
	}
	out.Fingerprint = slices.Clone(x.own.id[:])
	out.Changes, out.Records = x.header.Counts.Changes, x.records
	return out, nil
}

func (x *exporter) stream(file io.Writer, sum hash.Hash) error {
	buffered := bufio.NewWriterSize(io.MultiWriter(file, sum), 256<<10)
	w, err := bundle.NewWriter(buffered, x.header)
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
	return buffered.Flush()
}

// readBack reads the finished file from the disk and verifies all of it.
func (x *exporter) readBack(path string, want bundle.Hash) (size int64, err error) {
	f, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	sum := sha256.New()
	err = bundle.Read(io.TeeReader(f, sum), bundle.Sink{Progress: func(n int64) error {
		size = n
		x.report("readback", n, n)
		return x.ctx.Err()
	}})
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
