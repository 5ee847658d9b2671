package bundle

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// needAge wants the public age tool: it is installed where all tests must run, and elsewhere its absence is no failure.
func needAge(t *testing.T) {
	t.Helper()
	for _, name := range []string{"age", "age-keygen"} {
		if _, err := exec.LookPath(name); err != nil {
			if os.Getenv("CI") == "true" {
				t.Fatalf("%s is not installed", name)
			}
			t.Skipf("%s is not installed", name)
		}
	}
}

func tool(t *testing.T, name string, args ...string) []byte {
	t.Helper()
	var out, errs bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, errs.String())
	}
	return out.Bytes()
}

func put(t *testing.T, b []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestTheAgeToolOpensOurs(t *testing.T) {
	needAge(t)
	plain, keys := small(t), newKeys(t, 2)
	sealed := put(t, sealBytes(t, plain, keys[0].Recipient(), keys[1].Recipient()))
	for _, k := range keys {
		var file bytes.Buffer
		if err := WriteIdentity(&file, k, []string{"编办"}, ""); err != nil {
			t.Fatal(err)
		}
		if got := tool(t, "age", "-d", "-i", put(t, file.Bytes()), sealed); !bytes.Equal(got, plain) {
			t.Error("age makes other bytes of our bundle")
		}
	}
	var file bytes.Buffer
	if err := WriteIdentity(&file, newKeys(t, 1)[0], nil, ""); err != nil {
		t.Fatal(err)
	}
	if exec.Command("age", "-d", "-i", put(t, file.Bytes()), sealed).Run() == nil {
		t.Error("age opens it with a key it is not sealed for")
	}
}

func TestWeOpenTheAgeTools(t *testing.T) {
	needAge(t)
	plain := small(t)
	file := tool(t, "age-keygen")
	ids, err := ReadIdentities(bytes.NewReader(file), "")
	if err != nil {
		t.Fatal(err)
	}
	key := ids[0].(*Key)
	if got := strings.TrimSpace(string(tool(t, "age-keygen", "-y", put(t, file)))); got != key.Recipient().String() {
		t.Errorf("age-keygen calls the key %s, we %s", got, key.Recipient())
	}
	other := newKeys(t, 1)[0]
	sealed := tool(t, "age", "-r", other.Recipient().String(), "-r", key.Recipient().String(), put(t, plain))
	if err := readSealed(sealed, key); err != nil {
		t.Error(err)
	}
	if err := readSealed(sealed, other); err != nil {
		t.Error(err)
	}
	wantFault(t, readSealed(sealed, newKeys(t, 1)[0]), FaultNotForKey)
}

// Both ways under a passphrase: our identity file opens with age, and one that age -p made opens here.
func TestPassphrasesOfTheAgeTool(t *testing.T) {
	needAge(t)
	const passphrase = "correct horse battery"
	plain, key := small(t), newKeys(t, 1)[0]
	var file bytes.Buffer
	if err := WriteIdentity(&file, key, nil, passphrase); err != nil {
		t.Fatal(err)
	}
	sealed := put(t, sealBytes(t, plain, key.Recipient()))
	out := filepath.Join(t.TempDir(), "out")
	typed(t, passphrase, 1, "age", "-d", "-i", put(t, file.Bytes()), "-o", out, sealed)
	if got, err := os.ReadFile(out); err != nil || !bytes.Equal(got, plain) {
		t.Errorf("age does not open a bundle with our identity file: %v", err)
	}

	out = filepath.Join(t.TempDir(), "locked")
	typed(t, passphrase, 2, "age", "-p", "-o", out, put(t, tool(t, "age-keygen")))
	locked, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if ids, err := ReadIdentities(bytes.NewReader(locked), passphrase); err != nil || len(ids) != 1 {
		t.Errorf("%d keys, %v", len(ids), err)
	}
	_, err = ReadIdentities(bytes.NewReader(locked), passphrase+"!")
	wantFault(t, err, FaultPassphrase)
}

// typed runs the tool on a terminal of its own, for that is where it asks, and types the passphrase so many times.
func typed(t *testing.T, passphrase string, times int, name string, args ...string) {
	t.Helper()
	cmd := exec.Command(name, args...)
	tty, err := pty.Start(cmd)
	if err != nil {
		t.Fatal(err)
	}
	defer tty.Close()
	said := make(chan string, 64)
	go func() {
		buf := make([]byte, 4096)
		for {
			n, err := tty.Read(buf)
			if err != nil {
				close(said)
				return
			}
			said <- string(buf[:n])
		}
	}()
	var all strings.Builder
	deadline := time.After(time.Minute)
	for asked := 0; ; {
		select {
		case text, more := <-said:
			if !more {
				if err := cmd.Wait(); err != nil {
					t.Fatalf("%s: %v\n%s", name, err, all.String())
				}
				return
			}
			all.WriteString(text)
			if now := strings.Count(strings.ToLower(all.String()), "passphrase"); asked < times && now > asked && strings.Contains(text, ":") {
				asked++
				if _, err := io.WriteString(tty, passphrase+"\r"); err != nil {
					t.Fatal(err)
				}
			}
		case <-deadline:
			_ = cmd.Process.Kill()
			t.Fatalf("%s does not end:\n%s", name, all.String())
		}
	}
}
