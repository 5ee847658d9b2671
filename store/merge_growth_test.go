package store

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkMergePeak lets a process of its own merge a season in one go and asks the system what it took at most.
func BenchmarkMergePeak(b *testing.B) {
	laptops, count, size := benchSize()
	for range b.N {
		book := seasonBook(b)
		in := filepath.Join(filepath.Dir(book.path), "in")
		if err := os.Mkdir(in, 0o755); err != nil {
			b.Fatal(err)
		}
		seasonTurns(b, book, in, 0, laptops, count, size)
		if err := book.Close(); err != nil {
			b.Fatal(err)
		}
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "ZOUFANG_TEST_CHILD=merge", "ZOUFANG_TEST_BOOK="+book.path, "ZOUFANG_HOME="+book.home)
		cmd.Stderr = os.Stderr
		out, err := cmd.Output()
		if err != nil {
			b.Fatal(err)
		}
		var mb float64
		if _, err := fmt.Sscanf(string(out[bytes.Index(out, []byte("peak")):]), "peak %f", &mb); err != nil {
			b.Fatalf("%s: %v", out, err)
		}
		b.ReportMetric(mb, "peakMB")
	}
}

// BenchmarkGrowth merges a hundred laptops of 10,000 changes again and again, up to ZOUFANG_BENCH_GROWTH changes, and tells
// how fast the last million was against the first, and against plain rows.
func BenchmarkGrowth(b *testing.B) {
	total := envInt("ZOUFANG_BENCH_GROWTH", 0)
	if total == 0 {
		b.Skip("only on demand: ZOUFANG_BENCH_GROWTH=10000000")
	}
	const laptops, count, size = 100, 10, 1000
	for range b.N {
		book, bare := seasonBook(b), bareTable(b)
		var firstMerge, firstBare float64
		for done := 0; done < total; done += laptops * count * size {
			dir, err := os.MkdirTemp(b.TempDir(), "in-*")
			if err != nil {
				b.Fatal(err)
			}
			var preview, merge, rows time.Duration
			for _, t := range seasonTurns(b, book, dir, done/(count*size), laptops, count, size) {
				mergeTurn(b, book, bare, t, &preview, &merge, &rows)
			}
			rate, bareRate := laptops*count*size/merge.Seconds(), laptops*count*size/rows.Seconds()
			if done == 0 {
				firstMerge, firstBare = rate, bareRate
			}
			fmt.Fprintf(os.Stderr, "to %d: merged %.0f/s, bare %.0f/s, %.0f %%, previewed %.0f/s\n", done+laptops*count*size, rate, bareRate, 100*rate/bareRate,
				laptops*count*size/preview.Seconds())
			b.ReportMetric(rate/firstMerge, "last/first")
			b.ReportMetric(bareRate/firstBare, "barelast/first")
			if err := os.RemoveAll(dir); err != nil {
				b.Fatal(err)
			}
		}
	}
}
