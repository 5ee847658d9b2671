package checklist

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Canonical is the meaning of the scheme as JSON: keys sorted, numbers in their shortest form, whatever says nothing
// (empty texts and lists, false) left out, comments and layout gone. Two files that mean the same have the same
// canonical form. LoadScheme reads it, much faster than YAML.
func (s *Scheme) Canonical() []byte { return bytes.Clone(s.canonical) }

func hashOf(canonical []byte) string {
	h := sha256.New()
	h.Write([]byte("zoufang scheme 1\x00"))
	h.Write(canonical)
	return hex.EncodeToString(h.Sum(nil))
}

func canonical(root *node) []byte {
	var b bytes.Buffer
	writeCanonical(&b, root)
	return b.Bytes()
}

// says tells whether a value says anything. The elements of a list always do: their places count.
func (n *node) says() bool {
	switch n.kind {
	case nodeNull:
		return false
	case nodeText:
		return strings.TrimSpace(n.text) != ""
	case nodeNumber:
		return true // zero is a value: a grade from 0 points
	case nodeBool:
		return strings.EqualFold(n.text, "true")
	case nodeMap:
		return slices.ContainsFunc(n.items, (*node).says)
	}
	return len(n.items) > 0
}

func canonicalNumber(s string) string {
	s = strings.TrimPrefix(s, "+")
	if strings.Contains(s, ".") {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	neg := strings.HasPrefix(s, "-")
	if s = strings.TrimLeft(strings.TrimPrefix(s, "-"), "0"); s == "" || s[0] == '.' {
		s = "0" + s
	}
	if neg && s != "0" {
		s = "-" + s
	}
	return s
}

func writeCanonical(b *bytes.Buffer, n *node) {
	switch n.kind {
	case nodeNull:
		b.WriteString("null")
	case nodeText:
		writeText(b, n.text)
	case nodeNumber:
		b.WriteString(canonicalNumber(n.text))
	case nodeBool:
		b.WriteString(strings.ToLower(n.text))
	case nodeList:
		b.WriteByte('[')
		for i, v := range n.items {
			if i > 0 {
				b.WriteByte(',')
			}
			writeCanonical(b, v)
		}
		b.WriteByte(']')
	case nodeMap:
		writeMap(b, n)
	}
}

func writeMap(b *bytes.Buffer, n *node) {
	order := make([]int, 0, len(n.keys))
	for i := range n.keys {
		if n.items[i].says() {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(x, y int) int { return strings.Compare(n.keys[x].text, n.keys[y].text) })
	b.WriteByte('{')
	for k, i := range order {
		if k > 0 {
			b.WriteByte(',')
		}
		writeText(b, n.keys[i].text)
		b.WriteByte(':')
		writeCanonical(b, n.items[i])
	}
	b.WriteByte('}')
}

func writeText(b *bytes.Buffer, s string) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	_ = e.Encode(norm.NFC.String(strings.TrimSpace(s))) // a string always encodes
	b.Truncate(b.Len() - 1)                             // Encode ends the line
}
