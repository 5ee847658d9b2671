//go:build !unix

package store

import (
	"fmt"
	"os"
)

// limitFileSize has no such limit to set here.
func limitFileSize(string) {
	fmt.Println("skip")
	os.Exit(0)
}
