package statistics

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
)

// TestXmRPublished is the worked example of NHSRplotthedots (vignette "Deviations from Excel defaults"):
// mean 1.94, limits 4.6 and −0.72, because the two moving ranges around the outlier are screened.
func TestXmRPublished(t *testing.T) {
	p := XmR([]float64{1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1}, math.NaN())
	part := p.Parts[0]
	near(t, "mean", part.Mean, 1.94, 0.005)
	near(t, "upper limit", part.High, 4.60, 0.005)
	near(t, "lower limit", part.Low, -0.72, 0.005)
	if part.Provisional || part.Special != 1 || p.Points[4].Cause != Outside || !p.Points[4].Above {
		t.Errorf("%+v", p)
	}
	if low := XmR([]float64{1, 2, 1, 2, 10, 1, 2, 1, 2}, 0).Parts[0].Low; low != 0 {
		t.Errorf("a count goes below zero: %v", low)
	}
}

// signs writes which points are special: o outside, s shift, t trend, n near.
func signs(p Process) string {
	var b strings.Builder
	for _, point := range p.Points {
		b.WriteString(map[Cause]string{Common: ".", Outside: "o", Shift: "s", Trend: "t", Near: "n"}[point.Cause])
	}
	return b.String()
}

// TestXmRRules walks through the rules, as the tests of NHSRplotthedots do: six on one side or five steps are
// not enough, seven and six are.
func TestXmRRules(t *testing.T) {
	for _, c := range []struct {
		name   string
		values []float64
		want   string
	}{
		{"too few", []float64{1, 2, 3, 4}, ""},
		{"all equal", []float64{4, 4, 4, 4, 4, 4, 4, 4}, "........"},
		{"six above", []float64{6, 5, 6, 5, 6, 5, 4, 5, 4, 5, 4, 5}, "............"},
		{"seven above", []float64{6, 5.2, 6, 5.2, 6, 5.2, 6, 4, 4.8, 4, 4.8, 4, 4.8, 4}, "ssssssssssssss"},
		{"a value on the mean breaks the run", []float64{60, 52, 60, 50, 60, 52, 60, 40, 48, 40, 50, 40, 48, 40}, ".............."},
		{"six steps up", []float64{7, 1, 8, 2, 3, 4, 5, 6, 7, 8, 1, 7, 2, 8}, "...ttttttt...."},
		{"equal values end a trend", []float64{7, 1, 8, 2, 3, 4, 4, 5, 6, 7, 1, 7, 2, 8}, ".............."},
		{"two of three near", []float64{4, 6, 4, 6, 4, 6, 4, 6, 10.4, 6, 10.4, 4, 6, 4, 6, 4, 6, 4, 6}, "........n.n........"},
	} {
		got := signs(XmR(c.values, math.NaN()))
		if got != c.want {
			p := XmR(c.values, math.NaN())
			t.Errorf("%s: %s, want %s (%+v)", c.name, got, c.want, p.Parts)
		}
	}
}

// TestXmRRebase: limits begin anew where they are told to, if each part has enough points.
func TestXmRRebase(t *testing.T) {
	values := []float64{20, 21, 20, 21, 20, 21, 10, 11, 10, 11, 10, 11}
	p := XmR(values, 0, 6)
	if len(p.Parts) != 2 || p.Parts[1].From != 6 || p.Parts[0].Mean != 20.5 || p.Parts[1].Mean != 10.5 || strings.Trim(signs(p), ".") != "" {
		t.Errorf("%+v", p)
	}
	if p := XmR(values, 0, 3); len(p.Parts) != 1 || p.Parts[0].Base != 12 {
		t.Errorf("three points before make no level: %+v", p.Parts)
	}
	if p := XmR([]float64{1, math.NaN(), 2, 3, 4, 5}, 0); len(p.Points) != 0 {
		t.Errorf("%+v", p)
	}
	if !slices.ContainsFunc(XmR(values, 0).Points, func(p Point) bool { return p.Cause != Common }) {
		t.Error(fmt.Sprint("a fall by half goes unseen: ", signs(XmR(values, 0))))
	}
}

// TestXmRBaseline: too few points after a start are held against the level before it, so that a fall does
// not widen the limits by which it would be seen; with enough points, limits begin anew.
func TestXmRBaseline(t *testing.T) {
	values := []float64{20, 21, 20, 21, 20, 21, 20, 21, 10, 11, 10, 11, 10}
	p := XmR(values[:12], 0, 8)
	if part := p.Parts[0]; len(p.Parts) != 1 || part.Base != 8 || part.To != 12 || part.Mean != 20.5 || part.MovingRange != 1 || signs(p) != "........oooo" || part.Special != 4 {
		t.Errorf("%s %+v", signs(p), p.Parts)
	}
	if p := XmR(values, 0, 8); len(p.Parts) != 2 || p.Parts[1].Base != 13 || strings.Trim(signs(p), ".") != "" {
		t.Errorf("five points set limits of their own: %s %+v", signs(p), p.Parts)
	}
	// The first of two such starts sets the level; one that comes after it changes nothing.
	if p := XmR(values[:12], 0, 8, 10); len(p.Parts) != 1 || p.Parts[0].Base != 8 {
		t.Errorf("%+v", p.Parts)
	}
	// Between two starts there must be enough points; after the last of them the level of the second part goes on.
	long := append(append([]float64{30, 31, 30, 31, 30}, values[:8]...), 5, 6)
	if p := XmR(long, 0, 5, 13); len(p.Parts) != 2 || p.Parts[1].From != 5 || p.Parts[1].Base != 13 || p.Parts[1].Mean != 20.5 || signs(p) != ".............oo" {
		t.Errorf("%s %+v", signs(p), p.Parts)
	}
}
