package tui

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// stepOrder are the steps of a visit as they stand in the bar, with their keys. A step's screen has the step's name.
var stepOrder = []struct {
	step checklist.Step
	key  string
	name words.Text
}{
	{checklist.StepLook, "f5", words.GoLook},
	{checklist.StepListen, "f6", words.GoListen},
	{checklist.StepCheck, "f7", words.GoCheck},
	{checklist.StepInterview, "f8", words.GoInterview},
	{checklist.StepScore, "f9", words.GoScore},
}

// stepName is what the scheme calls a step, or the program's word where that is too long for a bar.
func (e *Env) stepName(s checklist.Step) string {
	if e.Scheme != nil {
		if m, ok := e.Scheme.Method(s); ok {
			if name := m.Name.In(string(e.Lang)); name != "" && e.Width(name) <= 8 {
				return e.Clean(name)
			}
		}
	}
	return e.T(words.StepWords[string(s)])
}

// stepStates are how far the steps of a visit have got; nil while it is being read.
func (e *Env) stepStates(d *store.Doc) map[checklist.Step]checklist.StepState {
	if d == nil || e.Scheme == nil {
		return nil
	}
	return checklist.StepStates(e.Scheme, &d.Visit, d.Own())
}

// stepWord is the state of a step in a word or as a fraction.
func (e *Env) stepWord(s checklist.Step, st checklist.StepState) string {
	switch {
	case st.Word == "step.not_filed", st.Word == "step.not_asked":
		return e.Say(st.Word)
	case st.Done && s != checklist.StepScore:
		return e.T(words.StepDone)
	case st.Have == 0 && st.Word != "step.part" && s != checklist.StepScore:
		return "--"
	}
	return strconv.Itoa(st.Have) + "/" + strconv.Itoa(st.Want)
}

// stepBar is the row of the five steps with their keys and states; the current one stands in brackets. "" marks none.
func stepBar(e *Env, d *store.Doc, current checklist.Step) string {
	bar, _ := e.stepSpans(d, current)
	return bar
}

// stepSpans draws the bar and tells where each step stands in it.
func (e *Env) stepSpans(d *store.Doc, current checklist.Step) (string, [][2]int) {
	states := e.stepStates(d)
	var (
		b     strings.Builder
		x     = 1
		spans [][2]int
	)
	b.WriteByte(' ')
	for _, s := range stepOrder {
		text := e.keyLabel(s.key) + " " + e.stepName(s.step)
		if st, ok := states[s.step]; ok {
			text += " " + e.stepWord(s.step, st)
		}
		if s.step == current {
			text = "[" + text + "]"
		} else {
			text = " " + text + " "
		}
		spans = append(spans, [2]int{x, x + e.Width(text)})
		x += e.Width(text) + 1
		if s.step == current {
			text = e.Style.Accent.Render(text)
		}
		b.WriteString(text + " ")
	}
	return strings.TrimRight(b.String(), " "), spans
}

// stepKeys are the keys to the other steps. hop opens them: Swap on the screen of a step, Go on the screen of the
// visit, deep above the screen of a step. The bar at the top shows them, so the key bar does not.
func stepKeys(e *Env, visit checklist.ID, current checklist.Step, hop func(Place) tea.Cmd) []Action {
	var keys []Action
	for _, s := range stepOrder {
		if s.step == current {
			continue
		}
		keys = append(keys, On(s.name, func() tea.Cmd {
			return hop(Place{Screen: string(s.step), Visit: visit})
		}, s.key).Hidden())
	}
	return keys
}

// stepClick goes to the step under a cell of the bar.
func stepClick(e *Env, d *store.Doc, visit checklist.ID, current checklist.Step, x int, hop func(Place) tea.Cmd) tea.Cmd {
	_, spans := e.stepSpans(d, current)
	for i, s := range spans {
		if x >= s[0] && x < s[1] && stepOrder[i].step != current {
			return hop(Place{Screen: string(stepOrder[i].step), Visit: visit})
		}
	}
	return nil
}

// deep opens a step of the visit from a screen that lies above the screen of a step.
func (e *Env) deep(visit checklist.ID) func(Place) tea.Cmd {
	return func(p Place) tea.Cmd {
		return e.Jump(Place{Screen: home}, Place{Screen: "visit", Visit: visit}, p)
	}
}

// visitCrumb is the name of a visit's unit, for a crumb; with the day of a daily visit.
func (e *Env) visitCrumb(visit checklist.ID) string {
	d := e.Doc(visit)
	if d == nil {
		return e.T(words.Reading)
	}
	if d.Kind == checklist.Daily {
		return e.T(words.VisitDaily, unitName(d.Unit), e.day(d.Day))
	}
	return unitName(d.Unit)
}

// unitName is the short name of a unit, or its name.
func unitName(u checklist.Unit) string {
	if u.Short != "" {
		return u.Short
	}
	return u.Name
}
