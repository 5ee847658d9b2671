package report

import (
	"context"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/words"
)

// About says what a kind of sheet is about.
type About string

// What a sheet is about.
const (
	AboutVisit    About = "visit"    // a visit, the yearly one unless a day is named
	AboutUnit     About = "unit"     // a unit, or all of a scheme where none is named
	AboutDistrict About = "district" // the whole book
	AboutDay      About = "day"      // a person's day
)

// Kind is a kind of sheet: its name on the command line, its title, what it is about and who may have it.
type Kind struct {
	Name  string
	Title words.Text
	About About
	For   checklist.Audience
	make  func(*maker) ([]*Sheet, error)
}

// Ask says which sheet is wanted: of which visit, unit or day, in which language.
type Ask struct {
	Lang  words.Lang
	Made  string // moment, as people read it
	Visit checklist.ID
	Unit  checklist.Unit
	Slip  checklist.ID // one slip; zero is all of the unit
	Day   string       // of AboutDay

	NoMark bool // no byte order mark at the beginning of a CSV
}

// maker makes sheets from a book, through the one function that decides what its viewer may see.
type maker struct {
	Ask
	ctx context.Context
	b   *store.Book
}

// kinds are all kinds, in the order they are offered.
var kinds = []Kind{
	{"fact-sheet", words.SheetFacts, AboutVisit, checklist.ForUnit, ofVisit((*Source).FactSheet)},
	{"nil", words.SheetNil, AboutVisit, checklist.ForUnit, (*maker).nilReturn},
	{"missing", words.SheetMissing, AboutVisit, checklist.ForUnit, ofVisit((*Source).MissingPapers)},
	{"slip", words.SheetSlip, AboutUnit, checklist.ForUnit, (*maker).slips},
	{"notice", words.SheetNotice, AboutUnit, checklist.ForUnit, (*maker).notice},
	{"handout", words.SheetHandout, AboutUnit, checklist.ForUnit, (*maker).handout},
	{"self-score", words.SheetSelfForm, AboutUnit, checklist.ForUnit, (*maker).selfScore},
	{"copy", words.SheetCopy, AboutVisit, checklist.ForUnit, (*maker).unitCopy},
	{"score", words.SheetScore, AboutVisit, checklist.ForTeam, ofVisit((*Source).ScoreTable)},
	{"consensus", words.SheetConsensus, AboutVisit, checklist.ForTeam, ofVisit((*Source).ConsensusRecord)},
	{"unit", words.SheetUnitReport, AboutVisit, checklist.ForOffice, (*maker).unitReport},
	{"district", words.SheetDistrict, AboutDistrict, checklist.ForOffice, (*maker).district},
	{"results", words.ResultTitle, AboutDistrict, checklist.ForOffice, (*maker).resultSheet},
	{"city", words.SheetCity, AboutDistrict, checklist.ForOffice, (*maker).city},
	{"public", words.SheetPublic, AboutDistrict, checklist.ForPublic, (*maker).public},
	{"blank", words.SheetBlank, AboutDistrict, checklist.ForTeam, (*maker).blank},
	{"today", words.SheetToday, AboutDay, checklist.ForTeam, (*maker).today},
}

// Kinds lists the kinds of sheet in the order they are offered.
func Kinds() []Kind { return kinds }

// KindNamed finds a kind by its name.
func KindNamed(name string) (Kind, bool) {
	for _, k := range kinds {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

// Make makes the sheets of a kind. Faults: report.nounit (kind) where one is needed, report.nothing (title) where the book
// has nothing to put on it, and those of reading the book.
func (k Kind) Make(ctx context.Context, b *store.Book, a Ask) ([]*Sheet, error) {
	if k.About == AboutVisit && a.Visit == (checklist.ID{}) {
		return nil, &store.Fault{Code: "report.nounit", Args: []any{k.Title}}
	}
	list, err := k.make(&maker{a, ctx, b})
	if err == nil && len(list) == 0 {
		err = &store.Fault{Code: "report.nothing", Args: []any{k.Title}}
	}
	return list, err
}

// ofVisit makes one sheet of a visit.
func ofVisit(make func(*Source) *Sheet) func(*maker) ([]*Sheet, error) {
	return func(m *maker) ([]*Sheet, error) {
		src, err := m.source()
		if err != nil {
			return nil, err
		}
		return []*Sheet{make(src)}, nil
	}
}

// source reads the visit.
func (m *maker) source() (*Source, error) {
	doc, err := m.b.Visit(m.ctx, m.Visit)
	if err != nil {
		return nil, err
	}
	scheme, err := m.b.SchemeOf(m.ctx, doc.SchemeHash)
	if err != nil {
		return nil, err
	}
	return &Source{Lang: m.Lang, Made: m.Made, Doc: doc, Scheme: scheme}, nil
}

// plain is a source without a visit: the unit that is asked for, and the scheme of the round.
func (m *maker) plain() (*Source, error) {
	scheme, err := m.b.Scheme(m.ctx)
	if err != nil {
		return nil, err
	}
	doc := &store.Doc{Visit: checklist.Visit{Unit: m.Unit, Round: m.b.Info().Round}}
	return &Source{Lang: m.Lang, Made: m.Made, Doc: doc, Scheme: scheme}, nil
}

func (m *maker) nilReturn() ([]*Sheet, error) {
	src, err := m.source()
	if err != nil {
		return nil, err
	}
	if len(src.facts()) > 0 {
		return nil, &store.Fault{Code: "report.notnil", Args: []any{src.Doc.Unit.Name}}
	}
	return []*Sheet{src.nilReturn()}, nil
}

func (m *maker) slips() (out []*Sheet, err error) {
	scheme, err := m.b.Scheme(m.ctx)
	if err != nil {
		return nil, err
	}
	if m.Unit.ID == (checklist.ID{}) {
		return nil, &store.Fault{Code: "report.nounit", Args: []any{words.SheetSlip}}
	}
	list, err := m.b.Slips(m.ctx, m.Unit.ID)
	for _, x := range list {
		if m.Slip == (checklist.ID{}) || m.Slip == x.ID {
			out = append(out, Slip(m.Lang, m.Made, m.b.Info(), scheme, m.Unit, x))
		}
	}
	return out, err
}

// unitCopy are all sheets of a visit that the unit may have, in one: facts, papers wanted, slips that were issued, and the
// result once it was released.
func (m *maker) unitCopy() ([]*Sheet, error) {
	src, err := m.source()
	if err != nil {
		return nil, err
	}
	m.Unit = src.Doc.Unit
	list := []*Sheet{src.FactSheet(), src.MissingPapers()}
	for _, x := range src.Doc.Slips {
		if x.State != checklist.SlipDraft && x.State != checklist.SlipVoided {
			list = append(list, Slip(m.Lang, m.Made, m.b.Info(), src.Scheme, m.Unit, x))
		}
	}
	notice, err := m.notice()
	if err != nil && !store.IsFault(err, "report.unreleased") {
		return nil, err
	}
	return append(list, notice...), nil
}

func (m *maker) today() ([]*Sheet, error) {
	w, err := m.b.WorkOn(m.ctx, m.Day)
	if err != nil {
		return nil, err
	}
	return []*Sheet{Day(m.Lang, m.Made, m.b.Info(), w)}, nil
}
