package tui

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// work is long work in the background: it tells how far it is through a channel, a command watches the channel one
// report at a time, and Esc cancels its context. What is written is written in one piece at the end, so that until then
// stopping changes nothing.
type work struct {
	env    *Env
	stages []stage
	at     store.Progress
	since  time.Time // of the stage that runs
	cancel context.CancelFunc
	ctx    context.Context
	news   chan store.Progress // the newest report only
	done   chan struct{}
	stops  bool
	over   bool
}

// stage is one step of the work: its code in store.Progress, its name, and whether it counts changes and not bytes.
type stage struct {
	code    string
	name    words.Text
	changes bool
}

type (
	workMsg struct {
		work *work
		at   store.Progress
	}
	// workDoneMsg tells that work is over. A stopped one has an error that is context.Canceled.
	workDoneMsg struct {
		work   *work
		result any
		err    error
	}
	// workReadyMsg tells that nothing waits to be written any more, so that the work can start.
	workReadyMsg struct {
		work  *work
		start func() tea.Cmd
	}
)

// workFunc is the work itself. It runs outside Update.
type workFunc func(context.Context, *store.Book, func(store.Progress)) (any, error)

// begin starts work that reads the book, after the changes that wait have been written.
func (e *Env) begin(f workFunc, stages ...stage) (*work, tea.Cmd) {
	w := e.newWork(stages)
	start := func() tea.Cmd { return tea.Batch(e.Read(w.run(f)), w.watch) }
	return w, e.Do(func(context.Context, *store.Book) (tea.Msg, error) { return workReadyMsg{w, start}, nil })
}

// beginWrite starts work that changes the book, in its turn among the changes; open visits are read again after it.
func (e *Env) beginWrite(f workFunc, stages ...stage) (*work, tea.Cmd) {
	w := e.newWork(stages)
	return w, tea.Batch(e.Do(w.run(f)), w.watch)
}

func (e *Env) newWork(stages []stage) *work {
	w := &work{env: e, stages: stages, news: make(chan store.Progress, 1), done: make(chan struct{})}
	w.ctx, w.cancel = context.WithCancel(e.Ctx)
	return w
}

// run wraps the work for Env.Do and Env.Read: its error is the screen's to tell, and never a change that failed.
func (w *work) run(f workFunc) func(context.Context, *store.Book) (tea.Msg, error) {
	return func(_ context.Context, b *store.Book) (tea.Msg, error) {
		defer close(w.done)
		defer w.cancel()
		result, err := f(w.ctx, b, w.report)
		if w.ctx.Err() != nil && err != nil && !errors.Is(err, context.Canceled) {
			err = errors.Join(context.Canceled, err) // a library that words the cancelling its own way
		}
		return workDoneMsg{w, result, err}, nil
	}
}

// report keeps the newest report only, so that the work never waits for the screen.
func (w *work) report(p store.Progress) {
	for {
		select {
		case w.news <- p:
			return
		default:
		}
		select {
		case <-w.news:
		default:
		}
	}
}

// watch brings one report.
func (w *work) watch() tea.Msg {
	select {
	case p := <-w.news:
		return workMsg{w, p}
	case <-w.done:
		return nil
	}
}

// update takes the messages of this work; true when it is over now.
func (w *work) update(msg tea.Msg) (over bool, cmd tea.Cmd) {
	switch msg := msg.(type) {
	case workMsg:
		if msg.work != w {
			return false, nil
		}
		if msg.at.Stage != w.at.Stage || w.since.IsZero() {
			w.since = w.env.Now()
		}
		w.at = msg.at
		return false, w.watch
	case workDoneMsg:
		w.over = w.over || msg.work == w
		return msg.work == w, nil
	}
	return false, nil
}

// hear takes a message about work on behalf of a screen; over is called when the work has ended.
func (w *work) hear(msg tea.Msg, over func(workDoneMsg) tea.Cmd) tea.Cmd {
	if !w.running() {
		return nil
	}
	if ready, ok := msg.(workReadyMsg); ok {
		if ready.work != w {
			return nil
		}
		return ready.start()
	}
	ended, cmd := w.update(msg)
	if ended {
		return over(msg.(workDoneMsg))
	}
	return cmd
}

// stop cancels the work; its workDoneMsg still comes.
func (w *work) stop() tea.Cmd {
	w.stops = true
	w.cancel()
	return nil
}

// running tells whether w is there and not over.
func (w *work) running() bool { return w != nil && !w.over }

// stopped tells an error that only says that somebody stopped the work.
func stopped(err error) bool { return errors.Is(err, context.Canceled) }

// view draws the stages and the bar of the one that runs.
func (w *work) view(width int) []string {
	e := w.env
	now := -1
	for i, s := range w.stages {
		if s.code == w.at.Stage {
			now = i
		}
	}
	names := 0
	for _, s := range w.stages {
		names = max(names, e.Width(e.T(s.name)))
	}
	var lines []string
	for i, s := range w.stages {
		state := words.WorkLater
		switch {
		case i < now:
			state = words.WorkDone
		case i == now:
			state = words.WorkNow
		}
		line := fmt.Sprintf("   %d  %s  %s", i+1, e.Pad(e.T(s.name), names), e.PadLeft(e.T(state), 6))
		if i == now && w.at.Total > 0 {
			line += "   " + w.count(s)
			lines = append(lines, line, "      "+w.bar(min(width-40, 48))+"  "+w.left())
			continue
		}
		lines = append(lines, line)
	}
	switch {
	case w.stops:
		lines = append(lines, "", "   "+e.T(words.WorkStops))
	case now < 0:
		lines = append(lines, "", "   "+e.T(words.WorkAhead))
	}
	return lines
}

// count is how much is done of how much.
func (w *work) count(s stage) string {
	if s.changes {
		return w.env.T(words.WorkChanges, w.at.Done, w.at.Total)
	}
	return w.env.size(w.at.Done) + " / " + w.env.size(w.at.Total)
}

// bar is the part that is done, in plain characters that every terminal draws one cell wide.
func (w *work) bar(cells int) string {
	share := min(max(float64(w.at.Done)/float64(w.at.Total), 0), 1)
	full := int(share * float64(cells))
	return fmt.Sprintf("[%s%s] %3d%%", strings.Repeat("#", full), strings.Repeat(".", cells-full), int(share*100))
}

// left guesses the time that is left, once there is something to guess from.
func (w *work) left() string {
	gone := w.env.Now().Sub(w.since)
	if w.at.Done <= 0 || w.at.Done >= w.at.Total || gone < time.Second {
		return ""
	}
	left := time.Duration(float64(gone) * float64(w.at.Total-w.at.Done) / float64(w.at.Done))
	if left > 90*time.Second {
		return w.env.T(words.WorkLeftMin, int(left.Round(time.Minute)/time.Minute))
	}
	return w.env.T(words.WorkLeft, max(1, int(left.Round(time.Second)/time.Second)))
}
