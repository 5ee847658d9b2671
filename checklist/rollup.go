package checklist

// ParentState says how far a city indicator is known.
type ParentState string

// The states of a city indicator.
const (
	ParentKnown     ParentState = "known"     // every result that has marks for it is scored
	ParentPart      ParentState = "part"      // some results are, some are still open
	ParentOpen      ParentState = "open"      // nothing is scored yet
	ParentNothing   ParentState = "nothing"   // nothing of it applies anywhere
	ParentUncovered ParentState = "uncovered" // no indicator of the scheme refines it
)

// ParentScore is what the results come to under one indicator of the city: marks awarded over full marks, exactly. Over
// many results it is the average weighted by full marks, Σ awarded / Σ full.
type ParentScore struct {
	Parent        *Parent // nil for the indicators that refine no indicator of the city
	State         ParentState
	Awarded, Full Points // of the indicators left in, over the results that count
	Counted, Open int    // results that count, and results that would but are not scored yet
	Worth         Points // the city's marks for it, or the sum of the marks of those that refine it
	Score         Amount // Worth x Awarded / Full
	Indicators    []*Indicator
	Lines         []Line
}

// RollUp works out the city's indicators from the results of one scheme, in the scheme's order. A result counts for a
// city indicator once every indicator left in under it is scored. Where some indicators name no city indicator, or one
// the scheme does not declare, they come last under a nil Parent. Results of other schemes are refused with *MixedSchemes.
func RollUp(s *Scheme, results ...*Result) ([]ParentScore, error) {
	hashes := []string{s.Hash}
	for _, r := range results {
		hashes = append(hashes, r.Scheme)
	}
	if err := oneScheme(hashes); err != nil {
		return nil, err
	}
	out := make([]ParentScore, len(s.Parents)+1)
	at := make(map[int]int, len(s.Parents)) // place in out by the city's number; the last is for those without one
	for i := range s.Parents {
		out[i].Parent = &s.Parents[i]
		at[s.Parents[i].No] = i
	}
	place := func(ind *Indicator) int {
		if i, ok := at[ind.CityNo]; ok {
			return i
		}
		return len(s.Parents)
	}
	for c := range s.Categories {
		for i := range s.Categories[c].Indicators {
			ind := &s.Categories[c].Indicators[i]
			p := &out[place(ind)]
			p.Indicators = append(p.Indicators, ind)
			p.Worth += ind.Full
		}
	}
	for _, r := range results {
		addResult(out, r, place)
	}
	if len(out[len(s.Parents)].Indicators) == 0 {
		out = out[:len(s.Parents)]
	}
	for i := range out {
		out[i].finish()
	}
	return out, nil
}

// addResult adds a result to each city indicator it has marks for.
func addResult(out []ParentScore, r *Result, place func(*Indicator) int) {
	type sums struct {
		awarded, full Points
		in, open      bool
	}
	parts := make([]sums, len(out))
	for c := range r.Categories {
		for i := range r.Categories[c].Indicators {
			x := &r.Categories[c].Indicators[i]
			if x.Removed() {
				continue
			}
			sum := &parts[place(x.Indicator)]
			sum.in, sum.open = true, sum.open || !x.Known
			sum.awarded, sum.full = sum.awarded+x.Awarded, sum.full+x.Indicator.Full
		}
	}
	for i, sum := range parts {
		switch p := &out[i]; {
		case sum.open:
			p.Open++
		case sum.in:
			p.Counted++
			p.Awarded, p.Full = p.Awarded+sum.awarded, p.Full+sum.full
		}
	}
}

// finish works out the score and says how it came about.
func (p *ParentScore) finish() {
	if p.Parent != nil && p.Parent.Full > 0 {
		p.Worth = p.Parent.Full
	}
	line := func(code string, args ...any) { p.Lines = append(p.Lines, Line{Code: code, args: args}) }
	switch {
	case len(p.Indicators) == 0:
		p.State = ParentUncovered
		line("line.parent.uncovered", p.Parent.No)
		return
	case p.Parent == nil:
		line("line.parent.none", len(p.Indicators))
	}
	switch {
	case p.Open > 0 && p.Counted > 0:
		p.State = ParentPart
		line("line.parent.part", p.Open, p.Open+p.Counted)
	case p.Open > 0:
		p.State = ParentOpen
		line("line.parent.open", p.Open)
	case p.Full == 0:
		p.State = ParentNothing
		line("line.parent.nothing")
	default:
		p.State = ParentKnown
	}
	if p.Full == 0 {
		return
	}
	p.Score = whole(p.Awarded).times(p.Worth, p.Full)
	line("line.parent.sum", p.Worth, p.Awarded, p.Full, p.Score)
	if !p.Score.Whole() {
		p.Lines = append(p.Lines, roundingLine("line.rounded.last", p.Score))
	}
}
