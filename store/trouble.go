package store

import (
	"cmp"
	"context"
	"slices"
	"time"

	"zoufang/checklist"
)

// TroubleKind is a kind of what is kept but odd. Package words has three sentences for each: "trouble.<kind>" says what
// happened, with ".safe" behind it what is safe, with ".do" what to do.
type TroubleKind string

// The kinds of trouble, with the arguments of their sentences (what happened; what to do).
const (
	TroubleGap         TroubleKind = "gap"         // device, first, last; who has them
	TroubleNobody      TroubleKind = "nobody"      // device, first, last; device. As gap, and nobody is known to have them
	TroubleBranch      TroubleKind = "branch"      // device, first, last; device: of another branch than the one that is here
	TroubleCopied      TroubleKind = "copied"      // device; device
	TroubleContinues   TroubleKind = "continues"   // new device, the one it continues
	TroubleUnknown     TroubleKind = "unknown"     // file, device or person
	TroubleRevoked     TroubleKind = "revoked"     // device, day, who, reason; device
	TroubleRevokedFile TroubleKind = "revokedfile" // file, device; device
	TroubleUnmerged    TroubleKind = "unmerged"    // file
	TroubleNewerFile   TroubleKind = "newerfile"   // file
	TroubleRejected    TroubleKind = "rejected"    // file, why; the folder
	TroubleSalvaged    TroubleKind = "salvaged"    // file, day, device; device
	TroubleAhead       TroubleKind = "ahead"       // device, how long; device
	TroubleBehind      TroubleKind = "behind"      // device, how long; device
	TroubleJump        TroubleKind = "jump"        // device, how long; device
	TroubleCount       TroubleKind = "count"       // device: its count of changes has run far ahead
	TroublePhantom     TroubleKind = "phantom"     // unit, device, first, last; device
	TroubleScheme      TroubleKind = "scheme"      // unit, version
	TroubleAssigned    TroubleKind = "assigned"    // person, unit
	TroubleStranger    TroubleKind = "stranger"    // device, how many values
	TroubleTalks       TroubleKind = "talks"       // unit, code, how many
	TroubleNames       TroubleKind = "names"       // unit, how many names
	TroubleFiles       TroubleKind = "files"       // unit, how many files; device
	TroubleTexts       TroubleKind = "texts"       // unit, how many texts; device
	TroubleNewer       TroubleKind = "newer"       // device, how many values
)

// TroubleLevel says how much a trouble matters.
type TroubleLevel string

// The levels.
const (
	TroubleNote TroubleLevel = "note" // good to know
	TroubleWarn TroubleLevel = "warn" // something is missing or may mislead
	TroubleAct  TroubleLevel = "act"  // waits for a person
)

// Where a trouble is looked into: names of screens.
const (
	PlaceDevices = "laptops"
	PlaceMerge   = "merge"
	PlaceVisit   = "visit"
)

// Trouble is one thing that is kept but odd: nothing of it is lost, and somebody should know.
type Trouble struct {
	Kind   TroubleKind
	Level  TroubleLevel
	Args   []any // of the sentence that says what happened
	Do     []any // of the sentence that says what to do
	Device DeviceInfo
	Person checklist.Person
	Unit   checklist.Unit
	Visit  checklist.ID
	File   string // as it came, without its folder
	Path   string // where it lies
	Fault  error  // why it was refused, or waits
	First  uint64 // of a run of changes
	Last   uint64
	N      int
	At     time.Time // by this laptop's clock; zero where nobody knows
	Place  string    // where it is looked into; "" where there is nothing more to see
}

// troubles collects them.
type troubles struct {
	b    *Book
	ctx  context.Context
	q    querier
	devs []Device
	list []Trouble
}

func (t *troubles) add(x Trouble) { t.list = append(t.list, x) }

// Troubles lists everything that is kept but odd, what waits for a person first. An empty list is a clean book. It looks
// at every value once.
func (b *Book) Troubles(ctx context.Context) ([]Trouble, error) {
	t := &troubles{b: b, ctx: ctx}
	err := b.read(ctx, func(q querier) (err error) {
		t.q = q
		if t.devs, err = b.readDevices(ctx, q); err != nil {
			return err
		}
		for _, look := range []func() error{t.logs, t.origins, t.devices, t.inbox, t.records} {
			if err := look(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	t.rejected()
	if err := t.versions(); err != nil {
		return nil, err
	}
	levels := []TroubleLevel{TroubleAct, TroubleWarn, TroubleNote}
	slices.SortStableFunc(t.list, func(x, y Trouble) int {
		return cmp.Or(slices.Index(levels, x.Level)-slices.Index(levels, y.Level), cmp.Compare(x.Unit.Code, y.Unit.Code))
	})
	return t.list, nil
}

// versions finds the visits that are judged by another version of the scheme than the round's.
func (t *troubles) versions() error {
	units, err := t.b.Units(t.ctx)
	if err != nil {
		return err
	}
	round := t.b.round().Scheme
	for _, u := range units {
		for _, v := range append([]VisitRow{u.VisitRow}, u.Daily...) {
			if v.Visit == (checklist.ID{}) || v.Scheme == "" || v.Scheme == round || v.State == StateWiped {
				continue
			}
			name := v.Scheme[:min(12, len(v.Scheme))]
			if s, err := t.b.SchemeOf(t.ctx, v.Scheme); err == nil && s != nil {
				name = s.Version
			}
			t.add(Trouble{Kind: TroubleScheme, Level: TroubleNote, Unit: u.Unit, Visit: v.Visit, At: v.Last, Place: PlaceVisit,
				Args: []any{u.Unit.Name, name}})
		}
	}
	return nil
}
