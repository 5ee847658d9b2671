package store

import (
	"context"
	"database/sql"
	_ "embed" // the schema
	"encoding/binary"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"time"

	_ "modernc.org/sqlite" // the driver

	"zoufang/checklist"
	"zoufang/store/bundle"
)

//go:embed schema.sql
var schema string

const applicationID = 0x5a4f5546 // "ZOUF"

// Open opens a book for work and holds its writer's lock until Close; a book of an older program is brought up to this one
// (Upgraded tells). Faults: book.missing, book.isdir, book.empty, book.notabook, book.newer, book.corrupt, book.readonly,
// book.busy, home.write, upgrade.copy, upgrade.failed.
func Open(ctx context.Context, path string, o Options) (*Book, error) {
	if err := checkFile(path); err != nil {
		return nil, err
	}
	b := newBook(path, o)
	err := b.openWriter(ctx)
	if err == nil {
		err = b.load(ctx)
	}
	if err == nil {
		err = b.settle(ctx)
	}
	if err != nil {
		return nil, errors.Join(fault(err, path), b.Close())
	}
	b.lock.sign(b.Me().Name)
	return b, nil
}

// OpenReadOnly opens a book beside its writer, or on a medium that cannot be written. Every writing method fails with
// book.readonly. Faults as Open's without those of the lock, and book.older (path) where it must be opened to write first.
func OpenReadOnly(ctx context.Context, path string, o Options) (*Book, error) {
	if err := checkFile(path); err != nil {
		return nil, err
	}
	b := newBook(path, o)
	var err error
	for _, flags := range readFlags(path) {
		b.r, err = sql.Open("sqlite", dsn(path, flags+readerPragmas))
		if err == nil {
			err = b.current(ctx)
		}
		if err == nil {
			err = b.load(ctx)
		}
		if err == nil {
			return b, nil
		}
		_ = b.r.Close() // the next way of opening may do
	}
	return nil, fault(err, path)
}

// readFlags lists ways to open for reading. A book on a read-only medium cannot make its shared memory: immutable reads
// it without, but would miss changes still in a log, so it is for a book without one.
func readFlags(path string) []string {
	if st, err := os.Stat(path + "-wal"); err == nil && st.Size() > 0 {
		return []string{"", "mode=ro&"}
	}
	return []string{"", "immutable=1&"}
}

const (
	readerPragmas = "_pragma=busy_timeout(3000)&_pragma=query_only(1)&_pragma=temp_store(memory)"
	writerPragmas = "_pragma=busy_timeout(3000)&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=temp_store(memory)" +
		"&_pragma=cache_size(-65536)&_txlock=immediate"
)

func dsn(path, query string) string {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	path = filepath.ToSlash(path)
	if runtime.GOOS == "windows" {
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path, RawQuery: query}).String()
}

func newBook(path string, o Options) *Book {
	b := &Book{path: path, home: homeDir(o.Home), ring: NewRing(o.Home), machine: o.Machine, now: o.Now,
		known: map[string]*checklist.Scheme{}, rows: map[checklist.ID]VisitRow{}, devs: map[int64]device{}, byDev: map[bundle.DeviceID]int64{}}
	if b.now == nil {
		b.now = time.Now
	}
	if b.machine == "" {
		b.machine = machine()
	} else {
		b.machine = fingerprint(b.machine)
	}
	return b
}

func (b *Book) openWriter(ctx context.Context) (err error) {
	if b.lock, err = takeLock(b.path); err != nil {
		return err
	}
	if err := b.upgrade(ctx); err != nil {
		return err
	}
	if b.w, err = sql.Open("sqlite", dsn(b.path, writerPragmas)); err != nil {
		return err
	}
	b.w.SetMaxOpenConns(1)
	if err := b.w.PingContext(ctx); err != nil {
		return err
	}
	if b.r, err = sql.Open("sqlite", dsn(b.path, readerPragmas)); err != nil {
		return err
	}
	b.r.SetMaxOpenConns(4)
	b.r.SetMaxIdleConns(4)
	if b.log, err = prepareFold(ctx, b.w); err != nil {
		return err
	}
	b.hot, err = prepareHot(ctx, b.w)
	return err
}

// checkFile looks at the first bytes before SQLite does, which would take an empty file for an empty book.
func checkFile(path string) error {
	st, err := os.Stat(path)
	if err != nil {
		return fault(err, path)
	}
	if st.IsDir() {
		return newFault("book.isdir", path)
	}
	if st.Size() == 0 {
		return newFault("book.empty", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return fault(err, path)
	}
	defer f.Close()
	var head [100]byte
	if _, err := io.ReadFull(f, head[:]); err != nil || string(head[:16]) != "SQLite format 3\x00" ||
		binary.BigEndian.Uint32(head[68:]) != applicationID {
		return newFault("book.notabook", path)
	}
	if v := binary.BigEndian.Uint32(head[60:]); int64(v) > int64(schemaVersion()) || head[18] > 2 || head[19] > 2 {
		return newFault("book.newer", path, int(v))
	}
	return nil
}

// current tells a book that this program must bring up to its own schema before it can read it.
func (b *Book) current(ctx context.Context) error {
	var v int
	if err := b.r.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v); err != nil {
		return err
	}
	switch {
	case v < schemaVersion():
		return newFault("book.older", b.path)
	case v > schemaVersion():
		return newFault("book.newer", b.path, v)
	}
	return nil
}
