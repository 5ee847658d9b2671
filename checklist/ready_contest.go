package checklist

import "strings"

// Contest is a record of which two values stand side by side until a person decides.
type Contest struct {
	Record ID
	Kind   string // as the book names the kind of record
}

// kindOfRecord is a kind of record as package words names it.
type kindOfRecord string

// WordCode is the code of the name.
func (k kindOfRecord) WordCode() string { return "contest." + string(k) }

// contests lists what waits for a decision, once for each record however many of its values differ: nobody signs what
// is not settled.
func (l *lister) contests() {
	seen := map[ID]bool{}
	for _, c := range l.v.Contests {
		if seen[c.Record] {
			continue
		}
		seen[c.Record] = true
		step, indicator, about := l.about(c)
		l.step = step
		t := l.must("todo.contested", kindOfRecord(c.Kind), about)
		t.Record, t.Indicator = c.Record, indicator
	}
}

// about says where a contested record belongs, and by what people know it.
func (l *lister) about(c Contest) (step Step, indicator, name string) {
	for i := range l.v.Sheets {
		for _, f := range l.v.Sheets[i].Findings {
			if f.ID == c.Record {
				_, ind, ok := l.s.Rule(f.Rule)
				if ok {
					indicator = ind.ID
				}
				return StepScore, indicator, f.Rule
			}
		}
		for _, st := range l.v.Sheets[i].Standings {
			if st.ID == c.Record {
				return StepScore, st.Indicator, st.Indicator
			}
		}
	}
	for i := range l.v.Questions {
		if q := &l.v.Questions[i]; q.ID == c.Record {
			return l.s.stepOf(FormTalks), q.Indicator, q.Text
		}
	}
	for i := range l.v.Interviews {
		if x := &l.v.Interviews[i]; x.ID == c.Record {
			return l.s.stepOf(FormTalks), "", x.Code
		}
	}
	for i := range l.v.Entries {
		if e := &l.v.Entries[i]; e.ID == c.Record {
			return e.Step, e.Indicator, strings.TrimSpace(e.Text)
		}
	}
	return l.stepOfKind(c.Kind), "", ""
}

// stepOfKind is the step in which a kind of record is written, "" where none is.
func (l *lister) stepOfKind(kind string) Step {
	switch kind {
	case "look", "self_score":
		return l.s.stepOf(FormReport)
	case "listen", "promise":
		return l.s.stepOf(FormBriefing)
	case "check", "material", "figure":
		return l.s.stepOf(FormPapers)
	case "identity":
		return l.s.stepOf(FormTalks)
	case "standing", "finding", "claim", "link", "sheet":
		return StepScore
	}
	return ""
}
