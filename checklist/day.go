package checklist

import "fmt"

// Day is a day of the calendar as a number, so that days can be counted without a clock: 1 January of the year 1 is 1.
type Day int

// ParseDay reads a day as the book writes it, 2026-03-09; false for anything else, a 30 February too.
func ParseDay(text string) (Day, bool) {
	var y, m, d int
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return 0, false
	}
	for i, into := range map[int]*int{0: &y, 5: &m, 8: &d} {
		for k := i; k < len(text) && text[k] != '-'; k++ {
			if text[k] < '0' || text[k] > '9' {
				return 0, false
			}
			*into = *into*10 + int(text[k]-'0')
		}
	}
	if y < 1 || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return 0, false
	}
	days := 365*(y-1) + (y-1)/4 - (y-1)/100 + (y-1)/400 + d
	for k := 1; k < m; k++ {
		days += daysIn(y, k)
	}
	return Day(days), true
}

// String is the day as the book writes it.
func (d Day) String() string {
	n := int(d) - 1
	y := n/366 + 1 // not above the year
	for n >= 365*y+y/4-y/100+y/400 {
		y++
	}
	n -= 365*(y-1) + (y-1)/4 - (y-1)/100 + (y-1)/400
	m := 1
	for ; n >= daysIn(y, m); m++ {
		n -= daysIn(y, m)
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, n+1)
}

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
