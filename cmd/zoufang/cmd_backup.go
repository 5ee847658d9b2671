package main

import (
	"time"

	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/words"
)

// backupCommand writes a copy of the book that is whole, whatever is being typed; without a name it tells how it stands
// with the copies that are made by themselves.
func (a *app) backupCommand() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdBackup, groupBook))
	seal := c.Flags().Bool("seal", false, words.FlagBackupSeal.In(a.lang))
	c.Args = atMost(1)
	c.RunE = func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return a.read(a.showBackup)
		}
		return a.besides(func(b *store.Book) error {
			step, done := a.progress()
			x, err := b.BackupTo(a.ctx, args[0], store.BackupOptions{Seal: *seal, Progress: step})
			done()
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(copyView{x.Path, x.Size, x.SHA.String(), x.Digest, x.Sealed})
			}
			a.say(words.CmdBackupDone, args[0])
			return nil
		})
	}
	c.AddCommand(a.backupAutoCommand())
	return c
}

type copyView struct {
	Path   string `json:"path"`
	Size   int64  `json:"size"`
	SHA    string `json:"sha256"`
	Digest string `json:"digest"`
	Sealed bool   `json:"sealed"`
}

// backupAutoCommand sets where copies go by themselves, ends it, or makes the next one now.
func (a *app) backupAutoCommand() *cobra.Command {
	c := a.command(words.CmdBackupAuto, "")
	to := c.Flags().String("to", "", words.FlagBackupTo.In(a.lang))
	every := c.Flags().Duration("every", store.BackupEvery, words.FlagBackupEvery.In(a.lang))
	keep := c.Flags().Int("keep", store.BackupKeep, words.FlagBackupKeep.In(a.lang))
	seal := c.Flags().Bool("seal", false, words.FlagBackupSeal.In(a.lang))
	c.Args = atMost(1)
	c.ValidArgs = []string{"off", "now"}
	c.RunE = func(_ *cobra.Command, args []string) error {
		what := ""
		if len(args) > 0 {
			what = args[0]
		}
		switch {
		case what == "" && *to != "":
			return a.write(func(b *store.Book) error {
				if err := b.SetBackup(a.ctx, store.BackupPlan{Dir: *to, Every: *every, Keep: *keep, Seal: *seal}); err != nil {
					return err
				}
				return a.autoBackup(b)
			})
		case what == "off" && *to == "":
			return a.write(func(b *store.Book) error {
				if err := b.SetBackup(a.ctx, store.BackupPlan{}); err != nil {
					return err
				}
				a.say(words.CmdBackupOff)
				return nil
			})
		case what == "now" && *to == "":
			return a.write(a.autoBackup)
		}
		return newFault("usage.backupauto")
	}
	return c
}

// autoBackup makes the copy that the plan asks for, and says how it stands.
func (a *app) autoBackup(b *store.Book) error {
	s, err := b.BackupState(a.ctx)
	if err != nil {
		return err
	}
	if s.Plan.Dir == "" {
		return &store.Fault{Code: "backup.off"}
	}
	step, done := a.progress()
	_, err = b.AutoBackup(a.ctx, step)
	done()
	if err != nil {
		return err
	}
	return a.showBackup(b)
}

type backupView struct {
	Dir    string    `json:"dir"` // "" where no copies are made
	Every  float64   `json:"every_minutes,omitempty"`
	Keep   int       `json:"keep,omitempty"`
	Seal   bool      `json:"seal"`
	Last   time.Time `json:"last,omitzero"`
	Path   string    `json:"path,omitempty"`
	Kept   int       `json:"kept"`
	Fresh  bool      `json:"fresh"`
	Due    bool      `json:"due"`
	Reason string    `json:"reason,omitempty"` // code of what a person should be told
}

// showBackup tells how it stands with the copies.
func (a *app) showBackup(b *store.Book) error {
	s, err := b.BackupState(a.ctx)
	if err != nil {
		return err
	}
	alarm := s.Alarm(time.Now())
	if a.json {
		v := backupView{s.Plan.Dir, s.Plan.Every.Minutes(), s.Plan.Keep, s.Plan.Seal, s.Last, s.Path, s.Kept, s.Fresh, s.Due, ""}
		if f, ok := alarm.(interface{ FaultCode() string }); ok {
			v.Reason = f.FaultCode()
		}
		return a.printJSON(v)
	}
	if s.Plan.Dir == "" {
		a.say(words.CmdBackupNone)
		return nil
	}
	a.say(words.CmdBackupPlan, s.Plan.Dir, words.Span(a.lang, int(s.Plan.Every.Minutes())), s.Plan.Keep)
	if !s.Last.IsZero() {
		a.say(words.CmdBackupLast, s.Last.Format("2006-01-02 15:04"), s.Path, s.Kept)
	}
	switch {
	case alarm != nil:
		a.say(words.CmdBackupAlarm, words.Explain(a.lang, alarm))
	case s.Fresh:
		a.say(words.CmdBackupFresh)
	case s.Plan.Seal:
		a.say(words.CmdBackupSealed)
	}
	return nil
}
