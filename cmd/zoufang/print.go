package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"time"

	"zoufang/store"
	"zoufang/words"
)

// printJSON writes a value as JSON for programs, indented so that people can read it too.
func (a *app) printJSON(v any) error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// say writes a sentence to the output.
func (a *app) say(t words.Text, args ...any) { fmt.Fprintln(a.out, t.F(a.lang, args...)) }

// warn writes a sentence beside the output, where it does not disturb a program that reads it.
func (a *app) warn(t words.Text, args ...any) { fmt.Fprintln(a.errs, t.F(a.lang, args...)) }

// header is the first row of a grid.
func (a *app) header(titles ...words.Text) []string {
	row := make([]string, len(titles))
	for i, t := range titles {
		row[i] = t.In(a.lang)
	}
	return row
}

// progress shows how far long work is, on a terminal only: one line that overwrites itself, ten times a second at
// most. done wipes it.
func (a *app) progress() (step func(store.Progress), done func()) {
	if a.tty == nil {
		return nil, func() {}
	}
	var mu sync.Mutex
	var last, since time.Time
	stage := ""
	step = func(p store.Progress) {
		mu.Lock()
		defer mu.Unlock()
		if p.Stage != stage {
			stage, since = p.Stage, time.Now()
		}
		if time.Since(last) < 100*time.Millisecond {
			return
		}
		last = time.Now()
		line := words.Say(a.lang, "stage."+p.Stage)
		if p.Total > 0 {
			const cells = 24
			full := int(min(p.Done, p.Total) * cells / p.Total)
			line += fmt.Sprintf("  [%s%s] %d%%", strings.Repeat("#", full), strings.Repeat(".", cells-full), min(p.Done, p.Total)*100/p.Total)
			line += a.howFar(p, time.Since(since))
		}
		fmt.Fprint(a.tty, "\r\x1b[K", line)
	}
	return step, func() { fmt.Fprint(a.tty, "\r\x1b[K") }
}

// howFar says how much is done, and how long the rest may take once there is something to judge by.
func (a *app) howFar(p store.Progress, gone time.Duration) string {
	if p.Done > p.Total {
		return ""
	}
	text := fmt.Sprintf("  %.1f / %.1f MB", float64(p.Done)/1e6, float64(p.Total)/1e6)
	if p.Stage == "export" { // it counts changes
		text = fmt.Sprintf("  %d / %d", p.Done, p.Total)
	}
	if p.Done == 0 || gone < time.Second {
		return text
	}
	left := time.Duration(float64(gone) * float64(p.Total-p.Done) / float64(p.Done))
	if left >= 2*time.Minute {
		return text + "  " + words.ProgressLeft.F(a.lang, words.Span(a.lang, int(left.Minutes())))
	}
	return text + "  " + words.WorkLeft.F(a.lang, max(1, int(left.Round(time.Second)/time.Second)))
}
