package checklist

import "testing"

// What two people left different stands against a signature once for each record, however many of its values differ,
// and says where it belongs.
func TestContestedRecordsAreMissing(t *testing.T) {
	s := DefaultScheme()
	sh := sheetOf(s, "department")
	v := visitOf(s)
	finding := sh.find(s, "E4.1", 1)
	v.Sheets = []Sheet{sh}
	v.Questions = append(v.Questions, Question{ID: testID(7), Text: "谁管借用人员", Indicator: "E9", Status: "answered"})
	v.Contests = []Contest{{Record: finding, Kind: "finding"}, {Record: finding, Kind: "finding"}, {Record: testID(7), Kind: "question"},
		{Record: testID(8), Kind: "listen"}}
	var got []Todo
	for _, x := range Missing(s, v, &sh) {
		if x.Code == "todo.contested" {
			got = append(got, x)
		}
	}
	if len(got) != 3 || !Blocked(got[:1]) {
		t.Fatalf("the list has %+v", got)
	}
	for i, want := range []struct {
		step      Step
		indicator string
		name      string
	}{{StepListen, "", ""}, {StepInterview, "E9", "谁管借用人员"}, {StepScore, "E4", "E4.1"}} {
		if x := got[i]; x.Step != want.step || x.Indicator != want.indicator || x.Args[1] != any(want.name) || !x.BlocksSigning {
			t.Errorf("contest %d is %+v, want %+v", i, x, want)
		}
	}
}
