package main

import (
	"bytes"
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/store"
	"zoufang/words"
)

// asker is a walk by question and answer on a fresh book, without a terminal.
type asker struct {
	*asking
	t   *testing.T
	out *bytes.Buffer
}

func newAsker(t *testing.T, scheme string, lang words.Lang) *asker {
	t.Helper()
	ctx, dir := context.Background(), t.TempDir()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	source, _ := schemes.Named(scheme)
	b, err := store.Create(ctx, filepath.Join(dir, "book.db"), store.Options{Home: filepath.Join(dir, "home")},
		store.Setup{District: "青澜区", Year: "2026", Scheme: source})
	must(err)
	t.Cleanup(func() { must(b.Close()) })
	must(b.SetMe(ctx, checklist.Person{Name: "周明远", Number: "1001", Role: checklist.RoleLeader}))
	s, err := b.Scheme(ctx)
	must(err)
	_, err = b.SaveUnits(ctx, []checklist.UnitLine{{Unit: checklist.Unit{Code: "D01", Name: "区民政局", Kind: s.Kinds[0].ID}}})
	must(err)
	x := &asker{t: t, out: &bytes.Buffer{}}
	a := &app{ctx: ctx, lang: lang, in: strings.NewReader(strings.Repeat("第 4 页\n", 5000)), out: plain{x.out}, errs: plain{x.out}}
	x.asking, err = a.beginAsking(b, checklist.UnitID("青澜区", "D01"), "")
	must(err)
	return x
}

// reply is a sensible answer to a question, "" to pass on.
func (x *asker) reply(q *question, found bool) string {
	_, _, indicator := x.s.Indicator(q.key)
	switch {
	case q.key == "sheet.close" || q.key == "sign":
		return "true"
	case strings.HasSuffix(q.key, ".proof"):
		if strings.Contains(q.what, "已有 0") {
			return "observed:"
		}
	case found && strings.HasSuffix(q.key, ".rule"):
		ind, _, _ := x.s.Indicator(strings.TrimSuffix(q.key, ".rule"))
		if len(x.findings(x.d.Own(), ind)) == 0 {
			return q.opts[0].value
		}
	case q.more || q.key == endKey:
	case q.now != "":
	case q.key == "look.not_filed":
		return "false"
	case indicator && q.kind == askChoice && found:
		return string(checklist.Found)
	case q.kind == askChoice:
		return q.opts[0].value
	case q.kind == askNumber || q.kind == askPoints:
		return "0"
	case q.kind == askDate:
		return "2026-01-05"
	case q.kind == askMoment:
		return "2026-03-09 09:05"
	default:
		return "写明了"
	}
	return ""
}

// walk answers everything to the end.
func (x *asker) walk(found bool) {
	x.t.Helper()
	for range 3000 {
		q := x.list[x.at]
		x.prompt(q)
		text := x.reply(q, found)
		if text == "" {
			if !x.forward(q) {
				return
			}
			continue
		}
		x.out.Reset()
		if err := x.answer(q, text); err != nil {
			x.t.Fatal(err)
		}
		if !strings.Contains(x.out.String(), "已存：") {
			x.t.Fatalf("%s: the answer %q is not taken: %s", q.key, text, x.out)
		}
	}
	x.t.Fatalf("the questions do not end; the last is %s", x.list[x.at].key)
}

// Whoever answers every question of a shipped scheme has done everything a signature needs, and signs: the questions ask
// for all that the list before leaving demands.
func TestAskCoversEveryScheme(t *testing.T) {
	for _, scheme := range schemes.All() {
		for _, found := range []bool{false, true} {
			if found && testing.Short() {
				continue
			}
			t.Run(scheme.Name+map[bool]string{true: "/findings", false: "/nothing found"}[found], func(t *testing.T) {
				x := newAsker(t, scheme.Name, words.ZH)
				x.walk(found)
				for _, todo := range checklist.Missing(x.s, &x.d.Visit, x.d.Main()) {
					if todo.BlocksSigning {
						t.Errorf("left open: %s", words.Say(words.ZH, todo.Code, todo.Args...))
					}
				}
				if len(x.d.Signed) != 1 || x.d.Own().State != "closed" {
					t.Errorf("sheet %q, %d signatures", x.d.Own().State, len(x.d.Signed))
				}
			})
		}
	}
}

// Every question says in whole words where one is and what may be answered, its key is its own, and the keys lead back.
func TestAskPrompts(t *testing.T) {
	for _, scheme := range schemes.All() {
		for _, lang := range []words.Lang{words.ZH, words.EN} {
			x := newAsker(t, scheme.Name, lang)
			seen := map[string]bool{}
			for i := range x.list {
				q := x.list[i]
				x.at = i
				x.out.Reset()
				x.prompt(q)
				text := x.out.String()
				if seen[q.key] || q.what == "" || q.step == "" || strings.Contains(text, "%!") || strings.Contains(text, "\x1b") {
					t.Errorf("%s %s: a bad question %q: %s", scheme.Name, lang, q.key, text)
				}
				seen[q.key] = true
				if q.key != endKey && (!strings.Contains(text, "区民政局") || !strings.Contains(text, x.stepName(q.step))) {
					t.Errorf("%s: the question does not say where one is: %s", q.key, text)
				}
				if q.key != endKey && q.allowed(x.app) == "" {
					t.Errorf("%s: nothing is said about what may be answered", q.key)
				}
				if at := x.place(strings.ToLower(q.key)); at != i && !slices.Contains([]string{"look", "listen", "check", "interview"}, q.key) {
					t.Errorf("go %s leads to %d, not to %d", q.key, at, i)
				}
			}
		}
	}
}

// Words are commands, and an equals sign makes them text; what only begins like a command is text.
func TestAskCommands(t *testing.T) {
	x := newAsker(t, "default", words.ZH)
	x.at = x.find("listen.place")
	for _, c := range []struct{ line, key, says string }{
		{"跳过", "listen.presenter_name", ""},
		{"返回", "listen.place", ""},
		{"back", "listen.attendance", ""},
		{"到 E3", "E3", ""},
		{"go e8.1", "E8", ""},
		{"到 听", "listen.started_at", ""},
		{"到 计分", "A1", ""},
		{"go Z99", "A1", "没有“z99”这个地方"},
		{"到 listen.place", "listen.place", ""},
		{"还缺什么", "listen.place", "必须：听"},
		{"得分", "listen.place", "总分"},
		{"帮助", "listen.place", "回答正好是这些词时"},
		{"重复", "listen.place", ""},
	} {
		x.out.Reset()
		q := x.list[x.at]
		done, more, err := x.obey(q, c.line)
		if !done || !more || err != nil || x.list[x.at].key != c.key || !strings.Contains(x.out.String(), c.says) {
			t.Errorf("%s: %v %v %v, now at %s: %s", c.line, done, more, err, x.list[x.at].key, x.out)
		}
	}
	q := x.list[x.at]
	for _, line := range []string{"=返回", "到场的人都在三楼", "到三楼 东侧", "goes"} {
		if done, _, err := x.obey(q, line); done || err != nil {
			t.Errorf("%q is taken as a command", line)
		}
	}
	if _, more, _ := x.obey(q, "结束"); more {
		t.Error("the end does not end")
	}
}
