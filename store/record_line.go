package store

import (
	"slices"
	"strings"
)

// recordLine is one parsed line.
type recordLine struct {
	unit, visit, at string
	by              any // name or number, or an object
	verb            string
	what            any // what the verb is about
	set             *object
	id, as, of      string
	reason          string
	base            *object
}

// lineVerbs are the keys that make a line record something.
var lineVerbs = []string{"record", "withdraw", "restore", "nil_rest", "approve", "refuse"}

// verbKeys are the keys that go with a verb, besides what the line is about.
var verbKeys = map[string][]string{
	"record": {"set", "id", "as", "reason", "base"}, "withdraw": {"reason"}, "restore": {"reason"}, "nil_rest": {},
	"approve": {"of", "reason"}, "refuse": {"of", "reason"}, "": {},
}

// parseLine reads one object strictly. Faults: record.json (what the parser says), record.key (key), record.verbs when
// a line has several, record.type (key).
func parseLine(text []byte) (l recordLine, err error) {
	x, err := parseJSON(text)
	if err != nil {
		return l, &Fault{Code: "record.json", Args: []any{err.Error()}, Err: err}
	}
	o, ok := x.(*object)
	if !ok {
		return l, newFault("record.json", "object")
	}
	if as, ok := o.vals["as"].(string); ok {
		l.as = as // known first, so that lines which use it are not blamed
	}
	for _, v := range lineVerbs {
		if what, has := o.vals[v]; has {
			if l.verb != "" {
				return l, newFault("record.verbs", l.verb, v)
			}
			l.verb, l.what = v, what
		}
	}
	for _, k := range o.keys {
		if k == l.verb || slices.Contains(aboutKeys, k) || slices.Contains(verbKeys[l.verb], k) {
			continue
		}
		return l, newFault("record.key", k)
	}
	return l, l.take(o)
}

// aboutKeys say what a line is about; they stand alone on a line, or beside a verb.
var aboutKeys = []string{"unit", "visit", "by", "at"}

func (l *recordLine) take(o *object) error {
	for key, to := range map[string]*string{"unit": &l.unit, "visit": &l.visit, "at": &l.at, "id": &l.id, "as": &l.as,
		"of": &l.of, "reason": &l.reason} {
		x, has := o.vals[key]
		if !has {
			continue
		}
		s, ok := x.(string)
		if !ok || s == "" {
			return newFault("record.type", key)
		}
		*to = s
	}
	for key, to := range map[string]**object{"set": &l.set, "base": &l.base} {
		x, has := o.vals[key]
		if !has {
			continue
		}
		var ok bool
		if *to, ok = x.(*object); !ok {
			return newFault("record.type", key)
		}
	}
	l.by = o.vals["by"]
	if strings.ContainsAny(l.as, " @") {
		return newFault("record.type", "as")
	}
	return nil
}

// verbText is the verb's own value where it must be a text.
func (l *recordLine) verbText() (string, error) {
	s, ok := l.what.(string)
	if !ok || s == "" {
		return "", newFault("record.type", l.verb)
	}
	return s, nil
}
