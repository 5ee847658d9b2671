package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"
)

// sealFlags are the flags of export that say for whom the bundle is sealed.
type sealFlags struct {
	to                []string
	plain, passphrase bool
	env               string
}

func (a *app) sealFlags(c *cobra.Command) *sealFlags {
	f := &sealFlags{}
	c.Flags().StringArrayVar(&f.to, "to", nil, words.FlagTo.In(a.lang))
	c.Flags().BoolVar(&f.plain, "plain", false, words.FlagPlain.In(a.lang))
	c.Flags().BoolVar(&f.passphrase, "passphrase", false, words.FlagPassphrase.In(a.lang))
	a.envFlag(c, &f.env)
	return f
}

// sealing is what the flags ask for.
func (a *app) sealing(f *sealFlags) (store.Sealing, error) {
	s := store.Sealing{To: f.to, Plain: f.plain}
	phrase := f.passphrase || f.env != ""
	if f.plain && (phrase || len(f.to) > 0) || phrase && len(f.to) > 0 {
		return s, newFault("usage.seal")
	}
	if !phrase {
		return s, nil
	}
	var err error
	if s.Passphrase, err = a.newPassphrase(f.env); err == nil && s.Passphrase == "" {
		err = newFault("usage.nopassphrase", passphraseEnv)
	}
	return s, err
}

// saySealed says for whom a bundle was sealed, or loudly that it was not, and why.
func (a *app) saySealed(b *store.Book, x store.Exported, f *sealFlags) error {
	switch {
	case x.Sealed != nil && x.Sealed.Passphrase:
		a.say(words.CmdExportUnder)
	case x.Sealed != nil:
		names := append(a.sealedForKeys(x.Sealed), words.SealOwn.In(a.lang))
		names = append(names, words.LaptopsShown(a.lang, a.laptopNames(x.Sealed.Laptops))...)
		a.say(words.CmdExportFor, strings.Join(names, words.CmdListSep.In(a.lang)))
		a.warnDoubted(x.Sealed.Keys)
		a.warnClosed(x.Sealed)
	case f.plain:
		a.warn(words.CmdExportAsked)
	default:
		_, pending, err := b.Sealing(a.ctx)
		if err != nil {
			return err
		}
		if len(pending) > 0 {
			a.warn(words.CmdExportWaits, len(pending))
		} else {
			a.warn(words.CmdExportNoKey)
		}
	}
	return nil
}

// warnClosed names the laptops that cannot open a bundle of the office's.
func (a *app) warnClosed(s *store.Sealed) {
	if s == nil {
		return
	}
	if len(s.Silent) > 0 {
		a.warn(words.SealSilent, strings.Join(a.laptopNames(s.Silent), words.CmdListSep.In(a.lang)))
	}
	if s.NoLaptop() {
		a.warn(words.SealNoLaptop)
	}
}

// sealedFor names those who can open a bundle, without the laptop that wrote it.
func (a *app) sealedFor(s *store.Sealed) []string {
	if s == nil {
		return []string{}
	}
	return append(a.sealedForKeys(s), a.laptopNames(s.Laptops)...)
}

// sealedForKeys names the keys that open a bundle.
func (a *app) sealedForKeys(s *store.Sealed) []string {
	names := []string{}
	for _, k := range s.Keys {
		names = append(names, a.keyName(k))
	}
	return append(names, s.To...)
}

// sealKind is how a bundle was sealed, for programs.
func sealKind(s *store.Sealed) string {
	switch {
	case s == nil:
		return ""
	case s.Passphrase:
		return "passphrase"
	}
	return "keys"
}

// openSealed gives what is inside a file, asking for passphrases where they are needed. Where nothing opens it, it says
// what shows from outside, and the error why.
func (a *app) openSealed(path string, o openers, do func(in io.Reader, env *bundle.Envelope) error) error {
	ring := store.NewRing("")
	if err := a.addIdentities(ring, o); err != nil {
		return err
	}
	u := &unlocking{a: a, ring: ring, env: o.env}
	for {
		f, err := os.Open(path)
		if err != nil {
			return &fault{code: "cmd.file", args: []any{path}, err: err}
		}
		in, env, err := ring.Open(f)
		if err == nil {
			defer f.Close()
			return do(in, env)
		}
		st, no := f.Stat()
		_ = f.Close() // only read
		if no != nil {
			return no
		}
		again, no := u.more(store.Asks(err))
		if no != nil {
			return no
		}
		if again {
			continue
		}
		if env != nil {
			if no := a.printEnvelope(path, env, st.Size()); no != nil {
				return no
			}
		}
		return err
	}
}

// printEnvelope says what a sealed file shows to everybody.
func (a *app) printEnvelope(path string, env *bundle.Envelope, size int64) error {
	if a.json {
		return json.NewEncoder(a.out).Encode(map[string]any{"sealed": map[string]any{"bytes": size, "recipients": env.Kinds}})
	}
	fmt.Fprintln(a.out, path)
	out := fields{w: a.out, lang: a.lang}
	out.line(words.InspectSealed.In(a.lang), words.CmdSealedFile.F(a.lang, size))
	out.line(words.InspectSealed.In(a.lang), words.CmdSealedKinds.F(a.lang, a.openedBy(env)))
	return nil
}

// openedBy says what kinds of key open a sealed file.
func (a *app) openedBy(env *bundle.Envelope) string {
	if env.Passphrase() {
		return words.CmdSealedPhrase.In(a.lang)
	}
	var parts []string
	keys := 0
	for _, kind := range env.Kinds {
		if kind == "X25519" {
			keys++
		} else if other := words.CmdSealedOther.F(a.lang, kind); !slices.Contains(parts, other) {
			parts = append(parts, other)
		}
	}
	if keys > 0 {
		parts = append([]string{words.CmdSealedKey.F(a.lang, keys)}, parts...)
	}
	return strings.Join(parts, words.CmdListSep.In(a.lang))
}
