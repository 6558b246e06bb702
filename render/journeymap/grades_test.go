package journeymap

import (
	"fmt"
	"strings"
	"testing"

	"klantreis/journeys/evidence"
	"klantreis/journeys/quality"
	"klantreis/render"
	"klantreis/render/words"
)

// graded gives a fixture nine sources of all grades, some with long names, and has its selectors look in
// them, step by step in another.
func graded(f fixture) fixture {
	f.ev.Sources = nil
	for i := range 9 {
		name := fmt.Sprintf("bron-%d", i)
		if i%4 == 3 {
			name += " met een naam die maar doorgaat en doorgaat, tot hij op geen enkel papier meer op één regel past"
		}
		grade := quality.Grade([]string{"A", "B", "C", "D", ""}[i%5])
		f.ev.Sources = append(f.ev.Sources, evidence.Source{Name: name, Read: 1000 * i, Quality: quality.Source{Name: name, Records: 1000 * i, Grade: grade}})
	}
	for i, s := range f.j.Steps() {
		for k := range s.Selectors {
			s.Selectors[k].Sources = []string{f.ev.Sources[i%9].Name}
		}
	}
	return f
}

// TestGrades: each source bears its letter and its word, and a step only where its data warns.
func TestGrades(t *testing.T) {
	f := graded(allowance())
	v := newView(f.input(words.Dutch))
	if got := v.toldGrades(); strings.Count(got, "(") != 8 || !strings.Contains(got, "bron-2 C (matig)") {
		t.Error(got)
	}
	warned := 0
	for i, s := range v.steps {
		want := ""
		if letter, _ := render.GradeOf(v.ev.Sources[i%9], words.Dutch); len(s.Selectors) > 0 && letter > "B" {
			want = letter
			warned++
		}
		if got := v.doubted(i); got != want {
			t.Errorf("step %d: ‘%s’, want ‘%s’", i+1, got, want)
		}
		if told := strings.Contains(v.story(i), "Gegevens: "); told != (want != "") {
			t.Errorf("step %d: %s", i+1, v.story(i))
		}
	}
	if warned == 0 {
		t.Fatal("no step is warned for")
	}
	for _, narrow := range []bool{false, true} {
		d := Wide(f.input(words.Dutch), Whole)
		if narrow {
			d = Narrow(f.input(words.Dutch), Whole, PhoneWidth)
		}
		lines := strings.Split(shown(d), "\n")
		count := func(line string) (n int) {
			for _, l := range lines {
				if l == line {
					n++
				}
			}
			return n
		}
		counted := map[string]int{}
		for i, s := range v.steps {
			if s.counted {
				counted[v.doubted(i)]++
			}
		}
		// One for each source, one of A and D in the key, and one before each number that is warned for.
		for letter, want := range map[string]int{"A": 2 + 1, "B": 2, "C": 2 + counted["C"], "D": 2 + 1 + counted["D"]} {
			if got := count(letter); got != want {
				t.Errorf("narrow %v: %s is there %d times, want %d", narrow, letter, got, want)
			}
		}
		if !strings.Contains(d.Desc, "bron-2 C (matig)") {
			t.Error(d.Desc)
		}
	}
}
