package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var (
	sample = []entry{{name: "zoufang", data: []byte("program"), run: true}, {name: "licences/go/LICENSE", data: []byte("terms")}}
	day    = time.Date(2026, 11, 25, 8, 0, 0, 0, time.UTC)
)

func TestTheSameFilesGiveTheSameArchive(t *testing.T) {
	for _, kind := range []string{".zip", ".tar.gz"} {
		dir := t.TempDir()
		var sums [2]string
		for i, name := range []string{"a", "b"} {
			var err error
			if sums[i], err = pack(filepath.Join(dir, name+kind), "zoufang_1", sample, day); err != nil {
				t.Fatal(err)
			}
		}
		if sums[0] != sums[1] || len(sums[0]) != 64 {
			t.Errorf("%s: %q and %q", kind, sums[0], sums[1])
		}
		later, err := pack(filepath.Join(dir, "c"+kind), "zoufang_1", sample, day.Add(time.Hour))
		if err != nil || later == sums[0] {
			t.Errorf("%s: the time of the commit is not in it: %v", kind, err)
		}
	}
}

func TestArchivesHoldWhatTheyShould(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.zip", "a.tar.gz"} {
		if _, err := pack(filepath.Join(dir, name), "zoufang_1", sample, day); err != nil {
			t.Fatal(err)
		}
	}
	want := "zoufang_1/zoufang 755 program, zoufang_1/licences/go/LICENSE 644 terms"
	if got := unzipped(t, filepath.Join(dir, "a.zip")); got != want {
		t.Errorf("zip: %s", got)
	}
	if got := untarred(t, filepath.Join(dir, "a.tar.gz")); got != want {
		t.Errorf("tar: %s", got)
	}
}

func unzipped(t *testing.T, name string) string {
	z, err := zip.OpenReader(name)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	var out []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, line(t, f.Name, f.Mode(), r))
	}
	return strings.Join(out, ", ")
}

func untarred(t *testing.T, name string) string {
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	g, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for r := tar.NewReader(g); ; {
		h, err := r.Next()
		if err == io.EOF {
			return strings.Join(out, ", ")
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Uid != 0 || h.Uname != "" || !h.ModTime.Equal(day) {
			t.Errorf("%s tells of the machine: %+v", h.Name, h)
		}
		out = append(out, line(t, h.Name, h.FileInfo().Mode(), r))
	}
}

func line(t *testing.T, name string, mode os.FileMode, r io.Reader) string {
	data, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return name + " " + map[os.FileMode]string{0o755: "755", 0o644: "644"}[mode.Perm()] + " " + string(data)
}

func TestLicencesAreCollectedOrMissed(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"LICENSE.md": "terms", "NOTICE": "notice", "licence_test.go": "package x", "README.md": "read"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := licencesOf([]module{{Path: "example.org/x", Dir: dir}})
	if err != nil || len(got) != 2 || got[0].name != "licences/example.org/x/LICENSE.md" || got[1].name != "licences/example.org/x/NOTICE" {
		t.Errorf("%+v %v", got, err)
	}
	if err := os.Remove(filepath.Join(dir, "LICENSE.md")); err != nil {
		t.Fatal(err)
	}
	if _, err := licencesOf([]module{{Path: "example.org/x", Version: "v1.2.3", Dir: dir}}); err == nil || !strings.Contains(err.Error(), "example.org/x v1.2.3") {
		t.Errorf("a notice alone was taken for terms: %v", err)
	}
}

func TestEveryModuleOfTheProgramHasTerms(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	modules, err := modulesOf(systems)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := licencesOf(modules); err != nil {
		t.Error(err)
	}
	names := ""
	for _, m := range modules {
		names += m.Path + " "
	}
	for _, want := range []string{"go ", "modernc.org/sqlite ", "charm.land/bubbletea/v2 "} {
		if !strings.Contains(names, want) {
			t.Errorf("%s is not among %s", want, names)
		}
	}
}
