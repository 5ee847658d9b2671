package store

import (
	"context"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"errors"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// The local part of the book is never exported and is spared by a rebuild: drafts, where to go on, who works here.

// Draft is what is being typed into a register and is no change yet.
type Draft struct {
	Record checklist.ID
	Kind   Kind
	Field  string
	Text   string
	Cursor int          // where the cursor stands, in the form's own counting
	Shown  []bundle.Ref // the heads the form showed
	At     time.Time
}

const (
	saveDraftQuery = `INSERT INTO draft (record, field, text, cursor, shown, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
		ON CONFLICT DO UPDATE SET text = ?3, cursor = ?4, shown = ?5, at = ?6`
	dropDraftQuery = "DELETE FROM draft WHERE record = ? AND field = ?"
	noDraftQuery   = "SELECT NOT EXISTS (SELECT 1 FROM draft)"
)

// SaveDraft makes a draft durable. When it returns nil, neither a crash nor a power cut takes the text away.
func (b *Book) SaveDraft(ctx context.Context, d Draft) error {
	f := FieldOf(d.Kind, d.Field)
	if f == nil {
		return newFault("field.unknown", string(d.Kind), d.Field)
	}
	return b.local(ctx, saveDraftQuery, d.Record[:], int64(f.No), d.Text, d.Cursor, packRefs(d.Shown), b.now().UnixMilli())
}

// DropDraft forgets a draft; one that is not there is no error.
func (b *Book) DropDraft(ctx context.Context, rec checklist.ID, kind Kind, field string) error {
	f := FieldOf(kind, field)
	if f == nil {
		return newFault("field.unknown", string(kind), field)
	}
	return b.local(ctx, dropDraftQuery, rec[:], int64(f.No))
}

// Draft finds the draft of a register; nil when there is none.
func (b *Book) Draft(ctx context.Context, rec checklist.ID, kind Kind, field string) (*Draft, error) {
	f := FieldOf(kind, field)
	if f == nil {
		return nil, newFault("field.unknown", string(kind), field)
	}
	list, err := b.drafts(ctx, "WHERE record = ? AND field = ?", rec[:], int64(f.No))
	if err != nil || len(list) == 0 {
		return nil, err
	}
	return &list[0], nil
}

// Drafts lists all drafts, the newest first.
func (b *Book) Drafts(ctx context.Context) ([]Draft, error) { return b.drafts(ctx, "") }

func (b *Book) drafts(ctx context.Context, where string, args ...any) (list []Draft, err error) {
	err = b.read(ctx, func(q querier) error {
		rows, err := q.QueryContext(ctx, "SELECT record, field, text, cursor, shown, at FROM draft "+where+" ORDER BY at DESC", args...)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			var d Draft
			var rec, shown []byte
			var field, at int64
			if err := rows.Scan(&rec, &field, &d.Text, &d.Cursor, &shown, &at); err != nil {
				return err
			}
			f := byNo[uint64(field)]
			if f == nil || len(rec) != len(d.Record) {
				continue // typed with a newer version
			}
			copy(d.Record[:], rec)
			d.Kind, d.Field, d.Shown, d.At = f.Kind, f.Name, unpackRefs(shown), time.UnixMilli(at)
			list = append(list, d)
		}
		return rows.Err()
	})
	return list, err
}

// dropDraft forgets the draft of a register that is written, if there is one; imports find none and do not look again.
func (w *writer) dropDraft(ctx context.Context, rec checklist.ID, f *Field) error {
	if !w.looked {
		if err := w.q.QueryRowContext(ctx, noDraftQuery).Scan(&w.noDraft); err != nil {
			return err
		}
		w.looked = true
	}
	if w.noDraft {
		return nil
	}
	r, err := w.q.ExecContext(ctx, dropDraftQuery, rec[:], int64(f.No))
	if err != nil {
		return err
	}
	n, err := r.RowsAffected()
	w.dirty = w.dirty || n > 0
	return err
}

// SaveResume keeps, as JSON, where the program is, so that the next start goes on there.
func (b *Book) SaveResume(ctx context.Context, place any) error {
	text, err := json.Marshal(place)
	if err != nil {
		return err
	}
	return b.setLocal(ctx, localResume, string(text))
}

// Resume fills place with what SaveResume kept; false when there is nothing, or nothing that fits.
func (b *Book) Resume(ctx context.Context, place any) (ok bool, err error) {
	err = b.read(ctx, func(q querier) error {
		text, err := localText(ctx, q, localResume)
		ok = err == nil && text != "" && json.Unmarshal([]byte(text), place) == nil
		return err
	})
	return ok, err
}

func localText(ctx context.Context, q querier, key string) (text string, err error) {
	err = q.QueryRowContext(ctx, "SELECT value FROM local WHERE key = ?", key).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return text, err
}

const putLocal = "INSERT INTO local (key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2"

func (b *Book) setLocal(ctx context.Context, key, text string) error {
	return b.local(ctx, putLocal, key, text)
}

// local runs one statement on the local part, durably.
func (b *Book) local(ctx context.Context, query string, args ...any) error {
	return b.write(ctx, func(w *writer) error {
		w.dirty = true
		_, err := w.q.ExecContext(ctx, query, args...)
		return err
	})
}

// packRefs writes references as device, place and hash, 32 bytes each.
func packRefs(refs []bundle.Ref) []byte {
	b := make([]byte, 0, 32*len(refs))
	for _, r := range refs {
		b = append(b, r.Dev[:]...)
		b = binary.BigEndian.AppendUint64(b, r.Seq)
		b = append(b, r.H8[:]...)
	}
	return b
}

func unpackRefs(b []byte) (refs []bundle.Ref) {
	for ; len(b) >= 32; b = b[32:] {
		var r bundle.Ref
		copy(r.Dev[:], b)
		r.Seq = binary.BigEndian.Uint64(b[16:])
		copy(r.H8[:], b[24:])
		refs = append(refs, r)
	}
	return refs
}
