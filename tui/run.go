package tui

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// drawGap is the least time between two draws.
const drawGap = 8 * time.Millisecond

// pasteGap is the time within which an Enter after a character was pasted, not pressed.
const pasteGap = 5 * time.Millisecond

// Options are what the front door gives to the screens.
type Options struct {
	Book  *store.Book // nil: the wizard makes one
	Lang  words.Lang
	ASCII bool             // lines drawn with - and |, and every sign of doubtful width as ASCII
	Mono  bool             // no colours: NO_COLOR is set to anything
	Width Width            // of characters of ambiguous width
	Now   func() time.Time // the clock; nil is the machine's

	// Schemes are those that come with the program, the default first.
	Schemes []SchemeChoice
	// Create makes the evaluator's own book for a district, a year and a scheme.
	Create func(context.Context, store.Setup) (*store.Book, error)
	// TakeOver opens a book, or makes one from a bundle of the office.
	TakeOver func(ctx context.Context, path, passphrase string) (*store.Book, error)
	// Restore makes the evaluator's own book out of a copy.
	Restore func(ctx context.Context, from string, progress func(store.Progress)) (*store.Book, error)
	// Sample makes and opens the sample book of a scheme by its name; "" is the default one.
	Sample func(ctx context.Context, scheme string) (*store.Book, error)
	// Program are options of the terminal program, for tests.
	Program []tea.ProgramOption
}

// program are the options of the terminal program. The library takes NO_COLOR for a yes or no; it means anything.
func (o *Options) program() []tea.ProgramOption {
	if o.Mono {
		return append([]tea.ProgramOption{tea.WithEnvironment(append(os.Environ(), "NO_COLOR=1"))}, o.Program...)
	}
	return o.Program
}

// SchemeChoice is a scheme to begin a book with: its name for commands, and its source.
type SchemeChoice struct {
	Name   string
	Source []byte
}

// Width says how wide the terminal draws characters of ambiguous width.
type Width uint8

// The terminal is asked at start unless the width is set.
const (
	WidthAsk Width = iota
	WidthNarrow
	WidthWide
)

// Run shows the screens until the person quits, and writes what is left. A book that the wizard opened is closed.
func Run(ctx context.Context, o Options) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGHUP) // the terminal was closed
	defer stop()
	a, err := newApp(ctx, o)
	if err != nil {
		return err
	}
	a.frame.gap, a.pasteGap = drawGap, pasteGap
	opts := append([]tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(120)}, o.program()...)
	_, err = tea.NewProgram(a, opts...).Run()
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, tea.ErrProgramKilled) && ctx.Err() != nil {
		err = nil
	}
	err = errors.Join(err, a.Flush(context.WithoutCancel(ctx)))
	if a.env.Book != nil && a.env.Book != o.Book {
		err = errors.Join(err, a.env.Book.Close())
	}
	return err
}

// newApp makes the root with the screens of last time.
func newApp(ctx context.Context, o Options) (*App, error) {
	if o.Now == nil {
		o.Now = time.Now
	}
	e := &Env{
		Ctx: ctx, Lang: o.Lang, ASCII: o.ASCII, Now: o.Now, Opt: o,
		Kit: field.Kit{Meter: field.Meter{Wide: o.Width == WidthWide}, Clip: &field.Clip{}, Now: o.Now},
		after: func(d time.Duration, f func() tea.Msg) tea.Cmd {
			return tea.Tick(d, func(time.Time) tea.Msg { return f() })
		},
	}
	e.ASCII = e.ASCII || e.Kit.Meter.Wide
	e.Style = NewStyles(true, e.ASCII)
	a := &App{env: e}
	if o.Book == nil {
		a.stack = []Screen{screens["wizard"](e, Place{})}
		return a, nil
	}
	return a, a.adopt(o.Book)
}

// adopt takes over a book: its drafts, and the screens where it was left.
func (a *App) adopt(b *store.Book) error {
	e := a.env
	if err := e.setBook(b); err != nil {
		return err
	}
	drafts, err := b.Drafts(e.Ctx)
	if err != nil {
		return err
	}
	e.keep.found = map[regKey]store.Draft{}
	for _, d := range drafts {
		e.keep.found[keyOf(d.Record, d.Kind, d.Field)] = d
	}
	var places []Place
	if _, err := b.Resume(e.Ctx, &places); err != nil {
		places = nil // a place that cannot be read is no reason not to open the book
	}
	if err := a.beginLocked(b); err != nil {
		return err
	}
	a.stack = nil
	if b.Me() == (checklist.Person{}) {
		a.stack = []Screen{screens["wizard"](e, Place{})}
		return nil
	}
	if len(places) == 0 || places[0].Screen != home {
		places = append([]Place{{Screen: home}}, places...)
	}
	for _, p := range places {
		s, ok := e.open(p)
		if !ok {
			break
		}
		a.stack = append(a.stack, s)
	}
	return nil
}

// begin goes on in a book that the wizard opened.
func (a *App) begin(msg bookMsg) tea.Cmd {
	if err := a.adopt(msg.book); err != nil {
		return a.env.FailErr(err)
	}
	for _, p := range msg.then {
		s, _ := a.env.open(p)
		a.stack = append(a.stack, s)
	}
	return tea.Batch(a.openAll(), a.env.lookSoon(), a.env.tellUpgraded())
}
