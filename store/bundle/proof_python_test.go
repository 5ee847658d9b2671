package bundle

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// pythonReader is a second reader, written after docs/formats.md alone: what it says and what ours says must agree.
var pythonReader = filepath.Join("..", "..", "docs", "read_bundle.py")

// python runs the second reader on a bundle. On a laptop without Python the test is passed over; CI must have one.
func python(t *testing.T, b []byte) (lines []map[string]any, sentence string, ok bool) {
	t.Helper()
	exe, err := exec.LookPath("python3")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("no python3")
		}
		t.Skip("no python3")
	}
	path := filepath.Join(t.TempDir(), "a.zfb")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	cmd := exec.Command(exe, pythonReader, path)
	cmd.Stdout, cmd.Stderr = &out, &errs
	ok = cmd.Run() == nil
	d := json.NewDecoder(&out)
	d.UseNumber()
	for d.More() {
		var line map[string]any
		if err := d.Decode(&line); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, line)
	}
	return lines, errs.String(), ok
}

// told is what our reader says of a bundle, in the same words.
func told(t *testing.T, b []byte) (lines []map[string]any) {
	t.Helper()
	say := func(kind string, v any) error {
		raw, err := json.Marshal(map[string]any{kind: v})
		if err != nil {
			return err
		}
		d := json.NewDecoder(bytes.NewReader(raw))
		d.UseNumber()
		var line map[string]any
		err = d.Decode(&line)
		lines = append(lines, line)
		return err
	}
	err := Read(bytes.NewReader(b), Sink{
		Header: func(h Header) error { return say("header", h) },
		Change: func(e *Entry) error {
			refs := []any{}
			for _, r := range e.Change.Refs {
				refs = append(refs, map[string]any{"device": r.Dev, "seq": r.Seq, "h8": hex.EncodeToString(r.H8[:])})
			}
			c := &e.Change
			return say("change", map[string]any{"device": e.Dev, "seq": e.Seq, "prev": e.Prev, "hash": e.Hash, "lamport": c.Lamport, "wall": c.Wall,
				"actor": hex.EncodeToString(c.Actor[:]), "kind": c.Kind, "record": hex.EncodeToString(c.Record[:]), "register": c.Field,
				"value": plainValue(c.Value), "reason": c.Reason, "refs": refs})
		},
		Withheld: func(dev DeviceID, first, last uint64) error {
			return say("withheld", map[string]any{"device": dev, "first": first, "last": last})
		},
		Text: func(sha Hash, salted []byte) error {
			text, _ := Unsalted(salted)
			return say("text", map[string]any{"sha256": sha, "text": text})
		},
		FileChunk: func(sha Hash, total, off int64, chunk []byte) error {
			if off+int64(len(chunk)) < total {
				return nil
			}
			return say("file", map[string]any{"sha256": sha, "size": total})
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	lines = append(lines, map[string]any{"verified": true, "signatures": "not checked"})
	return lines
}

func plainValue(v Value) any {
	switch v.Tag() {
	case TagNull:
		return nil
	case TagInt:
		n, _ := v.Int()
		return n
	case TagDecimal:
		m, e, _ := v.Decimal()
		return fmt.Sprintf("%de%d", m, e)
	case TagText:
		s, _ := v.Text()
		return s
	case TagFile:
		f, _ := v.File()
		return map[string]any{"sha256": f.SHA, "size": f.Size, "mime": f.MIME, "name": f.Name}
	case TagMap:
		m, _ := v.Map()
		out := map[string]any{}
		for k, x := range m {
			out[k] = plainValue(x)
		}
		return out
	case TagList:
		l, _ := v.List()
		out := []any{}
		for _, x := range l {
			out = append(out, plainValue(x))
		}
		return out
	case TagSecret:
		sha, _ := v.Secret()
		return map[string]any{"secret": sha}
	}
	return map[string]any{"tag": int(v[0]), "bytes": hex.EncodeToString(v[1:])}
}

// everything is a bundle with all kinds of values, both branches of a forked log, a gap that is withheld, texts, a file
// of several chunks, references to other devices, and frames that were packed.
func everything(t *testing.T) []byte {
	t.Helper()
	own, other := newLog(1).fill(t, 60), newLog(2)
	branch := &testLog{key: own.key, chain: chain{dev: own.chain.dev, seq: 30, head: own.hashes[29]},
		bodies: own.bodies[:30:30], hashes: own.hashes[:30:30]}
	secret := Salted([SaltLen]byte{4}, "受访者说：\"\n\u2028")
	for i, v := range []Value{Null(), Int(-1 << 62), Int(1<<63 - 1), Decimal(-150, -2), Text("三楼\x00\u202e会议室𠮷"), Secret(SumOf(secret)),
		FileOf(File{SHA: SumOf(nil), Size: 1 << 40, MIME: "image/jpeg", Name: "../../证书.png"}), List(), Map(nil), {8, 1, 2}, {250},
		Map(map[string]Value{"rule": Text("E1.1"), "count": Int(3), "evidence": List(Map(map[string]Value{"kind": Text("paper")}), Null())})} {
		c := Change{Lamport: MaxLamport, Wall: maxNumber, Actor: [8]byte{1, 255}, Kind: ChangeKind(i * 40), Record: [16]byte{9, 15: 1}, Field: maxNumber,
			Value: v, Reason: "因为“三定”", Refs: []Ref{{own.chain.dev, 9, [8]byte{7}}, {other.chain.dev, maxNumber, [8]byte{8}}}}
		other.add(t, c)
		branch.add(t, c)
	}
	photo := bytes.Repeat([]byte("照片"), 90_000)
	var out bytes.Buffer
	w, err := NewWriter(&out, testHeader(own.key, Counts{Segments: 3, Changes: 60 + 24, Texts: 2, Files: 2}))
	if err != nil {
		t.Fatal(err)
	}
	own.segment(w, 1, 60)
	branch.segment(w, 31, 42)
	w.Withheld(own.chain.dev, 61, 99)
	other.segment(w, 1, 12)
	w.Text(secret)
	w.Text(Salted([SaltLen]byte{}, ""))
	w.File(SumOf(photo), int64(len(photo)), bytes.NewReader(photo))
	w.File(SumOf(nil), 0, bytes.NewReader(nil))
	if err := w.Close(own.key); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestPythonReadsTheSame(t *testing.T) {
	t.Parallel()
	for name, b := range map[string][]byte{"small": small(t), "everything": everything(t)} {
		lines, sentence, ok := python(t, b)
		if !ok {
			t.Fatalf("%s: %s", name, sentence)
		}
		want := told(t, b)
		for i := range want {
			if i >= len(lines) || !reflect.DeepEqual(lines[i], want[i]) {
				t.Fatalf("%s, line %d:\n%v\nwant\n%v", name, i, lines[min(i, len(lines)-1)], want[i])
			}
		}
		if len(lines) != len(want) {
			t.Errorf("%s: %d lines, want %d", name, len(lines), len(want))
		}
	}
}

// What is damaged ends with a sentence, and never with {"verified": true}.
func TestPythonRefusesDamage(t *testing.T) {
	t.Parallel()
	good := everything(t)
	bad := map[string][]byte{"empty": nil, "sealed": []byte("age-encryption.org/v1\n-> X25519"), "no bundle": []byte("PK\x03\x04 a workbook, not a bundle"),
		"one byte more": append(bytes.Clone(good), 0), "twice": append(bytes.Clone(good), good...)}
	for n := 1; n < 6; n++ {
		at := n * len(good) / 6
		flipped := bytes.Clone(good)
		flipped[at] ^= 16
		bad[fmt.Sprintf("cut at %d", at)], bad[fmt.Sprintf("flipped at %d", at)] = good[:at], flipped
	}
	header, frames := framed(t, good)
	for i := range frames {
		if kind := frames[i][0]; kind == frameSegment || kind == frameChanges {
			bad[fmt.Sprintf("without frame %d, signed", i)] = assemble(t, header, testKey(1), append(append([][]byte{}, frames[:i]...), frames[i+1:]...)...)
		}
	}
	for name, b := range bad {
		if Read(bytes.NewReader(b), Sink{}) == nil {
			t.Errorf("%s: ours takes it", name)
		}
		lines, sentence, ok := python(t, b)
		if ok || !strings.Contains(sentence, ". Do not trust") || strings.Contains(sentence, "Traceback") {
			t.Errorf("%s: %v %q", name, ok, sentence)
		}
		if n := len(lines); n > 0 && lines[n-1]["verified"] != nil {
			t.Errorf("%s: called verified", name)
		}
	}
}
