package report

import (
	"strconv"
	"strings"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// Day is what a person did on a day, as a sheet: a row for each unit. kinds says what the kinds of record are called.
func Day(l words.Lang, made string, info store.Info, w store.DayWork) *Sheet {
	s := &Sheet{Kind: "today", About: w.Person.ID.String() + " " + w.Day, For: checklist.ForTeam, Lang: l, Title: words.TodayTitle.In(l), Under: w.Day}
	head := Fields{{words.FieldWords["person"].In(l), w.Person.Name}, {words.FieldWords["day"].In(l), w.Day}}
	if !w.From.IsZero() {
		head = append(head, Field{words.TodayWhen.In(l), clockOf(w.From) + " - " + clockOf(w.To)})
	}
	s.add(append(head, Field{words.TodayLeft.In(l), strconv.Itoa(w.Unsent)}))
	var rows [][]string
	for _, u := range w.Units {
		rows = append(rows, []string{DayUnitName(l, u), DayTimes(u), strings.Join(DayKinds(l, u), "\n"), strings.Join(DayLeft(l, u), "\n")})
	}
	s.add(Table{Columns: []Column{{Name: words.UnitsUnit.In(l), Width: 24}, {Name: words.TodayWhen.In(l), Width: 14}, {Name: words.TodayWhat.In(l), Width: 40}, {Name: words.TodayLeft.In(l), Width: 22}},
		Rows: rows, Empty: words.TodayNone.F(l, w.Day)})
	s.Stamp = Stamp{Book: info.District + " " + info.Year, Made: made}
	s.Stamp.Code = s.code()
	return s
}

func clockOf(t interface{ Format(string) string }) string { return t.Format("15:04") }

// DayUnitName is what a row of a day is called.
func DayUnitName(l words.Lang, u store.DayUnit) string {
	switch {
	case u.Unit.Code == "":
		return words.TodayRest.In(l)
	case u.Unit.Practice:
		return words.PracticeMark.In(l) + u.Unit.Name
	}
	return u.Unit.Name
}

// DayTimes is from when to when something was recorded.
func DayTimes(u store.DayUnit) string {
	if u.From.IsZero() {
		return ""
	}
	return clockOf(u.From) + " - " + clockOf(u.To)
}

// DayKinds says, kind by kind, how many records are new, changed and withdrawn.
func DayKinds(l words.Lang, u store.DayUnit) (out []string) {
	for _, k := range store.Kinds() {
		row, ok := u.Kinds[k]
		if !ok {
			continue
		}
		var parts []string
		for _, p := range []struct {
			n int
			t words.Text
		}{{row.New, words.TodayNew}, {row.Changed, words.TodayEdited}, {row.Withdrawn, words.TodayGone}} {
			if p.n > 0 {
				parts = append(parts, p.t.F(l, p.n))
			}
		}
		out = append(out, words.KindWords[string(k)].In(l)+" "+strings.Join(parts, words.SheetAnd.In(l)))
	}
	return out
}

// DayLeft says what is not exported, what is half typed, and the files.
func DayLeft(l words.Lang, u store.DayUnit) (out []string) {
	for _, p := range []struct {
		n int
		t words.Text
	}{{u.Unsent, words.TodayUnsent}, {u.Drafts, words.TodayDrafts}, {u.Files, words.TodayFiles}} {
		if p.n > 0 {
			out = append(out, p.t.F(l, p.n))
		}
	}
	return out
}
