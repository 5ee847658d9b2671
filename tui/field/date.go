package field

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The text forms of the book.
const (
	dateForm   = "2006-01-02"
	clockForm  = "15:04"
	momentForm = "2006-01-02 15:04"
)

// Date is an input for a day: 3.9, 3月9日, 0309, 2026-3-9, 20260309, 今天. A day without a year is the one nearest to
// today.
func (k Kit) Date() Input {
	return parsed{k.Line(), func(s string) (string, error) { return parseDate(s, k.Now()) }}
}

// Clock is an input for a time of day: 9:05, 0905, ９：０５, 9点半, 下午3点.
func (k Kit) Clock() Input { return parsed{k.Line(), parseClock} }

// Moment is an input for a day and a time. A time alone keeps the day that stood there before, or is of today.
func (k Kit) Moment() Input {
	m := &moment{now: k.Now}
	m.parsed = parsed{k.Line(), m.read}
	return m
}

type moment struct {
	parsed
	now func() time.Time
	day string // of the value that was set last
}

// SetValue keeps the day, for a time typed over it.
func (m *moment) SetValue(s string) {
	if m.day, _, _ = strings.Cut(s, " "); len(m.day) != len(dateForm) {
		m.day = ""
	}
	m.parsed.SetValue(s)
}

func (m *moment) read(s string) (string, error) {
	day, clock := m.day, s
	if i := strings.LastIndexAny(s, " T"); i > 0 {
		day, clock = s[:i], s[i+1:]
	} else if i := strings.IndexAny(s, "日号"); i > 0 {
		day, clock = s[:i], strings.TrimLeft(s[i:], "日号")
	} else if allDigits(s) && len(s) == 12 {
		day, clock = s[:8], s[8:]
	}
	if day == "" {
		day = m.now().Format(dateForm)
	}
	d, err := parseDate(strings.TrimSpace(day), m.now())
	if err == nil {
		clock, err = parseClock(strings.TrimSpace(clock))
	}
	if err != nil {
		return "", &Problem{"field.moment", []any{s}}
	}
	return d + " " + clock, nil
}

var (
	dateParts  = regexp.MustCompile(`^(?:(\d{4}|\d{2})[年./-])?(\d{1,2})[月./-](\d{1,2})[日号]?$`)
	dateDigits = regexp.MustCompile(`^(\d{4}|\d{2})?(\d{2})(\d{2})$`)
	clockParts = regexp.MustCompile(`^(上午|下午|晚上|中午)?(\d{1,2})(?:[:.点时h](\d{1,2}|半)?分?)?$`)
	clockRun   = regexp.MustCompile(`^(\d{1,2})(\d{2})$`)
)

// namedDays are the days people name, in days from today.
var namedDays = map[string]int{"今天": 0, "昨天": -1, "前天": -2, "明天": 1, "后天": 2, "today": 0, "yesterday": -1, "tomorrow": 1}

func parseDate(s string, now time.Time) (string, error) {
	bad := &Problem{"field.date", []any{s}}
	if n, ok := namedDays[strings.ToLower(s)]; ok {
		return now.AddDate(0, 0, n).Format(dateForm), nil
	}
	m := dateParts.FindStringSubmatch(s)
	if m == nil {
		m = dateDigits.FindStringSubmatch(s)
	}
	if m == nil {
		return "", bad
	}
	month, _ := strconv.Atoi(m[2])
	day, _ := strconv.Atoi(m[3])
	year, _ := strconv.Atoi(m[1])
	switch len(m[1]) {
	case 0:
		year = nearestYear(month, day, now)
	case 2:
		year += 2000
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || int(t.Month()) != month || year < 1900 {
		return "", bad
	}
	return t.Format(dateForm), nil
}

// nearestYear is the year in which the day lies nearest to now: in January, 12.28 is last year's.
func nearestYear(month, day int, now time.Time) int {
	today := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, time.UTC)
	best, least := now.Year(), time.Duration(1<<62)
	for _, y := range []int{now.Year(), now.Year() - 1, now.Year() + 1} {
		t := time.Date(y, time.Month(month), day, 0, 0, 0, 0, time.UTC)
		if away := t.Sub(today).Abs(); t.Day() == day && away < least {
			best, least = y, away
		}
	}
	return best
}

func parseClock(s string) (string, error) {
	bad := &Problem{"field.clock", []any{s}}
	half, hour, minute := "", "", ""
	if m := clockRun.FindStringSubmatch(s); m != nil && len(s) >= 3 {
		hour, minute = m[1], m[2]
	} else if m := clockParts.FindStringSubmatch(s); m != nil {
		half, hour, minute = m[1], m[2], m[3]
	} else {
		return "", bad
	}
	if minute == "半" {
		minute = "30"
	}
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute) // "" is 0
	if (half == "下午" || half == "晚上") && h < 12 {
		h += 12
	}
	if h > 23 || m > 59 {
		return "", bad
	}
	return time.Date(2000, 1, 1, h, m, 0, 0, time.UTC).Format(clockForm), nil
}
