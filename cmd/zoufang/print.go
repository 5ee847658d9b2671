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
	var last time.Time
	step = func(p store.Progress) {
		mu.Lock()
		defer mu.Unlock()
		if time.Since(last) < 100*time.Millisecond {
			return
		}
		last = time.Now()
		line := words.Say(a.lang, "stage."+p.Stage)
		if p.Total > 0 {
			const cells = 24
			full := int(min(p.Done, p.Total) * cells / p.Total)
			line += fmt.Sprintf("  [%s%s] %d%%", strings.Repeat("#", full), strings.Repeat(".", cells-full), min(p.Done, p.Total)*100/p.Total)
		}
		fmt.Fprint(a.tty, "\r\x1b[K", line)
	}
	return step, func() { fmt.Fprint(a.tty, "\r\x1b[K") }
}
