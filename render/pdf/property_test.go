package pdf

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"klantreis/render"
	"klantreis/render/font"
	"klantreis/test/pdfcheck"
)

// check holds a document against PDF/UA-1 and PDF/A-2a, and gives its text as it is read aloud.
func check(t *testing.T, pdf []byte) (text string) {
	t.Helper()
	d, err := pdfcheck.Open(pdf)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range d.Faults() {
		t.Error(f)
	}
	return squeeze(strings.Join(d.Text(), " "))
}

// oddities are what people paste into a file.
var oddities = []string{
	"– “citaat” ‘t ’n € ë ï é ç ß ½ × → •", "🙂 👩‍👩‍👧", "مرحبا بالعالم", "你好，世界", "zacht\u00ADe af\u00ADbreking", "vast\u00A0aan\u00A0elkaar", "regel\nregel\n\nalinea",
	"\t\x00\x07", "<b>&amp;</b> ]]> (\\)", "office ﬁets", "e\u0301e\u0308n", "\uFEFF\uFFFE\uFFFF", strings.Repeat("x", 90),
}

// markedWords gives texts of words that occur once in a report, so that each can be found back,
// among others that cannot.
func markedWords(rng *rand.Rand) func() string {
	n := 0
	return func() string {
		var words []string
		for range rng.IntN(9) {
			if rng.IntN(8) == 0 {
				words = append(words, oddities[rng.IntN(len(oddities))])
			}
			words = append(words, fmt.Sprintf("q%dx", n))
			n++
		}
		if rng.IntN(60) == 0 {
			for range 400 {
				words = append(words, fmt.Sprintf("q%dx", n))
				n++
			}
		}
		return strings.Join(words, " ")
	}
}

// onceOnPaper are the texts of a block that stand on paper one time: not those that the contents,
// a legend, the head of a next page or the chapter of data repeat.
func onceOnPaper(b render.Block) []string {
	switch v := b.(type) {
	case render.Table:
		var cells []string
		for _, r := range v.Rows {
			cells = append(cells, r...)
		}
		return cells
	case render.Figure:
		return []string{v.Caption}
	case render.AdviceCard:
		return []string{v.Basis, v.Expected, v.Effect, v.EffectBasis, v.Reason, v.Feedback}
	case render.Matrix, render.Heading, render.Callout:
		return nil // a heading may stand in the contents too
	}
	return blockTexts(b)
}

// TestRandomReports writes two hundred reports of random blocks, lengths, tables and characters.
// Each must be sound by both standards and be read aloud in the order of its blocks; and
// poppler must find every word of every block, and the blocks in their order.
func TestRandomReports(t *testing.T) {
	count := 200
	if testing.Short() {
		count = 20
	}
	dir := t.TempDir()
	for seed := range uint64(count) {
		rng := rand.New(rand.NewPCG(seed, 2))
		r := randomReport(rng, markedWords(rng))
		r.Sections = r.Sections[:min(3, len(r.Sections))] // two hundred must not take long
		for i, sec := range r.Sections {
			r.Sections[i].Blocks = sec.Blocks[:min(4, len(sec.Blocks))]
		}
		pdf := write(t, r)
		readInOrder(t, check(t, pdf), texts(r))
		if seed%8 == 0 { // poppler takes longer to start than we to do all of this
			wordsInOrder(t, extracted(t, dir, pdf), r)
		}
		if t.Failed() {
			t.Fatalf("report %d", seed)
		}
	}
}

// readInOrder looks for each text after the one before it, as it is read aloud: with the characters
// that the typeface lacks.
func readInOrder(t *testing.T, rest string, want []string) {
	t.Helper()
	for _, s := range want {
		key := squeeze(aloud(s))
		at := strings.Index(rest, key)
		if at < 0 {
			t.Errorf("lost or out of order: %.120q\nafter %.80q", s, rest)
			continue
		}
		rest = rest[at+len(key):]
	}
}

// aloud is a text without what steers and without what nobody can say.
func aloud(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r == 0xFFFE, r == 0xFFFF:
			return font.Substitute
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, norm.NFC.String(s))
}

// extracted is what pdftotext finds, in the order in which it is drawn.
func extracted(t *testing.T, dir string, pdf []byte) string {
	t.Helper()
	if _, err := exec.LookPath("pdftotext"); err != nil {
		command(t, pdf, "pdftotext") // skips or fails
	}
	file := filepath.Join(dir, "advies.pdf")
	if err := os.WriteFile(file, pdf, 0o644); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	cmd := exec.Command("pdftotext", "-raw", file, "-")
	cmd.Stdout = &out
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func wordsInOrder(t *testing.T, text string, r render.Report) {
	t.Helper()
	at := map[string]int{}
	marks := func(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) } // poppler's, around Arabic
	for i, w := range strings.FieldsFunc(text, marks) {
		if _, twice := at[w]; !twice {
			at[w] = i
		}
	}
	last := -1
	for _, s := range r.Sections {
		for _, b := range s.Blocks {
			first, end := len(at)+1<<20, -1
			for _, text := range onceOnPaper(b) {
				for _, w := range strings.Fields(text) {
					if w[0] != 'q' || w[len(w)-1] != 'x' {
						continue
					}
					i, ok := at[w]
					if !ok {
						t.Errorf("%s is lost from a %T", w, b)
						continue
					}
					first, end = min(first, i), max(end, i)
				}
			}
			if end < 0 {
				continue
			}
			if first < last {
				t.Errorf("a %T begins before the block above it ends", b)
			}
			last = end
		}
	}
}
