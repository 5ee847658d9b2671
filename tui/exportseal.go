package tui

import (
	"context"
	"strings"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// sealing is the part of the export that says for whom the bundle is sealed, and why it is not.
type sealing struct {
	env     *Env
	how     *store.Sealed // what happens by itself; nil is plain
	pending []store.Key   // arrived, and not compared
	err     error         // every key was revoked
	choice  sealChoice
	phrase  string // of the choice sealPhrase: in memory only, until the bundle is written
}

type sealChoice uint8

const (
	sealUsual sealChoice = iota
	sealPhrase
	sealPlain
)

// sealingMsg brings how a bundle would be sealed now.
type sealingMsg struct {
	how     *store.Sealed
	pending []store.Key
	err     error
}

func (s *sealing) load() tea.Cmd {
	return s.env.Read(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		how, pending, err := b.Sealing(ctx)
		if err != nil && !store.IsFault(err, "export.nokey") {
			return nil, err
		}
		return sealingMsg{how, pending, err}, nil
	})
}

func (s *sealing) take(msg sealingMsg) { s.how, s.pending, s.err = msg.how, msg.pending, msg.err }

// options are what Export is asked for.
func (s *sealing) options() store.Sealing {
	return store.Sealing{Plain: s.choice == sealPlain, Passphrase: s.phrase}
}

// usual goes back to what happens by itself; the passphrase is forgotten.
func (s *sealing) usual() tea.Cmd {
	s.choice, s.phrase = sealUsual, ""
	return nil
}

func (s *sealing) plain() tea.Cmd {
	s.choice, s.phrase = sealPlain, ""
	return nil
}

// keys are the choices there are.
func (s *sealing) keys(phrase, compare func() tea.Cmd) []Action {
	first := On(words.SealUsePhrase, phrase, "f5", "ctrl+t")
	if s.choice == sealPhrase {
		first = On(words.SealUseKeys, s.usual, "f5", "ctrl+t")
	}
	var keys []Action
	if len(s.pending) > 0 {
		keys = append(keys, On(words.SealCompare, compare, "f7", "ctrl+b"))
	}
	keys = append(keys, first)
	if s.choice == sealPlain {
		keys = append(keys, On(words.SealUseKeys, s.usual, "f6", "ctrl+d"))
	} else if s.how != nil || s.err != nil {
		keys = append(keys, On(words.SealUsePlain, s.plain, "f6", "ctrl+d"))
	}
	return keys
}

// line says for whom the bundle will be sealed, or that it will not be, and why.
func (s *sealing) line(w int) string {
	e := s.env
	label, text := words.SealFor, ""
	switch {
	case s.choice == sealPhrase:
		text = e.T(words.SealPhrase)
	case s.choice == sealPlain:
		label, text = words.SealNot, e.T(words.SealWhyAsked)
	case s.err != nil:
		label, text = words.SealNot, e.T(words.SealWhyRevoked)
	case s.how != nil:
		text = e.sealedFor(s.how)
	case len(s.pending) > 0:
		label, text = words.SealNot, e.T(words.SealWhyPending)
	default:
		label, text = words.SealNot, e.T(words.SealWhyNoKey)
	}
	style := e.Style.Good
	if label == words.SealNot {
		style = e.Style.Warn
	}
	return " " + style.Render(e.T(label)) + "  " + e.Cut(text, w-e.Width(e.T(label))-4)
}

// doubts are sentences about keys that somebody says are revoked, and about laptops that could not open the bundle.
func (s *sealing) doubts(w int) (lines []string) {
	if s.how == nil || s.choice != sealUsual {
		return nil
	}
	var said []string
	for _, k := range s.how.Keys {
		if k.Doubted {
			said = append(said, s.env.T(words.SealDoubt, s.env.Clean(s.env.keyName(k))))
		}
	}
	return s.env.warnings(append(said, s.env.closedTo(s.how)...), w)
}

func (e *Env) warnings(said []string, w int) (lines []string) {
	for _, text := range said {
		for _, l := range e.Wrap(text, w-2) {
			lines = append(lines, " "+e.Style.Warn.Render(l))
		}
	}
	return lines
}

// closedTo are sentences about the laptops that cannot open a bundle of the office's.
func (e *Env) closedTo(how *store.Sealed) (said []string) {
	if how == nil {
		return nil
	}
	if len(how.Silent) > 0 {
		said = append(said, e.T(words.SealSilent, strings.Join(words.LaptopsShown(e.Lang, e.laptopNames(how.Silent)), e.T(words.CmdListSep))))
	}
	if how.NoLaptop() {
		said = append(said, e.T(words.SealNoLaptop))
	}
	return said
}

func (e *Env) laptopNames(list []store.DeviceInfo) (names []string) {
	for _, d := range list {
		names = append(names, e.laptop(d))
	}
	return names
}

// sealedFor names everybody who can open a bundle.
func (e *Env) sealedFor(how *store.Sealed) string {
	if how.Passphrase {
		return e.T(words.SealPhrase)
	}
	var names []string
	for _, k := range how.Keys {
		names = append(names, e.keyName(k))
	}
	for i := range names {
		names[i] = e.Clean(names[i])
	}
	names = append(append(names, how.To...), e.T(words.SealOwn))
	return strings.Join(append(names, words.LaptopsShown(e.Lang, e.laptopNames(how.Laptops))...), e.T(words.CmdListSep))
}

// keyName is what people call a key.
func (e *Env) keyName(k store.Key) string {
	name := k.Label
	if name == "" {
		name = e.T(words.SealNameless)
	}
	if k.Escrow {
		return e.T(words.SealEscrow, name)
	}
	return name
}

// result says of a bundle that was written whether it is sealed.
func (s *sealing) result(how *store.Sealed) words.Text {
	switch {
	case how != nil && how.Passphrase:
		return words.SealSafePhrase
	case how != nil:
		return words.SealSafe
	case s.choice == sealUsual && len(s.pending) == 0:
		return words.ExportPlain
	}
	return words.SealPlainWarn
}

// newPhrase asks for a passphrase, twice.
type newPhrase struct {
	env   *Env
	lines [2]*secretLine
	at    int
}

func newNewPhrase(e *Env) *newPhrase {
	return &newPhrase{env: e, lines: [2]*secretLine{newSecretLine(e), newSecretLine(e)}}
}

func (p *newPhrase) update(msg tea.Msg) tea.Cmd {
	if k, ok := msg.(tea.KeyPressMsg); ok {
		switch k.String() {
		case "tab", "shift+tab", "up", "down":
			p.at = 1 - p.at
			return nil
		}
	}
	return p.lines[p.at].Update(msg)
}

// done is the passphrase, when both lines hold the same one; otherwise the sentence why not, and the line to go to.
func (p *newPhrase) done() (passphrase string, problem tea.Cmd) {
	e, first, second := p.env, p.lines[0].Value(), p.lines[1].Value()
	if p.at == 0 && second == "" && first != "" {
		if err := store.CheckPassphrase(first); err != nil {
			return "", e.FailErr(err)
		}
		p.at = 1
		return "", e.Notice(e.T(words.SealPhraseAgain))
	}
	switch err := store.CheckPassphrase(first); {
	case first == "":
		p.at = 0
		return "", e.Fail(e.T(words.SealPhraseNone))
	case err != nil:
		p.at = 0
		return "", e.FailErr(err)
	case first != second:
		p.lines[0].Clear()
		p.lines[1].Clear()
		p.at = 0
		return "", e.Fail(e.T(words.SealPhraseDiff))
	}
	p.lines[0].Clear()
	p.lines[1].Clear()
	return first, nil
}

func (p *newPhrase) frame(w int) Frame {
	e := p.env
	lines := []string{" " + e.Style.Title.Render(e.T(words.SealPhraseTitle)), ""}
	labels := []string{e.T(words.SealPhraseFor), e.T(words.SealPhraseAgain)}
	wide := max(e.Width(labels[0]), e.Width(labels[1]))
	var f Frame
	for i, l := range p.lines {
		line, cursor := l.view(e.Pad(labels[i], wide), i == p.at, w, len(lines))
		if cursor != nil {
			f.Cursor = cursor
		}
		lines = append(lines, line, "")
	}
	f.Body = strings.Join(append(lines, wrapped(e, e.T(words.SealPhraseTell), w)...), "\n")
	return f
}
