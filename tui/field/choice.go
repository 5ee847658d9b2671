package field

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Option is one value of a choice and the word it is shown by.
type Option struct{ Value, Word string }

// Choice is one of a few words, all of them shown: （x）有问题 （ ）不适用. Space and the arrows change it, Backspace
// clears it; a digit takes the word of that number.
type Choice struct {
	kit     Kit
	options []Option
	at      int // -1 none
	ascii   bool
}

// Choice makes a choice with nothing chosen. With ascii the marks are (x) and ( ): for plain terminals and for English.
func (k Kit) Choice(ascii bool, options ...Option) *Choice {
	return &Choice{kit: k, options: options, at: -1, ascii: ascii}
}

// Bool makes a yes-or-no choice that may also be unset; its values are "true", "false" and "".
func (k Kit) Bool(ascii bool, yes, no string) *Choice {
	return k.Choice(ascii, Option{"true", yes}, Option{"false", no})
}

// Value is the chosen value, "" for none.
func (c *Choice) Value() string {
	if c.at < 0 {
		return ""
	}
	return c.options[c.at].Value
}

// Parse is Value: what can be chosen can be kept.
func (c *Choice) Parse() (string, error) { return c.Value(), nil }

// SetValue chooses the option with a value; an unknown one chooses nothing.
func (c *Choice) SetValue(v string) {
	c.at = slices.IndexFunc(c.options, func(o Option) bool { return o.Value == v })
}

// Offset is the number of the chosen option.
func (c *Choice) Offset() int { return max(c.at, 0) }

// SetOffset does nothing: the cursor stands on the choice.
func (c *Choice) SetOffset(int) {}

// Update changes the choice.
func (c *Choice) Update(msg tea.Msg) Result {
	k, ok := msg.(tea.KeyPressMsg)
	if !ok || len(c.options) == 0 {
		return Result{}
	}
	was, n := c.at, len(c.options)
	switch key := Fold(k.String()); key {
	case "space", " ":
		c.at = (c.at + 1) % n
	case "right":
		c.at = min(c.at+1, n-1)
	case "left":
		c.at = max(c.at-1, 0)
	case "backspace", "delete":
		c.at = -1
	default:
		if len(key) != 1 || key[0] < '1' || int(key[0]-'1') >= n {
			return Result{}
		}
		c.at = int(key[0] - '1')
	}
	return Result{Used: true, Changed: c.at != was}
}

// Width is the number of cells the whole choice takes on one line.
func (c *Choice) Width() int {
	n := 0
	for i := range c.options {
		n += c.kit.Meter.Width(c.word(i))
	}
	return n + 2*max(0, len(c.options)-1)
}

func (c *Choice) word(i int) string {
	open, mark, end := "（", " ", "）"
	if c.ascii {
		open, end = "(", ")"
	}
	if i == c.at {
		mark = "x"
	}
	return open + mark + end + c.options[i].Word
}

// View draws the words on as many lines as they need; the cursor stands on the mark of the chosen one.
func (c *Choice) View(w, h int) (string, Point) {
	var (
		lines = []string{""}
		point Point
		m     = c.kit.Meter
	)
	for i := range c.options {
		word, last := c.word(i), len(lines)-1
		x := m.Width(lines[last])
		if x > 0 && x+2+m.Width(word) > w {
			lines, x, last = append(lines, ""), 0, last+1
		}
		if x > 0 {
			lines[last] += "  "
			x += 2
		}
		lines[last] += word
		if i == max(c.at, 0) {
			point = Point{min(x+c.mark(), max(w-1, 0)), last}
		}
	}
	lines = lines[:min(len(lines), max(h, 1))]
	for i := range lines {
		lines[i] = m.Cut(lines[i], w, "…")
	}
	point.Y = min(point.Y, len(lines)-1)
	return strings.Join(lines, "\n"), point
}

// mark is the width of the opening bracket: the cursor stands behind it.
func (c *Choice) mark() int {
	if c.ascii {
		return 1
	}
	return 2
}

// Click chooses the word under a cell of a view that was w cells wide.
func (c *Choice) Click(x, _ int) bool {
	at := 0
	for i := range c.options {
		end := at + c.kit.Meter.Width(c.word(i))
		if x >= at && x < end {
			c.at = i
			return true
		}
		at = end + 2
	}
	return false
}
