package main

import (
	"archive/tar"
	"archive/zip"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path"
	"strings"
	"time"
)

// entry is a file of an archive.
type entry struct {
	name string // with slashes, below the archive's one folder
	data []byte
	run  bool // it is a program
}

func (e entry) mode() int64 {
	if e.run {
		return 0o755
	}
	return 0o644
}

// pack writes an archive (.zip or .tar.gz by its name) with one folder, and returns its SHA-256. Order, times, modes and
// owners do not depend on the machine.
func pack(to, root string, files []entry, at time.Time) (string, error) {
	f, err := os.Create(to)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	w := io.MultiWriter(f, sum)
	if strings.HasSuffix(to, ".zip") {
		err = packZip(w, root, files, at)
	} else {
		err = packTar(w, root, files, at)
	}
	if err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), f.Close()
}

func packZip(w io.Writer, root string, files []entry, at time.Time) error {
	z := zip.NewWriter(w)
	for _, e := range files {
		h := &zip.FileHeader{Name: path.Join(root, e.name), Method: zip.Deflate, Modified: at}
		h.SetMode(os.FileMode(e.mode()))
		part, err := z.CreateHeader(h)
		if err != nil {
			return err
		}
		if _, err := part.Write(e.data); err != nil {
			return err
		}
	}
	return z.Close()
}

func packTar(w io.Writer, root string, files []entry, at time.Time) error {
	g, err := gzip.NewWriterLevel(w, gzip.BestCompression)
	if err != nil {
		return err
	}
	t := tar.NewWriter(g)
	for _, e := range files {
		h := &tar.Header{Name: path.Join(root, e.name), Mode: e.mode(), Size: int64(len(e.data)), ModTime: at, Format: tar.FormatPAX}
		if err := t.WriteHeader(h); err != nil {
			return err
		}
		if _, err := t.Write(e.data); err != nil {
			return err
		}
	}
	if err := t.Close(); err != nil {
		return err
	}
	return g.Close()
}
