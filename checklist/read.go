package checklist

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// spot is a place in the source.
type spot struct{ line, col int }

// reader turns nodes into the scheme and remembers where each field was written, by the field's address: the checks
// that follow point at the very value they complain about.
type reader struct {
	problems
	at map[any]spot
}

// object is a map being read. done reports the keys nobody asked for.
type object struct {
	r    *reader
	node *node
	used []bool
}

// object opens a map. A node of another kind is reported and read as an empty map without further complaints.
func (r *reader) object(n *node, key string) object {
	if n == nil {
		return object{r: r}
	}
	if n.kind != nodeMap {
		r.add(n.line, n.col, "scheme.type", key, "map")
		return object{r: r}
	}
	o := object{r: r, node: n, used: make([]bool, len(n.keys))}
	first := make(map[string]*node, len(n.keys))
	for i, k := range n.keys {
		if f, ok := first[k.text]; ok {
			r.add(k.line, k.col, "scheme.key.twice", k.text, f.line)
			o.used[i] = true
			continue
		}
		first[k.text] = k
	}
	return o
}

// find is the value of a key; nil if the key is absent (or given without a value) and may be.
func (o object) find(key string, required bool) *node {
	if o.node == nil {
		return nil
	}
	for i, k := range o.node.keys {
		if k.text == key && !o.used[i] {
			o.used[i] = true
			if o.node.items[i].kind != nodeNull {
				return o.node.items[i]
			}
			break
		}
	}
	if required {
		o.r.add(o.node.line, o.node.col, "scheme.key.missing", key)
	}
	return nil
}

// done reports unknown keys.
func (o object) done() {
	if o.node == nil {
		return
	}
	for i, k := range o.node.keys {
		if !o.used[i] {
			o.r.add(k.line, k.col, "scheme.key.unknown", k.text)
		}
	}
}

// mark remembers where a field stands; a missing field stands where its map does.
func (o object) mark(field any, n *node) {
	if n == nil {
		n = o.node
	}
	if n != nil {
		o.r.at[field] = spot{n.line, n.col}
	}
}

// bad reports a problem at a field.
func (r *reader) bad(field any, code string, args ...any) {
	at := r.at[field]
	r.add(at.line, at.col, code, args...)
}

func (o object) text(key string, to *string, required bool) {
	n := o.find(key, required)
	o.mark(to, n)
	if n == nil {
		return
	}
	if n.kind != nodeText {
		o.r.add(n.line, n.col, "scheme.type", key, "text")
		*to = "?" // one complaint is enough: it is there, though unreadable
		return
	}
	*to = norm.NFC.String(strings.TrimSpace(n.text))
	if required && *to == "" {
		o.r.add(n.line, n.col, "scheme.key.missing", key)
	}
	if strings.ContainsFunc(*to, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }) {
		o.r.add(n.line, n.col, "scheme.control", 0)
	}
}

// pair reads a text in both languages from two keys. One language alone is a problem wherever the text is shown.
func (o object) pair(zh, en string, to *Text, required bool) {
	o.text(zh, &to.ZH, false)
	o.text(en, &to.EN, false)
	o.mark(to, nil)
	if o.node == nil {
		return
	}
	if to.ZH == "" && (to.EN != "" || required) {
		o.r.bad(&to.ZH, "scheme.translation", zh)
	}
	if to.EN == "" && (to.ZH != "" || required) {
		o.r.bad(&to.EN, "scheme.translation", en)
	}
}

func (o object) name(to *Text) { o.pair("zh", "en", to, true) }

// id reads an identifier: letters first, so that no YAML dialect takes it for a number, and no spaces.
func (o object) id(key string, to *string) {
	o.text(key, to, true)
	if *to != "" && !validID(*to) {
		o.r.bad(to, "scheme.id.bad", *to)
	}
}

func validID(s string) bool {
	for i, c := range s {
		letter := c == '_' || (c|0x20 >= 'a' && c|0x20 <= 'z')
		if !letter && (i == 0 || !strings.ContainsRune("0123456789.-", c)) {
			return false
		}
	}
	return s != "" && len(s) <= 64
}

func (o object) points(key string, to *Points, required bool) {
	n := o.find(key, required)
	o.mark(to, n)
	if n == nil {
		return
	}
	p, code := decimal(n)
	if code != "" {
		o.r.add(n.line, n.col, code, key, n.text)
		return
	}
	*to = p
}

// decimal reads hundredths exactly. "1.50" and "1.500" are hundredths, "1.505" is finer than any score may be.
func decimal(n *node) (Points, string) {
	if n.kind != nodeNumber {
		return 0, "scheme.number"
	}
	text := strings.TrimPrefix(n.text, "+")
	if whole, frac, ok := strings.Cut(text, "."); ok {
		if !digits(frac) {
			return 0, "scheme.number"
		}
		frac = strings.TrimRight(frac, "0")
		if len(frac) > 2 {
			return 0, "scheme.fine"
		}
		if text = whole; frac != "" {
			text += "." + frac
		}
	}
	p, err := ParsePoints(text)
	if err != nil {
		return 0, "scheme.number"
	}
	return p, ""
}

func (o object) whole(key string, to *int, required bool) {
	n := o.find(key, required)
	o.mark(to, n)
	if n == nil {
		return
	}
	v, err := strconv.Atoi(n.text)
	if n.kind != nodeNumber || err != nil || v < 0 || v > 1_000_000 {
		o.r.add(n.line, n.col, "scheme.whole", key, n.text)
		return
	}
	*to = v
}

func (o object) flag(key string, to *bool) {
	n := o.find(key, false)
	o.mark(to, n)
	if n == nil {
		return
	}
	if n.kind != nodeBool {
		o.r.add(n.line, n.col, "scheme.type", key, "bool")
		return
	}
	*to = strings.EqualFold(n.text, "true")
}

// list opens a list of values; the caller makes its slice at once, so that the addresses of fields stay.
func (o object) list(key string, required bool) []*node {
	n := o.find(key, required)
	if n == nil {
		return nil
	}
	if n.kind != nodeList {
		o.r.add(n.line, n.col, "scheme.type", key, "list")
		return nil
	}
	if required && len(n.items) == 0 {
		o.r.add(n.line, n.col, "scheme.key.missing", key)
	}
	return n.items
}

// ids reads a list of identifiers.
func ids[T ~string](o object, key string, to *[]T, required bool) {
	o.mark(to, nil)
	items := o.list(key, required)
	if items == nil {
		return
	}
	*to = make([]T, len(items))
	for i, n := range items {
		(*to)[i] = T(norm.NFC.String(n.text))
		o.r.at[&(*to)[i]] = spot{n.line, n.col}
		if n.kind != nodeText || n.text == "" {
			o.r.add(n.line, n.col, "scheme.type", key, "text")
		}
	}
}

// sub opens a map inside the map.
func (o object) sub(key string, required bool) object {
	if o.node == nil {
		return object{r: o.r}
	}
	return o.r.object(o.find(key, required), key)
}

// each reads a list of maps into a slice made at full length before any field's address is taken.
func each[T any](o object, key string, required bool, to *[]T, read func(object, *T)) {
	o.mark(to, nil)
	items := o.list(key, required)
	if len(items) == 0 {
		return
	}
	*to = make([]T, len(items))
	for i, n := range items {
		el := o.r.object(n, key)
		x := &(*to)[i]
		el.mark(x, nil)
		read(el, x)
		el.done()
	}
}
