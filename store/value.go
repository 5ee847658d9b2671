package store

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/width"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// The layouts of the text forms of times.
const (
	dateLayout   = "2006-01-02"
	clockLayout  = "15:04"
	momentLayout = "2006-01-02 15:04"
)

// parse turns the text form of a register into its value. "" is the cleared register. A Secret's value needs its salted
// blob and is made by the writer; here it stays a text.
func (f *Field) parse(text string) (bundle.Value, error) {
	if text == "" {
		return bundle.Null(), nil
	}
	bad := newFault("field.bad", string(f.Kind), f.Name, text)
	switch f.Type {
	case Text, Secret:
		return bundle.Text(text), nil
	case Bool:
		switch fold(text) {
		case "true":
			return bundle.Int(1), nil
		case "false":
			return bundle.Int(0), nil
		}
		return nil, bad
	case Int:
		n, err := strconv.ParseInt(fold(text), 10, 64)
		if err != nil {
			return nil, bad
		}
		return bundle.Int(n), nil
	case Points:
		p, err := checklist.ParsePoints(fold(text))
		if err != nil {
			return nil, bad
		}
		return pointsValue(p), nil
	case Date:
		return parseTime(fold(text), dateLayout, bad)
	case Clock:
		return parseTime(fold(text), clockLayout, bad)
	case Moment:
		return parseTime(fold(text), momentLayout, bad)
	case Choice:
		if !slices.Contains(f.Choices, text) {
			return nil, bad
		}
		return bundle.Text(text), nil
	case Link:
		var id checklist.ID
		if id.UnmarshalText([]byte(text)) != nil {
			return nil, bad
		}
		return bundle.Text(id.String()), nil
	case Links:
		return parseLinks(text, bad)
	case File:
		return parseFile(text, bad)
	case Body:
		return parseBody(f, text)
	}
	return nil, bad
}

// fold makes full-width digits and signs half-width and trims spaces: what a Chinese input method leaves in numbers.
func fold(s string) string { return strings.TrimSpace(width.Narrow.String(s)) }

func parseTime(text, layout string, bad *Fault) (bundle.Value, error) {
	t, err := time.Parse(layout, text)
	if err != nil || t.Format(layout) != text {
		return nil, bad
	}
	return bundle.Text(text), nil
}

func parseLinks(text string, bad *Fault) (bundle.Value, error) {
	var items []bundle.Value
	for _, part := range strings.Fields(text) {
		var id checklist.ID
		if id.UnmarshalText([]byte(part)) != nil {
			return nil, bad
		}
		items = append(items, bundle.Text(id.String()))
	}
	if items == nil {
		return bundle.Null(), nil
	}
	return bundle.List(items...), nil
}

func pointsValue(p checklist.Points) bundle.Value { return bundle.Decimal(int64(p), -2) }

// pointsOf reads a decimal as hundredths; false when it has more than two decimals or is too large.
func pointsOf(v bundle.Value) (checklist.Points, bool) {
	m, e, ok := v.Decimal()
	if !ok || e < -2 || e > 7 {
		return 0, false
	}
	for ; e > -2; e-- {
		if m > 1<<53 || m < -(1<<53) {
			return 0, false
		}
		m *= 10
	}
	return checklist.Points(m), true
}

// fileText is the text form of a File.
type fileText struct {
	SHA  bundle.Hash `json:"sha256"`
	Size uint64      `json:"size"`
	Mime string      `json:"mime"`
	Name string      `json:"name"`
}

func parseFile(text string, bad *Fault) (bundle.Value, error) {
	var f fileText
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if d.Decode(&f) != nil || d.More() {
		return nil, bad
	}
	return bundle.FileOf(bundle.File{SHA: f.SHA, Size: f.Size, MIME: f.Mime, Name: f.Name}), nil
}

// text is the text form of a value that is not a Secret; "" for a cleared register. ok is false for a value that this
// version cannot read (a newer version wrote it, or it is sealed): it is kept, but cannot be shown.
func (f *Field) text(v bundle.Value) (text string, ok bool) {
	if v.IsNull() {
		return "", true
	}
	switch f.Type {
	case Bool:
		n, ok := v.Int()
		return strconv.FormatBool(n != 0), ok
	case Int:
		n, ok := v.Int()
		return strconv.FormatInt(n, 10), ok
	case Points:
		p, ok := pointsOf(v)
		return p.String(), ok
	case Links:
		return linksText(v)
	case File:
		return fileTextOf(v)
	case Body:
		return bodyText(f, v)
	}
	return v.Text()
}

func linksText(v bundle.Value) (string, bool) {
	items, ok := v.List()
	ids := make([]string, len(items))
	for i, it := range items {
		id, isText := it.Text()
		ids[i], ok = id, ok && isText
	}
	return strings.Join(ids, " "), ok
}

func fileTextOf(v bundle.Value) (string, bool) {
	f, ok := v.File()
	if !ok {
		return "", false
	}
	b, err := json.Marshal(fileText{SHA: f.SHA, Size: f.Size, Mime: f.MIME, Name: f.Name})
	return string(b), err == nil
}
