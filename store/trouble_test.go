package store

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/store/bundle"
	"zoufang/words"
)

// oddities are the kinds of trouble of a book, each with its sentences in both languages checked.
func oddities(t *testing.T, b *Book) (kinds []TroubleKind, list []Trouble) {
	t.Helper()
	list, err := b.Troubles(ctx)
	must(t, err)
	for _, x := range list {
		kinds = append(kinds, x.Kind)
		for _, l := range []words.Lang{words.ZH, words.EN} {
			what, safe, do := words.Trouble(l, string(x.Kind), x.Args, x.Do)
			for _, s := range []string{what, safe, do} {
				if s == "" || strings.Contains(s, "%!") || strings.Contains(s, "trouble.") {
					t.Errorf("%s %s: %q", l, x.Kind, s)
				}
			}
		}
	}
	return kinds, list
}

func wantOdd(t *testing.T, b *Book, want ...TroubleKind) []Trouble {
	t.Helper()
	kinds, list := oddities(t, b)
	for _, k := range want {
		if !slices.Contains(kinds, k) {
			t.Errorf("%s is not among %v", k, kinds)
		}
	}
	if len(want) == 0 && len(kinds) > 0 {
		t.Errorf("a clean book has %v", kinds)
	}
	return list
}

func odd(list []Trouble, kind TroubleKind) Trouble {
	i := slices.IndexFunc(list, func(x Trouble) bool { return x.Kind == kind })
	if i < 0 {
		return Trouble{}
	}
	return list[i]
}

// Each kind of trouble, made with real books or bundles.
func TestTroubles(t *testing.T) {
	for name, make := range map[string]func(t *testing.T) (*Book, []TroubleKind){
		"clean": func(t *testing.T) (*Book, []TroubleKind) {
			o, _, _ := officeFor(t)
			return o, nil
		},
		"gap": func(t *testing.T) (*Book, []TroubleKind) {
			p := simLaps(1)[0]
			o, _, place := officeFor(t, p)
			for range 6 {
				p.append(says(place, "甲", p.log...))
			}
			mergeFiles(t, o, dropIn(t, pack(t, p, []piece{{p, 1, 2}}).file, pack(t, p, []piece{{p, 5, 6}}).file)...)
			return o, []TroubleKind{TroubleNobody, TroublePhantom}
		},
		"unknown laptop": func(t *testing.T) (*Book, []TroubleKind) {
			a, b, id := pair(t)
			work(t, a, b, id)
			mergeFiles(t, a, export(t, b))
			return a, []TroubleKind{TroubleUnknown}
		},
		"enrolled and not merged": func(t *testing.T) (*Book, []TroubleKind) {
			a, b, id := pair(t)
			work(t, a, b, id)
			mergeFiles(t, a, export(t, b))
			enrol(t, a, b)
			return a, []TroubleKind{TroubleUnmerged}
		},
		"revoked": func(t *testing.T) (*Book, []TroubleKind) {
			a, b, id := pair(t)
			enrol(t, a, b)
			mergeFiles(t, a, export(t, b))
			must(t, a.Revoke(ctx, b.own.id, "车上被盗"))
			work(t, a, b, id)
			mergeFiles(t, a, export(t, b))
			return a, []TroubleKind{TroubleRevoked, TroubleRevokedFile}
		},
		"copied": func(t *testing.T) (*Book, []TroubleKind) {
			p := simLaps(1)[0]
			o, _, place := officeFor(t, p)
			p.append(says(place, "共同的"))
			twin := &lap{key: p.key, id: p.id, log: slices.Clone(p.log)}
			p.append(says(place, "甲本"))
			twin.append(says(place, "乙本"))
			mergeFiles(t, o, dropIn(t, whole(t, p), whole(t, twin))...)
			return o, []TroubleKind{TroubleCopied}
		},
		"newer file": func(t *testing.T) (*Book, []TroubleKind) {
			p := simLaps(1)[0]
			o, _, _ := officeFor(t, p)
			later := &forged{by: p}
			later.add(99, []byte("later"))
			mergeFiles(t, o, dropIn(t, later.bytes())...)
			return o, []TroubleKind{TroubleNewerFile}
		},
		"newer values": func(t *testing.T) (*Book, []TroubleKind) {
			p := simLaps(1)[0]
			o, _, place := officeFor(t, p)
			c := place
			c.Value = bundle.Value{77, 1}
			p.append(c)
			mergeFiles(t, o, dropIn(t, whole(t, p))...)
			return o, []TroubleKind{TroubleNewer}
		},
		"refused": func(t *testing.T) (*Book, []TroubleKind) {
			p := simLaps(1)[0]
			o, _, place := officeFor(t, p)
			p.append(says(place, "示范"))
			x := &forged{by: p, demo: true}
			x.log(p, 1, 1)
			mergeFiles(t, o, dropIn(t, x.bytes())...)
			list := wantOdd(t, o, TroubleRejected)
			if f := odd(list, TroubleRejected); !IsFault(f.Fault, "merge.demo") || f.File != "000.zfb" {
				t.Errorf("%+v", f)
			}
			return o, []TroubleKind{TroubleRejected}
		},
		"files and texts": func(t *testing.T) (*Book, []TroubleKind) {
			a, b, id := pair(t)
			work(t, a, b, id)
			enrol(t, a, b)
			out, err := b.Export(ctx, t.TempDir(), ExportOptions{WithoutFiles: true}, nil)
			must(t, err)
			mergeFiles(t, a, out.Path)
			_, err = a.w.Exec("DELETE FROM secret")
			must(t, err)
			return a, []TroubleKind{TroubleFiles, TroubleTexts}
		},
		"two talks under one code": func(t *testing.T) (*Book, []TroubleKind) {
			a, id := fieldBook(t, liMin)
			for range 2 {
				_, err := a.SaveInterview(ctx, visit(t, a, id), checklist.Interview{Code: "F02"})
				must(t, err)
			}
			return a, []TroubleKind{TroubleTalks}
		},
		"not assigned": func(t *testing.T) (*Book, []TroubleKind) {
			a, b, id := pair(t)
			must(t, a.Assign(ctx, checklist.Assignment{Unit: visit(t, a, id).Unit.ID, Person: a.Me().ID}))
			work(t, a, b, id)
			enrol(t, a, b)
			mergeFiles(t, a, export(t, b))
			list := wantOdd(t, a, TroubleAssigned)
			if x := odd(list, TroubleAssigned); x.Person.Name != zhaoQi.Name || x.Unit.Name == "" {
				t.Errorf("%+v", x)
			}
			return a, []TroubleKind{TroubleAssigned, TroubleNames}
		},
	} {
		t.Run(name, func(t *testing.T) {
			b, want := make(t)
			wantOdd(t, b, want...)
		})
	}
}

// A clock that is years ahead, at 1970 or jumps changes nothing about who replaced whom; it is told, per laptop.
func TestTroubleClocks(t *testing.T) {
	laps := simLaps(5)
	o, id, place := officeFor(t, laps...)
	now := o.now()
	ahead, ancient, jumping, right := laps[0], laps[1], laps[2], laps[3]
	at := func(c bundle.Change, d time.Duration) bundle.Change {
		c.Wall = uint64(now.Add(d).UnixMilli())
		return c
	}
	right.append(at(says(place, "先写的"), 0))
	jumping.append(at(says(place, "再改的", right.log[0]), time.Minute))
	jumping.append(at(says(place, "又改的", jumping.log[0]), -3*time.Hour))
	ahead.append(at(says(place, "快五年", jumping.log[1]), 5*365*24*time.Hour))
	c := says(place, "看过以后改的", ahead.log[0])
	c.Wall = 0
	ancient.append(c)
	courier := laps[4] // brings them all: made-up bundles do not say when they were made
	mergeFiles(t, o, dropIn(t, pack(t, courier, []piece{{right, 1, 1}, {jumping, 1, 2}, {ahead, 1, 1}, {ancient, 1, 1}}).file)...)
	if r := placeOf(t, o, id); r.Contested || r.Text != "看过以后改的" {
		t.Errorf("the clocks decided: %+v", r)
	}
	list := wantOdd(t, o, TroubleAhead, TroubleBehind, TroubleJump)
	for kind, p := range map[TroubleKind]*lap{TroubleAhead: ahead, TroubleBehind: ancient, TroubleJump: jumping} {
		n := 0
		for _, x := range list {
			if x.Kind == kind && x.Device.ID == p.id.String() {
				n++
			}
			if x.Device.ID == right.id.String() {
				t.Errorf("a right clock is blamed: %+v", x)
			}
		}
		if n != 1 {
			t.Errorf("%s: %d", kind, n)
		}
	}
}

// What a revoked laptop wrote before stays, also what was missing in between and what others relay; what is later waits,
// and enrolling it again lets it in.
func TestRevoke(t *testing.T) {
	p := simLaps(1)[0]
	o, id, place := officeFor(t, p)
	for range 6 {
		p.append(says(place, "停用前", p.log...))
	}
	file := func(a, b int) []byte { return pack(t, p, []piece{{p, a, b}}).file }
	mergeFiles(t, o, dropIn(t, file(1, 2), file(5, 6))...)
	wantFault(t, o.Revoke(ctx, p.id, ""), "reason.missing")
	wantFault(t, o.Revoke(ctx, o.own.id, "x"), "revoke.own")
	wantFault(t, o.Revoke(ctx, bundle.DeviceID{9}, "x"), "revoke.unknown")
	must(t, o.Revoke(ctx, p.id, "丢了"))
	p.append(says(place, "停用后", p.log...))
	later := dropIn(t, file(7, 7))
	between := mergeFiles(t, o, dropIn(t, file(3, 4))...)
	if between.New != 2 || between.Files[0].Verdict != Merged {
		t.Errorf("what was missing in between: %+v", between)
	}
	plan, err := o.Preview(ctx, later, nil)
	must(t, err)
	if len(plan.Unknown) != 0 || len(plan.Revoked) != 1 || plan.Files[0].Verdict != Waits {
		t.Errorf("later: %+v", plan)
	}
	if r, err := o.Preview(ctx, dropIn(t, file(1, 6)), nil); err != nil || r.Files[0].Verdict != Ready || r.Files[0].Waiting != 0 {
		t.Errorf("what is here already: %+v %v", r, err)
	}
	if r := mergeFiles(t, o, later...); r.New != 0 {
		t.Errorf("what came later was taken: %+v", r)
	}
	if r := placeOf(t, o, id); r.Text != "停用前" {
		t.Errorf("%+v", r)
	}
	must(t, o.Enrol(ctx, p.id, ""))
	if r := mergeFiles(t, o); r.New == 0 {
		t.Errorf("enrolled again: %+v", r)
	}
	if r := placeOf(t, o, id); r.Text != "停用后" {
		t.Errorf("%+v", r)
	}
}

// A file of a newer program waits whole in the inbox, is named, and is taken up once it can be read.
func TestNewerFileWaits(t *testing.T) {
	p := simLaps(1)[0]
	o, _, place := officeFor(t, p)
	p.append(says(place, "以后写的"))
	good := whole(t, p)
	future := bytes.Replace(good, []byte(`"min_reader":1`), []byte(`"min_reader":2`), 1)
	future = sealTrailer(future[:len(future)-headLen-128], p.key)
	before := bookState(t, o)
	r := mergeFiles(t, o, dropIn(t, future)...)
	if r.Files[0].Verdict != Newer || r.New != 0 || bookState(t, o) != before {
		t.Fatalf("%+v", r)
	}
	list := wantOdd(t, o, TroubleNewerFile)
	waits := odd(list, TroubleNewerFile)
	if waits.File != "000.zfb" || len(inboxFiles(t, o)) != 1 {
		t.Fatalf("%+v", waits)
	}
	// The upgrade: this program cannot be another one, so the file becomes one that it can read.
	must(t, os.Remove(waits.Path))
	sum := bundle.SumOf(good)
	must(t, os.WriteFile(filepath.Join(o.inbox(), sum.String()+bundleExt), good, 0o600))
	if r := mergeFiles(t, o); r.New != 1 {
		t.Errorf("after the upgrade: %+v", r)
	}
	if kinds, _ := oddities(t, o); slices.Contains(kinds, TroubleNewerFile) {
		t.Errorf("still %v", kinds)
	}
}

// What is missing is asked of whoever says to have it: here the laptop that built on it and sent its receipts along.
func TestGapNamesWhoHasIt(t *testing.T) {
	a, b, id := pair(t)
	o := newLaptop(t, "office").create(Setup{})
	must(t, o.SetMe(ctx, office))
	enrol(t, o, a, b)
	enrol(t, b, a)
	mergeFiles(t, o, export(t, a))
	must(t, a.SaveListen(ctx, visit(t, a, id), checklist.Listen{Place: "三楼"}))
	mergeFiles(t, b, export(t, a))
	must(t, b.SaveListen(ctx, visit(t, b, id), checklist.Listen{Place: "五楼"}))
	out, err := b.Export(ctx, t.TempDir(), ExportOptions{Receipts: true}, nil)
	must(t, err)
	mergeFiles(t, o, out.Path)
	x := odd(wantOdd(t, o, TroubleGap, TroublePhantom), TroubleGap)
	if x.Device.ID != a.own.id.String() || len(x.Do) != 1 || x.Do[0].(DeviceInfo).ID != b.own.id.String() || x.First > x.Last {
		t.Errorf("%+v", x)
	}
	mergeFiles(t, o, export(t, a))
	if kinds, _ := oddities(t, o); slices.Contains(kinds, TroubleGap) || slices.Contains(kinds, TroublePhantom) {
		t.Errorf("after the rest came: %v", kinds)
	}
}
