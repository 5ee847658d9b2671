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

// Date is an input for a day: 3.9, 3月9日, 三月九日, 0309, 2026-3-9, 20260309, 今天. A day without a year is the one
// nearest to today. What could be two days, such as 111, is refused with both.
func (k Kit) Date() Input {
	return parsed{k.Line(), func(s string) (string, error) { return parseDate(s, k.Now()) }}
}

// Clock is an input for a time of day: 9:05, 0905, ９：０５, 9点05, 9点半, 9点一刻, 下午3点. What could be two times, such
// as 9:5, is refused with both.
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
	day, clock := splitMoment(s)
	if day == "" {
		if day = m.day; day == "" {
			day = m.now().Format(dateForm)
		}
		if at, err := parseClock(clock); err == nil && dotted.MatchString(clock) {
			if d, err := parseDate(clock, m.now()); err == nil {
				return "", ambiguous(s, d, at) // 3.10 is a day or a time
			}
		}
	}
	d, err := parseDate(day, m.now())
	if err == nil {
		clock, err = parseClock(clock)
	}
	if p, ok := err.(*Problem); ok && p.Code == "field.ambiguous" {
		return "", err
	}
	if err != nil {
		return "", &Problem{"field.moment", []any{s}}
	}
	return d + " " + clock, nil
}

// splitMoment takes a day and a time apart; the day is "" where only a time is written.
func splitMoment(s string) (day, clock string) {
	s = strings.TrimSpace(s)
	for name := range namedDays {
		if rest, ok := strings.CutPrefix(strings.ToLower(s), name); ok {
			return name, strings.TrimSpace(rest)
		}
	}
	if m := dayFirst.FindStringSubmatch(s); m != nil {
		return m[1], strings.TrimSpace(m[2])
	}
	if i := strings.IndexAny(s, " T"); i > 0 && hasDay.MatchString(s[:i]) {
		return s[:i], strings.TrimSpace(s[i+1:])
	}
	if allDigits(s) && len(s) == 12 {
		return s[:8], s[8:]
	}
	return "", s
}

var (
	dateParts  = regexp.MustCompile(`^(?:(\d{4}|\d{2})[年./-])?(\d{1,2})[月./-](\d{1,2})[日号]?$`)
	dateDigits = regexp.MustCompile(`^(\d{4}|\d{2})?(\d{2})(\d{2})$`)
	clockParts = regexp.MustCompile(`^(凌晨|早上|上午|中午|下午|傍晚|晚上)? *(\d{1,2})(?:([:.点时h]) *(\d{1,2}|半|一刻|三刻|整)?(分)?)?$`)
	clockRun   = regexp.MustCompile(`^(\d{1,2})(\d{2})$`)
	dayFirst   = regexp.MustCompile(`^(.+?[日号])(.+)$`)
	hasDay     = regexp.MustCompile(`^\d{1,4}[年月./-]?\d`) // before a blank: 3.9 but not 9点
	dotted     = regexp.MustCompile(`^\d{1,2}\.\d{1,2}$`)
	written    = regexp.MustCompile(`[一二三四五六七八九十]+([月日号点时分])`)
)

// ambiguous refuses what may mean two things, and names both.
func ambiguous(typed, one, other string) error {
	return &Problem{"field.ambiguous", []any{typed, one, other}}
}

// dashes are the signs an input method gives for the one between the parts of a day.
var dashes = strings.NewReplacer("—", "-", "–", "-", "−", "-", "·", ".")

// inDigits turns numerals written out before a unit of time into digits: 三月九日, 十点二十分.
func inDigits(s string) string {
	return written.ReplaceAllStringFunc(s, func(m string) string {
		r := []rune(m)
		return strconv.Itoa(numeral(r[:len(r)-1])) + string(r[len(r)-1])
	})
}

// numeral is a number up to 99 as it is written out: 九, 十, 十二, 二十, 三十一.
func numeral(r []rune) int {
	n, digit := 0, 0
	for _, c := range r {
		if c == '十' {
			n, digit = max(digit, 1)*10, 0
		} else {
			digit = strings.IndexRune("一二三四五六七八九", c)/len("一") + 1
		}
	}
	return n + digit
}

// namedDays are the days people name, in days from today.
var namedDays = map[string]int{"今天": 0, "昨天": -1, "前天": -2, "明天": 1, "后天": 2, "today": 0, "yesterday": -1, "tomorrow": 1}

func parseDate(s string, now time.Time) (string, error) {
	bad := &Problem{"field.date", []any{s}}
	s = inDigits(dashes.Replace(s))
	if len(s) == 3 && allDigits(s) {
		one, err1 := parseDate(s[:1]+"."+s[1:], now)
		other, err2 := parseDate(s[:2]+"."+s[2:], now)
		switch {
		case err1 == nil && err2 == nil:
			return "", ambiguous(s, one, other)
		case err1 == nil:
			return one, nil
		}
		return "", bad
	}
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
	s = inDigits(s)
	half, hour, minute := "", "", ""
	if m := clockRun.FindStringSubmatch(s); m != nil && len(s) >= 3 {
		hour, minute = m[1], m[2]
	} else if m := clockParts.FindStringSubmatch(s); m != nil {
		half, hour, minute = m[1], m[2], m[4]
		if len(minute) == 1 && m[5] == "" && minute < "6" {
			return "", ambiguous(s, half+hour+":0"+minute, half+hour+":"+minute+"0")
		}
	} else {
		return "", bad
	}
	if n, ok := map[string]string{"半": "30", "一刻": "15", "三刻": "45", "整": ""}[minute]; ok {
		minute = n
	}
	h, _ := strconv.Atoi(hour)
	m, _ := strconv.Atoi(minute) // "" is 0
	switch half {
	case "下午", "傍晚":
		if h < 12 {
			h += 12
		}
	case "晚上":
		if h == 12 {
			return "", bad // midnight, of which day?
		} else if h < 12 {
			h += 12
		}
	case "中午":
		if h < 3 {
			h += 12
		}
	}
	if h > 23 || m > 59 {
		return "", bad
	}
	return time.Date(2000, 1, 1, h, m, 0, 0, time.UTC).Format(clockForm), nil
}
