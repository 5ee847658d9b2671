package checklist

import (
	"slices"
	"strings"

	"golang.org/x/text/width"
)

// Words of cells that stand for yes and no.
var yesWords, noWords = []string{"是", "yes", "y", "true", "1", "√", "✓", "✔", "有"}, []string{"否", "no", "n", "false", "0", "×", "✗", "无"}

// cellOf writes a value of the scheme as a cell; "" for none.
func (c *columnDef) cellOf(n *node, lang string) string {
	switch {
	case n == nil:
		return ""
	case n.kind == nodeBool:
		if strings.EqualFold(n.text, "true") {
			return Text{yesWords[0], yesWords[1]}.In(lang)
		}
		return ""
	case n.kind == nodeList:
		return joinList(n.items, lang)
	}
	for _, ch := range c.choices {
		if ch.id == n.text && lang == "zh" {
			return ch.zh
		}
	}
	return n.text
}

// words are what a cell of the column offers.
func (c *columnDef) words(lang string) (out []string) {
	if c.kind == cellFlag {
		return []string{Text{yesWords[0], yesWords[1]}.In(lang), Text{noWords[0], noWords[1]}.In(lang)}
	}
	for _, ch := range c.choices {
		out = append(out, Text{ch.zh, ch.id}.In(lang))
	}
	return out
}

// value reads a cell; nil for one that says nothing. What is no number or no yes or no stays text, and the loader says
// what should stand there. A code is returned for a list that cannot be read.
func (c *columnDef) value(cell string) (n *node, code string) {
	text := strings.TrimSpace(cell)
	if text == "" {
		return nil, ""
	}
	switch c.kind {
	case cellNumber:
		return &node{kind: numberKind(width.Narrow.String(text)), text: width.Narrow.String(text)}, ""
	case cellFlag:
		said := strings.ToLower(width.Fold.String(text))
		switch {
		case slices.Contains(yesWords, said):
			return &node{kind: nodeBool, text: "true"}, ""
		case slices.Contains(noWords, said):
			return &node{kind: nodeBool, text: "false"}, ""
		}
		return &node{kind: nodeText, text: text}, ""
	case cellList:
		items, ok := splitList(text)
		if !ok {
			return nil, "sheet.list"
		}
		out := &node{kind: nodeList}
		for _, x := range items {
			out.items = append(out.items, &node{kind: nodeText, text: x})
		}
		return out, ""
	}
	for _, ch := range c.choices {
		if said := width.Fold.String(text); said == ch.zh || strings.EqualFold(said, ch.id) {
			return &node{kind: nodeText, text: ch.id}, ""
		}
	}
	return &node{kind: nodeText, text: text}, ""
}

// numberKind tells a number that YAML and JSON read alike from a text.
func numberKind(s string) nodeKind {
	whole, frac, dot := strings.Cut(strings.TrimPrefix(s, "-"), ".")
	if !digits(whole) || dot && !digits(frac) || len(whole) > 1 && whole[0] == '0' {
		return nodeText
	}
	return nodeNumber
}

// listMarks part the texts of a list in a cell, whoever typed it.
const listMarks = ",，、;；\n"

// joinList writes the texts of a list with commas. A text that holds one of the marks stands in quotation marks, with
// those inside it doubled.
func joinList(items []*node, lang string) string {
	out := make([]string, len(items))
	for i, n := range items {
		if out[i] = n.text; strings.ContainsAny(n.text, listMarks+`"`) || strings.TrimSpace(n.text) != n.text {
			out[i] = `"` + strings.ReplaceAll(n.text, `"`, `""`) + `"`
		}
	}
	return strings.Join(out, Text{"、", ", "}.In(lang))
}

// splitList reads what joinList writes and what people type. It is not ok where a quotation mark has no other.
func splitList(s string) (out []string, ok bool) {
	for s = strings.TrimLeft(s, listMarks+" \u3000"); s != ""; s = strings.TrimLeft(s, listMarks+" \u3000") {
		if s[0] != '"' {
			end := strings.IndexAny(s, listMarks)
			if end < 0 {
				end = len(s)
			}
			out, s = append(out, strings.TrimSpace(s[:end])), s[end:]
			continue
		}
		end := 1
		for end < len(s) && (s[end] != '"' || strings.HasPrefix(s[end:], `""`)) {
			if s[end] == '"' {
				end++
			}
			end++
		}
		if end >= len(s) {
			return nil, false
		}
		out = append(out, strings.ReplaceAll(s[1:end], `""`, `"`))
		if s = strings.TrimSpace(s[end+1:]); s != "" && !strings.ContainsAny(firstRune(s), listMarks) {
			return nil, false
		}
	}
	return out, true
}

func firstRune(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}
