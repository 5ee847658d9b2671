package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
)

// office makes a book with one unit and exports it.
func office(t *testing.T, demo bool) (book, file string) {
	t.Helper()
	ctx, dir := context.Background(), t.TempDir()
	book, file = filepath.Join(dir, "office.db"), filepath.Join(dir, "office.zfb")
	b, err := store.Create(ctx, book, store.Options{}, store.Setup{District: "青澜区", Year: "2026", Demo: demo})
	if err != nil {
		t.Fatal(err)
	}
	err = b.SetMe(ctx, checklist.Person{Name: "赵丽", Role: checklist.RoleOffice})
	if err == nil {
		_, err = b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "D01", Name: "民政局", Kind: "department"}}})
	}
	if err == nil {
		_, err = b.Export(ctx, file, store.ExportOptions{}, nil)
	}
	if err = errors.Join(err, b.Close()); err != nil {
		t.Fatal(err)
	}
	return book, file
}

func newcomer(t *testing.T) *app {
	t.Helper()
	t.Setenv("ZOUFANG_HOME", t.TempDir())
	return &app{ctx: context.Background()}
}

func TestTakeOverABundle(t *testing.T) {
	a := newcomer(t)
	_, file := office(t, false)
	b, err := a.takeOver(a.ctx, file, "")
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	list, err := b.Units(a.ctx)
	if err != nil || len(list) != 1 || list[0].Unit.Code != "D01" {
		t.Errorf("units %v, %v", list, err)
	}
	if i := b.Info(); i.Path != a.bookPath() || i.District != "青澜区" || i.Demo {
		t.Errorf("made %+v", i)
	}
	if b.Me() != (checklist.Person{}) {
		t.Errorf("the newcomer is taken for %v", b.Me())
	}
}

func TestTakeOverABook(t *testing.T) {
	a := newcomer(t)
	book, _ := office(t, false)
	b, err := a.takeOver(a.ctx, book, "")
	if err != nil {
		t.Fatal(err)
	}
	defer b.Close()
	if b.Info().Path != book || exists(a.bookPath()) {
		t.Errorf("opened %s and made %v", b.Info().Path, exists(a.bookPath()))
	}
}

func TestTakeOverLeavesNothingBehind(t *testing.T) {
	a := newcomer(t)
	_, demo := office(t, true)
	_, good := office(t, false)
	text, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	cut := filepath.Join(t.TempDir(), "cut.zfb")
	if err := os.WriteFile(cut, text[:len(text)-20], 0o600); err != nil {
		t.Fatal(err)
	}
	note := filepath.Join(t.TempDir(), "note.txt")
	if err := os.WriteFile(note, []byte("不是数据包"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, code := range map[string]string{demo: "cmd.demobundle", cut: "bundle.truncated", note: "book.notabook", "none.zfb": "cmd.file"} {
		if b, err := a.takeOver(a.ctx, path, ""); !store.IsFault(err, code) {
			t.Errorf("%s: got %v %v, want %s", path, b, err, code)
		}
		left, err := filepath.Glob(a.bookPath() + "*")
		if err != nil || len(left) > 0 {
			t.Errorf("%s: left %v %v", path, left, err)
		}
	}
}
