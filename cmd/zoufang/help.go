package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/rivo/uniseg"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zoufang/words"
)

// cobra's own help is English only, so the program writes its own: what the command does, how it is called, examples,
// its commands or flags, and for the program itself the exit codes.
func (a *app) help(cmd *cobra.Command, w io.Writer) {
	text := cmd.Long
	if text == "" {
		text = cmd.Short
	}
	fmt.Fprintf(w, "%s\n\n%s\n  %s\n", text, words.CmdUsage.In(a.lang), cmd.UseLine())
	if cmd.HasExample() {
		fmt.Fprintf(w, "\n%s\n%s\n", words.CmdExamples.In(a.lang), indent(cmd.Example))
	}
	for _, group := range append(cmd.Groups(), &cobra.Group{Title: words.CmdCommands.In(a.lang)}) {
		var rows [][2]string
		for _, c := range cmd.Commands() {
			if c.GroupID == group.ID && !c.Hidden {
				rows = append(rows, [2]string{c.Name(), c.Short})
			}
		}
		list(w, group.Title, rows)
	}
	list(w, words.CmdFlags.In(a.lang), flagRows(cmd.LocalNonPersistentFlags()))
	list(w, words.CmdGlobalFlags.In(a.lang), flagRows(cmd.Root().PersistentFlags()))
	if !cmd.HasParent() {
		fmt.Fprintf(w, "\n%s\n%s\n", words.CmdExitCodes.In(a.lang), indent(words.CmdExitCodeList.In(a.lang)))
	}
	if cmd.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", words.CmdMoreHelp.F(a.lang, cmd.CommandPath()))
	}
}

func flagRows(flags *pflag.FlagSet) (rows [][2]string) {
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		value, usage := pflag.UnquoteUsage(f)
		if value != "" {
			name += " " + value
		}
		rows = append(rows, [2]string{name, usage})
	})
	return rows
}

// list writes a title and two columns, aligned by the width the characters have on a terminal. Nothing is written for
// an empty list.
func list(w io.Writer, title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	fmt.Fprintf(w, "\n%s\n", title)
	columns := make([][]string, len(rows))
	for i, r := range rows {
		columns[i] = []string{"  " + r[0], r[1]}
	}
	grid(w, columns)
}

// grid writes rows of cells in columns, aligned by the width the characters have on a terminal. A column that is mostly
// numbers is set to the right, its title too.
func grid(w io.Writer, rows [][]string) {
	var widths, numbers []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths, numbers = append(widths, 0), append(numbers, 0)
			}
			widths[i] = max(widths[i], uniseg.StringWidth(cell))
			if isNumber(cell) {
				numbers[i]++
			}
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			gap := strings.Repeat(" ", widths[i]-uniseg.StringWidth(cell))
			if numbers[i]*2 >= len(rows) {
				line.WriteString(gap + cell + "  ")
			} else {
				line.WriteString(cell + gap + "  ")
			}
		}
		fmt.Fprintln(w, strings.TrimRight(line.String(), " "))
	}
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.+-/") == "" && strings.ContainsAny(s, "0123456789")
}

func indent(text string) string {
	return "  " + strings.ReplaceAll(strings.TrimSpace(text), "\n", "\n  ")
}

// didYouMean is the command closest to a mistyped one; "" when none is close.
func didYouMean(cmd *cobra.Command, typed string) string {
	near := cmd.SuggestionsFor(typed)
	slices.Sort(near)
	if len(near) == 0 {
		return ""
	}
	return near[0]
}
