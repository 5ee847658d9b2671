//go:build unix

package store

import (
	"os"

	"golang.org/x/sys/unix"
)

// limitFileSize lets no file grow far beyond the size of the book now: what a full disk does to it.
func limitFileSize(path string) {
	st, err := os.Stat(path)
	if err != nil {
		panic(err)
	}
	limitFiles(uint64(st.Size()) + 300<<10)
}

// limitTo lets no file grow beyond a part of the size of the book now.
func limitTo(path string, part uint64) {
	st, err := os.Stat(path)
	if err != nil {
		panic(err)
	}
	limitFiles(uint64(st.Size()) / part)
}

func limitFiles(size uint64) {
	if err := unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: size, Max: size}); err != nil {
		panic(err)
	}
}
