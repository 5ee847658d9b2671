package checklist

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// slipIn is a slip that is complete, in a state, found on 1 May with its date on the 16th.
func slipIn(state string) Slip {
	one := int64(1)
	x := Slip{ID: testID(900), Number: "D01-2026-AB-001", FoundOn: "2026-05-01", Indicator: "E5", Rule: "E5.1", Facts: "f", Criterion: "c", Demand: "d",
		Deadline: "2026-05-16", Count: &one, State: state}
	return x.Live(nil)
}

// stepOf is a step that brings all it needs.
func stepOf(act SlipAct, on string) SlipStep {
	st := SlipStep{Act: act, On: on, Who: "王启文", Text: "写明的理由"}
	if act == SlipAsk || act == SlipGrant {
		st.Until = "2026-06-30"
	}
	return st
}

// TestEveryStepInEveryState is the table over all pairs: what may be done in each state, before the date and after it.
func TestEveryStepInEveryState(t *testing.T) {
	s := variant(t)
	may := map[string]string{ // state -> steps before the date / after it
		SlipDraft:     "issue void / issue void",
		SlipIssued:    "confirm dispute refuse ask void / confirm dispute refuse rectify recheck void",
		SlipConfirmed: "ask rectify withdraw / rectify recheck withdraw",
		SlipDisputed:  "confirm withdraw / confirm withdraw",
		SlipRefused:   "confirm ask rectify withdraw / confirm rectify recheck withdraw",
		SlipRectified: "rectify recheck / rectify recheck",
		SlipClosed:    " / ",
		SlipWithdrawn: " / ",
		SlipVoided:    " / ",
	}
	for state, text := range may {
		before, after, _ := strings.Cut(text, "/")
		for day, list := range map[string]string{"2026-05-10": before, "2026-05-20": after} {
			for _, act := range SlipActs {
				x, st := slipIn(state), stepOf(act, day)
				err := s.CheckSlip(&x, &st)
				if want := slices.Contains(strings.Fields(list), string(act)); want != (err == nil) {
					t.Errorf("%s in %s on %s: %v, want it possible: %v", act, state, day, err, want)
				}
				if f, ok := err.(*SlipFault); err != nil && (!ok || f.Code != "slip.act" && f.Code != "slip.late") {
					t.Errorf("%s in %s on %s is refused with %v", act, state, day, err)
				}
			}
		}
	}
}

// TestTheWholeLife goes through a life step by step: what is possible after each.
func TestTheWholeLife(t *testing.T) {
	s := variant(t)
	x := slipIn("")
	var steps []SlipStep
	do := func(st SlipStep, want string) {
		t.Helper()
		st.ID, st.After = testID(len(steps)+1), x.Tips()
		if err := s.CheckSlip(&x, &st); err != nil {
			t.Fatalf("%s: %v %v", st.Act, err, err.(*SlipFault).Args)
		}
		steps = append(steps, st)
		base := slipIn("")
		x = base.Live(steps)
		if x.State != want || x.Sides != nil {
			t.Fatalf("after %s: %s %v, want %s", st.Act, x.State, x.Sides, want)
		}
	}
	do(stepOf(SlipIssue, "2026-05-02"), SlipIssued)
	do(stepOf(SlipConfirm, "2026-05-04"), SlipConfirmed)
	if x.Confirmer != "王启文" || x.ConfirmedOn != "2026-05-04" {
		t.Errorf("confirmed by %q on %q", x.Confirmer, x.ConfirmedOn)
	}
	do(stepOf(SlipAsk, "2026-05-16"), SlipConfirmed)
	if x.Asked == nil || x.Due() != "2026-05-16" || !s.Overdue(&x, "2026-05-17") {
		t.Error("asking alone moves the date")
	}
	do(stepOf(SlipGrant, "2026-05-17"), SlipConfirmed)
	if x.Asked != nil || x.Due() != "2026-06-30" || s.Overdue(&x, "2026-06-30") || !s.Overdue(&x, "2026-07-01") {
		t.Errorf("due %s, asked %v", x.Due(), x.Asked)
	}
	do(stepOf(SlipRectify, "2026-06-10"), SlipRectified)
	if slices.Contains(s.Possible(&x, "2026-06-11"), SlipClose) {
		t.Error("closed without anybody having looked")
	}
	again := stepOf(SlipRecheck, "2026-06-12")
	again.Failed = true
	do(again, SlipConfirmed)
	do(stepOf(SlipRectify, "2026-06-20"), SlipRectified)
	do(stepOf(SlipRecheck, "2026-06-22"), SlipRectified)
	do(stepOf(SlipClose, "2026-06-22"), SlipClosed)
	if x.RectifiedOn != "2026-06-20" || len(x.Log) != 9 {
		t.Errorf("rectified on %s, %d steps", x.RectifiedOn, len(x.Log))
	}
}

func TestAStepSaysWhatItHasTo(t *testing.T) {
	s := variant(t)
	for name, c := range map[string]struct {
		state  string
		change func(*Slip, *SlipStep)
		act    SlipAct
		code   string
	}{
		"no reason for a dispute":     {SlipIssued, func(_ *Slip, st *SlipStep) { st.Text = " " }, SlipDispute, "slip.need"},
		"nobody confirmed":            {SlipIssued, func(_ *Slip, st *SlipStep) { st.Who = "" }, SlipConfirm, "slip.need"},
		"no account of putting right": {SlipConfirmed, func(_ *Slip, st *SlipStep) { st.Text = "" }, SlipRectify, "slip.need"},
		"void without a reason":       {SlipDraft, func(_ *Slip, st *SlipStep) { st.Text = "" }, SlipVoid, "slip.need"},
		"issued without facts":        {SlipDraft, func(x *Slip, _ *SlipStep) { x.Facts = "" }, SlipIssue, "slip.need"},
		"issued without a date":       {SlipDraft, func(x *Slip, _ *SlipStep) { x.Deadline = "" }, SlipIssue, "slip.need"},
		"no such day":                 {SlipDraft, func(_ *Slip, st *SlipStep) { st.On = "2026-05-32" }, SlipIssue, "slip.day"},
		"before it was found":         {SlipDraft, func(_ *Slip, st *SlipStep) { st.On = "2026-04-30" }, SlipIssue, "slip.early"},
		"more time that is less":      {SlipConfirmed, func(_ *Slip, st *SlipStep) { st.Until = "2026-05-16" }, SlipAsk, "slip.until"},
		"asked after the date":        {SlipConfirmed, func(_ *Slip, st *SlipStep) { st.On = "2026-05-17" }, SlipAsk, "slip.late"},
		"refused without a reason":    {SlipConfirmed, func(x *Slip, st *SlipStep) { x.Asked = &SlipStep{}; st.Failed, st.Text = true, "" }, SlipGrant, "slip.need"},
	} {
		x, st := slipIn(c.state), stepOf(c.act, "2026-05-10")
		if c.change(&x, &st); true {
			f, _ := s.CheckSlip(&x, &st).(*SlipFault)
			if f == nil || f.Code != c.code {
				t.Errorf("%s: %v, want %s", name, f, c.code)
			}
		}
	}
}

// TestStateIsAFunctionOfTheSteps: any order of arrival gives the same slip, and a contest shows until it is settled.
func TestStateIsAFunctionOfTheSteps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 9).Draw(t, "steps")
		steps := make([]SlipStep, n)
		for i := range steps {
			steps[i] = stepOf(rapid.SampledFrom(SlipActs).Draw(t, "act"), fmt.Sprintf("2026-05-%02d", rapid.IntRange(1, 28).Draw(t, "day")))
			steps[i].ID, steps[i].Failed = testID(i+1), rapid.Bool().Draw(t, "failed")
			steps[i].To = rapid.SampledFrom([]string{SlipIssued, SlipConfirmed}).Draw(t, "to")
			for k := range n { // circles too: a hostile log may hold them
				if rapid.IntRange(0, 3).Draw(t, "after") == 0 {
					steps[i].After = append(steps[i].After, testID(k+1))
				}
			}
		}
		want := slipIn("").Live(steps)
		mixed := rapid.Permutation(steps).Draw(t, "order")
		got := slipIn("").Live(append(mixed, mixed...)[:n])
		if fmt.Sprint(got.State, got.Sides, got.Due(), got.Asked != nil, got.Confirmer, got.RectifiedOn) != fmt.Sprint(want.State, want.Sides, want.Due(), want.Asked != nil, want.Confirmer, want.RectifiedOn) {
			t.Fatalf("%v in another order gives %s %v, want %s %v", steps, got.State, got.Sides, want.State, want.Sides)
		}
	})
}

func TestTwoLaptopsAreSettled(t *testing.T) {
	s := variant(t)
	issue := stepOf(SlipIssue, "2026-05-02")
	issue.ID = testID(1)
	confirm, dispute, ask := stepOf(SlipConfirm, "2026-05-04"), stepOf(SlipDispute, "2026-05-04"), stepOf(SlipAsk, "2026-05-05")
	confirm.ID, dispute.ID, ask.ID = testID(2), testID(3), testID(4)
	confirm.After, dispute.After, ask.After = []ID{issue.ID}, []ID{issue.ID}, []ID{issue.ID}
	steps := []SlipStep{issue, confirm, dispute, ask}
	x := slipIn("").Live(steps)
	if !slices.Equal(x.Sides, []string{SlipConfirmed, SlipDisputed}) || x.Asked == nil {
		t.Fatalf("sides %v, asked %v", x.Sides, x.Asked)
	}
	next := stepOf(SlipRectify, "2026-05-06")
	if f, _ := s.CheckSlip(&x, &next).(*SlipFault); f == nil || f.Code != "slip.contested" {
		t.Errorf("a contested slip goes on: %v", f)
	}
	settle := stepOf(SlipSettle, "2026-05-07")
	settle.ID, settle.After, settle.To = testID(5), x.Tips(), SlipDisputed
	if err := s.CheckSlip(&x, &settle); err != nil {
		t.Fatal(err)
	}
	if x = x.Live(append(steps, settle)); x.State != SlipDisputed || x.Sides != nil {
		t.Errorf("settled as %s %v", x.State, x.Sides)
	}
}

func TestNumbers(t *testing.T) {
	list := []Slip{{Number: "D01-2026-7K-001"}, {Number: "D01-2026-7K-009"}, {Number: "D01-2026-X2-044"}, {Number: "D01-2025-7K-100"}, {Official: "2026-0007"}}
	if got := SlipNumber("D01", "2026", "7K", list); got != "D01-2026-7K-010" {
		t.Error(got)
	}
	if got := OfficialNumber("2026", list); got != "2026-0008" {
		t.Error(got)
	}
	s := variant(t)
	if got := s.DeadlineFrom("2026-12-20"); got != "2027-01-04" {
		t.Error(got)
	}
}
