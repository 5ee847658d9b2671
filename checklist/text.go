package checklist

// Text is a name or a sentence of the scheme in both languages.
type Text struct {
	ZH string `json:"zh"`
	EN string `json:"en"`
}

// In is the text in a language ("zh" or "en"); where one language is missing the other is shown rather than nothing.
func (t Text) In(lang string) string {
	if (lang == "en" && t.EN != "") || t.ZH == "" {
		return t.EN
	}
	return t.ZH
}
