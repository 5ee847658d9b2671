package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/words"
)

// manCommand writes the manual page in roff, made of the same texts as the help. It is for whoever packs the program,
// so the help does not list it.
func (a *app) manCommand() *cobra.Command {
	c := a.command(words.CmdMan, groupBook)
	c.Hidden = true
	c.Args = exactly(0)
	c.RunE = func(cmd *cobra.Command, _ []string) error {
		a.man(a.out, cmd.Root())
		return nil
	}
	return c
}

// man writes the page: the program first, then every command that the help lists, each with its texts.
func (a *app) man(w io.Writer, root *cobra.Command) {
	// Lines stay as they are written: the formatter can neither break nor stretch Chinese ones.
	fmt.Fprintf(w, ".TH ZOUFANG 1 \"\" \"zoufang %s\" \"%s\"\n.nh\n.ad l\n", roff(version), words.ManTitle.In(a.lang))
	section := func(t words.Text) { fmt.Fprintf(w, ".SH %s\n", roff(strings.TrimRight(t.In(a.lang), "：:"))) }
	section(words.ManName)
	fmt.Fprintf(w, "zoufang \\- %s\n", roff(root.Short))
	section(words.CmdUsage)
	fmt.Fprintf(w, "%s\n", roff(root.UseLine()))
	section(words.ManDescription)
	literal(w, root.Long)
	section(words.CmdGlobalFlags)
	manRows(w, flagRows(root.PersistentFlags()))
	section(words.CmdExamples)
	literal(w, root.Example)
	section(words.CmdExitCodes)
	literal(w, words.CmdExitCodeList.In(a.lang))
	section(words.CmdCommands)
	a.manCommands(w, root)
}

// manCommands writes the commands below one, in the order of the help.
func (a *app) manCommands(w io.Writer, under *cobra.Command) {
	for _, c := range under.Commands() {
		if c.Hidden {
			continue
		}
		fmt.Fprintf(w, ".SS %s\n", roff(c.UseLine()))
		text := c.Long
		if text == "" {
			text = c.Short
		}
		literal(w, text)
		manRows(w, flagRows(c.LocalNonPersistentFlags()))
		if c.HasExample() {
			literal(w, c.Example)
		}
		a.manCommands(w, c)
	}
}

// manRows writes flags with what they mean.
func manRows(w io.Writer, rows [][2]string) {
	for _, r := range rows {
		fmt.Fprintf(w, ".TP\n%s\n%s\n", roff(strings.TrimSpace(r[0])), roff(r[1]))
	}
}

// literal writes lines as they stand.
func literal(w io.Writer, text string) {
	fmt.Fprintf(w, ".PP\n.nf\n%s\n.fi\n", roff(strings.TrimSpace(text)))
}

// roff keeps text from being taken for orders to the formatter.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text)
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		if strings.HasPrefix(l, ".") || strings.HasPrefix(l, "'") {
			lines[i] = `\&` + l
		}
	}
	return strings.Join(lines, "\n")
}
