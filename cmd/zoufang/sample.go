package main

import (
	"bytes"
	"cmp"
	"context"
	"embed"
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/store"
	"zoufang/store/table"
)

// The sample: a district, streets and people that do not exist. It is written in the formats everybody can write, so
// that it proves them each time it is made.
//
//go:embed sample
var sampleFiles embed.FS

// The round the sample is about, and who looks at it.
var (
	sampleSetup = store.Setup{District: "青澜区", Year: "2026", Demo: true}
	sampleMe    = checklist.Person{Name: "李敏", Number: "1003", Role: checklist.RoleMember, Team: "一组"}
)

// samples are the schemes there is a sample of, by their names, and the folder it stands in.
var samples = map[string]string{"default": "sample", "practice": "sample/practice"}

// sample opens the sample book of a scheme ("" is the default one) and makes it first where there is none. It is made
// under another name, so that an interrupted run leaves no half sample behind.
func (a *app) sample(ctx context.Context, scheme string) (*store.Book, error) {
	scheme = cmp.Or(scheme, "default")
	folder, ok := samples[scheme]
	if !ok {
		return nil, newFault("cmd.sample.none", scheme, strings.Join(slices.Sorted(maps.Keys(samples)), " "))
	}
	path := a.demoPath(scheme)
	if !exists(path) {
		if err := a.makeFolder(path); err != nil {
			return nil, err
		}
		if err := makeSample(ctx, path+".new", scheme, folder); err != nil {
			return nil, errors.Join(err, removeBook(path+".new"))
		}
		if err := os.Rename(path+".new", path); err != nil {
			return nil, &fault{code: "cmd.folder", args: []any{path}, err: err}
		}
	}
	b, err := store.Open(ctx, path, store.Options{})
	if err == nil && !b.Info().Demo {
		return nil, errors.Join(newFault("cmd.notdemo", path), b.Close())
	}
	return b, err
}

// makeSample makes the sample book and plays the recorded visits into it.
func makeSample(ctx context.Context, path, scheme, folder string) error {
	if err := removeBook(path); err != nil {
		return err
	}
	setup := sampleSetup
	setup.Scheme, _ = schemes.Named(scheme)
	b, err := store.Create(ctx, path, store.Options{}, setup)
	if err != nil {
		return err
	}
	err = b.SetMe(ctx, sampleMe)
	if err == nil {
		err = playSample(ctx, b, folder)
	}
	return errors.Join(err, b.Close(), os.Remove(path+".lock"))
}

func playSample(ctx context.Context, b *store.Book, folder string) error {
	units, err := sampleFiles.ReadFile(path.Join(folder, "units.csv"))
	if err != nil {
		return err
	}
	file, err := table.Read("units.csv", bytes.NewReader(units))
	if err != nil {
		return err
	}
	scheme, err := b.Scheme(ctx)
	if err != nil {
		return err
	}
	if _, err := b.SaveUnits(ctx, checklist.CheckUnits(scheme, tableRows(file)).Units); err != nil {
		return err
	}
	names, err := fs.Glob(sampleFiles, path.Join(folder, "*.jsonl")) // in order of their names
	if err != nil {
		return err
	}
	for _, name := range names {
		lines, err := sampleFiles.ReadFile(name)
		if err != nil {
			return err
		}
		r, err := b.RecordLines(ctx, bytes.NewReader(lines), store.RecordOptions{})
		if err != nil {
			return &fault{code: "cmd.sample", args: []any{name, r.Problems}, err: err}
		}
	}
	return nil
}
