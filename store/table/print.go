package table

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// Print is how a table is looked at and printed that is read and not filled in: with filters over its columns, its header on
// every page, and what stands at the edges of the pages.
type Print struct {
	Fixed      int    // columns that stay where they are beside the header row
	Head, Foot string // of every page; the number of the page stands in the foot
}

// panes freeze the header, and the first columns where a print says so.
func (p *Print) panes() *excelize.Panes {
	if p == nil || p.Fixed == 0 {
		return &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	}
	name, _ := excelize.ColumnNumberToName(p.Fixed + 1) // a few columns always have a name
	return &excelize.Panes{Freeze: true, XSplit: p.Fixed, YSplit: 1, TopLeftCell: name + "2", ActivePane: "bottomRight"}
}

// set puts filters, repeated headers and page edges on a sheet.
func (p *Print) set(f *excelize.File, s *Sheet) error {
	if p == nil || len(s.Columns) == 0 {
		return nil
	}
	last, err := excelize.CoordinatesToCellName(len(s.Columns), len(s.Rows)+1)
	if err != nil {
		return err
	}
	if len(s.Columns) > 1 {
		if err := f.AutoFilter(s.Name, "A1:"+last, nil); err != nil {
			return err
		}
	}
	quoted := "'" + strings.ReplaceAll(s.Name, "'", "''") + "'"
	if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: quoted + "!$1:$1", Scope: s.Name}); err != nil {
		return err
	}
	return f.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{
		OddHeader: "&L" + edgeText(p.Head) + "&R&A", OddFooter: "&L" + edgeText(p.Foot) + "&R&P / &N"})
}

// printable lets a sheet be printed on A4 paper, lying, as wide as the paper is.
func printable(f *excelize.File, sheet string) error {
	paper, lying, wide, high, fit := 9, "landscape", 1, 0, true
	if err := f.SetPageLayout(sheet, &excelize.PageLayoutOptions{Size: &paper, Orientation: &lying, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	return f.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit})
}

// edgeText is a text at the edge of a page, where & begins a command; it may have 255 characters with them.
func edgeText(s string) string {
	r := []rune(s)
	return strings.ReplaceAll(string(r[:min(len(r), 100)]), "&", "&&")
}
