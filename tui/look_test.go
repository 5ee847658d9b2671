package tui

import (
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

func TestLookIsTypedAndKept(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.onStep(v, "f5")
	d.Press("pgdown")
	d.Type("7.5")
	d.Press("down")
	d.Type("６")
	d.Press("pgdown")
	d.Type("32")
	d.Press("tab", "tab")
	d.Type("0")
	d.Press("pgdown")
	d.Type("入编手续办理不够及时")
	d.Press("esc")
	x := d.doc(v)
	ids := d.app.env.Scheme.Indicators("department")
	figs := d.app.env.Scheme.Reconciliation.Figures
	if x.SelfScores[ids[0].ID] != 750 || x.SelfScores[ids[1].ID] != 600 {
		t.Fatalf("the self-scores are %v", x.SelfScores)
	}
	if n, ok := x.Figures[figs[0].ID][checklist.Declared]; n != 32 || !ok {
		t.Fatalf("the numbers are %v", x.Figures)
	}
	if n, ok := x.Figures[figs[2].ID][checklist.Declared]; n != 0 || !ok {
		t.Fatalf("nought is no number: %v", x.Figures)
	}
	if x.Look.DeclaredProblems != "入编手续办理不够及时" {
		t.Fatalf("the problems are %q", x.Look.DeclaredProblems)
	}
	d.Press("f5", "pgdown", "end", "backspace", "backspace", "backspace", "backspace", "esc")
	if _, ok := d.doc(v).SelfScores[ids[0].ID]; ok {
		t.Fatal("an emptied score is still there")
	}
}

func TestKilledInTheMiddleOfANumber(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.onStep(v, "f5")
	d.Press("pgdown", "pgdown", "down", "down")
	d.Type("41")
	d.Press("left")
	d.Type("5")
	x, y := d.Cursor()
	d.restart()
	if x2, y2 := d.Cursor(); x2 != x || y2 != y {
		t.Fatalf("the cursor was at %d,%d and is at %d,%d:\n%s", x, y, x2, y2, d.Screen())
	}
	d.Type("0")
	d.Press("esc")
	if n := d.doc(v).Figures[d.app.env.Scheme.Reconciliation.Figures[2].ID][checklist.Declared]; n != 4501 {
		t.Fatalf("the number is %d", n)
	}
}

func TestQuestionFromLook(t *testing.T) {
	d, v := visited(t, words.ZH, 80, 24)
	d.onStep(v, "f5")
	d.Press("pgup", "end", "enter")
	d.Type("工资表第 4 页多 1 人是谁")
	d.restart()
	d.Has("工资表第 4 页多 1 人是谁")
	d.Press("ctrl+f")
	d.Type("E7")
	d.Press("enter", "esc")
	d.Has("工资表第 4 页多 1 人是谁", "E7")
	q := d.doc(v).Questions
	if last := q[len(q)-1]; last.Step != checklist.StepLook || last.Indicator != "E7" {
		t.Fatalf("the question is %+v", last)
	}
	d.Press("up", "up", "up", "ctrl+d")
	d.Type("已有说明")
	d.Press("enter")
	if q := d.doc(v).Questions; q[len(q)-1].Status != "dropped" {
		t.Fatalf("the questions are %+v", q)
	}
}
