package report

import (
	"fmt"
	"strings"
)

func (d *docxWriter) raw(s string) { d.out.WriteString(s) }

// para writes a paragraph in a style; its lines stay lines.
func (d *docxWriter) para(style, text string) {
	d.raw("<w:p>")
	if style != "" {
		d.raw(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	}
	d.run(text)
	d.raw("</w:p>")
}

func (d *docxWriter) run(text string) {
	if text == "" {
		return
	}
	d.raw("<w:r>")
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			d.raw("<w:br/>")
		}
		for k, part := range strings.Split(line, "\t") {
			if k > 0 {
				d.raw("<w:tab/>")
			}
			if part != "" {
				d.raw(`<w:t xml:space="preserve">` + xmlText(part) + `</w:t>`)
			}
		}
	}
	d.raw("</w:r>")
}

// field is a number that the program which shows the document fills in.
func (d *docxWriter) field(name string) {
	d.raw(`<w:fldSimple w:instr=" ` + name + ` "><w:r><w:t>1</w:t></w:r></w:fldSimple>`)
}

// grid writes a table of fixed columns. A paragraph follows: two tables without one between them would become one, and a
// section may not end in a table.
func (d *docxWriter) grid(style string, widths []int, rows func()) {
	sum := 0
	for _, w := range widths {
		sum += w
	}
	d.raw(fmt.Sprintf(`<w:tbl><w:tblPr><w:tblStyle w:val="%s"/><w:tblW w:w="%d" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`, style, sum))
	for _, w := range widths {
		d.raw(fmt.Sprintf(`<w:gridCol w:w="%d"/>`, w))
	}
	d.raw("</w:tblGrid>")
	rows()
	d.raw("</w:tbl>")
	d.para("Gap", "")
}

// row writes a row that no page break tears, at least so high.
func (d *docxWriter) row(height int, cells func()) {
	d.raw(`<w:tr><w:trPr><w:cantSplit/>`)
	if height > 0 {
		d.raw(fmt.Sprintf(`<w:trHeight w:val="%d" w:hRule="atLeast"/>`, height))
	}
	d.raw(`</w:trPr>`)
	cells()
	d.raw(`</w:tr>`)
}

func (d *docxWriter) cell(width int, text, style string) {
	properties := ""
	if style == "CellHead" || style == "CellNumber" || style == "Bar" { // beside Chinese, digits at the top of a cell would stand too high
		properties = `<w:vAlign w:val="center"/>`
	}
	d.cellWith(width, properties, func() { d.para(style, text) })
}

func (d *docxWriter) cellWith(width int, properties string, content func()) {
	d.raw(fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>`, width, properties))
	content()
	d.raw("</w:tc>")
}
