//go:build unix

package termtest

import (
	"cmp"
	"fmt"
	"html"
	"image/color"
	"regexp"
	"strings"
	"time"

	"github.com/charmbracelet/x/vt"
)

// The sizes of a picture: a cell, and what is around the screen.
const (
	cellW, cellH = 8, 18
	margin       = 10
	baseline     = 14
)

// The colours of a picture, of a dark terminal.
const (
	ink   = "#d0d7de"
	paper = "#0d1117"
)

// The attributes of a cell's style, as the emulator counts them.
const (
	attrBold    = 1 << 0
	attrReverse = 1 << 5
)

// Quiet waits until nothing was drawn for a moment: pictures are taken of what stands, not of what is being drawn.
func (x *Term) Quiet() {
	x.t.Helper()
	end := time.After(limit)
	for {
		select {
		case <-x.news:
		case <-time.After(400 * time.Millisecond):
			return
		case <-x.done:
			return
		case <-end:
			x.t.Fatalf("the screen does not come to rest\n%s", x.Screen())
		}
	}
}

// spot is a stretch of cells of one look: all of them one or all of them two columns wide.
type spot struct {
	x, cells int
	wide     bool
	text     string
	look     look
}

type look struct {
	fg, bg string
	bold   bool
}

// Picture draws the screen as an SVG that needs no font but a monospaced one: every stretch of text is laid into its
// cells, so that the columns stand straight with any font. The times of the clock are put to 10:42.
func (x *Term) Picture(title string) string {
	x.mu.Lock()
	defer x.mu.Unlock()
	var b strings.Builder
	w, h := x.w*cellW+2*margin, x.h*cellH+2*margin
	fmt.Fprintf(&b, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n", w, h, w, h)
	fmt.Fprintf(&b, "<title>%s</title>\n", html.EscapeString(title))
	b.WriteString("<style>text{font:15px 'Sarasa Mono SC','Noto Sans Mono CJK SC','Source Han Mono SC',NSimSun,monospace;white-space:pre}.b{font-weight:bold}</style>\n")
	fmt.Fprintf(&b, "<rect width=\"100%%\" height=\"100%%\" rx=\"6\" fill=\"%s\"/>\n", paper)
	for y := range x.h {
		for _, s := range x.spots(y) {
			s.write(&b, y)
		}
	}
	if p := x.emu.CursorPosition(); !x.hidden && p.Y < x.h && p.X < x.w {
		fmt.Fprintf(&b, "<rect x=\"%d\" y=\"%d\" width=\"2\" height=\"%d\" fill=\"%s\"/>\n", margin+p.X*cellW, margin+p.Y*cellH+1, cellH-2, ink)
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// spots cuts a row into stretches, and leaves out what is empty.
func (x *Term) spots(y int) (list []spot) {
	clock := clockCells(x.row(y))
	last := func() *spot { return &list[len(list)-1] }
	for i := 0; i < x.w; i++ {
		c := x.emu.CellAt(i, y)
		if c == nil || c.Width == 0 {
			continue
		}
		s := spot{x: i, cells: c.Width, wide: c.Width > 1, text: cmp.Or(c.Content, " "), look: lookOf(c.Style.Fg, c.Style.Bg, c.Style.Attrs)}
		if clock >= 0 && i >= clock && i < clock+5 {
			s.text = string("10:42"[i-clock])
		}
		blank := s.text == " " && s.look.bg == paper
		switch {
		case len(list) > 0 && !blank && last().x+last().cells == i && last().wide == s.wide && last().look == s.look:
			last().cells += s.cells
			last().text += s.text
		case !blank:
			list = append(list, s)
		}
	}
	return list
}

// clockRow is a row that shows the time of the clock: a note that is being begun, or when it was last saved.
var clockRow = regexp.MustCompile(`(?:^ +|已存 |saved )([0-9]{2}:[0-9]{2})$`)

// clockCells is the first cell of the clock's time in a row, -1 where it shows none.
func clockCells(row string) int {
	m := clockRow.FindStringSubmatchIndex(row)
	if m == nil {
		return -1
	}
	cells := 0
	for _, r := range row[:m[2]] {
		cells++
		if r >= 0x1100 {
			cells++ // what stands before it in these rows is Chinese or ASCII
		}
	}
	return cells
}

func lookOf(fg, bg color.Color, attrs uint8) look {
	l := look{hex(fg, ink), hex(bg, paper), attrs&attrBold != 0}
	if attrs&attrReverse != 0 {
		l.fg, l.bg = l.bg, l.fg
	}
	return l
}

func hex(c color.Color, other string) string {
	if c == nil {
		return other
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

func (s *spot) write(b *strings.Builder, y int) {
	left, top, width := margin+s.x*cellW, margin+y*cellH, s.cells*cellW
	if s.look.bg != paper {
		fmt.Fprintf(b, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", left, top, width, cellH, s.look.bg)
	}
	class := ""
	if s.look.bold {
		class = " class=\"b\""
	}
	fmt.Fprintf(b, "<text x=\"%d\" y=\"%d\" textLength=\"%d\" lengthAdjust=\"spacingAndGlyphs\" fill=\"%s\"%s>%s</text>\n",
		left, top+baseline, width, s.look.fg, class, html.EscapeString(s.text))
}

// watchCursor keeps whether the cursor shows. The emulator calls back while it is written to, under the lock.
func (x *Term) watchCursor() {
	x.emu.SetCallbacks(vt.Callbacks{CursorVisibility: func(visible bool) { x.hidden = !visible }})
}
