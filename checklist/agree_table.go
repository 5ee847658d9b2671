package checklist

import (
	"strconv"
	"strings"

	"golang.org/x/text/width"
)

// RatingProblem is a cell that cannot be used: a code that package words has a sentence for.
type RatingProblem struct {
	Code string // "agree.twice", "agree.raters", "agree.long"
	Row  int    // as a spreadsheet counts it
	Args []any
}

// RatingsOf reads a table people made: the first row names the raters, the first column the units, and a cell is what
// the rater gave the unit. An empty cell, or one with a dash alone, is a rating not given. Where a value is no number
// all values are taken as names: named is true, and only what treats them as names says anything.
func RatingsOf(rows []TableRow) (r *Ratings, named bool, problems []RatingProblem) {
	r = &Ratings{}
	if len(rows) == 0 || len(rows[0].Cells) < 3 {
		return r, false, []RatingProblem{{Code: "agree.raters", Row: 1}}
	}
	r.Raters = rows[0].Cells[1:]
	seen := map[string]int{}
	for _, row := range rows[1:] {
		name := row.Cells[0]
		if first, twice := seen[name]; twice {
			problems = append(problems, RatingProblem{Code: "agree.twice", Row: row.No, Args: []any{name, first}})
			continue
		}
		if len(row.Cells) > len(r.Raters)+1 {
			problems = append(problems, RatingProblem{Code: "agree.long", Row: row.No, Args: []any{len(row.Cells) - 1, len(r.Raters)}})
			continue
		}
		seen[name] = row.No
		r.Units = append(r.Units, name)
		for _, c := range row.Cells[1:] {
			_, err := ratingNumber(c)
			named = named || err != nil && !noRating(c)
		}
	}
	if len(problems) > 0 {
		return r, named, problems
	}
	names := map[string]float64{}
	for _, row := range rows[1:] {
		out := make([]Rating, len(r.Raters))
		for i, c := range row.Cells[1:] {
			switch v, err := ratingNumber(c); {
			case noRating(c):
			case !named && err == nil:
				out[i] = Rated(v)
			default:
				if _, known := names[c]; !known {
					names[c] = float64(len(names))
				}
				out[i] = Rated(names[c])
			}
		}
		r.Rows = append(r.Rows, out)
	}
	return r, named, nil
}

func noRating(c string) bool { return strings.Trim(width.Narrow.String(c), "-—") == "" }

// ratingNumber takes full-width digits too.
func ratingNumber(c string) (float64, error) {
	return strconv.ParseFloat(strings.TrimSpace(width.Narrow.String(c)), 64)
}
