package store

import (
	"strings"
	"testing"

	"zoufang/checklist"
)

func TestPhrases(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	s, err := a.SavePhrases(ctx, checklist.Phrase{Text: " 未见批准文件 ", Use: "facts"}, checklist.Phrase{Text: "限期一个月补齐", Use: "demand", Name: "补齐"})
	must(t, err)
	if s.New != 2 {
		t.Errorf("%+v", s)
	}
	_, err = b.SavePhrases(ctx, checklist.Phrase{Text: "未见批准文件", Use: "facts"})
	must(t, err)
	carry(t, a, b)
	carry(t, b, a)
	list, err := b.Phrases(ctx)
	must(t, err)
	if len(list) != 2 || list[1].Text != "未见批准文件" || list[0].Name != "补齐" {
		t.Fatalf("%+v", list)
	}
	if c, err := b.Conflicts(ctx, nil); err != nil || len(c) != 0 {
		t.Errorf("the same phrase kept twice is contested: %+v %v", c, err)
	}
	must(t, a.RenamePhrase(ctx, list[1].ID, "甲"))
	must(t, b.RenamePhrase(ctx, list[1].ID, "乙"))
	carry(t, b, a)
	if c, err := a.Conflicts(ctx, nil); err != nil || len(c) != 1 || c[0].Kind != KindPhrase {
		t.Errorf("two names at once: %+v %v", c, err)
	}
	must(t, a.WithdrawPhrase(ctx, list[0].ID, "不用了"))
	if left, _ := a.Phrases(ctx); len(left) != 1 {
		t.Errorf("%+v", left)
	}
	wantFault(t, a.RenamePhrase(ctx, NewID(id), "甲"), "phrase.unknown")
	_, err = a.SavePhrases(ctx, checklist.Phrase{Text: "好的"}, checklist.Phrase{Text: "  "})
	wantFault(t, err, "phrase.empty")
	_, err = a.SavePhrases(ctx, checklist.Phrase{Text: strings.Repeat("长", maxPhrase)})
	wantFault(t, err, "phrase.long")
	if left, _ := a.Phrases(ctx); len(left) != 1 {
		t.Errorf("half of a refused list was kept: %+v", left)
	}
}

func TestOffersComeNearestFirstAndFromWhatMayBeSeen(t *testing.T) {
	a, b, id := twoBooks(t, liMin, zhaoQi)
	_, err := a.SaveFinding(ctx, visit(t, a, id), checklist.Finding{Rule: "E1.1", Count: 1, Facts: "实有35人", Criterion: "编制管理条例第十条"})
	must(t, err)
	_, err = b.SaveFinding(ctx, visit(t, b, id), checklist.Finding{Rule: "E1.1", Count: 1, Facts: "赵强看到的", Criterion: "赵强的标准"})
	must(t, err)
	carry(t, b, a)
	_, err = a.SavePhrases(ctx, checklist.Phrase{Text: "依据《规定》", Use: "criterion"}, checklist.Phrase{Text: "限期补齐", Use: "demand"})
	must(t, err)
	list, err := a.Offers(ctx, visit(t, a, id), "E1.1", "criterion")
	must(t, err)
	var from []string
	for _, o := range list {
		from = append(from, o.From+" "+o.Text)
		if strings.Contains(o.Text, "赵强") {
			t.Errorf("the partner's open sheet leaks: %s", o.Text)
		}
	}
	if len(list) != 4 || list[0].From != OfferScheme || from[2] != "used 编制管理条例第十条" || from[3] != "phrase 依据《规定》" {
		t.Errorf("%q", from)
	}
	if list, err = a.Offers(ctx, nil, "", "demand"); err != nil || len(list) != 1 || list[0].Text != "限期补齐" {
		t.Errorf("%+v %v", list, err)
	}
}
