package checklist

import "strings"

// posts are words by which a note names one person of a unit. Some begin other words too, so a hit is a reason to look
// and never to refuse.
var posts = []string{"局长", "主任", "书记", "科长", "股长", "处长", "所长", "站长", "队长", "会计", "出纳", "秘书长", "镇长", "乡长", "区长", "主席"}

// Exposed is why a talk's role band, with what else stands there, points to one person: a code that package words has a
// sentence for and its arguments; "" where it does not. The counts are those of the headcount, whatever column knows
// them: privacy asks who there is, not what was proved.
func Exposed(v *Visit, t *Interview) (code string, args []any) {
	if t.Status == "withdrawn" {
		return "", nil
	}
	if name := t.namedIn(v); name != "" {
		return "talk.names", []any{t.Code, name}
	}
	figure := map[string]string{"leader": "leaders_act", "office_head": "heads_act"}[t.Band]
	if figure == "" {
		return "", nil
	}
	if n, ok := mostOf(v, figure); ok && n == 1 {
		return "talk.single." + t.Band, []any{t.Code}
	}
	if n, ok := mostOf(v, "offices_act"); ok && n == 1 && t.Band == "office_head" {
		return "talk.single.office_head", []any{t.Code}
	}
	if post := t.postIn(v); post != "" {
		return "talk.post", []any{t.Code, post}
	}
	return "", nil
}

// mostOf is the largest number any column gives a figure.
func mostOf(v *Visit, figure string) (n int64, ok bool) {
	for _, x := range v.Figures[figure] {
		if !ok || x > n {
			n, ok = x, true
		}
	}
	return n, ok
}

// namedIn is the name of somebody known that stands in the talk; "" for none. Names behind codes are not compared: few
// may see them.
func (t *Interview) namedIn(v *Visit) string {
	for _, name := range []string{v.Unit.Leader, v.Listen.Presenter, v.Look.SignerName} {
		if len([]rune(name)) < 2 {
			continue
		}
		for _, text := range t.texts(v) {
			if strings.Contains(text, name) {
				return name
			}
		}
	}
	return ""
}

// postIn is a post that stands in the talk of somebody who holds one.
func (t *Interview) postIn(v *Visit) string {
	for _, post := range posts {
		for _, text := range t.texts(v) {
			if strings.Contains(text, post) {
				return post
			}
		}
	}
	return ""
}

// texts are what people wrote about a talk.
func (t *Interview) texts(v *Visit) []string {
	texts := []string{t.Person, t.Place, t.Corroborated}
	for i := range v.Entries {
		if x := &v.Entries[i]; x.Host == t.ID && x.Status != "withdrawn" {
			texts = append(texts, x.Text)
		}
	}
	return texts
}
