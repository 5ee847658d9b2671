package checklist

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"unicode/utf8"
)

// parseJSON reads JSON twenty times faster than the YAML parser would; the canonical form is JSON. It returns nil for
// anything it does not take, and the YAML parser then says what is wrong.
func parseJSON(src []byte) *node {
	d := json.NewDecoder(bytes.NewReader(src))
	d.UseNumber()
	j := &jsonReader{dec: d, src: src, line: 1}
	root := j.value(0)
	if root == nil {
		return nil
	}
	if _, err := d.Token(); err != io.EOF {
		return nil
	}
	return root
}

type jsonReader struct {
	dec  *json.Decoder
	src  []byte
	seen int // bytes counted into line and col
	line int
	col  int // characters before seen in its line
}

// place is the line and column of the next token. Offsets only grow, so the source is walked once.
func (j *jsonReader) place() (line, col int) {
	at := int(j.dec.InputOffset())
	for at < len(j.src) && strings.IndexByte(" \t\r\n,:", j.src[at]) >= 0 {
		at++
	}
	for ; j.seen < at; j.seen++ {
		if j.src[j.seen] == '\n' {
			j.line, j.col = j.line+1, 0
		} else if utf8.RuneStart(j.src[j.seen]) {
			j.col++
		}
	}
	return j.line, j.col + 1
}

func (j *jsonReader) value(depth int) *node {
	if depth > maxDepth {
		return nil
	}
	line, col := j.place()
	tk, err := j.dec.Token()
	if err != nil {
		return nil
	}
	switch tk := tk.(type) {
	case json.Delim:
		if tk == '{' {
			return j.members(line, col, depth)
		}
		return j.elements(line, col, depth)
	case string:
		n := &node{kind: nodeText, text: tk, line: line, col: col, lead: 1}
		if int(j.dec.InputOffset())-j.seen != len(tk)+2 {
			n.lead = -1 // it has escapes
		}
		return n
	case json.Number:
		return &node{kind: nodeNumber, text: tk.String(), line: line, col: col}
	case bool:
		n := &node{kind: nodeBool, text: "false", line: line, col: col}
		if tk {
			n.text = "true"
		}
		return n
	}
	return &node{line: line, col: col}
}

func (j *jsonReader) members(line, col, depth int) *node {
	out := &node{kind: nodeMap, line: line, col: col}
	for j.dec.More() {
		kl, kc := j.place()
		tk, err := j.dec.Token()
		key, ok := tk.(string)
		if err != nil || !ok {
			return nil
		}
		v := j.value(depth + 1)
		if v == nil {
			return nil
		}
		out.keys = append(out.keys, &node{kind: nodeText, text: key, line: kl, col: kc})
		out.items = append(out.items, v)
	}
	if _, err := j.dec.Token(); err != nil {
		return nil
	}
	return out
}

func (j *jsonReader) elements(line, col, depth int) *node {
	out := &node{kind: nodeList, line: line, col: col}
	for j.dec.More() {
		v := j.value(depth + 1)
		if v == nil {
			return nil
		}
		out.items = append(out.items, v)
	}
	if _, err := j.dec.Token(); err != nil {
		return nil
	}
	return out
}
