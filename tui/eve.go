package tui

import (
	"zoufang/checklist"
	"zoufang/store"
)

// eveOf is the mark of a paper that was made or put right just before the visit; nil for others.
func (e *Env) eveOf(d *store.Doc, material checklist.ID) *checklist.Eve {
	for _, x := range checklist.OnTheEve(e.SchemeOf(d), &d.Visit) {
		if x.Material.ID == material {
			return &x
		}
	}
	return nil
}

// eveHint is the sentence about such a paper, "" for others.
func (e *Env) eveHint(d *store.Doc, material checklist.ID) string {
	x := e.eveOf(d, material)
	switch {
	case x == nil:
		return ""
	case x.Amended:
		return e.say("todo.material.amended", x.Name, x.Day, x.Before)
	}
	return e.say("todo.material.dated", x.Name, x.Day, x.Before)
}
