// Package field holds the inputs of the screens: a note editor, a one-line input, numbers, dates and choices, all of
// them safe for Chinese text and a Chinese input method.
//
// An input knows its text, its cursor and how to draw the rows that are visible. Widths are counted by one function
// (Meter), so that the cell of the real cursor is the cell where the input method opens its window.
//
// What must never happen here: a read of the clock (it is given), a book or a file, a typed character lost from the
// value or from the picture, work in proportion to the whole text for one key.
package field
