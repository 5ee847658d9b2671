package store

import (
	"context"
	"database/sql"
	"errors"
)

// foldStmts are the statements of the fold, prepared once for the write connection.
type foldStmts struct {
	selDev, insDev                      *sql.Stmt
	insOp, hasOp                        *sql.Stmt
	delHead, insHead                    *sql.Stmt
	selDead, delDead, insDead, someDead *sql.Stmt
	delCkpt, insCkpt                    *sql.Stmt
}

func prepareFold(ctx context.Context, db *sql.DB) (*foldStmts, error) {
	s := &foldStmts{}
	for _, p := range []struct {
		to  **sql.Stmt
		sql string
	}{
		{&s.selDev, "SELECT ix FROM dev WHERE id=?"},
		{&s.insDev, "INSERT INTO dev(id) VALUES(?)"},
		{&s.insOp, bulkOps.sql(1)},
		{&s.hasOp, "SELECT 1 FROM op WHERE dev=? AND seq=? AND substr(hash,1,8)=?"},
		// field=?+0: a bare parameter makes SQLite plan anew for every value, because of the partial index on head.
		{&s.delHead, "DELETE FROM head WHERE record=? AND field=?+0 AND dev=? AND seq=? AND h8=?"},
		{&s.insHead, bulkHeads.sql(1)},
		{&s.someDead, "SELECT EXISTS(SELECT 1 FROM dead)"},
		{&s.selDead, "SELECT record=? AND field=? FROM dead WHERE dev=? AND seq=? AND h8=? ORDER BY 1 DESC LIMIT 1"},
		{&s.delDead, "DELETE FROM dead WHERE dev=? AND seq=? AND h8=?"},
		{&s.insDead, "INSERT INTO dead(dev,seq,h8,record,field) VALUES(?,?,?,?,?) ON CONFLICT DO NOTHING"},
		{&s.delCkpt, "DELETE FROM ckpt WHERE dev=?"},
		{&s.insCkpt, "INSERT INTO ckpt(dev,seq,head,sig) VALUES(?,?,?,?) ON CONFLICT DO NOTHING"},
	} {
		st, err := db.PrepareContext(ctx, p.sql)
		if err != nil {
			return nil, errors.Join(err, s.Close())
		}
		*p.to = st
	}
	return s, nil
}

// Close gives the statements back.
func (s *foldStmts) Close() error {
	var errs []error
	for _, st := range []*sql.Stmt{s.selDev, s.insDev, s.insOp, s.hasOp, s.delHead, s.insHead,
		s.selDead, s.delDead, s.insDead, s.someDead, s.delCkpt, s.insCkpt} {
		if st != nil {
			errs = append(errs, st.Close())
		}
	}
	return errors.Join(errs...)
}
