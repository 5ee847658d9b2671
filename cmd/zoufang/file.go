package main

import (
	"errors"
	"os"
	"path/filepath"
)

// writeNew writes a file that is not there yet, or with force in place of the one that is, as a whole or not at all.
func writeNew(path string, data []byte, force bool, mode os.FileMode) error {
	if _, err := os.Lstat(path); err == nil && !force {
		return newFault("cmd.sheet.exists", path)
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".zoufang-*.tmp")
	if err == nil {
		_, err = tmp.Write(data)
		err = errors.Join(err, tmp.Close())
		if err == nil {
			err = errors.Join(os.Chmod(tmp.Name(), mode), os.Rename(tmp.Name(), path))
		}
		if err != nil {
			_ = os.Remove(tmp.Name()) // what is told is why
		}
	}
	if err != nil {
		return &fault{code: "cmd.scheme.write", args: []any{path, err}, err: err}
	}
	return nil
}
