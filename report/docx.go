package report

import (
	"archive/zip"
	"bytes"
	_ "embed" // the styles of a document
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"time"

	"zoufang/words"
)

//go:embed docx_styles.xml
var docxStyles string

// The names a document is made of. w is the prefix of everything in it.
const (
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordNS    = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relNS     = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relType   = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	mimeWord  = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	firstRel  = 3 // relationships 1 and 2 are the styles and the settings
	footNames = 2 // a header and a footer for every sheet
)

// docxTime is the time of the parts of a document: the same sheet gives the same bytes.
var docxTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

// DOCX writes sheets as a document for Word and WPS that can be edited: A4, a section for each sheet with its own header,
// footer and page numbers. The few parts of the format that a sheet needs are written by hand: decision 0022.
func DOCX(w io.Writer, sheets ...*Sheet) error {
	if len(sheets) == 0 {
		return nil
	}
	z := zip.NewWriter(w)
	part := func(name, text string) error {
		f, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: docxTime})
		if err == nil {
			_, err = io.WriteString(f, xmlHead+text)
		}
		return err
	}
	for _, p := range docxParts(sheets) {
		if err := part(p.name, p.text); err != nil {
			return err
		}
	}
	return z.Close()
}

type docxPart struct{ name, text string }

func docxParts(sheets []*Sheet) []docxPart {
	types, rels := new(strings.Builder), new(strings.Builder)
	override := func(name, kind string) { fmt.Fprintf(types, `<Override PartName="/%s" ContentType="%s"/>`, name, kind) }
	relate := func(id int, kind, target string) {
		fmt.Fprintf(rels, `<Relationship Id="rId%d" Type="%s%s" Target="%s"/>`, id, relType, kind, target)
	}
	types.WriteString(`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`)
	override("word/document.xml", mimeWord+"document.main+xml")
	override("word/styles.xml", mimeWord+"styles+xml")
	override("word/settings.xml", mimeWord+"settings+xml")
	override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	relate(1, "styles", "styles.xml")
	relate(2, "settings", "settings.xml")
	var edges []docxPart
	for i, s := range sheets {
		for k, kind := range []string{"header", "footer"} {
			name := fmt.Sprintf("%s%d.xml", kind, i+1)
			override("word/"+name, mimeWord+kind+"+xml")
			relate(firstRel+i*footNames+k, kind, name)
			edges = append(edges, docxPart{"word/" + name, edge(s, kind, len(sheets) == 1)})
		}
	}
	types.WriteString("</Types>")
	lang := langTag(sheets[0].Lang)
	return append([]docxPart{
		{"[Content_Types].xml", types.String()},
		{"_rels/.rels", `<Relationships ` + relNS + `><Relationship Id="rId1" Type="` + relType + `officeDocument" Target="word/document.xml"/>` +
			`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`},
		{"docProps/core.xml", `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>` +
			xmlText(sheets[0].Title) + `</dc:title><dc:language>` + lang + `</dc:language></cp:coreProperties>`},
		{"word/_rels/document.xml.rels", `<Relationships ` + relNS + ">" + rels.String() + "</Relationships>"},
		{"word/styles.xml", strings.Replace(docxStyles, `w:val="zh-CN"`, `w:val="`+lang+`"`, 1)},
		// Without the mode Word opens the document as one of 2007.
		{"word/settings.xml", `<w:settings ` + wordNS + `><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`},
		{"word/document.xml", docxBody(sheets)},
	}, edges...)
}

// edge is the header of a sheet's pages, which says what they belong to, or their footer with the stamp and the page.
func edge(s *Sheet, kind string, alone bool) string {
	d := &docxWriter{}
	if kind == "header" {
		d.raw(`<w:hdr ` + wordNS + `>`)
		d.para("Header", strings.Join(nonEmpty(s.Stamp.Book, s.Title, s.Under), " · "))
		return d.out.String() + "</w:hdr>"
	}
	f, st := footOf(s.Lang), s.Stamp
	d.raw(`<w:ftr ` + wordNS + `>`)
	line := f.Book + " " + st.Book + " · " + f.Made + " " + st.Made
	if st.Scheme != "" {
		line += " · " + f.Scheme + " " + st.Scheme
	}
	d.para("Footer", line+" · "+f.Code+" "+st.Code)
	d.raw(`<w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="center"/></w:pPr>`)
	if alone {
		texts := strings.Split(words.SheetPageOf.In(s.Lang), "%s")
		d.run(texts[0])
		d.field("PAGE")
		d.run(texts[1])
		d.field("NUMPAGES")
		d.run(texts[2])
	} else { // of several sheets in one document each counts its own pages
		d.run(words.SheetPageBefore.In(s.Lang))
		d.field("PAGE")
		d.run(words.SheetPageAfter.In(s.Lang))
	}
	d.raw("</w:p>")
	return d.out.String() + "</w:ftr>"
}

func nonEmpty(list ...string) (out []string) {
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// xmlText makes a text safe between tags and in attributes; what XML cannot hold becomes the replacement character.
func xmlText(s string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(s)) // a buffer takes everything
	return b.String()
}
