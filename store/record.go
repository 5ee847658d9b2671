package store

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"maps"

	"zoufang/checklist"
)

// RecordOptions says how RecordLines treats its input.
type RecordOptions struct {
	Dir      string // where the files of attachments lie; "" takes none
	KeepGood bool   // take the good lines although others have problems
}

// LineProblem is what is wrong with a line: a code that package words has a sentence for, and its arguments. The line is
// no argument: it is shown before the sentence.
type LineProblem struct {
	Line int
	Code string
	Args []any
}

// RecordReport is what RecordLines did.
type RecordReport struct {
	Lines    int            // lines that recorded something
	Changes  int            // changes written; lines that say what the book holds already write none
	Kinds    map[string]int // lines by what they recorded
	Problems []LineProblem
	Labels   map[string]checklist.ID // the records that lines gave names to
	Visits   []checklist.ID          // the visits written to, in the order of their first line
}

// maxLine bounds a line: a long note with its escapes fits.
const maxLine = 4 << 20

// RecordLines writes JSON Lines: everything the screens can record, by the same names. All lines are written in one
// transaction or none; with KeepGood the good ones are written. Fault record.problems (n) when none were; the report
// lists every problem either way.
//
// Blank lines and lines that begin with # are passed over. Every other line is one object. A line without a verb sets
// what the lines after it are about:
//
//	{"unit":"MZJ"}  {"unit":"MZJ","visit":"2026-05-03"}  {"by":"1003"}  {"at":"2026-03-09 09:06"}
//
// and a line with a verb may carry the same keys for itself. The verbs are record (with set), withdraw, restore,
// nil_rest, approve, refuse. A line may name its record with "as" for the lines after it, which write "@name".
func (b *Book) RecordLines(ctx context.Context, r io.Reader, o RecordOptions) (RecordReport, error) {
	var rec *recorder
	err := b.write(ctx, func(w *writer) error {
		w.plain = true // a script is not taken back by a key
		rec = newRecorder(w, o)
		if err := rec.readAll(ctx, r); err != nil {
			return err
		}
		if len(rec.report.Problems) > 0 && !o.KeepGood {
			return newFault("record.problems", len(rec.report.Problems))
		}
		rec.report.Changes = w.count
		return nil
	})
	if rec == nil {
		return RecordReport{}, err
	}
	if err != nil {
		rec.report.Changes = 0
	}
	return rec.report, err
}

// recorder is one run of RecordLines.
type recorder struct {
	w      *writer
	o      RecordOptions
	report RecordReport
	about  about           // set by lines without a verb
	broken map[string]bool // names of lines that had problems: what uses them has no problem of its own
}

// about is what a line speaks of.
type about struct {
	unit  checklist.ID
	kind  checklist.VisitKind
	day   string
	by    checklist.Person
	wall  uint64
	at    string // the moment, for texts
	given bool   // a unit was named
}

func newRecorder(w *writer, o RecordOptions) *recorder {
	r := &recorder{w: w, o: o, broken: map[string]bool{}}
	r.report.Kinds, r.report.Labels = map[string]int{}, map[string]checklist.ID{}
	r.about = about{kind: checklist.Yearly, by: w.b.Me()}
	return r
}

// errSkipped marks a line that only fails because an earlier one did.
var errSkipped = errors.New("store: line rests on one with a problem")

func (r *recorder) readAll(ctx context.Context, in io.Reader) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 0, 64<<10), maxLine)
	for n := 1; lines.Scan(); n++ {
		text := bytes.TrimSpace(lines.Bytes())
		if n == 1 {
			text = bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
		}
		if len(text) == 0 || text[0] == '#' {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.line(ctx, n, text); err != nil {
			return err
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		r.problem(0, newFault("record.long", maxLine))
		return nil
	} else if err != nil {
		return &Fault{Code: "record.read", Err: err}
	}
	return nil
}

// line records one line. A problem of the line takes back what the line wrote; any other error ends the run.
func (r *recorder) line(ctx context.Context, n int, text []byte) error {
	l, err := parseLine(text)
	if err == nil {
		err = r.w.try(ctx, func() error { return r.do(ctx, l) })
	}
	if err == nil {
		return nil
	}
	if l.as != "" {
		r.broken[l.as] = true
	}
	if errors.Is(err, errSkipped) {
		return nil
	}
	var f interface {
		error
		FaultCode() string
		FaultArgs() []any
	}
	if !errors.As(err, &f) || sqliteCode(err) != "" {
		return err
	}
	r.problem(n, f)
	return nil
}

func (r *recorder) problem(n int, f interface {
	FaultCode() string
	FaultArgs() []any
}) {
	r.report.Problems = append(r.report.Problems, LineProblem{Line: n, Code: f.FaultCode(), Args: f.FaultArgs()})
}

// try runs fn and takes back what it wrote when it fails, the rest of the transaction staying. Undo does not know of it.
func (w *writer) try(ctx context.Context, fn func() error) error {
	if _, err := w.q.ExecContext(ctx, "SAVEPOINT line"); err != nil {
		return err
	}
	own, count, touched, dirty := w.own, w.count, maps.Clone(w.touched), w.dirty
	if err := fn(); err != nil {
		clear(w.fold.pending)
		w.own, w.count, w.touched, w.dirty = own, count, touched, dirty
		_, back := w.q.ExecContext(ctx, "ROLLBACK TO line")
		_, done := w.q.ExecContext(ctx, "RELEASE line")
		return errors.Join(err, back, done)
	}
	_, err := w.q.ExecContext(ctx, "RELEASE line")
	return err
}
