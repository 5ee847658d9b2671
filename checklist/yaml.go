package checklist

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxFlow is how wide an element may be to stand in one line of a YAML file, in characters.
const maxFlow = 320

// yamlOf writes a tree as YAML for people, laid out as the schemes that come with the program are: a line for each row of
// a list, in braces; indented maps where there is more below. Every text stands in quotation marks, so that no reader of
// YAML takes it for something else. The order of keys is the tree's: see sortKeys.
func yamlOf(root *node) []byte {
	var w yamlWriter
	w.top(root)
	return w.Bytes()
}

type yamlWriter struct{ bytes.Buffer }

func (w *yamlWriter) top(root *node) {
	for i, k := range root.keys {
		if i > 0 {
			w.WriteByte('\n')
		}
		w.entry(k, root.items[i], "")
	}
}

// entry writes a key and its value, indented.
func (w *yamlWriter) entry(key, v *node, indent string) {
	w.WriteString(indent + yamlKey(key.text) + ":")
	switch {
	case v.kind == nodeMap && len(v.keys) > 0 && (indent == "" || len(v.keys) > 3 || !v.leaf()):
		w.WriteByte('\n')
		for i, k := range v.keys {
			w.entry(k, v.items[i], indent+"  ")
		}
	case v.kind == nodeList && slices.ContainsFunc(v.items, func(x *node) bool { return x.kind == nodeMap }):
		w.WriteByte('\n')
		for i, x := range v.items {
			if i > 0 && x.get("indicators") != nil {
				w.WriteByte('\n')
			}
			w.element(x, indent+"  ")
		}
	default:
		w.WriteString(" " + flow(v) + "\n")
	}
}

// element writes an element of a list of maps.
func (w *yamlWriter) element(x *node, indent string) {
	if x.leaf() || len(x.keys) == 0 {
		if line := flow(x); utf8.RuneCountInString(line) <= maxFlow {
			w.WriteString(indent + "- " + line + "\n")
			return
		}
	}
	from := w.Len()
	for i, k := range x.keys {
		w.entry(k, x.items[i], indent+"  ")
	}
	w.Bytes()[from+len(indent)] = '-'
}

// leaf tells whether a map holds nothing that has parts, but for lists of texts.
func (n *node) leaf() bool {
	return n.kind == nodeMap && !slices.ContainsFunc(n.items, func(v *node) bool {
		return v.kind == nodeMap || v.kind == nodeList && slices.ContainsFunc(v.items, func(x *node) bool { return x.kind == nodeMap || x.kind == nodeList })
	})
}

// flow writes a value in one line.
func flow(n *node) string {
	switch n.kind {
	case nodeNull:
		return "null"
	case nodeText:
		return yamlText(n.text)
	case nodeNumber, nodeBool:
		return n.text
	}
	parts := make([]string, len(n.items))
	for i, v := range n.items {
		if parts[i] = flow(v); n.kind == nodeMap {
			parts[i] = yamlKey(n.keys[i].text) + ": " + parts[i]
		}
	}
	if n.kind == nodeList {
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

// yamlKey quotes the keys that older readers of YAML take for a truth value.
func yamlKey(key string) string {
	if slices.Contains([]string{"no", "yes", "on", "off", "y", "n", "true", "false", "null"}, key) {
		return `"` + key + `"`
	}
	return key
}

// yamlText is a text in quotation marks; what is not seen is written as an escape.
func yamlText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r > 0xffff && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\U%08X`, r)
		case r != ' ' && !unicode.IsPrint(r):
			fmt.Fprintf(&b, `\u%04X`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// sortKeys puts the keys of a map in an order given as names with spaces; those it does not name stay behind them as they
// are.
func sortKeys(n *node, order string) {
	names := strings.Fields(order)
	rank := func(i int) int {
		if k := slices.Index(names, n.keys[i].text); k >= 0 {
			return k
		}
		return len(names)
	}
	at := make([]int, len(n.keys))
	for i := range at {
		at[i] = i
	}
	slices.SortStableFunc(at, func(a, b int) int { return rank(a) - rank(b) })
	keys, items := make([]*node, len(at)), make([]*node, len(at))
	for to, from := range at {
		keys[to], items[to] = n.keys[from], n.items[from]
	}
	n.keys, n.items = keys, items
}
