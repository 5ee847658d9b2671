package main

import (
	"encoding/json"
	"fmt"
	"os"
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
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		f, err := os.Open(args[0])
		if err != nil {
			return &fault{code: "cmd.file", args: []any{args[0]}, err: err}
		}
		defer f.Close()
		if a.json {
			return a.inspectJSON(f)
		}
		var h bundle.Header
		type segment struct {
			device      string
			first, last uint64
		}
		var segments []segment
		err = bundle.Read(f, bundle.Sink{
			Header: func(x bundle.Header) error { h = x; return nil },
			Checkpoint: func(s bundle.Segment, _ bundle.Checkpoint) error {
				segments = append(segments, segment{s.Dev.String(), s.First, s.Last})
				return nil
			},
		})
		if err != nil {
			return err
		}
		out := fields{w: a.out, lang: a.lang}
		fmt.Fprintln(a.out, args[0])
		out.line(words.InspectLaptop.In(a.lang), a.laptop(h.Label, h.Person)+"  "+words.Phrase(a.lang, h.Exporter[:]))
		out.line(words.InspectRound.In(a.lang), h.District+" "+h.Year)
		out.line(words.InspectCreated.In(a.lang), h.Created.Local().Format("2006-01-02 15:04"))
		out.line(words.InspectCounts.In(a.lang), words.InspectCountsOf.F(a.lang, h.Counts.Changes, h.Counts.Texts, h.Counts.Files))
		for _, u := range h.Units {
			out.line(words.ColUnit.In(a.lang), u.Code+" "+u.Name)
		}
		for _, s := range segments {
			out.line(words.InspectLog.In(a.lang), fmt.Sprintf("%s  %d-%d", s.device, s.first, s.last))
		}
		if h.Demo {
			a.say(words.InspectDemo)
		}
		a.say(words.InspectWhole)
		return nil
	}
	return c
}

// inspectJSON writes the header, every change and what follows as JSON lines. Nothing is proven before the last line:
// a damaged bundle ends with an error instead of {"verified":true}.
func (a *app) inspectJSON(f *os.File) error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	names := registers()
	err := bundle.Read(f, bundle.Sink{
		Header: func(h bundle.Header) error { return e.Encode(map[string]any{"header": h}) },
		Change: func(x *bundle.Entry) error {
			return e.Encode(map[string]any{"change": changeView{
				Device: x.Dev, Seq: x.Seq, Hash: x.Hash, Lamport: x.Change.Lamport, At: time.UnixMilli(int64(x.Change.Wall)).UTC(),
				Kind: changeKinds[x.Change.Kind], Record: checklist.ID(x.Change.Record), Register: names[x.Change.Field],
				Value: plainValue(x.Change.Value), Reason: x.Change.Reason, Replaces: len(x.Change.Refs),
			}})
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
