package checklist

import (
	"bytes"
	"strings"
)

// countTabs mends the columns of a tree: the YAML library does not count tabs.
func countTabs(root *node, src []byte) {
	if root == nil || bytes.IndexByte(src, '\t') < 0 {
		return
	}
	lines := strings.Split(string(src), "\n")
	var walk func(n *node)
	walk = func(n *node) {
		if n.line > 0 && n.line <= len(lines) {
			n.col = columnWithTabs(lines[n.line-1], n.col)
		}
		for _, k := range n.keys {
			walk(k)
		}
		for _, v := range n.items {
			walk(v)
		}
	}
	walk(root)
}

// columnWithTabs is the column of a place in a line of which the library counted everything but the tabs.
func columnWithTabs(line string, col int) int {
	counted, column := 0, 0
	for _, r := range line {
		column++
		if r != '\t' {
			counted++
		}
		if counted == col {
			return column
		}
	}
	return col
}
