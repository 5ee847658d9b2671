package table

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// readCSV decodes the text, finds its separator and splits it. Quoting is read strictly: a lenient reader would
// swallow the rest of the file behind one lonely quotation mark, and units would be missing in silence.
func readCSV(name string, data []byte, exact bool) ([]*Table, error) {
	text, enc, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	if !strings.Contains(text, "\n") { // Excel's "CSV (Macintosh)" ends its lines with a lone carriage return
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	sep, body := separator(text, exact)
	t := &Table{Format: "csv", Encoding: enc, exact: exact}
	r := csv.NewReader(strings.NewReader(body))
	r.Comma, r.FieldsPerRecord, r.ReuseRecord = sep, -1, true
	breaks := 0 // line breaks inside cells so far: they are lines of the file and not rows of the sheet
	for {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) && len(t.Rows) == 0 {
			return nil, nil
		}
		if errors.Is(err, io.EOF) {
			return []*Table{t}, nil
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, &Fault{Code: "table.quote", Args: []any{name, bad.StartLine - breaks}, Err: bad.Err}
		}
		if err != nil {
			return nil, &Fault{Code: "table.unreadable", Args: []any{name}, Err: err}
		}
		line, _ := r.FieldPos(0)
		if err := t.add(name, line-breaks, cells); err != nil {
			return nil, err
		}
		for _, c := range cells {
			breaks += strings.Count(c, "\n")
		}
	}
}

// decode finds the encoding by byte order mark, else takes UTF-8 where it is valid, else the national encoding that
// Excel in China writes. A file that is none of these is refused: half-read names are worse than none.
func decode(name string, data []byte) (text, enc string, err error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeWith(name, "utf-16", unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), data)
	case bytes.IndexByte(data, 0) >= 0:
		return "", "", &Fault{Code: "table.binary", Args: []any{name}}
	case utf8.Valid(data):
		return strings.TrimPrefix(string(data), "\ufeff"), "utf-8", nil
	}
	return decodeWith(name, "gb18030", simplifiedchinese.GB18030, data)
}

func decodeWith(name, enc string, e encoding.Encoding, data []byte) (string, string, error) {
	out, err := e.NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(out, utf8.RuneError) {
		return "", "", &Fault{Code: "table.encoding", Args: []any{name}, Err: err}
	}
	if bytes.IndexByte(out, 0) >= 0 {
		return "", "", &Fault{Code: "table.binary", Args: []any{name}}
	}
	return strings.TrimPrefix(string(out), "\ufeff"), enc, nil
}

// separator is the character that parts the cells: tab, semicolon or comma, whichever stands most in the first ten
// lines (a title may stand above the header); a full-width comma where none of these does. A line "sep=;", which Excel obeys and
// does not show, is obeyed and cut off. A table that this program wrote begins with its header, which holds no other
// character of these: the first line alone is asked then, since cells below it hold any.
func separator(text string, headed bool) (sep rune, body string) {
	if first, after, _ := strings.Cut(text, "\n"); len(first) >= 5 && strings.EqualFold(first[:4], "sep=") {
		if mark := strings.TrimRight(first[4:], "\r"); len(mark) == 1 && strings.Contains(",;\t|", mark) {
			return rune(mark[0]), after
		}
	}
	if first, _, _ := strings.Cut(text, "\n"); headed && strings.ContainsAny(first, ",;\t") {
		return most(first), text
	}
	head := text
	for lines, at := 0, 0; lines < 10; lines++ {
		next := strings.IndexByte(text[at:], '\n')
		if next < 0 {
			head = text
			break
		}
		at += next + 1
		head = text[:at]
	}
	return most(head), text
}

// most is the separator that stands most in a text.
func most(text string) rune {
	sep, most := ',', 0
	for _, c := range []rune{',', ';', '\t', '，'} {
		if n := countOutside(text, c); n > most && (c != '，' || most == 0) {
			sep, most = c, n
		}
	}
	return sep
}

// countOutside counts a separator outside quotation marks.
func countOutside(text string, sep rune) (n int) {
	quoted := false
	for _, r := range text {
		if r == '"' {
			quoted = !quoted
		}
		if r == sep && !quoted {
			n++
		}
	}
	return n
}
