package main

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/store"
	"zoufang/words"
)

// fits wants the sentence of a code to take exactly the arguments that come with it, in both languages.
func fits(t *testing.T, code string, args []any) {
	t.Helper()
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		if !words.Known(code) {
			t.Errorf("%s has no sentence", code)
			return
		}
		if text := words.Say(lang, code, args...); strings.Contains(text, "%!") || strings.Contains(text, "{") {
			t.Errorf("%s: %s", code, text)
		}
	}
}

// TestSentencesFitTheSample renders everything the sample gives rise to: arithmetic, lists of what is missing,
// suggestions, headcounts.
func TestSentencesFitTheSample(t *testing.T) {
	t.Setenv("ZOUFANG_HOME", t.TempDir())
	ctx := context.Background()
	a := &app{ctx: ctx, book: filepath.Join(t.TempDir(), "sample.db")}
	b, err := a.sample(ctx, "")
	if err != nil {
		t.Fatal(words.Explain(words.EN, err))
	}
	defer b.Close()
	codes := map[string]bool{}
	see := func(code string, args []any) {
		codes[code] = true
		fits(t, code, args)
	}
	for _, who := range b.People() {
		if err := b.SetMe(ctx, who); err != nil {
			t.Fatal(err)
		}
		list, err := b.Units(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range list {
			for _, row := range append([]store.VisitRow{u.VisitRow}, u.Daily...) {
				if row.Visit == (checklist.ID{}) {
					continue
				}
				d, err := b.Visit(ctx, row.Visit)
				if err != nil {
					t.Fatal(err)
				}
				s, err := b.SchemeOf(ctx, d.SchemeHash)
				if err != nil {
					t.Fatal(err)
				}
				seeVisit(s, d, see)
			}
		}
	}
	if len(codes) < 50 {
		t.Errorf("only %d different sentences: the sample has become poor", len(codes))
	}
}

func seeVisit(s *checklist.Scheme, d *store.Doc, see func(string, []any)) {
	sheet := d.Main()
	r := checklist.Score(s, checklist.InputOf(s, &d.Visit, sheet))
	lines := r.Lines
	for i := range r.Categories {
		lines = append(lines, r.Categories[i].Lines...)
		for j := range r.Categories[i].Indicators {
			lines = append(lines, r.Categories[i].Indicators[j].Lines...)
		}
	}
	for i := range r.Bonuses {
		lines = append(lines, r.Bonuses[i].Lines...)
	}
	for _, l := range lines {
		see(l.Code, l.Args())
	}
	for _, x := range checklist.Missing(s, &d.Visit, sheet) {
		see(x.Code, x.Args)
	}
	for _, x := range checklist.Suggest(s, &d.Visit, sheet) {
		see(x.Code, x.Args)
	}
	for _, row := range checklist.Headcount(s, &d.Visit) {
		for _, n := range row.Notes {
			see(n.Code, n.Args)
		}
	}
	for _, x := range checklist.StepStates(s, &d.Visit, sheet) {
		see(x.Word, nil)
	}
}

// TestSentencesFitBrokenSchemes breaks the default scheme line by line and renders what the loader says about it.
func TestSentencesFitBrokenSchemes(t *testing.T) {
	lines := strings.Split(string(schemes.Default), "\n")
	breaks := []func(string) string{
		func(string) string { return "" },
		func(l string) string { return l + "\n" + l },
		func(l string) string { return strings.Replace(l, ": ", ": 十分之", 1) },
		func(l string) string { return strings.NewReplacer("1", "-7", "5", "0.555").Replace(l) },
		func(l string) string { return strings.Replace(l, ":", "：", 1) },
		func(l string) string { return strings.ReplaceAll(l, "E1", "Z9") },
	}
	codes := map[string]bool{}
	for i := 0; i < len(lines); i += 37 { // every line would take minutes
		for _, spoil := range breaks {
			spoiled := append([]string{}, lines...)
			spoiled[i] = spoil(lines[i])
			_, err := checklist.LoadScheme([]byte(strings.Join(spoiled, "\n")))
			var f *checklist.Faults
			if !errors.As(err, &f) {
				continue
			}
			fits(t, f.FaultCode(), f.FaultArgs())
			for _, p := range f.Problems {
				codes[p.Code] = true
				fits(t, p.Code, p.Args)
			}
		}
	}
	if len(codes) < 12 {
		t.Errorf("only %d kinds of problem: %v", len(codes), codes)
	}
}
