package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/words"
)

// receiptCommand lists receipts, or writes a bundle of nothing else.
func (a *app) receiptCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdReceipt, groupTravel))
	out := c.Flags().StringP("output", "o", "", words.FlagReceiptOut.In(a.lang))
	receiver := c.Flags().String("for", "", words.FlagReceiptFor.In(a.lang))
	seal := a.sealFlags(c)
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		if *out == "" {
			return a.read(a.listReceipts)
		}
		return a.write(func(b *store.Book) error {
			sealing, err := a.sealing(seal)
			if err != nil {
				return err
			}
			if *receiver != "" {
				if sealing.For, err = a.laptopNamed(b, *receiver); err != nil {
					return err
				}
			}
			x, n, err := b.ExportReceipts(a.ctx, *out, sealing)
			if err != nil {
				return err
			}
			if a.json {
				a.warnClosed(x.Sealed)
				return a.printJSON(receiptFileView{x.Path, n, sealKind(x.Sealed), a.sealedFor(x.Sealed)})
			}
			a.say(words.CmdReceiptsOut, x.Path, n)
			return a.saySealed(b, x, seal)
		})
	}
	return c
}

type receiptFileView struct {
	Path   string   `json:"path"`
	New    int      `json:"new"`
	Sealed string   `json:"sealed"`
	For    []string `json:"sealed_for"`
}

type receiptView struct {
	Holder  deviceView `json:"holder"`
	Of      deviceView `json:"of"`
	Verdict string     `json:"verdict"`
	To      uint64     `json:"to"`
	At      string     `json:"at"`
	By      string     `json:"by"`
	Office  bool       `json:"office"`
	Fits    bool       `json:"fits"`
}

func (a *app) listReceipts(b *store.Book) error {
	list, err := b.Receipts(a.ctx)
	if err != nil {
		return err
	}
	if a.json {
		views := make([]receiptView, len(list))
		for i, r := range list {
			views[i] = receiptView{deviceView(r.Holder), deviceView(r.Of), r.Verdict, r.To, r.At, r.By, r.Office, r.Fits}
		}
		return a.printJSON(views)
	}
	if len(list) == 0 {
		a.say(words.CmdReceiptsNone)
		return nil
	}
	rows := [][]string{a.header(words.ColHolder, words.ColWhose, words.ColUpTo, words.ColVerdict, words.ColWhen, words.ColSure)}
	for _, r := range list {
		sure := words.CmdReceiptYes
		switch {
		case !r.Fits:
			sure = words.CmdReceiptAlien
		case !r.Office:
			sure = words.CmdReceiptOther
		}
		verdict := words.TravelWords["merged"]
		if r.Verdict == store.ReceiptWaiting {
			verdict = words.TravelWords["delivered"]
		}
		rows = append(rows, []string{a.device(r.Holder), a.device(r.Of), fmt.Sprint(r.To), verdict.In(a.lang), r.At + " " + r.By, sure.In(a.lang)})
	}
	grid(a.out, rows)
	return nil
}

func (a *app) laptopNames(list []store.DeviceInfo) (names []string) {
	for _, d := range list {
		names = append(names, a.device(d))
	}
	return names
}

// device names a laptop by its label, else by its number here.
func (a *app) device(d store.DeviceInfo) string {
	switch {
	case d.Label != "":
		return d.Label
	case d.Number > 0:
		return words.LaptopNumber.F(a.lang, d.Number)
	}
	return d.ID[:min(8, len(d.ID))]
}
