package report

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/store"
	"zoufang/words"
)

// A sheet is saved as its ending says, never over another file, and nothing is left beside it.
func TestSave(t *testing.T) {
	dir := t.TempDir()
	s := source(t, words.ZH, recorded).FactSheet()
	for name, begins := range map[string]string{"单.html": "<!doctype html>", "单.TXT": " "} {
		path := filepath.Join(dir, name)
		if err := Save(path, s); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(string(text), begins) || !strings.Contains(string(text), s.Stamp.Code) {
			t.Errorf("%s holds %.40q %v", name, text, err)
		}
		if err := Save(path, s); !store.IsFault(err, "sheet.exists") {
			t.Errorf("a second %s: %v", name, err)
		}
	}
	if err := Save(filepath.Join(dir, "单.pdf"), s); !store.IsFault(err, "sheet.format") {
		t.Errorf("an ending nobody knows: %v", err)
	}
	if err := Save(filepath.Join(dir, "没有", "单.txt"), s); !store.IsFault(err, "sheet.write") {
		t.Errorf("a folder that is not there: %v", err)
	}
	left, err := os.ReadDir(dir)
	if err != nil || len(left) != 2 {
		t.Errorf("%d files lie there, %v", len(left), err)
	}
}
