package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"
)

// inspectCommand verifies a bundle and says what it is, without a book.
func (a *app) inspectCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdInspect, groupTravel))
	o := openers{}
	a.openFlags(c, &o)
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.openSealed(args[0], o, func(f io.Reader, env *bundle.Envelope) error {
			if a.json {
				return a.inspectJSON(f)
			}
			return a.inspect(args[0], f, env)
		})
	}
	return c
}

// inspect verifies a bundle and says what it is; env is how it was sealed, nil for a plain one.
func (a *app) inspect(name string, f io.Reader, env *bundle.Envelope) error {
	step, done := a.progress()
	x, err := store.Inspect(f, func(n int64) error {
		if step != nil {
			step(store.Progress{Stage: "verify", Done: n, Total: sizeOf(name)})
		}
		return a.ctx.Err()
	})
	done()
	if err != nil {
		return err
	}
	trust, err := a.trustIn()
	if err != nil {
		return err
	}
	sum, err := digestOf(name)
	if err != nil {
		return &fault{code: "cmd.file", args: []any{name}, err: err}
	}
	h := x.Header
	out := fields{w: a.out, lang: a.lang}
	fmt.Fprintln(a.out, name)
	if env != nil {
		out.line(words.InspectSealed.In(a.lang), words.CmdSealedKinds.F(a.lang, a.openedBy(env)))
	}
	out.line(words.InspectLaptop.In(a.lang), strings.TrimSpace(a.laptop(h.Label, h.Person)+"  "+words.Phrase(a.lang, h.Exporter[:])+"  "+trust[h.Exporter.String()]))
	out.line(words.InspectRound.In(a.lang), h.District+" "+h.Year)
	out.line(words.InspectCreated.In(a.lang), h.Created.Local().Format("2006-01-02 15:04"))
	out.line(words.InspectFormat.In(a.lang), words.InspectFormatOf.F(a.lang, h.Format, h.MinReader))
	out.line(words.InspectDigest.In(a.lang), sum)
	out.line(words.InspectCounts.In(a.lang), words.InspectCountsOf.F(a.lang, h.Counts.Changes, h.Counts.Texts, h.Counts.Files))
	for _, u := range x.Units {
		a.inspectUnit(u)
	}
	run := func(title words.Text, list []store.InspectRun) {
		for _, r := range list {
			out.line(title.In(a.lang), strings.TrimSpace(fmt.Sprintf("%s  %d-%d  %s", r.Device, r.First, r.Last, trust[r.Device.String()])))
		}
	}
	run(words.InspectLog, x.Runs)
	run(words.InspectGap, x.Gaps)
	run(words.InspectWithheld, x.Withheld)
	a.inspectFiles(x)
	if x.Newer > 0 {
		a.say(words.InspectNewer, x.Newer)
	}
	if x.Rough {
		a.say(words.InspectRough)
	}
	if h.Demo {
		a.say(words.InspectDemo)
	}
	a.say(words.InspectWhole)
	return nil
}

// inspectKinds are the records that an inspection counts, in this order.
var inspectKinds = []store.Kind{store.KindFinding, store.KindStanding, store.KindClaim, store.KindEntry, store.KindInterview, store.KindMaterial,
	store.KindFigure, store.KindAttachment, store.KindQuestion, store.KindPromise}

// inspectUnit writes what a bundle holds of a unit: a line for the unit, one for each person.
func (a *app) inspectUnit(u store.InspectUnit) {
	name := strings.TrimSpace(u.Unit.Code + " " + u.Unit.Name)
	if u.Unit.ID == (checklist.ID{}) {
		name = words.CmdWholeBook.In(a.lang)
	} else if name == "" {
		name = words.InspectNoName.F(a.lang, u.Unit.ID)
	}
	out := fields{w: a.out, lang: a.lang}
	out.line(words.ColUnit.In(a.lang), words.InspectUnitOf.F(a.lang, name, u.Changes))
	for _, p := range u.People {
		var parts []string
		for _, kind := range inspectKinds {
			if n := p.Records[kind]; n > 0 {
				parts = append(parts, fmt.Sprintf("%s %d", words.KindWords[string(kind)].In(a.lang), n))
			}
		}
		if len(parts) == 0 {
			continue
		}
		who := p.Name
		if who == "" {
			who = words.InspectNobody.In(a.lang)
		}
		fmt.Fprintf(a.out, "    %s\n", words.CmdLabelled.F(a.lang, who, strings.Join(parts, words.CmdListSep.In(a.lang))))
	}
}

// mostFiles is how many attachments are named; --json names all.
const mostFiles = 20

func (a *app) inspectFiles(x *store.Inspection) {
	out := fields{w: a.out, lang: a.lang}
	for _, f := range x.Files[:min(len(x.Files), mostFiles)] {
		out.line(words.InspectFile.In(a.lang), strings.TrimSpace(fmt.Sprintf("%s  %d  %s", f.SHA.String()[:16], f.Size, f.Name)))
	}
	if n := int(x.Header.Counts.Files) - mostFiles; n > 0 {
		a.say(words.InspectMoreFiles, n, x.Bytes)
	}
}

// trustIn says of each laptop, by id, what the book named by --book makes of it; nothing without one.
func (a *app) trustIn() (trust map[string]string, err error) {
	if a.book == "" {
		return nil, nil
	}
	trust = map[string]string{}
	return trust, a.read(func(b *store.Book) error {
		list, err := b.Devices(a.ctx)
		for _, d := range list {
			trust[d.ID] = words.DeviceTrust[trustOf(d)].In(a.lang)
		}
		return err
	})
}

func sizeOf(path string) int64 {
	st, err := os.Stat(path)
	if err != nil {
		return 0 // the bar is left out
	}
	return st.Size()
}

// digestOf is the SHA-256 of a file as it lies there, sealed or not.
func digestOf(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	_, err = io.Copy(sum, f)
	return hex.EncodeToString(sum.Sum(nil)), err
}

// inspectJSON writes the header, every change and what follows as JSON lines. Nothing is proven before the last line:
// a damaged bundle ends with an error instead of {"verified":true}.
func (a *app) inspectJSON(f io.Reader) error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	names := registers()
	err := bundle.Read(f, bundle.Sink{
		Header: func(h bundle.Header) error { return e.Encode(map[string]any{"header": h}) },
		Change: func(x *bundle.Entry) error {
			return e.Encode(map[string]any{"change": changeView{
				Device: x.Dev, Seq: x.Seq, Hash: x.Hash, Lamport: x.Change.Lamport, At: bundle.Moment(x.Change.Wall).UTC(),
				Kind: changeKinds[x.Change.Kind], Record: checklist.ID(x.Change.Record), Register: names[x.Change.Field],
				Value: plainValue(x.Change.Value), Reason: x.Change.Reason, Replaces: len(x.Change.Refs),
			}})
		},
		Checkpoint: func(s bundle.Segment, _ bundle.Checkpoint) error {
			return e.Encode(map[string]any{"log": map[string]any{"device": s.Dev, "first": s.First, "last": s.Last, "head": s.Head}})
		},
		FileChunk: func(sha bundle.Hash, total, off int64, _ []byte) error {
			if off > 0 {
				return nil
			}
			return e.Encode(map[string]any{"file": map[string]any{"sha256": sha, "size": total}})
		},
		Withheld: func(dev bundle.DeviceID, first, last uint64) error {
			return e.Encode(map[string]any{"withheld": map[string]any{"device": dev, "first": first, "last": last}})
		},
		Text: func(sha bundle.Hash, salted []byte) error {
			text, _ := bundle.Unsalted(salted)
			return e.Encode(map[string]any{"text": map[string]any{"sha256": sha, "text": text}})
		},
	})
	if err != nil {
		return err
	}
	return e.Encode(map[string]any{"verified": true})
}

type changeView struct {
	Device   bundle.DeviceID `json:"device"`
	Seq      uint64          `json:"seq"`
	Hash     bundle.Hash     `json:"hash"`
	Lamport  uint64          `json:"lamport"`
	At       time.Time       `json:"at"`
	Kind     string          `json:"kind"`
	Record   checklist.ID    `json:"record"`
	Register string          `json:"register"`
	Value    any             `json:"value"`
	Reason   string          `json:"reason,omitempty"`
	Replaces int             `json:"replaces"`
}

var changeKinds = map[bundle.ChangeKind]string{bundle.Set: "set", bundle.Decide: "decide", bundle.Sign: "sign", bundle.NewDevice: "new_device", bundle.Redact: "redact"}

// registers names every register by its stable number.
func registers() map[uint64]string {
	names := map[uint64]string{}
	for kind := range words.KindWords {
		for _, f := range store.FieldsOf(store.Kind(kind)) {
			names[f.No] = kind + "." + f.Name
		}
	}
	return names
}

// plainValue is a value as JSON shows it; what this version cannot read is shown by its tag.
func plainValue(v bundle.Value) any {
	switch v.Tag() {
	case bundle.TagNull:
		return nil
	case bundle.TagInt:
		n, _ := v.Int()
		return n
	case bundle.TagDecimal:
		m, e, _ := v.Decimal()
		return fmt.Sprintf("%de%d", m, e)
	case bundle.TagText:
		s, _ := v.Text()
		return s
	case bundle.TagSecret:
		sha, _ := v.Secret()
		return map[string]any{"secret": sha}
	case bundle.TagFile:
		f, _ := v.File()
		return map[string]any{"sha256": f.SHA, "size": f.Size, "mime": f.MIME, "name": f.Name}
	case bundle.TagList:
		list, _ := v.List()
		out := make([]any, len(list))
		for i, x := range list {
			out[i] = plainValue(x)
		}
		return out
	case bundle.TagMap:
		m, _ := v.Map()
		out := map[string]any{}
		for k, x := range m {
			out[k] = plainValue(x)
		}
		return out
	}
	return map[string]any{"tag": int(v.Tag())}
}
