package table

import "github.com/xuri/excelize/v2"

// thinLines are the lines around the cells of a printed table.
var thinLines = []excelize.Border{{Type: "left", Color: "808080", Style: 1}, {Type: "right", Color: "808080", Style: 1},
	{Type: "top", Color: "808080", Style: 1}, {Type: "bottom", Color: "808080", Style: 1}}

// styles are the numbers of a workbook's cell styles.
type styles struct{ header, text, number, points, boldText, boldNumber int }

// of is the style of a cell.
func (s *styles) of(c Cell) int {
	switch {
	case c.Points:
		return s.points
	case c.Number && c.Bold:
		return s.boldNumber
	case c.Number:
		return s.number
	case c.Bold:
		return s.boldText
	}
	return s.text
}

// newStyles makes the styles of tables to be filled in, or with lines around the cells and numbers to the right of those to be
// printed.
func newStyles(f *excelize.File, printed bool) (s *styles, err error) {
	s = new(styles)
	wrap, bold := excelize.Alignment{WrapText: true, Vertical: "top"}, excelize.Font{Bold: true}
	left, right := excelize.Alignment{Vertical: "top", Horizontal: "left"}, excelize.Alignment{Vertical: "top", Horizontal: "right"}
	if printed {
		left = right
	}
	for _, x := range []struct {
		to    *int
		style excelize.Style
	}{
		{&s.header, excelize.Style{Font: &bold, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"DDE6EE"}}, Alignment: &wrap, NumFmt: 49}},
		{&s.text, excelize.Style{Alignment: &wrap, NumFmt: 49}}, // 49 is "text": what is typed over it stays text too
		{&s.number, excelize.Style{Alignment: &left}},
		{&s.points, excelize.Style{Alignment: &right, NumFmt: 2}}, // 2 is "0.00"
		{&s.boldText, excelize.Style{Alignment: &wrap, NumFmt: 49, Font: &bold}},
		{&s.boldNumber, excelize.Style{Alignment: &left, Font: &bold}},
	} {
		if printed {
			x.style.Border = thinLines
		}
		if *x.to, err = f.NewStyle(&x.style); err != nil {
			return nil, err
		}
	}
	return s, nil
}
