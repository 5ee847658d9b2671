package tui

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// stepKeyOf are the keys of the steps: a step keeps its key whatever a scheme calls it and wherever it puts it.
var stepKeyOf = map[checklist.Step]string{
	checklist.StepLook: "f5", checklist.StepListen: "f6", checklist.StepCheck: "f7", checklist.StepInterview: "f8", checklist.StepScore: "f9",
}

// forms make the screens of steps by the form that records them. Each form's file registers itself in init, as screens do.
var forms = map[checklist.StepForm]func(*Env, Place, checklist.Step) Screen{}

func addForm(f checklist.StepForm, open func(*Env, Place, checklist.Step) Screen) { forms[f] = open }

func init() {
	for _, s := range []checklist.Step{checklist.StepLook, checklist.StepListen, checklist.StepCheck, checklist.StepInterview} {
		addScreen(string(s), func(e *Env, p Place) Screen { return openStep(e, p, s) })
	}
}

// openStep opens a step in the form that the visit's scheme gives it; the page of the visit where it has no such step.
func openStep(e *Env, p Place, s checklist.Step) Screen {
	if m, ok := e.visitScheme(p.Visit).Method(s); ok && forms[m.Form] != nil {
		return forms[m.Form](e, p, s)
	}
	return newVisit(e, Place{Screen: "visit", Visit: p.Visit})
}

// steps are the steps of a visit as its scheme has them, and the scoring.
func (e *Env) steps(d *store.Doc) []checklist.Step {
	return append(checklist.StepsOf(e.SchemeOf(d)), checklist.StepScore)
}

// stepWidth is the most cells that the scheme's name of a step may take in a bar.
const stepWidth = 9

// stepName is what a scheme calls a step, or the program's word where that is too long for a bar.
func (e *Env) stepName(scheme *checklist.Scheme, s checklist.Step) string {
	if m, ok := scheme.Method(s); ok {
		if name := e.Clean(e.name(m.Label())); name != "" && e.Width(name) <= stepWidth {
			return name
		}
	}
	return e.T(words.StepWords[string(s)])
}

// stepTitle is the whole name of a step, for crumbs and keys.
func (e *Env) stepTitle(scheme *checklist.Scheme, s checklist.Step) string {
	m, ok := scheme.Method(s)
	switch {
	case !ok:
		return e.T(words.StepWords[string(s)])
	case e.Lang == words.ZH && m.FullZH != "":
		return e.Clean(m.FullZH)
	}
	return e.Clean(e.name(m.Label()))
}

// stepStates are how far the steps of a visit have got; nil while it is being read.
func (e *Env) stepStates(d *store.Doc) map[checklist.Step]checklist.StepState {
	if d == nil {
		return nil
	}
	return checklist.StepStates(e.SchemeOf(d), &d.Visit, d.Own())
}

// stepWord is the state of a step in a word or as a fraction.
func (e *Env) stepWord(s checklist.Step, st checklist.StepState) string {
	switch {
	case st.Word == "step.notes":
		return e.T(words.StepNotes, st.Have)
	case st.Word == "step.not_filed", st.Word == "step.not_asked":
		return e.Say(st.Word)
	case st.Done && s != checklist.StepScore:
		return e.T(words.StepDone)
	case st.Have == 0 && st.Word != "step.part" && s != checklist.StepScore:
		return "--"
	}
	return strconv.Itoa(st.Have) + "/" + strconv.Itoa(st.Want)
}

// stepBar is the row of the steps with their keys and states; the current one stands in brackets. "" marks none.
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
	for _, s := range e.steps(d) {
		text := e.keyLabel(stepKeyOf[s]) + " " + e.stepName(e.SchemeOf(d), s)
		if st, ok := states[s]; ok {
			text += " " + e.stepWord(s, st)
		}
		if s == current {
			text = "[" + text + "]"
		} else {
			text = " " + text + " "
		}
		spans = append(spans, [2]int{x, x + e.Width(text)})
		x += e.Width(text) + 1
		if s == current {
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
	scheme := e.visitScheme(visit)
	for _, s := range e.steps(e.Doc(visit)) {
		if s == current {
			continue
		}
		keys = append(keys, On(words.GoStep, func() tea.Cmd {
			return hop(Place{Screen: string(s), Visit: visit})
		}, stepKeyOf[s]).with(e.stepTitle(scheme, s)).Hidden())
	}
	return keys
}

// stepClick goes to the step under a cell of the bar.
func stepClick(e *Env, d *store.Doc, visit checklist.ID, current checklist.Step, x int, hop func(Place) tea.Cmd) tea.Cmd {
	_, spans := e.stepSpans(d, current)
	steps := e.steps(d)
	for i, s := range spans {
		if x >= s[0] && x < s[1] && steps[i] != current {
			return hop(Place{Screen: string(steps[i]), Visit: visit})
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
		return e.marks(d.Unit) + e.T(words.VisitDaily, unitName(d.Unit), e.day(d.Day))
	}
	return e.marks(d.Unit) + unitName(d.Unit)
}

// unitName is the short name of a unit, or its name.
func unitName(u checklist.Unit) string {
	if u.Short != "" {
		return u.Short
	}
	return u.Name
}

// formStep is the step of a visit that a form records, "" where its scheme has none.
func (e *Env) formStep(visit checklist.ID, f checklist.StepForm) checklist.Step {
	if m, ok := e.visitScheme(visit).ByForm(f); ok {
		return m.ID
	}
	return ""
}
