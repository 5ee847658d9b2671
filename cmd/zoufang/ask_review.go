package main

import (
	"zoufang/words"
)

// review asks about the office's remarks, for the sheet to be handed in, the leader to sign, and ends.
func (s *asking) review() (list []*question) {
	for _, c := range s.d.Comments {
		list = append(list, &question{key: "remark." + c.ID.String(), what: words.AskRemark.F(s.lang, c.Text), now: c.Answer, save: func(text string) (string, error) {
			return "", s.b.SettleRemark(s.ctx, s.d, c.ID, text)
		}})
	}
	yes := []option{{"true", words.Yes.In(s.lang)}}
	if s.d.Own().State == "closed" {
		list = append(list, &question{key: "sheet.open", what: words.AskReopen.In(s.lang), more: true, save: func(text string) (string, error) {
			return "", s.b.ReopenSheet(s.ctx, s.d, text)
		}})
	} else {
		list = append(list, &question{key: "sheet.close", kind: askChoice, opts: yes, more: true, what: words.AskClose.In(s.lang), save: func(string) (string, error) {
			return "", s.b.CloseSheet(s.ctx, s.d)
		}})
	}
	if s.d.Leads() {
		list = append(list, &question{key: "sign", kind: askChoice, opts: yes, more: true, what: words.AskSign.In(s.lang), save: func(string) (string, error) {
			return endKey, s.b.SignVisit(s.ctx, s.d)
		}})
	}
	return append(list, &question{key: endKey, kind: askChoice, what: words.AskLastQuestion.In(s.lang), now: "", save: func(string) (string, error) { return stay, nil }})
}
