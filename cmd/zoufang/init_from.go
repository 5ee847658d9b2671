package main

import (
	"errors"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// initFrom begins a book with a file of the office, for the person: known by number or name, with the role the office gave
// unless one is said. A passphrase is asked for, or taken from the environment, where the file is under one.
func (a *app) initFrom(path, env string, me checklist.Person, said bool) error {
	if own := a.bookPath(); exists(own) {
		return newFault("book.exists", own)
	}
	passphrase, err := envPassphrase(env)
	if err != nil {
		return err
	}
	b, err := a.takeOver(a.ctx, path, passphrase)
	if store.Asks(err) != "" && passphrase == "" && a.terminal() != nil {
		if passphrase, err = a.ask(words.CmdAskBundle); err != nil {
			return err
		}
		b, err = a.takeOver(a.ctx, path, passphrase)
	}
	if err != nil {
		return err
	}
	for _, typed := range []string{me.Number, me.Name} {
		if p, no := a.personNamed(b, typed); no == nil {
			if said {
				p.Role = me.Role
			}
			me = p
			break
		}
	}
	if err = b.SetMe(a.ctx, me); err != nil {
		own := b.Info().Path
		err = errors.Join(err, b.Close())
		if own != path {
			err = errors.Join(err, removeBook(own))
		}
		return err
	}
	a.say(words.CmdInitDone, b.Info().Path, b.Info().District, b.Info().Year)
	kept, err := b.KeptBack(a.ctx)
	for _, k := range kept {
		a.say(words.KeptLine, a.laptopNames([]store.DeviceInfo{k.Device})[0], int(k.Changes))
	}
	return errors.Join(err, b.Close())
}
