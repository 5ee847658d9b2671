package main

import (
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"
)

// exportCommand writes a bundle.
func (a *app) exportCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdExport, groupTravel))
	units := c.Flags().StringSlice("units", nil, words.FlagUnits.In(a.lang))
	without := c.Flags().Bool("without-files", false, words.FlagNoFiles.In(a.lang))
	relay := c.Flags().Bool("relay", false, words.FlagRelay.In(a.lang))
	since := c.Flags().Bool("since", false, words.FlagSince.In(a.lang))
	receiver := c.Flags().String("for", "", words.FlagFor.In(a.lang))
	seal := a.sealFlags(c)
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if *relay && len(*units) > 0 {
			return newFault("usage.relayunits")
		}
		return a.write(func(b *store.Book) error {
			o := store.ExportOptions{WithoutFiles: *without, Relay: *relay, Since: *since, Receipts: true}
			var err error
			if o.Seal, err = a.sealing(seal); err != nil {
				return err
			}
			if *receiver != "" {
				o.Since = true
				if o.For, err = a.laptopNamed(b, *receiver); err != nil {
					return err
				}
			}
			for _, typed := range *units {
				u, err := a.unitNamed(b, typed)
				if err != nil {
					return err
				}
				o.Units = append(o.Units, u.Unit.ID)
			}
			step, done := a.progress()
			x, err := b.Export(a.ctx, args[0], o, step)
			done()
			if err != nil {
				return err
			}
			if a.json {
				a.warnClosed(x.Sealed)
				return a.printJSON(exportView{x.Path, x.SHA.String(), words.Phrase(a.lang, x.Fingerprint), x.Changes, x.Records, x.Bytes, sealKind(x.Sealed), a.sealedFor(x.Sealed), x.Scored, leftOut(x)})
			}
			a.say(words.CmdExported, x.Path, x.Changes, x.Records, x.Bytes)
			if x.Scored > 0 {
				a.say(words.CmdExportScores, x.Scored)
			}
			a.saySince(x, o.Since)
			a.say(words.CmdExportPhrase, words.Phrase(a.lang, x.Fingerprint))
			return a.saySealed(b, x, seal)
		})
	}
	return c
}

// saySince says what was left out because it is there already.
func (a *app) saySince(x store.Exported, asked bool) {
	switch {
	case x.Since != nil:
		a.say(words.CmdExportSince, x.Since.Left, strings.Join(a.laptopNames(x.Since.Holders), words.CmdListSep.In(a.lang)))
	case asked:
		a.say(words.CmdExportNoRcpt)
	}
}

// laptopNamed finds the one laptop a person means: by its label, its number here or the beginning of its id.
func (a *app) laptopNamed(b *store.Book, typed string) (id bundle.DeviceID, err error) {
	list, err := b.Devices(a.ctx)
	if err != nil {
		return id, err
	}
	found := 0
	for _, d := range list {
		if d.Own || likeTyped(d.Label) != likeTyped(typed) && strconv.Itoa(d.Number) != typed && (len(typed) < 8 || !strings.HasPrefix(d.ID, typed)) {
			continue
		}
		found++
		if err := id.UnmarshalText([]byte(d.ID)); err != nil {
			return id, err
		}
	}
	if found != 1 {
		return id, newFault("cmd.nolaptop", typed)
	}
	return id, nil
}

type exportView struct {
	Path    string   `json:"path"`
	SHA     string   `json:"sha256"`
	Phrase  string   `json:"phrase"`
	Changes int64    `json:"changes"`
	Records int64    `json:"records"`
	Bytes   int64    `json:"bytes"`
	Sealed  string   `json:"sealed"`     // "keys", "passphrase" or ""
	For     []string `json:"sealed_for"` // names of keys, or the keys, and laptops
	Scored  int      `json:"scored"`     // units whose scores, computed again from the file, agree
	Left    int64    `json:"left_out"`   // own changes that are there already, by the receipts
}

func leftOut(x store.Exported) int64 {
	if x.Since == nil {
		return 0
	}
	return x.Since.Left
}
