package checklist

// bonus counts the claims in the order of the scheme.
func (w *scorer) bonus() {
	if len(w.in.Sheet.Claims) == 0 {
		return
	}
	var sum Points
	for i := range w.s.Bonuses {
		b := &w.s.Bonuses[i]
		c, ok := w.in.Sheet.Claims[b.ID]
		if !ok {
			continue
		}
		x := w.claim(b, c)
		sum += x.Points
		w.res.Bonuses = append(w.res.Bonuses, x)
	}
	w.res.Bonus = min(sum, w.s.Scoring.BonusCap)
	if sum > w.res.Bonus {
		w.line(Line{Code: "line.bonus.cap", Raw: sum, Cap: w.res.Bonus, Points: w.res.Bonus - sum, args: []any{sum, w.res.Bonus}})
	}
}

func (w *scorer) claim(b *Bonus, c Claim) BonusScore {
	x := BonusScore{Bonus: b, Count: c.Count}
	l := Line{Code: "line.bonus.per", Rule: b.ID, N: c.Count, Each: b.Points}
	switch {
	case c.Count <= 0:
		l.Code = "line.bonus.count"
	case len(c.Evidence) > 0 && !c.Proved():
		l.Code = "line.bonus.talk"
	default:
		l.Raw, l.Cap = raw(b.Points, c.Count), b.Max
		x.Points = times(b.Points, c.Count, b.Max)
		l.Points = x.Points
		if l.Raw > b.Max {
			l.Code = "line.bonus.per.cap"
		}
	}
	x.Lines = append(x.Lines, l)
	if len(c.Evidence) == 0 && c.Count > 0 {
		x.Lines = append(x.Lines, Line{Code: "line.bonus.proof", Rule: b.ID})
	}
	return x
}

func (w *scorer) total() {
	if !w.res.Base.Known {
		return
	}
	w.res.Complete = true
	sum := w.res.Base.plus(whole(w.res.Bonus))
	total, cut := sum.atMost(w.s.Scoring.TotalCap)
	w.res.Total = total
	w.line(Line{Code: "line.total", Points: total.Points, args: []any{w.res.Base, w.res.Bonus, sum}})
	if cut {
		w.line(Line{Code: "line.total.cap", Cap: w.s.Scoring.TotalCap, Points: total.Points,
			args: []any{sum, w.s.Scoring.TotalCap}})
	}
	w.rounding("line.rounded.total", total)
}

// grade reads the grade from the published (rounded) total and lets the limits hold it down.
func (w *scorer) grade() {
	if !w.res.Total.Known {
		return
	}
	grades := w.s.Grades
	own := len(grades) - 1
	for i := range grades {
		if w.res.Total.Points >= grades[i].Min {
			own = i
			break
		}
	}
	g := &w.res.Grade
	g.Grade = &grades[own]
	w.line(Line{Code: "line.grade", args: []any{w.res.Total.Points, g.Grade.Name, g.Grade.Min}})
	held := own
	for i := range w.s.Limits {
		l := &w.s.Limits[i]
		most := gradePlace(grades, l.AtMost)
		if !l.Enabled || most <= own {
			continue
		}
		switch t, _ := l.When.eval(w); t {
		case Unsure:
			g.Unsure = true
			w.line(Line{Code: "line.grade.unsure", args: []any{l.Name, grades[most].Name}})
			continue
		case No:
			continue
		}
		held = max(held, most)
		g.By = append(g.By, l)
		w.line(Line{Code: "line.grade.held", args: []any{g.Grade.Name, grades[most].Name, l.Name}})
	}
	if len(w.res.KeyFailed) > 0 {
		held = max(held, w.keyGrade(own))
	}
	if held != own {
		g.Held, g.Grade = g.Grade, &grades[held]
	}
}

func gradePlace(grades []Grade, id string) int {
	for i := range grades {
		if grades[i].ID == id {
			return i
		}
	}
	return -1
}

// performance is the capped total times what the result counts for this kind of unit. Where it counts nothing there is
// none: a row of zeros would look like a result.
func (w *scorer) performance() {
	k, ok := w.s.Kind(w.in.Kind)
	if !ok || k.Weight == 0 || !w.res.Total.Known {
		return
	}
	from, cut := w.res.Total.atMost(w.s.Scoring.PerformanceCap)
	if cut {
		w.line(Line{Code: "line.performance.cap", Cap: w.s.Scoring.PerformanceCap,
			args: []any{w.res.Total, w.s.Scoring.PerformanceCap}})
	}
	w.res.Performance = from.times(k.Weight, 10000)
	w.line(Line{Code: "line.performance", Points: w.res.Performance.Points,
		args: []any{from, k.Weight, w.res.Performance}})
	w.rounding("line.rounded.last", w.res.Performance)
}
