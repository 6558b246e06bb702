package flow

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

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
	for n, band := range g.bands {
		fmt.Fprintf(&b, "\nrow %d\n", n+1)
		for i := band.first; i < band.last; i++ {
			c := g.cells[i]
			fmt.Fprintf(&b, "step %2d   %s  %s  [%s]  %s\n", i+1, box(g.cardBox(i)), texts(c.title), texts(c.channels), c.badge)
			if c.repeat != nil {
				fmt.Fprintf(&b, "  repeat  %s [%s]\n", texts(c.repeat.reason), texts(c.repeat.pill))
			}
			for _, o := range c.outs {
				fmt.Fprintf(&b, "  out     %s, %.1f wide\n", texts(o.lines), lineWidth(o.weight))
			}
		}
		if band.holds(len(g.steps)) {
			fmt.Fprintf(&b, "end       %s\n", box(g.cardBox(len(g.steps))))
		}
		for k, l := range g.links {
			if !band.holds(l.from) || g.jumps[k] {
				continue
			}
			main := ""
			if l.main {
				main = ", main"
			}
			fmt.Fprintf(&b, "line %2d→%-2d %s%s, %.1f wide\n          ", l.from+1, l.to+1, l.kind.id(), main, lineWidth(l.weight))
			for _, q := range g.wires[k].points {
				fmt.Fprintf(&b, " %.0f,%.0f", q.X, q.Y)
			}
			b.WriteByte('\n')
			for _, text := range []*label{g.ends[k].side, g.ends[k].roof, g.ends[k].tag} {
				if text != nil && len(text.reason)+len(text.pill) > 0 {
					fmt.Fprintf(&b, "  text    %s [%s]\n", texts(text.reason), texts(text.pill))
				}
			}
		}
	}
	b.WriteByte('\n')
	for _, item := range g.legend {
		fmt.Fprintf(&b, "legend    %4.0f %4.0f  %s\n", pageMargin+item.x, g.legendTop+item.y, item.text.text)
	}
	fmt.Fprintf(&b, "          %s\n", texts(g.note))
	return b.String()
}
