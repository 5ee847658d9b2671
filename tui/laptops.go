package tui

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

func init() {
	addScreen("laptops", func(e *Env, _ Place) Screen { return newLaptops(e) })
	addJumps(func(e *Env) []Action {
		return []Action{On(words.LaptopsOpen, func() tea.Cmd { return e.Go(Place{Screen: "laptops"}) })}
	})
}

// laptops shows the devices the book has heard of, what is still missing of each, and which are copies.
type laptops struct {
	env  *Env
	list *List
	all  []store.Device
	wait []store.Wait
	kept map[string]uint64 // changes the office kept back on purpose, by device
	read bool
}

type laptopsMsg struct {
	all  []store.Device
	wait []store.Wait
	kept []store.Kept
}

func newLaptops(e *Env) *laptops {
	s := &laptops{env: e}
	s.list = NewList(e, Column{Title: e.T(words.LaptopName), Grow: true}, Column{Title: e.T(words.LaptopState)},
		Column{Title: e.T(words.LaptopHave), Right: true}, Column{Title: e.T(words.LaptopMissing), Max: 20}, Column{Title: e.T(words.LaptopClock), Max: 14})
	s.list.Empty = e.T(words.LaptopNone)
	return s
}

// Open and Return read the devices.
func (s *laptops) Open() tea.Cmd { return s.load() }

// Return reads them again.
func (s *laptops) Return() tea.Cmd { return s.load() }

func (s *laptops) load() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		all, err := b.Devices(ctx)
		if err != nil {
			return nil, err
		}
		wait, err := b.Waiting(ctx)
		if err != nil {
			return nil, err
		}
		kept, err := b.KeptBack(ctx)
		return laptopsMsg{all, wait, kept}, err
	})
}

// Update takes the devices, and moves.
func (s *laptops) Update(msg tea.Msg) tea.Cmd {
	if done, ok := msg.(laptopDoneMsg); ok {
		return tea.Batch(s.load(), s.env.Notice(s.env.T(words.LaptopDone, s.env.laptop(done.device))))
	}
	m, ok := msg.(laptopsMsg)
	if !ok {
		return s.list.Update(msg)
	}
	s.all, s.wait, s.read = m.all, m.wait, true
	s.kept = map[string]uint64{}
	for _, k := range m.kept {
		s.kept[k.Device.ID] = k.Changes
	}
	s.list.SetRows(len(s.all), s.cells)
	return nil
}

func (s *laptops) cells(i int) []string {
	e, d := s.env, s.all[i]
	state := words.LaptopUnknown
	switch {
	case d.Own:
		state = words.LaptopOwn
	case d.Revoked != nil:
		state = words.LaptopRevoked
	case d.Trusted && d.Office:
		state = words.LaptopOffice
	case d.Trusted:
		state = words.LaptopKnown
	}
	word := e.T(state)
	if d.Forked {
		word += "  " + e.T(words.LaptopForked)
	}
	missing := e.T(words.LaptopAllHere)
	if gaps := s.gaps(d.ID); gaps != "" {
		missing = gaps
	}
	return []string{e.laptop(d.DeviceInfo), word, strconv.FormatUint(d.Have, 10), missing, e.clockWord(d.Clock)}
}

// gaps are the places missing of a device.
func (s *laptops) gaps(device string) string {
	var parts []string
	for _, w := range s.wait {
		if w.Device.ID == device {
			parts = append(parts, s.env.gap(w))
		}
	}
	return strings.Join(parts, " ")
}

// gap is the range of what is missing.
func (e *Env) gap(w store.Wait) string {
	text := fmt.Sprintf("%d-%d", w.First, w.Last)
	if w.First == w.Last {
		text = strconv.FormatUint(w.First, 10)
	}
	if w.Branch {
		return e.T(words.LaptopBranch, text)
	}
	return text
}

// waitLines say of each laptop what is missing and how it comes here.
func (e *Env) waitLines(list []store.Wait) (lines []string) {
	gaps, order := map[string][]string{}, []store.DeviceInfo{}
	for _, w := range list {
		if gaps[w.Device.ID] == nil {
			order = append(order, w.Device)
		}
		gaps[w.Device.ID] = append(gaps[w.Device.ID], e.gap(w))
	}
	for _, d := range order {
		lines = append(lines, e.T(words.LaptopWaitFor, e.laptop(d), strings.Join(gaps[d.ID], " ")))
	}
	return lines
}

// Frame draws the list and what there is to say about the selected laptop.
func (s *laptops) Frame(w, h int) Frame {
	e := s.env
	if !s.read {
		return Frame{Body: " " + e.T(words.Reading)}
	}
	lines := append(s.list.Rows(w, h-9), "", e.Rule(w))
	if i := s.list.Selected(); i >= 0 {
		d := s.all[i]
		lines = append(lines, s.about(d, w)...)
		if gaps := s.gaps(d.ID); gaps != "" {
			lines = append(lines, wrapped(e, e.T(words.LaptopWaitFor, e.laptop(d.DeviceInfo), gaps), w)...)
		}
		if n := s.kept[d.ID]; n > 0 {
			lines = append(lines, wrapped(e, e.T(words.KeptBack, n), w)...)
		}
		if d.Forked {
			lines = append(lines, wrapped(e, e.T(words.LaptopForkNote, e.laptop(d.DeviceInfo)), w)...)
		}
	}
	return Frame{Body: strings.Join(lines, "\n")}
}

// Keys of the list.
func (s *laptops) Keys() []Action {
	keys := []Action{Show(words.KeyMove, "up", "down")}
	i := s.list.Selected()
	if i < 0 || s.env.Info.ReadOnly {
		return keys
	}
	off := ""
	if s.all[i].Own {
		off = s.env.T(words.LaptopRevokeNo)
	}
	if s.all[i].Own || s.all[i].Trusted {
		return append(keys, On(words.LaptopRevoke, s.revoke, "f5", "ctrl+t").OffIf(off))
	}
	return append([]Action{On(words.LaptopEnrol, s.enrol, "enter")}, keys...)
}

// Title is the crumb.
func (s *laptops) Title() string { return s.env.T(words.LaptopsTitle) }

// Place is how to come back.
func (s *laptops) Place() Place { return Place{Screen: "laptops"} }

// Click selects a row.
func (s *laptops) Click(x, y int) tea.Cmd {
	s.list.Click(x, y)
	return nil
}
