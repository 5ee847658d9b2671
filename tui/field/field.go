package field

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// Point is a cell of a view, from its upper left corner.
type Point struct{ X, Y int }

// Result says what an input made of a message.
type Result struct {
	Used    bool    // the input took the message; otherwise the screen may use it
	Changed bool    // the value is another than before
	Cmd     tea.Cmd // nil, or what the terminal has to do (the clipboard)
}

// Input is one input of a screen.
type Input interface {
	// Value is what stands in the input, as typed: what a draft keeps.
	Value() string
	// SetValue replaces it. Undo starts afresh; the cursor goes to the end.
	SetValue(string)
	// Parse is the text form for the book, "" for nothing; a *Problem where the input cannot be understood.
	Parse() (string, error)
	// Offset is the cursor as a byte offset in Value.
	Offset() int
	// SetOffset puts the cursor at a byte offset, or the nearest place one can stand.
	SetOffset(int)
	// Update handles a key, a paste or a clipboard message.
	Update(tea.Msg) Result
	// View draws at most h lines of at most w cells, and gives the cell of the cursor.
	View(w, h int) (string, Point)
}

// Problem is an input that cannot be understood.
type Problem struct {
	Code string
	Args []any
}

func (p *Problem) Error() string { return p.Code }

// FaultCode is the code of the sentence in package words.
func (p *Problem) FaultCode() string { return p.Code }

// FaultArgs are the arguments of the sentence.
func (p *Problem) FaultArgs() []any { return p.Args }

// Clip is the text last copied in the program. The terminal's own clipboard is written too, but few terminals let it
// be read back.
type Clip struct{ text string }

// Kit makes inputs that measure, copy and read dates alike.
type Kit struct {
	Meter Meter
	Clip  *Clip
	Now   func() time.Time // for dates typed without a year
}

// Reverse switches reverse video on and off; the selection is drawn with it, so that it shows without colours.
const (
	reverse   = "\x1b[7m"
	unreverse = "\x1b[27m"
)
