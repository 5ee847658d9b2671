package main

import (
	"time"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// What the commands give to programs. The names of keys are part of the command line: they are added to, never changed.

type scoreView struct {
	Unit        string         `json:"unit"`
	Person      string         `json:"person"`
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
	Performance *string        `json:"performance"`
	Warnings    []warningView  `json:"warnings,omitempty"`
	Lines       []lineView     `json:"lines"`
}

type categoryView struct {
	ID         string          `json:"id"`
	Name       string          `json:"name"`
	Weight     string          `json:"weight"`
	Score      *string         `json:"score"`
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
	ID    string `json:"id"`
	Level string `json:"level"`
	Name  string `json:"name"`
}

type lineView struct {
	Code   string `json:"code"`
	Points string `json:"points"`
	Text   string `json:"text"`
}

func (a *app) scoreView(d *store.Doc, sheet *checklist.Sheet, r *checklist.Result) scoreView {
	lang := string(a.lang)
	v := scoreView{Unit: d.Unit.Name, Person: sheet.Person.Name, Scheme: d.SchemeHash, Scored: r.Scored, Of: r.Of, Complete: r.Complete,
		Base: amountView(r.Base), Bonus: r.Bonus.String(), Total: amountView(r.Total), Performance: amountView(r.Performance), Lines: a.lineViews(r.Lines)}
	for i := range r.Categories {
		c := &r.Categories[i]
		cv := categoryView{ID: c.Category.ID, Name: c.Category.Name.In(lang), Weight: c.Category.Weight.String(), Score: amountView(c.Score),
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
		v.Warnings = append(v.Warnings, warningView{w.Def.ID, w.Def.Level, w.Def.Name.In(lang)})
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
		views[i] = lineView{l.Code, l.Points.String(), words.Say(a.lang, l.Code, l.Args()...)}
	}
	return views
}

type mergeView struct {
	Files     []mergeFileView `json:"files"`
	Units     []mergeUnitView `json:"units"`
	Unknown   []unknownView   `json:"unknown,omitempty"`
	Merged    bool            `json:"merged"`
	New       int64           `json:"new"`
	Same      int64           `json:"same"`
	Contested int64           `json:"contested"`
}

type mergeFileView struct {
	Path    string    `json:"path"`
	Verdict string    `json:"verdict"`
	Reason  string    `json:"reason,omitempty"`
	Person  string    `json:"person"`
	Device  string    `json:"device"`
	Created time.Time `json:"created"`
	New     int64     `json:"new"`
	Same    int64     `json:"same"`
	Waiting int64     `json:"waiting"`
}

type mergeUnitView struct {
	Code      string `json:"code"`
	Name      string `json:"name"`
	New       int64  `json:"new"`
	Same      int64  `json:"same"`
	Waiting   int64  `json:"waiting"`
	Contested int64  `json:"contested"`
}

type unknownView struct {
	Device string `json:"device"`
	Person string `json:"person"`
	Phrase string `json:"phrase"`
}

func (a *app) planView(p *store.Plan) mergeView {
	v := mergeView{Files: []mergeFileView{}, Units: []mergeUnitView{}}
	for _, f := range p.Files {
		v.Files = append(v.Files, mergeFileView{f.Path, string(f.Verdict), words.Explain(a.lang, f.Fault), f.Person.Name, f.Device.ID, f.Created, f.New, f.Same, f.Waiting})
		v.New, v.Same = v.New+f.New, v.Same+f.Same
	}
	for _, u := range p.Units {
		v.Units = append(v.Units, mergeUnitView{u.Unit.Code, u.Unit.Name, u.New, u.Same, u.Waiting, u.Contested})
		v.Contested += u.Contested
	}
	for _, u := range p.Unknown {
		v.Unknown = append(v.Unknown, unknownView{u.ID.String(), u.Person.Name, words.Phrase(a.lang, u.Fingerprint)})
	}
	return v
}

func (a *app) reportView(p *store.Plan, r store.Report) mergeView {
	v := a.planView(p)
	v.Merged, v.New, v.Same, v.Contested = true, r.New, r.Same, r.Contested
	for i, f := range r.Files {
		v.Files[i].Verdict, v.Files[i].Reason = string(f.Verdict), words.Explain(a.lang, f.Fault)
		v.Files[i].New, v.Files[i].Same, v.Files[i].Waiting = f.New, f.Same, f.Waiting
	}
	return v
}
