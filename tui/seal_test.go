package tui

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"
)

// sampleSecret is a key pair for goldens: the same in every run.
const sampleSecret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"

var officePerson = checklist.Person{Name: "孙丽", Number: "1000", Role: checklist.RoleOffice}

func samplePublic(t testing.TB) string {
	t.Helper()
	k, err := bundle.ParseKey(sampleSecret)
	if err != nil {
		t.Fatal(err)
	}
	return k.Recipient().String()
}

// withKey lets the second laptop, the office's, record its key, and carries it over.
func (x *two) withKey() {
	x.t.Helper()
	ctx := context.Background()
	_, _, err := x.other.TrustKey(ctx, samplePublic(x.t), store.KeyOptions{Label: "青澜区编办"})
	x.must(err)
	out, err := x.other.Export(ctx, x.t.TempDir(), store.ExportOptions{Seal: store.Sealing{Plain: true}}, nil)
	x.must(err)
	_, id, err := deviceOf(out.Path)
	x.must(err)
	x.must(x.book.Enrol(ctx, id, ""))
	plan, err := x.book.Preview(ctx, []string{out.Path}, nil)
	x.must(err)
	_, err = x.book.Merge(ctx, plan, nil)
	x.must(err)
}

func deviceOf(path string) (bundle.Header, bundle.DeviceID, error) {
	f, err := os.Open(path)
	if err != nil {
		return bundle.Header{}, bundle.DeviceID{}, err
	}
	defer f.Close()
	h, err := bundle.Peek(f)
	return h, h.Exporter, err
}

// A key that arrived is compared on the export screen; from then on bundles are sealed for it.
func TestExportSealedScreens(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		x := newTwo(t, lang, w, h, officePerson)
		x.contest()
		x.withKey()
		x.Press("ctrl+e")
		x.Golden("export.pending")
		x.Press("f7")
		x.Golden("export.trust")
		x.Press("enter")
		x.Golden("export.sealed")
		x.Press("enter")
		s := x.app.top().(*export)
		if s.done == nil || s.done.Sealed == nil {
			t.Fatalf("nothing sealed was exported:\n%s", x.Screen())
		}
		s.done.Bytes, s.done.Changes, s.done.Fingerprint = 12_345, 50, []byte("a laptop")
		x.Golden("export.sealed.done")
		x.Press("ctrl+e", "f5")
		x.Type("雨伞27 帆船14")
		x.Golden("export.phrase")
	})
}

// Not sealing takes a key press of its own, and says so before and after.
func TestExportPlainOnPurpose(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, officePerson)
	x.withKey()
	x.Press("ctrl+e")
	x.Has("不加密  收到的公钥还没有核对")
	x.Press("f7", "esc")
	x.Has("不加密  收到的公钥还没有核对")
	x.Press("f7", "enter")
	x.Has("密封给  青澜区编办、本机")
	x.Press("f6")
	x.Has("不加密  你选了不加密")
	x.Press("enter")
	x.Has("谁拿到都能看")
	x.Press("ctrl+e")
	x.Has("密封给  青澜区编办、本机") // the choice was for one bundle
}

// A passphrase is typed twice, never shows, and is kept nowhere but in the bundle's seal.
func TestExportUnderPassphrase(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.contest()
	x.Press("ctrl+e", "f5")
	x.Press("enter")
	x.Has("请先输入口令")
	x.Type("短口令")
	x.Press("enter")
	x.Has("口令太短")
	const passphrase = "短口令雨伞27号"
	x.Type("雨伞27号")
	x.Lacks("雨伞", "27 ")
	x.Has("[********")
	x.Press("ctrl+a", "ctrl+c", "enter")
	x.Type("别的口令别的口令")
	x.Press("enter")
	x.Has("两遍不一样")
	x.Type(passphrase)
	x.Press("tab", "ctrl+v")
	x.Has("[   ") // nothing was copied
	x.Type(passphrase)
	if cx, _ := x.Cursor(); cx < 20 {
		t.Errorf("the cursor is at column %d", cx)
	}
	x.Press("enter")
	x.Has("密封给  知道口令的人")
	x.Press("enter")
	x.Has("已用口令加密")
	s := x.app.top().(*export)
	f, err := os.Open(s.done.Path)
	x.must(err)
	defer f.Close()
	ring := store.NewRing(t.TempDir())
	_, err = ring.Unlock(passphrase)
	x.must(err)
	in, _, err := ring.Open(f)
	x.must(err)
	x.must(bundle.Read(in, bundle.Sink{}))

	drafts, err := x.book.Drafts(context.Background())
	x.must(err)
	if all := fmt.Sprint(drafts, x.app.places()); strings.Contains(all, "雨伞") {
		t.Errorf("the passphrase is kept: %s", all)
	}
	x.Press("ctrl+e")
	if s.seal.phrase != "" {
		t.Error("the passphrase is not forgotten after the export")
	}
	x.Has("不加密  还没有编办的公钥")
}

// Merging asks for the office's passphrase once, and goes on where it would have begun.
func TestMergeAsksForThePassphrase(t *testing.T) {
	ctx := context.Background()
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.contest()
	x.must(x.book.SetMe(ctx, officePerson))
	key, _, err := x.book.NewKey(ctx, "", store.KeyOptions{Label: "编办"}, "雨伞27帆船14木桥")
	x.must(err)
	_, _, err = x.other.TrustKey(ctx, key.Recipient, store.KeyOptions{})
	x.must(err)
	x.export()
	x.Press("ctrl+o")
	x.Has("加密的数据包")
	x.Press("enter")
	x.Has("输入口令", "有 1 个数据包是加密的。本机有编办的私钥")
	x.Press("esc")
	x.Has("打不开", "要先输入它的口令")
	x.Press("esc", "enter")
	x.Type("雨伞27帆船14木乔")
	x.Lacks("雨伞")
	x.Press("enter")
	x.Has("口令不对")
	x.Type("雨伞27帆船14木桥")
	x.Press("enter")
	x.Has("不认识的笔记本 1/1", "赵强 1012")
	x.Press("enter", "enter")
	x.Has("已合并：新增记录")
	x.export()
	x.Press("ctrl+o")
	x.Has("赵强 本机 05") // it opens by itself now
	x.Press("enter")
	x.Lacks("输入口令")
	if all := fmt.Sprint(x.app.places()); strings.Contains(all, "雨伞") {
		t.Errorf("the passphrase is kept: %s", all)
	}
}

func TestMergePassphraseScreens(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		x := newTwo(t, lang, w, h, zhao)
		x.Press("ctrl+o")
		s := x.app.top().(*merge)
		s.plan = &store.Plan{Files: []store.PlanFile{{Path: "李敏.zfb", Verdict: store.Closed, Fault: &store.Fault{Code: "key.locked"}}}}
		s.list()
		s.askUnlock(true)
		x.Type("口令口令")
		x.Golden("merge.unlock")
		x.Press("esc")
		x.Golden("merge.closed")
	})
}

// The laptop that is enrolled as the office's brings keys that count.
func TestEnrolTheOffice(t *testing.T) {
	ctx := context.Background()
	x := newTwo(t, words.ZH, 80, 24, officePerson)
	x.contest()
	_, _, err := x.other.TrustKey(ctx, samplePublic(t), store.KeyOptions{Label: "青澜区编办"})
	x.must(err)
	_, err = x.other.Export(ctx, x.stick, store.ExportOptions{Seal: store.Sealing{Plain: true}}, nil)
	x.must(err)
	x.Press("ctrl+o", "enter")
	x.Has("[ ] 这是编办的笔记本")
	x.Press("f5")
	x.Has("[x] 这是编办的笔记本")
	x.Press("enter", "enter")
	x.Has("已合并")
	x.Press("esc", "ctrl+e")
	x.Has("密封给  青澜区编办、本机")
}

// The list of keys shows what to read out, and lets a key that arrived be compared.
func TestKeyList(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		x := newTwo(t, lang, w, h, officePerson)
		x.withKey()
		x.Go(Place{Screen: "keys"})
		s := x.app.top().(*keyList)
		s.own = samplePublic(t)
		x.Golden("keys")
		x.Press("enter", "enter")
		s.own = samplePublic(t)
		x.Golden("keys.trusted")
	})
}
