package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// fence is a fenced block of a guide: "sh MACHINE" are commands on one of the machines of its story, "csv NAME" and
// "jsonl NAME" are files.
var fence = regexp.MustCompile("(?ms)^```(sh|csv|jsonl) (\\S+)\n(.*?)^```$")

// TestGuides runs what the guides say, in the order they say it: every machine has a home of its own, and all share the
// folder they work in.
func TestGuides(t *testing.T) {
	for name, lang := range map[string]string{"guide.zh-CN.md": "zh", "guide.md": "en"} {
		text, err := os.ReadFile(filepath.Join("..", "..", "docs", name))
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		script := storyOf(t, string(text), lang)
		if err := os.WriteFile(filepath.Join(dir, lang+".txtar"), []byte(script), 0o600); err != nil {
			t.Fatal(err)
		}
		t.Run(lang, func(t *testing.T) {
			testscript.Run(t, testscript.Params{Dir: dir, RequireExplicitExec: true,
				Cmds: map[string]func(*testscript.TestScript, bool, []string){"guide": guideLine}})
		})
	}
}

// storyOf makes a script of a guide.
func storyOf(t *testing.T, text, lang string) string {
	var steps, files strings.Builder
	fmt.Fprintf(&steps, "env LC_ALL=%s\nenv LC_MESSAGES=\nenv LANG=\nenv ZOUFANG_PASSPHRASE=asked-at-a-terminal\nmkdir stick\nmkdir tasks\n", map[string]string{"zh": "zh_CN.UTF-8", "en": "en_GB.UTF-8"}[lang])
	commands := 0
	for _, m := range fence.FindAllStringSubmatch(text, -1) {
		if m[1] != "sh" {
			fmt.Fprintf(&files, "-- %s --\n%s", m[2], m[3])
			continue
		}
		fmt.Fprintf(&steps, "env ZOUFANG_HOME=$WORK/home-%s\n", m[2])
		for _, line := range strings.Split(strings.TrimSpace(m[3]), "\n") {
			if !strings.HasPrefix(line, "zoufang ") {
				t.Fatalf("%q is no command of the program", line)
			}
			steps.WriteString("guide " + line + "\n")
			commands++
		}
	}
	if commands < 20 {
		t.Fatalf("the guide in %s has only %d commands", lang, commands)
	}
	return steps.String() + files.String()
}

// guideLine runs a command as a shell would, with its file names filled in; what it needs a person for (3) is no failure.
func guideLine(ts *testscript.TestScript, _ bool, args []string) {
	var filled []string
	for _, a := range args[1:] {
		if names, err := filepath.Glob(ts.MkAbs(a)); strings.Contains(a, "*") && err == nil && len(names) > 0 {
			filled = append(filled, names...)
			continue
		}
		filled = append(filled, a)
	}
	if err := ts.Exec(args[0], filled...); err != nil {
		exit, ok := err.(interface{ ExitCode() int })
		if !ok || exit.ExitCode() != 3 {
			ts.Fatalf("%s: %v\n%s", strings.Join(args, " "), err, ts.ReadFile("stderr"))
		}
	}
}
