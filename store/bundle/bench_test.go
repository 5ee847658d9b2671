package bundle

import (
	"bytes"
	"io"
	"testing"
)

func BenchmarkRead(b *testing.B) {
	const n = 50_000
	log := newLog(1).fill(b, n)
	var out bytes.Buffer
	w, _ := NewWriter(&out, testHeader(log.key, Counts{Segments: 1, Changes: n}))
	log.segment(w, 1, n)
	if err := w.Close(log.key); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := Read(bytes.NewReader(out.Bytes()), Sink{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "changes/s")
	b.ReportMetric(float64(out.Len())/n, "B/change")
}

func BenchmarkWrite(b *testing.B) {
	const n = 50_000
	log := newLog(1).fill(b, n)
	for b.Loop() {
		w, _ := NewWriter(io.Discard, testHeader(log.key, Counts{Segments: 1, Changes: n}))
		log.segment(w, 1, n)
		if err := w.Close(log.key); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "changes/s")
}
