package checklist

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"
)

func TestParsePoints(t *testing.T) {
	for in, want := range map[string]Points{"0": 0, "8": 800, "0.5": 50, "1.50": 150, "-1.25": -125, "0.01": 1, "9999999.99": 999999999} {
		if got, err := ParsePoints(in); err != nil || got != want {
			t.Errorf("%q = %v, %v", in, got, err)
		}
	}
	for _, in := range []string{"", ".", "-", ".5", "5.", "1.005", "1e2", "+1", " 1", "1,5", "１", "--1", "10000000", "0x1", "1.-5"} {
		if got, err := ParsePoints(in); !errors.Is(err, ErrPoints) {
			t.Errorf("%q = %v, %v", in, got, err)
		}
	}
}

func TestPointsRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Points(rapid.Int64Range(-999999999, 999999999).Draw(t, "p"))
		if got, err := ParsePoints(p.String()); err != nil || got != p {
			t.Fatalf("%d wrote %q read %v %v", p, p.String(), got, err)
		}
		b, err := json.Marshal(map[string]Points{"p": p})
		if err != nil {
			t.Fatal(err)
		}
		var back map[string]Points
		if err := json.Unmarshal(b, &back); err != nil || back["p"] != p {
			t.Fatalf("%s read %v %v", b, back, err)
		}
	})
}

func FuzzParsePoints(f *testing.F) {
	for _, s := range []string{"1.50", "-0.1", "1e9", "９"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := ParsePoints(s)
		if err != nil {
			return
		}
		if q, err := ParsePoints(p.String()); err != nil || q != p {
			t.Fatalf("%q is %v is %v", s, p, q)
		}
	})
}
