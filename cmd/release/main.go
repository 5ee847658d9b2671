package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// systems are those a release is made for.
var systems = []string{
	"linux/amd64", "linux/arm64", "linux/loong64",
	"windows/amd64", "windows/arm64",
	"darwin/amd64", "darwin/arm64",
}

func main() {
	dir := flag.String("o", "dist", "folder for the archives")
	version := flag.String("version", "", "version to stamp; without it, what git describe says")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "usage: go run ./cmd/release [-o DIR] [-version V] [GOOS/GOARCH ...]")
		flag.PrintDefaults()
	}
	flag.Parse()
	if err := release(*dir, *version, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// release makes the archives of some systems, of all where none is named.
func release(dir, version string, chosen []string) error {
	if len(chosen) == 0 {
		chosen = systems
	}
	var err error
	if version == "" {
		if version, err = output(nil, "git", "describe", "--tags", "--always", "--dirty"); err != nil {
			return fmt.Errorf("%w (name one with -version)", err)
		}
	}
	at, err := moment()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	common, err := commonFiles(version, chosen)
	if err != nil {
		return err
	}
	var sums strings.Builder
	for _, system := range chosen {
		name, sum, err := one(dir, version, system, common, at)
		if err != nil {
			return fmt.Errorf("%s: %w", system, err)
		}
		fmt.Printf("%s  %s\n", sum, name)
		fmt.Fprintf(&sums, "%s  %s\n", sum, name)
	}
	return os.WriteFile(filepath.Join(dir, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

// one builds the program for a system and packs it; it returns the archive's name and checksum.
func one(dir, version, system string, common []entry, at time.Time) (name, sum string, err error) {
	goos, goarch, ok := strings.Cut(system, "/")
	if !ok {
		return "", "", fmt.Errorf("a system is named like linux/amd64")
	}
	binary := "zoufang"
	if goos == "windows" {
		binary += ".exe"
	}
	work, err := os.MkdirTemp("", "release")
	if err != nil {
		return "", "", err
	}
	defer os.RemoveAll(work)
	built := filepath.Join(work, binary)
	if err := build(built, version, goos, goarch); err != nil {
		return "", "", err
	}
	program, err := os.ReadFile(built)
	if err != nil {
		return "", "", err
	}
	root := fmt.Sprintf("zoufang_%s_%s_%s", version, goos, goarch)
	files := append([]entry{{name: binary, data: program, run: true}}, common...)
	if goos == "windows" {
		name = root + ".zip"
	} else {
		name = root + ".tar.gz"
	}
	sum, err = pack(filepath.Join(dir, name), root, files, at)
	return name, sum, err
}

// build compiles the program without what would differ from one machine to the next: paths, the build's own id.
func build(to, version, goos, goarch string) error {
	env := []string{"CGO_ENABLED=0"}
	if goos != "" {
		env = append(env, "GOOS="+goos, "GOARCH="+goarch)
	}
	_, err := output(env, "go", "build", "-trimpath", "-ldflags", "-s -w -buildid= -X main.version="+version, "-o", to, "./cmd/zoufang")
	return err
}

// moment is the time every file in the archives bears: SOURCE_DATE_EPOCH, or that of the commit.
func moment() (time.Time, error) {
	text := os.Getenv("SOURCE_DATE_EPOCH")
	if text == "" {
		var err error
		if text, err = output(nil, "git", "log", "-1", "--format=%ct"); err != nil {
			return time.Time{}, fmt.Errorf("%w (or set SOURCE_DATE_EPOCH)", err)
		}
	}
	seconds, err := strconv.ParseInt(text, 10, 64)
	return time.Unix(seconds, 0).UTC(), err
}

// output runs a command and gives what it prints, without the last line end.
func output(env []string, name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), env...)
	out, err := cmd.Output()
	if err != nil {
		said := ""
		if exit, ok := err.(*exec.ExitError); ok {
			said = strings.TrimSpace(string(exit.Stderr))
		}
		return "", fmt.Errorf("%s %s: %w %s", name, strings.Join(args, " "), err, said)
	}
	return strings.TrimRight(string(out), "\n"), nil
}
