package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTheIdleLockHasItsOwnPassphrase(t *testing.T) {
	b, _ := fieldBook(t, liMin)
	if l, err := b.IdleLock(ctx); err != nil || l != (IdleLock{}) {
		t.Fatalf("%+v %v", l, err)
	}
	wantFault(t, b.SetIdleLock(ctx, 0, "青澜区 评估"), "lock.minutes")
	wantFault(t, b.SetIdleLock(ctx, MaxIdleMinutes+1, "青澜区 评估 2026"), "lock.minutes")
	wantFault(t, b.SetIdleLock(ctx, 10, "短"), "passphrase.short")
	must(t, b.SetIdleLock(ctx, 10, "青澜区 评估 2026"))
	if l, err := b.IdleLock(ctx); err != nil || l.Minutes != 10 || l.Office {
		t.Fatalf("%+v %v", l, err)
	}
	wantFault(t, b.CheckIdleLock("青澜区 评估 2025"), "lock.wrong")
	wantFault(t, b.CheckIdleLock(""), "lock.wrong")
	must(t, b.CheckIdleLock("青澜区 评估 2026"))
	wantFault(t, b.ClearIdleLock(ctx, "不知道的口令"), "lock.wrong")
	must(t, b.ClearIdleLock(ctx, "青澜区 评估 2026"))
	if l, _ := b.IdleLock(ctx); l.Minutes != 0 {
		t.Errorf("%+v", l)
	}
	if left, _ := filepath.Glob(b.ident.path + idleLockExt); len(left) != 0 {
		t.Error("the verifier stays behind")
	}
}

// The passphrase is nowhere in the book, in no form.
func TestTheIdleLockIsNotInTheBook(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	must(t, b.SetIdleLock(ctx, 10, "quite-a-passphrase"))
	seq := b.own.seq
	must(t, b.SetIdleLock(ctx, 20, "quite-a-passphrase"))
	if b.own.seq != seq {
		t.Error("the lock is a change, and would travel")
	}
	must(t, b.Close())
	file, err := os.ReadFile(l.path())
	must(t, err)
	if strings.Contains(string(file), "passphrase") || strings.Contains(string(file), "age-encryption") {
		t.Error("the book knows the passphrase or its verifier")
	}
}

func TestTheIdleLockTakesTheOfficesPassphrase(t *testing.T) {
	b, _ := fieldBook(t, office)
	_, _, err := b.ring.WriteKey("", "编办", "office passphrase")
	must(t, err)
	if l, _ := b.IdleLock(ctx); !l.Office || l.Minutes != 0 {
		t.Fatalf("%+v", l)
	}
	wantFault(t, b.SetIdleLock(ctx, 5, "another passphrase"), "lock.wrong")
	must(t, b.SetIdleLock(ctx, 5, "office passphrase"))
	if b.hasVerifier() {
		t.Error("a verifier lies beside a passphrase that is known already")
	}
	if l, _ := b.IdleLock(ctx); l.Minutes != 5 || !l.Office {
		t.Errorf("%+v", l)
	}
	must(t, b.CheckIdleLock("office passphrase"))
	if len(b.ring.Locked()) != 1 {
		t.Error("opening the screen opened the office's key")
	}
	// The key is taken away: a lock nobody can open is none.
	for _, path := range b.ring.guarded() {
		must(t, os.Remove(path))
	}
	if l, _ := b.IdleLock(ctx); l.Minutes != 0 {
		t.Errorf("locked for ever: %+v", l)
	}
}
