package main

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"
)

// devicesCommand is about the laptops the book has heard of.
func (a *app) devicesCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdDevices, groupTravel))
	c.Args = func(cmd *cobra.Command, args []string) error { return noCommand(cmd, args) }
	c.RunE = func(*cobra.Command, []string) error {
		return a.read(func(b *store.Book) error {
			list, err := a.devices(b)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(list)
			}
			a.printDevices(list)
			return nil
		})
	}
	c.AddCommand(a.devicesEnrol(), a.devicesRevoke())
	return c
}

// laptopView is a laptop as `devices` tells it.
type laptopView struct {
	deviceView
	Phrase  string            `json:"phrase"`
	Trust   string            `json:"trust"` // own, trusted, office, unknown or revoked
	Revoked *store.Revocation `json:"revoked,omitempty"`
	Forked  bool              `json:"forked,omitempty"`
	Have    uint64            `json:"have"`
	Missing []gapView         `json:"missing,omitempty"`
	Seen    time.Time         `json:"seen,omitzero"`
	Skew    int64             `json:"skew_seconds"`             // when last heard of; behind is negative
	Ahead   int64             `json:"ahead_seconds,omitempty"`  // the worst that was seen
	Behind  int64             `json:"behind_seconds,omitempty"` // likewise
	Back    int64             `json:"back_seconds,omitempty"`   // the longest step back
}

type gapView struct {
	First  uint64 `json:"first"`
	Last   uint64 `json:"last"`
	Branch bool   `json:"branch,omitempty"`
}

// devices lists the laptops, and those of which only a file waits.
func (a *app) devices(b *store.Book) ([]laptopView, error) {
	all, err := b.Devices(a.ctx)
	if err != nil {
		return nil, err
	}
	wait, err := b.Waiting(a.ctx)
	if err != nil {
		return nil, err
	}
	troubles, err := b.Troubles(a.ctx)
	if err != nil {
		return nil, err
	}
	list := []laptopView{}
	for _, d := range all {
		v := laptopView{deviceView: deviceView(d.DeviceInfo), Phrase: a.phraseOf(d.ID), Trust: trustOf(d), Revoked: d.Revoked, Forked: d.Forked,
			Have: d.Have, Seen: d.Clock.Seen, Skew: int64(d.Clock.Skew / time.Second), Ahead: int64(d.Clock.Ahead / time.Second),
			Behind: int64(d.Clock.Behind / time.Second), Back: int64(d.Clock.Back / time.Second)}
		for _, w := range wait {
			if w.Device.ID == d.ID {
				v.Missing = append(v.Missing, gapView{w.First, w.Last, w.Branch})
			}
		}
		list = append(list, v)
	}
	for _, x := range troubles {
		if x.Kind == store.TroubleUnknown && !listed(list, x.Device.ID) {
			list = append(list, laptopView{deviceView: deviceView(x.Device), Phrase: a.phraseOf(x.Device.ID), Trust: "unknown", Seen: x.At})
		}
	}
	return list, nil
}

func listed(list []laptopView, id string) bool {
	for _, v := range list {
		if v.ID == id {
			return true
		}
	}
	return false
}

func trustOf(d store.Device) string {
	switch {
	case d.Own:
		return "own"
	case d.Revoked != nil:
		return "revoked"
	case d.Trusted && d.Office:
		return "office"
	case d.Trusted:
		return "trusted"
	}
	return "unknown"
}

func (a *app) phraseOf(id string) string {
	var dev bundle.DeviceID
	if dev.UnmarshalText([]byte(id)) != nil {
		return ""
	}
	return words.Phrase(a.lang, dev[:])
}

func (a *app) printDevices(list []laptopView) {
	if len(list) == 0 {
		a.say(words.CmdDevicesNone)
		return
	}
	rows := [][]string{a.header(words.ColID, words.ColDevice, words.ColTrust, words.ColHave, words.ColGaps, words.ColSeen, words.ColClock, words.ColPhrase)}
	for _, v := range list {
		trust := words.DeviceTrust[v.Trust].In(a.lang)
		if v.Forked {
			trust += "  " + words.LaptopForked.In(a.lang)
		}
		seen := "--"
		if !v.Seen.IsZero() {
			seen = v.Seen.Local().Format("2006-01-02 15:04")
		}
		rows = append(rows, []string{v.ID[:min(8, len(v.ID))], a.deviceName(v.deviceView), trust, fmt.Sprint(v.Have), v.gaps(), seen, a.clockOf(v), v.Phrase})
	}
	grid(a.out, rows)
	for _, v := range list {
		if r := v.Revoked; r != nil {
			fmt.Fprintln(a.out)
			fmt.Fprintln(a.out, words.Say(a.lang, "trouble.revoked", store.DeviceInfo(v.deviceView), r.At, r.By, r.Reason))
		}
	}
}

func (a *app) deviceName(d deviceView) string {
	if d.Label != "" {
		return d.Label
	}
	if d.Number == 0 {
		return d.ID[:min(8, len(d.ID))]
	}
	return words.LaptopNumber.F(a.lang, d.Number)
}

func (v laptopView) gaps() string {
	if len(v.Missing) == 0 {
		return "--"
	}
	var parts []string
	for _, g := range v.Missing {
		parts = append(parts, fmt.Sprintf("%d-%d", g.First, g.Last))
	}
	return strings.Join(parts, " ")
}

// clockOf is the worst that is known of a laptop's clock.
func (a *app) clockOf(v laptopView) string {
	second := func(n int64) string { return words.Span(a.lang, int(n/60)) }
	const slack = 600
	switch {
	case v.Ahead > slack:
		return words.ClockAhead.F(a.lang, second(v.Ahead))
	case v.Behind > slack:
		return words.ClockBehind.F(a.lang, second(v.Behind))
	case v.Back > slack:
		return words.ClockJump.F(a.lang, second(v.Back))
	}
	return words.ClockRight.In(a.lang)
}

// deviceNamed finds the laptop a person means: its label, its number, or the beginning of its id.
func (a *app) deviceNamed(b *store.Book, typed string) (bundle.DeviceID, laptopView, error) {
	var id bundle.DeviceID
	list, err := a.devices(b)
	if err != nil {
		return id, laptopView{}, err
	}
	want := likeTyped(typed)
	var found []laptopView
	for _, v := range list {
		if v.Label != "" && likeTyped(v.Label) == want || v.Number > 0 && strconv.Itoa(v.Number) == typed || len(want) >= 4 && strings.HasPrefix(v.ID, want) {
			found = append(found, v)
		}
	}
	switch len(found) {
	case 0:
		return id, laptopView{}, newFault("cmd.nodevice", typed)
	case 1:
		return id, found[0], id.UnmarshalText([]byte(found[0].ID))
	}
	return id, laptopView{}, newFault("cmd.manydevices", typed, found[0].ID[:12], found[1].ID[:12])
}

// devicesEnrol lets a laptop in.
func (a *app) devicesEnrol() *cobra.Command {
	c := a.command(words.CmdDevicesEnrol, "")
	label := c.Flags().String("label", "", words.FlagDeviceLabel.In(a.lang))
	office := c.Flags().Bool("office", false, words.FlagDeviceOffice.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			id, v, err := a.deviceNamed(b, args[0])
			if err != nil {
				return err
			}
			enrol := b.Enrol
			if *office {
				enrol = b.EnrolOffice
			}
			name := *label
			if name == "" {
				name = v.Label
			}
			if err := enrol(a.ctx, id, name); err != nil {
				return err
			}
			v.Label = name
			a.say(words.CmdDeviceEnrolled, a.deviceName(v.deviceView), v.Phrase)
			return nil
		})
	}
	return c
}

// devicesRevoke lets nothing more of a laptop in.
func (a *app) devicesRevoke() *cobra.Command {
	c := a.command(words.CmdDevicesRevoke, "")
	reason := c.Flags().String("reason", "", words.FlagDeviceReason.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			id, v, err := a.deviceNamed(b, args[0])
			if err != nil {
				return err
			}
			if err := b.Revoke(a.ctx, id, *reason); err != nil {
				return err
			}
			a.say(words.CmdDeviceRevoked, a.deviceName(v.deviceView), v.Phrase)
			return nil
		})
	}
	return c
}
