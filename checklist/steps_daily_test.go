package checklist

import "testing"

// A daily visit does not ask for the formalities, so the steps that hold nothing else are not open for ever.
func TestDailyVisitsDoNotAskForFormalities(t *testing.T) {
	s := DefaultScheme()
	for kind, want := range map[VisitKind]string{Daily: "step.not_asked", Yearly: "step.none"} {
		states := StepStates(s, &Visit{Kind: kind}, &Sheet{})
		for _, step := range []Step{StepLook, StepListen} {
			if got := states[step].Word; got != want {
				t.Errorf("%s visit, %s: %s, want %s", kind, step, got, want)
			}
		}
	}
}
