package checklist

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// SlipFault says why a step of a slip cannot be taken. Codes: slip.act (the step, the state, what is possible now),
// slip.contested (states), slip.need (field), slip.day (text), slip.early (day, not before), slip.late (due day),
// slip.until (day), slip.state (state).
type SlipFault struct {
	Code string
	Args []any
}

// Error names the code for logs.
func (f *SlipFault) Error() string { return "checklist: " + f.Code }

// FaultCode and FaultArgs are what package words makes the sentence of.
func (f *SlipFault) FaultCode() string { return f.Code }

// FaultArgs are the arguments of the sentence.
func (f *SlipFault) FaultArgs() []any { return f.Args }

func slipFault(code string, args ...any) *SlipFault { return &SlipFault{Code: code, Args: args} }

// StateName is the scheme's name of a state of a slip; the id where the scheme has none.
func (s *Scheme) StateName(state string) Text {
	for i := range s.Slips.States {
		if s.Slips.States[i].ID == state {
			return s.Slips.States[i].Name
		}
	}
	return Text{state, state}
}

// Possible are the steps that can be taken on a day, in the order of SlipActs: what the scheme lets follow the state, and
// what it lets follow a lapsed date once the date has passed.
func (s *Scheme) Possible(x *Slip, day string) (acts []SlipAct) {
	if len(x.Sides) > 0 {
		return []SlipAct{SlipSettle}
	}
	next := s.follows(x, day)
	for _, act := range SlipActs {
		ok := false
		switch act {
		case SlipAsk:
			ok = x.Asked == nil && x.Due() != "" && day <= x.Due() && s.mayLapse(x.State)
		case SlipGrant:
			ok = x.Asked != nil && x.Standing()
		case SlipRecheck:
			ok = slices.Contains(next, SlipClosed)
		case SlipClose:
			ok = slices.Contains(next, SlipClosed) && x.passedCheck()
		case SlipConfirm:
			ok = x.State != SlipRectified && slices.Contains(next, SlipConfirmed)
		case SlipSettle:
		default:
			ok = slices.Contains(next, leadsTo[act])
		}
		if ok {
			acts = append(acts, act)
		}
	}
	return acts
}

// follows are the states the scheme lets follow.
func (s *Scheme) follows(x *Slip, day string) (next []string) {
	for i := range s.Slips.States {
		st := &s.Slips.States[i]
		switch {
		case st.ID == x.State:
			next = append(next, st.Next...)
		case st.Derived && s.Overdue(x, day):
			next = append(next, st.Next...)
		}
	}
	return next
}

// needs are the fields each step has to bring, by their json names.
var needs = map[SlipAct][]string{SlipConfirm: {"who"}, SlipDispute: {"who", "text"}, SlipAsk: {"text", "until"}, SlipRectify: {"text"},
	SlipRecheck: {"text"}, SlipWithdraw: {"text"}, SlipVoid: {"text"}, SlipSettle: {"to", "text"}}

// CheckSlip tells whether a step may be taken now: it is possible in the state of the slip, and says what it has to. nil
// where it may; the error is a *SlipFault.
func (s *Scheme) CheckSlip(x *Slip, st *SlipStep) error {
	if len(x.Sides) > 0 && st.Act != SlipSettle {
		return slipFault("slip.contested", s.stateNames(x.Sides), x.Name())
	}
	if !slices.Contains(s.Possible(x, st.On), st.Act) {
		if st.Act == SlipAsk && x.Due() != "" && st.On > x.Due() && s.mayLapse(x.State) {
			return slipFault("slip.late", x.Due())
		}
		return slipFault("slip.act", Noun("slip."+string(st.Act)), s.StateName(x.State), actNames(s.Possible(x, st.On)))
	}
	if _, ok := ParseDay(st.On); !ok {
		return slipFault("slip.day", st.On)
	}
	if from := max(x.FoundOn, x.lastDay()); st.On < from {
		return slipFault("slip.early", st.On, from)
	}
	if st.Act == SlipIssue {
		if f := x.incomplete(); f != "" {
			return slipFault("slip.need", Noun("slip."+f))
		}
	}
	return s.checkSaid(x, st)
}

// checkSaid looks at what the step brings.
func (s *Scheme) checkSaid(x *Slip, st *SlipStep) error {
	said := map[string]string{"who": st.Who, "text": st.Text, "until": st.Until, "to": st.To}
	need := needs[st.Act]
	if st.Act == SlipGrant {
		need = []string{"until"}
		if st.Failed {
			need = []string{"text"}
		}
	}
	for _, f := range need {
		if strings.TrimSpace(said[f]) == "" {
			return slipFault("slip.need", Noun("slip."+f))
		}
	}
	if st.Until != "" {
		if _, ok := ParseDay(st.Until); !ok {
			return slipFault("slip.day", st.Until)
		}
		if st.Until <= x.Due() {
			return slipFault("slip.until", st.Until, x.Due())
		}
	}
	if st.Act == SlipSettle && !slices.Contains(x.Sides, st.To) {
		return slipFault("slip.state", st.To)
	}
	return nil
}

// incomplete is the first thing a slip lacks before it can be handed over, "" where it lacks nothing.
func (x *Slip) incomplete() string {
	for _, f := range []struct{ name, text string }{{"indicator", x.Indicator}, {"rule", x.Rule}, {"facts", x.Facts}, {"criteria", x.Criterion},
		{"demand", x.Demand}, {"deadline", x.Deadline}} {
		if strings.TrimSpace(f.text) == "" {
			return f.name
		}
	}
	return ""
}

// lastDay is the latest day of a step: time does not run backwards in one life.
func (x *Slip) lastDay() (day string) {
	for i := range x.Log {
		day = max(day, x.Log[i].On)
	}
	return day
}

// Names are several names of the scheme or words of the catalogue, listed in the language of the sentence.
type Names []interface{ In(lang string) string }

// In is the list.
func (n Names) In(lang string) string {
	parts := make([]string, len(n))
	for i := range n {
		parts[i] = n[i].In(lang)
	}
	if lang == "en" {
		return strings.Join(parts, ", ")
	}
	return strings.Join(parts, "、")
}

func (s *Scheme) stateNames(states []string) (out Names) {
	for _, st := range states {
		out = append(out, s.StateName(st))
	}
	return out
}

// Nouns are words of the catalogue, listed in the language of the sentence.
type Nouns []Noun

// WordCodes are the codes of the words.
func (n Nouns) WordCodes() (codes []string) {
	for _, x := range n {
		codes = append(codes, x.WordCode())
	}
	return codes
}

func actNames(acts []SlipAct) (out Nouns) {
	for _, a := range acts {
		out = append(out, Noun("slip."+string(a)))
	}
	if out == nil {
		return Nouns{"slip.end"}
	}
	return out
}

// SlipNumber is the number a slip gets where it is written, without asking anybody: unit, year, laptop, and one more than
// the highest that this laptop gave the unit in the year.
func SlipNumber(unit, year, laptop string, slips []Slip) string {
	prefix := unit + "-" + year + "-" + laptop + "-"
	highest := 0
	for i := range slips {
		if rest, ok := strings.CutPrefix(slips[i].Number, prefix); ok {
			if n, err := strconv.Atoi(rest); err == nil {
				highest = max(highest, n)
			}
		}
	}
	return fmt.Sprintf("%s%03d", prefix, highest+1)
}

// OfficialNumber is the next number of the office's register: year and a running number.
func OfficialNumber(year string, slips []Slip) string {
	highest := 0
	for i := range slips {
		if rest, ok := strings.CutPrefix(slips[i].Official, year+"-"); ok {
			if n, err := strconv.Atoi(rest); err == nil {
				highest = max(highest, n)
			}
		}
	}
	return fmt.Sprintf("%s-%04d", year, highest+1)
}

// DeadlineFrom is the day by which a slip found on a day has to be put right, by the scheme's number of days; "" where the
// scheme has none or the day cannot be read.
func (s *Scheme) DeadlineFrom(day string) string {
	d, ok := ParseDay(day)
	if !ok || s.Slips.DeadlineDays <= 0 {
		return ""
	}
	return (d + Day(s.Slips.DeadlineDays)).String()
}
