package main

import (
	"fmt"

	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"
)

// cut tells a file of which a part may be saved.
func cut(f store.PlanFile) bool {
	return store.IsFault(f.Fault, bundle.FaultTruncated) || store.IsFault(f.Fault, bundle.FaultDamaged)
}

// printSalvage says what of a cut file can be proven, and what is lost.
func (a *app) printSalvage(s *store.Salvage) {
	if s == nil {
		return
	}
	a.say(words.CmdSalvageCut, words.Explain(a.lang, s.Cut))
	for _, r := range s.Saved {
		text := words.CmdSalvageRun
		if r.Waits {
			text = words.CmdSalvageWaits
		}
		a.say(text, a.deviceName(deviceView(r.Device)), r.First, r.Last)
	}
	if s.Broken != nil {
		a.say(words.CmdSalvageLost, a.deviceName(deviceView(s.Broken.Device)), s.Broken.First)
	}
	a.say(words.CmdSalvageSaid, s.Said.Changes, s.Said.Texts, s.Said.Files, s.Had.Changes, s.Had.Texts, s.Had.Files)
}

// saySalvaged says what was saved of a cut file and what its records still lack.
func (a *app) saySalvaged(r store.Report) {
	for _, f := range r.Files {
		if f.Verdict != store.Salvaged {
			continue
		}
		a.say(words.CmdSalvaged, f.New, f.Same)
		a.say(words.CmdSalvageLacks, f.Salvage.LacksTexts, len(f.Salvage.LacksFiles))
		for _, name := range f.Salvage.LacksFiles {
			fmt.Fprintf(a.out, "  %s\n", name)
		}
	}
}
