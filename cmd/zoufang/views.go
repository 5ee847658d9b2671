package main

import (
	"time"

	"zoufang/store"
	"zoufang/words"
)

// What the commands give to programs. The names of keys are part of the command line: they are added to, never changed.

type mergeView struct {
	Files     []mergeFileView `json:"files"`
	Units     []mergeUnitView `json:"units"`
	Unknown   []unknownView   `json:"unknown,omitempty"`
	Revoked   []deviceView    `json:"revoked,omitempty"` // laptops of which something waits because they were revoked
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
	Wiped   int64     `json:"wiped"` // of visits that were wiped here: they are not taken
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
		v.Files = append(v.Files, mergeFileView{f.Path, string(f.Verdict), words.Explain(a.lang, f.Fault), f.Person.Name, f.Device.ID, f.Created, f.New, f.Same, f.Waiting, f.Wiped})
		v.New, v.Same = v.New+f.New, v.Same+f.Same
	}
	for _, u := range p.Units {
		v.Units = append(v.Units, mergeUnitView{u.Unit.Code, u.Unit.Name, u.New, u.Same, u.Waiting, u.Contested})
		v.Contested += u.Contested
	}
	for _, d := range p.Revoked {
		v.Revoked = append(v.Revoked, deviceView(d))
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
		v.Files[i].New, v.Files[i].Same, v.Files[i].Waiting, v.Files[i].Wiped = f.New, f.Same, f.Waiting, f.Wiped
	}
	return v
}
