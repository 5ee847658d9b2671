package checklist

import (
	"errors"
	"testing"
)

func parentOf(t *testing.T, list []ParentScore, no int) ParentScore {
	t.Helper()
	for _, p := range list {
		if p.Parent != nil && p.Parent.No == no {
			return p
		}
	}
	t.Fatalf("no city indicator %d", no)
	return ParentScore{}
}

func TestRollUp(t *testing.T) {
	s := DefaultScheme()
	one := sheetOf(s, "department")
	one.find(s, "B3.1", 1) // 2 of B3's 3; B4 keeps its 3
	two := sheetOf(s, "department")
	two.stand("B3", Blank, "")
	two.stand("D4", NA, "approved")
	a, b := Score(s, Input{Kind: "department", Sheet: one}), Score(s, Input{Kind: "department", Sheet: two})

	list, err := RollUp(s, &a)
	if err != nil || len(list) != 25 {
		t.Fatalf("%d city indicators, %v", len(list), err)
	}
	p := parentOf(t, list, 8)
	if p.State != ParentKnown || len(p.Indicators) != 2 || p.Awarded != 500 || p.Full != 600 || p.Score.Points != 500 {
		t.Errorf("8: %+v", p)
	}
	list, err = RollUp(s, &a, &b)
	if err != nil {
		t.Fatal(err)
	}
	if p = parentOf(t, list, 8); p.State != ParentPart || p.Counted != 1 || p.Open != 1 || p.Awarded != 500 {
		t.Errorf("8 of two: %+v", p)
	}
	if p = parentOf(t, list, 7); p.State != ParentKnown || p.Counted != 2 || p.Awarded != p.Full {
		t.Errorf("7 of two: %+v", p)
	}
	var awarded Points
	whole, _ := RollUp(s, &a)
	for _, p := range whole {
		awarded += p.Awarded
	}
	if awarded != a.Base.Points {
		t.Errorf("the city indicators come to %v, the base is %v", awarded, a.Base.Points)
	}
}

func TestRollUpOfPartsOfTheCitysMarks(t *testing.T) {
	s := *DefaultScheme()
	s.Parents = append([]Parent{{No: 99, Name: Text{ZH: "无", EN: "none"}}}, s.Parents[1:]...) // 99 is refined by nothing, 1 is gone
	s.Parents[7].Full = 1000
	sh := sheetOf(&s, "department")
	sh.find(&s, "B3.1", 1)
	r := Score(&s, Input{Kind: "department", Sheet: sh})
	list, err := RollUp(&s, &r)
	if err != nil {
		t.Fatal(err)
	}
	p := parentOf(t, list, 8)
	if p.Worth != 1000 || p.Score.Points != 833 || p.Score.Ratio() != "25/3" {
		t.Errorf("5 of 6 of 10: %+v", p)
	}
	if _, ok := lineOf(p.Lines, "line.rounded.last", ""); !ok {
		t.Errorf("the rounding is not told: %+v", p.Lines)
	}
	if p = parentOf(t, list, 99); p.State != ParentUncovered || p.Score.Known {
		t.Errorf("99: %+v", p)
	}
	last := list[len(list)-1]
	if last.Parent != nil || len(last.Indicators) == 0 || !last.Score.Known {
		t.Errorf("indicators of no city indicator: %+v", last)
	}
}

func TestRollUpRefusesOtherSchemes(t *testing.T) {
	s := DefaultScheme()
	r := Score(s, Input{Kind: "department", Sheet: sheetOf(s, "department")})
	other := r
	other.Scheme = "0123456789abcdef"
	var mixed *MixedSchemes
	if _, err := RollUp(s, &r, &other); !errors.As(err, &mixed) || len(mixed.Schemes) != 2 {
		t.Errorf("%v", err)
	}
}
