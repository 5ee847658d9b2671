package main

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// module is one that the program is built from.
type module struct {
	Path, Version, Dir string
	Main               bool
}

// commonFiles are what every archive holds besides the program: what to read first, the pages and completions that the
// program itself writes, and the licences of everything in it.
func commonFiles(version string, chosen []string) ([]entry, error) {
	var out []entry
	for _, name := range []string{"README.md", "README.zh-CN.md", "LICENSE", "CHANGELOG.md"} {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, entry{name: name, data: data})
	}
	written, err := writtenByItself(version)
	if err != nil {
		return nil, err
	}
	modules, err := modulesOf(chosen)
	if err != nil {
		return nil, err
	}
	licences, err := licencesOf(modules)
	if err != nil {
		return nil, err
	}
	out = append(append(out, written...), licences...)
	slices.SortFunc(out, func(a, b entry) int { return strings.Compare(a.name, b.name) })
	return out, nil
}

// writtenByItself are the manual pages and completions: the program of this machine prints them.
func writtenByItself(version string) ([]entry, error) {
	work, err := os.MkdirTemp("", "release")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(work)
	program := filepath.Join(work, "zoufang.exe") // a name that runs on every system
	if err := build(program, version, "", ""); err != nil {
		return nil, err
	}
	var out []entry
	for name, args := range map[string][]string{
		"man/man1/zoufang.1":         {"man", "--lang", "en"},
		"man/zh_CN/man1/zoufang.1":   {"man", "--lang", "zh"},
		"completion/zoufang.bash":    {"completion", "bash", "--lang", "zh"},
		"completion/_zoufang":        {"completion", "zsh", "--lang", "zh"},
		"completion/zoufang.fish":    {"completion", "fish", "--lang", "zh"},
		"completion/zoufang.ps1":     {"completion", "powershell", "--lang", "zh"},
		"completion/en/zoufang.bash": {"completion", "bash", "--lang", "en"},
		"completion/en/_zoufang":     {"completion", "zsh", "--lang", "en"},
		"completion/en/zoufang.fish": {"completion", "fish", "--lang", "en"},
		"completion/en/zoufang.ps1":  {"completion", "powershell", "--lang", "en"},
	} {
		text, err := output(nil, program, args...)
		if err != nil {
			return nil, err
		}
		out = append(out, entry{name: name, data: []byte(text + "\n")})
	}
	return out, nil
}

// modulesOf are the modules the program of some systems is built from, Go's own library among them.
func modulesOf(chosen []string) ([]module, error) {
	root, err := output(nil, "go", "env", "GOROOT")
	if err != nil {
		return nil, err
	}
	found := map[string]module{"go": {Path: "go", Dir: root}}
	for _, system := range chosen {
		goos, goarch, _ := strings.Cut(system, "/")
		text, err := output([]string{"CGO_ENABLED=0", "GOOS=" + goos, "GOARCH=" + goarch}, "go", "list", "-deps", "-json=Module", "./cmd/zoufang")
		if err != nil {
			return nil, err
		}
		for dec := json.NewDecoder(strings.NewReader(text)); ; {
			var p struct{ Module *module }
			if err := dec.Decode(&p); err == io.EOF {
				break
			} else if err != nil {
				return nil, err
			}
			if p.Module != nil && !p.Module.Main {
				found[p.Module.Path] = *p.Module
			}
		}
	}
	var out []module
	for _, m := range found {
		out = append(out, m)
	}
	slices.SortFunc(out, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	return out, nil
}

// licenceName says which files of a module tell its terms.
var licenceName = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents|authors)([-._].*)?$`)

// licencesOf are the files with the terms of modules. A module without any may not be handed out, and is an error.
func licencesOf(modules []module) ([]entry, error) {
	var out []entry
	for _, m := range modules {
		files, err := fs.ReadDir(os.DirFS(m.Dir), ".")
		if err != nil {
			return nil, err
		}
		terms := false
		for _, f := range files {
			if f.IsDir() || !licenceName.MatchString(f.Name()) || strings.HasSuffix(f.Name(), ".go") {
				continue
			}
			data, err := os.ReadFile(filepath.Join(m.Dir, f.Name()))
			if err != nil {
				return nil, err
			}
			lower := strings.ToLower(f.Name())
			terms = terms || strings.HasPrefix(lower, "licen") || strings.HasPrefix(lower, "copying")
			out = append(out, entry{name: path.Join("licences", m.Path, f.Name()), data: data})
		}
		if !terms {
			return nil, fmt.Errorf("%s %s has no licence file", m.Path, m.Version)
		}
	}
	return out, nil
}
