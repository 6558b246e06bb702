package live

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"sync"

	"klantreis/cmd/klantreis/workspace/api"
	"klantreis/render"
	"klantreis/render/chart"
	"klantreis/render/drawing"
	"klantreis/render/flow"
	"klantreis/render/html"
	"klantreis/render/journeymap"
	"klantreis/render/pdf"
)

// flowKey is all that the flow depends on: Graphviz is slow, and most edits touch none of it.
func (v *viewing) flowKey() string {
	type way struct {
		To, DropOut, When string
		Share             *float64
	}
	type step struct {
		ID, Title string
		Channels  []string
		Next      []way
	}
	type phase struct {
		Title string
		Steps []step
	}
	j := v.journey
	var phases []phase
	for _, p := range j.Phases {
		ph := phase{Title: p.Title}
		for _, s := range p.Steps {
			st := step{ID: s.ID, Title: s.Title, Channels: s.Channels}
			for _, n := range s.Next {
				st.Next = append(st.Next, way{n.To, n.DropOut, n.When, n.Share})
			}
			ph.Steps = append(ph.Steps, st)
		}
		phases = append(phases, ph)
	}
	text, err := json.Marshal([]any{j.Title, phases, stepCounts(v.evidence), v.look, v.Lang})
	if err != nil { // a number that JSON has no form for
		return v.key
	}
	return sumOf(string(text))
}

func (v *viewing) flowParts() ([]api.Part, error) {
	p, err := v.kept("stroom "+v.flowKey(), func() (drawn, error) {
		d, err := v.drawFlow()
		return svgOf(d), err
	})
	if err != nil {
		return nil, err
	}
	return []api.Part{v.part("stroom", v.Lang.Report().Flow, p)}, nil
}

// drawFlow makes the flow, or the notice that stands in its place where it would be too large.
func (v *viewing) drawFlow() (drawing.Drawing, error) {
	name := "stroom als beeld " + v.flowKey()
	if d, ok := v.pictures.get(name).(drawing.Drawing); ok {
		return d, nil
	}
	d, err := flow.Draw(v.ctx, v.flows, v.journey, v.evidence, v.style.Theme, v.Lang)
	if errors.Is(err, flow.ErrTooLarge) {
		d, err = flow.Notice(v.journey, v.style.Theme, v.Lang), nil
	}
	if err == nil {
		v.pictures.put(name, d, 400*len(d.Items)+1<<16)
	}
	return d, err
}

// chartRoom is where charts are drawn, one at a time: an engine of JavaScript is large.
type chartRoom struct {
	mu       sync.Mutex
	renderer *chart.Renderer
	drawn    int
}

// freshEngine is after how many charts the engine is replaced, so that nothing can pile up in it.
const freshEngine = 300

func (c *chartRoom) draw(ch render.Chart, t render.Theme, width, height float64) (drawing.Drawing, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.renderer != nil && c.drawn >= freshEngine {
		c.renderer.Close()
		c.renderer = nil
	}
	if err := c.begin(); err != nil {
		return drawing.Drawing{}, err
	}
	c.drawn++
	return c.renderer.Draw(ch, t, width, height)
}

// begin makes a renderer where there is none.
func (c *chartRoom) begin() error {
	if c.renderer != nil {
		return nil
	}
	r, err := chart.NewRenderer()
	if err == nil {
		c.renderer, c.drawn = r, 0
	}
	return err
}

// prepare starts the engine before there is anything to draw.
func (c *chartRoom) prepare() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.begin(); err != nil {
		return err
	}
	return c.renderer.Prepare()
}

func (c *chartRoom) close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.renderer != nil {
		c.renderer.Close()
	}
}

// chart draws a chart at a size, or finds it drawn.
func (v *viewing) chart(f render.Figure, width, height float64) (drawing.Drawing, error) {
	data, err := json.Marshal(f.Chart)
	name := fmt.Sprintf("beeld van %s %g %g %s", sumOf(string(data), v.look, f.Alt, f.Title), width, height, v.Lang)
	if err != nil {
		name += v.key + f.ID
	}
	if d, ok := v.pictures.get(name).(drawing.Drawing); ok {
		return d, nil
	}
	if err := v.ctx.Err(); err != nil {
		return drawing.Drawing{}, err
	}
	d, err := v.charts.draw(*f.Chart, v.style.Theme, width, height)
	if err != nil {
		return d, fmt.Errorf("%s: %w", f.ID, err)
	}
	d.ID, d.Title, d.Desc, d.Lang, d.Background = f.ID, f.Title, f.Alt, string(v.Lang), v.style.Theme.Paper
	size := 1 << 12
	drawing.Walk(d.Items, func(drawing.Item) { size += 400 })
	v.pictures.put(name, d, size)
	return d, nil
}

// chartParts makes each chart a part, with its source below it in the title of the picture.
func (v *viewing) chartParts() ([]api.Part, error) {
	var parts []api.Part
	for _, f := range render.Charts(v.journey, v.evidence, v.Lang) {
		width, height := chart.Size(*f.Chart)
		d, err := v.chart(f, width, height)
		if err != nil {
			return nil, err
		}
		p := svgOf(d)
		p.hash = sumOf(p.content)
		title := f.Title
		if f.Caption != "" {
			title += " · " + f.Caption
		}
		parts = append(parts, v.part(f.ID, title, p))
	}
	return parts, nil
}

// pictured gathers the figures of a report. On paper charts have other sizes, and the map runs downwards.
func (v *viewing) pictured(paper bool) (render.Pictures, error) {
	var out render.Pictures
	j, w, in := v.journey, v.Lang.Report(), v.input()
	alt, data := journeymap.Describe(in)
	out.Map = render.Figure{ID: "klantreis", Title: w.Journey, Alt: alt, Caption: w.JourneyCaption, Data: data}
	if paper {
		const width = 840 // as in advies.pdf
		first, height := pdf.FullPage(width)
		for i, d := range journeymap.Pages(in, journeymap.Customer, width, first, height) {
			out.Pages = append(out.Pages, render.Figure{ID: fmt.Sprintf("klantreis-deel-%d", i+1), Title: w.Journey, Alt: d.Desc, Drawing: d})
		}
		out.Narrow = render.Figure{ID: "klantreis-smal", Title: w.Journey, Alt: alt, Drawing: journeymap.Narrow(in, journeymap.Customer, 360)}
	} else {
		out.Map.Drawing = journeymap.Wide(in, journeymap.Whole)
		for i := range j.Phases {
			var slides []render.Figure
			for _, s := range journeymap.Slides(in, i) {
				slides = append(slides, render.Figure{ID: s.Drawing.ID, Title: s.Title, Alt: s.Drawing.Desc, Drawing: s.Drawing, Data: s.Data})
			}
			out.Phases = append(out.Phases, slides)
		}
		d, err := v.drawFlow()
		if err != nil {
			return out, err
		}
		alt, data := flow.Describe(j, v.evidence, v.Lang)
		out.Flow = render.Figure{ID: "stroom", Title: w.Flow, Alt: alt, Caption: w.FlowSays(flow.Tells(j)), Drawing: d, Data: data}
	}
	for _, f := range render.Charts(j, v.evidence, v.Lang) {
		width, height := chart.Size(*f.Chart)
		var err error
		if f.Drawing, err = v.chart(f, width, height); err != nil {
			return out, err
		}
		if paper {
			width, tall := chart.PhoneSize(*f.Chart)
			narrow, err := v.chart(f, width, tall)
			if err != nil {
				return out, err
			}
			f.Narrow = &narrow
		}
		if low, h := chart.LowSize(*f.Chart); h < height {
			if f.Low, err = v.chart(f, low, h); err != nil {
				return out, err
			}
		}
		out.Charts = append(out.Charts, f)
	}
	return out, nil
}

// deckParts makes the presentation as one page, with still charts.
func (v *viewing) deckParts() ([]api.Part, error) {
	p, err := v.kept("presentatie "+v.key, func() (drawn, error) {
		pictures, err := v.pictured(false)
		if err != nil {
			return drawn{}, err
		}
		var b bytes.Buffer
		err = html.WriteDeck(&b, render.Compose(v.journey, v.evidence, v.Lang, pictures), v.style.Theme, html.Assets{})
		return drawn{content: b.String()}, err
	})
	if err != nil {
		return nil, err
	}
	return []api.Part{v.frame("presentatie", v.journey.Title, p)}, nil
}

// adviceParts makes the report as one page.
func (v *viewing) adviceParts() ([]api.Part, error) {
	p, err := v.kept("advies "+v.key, func() (drawn, error) {
		pictures, err := v.pictured(true)
		if err != nil {
			return drawn{}, err
		}
		var b bytes.Buffer
		err = html.WriteAdvice(&b, render.Compose(v.journey, v.evidence, v.Lang, pictures), v.style.Theme, "")
		return drawn{content: b.String()}, err
	})
	if err != nil {
		return nil, err
	}
	return []api.Part{v.frame("advies", v.journey.Title, p)}, nil
}
