// Package tui is what is seen: one screen, one file, on one frame.
//
// A key goes to App, which gives it to the topmost screen; the screen answers with a command that works on copies,
// calls the book and comes back as a message; App gives that message to every screen; the screens draw. Screens hold
// what is being typed and nothing that counts: only a result from the book changes what is called saved, and scores
// are computed from the sheet each time.
//
// A visit is judged by the scheme of its own sheet, which need not be the round's; the scheme says which steps there are,
// in which order, and which form records each. A screen of a visit is made only once both have been read (versions.go).
//
// What must never happen here: the round's scheme on a screen of a visit, a step of a visit that its scheme does not
// have, a call of the book inside Update or Frame, a change of a screen inside a command, a
// letter as a command while text is typed, a sentence that is not in package words, text from the book drawn without
// Env.Clean, a second definition of what a key does.
package tui
