package store

import (
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"zoufang/store/bundle"
)

// localHeld, followed by a file's SHA-256, keeps whose changes of a file wait in the inbox.
const localHeld = "held."

// heldNote is that.
type heldNote struct {
	Person  string            `json:"person"`
	Label   string            `json:"label"`
	By      bundle.DeviceID   `json:"by"`
	Devices []bundle.DeviceID `json:"devices"` // not enrolled, or revoked
}

// noteHeld keeps whose changes wait.
func (m *merge) noteHeld() error {
	if m.fr.Verdict != Waits && m.fr.Verdict != Partial {
		return nil
	}
	n := heldNote{Person: m.f.Person.Name, Label: m.f.Device.Label, By: m.f.by}
	if m.fr.Verdict == Waits {
		n.Devices = append(n.Devices, m.f.by)
	}
	for _, s := range m.f.segs {
		if s.held && !slices.Contains(n.Devices, s.Dev) {
			n.Devices = append(n.Devices, s.Dev)
		}
	}
	text, err := json.Marshal(n)
	if err == nil {
		_, err = m.w.tx.ExecContext(m.ctx, putLocal, localHeld+m.f.inbox.sha.String(), string(text))
	}
	return err
}

// noted is what the table bundle says of a file.
type noted struct {
	at      time.Time
	verdict string
	name    string
}

// inbox finds the files that wait there, and those of which only a part could be saved.
func (t *troubles) inbox() error {
	rows, err := t.q.QueryContext(t.ctx, "SELECT sha, at, verdict, name FROM bundle WHERE verdict != ?", verdictDone)
	if err != nil {
		return err
	}
	defer rows.Close()
	known := map[bundle.Hash]noted{}
	for rows.Next() {
		var sha []byte
		var at int64
		var n noted
		if err := rows.Scan(&sha, &at, &n.verdict, &n.name); err != nil {
			return err
		}
		n.at = time.UnixMilli(at)
		known[bundle.Hash(sha)] = n
	}
	if err := rows.Err(); err != nil {
		return err
	}
	entries, _ := os.ReadDir(t.b.inbox()) // none, or not to be read: nothing is known to wait
	for _, e := range entries {
		var sha bundle.Hash
		stem, ours := strings.CutSuffix(e.Name(), bundleExt)
		if !ours || sha.UnmarshalText([]byte(stem)) != nil {
			continue
		}
		n := known[sha]
		n.name = cmp.Or(n.name, e.Name())
		if err := t.waitingFile(sha, n, filepath.Join(t.b.inbox(), e.Name())); err != nil {
			return err
		}
	}
	return t.saved()
}

// waitingFile says why a file waits.
func (t *troubles) waitingFile(sha bundle.Hash, n noted, path string) error {
	x := Trouble{Level: TroubleAct, File: n.name, Path: path, At: n.at, Place: PlaceMerge, Args: []any{n.name}}
	if n.verdict == verdictNewer {
		x.Kind, x.Fault = TroubleNewerFile, newFault(bundle.FaultNewer, bundle.Format+1)
		t.add(x)
		return nil
	}
	text, err := localText(t.ctx, t.q, localHeld+sha.String())
	if err != nil {
		return err
	}
	var held heldNote
	if text != "" && json.Unmarshal([]byte(text), &held) != nil {
		text = ""
	}
	open := false
	for _, id := range held.Devices {
		d, err := readDevState(t.ctx, t.q, id)
		if err != nil {
			return err
		}
		if d.trust == trusted {
			open = true
			continue
		}
		y := x
		y.Device = t.deviceNamed(id.String())
		if id == held.By && y.Device.Label == "" {
			y.Device.Label = cmp.Or(held.Label, held.Person)
		}
		y.Kind, y.Args, y.Do = TroubleUnknown, []any{n.name, y.Device}, nil
		if d.trust == revoked {
			y.Kind, y.Level, y.Do = TroubleRevokedFile, TroubleNote, []any{y.Device}
		}
		t.add(y)
	}
	if open || text == "" {
		x.Kind = TroubleUnmerged
		t.add(x)
	}
	return nil
}

// saved finds the cut files of which a part was taken and whose laptop has sent no whole one since.
func (t *troubles) saved() error {
	rows, err := t.q.QueryContext(t.ctx, `SELECT name, at, exporter FROM bundle AS s WHERE verdict = ? AND NOT EXISTS
		(SELECT 1 FROM bundle AS d WHERE d.exporter = s.exporter AND d.verdict = ? AND d.at >= s.at)`, verdictSaved, verdictDone)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var name string
		var at int64
		var id []byte
		if err := rows.Scan(&name, &at, &id); err != nil {
			return err
		}
		d := t.deviceNamed(bundle.DeviceID(id).String())
		t.add(Trouble{Kind: TroubleSalvaged, Level: TroubleWarn, Device: d, File: name, At: time.UnixMilli(at), Place: PlaceMerge,
			Args: []any{name, momentOf(at), d}, Do: []any{d}})
	}
	return rows.Err()
}

// rejected finds the files that were refused and lie aside.
func (t *troubles) rejected() {
	dir := filepath.Join(t.b.inbox(), "rejected")
	entries, _ := os.ReadDir(dir) // none: nothing was ever refused
	for _, e := range entries {
		stem, ours := strings.CutSuffix(e.Name(), ".txt")
		if !ours {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			continue // taken away in this moment
		}
		name, why := readReason(string(text))
		x := Trouble{Kind: TroubleRejected, Level: TroubleNote, File: filepath.Base(name), Path: filepath.Join(dir, stem+bundleExt), Fault: why,
			Args: []any{filepath.Base(name), why}, Do: []any{dir}, Place: PlaceMerge}
		if st, err := e.Info(); err == nil {
			x.At = st.ModTime()
		}
		t.add(x)
	}
}

// ClearRejected takes a refused file away for good, with the text beside it; path is that of the trouble. Nothing of it
// was ever taken into the book. Fault trouble.norejected (path) for anything that is not a refused file of this book.
func (b *Book) ClearRejected(path string) error {
	dir := filepath.Join(b.inbox(), "rejected")
	stem, ours := strings.CutSuffix(filepath.Base(path), bundleExt)
	if !ours || filepath.Dir(path) != dir || !lies(filepath.Join(dir, stem+".txt")) {
		return newFault("trouble.norejected", path)
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return diskFault(err, b.path)
	}
	return diskFault(os.Remove(filepath.Join(dir, stem+".txt")), b.path) // last: while it lies there the trouble is listed
}

// reasonLine is why a file was refused, for this program to read again.
func reasonLine(why error) string {
	var f interface {
		FaultCode() string
		FaultArgs() []any
	}
	if !errors.As(why, &f) {
		return ""
	}
	b, err := json.Marshal(append([]any{f.FaultCode()}, f.FaultArgs()...))
	if err != nil {
		return ""
	}
	return string(b)
}

// readReason takes apart the text that lies beside a refused file: the name it came with, and why it was refused.
func readReason(text string) (name string, why error) {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	d := json.NewDecoder(strings.NewReader(lines[len(lines)-1]))
	d.UseNumber()
	var said []any
	if d.Decode(&said) != nil || len(said) == 0 {
		return lines[0], errors.New(lines[len(lines)-1])
	}
	f := &Fault{}
	f.Code, _ = said[0].(string)
	for _, a := range said[1:] {
		if n, is := a.(json.Number); is {
			i, err := n.Int64()
			if err != nil {
				return lines[0], errors.New(f.Code)
			}
			a = i
		}
		f.Args = append(f.Args, a)
	}
	return lines[0], f
}
