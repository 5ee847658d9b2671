package main

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/spf13/cobra"

	"zoufang/words"
)

// walk visits a command and all below it.
func walk(c *cobra.Command, see func(*cobra.Command)) {
	see(c)
	for _, sub := range c.Commands() {
		walk(sub, see)
	}
}

var latinWord = regexp.MustCompile(`[A-Za-z][A-Za-z-]+`)

// typedWords are the Latin words that Chinese help may hold: what is typed on the command line, and names.
var typedWords = strings.Fields(`zoufang now JSON Lines Schema CSV XLSX UTF GBK Tab Enter db zfb jsonl csv xlsx md docs formats usb media
	bash zsh fish powershell bash-completion completions local share zh en age ZOUFANG PASSPHRASE yaml default practice
	reset there criterion opinion kappa ICC fact-sheet missing slip html txt pdf docx Word WPS self-score
	WORD M T XHB
	red orange yellow experience provision opinion confirmed`)

func TestHelpIsWholeInBothLanguages(t *testing.T) {
	typed := map[string]bool{}
	for _, w := range typedWords {
		typed[w] = true
	}
	walk((&app{lang: words.EN}).root(), func(c *cobra.Command) {
		typed[c.Name()] = true
		for _, row := range append(flagRows(c.LocalFlags()), flagRows(c.PersistentFlags())...) {
			for _, w := range latinWord.FindAllString(row[0], -1) {
				typed[strings.TrimPrefix(w, "--")] = true
			}
		}
	})
	for _, w := range []string{"leader", "member", "recorder", "office"} {
		typed[w] = true
	}
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		a := &app{lang: lang}
		walk(a.root(), func(c *cobra.Command) {
			if c.Short == "" || c.Root() != c && c.GroupID == "" && c.Parent() == c.Root() {
				t.Errorf("%s %s: no short text or no group", lang, c.CommandPath())
			}
			var out bytes.Buffer
			a.help(c, &out)
			text := out.String()
			if strings.Contains(text, "%") {
				t.Errorf("%s %s: a verb is left in\n%s", lang, c.CommandPath(), text)
			}
			if lang == words.EN {
				if i := strings.IndexFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) || r >= 0xff00 && r < 0xfff0 }); i >= 0 {
					t.Errorf("%s: Chinese in the English help: %.40s", c.CommandPath(), text[i:])
				}
				return
			}
			for _, w := range latinWord.FindAllString(text, -1) {
				if w = strings.TrimRight(w, "-"); !typed[w] {
					t.Errorf("%s: %q is left in the Chinese help", c.CommandPath(), w)
				}
			}
		})
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		args, env string
		want      words.Lang
	}{
		{"", "", words.ZH},
		{"", "LANG=en_US.UTF-8", words.EN},
		{"", "LANG=en_US.UTF-8 LC_ALL=zh_CN.GB18030", words.ZH},
		{"", "LANG=zh_CN.UTF-8 LC_MESSAGES=en_GB", words.EN},
		{"", "LC_ALL=C", words.ZH},
		{"", "LC_ALL=C.UTF-8", words.ZH},
		{"", "LANG=de_DE.UTF-8", words.EN},
		{"--lang en status", "LANG=zh_CN.UTF-8", words.EN},
		{"status --lang=zh", "LANG=en_US.UTF-8", words.ZH},
		{"--lang de", "LANG=zh_CN.UTF-8", words.ZH},
		{"record -- --lang en", "LANG=zh_CN.UTF-8", words.ZH},
	} {
		env := map[string]string{}
		for _, pair := range strings.Fields(c.env) {
			name, value, _ := strings.Cut(pair, "=")
			env[name] = value
		}
		if got := language(strings.Fields(c.args), func(name string) string { return env[name] }); got != c.want {
			t.Errorf("%q %q: %s, want %s", c.args, c.env, got, c.want)
		}
	}
}

func TestGridSetsNumbersRight(t *testing.T) {
	var out bytes.Buffer
	grid(&out, [][]string{{"单位", "n", "x"}, {"民政局", "5", "甲"}, {"A", "1.50", "乙丙"}})
	want := "单位       n  x\n民政局     5  甲\nA       1.50  乙丙\n"
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}
