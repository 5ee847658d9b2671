package tui

import (
	"context"
	"strings"

	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// enrol asks about one laptop that nobody enrolled: its check phrase, to be compared by voice, and a name for it.
type enrol struct {
	env    *Env
	device store.UnknownDevice
	n, of  int
	label  *field.Line
	office bool // its keys count
}

// enrolledMsg tells that a laptop is known from now on.
type enrolledMsg struct {
	id    bundle.DeviceID
	label string
}

func newEnrol(e *Env, d store.UnknownDevice, n, of int) *enrol {
	x := &enrol{env: e, device: d, n: n, of: of, label: e.Kit.Line()}
	x.label.SetValue(e.Clean(d.Label))
	if d.Label == "" {
		x.label.SetValue(e.Clean(d.Person.Name))
	}
	return x
}

func (x *enrol) update(msg tea.Msg) tea.Cmd { return x.label.Update(msg).Cmd }

// yes enrols the laptop.
func (x *enrol) yes() tea.Cmd {
	id, label := x.device.ID, strings.TrimSpace(x.label.Value())
	if label == "" {
		return x.env.Fail(x.env.T(words.EnrolNoLabel))
	}
	office := x.office
	return x.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		if office {
			return enrolledMsg{id, label}, b.EnrolOffice(ctx, id, label)
		}
		return enrolledMsg{id, label}, b.Enrol(ctx, id, label)
	})
}

// turn says whether it is the office's laptop.
func (x *enrol) turn() tea.Cmd {
	x.office = !x.office
	return nil
}

// frame draws the question.
func (x *enrol) frame(w int) Frame {
	e := x.env
	lines := []string{" " + e.Style.Title.Render(e.T(words.EnrolCount, x.n, x.of)), ""}
	if x.device.Relayed {
		lines = append(lines, wrapped(e, e.T(words.EnrolRelayed), w)...)
	} else {
		who := strings.TrimSpace(x.device.Person.Name + " " + x.device.Person.Number)
		lines = append(lines, "   "+e.T(words.EnrolWho)+"  "+e.Cut(who, w-16))
	}
	lines = append(lines, "", "   "+e.T(words.EnrolPhrase)+"  "+e.Style.Accent.Render(words.Phrase(e.Lang, x.device.Fingerprint)), "")
	lines = append(lines, wrapped(e, e.T(words.EnrolAsk), w)...)
	lines = append(lines, "")
	label := "   " + e.Style.Accent.Render(e.T(words.EnrolLabel)) + " ["
	text, p := x.label.View(30, 1)
	cursor := bar(e.Width(label)+p.X, len(lines))
	lines = append(lines, label+e.Kit.Meter.Pad(text, 30)+"]", "", "   "+e.mark(x.office)+e.Cut(e.T(words.EnrolOffice), w-8), "")
	lines = append(lines, wrapped(e, e.T(words.EnrolOnce), w)...)
	return Frame{strings.Join(lines, "\n"), cursor}
}

// wrapped is a paragraph of the body.
func wrapped(e *Env, text string, w int) (lines []string) {
	for _, l := range e.Wrap(text, w-5) {
		lines = append(lines, "   "+l)
	}
	return lines
}
