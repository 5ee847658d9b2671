package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// What a line of a file is shown in, and how much of it stands before the mark where it has to be cut.
const (
	excerptCells = 96
	excerptLead  = 36
	excerptTab   = 4
	excerptCut   = "..."
)

// piece is a character of a line as it is shown.
type piece struct {
	text  string
	cells int
}

// excerpt is a line of a file and the line below it, which marks the word that begins at a column (in characters, from
// 1). A long line is cut around the mark. Everything is measured in cells of the terminal; tabs become spaces, and what a
// terminal would obey is written out.
func excerpt(line string, col int) (text, mark string) {
	pieces, from, to := shownPieces(line, col)
	before := cellsOf(pieces[:from])
	start, lead := 0, ""
	if cellsOf(pieces) > excerptCells && before > excerptLead {
		for start < from && cellsOf(pieces[start:from]) > excerptLead {
			start++
		}
		lead = excerptCut
	}
	var b strings.Builder
	b.WriteString(lead)
	room, end := excerptCells-2*len(excerptCut), start
	for ; end < len(pieces) && (room >= pieces[end].cells || end <= from); end++ {
		room -= pieces[end].cells
		b.WriteString(pieces[end].text)
	}
	if end < len(pieces) {
		b.WriteString(excerptCut)
	}
	width := max(1, cellsOf(pieces[from:min(to, max(from, end))]))
	return b.String(), strings.Repeat(" ", len(lead)+cellsOf(pieces[start:from])) + "^" + strings.Repeat("~", width-1)
}

// shownPieces breaks a line into what is shown of it; the word at the column is pieces from to to.
func shownPieces(line string, col int) (pieces []piece, from, to int) {
	first, last := col-1, col-1+wordLength(line, col)
	from, to = -1, -1
	runes, state := 0, -1
	for rest := line; rest != ""; {
		var cluster string
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		n := utf8.RuneCountInString(cluster)
		if from < 0 && runes+n > first {
			from = len(pieces)
		}
		if to < 0 && runes >= last {
			to = len(pieces)
		}
		runes += n
		if cluster == "\t" {
			cluster = strings.Repeat(" ", excerptTab)
		}
		shown := plainly(cluster)
		pieces = append(pieces, piece{shown, uniseg.StringWidth(shown)})
	}
	if from < 0 { // the place is behind the end of the line
		from = len(pieces)
	}
	if to < 0 {
		to = len(pieces)
	}
	return pieces, from, to
}

// wordLength is how many characters the word has that begins at a column: to the closing quote, or to what ends a plain
// word of YAML.
func wordLength(line string, col int) int {
	word := []rune(line)
	if col < 1 || col > len(word) {
		return 1
	}
	word = word[col-1:]
	if quote := word[0]; quote == '"' || quote == '\'' {
		for i := 1; i < len(word); i++ {
			if word[i] == quote && word[i-1] != '\\' {
				return i + 1
			}
		}
		return 1
	}
	for i, r := range word {
		if strings.ContainsRune(" \t,:;[]{}()\"'“”：，", r) || unicode.IsControl(r) {
			return max(1, i)
		}
	}
	return len(word)
}

func cellsOf(pieces []piece) (n int) {
	for _, p := range pieces {
		n += p.cells
	}
	return n
}
