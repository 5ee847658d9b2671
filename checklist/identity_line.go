package checklist

// LineNoteID is a person's to-do mark on one line of a visit: a rule, a paper, a number, a question. Marking the same
// line on two laptops, or twice, meets in one note.
func LineNoteID(visit, person ID, line string) ID {
	return InVisit(visit, key("line", person.String(), line))
}
