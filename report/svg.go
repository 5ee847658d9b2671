package report

import (
	"fmt"
	"strings"

	"zoufang/checklist"
	"zoufang/words"
)

// Places of a chart, in the units of its drawing. A label stands above its bar, where there is room for all of it.
const (
	chartWidth = 640
	barsWide   = 430
	barHeight  = 14
	barStep    = 40
	labelDown  = 13 // from the top of a step to the foot of its label
	barDown    = 19 // and to the bar
)

// chart draws bars as an inline SVG. Its text alternative says every number.
func chart(l words.Lang, b Bars) string {
	var s strings.Builder
	fmt.Fprintf(&s, `<svg class="chart" viewBox="0 0 %d %d" role="img"><title>%s</title><desc>%s</desc>`, chartWidth, len(b.Bars)*barStep, esc(b.Title), esc(told(l, b)))
	for i, x := range b.Bars {
		y := i * barStep
		fmt.Fprintf(&s, `<text x="0" y="%d">%s</text>`, y+labelDown, esc(x.Label))
		fmt.Fprintf(&s, `<rect class="of" x="1" y="%d" width="%d" height="%d"/>`, y+barDown, barsWide, barHeight)
		fmt.Fprintf(&s, `<rect class="is" x="1" y="%d" width="%d" height="%d"/>`, y+barDown, along(x.Value, x.Of), barHeight)
		if x.Before != nil {
			fmt.Fprintf(&s, `<path class="was" d="M%d %dv%d"/>`, 1+along(*x.Before, x.Of), y+barDown-2, barHeight+4)
		}
		fmt.Fprintf(&s, `<text x="%d" y="%d">%s</text>`, barsWide+10, y+barDown+12, esc(numbers(l, x)))
	}
	s.WriteString("</svg>")
	return s.String()
}

// numbers are those of a bar: the value, what it is out of, and last year's.
func numbers(l words.Lang, x Bar) string {
	text := x.Value.String() + " / " + x.Of.String()
	if x.Before != nil {
		text += " " + words.SheetBefore.F(l, x.Before.String())
	}
	return text
}

// told is the chart in words.
func told(l words.Lang, b Bars) string {
	parts := make([]string, len(b.Bars))
	for i, x := range b.Bars {
		parts[i] = x.Label + " " + numbers(l, x)
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
