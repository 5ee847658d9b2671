package store

import (
	"context"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// Keys of the table local.
const (
	localMe     = "me"
	localResume = "resume"
)

// load reads what the book says about itself into the caches.
func (b *Book) load(ctx context.Context) error {
	return b.read(ctx, func(q querier) error {
		if err := b.loadDevices(ctx, q); err != nil {
			return err
		}
		f, err := b.readFacts(ctx, q)
		if err != nil {
			return err
		}
		names, err := b.readPeople(ctx, q)
		if err != nil {
			return err
		}
		b.cache.Lock()
		defer b.cache.Unlock()
		if f.device = b.facts.device; b.w == nil { // nobody settled which device this is: the one that wrote last
			_ = f.device.UnmarshalText([]byte(f.wrote))
		}
		b.facts, b.names = f, names
		return nil
	})
}

func (b *Book) loadDevices(ctx context.Context, q querier) error {
	rows, err := q.QueryContext(ctx, "SELECT ix, id, label FROM dev")
	if err != nil {
		return err
	}
	defer rows.Close()
	devs, byDev := map[int64]device{}, map[bundle.DeviceID]int64{}
	for rows.Next() {
		var ix int64
		var id []byte
		var d device
		if err := rows.Scan(&ix, &id, &d.label); err != nil {
			return err
		}
		copy(d.id[:], id)
		devs[ix], byDev[d.id] = d, ix
	}
	if err := rows.Err(); err != nil {
		return err
	}
	b.cache.Lock()
	b.devs, b.byDev = devs, byDev
	b.cache.Unlock()
	return b.loadLabels(ctx, q)
}

// loadLabels takes the labels people gave their own laptops, where this book has no name of its own for them.
func (b *Book) loadLabels(ctx context.Context, q querier) error {
	regs, err := b.scanScope(ctx, q, scopeDevice)
	if err != nil {
		return err
	}
	b.cache.Lock()
	defer b.cache.Unlock()
	for ix, d := range b.devs {
		if d.label == "" {
			d.label = regs.get(deviceRecord(d.id), KindDevice, "label").Text
			b.devs[ix] = d
		}
	}
	return nil
}

func (b *Book) readFacts(ctx context.Context, q querier) (f facts, err error) {
	meta := map[string]string{}
	rows, err := q.QueryContext(ctx, "SELECT key, value FROM meta")
	if err != nil {
		return f, err
	}
	defer rows.Close()
	for rows.Next() {
		var k, v string
		if err := rows.Scan(&k, &v); err != nil {
			return f, err
		}
		meta[k] = v
	}
	if err := rows.Err(); err != nil {
		return f, err
	}
	f = facts{wrote: meta["device"], id: meta["id"], demo: meta["demo"] == "1", district: meta["district"], year: meta["year"]}
	id := checklist.RoundID(f.district, f.year)
	round, err := b.scan(ctx, q, id, id)
	if err != nil {
		return f, err
	}
	f.round = checklist.Round{ID: id, District: f.district, Year: f.year, Scheme: meta["scheme"]}
	round.fill(id, KindRound, &f.round)
	var opened checklist.Opening
	if round.body(id, KindRound, "opened", &opened) {
		f.round.Opened = &opened
	}
	var closed checklist.Opening
	if round.body(id, KindRound, "closed", &closed) {
		f.round.Closed = &closed
	}
	f.me, err = b.readMe(ctx, q)
	return f, err
}

func (b *Book) readMe(ctx context.Context, q querier) (p checklist.Person, err error) {
	text, err := localText(ctx, q, localMe)
	if err != nil || text == "" {
		return p, err
	}
	var id checklist.ID
	if err := id.UnmarshalText([]byte(text)); err != nil {
		return p, err
	}
	regs, err := b.scan(ctx, q, id, id)
	if err != nil {
		return p, err
	}
	p.ID = id
	regs.fill(id, KindPerson, &p)
	return p, nil
}

// readPeople reads everybody the book knows, by the short form changes carry.
func (b *Book) readPeople(ctx context.Context, q querier) (map[[8]byte]checklist.Person, error) {
	regs, err := b.scanScope(ctx, q, checklist.ScopePerson)
	if err != nil {
		return nil, err
	}
	people := map[[8]byte]checklist.Person{}
	for _, id := range regs.records(KindPerson) {
		p := checklist.Person{ID: id}
		if regs.fill(id, KindPerson, &p); strings.TrimSpace(p.Name) != "" {
			people[[8]byte(id[8:])] = p
		}
	}
	return people, nil
}

// people is everybody the book knows. The map is replaced, never changed.
func (b *Book) people() map[[8]byte]checklist.Person {
	b.cache.RLock()
	defer b.cache.RUnlock()
	return b.names
}

// personOf names the person behind a change; a person the book does not know has only an id.
func (b *Book) personOf(actor [8]byte) checklist.Person {
	b.cache.RLock()
	defer b.cache.RUnlock()
	if p, ok := b.names[actor]; ok {
		return p
	}
	if actor == ([8]byte{}) {
		return checklist.Person{}
	}
	return checklist.Person{ID: checklist.InScope(checklist.ScopePerson, actor)}
}

// deviceOf finds a device by its local number, reading the table again for one that came with a merge.
func (b *Book) deviceOf(ctx context.Context, q querier, ix int64) (device, error) {
	b.cache.RLock()
	d, ok := b.devs[ix]
	b.cache.RUnlock()
	if ok {
		return d, nil
	}
	if err := b.loadDevices(ctx, q); err != nil {
		return device{}, err
	}
	b.cache.RLock()
	defer b.cache.RUnlock()
	return b.devs[ix], nil
}

func (b *Book) deviceInfoOf(ix int64) DeviceInfo {
	b.cache.RLock()
	defer b.cache.RUnlock()
	return b.deviceInfo(ix)
}
