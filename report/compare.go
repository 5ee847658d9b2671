package report

import (
	"bytes"
	"html"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"zoufang/store"
)

// A sheet that was written to a file is read back as lines of text, without what stands at its foot.
var (
	lineEnds = regexp.MustCompile(`<br>|</(p|h1|h2|td|th|dt|dd|figcaption|text|div|tr)>`)
	anyTag   = regexp.MustCompile(`(?s)<style>.*?</style>|<[^>]*>`)
	codeText = regexp.MustCompile(`\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b`)
)

// CodeIn finds the check code in a file that Save wrote; the last one of several sheets. Fault code.nofile (path).
func CodeIn(path string, data []byte) (string, error) {
	found := codeText.FindAll(data, -1)
	if len(found) == 0 {
		return "", &store.Fault{Code: "code.nofile", Args: []any{filepath.Base(path)}}
	}
	return string(found[len(found)-1]), nil
}

// Differences sets a file that Save wrote against the sheet as the book makes it now: the lines that only the file has, and
// those that only the book has. code is that of the sheet in the file, since a file may hold several. Fault code.nofile (path).
func Differences(path string, data []byte, code string, now *Sheet) (file, book []string, err error) {
	write, read := HTML, htmlLines
	if strings.EqualFold(filepath.Ext(path), ".txt") {
		write, read = func(w io.Writer, s ...*Sheet) error { return Plain(w, textWidth, s...) }, textLines
	}
	was, ok := read(string(data), code)
	if !ok {
		return nil, nil, &store.Fault{Code: "code.nofile", Args: []any{filepath.Base(path)}}
	}
	var out bytes.Buffer
	if err := write(&out, now); err != nil {
		return nil, nil, err
	}
	is, _ := read(out.String(), now.Stamp.Code)
	return without(was, is), without(is, was), nil
}

// htmlLines are the lines of the sheet with a code.
func htmlLines(page, code string) ([]string, bool) {
	for _, article := range strings.Split(page, "<article")[1:] {
		body, foot, _ := strings.Cut(article, "<footer")
		if !strings.Contains(foot, code) {
			continue
		}
		_, body, _ = strings.Cut(body, ">")
		text := html.UnescapeString(anyTag.ReplaceAllString(lineEnds.ReplaceAllString(body, "\n"), ""))
		return fullLines(text), true
	}
	return nil, false
}

// textLines are the lines of the sheet with a code: those between the rules of "=" before it and the rule above its foot.
func textLines(text, code string) ([]string, bool) {
	at := strings.Index(text, code)
	if at < 0 {
		return nil, false
	}
	head := text[:at]
	if end := strings.LastIndex(head, strings.Repeat("-", textWidth)); end >= 0 {
		head = head[:end]
	}
	if foot := strings.LastIndex(head, "\n"+strings.Repeat("=", textWidth)); foot >= 0 && codeText.MatchString(head[:foot]) {
		head = head[foot:]
	}
	return fullLines(head), true
}

func fullLines(text string) (out []string) {
	for line := range strings.SplitSeq(text, "\n") {
		if line = strings.TrimSpace(line); line != "" && strings.Trim(line, "=-_.") != "" {
			out = append(out, line)
		}
	}
	return out
}

// without are the lines of a that b has not, each as often as it is missing.
func without(a, b []string) (out []string) {
	left := slices.Clone(b)
	for _, line := range a {
		if i := slices.Index(left, line); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else {
			out = append(out, line)
		}
	}
	return out
}
