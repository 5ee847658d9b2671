package store

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"
	"unicode"

	"zoufang/checklist"
	"zoufang/store/bundle"
)

// MaxAttachment is the size of the largest file that is taken, in bytes: a book must stay small enough to carry.
const MaxAttachment = 50 << 20

// maxFileName is how many bytes of a file's name are kept.
const maxFileName = 200

// attachTypes are the files that are taken: by ending, with the first bytes such a file has. What a file is called must
// agree with what it is, because the system's viewer will be asked to open it.
var attachTypes = map[string]struct{ mime, magic string }{
	".jpg": {"image/jpeg", "\xff\xd8\xff"}, ".jpeg": {"image/jpeg", "\xff\xd8\xff"}, ".png": {"image/png", "\x89PNG\r\n\x1a\n"},
	".gif": {"image/gif", "GIF8"}, ".bmp": {"image/bmp", "BM"}, ".webp": {"image/webp", "RIFF"}, ".heic": {"image/heic", "....ftyp"},
	".tif": {"image/tiff", ""}, ".tiff": {"image/tiff", ""}, ".pdf": {"application/pdf", "%PDF-"}, ".zip": {"application/zip", zipMagic},
	".docx": {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", zipMagic},
	".xlsx": {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", zipMagic},
	".pptx": {"application/vnd.openxmlformats-officedocument.presentationml.presentation", zipMagic},
	".ofd":  {"application/ofd", zipMagic}, ".doc": {"application/msword", oleMagic}, ".xls": {"application/vnd.ms-excel", oleMagic},
	".ppt": {"application/vnd.ms-powerpoint", oleMagic}, ".wps": {"application/vnd.ms-works", oleMagic}, ".et": {"application/x-et", oleMagic},
}

const (
	zipMagic = "PK\x03\x04"
	oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
)

// AttachTypes lists the endings of the files that Attach takes, for a file picker.
func AttachTypes() []string {
	var list []string
	for ext := range attachTypes {
		list = append(list, ext)
	}
	return list
}

// Attach keeps a file in the book as the proof of a record, in one transaction. Faults: attach.type (name), attach.size
// (name, limit in bytes), attach.empty (name).
func (b *Book) Attach(ctx context.Context, d *Doc, host checklist.ID, name string, r io.Reader) (id checklist.ID, err error) {
	content, f, err := readAttachment(name, r)
	if err != nil {
		return id, err
	}
	id = NewID(d.ID)
	return id, b.write(ctx, func(w *writer) error { return w.attach(ctx, id, host, "", content, f) })
}

func (w *writer) attach(ctx context.Context, id, host checklist.ID, caption string, content []byte, f bundle.File) error {
	if _, err := w.keepFile(ctx, content); err != nil {
		return err
	}
	text, ok := fileTextOf(bundle.FileOf(f))
	if !ok {
		return errors.New("store: file value does not read back")
	}
	return w.apply(ctx,
		Edit{Record: id, Kind: KindAttachment, Field: "file", Text: text, current: true},
		Edit{Record: id, Kind: KindAttachment, Field: "caption", Text: caption, current: true},
		Edit{Record: id, Kind: KindAttachment, Field: "host", Text: host.String(), current: true})
}

// readAttachment reads a file and checks what it is.
func readAttachment(name string, r io.Reader) ([]byte, bundle.File, error) {
	name = plainName(name)
	t, ok := attachTypes[strings.ToLower(path.Ext(name))]
	if !ok {
		return nil, bundle.File{}, newFault("attach.type", name)
	}
	content, err := io.ReadAll(io.LimitReader(r, MaxAttachment+1))
	switch {
	case err != nil:
		return nil, bundle.File{}, &Fault{Code: "attach.read", Args: []any{name}, Err: err}
	case len(content) == 0:
		return nil, bundle.File{}, newFault("attach.empty", name)
	case len(content) > MaxAttachment:
		return nil, bundle.File{}, newFault("attach.size", name, int64(MaxAttachment))
	case !looksLike(content, t.magic):
		return nil, bundle.File{}, newFault("attach.type", name)
	}
	return content, bundle.File{SHA: bundle.SumOf(content), Size: uint64(len(content)), MIME: t.mime, Name: name}, nil
}

// looksLike compares the first bytes; a dot in the magic stands for any byte, and TIFF has two byte orders.
func looksLike(content []byte, magic string) bool {
	if magic == "" {
		return bytes.HasPrefix(content, []byte("II*\x00")) || bytes.HasPrefix(content, []byte("MM\x00*"))
	}
	if len(content) < len(magic) {
		return false
	}
	for i := range magic {
		if magic[i] != content[i] && !(magic[i] == '.' && i < 4) {
			return false
		}
	}
	return true
}

// plainName keeps what a file was called and nothing of where it lay. It must never become a path, and what is not
// printable must not reach a terminal.
func plainName(name string) string {
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, bundle.Clean(name))
	ext := path.Ext(name)
	if over := len(name) - maxFileName; over > 0 && len(ext) < maxFileName {
		stem := name[:len(name)-len(ext)]
		name = strings.ToValidUTF8(stem[:len(stem)-over], "") + ext
	}
	return name
}

// OpenAttachment gives the bytes of an attachment that d shows. Faults: attach.unknown; attach.waiting (name) while the
// file has not arrived.
func (b *Book) OpenAttachment(ctx context.Context, d *Doc, id checklist.ID) (io.Reader, checklist.Attachment, error) {
	for _, a := range d.Attached {
		if a.ID != id {
			continue
		}
		var sha bundle.Hash
		if err := sha.UnmarshalText([]byte(a.SHA)); err != nil {
			return nil, a, newFault("attach.waiting", a.Name)
		}
		here, err := fileHere(ctx, b.r, sha)
		if err == nil && !here {
			err = newFault("attach.waiting", a.Name)
		}
		return &fileReader{ctx: ctx, b: b, sha: sha}, a, fault(err, b.path)
	}
	return nil, checklist.Attachment{}, newFault("attach.unknown")
}

// DetachFile takes an attachment off its record, with a reason. The file stays in the book.
func (b *Book) DetachFile(ctx context.Context, d *Doc, id checklist.ID, reason string) error {
	return b.Apply(ctx, d.status(id, KindAttachment, "withdrawn", reason))
}
