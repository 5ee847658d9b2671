package report

import (
	"context"
	"io"

	"zoufang/checklist"
	"zoufang/store"
)

// Signed records that a sheet came back signed, with its scan: the code tells which sheet, and of which visit. A sheet of
// which the book says something else by now is recorded too; the match tells so. A code that was recorded before is
// recorded anew. Faults: code.form, code.unknown (code), signed.novisit (title), and those of SaveSignedSheet.
func Signed(ctx context.Context, b *store.Book, code, made string, x checklist.SignedSheet, name string, scan io.Reader) (m Match, err error) {
	list, err := Verify(ctx, b, code, made)
	if err != nil {
		return m, err
	}
	if len(list) == 0 {
		return m, &store.Fault{Code: "code.unknown", Args: []any{code}}
	}
	m = list[0]
	d, err := visitOf(ctx, b, m)
	if err != nil {
		return m, err
	}
	x.Code, x.Sheet = code, m.Kind.Name
	for _, old := range d.Papers {
		if SameCode(old.Code, code) {
			x.ID, x.Code = old.ID, old.Code
		}
	}
	_, err = b.SaveSignedSheet(ctx, d, x, name, scan)
	return m, err
}

// visitOf is the visit a sheet belongs to; a notice and a hand-out belong to the yearly one of their unit.
func visitOf(ctx context.Context, b *store.Book, m Match) (*store.Doc, error) {
	visit, ok := m.Ask.Visit, m.Ask.Visit != (checklist.ID{})
	if !ok && m.Kind.Name != "slip" && m.Ask.Unit.ID != (checklist.ID{}) {
		var err error
		if visit, ok, err = b.VisitOf(ctx, m.Ask.Unit.ID, checklist.Yearly, ""); err != nil {
			return nil, err
		}
	}
	if !ok {
		return nil, &store.Fault{Code: "signed.novisit", Args: []any{m.Kind.Title}}
	}
	return b.Visit(ctx, visit)
}
