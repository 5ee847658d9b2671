package checklist

// SignedSheet is a sheet that came back signed: which one, by its check code, who signed it and on which day. The scan is
// an attachment that it is the host of.
type SignedSheet struct {
	ID     ID     `json:"-"`
	Code   string `json:"code"`
	Sheet  string `json:"sheet"` // the kind of sheet
	Day    string `json:"day"`   // on which it was signed
	Signer string `json:"signer_name"`
	Post   string `json:"signer_post"`
	Note   string `json:"note"`
	Status string `json:"status"` // "", "withdrawn"
}
