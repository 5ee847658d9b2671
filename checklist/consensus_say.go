package checklist

// Says is what a side says in a difference, as a code of package words with its arguments.
func (d *Difference) Says(s *Scheme, side int) (code string, args []any) {
	x := d.Sides[side]
	switch {
	case x.Finding != nil:
		rule, _, ok := s.Rule(x.Finding.Rule)
		switch {
		case ok && rule.Mode == Per:
			return "side.count", []any{x.Finding.Rule, x.Finding.Count}
		case ok && (rule.Mode == Range || rule.Mode == Given):
			return "side.mark", []any{x.Finding.Rule, x.Finding.Mark}
		}
		return "side.rule", []any{x.Finding.Rule}
	case x.Claim != nil:
		return "side.claim", []any{x.Claim.Count}
	case d.Bonus != "":
		return "side.none", nil
	case d.Kind != DiffStanding && d.Kind != DiffNA && x.State != Nil && x.State != Blank:
		return "side.none", nil
	case x.State == NA && x.Ruled != "":
		return "side.na." + x.Ruled, nil
	case x.State == Blank:
		return "side.blank", nil
	}
	return "side." + string(x.State), nil
}

// SaysTake is what a way to decide means for a difference, as a code with its arguments.
func (d *Difference) SaysTake(what Take, side ID, value string) (code string, args []any) {
	switch what {
	case TakeApart:
		return "take.apart", nil
	case TakeValue:
		if d.Kind == DiffStanding || d.Kind == DiffNA {
			return "side." + value, nil
		}
		return "take.value", []any{value}
	case TakeUnite:
		switch d.Kind {
		case DiffSame:
			return "take.one", nil
		case DiffStanding, DiffNA:
			return "take.voices", nil
		}
		return "take.stands", nil
	}
	for _, x := range d.Sides {
		if x.Person.ID != side {
			continue
		}
		switch {
		case d.Kind == DiffOnly && x.Has():
			return "take.stands", nil
		case d.Kind != DiffStanding && d.Kind != DiffNA && !x.Has():
			return "take.falls", nil
		}
		return "take.side", []any{x.Person.Name}
	}
	return "take.side", []any{"?"}
}

// Code is how people name the difference on the command line: the same in every book. Its first half is that of the visit,
// for a verdict on one indicator has the same second half in every visit.
func (d *Difference) Code() string { return VisitCode(d.ID) + d.ID.String()[16:22] }

// VisitCode is what the codes of the differences of a visit begin with; any id of the visit will do.
func VisitCode(id ID) string { return id.String()[:6] }
