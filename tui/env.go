package tui

import (
	"context"
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/tui/field"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// Env is what every screen shares: the book, the language, the looks, and the ways to ask App for something.
type Env struct {
	Ctx   context.Context
	Book  *store.Book // nil until the wizard has made one
	Lang  words.Lang
	Style Styles
	ASCII bool
	Kit   field.Kit
	Now   func() time.Time
	Opt   Options
	Me    checklist.Person // who types, as last read
	Info  store.Info       // the book, as last read
	Lock  store.IdleLock   // of this book on this machine

	Scheme *checklist.Scheme // of the round, as last read: what is not about one visit follows it; see SchemeOf

	keep   keeper
	copies copies
	units  []visitRow                  // as the list of units read them last, for the palette
	docs   map[checklist.ID]*store.Doc // the visits that are open, as last read

	schemes map[string]*checklist.Scheme // by hash, of the visits that were read
	stuck   map[checklist.ID]error       // the visits that are open and could not be read
	after   func(time.Duration, func() tea.Msg) tea.Cmd
}

// T is a text in the language of the program, with its arguments.
func (e *Env) T(t words.Text, args ...any) string {
	if len(args) == 0 {
		return t.In(e.Lang)
	}
	return t.F(e.Lang, args...)
}

// Say is a structured result as a sentence.
func (e *Env) Say(code string, args ...any) string { return words.Say(e.Lang, code, args...) }

// Doc is a visit as last read, nil while it is being read. It is read again after every change; screens then get a
// DocMsg. Nobody may change it.
func (e *Env) Doc(visit checklist.ID) *store.Doc { return e.docs[visit] }

// DocMsg tells every screen that a visit has been read again.
type DocMsg struct {
	Visit checklist.ID
	Doc   *store.Doc
}

type (
	goMsg struct {
		places []Place
		how    goHow
	}
	backMsg struct{}
	goHow   uint8
)

const (
	goPush goHow = iota
	goSwap
	goJump
)

// Go opens a screen on top of this one.
func (e *Env) Go(p Place) tea.Cmd { return send(goMsg{[]Place{p}, goPush}) }

// Swap opens a screen in place of this one.
func (e *Env) Swap(p Place) tea.Cmd { return send(goMsg{[]Place{p}, goSwap}) }

// Jump replaces the whole stack, the first place at the bottom.
func (e *Env) Jump(places ...Place) tea.Cmd { return send(goMsg{places, goJump}) }

// Back closes this screen.
func (e *Env) Back() tea.Cmd { return send(backMsg{}) }

func send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }

// Today is the day by the program's clock, as the book writes it.
func (e *Env) Today() string { return e.Now().Format("2006-01-02") }

// Time is the time of day by the program's clock, as notes are marked with it.
func (e *Env) Time() string { return e.Now().Format("15:04") }

// setBook takes over a book that was opened, or made by the wizard.
func (e *Env) setBook(b *store.Book) (err error) {
	e.Book, e.Me, e.Info = b, b.Me(), b.Info()
	e.docs = map[checklist.ID]*store.Doc{}
	e.Scheme, err = b.Scheme(e.Ctx)
	return err
}

// plainMarks tells whether choices are marked by (x): on plain terminals, and in English, where room is scarcer.
func (e *Env) plainMarks() bool { return e.ASCII || e.Lang == words.EN }
