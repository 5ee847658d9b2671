// Package report is what is handed out: sheets to print and sign, workbooks, tables and JSON.
//
// A sheet is content first: a Sheet is a list of blocks in the order they are read, made from what the book shows its
// viewer and from what package checklist worked out. HTML, Word and plain text are three ways to write the same Sheet,
// so that what was previewed on the screen is what lies on the table.
//
// What must never happen here: a score worked out another way than checklist does; a look into the book past the one
// function that decides what a viewer may see; on a sheet for the unit, a point, a note, a name that it must not carry.
package report
