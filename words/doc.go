// Package words is the one catalogue of what the program says, in Chinese and in English.
//
// Texts are typed package variables, one file per room or screen, so a missing text does not compile and a test can
// hold the two languages against each other. Errors and structured results of the other rooms carry a code and
// arguments; the tables here turn them into sentences: what failed, what is safe, what to do.
//
// What must never happen here: a decision, a file, a clock, an import of another room of the program.
package words
