package main

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/spf13/cobra"

	"zoufang/words"
)

func TestManualPageHasEveryCommandAndFlag(t *testing.T) {
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		a := &app{lang: lang}
		root := a.root()
		page := manPage(a, root)
		walk(root, func(c *cobra.Command) {
			if c.Hidden || c == root {
				return
			}
			if !strings.Contains(page, "\n.SS "+roff(c.UseLine())+"\n") {
				t.Errorf("%s: %s is missing", lang, c.CommandPath())
			}
			for _, row := range flagRows(c.LocalNonPersistentFlags()) {
				if !strings.Contains(page, "\n"+roff(strings.TrimSpace(row[0]))+"\n") {
					t.Errorf("%s: %s of %s is missing", lang, row[0], c.CommandPath())
				}
			}
		})
	}
}

// The formatter has the last word on what is an order and what is text.
func TestFormatterTakesTheManualPage(t *testing.T) {
	exe, err := exec.LookPath("groff")
	if err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("CI must have groff (groff-base)")
		}
		t.Skip("no groff here")
	}
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		a := &app{lang: lang}
		cmd := exec.Command(exe, "-man", "-ww", "-Tutf8", "-Kutf8", "-rLL=200n")
		cmd.Stdin = strings.NewReader(manPage(a, a.root()))
		var out, warned bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &warned
		if err := cmd.Run(); err != nil || warned.Len() > 0 {
			t.Errorf("%s: %v %s", lang, err, warned.String())
		}
		for _, want := range []string{"--book", "zoufang merge /media/usb/*.zfb"} {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s: %q did not come through", lang, want)
			}
		}
	}
}

func manPage(a *app, root *cobra.Command) string {
	var b bytes.Buffer
	a.man(&b, root)
	return b.String()
}

func TestRoffTakesTextForText(t *testing.T) {
	for in, want := range map[string]string{
		".TH x":          `\&.TH x`,
		"a\n'b":          "a\n\\&'b",
		`C:\data --book`: `C:\edata \-\-book`,
	} {
		if got := roff(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
