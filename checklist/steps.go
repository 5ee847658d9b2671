package checklist

// StepState says how far a step has got.
type StepState struct {
	Done bool
	Have int
	Want int
	Word string // code: step.none, step.part, step.done, step.not_filed, step.not_asked (a daily visit)
}

// StepStates says how far each step of a visit has got. Look and listen count their formalities, check the papers
// ruled on, interview the questions settled, score the indicators with a mark.
func StepStates(s *Scheme, v *Visit, sheet *Sheet) map[Step]StepState {
	res := Score(s, InputOf(s, v, sheet))
	return map[Step]StepState{
		StepLook:      lookState(s, v),
		StepListen:    formalityState(s, v, StepListen),
		StepCheck:     checkState(s, v),
		StepInterview: interviewState(v),
		StepScore:     state(res.Scored, res.Of),
	}
}

func state(have, want int) StepState {
	x := StepState{Have: have, Want: want, Done: want > 0 && have >= want, Word: "step.part"}
	switch {
	case x.Done:
		x.Word = "step.done"
	case have == 0:
		x.Word = "step.none"
	}
	return x
}

func lookState(s *Scheme, v *Visit) StepState {
	if v.Look.NotFiled {
		return StepState{Done: true, Word: "step.not_filed"}
	}
	return formalityState(s, v, StepLook)
}

func formalityState(s *Scheme, v *Visit, step Step) StepState {
	m, ok := s.Method(step)
	if !ok {
		return state(0, 0)
	}
	have := 0
	for i := range m.Requirements {
		if answered(&m.Requirements[i], v) {
			have++
		}
	}
	if v.Kind == Daily && have == 0 {
		return StepState{Done: true, Word: "step.not_asked"}
	}
	return state(have, len(m.Requirements))
}

// checkState counts the required papers that were ruled on.
func checkState(s *Scheme, v *Visit) StepState {
	have, want := 0, 0
	for i := range s.Materials {
		if !s.Materials[i].Required {
			continue
		}
		want++
		if m := material(v, s.Materials[i].ID); m != nil && m.Status != "" {
			have++
		}
	}
	return state(have, want)
}

// interviewState counts questions settled. Without a question a talk may still be held; none is needed.
func interviewState(v *Visit) StepState {
	have, talks := 0, 0
	for i := range v.Questions {
		if v.Questions[i].Status != "" {
			have++
		}
	}
	for i := range v.Interviews {
		if v.Interviews[i].Status != "withdrawn" {
			talks++
		}
	}
	x := state(have, len(v.Questions))
	if len(v.Questions) == 0 && talks > 0 {
		return StepState{Done: true, Have: talks, Want: talks, Word: "step.done"}
	}
	if !x.Done && talks > 0 {
		x.Word = "step.part"
	}
	return x
}
