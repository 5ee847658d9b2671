package tui

import (
	"encoding/json"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
)

// addRow adds a row of items to a form that is in use, such as one for the next promise.
func (f *Form) addRow(items ...Item) {
	row := make([]*item, len(items))
	for i, it := range items {
		if it.Name == "" {
			it.Name = it.Field
		}
		row[i] = &item{Item: it, input: f.input(it)}
	}
	f.join(row)
}

// join takes items into the form, with what the book and the drafts have for them.
func (f *Form) join(row []*item) {
	f.items = append(f.items, row...)
	f.rows = append(f.rows, row)
	f.Refresh()
	if f.filled {
		f.recover()
	}
}

// cell is an item whose register is a whole of which one thing is typed: the number of a figure, the points of a
// self-score. An empty cell clears the register: a number nobody knows is not nought.
type cell struct {
	Item
	read  func(whole string) string
	write func(text string) string
}

// addCell adds a cell as a row of a form.
func (f *Form) addCell(c cell) {
	f.join([]*item{{Item: c.Item, input: wholeInput{f.input(c.Item), c.read, c.write}}})
}

// wholeInput shows the one thing that is typed and gives the whole to the book. Its draft is the text as typed.
type wholeInput struct {
	field.Input
	read  func(string) string
	write func(string) string
}

func (in wholeInput) inner(s string) string {
	if strings.HasPrefix(s, "{") {
		return in.read(s)
	}
	return s
}

// SetValue takes a whole, or a text as typed.
func (in wholeInput) SetValue(s string) { in.Input.SetValue(in.inner(s)) }

// Reseed is SetValue that undo takes back.
func (in wholeInput) Reseed(s string, offset int) { reseed(in.Input, in.inner(s), offset) }

// Parse is the whole, "" for an empty cell.
func (in wholeInput) Parse() (string, error) {
	s, err := in.Input.Parse()
	if err != nil || s == "" {
		return "", err
	}
	return in.write(s), nil
}

// Click puts the cursor at a cell of the last view.
func (in wholeInput) Click(x, y int) {
	if c, ok := in.Input.(interface{ Click(x, y int) }); ok {
		c.Click(x, y)
	}
}

// figureCell is one number of the headcount in one column.
func figureCell(e *Env, visit checklist.ID, f checklist.FigureDef, col checklist.Column) cell {
	return cell{
		Item: Item{Name: "figure." + f.ID, Record: checklist.FigureID(visit, f.ID, col), Kind: store.KindFigure, Field: "body", In: InNumber, Width: 6,
			Label: e.labelOf(f.Name, 34)},
		read: func(whole string) string {
			var x checklist.Figure
			if json.Unmarshal([]byte(whole), &x) != nil {
				return ""
			}
			return count(int(x.N))
		},
		write: func(text string) string {
			return `{"figure":` + quoted(f.ID) + `,"column":` + quoted(string(col)) + `,"n":` + text + `}`
		},
	}
}

// selfScoreCell is the unit's own score for an indicator.
func selfScoreCell(e *Env, visit checklist.ID, ind *checklist.Indicator) cell {
	return cell{
		Item: Item{Name: "self." + ind.ID, Record: checklist.SelfScoreID(visit, ind.ID), Kind: store.KindSelfScore, Field: "body", In: InPoints, Width: 7,
			Label: e.labelOf(checklist.Text{ZH: ind.ID + " " + ind.Name.ZH, EN: ind.ID + " " + ind.Name.EN}, 52)},
		read: func(whole string) string {
			var x checklist.SelfScore
			if json.Unmarshal([]byte(whole), &x) != nil {
				return ""
			}
			return x.Points.String()
		},
		write: func(text string) string { return `{"indicator":` + quoted(ind.ID) + `,"points":` + quoted(text) + `}` },
	}
}

func quoted(s string) string {
	b, _ := json.Marshal(s) // a string always has a JSON form
	return string(b)
}
