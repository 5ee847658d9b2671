package checklist

// policies refuses every policy this engine does not carry out.
func (v *validator) policies() {
	c := &v.s.Scoring
	v.choice(&c.Ceiling, "indicator_ceiling", "full_marks")
	v.choice((*string)(&c.TotalBy), "total_by", string(ByWeights), string(Rescaled))
	v.choice((*string)(&c.NAPolicy), "na_policy", naPolicies...)
	v.choice(&c.NAWholeCategory, "na_whole_category", "spread_over_other_categories_pro_rata")
	v.choice(&c.UnscoredPolicy, "unscored_policy", "blocks_finalisation")
	v.choice(&c.GradeOn, "grade_on", "total")
	v.choice(&c.Rounding, "rounding", "half_up_2dp_final_only")
	v.choice(&c.DoubleCount, "double_count", "one_fact_one_rule_heaviest_wins")
	for i := range c.NARequires {
		v.choice(&c.NARequires[i], "na_requires", "reason", "team_leader_approval")
	}
	if c.Unit != 1 && !v.unread[&c.Unit] {
		v.bad(&c.Unit, "scheme.choice", "score_unit", c.Unit.String(), "0.01")
	}
	if c.Floor != 0 {
		v.bad(&c.Floor, "scheme.choice", "indicator_floor", c.Floor.String(), "0")
	}
	v.atLeast(&c.BonusCap, "bonus_cap_total", 0)
	v.atLeast(&c.PerformanceCap, "performance_cap", 1)
	v.atLeast(&v.s.Total, "total_points", 1)
	if v.atLeast(&c.TotalCap, "total_cap", 1) && c.TotalCap < v.s.Total {
		v.bad(&c.TotalCap, "scheme.cap.total", c.TotalCap, v.s.Total)
	}
	if v.atLeast(&c.PassMark, "pass_mark", 0) && c.PassMark > v.s.Total && v.s.Total > 0 {
		v.bad(&c.PassMark, "scheme.most", "pass_mark", c.PassMark, v.s.Total)
	}
	p := &v.s.Procedure
	v.choice(&p.FactRules, "fact_rules", "union_then_leader_confirms")
	v.choice(&p.RangeRules, "range_rules", "both_shown_then_agreed_value")
	v.day(&v.s.Decision.On, "decided_on")
	v.day(&v.s.Weights.On, "weights_decided_on")
}

var naPolicies = []string{string(NALeave), string(NAFull), string(NAZero), string(NAForbidden)}

func (v *validator) day(field *string, key string) {
	if v.readable(*field) && !isDay(*field) {
		v.bad(field, "scheme.day", key, *field)
	}
}

// isDay tells whether a text is a day such as 2026-03-09.
func isDay(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' || !digits(s[:4]+s[5:7]+s[8:]) {
		return false
	}
	y, m, d := int(s[0]-'0')*1000+int(s[1]-'0')*100+int(s[2]-'0')*10+int(s[3]-'0'), int(s[5]-'0')*10+int(s[6]-'0'), int(s[8]-'0')*10+int(s[9]-'0')
	last := 31
	switch m {
	case 4, 6, 9, 11:
		last = 30
	case 2:
		last = 28
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			last = 29
		}
	}
	return m >= 1 && m <= 12 && d >= 1 && d <= last
}

// keyItems wants the grade of a failed key item wherever there is one to fail.
func (v *validator) keyItems() {
	c := &v.s.Scoring
	v.ref(&c.KeyGrade, "grade", v.grades)
	found := false
	for i := range v.s.Categories {
		for k := range v.s.Categories[i].Indicators {
			ind := &v.s.Categories[i].Indicators[k]
			if ind.Key && !found && c.KeyGrade == "" {
				v.bad(&ind.Key, "scheme.key_grade.missing", ind.ID)
			}
			found = found || ind.Key
			for j := range ind.Rules {
				r := &ind.Rules[j]
				if r.Key && !found && c.KeyGrade == "" {
					v.bad(&r.Key, "scheme.key_grade.missing", r.ID)
				}
				found = found || r.Key
			}
		}
	}
	if !found && v.readable(c.KeyGrade) {
		v.bad(&c.KeyGrade, "scheme.key_grade.unneeded")
	}
}

// The forms that the steps have where a scheme says nothing.
var usualForm = map[Step]StepForm{StepLook: FormReport, StepListen: FormBriefing, StepCheck: FormPapers, StepInterview: FormTalks}

// The forms, and what a formality of each may ask: the program knows these answers.
var (
	stepForms     = []string{string(FormReport), string(FormBriefing), string(FormPapers), string(FormTalks), string(FormNotes)}
	formQuestions = map[StepForm][]string{
		FormReport:   {"received_on", "sealed", "signed_by_main_leader", "covers_all_indicators"},
		FormBriefing: {"presenter_is_main_leader", "opinions_exchanged"},
		FormPapers:   {"materials", "reconciliation"},
		FormTalks:    {"open_question_ids", "interviewers"},
	}
)

func (v *validator) methods() {
	var all []*Requirement
	orders, forms := map[int]*Method{}, map[StepForm]*Method{}
	for i := range v.s.Methods {
		m := &v.s.Methods[i]
		v.choice((*string)(&m.ID), "id", string(StepLook), string(StepListen), string(StepCheck), string(StepInterview))
		v.choice((*string)(&m.Form), "form", stepForms...)
		if m.Form == "" {
			m.Form = usualForm[m.ID]
		}
		if first := orders[m.Order]; first != nil && m.Order > 0 {
			v.bad(&m.Order, "scheme.order.twice", m.Order, v.at[&first.Order].line)
		}
		orders[m.Order] = m
		if first := forms[m.Form]; first != nil && m.Form != FormNotes && m.Form != "" && first.ID != m.ID {
			v.bad(m.formField(v), "scheme.form.twice", string(m.Form), string(first.ID))
		}
		forms[m.Form] = m
		for k := range m.Requirements {
			q := &m.Requirements[k]
			if known := formQuestions[m.Form]; len(known) > 0 {
				v.choice(&q.Field, "field", known...)
			} else if m.Form == FormNotes {
				v.bad(&q.Field, "scheme.form.notes", q.ID)
			}
			v.ref(&q.Rule, "rule", v.rules)
			all = append(all, q)
		}
	}
	unique(v, all, "requirement", func(x **Requirement) *string { return &(*x).ID })
}

// formField is where to point for a form: at the form if it was written, else at the step that has it.
func (m *Method) formField(v *validator) any {
	if form := (*string)(&m.Form); v.at[form] != v.at[m] {
		return form
	}
	return (*string)(&m.ID)
}
