package checklist

import (
	"slices"
	"strings"
)

// HeadRow is one row of the headcount: a figure, or a number derived from figures, in the three columns.
type HeadRow struct {
	ID      string
	Name    Text
	Group   string // of a figure
	Derived bool
	Cells   map[Column]Number
	Notes   []Note
}

// Note is a remark on a row: a code that package words has a sentence for, and its arguments.
type Note struct {
	Code string
	Args []any
}

// rosterTotal is the figure that is checked name by name: equal totals can hide one ghost and one missing person.
const rosterTotal = "roster_total"

// Resolve gives the figures that conclusions may be drawn from: what was verified on site. The declared column never
// counts, since it is what is being checked. The office's ledger stands in for what the office itself fixes and the
// visit cannot count: authorised numbers and the opening headcount.
func Resolve(v *Visit) map[string]int64 {
	out := make(map[string]int64, len(v.Figures))
	for id, cols := range v.Figures {
		if n, ok := cols[Verified]; ok {
			out[id] = n
		} else if n, ok := cols[Office]; ok && officeFixes(id) {
			out[id] = n
		}
	}
	return out
}

// officeFixes tells by its id whether a figure is the staffing office's own.
func officeFixes(figure string) bool {
	return strings.HasPrefix(figure, "auth_") || strings.HasSuffix(figure, "_auth") || figure == "opening_total"
}

// Headcount works out the table: each figure of the scheme, then each derived number, in all three columns, with what
// is odd about it. The derived numbers of the verified column are worked out from Resolve.
func Headcount(s *Scheme, v *Visit) []HeadRow {
	usable := Resolve(v)
	values := map[Column][]Number{Verified: s.evaluate(usable, nil)}
	for _, col := range []Column{Declared, Office} {
		values[col] = s.evaluate(column(v, col), nil)
	}
	rows := make([]HeadRow, 0, len(s.Reconciliation.Figures)+len(s.Reconciliation.Derived))
	for i := range s.Reconciliation.Figures {
		rows = append(rows, figureRow(&s.Reconciliation.Figures[i], v, usable))
	}
	for i := range s.Reconciliation.Derived {
		f := &s.Reconciliation.Derived[i]
		row := HeadRow{ID: f.ID, Name: f.Name, Derived: true, Cells: map[Column]Number{}}
		at := s.numbers[f.ID]
		for col, nums := range values {
			row.Cells[col] = nums[at]
		}
		row.Notes = gapNotes(s, f, values[Verified])
		rows = append(rows, row)
	}
	return rows
}

func column(v *Visit, col Column) map[string]int64 {
	out := make(map[string]int64, len(v.Figures))
	for id, cols := range v.Figures {
		if n, ok := cols[col]; ok {
			out[id] = n
		}
	}
	return out
}

// figureRow compares the columns of a figure with what was verified.
func figureRow(f *FigureDef, v *Visit, usable map[string]int64) HeadRow {
	row := HeadRow{ID: f.ID, Name: f.Name, Group: f.Group, Cells: map[Column]Number{}}
	cols := v.Figures[f.ID]
	for _, col := range []Column{Declared, Office, Verified} {
		row.Cells[col] = Number{}
		if n, ok := cols[col]; ok {
			row.Cells[col] = known(n)
		}
	}
	note := func(code string, args ...any) { row.Notes = append(row.Notes, Note{code, args}) }
	declared, office, verified := row.Cells[Declared], row.Cells[Office], row.Cells[Verified]
	switch {
	case verified.Known:
		if declared.Known && declared.N != verified.N {
			note("head.declared", declared.N, verified.N)
		}
		if office.Known && office.N != verified.N {
			note("head.office", office.N, verified.N)
		}
	case declared.Known && office.Known && declared.N != office.N:
		note("head.declared_office", declared.N, office.N)
	}
	if n, ok := usable[f.ID]; ok && !verified.Known {
		note("head.office_used", n)
	}
	if f.ID == rosterTotal && verified.Known {
		if v.Check.NameChecked == nil {
			note("head.names_none")
		} else {
			note("head.names", *v.Check.NameChecked, deref(v.Check.NameMissing))
		}
	}
	return row
}

func deref(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}

// gapNotes says whether a derived number that should be nothing is something, or how much room is left.
func gapNotes(s *Scheme, f *Formula, values []Number) []Note {
	n := values[s.numbers[f.ID]]
	switch {
	case !s.isGap(f) || s.refined(f):
	case n.Known && n.N > 0:
		return []Note{{"head.gap", []any{n.N}}}
	case n.AtLeast && n.N > 0:
		return []Note{{"head.gap_at_least", []any{n.N}}}
	case n.Known && f.Fn == "floor0":
		open := slot{formula: &Formula{}, plus: s.slots[s.numbers[f.ID]].plus, minus: s.slots[s.numbers[f.ID]].minus}
		if room := open.eval(values); room.N < 0 {
			return []Note{{"head.spare", []any{-room.N}}}
		}
	}
	return nil
}

// isGap tells whether a derived number above 0 means that something is wrong: differences and overruns, and their sums.
func (s *Scheme) isGap(f *Formula) bool {
	if f.Fn == "floor0" || f.Fn == "abs" {
		return true
	}
	return len(f.Minus) == 0 && len(f.Plus) > 0 && !slices.ContainsFunc(f.Plus, func(id string) bool {
		g, ok := s.formulas[id]
		return !ok || !s.isGap(g)
	})
}

// refined tells whether another number takes explanations away from this one, which then is not the last word.
func (s *Scheme) refined(f *Formula) bool {
	return slices.ContainsFunc(s.Reconciliation.Derived, func(g Formula) bool {
		return len(g.Minus) > 0 && slices.Contains(g.Plus, f.ID)
	})
}

// OverdueSlips counts the slips past their date (or extension) on a day: those whose state may still turn into a
// derived one. Without a day nothing is overdue.
func OverdueSlips(s *Scheme, slips []Slip, asOf string) (n int) {
	if asOf == "" {
		return 0
	}
	for i := range slips {
		if s.Overdue(&slips[i], asOf) {
			n++
		}
	}
	return n
}

func (s *Scheme) mayLapse(state string) bool {
	derived := func(id string) bool {
		return slices.ContainsFunc(s.Slips.States, func(x SlipState) bool { return x.ID == id && x.Derived })
	}
	return slices.ContainsFunc(s.Slips.States, func(x SlipState) bool {
		return x.ID == state && slices.ContainsFunc(x.Next, derived)
	})
}

// asOf is the day on which slips are judged: when the visit is looked at, but not after the round's cut-off.
func asOf(v *Visit) string {
	if v.Round.Cutoff != "" && (v.AsOf == "" || v.Round.Cutoff < v.AsOf) {
		return v.Round.Cutoff
	}
	return v.AsOf
}

// InputOf gathers what Score needs from a visit. The kind of unit is the visit's own, frozen on its day.
func InputOf(s *Scheme, v *Visit, sheet *Sheet) Input {
	in := Input{Kind: v.Unit.Kind, Sheet: *sheet, Figures: Resolve(v), SelfScores: v.SelfScores,
		ReportMissing: v.Look.NotFiled, SlipsOverdue: -1}
	if day := asOf(v); day != "" {
		in.SlipsOverdue = OverdueSlips(s, v.countedSlips(), day)
	}
	if v.Kind != Daily {
		in.Slips = CarrySlips(s, &v.Round, asOf(v), v.countedSlips())
	}
	for i := range v.Past {
		in.PastRules = append(in.PastRules, v.Past[i].Rule)
	}
	return in
}
