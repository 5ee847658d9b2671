package tui

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/words"
)

// BenchmarkKeyBesideACopy is a key typed into a note, with its frame, while copies of a book of 50 MB are made without a
// pause, and while none is.
func BenchmarkKeyBesideACopy(b *testing.B) {
	ctx := context.Background()
	for _, copying := range []bool{false, true} {
		b.Run("copying="+strconv.FormatBool(copying), func(b *testing.B) {
			d := newDriver(b, words.ZH, 80, 24)
			id, err := d.book.StartVisit(ctx, checklist.UnitID("青澜区", "D02"), checklist.Yearly, "")
			d.must(err)
			doc, err := d.book.Visit(ctx, id)
			d.must(err)
			for i := range 850 {
				_, err := d.book.SaveEntry(ctx, doc, checklist.Entry{Step: checklist.StepListen, Text: strings.Repeat("满", 20_000) + strconv.Itoa(i)})
				d.must(err)
			}
			d.Press("f3")
			stop, ended := make(chan struct{}), make(chan int)
			go func() {
				n := 0
				for ; copying; n++ {
					select {
					case <-stop:
						ended <- n
						return
					default:
						d.must(d.book.Backup(ctx, filepath.Join(b.TempDir(), strconv.Itoa(n))))
					}
				}
				ended <- n
			}()
			var took []time.Duration
			for b.Loop() {
				at := time.Now()
				d.feed(key("字"))
				_ = d.app.View()
				took = append(took, time.Since(at))
			}
			close(stop)
			n := <-ended
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds()), "µs-p50")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "µs-p99")
			b.ReportMetric(float64(n), "copies")
		})
	}
}
