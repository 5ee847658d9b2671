package checklist

import (
	"bytes"
	"reflect"
	"regexp"
	"testing"
	"unicode"

	"zoufang/checklist/schemes"
)

// shipped loads a scheme that comes with the program.
func shipped(t testing.TB, name string) *Scheme {
	t.Helper()
	src, ok := schemes.Named(name)
	if !ok {
		t.Fatalf("no scheme is called %s", name)
	}
	s, err := LoadScheme(src)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return s
}

// award records a mark given directly, and the verdict that goes with it.
func (sh *Sheet) award(t testing.TB, s *Scheme, rule, mark string) {
	t.Helper()
	sh.find(s, rule, 0)
	sh.Findings[len(sh.Findings)-1].Mark = pts(t, mark)
}

// The shipped schemes, each with what its head says of it and the hash of its meaning. A hash that differs means that
// the scheme means something else: a scheme used in a round must never do that. Give a changed one a new version in the
// file, and only then put its new hash here.
func TestShippedSchemes(t *testing.T) {
	want := []struct {
		name                               string
		totalBy                            TotalBy
		indicators, rules, keys, unpointed int
		marks                              string
		hash                               string
	}{
		{"default", ByWeights, 30, 89, 0, 0, "100.00", "17272fee1cde968df852b6c9658f0ef59cc7f921fb3b975980eac5ddbe5aa876"},
		{"port-health", Rescaled, 36, 54, 9, 3, "137.00", "82ab5d10bf8db806efadef4a8a34a202857afc1880285bbbbf86964bcb7c131b"},
		{"archives", ByWeights, 18, 38, 0, 0, "100.00", "261d732749f54cde024ca8fb264882db2329432dc7af0778057b4424bda0ff54"},
		{"service-window", ByWeights, 14, 16, 0, 0, "100.00", "99b1ddd040b6e896f4955b8cc5359e5e197f415d36bdbc884dfeb736f2b26871"},
		{"practice", ByWeights, 3, 6, 0, 0, "100.00", "785dac31d8841467acb1b412f44d18dd0c58933abc973cafe45e5fdab2d3a2a7"},
	}
	all := schemes.All()
	if len(all) != len(want) || all[0].Name != "default" || !bytes.Equal(all[0].Source, schemes.Default) {
		t.Fatalf("%d schemes, the first %s", len(all), all[0].Name)
	}
	ids := map[string]string{}
	for i, w := range want {
		if all[i].Name != w.name {
			t.Errorf("scheme %d is %s, want %s", i, all[i].Name, w.name)
			continue
		}
		s := shipped(t, w.name)
		if other := ids[s.ID]; other != "" {
			t.Errorf("%s has the id of %s", w.name, other)
		}
		ids[s.ID] = w.name
		inds, rules, keys, unpointed, marks := 0, 0, 0, 0, Points(0)
		for _, c := range s.Categories {
			for _, ind := range c.Indicators {
				inds, rules, marks = inds+1, rules+len(ind.Rules), marks+ind.Full
				if ind.Key {
					keys++
				}
				if ind.Full == 0 {
					unpointed++
				}
			}
		}
		if s.Scoring.TotalBy != w.totalBy || inds != w.indicators || rules != w.rules || keys != w.keys || unpointed != w.unpointed || marks != pts(t, w.marks) {
			t.Errorf("%s: %s, %d indicators, %d rules, %d key, %d without points, %v marks", w.name, s.Scoring.TotalBy, inds, rules, keys, unpointed, marks)
		}
		if s.Decision.Made() {
			t.Errorf("%s is shipped as decided", w.name)
		}
		if s.Hash != w.hash {
			t.Errorf("%s means something else than before: its hash is now %s", w.name, s.Hash)
		}
	}
	if _, ok := schemes.Named("nothing"); ok {
		t.Error("a scheme that is not there was found")
	}
}

var ruleID = regexp.MustCompile(`[A-Z][0-9]+(\.[0-9]+)?`)

// Both languages are complete and neither has words of the other. Ids such as E12.2 belong to both.
func TestShippedSchemesKeepTheirLanguages(t *testing.T) {
	latin := func(r rune) bool { return unicode.Is(unicode.Latin, r) }
	han := func(r rune) bool {
		return unicode.Is(unicode.Han, r) || r >= 0x3000 && r <= 0x303f || r >= 0xff00 && r <= 0xffef
	}
	has := func(text string, is func(rune) bool) bool {
		return bytes.ContainsFunc(ruleID.ReplaceAll([]byte(text), nil), is)
	}
	for _, x := range schemes.All() {
		s, texts := shipped(t, x.Name), 0
		var walk func(v reflect.Value, path string)
		walk = func(v reflect.Value, path string) {
			switch v.Kind() {
			case reflect.Slice:
				for i := range v.Len() {
					walk(v.Index(i), path)
				}
			case reflect.Struct:
				if text, ok := v.Interface().(Text); ok {
					texts++
					if has(text.ZH, latin) || has(text.EN, han) {
						t.Errorf("%s%s: %q / %q", x.Name, path, text.ZH, text.EN)
					}
					// Metrics are named to readers of the file only.
					if (text.ZH == "") != (text.EN == "") && path != ".Metrics.Name" {
						t.Errorf("%s%s: only one language in %q / %q", x.Name, path, text.ZH, text.EN)
					}
					return
				}
				for i := range v.NumField() {
					f := v.Type().Field(i)
					if !f.IsExported() {
						continue
					}
					if zh := f.Name == "FullZH" || f.Name == "AliasZH" || f.Name == "UnitZH"; zh && has(v.Field(i).String(), latin) {
						t.Errorf("%s%s.%s: %q", x.Name, path, f.Name, v.Field(i).String())
					}
					if f.Name == "Note" && has(v.Field(i).String(), han) {
						t.Errorf("%s%s.Note: %q", x.Name, path, v.Field(i).String())
					}
					walk(v.Field(i), path+"."+f.Name)
				}
			}
		}
		walk(reflect.ValueOf(s).Elem(), "")
		if texts < 40 {
			t.Errorf("%s: only %d texts were looked at", x.Name, texts)
		}
	}
}

// The linter finds nothing to say: what is warned of in a scheme that serves as an example would be copied.
func TestShippedSchemesLint(t *testing.T) {
	for _, x := range schemes.All() {
		for _, p := range Lint(x.Source) {
			t.Errorf("%s:%d:%d %s %v", x.Name, p.Line, p.Col, p.Code, p.Args)
		}
	}
}

// Beyond the linter: every paper that must be seen is looked at for something, and what is asked in a talk has a question.
func TestShippedExamplesListNothingInVain(t *testing.T) {
	for _, x := range schemes.All()[1:] {
		s := shipped(t, x.Name)
		used := map[string]bool{}
		for _, c := range s.Categories {
			for _, ind := range c.Indicators {
				asked := false
				for _, m := range ind.Methods {
					asked = asked || m == StepInterview
				}
				if asked != (ind.Question.ZH != "") {
					t.Errorf("%s %s: asked in a talk %v, question %q", x.Name, ind.ID, asked, ind.Question.ZH)
				}
				for _, m := range ind.Materials {
					used[m] = true
				}
			}
		}
		for _, m := range s.Materials {
			if !used[m.ID] {
				t.Errorf("%s: no indicator looks at %s", x.Name, m.ID)
			}
		}
	}
}
