package tui

import (
	"strings"
	"testing"

	"zoufang/store"
	"zoufang/words"
)

// Every register has a name for people in both languages, and every choice a word.
func TestRegisterWords(t *testing.T) {
	if len(words.KindWords) < 31 {
		t.Fatalf("only %d kinds have a name", len(words.KindWords))
	}
	for kind := range words.KindWords {
		fields := store.FieldsOf(store.Kind(kind))
		if len(fields) == 0 {
			t.Errorf("%s is no kind of record", kind)
		}
		for _, f := range fields {
			if _, own := words.FieldWords[kind+"."+f.Name]; !own && words.FieldWords[f.Name] == (words.Text{}) {
				t.Errorf("%s.%s has no name", kind, f.Name)
			}
			for _, c := range f.Choices {
				_, ok := words.ValueWords[f.Name+"."+c]
				_, own := words.ValueWords[kind+"."+f.Name+"."+c]
				if _, step := words.StepWords[c]; !ok && !own && !step && c != "" {
					t.Errorf("%s.%s = %s has no word", kind, f.Name, c)
				}
			}
		}
	}
}

func TestValueWords(t *testing.T) {
	e := newDriver(t, words.ZH, 80, 24).app.env
	n := &names{scheme: e.Scheme}
	for _, c := range []struct {
		kind        store.Kind
		field, text string
		want        string
	}{
		{store.KindListen, "place", "三楼", "三楼"},
		{store.KindListen, "place", "", "（空）"},
		{store.KindListen, "opinions_exchanged", "true", "是"},
		{store.KindMaterial, "status", "missing", "缺"},
		{store.KindMaterial, "material", "payroll", "工资报表"},
		{store.KindInterview, "questions", "706572736f6e2e2e4d9e6f7fee35680e", "4d9e6f7f"},
		{store.KindStanding, "body", `{"indicator":"A1","state":"nil","reason":"查过"}`, "结论 未发现问题"},
		{store.KindFinding, "body", `{"rule":"E4.1","count":2,"evidence":[{"kind":"paper","place":"第 4 页"}]}`, "依据 书面材料 第 4 页"},
		{store.KindStanding, "approval", `{"state":"approved","name":"王建国"}`, "批准 批准  姓名 王建国"},
	} {
		if got := n.value(e, c.kind, c.field, c.text); !strings.Contains(got, c.want) {
			t.Errorf("%s.%s of %q is %q, want %q in it", c.kind, c.field, c.text, got, c.want)
		}
	}
}
