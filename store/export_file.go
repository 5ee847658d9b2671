package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// diskFault turns a failure of our own disk into a fault about the book or folder at path: book.full or book.readonly.
// Other errors pass.
func diskFault(err error, path string) error {
	switch {
	case isFull(err):
		return &Fault{Code: "book.full", Args: []any{path}, Err: err}
	case isReadOnly(err):
		return &Fault{Code: "book.readonly", Args: []any{path}, Err: err}
	}
	return err
}

// Numbers of Windows that package syscall does not translate.
const (
	windowsWriteProtect   = syscall.Errno(19)
	windowsHandleDiskFull = syscall.Errno(39)
	windowsDiskFull       = syscall.Errno(112)
	windowsFileTooLarge   = syscall.Errno(223)
	windowsNotADirectory  = syscall.Errno(267)
)

func isErrno(err error, unix, windows syscall.Errno) bool {
	if runtime.GOOS == "windows" {
		return errors.Is(err, windows)
	}
	return errors.Is(err, unix)
}

func isFull(err error) bool {
	return isErrno(err, syscall.ENOSPC, windowsDiskFull) || isErrno(err, syscall.EDQUOT, windowsHandleDiskFull)
}

func isReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || isErrno(err, syscall.EROFS, windowsWriteProtect)
}

// isTooLarge tells of a file system that cannot hold a file of this size (FAT: 4 GiB).
func isTooLarge(err error) bool { return isErrno(err, syscall.EFBIG, windowsFileTooLarge) }

// isNoFolder tells of a folder that is not there, or is none.
func isNoFolder(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || isErrno(err, syscall.ENOTDIR, windowsNotADirectory)
}

// syncDir makes a rename in a folder durable. Windows has no such call and does it with the rename.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) {
		err = nil // a file system that cannot, such as some network folders
	}
	return errors.Join(err, d.Close())
}

// publish gives the finished file tmp its name without ever replacing another: a hard link fails where a name is
// taken; file systems without links (FAT on sticks) get a look and a rename. fs.ErrExist when the name is taken.
func publish(tmp, path string) error {
	err := os.Link(tmp, path)
	switch {
	case err == nil:
		if err := os.Remove(tmp); err != nil {
			return err
		}
	case errors.Is(err, fs.ErrExist):
		return err
	default:
		if _, err := os.Lstat(path); err == nil {
			return fs.ErrExist
		}
		if err := os.Rename(tmp, path); err != nil {
			return err
		}
	}
	return syncDir(filepath.Dir(path))
}
