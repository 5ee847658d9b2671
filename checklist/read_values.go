package checklist

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func (o object) text(key string, to *string, required bool) {
	n := o.find(key, required)
	o.mark(to, n)
	if n == nil {
		return
	}
	if n.kind != nodeText {
		o.r.add(n.line, n.col, "scheme.type", key, Noun("text"))
		*to = unreadable
		return
	}
	*to = norm.NFC.String(strings.TrimSpace(n.text))
	if required && *to == "" {
		o.r.add(n.line, n.col, "scheme.key.missing", key)
	}
	o.r.control(n, *to)
}

// control reports a character that nobody sees in a text.
func (r *reader) control(n *node, text string) {
	if i := strings.IndexFunc(text, func(c rune) bool { return unicode.IsControl(c) && c != '\n' }); i >= 0 {
		c, _ := utf8.DecodeRuneInString(text[i:])
		r.add(n.line, n.col, "scheme.control", fmt.Sprintf("U+%04X", c))
	}
}

// pair reads a text in both languages from two keys. Where one is missing the other is shown.
func (o object) pair(zh, en string, to *Text, required bool) {
	o.text(zh, &to.ZH, false)
	o.text(en, &to.EN, false)
	o.mark(to, nil)
	if o.node == nil {
		return
	}
	switch {
	case to.ZH == "" && to.EN == "":
		if required {
			o.r.bad(to, "scheme.name", zh, en)
		}
	case to.ZH == "":
		o.r.note(&to.ZH, "scheme.translation", zh)
	case to.EN == "":
		o.r.note(&to.EN, "scheme.translation", en)
	}
}

func (o object) name(to *Text) { o.pair("zh", "en", to, true) }

// id reads an identifier: letters first, so that no YAML dialect takes it for a number, and no spaces.
func (o object) id(key string, to *string) {
	o.text(key, to, true)
	if *to != "" && *to != unreadable && !validID(*to) {
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
		o.missing(to, required)
		return
	}
	p, code := decimal(n)
	if code != "" {
		o.r.add(n.line, n.col, code, key, n.text)
		o.missing(to, true)
		return
	}
	*to = p
}

// missing remembers a number that was wanted and is not known.
func (o object) missing(field any, wanted bool) {
	if wanted {
		o.r.unread[field] = true
	}
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
		o.missing(to, required)
		return
	}
	v, err := strconv.Atoi(n.text)
	if n.kind != nodeNumber || err != nil || v < 0 || v > 1_000_000 {
		o.r.add(n.line, n.col, "scheme.whole", key, n.text)
		o.missing(to, true)
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
		o.r.add(n.line, n.col, "scheme.type", key, Noun("bool"))
		o.missing(to, true)
		return
	}
	*to = strings.EqualFold(n.text, "true")
}
