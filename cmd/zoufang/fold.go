package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/rivo/uniseg"
)

// columns is how wide the output is: the terminal's width, within reason, and 80 where there is none.
func (a *app) columns() int {
	if isTerminal(os.Stdout) {
		if w, _, err := term.GetSize(os.Stdout.Fd()); err == nil && w > 0 {
			return min(max(w, 40), 120)
		}
	}
	return 80
}

// para writes a paragraph that begins with head and goes on under its text, folded to the width of the output where the
// script allows a break.
func (a *app) para(head, text string) {
	in := uniseg.StringWidth(head)
	line, cells := head, in
	state := -1
	for rest := text; rest != ""; {
		var seg string
		seg, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
		w := uniseg.StringWidth(strings.TrimRight(seg, " \n"))
		if cells+w > a.columns() && cells > in {
			fmt.Fprintln(a.out, strings.TrimRight(line, " \n"))
			line, cells = strings.Repeat(" ", in), in
		}
		line, cells = line+strings.TrimRight(seg, "\n"), cells+uniseg.StringWidth(seg)
	}
	fmt.Fprintln(a.out, strings.TrimRight(line, " \n"))
}
