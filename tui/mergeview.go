package tui

import (
	"path/filepath"
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Frame draws the page that shows.
func (s *merge) Frame(w, h int) Frame {
	switch {
	case s.work.running():
		lines := append(s.work.view(w), "")
		return Frame{Body: strings.Join(append(lines, wrapped(s.env, s.env.T(words.MergeSafe), w)...), "\n")}
	case s.unlock != nil:
		return s.unlock.frame(w)
	case s.enrol != nil:
		return s.enrol.frame(w)
	case s.merged != nil:
		return Frame{Body: strings.Join(s.result(w, h), "\n")}
	case s.plan != nil:
		return Frame{Body: s.preview(w, h)}
	}
	return s.choose.view(w, h)
}

// cells are the cells of a file of the plan.
func (s *merge) cells(i int) []string {
	e, f := s.env, s.plan.Files[s.rows[i]]
	mark := "    "
	if f.Verdict == store.Ready || f.Verdict == store.Partial {
		mark = e.mark(f.Take)
	}
	fresh, same := "", ""
	if f.Verdict != store.Refused && f.Verdict != store.Closed {
		fresh, same = digits(f.New), digits(f.Same)
	}
	return []string{mark + filepath.Base(f.Path), e.fileFrom(f.Person.Name, f.Device), fresh, same, e.verdict(f.Verdict, f.Wiped)}
}

// verdict is what a merge does with a file, and how much of it stays away because its visit was wiped here.
func (e *Env) verdict(v store.Verdict, wiped int64) string {
	word := e.T(words.VerdictWords[string(v)])
	if wiped > 0 {
		word += " " + e.T(words.TravelWiped, wiped)
	}
	return word
}

func (e *Env) fileFrom(person string, d store.DeviceInfo) string {
	if d.ID == "" {
		return ""
	}
	if d.Label == "" && d.Number == 0 {
		return person
	}
	return strings.TrimSpace(person + " " + e.laptop(d))
}

func digits(n int64) string { return strconv.FormatInt(n, 10) }

// preview draws what the merge would bring: files above or left, units below or right.
func (s *merge) preview(w, h int) string {
	e := s.env
	if w >= wideWidth {
		left := append(s.files.Rows(w/2, h-6), "", e.Rule(w/2-1))
		left = append(left, s.about(w/2)...)
		return e.Panes(strings.Join(left, "\n"), strings.Join(s.units(s.plan.Units, w-w/2-2, h), "\n"), w/2, w, h)
	}
	rows := min(len(s.plan.Files)+1, max(4, h/3))
	lines := append(s.files.Rows(w, rows), e.Rule(w))
	lines = append(lines, s.about(w)...)
	lines = append(lines, e.Rule(w))
	return strings.Join(append(lines, s.units(s.plan.Units, w, h-len(lines))...), "\n")
}

// about says about the selected file what the list has no room for.
func (s *merge) about(w int) []string {
	e, f := s.env, s.selected()
	if f == nil {
		return wrapped(e, e.T(words.MergeNothing), w)
	}
	text := words.MergeHint
	switch {
	case cutShort(f):
		return append(wrapped(e, words.Explain(e.Lang, f.Fault), w), wrapped(e, e.T(words.MergeCut), w)...)
	case f.Verdict == store.Refused || f.Verdict == store.Closed:
		return wrapped(e, words.Explain(e.Lang, f.Fault), w)
	case f.Salvage != nil:
		return wrapped(e, e.T(words.MergeSaved, f.Salvage.Had.Changes, f.Salvage.Said.Changes), w)
	case f.Verdict == store.Newer:
		text = words.MergeNewer
	case f.Verdict == store.Waits && s.isRevoked(f.Device):
		text = words.MergeRevoked
	case f.Verdict == store.Waits:
		text = words.MergeHeld
	case f.Verdict == store.Known:
		text = words.MergeKnown
	case f.Foreign && !f.Take:
		return wrapped(e, e.T(words.MergeForeign, f.District), w)
	case f.Verdict == store.Partial:
		text = words.MergePartial
	}
	return wrapped(e, e.T(text), w)
}

// units is the table of what comes to each unit. When it is longer than the room, its last row says how many more.
func (s *merge) units(list []store.UnitCount, w, h int) []string {
	e := s.env
	titles := []string{e.T(words.MergeNew), e.T(words.MergeSame), e.T(words.MergeWaiting), e.T(words.MergeContest)}
	cw := 8
	for _, t := range titles {
		cw = max(cw, e.Width(t)+2)
	}
	row := func(name string, cells ...string) string {
		line := e.Pad(name, w-4-len(titles)*cw)
		for _, c := range cells {
			line += e.PadLeft(c, cw)
		}
		return "   " + line
	}
	counts := func(u store.UnitCount) []string {
		return []string{digits(u.New), digits(u.Same), digits(u.Waiting), digits(u.Contested)}
	}
	lines := []string{e.Style.Faint.Render(row(e.T(words.MergeUnit), titles...))}
	var sum store.UnitCount
	for i, u := range list {
		sum.New, sum.Same, sum.Waiting, sum.Contested = sum.New+u.New, sum.Same+u.Same, sum.Waiting+u.Waiting, sum.Contested+u.Contested
		if i < h-2 {
			lines = append(lines, row(e.unitName(u.Unit), counts(u)...))
		}
	}
	return append(lines[:min(len(lines), max(1, h-1))], e.Style.Title.Render(row(e.T(words.MergeTotal), counts(sum)...)))
}

func (e *Env) unitName(u checklist.Unit) string {
	switch {
	case u.Name != "":
		return u.Name
	case u.Code != "":
		return u.Code
	case u.ID == (checklist.ID{}):
		return e.T(words.MergeNoUnit)
	}
	return e.T(words.MergeUnitNo)
}

// result draws what the merge came to.
func (s *merge) result(w, h int) []string {
	e, r := s.env, s.merged.report
	head := e.T(words.MergeDoneNone)
	if r.New > 0 {
		head = e.T(words.MergeDone, r.New)
	}
	lines := []string{" " + e.Style.Good.Render(head), ""}
	for _, f := range r.Files {
		line := e.Pad(filepath.Base(f.Path), w/2-4) + "  " + e.verdict(f.Verdict, f.Wiped)
		if f.Verdict == store.Refused || f.Verdict == store.Closed {
			line += "  " + words.Explain(e.Lang, f.Fault)
		}
		lines = append(lines, "   "+e.Cut(line, w-4))
	}
	lines = append(lines, "")
	if r.Contested > 0 {
		lines = append(lines, " "+e.Style.Warn.Render(e.T(words.MergeSettle, r.Contested)), "")
	}
	for _, d := range r.Forked {
		lines = append(lines, wrapped(e, e.T(words.LaptopForkNote, e.laptop(d)), w)...)
	}
	if r.NewSelf {
		lines = append(lines, wrapped(e, e.T(words.LaptopNewSelf), w)...)
	}
	for _, l := range e.waitLines(s.merged.waiting) {
		lines = append(lines, wrapped(e, l, w)...)
	}
	if room := h - len(lines); len(s.merged.units) > 0 && room > 3 {
		lines = append(lines, s.units(s.merged.units, w, room)...)
	}
	return lines
}

// Keys of the page that shows.
func (s *merge) Keys() []Action {
	e := s.env
	off := ""
	if e.Info.ReadOnly {
		off = e.T(words.MergeNotNow)
	}
	switch {
	case s.work.running():
		return []Action{On(words.WorkStop, s.work.stop, "esc")}
	case s.unlock != nil:
		return []Action{On(words.OpenGo, s.open, "enter"), On(words.OpenSkip, s.leaveClosed, "esc")}
	case s.enrol != nil:
		return []Action{On(words.EnrolYes, s.enrol.yes, "enter"), On(words.EnrolOfficeGo, s.enrol.turn, "f5", "ctrl+t"), On(words.EnrolNo, s.skip, "esc")}
	case s.merged != nil:
		keys := []Action{On(words.MergeMore, s.more, "ctrl+o"), On(words.LaptopsOpen, s.laptops, "f4").Hidden(), On(words.TroubleTitle, s.odd, "f5", "ctrl+t")}
		if s.merged.report.Contested > 0 {
			return append([]Action{On(words.MergeSettleGo, s.settle, "enter")}, keys...)
		}
		return append([]Action{On(words.KeyBack, e.Back, "enter")}, keys...)
	case s.plan != nil:
		none := ""
		if !s.brings() {
			none = e.T(words.MergeNothing)
		}
		keys := []Action{On(words.MergeGo, s.write, "enter").OffIf(none), On(words.MergeTake, s.turn, "space"),
			Show(words.KeyMove, "up", "down"), On(words.KeyBack, s.giveUp, "esc")}
		if f := s.selected(); f != nil && cutShort(f) {
			keys = append(keys, On(words.MergeSalvage, s.salvage, "f5", "ctrl+t"))
		}
		return keys
	}
	keys := []Action{On(words.ChooseGo, s.choose.pick, "enter").OffIf(off), Show(words.ChooseLine, "tab"), Show(words.KeyMove, "up", "down")}
	if !s.choose.onLine {
		keys = append(keys, On(words.ChooseMark, s.choose.mark, "space"), On(words.ChooseAll, s.choose.markAll, "ctrl+a"))
	}
	keys = append(keys, On(words.ChooseAgain, s.again, "ctrl+o"))
	if s.choose.dir != "" {
		keys = append(keys, On(words.ChooseBack, s.start, "esc"))
	}
	return keys
}

func (s *merge) again() tea.Cmd   { return s.choose.show(s.choose.dir) }
func (s *merge) start() tea.Cmd   { return s.choose.show("") }
func (s *merge) settle() tea.Cmd  { return s.env.Swap(Place{Screen: "conflicts"}) }
func (s *merge) laptops() tea.Cmd { return s.env.Go(Place{Screen: "laptops"}) }
func (s *merge) odd() tea.Cmd     { return s.env.Go(Place{Screen: "trouble"}) }

// choosing tells whether the choice of bundles shows.
func (s *merge) choosing() bool {
	return !s.work.running() && s.unlock == nil && s.enrol == nil && s.merged == nil && s.plan == nil
}

// Typing tells whether a line has the focus.
func (s *merge) Typing() bool {
	return (s.enrol != nil || s.unlock != nil) && !s.work.running() || s.choosing() && s.choose.onLine
}

// Hint of the page that shows.
func (s *merge) Hint() string {
	if s.choosing() {
		return s.env.T(words.ChooseHint)
	}
	return ""
}

// Title is the crumb.
func (s *merge) Title() string {
	switch {
	case s.unlock != nil:
		return s.env.T(words.OpenTitle)
	case s.enrol != nil:
		return s.env.T(words.EnrolTitle)
	}
	return s.env.T(words.ChooseTitle)
}

// Place keeps the path that was typed.
func (s *merge) Place() Place { return Place{Screen: "merge", Item: s.choose.line.Value()} }

// Click selects a row.
func (s *merge) Click(x, y int) tea.Cmd {
	switch {
	case s.choosing():
		s.choose.click(x, y)
	case s.plan != nil && s.enrol == nil && s.unlock == nil:
		s.files.Click(x, y)
	}
	return nil
}
