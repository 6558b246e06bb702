package flow

import (
	"context"
	"fmt"
	"math"
	"strings"

	"klantreis/render/drawing"
	"klantreis/render/flow/graphviz"
)

// piece is a part of a line as graphviz routed it, from left to right.
type piece []drawing.Point

// reversed turns the piece around.
func (p piece) reversed() piece {
	r := make(piece, len(p))
	for i := range p {
		r[len(p)-1-i] = p[i]
	}
	return r
}

// stub is where a line leaves or enters a band at its side.
type stub struct {
	link int
	at   drawing.Point
}

// placed is a band with positions, origin at its own top left corner.
type placed struct {
	*band
	w, h    float64
	bottom  float64             // of the band's panels
	cells   map[int]drawing.Box // of steps (the whole cell) and of the end
	labels  map[int]drawing.Box // by link; the label stands in the band of the link's source
	pieces  map[int][]piece     // by link, from left to right
	entries []stub              // at the left: lines from other bands, or back to earlier bands
	exits   []stub              // at the right: lines to later bands
}

// side tells how a band takes part in a link.
type side int

const (
	inside  side = iota // from and to are in the band
	entry               // forward from an earlier band, or the target of a line back
	exit                // forward to a later band
	retreat             // the source of a line back to an earlier band
	jump                // the source of a line that is not drawn through
	absent
)

func (p *planner) side(b *band, k int) side {
	l := p.links[k]
	from, to := b.holds(l.from), b.holds(l.to)
	switch {
	case from && to:
		return inside
	case p.jumps[k] || !from && !to:
		return absent
	case to:
		return entry
	case l.kind == back:
		return retreat
	}
	return exit
}

// place asks graphviz for the positions in one band.
func (p *planner) place(ctx context.Context, engine *graphviz.Engine, b *band) (*placed, error) {
	placement, err := engine.Layout(ctx, p.dot(b))
	if err != nil {
		return nil, err
	}
	out := &placed{band: b, w: placement.Width, h: placement.Height, cells: map[int]drawing.Box{}, labels: map[int]drawing.Box{}, pieces: map[int][]piece{}}
	stubs := map[int]drawing.Point{}
	for _, n := range placement.Nodes {
		var i int
		box := boxAt(n.X, n.Y, n.W, n.H)
		switch kind, _ := fmt.Sscanf(n.Name[1:], "%d", &i); {
		case kind != 1:
		case n.Name[0] == 'n':
			out.cells[i] = box
		case n.Name[0] == 'l':
			out.labels[i] = box
		case n.Name[0] == 's':
			stubs[i] = drawing.Point{X: n.X, Y: n.Y}
		}
	}
	for k := range p.links {
		at, ok := stubs[k]
		switch s := p.side(b, k); {
		case !ok:
		case s == exit:
			out.exits = append(out.exits, stub{k, at})
		default:
			out.entries = append(out.entries, stub{k, at})
		}
	}
	out.sortExits()
	for _, e := range placement.Edges {
		var k int
		if _, err := fmt.Sscanf(e.ID, "e%d", &k); err == nil {
			out.pieces[k] = append(out.pieces[k], e.Points)
		}
	}
	return out, nil
}

// dot describes a band in the DOT language. All names are made here, so that no text of the user
// has to be quoted. Steps stand in even ranks and labels in the odd ones between them: a label is
// a node too, which is how graphviz keeps it free of everything else. Every edge points to the
// right, whatever the direction of its line.
func (p *planner) dot(b *band) string {
	d := &dotWriter{planner: p, band: b, group: map[string]string{}}
	fmt.Fprintf(&d.text, "digraph {\nrankdir=LR; splines=true; nodesep=%s; ranksep=%s; nslimit=2; nslimit1=2; searchsize=10;\n",
		inches(p.gapY), inches(p.gapX))
	d.text.WriteString("node [shape=box, fixedsize=true, label=\"\"];\nedge [arrowhead=none];\n")
	for i := b.first; i < b.last; i++ {
		d.step(i)
	}
	if b.holds(len(p.steps)) {
		d.node(name('n', len(p.steps)), 2*endRadius, 2*endRadius)
	}
	for k := range p.links {
		d.link(k)
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

func name(kind byte, i int) string { return fmt.Sprintf("%c%d", kind, i) }

func inches(px float64) string { return fmt.Sprintf("%.4f", px/72) }

func (d *dotWriter) node(name string, w, h float64) {
	fmt.Fprintf(&d.text, "%s [width=%s, height=%s];\n", name, inches(w), inches(h))
}

// step writes a cell. Lines must meet the card at two heights, one for the ways on and one for
// the ways back, and not the middle of the cell; only a table has such ports.
func (d *dotWriter) step(i int) {
	c := d.cells[i]
	row := func(h float64, port string) string {
		if h == 0 {
			return ""
		}
		return fmt.Sprintf("<TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"%.0f\" HEIGHT=\"%.0f\"%s></TD></TR>", c.w, math.Ceil(h), port)
	}
	fmt.Fprintf(&d.text, "%s [shape=plain, fixedsize=false, label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"0\">%s%s%s%s</TABLE>>];\n",
		name('n', i), row(c.above, ""), row(c.cardHeight-backPort, ` PORT="c"`), row(backPort, ` PORT="b"`), row(c.below, ""))
}

// backPort is the height of the part at the bottom of a card where the ways back meet it.
const backPort = 26

// port is the place where a line meets a node.
func (d *dotWriter) port(node string, k kind, side string) string {
	switch {
	case node[0] != 'n' || node == name('n', len(d.cells)):
		return node + ":" + side
	case k == back:
		return node + ":b:" + side
	}
	return node + ":c:" + side
}

// link writes a line, or the part of it that lies in this band.
func (d *dotWriter) link(k int) {
	l := d.links[k]
	side := d.side(d.band, k)
	if side == absent {
		return
	}
	end := name('s', k) // where the line leaves the band, or enters it
	var tail, head string
	var tailRank, headRank int
	step := func(i int) (string, int) { return name('n', i), 2 * d.band.at(i) }
	switch side {
	case inside:
		tail, tailRank = step(min(l.from, l.to))
		head, headRank = step(max(l.from, l.to))
	case exit:
		tail, tailRank = step(l.from)
		head, headRank = end, 2*d.band.columns
	case retreat:
		tail, tailRank = end, -2
		head, headRank = step(l.from)
	case entry:
		tail, tailRank = end, -2
		head, headRank = step(l.to)
	}
	if side != inside {
		d.node(end, 1, 1)
	}
	weight := 1 // 12 keeps the main stream straight
	if l.to == l.from+1 && (l.kind == next || l.weight > 0.5) || (side == inside || side == exit) && l.kind != back && l.weight > 0.5 {
		weight = 12
	}
	if d.labels[k] == nil || !d.band.holds(l.from) {
		d.edge(k, tail, head, headRank-tailRank, weight)
		return
	}
	mid, midRank := name('l', k), tailRank+1 // near the source
	if l.kind == back {
		midRank = headRank - 1
	}
	d.node(mid, d.labels[k].w, d.labels[k].h)
	d.edge(k, tail, mid, midRank-tailRank, weight)
	d.edge(k, mid, head, headRank-midRank, weight)
}

// edge writes an edge over a number of ranks. Since every edge is as long as it may be short,
// graphviz has no choice of ranks.
func (d *dotWriter) edge(k int, tail, head string, ranks, weight int) {
	fmt.Fprintf(&d.text, "%s -> %s [id=e%d, minlen=%d, weight=%d];\n", d.port(tail, d.links[k].kind, "e"), d.port(head, d.links[k].kind, "w"), k, ranks, weight)
	d.join(tail, head)
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
// columns agree. No line leads to the first step of a part, hence newBand has put it to the right
// of the step before it.
func (d *dotWriter) anchor() {
	first := d.find(name('n', d.band.first))
	for i := d.band.first + 1; d.band.holds(i); i++ {
		if d.find(name('n', i)) == first {
			continue
		}
		before, at := name('n', i-1), name('n', i)
		fmt.Fprintf(&d.text, "%s -> %s [style=invis, minlen=%d, weight=4];\n",
			d.port(before, next, "e"), d.port(at, next, "w"), 2*(d.band.at(i)-d.band.at(i-1)))
		d.join(before, at)
	}
}
