package main

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"runtime"
	"unicode/utf8"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"zoufang/tui"
	"zoufang/tui/field"
	"zoufang/words"
)

// selfCheckCommand shows what the terminal can do. It opens no book.
func (a *app) selfCheckCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdSelfCheck, groupBook))
	lines := c.Flags().Bool("plain", false, words.FlagLines.In(a.lang))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		t := a.surroundings(os.Getenv)
		switch {
		case a.json:
			return a.printJSON(a.selfCheckView(&t))
		case *lines || !t.Screens():
			a.selfCheckLines(&t)
			return a.echoLines()
		}
		t, err := tui.SelfCheck(a.ctx, tui.Options{Lang: a.lang, ASCII: a.ascii, Mono: t.NoColor}, t)
		if err == nil {
			a.selfCheckFacts(&t) // what stays on the screen
		}
		return err
	}
	return c
}

// surroundings are what can be known about the terminal without asking it.
func (a *app) surroundings(getenv func(string) string) tui.Terminal {
	t := tui.Terminal{
		System: runtime.GOOS + "/" + runtime.GOARCH, Term: getenv("TERM"), ColorTerm: getenv("COLORTERM"),
		Locale:  cmp.Or(getenv("LC_ALL"), getenv("LC_CTYPE"), getenv("LANG")),
		NoColor: getenv("NO_COLOR") != "", CodePage: codePage(), Legacy: legacyConsole(), Modern: getenv("WT_SESSION") != "",
		Tmux: getenv("TMUX") != "", GNUScreen: getenv("STY") != "", SSH: getenv("SSH_CONNECTION") != "" || getenv("SSH_TTY") != "",
		Widths: []tui.SampleSize{},
	}
	in, ok := a.in.(*os.File)
	t.Terminal = ok && isTerminal(in) && (a.json || isTerminal(os.Stdout)) // a report for programs goes into a file
	if out := os.Stdout; isTerminal(out) {
		t.Width, t.Height, _ = term.GetSize(out.Fd()) // 0 is not known
	}
	return t
}

// selfCheckFacts writes what is known, what is wrong and what to do.
func (a *app) selfCheckFacts(t *tui.Terminal) {
	for _, row := range t.Facts(a.lang) {
		fmt.Fprintln(a.out, row[0]+"  "+row[1])
	}
	if t.Width > 0 {
		a.say(words.SelfSize, t.Width, t.Height)
	}
	a.say(words.SelfLineFound)
	for _, x := range t.Advise() {
		mark := "- "
		if x.Bad {
			mark = "! "
		}
		fmt.Fprintln(a.out, mark+words.Say(a.lang, x.Code, x.Args...))
	}
}

// selfCheckLines adds the ruler.
func (a *app) selfCheckLines(t *tui.Terminal) {
	a.selfCheckFacts(t)
	a.say(words.SelfLineRuler)
	for _, row := range tui.Ruler(field.Meter{}.Pad) {
		fmt.Fprintln(a.out, row[0]+"|"+" "+words.Say(a.lang, row[1]))
	}
}

// echoLines says what arrives of every line typed, until an empty one or the end.
func (a *app) echoLines() error {
	a.say(words.SelfLineType)
	in := bufio.NewScanner(a.in)
	for in.Scan() && in.Text() != "" {
		text := in.Text()
		if !utf8.ValidString(text) {
			a.say(words.SelfLineBytes)
			continue
		}
		a.say(words.SelfLineRead, utf8.RuneCountInString(text), len(text), text)
	}
	return in.Err()
}

type selfCheckView struct {
	tui.Terminal
	Screens bool         `json:"screens"` // the screens can be drawn
	OK      bool         `json:"ok"`      // nothing stands in the way
	Advice  []adviceView `json:"advice"`
}

type adviceView struct {
	Code string `json:"code"`
	Bad  bool   `json:"bad"`
	Text string `json:"text"`
}

func (a *app) selfCheckView(t *tui.Terminal) selfCheckView {
	v := selfCheckView{Terminal: *t, Screens: t.Screens(), OK: true, Advice: []adviceView{}}
	for _, x := range t.Advise() {
		v.OK = v.OK && !x.Bad
		v.Advice = append(v.Advice, adviceView{x.Code, x.Bad, words.Say(a.lang, x.Code, x.Args...)})
	}
	return v
}
