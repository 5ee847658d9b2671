package main

import (
	"fmt"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// reviewStep is what follows the scoring, and endKey its last question.
const (
	reviewStep checklist.Step = "review"
	endKey     string         = "end"
)

// questions are all questions of the visit as it is now, in the order of the scheme's steps, then the scoring and the
// review.
func (s *asking) questions() (list []*question) {
	forms := map[checklist.StepForm]func(checklist.Step) []*question{
		checklist.FormReport: s.report, checklist.FormBriefing: s.briefing, checklist.FormPapers: s.papers, checklist.FormTalks: s.talks,
	}
	for _, m := range s.s.Steps() {
		if ask := forms[m.Form]; ask != nil {
			list = append(list, within(m.ID, ask(m.ID))...)
		}
		if m.Form != checklist.FormTalks {
			list = append(list, within(m.ID, []*question{s.note(m.ID, string(m.ID)+".", checklist.ID{}, m.Name.In(string(s.lang)))})...)
		}
	}
	list = append(list, within(checklist.StepScore, s.scoring())...)
	return append(list, within(reviewStep, s.review())...)
}

// within puts questions into a step.
func within(step checklist.Step, list []*question) []*question {
	for i := range list {
		list[i].step = step
	}
	return list
}

// longFields are the registers that hold texts of several lines.
var longFields = []string{"declared_problems", "key_points", "problems_admitted", "opinions_and_suggestions", "answer"}

// register asks for one register of a record.
func (s *asking) register(key string, rec checklist.ID, kind store.Kind, name string) *question {
	f, reg := store.FieldOf(kind, name), s.d.Register(rec, kind, name)
	q := &question{key: key, what: s.fieldWord(kind, name), now: reg.Text}
	switch f.Type {
	case store.Bool:
		q.kind, q.opts = askChoice, []option{{"true", words.Yes.In(s.lang)}, {"false", words.No.In(s.lang)}}
	case store.Choice:
		q.kind = askChoice
		for _, c := range f.Choices {
			if t, ok := words.ValueWords[name+"."+c]; ok && c != "" {
				q.opts = append(q.opts, option{c, t.In(s.lang)})
			}
		}
	case store.Int:
		q.kind = askNumber
	case store.Date:
		q.kind = askDate
	case store.Moment:
		q.kind = askMoment
	}
	if slices.Contains(longFields, name) {
		q.kind, q.draft = askLong, &store.Draft{Record: rec, Kind: kind, Field: name, Shown: reg.Shown}
	}
	if reg.Contested {
		q.hint = words.AskContested.In(s.lang)
	}
	q.save = func(text string) (string, error) {
		return "", s.b.Apply(s.ctx, store.Edit{Record: rec, Kind: kind, Field: name, Text: text, Shown: reg.Shown})
	}
	return q
}

func (s *asking) fieldWord(kind store.Kind, name string) string {
	if t, ok := words.FieldWords[string(kind)+"."+name]; ok {
		return t.In(s.lang)
	}
	return words.FieldWords[name].In(s.lang)
}

// record asks for registers of one record; about stands before what is asked.
func (s *asking) record(prefix, about string, rec checklist.ID, kind store.Kind, names ...string) (list []*question) {
	for _, name := range names {
		q := s.register(prefix+name, rec, kind, name)
		if about != "" {
			q.what = words.AskAbout.F(s.lang, about, q.what)
		}
		list = append(list, q)
	}
	return list
}

// formal adds what the scheme demands to the questions about formalities.
func (s *asking) formal(m *checklist.Method, list []*question) []*question {
	for i := range list {
		for _, r := range m.Requirements {
			if strings.HasSuffix(list[i].key, "."+r.Field) {
				list[i].hint += words.AskDemand.F(s.lang, r.Name.In(string(s.lang)))
			}
		}
	}
	return list
}

// report asks what reading the self-report showed.
func (s *asking) report(step checklist.Step) []*question {
	rec := checklist.StepID(s.d.ID, checklist.StepLook)
	list := s.record("look.", "", rec, store.KindLook, "not_filed")
	if s.d.Look.NotFiled {
		return append(list, s.doubts(step)...)
	}
	m, _ := s.s.Method(step)
	list = append(list, s.formal(m, s.record("look.", "", rec, store.KindLook, "received_on", "sealed", "signed_by_main_leader", "signer_name", "signer_post", "covers_all_indicators"))...)
	scope := checklist.ScopeOf(s.s, &s.d.Visit)
	for _, ind := range s.s.Indicators(s.d.Unit.Kind) {
		if scope.Has(ind) && ind.Full > 0 {
			list = append(list, s.selfScore(ind))
		}
	}
	list = append(list, s.figures(checklist.Declared)...)
	list = append(list, s.record("look.", "", rec, store.KindLook, "declared_problems")...)
	return append(list, s.doubts(step)...)
}

func (s *asking) selfScore(ind *checklist.Indicator) *question {
	q := &question{key: "self." + ind.ID, kind: askPoints, what: words.AskSelfScore.F(s.lang, ind.ID+" "+ind.Name.In(string(s.lang)), ind.Full)}
	if p, ok := s.d.SelfScores[ind.ID]; ok {
		q.now = p.String()
	}
	q.save = func(text string) (string, error) {
		if text == "" {
			return "", s.b.SetSelfScore(s.ctx, s.d, ind.ID, nil)
		}
		p, err := checklist.ParsePoints(text)
		if err != nil {
			return "", newFault("ask.choice", text)
		}
		return "", s.b.SetSelfScore(s.ctx, s.d, ind.ID, &p)
	}
	return q
}

// figures ask for the numbers of the headcount in one column.
func (s *asking) figures(col checklist.Column) (list []*question) {
	for _, f := range s.s.Reconciliation.Figures {
		q := &question{key: string(col) + "." + f.ID, kind: askNumber,
			what: words.AskAbout.F(s.lang, f.Name.In(string(s.lang)), words.ValueWords["column."+string(col)].In(s.lang))}
		if n, ok := s.d.Figures[f.ID][col]; ok {
			q.now = fmt.Sprint(n)
		}
		q.save = func(text string) (string, error) {
			var n int64
			if text == "" {
				return "", s.b.SetFigure(s.ctx, s.d, f.ID, col, nil)
			}
			if _, err := fmt.Sscan(text, &n); err != nil || n < 0 {
				return "", newFault("ask.choice", text)
			}
			return "", s.b.SetFigure(s.ctx, s.d, f.ID, col, &n)
		}
		list = append(list, q)
	}
	return list
}

// briefing asks who spoke, what was promised and what is made of it.
func (s *asking) briefing(step checklist.Step) []*question {
	rec := checklist.StepID(s.d.ID, checklist.StepListen)
	names := []string{"started_at", "ended_at", "attendance", "place", "presenter_name", "presenter_post", "presenter_is_main_leader"}
	if leader := s.d.Listen.MainLeader; leader != nil && !*leader {
		names = append(names, "substitute_reason")
	}
	m, _ := s.s.Method(step)
	list := s.formal(m, s.record("listen.", "", rec, store.KindListen, append(names, "opinions_exchanged")...))
	for _, p := range s.d.Promises {
		if p.Status != "withdrawn" {
			pair := s.record("promise."+p.ID.String()+".", p.Text, p.ID, store.KindPromise, "text", "due")
			pair[0].wipe = func() (string, error) {
				return "", s.b.Apply(s.ctx, store.Edit{Record: p.ID, Kind: store.KindPromise, Field: "status", Text: "withdrawn", Shown: s.d.Shown(p.ID, store.KindPromise, "status")})
			}
			list = append(list, pair...)
		}
	}
	list = append(list, &question{key: "promise.new", what: words.AskPromise.In(s.lang), more: true, save: func(text string) (string, error) {
		id, err := s.b.SavePromise(s.ctx, s.d, checklist.Promise{Text: text})
		return "promise." + id.String() + ".due", err
	}})
	list = append(list, s.record("listen.", "", rec, store.KindListen, "key_points", "problems_admitted", "opinions_and_suggestions")...)
	return append(list, s.doubts(step)...)
}

// papers ask for every paper of the list and those beyond it, and for the numbers that were verified.
func (s *asking) papers(step checklist.Step) (list []*question) {
	for i := range s.s.Materials {
		def := &s.s.Materials[i]
		list = append(list, s.paper(checklist.MaterialID(s.d.ID, def.ID), def.ID, def.Name.In(string(s.lang)), def.Required)...)
	}
	for _, m := range s.d.Materials {
		if m.Material == "" {
			list = append(list, s.paper(m.ID, "", m.Name, false)...)
		}
	}
	list = append(list, &question{key: "paper.new", what: words.AskPaper.In(s.lang), more: true, save: func(text string) (string, error) {
		id, err := s.b.SaveMaterial(s.ctx, s.d, checklist.Material{Name: text})
		return "paper." + id.String() + ".status", err
	}})
	list = append(list, s.figures(checklist.Verified)...)
	rec := checklist.StepID(s.d.ID, checklist.StepCheck)
	if len(s.s.Reconciliation.Figures) > 0 {
		list = append(list, s.record("check.", "", rec, store.KindCheck, "name_checked", "name_missing")...)
	}
	list = append(list, s.record("check.", "", rec, store.KindCheck, "note")...)
	return append(list, s.doubts(step)...)
}

// paper asks for the state of a paper; what else there is to say follows from it.
func (s *asking) paper(rec checklist.ID, def, name string, required bool) []*question {
	prefix, names := "paper."+rec.String()+".", []string{"status"}
	if def != "" {
		prefix = "paper." + def + "."
	}
	switch status := s.d.Register(rec, store.KindMaterial, "status").Text; status {
	case "seen":
		names = append(names, "document_no", "period_covered", "note", "sample_population")
		if s.d.Register(rec, store.KindMaterial, "sample_population").Text != "" {
			names = append(names, "sample_size", "sample_method")
		}
	case "refused", "missing", "na":
		names = append(names, "note")
	}
	list := s.record(prefix, name, rec, store.KindMaterial, names...)
	if required {
		list[0].hint += words.AskRequired.In(s.lang)
	}
	if def != "" {
		q := list[0]
		q.save = func(text string) (string, error) { // the first word about a paper also says which it is
			return "", s.b.Apply(s.ctx, store.Edit{Record: rec, Kind: store.KindMaterial, Field: "material", Text: def, Shown: s.d.Shown(rec, store.KindMaterial, "material")},
				store.Edit{Record: rec, Kind: store.KindMaterial, Field: "status", Text: text, Shown: s.d.Shown(rec, store.KindMaterial, "status")})
		}
	}
	return list
}
