package store

import (
	"context"
	"encoding/json"
	"maps"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// How far what was recorded here of a visit has come, as VisitRow.Travel says it.
const (
	TravelNone      = ""          // nothing of it was recorded here
	TravelHere      = "here"      // on this laptop only
	TravelExported  = "exported"  // in a bundle that was written
	TravelDelivered = "delivered" // a receipt says that the bundle lies in an inbox
	TravelMerged    = "merged"    // a receipt says that it was taken up
	TravelReturned  = "returned"  // the office has sent it back with remarks that are not settled
	TravelWiped     = "wiped"     // it was wiped here after the office's receipt
)

// exportNote is what the local part remembers of exports.
type exportNote struct {
	Seq   uint64            `json:"seq"`             // the whole own log went along up to here
	At    int64             `json:"at"`              // of the last one, milliseconds since 1970
	Path  string            `json:"path"`            // likewise
	Units map[string]uint64 `json:"units,omitempty"` // of units that went in parts: the own log up to here
}

func readExportNote(ctx context.Context, q querier) (n exportNote, err error) {
	text, err := localText(ctx, q, localExported)
	if err != nil || text == "" {
		return n, err
	}
	return n, json.Unmarshal([]byte(text), &n)
}

// noteExport remembers an export of the own log up to seq. An export since a receipt is one of everything: the rest is
// there already.
func (b *Book) noteExport(ctx context.Context, o ExportOptions, seq uint64, path string) error {
	return b.write(ctx, func(w *writer) error {
		w.dirty = true
		n, err := readExportNote(ctx, w.q)
		if err != nil {
			return err
		}
		n.At, n.Path = b.now().UnixMilli(), path
		if o.Units == nil {
			n.Seq, n.Units = seq, nil
		} else {
			n.Units = maps.Clone(n.Units)
			if n.Units == nil {
				n.Units = map[string]uint64{}
			}
			for _, u := range o.Units {
				n.Units[u.String()] = seq
			}
		}
		text, err := json.Marshal(n)
		if err == nil {
			_, err = w.q.ExecContext(ctx, putLocal, localExported, string(text))
		}
		return err
	})
}

// journey is what is known of where the own log went.
type journey struct {
	note              exportNote
	merged, delivered []cover
	sure              bool
	wiped             wipedVisits
}

func (b *Book) journey(ctx context.Context, q querier) (j journey, err error) {
	if j.note, err = readExportNote(ctx, q); err != nil {
		return j, err
	}
	if j.wiped, err = readWiped(ctx, q); err != nil {
		return j, err
	}
	list, err := b.readReceipts(ctx, q)
	if err != nil {
		return j, err
	}
	counts, sure := counting(list, b.ownID())
	j.sure = sure
	for _, r := range counts {
		if r.Verdict == ReceiptMerged {
			j.merged = append(j.merged, r.held)
		} else {
			j.delivered = append(j.delivered, r.held)
		}
	}
	return j, nil
}

// mark says in a row how far the visit has come. It looks at the newest own change that stands: a change that somebody
// replaced had come to them.
func (j *journey) mark(row *VisitRow) {
	exported := max(j.note.Seq, j.note.Units[row.Unit.String()])
	row.Travel, row.TravelSure = TravelHere, j.sure
	switch {
	case row.OwnSeq == 0:
		row.Travel = TravelNone
	case anyHas(j.merged, row.OwnSeq):
		row.Travel = TravelMerged
	case anyHas(j.delivered, row.OwnSeq):
		row.Travel = TravelDelivered
	case row.OwnSeq <= exported:
		row.Travel = TravelExported
	default:
		row.TravelChanged = row.OwnFirst <= exported || anyHas(j.merged, row.OwnFirst) || anyHas(j.delivered, row.OwnFirst)
	}
	if (row.State == StateClosed || row.State == StateSigned) && row.OwnSeq > 0 && row.OwnSeq <= exported {
		row.State = StateExported
	}
	if row.Returned > 0 {
		row.Travel = TravelReturned
	}
}

func anyHas(list []cover, seq uint64) bool {
	for _, c := range list {
		if c.has(seq) {
			return true
		}
	}
	return false
}

// heldBy tells whether a receipt of the office's that is confirmed says that a change is merged there.
func heldByOffice(list []Receipt, dev bundle.DeviceID, seq uint64) bool {
	for _, r := range list {
		if r.Office && r.Verdict == ReceiptMerged && (r.holder == dev || r.of == dev && r.held.has(seq)) {
			return true
		}
	}
	return false
}

// wipedVisits are the visits that were wiped here.
type wipedVisits map[checklist.ID]WipedNote
