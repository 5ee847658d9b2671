package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"zoufang/words"
)

// version is set by the release build; a build from the source says "devel" and the revision it came from.
var version = "devel"

func (a *app) versionCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdVersion, groupBook))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		v := versionInfo{Version: version, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
		if info, ok := debug.ReadBuildInfo(); ok {
			for _, s := range info.Settings {
				if s.Key == "vcs.revision" {
					v.Revision = s.Value
				}
			}
		}
		if a.json {
			return a.printJSON(v)
		}
		fmt.Fprintln(a.out, words.CmdVersionLine.F(a.lang, v.Version, v.System, v.Go))
		return nil
	}
	return c
}

type versionInfo struct {
	Version  string `json:"version"`
	Revision string `json:"revision,omitempty"`
	System   string `json:"system"`
	Go       string `json:"go"`
}

// completionCommand writes the script that lets a shell complete commands, flags and unit codes.
func (a *app) completionCommand() *cobra.Command {
	c := a.command(words.CmdCompletion, groupBook)
	c.Args = exactly(1)
	c.ValidArgs = []string{"bash", "zsh", "fish", "powershell"}
	c.RunE = func(cmd *cobra.Command, args []string) error {
		root := cmd.Root()
		switch args[0] {
		case "bash":
			return root.GenBashCompletionV2(a.out, true)
		case "zsh":
			return root.GenZshCompletion(a.out)
		case "fish":
			return root.GenFishCompletion(a.out, true)
		case "powershell":
			return root.GenPowerShellCompletionWithDesc(a.out)
		}
		return newFault("usage.shell", args[0])
	}
	return c
}
