// Package store is the room of what is remembered: the book.
//
// A book is one SQLite file. The unit of truth in it is a change: one value written to one register of one record,
// immutable, in a log per device whose entries chain by hash (package bundle knows the form). What a register holds
// are its heads: the changes that no stored change of the same register references. That is a pure function of the set
// of changes, so that books which exchange their changes in any order, any number of times, come to hold the same.
// Two heads with different values are a contest, and stay one until a person decides it.
//
// The rest of the program sees records as plain structs of package checklist and verbs in the words of the field
// (StartVisit, SaveFinding, SetStanding, SignVisit). A form works on single registers in their text form: it reads
// them from a Doc, keeps what is being typed as a Draft, and writes with Apply.
//
// The device's key, how far its log has come and which machine it runs on are kept outside the book (identity.go),
// so that a copied or restored book is noticed and continues as a new device instead of writing two histories under
// one name.
//
// What must never happen here: a change altered or deleted; a clock in the rule that decides what a register holds;
// a constraint on folded data; sensitive text inside a change; a cache in memory ahead of the disk; a read of a visit
// that does not go through the one function that decides what its viewer may see; a sentence for people.
package store
