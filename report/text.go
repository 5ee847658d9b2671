package report

import (
	"bufio"
	"io"
	"strings"

	"github.com/rivo/uniseg"

	"zoufang/words"
)

// Plain writes sheets as text so many cells wide: the preview in a terminal, and what a mail can carry. Every line
// fits.
func Plain(w io.Writer, width int, sheets ...*Sheet) error {
	p := &plain{w: bufio.NewWriter(w), width: max(width, 20)}
	for i, s := range sheets {
		if i > 0 {
			p.rule("=")
		}
		p.sheet(s)
	}
	return p.w.Flush()
}

type plain struct {
	w     *bufio.Writer
	width int
	lang  words.Lang
}

func (p *plain) line(s string) {
	p.w.WriteString(strings.TrimRight(s, " "))
	p.w.WriteByte('\n')
}

func (p *plain) rule(mark string) { p.line(strings.Repeat(mark, p.width)) }

// para writes a text broken into lines, every line set in.
func (p *plain) para(text string, in int) {
	for _, l := range breakText(text, p.width-in) {
		p.line(strings.Repeat(" ", in) + l)
	}
}

func (p *plain) centred(text string) {
	for _, l := range breakText(text, p.width) {
		p.line(strings.Repeat(" ", max(0, (p.width-uniseg.StringWidth(l))/2)) + l)
	}
}

func (p *plain) sheet(s *Sheet) {
	p.lang = s.Lang
	p.centred(s.Title)
	if s.Number != "" {
		p.centred(s.Number)
	}
	if s.Under != "" {
		p.centred(s.Under)
	}
	p.rule("-")
	for _, b := range s.Blocks {
		p.block(b)
	}
	f := footOf(s.Lang)
	p.rule("-")
	p.para(f.Book+" "+s.Stamp.Book+"  "+f.Made+" "+s.Stamp.Made+"  "+f.Scheme+" "+s.Stamp.Scheme+"  "+f.Code+" "+s.Stamp.Code, 0)
}

func (p *plain) block(b Block) {
	switch b := b.(type) {
	case Heading:
		p.line("")
		p.para(string(b), 0)
	case Text:
		p.para(string(b), 0)
	case Note:
		p.para(string(b), 2)
	case Fields:
		for _, f := range b {
			p.para(f.Name+": "+f.Value, 0)
		}
	case Table:
		p.table(b)
	case Bars:
		p.bars(b)
	case Lines:
		p.para(b.Label, 0)
		for range b.N {
			p.line("")
			p.rule("_")
		}
	case Signatures:
		for _, s := range b {
			p.line("")
			p.para(s+" ____________", 0)
		}
	case Break:
		p.rule("=")
	}
}

// table gives each column its share of the width, and breaks what is longer into lines.
func (p *plain) table(t Table) {
	widths := p.shares(t.Columns)
	head := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		head[i] = c.Name
	}
	p.row(t.Columns, widths, head)
	p.rule("-")
	for _, r := range t.Rows {
		p.row(t.Columns, widths, r)
	}
	if len(t.Rows) == 0 && t.Empty != "" {
		p.para(t.Empty, 2)
	}
	for range t.Blank {
		p.line("")
		p.rule(".")
	}
}

// shares divides the width, two cells between columns; no column is under two cells, which a Chinese character needs.
func (p *plain) shares(cols []Column) []int {
	sum := 0
	for _, c := range cols {
		sum += max(c.Width, 1)
	}
	free := p.width - 2*(len(cols)-1)
	out := make([]int, len(cols))
	for i, c := range cols {
		out[i] = max(2, free*max(c.Width, 1)/sum)
	}
	return out
}

func (p *plain) row(cols []Column, widths []int, cells []string) {
	parts := make([][]string, len(cells))
	tall := 1
	for i, c := range cells {
		parts[i] = breakText(c, widths[i])
		tall = max(tall, len(parts[i]))
	}
	for k := range tall {
		var b strings.Builder
		for i := range cells {
			text := ""
			if k < len(parts[i]) {
				text = parts[i][k]
			}
			gap := strings.Repeat(" ", max(0, widths[i]-uniseg.StringWidth(text)))
			if cols[i].Right {
				text, gap = gap, text
			}
			b.WriteString(text + gap)
			if i < len(cells)-1 {
				b.WriteString("  ")
			}
		}
		p.line(b.String())
	}
}

// bars draws with signs, each label above its bar and the numbers beside it; where there is no room for both, below it.
func (p *plain) bars(b Bars) {
	p.para(b.Title, 0)
	for _, x := range b.Bars {
		p.para(x.Label, 2)
		value := numbers(p.lang, x)
		wide := p.width - uniseg.StringWidth(value) - 5
		if wide < fewMarks {
			p.para(value, 4)
			continue
		}
		full := along(x.Value, x.Of) * wide / barsWide
		p.line("  [" + strings.Repeat("#", full) + strings.Repeat(".", wide-full) + "] " + value)
	}
}

// fewMarks is the shortest bar that is worth drawing.
const fewMarks = 8

// breakText breaks a text where lines may break (UAX #14), and a word that is too long anywhere. It always gives one
// line at least.
func breakText(text string, width int) (lines []string) {
	width = max(width, 2)
	for _, para := range strings.Split(text, "\n") {
		line, cells := "", 0
		state := -1
		for rest := strings.ReplaceAll(para, "\t", " "); rest != ""; {
			var piece string
			piece, rest, _, state = uniseg.FirstLineSegmentInString(rest, state)
			if w := uniseg.StringWidth(strings.TrimRight(piece, " ")); cells+w > width && line != "" {
				lines = append(lines, strings.TrimRight(line, " "))
				line, cells = "", 0
			}
			for uniseg.StringWidth(strings.TrimRight(piece, " ")) > width {
				head, tail := cutCells(piece, width)
				lines = append(lines, head)
				piece = tail
			}
			line += piece
			cells += uniseg.StringWidth(piece)
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines
}

// cutCells cuts a text after as many whole characters as fit, one at least.
func cutCells(s string, width int) (head, tail string) {
	at, cells, state := 0, 0, -1
	for at < len(s) {
		c, _, w, next := uniseg.FirstGraphemeClusterInString(s[at:], state)
		if cells+w > width && at > 0 {
			break
		}
		at, cells, state = at+len(c), cells+w, next
	}
	return s[:at], s[at:]
}
