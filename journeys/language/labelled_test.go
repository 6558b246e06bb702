package language

import (
	"embed"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

//go:embed testdata/persoonsgegevens*.txt
var labelledFiles embed.FS

// labelled is a sentence and what it holds.
type labelled struct {
	file string
	line int
	text string
	want []Finding
}

var label = regexp.MustCompile(`\{([^|{}]+)\|([^{}]*)\}`)

// sentences reads the labelled sets: {kind|text} marks what is personal, \n is a line break. The rules
// were made with the first set at hand; the later ones were written without a look at the rules.
func sentences(t testing.TB) []labelled {
	t.Helper()
	known := map[Kind]bool{}
	for _, k := range Kinds() {
		known[k] = true
	}
	files, err := labelledFiles.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	var all []labelled
	for _, file := range files {
		content, err := labelledFiles.ReadFile("testdata/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, sentencesIn(t, file.Name(), string(content), known)...)
	}
	return all
}

func sentencesIn(t testing.TB, file, content string, known map[Kind]bool) []labelled {
	t.Helper()
	var all []labelled
	for i, line := range strings.Split(content, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		line = strings.ReplaceAll(line, `\n`, "\n")
		s := labelled{file: file, line: i + 1}
		at := 0
		for _, m := range label.FindAllStringSubmatchIndex(line, -1) {
			kind := Kind(line[m[2]:m[3]])
			if !known[kind] {
				t.Fatalf("%s:%d: unknown kind %q", file, i+1, kind)
			}
			s.text += line[at:m[0]]
			s.want = append(s.want, Finding{kind, len(s.text), len(s.text) + m[5] - m[4]})
			s.text += line[m[4]:m[5]]
			at = m[1]
		}
		s.text += line[at:]
		all = append(all, s)
	}
	return all
}

// tally counts per kind what was found of what is there. A finding is right when it overlaps what
// is there with the same kind; what is left uncovered of a number must hold no digits.
type tally struct{ right, missed, wrong int }

func measure(all []labelled, say func(format string, args ...any)) map[Kind]tally {
	counts := map[Kind]tally{}
	add := func(k Kind, right, missed, wrong int) {
		c := counts[k]
		c.right, c.missed, c.wrong = c.right+right, c.missed+missed, c.wrong+wrong
		counts[k] = c
	}
	for _, s := range all {
		got := Find(s.text)
		used := make([]bool, len(got))
		for _, w := range s.want {
			hit := false
			for i, g := range got {
				if g.Kind == w.Kind && g.Start < w.End && w.Start < g.End {
					hit, used[i] = true, true
					if left := s.text[w.Start:max(w.Start, g.Start)] + s.text[min(w.End, g.End):w.End]; strings.ContainsAny(left, "0123456789") {
						hit = false
					}
				}
			}
			if hit {
				add(w.Kind, 1, 0, 0)
			} else {
				add(w.Kind, 0, 1, 0)
				say("%s:%d: missed %s %q in %q, shown as %q", s.file, s.line, w.Kind, s.text[w.Start:w.End], s.text, Redact(s.text))
			}
		}
		for i, g := range got {
			if !used[i] {
				add(g.Kind, 0, 0, 1)
				say("%s:%d: %q is no %s: %q", s.file, s.line, s.text[g.Start:g.End], g.Kind, s.text)
			}
		}
	}
	return counts
}

// TestFindsWhatIsPersonal holds recall and precision per kind against the goals: stricter for the
// kinds whose digits can be checked.
func TestFindsWhatIsPersonal(t *testing.T) {
	if n := len(sentences(t)); n < 1000 {
		t.Fatalf("%d sentences, want 1000", n)
	}
	counts := measure(sentences(t), t.Logf)
	for _, kind := range Kinds() {
		c := counts[kind]
		recall, precision := 0.95, 0.90
		if kind == BSN || kind == Account {
			recall, precision = 0.98, 0.95
		}
		if c.right < c.ratio(recall, c.missed) || c.right < c.ratio(precision, c.wrong) {
			t.Errorf("%s: %d right, %d missed, %d wrong", kind, c.right, c.missed, c.wrong)
		}
	}
}

// ratio is the least number of hits that makes the share of hits, with others beside them, at least goal.
func (c tally) ratio(goal float64, others int) int {
	n := 0
	for float64(n) < goal*float64(n+others) {
		n++
	}
	return n
}

// BenchmarkFind prints the measures per kind: go test -bench Find -run '^$' ./journeys/language
func BenchmarkFind(b *testing.B) {
	all := sentences(b)
	bytes := 0
	for _, s := range all {
		bytes += len(s.text)
	}
	b.SetBytes(int64(bytes))
	for b.Loop() {
		for _, s := range all {
			Find(s.text)
		}
	}
	b.StopTimer()
	for len(all) > 0 {
		n := 0
		for n < len(all) && all[n].file == all[0].file {
			n++
		}
		printTable(all[:n])
		all = all[n:]
	}
}

// printTable prints the measures of one set.
func printTable(set []labelled) {
	counts := measure(set, func(string, ...any) {})
	fmt.Printf("\n%s, %d sentences\n%-18s %6s %7s %7s %8s %9s\n", set[0].file, len(set), "kind", "right", "missed", "wrong", "recall", "precision")
	for _, k := range Kinds() {
		if c := counts[k]; c.right+c.missed+c.wrong > 0 {
			fmt.Printf("%-18s %6d %7d %7d %8.3f %9.3f\n", k, c.right, c.missed, c.wrong, share(c.right, c.missed), share(c.right, c.wrong))
		}
	}
}

func share(right, others int) float64 {
	if right+others == 0 {
		return 1
	}
	return float64(right) / float64(right+others)
}
