package store

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// mostRuns and mostLacking bound what a receipt lists, so that it fits into a change.
const (
	mostRuns    = 64
	mostLacking = 200
)

// localWaiting, followed by a file's SHA-256, keeps what a file that waits in the inbox holds of its laptop's log.
const localWaiting = "waiting."

// waitingNote is that.
type waitingNote struct {
	Device bundle.DeviceID `json:"device"`
	N      uint64          `json:"n"` // 1 to N of its log
	Hash   bundle.Hash     `json:"hash"`
	At     int64           `json:"at"` // milliseconds since 1970
}

// noteWaiting keeps what a waiting file holds, for the receipt. Nothing is said of one that does not begin at the first
// change.
func (m *merge) noteWaiting() error {
	n := waitingNote{Device: m.f.by, At: m.b.now().UnixMilli()}
	for _, s := range m.f.segs {
		if s.Dev == m.f.by && s.First == n.N+1 && s.Prev == n.Hash {
			n.N, n.Hash = s.Last, s.Head
		}
	}
	if n.N == 0 {
		return nil
	}
	text, err := json.Marshal(n)
	if err == nil {
		_, err = m.w.tx.ExecContext(m.ctx, putLocal, localWaiting+m.f.inbox.sha.String(), string(text))
	}
	return err
}

// WriteReceipts writes, as changes of this device, how much of every other device's log is here. Receipts that say so
// already stay. It tells how many were written. With the first of them the device says what can be sealed for it.
func (b *Book) WriteReceipts(ctx context.Context) (n int, err error) {
	former, err := b.formerSelves(ctx)
	if err != nil {
		return 0, err
	}
	err = b.write(ctx, func(w *writer) error {
		w.plain, n = true, 0 // nobody takes a receipt back
		if err := w.sayRecipient(ctx); err != nil {
			return err
		}
		bodies, err := w.receiptBodies(ctx)
		if err != nil {
			return err
		}
		for _, body := range bodies {
			var of bundle.DeviceID
			if err := of.UnmarshalText([]byte(body.Device)); err != nil {
				return err
			}
			if of == w.own.id || slices.Contains(former, of) {
				continue
			}
			wrote, err := w.writeReceipt(ctx, receiptID(w.own.id, of), body)
			if err != nil {
				return err
			}
			n += wrote
		}
		return nil
	})
	return n, err
}

func (w *writer) writeReceipt(ctx context.Context, id checklist.ID, body receiptBody) (int, error) {
	r, err := w.register(ctx, id, FieldOf(KindReceipt, "body"))
	if err != nil {
		return 0, err
	}
	for _, h := range r.heads {
		var was receiptBody
		if h.ref.Dev == w.own.id && readValue(h.val, &was) && was.says(body) {
			return 0, nil
		}
	}
	me := w.b.Me()
	body.By, body.Name = me.ID, me.Name
	return 1, w.apply(ctx, Edit{Record: id, Kind: KindReceipt, Field: "body", Text: textOfBody(body)})
}

// says tells whether two receipts say the same; when and of which file is no matter.
func (r receiptBody) says(o receiptBody) bool {
	return r.Device == o.Device && r.N == o.N && r.Hash == o.Hash && r.Verdict == o.Verdict && slices.Equal(r.More, o.More) && slices.Equal(r.Lacks, o.Lacks)
}

// receiptBodies says of every device how much of its log is here.
func (w *writer) receiptBodies(ctx context.Context) (list []receiptBody, err error) {
	lacking, err := lackingFiles(ctx, w.q)
	if err != nil {
		return nil, err
	}
	rows, err := w.q.QueryContext(ctx, "SELECT ix, id, hseq, hhash FROM dev WHERE trust = ? ORDER BY ix", trusted)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	ixs := []int64{}
	for rows.Next() {
		var ix, n int64
		var id, hash []byte
		if err := rows.Scan(&ix, &id, &n, &hash); err != nil {
			return nil, err
		}
		body := receiptBody{Device: bundle.DeviceID(id).String(), N: n, Verdict: ReceiptMerged, Lacks: lacking[ix]}
		if n > 0 {
			body.Hash = bundle.Hash(hash).String()
		}
		ixs, list = append(ixs, ix), append(list, body)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for i := range list {
		if list[i].More, err = runsBehind(ctx, w.q, ixs[i], list[i].N); err != nil {
			return nil, err
		}
		if err := w.dateReceipt(ctx, &list[i]); err != nil {
			return nil, err
		}
	}
	list = slices.DeleteFunc(list, func(r receiptBody) bool { return r.N == 0 && len(r.More) == 0 })
	return w.waitingReceipts(ctx, list)
}

// dateReceipt says which file of the device came last, and when; of one that came through others only, now.
func (w *writer) dateReceipt(ctx context.Context, r *receiptBody) error {
	var id bundle.DeviceID
	if err := id.UnmarshalText([]byte(r.Device)); err != nil {
		return err
	}
	var sha []byte
	var at int64
	err := w.q.QueryRowContext(ctx, "SELECT sha, at FROM bundle WHERE exporter = ? ORDER BY at DESC LIMIT 1", id[:]).Scan(&sha, &at)
	if isNoRows(err) {
		r.At = w.b.moment()
		return nil
	}
	if err != nil {
		return err
	}
	r.Bundle, r.At = bundle.Hash(sha).String(), momentOf(at)
	return nil
}

// runsBehind are the runs of a log behind its first gap.
func runsBehind(ctx context.Context, q querier, ix, n int64) (runs []receiptSpan, err error) {
	rows, err := q.QueryContext(ctx, "SELECT a, b, last FROM seg WHERE dev = ? AND a > ? + 1 ORDER BY a, b LIMIT ?", ix, n, mostRuns)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var s receiptSpan
		var last []byte
		if err := rows.Scan(&s.From, &s.To, &last); err != nil {
			return nil, err
		}
		s.Hash = bundle.Hash(last).String()
		runs = append(runs, s)
	}
	return runs, rows.Err()
}

// lackingFiles are the files that changes of each device speak of and that are not wholly here.
func lackingFiles(ctx context.Context, q querier) (map[int64][]string, error) {
	rows, err := q.QueryContext(ctx, "SELECT dev, val FROM head WHERE field IN (?+0, ?+0)",
		int64(FieldOf(KindAttachment, "file").No), int64(FieldOf(KindScheme, "file").No))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	wanted := map[bundle.Hash][]int64{}
	for rows.Next() {
		var ix int64
		var v bundle.Value
		if err := rows.Scan(&ix, (*[]byte)(&v)); err != nil {
			return nil, err
		}
		if f, ok := v.File(); ok {
			wanted[f.SHA] = append(wanted[f.SHA], ix)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	lacking := map[int64][]string{}
	for sha, devs := range wanted {
		here, err := fileHere(ctx, q, sha)
		if err != nil {
			return nil, err
		}
		for _, ix := range devs {
			if !here && !slices.Contains(lacking[ix], sha.String()) {
				lacking[ix] = append(lacking[ix], sha.String())
			}
		}
	}
	for ix, list := range lacking {
		slices.Sort(list)
		if len(list) > mostLacking {
			lacking[ix] = []string{everyFile}
		}
	}
	return lacking, nil
}

// waitingReceipts adds what lies in the inbox of devices that nobody enrolled.
func (w *writer) waitingReceipts(ctx context.Context, list []receiptBody) ([]receiptBody, error) {
	rows, err := w.q.QueryContext(ctx, "SELECT key, value FROM local WHERE key BETWEEN ? AND ?", localWaiting, localWaiting+"~")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	best := map[bundle.DeviceID]receiptBody{}
	for rows.Next() {
		var key, text string
		if err := rows.Scan(&key, &text); err != nil {
			return nil, err
		}
		var n waitingNote
		if _, err := os.Stat(filepath.Join(w.b.inbox(), key[len(localWaiting):]+bundleExt)); err != nil {
			continue // it was taken up since, or somebody did not want it
		}
		if json.Unmarshal([]byte(text), &n) == nil && int64(n.N) > best[n.Device].N {
			best[n.Device] = receiptBody{Bundle: key[len(localWaiting):], At: momentOf(n.At), Device: n.Device.String(),
				N: int64(n.N), Hash: n.Hash.String(), Verdict: ReceiptWaiting}
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for id, body := range best {
		d, err := readDevState(ctx, w.q, id)
		if err != nil {
			return nil, err
		}
		if d.trust != trusted {
			list = append(list, body)
		}
	}
	return list, nil
}

// momentOf is a moment of a table as texts have it.
func momentOf(ms int64) string { return time.UnixMilli(ms).Format(momentLayout) }

// ExportReceipts writes a bundle of nothing but the receipts, for laptops to merge; new is how many are new. Faults as
// Export's.
func (b *Book) ExportReceipts(ctx context.Context, path string, seal Sealing) (out Exported, n int, err error) {
	if n, err = b.WriteReceipts(ctx); err != nil {
		return out, n, err
	}
	out, err = b.Export(ctx, path, ExportOptions{Seal: seal, onlyReceipts: true}, nil)
	return out, n, err
}
