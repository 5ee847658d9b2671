package store

import (
	"context"
	"database/sql"
)

// prepared is a transaction that prepares a query when it is run for the second time: single reads cost nothing more,
// loops over thousands of registers do not parse SQL thousands of times. The statements end with the transaction.
type prepared struct {
	tx    *sql.Tx
	hot   map[string]*sql.Stmt // prepared with the connection
	stmts map[string]*sql.Stmt // nil: run once
}

func prepare(tx *sql.Tx, hot map[string]*sql.Stmt) *prepared {
	return &prepared{tx: tx, hot: hot, stmts: map[string]*sql.Stmt{}}
}

// hotQueries are what every save runs: they are prepared once for the write connection.
var hotQueries = []string{noDraftQuery, dropDraftQuery, saveDraftQuery, registerQuery, ownLogQuery, forgetVisitQuery}

func prepareHot(ctx context.Context, db *sql.DB) (map[string]*sql.Stmt, error) {
	hot := map[string]*sql.Stmt{}
	for _, query := range hotQueries {
		st, err := db.PrepareContext(ctx, query)
		if err != nil {
			return hot, err
		}
		hot[query] = st
	}
	return hot, nil
}

// stmt is the prepared query; nil for one that is run for the first time.
func (p *prepared) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	st, seen := p.stmts[query]
	if h := p.hot[query]; h != nil && !seen {
		st = p.tx.StmtContext(ctx, h)
	}
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
