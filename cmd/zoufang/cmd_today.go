package main

import (
	"fmt"
	"strings"
	"time"

	"zoufang/checklist"
	"zoufang/report"
	"zoufang/store"
	"zoufang/words"
)

type dayView struct {
	store.DayWork
	From  *time.Time    `json:"from,omitempty"`
	To    *time.Time    `json:"to,omitempty"`
	Units []dayUnitView `json:"units"`
}

type dayUnitView struct {
	store.DayUnit
	Code     string `json:"code"`
	Name     string `json:"name"`
	Practice bool   `json:"practice,omitempty"`
	FromTo   string `json:"times"`
}

// showDay says what Me did on a day, or writes it as a sheet.
func (a *app) showDay(day, to string) error {
	return a.read(func(b *store.Book) error {
		w, err := b.WorkOn(a.ctx, day)
		if err != nil {
			return err
		}
		switch {
		case a.json:
			return a.printJSON(dayViewOf(w))
		case to != "":
			return a.writeSheets(to, []*report.Sheet{report.Day(a.lang, time.Now().Format("2006-01-02 15:04"), b.Info(), w)})
		}
		a.printDay(w)
		return nil
	})
}

func dayViewOf(w store.DayWork) dayView {
	v := dayView{DayWork: w, Units: []dayUnitView{}}
	if !w.From.IsZero() {
		v.From, v.To = &w.From, &w.To
	}
	for _, u := range w.Units {
		v.Units = append(v.Units, dayUnitView{u, u.Unit.Code, u.Unit.Name, u.Unit.Practice, report.DayTimes(u)})
	}
	return v
}

func (a *app) printDay(w store.DayWork) {
	if w.Changes == 0 {
		a.say(words.TodayNone, w.Day)
	} else {
		a.say(words.TodayHead, w.Day, w.Person.Name, w.From.Format("15:04"), w.To.Format("15:04"), w.Changes)
	}
	for _, u := range w.Units {
		fmt.Fprintf(a.out, "%s  %s\n", report.DayUnitName(a.lang, u), report.DayTimes(u))
		for _, line := range append(report.DayKinds(a.lang, u), report.DayLeft(a.lang, u)...) {
			fmt.Fprintln(a.out, "  "+line)
		}
	}
}

// marked is a unit's name with what is special about it.
func (a *app) marked(u checklist.Unit) string {
	marks := []string{u.Name}
	if u.Practice {
		marks = append(marks, words.PracticeMark.In(a.lang))
	}
	if u.Ended() {
		marks = append(marks, words.UnitEndedMark.In(a.lang))
	}
	return strings.Join(marks, " ")
}
