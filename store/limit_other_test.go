//go:build !unix

package store

import (
	"fmt"
	"os"
)

// limitTo has no such limit to set here.
func limitTo(string, uint64) { limitFileSize("") }

// limitFileSize has no such limit to set here.
func limitFileSize(string) {
	fmt.Println("skip")
	os.Exit(0)
}
