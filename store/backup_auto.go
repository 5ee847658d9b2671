package store

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"zoufang/store/bundle"
)

// Copies of the book that are made by themselves. Where to and how often is a setting of this book on this laptop, and so
// is the list of the copies it made: a file is taken away again only if that list has it and every byte of it is what was
// written.

// Keys of the table local.
const (
	localBackup     = "backup"      // the plan
	localBackupNote = "backup.note" // what came of it
)

// BackupPlan says where copies go by themselves. The zero plan makes none.
type BackupPlan struct {
	Dir   string        `json:"dir"`
	Every time.Duration `json:"every"`
	Keep  int           `json:"keep"`
	Seal  bool          `json:"seal,omitempty"`
}

// The usual plan, and its limits.
const (
	BackupEvery    = 30 * time.Minute
	BackupKeep     = 10
	minBackupEvery = time.Minute
	maxBackupEvery = 30 * 24 * time.Hour
	maxBackupKeep  = 1000
	retryBackup    = 5 * time.Minute // after a failure that may pass
)

// backupNote is what the local part keeps of copies that were made.
type backupNote struct {
	Made  []madeCopy `json:"made"`  // the newest last
	State string     `json:"state"` // of the book when the last one was made
	Tried time.Time  `json:"tried"`
	Why   string     `json:"why,omitempty"` // of the last try that failed, as reasonLine writes it
}

// madeCopy is a copy that this book wrote.
type madeCopy struct {
	Dir  string      `json:"dir"`
	Name string      `json:"name"`
	Size int64       `json:"size"`
	SHA  bundle.Hash `json:"sha"`
	At   time.Time   `json:"at"`
}

// BackupState is how it stands with the copies.
type BackupState struct {
	Plan  BackupPlan
	Last  time.Time // when the last good copy was made; zero: never
	Path  string    // of that copy
	Kept  int       // copies that are kept in the place
	Fresh bool      // the book holds nothing that the last copy does not
	Tried time.Time
	Why   error // why the last try failed; nil when it did not
	Due   bool  // it is time to make one
}

// Alarm is what a person should be told, nil when all is well: why the last try failed, or backup.old (minutes since the
// last copy) where the last copy is older than was set, or backup.never.
func (s BackupState) Alarm(now time.Time) error {
	switch {
	case s.Plan.Dir == "" || s.Fresh && s.Why == nil:
		return nil
	case s.Why != nil:
		return s.Why
	case s.Last.IsZero():
		return newFault("backup.never")
	case now.Sub(s.Last) > 2*s.Plan.Every:
		return newFault("backup.old", now.Sub(s.Last))
	}
	return nil
}

// SetBackup has copies made by themselves from now on; the zero plan ends it, and no copy is taken away. Faults:
// backup.nofolder (folder), backup.here where the book lies in the same folder, backup.often, backup.keep, backup.nokey.
func (b *Book) SetBackup(ctx context.Context, p BackupPlan) error {
	if p == (BackupPlan{}) {
		return b.local(ctx, "DELETE FROM local WHERE key = ?", localBackup)
	}
	p.Every, p.Keep = cmp.Or(p.Every, BackupEvery), cmp.Or(p.Keep, BackupKeep)
	dir, err := filepath.Abs(p.Dir)
	if err != nil || !isFolder(dir) {
		return newFault("backup.nofolder", p.Dir)
	}
	p.Dir = dir
	switch {
	case sameFolder(dir, filepath.Dir(b.path)):
		return newFault("backup.here")
	case p.Every < minBackupEvery || p.Every > maxBackupEvery:
		return newFault("backup.often")
	case p.Keep < 1 || p.Keep > maxBackupKeep:
		return newFault("backup.keep", maxBackupKeep)
	}
	if p.Seal {
		if _, err := b.backupKeys(ctx); err != nil {
			return err
		}
	}
	text, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return b.setLocal(ctx, localBackup, string(text))
}

func sameFolder(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && os.SameFile(x, y)
}

// BackupState tells how it stands with the copies.
func (b *Book) BackupState(ctx context.Context) (s BackupState, err error) {
	err = b.read(ctx, func(q querier) error {
		var n backupNote
		if s.Plan, n, err = readBackup(ctx, q); err != nil || s.Plan.Dir == "" {
			return err
		}
		state, err := copyState(ctx, q)
		if err != nil {
			return err
		}
		for _, m := range n.Made {
			if m.Dir == s.Plan.Dir {
				s.Kept++
			}
		}
		if len(n.Made) > 0 {
			last := n.Made[len(n.Made)-1]
			s.Last, s.Path = last.At, filepath.Join(last.Dir, last.Name)
			_, gone := os.Stat(s.Path)
			s.Fresh = state == n.State && last.Dir == s.Plan.Dir && (gone == nil || !isFolder(last.Dir))
		}
		s.Tried = n.Tried
		if n.Why != "" {
			_, s.Why = readReason("\n" + n.Why)
		}
		s.Due = !s.Fresh && s.due(b.now())
		return nil
	})
	return s, err
}

// due tells whether it is time for a copy, or for another try: as soon as a place that was missing is there again, and
// every few minutes after other failures. A clock that was set back is no reason to wait.
func (s BackupState) due(now time.Time) bool {
	switch {
	case IsFault(s.Why, "backup.nofolder"):
		return isFolder(s.Plan.Dir)
	case s.Why != nil:
		return now.Sub(s.Tried) >= min(s.Plan.Every, retryBackup) || now.Before(s.Tried)
	}
	return now.Sub(s.Last) >= s.Plan.Every || now.Before(s.Last)
}

func readBackup(ctx context.Context, q querier) (p BackupPlan, n backupNote, err error) {
	for key, into := range map[string]any{localBackup: &p, localBackupNote: &n} {
		text, err := localText(ctx, q, key)
		if err != nil {
			return p, n, err
		}
		if text != "" {
			if err := json.Unmarshal([]byte(text), into); err != nil {
				return BackupPlan{}, backupNote{}, nil // of a newer program: as if nothing was set
			}
		}
	}
	return p, n, nil
}

// copyState changes with everything that is worth a new copy: changes, files that were merged, trust, what is being typed.
func copyState(ctx context.Context, q querier) (state string, err error) {
	err = q.QueryRowContext(ctx, `SELECT printf('%d.%d.%d.%d.%d.%d', (SELECT total(hseq) FROM dev), (SELECT total(trust) FROM dev),
		(SELECT count(*) FROM bundle), (SELECT count(*) FROM seg), (SELECT count(*) FROM draft), (SELECT coalesce(max(at), 0) FROM draft))`).Scan(&state)
	return state, err
}

// AutoBackup makes the copy that the plan asks for, whether it is due or not, and thins out the older ones. What fails is
// noted for BackupState and given back. Nothing is done without a plan.
func (b *Book) AutoBackup(ctx context.Context, progress func(Progress)) (s BackupState, err error) {
	var n backupNote
	var state string
	if err := b.read(ctx, func(q querier) error {
		if s.Plan, n, err = readBackup(ctx, q); err == nil {
			state, err = copyState(ctx, q)
		}
		return err
	}); err != nil || s.Plan.Dir == "" {
		return s, err
	}
	made, err := b.autoCopy(ctx, s.Plan, progress)
	if ctx.Err() != nil {
		return s, errors.Join(ctx.Err(), err) // somebody skipped it: no try
	}
	n.Tried, n.Why = b.now(), ""
	if err == nil {
		n.Made, n.State = append(n.Made, made), state
		n.Made = thinOut(n.Made, s.Plan, n.Tried)
	} else if n.Why = reasonLine(err); n.Why == "" {
		n.Why = reasonLine(newFault("backup.write", s.Plan.Dir))
	}
	text, jsonErr := json.Marshal(n)
	if noted := errors.Join(jsonErr, b.setLocal(ctx, localBackupNote, string(text))); noted != nil {
		return s, errors.Join(err, noted)
	}
	if s, stateErr := b.BackupState(ctx); stateErr != nil {
		return s, errors.Join(err, stateErr)
	} else {
		return s, err
	}
}

// autoCopy writes the next copy into the place.
func (b *Book) autoCopy(ctx context.Context, p BackupPlan, progress func(Progress)) (m madeCopy, err error) {
	if !isFolder(p.Dir) {
		return m, newFault("backup.nofolder", p.Dir)
	}
	part := ".zoufang-" + b.Info().BookID + ".part"
	for _, old := range []string{filepath.Join(p.Dir, part), filepath.Join(filepath.Dir(b.path), part+"-plain")} {
		_ = os.Remove(old) // left by a run that was killed; where it stays, writing says so
	}
	m = madeCopy{Dir: p.Dir, At: b.now()}
	ext := backupExt
	if p.Seal {
		ext += sealedExt
	}
	for i := 0; ; i++ { // the clock may stand still or have been set back
		m.Name = fmt.Sprintf("zoufang-%s-%s%s", b.Info().BookID[:8], m.At.Add(time.Duration(i)*time.Second).Format("20060102-150405"), ext)
		c, err := b.copyBook(ctx, filepath.Join(p.Dir, m.Name), part, BackupOptions{Seal: p.Seal, Progress: progress})
		if IsFault(err, "backup.exists") && i < 1000 {
			continue
		}
		m.Size, m.SHA = c.Size, c.SHA
		return m, err
	}
}

// How copies end: a book, and a sealed one.
const (
	backupExt = ".db"
	sealedExt = ".age"
)

// thinOut takes the copies away that are too many, and gives those that stay in the list. A file that is not what was
// written is left where it is, and so is what cannot be removed now.
func thinOut(made []madeCopy, p BackupPlan, now time.Time) []madeCopy {
	here := slices.DeleteFunc(slices.Clone(made), func(m madeCopy) bool {
		st, err := os.Lstat(filepath.Join(m.Dir, m.Name))
		return m.Dir == p.Dir && (os.IsNotExist(err) || err == nil && st.Size() != m.Size) // somebody took it, or made it theirs
	})
	var ours []madeCopy
	for _, m := range here {
		if m.Dir == p.Dir {
			ours = append(ours, m)
		}
	}
	times := make([]time.Time, len(ours))
	for i, m := range ours {
		times[i] = m.At
	}
	var dropped []madeCopy
	for _, i := range surplus(times, p.Keep, now) {
		if removeCopy(ours[i]) {
			dropped = append(dropped, ours[i])
		}
	}
	return slices.DeleteFunc(here, func(m madeCopy) bool { return slices.Contains(dropped, m) })
}

// removeCopy removes a copy if it is byte for byte what was written; true when it need not be thought of any more.
func removeCopy(m madeCopy) bool {
	path := filepath.Join(m.Dir, m.Name)
	st, err := os.Lstat(path)
	if err != nil || !st.Mode().IsRegular() || st.Size() != m.Size {
		return err == nil // it was changed: somebody's own file now
	}
	sha, _, err := sumFile(context.Background(), path)
	if err != nil {
		return false
	}
	return sha != m.SHA || os.Remove(path) == nil
}

// surplus says which of the copies, the oldest first, are too many: again and again the one whose neighbours lie
// closest together for their age. So the newest ones stay close, older ones get sparser, and the first stays.
func surplus(times []time.Time, keep int, now time.Time) (drop []int) {
	left := make([]int, len(times))
	for i := range left {
		left[i] = i
	}
	for len(left) > max(keep, 1) {
		best, least := 0, -1.0
		for i := 1; i < len(left)-1; i++ {
			gap := times[left[i+1]].Sub(times[left[i-1]])
			age := max(now.Sub(times[left[i]]), time.Second)
			if share := gap.Seconds() / age.Seconds(); least < 0 || share < least {
				best, least = i, share
			}
		}
		drop = append(drop, left[best])
		left = slices.Delete(left, best, best+1)
	}
	slices.Sort(drop)
	return drop
}
