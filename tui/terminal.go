package tui

import "strings"

// Terminal is what is known about the terminal: from what surrounds the program, and from what the terminal answered.
type Terminal struct {
	System    string `json:"system"`    // as "windows/amd64"
	Terminal  bool   `json:"terminal"`  // input and output are a terminal
	Term      string `json:"term"`      // the variable TERM
	ColorTerm string `json:"colorterm"` // the variable COLORTERM
	Locale    string `json:"locale"`    // the variable that decides about characters
	NoColor   bool   `json:"no_color"`  // the variable NO_COLOR is set
	CodePage  uint32 `json:"code_page"` // of a Windows console, 0 elsewhere
	Legacy    bool   `json:"legacy"`    // a Windows console that cannot draw the screens
	Modern    bool   `json:"windows_terminal"`
	Tmux      bool   `json:"tmux"`
	GNUScreen bool   `json:"gnu_screen"`
	SSH       bool   `json:"ssh"`
	Width     int    `json:"width"` // cells; 0 is not known
	Height    int    `json:"height"`

	Asked   bool         `json:"asked"`   // the terminal was asked for what follows
	Name    string       `json:"name"`    // what it calls itself
	Profile string       `json:"profile"` // how many colours are sent
	Dark    *bool        `json:"dark"`    // its background; nil where it did not say
	Widths  []SampleSize `json:"widths"`  // of the samples, in their order, as far as it answered
}

// SampleSize is how many cells a sample took on the terminal.
type SampleSize struct {
	Sample string `json:"sample"`
	Cells  int    `json:"cells"`
	Want   int    `json:"want"`
}

// Advice is one thing to know about the terminal, a code of package words; Bad ones stand in the way of work.
type Advice struct {
	Code string
	Args []any
	Bad  bool
}

// The samples whose width the terminal is asked for. The second is of ambiguous width.
const (
	sampleHan = iota
	sampleAmbiguous
	sampleRare
	sampleMark
)

var samples = []SampleSize{{Sample: "访", Want: 2}, {Sample: "—", Want: 1}, {Sample: "𠮷", Want: 2}, {Sample: "e\u0301", Want: 1}}

// Screens tells whether the terminal can draw the screens at all.
func (t *Terminal) Screens() bool { return t.Terminal && !t.dumb() && !t.Legacy }

func (t *Terminal) dumb() bool {
	return t.Term == "dumb" || t.Term == "" && !t.windows()
}

func (t *Terminal) windows() bool { return strings.HasPrefix(t.System, "windows/") }

// utf8 tells whether the locale's characters are UTF-8. Windows and macOS do not need one.
func (t *Terminal) utf8() bool {
	l := strings.ToLower(t.Locale)
	return strings.Contains(l, "utf-8") || strings.Contains(l, "utf8")
}

// Advise says what is wrong or worth knowing, and what to do; what stands in the way comes first.
func (t *Terminal) Advise() (list []Advice) {
	wrong := func(sample int) (int, bool) {
		n, ok := t.cells(sample)
		return n, ok && n != samples[sample].Want
	}
	han, badHan := wrong(sampleHan)
	wide, badWide := wrong(sampleAmbiguous)
	rare, badRare := wrong(sampleRare)
	mark, badMark := wrong(sampleMark)
	for _, x := range []struct {
		when bool
		Advice
	}{
		{!t.Terminal, Advice{Code: "selfcheck.pipe", Bad: true}},
		{t.Terminal && t.dumb(), Advice{"selfcheck.dumb", []any{t.Term}, true}},
		{t.Legacy, Advice{Code: "cmd.legacyconsole", Bad: true}},
		{t.Term == "linux", Advice{Code: "selfcheck.console", Bad: true}},
		{!t.windows() && !strings.HasPrefix(t.System, "darwin/") && !t.utf8(), Advice{"selfcheck.locale", []any{t.Locale}, true}},
		{t.Width > 0 && (t.Width < minWidth || t.Height < minHeight), Advice{"selfcheck.small", []any{t.Width, t.Height}, true}},
		{badHan, Advice{"selfcheck.han", []any{han}, true}},
		{t.CodePage != 0 && t.CodePage != 65001, Advice{"selfcheck.codepage", []any{t.CodePage}, false}},
		{t.windows() && t.Terminal && !t.Legacy && !t.Modern, Advice{Code: "selfcheck.conhost"}},
		{badWide, Advice{"selfcheck.ambiguous", []any{wide}, false}},
		{badRare, Advice{"selfcheck.rare", []any{rare}, false}},
		{badMark, Advice{"selfcheck.mark", []any{mark}, false}},
		{t.Asked && len(t.Widths) < len(samples), Advice{Code: "selfcheck.silent"}},
		{t.NoColor, Advice{Code: "selfcheck.nocolor"}},
		{t.Tmux, Advice{Code: "selfcheck.tmux"}},
		{t.GNUScreen, Advice{Code: "selfcheck.gnuscreen"}},
		{t.SSH, Advice{Code: "selfcheck.ssh"}},
	} {
		if x.when {
			list = append(list, x.Advice)
		}
	}
	if len(list) == 0 {
		list = append(list, Advice{Code: "selfcheck.fine"})
	}
	return list
}

// cells is how wide the terminal drew a sample; false while it has not answered.
func (t *Terminal) cells(sample int) (int, bool) {
	if sample >= len(t.Widths) {
		return 0, false
	}
	return t.Widths[sample].Cells, true
}

// Ruler is rows of characters of one sort, each as wide as width cells if the terminal counts as the program does. The
// second value is the code of what the row shows.
func Ruler(pad func(s string, width int) string) (rows [][2]string) {
	for _, r := range [][2]string{
		{"12345678901234567890", "selfcheck.ruler.digits"},
		{"走访机构编制管理评估", "selfcheck.ruler.han"},
		{"，。；：？！（）【】", "selfcheck.ruler.full"},
		{"—…·“”×±°", "selfcheck.ruler.ambiguous"},
		{"𠮷𠀀𠀁𠂇𠃌𡈽", "selfcheck.ruler.rare"},
		{"e\u0301 a\u0308 n\u0303 u\u030c", "selfcheck.ruler.mark"},
	} {
		rows = append(rows, [2]string{pad(r[0], RulerWidth), r[1]})
	}
	return rows
}

// RulerWidth is the cells of a row of the ruler.
const RulerWidth = 20
