package checklist

import (
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// marker writes a mark of its own into every text of a value, however deep, and remembers where each stands.
type marker struct {
	at map[string]string // mark -> path
	t  *rapid.T
}

func (m *marker) fill(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.String:
		if v.CanSet() {
			mark := fmt.Sprintf("§%d§", len(m.at))
			m.at[mark] = path
			v.SetString(mark)
		}
	case reflect.Int64:
		v.SetInt(int64(777000 + len(m.at)))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(m.t, path))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		m.fill(v.Elem(), path)
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				m.fill(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		}
	case reflect.Slice:
		n := rapid.IntRange(1, 3).Draw(m.t, path)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			m.fill(v.Index(i), path)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		value := reflect.New(v.Type().Elem()).Elem()
		m.fill(value, path)
		key := reflect.New(v.Type().Key()).Elem()
		key.SetString("E1")
		v.SetMapIndex(key, value)
	}
}

// unitMayRead are the texts of a visit and of a sheet that the unit's copy holds; whatever else there is, or will be, is
// not among them.
var unitMayRead = []string{".Kind", ".Day", ".Unit.Code", ".Unit.Name", ".Unit.Short", ".Unit.Kind", ".Round.District", ".Round.Year", ".Listen.StartedAt",
	".Team.Name", ".Sheets.Person.Name", ".Materials.Material", ".Materials.Name", ".Materials.Status", ".Materials.Note", ".Attached.Caption",
	"sheet.Scheme", "sheet.Findings.Rule", "sheet.Findings.Facts", "sheet.Findings.Criterion", "sheet.Findings.Status",
	"sheet.Findings.Evidence.Kind", "sheet.Findings.Evidence.Material", "sheet.Findings.Evidence.Place", "sheet.Findings.Evidence.Quote"}

var oneMark = regexp.MustCompile(`§\d+§`)

// Whatever a visit holds, the unit's copy holds what is allowed and nothing else; the public's copy names no unit at all.
func TestRedactedCopiesHoldNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &marker{map[string]string{}, t}
		var v Visit
		var sheet Sheet
		m.fill(reflect.ValueOf(&v).Elem(), "")
		m.fill(reflect.ValueOf(&sheet).Elem(), "sheet")
		talk := map[string]bool{}
		for i := range sheet.Findings {
			f := &sheet.Findings[i]
			f.Status = rapid.SampledFrom([]string{"", "confirmed", "withdrawn"}).Draw(t, "status")
			for k := range f.Evidence {
				e := &f.Evidence[k]
				if e.Kind = rapid.SampledFrom([]string{"paper", "observed", "interview"}).Draw(t, "kind"); e.Kind == "interview" {
					talk[e.Quote], talk[e.Place] = true, true
				}
			}
			if f.TalkOnly() || !f.Active() {
				talk[f.Facts], talk[f.Criterion] = true, true
			}
		}
		found := map[string]bool{}
		out, own := Redact(ForUnit, &v, &sheet)
		for _, mark := range oneMark.FindAllString(fmt.Sprintf("%+v %+v", out, own), -1) {
			found[m.at[mark]] = true
			if talk[mark] || !slices.Contains(unitMayRead, m.at[mark]) {
				t.Errorf("the unit's copy holds %s", m.at[mark])
			}
		}
		for _, must := range []string{".Unit.Name", ".Materials.Note", ".Team.Name"} {
			if !found[must] {
				t.Errorf("the unit's copy lacks %s; it has %v", must, slices.Sorted(maps.Keys(found)))
			}
		}
		if len(out.SelfScores)+len(out.Sheets)+len(out.Interviews)+len(out.Identities)+len(out.Figures) > 0 || out.Listen.KeyPoints != "" {
			t.Errorf("numbers, sheets or talks are in the unit's copy: %+v", out)
		}
		public, none := Redact(ForPublic, &v, &sheet)
		for _, mark := range oneMark.FindAllString(fmt.Sprintf("%+v %+v", public, none), -1) {
			if p := m.at[mark]; !strings.HasPrefix(p, ".Round.") && p != ".Kind" && p != "sheet.Scheme" {
				t.Errorf("the public's copy holds %s", p)
			}
		}
	})
}

// Nobody outside is shown points, talks, warnings or other units; nobody at all the names behind the codes.
func TestWhoMaySeeWhat(t *testing.T) {
	for _, a := range []Audience{ForPublic, ForUnit} {
		for _, p := range []Content{PartPoints, PartTalks, PartJudges, PartWarnings, PartUnits, PartNames} {
			if a.May(p) {
				t.Errorf("%s may see %s", a, p)
			}
		}
	}
	for _, a := range []Audience{ForPublic, ForUnit, ForTeam, ForOffice, "anybody"} {
		if a.May(PartNames) {
			t.Errorf("%s may see names", a)
		}
	}
	if !ForOffice.May(PartWarnings) || !ForUnit.May(PartFacts) || ForTeam.May(PartUnits) {
		t.Error("the rule is not what it was")
	}
}
