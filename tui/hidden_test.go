package tui

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/words"
)

// pointsIn finds numbers with two decimals: points as the program writes them.
var pointsIn = regexp.MustCompile(`\d+\.\d\d`)

// While scores are hidden no screen shows one: not the history, not the search, not the palette, not the preview. What
// the scheme itself says a rule takes is no score; so the visit's values are chosen to be none of the scheme's.
func TestNoScreenShowsAHiddenScore(t *testing.T) {
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		d, v := leftOpen(t, lang, 120, 40)
		ctx := context.Background()
		secrets := d.judgeOddly(v)
		names := make([]string, 0, len(screens))
		for name := range screens {
			names = append(names, name)
		}
		slices.Sort(names)
		look := func(where string) {
			for _, p := range pointsIn.FindAllString(d.Screen(), -1) {
				if secrets[p] {
					t.Errorf("%s %s shows %s while scores are hidden:\n%s", lang, where, p, d.Screen())
				}
			}
		}
		doc, err := d.book.Visit(ctx, v)
		d.must(err)
		own := doc.Own()
		records := map[string][]Place{
			"history": {{Record: own.Findings[0].ID, Item: "finding"}, {Record: own.Standings["B1"].ID, Item: "standing"},
				{Record: checklist.SelfScoreID(v, "E5"), Item: "self_score"}},
			"finding": {{Record: own.Findings[0].ID, Item: own.Findings[0].Rule}, {Record: own.Findings[1].ID, Item: own.Findings[1].Rule}},
			"score":   {{Item: "E5"}, {Item: "E1"}, {Item: bonusTab}},
			"hand":    {{Item: "E5"}},
			"search":  {{Item: "酌情"}, {Item: "超编"}},
		}
		for _, name := range names {
			if name == "look" || name == "explain" || name == "wizard" || name == "scheme" {
				continue // what the unit handed in; the arithmetic that was asked for; what the scheme says
			}
			places := records[name]
			if places == nil {
				places = []Place{{}}
			}
			for _, p := range places {
				p.Screen, p.Visit = name, v
				d.Send(goMsg{[]Place{{Screen: home}, p}, goJump})
				look(name)
				d.Press("f2")
				look(name + " palette")
				d.Press("esc", "f3")
				look(name + " capture")
				d.Press("esc", "f1")
				look(name + " help")
				d.Press("esc")
			}
		}
		d.Send(goMsg{[]Place{{Screen: home}, {Screen: "score", Visit: v, Item: "E5"}}, goJump})
		d.Press("f9")
		if shown := strings.Join(pointsIn.FindAllString(d.Screen(), -1), " "); !strings.Contains(shown, "7.77") {
			t.Errorf("%s: F9 does not show them: %s", lang, shown)
		}
	}
}

// judgeOddly scores the whole visit with values that stand nowhere in the scheme, and lists every point value of it.
func (d *driver) judgeOddly(v checklist.ID) map[string]bool {
	d.t.Helper()
	ctx, e := context.Background(), d.app.env
	save := func(f checklist.Finding) {
		doc, err := d.book.Visit(ctx, v)
		d.must(err)
		_, err = d.book.SaveFinding(ctx, doc, f)
		d.must(err)
	}
	rated := ""
	constant := map[string]bool{}
	for _, c := range e.Scheme.Categories {
		full := checklist.Points(0)
		for i := range c.Indicators {
			full += c.Indicators[i].Full
			constant[c.Indicators[i].Full.String()] = true
			for _, r := range c.Indicators[i].Rules {
				constant[r.Points.String()], constant[r.Max.String()], constant[r.Min.String()] = true, true, true
				if r.Mode == checklist.Range && rated == "" {
					rated = r.ID
					save(checklist.Finding{Rule: r.ID, Mark: r.Min + r.Step, Facts: "酌情扣分的事实"})
				}
			}
		}
		constant[full.String()] = true
	}
	save(checklist.Finding{Rule: "E1.1", Count: 3, Facts: "超编 3 人"})
	save(checklist.Finding{Rule: "E5.2", Count: 3, Facts: "逾期 3 人"})
	doc, err := d.book.Visit(ctx, v)
	d.must(err)
	own := checklist.Points(777)
	d.must(d.book.SetSelfScore(ctx, doc, "E5", &own))
	for _, c := range e.Scheme.Categories {
		doc, err = d.book.Visit(ctx, v)
		d.must(err)
		_, err = d.book.NilRest(ctx, doc, c.ID)
		d.must(err)
	}
	doc, err = d.book.Visit(ctx, v)
	d.must(err)
	res := checklist.Score(e.Scheme, checklist.InputOf(e.Scheme, &doc.Visit, doc.Own()))
	secrets := map[string]bool{"7.77": true, res.Total.Points.String(): true}
	for i := range res.Categories {
		secrets[res.Categories[i].Score.Points.String()] = true
		for k := range res.Categories[i].Indicators {
			x := &res.Categories[i].Indicators[k]
			secrets[x.Awarded.String()], secrets[(x.Indicator.Full-x.Awarded).String()] = true, true
		}
	}
	for p := range secrets {
		if constant[p] || p == "0.00" {
			delete(secrets, p)
		}
	}
	if len(secrets) < 4 {
		d.t.Fatalf("only %v to look for", secrets)
	}
	return secrets
}
