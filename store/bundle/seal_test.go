package bundle

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"filippo.io/age"
	"filippo.io/age/armor"
)

func newKeys(t testing.TB, n int) (keys []*Key) {
	for range n {
		k, err := NewKey()
		if err != nil {
			t.Fatal(err)
		}
		keys = append(keys, k)
	}
	return keys
}

// cheap seals under a passphrase without the second that it takes people.
func cheap(t testing.TB, passphrase string, work int) Recipient {
	r, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		t.Fatal(err)
	}
	r.SetWorkFactor(work)
	return r
}

func sealBytes(t testing.TB, plain []byte, to ...Recipient) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := Seal(&out, to...)
	if err == nil {
		_, err = w.Write(plain)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// readSealed opens a bundle and verifies all of it.
func readSealed(b []byte, ids ...Identity) error {
	in, _, err := Open(bytes.NewReader(b), ids...)
	if err != nil {
		return err
	}
	return Read(in, Sink{})
}

func TestSealedBundleOpensForEachRecipient(t *testing.T) {
	plain, keys := small(t), newKeys(t, 4)
	sealed := sealBytes(t, plain, keys[0].Recipient(), keys[1].Recipient(), keys[2].Recipient())
	if !Sealed(sealed) || Sealed(plain) {
		t.Error("what is sealed does not show")
	}
	if bytes.Contains(sealed, []byte("沈砚秋")) {
		t.Error("a name can be read in a sealed bundle")
	}
	for i, k := range keys[:3] {
		in, env, err := Open(bytes.NewReader(sealed), keys[3], k)
		if err != nil {
			t.Fatalf("key %d: %v", i, err)
		}
		if got, err := io.ReadAll(in); err != nil || !bytes.Equal(got, plain) {
			t.Errorf("key %d: other bytes came out (%v)", i, err)
		}
		if len(env.Kinds) != 3 || env.Kinds[0] != "X25519" || env.Passphrase() {
			t.Errorf("envelope %+v", env)
		}
	}
	err := readSealed(sealed, keys[3])
	wantFault(t, err, FaultNotForKey)
	if f := (*Fault)(nil); errors.As(err, &f) && f.Args[0] != 3 {
		t.Errorf("sealed for 3 keys, told %v", f.Args)
	}
	wantFault(t, readSealed(sealed), FaultNotForKey)
	wantFault(t, Read(bytes.NewReader(sealed), Sink{}), FaultSealed)
	if err := readSealed(plain, keys[3]); err != nil {
		t.Errorf("a plain bundle does not pass: %v", err)
	}
	twice := sealBytes(t, sealed, keys[0].Recipient())
	wantFault(t, readSealed(twice, keys[0]), FaultSealed)
}

func TestPassphrase(t *testing.T) {
	sealed := sealBytes(t, small(t), cheap(t, "雨伞27 帆船14", 10))
	right, err := PassphraseIdentity("雨伞27 帆船14")
	if err != nil {
		t.Fatal(err)
	}
	wrong, _ := PassphraseIdentity("雨伞27 帆船15")
	for range 2 { // the second time from memory
		if err := readSealed(sealed, newKeys(t, 1)[0], right); err != nil {
			t.Error(err)
		}
		if err := readSealed(sealed, wrong, right); err != nil {
			t.Error(err)
		}
		wantFault(t, readSealed(sealed, wrong), FaultPassphrase)
	}
	wantFault(t, readSealed(sealed, newKeys(t, 1)[0]), FaultLocked)
	wantFault(t, readSealed(sealed), FaultLocked)
	if env, err := PeekSealed(bytes.NewReader(sealed)); err != nil || !env.Passphrase() {
		t.Errorf("%+v, %v", env, err)
	}
	if env, err := PeekSealed(bytes.NewReader(small(t))); err != nil || env != nil {
		t.Errorf("a plain bundle has an envelope: %+v, %v", env, err)
	}
}

// Every byte matters here too, and so does every cut: nothing that was touched is ever taken for whole.
func TestEveryTouchOnASealedBundleIsRefused(t *testing.T) {
	t.Parallel()
	keys := newKeys(t, 2)
	b := sealBytes(t, small(t), keys[0].Recipient(), keys[1].Recipient())
	for i := range b {
		bit := byte(1) << (i % 8)
		b[i] ^= bit
		err := readSealed(b, keys[1])
		b[i] ^= bit
		if err == nil {
			t.Errorf("bit %d of byte %d of %d does not matter", i%8, i, len(b))
		}
	}
	for n := range b {
		var f *Fault
		if err := readSealed(b[:n], keys[1]); !errors.As(err, &f) {
			t.Fatalf("cut at %d of %d: %v", n, len(b), err)
		}
	}
	if readSealed(append(bytes.Clone(b), 0), keys[1]) == nil {
		t.Error("a byte behind the end is not noticed")
	}
	if err := readSealed(b, keys[1]); err != nil {
		t.Fatal(err)
	}
}

// A large one has several pieces, each sealed by itself: leaving one out, or the last, is noticed.
func TestSealedPieces(t *testing.T) {
	key := newKeys(t, 1)[0]
	plain := bytes.Repeat([]byte("0123456789abcdef"), 20_000)
	b := sealBytes(t, plain, key.Recipient())
	const piece = 64<<10 + 16
	front := len(b) - (len(plain) + 5*16)
	for name, bad := range map[string][]byte{
		"the last is gone": b[:front+4*piece],
		"one is gone":      append(bytes.Clone(b[:front+piece]), b[front+2*piece:]...),
		"two are swapped":  bytes.Join([][]byte{b[:front], b[front+piece : front+2*piece], b[front : front+piece], b[front+2*piece:]}, nil),
	} {
		in, _, err := Open(bytes.NewReader(bad), key)
		if err == nil {
			_, err = io.Copy(io.Discard, in)
		}
		var f *Fault
		if !errors.As(err, &f) || f.Code != FaultDamaged && f.Code != FaultTruncated {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A stick that fails is not a damaged bundle.
func TestSealedReadFault(t *testing.T) {
	key := newKeys(t, 1)[0]
	b := sealBytes(t, small(t), key.Recipient())
	for _, n := range []int{0, 10, 60, 250, len(b) - 5} {
		in, _, err := Open(io.MultiReader(bytes.NewReader(b[:n]), iotest.ErrReader(errors.New("pulled out"))), key)
		if err == nil {
			err = Read(in, Sink{})
		}
		wantFault(t, err, FaultRead)
	}
}

func TestSealLimits(t *testing.T) {
	key := newKeys(t, 1)[0]
	many := make([]Recipient, MaxRecipients+1)
	for i := range many {
		many[i] = key.Recipient()
	}
	_, err := Seal(io.Discard, many...)
	wantFault(t, err, FaultTooLarge)
	var crowd bytes.Buffer
	w, err := age.Encrypt(&crowd, many...)
	if err != nil {
		t.Fatal(err)
	}
	w.Close()
	for name, b := range map[string][]byte{
		"recipients":  crowd.Bytes(),
		"a long line": append([]byte(sealMagic+"-> X25519 "), bytes.Repeat([]byte("a"), 1<<20)...),
		"many lines":  []byte(sealMagic + "-> X25519 a\n" + strings.Repeat("YWFh\n", 20_000)),
		"work":        []byte(sealMagic + "-> scrypt bWFueSBtYW55IGJ5dGVz 21\nYWFh\n--- YWFh\n"),
	} {
		err := readSealed(b, key)
		var f *Fault
		if !errors.As(err, &f) || f.Code != FaultTooLarge {
			t.Errorf("%s: %v", name, err)
		}
	}
	wantFault(t, readSealed([]byte(sealMagic+"---\n"), key), FaultDamaged)
	wantFault(t, readSealed([]byte(sealMagic), key), FaultTruncated)
}

func TestArmorIsRefusedWithAdvice(t *testing.T) {
	key := newKeys(t, 1)[0]
	var out bytes.Buffer
	a := armor.NewWriter(&out)
	w, err := Seal(a, key.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	w.Write(small(t))
	w.Close()
	a.Close()
	wantFault(t, readSealed(out.Bytes(), key), FaultArmored)
	wantFault(t, Read(bytes.NewReader(out.Bytes()), Sink{}), FaultArmored)
}

func TestIdentityFiles(t *testing.T) {
	key := newKeys(t, 1)[0]
	sealed := sealBytes(t, small(t), key.Recipient())
	opens := func(file []byte, passphrase string) error {
		ids, err := ReadIdentities(bytes.NewReader(file), passphrase)
		if err != nil {
			return err
		}
		return readSealed(sealed, ids...)
	}
	var plain bytes.Buffer
	if err := WriteIdentity(&plain, key, []string{"编办\n2026"}, ""); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(plain.String(), "# 编办 2026\n# public key: "+key.Recipient().String()+"\nAGE-SECRET-KEY-1") {
		t.Errorf("identity file:\n%s", plain.String())
	}
	if err := opens(plain.Bytes(), ""); err != nil {
		t.Error(err)
	}
	locked := sealBytes(t, plain.Bytes(), cheap(t, "口令", 10))
	wantFault(t, opens(locked, ""), FaultLocked)
	wantFault(t, opens(locked, "口零"), FaultPassphrase)
	if err := opens(locked, "口令"); err != nil {
		t.Error(err)
	}
	var text bytes.Buffer
	a := armor.NewWriter(&text)
	a.Write(locked)
	a.Close()
	if err := opens(text.Bytes(), "口令"); err != nil {
		t.Errorf("an identity file as text: %v", err)
	}
	for _, bad := range []string{"", "# nothing\n", "age1wrong", "AGE-SECRET-KEY-1QQQ\n", "\x00\x01"} {
		wantFault(t, opens([]byte(bad), ""), FaultIdentity)
	}
	other := newKeys(t, 1)[0]
	plain.Reset()
	fmt.Fprintf(&plain, "%s\n%s\n", other, key)
	if err := opens(plain.Bytes(), ""); err != nil {
		t.Errorf("the second key of a file: %v", err)
	}
}

func TestParseRecipient(t *testing.T) {
	key := newKeys(t, 1)[0]
	if r, err := ParseRecipient(" " + key.Recipient().String() + "\n"); err != nil || fmt.Sprint(r) != key.Recipient().String() {
		t.Errorf("%v, %v", r, err)
	}
	for _, bad := range []string{"", "age1", "age1qqqq", key.Recipient().String() + "x", "ssh-ed25519 AAAA", "age1pq1qqqq"} {
		_, err := ParseRecipient(bad)
		wantFault(t, err, FaultRecipient)
	}
	_, err := ParseRecipient(key.String())
	wantFault(t, err, FaultRecipient)
	if strings.Contains(fmt.Sprint(err), key.String()[20:]) {
		t.Error("the secret key is in the error")
	}
}

// Nobody makes a sealed bundle of others' out of pieces of it.
func FuzzOpen(f *testing.F) {
	plain := small(f)
	key, err := ParseKey("AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX")
	if err != nil {
		f.Fatal(err)
	}
	good := sealBytes(f, plain, key.Recipient())
	f.Add(good)
	f.Add(plain)
	f.Add(sealBytes(f, plain, cheap(f, "口令", 1)))
	f.Add([]byte(sealMagic + "-> X25519 abc\nYWFh\n-> a-grease b\nYWFh\n--- YWFh\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		in, env, err := Open(bytes.NewReader(b), key)
		if err != nil {
			var f *Fault
			if !errors.As(err, &f) {
				t.Fatalf("no fault: %v", err)
			}
			return
		}
		got, err := io.ReadAll(in)
		if env == nil {
			if err != nil || !bytes.Equal(got, b) {
				t.Fatal("a file that is not sealed was altered")
			}
			return
		}
		if err == nil && !bytes.Equal(got, plain) {
			t.Fatal("opened what nobody sealed")
		}
	})
}
