// Command release makes the archives that are handed out: for every system the program with its licences, manual pages
// and completions, and one list of checksums. The same commit gives the same bytes, whoever makes them, so that an office
// can check what it was given.
//
//	go run ./cmd/release -o dist                # every system
//	go run ./cmd/release -o dist linux/loong64  # one
//
// Nothing of the program itself lives here, and nothing here reaches a network except through the go command.
package main
