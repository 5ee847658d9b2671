package store

import (
	"testing"

	"pgregory.net/rapid"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// newerFinding is a finding as a newer version wrote it: keys of its own in the whole and in the proofs.
func newerFinding(r *rapid.T, d *Doc) (f checklist.Finding, val bundle.Value, unknown int) {
	text := rapid.StringMatching(`[a-z一-十]{1,8}`)
	f = checklist.Finding{Rule: "E1.1", Count: rapid.Int64Range(1, 9).Draw(r, "count"), Facts: text.Draw(r, "facts"), Person: d.me.ID}
	var proofs []bundle.Value
	for range rapid.IntRange(0, 4).Draw(r, "proofs") {
		ev := checklist.Evidence{Kind: "paper", Place: text.Draw(r, "place"), Quote: text.Draw(r, "quote")}
		f.Evidence = append(f.Evidence, ev)
		m := map[string]bundle.Value{"kind": bundle.Text(ev.Kind), "place": bundle.Text(ev.Place), "quote": bundle.Text(ev.Quote)}
		if rapid.Bool().Draw(r, "newer proof") {
			m["z_page"] = bundle.Int(rapid.Int64().Draw(r, "page"))
			unknown++
		}
		proofs = append(proofs, bundle.Map(m))
	}
	m := map[string]bundle.Value{"rule": bundle.Text(f.Rule), "count": bundle.Int(f.Count), "facts": bundle.Text(f.Facts), "person": bundle.Text(d.me.ID.String())}
	if len(proofs) > 0 {
		m["evidence"] = bundle.List(proofs...)
	}
	for _, key := range rapid.SliceOfNDistinct(rapid.StringMatching(`z_[a-f]{1,3}`), 1, 3, rapid.ID).Draw(r, "keys") {
		m[key] = bundle.Text(text.Draw(r, "value"))
		unknown++
	}
	return f, bundle.Map(m), unknown
}

// countUnknown counts the keys that begin with z_, at any depth.
func countUnknown(v bundle.Value) (n int) {
	if items, ok := v.List(); ok {
		for _, it := range items {
			n += countUnknown(it)
		}
	}
	if m, ok := v.Map(); ok {
		for key, it := range m {
			if key[0] == 'z' {
				n++
			}
			n += countUnknown(it)
		}
	}
	return n
}

// Whatever is edited in a whole that a newer version wrote, the keys this version does not know stay: those of the
// whole, and those of every part that is still there. An edit that says what stands there already writes nothing.
func TestUnknownKeysSurviveAnEdit(t *testing.T) {
	b, id := fieldBook(t, liMin)
	body := FieldOf(KindFinding, "body")
	rapid.Check(t, func(r *rapid.T) {
		rec := NewID(id)
		d := visit(t, b, id)
		f, val, unknown := newerFinding(r, d)
		must(t, b.write(ctx, func(w *writer) error {
			_, err := w.appendAll(bundle.Change{Kind: bundle.Set, Record: rec, Field: body.No, Value: val}, nil)
			return err
		}))
		seq := b.own.seq
		f.ID = rec
		must(t, b.Apply(ctx, visit(t, b, id).body(rec, KindFinding, "body", f)))
		if b.own.seq != seq {
			r.Fatal("an edit that changes nothing known was written")
		}
		switch rapid.IntRange(0, 3).Draw(r, "edit") {
		case 0:
			f.Count += 1
		case 1:
			f.Facts, f.Cause = f.Facts+"改", "人手不足"
		case 2:
			if n := len(f.Evidence); n > 0 {
				f.Evidence[n-1].Quote += "改"
			}
			f.Effect = "多"
		case 3:
			for i, j := 0, len(f.Evidence)-1; i < j; i, j = i+1, j-1 {
				f.Evidence[i], f.Evidence[j] = f.Evidence[j], f.Evidence[i]
			}
			f.Criterion = "三定规定"
		}
		must(t, b.Apply(ctx, visit(t, b, id).body(rec, KindFinding, "body", f)))
		reg := visit(t, b, id).Register(rec, KindFinding, "body")
		if got := countUnknown(reg.heads[0].val); got != unknown {
			r.Fatalf("%d keys of a newer version, %d after the edit", unknown, got)
		}
		var back checklist.Finding
		if !readValue(reg.heads[0].val, &back) || back.Count != f.Count || back.Facts != f.Facts || len(back.Evidence) != len(f.Evidence) {
			r.Fatalf("the edit is not what was written: %+v, want %+v", back, f)
		}
		_, err := b.Undo(ctx)
		must(t, err)
		if got := countUnknown(visit(t, b, id).Register(rec, KindFinding, "body").heads[0].val); got != unknown {
			r.Fatalf("%d keys of a newer version, %d after the undo", unknown, got)
		}
	})
}

// A part that was taken out takes its unknown keys with it, and clearing a whole clears all of it.
func TestUnknownKeysGoWithWhatIsTakenOut(t *testing.T) {
	b, id := fieldBook(t, liMin)
	rec, body := NewID(id), FieldOf(KindFinding, "body")
	proof := bundle.Map(map[string]bundle.Value{"kind": bundle.Text("paper"), "z_page": bundle.Int(3)})
	val := bundle.Map(map[string]bundle.Value{"rule": bundle.Text("E1.1"), "evidence": bundle.List(proof), "z_a": bundle.Int(1)})
	must(t, b.write(ctx, func(w *writer) error {
		_, err := w.appendAll(bundle.Change{Kind: bundle.Set, Record: rec, Field: body.No, Value: val}, nil)
		return err
	}))
	must(t, b.Apply(ctx, visit(t, b, id).body(rec, KindFinding, "body", checklist.Finding{Rule: "E1.1"})))
	if got := countUnknown(visit(t, b, id).Register(rec, KindFinding, "body").heads[0].val); got != 1 {
		t.Errorf("%d unknown keys, want only that of the whole", got)
	}
	must(t, b.Apply(ctx, Edit{Record: rec, Kind: KindFinding, Field: "body", current: true}))
	if !visit(t, b, id).Register(rec, KindFinding, "body").heads[0].val.IsNull() {
		t.Error("a cleared whole holds something")
	}
}
