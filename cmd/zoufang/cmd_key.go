package main

import (
	"fmt"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/words"
)

// keyCommand is about the keys that bundles are sealed with.
func (a *app) keyCommand() *cobra.Command {
	return a.subcommands(a.command(words.CmdKey, groupTravel), a.keyNew(), a.keyShow(), a.keyTrust(), a.keyRevoke())
}

// keyNew makes a key of the office.
func (a *app) keyNew() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdKeyNew, ""))
	o := store.KeyOptions{}
	c.Flags().StringVar(&o.Label, "label", "", words.FlagKeyLabel.In(a.lang))
	c.Flags().BoolVar(&o.Escrow, "escrow", false, words.FlagKeyEscrow.In(a.lang))
	out := c.Flags().StringP("out", "o", "", words.FlagKeyOut.In(a.lang))
	bare := c.Flags().Bool("no-passphrase", false, words.FlagKeyOpen.In(a.lang))
	env := ""
	a.envFlag(c, &env)
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.write(func(b *store.Book) error {
			passphrase := ""
			if !b.MayRecordKeys() {
				*bare = true // it is refused, and nobody is asked for nothing
			}
			if !*bare {
				var err error
				if passphrase, err = a.newPassphrase(env); err != nil {
					return err
				}
				if passphrase == "" {
					return newFault("usage.nopassphrase", passphraseEnv)
				}
			}
			k, path, err := b.NewKey(a.ctx, *out, o, passphrase)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(madeView{a.keyView(k), path, !*bare})
			}
			a.say(words.CmdKeyMade, path, k.Recipient, words.Phrase(a.lang, k.Fingerprint))
			if *bare {
				a.warn(words.CmdKeyOpen, path)
			} else {
				a.warn(words.CmdKeyGuard)
			}
			a.say(words.CmdKeyTravels)
			return nil
		})
	}
	return c
}

type madeView struct {
	keyView
	Path    string `json:"path"`
	Guarded bool   `json:"passphrase"`
}

// keyShow lists the keys.
func (a *app) keyShow() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdKeyShow, ""))
	c.Args = exactly(0)
	c.RunE = func(*cobra.Command, []string) error {
		return a.besides(func(b *store.Book) error {
			list, err := b.Keys(a.ctx)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(a.keysView(b, list))
			}
			a.printKeys(b, list)
			return nil
		})
	}
	return c
}

type keyView struct {
	Recipient string    `json:"recipient"`
	Label     string    `json:"label"`
	Escrow    bool      `json:"escrow"`
	State     string    `json:"state"`
	Doubted   bool      `json:"doubted,omitempty"`
	Phrase    string    `json:"phrase"`
	By        string    `json:"by,omitempty"`
	At        time.Time `json:"at,omitzero"`
}

func (a *app) keyView(k store.Key) keyView {
	return keyView{k.Recipient, k.Label, k.Escrow, string(k.State), k.Doubted, words.Phrase(a.lang, k.Fingerprint), k.By.Name, k.At}
}

type secretView struct {
	Recipient string `json:"recipient"`
	Guarded   bool   `json:"passphrase"`
	Phrase    string `json:"phrase"`
}

type keysView struct {
	Own    string       `json:"own"`
	Secret []secretView `json:"secret"`
	Keys   []keyView    `json:"keys"`
}

func (a *app) keysView(b *store.Book, list []store.Key) keysView {
	v := keysView{Own: b.OwnRecipient(), Secret: []secretView{}, Keys: []keyView{}}
	_, office := b.Ring().Own()
	for _, r := range office {
		v.Secret = append(v.Secret, secretView{r, b.Ring().Guarded(r), words.Phrase(a.lang, store.KeyFingerprint(r))})
	}
	for _, k := range list {
		v.Keys = append(v.Keys, a.keyView(k))
	}
	return v
}

func (a *app) printKeys(b *store.Book, list []store.Key) {
	v := a.keysView(b, list)
	if v.Own != "" {
		fmt.Fprintf(a.out, "%s\n  %s\n\n", words.CmdKeyOwn.In(a.lang), v.Own)
	}
	if len(v.Secret) > 0 {
		a.say(words.CmdKeyHere)
		for _, s := range v.Secret {
			guard := words.CmdKeyBare
			if s.Guarded {
				guard = words.CmdKeyGuarded
			}
			fmt.Fprintf(a.out, "  %s\n  %s  %s\n\n", s.Recipient, s.Phrase, guard.In(a.lang))
		}
	}
	a.say(words.CmdKeyKnown)
	if len(list) == 0 {
		fmt.Fprintln(a.out, "  "+words.CmdKeyNone.In(a.lang))
	}
	for _, k := range list {
		state := words.KeyStates[string(k.State)]
		if k.State == store.KeyPending {
			state = words.CmdKeyPending
		}
		fmt.Fprintf(a.out, "  %s  %s\n  %s\n  %s\n", a.keyName(k), state.In(a.lang), k.Recipient, words.Phrase(a.lang, k.Fingerprint))
		if k.By.Name != "" {
			fmt.Fprintln(a.out, "  "+words.CmdKeyFrom.F(a.lang, k.By.Name, k.At.Local().Format("2006-01-02 15:04")))
		}
		fmt.Fprintln(a.out)
	}
	a.warnDoubted(list)
}

// keyName is what people call a key.
func (a *app) keyName(k store.Key) string {
	name := k.Label
	if name == "" {
		name = words.SealNameless.In(a.lang)
	}
	if k.Escrow {
		return words.SealEscrow.F(a.lang, name)
	}
	return name
}

func (a *app) warnDoubted(list []store.Key) {
	for _, k := range list {
		if k.Doubted && k.State == store.KeyUsed {
			a.warn(words.CmdKeyDoubted, a.keyName(k))
		}
	}
}

// keyTrust has bundles sealed for a public key.
func (a *app) keyTrust() *cobra.Command {
	c := a.jsonFlag(a.command(words.CmdKeyTrust, ""))
	o := store.KeyOptions{}
	c.Flags().StringVar(&o.Label, "label", "", words.FlagKeyLabel.In(a.lang))
	c.Flags().BoolVar(&o.Escrow, "escrow", false, words.FlagKeyEscrow.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeKeys
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			k, recorded, err := b.TrustKey(a.ctx, args[0], o)
			if err != nil {
				return err
			}
			if a.json {
				return a.printJSON(a.keyView(k))
			}
			a.say(words.CmdKeyTrusted, a.keyName(k), words.Phrase(a.lang, k.Fingerprint))
			a.sayTravels(recorded)
			return nil
		})
	}
	return c
}

func (a *app) sayTravels(recorded bool) {
	if recorded {
		a.say(words.CmdKeyTravels)
		return
	}
	a.say(words.CmdKeyHereOnly)
}

// keyRevoke has nothing sealed for a public key any more.
func (a *app) keyRevoke() *cobra.Command {
	c := a.command(words.CmdKeyRevoke, "")
	reason := c.Flags().String("reason", "", words.FlagReason.In(a.lang))
	c.Args = exactly(1)
	c.ValidArgsFunction = a.completeKeys
	c.RunE = func(_ *cobra.Command, args []string) error {
		return a.write(func(b *store.Book) error {
			recorded, err := b.RevokeKey(a.ctx, args[0], *reason)
			if err != nil {
				return err
			}
			a.say(words.CmdKeyRevoked, args[0])
			a.sayTravels(recorded)
			return nil
		})
	}
	return c
}

// completeKeys offers the public keys of the book to the shell, with their names.
func (a *app) completeKeys(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	err := a.read(func(b *store.Book) error {
		list, err := b.Keys(a.ctx)
		for _, k := range list {
			out = append(out, k.Recipient+"\t"+a.keyName(k))
		}
		return err
	})
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return slices.Clip(out), cobra.ShellCompDirectiveNoFileComp
}
