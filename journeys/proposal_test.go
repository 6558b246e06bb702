package journeys

import (
	"strings"
	"testing"
)

// FuzzPlaceAdvice holds that a proposal changes winst and moeite of the advice that it names, and nothing else.
func FuzzPlaceAdvice(f *testing.F) {
	f.Add(changedFile, "adviezen:\n  - {id: maak-de-brief-korter, advies: \"x\", winst: klein, moeite: groot}  # was –\n")
	f.Add("klantreis: A\nfasen: [{fase: B}]\nadviezen: [{advies: C?, id: c}]", "adviezen: [{id: c, winst: groot}, {id: d}]")
	f.Add("klantreis: A\nfasen: [{fase: B}]\nadviezen: [&a {advies: C}, *a]", "adviezen: [{id: c, winst: groot}]")
	f.Fuzz(func(t *testing.T, src, proposal string) {
		places, problems := ParseProposal("voorstel.yaml", []byte(proposal))
		if problems.HasErrors() {
			return
		}
		before, faults := Parse("a.yaml", []byte(src))
		out, changes, problems, err := PlaceAdvice("a.yaml", []byte(src), places)
		if err != nil || problems.HasErrors() {
			return
		}
		after, more := Parse("a.yaml", out)
		if more.beyond(faults).HasErrors() {
			t.Fatalf("new faults: %v\n%s", more.beyond(faults), out)
		}
		wanted := make([]Advice, len(before.Advice))
		for i, a := range before.Advice {
			wanted[i] = Advice{ID: a.ID, Title: a.Title, Gain: a.Gain, Effort: a.Effort, Status: a.Status, Owner: a.Owner}
		}
		for _, c := range changes {
			wanted[c.Index].Gain, wanted[c.Index].Effort = c.Gain, c.Effort
		}
		for i, a := range after.Advice {
			w := wanted[i]
			if a.ID != w.ID || a.Title != w.Title || a.Gain != w.Gain || a.Effort != w.Effort || a.Status != w.Status || a.Owner != w.Owner {
				t.Errorf("advice %d is %v, want %v", i, a, w)
			}
		}
		if strings.Count(string(out), "#") < strings.Count(src, "#") {
			t.Errorf("a comment is gone:\n%s", out)
		}
	})
}
