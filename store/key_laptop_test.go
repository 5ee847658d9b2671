package store

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zoufang/store/bundle"
)

// keyedDesk is an office with a key of its own on its machine, and two laptops it enrolled.
func keyedDesk(t *testing.T) (o, a, b *Book) {
	t.Helper()
	o, a, b, _ = desk(t)
	_, _, err := o.NewKey(ctx, "", KeyOptions{Label: "编办"}, "")
	must(t, err)
	return o, a, b
}

// tell has the office take up what laptops export; with it comes what they can open.
func tell(t *testing.T, o *Book, from ...*Book) {
	t.Helper()
	for _, b := range from {
		mergeFiles(t, o, send(t, b, ExportOptions{Receipts: true, Seal: Sealing{Plain: true}}).Path)
	}
}

func opensFor(b *Book, path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	in, _, err := b.Ring().Open(f)
	if err != nil {
		return false
	}
	_, err = io.Copy(io.Discard, in)
	return err == nil
}

func ids(list []DeviceInfo) (ids []string) {
	for _, d := range list {
		ids = append(ids, d.ID)
	}
	return ids
}

// What the office exports is sealed for the laptops that said what they can open; of the others it is told.
func TestOfficeSealsForLaptops(t *testing.T) {
	o, a, b := keyedDesk(t)
	out := send(t, o, ExportOptions{Receipts: true})
	if !out.Sealed.NoLaptop() || len(out.Sealed.Silent) != 2 || opensFor(a, out.Path) {
		t.Errorf("before any of them said so: %+v", out.Sealed)
	}
	tell(t, o, a)
	out = send(t, o, ExportOptions{Receipts: true})
	if !slices.Equal(ids(out.Sealed.Laptops), []string{a.own.id.String()}) || !slices.Equal(ids(out.Sealed.Silent), []string{b.own.id.String()}) ||
		out.Sealed.NoLaptop() || !opensFor(a, out.Path) || opensFor(b, out.Path) {
		t.Errorf("one said so: %+v", out.Sealed)
	}
	tell(t, o, b)
	if out = send(t, o, ExportOptions{}); len(out.Sealed.Silent) != 0 || !opensFor(a, out.Path) || !opensFor(b, out.Path) {
		t.Errorf("both said so: %+v", out.Sealed)
	}
	if how, _, err := o.Sealing(ctx); err != nil || len(how.Laptops) != 2 {
		t.Errorf("beforehand: %+v, %v", how, err)
	}
	only := send(t, o, ExportOptions{For: a.own.id})
	if !opensFor(a, only.Path) || opensFor(b, only.Path) || len(only.Sealed.Laptops) != 1 {
		t.Errorf("for one: %+v", only.Sealed)
	}
	receipts, _, err := o.ExportReceipts(ctx, t.TempDir(), Sealing{For: b.own.id})
	must(t, err)
	if opensFor(a, receipts.Path) || !opensFor(b, receipts.Path) {
		t.Errorf("receipts for one: %+v", receipts.Sealed)
	}
	must(t, o.Revoke(ctx, a.own.id, "丢失"))
	for _, x := range []ExportOptions{{}, {For: a.own.id}} {
		if out = send(t, o, x); opensFor(a, out.Path) || slices.Contains(ids(out.Sealed.Laptops), a.own.id.String()) {
			t.Errorf("a revoked laptop reads along: %+v", out.Sealed)
		}
	}
	if !out.Sealed.NoLaptop() {
		t.Error("nobody is told that the one laptop it is for cannot open it")
	}
}

// Whoever holds no secret key of the office seals for the office and for themselves, whatever they call themselves.
func TestLaptopsSealForTheOfficeOnly(t *testing.T) {
	o, a, b := keyedDesk(t)
	tell(t, o, a, b)
	mergeFiles(t, b, send(t, o, ExportOptions{Relay: true}).Path)
	must(t, b.SetMe(ctx, office))
	enrol(t, b, a)
	out := send(t, b, ExportOptions{Receipts: true})
	if out.Sealed == nil || out.Sealed.Office || len(out.Sealed.Laptops)+len(out.Sealed.Silent) != 0 || opensFor(a, out.Path) || !opensFor(b, out.Path) {
		t.Errorf("sealed for %+v", out.Sealed)
	}
}

// What one laptop writes of another is not heard, whether the other has spoken or not.
func TestNobodySpeaksForAnotherLaptop(t *testing.T) {
	for _, spoken := range []bool{false, true} {
		o, a, b := keyedDesk(t)
		if spoken {
			tell(t, o, a)
			enrol(t, b, a)
			mergeFiles(t, b, send(t, a, ExportOptions{Seal: Sealing{Plain: true}}).Path)
		}
		evil := aKey(t)
		must(t, b.Apply(ctx, Edit{Record: deviceRecord(a.own.id), Kind: KindDevice, Field: "recipient", Text: public(evil), current: true}))
		tell(t, o, b)
		out := send(t, o, ExportOptions{})
		f, err := os.Open(out.Path)
		must(t, err)
		_, _, err = bundle.Open(f, evil)
		wantFault(t, err, bundle.FaultNotForKey)
		must(t, f.Close())
		if opensFor(a, out.Path) != spoken || !opensFor(b, out.Path) {
			t.Errorf("spoken %v: sealed for %+v", spoken, out.Sealed)
		}
		// The laptop itself has the last word, without a contest.
		enrol(t, a, b)
		mergeFiles(t, a, send(t, b, ExportOptions{Seal: Sealing{Plain: true}}).Path)
		tell(t, o, a)
		if out = send(t, o, ExportOptions{}); !opensFor(a, out.Path) || len(out.Sealed.Silent) != 0 {
			t.Errorf("spoken %v: after the laptop's own word: %+v", spoken, out.Sealed)
		}
		r, err := a.scanScope(ctx, a.r, scopeDevice)
		must(t, err)
		if got := r.get(deviceRecord(a.own.id), KindDevice, "recipient"); !spoken && (got.Contested || got.Text == public(evil)) {
			t.Errorf("contested: %+v", got)
		}
	}
}

// A laptop says it once, and again as a new device; one that is gone on as another is not asked for.
func TestLaptopSaysWhatItOpensOnce(t *testing.T) {
	l := newLaptop(t, "m1")
	a := l.create(Setup{})
	must(t, a.SetMe(ctx, liMin))
	send(t, a, ExportOptions{Receipts: true})
	seq, was := a.own.seq, a.own.id
	must(t, a.Close())
	a = l.open(l.path())
	send(t, a, ExportOptions{Receipts: true})
	if a.own.seq != seq {
		t.Errorf("%d more changes", a.own.seq-seq)
	}
	path := a.ident.path
	must(t, a.Close())
	must(t, os.Remove(strings.TrimSuffix(path, ".json")+".mark"))
	a = l.open(l.path())
	if a.own.id == was {
		t.Fatal("the test wants a new device")
	}
	o := newLaptop(t, "office").create(Setup{})
	must(t, o.SetMe(ctx, office))
	_, _, err := o.NewKey(ctx, "", KeyOptions{}, "")
	must(t, err)
	must(t, o.Enrol(ctx, was, ""))
	enrol(t, o, a)
	tell(t, o, a)
	how, _, err := o.Sealing(ctx)
	must(t, err)
	if !slices.Contains(ids(how.Laptops), a.own.id.String()) || len(how.Silent) != 0 {
		t.Errorf("sealed for %+v", how)
	}
}

// More keys than a bundle takes are refused before anything is written.
func TestSealForTooMany(t *testing.T) {
	b := newLaptop(t, "m1").create(Setup{})
	to := make([]string, bundle.MaxRecipients)
	for i := range to {
		to[i] = public(aKey(t))
	}
	dir := t.TempDir()
	_, err := b.Export(ctx, dir, ExportOptions{Seal: Sealing{To: to}}, nil)
	wantFault(t, err, "export.crowd")
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
	if _, err = b.Export(ctx, dir, ExportOptions{Seal: Sealing{To: to[1:]}}, nil); err != nil {
		t.Error(err)
	}
}

// Whoever made the key in this book is the office, wherever its secret half was written to.
func TestOfficeWhoseKeyLiesElsewhere(t *testing.T) {
	o, a, _, _ := desk(t)
	_, _, err := o.NewKey(ctx, filepath.Join(t.TempDir(), "编办.key"), KeyOptions{Label: "编办"}, "")
	must(t, err)
	tell(t, o, a)
	out := send(t, o, ExportOptions{Receipts: true})
	if !out.Sealed.Office || !slices.Equal(ids(out.Sealed.Laptops), []string{a.own.id.String()}) || !opensFor(a, out.Path) {
		t.Errorf("%+v", out.Sealed)
	}
	trustKey(t, a, out.Sealed.Keys[0].Recipient, "编办")
	if out := send(t, a, ExportOptions{Receipts: true}); out.Sealed.Office {
		t.Error("a team that trusts the key counts as the office")
	}
}

// What a laptop says of itself is found however often others write over it, and whatever they cite.
func TestRecipientUnderOthersWriting(t *testing.T) {
	o, a, b := keyedDesk(t)
	tell(t, o, a)
	want := a.OwnRecipient()
	for _, text := range []string{"", "age1nonsense", b.OwnRecipient()} {
		must(t, o.Apply(ctx, Edit{Record: deviceRecord(a.own.id), Kind: KindDevice, Field: "recipient", Text: text, current: true}))
		must(t, o.read(ctx, func(q querier) error {
			got, err := deviceRecipient(ctx, q, a.own.id)
			if got != want {
				t.Errorf("after %q: %q", text, got)
			}
			return err
		}))
	}
	must(t, o.read(ctx, func(q querier) error {
		if got, err := deviceRecipient(ctx, q, b.own.id); got != "" || err != nil {
			t.Errorf("one that said nothing: %q %v", got, err)
		}
		return nil
	}))
}
