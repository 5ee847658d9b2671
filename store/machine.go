package store

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
)

// machine is the fingerprint of the machine this runs on: a hash of the number the system gives it, or of the host name
// where it gives none. Two machines with one copied home folder still differ.
func machine() string {
	id := strings.TrimSpace(systemID())
	if id == "" {
		id, _ = os.Hostname()
	}
	return fingerprint(id)
}

func fingerprint(id string) string {
	sum := sha256.Sum256([]byte("zoufang machine 1\x00" + id))
	return hex.EncodeToString(sum[:8])
}
