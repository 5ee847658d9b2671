package tui

import (
	"slices"
	"strings"
	"time"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// throttle draws at most once in a gap, so that a burst of characters from an input method costs one draw.
type throttle struct {
	gap     time.Duration
	last    time.Time
	view    tea.View
	drawn   bool
	pending bool
}

type drawMsg struct{}

// settle follows every message: it quits when everything is written, and asks for a late draw when the last one is
// too young.
func (a *App) settle(cmd tea.Cmd) tea.Cmd {
	if a.quits && a.env.keep.idle() {
		return tea.Quit
	}
	f := &a.frame
	if f.drawn && !f.pending && time.Since(f.last) < f.gap {
		f.pending = true
		return tea.Batch(cmd, tea.Tick(f.gap, func(time.Time) tea.Msg { return drawMsg{} }))
	}
	return cmd
}

// View draws, or gives the last frame again when a draw is due in a moment.
func (a *App) View() tea.View {
	f := &a.frame
	if f.pending && f.drawn {
		return f.view
	}
	f.view, f.drawn = a.draw(), true
	f.last = time.Now()
	return f.view
}

func (a *App) draw() tea.View {
	v := tea.NewView("")
	v.AltScreen, v.MouseMode = true, tea.MouseModeCellMotion
	v.WindowTitle = words.Product.In(a.env.Lang)
	if a.w == 0 || a.h == 0 {
		return v
	}
	lines, cursor := a.lines()
	v.SetContent(a.env.plainText(strings.Join(fit(a.env.Kit.Meter, strings.Join(lines, "\n"), a.w, a.h), "\n")))
	v.Cursor = cursor
	return v
}

// lines are the rows of the whole screen.
func (a *App) lines() ([]string, *tea.Cursor) {
	e := a.env
	switch {
	case a.w < minWidth || a.h < minHeight:
		return []string{"", "  " + e.T(words.TooSmall, a.w, a.h), "  " + e.T(words.TooSmallSafe)}, nil
	case a.lock != nil:
		return a.lock.lines(e, a.w)
	case a.blank:
		return []string{"", "  " + e.T(words.Blanked)}, nil
	}
	h := a.h - frameRows
	f := a.top().Frame(a.w, h)
	body := fit(e.Kit.Meter, f.Body, a.w, h)
	cursor := f.Cursor
	keys, last := a.top().Keys(), find(a.global(), "f1")
	if a.dialog != nil {
		cursor = a.dialog.over(body, a.w)
		keys = a.dialog.keys()
	}
	if cursor != nil {
		c := *cursor
		c.X, c.Y = min(max(c.X, 0), a.w-1), min(max(c.Y, 0), h-1)+2
		cursor = &c
	}
	var bar string
	if bar, a.bar = e.keyBar(a.barKeys(keys), *last, a.w); a.dialog != nil {
		a.bar = nil
	}
	lines := append([]string{a.header(a.w), e.Rule(a.w)}, body...)
	return append(lines, a.noticeRow(a.w), bar), cursor
}

// barKeys are the screen's actions and then those that work everywhere, as far as the bar has room.
func (a *App) barKeys(keys []Action) []Action {
	if a.dialog != nil {
		return keys
	}
	g := a.global()
	out := append([]Action{}, keys...)
	if !overlay(a.top()) {
		if out = append(out, g[1]); g[2].Off == "" {
			out = append(out, g[2])
		}
		if len(a.stack) > 1 {
			out = append(out, Show(words.KeyBack, "esc"))
		}
		out = append(out, g[len(g)-1])
	} else if find(keys, "esc") == nil {
		out = append(out, Show(words.KeyBack, "esc"))
	}
	seen := map[string]bool{}
	kept := out[:0]
	for _, k := range out {
		if len(k.Keys) > 0 && seen[k.Keys[0]] {
			continue
		}
		for _, name := range k.Keys {
			seen[name] = true
		}
		kept = append(kept, k)
	}
	return kept
}

// header is row one: where am I; who, whether scores show, whether everything is saved.
func (a *App) header(w int) string {
	e := a.env
	var crumbs []string
	for _, s := range a.stack {
		if t := e.Clean(s.Title()); t != "" {
			crumbs = append(crumbs, t)
		}
	}
	right := a.status(w)
	room := w - e.Width(right) - 3
	return e.Style.Head.Render(" " + e.Sides(w-2, e.trail(crumbs, room), right))
}

// trail joins the crumbs in w cells. The unit and the screen say most: what stands before and between them goes first,
// then the longest crumb loses its end.
func (e *Env) trail(crumbs []string, w int) string {
	const between = " > "
	over := func() int { return e.Width(strings.Join(crumbs, between)) - w }
	if len(crumbs) > 2 && over() > 0 {
		crumbs[0] = "…"
	}
	for len(crumbs) > 3 && over() > 0 {
		crumbs = slices.Delete(crumbs, 2, 3)
	}
	if n := over(); n > 0 && len(crumbs) > 0 {
		long := 0
		for i := range crumbs {
			if e.Width(crumbs[i]) > e.Width(crumbs[long]) {
				long = i
			}
		}
		crumbs[long] = e.Cut(crumbs[long], max(e.Width(crumbs[long])-n, 4))
	}
	return strings.Join(crumbs, between)
}

func (a *App) status(w int) string {
	e := a.env
	if e.Book == nil {
		return ""
	}
	var parts []string
	info, me := e.Info, e.Me
	if info.Demo {
		parts = append(parts, e.T(words.Demo))
	}
	if me.Name != "" {
		parts = append(parts, e.Cut(me.Name, 16)+" "+e.role(me.Role))
	}
	if w >= wideWidth && info.Device.Label != "" {
		parts = append(parts, e.Cut(info.Device.Label, 16))
	}
	if s, ok := a.top().(Scorer); ok {
		if s.ScoresShown() {
			parts = append(parts, e.T(words.ScoresShown))
		} else {
			parts = append(parts, e.T(words.ScoresHidden))
		}
	}
	switch k := &e.keep; {
	case k.unsaved():
		parts = append(parts, e.T(words.Unsaved))
	case !k.savedAt.IsZero():
		parts = append(parts, e.T(words.Saved, k.savedAt.Format("15:04")))
	}
	return strings.Join(parts, "   ")
}

func (e *Env) role(r checklist.Role) string {
	if t, ok := words.Roles[string(r)]; ok {
		return e.T(t)
	}
	return ""
}
