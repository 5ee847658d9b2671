package report

import (
	"fmt"
	"strings"

	"zoufang/checklist"
)

// Places of a chart, in the units of its drawing.
const (
	chartWidth = 640
	barsAt     = 200 // labels stand to the left
	barsWide   = 340
	barHeight  = 16
	barStep    = 28
)

// chart draws bars as an inline SVG. Its text alternative says every number.
func chart(b Bars) string {
	var s strings.Builder
	height := len(b.Bars)*barStep + 8
	fmt.Fprintf(&s, `<svg class="chart" viewBox="0 0 %d %d" role="img" aria-label="%s">`, chartWidth, height, esc(told(b)))
	for i, x := range b.Bars {
		y := 4 + i*barStep
		fmt.Fprintf(&s, `<text x="%d" y="%d" text-anchor="end">%s</text>`, barsAt-8, y+13, esc(x.Label))
		fmt.Fprintf(&s, `<rect class="of" x="%d" y="%d" width="%d" height="%d"/>`, barsAt, y, barsWide, barHeight)
		fmt.Fprintf(&s, `<rect class="is" x="%d" y="%d" width="%d" height="%d"/>`, barsAt, y, along(x.Value, x.Of), barHeight)
		if x.Before != nil {
			at := barsAt + along(*x.Before, x.Of)
			fmt.Fprintf(&s, `<path class="was" d="M%d %dv%d"/>`, at, y-2, barHeight+4)
		}
		fmt.Fprintf(&s, `<text x="%d" y="%d">%s</text>`, barsAt+barsWide+8, y+13, x.Value.String()+" / "+x.Of.String())
	}
	s.WriteString("</svg>")
	return s.String()
}

// told is the chart in words.
func told(b Bars) string {
	parts := []string{b.Title}
	for _, x := range b.Bars {
		parts = append(parts, x.Label+" "+x.Value.String()+" / "+x.Of.String())
	}
	return strings.Join(parts, "; ")
}

// along is how far a value reaches.
func along(v, of checklist.Points) int {
	if of <= 0 {
		return 0
	}
	return int(max(0, min(v, of)) * barsWide / of)
}
