package store

import (
	"bytes"
	"slices"

	"zoufang/store/bundle"
)

// checkpoint enters a segment that was read into what the book knows of its device.
func (m *merge) checkpoint(s bundle.Segment, cp bundle.Checkpoint) error {
	if m.dev == nil {
		return nil
	}
	d, tx := m.dev, m.w.tx
	if _, err := tx.ExecContext(m.ctx, "INSERT INTO ckpt(dev, seq, head, sig) VALUES(?, ?, ?, ?) ON CONFLICT DO NOTHING",
		d.ix, int64(cp.Seq), cp.Head[:], cp.Sig); err != nil {
		return err
	}
	if m.skip < s.Last {
		if m.skip >= s.First { // the part before is here in this very chain
			s.First, s.Prev = m.skip+1, m.f.segs[m.n-1].hash
		}
		if err := m.enter(s); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(m.ctx, "UPDATE dev SET pub = ifnull(pub, ?), lam = max(lam, ?), hseq = ?, hhash = ?, forked = ? WHERE ix = ?",
		[]byte(cp.Pub), int64(m.lam), int64(d.hseq), d.hhash[:], d.forked, d.ix)
	return err
}

// enter notes where the segment lies, looks for forks and moves the end of the part without gaps.
func (m *merge) enter(s bundle.Segment) error {
	d := m.dev
	forked, err := m.forks(s)
	if err != nil {
		return err
	}
	if _, err := m.w.tx.ExecContext(m.ctx, "INSERT INTO seg(dev, a, b, prev, last) VALUES(?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
		d.ix, int64(s.First), int64(s.Last), s.Prev[:], s.Head[:]); err != nil {
		return err
	}
	if forked && !d.forked {
		d.forked = true
		m.forked = append(m.forked, s.Dev)
	}
	for more := true; more && !d.forked; {
		if more, err = m.advance(); err != nil {
			return err
		}
	}
	return nil
}

// forks tells whether the segment shows two different changes in one place of the log: two that are both here, or one
// that is here and one that the first change of a segment names as the one before it.
func (m *merge) forks(s bundle.Segment) (forked bool, err error) {
	ix, a, b := m.dev.ix, int64(s.First), int64(s.Last)
	err = m.w.tx.QueryRowContext(m.ctx, `SELECT EXISTS(SELECT 1 FROM op WHERE dev = ?1 AND seq = ?2 - 1 AND hash != ?4)
		OR EXISTS(SELECT 1 FROM seg WHERE dev = ?1 AND a = ?3 + 1 AND prev != ?5)`,
		ix, a, b, s.Prev[:], s.Head[:]).Scan(&forked)
	if err != nil || forked {
		return forked, err
	}
	var overlaps bool
	err = m.w.tx.QueryRowContext(m.ctx, "SELECT ?2 <= ?4 OR EXISTS(SELECT 1 FROM seg WHERE dev = ?1 AND a <= ?3 AND b >= ?2)",
		ix, a, b, int64(m.dev.hseq)).Scan(&overlaps)
	if err != nil || !overlaps {
		return false, err
	}
	err = m.w.tx.QueryRowContext(m.ctx, "SELECT EXISTS(SELECT 1 FROM op WHERE dev = ? AND seq BETWEEN ? AND ? GROUP BY seq HAVING count(*) > 1)",
		ix, a, b).Scan(&forked)
	return forked, err
}

// advance moves the end of the part without gaps by one segment, if one continues it.
func (m *merge) advance() (moved bool, err error) {
	d := m.dev
	rows, err := m.w.tx.QueryContext(m.ctx, "SELECT b, last FROM seg WHERE dev = ? AND a <= ? AND b > ? ORDER BY b DESC LIMIT 1",
		d.ix, int64(d.hseq+1), int64(d.hseq))
	if err != nil {
		return false, err
	}
	defer rows.Close()
	if !rows.Next() {
		return false, rows.Err()
	}
	var b int64
	var last []byte
	if err := rows.Scan(&b, &last); err != nil {
		return false, err
	}
	d.hseq, d.hhash = uint64(b), bundle.Hash(last)
	return true, rows.Err()
}

// withheld notes what the exporter left out on purpose. Of its own log everybody can say so; of another's only the office,
// whose task bundles hand out what others wrote in its own words.
func (m *merge) withheld(id bundle.DeviceID, first, last uint64) error {
	if m.f.Salvage != nil { // only the trailer would prove it
		return nil
	}
	if id != m.f.by {
		return m.withheldOfOther(id, first, last)
	}
	d, err := m.state(id)
	if err != nil || d.trust != trusted {
		return err
	}
	_, err = m.w.tx.ExecContext(m.ctx, "INSERT INTO withheld(dev, a, b) VALUES(?, ?, ?) ON CONFLICT DO NOTHING", d.ix, int64(first), int64(last))
	return err
}

// keepText stores a salted text. One that was erased stays erased.
func (m *merge) keepText(sha bundle.Hash, salted []byte) (err error) {
	if m.wanted != nil && !m.wanted.texts[sha] || m.wiped.texts(sha) {
		return nil
	}
	if m.text == nil {
		if m.text, err = m.w.tx.PrepareContext(m.ctx, "INSERT INTO secret(sha, bytes) VALUES(?, ?) ON CONFLICT DO NOTHING"); err != nil {
			return err
		}
	}
	_, err = m.text.ExecContext(m.ctx, sha[:], slices.Clone(salted))
	return err
}

// keepChunk stores a piece of a file; what is here already stays as it is.
func (m *merge) keepChunk(sha bundle.Hash, total, off int64, chunk []byte) error {
	if m.wanted != nil && !m.wanted.files[sha] || m.wiped.files(sha) || m.f.Salvage.lacks(sha) {
		return nil
	}
	tx := m.w.tx
	if off == 0 {
		if _, err := tx.ExecContext(m.ctx, "INSERT INTO file(sha, size, have) VALUES(?, ?, 0) ON CONFLICT DO NOTHING", sha[:], total); err != nil {
			return err
		}
	}
	if len(chunk) == 0 {
		return nil
	}
	r, err := tx.ExecContext(m.ctx, "INSERT INTO chunk(sha, n, bytes) VALUES(?, ?, ?) ON CONFLICT DO NOTHING", sha[:], off/chunkSize, bytes.Clone(chunk))
	if err != nil {
		return err
	}
	if n, err := r.RowsAffected(); err != nil || n == 0 {
		return err
	}
	_, err = tx.ExecContext(m.ctx, "UPDATE file SET have = have + ? WHERE sha = ?", len(chunk), sha[:])
	return err
}
