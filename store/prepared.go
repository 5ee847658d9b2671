package store

import (
	"context"
	"database/sql"
)

// prepared is a transaction that prepares a query when it is run for the second time: single reads cost nothing more,
// loops over thousands of registers do not parse SQL thousands of times. The statements end with the transaction.
type prepared struct {
	tx    *sql.Tx
	stmts map[string]*sql.Stmt // nil: run once
}

func prepare(tx *sql.Tx) *prepared { return &prepared{tx: tx, stmts: map[string]*sql.Stmt{}} }

// stmt is the prepared query; nil for one that is run for the first time.
func (p *prepared) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	st, seen := p.stmts[query]
	if seen && st == nil {
		var err error
		if st, err = p.tx.PrepareContext(ctx, query); err != nil {
			return nil, err
		}
	}
	p.stmts[query] = st
	return st, nil
}

func (p *prepared) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	st, err := p.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	if st == nil {
		return p.tx.QueryContext(ctx, query, args...)
	}
	return st.QueryContext(ctx, args...)
}

func (p *prepared) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	st, err := p.stmt(ctx, query)
	if err != nil || st == nil {
		return p.tx.QueryRowContext(ctx, query, args...) // says what is wrong with it
	}
	return st.QueryRowContext(ctx, args...)
}

func (p *prepared) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	st, err := p.stmt(ctx, query)
	if err != nil {
		return nil, err
	}
	if st == nil {
		return p.tx.ExecContext(ctx, query, args...)
	}
	return st.ExecContext(ctx, args...)
}
