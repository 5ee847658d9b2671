package checklist

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// spot is a place in the source.
type spot struct{ line, col int }

// reader turns nodes into the scheme and remembers where each field was written, by the field's address: the checks
// that follow point at the very value they complain about.
type reader struct {
	problems
	at     map[any]spot
	unread map[any]bool // numbers that are missing or could not be read: what they add up to says nothing

	see func(path string, required bool) // told of every key that is asked for; nil but in tests
}

func newReader() *reader { return &reader{at: map[any]spot{}, unread: map[any]bool{}} }

// unreadable stands for a text that is there and could not be read: one complaint is enough.
const unreadable = "?"

// object is a map being read. done reports the keys nobody asked for.
type object struct {
	r     *reader
	node  *node
	used  []bool
	asked *[]string // the keys that were asked for, to say which one a misspelt key was meant to be
	lacks *[]string // those that are required and not there
	path  string    // where in the file, for reader.see: "categories.indicators"
}

// object opens a map. A node of another kind is reported and read as an empty map without further complaints.
func (r *reader) object(n *node, key string) object {
	if n == nil {
		return object{r: r}
	}
	if n.kind != nodeMap {
		r.add(n.line, n.col, "scheme.type", key, Noun("map"))
		return object{r: r}
	}
	o := object{r: r, node: n, used: make([]bool, len(n.keys)), asked: new([]string), lacks: new([]string)}
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
	*o.asked = append(*o.asked, key)
	if o.r.see != nil {
		o.r.see(o.path+key, required)
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
		*o.lacks = append(*o.lacks, key)
	}
	return nil
}

// done reports unknown keys, and all missing ones together.
func (o object) done() {
	if o.node == nil {
		return
	}
	for i, k := range o.node.keys {
		if !o.used[i] {
			o.r.add(k.line, k.col, "scheme.key.unknown", k.text)
			o.r.near(k.text, o.free())
			o.meant(o.r.list[len(o.r.list)-1].Near)
		}
	}
	if len(*o.lacks) > 0 {
		o.r.add(o.node.line, o.node.col, "scheme.key.missing", strings.Join(*o.lacks, ", "))
	}
}

// meant takes back that a key is missing, once it was found misspelt: one slip is one problem.
func (o object) meant(key string) {
	*o.lacks = slices.DeleteFunc(*o.lacks, func(k string) bool { return k == key })
	o.r.list = slices.DeleteFunc(o.r.list, func(p Problem) bool {
		return p.Code == "scheme.translation" && p.Line == o.node.line && p.Col == o.node.col && p.Args[0] == key
	})
}

// free are the keys that were asked for and are not there.
func (o object) free() iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, key := range *o.asked {
			if !slices.ContainsFunc(o.node.keys, func(k *node) bool { return k.text == key }) && !yield(key) {
				return
			}
		}
	}
}

// refuse reports keys that are known and have no place here; quietly takes them where that was said already.
func (o object) refuse(quietly bool, code, why string, keys ...string) {
	if o.node == nil {
		return
	}
	for i, k := range o.node.keys {
		if !o.used[i] && slices.Contains(keys, k.text) {
			o.used[i] = true
			if !quietly {
				o.r.add(k.line, k.col, code, why, k.text)
			}
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

// note reports something at a field that does not stop the scheme.
func (r *reader) note(field any, code string, args ...any) {
	r.bad(field, code, args...)
	r.list[len(r.list)-1].Severity = SeverityWarning
}

// near adds to the last problem what was probably meant by an unknown name.
func (r *reader) near(name string, known iter.Seq[string]) {
	r.list[len(r.list)-1].Near = nearest(name, known)
}

// list opens a list of values; the caller makes its slice at once, so that the addresses of fields stay.
func (o object) list(field any, key string, required bool) []*node {
	n := o.find(key, required)
	o.mark(field, n)
	if n == nil {
		return nil
	}
	if n.kind != nodeList {
		o.r.add(n.line, n.col, "scheme.type", key, Noun("list"))
		return nil
	}
	if required && len(n.items) == 0 {
		o.r.add(n.line, n.col, "scheme.key.missing", key)
	}
	return n.items
}

// ids reads a list of identifiers.
func ids[T ~string](o object, key string, to *[]T, required bool) {
	items := o.list(to, key, required)
	if items == nil {
		return
	}
	*to = make([]T, len(items))
	for i, n := range items {
		text := norm.NFC.String(strings.TrimSpace(n.text))
		(*to)[i] = T(text)
		o.r.at[&(*to)[i]] = spot{n.line, n.col}
		if n.kind != nodeText || text == "" {
			o.r.add(n.line, n.col, "scheme.type", key, Noun("text"))
			(*to)[i] = unreadable
			continue
		}
		o.r.control(n, text)
	}
}

// sub opens a map inside the map.
func (o object) sub(key string, required bool) object {
	if o.node == nil {
		return object{r: o.r}
	}
	sub := o.r.object(o.find(key, required), key)
	if o.r.see != nil {
		sub.path = o.path + key + "."
	}
	return sub
}

// each reads a list of maps into a slice made at full length before any field's address is taken.
func each[T any](o object, key string, required bool, to *[]T, read func(object, *T)) {
	items := o.list(to, key, required)
	if len(items) == 0 {
		return
	}
	*to = make([]T, len(items))
	for i, n := range items {
		el := o.r.object(n, key)
		if o.r.see != nil {
			el.path = o.path + key + "."
		}
		x := &(*to)[i]
		el.mark(x, nil)
		read(el, x)
		el.done()
	}
}
