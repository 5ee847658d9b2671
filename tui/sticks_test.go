package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/words"
)

// The sticks of tests are folders that nothing is mounted at.
func init() { mountTable = "" }

// twoDisks puts a disk, one with a blank in its name, and a folder to mount at into the only root.
func twoDisks(t *testing.T) (root string) {
	t.Helper()
	root = t.TempDir()
	var table strings.Builder
	for _, name := range []string{"U盘", "我的 盘", "空的"} {
		if err := os.Mkdir(filepath.Join(root, name), 0o755); err != nil {
			t.Fatal(err)
		}
		if name != "空的" {
			table.WriteString("36 35 98:0 / " + strings.ReplaceAll(filepath.Join(root, name), " ", `\040`) + " rw,noatime shared:1 - vfat /dev/sdb1 rw\n")
		}
	}
	roots, was := mountRoots, mountTable
	mountRoots, mountTable = func() []string { return []string{root} }, filepath.Join(t.TempDir(), "mountinfo")
	t.Cleanup(func() { mountRoots, mountTable = roots, was })
	if err := os.WriteFile(mountTable, []byte(table.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return root
}

func TestAFolderWithNothingMountedIsNoStick(t *testing.T) {
	root := twoDisks(t)
	if got := sticks(mountRoots()); len(got) != 2 || got[0] != filepath.Join(root, "U盘") || got[1] != filepath.Join(root, "我的 盘") {
		t.Errorf("%q", got)
	}
}

// Copies hold everything: no disk is taken that nobody chose.
func TestThePlaceOfCopiesIsChosen(t *testing.T) {
	root := twoDisks(t)
	d := newDriver(t, words.ZH, 80, 24)
	d.Go(Place{Screen: "backup"})
	d.Has("插着的盘（2 个）", "我的 盘")
	d.Lacks("空的")
	d.Press("enter")
	d.Has(words.BackupNoDir.ZH)
	d.Press("f7")
	d.Has("选一个盘", "U盘")
	d.Press("esc", "f7", "down", "enter")
	if got := d.app.top().(*backup).form.Value("dir"); got != filepath.Join(root, "我的 盘") {
		t.Fatalf("chosen is %q", got)
	}
	d.Press("enter")
	d.Has(words.BackupFresh.ZH)
	if n := len(copyFolder(t, filepath.Join(root, "我的 盘"))); n != 1 {
		t.Errorf("%d copies", n)
	}
}
