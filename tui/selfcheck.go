package tui

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"zoufang/tui/field"
	"zoufang/words"

	"github.com/charmbracelet/x/ansi"

	tea "charm.land/bubbletea/v2"
)

// answerAfter is how long the terminal may take to answer how wide it draws the samples.
const answerAfter = 2 * time.Second

// echoes is how many of the last inputs are named.
const echoes = 3

// selfCheck is a page about the terminal: it shows what the terminal draws and names what arrives. It knows no book.
type selfCheck struct {
	env   *Env
	term  Terminal
	input *field.Line
	heard []string // what arrived, the last first
	from  int      // first row of the advice that is shown
	esc   bool     // the last key was Esc
	over  bool     // the time to answer is over, or all is answered
	w, h  int
}

type answerOverMsg struct{}

// SelfCheck shows the page until the person ends it, and gives what was learned of the terminal.
func SelfCheck(ctx context.Context, o Options, t Terminal) (Terminal, error) {
	e := &Env{Ctx: ctx, Lang: o.Lang, ASCII: o.ASCII, Now: time.Now, Opt: o, Kit: field.Kit{Clip: &field.Clip{}, Now: time.Now}}
	s := newSelfCheck(e, t)
	_, err := tea.NewProgram(s, append([]tea.ProgramOption{tea.WithContext(ctx)}, o.program()...)...).Run()
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		err = nil
	}
	return s.term, err
}

func newSelfCheck(e *Env, t Terminal) *selfCheck {
	e.Style = NewStyles(true, e.ASCII)
	t.Asked = true
	return &selfCheck{env: e, term: t, input: e.Kit.Line()}
}

// Init asks the terminal for its background, its name and, once the first frame is drawn, the width of the samples.
func (s *selfCheck) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, tea.RequestTerminalVersion,
		tea.Tick(probeAfter, func(time.Time) tea.Msg { return probeMsg{} }),
		tea.Tick(answerAfter, func(time.Time) tea.Msg { return answerOverMsg{} }))
}

// Update takes answers of the terminal, and names everything else that arrives.
func (s *selfCheck) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		s.w, s.h = msg.Width, msg.Height
		s.term.Width, s.term.Height = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		dark := msg.IsDark()
		s.term.Dark = &dark
		s.env.Style = NewStyles(dark, s.env.ASCII)
	case tea.ColorProfileMsg:
		s.term.Profile = msg.Profile.String()
	case tea.TerminalVersionMsg:
		s.term.Name = field.CleanLine(msg.Name)
	case probeMsg:
		return s, s.askWidth()
	case tea.CursorPositionMsg:
		return s, s.answered(msg.X)
	case answerOverMsg:
		s.over = true
	case tea.PasteMsg:
		s.hear(words.SelfHeardPaste, utf8.RuneCountInString(msg.Content), strings.Count(strings.ReplaceAll(msg.Content, "\r", "\n"), "\n")+1)
		s.input.Update(msg)
	case tea.KeyPressMsg:
		return s, s.press(msg)
	case tea.MouseClickMsg:
		s.hear(words.SelfHeardClick, msg.X+1, msg.Y+1)
	case tea.MouseWheelMsg:
		s.hear(words.SelfHeardWheel)
	}
	return s, nil
}

// askWidth draws the next sample where nothing else matters and asks where the cursor is then; see ask.
func (s *selfCheck) askWidth() tea.Cmd {
	if n := len(s.term.Widths); n < len(samples) && !s.over {
		return tea.Raw(ansi.SaveCursor + ansi.CursorPosition(1, 3) + samples[n].Sample + ansi.RequestCursorPositionReport + ansi.RestoreCursor)
	}
	s.over = true
	return tea.ClearScreen
}

func (s *selfCheck) answered(cells int) tea.Cmd {
	if n := len(s.term.Widths); n < len(samples) {
		x := samples[n]
		x.Cells = cells
		s.term.Widths = append(s.term.Widths, x)
		if n == sampleAmbiguous && cells > x.Want { // as the other screens do it, see probed
			s.env.ASCII, s.env.Kit.Meter.Wide = true, true
			s.env.Style.Rule, s.env.Style.Bar = "-", "|"
		}
	}
	return s.askWidth()
}

// press names a key, and ends the page at Ctrl+Q, Ctrl+C and a second Esc.
func (s *selfCheck) press(k tea.KeyPressMsg) tea.Cmd {
	key := keyName(k)
	again := s.esc && key == "esc"
	s.esc = key == "esc"
	switch {
	case key == "ctrl+q" || key == "ctrl+c" || again:
		return tea.Quit
	case key == "pgdown":
		s.from++
	case key == "pgup":
		s.from = max(0, s.from-1)
	}
	if plain(k) {
		s.hear(words.SelfHeardText, k.Text)
	} else {
		s.hear(words.SelfHeardKey, s.env.keyLabel(key))
	}
	s.input.Update(k)
	return nil
}

func (s *selfCheck) hear(t words.Text, args ...any) {
	s.heard = append([]string{s.env.T(t, args...)}, s.heard[:min(len(s.heard), echoes-1)]...)
}

// View draws the page.
func (s *selfCheck) View() tea.View {
	v := tea.NewView("")
	v.AltScreen, v.MouseMode = true, tea.MouseModeCellMotion
	if s.w == 0 || s.h == 0 {
		return v
	}
	lines, at := s.lines()
	v.SetContent(strings.Join(fit(s.env.Kit.Meter, strings.Join(lines, "\n"), s.w, s.h), "\n"))
	if at.Y < s.h && at.X < s.w {
		v.Cursor = tea.NewCursor(at.X, at.Y)
	}
	return v
}

// lines are the rows of the page, and the cell of the cursor.
func (s *selfCheck) lines() (lines []string, at field.Point) {
	e := s.env
	lines = []string{e.Style.Head.Render(" " + e.Sides(s.w-2, e.T(words.SelfTitle), e.T(words.SelfSize, s.w, s.h))), e.Rule(s.w)}
	for _, row := range s.term.Facts(e.Lang) {
		for i, l := range e.Wrap(row[1], max(s.w-e.Width(row[0])-4, 2)) {
			if i > 0 {
				row[0] = strings.Repeat(" ", e.Width(row[0]))
			}
			lines = append(lines, " "+e.Style.Faint.Render(row[0])+"  "+l)
		}
	}
	lines = append(lines, s.ruler()...)
	lines = append(lines, " "+e.T(words.SelfColours)+"  "+e.Style.Good.Render(e.T(words.SelfGood))+"  "+e.Style.Warn.Render(e.T(words.SelfWarn))+"  "+
		e.Style.Bad.Render(e.T(words.SelfBad))+"  "+e.Style.Accent.Render(e.T(words.SelfAccent))+"  "+e.Style.Faint.Render(e.T(words.SelfFaint))+"  "+
		e.Style.Selected.Render(e.T(words.SelfSelected)))
	label := " " + e.T(words.SelfType) + " "
	text, p := s.input.View(max(s.w-e.Width(label)-1, 1), 1)
	at = field.Point{X: e.Width(label) + p.X, Y: len(lines)}
	lines = append(lines, label+text, " "+e.Style.Faint.Render(e.T(words.SelfCursor)))
	heard := e.T(words.SelfNothing)
	if len(s.heard) > 0 {
		heard = strings.Join(s.heard, e.T(words.ListGap))
	}
	lines = append(lines, " "+e.T(words.SelfHeard)+" "+e.Cut(heard, s.w-e.Width(e.T(words.SelfHeard))-3), e.Rule(s.w))
	advice := s.advice()
	room := max(0, s.h-len(lines)-1)
	s.from = max(0, min(s.from, len(advice)-room))
	lines = append(lines, advice[s.from:min(len(advice), s.from+room)]...)
	for len(lines) < s.h-1 {
		lines = append(lines, "")
	}
	return append(lines, " "+e.T(words.SelfKeys)), at
}

// ruler is a box around characters of every width: its right side is straight where the terminal counts as the program.
func (s *selfCheck) ruler() []string {
	e := s.env
	corners := [...]string{"┌", "┐", "└", "┘"}
	if e.ASCII {
		corners = [...]string{"+", "+", "+", "+"}
	}
	line := strings.Repeat(e.Style.Rule, RulerWidth)
	lines := []string{" " + corners[0] + line + corners[1] + " " + e.T(words.SelfRuler)}
	for _, row := range Ruler(e.Kit.Meter.Pad) {
		lines = append(lines, " "+e.Style.Bar+row[0]+e.Style.Bar+" "+e.Say(row[1]))
	}
	return append(lines, " "+corners[2]+line+corners[3])
}

// advice is what is wrong and what to do, wrapped; while the terminal may still answer, that it is being asked.
func (s *selfCheck) advice() (lines []string) {
	e := s.env
	if !s.over {
		return []string{" " + e.T(words.SelfAsking)}
	}
	for _, a := range s.term.Advise() {
		mark, style := "-", e.Style.Faint
		if a.Bad {
			mark, style = "!", e.Style.Bad
		}
		for i, l := range e.Wrap(e.Say(a.Code, a.Args...), s.w-5) {
			if i > 0 {
				mark = " "
			}
			lines = append(lines, " "+style.Render(mark)+" "+l)
		}
	}
	return lines
}

// Facts are what is known about the terminal, as rows of a name and what it is.
func (t *Terminal) Facts(lang words.Lang) [][2]string {
	or := func(s string) string {
		if s == "" {
			return words.SelfUnset.In(lang)
		}
		return field.CleanLine(s)
	}
	ground := words.SelfUnset
	if t.Dark != nil && *t.Dark {
		ground = words.SelfDark
	} else if t.Dark != nil {
		ground = words.SelfLight
	}
	rows := [][2]string{
		{words.SelfTerminal.In(lang), words.SelfTerminalIs.F(lang, or(t.Term), or(t.Name), or(t.Profile), ground.In(lang))},
		{words.SelfAround.In(lang), words.SelfAroundIs.F(lang, t.System, or(t.Locale), or(t.ColorTerm))},
	}
	if t.CodePage != 0 {
		rows[1][1] += words.ListGap.In(lang) + words.SelfCodePage.F(lang, t.CodePage)
	}
	return rows
}
