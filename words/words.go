package words

import (
	"errors"
	"fmt"
	"strings"
	"sync"
)

// Lang is a language of the program.
type Lang string

// The two languages. Anything else is treated as Chinese.
const (
	ZH Lang = "zh"
	EN Lang = "en"
)

// Text is one text in both languages. Where it takes arguments, both have the same verbs in the same order.
type Text struct{ ZH, EN string }

// In is the text in a language.
func (t Text) In(l Lang) string {
	if l == EN {
		return t.EN
	}
	return t.ZH
}

// F is the text in a language with its arguments filled in, as fmt.Sprintf does it.
func (t Text) F(l Lang, args ...any) string { return fmt.Sprintf(t.In(l), args...) }

// fault is what an error meant for people looks like, whichever room it comes from.
type fault interface {
	error
	FaultCode() string
	FaultArgs() []any
}

// Say renders a structured result: the text of code with its arguments. A code without a text is shown as it is, with
// its arguments, so that nothing is hidden.
func Say(l Lang, code string, args ...any) string {
	t, ok := lookup(code)
	if !ok {
		return Unnamed.F(l, code, fmt.Sprint(args...))
	}
	return t.F(l, resolve(l, args)...)
}

// resolve puts names that exist in both languages, and words that stand in the catalogue, into this one.
func resolve(l Lang, args []any) []any {
	out := make([]any, len(args))
	for i, a := range args {
		switch x := a.(type) {
		case Text:
			out[i] = x.In(l)
		case interface{ In(lang string) string }:
			out[i] = x.In(string(l))
		case interface{ WordCode() string }:
			out[i] = Say(l, x.WordCode())
		case interface{ WordCodes() []string }: // several words, listed
			names := make([]string, 0, len(x.WordCodes()))
			for _, code := range x.WordCodes() {
				names = append(names, Say(l, code))
			}
			out[i] = strings.Join(names, CmdListSep.In(l))
		case interface{ LaptopName() (string, int) }:
			label, number := x.LaptopName()
			out[i] = laptopName(l, label, number)
		case interface{ Minutes() float64 }: // a length of time
			out[i] = Span(l, int(x.Minutes()))
		case error:
			out[i] = Explain(l, x)
		default:
			out[i] = a
		}
	}
	return out
}

// Explain renders an error: the sentence of its code, or a general sentence with the error's own text. A nil error
// is "".
func Explain(l Lang, err error) string {
	if err == nil {
		return ""
	}
	var f fault
	if errors.As(err, &f) {
		if t, ok := lookup(f.FaultCode()); ok {
			return t.F(l, resolve(l, f.FaultArgs())...)
		}
		return Unnamed.F(l, f.FaultCode(), f.Error())
	}
	return Unexpected.F(l, err)
}

// Known tells whether a code has a text.
func Known(code string) bool {
	_, ok := lookup(code)
	return ok
}

// tables are the code tables of the files of this package, in the order the files are compiled.
var tables []map[string]Text

// table adds a file's codes to the catalogue. A code stands in one file only (a test looks).
func table(m map[string]Text) map[string]Text {
	tables = append(tables, m)
	return m
}

var all = sync.OnceValue(func() map[string]Text {
	m := map[string]Text{}
	for _, t := range tables {
		for code, text := range t {
			m[code] = text
		}
	}
	return m
})

func lookup(code string) (Text, bool) {
	t, ok := all()[code]
	return t, ok
}
