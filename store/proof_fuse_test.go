package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"sync/atomic"
	"testing"
)

// fuse makes one statement of a book fail, whichever is the n-th from now: preparing, running or asking, beginning or
// committing, on the writer's connection or a reader's. What fails is not carried out.
type fuse struct {
	left atomic.Int64 // statements until it blows; it is off at 0
	seen atomic.Int64 // statements so far
}

var errInjected = errors.New("injected")

func (f *fuse) burn() error {
	f.seen.Add(1)
	if f.left.Load() > 0 && f.left.Add(-1) == 0 {
		return errInjected
	}
	return nil
}

// rig puts a fuse into the connections of an open book.
func rig(t *testing.T, b *Book) *fuse {
	t.Helper()
	f := &fuse{}
	must(t, b.r.Close())
	must(t, b.log.Close())
	for _, st := range b.hot {
		must(t, st.Close())
	}
	under := b.w.Driver()
	must(t, b.w.Close())
	b.w = sql.OpenDB(&fuseDriver{under: under, dsn: dsn(b.path, writerPragmas), f: f})
	b.w.SetMaxOpenConns(1)
	b.r = sql.OpenDB(&fuseDriver{under: under, dsn: dsn(b.path, readerPragmas), f: f})
	var err error
	b.log, err = prepareFold(ctx, b.w)
	must(t, err)
	b.hot, err = prepareHot(ctx, b.w)
	must(t, err)
	return f
}

type fuseDriver struct {
	under driver.Driver
	dsn   string
	f     *fuse
}

func (d *fuseDriver) Driver() driver.Driver { return d.under }

func (d *fuseDriver) Connect(context.Context) (driver.Conn, error) {
	c, err := d.under.Open(d.dsn)
	if err != nil {
		return nil, err
	}
	return &fuseConn{c, d.f}, nil
}

type fuseConn struct {
	driver.Conn
	f *fuse
}

func (c *fuseConn) PrepareContext(ctx context.Context, query string) (driver.Stmt, error) {
	if err := c.f.burn(); err != nil {
		return nil, err
	}
	st, err := c.Conn.(driver.ConnPrepareContext).PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	return &fuseStmt{st, c.f}, nil
}

func (c *fuseConn) ExecContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Result, error) {
	if err := c.f.burn(); err != nil {
		return nil, err
	}
	return c.Conn.(driver.ExecerContext).ExecContext(ctx, query, args)
}

func (c *fuseConn) QueryContext(ctx context.Context, query string, args []driver.NamedValue) (driver.Rows, error) {
	if err := c.f.burn(); err != nil {
		return nil, err
	}
	return c.Conn.(driver.QueryerContext).QueryContext(ctx, query, args)
}

func (c *fuseConn) BeginTx(ctx context.Context, o driver.TxOptions) (driver.Tx, error) {
	if err := c.f.burn(); err != nil {
		return nil, err
	}
	tx, err := c.Conn.(driver.ConnBeginTx).BeginTx(ctx, o)
	if err != nil {
		return nil, err
	}
	return &fuseTx{tx, c.f}, nil
}

type fuseTx struct {
	driver.Tx
	f *fuse
}

// Commit that fails has not committed: as a full disk does it.
func (tx *fuseTx) Commit() error {
	if err := tx.f.burn(); err != nil {
		return errors.Join(err, tx.Tx.Rollback())
	}
	return tx.Tx.Commit()
}

type fuseStmt struct {
	driver.Stmt
	f *fuse
}

func (s *fuseStmt) ExecContext(ctx context.Context, args []driver.NamedValue) (driver.Result, error) {
	if err := s.f.burn(); err != nil {
		return nil, err
	}
	return s.Stmt.(driver.StmtExecContext).ExecContext(ctx, args)
}

func (s *fuseStmt) QueryContext(ctx context.Context, args []driver.NamedValue) (driver.Rows, error) {
	if err := s.f.burn(); err != nil {
		return nil, err
	}
	return s.Stmt.(driver.StmtQueryContext).QueryContext(ctx, args)
}
