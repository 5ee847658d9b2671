package store

import (
	"bytes"

	"zoufang/store/bundle"
)

func (x *exporter) writeSegments(w *bundle.Writer) error {
	for _, g := range x.gaps {
		if err := w.Withheld(x.own.id, g.a, g.b); err != nil {
			return err
		}
	}
	if x.o.task != nil {
		for dev, last := range x.o.task.others {
			if err := w.Withheld(dev, 1, last); err != nil {
				return err
			}
		}
	}
	for i := range x.threads {
		if err := x.writeThread(w, &x.threads[i]); err != nil {
			return err
		}
	}
	return nil
}

func (x *exporter) writeThread(w *bundle.Writer, t *thread) error {
	if err := w.Segment(t.cp.Dev, t.first, t.prev); err != nil {
		return err
	}
	rows, err := x.q.QueryContext(x.ctx, "SELECT seq, hash, body FROM op WHERE dev = ? AND seq BETWEEN ? AND ? ORDER BY seq",
		t.ix, int64(t.first), int64(t.cp.Seq))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var seq int64
		var hash, body []byte
		if err := rows.Scan(&seq, &hash, &body); err != nil {
			return err
		}
		if t.path != nil && !bytes.Equal(hash, t.path[uint64(seq)-t.first][:]) {
			continue // of another branch
		}
		if err := w.Change(body); err != nil {
			return err
		}
		if x.done++; x.done%1000 == 0 {
			x.report("export", x.done, x.header.Counts.Changes)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return w.Checkpoint(t.cp)
}

func (x *exporter) writeTexts(w *bundle.Writer) error {
	return x.eachText(w.Text)
}

// eachText goes through the salted texts that go along, the oldest first.
func (x *exporter) eachText(fn func(salted []byte) error) error {
	rows, err := x.q.QueryContext(x.ctx, "SELECT sha, bytes FROM secret WHERE bytes IS NOT NULL ORDER BY rowid")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var sha, salted []byte
		if err := rows.Scan(&sha, &salted); err != nil {
			return err
		}
		if x.wanted != nil && !x.wanted.texts[bundle.Hash(sha)] {
			continue
		}
		if err := fn(salted); err != nil {
			return err
		}
	}
	return rows.Err()
}

func (x *exporter) writeFiles(w *bundle.Writer) error {
	return x.eachFile(func(sha bundle.Hash, size int64) error {
		return w.File(sha, size, &fileReader{ctx: x.ctx, b: x.b, sha: sha})
	})
}

// eachFile goes through the whole files that go along.
func (x *exporter) eachFile(fn func(sha bundle.Hash, size int64) error) error {
	type file struct {
		sha  bundle.Hash
		size int64
	}
	var files []file
	rows, err := x.q.QueryContext(x.ctx, "SELECT sha, size FROM file WHERE have = size ORDER BY sha")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var f file
		var sha []byte
		if err := rows.Scan(&sha, &f.size); err != nil {
			return err
		}
		f.sha = bundle.Hash(sha)
		if x.goes(f.sha) {
			files = append(files, f)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, f := range files {
		if err := fn(f.sha, f.size); err != nil {
			return err
		}
	}
	return nil
}

// goes tells whether a file goes along.
func (x *exporter) goes(sha bundle.Hash) bool {
	return !x.o.WithoutFiles && (x.wanted == nil || x.wanted.files[sha])
}

// hashes are the texts and files that changes speak of.
type hashes struct {
	texts, files map[bundle.Hash]bool
}

func (h *hashes) init() {
	if h.texts == nil {
		h.texts, h.files = map[bundle.Hash]bool{}, map[bundle.Hash]bool{}
	}
}

// of adds what a value speaks of, however deep.
func (h *hashes) of(v bundle.Value) {
	h.init()
	switch v.Tag() {
	case bundle.TagSecret:
		if sha, ok := v.Secret(); ok {
			h.texts[sha] = true
		}
	case bundle.TagFile:
		if f, ok := v.File(); ok {
			h.files[f.SHA] = true
		}
	case bundle.TagMap:
		m, _ := v.Map()
		for _, item := range m {
			h.of(item)
		}
	case bundle.TagList:
		l, _ := v.List()
		for _, item := range l {
			h.of(item)
		}
	}
}
