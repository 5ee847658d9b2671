package report

import (
	"bufio"
	_ "embed" // the style of a page
	"fmt"
	"html"
	"io"
	"strings"

	"zoufang/words"
)

//go:embed page.css
var pageCSS string

// HTML writes sheets as one self-contained page for A4 paper: no script, no picture from elsewhere. It is written by
// hand and not by html/template, which with its parser and what it keeps alive adds 2 MB to the program; every text
// goes through esc, and a test feeds it tags.
func HTML(w io.Writer, sheets ...*Sheet) error {
	if len(sheets) == 0 {
		return nil
	}
	p := &pageWriter{w: bufio.NewWriter(w)}
	first := sheets[0]
	p.raw("<!doctype html>\n<html lang=\"" + langTag(first.Lang) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + esc(first.Title) + "</title>\n<style>\n" +
		pageCSS + pages(sheets) + "</style>\n</head>\n<body>\n")
	for i, s := range sheets {
		p.sheet(i, s)
	}
	p.raw("</body>\n</html>\n")
	return p.w.Flush()
}

// langTag is the language of the page as browsers name it: it decides which forms of the characters are drawn.
func langTag(l words.Lang) string {
	if l == words.EN {
		return "en"
	}
	return "zh-CN"
}

// pages are the pages of each sheet: which way the paper lies, and at the foot its code and the number of the page.
func pages(sheets []*Sheet) string {
	var b strings.Builder
	for i, s := range sheets {
		way := ""
		if s.Wide {
			way = "size: A4 landscape; "
		}
		f := footOf(s.Lang)
		fmt.Fprintf(&b, "@page p%d { %s@bottom-left { content: %s; font-size: 9pt; } @bottom-right { content: %s counter(page) %s; font-size: 10.5pt; } }\n", i, way,
			cssText(f.Code+" "+s.Stamp.Code), cssText(words.SheetPageBefore.In(s.Lang)), cssText(words.SheetPageAfter.In(s.Lang)))
	}
	return b.String()
}

// cssText writes a text of ours into a style.
func cssText(s string) string {
	return `"` + strings.NewReplacer(`"`, "", `\`, "", "<", "", "\n", " ").Replace(s) + `"`
}

// esc makes a text safe in an element and in an attribute; its lines stay lines.
func esc(s string) string { return html.EscapeString(s) }

func escLines(s string) string { return strings.ReplaceAll(esc(s), "\n", "<br>") }

type pageWriter struct {
	w     *bufio.Writer
	words foot
	lang  words.Lang
}

func (p *pageWriter) raw(s string)                 { p.w.WriteString(s) }
func (p *pageWriter) elem(tag, class, text string) { p.raw(element(tag, class, escLines(text)) + "\n") }

// element wraps what is HTML already.
func element(tag, class, inner string) string {
	open := tag
	if class != "" {
		open += ` class="` + class + `"`
	}
	return "<" + open + ">" + inner + "</" + tag + ">"
}

func (p *pageWriter) sheet(i int, s *Sheet) {
	p.words, p.lang = footOf(s.Lang), s.Lang
	class := "sheet"
	if s.Wide {
		class += " wide"
	}
	p.raw(fmt.Sprintf("<article class=\"%s\" style=\"page: p%d\">\n<header>\n", class, i))
	p.elem("h1", "", s.Title)
	if s.Number != "" {
		p.elem("p", "number", s.Number)
	}
	if s.Under != "" {
		p.elem("p", "under", s.Under)
	}
	p.raw("</header>\n")
	for _, b := range s.Blocks {
		p.block(b)
	}
	st := s.Stamp
	p.raw(element("footer", "", esc(p.words.Book+" "+st.Book+" · "+p.words.Made+" "+st.Made+" · "+p.words.Scheme+" "+st.Scheme+" · "+p.words.Code+" ")+
		element("b", "", esc(st.Code))) + "\n</article>\n")
}

func (p *pageWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		p.elem("h2", "", string(b))
	case Text:
		p.elem("p", "", string(b))
	case Note:
		p.elem("p", "note", string(b))
	case Fields:
		p.fields(b)
	case Table:
		p.table(b)
	case Bars:
		p.raw(element("figure", "", element("figcaption", "", esc(b.Title))+chart(p.lang, b)) + "\n")
	case Lines:
		p.raw(element("div", "lines", element("p", "", esc(b.Label))+strings.Repeat(element("div", "rule", ""), b.N)) + "\n")
	case Signatures:
		p.raw("<div class=\"signatures\">\n")
		for _, s := range b {
			p.raw(element("div", "", element("p", "", esc(s))+element("p", "seal", esc(p.words.Seal))+element("p", "", esc(p.words.Day))) + "\n")
		}
		p.raw("</div>\n")
	case Break:
		p.raw(element("div", "break", "") + "\n")
	}
}

func (p *pageWriter) fields(list Fields) {
	p.raw("<dl class=\"fields\">\n")
	for _, f := range list {
		class := ""
		if f.Value == "" {
			class = "empty"
		}
		p.raw(element("div", "", element("dt", "", esc(f.Name))+element("dd", class, escLines(f.Value))) + "\n")
	}
	p.raw("</dl>\n")
}

func (p *pageWriter) table(t Table) {
	sum := 0
	for _, c := range t.Columns {
		sum += max(c.Width, 1)
	}
	p.raw("<table>\n<colgroup>")
	for _, c := range t.Columns {
		p.raw(fmt.Sprintf(`<col style="width:%.2f%%">`, 100*float64(max(c.Width, 1))/float64(sum)))
	}
	p.raw("</colgroup>\n<thead><tr>")
	for _, c := range t.Columns {
		p.raw(`<th scope="col">` + esc(c.Name) + "</th>")
	}
	p.raw("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		var cells strings.Builder
		for i, c := range row {
			class := ""
			if t.Columns[i].Right {
				class = "number"
			}
			cells.WriteString(element("td", class, escLines(c)))
		}
		p.raw(element("tr", "", cells.String()) + "\n")
	}
	for range t.Blank {
		p.raw(element("tr", "blank", strings.Repeat(element("td", "", "&nbsp;"), len(t.Columns))) + "\n")
	}
	if len(t.Rows) == 0 && t.Empty != "" {
		p.raw(fmt.Sprintf(`<tr><td class="none" colspan="%d">%s</td></tr>`, len(t.Columns), esc(t.Empty)) + "\n")
	}
	p.raw("</tbody>\n</table>\n")
}

// foot holds the fixed words of a page.
type foot struct{ Book, Made, Scheme, Code, Seal, Day string }

func footOf(l words.Lang) foot {
	return foot{words.SheetBook.In(l), words.SheetMade.In(l), words.SheetScheme.In(l), words.SheetCode.In(l), words.SheetSeal.In(l), words.SheetDay.In(l)}
}
