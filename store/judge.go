package store

import (
	"zoufang/checklist"
	"zoufang/store/bundle"
)

// The edits of judging: from what a Doc shows to what its viewer judged. What an evaluator judges is written to the
// evaluator's own sheet, never to another's. The functions here write nothing themselves.

// judge gives the viewer's own sheet for writing, and the edits that begin it. Faults: me.missing before SetMe,
// sheet.closed once it is closed.
func (d *Doc) judge() (sheet *checklist.Sheet, edits []Edit, err error) {
	if d.me.ID == (checklist.ID{}) {
		return nil, nil, newFault("me.missing")
	}
	own := d.Own()
	if own.State == "closed" {
		return nil, nil, newFault("sheet.closed")
	}
	if d.Register(own.ID, KindSheet, "person").Text == "" {
		edits = append(edits,
			Edit{Record: own.ID, Kind: KindSheet, Field: "person", Text: d.me.ID.String(), current: true},
			Edit{Record: own.ID, Kind: KindSheet, Field: "scheme", Text: own.Scheme, current: true})
	}
	return own, edits, nil
}

func (d *Doc) findingEdits(s *checklist.Scheme, f checklist.Finding, now string) (checklist.ID, []Edit, error) {
	sheet, edits, err := d.judge()
	if err != nil {
		return f.ID, nil, err
	}
	if f.Person != (checklist.ID{}) && f.Person != d.me.ID {
		return f.ID, nil, newFault("finding.foreign")
	}
	_, ind, ok := s.Rule(f.Rule)
	if !ok {
		return f.ID, nil, newFault("finding.rule", f.Rule)
	}
	f.Person, f.Scheme = d.me.ID, d.stamp(d.me.ID)
	if f.At == "" {
		f.At = now
	}
	id := d.orNew(f.ID)
	edits = append(edits, d.body(id, KindFinding, "body", f))
	if was, _ := d.finding(id); was != nil && was.Rule != f.Rule {
		edits = append(edits, d.leave(s, sheet, *was)...)
	}
	if st := sheet.Standings[ind.ID]; st.State == checklist.Blank || st.State == checklist.Nil {
		edits = append(edits, d.verdict(ind.ID, checklist.Found, ""))
	}
	return id, edits, nil
}

// leave opens an indicator again when its last active finding goes away.
func (d *Doc) leave(s *checklist.Scheme, sheet *checklist.Sheet, f checklist.Finding) []Edit {
	_, ind, ok := s.Rule(f.Rule)
	if !ok || sheet.Standings[ind.ID].State != checklist.Found {
		return nil
	}
	others := 0
	for _, o := range sheet.Findings {
		if _, its, ok := s.Rule(o.Rule); ok && its.ID == ind.ID && o.ID != f.ID && o.Active() {
			others++
		}
	}
	if others > 0 {
		return nil
	}
	return []Edit{d.verdict(ind.ID, checklist.Blank, "")}
}

// statusEdits write what became of a finding, and keep the indicator's verdict true on the viewer's own sheet.
func (d *Doc) statusEdits(s *checklist.Scheme, id checklist.ID, status, reason string) ([]Edit, error) {
	f, sheet := d.finding(id)
	if f == nil {
		return nil, newFault("finding.unknown")
	}
	e := d.status(id, KindFinding, status, reason)
	e.also = d.Shown(id, KindFinding, "body")
	edits := []Edit{e}
	if sheet.Person.ID != d.me.ID || sheet.State == "closed" {
		return edits, nil
	}
	if status == "withdrawn" {
		return append(edits, d.leave(s, sheet, *f)...), nil
	}
	_, ind, ok := s.Rule(f.Rule)
	if !ok {
		return edits, nil // of another version: it counts nowhere
	}
	if state := sheet.Standings[ind.ID].State; state == checklist.Blank || state == checklist.Nil {
		edits = append(edits, d.verdict(ind.ID, checklist.Found, ""))
	}
	return edits, nil
}

func (d *Doc) finding(id checklist.ID) (*checklist.Finding, *checklist.Sheet) {
	for i := range d.Sheets {
		s := &d.Sheets[i]
		for j := range s.Findings {
			if s.Findings[j].ID == id {
				return &s.Findings[j], s
			}
		}
	}
	return nil, nil
}

func (d *Doc) verdict(indicator string, state checklist.State, reason string) Edit {
	id := checklist.StandingID(d.ID, d.me.ID, indicator)
	return d.body(id, KindStanding, "body", checklist.Standing{Indicator: indicator, State: state, Reason: reason, Person: d.me.ID, Scheme: d.stamp(d.me.ID)})
}

func (d *Doc) standingEdits(s *checklist.Scheme, indicator string, state checklist.State, reason string) ([]Edit, error) {
	sheet, edits, err := d.judge()
	if err != nil {
		return nil, err
	}
	if _, _, ok := s.Indicator(indicator); !ok {
		return nil, newFault("standing.indicator", indicator)
	}
	switch state {
	case checklist.Blank, checklist.Found, checklist.Waiting:
	case checklist.NA:
		if reason == "" {
			return nil, newFault("reason.missing")
		}
	case checklist.Nil:
		if n := activeFindings(s, sheet, indicator); n > 0 {
			return nil, newFault("standing.findings", n)
		}
	default:
		return nil, newFault("field.bad", string(KindStanding), "state", string(state))
	}
	return append(edits, d.verdict(indicator, state, reason)), nil
}

func activeFindings(s *checklist.Scheme, sheet *checklist.Sheet, indicator string) (n int) {
	for _, f := range sheet.Findings {
		if _, ind, ok := s.Rule(f.Rule); ok && ind.ID == indicator && f.Active() {
			n++
		}
	}
	return n
}

// nilRestEdits mark what is left of a category as "nothing found"; n is how many indicators. Where marks are awarded
// directly, silence is no mark: those stay open.
func (d *Doc) nilRestEdits(s *checklist.Scheme, category string) (n int, edits []Edit, err error) {
	sheet, edits, err := d.judge()
	if err != nil {
		return 0, nil, err
	}
	c, ok := s.Category(category)
	if !ok {
		return 0, nil, newFault("category.unknown", category)
	}
	scope := checklist.ScopeOf(s, &d.Visit)
	for i := range c.Indicators {
		ind := &c.Indicators[i]
		if scope.Has(ind) && !ind.AwardsMark() && sheet.Standings[ind.ID].State == checklist.Blank && activeFindings(s, sheet, ind.ID) == 0 {
			edits = append(edits, d.verdict(ind.ID, checklist.Nil, ""))
			n++
		}
	}
	if n == 0 {
		return 0, nil, nil
	}
	return n, edits, nil
}

// approvalEdit rules on the verdict "not applicable" of somebody, under the scheme s.
func (d *Doc) approvalEdit(s *checklist.Scheme, standing checklist.ID, approve bool, reason string) (Edit, error) {
	var of checklist.Standing
	d.regs.body(standing, KindStanding, "body", &of)
	if err := d.MayRule(categoryOf(s, of.Indicator)); err != nil {
		return Edit{}, err
	}
	a := checklist.Approval{State: "approved", By: d.me.ID, Name: d.me.Name, Reason: reason, Scheme: d.stamp(d.judgeOf(standing))}
	if !approve {
		a.State = "refused"
		if reason == "" {
			return Edit{}, newFault("reason.missing")
		}
	}
	return d.body(standing, KindStanding, "approval", a), nil
}

// judgeOf is whose verdict a standing is.
func (d *Doc) judgeOf(standing checklist.ID) checklist.ID {
	return ownerOf(d.regs, standing, KindStanding)
}

// categoryOf is the category an indicator belongs to, "" of none.
func categoryOf(s *checklist.Scheme, indicator string) string {
	if _, c, ok := s.Indicator(indicator); ok {
		return c.ID
	}
	return ""
}

func (d *Doc) claimEdits(s *checklist.Scheme, c checklist.Claim) (checklist.ID, []Edit, error) {
	_, edits, err := d.judge()
	if err != nil {
		return c.ID, nil, err
	}
	if _, ok := s.Bonus(c.Bonus); !ok {
		return c.ID, nil, newFault("claim.bonus", c.Bonus)
	}
	c.Person, c.Scheme = d.me.ID, d.stamp(d.me.ID)
	id := checklist.ClaimID(d.ID, d.me.ID, c.Bonus)
	status := ""
	if c.Count == 0 {
		status = "withdrawn"
	}
	return id, append(edits, d.body(id, KindClaim, "body", c), d.status(id, KindClaim, status, "")), nil
}

func (d *Doc) linkEdits(x, y checklist.ID, status string) []Edit {
	id := checklist.LinkID(d.ID, x, y)
	if y.String() < x.String() {
		x, y = y, x // both laptops write the same, whichever finding was named first
	}
	return []Edit{
		{Record: id, Kind: KindLink, Field: "a", Text: x.String(), Shown: d.Shown(id, KindLink, "a")},
		{Record: id, Kind: KindLink, Field: "b", Text: y.String(), Shown: d.Shown(id, KindLink, "b")},
		d.status(id, KindLink, status, ""),
	}
}

func (d *Doc) closeEdits() ([]Edit, error) {
	if d.Own().State == "closed" {
		return nil, nil
	}
	own, edits, err := d.judge()
	if err != nil {
		return nil, err
	}
	return append(edits, Edit{Record: own.ID, Kind: KindSheet, Field: "state", Text: "closed", Shown: d.Shown(own.ID, KindSheet, "state")}), nil
}

func (d *Doc) reopenEdits(reason string) ([]Edit, error) {
	e, err := d.reopenEdit(d.me.ID, reason)
	return []Edit{e}, err
}

// signEdits make the signature over everything the visit holds, unless something stands against it.
// logs is what logsOf says of the visit.
func (d *Doc) signEdits(schemeOf func(hash string) (*checklist.Scheme, error), now, logs string) ([]Edit, error) {
	if err := d.MayLead(); err != nil {
		return nil, err
	}
	open := d.Hidden
	for _, s := range d.Sheets {
		if s.State != "closed" {
			open++
		}
	}
	if open > 0 || len(d.Sheets) == 0 {
		return nil, newFault("sign.open", open)
	}
	if n := len(d.Contested); n > 0 {
		return nil, newFault("sign.contested", n)
	}
	s, err := schemeOf(d.SchemeHash)
	if err != nil {
		return nil, err
	}
	agreed := d.Standing(s)
	if agreed.Pending == checklist.PendingMixed {
		return nil, newFault(agreed.Pending)
	}
	if agreed.Pending != "" {
		return nil, newFault("sign.consensus", len(agreed.Open()))
	}
	blocked := 0
	for _, t := range checklist.Missing(s, &d.Visit, &agreed.Sheet) {
		if t.BlocksSigning {
			blocked++
		}
	}
	if blocked > 0 {
		return nil, newFault("sign.blocked", blocked)
	}
	sig := checklist.Signature{Person: d.me.ID, Name: d.me.Name, At: now, Digest: d.digest, Logs: logs}
	e := d.body(NewID(d.ID), KindSignature, "body", sig)
	e.change = bundle.Sign
	return []Edit{e}, nil
}
