package report

import (
	"fmt"
	"strings"

	"zoufang/words"
)

// Measures of a page in twentieths of a point, as the format counts: A4 with margins of 25, 22 and 20 mm.
const (
	paperShort, paperLong = 11906, 16838
	marginTop, marginSide = 1417, 1247
	marginFoot            = 1134
	ruleHeight            = 510 // 9 mm to write on
	signHeight            = 1900
	barMarks              = 20 // signs of a full bar
	maxSigns              = 3  // places to sign beside each other
)

// docxWriter writes paragraphs and tables.
type docxWriter struct {
	out   strings.Builder
	lang  words.Lang
	width int // between the margins
}

func docxBody(sheets []*Sheet) string {
	d := &docxWriter{}
	d.raw(`<w:document ` + wordNS + `><w:body>`)
	for i, s := range sheets {
		d.sheet(s)
		section := sectionOf(s, firstRel+i*footNames)
		if i < len(sheets)-1 { // the last paragraph of a section carries it
			section = `<w:p><w:pPr><w:pStyle w:val="Gap"/>` + section + `</w:pPr></w:p>`
		}
		d.raw(section)
	}
	return d.out.String() + "</w:body></w:document>"
}

// sectionOf is the paper of a sheet, with the relationships of its header and, after it, its footer.
func sectionOf(s *Sheet, rel int) string {
	size := fmt.Sprintf(`w:w="%d" w:h="%d"`, paperShort, paperLong)
	if s.Wide {
		size = fmt.Sprintf(`w:w="%d" w:h="%d" w:orient="landscape"`, paperLong, paperShort)
	}
	return fmt.Sprintf(`<w:sectPr><w:headerReference w:type="default" r:id="rId%d"/><w:footerReference w:type="default" r:id="rId%d"/>`+
		`<w:type w:val="nextPage"/><w:pgSz %s/><w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="700" w:footer="560" w:gutter="0"/>`+
		`<w:pgNumType w:start="1"/></w:sectPr>`, rel, rel+1, size, marginTop, marginSide, marginFoot, marginSide)
}

func (d *docxWriter) sheet(s *Sheet) {
	d.lang, d.width = s.Lang, paperShort-2*marginSide
	if s.Wide {
		d.width = paperLong - 2*marginSide
	}
	d.para("Title", s.Title)
	if s.Number != "" {
		d.para("Subtitle", s.Number)
	}
	if s.Under != "" {
		d.para("Subtitle", s.Under)
	}
	for _, b := range s.Blocks {
		d.block(b)
	}
}

func (d *docxWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		d.para("Heading1", string(b))
	case Text:
		d.para("", string(b))
	case Note:
		d.para("Note", string(b))
	case Fields:
		d.fields(b)
	case Table:
		d.table(b)
	case Bars:
		d.bars(b)
	case Lines:
		d.para("Lead", b.Label)
		d.grid("Lines", []int{d.width}, func() {
			for range b.N {
				d.row(ruleHeight, func() { d.cell(d.width, "", "Cell") })
			}
		})
	case Signatures:
		d.signatures(b)
	case Break:
		d.raw(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
	}
}

// fields stand two to a row; one without a value is a line to write on.
func (d *docxWriter) fields(list Fields) {
	label := d.width * 9 / 40
	value := d.width/2 - label
	d.grid("Plain", []int{label, value, label, value}, func() {
		for i := 0; i < len(list); i += 2 {
			d.row(0, func() {
				for _, f := range list[i:min(i+2, len(list))] {
					d.cell(label, f.Name+words.SheetColon.In(d.lang), "Field")
					d.fieldValue(value, f.Value)
				}
				if i+1 == len(list) {
					d.cell(label, "", "Field")
					d.cell(value, "", "Field")
				}
			})
		}
	})
}

func (d *docxWriter) fieldValue(width int, text string) {
	if text != "" {
		d.cell(width, text, "Field")
		return
	}
	d.cellWith(width, `<w:tcBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tcBorders>`, func() { d.para("Field", "") })
}

// table repeats its head on every page and tears no row.
func (d *docxWriter) table(t Table) {
	widths := shareOut(t.Columns, d.width)
	d.grid("Grid", widths, func() {
		d.raw(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
		for i, c := range t.Columns {
			d.cell(widths[i], c.Name, "CellHead")
		}
		d.raw(`</w:tr>`)
		for _, r := range t.Rows {
			d.row(0, func() {
				for i, c := range r {
					style := "Cell"
					if t.Columns[i].Right {
						style = "CellNumber"
					}
					d.cell(widths[i], c, style)
				}
			})
		}
		if len(t.Rows) == 0 && t.Empty != "" {
			d.row(0, func() {
				d.cellWith(d.width, fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, len(t.Columns)), func() { d.para("CellHead", t.Empty) })
			})
		}
		for range t.Blank {
			d.row(ruleHeight, func() {
				for i := range t.Columns {
					d.cell(widths[i], "", "Cell")
				}
			})
		}
	})
}

// shareOut divides a width among columns.
func shareOut(cols []Column, width int) []int {
	sum := 0
	for _, c := range cols {
		sum += max(c.Width, 1)
	}
	out := make([]int, len(cols))
	for i, c := range cols {
		out[i] = width * max(c.Width, 1) / sum
	}
	return out
}

// bars are drawn with signs that every Chinese font has, in a table beside their numbers: they can be edited, and read out.
func (d *docxWriter) bars(b Bars) {
	d.para("Lead", b.Title)
	widths := shareOut([]Column{{Width: 28}, {Width: 46}, {Width: 26}}, d.width)
	d.grid("Plain", widths, func() {
		for _, x := range b.Bars {
			full := along(x.Value, x.Of) * barMarks / barsWide
			value := x.Value.String() + " / " + x.Of.String()
			if x.Before != nil {
				value += "\n" + words.SheetBefore.F(d.lang, x.Before.String())
			}
			d.row(0, func() {
				d.cell(widths[0], x.Label, "Cell")
				d.cell(widths[1], strings.Repeat("■", full)+strings.Repeat("□", barMarks-full), "Bar")
				d.cell(widths[2], value, "CellNumber")
			})
		}
	})
}

func (d *docxWriter) signatures(list Signatures) {
	n := min(len(list), maxSigns)
	if n == 0 {
		return
	}
	widths := make([]int, n)
	for i := range widths {
		widths[i] = d.width / n
	}
	d.para("Gap", "")
	d.grid("Plain", widths, func() {
		for from := 0; from < len(list); from += n {
			d.row(signHeight, func() {
				for i := range n {
					d.cellWith(widths[i], "", func() {
						if from+i >= len(list) {
							d.para("Field", "")
							return
						}
						d.para("Field", list[from+i]+words.SheetColon.In(d.lang))
						d.para("Note", "\n"+words.SheetSeal.In(d.lang))
						d.para("Field", words.SheetDay.In(d.lang))
					})
				}
			})
		}
	})
}
