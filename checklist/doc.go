// Package checklist says what things mean: the scheme, the sheet, the finding, exact points, the score and its
// explanation, headcounts and what they suggest, warnings, and what still blocks a signature.
//
// The room is pure. What must never happen here: a file opened, a clock read, SQL, a terminal, a sentence for
// people (results are structured; package words turns them into Chinese and English), a floating-point number.
package checklist
