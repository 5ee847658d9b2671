package tui

import (
	"zoufang/checklist"

	tea "charm.land/bubbletea/v2"
)

// Screen is one screen. A screen is a pointer: Update changes it in place.
type Screen interface {
	// Update handles a message: keys that no action took, pastes, clicks, and every result.
	Update(tea.Msg) tea.Cmd
	// Frame draws the body in w columns and h rows. It must not change what the screen means.
	Frame(w, h int) Frame
	// Keys are the actions that work now, the most used first. Key bar, help page and palette are made from them.
	Keys() []Action
	// Title is the crumb.
	Title() string
}

// Frame is what a screen draws. The cursor is a cell of Body; nil hides it.
type Frame struct {
	Body   string
	Cursor *tea.Cursor
}

// What a screen may do besides. App asks by type assertion.
type (
	// Opener is told when the screen comes to the top for the first time.
	Opener interface{ Open() tea.Cmd }
	// Returner is told when the screen comes back to the top.
	Returner interface{ Return() tea.Cmd }
	// Leaver makes the changes of what was typed, before another screen takes the top or the program quits.
	Leaver interface{ Leave() tea.Cmd }
	// Placer says how to come back here after a restart.
	Placer interface{ Place() Place }
	// Typer tells whether plain keys are text now.
	Typer interface{ Typing() bool }
	// Hinter gives the text of the hint row when there is no notice.
	Hinter interface{ Hint() string }
	// Scorer tells whether scores are on show; only screens of a visit have it.
	Scorer interface{ ScoresShown() bool }
	// Clicker takes a click on a cell of the body.
	Clicker interface{ Click(x, y int) tea.Cmd }
	// Wheeler takes the wheel, in rows; a screen without it gets arrow keys while nothing is typed.
	Wheeler interface{ Wheel(rows int) tea.Cmd }
)

// Place is where a screen is: enough to open it again. It is kept in the book's local area, so its names stay.
type Place struct {
	Screen string       `json:"screen"`
	Visit  checklist.ID `json:"visit,omitzero"`
	Record checklist.ID `json:"record,omitzero"`
	Item   string       `json:"item,omitempty"`  // an indicator, a category, a tab: what the screen says
	Field  string       `json:"field,omitempty"` // the field with the focus
	Offset int          `json:"offset,omitempty"`
}

// screens are the screens by their names. Each screen's file registers itself in init: a table that named the
// constructors would depend on itself, for screens open each other.
var screens = map[string]func(*Env, Place) Screen{}

// addScreen makes a screen known by name.
func addScreen(name string, open func(*Env, Place) Screen) { screens[name] = open }

// jumps make the targets that the palette offers besides the actions of the screen.
var jumps []func(*Env) []Action

// addJumps adds targets to the palette.
func addJumps(f func(*Env) []Action) { jumps = append(jumps, f) }
