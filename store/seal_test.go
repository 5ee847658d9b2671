package store

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/store/bundle"
)

// officeWithKey is an office whose key lies on its machine without a passphrase, and a team that seals for it.
func officeWithKey(t *testing.T) (o, b *Book, key Key) {
	t.Helper()
	o, b = officeAndTeam(t)
	key, _, err := o.NewKey(ctx, "", KeyOptions{Label: "编办"}, "")
	must(t, err)
	trustKey(t, b, key.Recipient, "编办")
	return o, b, key
}

func sealedExport(t *testing.T, b *Book, s Sealing) Exported {
	t.Helper()
	out, err := b.Export(ctx, t.TempDir(), ExportOptions{Seal: s}, nil)
	must(t, err)
	if out.Sealed == nil {
		t.Fatal("the bundle is plain")
	}
	return out
}

// preview merges nothing and gives the plan's only file.
func preview(t *testing.T, b *Book, path string) *PlanFile {
	t.Helper()
	p, err := b.Preview(ctx, []string{path}, nil)
	must(t, err)
	if len(p.Files) != 1 {
		t.Fatalf("%d files", len(p.Files))
	}
	return &p.Files[0]
}

// The whole way: sealed for the office, carried, opened there and nowhere else.
func TestSealedWay(t *testing.T) {
	o, b, key := officeWithKey(t)
	id := startCivil(t, b)
	work(t, b, b, id)
	escrow := aKey(t)
	out := sealedExport(t, b, Sealing{To: []string{public(escrow), key.Recipient}})
	if len(out.Sealed.Keys) != 1 || out.Sealed.Keys[0].Label != "编办" || len(out.Sealed.To) != 1 || out.Sealed.Passphrase {
		t.Errorf("sealed %+v", out.Sealed)
	}
	file, err := os.ReadFile(out.Path)
	must(t, err)
	if !bundle.Sealed(file) || bundle.SumOf(file) != out.SHA || int64(len(file)) != out.Bytes {
		t.Error("the file is not what was told")
	}
	for _, secret := range []string{"李敏", "三楼会议室", "ZFB1"} {
		if bytes.Contains(file, []byte(secret)) {
			t.Errorf("%s can be read in the sealed bundle", secret)
		}
	}
	if r := mergeFiles(t, o, out.Path); r.New == 0 || r.Files[0].Verdict != Merged {
		t.Fatalf("%+v", r)
	}
	if digest(t, o, id) != digest(t, b, id) {
		t.Error("the office's book differs")
	}
	if r := mergeFiles(t, o, out.Path); r.New != 0 || r.Files[0].Verdict != Known {
		t.Errorf("again: %+v", r.Files[0])
	}

	stranger := newLaptop(t, "m3").create(Setup{})
	enrol(t, stranger, b)
	f := preview(t, stranger, out.Path)
	if f.Verdict != Closed || !IsFault(f.Fault, bundle.FaultNotForKey) || f.New != 0 {
		t.Errorf("a stranger: %s, %v", f.Verdict, f.Fault)
	}
	if left := inboxFiles(t, stranger); len(left) != 0 {
		t.Errorf("what nobody can read was kept: %v", left)
	}
	r := mergeFiles(t, stranger, out.Path)
	if r.New != 0 || r.Files[0].Verdict != Closed {
		t.Errorf("a stranger merged: %+v", r.Files[0])
	}

	var id2 bytes.Buffer
	must(t, bundle.WriteIdentity(&id2, escrow, nil, ""))
	path := filepath.Join(t.TempDir(), "escrow.txt")
	must(t, os.WriteFile(path, id2.Bytes(), 0o600))
	must(t, stranger.Ring().AddFile(path, ""))
	if r := mergeFiles(t, stranger, out.Path); r.New == 0 || r.Files[0].Verdict != Merged {
		t.Errorf("with the escrow key: %+v", r.Files[0])
	}
}

// The exporter can open its own bundle again, also from another book on the same machine.
func TestOwnBundleOpens(t *testing.T) {
	_, b, _ := officeWithKey(t)
	out := sealedExport(t, b, Sealing{})
	if r := mergeFiles(t, b, out.Path); r.New != 0 || r.Files[0].Verdict != Merged || r.Same == 0 {
		t.Errorf("%+v", r.Files[0])
	}
	f, err := os.Open(out.Path)
	must(t, err)
	defer f.Close()
	in, env, err := NewRing(b.home).Open(f)
	must(t, err)
	if err := bundle.Read(in, bundle.Sink{}); err != nil || len(env.Kinds) != 2 {
		t.Errorf("%+v, %v", env, err)
	}
}

// The same content sealed again is another file and nothing new.
func TestSealedAgain(t *testing.T) {
	o, b, key := officeWithKey(t)
	id := startCivil(t, b)
	work(t, b, b, id)
	out := sealedExport(t, b, Sealing{})
	first := mergeFiles(t, o, out.Path)
	before := digest(t, o, id)

	f, err := os.Open(out.Path)
	must(t, err)
	defer f.Close()
	in, _, err := b.ring.Open(f)
	must(t, err)
	to, err := bundle.ParseRecipient(key.Recipient)
	must(t, err)
	var again bytes.Buffer
	w, err := bundle.Seal(&again, to)
	must(t, err)
	_, err = io.Copy(w, in)
	must(t, err)
	must(t, w.Close())
	path := filepath.Join(t.TempDir(), "again.zfb")
	must(t, os.WriteFile(path, again.Bytes(), 0o600))
	if bundle.SumOf(again.Bytes()) == out.SHA {
		t.Fatal("the same file")
	}
	r := mergeFiles(t, o, path)
	if r.New != 0 || r.Same != first.New+first.Same {
		t.Errorf("sealed again: %d new, %d the same; %d were new the first time", r.New, r.Same, first.New)
	}
	if digest(t, o, id) != before {
		t.Error("the book changed")
	}
}

// The office's key lies under its passphrase: the bundle is told, stays where it is, and comes in once it was given.
func TestPassphraseOfTheOffice(t *testing.T) {
	o, b := officeAndTeam(t)
	key, _, err := o.NewKey(ctx, "", KeyOptions{Label: "编办"}, "correct horse battery")
	must(t, err)
	trustKey(t, b, key.Recipient, "")
	out := sealedExport(t, b, Sealing{})
	plan, err := o.Preview(ctx, []string{out.Path}, nil)
	must(t, err)
	if plan.Files[0].Verdict != Closed || plan.Asks() != "key.locked" {
		t.Errorf("%s, asks %q", plan.Files[0].Verdict, plan.Asks())
	}
	must(t, plan.Discard())
	if _, err := o.Ring().Unlock("correct horse batterx"); err != nil {
		t.Error(err)
	}
	if f := preview(t, o, out.Path); f.Verdict != Closed {
		t.Errorf("a wrong passphrase opened it: %s", f.Verdict)
	}
	n, err := o.Ring().Unlock("correct horse battery")
	must(t, err)
	if n != 1 {
		t.Errorf("opened %d keys", n)
	}
	if r := mergeFiles(t, o, out.Path); r.Files[0].Verdict != Merged {
		t.Errorf("%+v", r.Files[0])
	}
	o.ring = NewRing(o.home) // the next run, before the passphrase is given
	if f := preview(t, o, out.Path); f.Verdict != Known || f.Same == 0 {
		t.Errorf("a bundle that was merged is %s, %d", f.Verdict, f.Same)
	}
}

// A bundle of a laptop that nobody enrolled waits in the inbox as it came, sealed, also over the next start.
func TestSealedWaits(t *testing.T) {
	o, b := newLaptop(t, "office").create(Setup{}), newLaptop(t, "m1").create(Setup{})
	must(t, o.SetMe(ctx, office))
	must(t, b.SetMe(ctx, liMin))
	key, _, err := o.NewKey(ctx, "", KeyOptions{Label: "编办"}, "correct horse battery")
	must(t, err)
	trustKey(t, b, key.Recipient, "")
	out := sealedExport(t, b, Sealing{})
	_, err = o.Ring().Unlock("correct horse battery")
	must(t, err)
	if r := mergeFiles(t, o, out.Path); r.Files[0].Verdict != Waits {
		t.Fatalf("%+v", r.Files[0])
	}
	must(t, os.Remove(out.Path))
	kept, err := os.ReadFile(filepath.Join(o.inbox(), out.SHA.String()+bundleExt))
	must(t, err)
	if !bundle.Sealed(kept) {
		t.Error("something unsealed lies in the inbox")
	}
	o.ring = NewRing(o.home)
	r := mergeFiles(t, o)
	if r.Files[0].Verdict != Closed || r.Files[0].Path != filepath.Base(out.Path) {
		t.Errorf("without the passphrase: %+v", r.Files[0])
	}
	_, err = o.Ring().Unlock("correct horse battery")
	must(t, err)
	enrol(t, o, b)
	if r := mergeFiles(t, o); r.New == 0 || r.Files[0].Verdict != Merged {
		t.Errorf("%+v", r.Files[0])
	}
	if left := inboxFiles(t, o); len(left) != 0 {
		t.Errorf("left in the inbox: %v", left)
	}
}

func TestSealedUnderPassphrase(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	enrol(t, a, b)
	_, err := b.Export(ctx, t.TempDir(), ExportOptions{Seal: Sealing{Passphrase: "短"}}, nil)
	wantFault(t, err, "passphrase.short")
	for _, s := range []Sealing{{Plain: true, Passphrase: "long enough"}, {Plain: true, To: []string{"age1"}}, {Passphrase: "long enough", To: []string{"age1"}}} {
		_, err := b.Export(ctx, t.TempDir(), ExportOptions{Seal: s}, nil)
		wantFault(t, err, "export.seal")
	}
	out := sealedExport(t, b, Sealing{Passphrase: "雨伞27 帆船14"})
	if !out.Sealed.Passphrase {
		t.Errorf("%+v", out.Sealed)
	}
	plan, err := a.Preview(ctx, []string{out.Path}, nil)
	must(t, err)
	if plan.Files[0].Verdict != Closed || plan.Asks() != bundle.FaultLocked {
		t.Errorf("%s, asks %q", plan.Files[0].Verdict, plan.Asks())
	}
	_, err = a.Ring().Unlock("雨伞27 帆船15")
	must(t, err)
	plan, err = a.Preview(ctx, []string{out.Path}, nil)
	must(t, err)
	if plan.Asks() != bundle.FaultPassphrase {
		t.Errorf("asks %q after a wrong passphrase", plan.Asks())
	}
	_, err = a.Ring().Unlock("雨伞27 帆船14")
	must(t, err)
	if r := mergeFiles(t, a, out.Path); r.New == 0 || r.Files[0].Verdict != Merged {
		t.Errorf("%+v", r.Files[0])
	}
}

// What was damaged inside its seal is refused and put aside, like any other.
func TestSealedDamage(t *testing.T) {
	o, b, _ := officeWithKey(t)
	startCivil(t, b)
	out := sealedExport(t, b, Sealing{})
	good, err := os.ReadFile(out.Path)
	must(t, err)
	bad := filepath.Join(t.TempDir(), "bad.zfb")
	for name, spoil := range map[string]func([]byte) []byte{
		"a bit":   func(b []byte) []byte { b[len(b)-40] ^= 1; return b },
		"cut":     func(b []byte) []byte { return b[:len(b)-3] },
		"more":    func(b []byte) []byte { return append(b, 0) },
		"the mac": func(b []byte) []byte { b[bytes.Index(b, []byte("\n--- "))+6] ^= 1; return b },
	} {
		must(t, os.WriteFile(bad, spoil(bytes.Clone(good)), 0o600))
		r := mergeFiles(t, o, bad)
		if r.New != 0 || r.Files[0].Verdict != Refused {
			t.Errorf("%s: %+v", name, r.Files[0])
		}
	}
	aside, err := filepath.Glob(filepath.Join(o.inbox(), "rejected", "*.txt"))
	must(t, err)
	if len(aside) != 4 {
		t.Errorf("%d files put aside", len(aside))
	}
}

// While a bundle is written, only sealed bytes are in the folder it goes to.
func TestNothingPlainTouchesTheStick(t *testing.T) {
	_, b, _ := officeWithKey(t)
	id := startCivil(t, b)
	work(t, b, b, id)
	dir := t.TempDir()
	looked := 0
	look := func(Progress) {
		entries, err := os.ReadDir(dir)
		must(t, err)
		for _, e := range entries {
			file, err := os.ReadFile(filepath.Join(dir, e.Name()))
			must(t, err)
			if len(file) > 0 {
				looked++
				if !bundle.Sealed(file) || strings.Contains(string(file), "会议室") {
					t.Fatalf("%s lies plain on the stick", e.Name())
				}
			}
		}
	}
	_, err := b.Export(ctx, dir, ExportOptions{}, look)
	must(t, err)
	if looked == 0 {
		t.Error("nothing was there to look at")
	}
}
