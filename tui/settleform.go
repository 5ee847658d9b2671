package tui

import (
	"slices"
	"strconv"
	"strings"

	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"
)

// Names of the items of the form. The parts of a whole stand under "part." and their key.
const (
	settleSide   = "side"
	settleValue  = "value"
	settleReason = "reason"
	settlePart   = "part."
	settleOwn    = "own" // the value of settleSide that means: what is written here
)

// settleForm is what a decision needs: a side or another value, and a reason.
type settleForm struct {
	*Form
	env      *Env
	names    *names
	conflict store.Conflict
	parts    []settleKey // of a whole
	top      int         // row of the body where it was drawn
}

// united tells the registers whose sides can be united into a new whole: what people count and describe.
func united(c store.Conflict) bool {
	return c.Field == "body" && slices.Contains([]store.Kind{store.KindFinding, store.KindClaim, store.KindStanding,
		store.KindFigure, store.KindSelfScore}, c.Kind)
}

func newSettleForm(e *Env, n *names, c store.Conflict) *settleForm {
	f := &settleForm{env: e, names: n, conflict: c}
	choices := []field.Option{}
	for i := range c.Sides {
		choices = append(choices, field.Option{Value: strconv.Itoa(i), Word: e.sideWord(c, i)})
	}
	rows := f.own(&choices)
	use := Item{Name: settleSide, Label: words.SettleUse, In: InChoice, Options: choices}
	reason := Item{Name: settleReason, Label: words.SettleReason, In: InLine, Hint: words.SettleWhy}
	f.Form = NewForm(e, nil, append(append([][]Item{{use}}, rows...), []Item{reason})...)
	for _, p := range f.parts {
		if p.key == "facts" && p.differ {
			f.Set(settlePart+p.key, uniteTexts(p.raw))
		}
	}
	return f
}

// sideWord is what a side is called in the choice.
func (e *Env) sideWord(c store.Conflict, i int) string {
	switch {
	case c.Edited && i == 0:
		return e.T(words.SettleDrop)
	case c.Edited:
		return e.T(words.SettleKeep)
	case len(c.Sides) > 2:
		return e.T(words.SettleSide, i+1)
	case i == 0:
		return e.T(words.SettleLeft)
	}
	return e.T(words.SettleRight)
}

// own adds the choice of another value, where there can be one, and the items to write it in.
func (f *settleForm) own(choices *[]field.Option) [][]Item {
	e, c := f.env, f.conflict
	def := store.FieldOf(c.Kind, c.Field)
	if def == nil || c.Edited {
		return nil
	}
	if united(c) {
		f.readParts()
		word := words.SettleOther
		for _, p := range f.parts {
			if p.list || p.key == "facts" {
				word = words.SettleMerge
			}
		}
		*choices = append(*choices, field.Option{Value: settleOwn, Word: e.T(word)})
		return f.partRows()
	}
	in := InLine
	item := Item{Name: settleValue, Label: words.SettleValue, Skip: f.notOwn}
	switch def.Type {
	case store.Text, store.Secret:
		if f.long() {
			in, item.Height = InText, 3
		}
	case store.Int:
		in, item.Width = InNumber, 8
	case store.Points:
		in, item.Width = InPoints, 8
	case store.Date:
		in, item.Width = InDate, 10
	case store.Clock:
		in, item.Width = InClock, 5
	case store.Moment:
		in, item.Width = InMoment, 16
	default:
		return nil // choices, ids and files: one of the sides it is
	}
	item.In = in
	*choices = append(*choices, field.Option{Value: settleOwn, Word: e.T(words.SettleOther)})
	return [][]Item{{item}}
}

func (f *settleForm) notOwn() bool { return f.Form == nil || f.Value(settleSide) != settleOwn }

// long tells a note from a word.
func (f *settleForm) long() bool {
	for _, s := range f.conflict.Sides {
		if f.env.Width(s.Text) > 40 || strings.Contains(s.Text, "\n") {
			return true
		}
	}
	return false
}

// decision is the value decided for and the reason; problem says what is still missing.
func (f *settleForm) decision() (text, reason, problem string) {
	e := f.env
	if err := f.Check(); err != nil {
		return "", "", words.Explain(e.Lang, err)
	}
	side := f.Value(settleSide)
	switch {
	case side == "":
		return "", "", e.T(words.SettleChoose)
	case side != settleOwn:
		i, err := strconv.Atoi(side)
		if err != nil || i >= len(f.conflict.Sides) {
			return "", "", e.T(words.SettleChoose)
		}
		if !f.conflict.Edited || i == 0 {
			text = f.conflict.Sides[i].Text // the finding as edited stays: its status is cleared
		}
	case len(f.parts) > 0:
		if text, problem = f.unite(); problem != "" {
			return "", "", problem
		}
	default:
		text = f.Value(settleValue)
	}
	if reason = strings.TrimSpace(f.Value(settleReason)); reason == "" {
		return "", "", e.T(words.SettleWhy)
	}
	return text, reason, ""
}
