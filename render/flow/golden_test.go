package flow

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"klantreis/render"
	"klantreis/render/drawing"
)

var update = flag.Bool("update", false, "rewrite the files in testdata")

// TestGolden compares the placement of one journey with a listing for human readers. Positions
// are whole pixels: x, y, width and height of boxes, and the ends of lines.
func TestGolden(t *testing.T) {
	got := listing(lay(t, allowance()))
	file := filepath.Join("testdata", "energietoeslag.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the placement has changed; look at the picture and run with -update.\ngot:\n%s\nwant:\n%s", got, want)
	}
}

func listing(g *page) string {
	var b strings.Builder
	box := func(x drawing.Box) string { return fmt.Sprintf("%4.0f %4.0f %4.0f %4.0f", x.X, x.Y, x.W, x.H) }
	texts := func(lines []line) string {
		all := make([]string, len(lines))
		for i, l := range lines {
			all[i] = l.text
		}
		return strings.Join(all, " / ")
	}
	fmt.Fprintf(&b, "page %.0f × %.0f\n\n", g.w, g.h)
	for _, pan := range g.panels {
		fmt.Fprintf(&b, "phase     %s  %s\n", box(pan.box), texts(pan.title))
	}
	b.WriteByte('\n')
	a := artist{page: g, theme: render.Stadskamer(), ids: map[string]bool{}}
	for n, band := range g.bands {
		fmt.Fprintf(&b, "row %d\n", n+1)
		for i := band.first; i < band.last; i++ {
			c, card := g.cells[i], g.cardBox(band, i)
			fmt.Fprintf(&b, "step %2d   %s  %s  [%s]  %s\n", i+1, box(card), texts(c.title), texts(c.channels), c.badge)
			if c.repeat != nil {
				fmt.Fprintf(&b, "  repeat  %s\n", texts(c.repeat.lines))
			}
			for _, o := range c.outs {
				fmt.Fprintf(&b, "  out     %s\n", texts(o.lines))
			}
		}
		if band.holds(len(g.steps)) {
			fmt.Fprintf(&b, "end       %s\n", box(band.cells[len(g.steps)]))
		}
		for k, l := range g.links {
			if !band.holds(l.from) {
				continue
			}
			path, _ := a.track(k, lineWidth(l.weight))
			first, last := path.Segs[0].P[0], path.Segs[len(path.Segs)-1].End()
			fmt.Fprintf(&b, "line %2d→%-2d %4.0f %4.0f → %4.0f %4.0f  %s, %.1f wide", l.from+1, l.to+1, first.X, first.Y, last.X, last.Y, l.kind.id(), lineWidth(l.weight))
			if label, ok := band.labels[k]; ok {
				fmt.Fprintf(&b, "; %s  %s", box(label), texts(g.labels[k].lines))
			}
			b.WriteByte('\n')
		}
		b.WriteByte('\n')
	}
	for _, item := range g.legend {
		fmt.Fprintf(&b, "legend    %4.0f %4.0f  %s\n", pageMargin+item.x, g.legendTop+item.y, item.text.text)
	}
	return b.String()
}
