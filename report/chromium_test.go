package report

import (
	"context"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"

	"zoufang/words"
)

// chromium lets a real browser do something with a page.
func chromium(t *testing.T, page string, args ...string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 4*time.Minute)
	defer cancel()
	all := append([]string{"--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
		"--disable-sync", "--user-data-dir=" + t.TempDir(), "--no-pdf-header-footer", "--hide-scrollbars"}, args...)
	if out, err := exec.CommandContext(ctx, "chromium", append(all, "file://"+page)...).CombinedOutput(); err != nil {
		t.Fatalf("chromium: %v\n%s", err, out)
	}
}

// hard is a sheet that is as hard to lay out as people can make it: words without an end, tags, a table over pages.
func hard() *Sheet {
	s := everyBlock(words.ZH)
	s.Wide = true
	t := Table{Columns: []Column{{"列甲甲", 10, false}, {"列乙乙", 6, true}, {"列丙丙", 20, false}}}
	for i := range 60 {
		t.Rows = append(t.Rows, []string{"行首" + strconv.Itoa(i) + "尾", "1234567.89", strings.Repeat("长文字不换行", 1+i%17) + "行末" + strconv.Itoa(i) + "完"})
	}
	t.Rows = append(t.Rows, []string{strings.Repeat("W", 300), strings.Repeat("9", 80), `<script>alert("x")</script><img src=x onerror=alert(1)>`})
	s.add(t)
	return s
}

var (
	pageOf = regexp.MustCompile(`<page width="([0-9.]+)" height="([0-9.]+)">`)
	wordOf = regexp.MustCompile(`<word xMin="([0-9.-]+)" yMin="([0-9.-]+)" xMax="([0-9.-]+)" yMax="([0-9.-]+)">`)
)

// Every sheet, printed by a real browser: all its text is on paper and inside the margins, no row is torn over two pages,
// the head of a table stands above its rows on each page, and every page carries its code and its number.
func TestSheetsOnPaper(t *testing.T) {
	tool(t, "chromium", "chromium")
	tool(t, "pdftotext", "poppler-utils")
	for _, lang := range []words.Lang{words.ZH, words.EN} {
		b, src := bookOf(t, lang, secrets)
		sheets := []*Sheet{hard()}
		for _, k := range Kinds() {
			sheets = append(sheets, everySheet(t, b, src)[k.Name]...)
		}
		dir := t.TempDir()
		page, pdf := filepath.Join(dir, "sheets.html"), filepath.Join(dir, "sheets.pdf")
		if err := Save(page, sheets...); err != nil {
			t.Fatal(err)
		}
		chromium(t, page, "--print-to-pdf="+pdf)
		if to := os.Getenv("ZOUFANG_SHEETS"); to != "" {
			run(t, "pdftoppm", "-r", "60", "-png", pdf, filepath.Join(to, "page-"+string(lang)))
		}
		pages := strings.Split(run(t, "pdftotext", "-raw", pdf, "-"), "\f")
		for i := range pages {
			pages[i] = onPaper(pages[i])
		}
		for _, s := range sheets {
			printed(t, s, pages)
		}
		inside(t, run(t, "pdftotext", "-bbox", pdf, "-"))
		for _, line := range strings.Split(run(t, "pdffonts", pdf), "\n")[2:] {
			if f := strings.Fields(line); len(f) > 5 && f[len(f)-5] != "yes" {
				t.Errorf("a font is not in the file: %s", line)
			}
		}
	}
}

// onPaper is text as it is compared: without spaces, and with the characters that a font's own table turns into radicals.
func onPaper(s string) string { return squeezed(norm.NFKC.String(s)) }

func printed(t *testing.T, s *Sheet, pages []string) {
	t.Helper()
	var own []string
	for i, p := range pages {
		if strings.Contains(p, onPaper(s.Stamp.Code)) {
			own = append(own, p)
			if !strings.Contains(p, onPaper(words.SheetPageBefore.In(s.Lang)+strconv.Itoa(i+1)+words.SheetPageAfter.In(s.Lang))) {
				t.Errorf("%s: page %d has no number", s.Title, i+1)
			}
		}
	}
	all := strings.Join(own, "")
	if len(own) == 0 || !strings.Contains(own[0], onPaper(s.Title)) {
		t.Fatalf("%s is on no page", s.Title)
	}
	for _, want := range textsOf(s) {
		if !strings.Contains(all, onPaper(want)) && !strings.Contains(want, " ") && len([]rune(want)) < 40 { // longer ones may run over a page
			t.Errorf("%s: %q is not on paper", s.Title, want)
		}
	}
	for _, b := range s.Blocks {
		table, ok := b.(Table)
		if !ok {
			continue
		}
		head := ""
		for _, c := range table.Columns {
			head += onPaper(c.Name)
		}
		for _, row := range table.Rows {
			if !whole(row, head, own) {
				t.Errorf("%s: the row %.80q is torn, or stands under no head", s.Title, row)
			}
		}
	}
}

// whole tells whether a row stands on one page, below the head of its table.
func whole(row []string, head string, pages []string) bool {
	for _, p := range pages {
		at := strings.Index(p, head)
		if at < 0 {
			continue
		}
		all := true
		for _, cell := range row {
			for line := range strings.SplitSeq(cell, "\n") {
				all = all && strings.Contains(p[at:], onPaper(line))
			}
		}
		if all {
			return true
		}
	}
	return false
}

// inside checks that no word stands outside the margins, which are 18 mm at least, or below the foot.
func inside(t *testing.T, boxes string) {
	t.Helper()
	const margin = 18 / 25.4 * 72
	for _, page := range strings.Split(boxes, "<page ")[1:] {
		size := pageOf.FindStringSubmatch("<page " + page)
		width, _ := strconv.ParseFloat(size[1], 64)
		height, _ := strconv.ParseFloat(size[2], 64)
		for _, w := range wordOf.FindAllStringSubmatch(page, -1) {
			left, _ := strconv.ParseFloat(w[1], 64)
			right, _ := strconv.ParseFloat(w[3], 64)
			low, _ := strconv.ParseFloat(w[4], 64)
			if left < margin || right > width-margin || low > height {
				t.Fatalf("a word stands outside the margins: %s on a page of %s", w[0], size[0])
			}
		}
	}
}

// On a narrow screen nothing runs over the edge: what would is white on the picture's right border.
func TestSheetsOnAScreen(t *testing.T) {
	tool(t, "chromium", "chromium")
	b, src := bookOf(t, words.ZH, secrets)
	sheets := []*Sheet{hard()}
	for _, k := range Kinds() {
		sheets = append(sheets, everySheet(t, b, src)[k.Name]...)
	}
	dir := t.TempDir()
	page, picture := filepath.Join(dir, "sheets.html"), filepath.Join(dir, "sheets.png")
	if err := Save(page, sheets...); err != nil {
		t.Fatal(err)
	}
	chromium(t, page, "--screenshot="+picture, "--window-size=700,12000")
	f, err := os.Open(picture)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	size, dark := img.Bounds(), 0
	for y := size.Min.Y; y < size.Max.Y; y++ {
		for x := size.Min.X; x < size.Max.X; x++ {
			if r, _, _, _ := img.At(x, y).RGBA(); r < 0x8000 {
				if dark++; x > size.Max.X-12 {
					t.Fatalf("something stands at the right edge: %d, %d", x, y)
				}
			}
		}
	}
	if dark < 10000 {
		t.Errorf("the picture is nearly empty: %d dark points", dark)
	}
}
