package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
)

const wholeVisit = `
# the office
{"record":"unit","set":{"code":"MZJ","name":"区民政局","kind":"department"}}
{"record":"person","set":{"name":"李敏","number":"1003","role":"member"}}
{"unit":"MZJ"}
{"record":"ledger","set":{"figure":"auth_admin","n":"32","as_of":"2026-01-01"}}
{"record":"past","set":{"year":"2025","rule":"E4.1","count":1,"facts":"入编单1例","state":"rectified"}}
{"record":"assignment","set":{"person":"1003","role":"member","day":"2026-03-09"}}
{"record":"slip","set":{"slip_no":"民政-2025-07","rule":"E4.1","state":"rectified","count":2},"as":"s1"}
{"record":"look","set":{"received_on":"2026-03-02","sealed":true,"covers_all_indicators":null}}
{"record":"self_score","set":{"indicator":"E1","points":8}}
{"record":"self_score","set":{"indicator":"E2","points":"7.5"}}
{"record":"listen","set":{"place":"三楼","started_at":"2026-03-09 09:00","presenter_is_main_leader":true,"attendance":6,"key_points":"超编系军转安置"}}
{"record":"promise","set":{"text":"四月底前清退","due":"2026-04-30"}}
{"record":"entry","set":{"step":"listen","text":"借用街道2人"}}
{"record":"material","set":{"material":"payroll","status":"seen","document_no":"第4页","sample_population":41}}
{"record":"material","set":{"name":"会议室台账","status":"missing"}}
{"record":"figure","set":{"figure":"act_admin","column":"verified","n":35}}
{"record":"question","set":{"text":"借用人员由谁管理","from_step":"look","indicator":"E9"},"as":"q1"}
{"record":"interview","set":{"code":"F01","form":"individual","interviewee_role_band":"staff","questions":["@q1"]},"as":"i1"}
{"record":"interview","set":{"code":"F01","answers_question":"yes"}}
{"record":"identity","set":{"code":"F01","name":"陈某"}}
{"record":"entry","set":{"step":"interview","host":"F01","text":"借用人员无协议"}}
{"record":"finding","set":{"rule":"E1.1","count":3,"facts":"实有35人","evidence":[{"kind":"paper","material":"payroll","place":"第4页"}]},"as":"f1"}
{"record":"finding","set":{"rule":"E4.1","count":2,"facts":"无入编单","evidence":[{"kind":"interview","talk":"@i1"}]},"as":"f2"}
{"record":"finding","id":"@f2","set":{"count":1}}
{"record":"link","set":{"a":"@f1","b":"@f2"}}
{"record":"attachment","set":{"file":"工资.png","caption":"工资表","host":"@f1"}}
{"withdraw":"@f2","reason":"已补办"}
{"record":"standing","set":{"indicator":"C4","state":"na","reason":"无此项职能"}}
{"record":"claim","set":{"bonus":"P1","count":3,"facts":"取消审批3项","evidence":[{"kind":"paper","place":"目录"}]}}
{"nil_rest":"A"}
{"record":"sheet","set":{"state":"closed"}}
`

func recordFile(t *testing.T, b *Book, text string, o RecordOptions) RecordReport {
	t.Helper()
	r, err := b.RecordLines(ctx, strings.NewReader(text), o)
	if err != nil {
		t.Fatalf("%v: %+v", err, r.Problems)
	}
	return r
}

func TestRecordLinesWritesAVisit(t *testing.T) {
	b := newLaptop(t, "m1").create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	dir := t.TempDir()
	must(t, os.WriteFile(filepath.Join(dir, "工资.png"), []byte("\x89PNG\r\n\x1a\nrest"), 0o600))
	r := recordFile(t, b, wholeVisit, RecordOptions{Dir: dir})
	if len(r.Visits) != 1 || r.Lines != 30 {
		t.Fatalf("report %+v", r)
	}
	d := visit(t, b, r.Visits[0])
	own := d.Own()
	switch {
	case d.Look.ReceivedOn != "2026-03-02" || d.Look.Sealed == nil || d.Look.Covers != nil:
		t.Errorf("look %+v", d.Look)
	case d.SelfScores["E1"] != 800 || d.SelfScores["E2"] != 750:
		t.Errorf("self-scores %v", d.SelfScores)
	case len(d.Interviews) != 1 || d.Interviews[0].Answers != "yes" || len(d.Interviews[0].Questions) != 1 || d.Interviews[0].Questions[0] != d.Questions[0].ID:
		t.Errorf("interviews %+v", d.Interviews)
	case len(d.Entries) != 2 || d.Entries[1].Host != d.Interviews[0].ID || d.Entries[0].Author != b.Me().ID || d.Entries[0].Text != "借用街道2人":
		t.Errorf("entries %+v", d.Entries)
	case len(d.Materials) != 2 || d.Materials[0].Status != "seen" || *d.Materials[0].Population != 41 || d.Materials[1].Name != "会议室台账":
		t.Errorf("materials %+v", d.Materials)
	case len(d.Attached) != 1 || d.Attached[0].Host != r.Labels["f1"] || d.Attached[0].Name != "工资.png" || d.Attached[0].Mime != "image/png":
		t.Errorf("attached %+v", d.Attached)
	case len(own.Findings) != 2 || own.Findings[1].Count != 1 || own.Findings[1].Facts != "无入编单" || own.Findings[1].Why != "已补办":
		t.Errorf("findings %+v", own.Findings)
	case own.Standings["E1"].State != checklist.Found || own.Standings["E4"].State != checklist.Blank || own.Standings["A3"].State != checklist.Nil:
		t.Errorf("standings %+v", own.Standings)
	case own.Claims["P1"].Count != 3 || len(own.Links) != 1 || own.State != "closed":
		t.Errorf("sheet %+v", own)
	case d.Figures["act_admin"][checklist.Verified] != 35 || d.Figures["auth_admin"][checklist.Office] != 32:
		t.Errorf("figures %v", d.Figures)
	case len(d.Slips) != 1 || d.Slips[0].ID != r.Labels["s1"] || len(d.Past) != 1 || len(d.Team) != 1 || len(d.Promises) != 1:
		t.Errorf("slips %v past %v team %v", d.Slips, d.Past, d.Team)
	case len(d.Identities) != 0:
		t.Error("an evaluator may not see who was spoken to")
	}
	if _, err := d.JSON(); err != nil {
		t.Error(err)
	}
}

func TestRecordLinesAllOrNothing(t *testing.T) {
	const text = `{"record":"unit","set":{"code":"A1","name":"甲"}}
{"record":"unit","set":{"code":"A2","nome":"乙"}}
{"unit":"A1"}
{"record":"finding","set":{"rule":"Z9"},"as":"f1"}
{"withdraw":"@f1","reason":"r"}
{"record":"look","set":{"received_on":"2026-02-30"}}
`
	b := newLaptop(t, "m1").create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	r, err := b.RecordLines(ctx, strings.NewReader(text), RecordOptions{})
	wantFault(t, err, "record.problems")
	want := []LineProblem{{Line: 2, Code: "record.key"}, {Line: 4, Code: "finding.rule"}, {Line: 6, Code: "field.bad"}}
	if len(r.Problems) != len(want) {
		t.Fatalf("problems %+v", r.Problems)
	}
	for i, p := range r.Problems {
		if p.Line != want[i].Line || p.Code != want[i].Code {
			t.Errorf("problem %+v, want %+v", p, want[i])
		}
	}
	if rows, _ := b.Units(ctx); len(rows) != 0 {
		t.Errorf("units %+v although nothing should have been written", rows)
	}
	r, err = b.RecordLines(ctx, strings.NewReader(text), RecordOptions{KeepGood: true})
	must(t, err)
	if rows, _ := b.Units(ctx); len(rows) != 1 || len(r.Problems) != 3 {
		t.Errorf("units %+v problems %+v", rows, r.Problems)
	}
	_, err = b.Check(ctx) // what failing lines wrote is gone from the chain too
	must(t, err)
}

func TestRecordLinesIsStrict(t *testing.T) {
	b := newLaptop(t, "m1").create(Setup{})
	must(t, b.SetMe(ctx, liMin))
	recordFile(t, b, `{"record":"unit","set":{"code":"A1","name":"甲","kind":"department"}}`, RecordOptions{})
	for line, code := range map[string]string{
		`{`:                         "record.json",
		`[]`:                        "record.json",
		`{"record":"unit"} {}`:      "record.json",
		`{"a":1,"a":2}`:             "record.json",
		`{"recrod":"unit"}`:         "record.key",
		`{"unit":"B7"}`:             "record.unit",
		`{"unit":"A1","visit":"x"}`: "record.visit",
		`{"at":"2026-03-09 09:00"}`: "record.at.demo",
		`{"by":"1099"}`:             "record.person",
		`{"by":{"name":"钱六","number":"1099"}}`:                                                       "record.by",
		`{"record":"look","set":{}}`:                                                                 "record.nounit",
		`{"record":"scheme","set":{}}`:                                                               "record.kind",
		`{"record":"planet","set":{}}`:                                                               "record.kind",
		`{"record":"unit","nil_rest":"A"}`:                                                           "record.verbs",
		`{"record":"unit","set":{"code":"A2","kind":"ministry"}}`:                                    "units.kind",
		`{"unit":"A1","record":"look","set":{"sealed":"yes"}}`:                                       "field.bad",
		`{"unit":"A1","record":"look","set":{"sealed":[true]}}`:                                      "record.value",
		`{"unit":"A1","record":"look","set":{"signer_name":7}}`:                                      "record.value",
		`{"unit":"A1","record":"look","as":"a b","set":{}}`:                                          "record.type",
		`{"unit":"A1","record":"figure","set":{"figure":"act_admin","column":"verified","n":1.5}}`:   "record.value",
		`{"unit":"A1","record":"figure","set":{"figure":"act_admin","column":"guessed","n":1}}`:      "record.value",
		`{"unit":"A1","record":"figure","set":{"figure":"moon","column":"verified","n":1}}`:          "record.figure",
		`{"unit":"A1","record":"figure","set":{"figure":"act_admin","column":"verified"}}`:           "record.need",
		`{"unit":"A1","record":"self_score","set":{"indicator":"E1","points":7.125}}`:                "record.value",
		`{"unit":"A1","record":"self_score","set":{"indicator":"E1","points":1e3}}`:                  "record.value",
		`{"unit":"A1","record":"material","set":{"material":"moonstone"}}`:                           "record.material",
		`{"unit":"A1","record":"finding","set":{"rule":"E1.1","count":1,"person":"x"}}`:              "record.value",
		`{"unit":"A1","record":"finding","set":{"rule":"E1.1","evidence":[{"kind":"paper","x":1}]}}`: "record.value",
		`{"unit":"A1","record":"standing","set":{"indicator":"E1","state":"fine"}}`:                  "field.bad",
		`{"unit":"A1","record":"standing","set":{"indicator":"E1","state":"na"}}`:                    "reason.missing",
		`{"unit":"A1","record":"standing","set":{"indicator":"Q1","state":"nil"}}`:                   "standing.indicator",
		`{"unit":"A1","record":"attachment","set":{"file":"../x.png"}}`:                              "record.file",
		`{"unit":"A1","record":"link","set":{"a":"@x","b":"@y"}}`:                                    "record.label",
		`{"unit":"A1","approve":"E1"}`:                                                               "record.of",
		`{"unit":"A1","approve":"E1","of":"1003"}`:                                                   "leader.only",
		`{"unit":"A1","record":"signature"}`:                                                         "leader.only",
		`{"unit":"A1","nil_rest":"Q"}`:                                                               "category.unknown",
		`{"withdraw":"f1"}`:                                                                          "record.unknown",
		`{"unit":"A1","record":"look","base":{"signer_name":["x"]},"set":{"signer_name":"a"}}`:       "record.value",
	} {
		r, err := b.RecordLines(ctx, strings.NewReader(line), RecordOptions{Dir: t.TempDir()})
		if !IsFault(err, "record.problems") || len(r.Problems) != 1 || r.Problems[0].Code != code {
			t.Errorf("%s: %v %+v, want %s", line, err, r.Problems, code)
		}
	}
}

func TestASampleSpeaksForOthersAndOtherDays(t *testing.T) {
	b := newLaptop(t, "m1").create(Setup{Demo: true})
	must(t, b.SetMe(ctx, wangLead))
	r := recordFile(t, b, `{"record":"unit","set":{"code":"A1","name":"甲","kind":"department"}}
{"by":{"name":"赵强","number":"1004","role":"member"},"at":"2026-02-03 10:15","unit":"A1"}
{"record":"entry","set":{"step":"listen","text":"记一条"}}
{"record":"finding","set":{"rule":"E1.1","count":1,"facts":"甲某"}}
{"record":"standing","set":{"indicator":"A1","state":"na","reason":"无"}}
{"by":"1001","approve":"A1","of":"1004"}
`, RecordOptions{})
	d := visit(t, b, r.Visits[0])
	if len(d.Entries) != 1 || d.Entries[0].At != "2026-02-03 10:15" {
		t.Fatalf("entries %+v", d.Entries)
	}
	reg := d.Register(d.Entries[0].ID, KindEntry, "text")
	if reg.By.Name != "赵强" || !reg.At.Equal(time.Date(2026, 2, 3, 10, 15, 0, 0, time.Local)) || reg.Foreign {
		t.Errorf("register %+v", reg)
	}
	if d.Hidden != 1 || len(d.Sheets) != 0 {
		t.Errorf("the leader sees an open sheet: hidden %d sheets %d", d.Hidden, len(d.Sheets))
	}
}

func FuzzRecordLines(f *testing.F) {
	f.Add(wholeVisit)
	f.Add(`{"record":"finding","set":{"evidence":[{"talk":"@x"}]},"base":{"body":[]}}`)
	f.Add("{\"unit\":\"MZJ\"}\n{\"record\":\"entry\",\"set\":{\"text\":\"\u202e\x00\"}}")
	f.Fuzz(func(t *testing.T, text string) {
		for _, line := range strings.Split(text, "\n") {
			l, err := parseLine([]byte(line))
			if err == nil && l.verb == "" && l.set != nil {
				t.Errorf("%q: a line without a verb has a set", line)
			}
			var fin checklist.Finding
			rec := &recorder{broken: map[string]bool{}}
			rec.report.Labels = map[string]checklist.ID{}
			if err == nil && l.set != nil && rec.fillBody(l, &fin) == nil {
				text := textOfBody(fin)
				v, err := FieldOf(KindFinding, "body").parse(text)
				if err != nil {
					t.Fatalf("%s: %v", text, err)
				}
				if back, ok := FieldOf(KindFinding, "body").text(v); !ok || back == "" {
					t.Fatalf("%s came back as %q", text, back)
				}
			}
		}
	})
}
