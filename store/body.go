package store

import (
	"reflect"
	"strings"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// visitBody is what makes a visit: its unit and round, and for a daily visit the day.
type visitBody struct {
	Unit  checklist.ID        `json:"unit"`
	Round checklist.ID        `json:"round"`
	Kind  checklist.VisitKind `json:"kind"`
	Day   string              `json:"day"`
}

// receiptBody is what a device says it holds of another's log (receipt.go).
type receiptBody struct {
	Bundle  string        `json:"bundle"` // SHA-256 of the newest file that came from the device
	At      string        `json:"at"`
	By      checklist.ID  `json:"by"`
	Name    string        `json:"name"` // of By, for laptops that do not know the person
	Device  string        `json:"device"`
	N       int64         `json:"n"`    // the changes 1 to N are here ...
	Hash    string        `json:"hash"` // ... and this is the hash of the last
	More    []receiptSpan `json:"more"`
	Verdict string        `json:"verdict"` // ReceiptMerged, or ReceiptWaiting: it lies in the inbox
	Lacks   []string      `json:"lacks"`   // SHA-256 of files its changes speak of that are not here
}

// receiptSpan is a run behind a gap: From to To are here, and Hash is that of the last.
type receiptSpan struct {
	From int64  `json:"from"`
	To   int64  `json:"to"`
	Hash string `json:"hash"`
}

// bodyTypes says which struct a Body register holds. The map in the change is made from the struct's json names; keys
// whose value is zero are left out, so that equal meanings are equal bytes.
var bodyTypes = map[string]reflect.Type{
	"round.opened":      reflect.TypeFor[checklist.Opening](),
	"round.closed":      reflect.TypeFor[checklist.Opening](),
	"assignment.body":   reflect.TypeFor[checklist.Assignment](),
	"ledger.body":       reflect.TypeFor[checklist.Ledger](),
	"past.body":         reflect.TypeFor[checklist.Past](),
	"slip_step.body":    reflect.TypeFor[checklist.SlipStep](),
	"visit.body":        reflect.TypeFor[visitBody](),
	"figure.body":       reflect.TypeFor[checklist.Figure](),
	"self_score.body":   reflect.TypeFor[checklist.SelfScore](),
	"finding.body":      reflect.TypeFor[checklist.Finding](),
	"standing.body":     reflect.TypeFor[checklist.Standing](),
	"standing.approval": reflect.TypeFor[checklist.Approval](),
	"claim.body":        reflect.TypeFor[checklist.Claim](),
	"signature.body":    reflect.TypeFor[checklist.Signature](),
	"comment.body":      reflect.TypeFor[checklist.Comment](),
	"receipt.body":      reflect.TypeFor[receiptBody](),
	"unit.origins":      reflect.TypeFor[checklist.Origins](),
	"unit.ended":        reflect.TypeFor[checklist.Ending](),
	"unit.former":       reflect.TypeFor[checklist.FormerNames](),
	"moved.body":        reflect.TypeFor[checklist.MovedWork](),
	"decision.body":     reflect.TypeFor[checklist.Ruling](),
	"release.body":      reflect.TypeFor[checklist.Release](),
	"release.final":     reflect.TypeFor[checklist.Finality](),
	"objection.body":    reflect.TypeFor[checklist.Objection](),
	"objection.check":   reflect.TypeFor[checklist.Recheck](),
	"past_result.body":  reflect.TypeFor[checklist.PastResult](),
	"rectify.body":      reflect.TypeFor[checklist.Rectify](),
	"rectify.report":    reflect.TypeFor[checklist.RectifyStep](),
	"rectify.check":     reflect.TypeFor[checklist.RectifyStep](),
}

func (f *Field) bodyType() reflect.Type { return bodyTypes[string(f.Kind)+"."+f.Name] }

// parseBody reads JSON strictly into the register's struct and makes its canonical map.
func parseBody(f *Field, text string) (bundle.Value, error) {
	x, err := parseJSON([]byte(text))
	if err == nil {
		rv := reflect.New(f.bodyType()).Elem()
		if err = assign(rv, x, ""); err == nil {
			return bodyValue(rv), nil
		}
	}
	return nil, &Fault{Code: "field.bad", Args: []any{string(f.Kind), f.Name, text}, Err: err}
}

// bodyText is a body as JSON with its keys in the struct's order, zero ones left out.
func bodyText(f *Field, v bundle.Value) (string, bool) {
	rv := reflect.New(f.bodyType()).Elem()
	if !readBody(v, rv) {
		return "", false
	}
	return string(appendJSON(nil, rv)), true
}

// textOfBody is the text form of a body given as its struct.
func textOfBody(body any) string { return string(appendJSON(nil, reflect.ValueOf(body))) }

// bodyValue makes the canonical value of a struct, list or scalar.
func bodyValue(rv reflect.Value) bundle.Value {
	switch x := rv.Interface().(type) {
	case checklist.ID:
		return bundle.Text(x.String())
	case checklist.Points:
		return pointsValue(x)
	}
	switch rv.Kind() {
	case reflect.Pointer:
		return bodyValue(rv.Elem())
	case reflect.String:
		return bundle.Text(rv.String())
	case reflect.Int64:
		return bundle.Int(rv.Int())
	case reflect.Bool:
		if rv.Bool() {
			return bundle.Int(1)
		}
		return bundle.Int(0)
	case reflect.Slice:
		items := make([]bundle.Value, rv.Len())
		for i := range items {
			items[i] = bodyValue(rv.Index(i))
		}
		return bundle.List(items...)
	}
	m := map[string]bundle.Value{}
	for name, fv := range jsonFields(rv) {
		if !isZero(fv) {
			m[name] = bodyValue(fv)
		}
	}
	return bundle.Map(m)
}

func isZero(rv reflect.Value) bool {
	return rv.IsZero() || rv.Kind() == reflect.Slice && rv.Len() == 0
}

// readBody fills rv from a value. Keys this version does not know are passed over; false for a value of another shape.
func readBody(v bundle.Value, rv reflect.Value) bool {
	switch p := rv.Addr().Interface().(type) {
	case *checklist.ID:
		s, ok := v.Text()
		return ok && p.UnmarshalText([]byte(s)) == nil
	case *checklist.Points:
		var ok bool
		*p, ok = pointsOf(v)
		return ok
	}
	switch rv.Kind() {
	case reflect.Pointer:
		rv.Set(reflect.New(rv.Type().Elem()))
		return readBody(v, rv.Elem())
	case reflect.String:
		s, ok := v.Text()
		rv.SetString(s)
		return ok
	case reflect.Int64:
		n, ok := v.Int()
		rv.SetInt(n)
		return ok
	case reflect.Bool:
		n, ok := v.Int()
		rv.SetBool(n != 0)
		return ok
	case reflect.Slice:
		items, ok := v.List()
		rv.Set(reflect.MakeSlice(rv.Type(), len(items), len(items)))
		for i, it := range items {
			ok = ok && readBody(it, rv.Index(i))
		}
		return ok
	}
	m, ok := v.Map()
	if !ok {
		return false
	}
	for name, fv := range jsonFields(rv) {
		if item, has := m[name]; has && !readBody(item, fv) {
			return false
		}
	}
	return true
}

// readValue is readBody into a pointer to a struct.
func readValue(v bundle.Value, into any) bool { return readBody(v, reflect.ValueOf(into).Elem()) }

// jsonFields gives the fields of a struct by their json names, in order; those named "-" are not part of it.
func jsonFields(rv reflect.Value) func(yield func(string, reflect.Value) bool) {
	return func(yield func(string, reflect.Value) bool) {
		t := rv.Type()
		for i := range t.NumField() {
			name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
			if name == "" || name == "-" {
				continue
			}
			if !yield(name, rv.Field(i)) {
				return
			}
		}
	}
}
