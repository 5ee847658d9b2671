package tui

import (
	"slices"
	"time"

	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// App is the root: it gives keys to the topmost screen and results to every screen, and draws the frame around them.
type App struct {
	env    *Env
	stack  []Screen
	dialog *dialog
	notice notice
	w, h   int
	at     Place // of the topmost screen, at the last key
	blank  bool
	idle   watcher
	lock   *locked // nil: the screen is not locked
	quits  bool    // quitting as soon as everything is written

	lastText time.Time     // of the last typed character, to tell a pasted line end from Enter
	pasteGap time.Duration // an Enter sooner than this after a character was pasted
	frame    throttle
	bar      []span // the key bar as drawn last
}

// Init asks the terminal what it looks like, and opens the screens where the book was left.
func (a *App) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, a.probe(), a.openAll(), a.env.lookSoon(), a.env.tellUpgraded())
}

// Update only tells messages apart. Input goes to the topmost screen, results to every screen.
func (a *App) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	a.stir(msg)
	cmd, done := a.lockMsg(msg)
	if !done {
		cmd = tea.Batch(cmd, a.dispatch(msg))
	}
	if _, key := msg.(tea.KeyPressMsg); key {
		cmd = tea.Batch(cmd, a.moved())
	}
	return a, a.settle(cmd)
}

func (a *App) dispatch(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		a.w, a.h = msg.Width, msg.Height
	case tea.BackgroundColorMsg:
		a.env.Style = NewStyles(msg.IsDark(), a.env.ASCII)
	case probeMsg:
		return ask()
	case tea.CursorPositionMsg:
		return a.probed(msg)
	case tea.KeyPressMsg:
		return a.press(msg)
	case tea.PasteMsg:
		return a.input(msg)
	case tea.ClipboardMsg:
		return a.input(tea.PasteMsg{Content: msg.Content})
	case tea.MouseClickMsg:
		return a.click(msg)
	case tea.MouseWheelMsg:
		return a.wheel(msg)
	case goMsg:
		return a.open(msg)
	case backMsg:
		return a.back()
	case captureMsg:
		return a.openCapture()
	case askMsg:
		a.dialog = msg.dialog
		a.dialog.recall(a.here())
	case chosenMsg:
		a.back()
		return a.do(msg.action)
	case noticeMsg:
		return a.show(msg)
	case noticeOverMsg:
		if msg.seq == a.notice.seq {
			a.notice.text = ""
		}
	case failMsg:
		a.fail(msg.err)
	case bookMsg:
		return a.begin(msg)
	case copyTickMsg:
		return a.env.lookAfterCopies()
	case copiesMsg:
		return a.heardOfCopies(msg)
	case quitNowMsg:
		return a.quitNow()
	case drawMsg:
		a.frame.pending = false
	case draftTickMsg:
		a.env.keep.ticking = false
		return a.saveDrafts()
	case wroteMsg:
		return a.wrote(msg.result)
	default:
		return a.toAll(msg)
	}
	return nil
}

func (a *App) top() Screen { return a.stack[len(a.stack)-1] }

// input gives a paste to whatever has the focus.
func (a *App) input(msg tea.Msg) tea.Cmd {
	if a.blank {
		return nil
	}
	if a.dialog != nil {
		return a.dialog.update(msg)
	}
	return a.top().Update(msg)
}

// toAll gives a result to every screen.
func (a *App) toAll(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for _, s := range slices.Clone(a.stack) {
		cmds = append(cmds, s.Update(msg))
	}
	return tea.Batch(cmds...)
}

// press finds who a key belongs to: the blank screen, the dialog, the keys that work everywhere, the screen's actions,
// the screen itself.
func (a *App) press(k tea.KeyPressMsg) tea.Cmd {
	key := keyName(k)
	if paste, ok := a.guard(k, key); ok {
		return a.input(paste)
	}
	if key == "f12" || key == "ctrl+l" { // over a question too
		a.blank = !a.blank
		return nil
	}
	if a.blank {
		return nil
	}
	if a.notice.bad {
		a.notice = notice{seq: a.notice.seq}
	}
	if a.dialog != nil {
		return a.pressDialog(k, key)
	}
	if act := find(a.global(), key); act != nil {
		return a.do(*act)
	}
	if !plain(k) || !typing(a.top()) {
		if act := find(a.top().Keys(), key); act != nil && (act.Do != nil || act.Off != "") {
			return a.do(*act)
		}
	}
	switch key {
	case "esc":
		return a.back()
	case "ctrl+z":
		if (a.env.keep.acted || !typing(a.top())) && a.env.Book != nil {
			return a.env.undo()
		}
	}
	return a.top().Update(k)
}

// guard recognises a line end or a tab that was pasted in a terminal that does not mark pastes: it follows a character
// faster than anyone can type.
func (a *App) guard(k tea.KeyPressMsg, key string) (tea.PasteMsg, bool) {
	now := time.Now()
	fast := now.Sub(a.lastText) < a.pasteGap
	if plain(k) {
		a.lastText = now
		return tea.PasteMsg{}, false
	}
	if !fast || !typing(a.top()) && a.dialog == nil {
		return tea.PasteMsg{}, false
	}
	switch key {
	case "enter":
		a.lastText = now
		return tea.PasteMsg{Content: "\n"}, true
	case "tab":
		a.lastText = now
		return tea.PasteMsg{Content: "\t"}, true
	}
	return tea.PasteMsg{}, false
}

func typing(s Screen) bool {
	t, ok := s.(Typer)
	return ok && t.Typing()
}

// do runs an action, or says why it does not work now.
func (a *App) do(act Action) tea.Cmd {
	if act.Off != "" {
		return a.show(noticeMsg{act.Off, true})
	}
	if act.Do == nil {
		return nil
	}
	return act.Do()
}

// global are the keys that work everywhere.
func (a *App) global() []Action {
	return []Action{
		On(words.KeyHelp, a.openHelp, "f1", "ctrl+g"),
		On(words.KeyPalette, a.openPalette, "f2", "ctrl+k"),
		On(words.KeyCapture, a.openCapture, "f3", "ctrl+n").OffIf(a.noCapture()),
		On(words.KeySave, a.saveNow, "ctrl+s"),
		On(words.HistoryKey, a.openHistory, "f10", "ctrl+w").OffIf(a.noHistory()),
		On(words.KeyBlank, a.goBlank, "f12", "ctrl+l"),
		On(words.KeyRedraw, redraw, "ctrl+r"),
		On(words.KeyQuit, a.askQuit, "ctrl+q"),
	}
}

func (a *App) goBlank() tea.Cmd {
	a.blank = true
	return nil
}

func redraw() tea.Cmd { return tea.Batch(tea.ClearScreen, tea.RequestWindowSize) }

// openHelp, openPalette and openCapture lay a page over the screen; what is typed below stays as it is.
func (a *App) openHelp() tea.Cmd {
	if _, ok := a.top().(*helpPage); ok {
		return a.back()
	}
	return a.lay(newHelp(a.env, a.top(), a.global()))
}

func (a *App) openPalette() tea.Cmd {
	if _, ok := a.top().(*palette); ok {
		return a.back()
	}
	return a.lay(newPalette(a.env, append(slices.Clone(a.top().Keys()), a.global()...)))
}

func (a *App) lay(s Screen) tea.Cmd {
	a.stack = append(a.stack, s)
	return a.opened()
}
