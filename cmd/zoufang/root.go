package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"zoufang/words"
)

// The groups of commands in the help.
const (
	groupWork   = "work"
	groupPlan   = "plan"
	groupResult = "result"
	groupWatch  = "watch"
	groupTravel = "travel"
	groupBook   = "book"
)

// root builds the command tree in the language of this run.
func (a *app) root() *cobra.Command {
	cobra.MousetrapHelpText = "" // a double click is how most people start the program
	cobra.EnableCommandSorting = false
	root := a.command(words.CmdRoot, "")
	root.SilenceUsage, root.SilenceErrors, root.SuggestionsMinimumDistance = true, true, 2
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetOut(a.out)
	root.SetErr(a.errs)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { a.help(cmd, a.out) })
	root.SetUsageFunc(func(cmd *cobra.Command) error { a.help(cmd, a.errs); return nil })
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return flagFault(err) })
	root.Args = func(cmd *cobra.Command, args []string) error { return noCommand(cmd, args) }
	root.RunE = func(*cobra.Command, []string) error { return a.open() }
	flags := root.PersistentFlags()
	flags.StringVar(&a.book, "book", "", words.FlagBook.In(a.lang))
	flags.Var(langValue{a}, "lang", words.FlagLang.In(a.lang))
	flags.BoolVar(&a.ascii, "ascii", false, words.FlagASCII.In(a.lang))
	flags.BoolP("help", "h", false, words.FlagHelp.In(a.lang))
	root.AddGroup(
		&cobra.Group{ID: groupWork, Title: words.CmdGroupWork.In(a.lang)},
		&cobra.Group{ID: groupPlan, Title: words.CmdGroupPlan.In(a.lang)},
		&cobra.Group{ID: groupResult, Title: words.CmdGroupResult.In(a.lang)},
		&cobra.Group{ID: groupWatch, Title: words.CmdGroupWatch.In(a.lang)},
		&cobra.Group{ID: groupTravel, Title: words.CmdGroupTravel.In(a.lang)},
		&cobra.Group{ID: groupBook, Title: words.CmdGroupBook.In(a.lang)})
	root.AddCommand(
		a.demoCommand(), a.initCommand(), a.unitsCommand(), a.moveWorkCommand(), a.reopenCommand(), a.phrasesCommand(), a.recordCommand(), a.showCommand(), a.scoreCommand(), a.searchCommand(), a.statusCommand(), a.roundCommand(), a.groupCommand(), a.teamsCommand(), a.interestsCommand(), a.planCommand(), a.ledgerCommand(), a.pastCommand(), a.slipCommand(), a.dueCommand(), a.warningsCommand(), a.compareCommand(), a.learningCommand(), a.importCommand(), a.rankCommand(), a.resultsCommand(), a.qualityCommand(), a.agreementCommand(), a.reportCommand(), a.logCommand(),
		a.exportCommand(), a.taskCommand(), a.inspectCommand(), a.mergeCommand(), a.receiptCommand(), a.returnCommand(), a.wipeCommand(), a.keyCommand(), a.conflictsCommand(), a.decideCommand(), a.troubleCommand(), a.devicesCommand(),
		a.schemeCommand(), a.checkCommand(), a.backupCommand(), a.restoreCommand(), a.lockCommand(), a.selfCheckCommand(), a.completionCommand(), a.manCommand(), a.versionCommand())
	root.SetHelpCommand(a.helpCommand())
	return root
}

// command makes a command with its texts.
func (a *app) command(t words.Command, group string) *cobra.Command {
	return &cobra.Command{Use: t.Use.In(a.lang), Short: t.Short.In(a.lang), Long: t.Long.In(a.lang), Example: t.Example.In(a.lang),
		GroupID: group, DisableFlagsInUseLine: true}
}

// helpCommand is "zoufang help COMMAND".
func (a *app) helpCommand() *cobra.Command {
	c := a.command(words.CmdHelp, groupBook)
	c.RunE = func(cmd *cobra.Command, args []string) error {
		found, rest, err := cmd.Root().Find(args)
		if err != nil || len(rest) > 0 {
			return noCommand(cmd.Root(), args)
		}
		a.help(found, a.out)
		return nil
	}
	return c
}

// noCommand refuses words where a command was expected.
func noCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := didYouMean(cmd, args[0]); near != "" {
		return newFault("usage.commandnear", args[0], near)
	}
	return newFault("usage.command", args[0])
}

// exactly, atLeast and atMost check how many arguments a command was given.
func exactly(n int) cobra.PositionalArgs { return between(n, n) }
func atLeast(n int) cobra.PositionalArgs { return between(n, 1<<30) }
func atMost(n int) cobra.PositionalArgs  { return between(0, n) }

func between(low, high int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < low {
			return newFault("usage.few", cmd.UseLine())
		}
		if len(args) > high {
			return newFault("usage.many", args[high], cmd.UseLine())
		}
		return nil
	}
}

// subcommands is the check and the run of a command that only has commands below it.
func (a *app) subcommands(c *cobra.Command, subs ...*cobra.Command) *cobra.Command {
	c.Args = func(cmd *cobra.Command, args []string) error { return noCommand(cmd, args) }
	c.RunE = func(cmd *cobra.Command, _ []string) error {
		a.help(cmd, a.errs)
		return newFault("usage.which", cmd.CommandPath())
	}
	c.AddCommand(subs...)
	return c
}

// jsonFlag gives a reading command --json.
func (a *app) jsonFlag(c *cobra.Command) *cobra.Command {
	c.Flags().BoolVar(&a.json, "json", false, words.FlagJSON.In(a.lang))
	return c
}

// flagFault says in a sentence of ours what the flag library found.
func flagFault(err error) error {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		name := "--" + unknown.GetSpecifiedName()
		if unknown.GetSpecifiedShortnames() != "" {
			name = "-" + unknown.GetSpecifiedName()
		}
		return newFault("usage.flag", name)
	case errors.As(err, &missing):
		return newFault("usage.flagvalue", "--"+missing.GetFlag().Name)
	case errors.As(err, &invalid):
		return newFault("usage.badvalue", "--"+invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &syntax):
		return newFault("usage.flag", syntax.GetSpecifiedFlag())
	}
	return &fault{code: "usage.flags", args: []any{err.Error()}, err: err}
}

// langValue is --lang. The language itself was found before the commands were built; here a wrong one is refused.
type langValue struct{ a *app }

func (v langValue) String() string { return "" }
func (v langValue) Type() string   { return "zh|en" }
func (v langValue) Set(s string) error {
	if s != string(words.ZH) && s != string(words.EN) {
		return fmt.Errorf("no language %q", s)
	}
	v.a.lang = words.Lang(s)
	return nil
}

func isTerminal(f *os.File) bool { return term.IsTerminal(f.Fd()) }
