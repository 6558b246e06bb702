package graphviz

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"klantreis/render/drawing"
)

// Placement is a laid-out graph, in points (72 to the inch of DOT's width and height), y down,
// origin at the top left corner of the graph.
type Placement struct {
	Width, Height float64
	Nodes         []Node // in the order of their first mention in the DOT text
	Edges         []Edge // those with a route
}

// Node is a placed node; X and Y are its centre.
type Node struct {
	Name       string
	X, Y, W, H float64
}

// Edge is a placed edge. ID is its id attribute in the DOT text, empty when it has none.
type Edge struct {
	ID string
	// Points are the control points of a chain of cubic Béziers from tail to head: one start,
	// then two handles and an end for each curve.
	Points []drawing.Point
}

type jsonGraph struct {
	Box     string `json:"bb"`
	Objects []struct {
		Name   string `json:"name"`
		Pos    string `json:"pos"`
		Width  string `json:"width"`
		Height string `json:"height"`
	} `json:"objects"`
	Edges []struct {
		ID  string `json:"id"`
		Pos string `json:"pos"`
	} `json:"edges"`
}

// parse reads Graphviz's json0 output.
func parse(out []byte) (Placement, error) {
	var g jsonGraph
	if err := json.Unmarshal(out, &g); err != nil {
		return Placement{}, fmt.Errorf("graphviz: its output: %w", err)
	}
	box, err := numbers(g.Box, 4)
	if err != nil {
		return Placement{}, fmt.Errorf("graphviz: its output: bb %w", err)
	}
	p := Placement{Width: box[2] - box[0], Height: box[3] - box[1]}
	at := func(x, y float64) drawing.Point { return drawing.Point{X: x - box[0], Y: box[3] - y} }
	for _, o := range g.Objects {
		if o.Pos == "" {
			continue // a subgraph
		}
		v, err := numbers(o.Pos+","+o.Width+","+o.Height, 4)
		if err != nil {
			return Placement{}, fmt.Errorf("graphviz: its output: node %s %w", o.Name, err)
		}
		centre := at(v[0], v[1])
		p.Nodes = append(p.Nodes, Node{Name: o.Name, X: centre.X, Y: centre.Y, W: v[2] * 72, H: v[3] * 72})
	}
	for _, e := range g.Edges {
		if e.Pos == "" {
			continue
		}
		edge := Edge{ID: e.ID}
		for _, field := range strings.Fields(e.Pos) {
			if strings.HasPrefix(field, "e,") || strings.HasPrefix(field, "s,") {
				continue // the tip of an arrow, which callers leave to their own drawing
			}
			v, err := numbers(field, 2)
			if err != nil {
				return Placement{}, fmt.Errorf("graphviz: its output: edge %s %w", e.ID, err)
			}
			edge.Points = append(edge.Points, at(v[0], v[1]))
		}
		if len(edge.Points) < 4 || len(edge.Points)%3 != 1 {
			return Placement{}, fmt.Errorf("graphviz: its output: edge %s has %d points", e.ID, len(edge.Points))
		}
		p.Edges = append(p.Edges, edge)
	}
	return p, nil
}

// numbers reads n numbers with commas between them.
func numbers(s string, n int) ([]float64, error) {
	parts := strings.Split(s, ",")
	if len(parts) != n {
		return nil, fmt.Errorf("has %q instead of %d numbers", s, n)
	}
	v := make([]float64, n)
	for i, part := range parts {
		var err error
		if v[i], err = strconv.ParseFloat(part, 64); err != nil {
			return nil, fmt.Errorf("has %q instead of a number", part)
		}
	}
	return v, nil
}
