package checklist

import (
	"strings"
	"testing"
)

// worldNames lets conditions of tests name numbers a to f and one of everything else, and remembers the problems.
type worldNames struct{ problems []Problem }

func (w *worldNames) problem(at int, code string, args ...any) {
	w.problems = append(w.problems, Problem{Code: code, Args: args, Col: at})
}

func (w *worldNames) number(at int, id string) (refKind, bool) {
	if len(id) != 1 || id > "f" || id < "a" {
		w.problem(at, "scheme.ref", id)
		return 0, false
	}
	return refNumber, true
}

func (w *worldNames) unknown(at int, fn string) { w.problem(at, "scheme.cond.function", fn) }

func (w *worldNames) named(int, string, int, string) bool { return true }

// world gives the numbers of a test by name, conditions by function and name.
type world struct {
	numbers map[string]span
	truths  map[string]Truth
}

func (w world) span(ref *condRef) span {
	if x, ok := w.numbers[ref.id]; ok {
		return x
	}
	return anything
}

func (w world) holds(ref *condRef) Truth { return w.truths[ref.id] }

func compiled(t testing.TB, src string) *Cond {
	t.Helper()
	var names worldNames
	c := compileCond(src, &names)
	if c == nil {
		t.Fatalf("%q: %v", src, names.problems)
	}
	return c
}

func TestConditionsAreExactAndThreeValued(t *testing.T) {
	w := world{numbers: map[string]span{"a": exactly(300), "b": exactly(-25), "c": spanOf(Number{N: 2, AtLeast: true}), "d": anything,
		"e": upTo(0, 500), "f": spanOf(known(1e15)), "N": nothing}, truths: map[string]Truth{"E": No, "F": Unsure, "G": Yes}}
	for _, c := range []struct {
		src  string
		want Truth
	}{
		{"a > 0", Yes}, {"a < 3", No}, {"a <= 3.00", Yes}, {"a != 3", No}, {"a == 3", Yes}, {"b == -0.25", Yes}, {"-b == 0.25", Yes},
		{"0.1 + 0.2 == 0.3", Yes}, {"0.1 * 0.1 == 0.01", Yes}, {"0.07 * 0.03 < 0.01", Yes}, {"0.07 * 0.03 * 100 == 0.21", Yes}, {"1.1 - 1 == 0.1", Yes},
		{"9999999.99 * 9999999.99 * 9999999.99 - 9999999.99 * 9999999.99 * 9999999.99 == 0", Yes},
		{"f * f - f * f == 0", Yes}, {"f * f * f > f * f", Yes}, {"f + 0.01 > f", Yes}, {"f * 0.01 * 100 == f", Yes},
		{"2 + 3 * 4 == 14", Yes}, {"(2 + 3) * 4 == 20", Yes}, {"10 - 3 - 2 == 5", Yes}, {"0 < a < 5", Yes}, {"0 < a < 3", No},
		{"c > 1", Yes}, {"c >= 2", Yes}, {"c > 2", Unsure}, {"c < 2", No}, {"c == 1", No}, {"c != 1", Yes}, {"c == 2", Unsure},
		{"c + a > 4", Yes}, {"a - c > 1", No}, {"a - c > 0", Unsure}, {"c * 2 >= 4", Yes}, {"c * b < 0", Yes}, {"d * 0 == 0", Yes},
		{"d > 0", Unsure}, {"d == d", Unsure}, {"d - d == 0", Unsure}, {"e <= 5", Yes}, {"e * e <= 25", Yes}, {"e > 5", No}, {"e * b > 0", No},
		{"d > 0 && a < 0", No}, {"a < 0 && d > 0", No}, {"d > 0 || a > 0", Yes}, {"a > 0 || d > 0", Yes}, {"d > 0 && a > 0", Unsure}, {"d > 0 || a < 0", Unsure},
		{"!(d > 0)", Unsure}, {"!(a > 0)", No}, {"not (a < 0)", Yes}, {"a > 0 and a < 9", Yes}, {"a < 0 or a > 9", No}, {"!!(a > 0)", Yes},
		{`complete("E")`, No}, {`!complete("E")`, Yes}, {`complete("F")`, Unsure}, {`kind('G') && a > 0`, Yes}, {`complete("E") && score("X") < 40`, No},
		{`mark("N") < 2`, No}, {`mark("N") >= 2`, No}, {`mark("N") != 2`, No}, {`-mark("N") + a * 2 <= d`, No}, {`d > mark("N") * 0`, No},
		{`mark("N") < 2 || a > 0`, Yes}, {`!(mark("N") < 2)`, Yes},
		{`hits("X") > 0`, Unsure}, {`mark("X") + 1 > 0 || complete("G")`, Yes},
	} {
		if got, _ := compiled(t, c.src).eval(w); got != c.want {
			t.Errorf("%s: %v, want %v", c.src, got, c.want)
		}
	}
}

// What an answer rests on: the numbers of the sides that settle it.
func TestConditionsSayWhatTheyRestOn(t *testing.T) {
	w := world{numbers: map[string]span{"a": exactly(100), "b": exactly(200), "c": exactly(0), "d": anything}}
	for src, want := range map[string]string{
		"a > 0": "a", "a > 0 && b > 0": "a b", "a > 0 || c > 0": "a", "c > 0 || b > 0": "b", "a > 0 || b > 0": "a b", "d > 0 || b > 0": "b",
		"a + c > 0": "a c", "a > 0 && (c > 0 || b > c)": "a c b", "!(c > 0 && a > 0)": "c", "a > 0 && a < 5": "a", "a > 0 && c > 0": "c",
	} {
		c := compiled(t, src)
		_, why := c.eval(w)
		var got []string
		for _, ref := range c.refs {
			if ref.bit&why != 0 {
				got = append(got, ref.id)
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s rests on %q, want %q", src, s, want)
		}
	}
}

const aWarning = `when: 'over_staff > 0'`

func TestConditionProblemsHaveTheirPlaces(t *testing.T) {
	long := strings.Repeat("over_staff > 0 || ", 60) + "over_staff > 0"
	many := "over_staff > 0" + strings.Repeat(" || 1 > 0", 40)
	for _, c := range []struct{ code, new, marker string }{
		{"scheme.ref", `when: 'over_stuff > 0'`, `over_stuff`},
		{"scheme.ref", `when: '0 < over_staff && 1 + leaders > 0'`, `leaders > 0`},
		{"scheme.cond.char", `when: over_leaders + 超编 > 0`, `超编`},
		{"scheme.ref", `when: hits("E8.9") > 0`, `E8.9`},
		{"scheme.ref", `when: "hits('E8.9') > 0"`, `E8.9`},
		{"scheme.ref", `when: "hits(\"E8.9\") > 0"`, `"hits(`},
		{"scheme.ref", `when: 'complete("F")'`, `F`},
		{"scheme.ref", `when: 'score("A1") > 0'`, `A1`},
		{"scheme.ref", `when: 'mark("E") > 0'`, `E")`},
		{"scheme.ref", `when: 'kind("ministry")'`, `ministry`},
		{"scheme.cond.char", `when: 'over_staff ＞ 0'`, `＞`},
		{"scheme.cond.char", `when: 'over_staff > 0; 1'`, `;`},
		{"scheme.cond.char", `when: 'over_staff / 2 > 0'`, `/ 2`},
		{"scheme.cond.char", `when: 'over_staff > 0 ? 1 > 0 : 2 > 1'`, `?`},
		{"scheme.cond.char", `when: '[over_staff][0] > 0'`, `[over`},
		{"scheme.cond.char", `when: '{"a": 1}'`, `{"a"`},
		{"scheme.cond.char", `when: '$env > 0'`, `$env`},
		{"scheme.cond.char", `when: 'over_staff > 0 // x'`, `// x`},
		{"scheme.cond.char", `when: 'over_staff % 2 > 0'`, `%`},
		{"scheme.cond.char", `when: 'over_staff ^ 2 > 0'`, `^`},
		{"scheme.cond.char", `when: 'hits("E8\.1") > 0'`, `\.1`},
		{"scheme.cond.forbidden", `when: 'over_staff ** 2 > 0'`, `**`},
		{"scheme.cond.forbidden", `when: 'over_staff in over_staff'`, `in over`},
		{"scheme.cond.forbidden", `when: 'over_staff > 0 && true'`, `true`},
		{"scheme.cond.forbidden", `when: 'over_staff == nil'`, `nil`},
		{"scheme.cond.forbidden", `when: 'over_staff.x > 0'`, `x > 0`},
		{"scheme.cond.forbidden", `when: '"red" == "red"'`, `"red" ==`},
		{"scheme.cond.forbidden", `when: '+over_staff > 0'`, `+over`},
		{"scheme.cond.forbidden", `when: '1..over_staff == 2'`, `..`},
		{"scheme.cond.forbidden", `when: '"a" contains "b"'`, `contains`},
		{"scheme.cond.function", `when: 'hit("E8.1") > 0'`, `hit(`},
		{"scheme.cond.function", `when: 'over_staff > 0 && len("E8.1") > 0'`, `len(`},
		{"scheme.cond.function", `when: 'lt(over_staff, 0)'`, `lt(`},
		{"scheme.cond.argument", `when: 'hits(over_staff) > 0'`, `over_staff)`},
		{"scheme.cond.argument", `when: 'hits() > 0'`, `hits(`},
		{"scheme.cond.argument", `when: 'hits("E8.1", "E8.2") > 0'`, `hits(`},
		{"scheme.cond.truth", `when: 'over_staff'`, `over_staff'`},
		{"scheme.cond.truth", `when: 'over_staff > 0 && over_leaders'`, `over_leaders'`},
		{"scheme.cond.number", `when: '!over_staff > 0'`, `!`},
		{"scheme.cond.truth", `when: '!over_staff'`, `over_staff'`},
		{"scheme.cond.truth", `when: 'over_staff + 1'`, `+ 1`},
		{"scheme.cond.truth", `when: 'score("E")'`, `score(`},
		{"scheme.cond.number", `when: '(over_staff > 0) + 1 > 0'`, `> 0) + 1`},
		{"scheme.cond.number", `when: 'complete("E") > 0'`, `complete(`},
		{"scheme.cond.number", `when: 'kind("department") == kind("department")'`, `kind(`},
		{"scheme.cond.literal", `when: 'over_staff > 0.125'`, `0.125`},
		{"scheme.cond.literal", `when: 'over_staff > 0x10'`, `0x10`},
		{"scheme.cond.literal", `when: 'over_staff > 1e3'`, `1e3`},
		{"scheme.cond.literal", `when: 'over_staff > 10_000'`, `10_000`},
		{"scheme.cond.literal", `when: 'over_staff > 10000000'`, `10000000`},
		{"scheme.cond.open", `when: 'open("red") > 0'`, `open(`},
		{"scheme.cond.syntax", `when: 'over_staff > > 0'`, `> 0'`},
		{"scheme.cond.syntax", `when: 'over_staff = 0'`, `= 0`},
		{"scheme.cond.syntax", `when: 'over_staff 0'`, `0'`},
		{"scheme.cond.syntax", `when: 'over_staff > 3x'`, `x'`},
		{"scheme.cond.syntax", `when: 'over_staff > 0)'`, `)`},
		{"scheme.cond.syntax", `when: 'hits("token EOF maximum allowed nodes") = 1'`, `= 1`},
		{"scheme.cond.end", `when: 'over_staff >'`, `'`},
		{"scheme.cond.end", `when: '(over_staff > 0'`, `'`},
		{"scheme.cond.end", `when: 'hits("E8.1) > 0'`, `'`},
		{"scheme.cond.long", `when: '` + long + `'`, `over_staff`},
		{"scheme.cond.long", `when: '` + many + `'`, `over_staff`},
		{"scheme.type", `when: 5`, `5`},
		{"scheme.key.missing", `when: ""`, `""`},
		{"scheme.type", `when: [1]`, `[1]`},
	} {
		src := edited(t, aWarning, c.new)
		found := false
		ps := problemsOf(t, src)
		for _, p := range ps {
			found = found || p.Code == c.code && (c.marker == "" || placeIs(src, p, c.marker))
		}
		if !found {
			t.Errorf("%s: want %s at %q, have %+v", c.new, c.code, c.marker, ps)
		}
	}
}

func TestConditionsMayUseWhatTheyAreFor(t *testing.T) {
	skip := func(when string) string { return edited(t, "city_no: 17", "city_no: 17\n        skip_when: "+when) }
	limit := `when: 'open("red") > 0'`
	for _, c := range []struct{ code, src, marker string }{
		{"scheme.cond.skip", skip(`'hits("E8.1") > 0'`), `hits(`},
		{"scheme.cond.skip", skip(`'score("E") > 0'`), `score(`},
		{"scheme.cond.skip", skip(`'free_admin > 0'`), `free_admin`},
		{"scheme.cond.skip", skip(`'slips_overdue > 0'`), `slips_overdue`},
		{"scheme.ref", edited(t, limit, `when: 'open("pink") > 0'`), `pink`},
	} {
		ps := problemsOf(t, c.src)
		if len(ps) != 1 || ps[0].Code != c.code || !placeIs(c.src, ps[0], c.marker) {
			t.Errorf("want %s at %q, have %+v", c.code, c.marker, ps)
		}
	}
	for _, src := range []string{skip(`auth_admin == 0 && !kind("subdistrict") && over_staff == 0`), edited(t, limit, `when: 'hits("E8.1") + open("red") + mark("A1") > 3 || self_score_gap > 1'`)} {
		if _, err := LoadScheme([]byte(src)); err != nil {
			t.Error(err)
		}
	}
}

func TestUnknownNamesAreGuessed(t *testing.T) {
	for when, want := range map[string]string{
		`when: 'over_stuff > 0'`: "over_staff", `when: 'hit("E8.1") > 0'`: "hits", `when: 'kind("departmant")'`: "department",
	} {
		if p := problemsOf(t, edited(t, aWarning, when))[0]; p.Near != want {
			t.Errorf("%s: near %q, want %q", when, p.Near, want)
		}
	}
}

func TestSkippedFollowsTheNumbersAndTheKind(t *testing.T) {
	s := variant(t, "city_no: 17", "city_no: 17\n        skip_when: 'auth_admin + auth_support == 0 || kind(\"subdistrict\") && over_staff == 0'")
	var ind *Indicator
	for _, x := range s.Indicators("department") {
		if x.SkipWhen != nil {
			ind = x
		}
	}
	for _, c := range []struct {
		kind    string
		figures map[string]int64
		want    Truth
	}{
		{"department", map[string]int64{"auth_admin": 0, "auth_support": 0}, Yes},
		{"department", map[string]int64{"auth_admin": 1}, No},
		{"department", map[string]int64{"auth_admin": 0}, Unsure},
		{"department", nil, Unsure},
		{"subdistrict", map[string]int64{"auth_admin": 1}, Unsure},
		{"subdistrict", allFigures(), Yes},
	} {
		if got := s.Skipped(ind, s.evaluate(c.figures, nil), c.kind); got != c.want {
			t.Errorf("%s %v: %v, want %v", c.kind, c.figures, got, c.want)
		}
	}
	if other, _, _ := s.Indicator("A1"); s.Skipped(other, nil, "department") != No {
		t.Error("an indicator without a condition is skipped")
	}
}
