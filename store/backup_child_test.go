package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

func entryOf(text string) checklist.Entry {
	return checklist.Entry{Step: checklist.StepListen, Text: text}
}

// fill writes so many long notes that the book has megabytes.
func fill(t *testing.T, b *Book, n int) checklist.ID {
	t.Helper()
	id := startCivil(t, b)
	d := visit(t, b, id)
	for i := range n {
		_, err := b.SaveEntry(ctx, d, entryOf(strings.Repeat("满", 20_000)+number(int64(i))))
		must(t, err)
	}
	return id
}

// childUpgrades opens the book as a program with newer steps would.
func childUpgrades() {
	withUpgrades(nil, crafted...)
	b := childBook()
	_ = b.Close()
	os.Exit(0)
}

// childUpgradesFull does so where no file may grow to half the size of the book.
func childUpgradesFull() {
	withUpgrades(nil, crafted...)
	limitTo(os.Getenv("ZOUFANG_TEST_BOOK"), 2)
	_, err := Open(ctx, os.Getenv("ZOUFANG_TEST_BOOK"), Options{Machine: "m1"})
	sayFault(err)
	os.Exit(0)
}

func sayFault(err error) {
	var f interface{ FaultCode() string }
	if errors.As(err, &f) {
		fmt.Println(f.FaultCode(), words.Known(f.FaultCode()), err)
		return
	}
	fmt.Println("no fault", err)
}

// childBacksUp makes copies without end.
func childBacksUp() {
	b := childBook()
	for {
		if _, err := b.AutoBackup(ctx, nil); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(3)
		}
		fmt.Println("copied")
	}
}

// childCopiesFull backs up, restores and backs up by itself where no file may grow to half the size of the book.
func childCopiesFull() {
	b := childBook()
	dir := filepath.Dir(b.path)
	limitTo(b.path, 2)
	sayFault(b.Backup(ctx, filepath.Join(dir, "out", "copy.db")))
	_, err := b.AutoBackup(context.Background(), nil)
	sayFault(err)
	_, err = Restore(ctx, filepath.Join(dir, "good.db"), filepath.Join(dir, "out", "restored.db"), NewRing(""), nil)
	sayFault(err)
	os.Exit(0)
}
