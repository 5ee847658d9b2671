package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// schemeRecord is the registers of a scheme that are not a file.
type schemeRecord struct {
	Hash    string `json:"hash"`
	Name    string `json:"name"`
	Version string `json:"version"`
}

// localScheme, with a scheme's hash behind it, keeps its meaning in the form that is read fastest: every start needs it.
const localScheme = "scheme "

// pinScheme keeps a scheme: its record by the hash of its meaning, and the source as a file that travels.
func (w *writer) pinScheme(ctx context.Context, src []byte, s *checklist.Scheme) error {
	sha, err := w.keepFile(ctx, src)
	if err != nil {
		return err
	}
	if _, err := w.q.ExecContext(ctx, putLocal, localScheme+s.Hash, string(s.Canonical())); err != nil {
		return err
	}
	id := checklist.SchemeID(s.Hash)
	if err := w.put(ctx, id, KindScheme, schemeRecord{Hash: s.Hash, Name: s.Name.ZH, Version: s.Version}); err != nil {
		return err
	}
	file, ok := fileTextOf(bundle.FileOf(bundle.File{SHA: sha, Size: uint64(len(src)), MIME: "application/yaml", Name: s.ID + ".yaml"}))
	if !ok {
		return newFault("scheme.file")
	}
	return w.apply(ctx, Edit{Record: id, Kind: KindScheme, Field: "file", Text: file, current: true})
}

// UseScheme pins a scheme, or a new version of one, in the round: sheets begun from now on are scored under it, those that
// are open keep theirs. The reason may be "". Faults: me.missing, office.only; a scheme with problems gives
// *checklist.Faults.
func (b *Book) UseScheme(ctx context.Context, src []byte, reason string) (*checklist.Scheme, error) {
	if err := officeOnly(b.Me()); err != nil {
		return nil, err
	}
	s, err := checklist.LoadScheme(src)
	if err != nil {
		return nil, err
	}
	return s, b.write(ctx, func(w *writer) error {
		w.plain = true
		if err := w.pinScheme(ctx, src, s); err != nil {
			return err
		}
		return w.apply(ctx, Edit{Record: b.round().ID, Kind: KindRound, Field: "scheme", Text: s.Hash, Reason: reason, current: true})
	})
}

// PinnedScheme is a scheme the book knows.
type PinnedScheme struct {
	Hash, Name, Version string
	Scheme              *checklist.Scheme // nil while its file has not arrived
	Round               bool              // the round's: new sheets are scored under it
	Visits              int               // of the round, that are scored under it
}

// Schemes lists the schemes the book knows, the round's first, then by version and hash.
func (b *Book) Schemes(ctx context.Context) (list []PinnedScheme, err error) {
	units, err := b.Units(ctx)
	if err != nil {
		return nil, err
	}
	visits := map[string]int{}
	for _, u := range units {
		for _, v := range append([]VisitRow{u.VisitRow}, u.Daily...) {
			visits[v.Scheme]++
		}
	}
	err = b.read(ctx, func(q querier) error {
		rs, err := b.scanScope(ctx, q, checklist.ScopeScheme)
		if err != nil {
			return err
		}
		for _, id := range rs.records(KindScheme) {
			var r schemeRecord
			rs.fill(id, KindScheme, &r)
			p := PinnedScheme{Hash: r.Hash, Name: r.Name, Version: r.Version, Round: r.Hash == b.round().Scheme, Visits: visits[r.Hash]}
			if p.Scheme, err = b.loadScheme(ctx, q, r.Hash); err != nil && !IsFault(err, "scheme.missing") {
				return err
			}
			list = append(list, p)
		}
		return nil
	})
	slices.SortFunc(list, func(a, b PinnedScheme) int {
		return cmp.Or(btoi(b.Round)-btoi(a.Round), strings.Compare(a.Version, b.Version), strings.Compare(a.Hash, b.Hash))
	})
	return list, err
}

// Scheme is the scheme of the round. Fault scheme.missing (hash) while its file has not arrived.
func (b *Book) Scheme(ctx context.Context) (*checklist.Scheme, error) {
	return b.SchemeOf(ctx, b.round().Scheme)
}

// SchemeOf is a scheme by the hash of its meaning; "" is the round's. Fault scheme.missing (hash).
func (b *Book) SchemeOf(ctx context.Context, hash string) (s *checklist.Scheme, err error) {
	if hash == "" {
		hash = b.round().Scheme
	}
	b.cache.RLock()
	s = b.known[hash]
	b.cache.RUnlock()
	if s != nil {
		return s, nil
	}
	err = b.read(ctx, func(q querier) error {
		s, err = b.loadScheme(ctx, q, hash)
		return err
	})
	return s, err
}

// loadScheme reads and keeps a scheme, inside a transaction that may have written it.
func (b *Book) loadScheme(ctx context.Context, q querier, hash string) (*checklist.Scheme, error) {
	b.cache.RLock()
	s := b.known[hash]
	b.cache.RUnlock()
	if s != nil {
		return s, nil
	}
	quick, err := localText(ctx, q, localScheme+hash)
	if err != nil {
		return nil, err
	}
	src := []byte(quick)
	if quick == "" {
		if src, err = b.schemeSource(ctx, q, hash); err != nil {
			return nil, err
		}
	}
	s, err = checklist.LoadScheme(src)
	if err != nil {
		return nil, err
	}
	if s.Hash != hash {
		return nil, newFault("scheme.missing", hash) // a file of another meaning is not the scheme that was decided
	}
	b.cache.Lock()
	defer b.cache.Unlock()
	b.known[hash] = s
	return s, nil
}

func (b *Book) schemeSource(ctx context.Context, q querier, hash string) ([]byte, error) {
	id := checklist.SchemeID(hash)
	regs, err := b.scan(ctx, q, id, id)
	if err != nil {
		return nil, err
	}
	for _, h := range regs.get(id, KindScheme, "file").heads {
		f, ok := h.val.File()
		if !ok {
			continue
		}
		if src, err := readFile(ctx, q, f.SHA); err != nil || src != nil {
			return src, err
		}
	}
	return nil, newFault("scheme.missing", hash)
}
