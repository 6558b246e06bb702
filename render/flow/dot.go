package flow

import (
	"context"
	"fmt"
	"math"
	"strings"

	"klantreis/render/flow/graphviz"
)

// placed is a band with the heights that Graphviz gave its boxes.
type placed struct {
	*band
	axis        []float64         // by step from first on, and the end: y of the axis
	via         map[int][]float64 // by link: its y in each column that it passes
	top, bottom float64           // of all boxes
	x           []float64         // left side of each column
	channels    []channel         // left of each column, and right of the last
	roof        float64           // height of the wires above the boxes
	loops       []*run            // in the roof
	loopLinks   []int
	levels      []*run // wires at a height of their own
}

// place asks Graphviz for the heights of the steps in a band, and of the lines that pass columns.
// Steps stand in ranks from left to right; where a rank stands on the page follows from the labels
// and the wires, later. Each box is measured from its axis, the height at which the main way meets
// it, so that the main way is level wherever Graphviz keeps it straight.
func (p *planner) place(ctx context.Context, engine *graphviz.Engine, b *band) (*placed, error) {
	placement, err := engine.Layout(ctx, p.dot(b))
	if err != nil {
		return nil, err
	}
	out := &placed{band: b, axis: make([]float64, len(b.column)), via: map[int][]float64{}, top: math.Inf(1)}
	for _, n := range placement.Nodes {
		var i, c int
		switch {
		case n.Name[0] == 'n':
			if _, err := fmt.Sscanf(n.Name, "n%d", &i); err != nil {
				continue
			}
			up := p.up(i)
			y := math.Round(n.Y - n.H/2 + up)
			out.axis[i-b.first] = y
			out.top, out.bottom = math.Min(out.top, y-up), math.Max(out.bottom, y+p.down(i))
		case n.Name[0] == 'd':
			if _, err := fmt.Sscanf(n.Name, "d%d_%d", &i, &c); err != nil {
				continue
			}
			l := p.links[i]
			if out.via[i] == nil {
				out.via[i] = make([]float64, b.at(l.to)-b.at(l.from)-1)
			}
			y := math.Round(n.Y)
			out.via[i][c-b.at(l.from)-1] = y
			half := p.lane(i)/2 - laneRoom/2
			out.top, out.bottom = math.Min(out.top, y-half), math.Max(out.bottom, y+half)
		}
	}
	out.straighten(p)
	return out, nil
}

// straighten takes away the steps of a pixel or two that rounding leaves in the main way.
func (b *placed) straighten(p *planner) {
	for i := b.first + 1; b.holds(i); i++ {
		k := p.mainIn(i)
		if k < 0 || !p.links[k].main || p.way(b.band, k) != across {
			continue
		}
		y := b.axis[p.links[k].from-b.first]
		for n, via := range b.via[k] {
			if math.Abs(via-y) <= slack {
				b.via[k][n] = y
			}
			y = b.via[k][n]
		}
		if at := &b.axis[i-b.first]; math.Abs(*at-y) <= slack {
			*at = y
		}
	}
}

// slack is how far a box may be moved from where Graphviz has put it, well below the gap between
// boxes.
const slack = 4

// laneRoom is kept free around a line that passes a column.
const laneRoom = 12

// lane is the height that a line takes where it passes a column.
func (p *planner) lane(k int) float64 { return math.Ceil(lineWidth(p.links[k].weight)) + laneRoom }

// up and down are the room that step i needs above and below its axis; the end is a disc.
func (p *planner) up(i int) float64 {
	if i == len(p.cells) {
		return endRadius
	}
	return p.cells[i].up
}

func (p *planner) down(i int) float64 {
	if i == len(p.cells) {
		return endRadius
	}
	return p.cells[i].down
}

// dot describes a band in the DOT language. All names are made here, so that no text of the user
// has to be quoted. A line that passes columns has a node of its own in each, which is how Graphviz
// keeps it free of the steps. Lines back and lines to other bands run around the steps, and are not
// Graphviz's concern.
func (p *planner) dot(b *band) string {
	d := &dotWriter{planner: p, band: b, group: map[string]string{}}
	fmt.Fprintf(&d.text, "digraph {\nrankdir=LR; splines=none; nodesep=%s; ranksep=0.1; nslimit=2; nslimit1=2; searchsize=10; ordering=out;\n", inches(p.gapY))
	d.text.WriteString("node [shape=box, fixedsize=true, label=\"\", width=0.3];\nedge [arrowhead=none];\n")
	for i := b.first; b.holds(i); i++ {
		d.step(i)
	}
	for _, main := range []bool{true, false} { // the main way comes first, and hence on top
		for k, l := range p.links {
			if l.main == main && p.way(b, k) == across {
				d.link(k)
			}
		}
	}
	d.anchor()
	d.text.WriteString("}\n")
	return d.text.String()
}

type dotWriter struct {
	*planner
	band  *band
	text  strings.Builder
	group map[string]string // union–find over the nodes: each one's parent
}

func name(i int) string { return fmt.Sprintf("n%d", i) }

func inches(px float64) string { return fmt.Sprintf("%.4f", px/72) }

// step writes a box. Lines must meet it at its axis and not in its middle; only a table has such
// ports.
func (d *dotWriter) step(i int) {
	row := func(h float64, port string) string {
		return fmt.Sprintf("<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"20\" HEIGHT=\"%.0f\"%s></TD></TR>", h, port)
	}
	fmt.Fprintf(&d.text, "%s [shape=plain, fixedsize=false, label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">%s%s%s</TABLE>>];\n",
		name(i), row(d.up(i)-1, ""), row(2, ` PORT="c"`), row(d.down(i)-1, ""))
}

func (d *dotWriter) link(k int) {
	l := d.links[k]
	from, to := d.band.at(l.from), d.band.at(l.to)
	weight := 1
	switch {
	case l.main && d.mainIn(l.to) == k:
		weight = 24
	case l.main:
		weight = 3
	}
	tail := name(l.from) + ":c:e"
	for c := from + 1; c < to; c++ {
		pass := fmt.Sprintf("d%d_%d", k, c)
		fmt.Fprintf(&d.text, "%s [height=%s];\n%s -> %s:w [weight=%d];\n", pass, inches(d.lane(k)), tail, pass, weight)
		tail = pass + ":e"
	}
	fmt.Fprintf(&d.text, "%s -> %s:c:w [weight=%d];\n", tail, name(l.to), weight)
	d.join(name(l.from), name(l.to))
}

func (d *dotWriter) find(n string) string {
	for d.group[n] != "" {
		n = d.group[n]
	}
	return n
}

func (d *dotWriter) join(a, b string) {
	if a, b = d.find(a), d.find(b); a != b {
		d.group[b] = a
	}
}

// anchor ties the parts of the graph that no line connects by invisible edges, so that their
// columns agree. newBand has put the first step of a part in the column of the step before it, or
// to the right of it.
func (d *dotWriter) anchor() {
	first := d.find(name(d.band.first))
	for i := d.band.first + 1; d.band.holds(i); i++ {
		at := name(i)
		if d.find(at) == first {
			continue
		}
		before := i - 1
		for before > d.band.first && d.band.at(before) >= d.band.at(i) {
			before--
		}
		fmt.Fprintf(&d.text, "%s:c:e -> %s:c:w [style=invis, minlen=%d, weight=4];\n", name(before), at, d.band.at(i)-d.band.at(before))
		d.join(name(before), at)
	}
}
