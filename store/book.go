package store

import (
	"context"
	"crypto/ed25519"
	"database/sql"
	"errors"
	"sync"
	"sync/atomic"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Options says where identities are kept and what time it is.
type Options struct {
	Home    string           // for identities; "" is $ZOUFANG_HOME or the platform's configuration folder
	Now     func() time.Time // nil is time.Now
	Machine string           // the machine's fingerprint; "" asks the system
}

// Setup is what a new book is about.
type Setup struct {
	District string
	Year     string
	Demo     bool   // a book with samples: real books refuse its bundles
	Scheme   []byte // YAML or JSON source; nil is the default scheme
}

// DeviceInfo is a device as people tell it apart. Number counts the devices this book knows in the order it met them;
// Label is what people called it, "" when nobody did.
type DeviceInfo struct {
	ID     string
	Number int
	Label  string
}

// LaptopName is what a sentence needs to name it: what people call it, or its number.
func (d DeviceInfo) LaptopName() (label string, number int) { return d.Label, d.Number }

// Info is what a book is, for title lines and headers.
type Info struct {
	Path     string
	BookID   string
	Demo     bool
	ReadOnly bool
	District string
	Year     string
	Round    checklist.Round
	Device   DeviceInfo // this book's own; zero when it was opened read-only
}

// Book is an open book. Its methods may be called from several goroutines; writes happen one after the other.
type Book struct {
	path    string
	home    string
	ring    *Ring
	machine string
	now     func() time.Time
	lock    *writerLock // nil: read-only
	w       *sql.DB     // one connection; nil: read-only
	r       *sql.DB     // readers, beside the writer

	mu    sync.Mutex // held for a whole write
	own   ownDevice  // changed under mu
	ident *identity
	log   *foldStmts
	hot   map[string]*sql.Stmt
	undo  []batch // of this session, under mu

	upgraded *Upgrade // by opening it; nil: it was not

	behind atomic.Bool // a merge was committed and what is in memory has not followed yet

	cache sync.RWMutex // guards what follows
	facts facts
	devs  map[int64]device
	byDev map[bundle.DeviceID]int64
	names map[[8]byte]checklist.Person
	known map[string]*checklist.Scheme
	rows  map[checklist.ID]VisitRow // summaries that are true now

	generation uint64 // of what is in the book; every commit of changes raises it

	search finder
}

// ownDevice is where this book's own log stands.
type ownDevice struct {
	id   bundle.DeviceID
	ix   int64
	key  ed25519.PrivateKey
	seq  uint64
	head bundle.Hash
	lam  uint64 // the highest Lamport number in the book
}

// device is a row of dev as readers need it.
type device struct {
	id    bundle.DeviceID
	label string
}

// facts is what the book says about itself, read at open and again after a write that touches it.
type facts struct {
	id       string
	demo     bool
	district string
	year     string
	round    checklist.Round
	me       checklist.Person
	device   bundle.DeviceID // the own one
	wrote    string          // the device that wrote here last
}

// Info tells what the book is.
func (b *Book) Info() Info {
	b.cache.RLock()
	defer b.cache.RUnlock()
	f := b.facts
	i := Info{Path: b.path, BookID: f.id, Demo: f.demo, ReadOnly: b.w == nil, District: f.district, Year: f.year, Round: f.round}
	if b.w != nil {
		i.Device = b.deviceInfo(b.byDev[f.device])
	}
	return i
}

// deviceInfo needs the cache lock.
func (b *Book) deviceInfo(ix int64) DeviceInfo {
	d := b.devs[ix]
	return DeviceInfo{ID: d.id.String(), Number: int(ix), Label: d.label}
}

// Me is the person who works on this laptop; the zero Person before SetMe.
func (b *Book) Me() checklist.Person {
	b.cache.RLock()
	defer b.cache.RUnlock()
	return b.facts.me
}

func (b *Book) district() string {
	b.cache.RLock()
	defer b.cache.RUnlock()
	return b.facts.district
}

func (b *Book) round() checklist.Round {
	b.cache.RLock()
	defer b.cache.RUnlock()
	return b.facts.round
}

// Close writes the log back into the book, so that one file is the whole book, and lets go of it.
func (b *Book) Close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	var errs []error
	if b.r != nil {
		errs = append(errs, b.r.Close())
	}
	if b.w != nil {
		if b.log != nil {
			errs = append(errs, b.log.Close())
		}
		for _, st := range b.hot {
			errs = append(errs, st.Close())
		}
		// A reader beside us may keep the log busy; the changes are safe in it, so that is no error.
		_, _ = b.w.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
		errs = append(errs, b.w.Close())
	}
	errs = append(errs, b.ident.release(), b.lock.release())
	b.w, b.r, b.ident, b.lock = nil, nil, nil, nil
	return fault(errors.Join(errs...), b.path)
}

// querier is what reads need: a pool of readers, or the transaction of a write that reads its own changes.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func isNoRows(err error) bool { return errors.Is(err, sql.ErrNoRows) }

// read runs fn on one consistent state of the book.
func (b *Book) read(ctx context.Context, fn func(q querier) error) error {
	tx, err := b.r.BeginTx(ctx, nil)
	if err != nil {
		return fault(err, b.path)
	}
	defer tx.Rollback() // nothing was written: ends the snapshot
	return fault(fn(prepare(tx, nil)), b.path)
}
