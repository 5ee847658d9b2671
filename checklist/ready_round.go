package checklist

// window says when a visit lies outside the days of its round, or after the office closed it. It blocks nothing.
func (l *lister) window() {
	l.step = ""
	r, day := &l.v.Round, l.v.OnDay()
	switch r.Outside(day) {
	case OutsideBefore:
		l.may("todo.round.before", day, r.OpensOn)
	case OutsideAfter:
		l.may("todo.round.after", day, r.Cutoff)
	}
	if r.Closed != nil && day > dayOf(r.Closed.At) {
		l.may("todo.round.closed", day, dayOf(r.Closed.At))
	}
}

// interests tells the leader who of the team has declared nothing of their interests, and who was sent although there is a
// tie to the unit.
func (l *lister) interests() {
	l.step = ""
	for _, p := range l.v.Undeclared {
		l.may("todo.interest.none", p.Name)
	}
	for _, x := range l.v.Interests {
		if p := personIn(l.v.Team, x.Person); p != nil {
			l.may("todo.interest.tie", p.Name, x.What)
		}
	}
}

// OnDay is the day of a visit: of a daily one its own, of a yearly one that of the briefing; "" while it is not known.
func (v *Visit) OnDay() string {
	if v.Kind == Daily {
		return v.Day
	}
	return dayOf(v.Listen.StartedAt)
}

// dayOf is the day of a moment.
func dayOf(moment string) string {
	if len(moment) < len("2006-01-02") {
		return ""
	}
	return moment[:len("2006-01-02")]
}
