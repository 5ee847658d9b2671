package store

import (
	"context"
	"reflect"
	"slices"

	"zoufang/checklist"
)

// unitWholes takes the registers of a unit that are wholes (what it came from, whether it ended, its former names) out of
// a line, and makes their edits. Units in them are named by id. Fault record.value (key, what is wrong).
func (r *recorder) unitWholes(id checklist.ID, l *recordLine) (edits []Edit, err error) {
	rest := &object{vals: l.set.vals}
	for _, key := range l.set.keys {
		f := FieldOf(KindUnit, key)
		if f == nil || f.Type != Body {
			rest.keys = append(rest.keys, key)
			continue
		}
		e := Edit{Record: id, Kind: KindUnit, Field: key, Reason: l.reason, current: true}
		if x := l.set.vals[key]; x != nil {
			rv := reflect.New(f.bodyType()).Elem()
			if err := assign(rv, x, ""); err != nil {
				return nil, &Fault{Code: "record.value", Args: []any{"set." + key, err.Error()}, Err: err}
			}
			e.Text = string(appendJSON(nil, rv))
		}
		edits = append(edits, e)
	}
	l.set = rest
	return edits, nil
}

// recordPhrase keeps a sentence for use again: {"record":"phrase","set":{"text":"…","use":"facts"}}. Faults: record.need,
// record.key, record.value, and those of SavePhrases.
func (r *recorder) recordPhrase(ctx context.Context, l recordLine) (id checklist.ID, err error) {
	text, err := l.need("text")
	if err != nil {
		return id, err
	}
	var p checklist.Phrase
	if err := r.fillBody(l, &p); err != nil {
		return id, err
	}
	if p.Use != "" && !slices.Contains(checklist.PhraseUses, p.Use) {
		return id, newFault("record.value", "use", p.Use)
	}
	var s Saved
	return checklist.PhraseID(text), r.w.savePhrase(ctx, p, &s)
}
