package report

import (
	"io"

	"zoufang/checklist"
	"zoufang/words"
)

// Sheet is one sheet, whatever it is written as.
type Sheet struct {
	Kind   string // name of its kind: see Kinds
	About  string // what it is about: the id of a visit, a slip, a round
	For    checklist.Audience
	Lang   words.Lang
	Title  string
	Number string // the line for a document number; "" for none
	Under  string // what stands under the title: a number, a year, for whom; "" for nothing
	Wide   bool   // lies on its side
	Blocks []Block
	Stamp  Stamp
	Names  []string // codes of people spoken to whose names stand on a sheet for the unit: printed nowhere, who hands it out is told

	own map[string]func(io.Writer) error // formats it is written in another way than other sheets
}

// Stamp is what every sheet carries at its foot, so that it can be held against the book later.
type Stamp struct {
	Book   string // district and year
	Made   string // moment it was made
	Scheme string // version and the first characters of the hash
	Code   string // see Code
}

// Block is a part of a sheet.
type Block interface{ block() }

// Heading begins a part.
type Heading string

// Text is a paragraph; its lines stay lines.
type Text string

// Note is a paragraph in small print.
type Note string

// Field is a name and what is to be read beside it; without a value it is a line to write on.
type Field struct{ Name, Value string }

// Fields stand two to a row.
type Fields []Field

// Column is a column of a table. Width is its share of the whole.
type Column struct {
	Name  string
	Width int
	Right bool // numbers
}

// Table is a table; its head is repeated on every page and a row is never torn. Empty is what is said where it has no
// rows; Blank adds empty rows to write in.
type Table struct {
	Columns []Column
	Rows    [][]string
	Empty   string
	Blank   int
}

// Bar is one bar of a chart: a value of so many. Before is last year's, if there is one.
type Bar struct {
	Label  string
	Value  checklist.Points
	Of     checklist.Points
	Before *checklist.Points
}

// Bars is a chart. Its numbers stand beside the bars: nothing is told by length alone.
type Bars struct {
	Title string
	Bars  []Bar
}

// Lines are empty lines to write on, with what belongs there.
type Lines struct {
	Label string
	N     int
}

// Signatures are places to sign, seal and date.
type Signatures []string

// Break begins a new page.
type Break struct{}

func (Heading) block()    {}
func (Text) block()       {}
func (Note) block()       {}
func (Fields) block()     {}
func (Table) block()      {}
func (Bars) block()       {}
func (Lines) block()      {}
func (Signatures) block() {}
func (Break) block()      {}

// add appends blocks.
func (s *Sheet) add(b ...Block) { s.Blocks = append(s.Blocks, b...) }
