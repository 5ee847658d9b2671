package main

import (
	"fmt"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

type scoreView struct {
	Unit        string         `json:"unit"`
	Person      string         `json:"person"`
	Agreed      int            `json:"sheets"`            // how many sheets it was made of
	Pending     string         `json:"pending,omitempty"` // why it does not stand yet
	Scheme      string         `json:"scheme"`
	Scored      int            `json:"scored"`
	Of          int            `json:"of"`
	Complete    bool           `json:"complete"`
	Categories  []categoryView `json:"categories"`
	Bonuses     []bonusView    `json:"bonuses,omitempty"`
	Base        *string        `json:"base"` // null until it is known
	Bonus       string         `json:"bonus"`
	Total       *string        `json:"total"`
	Grade       string         `json:"grade,omitempty"`
	Held        string         `json:"held_from,omitempty"`
	Unsure      bool           `json:"grade_unsure,omitempty"` // what cannot be judged yet might still hold the grade
	Pass        string         `json:"pass,omitempty"`         // open, passed, failed; absent where the grades alone decide
	KeyFailed   []keyItemView  `json:"key_failed,omitempty"`
	KeyOpen     int            `json:"key_open,omitempty"` // indicators with key items not scored yet
	Performance *string        `json:"performance"`
	Warnings    []warningView  `json:"warnings,omitempty"`
	Lines       []lineView     `json:"lines"`
	Tree        nodeView       `json:"tree"`
	City        []cityView     `json:"city,omitempty"` // rolled up to the city's indicators
}

type keyItemView struct {
	ID        string   `json:"id"` // of the rule, or of the indicator
	Indicator string   `json:"indicator"`
	Findings  []string `json:"findings"`
}

// nodeView is a number with what it is made of, as checklist.Tree has it.
type nodeView struct {
	Kind    string     `json:"kind"`
	ID      string     `json:"id,omitempty"`
	Name    string     `json:"name"`
	Value   *string    `json:"value,omitempty"` // absent until it is known
	Exact   string     `json:"exact,omitempty"` // the fraction it was rounded from
	Of      string     `json:"of,omitempty"`
	KeyItem bool       `json:"key_item,omitempty"` // ※
	Status  string     `json:"status,omitempty"`
	Grade   string     `json:"grade,omitempty"`
	Pass    string     `json:"pass,omitempty"`
	Lines   []lineView `json:"lines,omitempty"`
	Parts   []nodeView `json:"parts,omitempty"`
}

type categoryView struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	Weight     string          `json:"weight"`
	Score      *string         `json:"score"`
	Worth      string          `json:"worth"` // what the score is out of
	Scored     int             `json:"scored"`
	Of         int             `json:"of"`
	Indicators []indicatorView `json:"indicators"`
	Lines      []lineView      `json:"lines"`
}

type indicatorView struct {
	ID      string     `json:"id"`
	Name    string     `json:"name"`
	Full    string     `json:"full"`
	Status  string     `json:"status"`
	Awarded *string    `json:"awarded"`
	Lines   []lineView `json:"lines,omitempty"`
}

type bonusView struct {
	ID     string     `json:"id"`
	Count  int64      `json:"count"`
	Points string     `json:"points"`
	Lines  []lineView `json:"lines,omitempty"`
}

type warningView struct {
	ID       string        `json:"id"`
	Level    string        `json:"level"`
	Name     string        `json:"name"`
	Readings []readingView `json:"readings,omitempty"` // the numbers that opened it
}

type readingView struct {
	Of      string  `json:"of"` // number, rule, category, indicator
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Value   *string `json:"value"` // null where nothing is known
	AtLeast bool    `json:"at_least,omitempty"`
}

type lineView struct {
	Code   string `json:"code"`
	Args   []any  `json:"args,omitempty"` // of the sentence, in its order
	Points string `json:"points"`
	Text   string `json:"text"`
}

func (a *app) scoreView(s *checklist.Scheme, d *store.Doc, sheet *checklist.Sheet, r *checklist.Result) scoreView {
	lang := string(a.lang)
	v := scoreView{Unit: d.Unit.Name, Person: sheet.Person.Name, Scheme: d.SchemeHash, Scored: r.Scored, Of: r.Of, Complete: r.Complete,
		Base: amountView(r.Base), Bonus: r.Bonus.String(), Total: amountView(r.Total), Performance: amountView(r.Performance), Lines: a.lineViews(r.Lines)}
	for i := range r.Categories {
		c := &r.Categories[i]
		cv := categoryView{ID: c.Category.ID, Name: c.Category.Name.In(lang), Weight: c.Category.Weight.String(), Score: amountView(c.Score), Worth: c.Worth.String(),
			Scored: c.Scored, Of: c.Of, Lines: a.lineViews(c.Lines)}
		for j := range c.Indicators {
			x := &c.Indicators[j]
			iv := indicatorView{ID: x.Indicator.ID, Name: x.Indicator.Name.In(lang), Full: x.Indicator.Full.String(), Status: string(x.Status), Lines: a.lineViews(x.Lines)}
			if x.Known {
				awarded := x.Awarded.String()
				iv.Awarded = &awarded
			}
			cv.Indicators = append(cv.Indicators, iv)
		}
		v.Categories = append(v.Categories, cv)
	}
	for i := range r.Bonuses {
		x := &r.Bonuses[i]
		v.Bonuses = append(v.Bonuses, bonusView{x.Bonus.ID, x.Count, x.Points.String(), a.lineViews(x.Lines)})
	}
	if r.Grade.Grade != nil {
		v.Grade = r.Grade.Grade.ID
	}
	if r.Grade.Held != nil {
		v.Held = r.Grade.Held.ID
	}
	for _, w := range r.Warnings {
		v.Warnings = append(v.Warnings, warningView{w.Def.ID, w.Def.Level, w.Def.Name.In(lang), readingViews(w.Readings, lang)})
	}
	v.Unsure, v.Pass, v.KeyOpen = r.Grade.Unsure, string(r.Pass), r.KeyOpen
	for _, k := range r.KeyFailed {
		kv := keyItemView{ID: k.ID(), Indicator: k.Indicator.ID}
		for _, id := range k.Findings {
			kv.Findings = append(kv.Findings, id.String())
		}
		v.KeyFailed = append(v.KeyFailed, kv)
	}
	v.Tree = a.nodeView(checklist.Tree(s, r))
	return v
}

func (a *app) nodeView(n *checklist.Node) nodeView {
	v := nodeView{Kind: string(n.Kind), ID: n.ID, Name: n.Name.In(string(a.lang)), KeyItem: n.Star, Value: amountView(n.Value), Status: string(n.Status),
		Pass: string(n.Pass), Lines: a.lineViews(n.Lines)}
	if n.Code != "" {
		v.Name = words.Say(a.lang, n.Code)
	}
	if n.Value.Known && !n.Value.Whole() {
		v.Exact = n.Value.Ratio()
	}
	if n.Full > 0 {
		v.Of = n.Full.String()
	}
	if n.Grade != nil {
		v.Grade = n.Grade.ID
	}
	for _, p := range n.Parts {
		v.Parts = append(v.Parts, a.nodeView(p))
	}
	return v
}

func amountView(x checklist.Amount) *string {
	if !x.Known {
		return nil
	}
	s := x.Points.String()
	return &s
}

func (a *app) lineViews(lines []checklist.Line) []lineView {
	views := make([]lineView, len(lines))
	for i, l := range lines {
		views[i] = lineView{l.Code, a.argViews(l.Args()), l.Points.String(), words.Say(a.lang, l.Code, l.Args()...)}
	}
	return views
}

// argViews are the arguments of a sentence for programs: counts as numbers, points as text, names in the language.
func (a *app) argViews(args []any) []any {
	out := make([]any, len(args))
	for i, x := range args {
		switch x := x.(type) {
		case int, int64:
			out[i] = x
		case interface{ In(lang string) string }:
			out[i] = x.In(string(a.lang))
		default:
			out[i] = fmt.Sprint(x)
		}
	}
	return out
}

func readingViews(list []checklist.Reading, lang string) (views []readingView) {
	for _, r := range list {
		v := readingView{Of: string(r.Of), ID: r.ID, Name: r.Name.In(lang), AtLeast: r.AtLeast && !r.Known}
		if value, ok := r.Number(); ok {
			v.Value = &value
		}
		views = append(views, v)
	}
	return views
}
