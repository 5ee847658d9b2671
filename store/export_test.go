package store

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

func TestFileNames(t *testing.T) {
	for in, want := range map[string]string{
		"区民政局-李敏-20260309":     "区民政局-李敏-20260309",
		`a<b>c:d"e/f\g|h?i*j`:  "a_b_c_d_e_f_g_h_i_j",
		"../../etc/passwd":     ".._.._etc_passwd",
		"CON":                  "_CON",
		"nul.20260309":         "_nul.20260309",
		"com1":                 "_com1",
		"LPT³":                 "_LPT³",
		"结尾有点. . ":             "结尾有点",
		"":                     "zoufang",
		" . ":                  "zoufang",
		"翻\u202e转\u0000\u200b": "翻转",
		"坏\xff字节":              "坏_字节",
	} {
		if got := FileName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		s := FileName(rapid.String().Draw(t, "name"))
		if s == "" || len(s) > maxName+1 || !utf8.ValidString(s) || strings.ContainsAny(s, "<>:\"/\\|?*\x00\n") || strings.TrimRight(s, ". ") != s {
			t.Fatalf("%q", s)
		}
	})
}

func TestExportNeverReplacesAFile(t *testing.T) {
	a, _ := fieldBook(t, liMin)
	dir := t.TempDir()
	first, err := a.Export(ctx, dir, ExportOptions{}, nil)
	must(t, err)
	if name := filepath.Base(first.Path); !strings.HasPrefix(name, "区民政局-李敏-2026") || !strings.HasSuffix(name, bundleExt) {
		t.Errorf("name %s", name)
	}
	content, err := os.ReadFile(first.Path)
	must(t, err)
	second, err := a.Export(ctx, dir, ExportOptions{}, nil)
	must(t, err)
	if again, err := os.ReadFile(first.Path); second.Path == first.Path || err != nil || !bytes.Equal(again, content) {
		t.Error("the first file was replaced")
	}
	if int64(len(content)) != first.Bytes || bundle.SumOf(content) != first.SHA {
		t.Errorf("exported %+v", first)
	}
	_, err = a.Export(ctx, first.Path, ExportOptions{}, nil)
	wantFault(t, err, "export.exists")
	named := filepath.Join(dir, "给办公室.zfb")
	third, err := a.Export(ctx, named, ExportOptions{}, nil)
	if err != nil || third.Path != named {
		t.Errorf("%+v, %v", third, err)
	}
	for _, name := range listDir(t, dir) {
		if !strings.HasSuffix(name, bundleExt) {
			t.Errorf("left behind: %s", name)
		}
	}
}

func listDir(t *testing.T, dir string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	must(t, err)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestPublishWhereThereAreNoLinks(t *testing.T) {
	dir := t.TempDir()
	tmp, taken := filepath.Join(dir, "tmp"), filepath.Join(dir, "taken")
	must(t, os.WriteFile(tmp, []byte("new"), 0o600))
	must(t, os.WriteFile(taken, []byte("old"), 0o600))
	if err := publish(tmp, taken); !errors.Is(err, fs.ErrExist) {
		t.Errorf("error %v", err)
	}
	_, err := settleName(tmp, destination{path: taken, fixed: true}) // taken since it was looked at
	wantFault(t, err, "export.exists")
	must(t, publish(tmp, filepath.Join(dir, "free")))
	if got, err := os.ReadFile(taken); err != nil || string(got) != "old" {
		t.Error("replaced")
	}
}

func TestExportFaults(t *testing.T) {
	a, _ := fieldBook(t, liMin)
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "file"), nil, 0o600))
	for path, code := range map[string]string{
		filepath.Join(dir, "none") + "/":    "export.nofolder",
		filepath.Join(dir, "none", "a.zfb"): "export.nofolder",
		filepath.Join(dir, "file", "a.zfb"): "export.nofolder",
		filepath.Join(dir, "file"):          "export.exists",
	} {
		_, err := a.Export(ctx, path, ExportOptions{}, nil)
		wantFault(t, err, code)
	}
	for _, c := range []struct {
		err  error
		code string
	}{{syscall.ENOSPC, "export.full"}, {syscall.EDQUOT, "export.full"}, {syscall.EROFS, "export.readonly"}, {fs.ErrPermission, "export.readonly"},
		{syscall.EFBIG, "export.toolarge"}, {fs.ErrNotExist, "export.nofolder"}} {
		wantFault(t, exportFault(&fs.PathError{Op: "write", Path: "x", Err: c.err}, dir), c.code)
	}
	stop, cancel := context.WithCancel(ctx)
	_, err := a.Export(stop, dir, ExportOptions{}, func(p Progress) {
		if p.Stage == "readback" {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) || len(listDir(t, dir)) != 1 {
		t.Errorf("cancelled: %v, left %v", err, listDir(t, dir))
	}
}

func TestExportNeedsTheKey(t *testing.T) {
	l := newLaptop(t, "m1")
	b := l.create(Setup{})
	must(t, b.Close())
	r, err := OpenReadOnly(ctx, l.path(), l.opts)
	must(t, err)
	defer r.Close()
	_, err = r.Export(ctx, t.TempDir(), ExportOptions{}, nil)
	wantFault(t, err, "book.readonly")
	_, err = r.Preview(ctx, nil, nil)
	wantFault(t, err, "book.readonly")
}

// One unit's part of the log: another unit's changes and texts stay here, and are not waited for there.
func TestExportOfOneUnit(t *testing.T) {
	a, id := fieldBook(t, liMin)
	_, err := a.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "JYJ", Name: "区教育局", Kind: "department"}}})
	must(t, err)
	other := checklist.UnitID("云台区", "JYJ")
	second, err := a.StartVisit(ctx, other, checklist.Yearly, "")
	must(t, err)
	for range 3 { // in turns, so that the part has gaps
		_, err = a.SaveEntry(ctx, visit(t, a, id), checklist.Entry{Step: checklist.StepListen, Text: "民政局的记录"})
		must(t, err)
		_, err = a.SaveEntry(ctx, visit(t, a, second), checklist.Entry{Step: checklist.StepListen, Text: "教育局的记录"})
		must(t, err)
	}
	out, err := a.Export(ctx, t.TempDir(), ExportOptions{Units: []checklist.ID{other}}, nil)
	must(t, err)
	whole, err := a.Export(ctx, t.TempDir(), ExportOptions{}, nil)
	must(t, err)
	if out.Changes >= whole.Changes || !strings.HasPrefix(filepath.Base(out.Path), "区教育局-") {
		t.Errorf("exported %+v, the whole %+v", out, whole)
	}
	b := newLaptop(t, "m2").create(Setup{})
	enrol(t, b, a)
	mergeFiles(t, b, out.Path)
	if text := digest(t, b, second); !strings.Contains(text, "教育局的记录") {
		t.Errorf("missing:\n%s", text)
	}
	if text := digest(t, b, id); text != "" {
		t.Errorf("another unit's changes came along:\n%s", text)
	}
	var texts int
	must(t, b.r.QueryRow("SELECT count(*) FROM secret").Scan(&texts))
	if texts != 3 {
		t.Errorf("%d texts came along", texts)
	}
	list, err := b.Waiting(ctx)
	must(t, err)
	if len(list) != 0 {
		t.Errorf("waiting for %v", list)
	}
	if r := mergeFiles(t, b, export(t, a)); r.New == 0 || !strings.Contains(digest(t, b, id), "民政局的记录") {
		t.Errorf("the rest, later: %+v", r)
	}
	devices, err := b.Devices(ctx)
	must(t, err)
	if d := devices[len(devices)-1]; d.Forked || d.Have != a.own.seq {
		t.Errorf("device %+v, its log has %d", d, a.own.seq)
	}
}

func TestExportWithoutFiles(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	out, err := a.Export(ctx, t.TempDir(), ExportOptions{WithoutFiles: true}, nil)
	must(t, err)
	enrol(t, b, a)
	mergeFiles(t, b, out.Path)
	d := visit(t, b, id)
	if len(d.Attached) != 2 {
		t.Errorf("attachments %+v", d.Attached)
	}
	mergeFiles(t, b, export(t, a))
	var missing int
	must(t, b.r.QueryRow("SELECT count(*) FROM file WHERE have < size").Scan(&missing))
	if missing != 0 {
		t.Errorf("%d files not whole", missing)
	}
}

func TestHeaderSaysWhatItIs(t *testing.T) {
	a, b, id := pair(t)
	work(t, a, b, id)
	must(t, a.SetLabel(ctx, "本机 03"))
	f, err := os.Open(export(t, a))
	must(t, err)
	defer f.Close()
	h, err := bundle.Peek(f)
	must(t, err)
	if h.Person.Name != "李敏" || h.Person.Number != "1003" || h.Label != "本机 03" || h.District != "云台区" || h.Year != "2026" || h.Demo ||
		len(h.Units) != 1 || h.Units[0] != (bundle.Unit{Code: "MZJ", Name: "区民政局"}) || h.UnitCount != 1 || len(h.Schemes) != 1 ||
		h.Schemes[0] != a.Info().Round.Scheme || h.Counts.Segments != 1 || h.Counts.Files < 2 || h.Exporter != a.own.id {
		t.Errorf("header %+v", h)
	}
}
