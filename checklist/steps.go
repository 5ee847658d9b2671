package checklist

// StepState says how far a step has got.
type StepState struct {
	Done bool
	Have int
	Want int
	Word string // code: step.none, step.part, step.done, step.notes, step.not_filed, step.not_asked (a daily visit)
}

// StepStates says how far each step of a visit has got: those the scheme has, and the scoring. What is counted follows
// the form of the step: formalities of the report and the briefing, papers ruled on, questions settled, notes written,
// indicators with a mark. Notes are asked for by no number: the step is done once there is one.
func StepStates(s *Scheme, v *Visit, sheet *Sheet) map[Step]StepState {
	res := Score(s, InputOf(s, v, sheet))
	out := map[Step]StepState{StepScore: state(res.Scored, res.Of)}
	for i := range s.Methods {
		out[s.Methods[i].ID] = stepState(s, v, &s.Methods[i])
	}
	return out
}

func stepState(s *Scheme, v *Visit, m *Method) StepState {
	switch m.Form {
	case FormReport:
		if v.Look.NotFiled {
			return StepState{Done: true, Word: "step.not_filed"}
		}
		return formalityState(v, m)
	case FormBriefing:
		return formalityState(v, m)
	case FormPapers:
		return checkState(s, v)
	case FormTalks:
		return interviewState(v)
	}
	return notesState(v, m)
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

func formalityState(v *Visit, m *Method) StepState {
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

// notesState counts the notes of a step that is recorded by notes alone.
func notesState(v *Visit, m *Method) StepState {
	n := 0
	for i := range v.Entries {
		if e := &v.Entries[i]; e.Step == m.ID && e.Host == (ID{}) && e.Status == "" {
			n++
		}
	}
	if n == 0 {
		return StepState{Word: "step.none"}
	}
	return StepState{Done: true, Have: n, Word: "step.notes"}
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
