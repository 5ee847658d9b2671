package store

import (
	"os"
	"path/filepath"
	"testing"
)

// A refused file goes for good when somebody says so; nothing else can be deleted that way.
func TestClearRejected(t *testing.T) {
	a, b, _ := pair(t)
	file := export(t, b)
	whole, err := os.ReadFile(file)
	must(t, err)
	whole[len(whole)/2] ^= 1
	must(t, os.WriteFile(file, whole, 0o600))
	_, err = a.Preview(ctx, []string{file}, nil)
	must(t, err)
	list, err := a.Troubles(ctx)
	must(t, err)
	if len(list) != 1 || list[0].Kind != TroubleRejected {
		t.Fatalf("%+v", list)
	}
	rejected := filepath.Dir(list[0].Path)
	for _, path := range []string{a.path, file, filepath.Join(rejected, "other.zfb"), filepath.Join(rejected, "..", "x.zfb")} {
		err := a.ClearRejected(path)
		wantFault(t, err, "trouble.norejected")
		hasSentence(t, err)
	}
	must(t, a.ClearRejected(list[0].Path))
	if list, err = a.Troubles(ctx); err != nil || len(list) != 0 || len(listDir(t, rejected)) != 0 {
		t.Errorf("%+v, %v, left %v", list, err, listDir(t, rejected))
	}
	if again, err := os.ReadFile(file); err != nil || len(again) != len(whole) {
		t.Error("the file it came from was touched")
	}
}
