package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"
)

// passphraseEnv is where scripts put a passphrase. It is never a flag's value: those show in lists of processes.
const passphraseEnv = "ZOUFANG_PASSPHRASE"

// maxAsked is how often a wrong passphrase is asked for again.
const maxAsked = 3

// openers are the flags of commands that open sealed files.
type openers struct {
	identities []string
	env        string
}

func (a *app) openFlags(c *cobra.Command, o *openers) {
	c.Flags().StringArrayVar(&o.identities, "identity", nil, words.FlagIdentity.In(a.lang))
	a.envFlag(c, &o.env)
}

func (a *app) envFlag(c *cobra.Command, env *string) {
	c.Flags().StringVar(env, "passphrase-env", "", words.FlagPassphraseEnv.In(a.lang))
}

// envPassphrase is the passphrase that a script gave; "" when there is none. A variable that was named must hold one.
func envPassphrase(env string) (string, error) {
	if env == "" {
		return os.Getenv(passphraseEnv), nil
	}
	if p := os.Getenv(env); p != "" {
		return p, nil
	}
	return "", newFault("usage.nopassphrase", env)
}

// terminal is where a person can be asked without the answer showing; nil when there is none.
func (a *app) terminal() *os.File {
	if f, ok := a.in.(*os.File); ok && isTerminal(f) && a.tty != nil {
		return f
	}
	return nil
}

// ask asks for a passphrase without showing it.
func (a *app) ask(question words.Text) (string, error) {
	f := a.terminal()
	if f == nil {
		return "", newFault("usage.passphrase", passphraseEnv)
	}
	before, err := term.GetState(f.Fd())
	if err != nil {
		return "", err
	}
	fmt.Fprint(a.errs, question.In(a.lang))
	type answer struct {
		text []byte
		err  error
	}
	typed := make(chan answer, 1)
	go func() {
		text, err := term.ReadPassword(f.Fd())
		typed <- answer{text, err}
	}()
	select {
	case x := <-typed:
		fmt.Fprintln(a.errs)
		return string(x.text), x.err
	case <-a.ctx.Done():
		fmt.Fprintln(a.errs)
		return "", &fault{code: "cmd.stopped", err: errors.Join(a.ctx.Err(), term.Restore(f.Fd(), before))}
	}
}

// newPassphrase is the passphrase for something that is being sealed: of the script, or asked twice.
func (a *app) newPassphrase(env string) (string, error) {
	given, err := envPassphrase(env)
	if given != "" || err != nil {
		return given, err
	}
	first, err := a.ask(words.CmdAskPhrase)
	if err != nil {
		return "", err
	}
	second, err := a.ask(words.CmdAskPhrase2)
	if err != nil {
		return "", err
	}
	if first != second {
		return "", newFault("cmd.passphrases")
	}
	return first, nil
}

// addIdentities takes the identity files that were named.
func (a *app) addIdentities(ring *store.Ring, o openers) error {
	for _, path := range o.identities {
		err := ring.AddFile(path, "")
		if store.IsFault(err, bundle.FaultLocked) {
			var p string
			if p, err = envPassphrase(o.env); p == "" && err == nil {
				p, err = a.ask(words.CmdAskOffice)
			}
			if err == nil {
				err = ring.AddFile(path, p)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// unlocking gives a ring passphrases, one after the other, while something stays closed for want of one.
type unlocking struct {
	a     *app
	ring  *store.Ring
	env   string
	tries int
}

// more gives the ring one more passphrase for what is closed, for the reason that store gives; false when there is
// none to be had: the script's was tried, or there is nobody to ask.
func (u *unlocking) more(why string) (bool, error) {
	if why == "" || u.tries == maxAsked {
		return false, nil
	}
	given, err := envPassphrase(u.env)
	if err != nil || given != "" && u.tries > 0 {
		return false, err
	}
	if given == "" {
		if u.a.terminal() == nil {
			return false, nil
		}
		question := words.CmdAskBundle
		if why == "key.locked" {
			question = words.CmdAskOffice
		}
		if u.tries > 0 {
			fmt.Fprintln(u.a.errs, words.OpenWrong.In(u.a.lang))
		}
		if given, err = u.a.ask(question); err != nil || given == "" {
			return false, err
		}
	}
	u.tries++
	_, err = u.ring.Unlock(given)
	return true, err
}

// preview makes the plan of a merge, asking for passphrases where they are needed to open what is sealed.
func (a *app) preview(b *store.Book, o openers, look func(step func(store.Progress)) (*store.Plan, error)) (*store.Plan, error) {
	u := &unlocking{a: a, ring: b.Ring(), env: o.env}
	for {
		step, done := a.progress()
		plan, err := look(step)
		done()
		if err != nil {
			return nil, err
		}
		again, err := u.more(plan.Asks())
		if err != nil {
			return nil, errors.Join(err, plan.Discard())
		}
		if !again {
			return plan, nil
		}
		if err := plan.Discard(); err != nil {
			return nil, err
		}
	}
}
