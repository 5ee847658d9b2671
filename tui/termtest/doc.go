// Package termtest runs the built program in a real pseudo-terminal, for the few tests that need one: whether typed
// Chinese arrives, where the real cursor stands, what a paste, a resize or a kill does.
//
// What must never happen here: use outside tests, a wait of a fixed time where a text on the screen can be waited for.
package termtest
