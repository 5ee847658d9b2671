package checklist

import (
	"testing"
)

// What two people type slightly differently on two laptops is one thing.
func TestIdentitiesMeet(t *testing.T) {
	district := "甲区"
	round := RoundID(district, "2026")
	unit := UnitID(district, "D01")
	for name, pair := range map[string][2]ID{
		"full-width digits":       {RoundID(district, "2026"), RoundID(district, "２０２６")},
		"spaces around":           {UnitID(district, "D01"), UnitID(" 甲区 ", "D01\t")},
		"spaces inside collapse":  {PersonID(district, "Li  Min"), PersonID(district, "Li Min")},
		"ideographic space":       {PersonID(district, "Li　Min"), PersonID(district, "Li Min")},
		"lower case":              {UnitID(district, "d01"), UnitID(district, "D01")},
		"full-width letters":      {UnitID(district, "Ｄ０１"), UnitID(district, "D01")},
		"composed and decomposed": {PersonID(district, "Ren\u00e9"), PersonID(district, "Rene\u0301")},
		"figure":                  {FigureID(unit, "act_admin", Verified), FigureID(unit, "ACT_ADMIN", Verified)},
		"link either way round":   {LinkID(unit, testID(1), testID(2)), LinkID(unit, testID(2), testID(1))},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: %v and %v are two", name, pair[0], pair[1])
		}
	}
	if YearlyVisitID(round, unit) != YearlyVisitID(RoundID("甲区", "2026"), UnitID("甲区", "d01")) {
		t.Error("the yearly visit of one unit in one round is two visits")
	}
}

// Different things never meet, whatever their parts have in common.
func TestIdentitiesStayApart(t *testing.T) {
	round, unit, person := RoundID("甲区", "2026"), UnitID("甲区", "01"), PersonID("甲区", "01")
	visit := YearlyVisitID(round, unit)
	seen := map[ID]string{}
	for name, id := range map[string]ID{
		"round": round, "unit": unit, "person": person, "visit": visit,
		"other year": RoundID("甲区", "2027"), "other district": UnitID("乙区", "01"), "other unit": UnitID("甲区", "1"),
		"parts shifted": UnitID("甲区0", "1"), "assign": AssignID(round, unit, person), "assign turned": AssignID(unit, round, person),
		"ledger": LedgerID(unit, "act_admin"), "look": StepID(visit, StepLook), "listen": StepID(visit, StepListen),
		"sheet": SheetID(visit, person), "standing": StandingID(visit, person, "E1"), "mark": MarkID(visit, person, "E1"),
		"claim": ClaimID(visit, person, "E1"), "declared": FigureID(visit, "act_admin", Declared),
		"verified": FigureID(visit, "act_admin", Verified), "material": MaterialID(visit, "payroll"),
		"selfscore": SelfScoreID(visit, "payroll"), "link": LinkID(visit, testID(1), testID(2)), "scheme": SchemeID("act_admin"),
	} {
		if other, ok := seen[id]; ok {
			t.Errorf("%s and %s are one", name, other)
		}
		seen[id] = name
	}
}

func TestScopes(t *testing.T) {
	visit := YearlyVisitID(RoundID("d", "1"), UnitID("d", "1"))
	if StepID(visit, StepLook).Scope() != visit.Scope() || SheetID(visit, testID(1)).Scope() != visit.Scope() {
		t.Error("records of a visit do not share its scope")
	}
	for _, sc := range []string{ScopeScheme, ScopeRound, ScopeUnit, ScopePerson, ScopeAssign, ScopeLedger, ScopePast, ScopeSlip, ScopeSetting} {
		if len(sc) != 8 {
			t.Errorf("scope %q has %d bytes", sc, len(sc))
		}
	}
}

func TestIDText(t *testing.T) {
	id := UnitID("d", "1")
	var back ID
	if err := back.UnmarshalText([]byte(id.String())); err != nil || back != id {
		t.Errorf("%v read %v %v", id, back, err)
	}
	if err := back.UnmarshalText(nil); err != nil || back != (ID{}) {
		t.Errorf("empty read %v %v", back, err)
	}
	for _, bad := range []string{"12", "zz" + id.String()[2:], id.String() + "00"} {
		if err := back.UnmarshalText([]byte(bad)); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
