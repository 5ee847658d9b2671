package store

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/store/bundle"
)

func TestUnknownLaptopWaitsUntilItIsEnrolled(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	before := digest(t, a, id)
	p, err := a.Preview(ctx, []string{export(t, b)}, nil)
	must(t, err)
	if p.Files[0].Verdict != Waits || len(p.Unknown) != 1 || p.Unknown[0].ID != b.own.id || p.Unknown[0].Person.Name != "赵强" ||
		!bytes.Equal(p.Unknown[0].Fingerprint, b.own.id[:]) || p.Unknown[0].Relayed || p.Files[0].Waiting != p.Files[0].Counts.Changes {
		t.Fatalf("plan %+v", p)
	}
	r, err := a.Merge(ctx, p, nil)
	must(t, err)
	if r.New != 0 || digest(t, a, id) != before || len(inboxFiles(t, a)) != 1 {
		t.Fatalf("an unknown laptop's changes were taken: %+v", r)
	}
	must(t, a.Enrol(ctx, b.own.id, "赵强的电脑"))
	p, err = a.Preview(ctx, nil, nil)
	must(t, err)
	if len(p.Files) != 1 || p.Files[0].Verdict != Ready || !strings.HasSuffix(p.Files[0].Path, bundleExt) || strings.Contains(p.Files[0].Path, p.Files[0].inbox.sha.String()) {
		t.Fatalf("waiting file: %+v", p.Files)
	}
	r, err = a.Merge(ctx, p, nil)
	must(t, err)
	if r.New == 0 || len(inboxFiles(t, a)) != 0 || digest(t, a, id) == before {
		t.Errorf("after enrolment: %+v, inbox %v", r, inboxFiles(t, a))
	}
	devices, err := a.Devices(ctx)
	must(t, err)
	if d := devices[len(devices)-1]; d.Label != "赵强的电脑" || !d.Trusted || d.Own {
		t.Errorf("device %+v", d)
	}
}

// B carries A's changes: the office that knows only B takes B's part, and A's once A is enrolled.
func TestRelayedUnknownLaptop(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	enrol(t, b, a)
	mergeFiles(t, b, export(t, a))
	o := newLaptop(t, "office").create(Setup{})
	must(t, o.SetMe(ctx, office))
	enrol(t, o, b)
	p, err := o.Preview(ctx, []string{relay(t, b)}, nil)
	must(t, err)
	if p.Files[0].Verdict != Partial || len(p.Unknown) != 1 || p.Unknown[0].ID != a.own.id || !p.Unknown[0].Relayed {
		t.Fatalf("plan %+v", p)
	}
	r, err := o.Merge(ctx, p, nil)
	must(t, err)
	if r.New == 0 || r.Files[0].Waiting == 0 || r.Files[0].Verdict != Partial || len(visit(t, o, id).Sheets) != 1 {
		t.Fatalf("report %+v", r)
	}
	if text := digest(t, o, id); strings.Contains(text, "三楼会议室的记录") || !strings.Contains(text, "五楼会议室的记录") {
		t.Errorf("taken of the two laptops' texts:\n%s", text)
	}
	var texts, files int
	must(t, o.r.QueryRow("SELECT (SELECT count(*) FROM secret), (SELECT count(*) FROM file WHERE have = size)").Scan(&texts, &files))
	if texts != 2 || files != 2 { // B's key points and record; the scheme and B's photo
		t.Errorf("%d texts and %d files were taken", texts, files)
	}
	must(t, o.Enrol(ctx, a.own.id, ""))
	r = mergeFiles(t, o)
	if r.New == 0 || r.Files[0].Verdict != Merged || len(inboxFiles(t, o)) != 0 {
		t.Fatalf("after enrolment %+v", r)
	}
	if text := digest(t, o, id); !strings.Contains(text, "三楼会议室的记录") || len(visit(t, o, id).Sheets) != 2 {
		t.Errorf("relayed changes are missing:\n%s", text)
	}
	if n := len(threads(t, o)); n != 3 { // the office's, B's and A's logs can all go on from here
		t.Errorf("%d threads to export", n)
	}
}

// threads is what a book would export.
func threads(t *testing.T, b *Book) (list []thread) {
	t.Helper()
	must(t, b.read(ctx, func(q querier) error {
		x := &exporter{b: b, ctx: ctx, q: q, own: b.own, o: ExportOptions{Relay: true}}
		err := x.plan()
		list = x.threads
		return err
	}))
	return list
}

func TestRefusedFilesArePutAside(t *testing.T) {
	a, b, _ := pair(t)
	enrol(t, a, b)
	good := export(t, b)
	content, err := os.ReadFile(good)
	must(t, err)
	content[len(content)/2] ^= 1
	bad := filepath.Join(t.TempDir(), "坏?的.zfb")
	if err := os.WriteFile(bad, content, 0o600); err != nil { // a system that has no such names
		bad = filepath.Join(t.TempDir(), "坏的.zfb")
		must(t, os.WriteFile(bad, content, 0o600))
	}
	other := filepath.Join(t.TempDir(), "notes.txt")
	must(t, os.WriteFile(other, []byte("今天的笔记"), 0o600))
	p, err := a.Preview(ctx, []string{bad, other, filepath.Join(t.TempDir(), "none.zfb"), good}, nil)
	must(t, err)
	verdicts := map[string]string{}
	for _, f := range p.Files {
		code := ""
		var c interface{ FaultCode() string }
		if errors.As(f.Fault, &c) {
			code = c.FaultCode()
		}
		verdicts[filepath.Base(f.Path)] = string(f.Verdict) + " " + code
	}
	if v := verdicts[filepath.Base(bad)]; !strings.HasPrefix(v, "refused bundle.") {
		t.Errorf("damaged file: %s", v)
	}
	if verdicts["notes.txt"] != "refused bundle.notabundle" || verdicts["none.zfb"] != "refused merge.missing" || verdicts[filepath.Base(good)] != "ready " {
		t.Errorf("verdicts %v", verdicts)
	}
	aside, err := os.ReadDir(filepath.Join(a.inbox(), "rejected"))
	must(t, err)
	if len(aside) != 2 || !strings.HasSuffix(aside[1].Name(), bundleExt) || strings.Contains(aside[0].Name(), "?") {
		t.Errorf("put aside: %v", aside)
	}
	if again, err := os.ReadFile(bad); err != nil || !bytes.Equal(again, content) {
		t.Error("the file on the stick was touched")
	}
	r, err := a.Merge(ctx, p, nil)
	must(t, err)
	if r.New == 0 || len(inboxFiles(t, a)) != 0 {
		t.Errorf("the good file was not taken: %+v", r)
	}
}

func TestWaitingFilesStayUntilTheyAreDismissed(t *testing.T) {
	a, b, _ := pair(t)
	mergeFiles(t, a, export(t, b))
	enrol(t, a, b)
	p, err := a.Preview(ctx, nil, nil)
	must(t, err)
	must(t, p.Discard())
	p, err = a.Preview(ctx, nil, nil)
	must(t, err)
	if len(p.Files) != 1 || p.Files[0].Verdict != Ready {
		t.Fatalf("a plan given up took the waiting file with it: %+v", p.Files)
	}
	must(t, a.Dismiss(&p.Files[0]))
	if r, err := a.Merge(ctx, p, nil); err != nil || r.New != 0 || len(inboxFiles(t, a)) != 0 {
		t.Errorf("dismissed: %+v, %v", r, err)
	}
	if aside := listDir(t, filepath.Join(a.inbox(), "rejected")); len(aside) != 2 {
		t.Errorf("put aside: %v", aside)
	}
}

func TestFoldersStandForTheirBundles(t *testing.T) {
	a, b, _ := pair(t)
	enrol(t, a, b)
	dir := t.TempDir()
	for range 2 {
		_, err := b.Export(ctx, dir, ExportOptions{}, nil)
		must(t, err)
	}
	p, err := a.Preview(ctx, []string{dir}, nil)
	must(t, err)
	if len(p.Files) != 2 {
		t.Errorf("files %+v", p.Files)
	}
}

func TestSamplesAndRealBooksStayApart(t *testing.T) {
	demo, err := Create(ctx, filepath.Join(t.TempDir(), "demo.zoufang"), newLaptop(t, "m3").opts, Setup{District: "云台区", Year: "2026", Demo: true})
	must(t, err)
	defer demo.Close()
	real := newLaptop(t, "m1").create(Setup{})
	enrol(t, demo, real)
	enrol(t, real, demo)
	for _, c := range []struct {
		from, to *Book
		code     string
	}{{demo, real, "merge.demo"}, {real, demo, "merge.real"}} {
		p, err := c.to.Preview(ctx, []string{export(t, c.from)}, nil)
		must(t, err)
		if p.Files[0].Verdict != Refused || !IsFault(p.Files[0].Fault, c.code) {
			t.Errorf("%s: %+v", c.code, p.Files[0])
		}
	}
}

func TestAnotherDistrictIsNotTakenUnasked(t *testing.T) {
	here, there := newLaptop(t, "m1").create(Setup{}), newLaptop(t, "m2").create(Setup{District: "临江区", Year: "2026"})
	enrol(t, here, there)
	p, err := here.Preview(ctx, []string{export(t, there)}, nil)
	must(t, err)
	if f := p.Files[0]; !f.Foreign || f.Take || f.District != "临江区" || f.Verdict != Ready {
		t.Fatalf("file %+v", f)
	}
	r, err := here.Merge(ctx, p, nil)
	must(t, err)
	if r.New != 0 || len(inboxFiles(t, here)) != 0 {
		t.Fatalf("taken unasked: %+v", r)
	}
	p, err = here.Preview(ctx, []string{export(t, there)}, nil)
	must(t, err)
	p.Files[0].Take = true
	if r, err = here.Merge(ctx, p, nil); err != nil || r.New == 0 {
		t.Errorf("not taken though asked to: %+v, %v", r, err)
	}
}

func TestProgressComesToItsEnd(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	enrol(t, a, b)
	last := map[string]Progress{}
	note := func(p Progress) { last[p.Stage] = p }
	out, err := b.Export(ctx, t.TempDir(), ExportOptions{}, note)
	must(t, err)
	p, err := a.Preview(ctx, []string{out.Path}, note)
	must(t, err)
	_, err = a.Merge(ctx, p, note)
	must(t, err)
	for _, stage := range []string{"readback", "copy", "verify", "count", "merge"} {
		if got := last[stage]; got.Total == 0 || got.Done != got.Total {
			t.Errorf("%s: %+v", stage, got)
		}
	}
	if out.Changes == 0 || out.Records == 0 || out.Bytes == 0 || out.SHA == (bundle.Hash{}) {
		t.Errorf("exported %+v", out)
	}
}
