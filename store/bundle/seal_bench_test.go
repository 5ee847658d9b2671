package bundle

import (
	"bytes"
	"io"
	"testing"
)

// What sealing costs, over a plain copy of the same bytes.
func BenchmarkSeal(b *testing.B) {
	keys := newKeys(b, 3)
	plain := bytes.Repeat([]byte("0123456789abcdef"), 1<<20)
	sealed := sealBytes(b, plain, keys[0].Recipient(), keys[1].Recipient(), keys[2].Recipient())
	b.Run("seal", func(b *testing.B) {
		b.SetBytes(int64(len(plain)))
		b.ReportAllocs()
		for b.Loop() {
			w, err := Seal(io.Discard, keys[0].Recipient(), keys[1].Recipient(), keys[2].Recipient())
			if err == nil {
				_, err = w.Write(plain)
			}
			if err == nil {
				err = w.Close()
			}
			if err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("open", func(b *testing.B) {
		b.SetBytes(int64(len(plain)))
		b.ReportAllocs()
		for b.Loop() {
			in, _, err := Open(bytes.NewReader(sealed), keys[2])
			if err == nil {
				_, err = io.Copy(io.Discard, in)
			}
			if err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(len(sealed)-len(plain)), "bytes-more")
	})
}
