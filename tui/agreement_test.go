package tui

import (
	"testing"

	"zoufang/words"
)

func TestAgreementScreens(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		x := newTwo(t, lang, w, h, zhao)
		x.Go(Place{Screen: "agreement"})
		x.Golden("agreement.empty")
		x.sheets()
		x.Go(Place{Screen: "agreement"})
		x.Golden("agreement")
		x.Press("ctrl+t")
		x.Golden("agreement.people")
		x.Press("ctrl+t", "ctrl+t", "ctrl+t", "enter")
		x.Golden("agreement.figures")
	})
}

// While a sheet is hidden nothing of it is in the figures.
func TestAgreementIsBlind(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	me := x.book.Me()
	x.sheets()
	x.must(x.book.SetMe(t.Context(), me))
	x.must(x.book.ReopenSheet(t.Context(), x.visit(x.book), "漏记"))
	x.Go(Place{Screen: "agreement"})
	x.Has("还没有可比的")
}
