package checklist

import (
	"sync"

	"zoufang/checklist/schemes"
)

// SchemaVersion is the newest scheme format this program reads.
const SchemaVersion = 1

// LoadScheme reads a scheme from YAML (or JSON) and checks it. The error is always *Faults with every error found (see
// Lint for warnings); whatever the input, it never panics. The scheme it returns is complete: every reference in it leads
// somewhere.
func LoadScheme(src []byte) (*Scheme, error) {
	s, r := load(src)
	return s, r.err()
}

// load reads and checks; there is a scheme exactly if no error was found.
func load(src []byte) (*Scheme, *reader) {
	r := newReader()
	root := parseSource(src, &r.problems)
	if root != nil && root.kind != nodeMap {
		if hintFullWidth(src, &r.problems); !r.failed() {
			r.add(root.line, root.col, "scheme.root")
		}
		return nil, r
	}
	if root == nil {
		return nil, r
	}
	s := &Scheme{}
	top := r.object(root, "")
	top.whole("schema_version", &s.SchemaVersion, true)
	if s.SchemaVersion > SchemaVersion {
		// A newer format may mean anything by its keys: nothing else is worth saying about it.
		r.list = nil
		r.bad(&s.SchemaVersion, "scheme.newer", s.SchemaVersion, SchemaVersion)
		return nil, r
	}
	if s.SchemaVersion < 1 && !r.unread[&s.SchemaVersion] {
		r.bad(&s.SchemaVersion, "scheme.choice", "schema_version", s.SchemaVersion, "1")
	}
	readScheme(top, s)
	top.done()
	if r.failed() {
		hintFullWidth(src, &r.problems)
	}
	validate(r, s)
	if r.failed() {
		return nil, r
	}
	s.buildIndex()
	s.bindConds()
	s.canonical = canonical(root)
	s.Hash = hashOf(s.canonical)
	return s, r
}

// DefaultScheme is the scheme shipped with the program. It is loaded once.
func DefaultScheme() *Scheme { return defaultScheme() }

var defaultScheme = sync.OnceValue(func() *Scheme {
	s, err := LoadScheme(schemes.Default)
	if err != nil {
		panic(err) // the file is part of the program and tested with it
	}
	return s
})

func readScheme(top object, s *Scheme) {
	o := top.sub("scheme", true)
	o.id("id", &s.ID)
	o.text("version", &s.Version, true)
	o.pair("name_zh", "name_en", &s.Name, true)
	o.text("period", &s.Period, false)
	o.points("total_points", &s.Total, true)
	o.whole("city_indicator_count", &s.CityCount, false)
	o.whole("indicator_count", &s.Count, false)
	o.text("decided_by", &s.Decision.By, false)
	o.text("decision_no", &s.Decision.No, false)
	o.text("decided_on", &s.Decision.On, false)
	o.text("weights_decided_by", &s.Weights.By, false)
	o.text("weights_decision_no", &s.Weights.No, false)
	o.text("weights_decided_on", &s.Weights.On, false)
	o.done()
	readScoring(top.sub("scoring", true), &s.Scoring)
	each(top, "unit_kinds", true, &s.Kinds, func(o object, k *Kind) {
		o.id("id", &k.ID)
		o.name(&k.Name)
		o.points("performance_weight", &k.Weight, true)
		o.text("src", &k.Src, false)
	})
	each(top, "grades", true, &s.Grades, func(o object, g *Grade) {
		o.id("id", &g.ID)
		o.name(&g.Name)
		o.points("min", &g.Min, true)
		o.text("src", &g.Src, false)
	})
	each(top, "grade_limits", false, &s.Limits, func(o object, l *Limit) {
		o.id("id", &l.ID)
		o.name(&l.Name)
		o.cond("when", &l.When, true)
		o.text("at_most", &l.AtMost, true)
		o.flag("enabled", &l.Enabled)
		o.text("src", &l.Src, false)
	})
	each(top, "methods", true, &s.Methods, readMethod)
	each(top, "materials", false, &s.Materials, func(o object, m *MaterialDef) {
		o.id("id", &m.ID)
		o.name(&m.Name)
		o.text("alias_zh", &m.AliasZH, false)
		o.flag("required", &m.Required)
		o.text("src", &m.Src, false)
		o.text("name_src", &m.NameSrc, false)
	})
	readReconciliation(top.sub("reconciliation", false), &s.Reconciliation)
	each(top, "count_units", false, &s.Units, func(o object, u *CountUnit) {
		o.id("id", &u.ID)
		o.name(&u.Name)
	})
	each(top, "parent_indicators", false, &s.Parents, func(o object, p *Parent) {
		o.whole("no", &p.No, true)
		o.name(&p.Name)
		o.points("full", &p.Full, false)
		o.text("src", &p.Src, false)
	})
	each(top, "categories", true, &s.Categories, readCategory)
	readRest(top, s)
}

func readScoring(o object, c *Scoring) {
	o.points("score_unit", &c.Unit, true)
	o.points("indicator_floor", &c.Floor, true)
	o.text("indicator_ceiling", &c.Ceiling, true)
	o.text("total_by", (*string)(&c.TotalBy), true)
	o.text("na_policy", (*string)(&c.NAPolicy), true)
	o.points("pass_mark", &c.PassMark, false)
	o.text("key_failure_grade", &c.KeyGrade, false)
	o.text("na_whole_category", &c.NAWholeCategory, true)
	ids(o, "na_requires", &c.NARequires, false)
	o.text("unscored_policy", &c.UnscoredPolicy, true)
	o.flag("nil_finding_required", &c.NilRequired)
	o.points("bonus_cap_total", &c.BonusCap, true)
	o.points("total_cap", &c.TotalCap, true)
	o.text("grade_on", &c.GradeOn, true)
	o.points("performance_cap", &c.PerformanceCap, true)
	o.text("rounding", &c.Rounding, true)
	o.text("double_count", &c.DoubleCount, true)
	o.text("evidence_rule", &c.EvidenceRuleNote, false)
	o.done()
}

func readMethod(o object, m *Method) {
	o.text("id", (*string)(&m.ID), true)
	o.whole("order", &m.Order, true)
	o.text("form", (*string)(&m.Form), false)
	o.name(&m.Name)
	o.text("full_zh", &m.FullZH, false)
	o.text("note_en", &m.Note, false)
	each(o, "requirements", false, &m.Requirements, func(o object, q *Requirement) {
		o.id("id", &q.ID)
		o.name(&q.Name)
		o.text("field", &q.Field, true)
		o.text("rule_if_failed", &q.Rule, false)
		o.text("note_en", &q.Note, false)
		o.text("src", &q.Src, false)
	})
	each(o, "forms", false, &m.Forms, readOption)
	ids(o, "records", &m.Records, false)
	o.text("src", &m.Src, false)
}

func readOption(o object, x *Option) {
	o.id("id", &x.ID)
	o.name(&x.Name)
	o.text("src", &x.Src, false)
}

func readReconciliation(o object, c *Reconciliation) {
	p := o.sub("period", false)
	p.text("from", &c.From, false)
	p.text("to", &c.To, false)
	p.done()
	each(o, "columns", true, &c.Columns, readOption)
	each(o, "fields", true, &c.Figures, func(o object, f *FigureDef) {
		o.id("id", &f.ID)
		o.name(&f.Name)
		o.text("group", &f.Group, false)
	})
	each(o, "derived", false, &c.Derived, func(o object, f *Formula) {
		o.name(&f.Name)
		readFormula(o, f)
	})
	o.text("note_en", &c.Note, false)
	o.done()
}

func readFormula(o object, f *Formula) {
	o.id("id", &f.ID)
	ids(o, "plus", &f.Plus, false)
	ids(o, "minus", &f.Minus, false)
	o.text("fn", &f.Fn, false)
}
