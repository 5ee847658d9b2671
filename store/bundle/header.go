package bundle

import (
	"encoding/json"
	"time"
)

// Format is the version of the layout this program writes, and the newest it reads.
const Format = 1

// maxHeader bounds the header's JSON, in bytes.
const maxHeader = 64 << 10

// Header is what a bundle says about itself, for previews and lists. The signed trailer covers it, so it is what the
// exporter said; the changes are the truth.
type Header struct {
	Format    int       `json:"format"`
	MinReader int       `json:"min_reader"` // the oldest format whose readers may take it
	Exporter  DeviceID  `json:"exporter"`
	Label     string    `json:"label,omitempty"` // what people call the device
	Person    Person    `json:"person"`
	District  string    `json:"district"`
	Year      string    `json:"year"`
	Demo      bool      `json:"demo,omitempty"`
	Created   time.Time `json:"created"`
	Units     []Unit    `json:"units,omitempty"` // those the changes speak of; the first ones where they are many
	UnitCount int       `json:"unit_count"`
	Schemes   []string  `json:"schemes,omitempty"` // hashes of the schemes used
	Counts    Counts    `json:"counts"`
}

// Person is who exported.
type Person struct {
	Name   string `json:"name"`
	Number string `json:"number,omitempty"`
}

// Unit is a unit visited.
type Unit struct {
	Code string `json:"code"`
	Name string `json:"name"`
}

// Counts is what the bundle holds. A reader refuses a bundle that holds anything else.
type Counts struct {
	Segments int   `json:"segments"`
	Changes  int64 `json:"changes"`
	Texts    int64 `json:"texts"`
	Files    int64 `json:"files"`
}

func (h Header) encode() ([]byte, error) {
	h.Format, h.MinReader = Format, max(h.MinReader, 1)
	b, err := json.Marshal(h)
	if err != nil {
		return nil, faultf(FaultChange, nil, "header: %w", err)
	}
	if len(b) > maxHeader {
		return nil, tooLarge(maxHeader, "header of %d bytes", len(b))
	}
	return b, nil
}

func decodeHeader(b []byte, at int64) (h Header, err error) {
	if err := json.Unmarshal(b, &h); err != nil {
		return h, faultf(FaultDamaged, []any{at}, "header: %w", err)
	}
	if h.Format < 1 || h.MinReader < 1 {
		return h, faultf(FaultDamaged, []any{at}, "header without a version")
	}
	if h.MinReader > Format {
		return h, faultf(FaultNewer, []any{h.MinReader}, "needs a reader of format %d", h.MinReader)
	}
	return h, nil
}
