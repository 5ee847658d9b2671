package checklist

import "slices"

func readCategory(o object, c *Category) {
	o.id("id", &c.ID)
	o.name(&c.Name)
	o.points("weight", &c.Weight, true)
	o.text("name_src", &c.NameSrc, false)
	o.text("weight_src", &c.WeightSrc, false)
	each(o, "indicators", true, &c.Indicators, func(o object, ind *Indicator) {
		o.id("id", &ind.ID)
		o.name(&ind.Name)
		o.points("full", &ind.Full, true)
		o.whole("city_no", &ind.CityNo, false)
		ids(o, "applies_to", &ind.AppliesTo, false)
		o.cond("skip_when", &ind.SkipWhen, false)
		o.flag("key", &ind.Key)
		o.flag("na", &ind.NA)
		o.text("na_policy", (*string)(&ind.NAPolicy), false)
		ids(o, "methods", &ind.Methods, false)
		ids(o, "materials", &ind.Materials, false)
		o.pair("question_zh", "question_en", &ind.Question, false)
		each(o, "rules", true, &ind.Rules, readRule)
	})
}

// readRule asks for the numbers its mode needs and lets the others be unknown keys.
func readRule(o object, r *Rule) {
	o.id("id", &r.ID)
	o.name(&r.Name)
	o.text("mode", (*string)(&r.Mode), true)
	o.flag("key", &r.Key)
	switch r.Mode {
	case Per:
		o.text("unit", &r.UnitID, true)
		o.text("unit_zh", &r.UnitZH, false)
		o.points("points", &r.Points, true)
		o.points("max", &r.Max, true)
		o.text("suggest", &r.Suggest, false)
	case Fixed:
		o.points("points", &r.Points, true)
	case Range:
		o.points("min", &r.Min, true)
		o.points("max", &r.Max, true)
		o.points("step", &r.Step, true)
	case Given:
		o.points("step", &r.Step, true)
	}
	o.refuse(!slices.Contains(modes, string(r.Mode)), "scheme.key.mode", string(r.Mode), "unit", "unit_zh", "points", "max", "min", "step", "suggest")
}

var modes = []string{string(Per), string(Fixed), string(Range), string(Zero), string(Given)}

func readRest(top object, s *Scheme) {
	each(top, "exclusive_groups", false, &s.Groups, func(o object, g *Group) {
		o.id("id", &g.ID)
		o.name(&g.Name)
		ids(o, "rules", &g.Rules, true)
	})
	each(top, "bonus", false, &s.Bonuses, func(o object, b *Bonus) {
		o.id("id", &b.ID)
		o.name(&b.Name)
		o.text("unit", &b.UnitID, true)
		o.points("points", &b.Points, true)
		o.points("max", &b.Max, true)
		o.text("src", &b.Src, false)
		o.text("max_src", &b.MaxSrc, false)
		o.pair("evidence_zh", "evidence_en", &b.Evidence, false)
	})
	each(top, "warnings", false, &s.Warnings, readWarning)
	each(top, "warning_metrics", false, &s.Metrics, func(o object, f *Formula) {
		// Only warnings name these numbers, so one language is enough.
		o.text("zh", &f.Name.ZH, false)
		o.text("en", &f.Name.EN, false)
		o.text("source", &f.Source, false)
		readFormula(o, f)
	})
	readSlips(top.sub("supervision_slip", false), &s.Slips)
	readProcedure(top.sub("procedure", false), &s.Procedure)
}

func readWarning(o object, w *WarningDef) {
	o.id("id", &w.ID)
	o.name(&w.Name)
	o.text("level", &w.Level, true)
	o.cond("when", &w.When, true)
}

func readSlips(o object, c *SlipRules) {
	o.text("src", &c.Src, false)
	o.whole("default_deadline_days", &c.DeadlineDays, false)
	each(o, "states", false, &c.States, func(o object, x *SlipState) {
		o.id("id", &x.ID)
		o.name(&x.Name)
		o.flag("derived", &x.Derived)
		ids(o, "next", &x.Next, false)
	})
	ids(o, "fields", &c.Fields, false)
	each(o, "carry_to_year", false, &c.Carry, func(o object, x *Carry) {
		o.text("when", &x.When, true)
		o.points("factor", &x.Factor, true)
		o.flag("hold", &x.Hold)
		o.name(&x.Name)
	})
	o.done()
}

func readProcedure(o object, c *Procedure) {
	o.whole("team_min", &c.TeamMin, false)
	each(o, "roles", false, &c.Roles, readOption)
	o.whole("unit_opinion_days", &c.OpinionDays, false)
	o.whole("report_days", &c.ReportDays, false)
	k := o.sub("consensus", false)
	k.text("fact_rules", &c.FactRules, false)
	k.text("range_rules", &c.RangeRules, false)
	k.points("flag_gap_points", &c.FlagPoints, false)
	k.points("flag_gap_share", &c.FlagShare, false)
	k.flag("blind_until_consensus", &c.Blind)
	k.done()
	o.done()
}
