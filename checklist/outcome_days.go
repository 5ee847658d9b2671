package checklist

import "strings"

// Calendar says which days are worked: Monday to Friday, but for the holidays a round names, and the weekends it names as
// worked instead. The zero Calendar knows weekends only.
type Calendar struct{ free, worked map[Day]bool }

// longestHoliday is the most days a range may have; a longer one is a slip of the pen.
const longestHoliday = 60

// ParseCalendar reads what a round says of its holidays: days and ranges separated by spaces, commas or lines, those that
// are worked although on a weekend behind a "+": "2026-10-01~2026-10-07 +2026-10-10". bad is the first part that cannot
// be read, "" where all can.
func ParseCalendar(text string) (c Calendar, bad string) {
	c = Calendar{map[Day]bool{}, map[Day]bool{}}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,，、;；\t\r\n", r) }) {
		days, worked := strings.CutPrefix(part, "+")
		into := c.free
		if worked {
			into = c.worked
		}
		first, last, ranged := strings.Cut(days, "~")
		if !ranged {
			last = first
		}
		a, ok := ParseDay(first)
		b, ok2 := ParseDay(last)
		if !ok || !ok2 || b < a || b-a > longestHoliday {
			return c, part
		}
		for d := a; d <= b; d++ {
			into[d] = true
		}
	}
	return c, ""
}

// Works tells whether a day is worked.
func (c Calendar) Works(d Day) bool {
	return c.worked[d] || !c.free[d] && (d-1)%7 < 5 // 1 January of the year 1 was a Monday
}

// After is the nth working day after a day, which itself does not count; "" for a day that is none.
func (c Calendar) After(day string, n int) string {
	d, ok := ParseDay(day)
	if !ok {
		return ""
	}
	for n > 0 {
		if d++; c.Works(d) {
			n--
		}
	}
	return d.String()
}

// InTime tells whether an objection came within its working days.
func (x *Objection) InTime(c Calendar) bool {
	last := c.After(x.Handed, ObjectionDays)
	return last == "" || x.On <= last
}

// Days is the round's calendar; what cannot be read in it is left out.
func (r Round) Days() Calendar {
	c, _ := ParseCalendar(r.Calendar)
	return c
}
