package main

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/words"
)

// TestDifferencesHaveNames compares the shipped schemes with each other: every part and key that may differ has a name.
func TestDifferencesHaveNames(t *testing.T) {
	var all []*checklist.Scheme
	for _, x := range schemes.All() {
		s, err := checklist.LoadScheme(x.Source)
		if err != nil {
			t.Fatal(x.Name, err)
		}
		all = append(all, s)
	}
	missing := map[string]bool{}
	for _, s := range all {
		d := checklist.Diff(all[0], s)
		for i := range d.Changes {
			c := &d.Changes[i]
			codes := []string{"diff." + string(c.Kind), "thing." + string(c.Thing)}
			if c.Key != "" {
				codes = append(codes, "diffkey."+c.Key)
			}
			for _, code := range codes {
				missing[code] = missing[code] || !words.Known(code)
			}
			for _, lang := range []words.Lang{words.ZH, words.EN} {
				if line := (&app{lang: lang}).changeLine(c); strings.Contains(line, "%!") || strings.Contains(line, "{") {
					t.Errorf("%s", line)
				}
			}
		}
	}
	if len(missing) < 60 {
		t.Fatalf("only %d names were looked at", len(missing))
	}
	for code, is := range missing {
		if is {
			t.Errorf("%s has no name", code)
		}
	}
}

// revise FILE [decided] writes the default scheme after a revision: E9 and E11 have changed their numbers, B1.4 is gone,
// E1.1 takes more.
func reviseScheme(ts *testscript.TestScript, _ bool, args []string) {
	src := strings.NewReplacer(`"E9`, `"E11`, `"E11`, `"E9`, `"2026.1-draft"`, `"2026.2"`).Replace(string(schemes.Default))
	if len(args) > 1 {
		src = strings.NewReplacer(`  decided_by: ""`, `  decided_by: "区编委"`, `  decision_no: ""`, `  decision_no: "青编〔2026〕3号"`, `  decided_on: ""`, `  decided_on: "2026-02-20"`).Replace(src)
	}
	lines := slices.DeleteFunc(strings.Split(src, "\n"), func(l string) bool { return strings.Contains(l, `{id: "B1.4"`) })
	for i, l := range lines {
		if strings.Contains(l, `{id: "E1.1"`) {
			lines[i] = strings.Replace(l, "points: 1.0", "points: 2.0", 1)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(lines, "\n")), 0o600))
}
