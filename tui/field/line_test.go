package field

import (
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestLineShowsTheCursorInPlace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := kit(rapid.Bool().Draw(t, "wide")).Line()
		w := rapid.IntRange(4, 30).Draw(t, "w")
		for range rapid.IntRange(1, 50).Draw(t, "steps") {
			switch rapid.IntRange(0, 5).Draw(t, "what") {
			case 0, 1, 2:
				l.Update(tea.PasteMsg{Content: rapid.SampledFrom(alphabet).Draw(t, "char")})
			case 3:
				l.Update(press(rapid.SampledFrom(motions).Draw(t, "move")))
			case 4:
				l.Update(press(rapid.SampledFrom([]string{"backspace", "delete", "ctrl+z", "ctrl+y", "ctrl+x", "ctrl+v"}).Draw(t, "key")))
			case 5:
				l.Click(rapid.IntRange(0, 40).Draw(t, "x"), 0)
			}
			text, p := l.View(w, 1)
			text = ansi.Strip(text)
			m := l.kit.Meter
			if m.Width(text) > w-1 || p.X >= w || p.Y != 0 || strings.Contains(text, "\n") {
				t.Fatalf("%q cursor %v in %d cells", text, p, w)
			}
			before := l.pars[0][l.from:l.cur.off]
			if !strings.HasPrefix(text, before) || m.Width(before) != p.X {
				t.Fatalf("%q before the cursor, %q is shown, cell %d", before, text, p.X)
			}
		}
	})
}

func TestLineHasNoLineEnd(t *testing.T) {
	l := kit(false).Line()
	l.Update(tea.PasteMsg{Content: "一\r\n二\n三"})
	if l.Value() != "一 二 三" {
		t.Errorf("%q", l.Value())
	}
	if l.Update(press("enter")).Used {
		t.Error("Enter belongs to the screen")
	}
}

func TestLineLeavesArrowsAtItsEnds(t *testing.T) {
	l := kit(false).Line()
	l.SetValue("ab")
	for i, want := range []bool{false, true, true, false} {
		name := "left"
		if i == 0 {
			name = "right"
		}
		if got := l.Update(press(name)).Used; got != want {
			t.Errorf("%d %s: %v", i, name, got)
		}
	}
}

func TestWordsByControlArrows(t *testing.T) {
	l := kit(false).Line()
	l.SetValue("E1.1 over count")
	stops := []int{}
	for l.Offset() > 0 {
		l.Update(press("ctrl+left"))
		stops = append(stops, l.Offset())
	}
	if len(stops) != 3 || stops[0] != 10 || stops[1] != 5 {
		t.Errorf("stops %v", stops)
	}
	l.Update(press("ctrl+right"))
	if l.Offset() != 4 {
		t.Errorf("at %d", l.Offset())
	}
}

func TestParsedInputs(t *testing.T) {
	k := kit(false) // 2026-03-09
	for _, c := range []struct {
		name     string
		in       Input
		typed    string
		want     string
		mistaken bool
	}{
		{"number", k.Number(), "１２", "12", false},
		{"number", k.Number(), " 1,200 ", "1200", false},
		{"number", k.Number(), "-3", "-3", false},
		{"number", k.Number(), "", "", false},
		{"number", k.Number(), "１２人", "12", false},
		{"number", k.Number(), "1,5", "", true}, // 1.5, or 15?
		{"number", k.Number(), "12,34", "", true},
		{"number", k.Number(), "3.5", "", true},
		{"number", k.Number(), "三", "", true},
		{"number", k.Number(), "99999999999999999999", "", true},
		{"points", k.Points(), "1.5", "1.50", false},
		{"points", k.Points(), "８", "8.00", false},
		{"points", k.Points(), "0。25", "0.25", false},
		{"points", k.Points(), ".5", "0.50", false},
		{"points", k.Points(), "-1.25", "-1.25", false},
		{"points", k.Points(), "1.234", "", true},
		{"points", k.Points(), "1.", "", true},
		{"date", k.Date(), "3.9", "2026-03-09", false},
		{"date", k.Date(), "3月9日", "2026-03-09", false},
		{"date", k.Date(), "３月９号", "2026-03-09", false},
		{"date", k.Date(), "0309", "2026-03-09", false},
		{"date", k.Date(), "2026-3-9", "2026-03-09", false},
		{"date", k.Date(), "2026年3月9日", "2026-03-09", false},
		{"date", k.Date(), "20260309", "2026-03-09", false},
		{"date", k.Date(), "26/3/9", "2026-03-09", false},
		{"date", k.Date(), "12.28", "2025-12-28", false},
		{"date", k.Date(), "今天", "2026-03-09", false},
		{"date", k.Date(), "昨天", "2026-03-08", false},
		{"date", k.Date(), "２０２６－３－９", "2026-03-09", false},
		{"date", k.Date(), "2026—3—9", "2026-03-09", false},
		{"date", k.Date(), "2026年3月9", "2026-03-09", false},
		{"date", k.Date(), "三月九日", "2026-03-09", false},
		{"date", k.Date(), "十二月三十一号", "2025-12-31", false},
		{"date", k.Date(), "明天", "2026-03-10", false},
		{"date", k.Date(), "Yesterday", "2026-03-08", false},
		{"date", k.Date(), "111", "", true}, // 1 November or 11 January
		{"date", k.Date(), "309", "2026-03-09", false},
		{"date", k.Date(), "2.30", "", true},
		{"date", k.Date(), "13.1", "", true},
		{"date", k.Date(), "下周", "", true},
		{"clock", k.Clock(), "0905", "09:05", false},
		{"clock", k.Clock(), "905", "09:05", false},
		{"clock", k.Clock(), "９：０５", "09:05", false},
		{"clock", k.Clock(), "9点半", "09:30", false},
		{"clock", k.Clock(), "下午3点", "15:00", false},
		{"clock", k.Clock(), "9", "09:00", false},
		{"clock", k.Clock(), "9点05", "09:05", false},
		{"clock", k.Clock(), "９点０５分", "09:05", false},
		{"clock", k.Clock(), "十点二十分", "10:20", false},
		{"clock", k.Clock(), "9点一刻", "09:15", false},
		{"clock", k.Clock(), "9点整", "09:00", false},
		{"clock", k.Clock(), "9点5分", "09:05", false},
		{"clock", k.Clock(), "早上 8:30", "08:30", false},
		{"clock", k.Clock(), "中午1点", "13:00", false},
		{"clock", k.Clock(), "晚上12点", "", true},
		{"clock", k.Clock(), "9:5", "", true}, // 9:05 or 9:50
		{"clock", k.Clock(), "25:00", "", true},
		{"clock", k.Clock(), "9:60", "", true},
		{"moment", k.Moment(), "3.9 0905", "2026-03-09 09:05", false},
		{"moment", k.Moment(), "3月9日9:05", "2026-03-09 09:05", false},
		{"moment", k.Moment(), "2026-03-09 09:05", "2026-03-09 09:05", false},
		{"moment", k.Moment(), "202603090905", "2026-03-09 09:05", false},
		{"moment", k.Moment(), "0905", "2026-03-09 09:05", false},
		{"moment", k.Moment(), "今天9点05", "2026-03-09 09:05", false},
		{"moment", k.Moment(), "昨天 下午3点", "2026-03-08 15:00", false},
		{"moment", k.Moment(), "３月９日９点半", "2026-03-09 09:30", false},
		{"moment", k.Moment(), "2026-3-9 上午 9点", "2026-03-09 09:00", false},
		{"moment", k.Moment(), "9点05", "2026-03-09 09:05", false},
		{"moment", k.Moment(), "3.10", "", true}, // a day or a time
		{"moment", k.Moment(), "3.9", "", true},
		{"moment", k.Moment(), "3月9日", "", true},
	} {
		c.in.SetValue(c.typed)
		got, err := c.in.Parse()
		if got != c.want || (err != nil) != c.mistaken {
			t.Errorf("%s %q: %q %v, want %q", c.name, c.typed, got, err, c.want)
		}
		if c.in.Value() != c.typed {
			t.Errorf("%s %q: reading changed it to %q", c.name, c.typed, c.in.Value())
		}
	}
}

// TestWhatMayBeTwoThingsSaysBoth: the sentence names the two readings, so that the person can write the one meant.
func TestWhatMayBeTwoThingsSaysBoth(t *testing.T) {
	k := kit(false)
	for _, c := range []struct {
		in         Input
		typed      string
		one, other string
	}{
		{k.Date(), "111", "2026-01-11", "2025-11-01"},
		{k.Clock(), "9:5", "9:05", "9:50"},
		{k.Moment(), "3.10", "2026-03-10", "03:10"},
		{k.Moment(), "3.9 下午3点2", "下午3:02", "下午3:20"},
	} {
		c.in.SetValue(c.typed)
		_, err := c.in.Parse()
		p, ok := err.(*Problem)
		if !ok || p.Code != "field.ambiguous" || p.Args[1] != c.one || p.Args[2] != c.other {
			t.Errorf("%q: %v, want %s or %s", c.typed, err, c.one, c.other)
		}
	}
}

// TestEveryWayOfWritingADayIsRead: whatever way a moment is written, in half or full width, it is read as that moment.
func TestEveryWayOfWritingADayIsRead(t *testing.T) {
	days := []string{"2006-01-02", "2006-1-2", "2006.1.2", "2006/01/02", "2006年1月2日", "20060102"}
	clocks := []string{"15:04", "1504", "15点04", "15点04分", "15时04分"}
	wide := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r > ' ' && r <= '~' {
				return r + 0xFEE0
			}
			return r
		}, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		k := kit(false)
		x := time.Date(2026, 1, 1, 0, rapid.IntRange(-300*24*60, 900*24*60).Draw(t, "minutes"), 0, 0, time.UTC)
		day, clock := x.Format(rapid.SampledFrom(days).Draw(t, "day")), x.Format(rapid.SampledFrom(clocks).Draw(t, "clock"))
		if rapid.Bool().Draw(t, "wide") {
			day, clock = wide(day), wide(clock)
		}
		for _, c := range []struct {
			in          Input
			typed, want string
		}{
			{k.Date(), day, x.Format(dateForm)}, {k.Clock(), clock, x.Format(clockForm)}, {k.Moment(), day + " " + clock, x.Format(momentForm)},
		} {
			c.in.SetValue(c.typed)
			if got, err := c.in.Parse(); got != c.want || err != nil {
				t.Fatalf("%q: %q %v, want %q", c.typed, got, err, c.want)
			}
		}
	})
}

func TestMomentKeepsItsDay(t *testing.T) {
	m := kit(false).Moment()
	m.SetValue("2026-03-02 09:00")
	m.Update(press("ctrl+a"))
	for _, r := range "1015" {
		m.Update(press(string(r)))
	}
	if got, err := m.Parse(); got != "2026-03-02 10:15" || err != nil {
		t.Errorf("%q %v", got, err)
	}
}

// TestWhatIsParsedParsesAgain: the text form of the book is a form people may type.
func TestWhatIsParsedParsesAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k := kit(false)
		typed := rapid.StringMatching(`[0-9０-９年月日时点:：. /-]{1,12}`).Draw(t, "typed")
		for _, in := range []Input{k.Number(), k.Points(), k.Date(), k.Clock(), k.Moment()} {
			in.SetValue(typed)
			once, err := in.Parse()
			if err != nil {
				continue
			}
			in.SetValue(once)
			if twice, err := in.Parse(); twice != once || err != nil {
				t.Fatalf("%q became %q, then %q %v", typed, once, twice, err)
			}
		}
	})
}

func TestChoice(t *testing.T) {
	c := kit(false).Choice(false, Option{"nil", "未发现问题"}, Option{"found", "有问题"}, Option{"na", "不适用"})
	if text, _ := c.View(60, 1); text != "（ ）未发现问题  （ ）有问题  （ ）不适用" || c.Value() != "" {
		t.Errorf("%q %q", text, c.Value())
	}
	for _, s := range []struct{ key, want string }{
		{"space", "nil"}, {"right", "found"}, {"right", "na"}, {"right", "na"}, {"space", "nil"}, {"left", "nil"}, {"２", "found"}, {"backspace", ""},
	} {
		if c.Update(press(s.key)); c.Value() != s.want {
			t.Errorf("%s: %q, want %q", s.key, c.Value(), s.want)
		}
	}
	c.SetValue("na")
	text, p := c.View(24, 3)
	if text != "（ ）未发现问题\n（ ）有问题  （x）不适用" || p != (Point{15, 1}) {
		t.Errorf("%q %v", text, p)
	}
	c.Click(2, 0)
	if c.Value() != "nil" {
		t.Errorf("clicked %q", c.Value())
	}
}

func TestBoolIsUnsetAtFirst(t *testing.T) {
	b := kit(false).Bool(true, "是", "否")
	if text, _ := b.View(20, 1); text != "( )是  ( )否" || b.Value() != "" {
		t.Errorf("%q %q", text, b.Value())
	}
	b.Update(press("2"))
	if b.Value() != "false" {
		t.Errorf("%q", b.Value())
	}
}

func TestMeter(t *testing.T) {
	for s, want := range map[string][2]int{
		"超编3人": {7, 7}, "“三定”": {6, 8}, "—": {1, 2}, "①": {1, 2}, "é": {1, 2}, "e\u0301": {1, 1}, "𠮷": {2, 2}, "👨‍👩‍👧": {2, 2}, "　": {2, 2},
		"\x1b[1m粗\x1b[0m": {2, 2},
	} {
		if n, w := (Meter{}).Width(s), (Meter{Wide: true}).Width(s); n != want[0] || w != want[1] {
			t.Errorf("%q is %d and %d cells, want %v", s, n, w, want)
		}
	}
	m := Meter{}
	for _, c := range []struct {
		s    string
		w    int
		want string
	}{{"超编三人", 8, "超编三人"}, {"超编三人", 7, "超编三…"}, {"超编三人", 4, "超…"}, {"超编", 1, "…"}, {"超编", 0, ""}} {
		if got := m.Cut(c.s, c.w, "…"); got != c.want {
			t.Errorf("cut %q to %d: %q, want %q", c.s, c.w, got, c.want)
		}
	}
	if got := m.PadLeft("3.00", 7); got != "   3.00" {
		t.Errorf("%q", got)
	}
}

func TestCutNeverOverflows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Meter{Wide: rapid.Bool().Draw(t, "wide")}
		s := strings.Join(rapid.SliceOf(rapid.SampledFrom(alphabet)).Draw(t, "s"), "")
		w := rapid.IntRange(0, 30).Draw(t, "w")
		if got := m.Cut(s, w, "…"); m.Width(got) > w {
			t.Fatalf("%q is %d cells, room %d", got, m.Width(got), w)
		}
		if got := m.Pad(s, w); m.Width(got) != w {
			t.Fatalf("%q is %d cells, not %d", got, m.Width(got), w)
		}
	})
}

func FuzzClean(f *testing.F) {
	f.Add("a\x1b]0;title\x07b\r\n\u202e\xff")
	f.Fuzz(func(t *testing.T, s string) {
		c := Clean(s)
		if Clean(c) != c {
			t.Fatalf("%q became %q, then %q", s, c, Clean(c))
		}
		for _, r := range c {
			if r != '\n' && (r < ' ' || r >= 0x7f && r <= 0x9f || r >= 0x202a && r <= 0x202e) {
				t.Fatalf("%U is left of %q", r, s)
			}
		}
		if strings.Contains(CleanLine(s), "\n") {
			t.Fatalf("%q has a line end", CleanLine(s))
		}
	})
}
