package journeys

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

const quotedFile = `# Bovenaan
klantreis: Proef   # titel
bronnen: {kcc: {soort: telefoon, lijst: [{tekst: a}]}}
fasen:
  - fase: Een
    stappen:
      - stap: Lijst
        citaten:   # hier
          # de eerste
          - {tekst: Al gezegd, bron: kcc}   # wacht
          - tekst: Lang
            akkoord: nee
          - tekst: "Met komma, en zo"
            bron: kcc
            # slot
        notities: |
          Tekst
          # geen opmerking
      - stap: Haken
        citaten: [{tekst: Een, bron: kcc, akkoord: false}, {tekst: Twee}]
      - {stap: Rij, doet: niets}
      - stap: Geen
        notities: |
          Tekst

      # hoort bij leeg
      - stap: Leeg
        citaten:   # nog geen
        doet: iets
# einde
`

// TestAddQuotes adds two quotes to every step, in every form of file.
func TestAddQuotes(t *testing.T) {
	two := []Quote{{Text: "Ik wacht: \"al\" weken # echt", Source: "kcc"}, {Text: "ja", Source: "kcc"}}
	first := `{tekst: "Ik wacht: \"al\" weken # echt", bron: kcc, akkoord: true}`
	second := `{tekst: "ja", bron: kcc, akkoord: true}`
	for step, want := range map[string][]string{
		"lijst": {"          - " + first, "          - " + second},
		"haken": {"        citaten: [{tekst: Een, bron: kcc, akkoord: false}, {tekst: Twee}, " + first + ", " + second + "]"},
		"rij":   {"      - {stap: Rij, doet: niets, citaten: [" + first + ", " + second + "]}"},
		"geen":  {"        citaten:", "          - " + first, "          - " + second},
		"leeg":  {"          - " + first, "          - " + second},
	} {
		for _, ending := range []string{"\n", "\r\n"} {
			for _, bom := range []string{"", "\ufeff"} {
				src := bom + strings.ReplaceAll(quotedFile, "\n", ending)
				out, err := AddQuotes("a.yaml", []byte(src), step, two)
				if err != nil {
					t.Errorf("%s: %v", step, err)
					continue
				}
				if fresh := linesBeyond(src, string(out), ending); !slices.Equal(fresh, want) {
					t.Errorf("%s: new lines\n%s\nwant\n%s", step, strings.Join(fresh, "\n"), strings.Join(want, "\n"))
				}
				holdQuotes(t, []byte(src), out, step, two)
			}
		}
	}
}

func TestAddQuotesRefuses(t *testing.T) {
	q := []Quote{{Text: "Ik wacht", Source: "kcc"}}
	if _, err := AddQuotes("a.yaml", []byte(quotedFile), "nergens", q); !errors.Is(err, ErrNoStep) {
		t.Errorf("no such step: %v", err)
	}
	var problems Problems
	if _, err := AddQuotes("a.yaml", []byte(quotedFile), "lijst", []Quote{{Text: "Ik wacht", Source: "weg"}}); !errors.As(err, &problems) {
		t.Errorf("an unknown source: %v", err)
	}
	for _, src := range []string{
		"klantreis: A\nx-een: &een [{tekst: B}]\nfasen: [{fase: C, stappen: [{stap: D, citaten: *een}]}]\n",
		"klantreis: A\nbronnen: {kcc: {soort: telefoon, lijst: [{tekst: a}]}}\nfasen:\n  - fase: C\n    stappen:\n      - stap: D\n        notities: |\n          een\n          # twee\n",
	} {
		if out, err := AddQuotes("a.yaml", []byte(src), "d", q); err == nil {
			old, _ := Parse("a.yaml", []byte(src))
			fresh, _ := Parse("a.yaml", out)
			if old.Step("d").Notes != fresh.Step("d").Notes {
				t.Errorf("another text changed:\n%s", out)
			}
		}
	}
}

func TestApproveQuote(t *testing.T) {
	for line, want := range map[int][]string{
		10: {"          - {tekst: Al gezegd, bron: kcc, akkoord: true}   # wacht"},
		11: {"            akkoord: true"},
		13: {"            akkoord: true"},
		20: {"        citaten: [{tekst: Een, bron: kcc, akkoord: true}, {tekst: Twee}]"},
	} {
		for _, ending := range []string{"\n", "\r\n"} {
			src := strings.ReplaceAll(quotedFile, "\n", ending)
			out, err := ApproveQuote("a.yaml", []byte(src), line)
			if err != nil {
				t.Errorf("line %d: %v", line, err)
				continue
			}
			if fresh := linesBeyond(src, string(out), ending); !slices.Equal(fresh, want) {
				t.Errorf("line %d: new lines\n%s\nwant\n%s", line, strings.Join(fresh, "\n"), strings.Join(want, "\n"))
			}
		}
	}
	for _, line := range []int{0, 1, 9, 99} {
		if _, err := ApproveQuote("a.yaml", []byte(quotedFile), line); !errors.Is(err, ErrNoQuote) {
			t.Errorf("line %d: %v", line, err)
		}
	}
}

// TestAddQuotesExamples adds texts of all sorts to every step of the examples.
func TestAddQuotesExamples(t *testing.T) {
	files, _ := filepath.Glob("../examples/*/*.yaml")
	chance := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"ik", "wacht", ":", "#", " - ", "{", "}", "[", "]", `"`, "'", "\\", "é", "€", "?", "1", "&a", "*b", "!", "|", ">", "%", "@", "`", "true", "~", ", ", "\t"}
	n := 0
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		j, _ := Parse(file, src)
		if len(j.Sources) == 0 {
			continue
		}
		for _, step := range j.Steps() {
			text := "a"
			for range 1 + chance.IntN(9) {
				text += pieces[chance.IntN(len(pieces))]
			}
			q := []Quote{{Text: text, Source: j.Sources[0].Name}}
			out, err := AddQuotes(file, src, step.ID, q)
			if err != nil {
				t.Errorf("%s, %s, %q: %v", file, step.ID, text, err)
				continue
			}
			holdQuotes(t, src, out, step.ID, q)
			n++
		}
	}
	if n < 20 {
		t.Errorf("only %d steps were tried", n)
	}
}

func linesBeyond(old, fresh, ending string) []string {
	have := strings.Split(strings.TrimPrefix(old, "\ufeff"), ending)
	var more []string
	for _, line := range strings.Split(strings.TrimPrefix(fresh, "\ufeff"), ending) {
		if !slices.Contains(have, line) {
			more = append(more, line)
		}
	}
	return more
}

// holdQuotes holds a result against what was asked: the step has those quotes more, approved, and
// without them the journey says what it said; all lines of the old file but one are still there.
func holdQuotes(t *testing.T, src, out []byte, step string, quotes []Quote) {
	t.Helper()
	old, _ := Parse("a.yaml", src)
	fresh, _ := Parse("a.yaml", out)
	was, is := old.Step(step).Quotes, fresh.Step(step).Quotes
	texts := func(all []Quote) (t []string) {
		for _, q := range all {
			t = append(t, q.Text+"|"+q.Source)
		}
		slices.Sort(t)
		return t
	}
	var added []Quote
	for _, q := range quotes {
		q.Text = strings.Join(strings.Fields(q.Text), " ")
		added = append(added, q)
	}
	if !reflect.DeepEqual(texts(is), texts(append(slices.Clone(was), added...))) {
		t.Errorf("%s has %q", step, texts(is))
	}
	lost := 0
	have := strings.Split(string(out), "\n")
	for _, line := range strings.Split(string(src), "\n") {
		if !slices.Contains(have, line) {
			lost++
		}
	}
	if lost > 1 {
		t.Errorf("%s: %d lines changed", step, lost)
	}
	for i, s := range old.Steps() {
		if f := fresh.Steps()[i]; s.ID != step && len(f.Quotes) != len(s.Quotes) || f.Notes != s.Notes {
			t.Errorf("%s changed as well", s.ID)
		}
	}
}

// TestMutatedFiles spoils files at random: an edit is right, or it is refused.
func TestMutatedFiles(t *testing.T) {
	chance := rand.New(rand.NewPCG(9, 9))
	seeds := []string{quotedFile, strings.ReplaceAll(quotedFile, "\n", "\r\n"), typedFile, strings.ReplaceAll(typedFile, "\n", "\r\n")}
	steps := []string{"lijst", "haken", "rij", "geen", "leeg", "b"}
	done := 0
	for i := range 1500 {
		src := []byte(seeds[i%len(seeds)])
		for range chance.IntN(4) {
			at := chance.IntN(len(src))
			signs := " \n\t-:#{}[],|>'\"&*a\r"
			switch chance.IntN(3) {
			case 0:
				src[at] = signs[chance.IntN(len(signs))]
			case 1:
				src = slices.Delete(src, at, at+1)
			case 2:
				end := min(len(src), at+chance.IntN(40))
				src = slices.Insert(src, end, slices.Clone(src[at:end])...)
			}
		}
		step, source := steps[chance.IntN(len(steps))], []string{"kcc", "een"}[i%len(seeds)/2]
		if out, err := AddQuotes("a.yaml", src, step, []Quote{{Text: "Ik wacht", Source: source}}); err == nil {
			holdQuotes(t, src, out, step, []Quote{{Text: "Ik wacht", Source: source}})
			done++
		}
		if out, err := RemoveSignals("a.yaml", src, "een", []int{1}); err == nil {
			old, _ := Parse("a.yaml", src)
			fresh, _ := Parse("a.yaml", out)
			if len(fresh.Source("een").List) != len(old.Source("een").List)-1 || len(fresh.Steps()) != len(old.Steps()) || len(fresh.Source("twee").List) != len(old.Source("twee").List) {
				t.Errorf("%q became %q", src, out)
			}
			done++
		}
	}
	if done < 300 {
		t.Errorf("only %d edits were made", done)
	}
}

// FuzzAddQuotes: whatever the file and the text, what is written is that quote and nothing else.
func FuzzAddQuotes(f *testing.F) {
	f.Add([]byte(quotedFile), "lijst", "Ik wacht")
	f.Add([]byte(strings.ReplaceAll(quotedFile, "\n", "\r\n")), "geen", "ja: #")
	f.Fuzz(func(t *testing.T, src []byte, step, text string) {
		out, err := AddQuotes("a.yaml", src, step, []Quote{{Text: text, Source: "kcc"}})
		if err != nil {
			return
		}
		old, _ := Parse("a.yaml", src)
		fresh, _ := Parse("a.yaml", out)
		if len(fresh.Steps()) != len(old.Steps()) || len(fresh.Step(step).Quotes) != len(old.Step(step).Quotes)+1 {
			t.Fatalf("%q became %q", src, out)
		}
	})
}
