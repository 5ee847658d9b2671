package tui

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/store"
	"zoufang/words"
)

// onScheme opens a fresh book under a shipped scheme, with a unit of each of its kinds and 李敏 as its evaluator.
func onScheme(t testing.TB, name string, lang words.Lang, w, h int) *driver {
	t.Helper()
	d := &driver{t: t, path: filepath.Join(t.TempDir(), "book.zf"), now: time.Date(2026, 3, 9, 10, 42, 0, 0, time.UTC)}
	src, ok := schemes.Named(name)
	if !ok {
		t.Fatalf("no scheme %s", name)
	}
	ctx := context.Background()
	b, err := store.Create(ctx, d.path, d.options(), store.Setup{District: "青澜区", Year: "2026", Scheme: src})
	d.must(err)
	d.must(b.SetMe(ctx, checklist.Person{Name: "李敏", Number: "1007", Role: checklist.RoleMember}))
	s, err := b.Scheme(ctx)
	d.must(err)
	var units []checklist.UnitLine
	for i, k := range s.Kinds {
		units = append(units, checklist.UnitLine{Unit: checklist.Unit{Code: fmt.Sprintf("U%02d", i+1), Name: "青澜区" + k.Name.ZH, Short: k.Name.ZH, Kind: k.ID}})
	}
	_, err = b.SaveUnits(ctx, units)
	d.must(err)
	d.start(b, lang, w, h)
	return d
}

// walker goes through a visit by keys, and keeps the sheet that ought to come of it.
type walker struct {
	*driver
	visit checklist.ID
	s     *checklist.Scheme
	kind  string
	sheet checklist.Sheet
	fail  string // a key item to fail, "" for none
}

// begin begins the visit of the n-th unit from the list of units.
func begin(d *driver, n int) *walker {
	d.t.Helper()
	for range n {
		d.Press("down")
	}
	d.Press("enter")
	v, ok := d.app.top().(*visit)
	if !ok {
		d.t.Fatalf("no visit:\n%s", d.Screen())
	}
	doc := d.doc(v.id)
	return &walker{driver: d, visit: v.id, s: d.app.env.Scheme, kind: doc.Unit.Kind,
		sheet: checklist.Sheet{Standings: map[string]checklist.Standing{}, Claims: map[string]checklist.Claim{}}}
}

// steps goes through every step the scheme has, in its order, and none that it has not.
func (w *walker) steps() {
	w.t.Helper()
	for _, id := range []checklist.Step{checklist.StepLook, checklist.StepListen, checklist.StepCheck, checklist.StepInterview} {
		if _, has := w.s.Method(id); has {
			continue
		}
		before := w.Screen()
		w.Press(stepKeyOf[id])
		if w.Screen() != before {
			w.t.Fatalf("%s leads somewhere, and the scheme has no such step:\n%s", stepKeyOf[id], w.Screen())
		}
	}
	for _, m := range w.s.Steps() {
		w.Press(stepKeyOf[m.ID])
		w.Has("[" + strings.ToUpper(stepKeyOf[m.ID]) + " " + w.app.env.stepName(w.s, m.ID))
		switch m.Form {
		case checklist.FormReport:
			w.Press("tab")
			w.Type("2026-03-02")
			w.Press("tab", "space")
		case checklist.FormBriefing:
			for range 20 {
				if l := w.app.top().(*listen); l.panes.is(l.notes) {
					break
				}
				w.Press("tab")
			}
			w.note(m.ID)
		case checklist.FormNotes:
			w.note(m.ID)
		case checklist.FormPapers:
			w.papers()
		case checklist.FormTalks:
			w.Press("enter")
			w.Press("esc")
		}
		w.Screen()
	}
}

func (w *walker) note(step checklist.Step) {
	w.t.Helper()
	w.Type("现场看到的情况")
	w.Press("enter")
	for _, x := range w.doc(w.visit).Entries {
		if x.Step == step && x.Text == "现场看到的情况" {
			return
		}
	}
	w.t.Fatalf("the note of %s is not in the book: %+v", step, w.doc(w.visit).Entries)
}

// papers marks every paper as seen and verifies every number as 4.
func (w *walker) papers() {
	w.t.Helper()
	w.Press("home")
	for range w.s.Materials {
		w.Press("space", "down")
	}
	for _, m := range w.doc(w.visit).Materials {
		if m.Status != "seen" {
			w.t.Fatalf("%s is %q", m.Material, m.Status)
		}
	}
	if len(w.s.Reconciliation.Figures) == 0 {
		return
	}
	w.Press("tab")
	for range w.s.Reconciliation.Figures {
		for l := w.app.top().(*check).head; l.lines[l.at].byName != ""; {
			w.Press("down")
		}
		w.Press("4", "down")
	}
	for _, f := range w.s.Reconciliation.Figures {
		if n := w.doc(w.visit).Figures[f.ID][checklist.Verified]; n != 4 {
			w.t.Fatalf("%s is %d:\n%s", f.ID, n, w.Screen())
		}
	}
}

// judge goes through every indicator: marks are typed where marks are awarded, every third indicator loses one, the rest
// is found in order.
func (w *walker) judge() {
	w.t.Helper()
	w.Press("f9", "f9")
	scope := checklist.ScopeOf(w.s, &w.doc(w.visit).Visit)
	for i, ind := range w.s.Indicators(w.kind) {
		page := w.app.top().(*score)
		if page.indicator != ind.ID {
			w.t.Fatalf("the page is about %s, not %s:\n%s", page.indicator, ind.ID, w.Screen())
		}
		switch {
		case !scope.Has(ind):
			w.Has(words.StatusWords["skipped"].In(w.app.env.Lang))
		case ind.AwardsMark():
			w.award(ind)
		case ind.ID == w.fail, i%3 == 0 && !ind.Key && ind.Rules[0].Mode == checklist.Per && !ind.Rules[0].Key:
			w.Press("home", "1")
			w.found(ind, checklist.Finding{Rule: ind.Rules[0].ID, Count: 1})
		default:
			w.Press("space")
			w.sheet.Standings[ind.ID] = checklist.Standing{Indicator: ind.ID, State: checklist.Nil}
		}
		w.Screen()
		w.Press("pgdown")
	}
}

// award types a mark one step below the full ones.
func (w *walker) award(ind *checklist.Indicator) {
	w.t.Helper()
	for _, r := range ind.Rules {
		if r.Mode == checklist.Given {
			mark := ind.Full - r.Step
			w.Type(mark.String())
			w.found(ind, checklist.Finding{Rule: r.ID, Mark: mark})
			return
		}
		w.Press("down")
	}
}

func (w *walker) found(ind *checklist.Indicator, f checklist.Finding) {
	f.ID[0] = byte(len(w.sheet.Findings) + 1)
	w.sheet.Findings = append(w.sheet.Findings, f)
	w.sheet.Standings[ind.ID] = checklist.Standing{Indicator: ind.ID, State: checklist.Found}
}

// expect compares what the screens made with the sheet that ought to have come of it.
func (w *walker) expect() checklist.Result {
	w.t.Helper()
	doc := w.doc(w.visit)
	want := checklist.Score(w.s, checklist.InputOf(w.s, &doc.Visit, &w.sheet))
	got := w.result(w.visit)
	if !got.Complete || got.Total.Text() != want.Total.Text() || got.Pass != want.Pass || got.Grade.Grade.ID != want.Grade.Grade.ID {
		w.t.Fatalf("the visit comes to %v %s %s (%d of %d), not to %s %s", got.Complete, got.Total.Text(), got.Pass, got.Scored, got.Of, want.Total.Text(), want.Pass)
	}
	w.Press("f9", "f9")
	if page := w.app.top().(*score); !page.shown {
		w.Press("f9")
	}
	w.Has(want.Total.Points.String())
	return want
}

// A whole visit under each shipped scheme, by keys alone, from the list of units to a complete score.
func TestAVisitUnderEachScheme(t *testing.T) {
	for _, x := range schemes.All() {
		t.Run(x.Name, func(t *testing.T) {
			lang, w, h := words.ZH, 80, 24
			d := onScheme(t, x.Name, lang, w, h)
			for n := range d.app.env.Scheme.Kinds {
				r := begin(d, n)
				r.steps()
				r.judge()
				r.expect()
				d.Go(Place{Screen: "review", Visit: r.visit})
				d.Press("f9")
				d.Screen()
				d.Send(goMsg{[]Place{{Screen: home}}, goJump})
				d.app.env.Lang = words.EN
				d.Resize(120, 40)
			}
		})
	}
}
