package main

import (
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

func (a *app) phrasesCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdPhrases, groupWork), a.phrasesList(), a.phrasesAdd(), a.phrasesImport(), a.phrasesRename(), a.phrasesWithdraw())
}

type phraseView struct {
	Number int          `json:"number"`
	ID     checklist.ID `json:"id"`
	Use    string       `json:"use"`
	Name   string       `json:"name,omitempty"`
	Text   string       `json:"text"`
}

// phrasesList lists the phrases; the number of a phrase is its place in the whole list.
func (a *app) phrasesList() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdPhrasesList, ""))
	use := a.useFlag(c)
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		if err := a.checkUse(*use); err != nil {
			return err
		}
		return a.read(func(b *store.Book) error {
			list, err := b.Phrases(a.ctx)
			if err != nil {
				return err
			}
			views := []phraseView{}
			for i, p := range list {
				if *use == "" || p.Use == *use {
					views = append(views, phraseView{i + 1, p.ID, p.Use, p.Name, p.Text})
				}
			}
			if a.json {
				return a.printJSON(views)
			}
			if len(views) == 0 {
				a.say(words.PhrasesNone)
			}
			rows := [][]string{}
			for _, v := range views {
				rows = append(rows, []string{strconv.Itoa(v.Number), words.PhraseUseWords[v.Use].In(a.lang), v.Name, strings.ReplaceAll(v.Text, "\n", " / ")})
			}
			grid(a.out, rows)
			return nil
		})
	}
	return c
}

func (a *app) useFlag(c *cobra.Command) *string {
	use := c.Flags().String("use", "", words.FlagUse.In(a.lang))
	return use
}

func (a *app) checkUse(use string) error {
	if use != "" && !slices.Contains(checklist.PhraseUses, use) {
		return newFault("usage.use", use, strings.Join(checklist.PhraseUses, " "))
	}
	return nil
}

func (a *app) phrasesAdd() *cobra.Command {
	c := a.command(words.CmdPhrasesAdd, "")
	use := a.useFlag(c)
	name := c.Flags().String("name", "", words.FlagPhraseName.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if err := a.checkUse(*use); err != nil {
			return err
		}
		return a.keepPhrases(checklist.Phrase{Text: args[0], Use: *use, Name: *name})
	}
	return c
}

func (a *app) keepPhrases(list ...checklist.Phrase) error {
	return a.write(func(b *store.Book) error {
		s, err := b.SavePhrases(a.ctx, list...)
		if err == nil {
			a.say(words.PhrasesSaved, s.New, s.Changed, s.Same)
		}
		return err
	})
}

// phrasesImport takes a text file, one phrase a line.
func (a *app) phrasesImport() *cobra.Command {
	c := a.command(words.CmdPhrasesImport, "")
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		text, err := os.ReadFile(args[0])
		if err != nil {
			return &fault{code: "record.file", args: []any{args[0]}, err: err}
		}
		return a.keepPhrases(parsePhrases(string(text))...)
	}
	return c
}

// parsePhrases reads one phrase a line; a use may stand before a bar.
func parsePhrases(text string) (list []checklist.Phrase) {
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		p := checklist.Phrase{Text: line}
		if use, rest, ok := strings.Cut(line, "|"); ok && slices.Contains(checklist.PhraseUses, strings.TrimSpace(use)) {
			p.Use, p.Text = strings.TrimSpace(use), strings.TrimSpace(rest)
		}
		list = append(list, p)
	}
	return list
}

func (a *app) phrasesRename() *cobra.Command {
	c := a.command(words.CmdPhrasesRename, "")
	c.Args = exactly(2)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.withPhrase(args[0], func(b *store.Book, p checklist.Phrase) error {
			err := b.RenamePhrase(a.ctx, p.ID, args[1])
			if err == nil {
				a.say(words.PhraseRenamed, args[1])
			}
			return err
		})
	}
	return c
}

func (a *app) phrasesWithdraw() *cobra.Command {
	c := a.command(words.CmdPhrasesWithdraw, "")
	reason := c.Flags().String("reason", "", words.FlagUnitWhy.In(a.lang))
	c.Args = exactly(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.withPhrase(args[0], func(b *store.Book, p checklist.Phrase) error {
			err := b.WithdrawPhrase(a.ctx, p.ID, *reason)
			if err == nil {
				a.say(words.PhraseGone, p.Text)
			}
			return err
		})
	}
	return c
}

// withPhrase finds a phrase by its number in the list.
func (a *app) withPhrase(typed string, fn func(*store.Book, checklist.Phrase) error) error {
	return a.write(func(b *store.Book) error {
		list, err := b.Phrases(a.ctx)
		if err != nil {
			return err
		}
		n, err := strconv.Atoi(typed)
		if err != nil || n < 1 || n > len(list) {
			return &store.Fault{Code: "phrase.unknown"}
		}
		return fn(b, list[n-1])
	})
}
