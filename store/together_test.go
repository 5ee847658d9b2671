package store

import (
	"strconv"
	"sync"
	"testing"

	"zoufang/checklist"
)

// Screens read while saves run: what they see is one moment of the book, and lists are never older than what was saved.
func TestReadingBesideWriting(t *testing.T) {
	b, id := fieldBook(t, liMin)
	var wg sync.WaitGroup
	done := make(chan struct{})
	for range 3 {
		wg.Go(func() {
			for last := -1; ; {
				select {
				case <-done:
					return
				default:
				}
				d, err := b.Visit(ctx, id)
				if err != nil {
					t.Error(err)
					return
				}
				// Both registers are written in one save.
				if d.Listen.Place != d.Listen.Presenter {
					t.Errorf("half a save is seen: %q %q", d.Listen.Place, d.Listen.Presenter)
				}
				if n, _ := strconv.Atoi(d.Listen.Place); n < last {
					t.Errorf("the book went back from %d to %d", last, n)
				} else {
					last = n
				}
				if _, err := b.Units(ctx); err != nil {
					t.Error(err)
				}
				_, _ = b.Me(), b.Info()
			}
		})
	}
	for i := range 60 {
		n := strconv.Itoa(i)
		must(t, b.SaveListen(ctx, visit(t, b, id), checklist.Listen{Place: n, Presenter: n}))
		must(t, b.SetStanding(ctx, visit(t, b, id), "A1", []checklist.State{checklist.Nil, checklist.Blank}[i%2], ""))
		rows, err := b.Units(ctx)
		must(t, err)
		if want := 1 - i%2; rows[0].Scored != want {
			t.Fatalf("save %d: the list says %d, saved is %d", i, rows[0].Scored, want)
		}
	}
	close(done)
	wg.Wait()
}
