package store

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zoufang/store/bundle"
)

// aKey is a key pair that is nowhere on a machine.
func aKey(t *testing.T) *bundle.Key {
	t.Helper()
	k, err := bundle.NewKey()
	must(t, err)
	return k
}

func public(k *bundle.Key) string { return k.Recipient().String() }

func keyState(t *testing.T, b *Book, recipient string) KeyState {
	t.Helper()
	list, err := b.Keys(ctx)
	must(t, err)
	for _, k := range list {
		if k.Recipient == recipient {
			return k.State
		}
	}
	return ""
}

func trustKey(t *testing.T, b *Book, recipient, label string) {
	t.Helper()
	_, _, err := b.TrustKey(ctx, recipient, KeyOptions{Label: label})
	must(t, err)
}

// officeAndTeam are an office's book and an evaluator's, who enrolled each other.
func officeAndTeam(t *testing.T) (o, b *Book) {
	t.Helper()
	o, b = newLaptop(t, "office").create(Setup{}), newLaptop(t, "m1").create(Setup{})
	must(t, o.SetMe(ctx, office))
	must(t, b.SetMe(ctx, liMin))
	enrol(t, o, b)
	enrol(t, b, o)
	return o, b
}

// plainly is an export for everybody, as a task bundle for laptops that hold no key yet.
func plainly(t *testing.T, b *Book) string {
	t.Helper()
	out, err := b.Export(ctx, t.TempDir(), ExportOptions{Seal: Sealing{Plain: true}}, nil)
	must(t, err)
	if out.Sealed != nil {
		t.Fatal("sealed, though plain was asked for")
	}
	return out.Path
}

// A key that arrives is shown and not used, until somebody at this laptop compared it.
func TestKeyArrivesAndWaits(t *testing.T) {
	o, b := officeAndTeam(t)
	key := public(aKey(t))
	k, recorded, err := o.TrustKey(ctx, " "+key+"\n", KeyOptions{Label: " 编办 "})
	must(t, err)
	if !recorded || k.Label != "编办" || k.State != KeyUsed {
		t.Errorf("%+v, recorded %v", k, recorded)
	}
	mergeFiles(t, b, plainly(t, o))
	list, err := b.Keys(ctx)
	must(t, err)
	if len(list) != 1 || list[0].State != KeyPending || list[0].Label != "编办" || list[0].By.Name != office.Name ||
		!slices.Equal(list[0].Fingerprint, k.Fingerprint) {
		t.Fatalf("keys: %+v", list)
	}
	how, pending, err := b.Sealing(ctx)
	must(t, err)
	if how != nil || len(pending) != 1 {
		t.Errorf("sealed for %+v, %d wait", how, len(pending))
	}
	if _, recorded, err = b.TrustKey(ctx, key, KeyOptions{}); err != nil || recorded {
		t.Errorf("recorded by an evaluator: %v, %v", recorded, err)
	}
	how, pending, err = b.Sealing(ctx)
	must(t, err)
	if how == nil || how.Keys[0].Label != "编办" || len(pending) != 0 {
		t.Errorf("sealed for %+v, %d wait", how, len(pending))
	}
}

// The keys of a device that was enrolled as the office's count by themselves, whether it was before or after the merge.
func TestKeysOfTheOfficesLaptop(t *testing.T) {
	for _, late := range []bool{false, true} {
		o, b := officeAndTeam(t)
		key := public(aKey(t))
		trustKey(t, o, key, "编办")
		file := plainly(t, o)
		if late {
			mergeFiles(t, b, file)
		}
		must(t, b.EnrolOffice(ctx, o.own.id, "编办 01"))
		if !late {
			mergeFiles(t, b, file)
		}
		if s := keyState(t, b, key); s != KeyUsed {
			t.Errorf("late %v: the office's key is %q", late, s)
		}
		if is, err := b.OfficeDevice(ctx, o.own.id); err != nil || !is {
			t.Error("the laptop is not known as the office's")
		}
	}
}

// Whoever can slip in a key reads along: a laptop that is enrolled, but not the office's, cannot, whatever it says of
// itself and whichever record it writes over.
func TestNobodySlipsInAKey(t *testing.T) {
	o, b := officeAndTeam(t)
	good, evil := public(aKey(t)), public(aKey(t))
	trustKey(t, o, good, "编办")
	must(t, b.EnrolOffice(ctx, o.own.id, ""))
	mergeFiles(t, b, plainly(t, o))

	m := newLaptop(t, "m2").create(Setup{})
	must(t, m.SetMe(ctx, office)) // a role is what a person says
	enrol(t, b, m)
	enrol(t, m, o)
	mergeFiles(t, m, plainly(t, o))
	trustKey(t, m, evil, "编办")
	must(t, m.Apply(ctx, Edit{Record: keyRecord(good), Kind: KindKey, Field: "recipient", Text: evil, current: true},
		Edit{Record: keyRecord(good), Kind: KindKey, Field: "label", Text: "别用", current: true},
		Edit{Record: keyRecord(good), Kind: KindKey, Field: "state", Text: "revoked", current: true}))
	mergeFiles(t, b, plainly(t, m))
	if s := keyState(t, b, evil); s != KeyPending {
		t.Errorf("the slipped-in key is %q", s)
	}
	how, _, err := b.Sealing(ctx)
	must(t, err)
	if how == nil || len(how.Keys) != 1 || how.Keys[0].Recipient != good {
		t.Errorf("sealed for %+v", how)
	}
}

// The office's revocation is final; a stranger's is only told. When the last key is gone, nothing goes out plain by
// itself.
func TestRevokedKey(t *testing.T) {
	o, b := officeAndTeam(t)
	key := public(aKey(t))
	trustKey(t, o, key, "编办")
	mergeFiles(t, b, plainly(t, o))
	trustKey(t, b, key, "")
	_, err := o.RevokeKey(ctx, key, "")
	wantFault(t, err, "reason.missing")
	_, err = o.RevokeKey(ctx, "age1nothing", "丢了")
	wantFault(t, err, "key.unknown")
	recorded, err := o.RevokeKey(ctx, key, "私钥丢失")
	must(t, err)
	if !recorded {
		t.Error("the office's word does not travel")
	}
	revoked := plainly(t, o)
	mergeFiles(t, b, revoked)
	list, err := b.Keys(ctx)
	must(t, err)
	if list[0].State != KeyUsed || !list[0].Doubted {
		t.Errorf("a laptop that is not known as the office's revoked a key: %+v", list[0])
	}
	must(t, b.EnrolOffice(ctx, o.own.id, ""))
	if s := keyState(t, b, key); s != KeyRevoked {
		t.Errorf("the office revoked it, and it is %q", s)
	}
	_, _, err = b.TrustKey(ctx, key, KeyOptions{})
	wantFault(t, err, "key.revoked")
	dir := t.TempDir()
	_, err = b.Export(ctx, dir, ExportOptions{}, nil)
	wantFault(t, err, "export.nokey")
	_, _, err = b.Sealing(ctx)
	wantFault(t, err, "export.nokey")
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	plainly(t, b)
	other := public(aKey(t))
	trustKey(t, b, other, "")
	out, err := b.Export(ctx, dir, ExportOptions{}, nil)
	must(t, err)
	if len(out.Sealed.Keys) != 1 || out.Sealed.Keys[0].Recipient != other {
		t.Errorf("sealed for %+v", out.Sealed)
	}
}

// Taking a revocation back does not bring the key back.
func TestRevocationCannotBeTakenBack(t *testing.T) {
	o, b := officeAndTeam(t)
	must(t, b.EnrolOffice(ctx, o.own.id, ""))
	key := public(aKey(t))
	trustKey(t, o, key, "编办")
	_, err := o.RevokeKey(ctx, key, "私钥丢失")
	must(t, err)
	must(t, o.Apply(ctx, Edit{Record: keyRecord(key), Kind: KindKey, Field: "state", Text: "", current: true}))
	mergeFiles(t, b, plainly(t, o))
	if s := keyState(t, b, key); s != KeyRevoked {
		t.Errorf("the key is %q", s)
	}
}

// The word that a key is lost may arrive before the key itself.
func TestRevokedBeforeItArrives(t *testing.T) {
	b := newLaptop(t, "m1").create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	key := public(aKey(t))
	record := [16]byte(keyRecord(key))
	heed := func(field string, v bundle.Value) {
		must(t, b.write(ctx, func(w *writer) error {
			return w.heedKey(ctx, &bundle.Change{Kind: bundle.Set, Record: record, Field: FieldOf(KindKey, field).No, Value: v})
		}))
	}
	heed("state", bundle.Text("revoked"))
	if s := keyState(t, b, key); s != "" {
		t.Errorf("a key that is not here is %q", s)
	}
	_, _, err := b.TrustKey(ctx, key, KeyOptions{})
	wantFault(t, err, "key.revoked")
	heed("recipient", bundle.Text(key))
	if s := keyState(t, b, key); s != KeyRevoked {
		t.Errorf("the key is %q", s)
	}
}

func TestTrustKeyRefuses(t *testing.T) {
	b := newLaptop(t, "m1").create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	devices, _ := b.Ring().Own()
	for text, code := range map[string]string{"": "bundle.recipient", "age1x": "bundle.recipient", devices[0]: "key.own"} {
		_, _, err := b.TrustKey(ctx, text, KeyOptions{})
		wantFault(t, err, code)
	}
	_, _, err := b.NewKey(ctx, "", KeyOptions{}, "口令口令口令口令")
	wantFault(t, err, "key.role")
	if _, office := b.Ring().Own(); len(office) != 0 {
		t.Error("a key was made all the same")
	}
	r, err := b.RecordLines(ctx, strings.NewReader(`{"record":"key","set":{"recipient":"`+public(aKey(t))+`"}}`), RecordOptions{})
	wantFault(t, err, "record.problems")
	if len(r.Problems) != 1 || r.Problems[0].Code != "record.kind" {
		t.Errorf("%+v", r.Problems)
	}
	if list, err := b.Keys(ctx); err != nil || len(list) != 0 {
		t.Errorf("a key was recorded line by line: %+v %v", list, err)
	}
}

func TestNewKey(t *testing.T) {
	l := newLaptop(t, "office")
	o := l.create(Setup{})
	must(t, o.SetMe(ctx, office))
	_, _, err := o.NewKey(ctx, "", KeyOptions{}, "短")
	wantFault(t, err, "passphrase.short")
	path := filepath.Join(t.TempDir(), "备用.txt")
	must(t, os.WriteFile(path, []byte("别盖掉"), 0o600))
	_, _, err = o.NewKey(ctx, path, KeyOptions{}, "")
	wantFault(t, err, "key.exists")
	_, _, err = o.NewKey(ctx, filepath.Join(t.TempDir(), "none", "x"), KeyOptions{}, "")
	wantFault(t, err, "key.write")

	k, written, err := o.NewKey(ctx, "", KeyOptions{Label: "编办"}, "correct horse battery")
	must(t, err)
	st, err := os.Stat(written)
	must(t, err)
	if st.Mode().Perm() != 0o600 || filepath.Dir(written) != filepath.Join(l.opts.Home, "keys") {
		t.Errorf("%s has mode %v", written, st.Mode())
	}
	b, err := os.ReadFile(written)
	must(t, err)
	if strings.Contains(string(b), "AGE-SECRET") || !bundle.Sealed(b) {
		t.Error("the secret key is not under its passphrase")
	}
	if !o.Ring().Guarded(k.Recipient) || !slices.Equal(o.Ring().Locked(), []string{k.Recipient}) {
		t.Error("the key is not known to be locked")
	}
	if keyState(t, o, k.Recipient) != KeyUsed {
		t.Error("bundles are not sealed for the key that was made")
	}
	if n, err := o.Ring().Unlock("correct horse batterx"); err != nil || n != 0 {
		t.Errorf("a wrong passphrase opened %d, %v", n, err)
	}
	if n, err := o.Ring().Unlock("correct horse battery"); err != nil || n != 1 {
		t.Errorf("opened %d, %v", n, err)
	}
	if len(o.Ring().Locked()) != 0 {
		t.Error("still locked")
	}
}

// An identity file of before gets its sealing key when the book is opened, and keeps it, also when the device changes.
func TestDeviceKey(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	path := b.ident.path + ".json"
	must(t, b.Close())
	var k keyFile
	text, err := os.ReadFile(path)
	must(t, err)
	must(t, json.Unmarshal(text, &k))
	k.Opens = ""
	text, err = json.Marshal(k)
	must(t, err)
	must(t, os.WriteFile(path, text, 0o600))

	b = l.open(l.path())
	was, device := deviceKey(path), b.own.id
	if was == nil || was.String() != b.ident.opens.String() {
		t.Fatal("an old identity got no sealing key, or another one than is used")
	}
	if st, err := os.Stat(path); err != nil || st.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", st.Mode(), err)
	}
	must(t, b.Close())
	must(t, os.Remove(strings.TrimSuffix(path, ".json")+".mark"))
	b = l.open(l.path())
	if b.own.id == device {
		t.Fatal("the test wants a new device")
	}
	if got := deviceKey(path); got == nil || got.String() != was.String() {
		t.Error("the new device cannot open what the old one sealed")
	}
}
