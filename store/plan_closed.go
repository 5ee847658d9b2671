package store

import (
	"context"
	"crypto/sha256"
	"io"
	"os"

	"zoufang/store/bundle"
)

// peek reads the header of a bundle, sealed or not.
func (b *Book) peek(src *os.File) (h bundle.Header, err error) {
	in, _, err := b.ring.Open(src)
	if err != nil {
		return h, err
	}
	return bundle.Peek(in)
}

// knownClosed tells, by its hash, whether a sealed file that nothing here opens now was taken up before. It is not
// copied: what cannot be read is left where it came from.
func (b *Book) knownClosed(ctx context.Context, f *PlanFile, r io.Reader) (known bool, err error) {
	sum := sha256.New()
	if f.Bytes, err = io.Copy(sum, r); err != nil {
		return false, err
	}
	sha := bundle.Hash(sum.Sum(nil))
	if _, known, err = b.taken(ctx, sha); err != nil || !known {
		return false, err
	}
	info := b.Info()
	h := bundle.Header{District: info.District, Year: info.Year, Demo: info.Demo}
	var exporter []byte
	err = b.r.QueryRowContext(ctx, "SELECT exporter, changes FROM bundle WHERE sha = ?", sha[:]).Scan(&exporter, &h.Counts.Changes)
	copy(h.Exporter[:], exporter)
	f.inbox.sha, f.known = sha, &h
	return true, fault(err, b.path)
}
