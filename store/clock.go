package store

import (
	"context"
	"encoding/json"
	"time"

	"zoufang/store/bundle"
)

// Clocks take no part in merging. What a merge can tell of them is noted here for people: a time that was written later
// than it arrived, or earlier than what it replaces, is wrong.

// localClock, followed by a device's id, keeps what merging saw of its clock.
const localClock = "clock."

// The bounds of what is worth telling.
const (
	clockSlack   = 10 * time.Minute     // laptops are set by hand
	clockAncient = 180 * 24 * time.Hour // no bundle travels that long: a clock that says so is behind
	mostWitness  = 4096                 // references to other laptops' changes that are looked up in one merge
)

// DeviceClock is what is known of a device's clock. Its worst stays, for the changes that carry it stay.
type DeviceClock struct {
	Ahead   time.Duration `json:"ahead"`   // at least: it wrote later than this laptop received
	Behind  time.Duration `json:"behind"`  // at least: it wrote earlier than what it had seen
	Back    time.Duration `json:"back"`    // the longest step back between two of its changes
	Skew    time.Duration `json:"skew"`    // when it was last heard of: ahead, or behind where negative
	Seen    time.Time     `json:"seen"`    // when its newest changes were received, by this laptop's clock
	Created time.Time     `json:"created"` // when its newest own bundle was made, by its clock; zero where others brought it
	Newest  time.Time     `json:"newest"`  // what its newest change says
}

// Off tells whether its times cannot be relied on.
func (c DeviceClock) Off() bool { return max(c.Ahead, c.Behind, c.Back) > clockSlack }

func readClock(ctx context.Context, q querier, id bundle.DeviceID) (c DeviceClock, err error) {
	text, err := localText(ctx, q, localClock+id.String())
	if err == nil && text != "" {
		err = json.Unmarshal([]byte(text), &c)
	}
	return c, err
}

// clockWatch looks at the times of the changes of one merge.
type clockWatch struct {
	devs      map[bundle.DeviceID]*clockSeen
	witnesses []witness
	dev       bundle.DeviceID // the one seen last
	seen      *clockSeen
}

// clockSeen is what came of one device.
type clockSeen struct {
	last, newest, most time.Time
	back               time.Duration
}

// witness is a change that names one of another laptop's: it was written after that one.
type witness struct {
	dev bundle.DeviceID
	ref bundle.Ref
	at  time.Time
}

func (w *clockWatch) see(e *bundle.Entry) {
	if w.seen == nil || w.dev != e.Dev {
		w.begin(e.Dev)
	}
	s := w.seen
	at := bundle.Moment(e.Change.Wall)
	if !s.last.IsZero() {
		s.back = max(s.back, s.last.Sub(at))
	}
	s.last, s.newest = at, at
	if at.After(s.most) {
		s.most = at
	}
	for _, r := range e.Change.Refs {
		if r.Dev != e.Dev && len(w.witnesses) < mostWitness {
			w.witnesses = append(w.witnesses, witness{e.Dev, r, at})
		}
	}
}

// begin looks at another device's changes.
func (w *clockWatch) begin(id bundle.DeviceID) {
	if w.devs == nil {
		w.devs = map[bundle.DeviceID]*clockSeen{}
	}
	if w.devs[id] == nil {
		w.devs[id] = &clockSeen{}
	}
	w.dev, w.seen = id, w.devs[id]
}

// note keeps what was seen; by is the exporter and created what its header says.
func (c *clockWatch) note(ctx context.Context, w *writer, by bundle.DeviceID, created time.Time) error {
	now := w.b.now()
	behind, err := c.behind(ctx, w.tx)
	if err != nil {
		return err
	}
	for id, s := range c.devs {
		clock, err := readClock(ctx, w.tx, id)
		if err != nil {
			return err
		}
		clock.Seen, clock.Newest, clock.Created = now, s.newest, time.Time{}
		ahead := s.most.Sub(now)
		latest := s.newest
		if id == by {
			clock.Created = created
			ahead = max(ahead, created.Sub(now))
			if created.After(latest) {
				latest = created
			}
			s.back = max(s.back, s.newest.Sub(created))
		}
		late := behind[id]
		if old := now.Sub(latest); old > clockAncient {
			late = max(late, old)
		}
		switch clock.Skew = 0; {
		case latest.Sub(now) > 0:
			clock.Skew = latest.Sub(now)
		case late > 0:
			clock.Skew = -late
		}
		clock.Ahead, clock.Behind, clock.Back = max(clock.Ahead, ahead), max(clock.Behind, late), max(clock.Back, s.back)
		text, err := json.Marshal(clock)
		if err != nil {
			return err
		}
		if _, err := w.tx.ExecContext(ctx, putLocal, localClock+id.String(), string(text)); err != nil {
			return err
		}
	}
	return nil
}

// behind is by how much a device wrote earlier than changes it had seen, as far as the clocks of those are not ahead.
func (w *clockWatch) behind(ctx context.Context, q querier) (map[bundle.DeviceID]time.Duration, error) {
	most := map[bundle.DeviceID]time.Duration{}
	ahead := map[bundle.DeviceID]time.Duration{}
	for _, x := range w.witnesses {
		c, err := readChangeAt(ctx, q, x.ref)
		if err != nil {
			return nil, err
		}
		if c == nil {
			continue
		}
		if _, known := ahead[x.ref.Dev]; !known {
			clock, err := readClock(ctx, q, x.ref.Dev)
			if err != nil {
				return nil, err
			}
			ahead[x.ref.Dev] = clock.Ahead
		}
		before := bundle.Moment(c.Wall).Add(-ahead[x.ref.Dev])
		most[x.dev] = max(most[x.dev], before.Sub(x.at))
	}
	return most, nil
}

// readChangeAt finds a stored change by its reference; nil where it is not here, or was wiped.
func readChangeAt(ctx context.Context, q querier, r bundle.Ref) (*bundle.Change, error) {
	var body []byte
	err := q.QueryRowContext(ctx, `SELECT body FROM op JOIN dev ON dev.ix = op.dev WHERE dev.id = ? AND seq = ? AND substr(hash, 1, 8) = ?
		AND body IS NOT NULL`, r.Dev[:], int64(r.Seq), r.H8[:]).Scan(&body)
	if isNoRows(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	c, err := bundle.Decode(r.Dev, body)
	return &c, err
}
