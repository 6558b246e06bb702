package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"strings"

	"golang.org/x/sync/errgroup"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
	"klantreis/render"
	"klantreis/render/chart"
	"klantreis/render/drawing"
	"klantreis/render/flow"
	"klantreis/render/flow/graphviz"
	"klantreis/render/html"
	"klantreis/render/journeymap"
	"klantreis/render/pdf"
	"klantreis/render/words"
)

// gift is one journey on its way from evidence to a folder of files.
type gift struct {
	*loaded
	ev     *evidence.Evidence
	found  journeys.Problems // in the file and its data; none is an error
	lang   words.Lang
	cli    cliWords
	wanted map[string]bool
	forms  forms
	engine *graphviz.Engine
	step   func(stage)

	theme     render.Theme
	font      string // the typeface that the house style asks for and does not get
	pictures  render.Pictures
	narrow    drawing.Drawing   // the map for a phone
	lenses    []render.Figure   // the map in the ways that klantreis.html offers
	formFiles []job             // what --lens and --papier ask for
	options   map[string][]byte // ECharts options by figure id
	files     []file

	dir       string
	kept      []string // files of others that were put aside
	warnings  []string
	formNotes []string // posters that are hard to read
	giftNotes []string // what was asked for and could not be made
	flowNote  string   // why there is no picture of the flow; empty: there is one
}

// file is one file of the gift, of the part that --alleen names.
type file struct {
	part, name string
	content    []byte
}

func (g *gift) wants(parts ...string) bool {
	for _, p := range parts {
		if g.wanted[p] {
			return true
		}
	}
	return false
}

// make draws the pictures side by side, then writes the formats, then moves all files in.
func (g *gift) make(ctx context.Context, out string) error {
	g.step(stageDrawing)
	if err := g.draw(ctx); err != nil {
		return err
	}
	g.step(stageWriting)
	if err := g.write(ctx); err != nil {
		return err
	}
	return g.save(ctx, out)
}

// draw makes the pictures that the wanted parts need, side by side.
func (g *gift) draw(ctx context.Context) error {
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return g.drawCharts(ctx) })
	group.Go(func() error { return g.drawFlow(ctx) })
	group.Go(func() error {
		g.drawMap()
		return nil
	})
	return group.Wait()
}

func (g *gift) drawMap() {
	if !g.wants("kaart", "presentatie", "advies") {
		return
	}
	j, w := g.journey, g.lang.Report()
	in := journeymap.Input{Journey: j, Evidence: g.ev, Theme: g.theme, Lang: g.lang, Quotes: render.Quotes(j, g.lang)}
	alt, data := journeymap.Describe(in)
	d := journeymap.Wide(in, journeymap.Whole)
	g.pictures.Map = render.Figure{ID: "klantreis", Title: w.Journey, Alt: alt, Caption: w.JourneyCaption, Drawing: d, Data: data}
	if g.wants("kaart") {
		g.narrow = journeymap.Narrow(in, journeymap.Whole, 0)
		g.lenses = g.drawLenses(in, data)
		g.formFiles = g.formJobs(in, alt, data)
	}
	if g.wants("presentatie") {
		for i := range j.Phases {
			var slides []render.Figure
			for _, s := range journeymap.Slides(in, i) {
				d := s.Drawing
				slides = append(slides, render.Figure{ID: d.ID, Title: s.Title, Alt: d.Desc, Drawing: d, Data: s.Data})
			}
			g.pictures.Phases = append(g.pictures.Phases, slides)
		}
	}
	if g.wants("advies") {
		const width = 840 // prints the smallest letters at 6.8 points
		first, height := pdf.FullPage(width)
		// What the customer lives; what is behind the scenes stands in the report's own tables.
		for i, d := range journeymap.Pages(in, journeymap.Customer, width, first, height) {
			g.pictures.Pages = append(g.pictures.Pages, render.Figure{ID: fmt.Sprintf("klantreis-deel-%d", i+1), Title: w.Journey, Alt: d.Desc, Drawing: d})
		}
		narrow := journeymap.Narrow(in, journeymap.Customer, 360) // as wide as most phones
		g.pictures.Narrow = render.Figure{ID: "klantreis-smal", Title: w.Journey, Alt: alt, Drawing: narrow}
	}
}

// writePNG draws a map up to twice as large as it is, for the screens of today, within what a
// mail or a chat will carry.
func writePNG(w io.Writer, d drawing.Drawing) error {
	const largest, pixels = 2.0, 14e6
	scale := min(largest, math.Sqrt(pixels/(d.Width*d.Height)))
	return drawing.WritePNG(w, d, int(d.Width*max(scale, 1)))
}

func (g *gift) drawFlow(ctx context.Context) error {
	if !g.wants("stroom", "presentatie", "advies") {
		return nil
	}
	d, err := flow.Draw(ctx, g.engine, g.journey, g.ev, g.theme, g.lang)
	if errors.Is(err, flow.ErrTooLarge) {
		d, err = flow.Notice(g.journey, g.theme, g.lang), nil
		g.flowNote = d.Desc
	}
	if err != nil {
		return err
	}
	alt, data := flow.Describe(g.journey, g.ev, g.lang)
	w := g.lang.Report()
	g.pictures.Flow = render.Figure{ID: "stroom", Title: w.Flow, Alt: alt, Caption: w.FlowSays(flow.Tells(g.journey)), Drawing: d, Data: data}
	return nil
}

func (g *gift) drawCharts(ctx context.Context) error {
	if !g.wants("grafieken", "presentatie", "advies") {
		return nil
	}
	figures := render.Charts(g.journey, g.ev, g.lang)
	if len(figures) == 0 {
		return nil
	}
	renderer, err := chart.NewRenderer()
	if err != nil {
		return err
	}
	defer renderer.Close()
	g.options = map[string][]byte{}
	for i := range figures {
		if err := ctx.Err(); err != nil {
			return err
		}
		f := &figures[i]
		width, height := chart.Size(*f.Chart)
		if f.Drawing, err = renderer.Draw(*f.Chart, g.theme, width, height); err != nil {
			return fmt.Errorf("%s: %w", f.ID, err)
		}
		f.Drawing.ID, f.Drawing.Title, f.Drawing.Desc, f.Drawing.Lang = f.ID, f.Title, f.Alt, string(g.lang)
		f.Drawing.Background = g.theme.Paper
		if g.wants("advies") {
			width, height = chart.PhoneSize(*f.Chart)
			narrow, err := renderer.Draw(*f.Chart, g.theme, width, height)
			if err != nil {
				return fmt.Errorf("%s: %w", f.ID, err)
			}
			f.Narrow = &narrow
		}
		if low, h := chart.LowSize(*f.Chart); h < height && (g.wants("advies") || g.wants("presentatie")) {
			if f.Low, err = renderer.Draw(*f.Chart, g.theme, low, h); err != nil {
				return fmt.Errorf("%s: %w", f.ID, err)
			}
			f.Low.ID, f.Low.Title, f.Low.Desc, f.Low.Lang, f.Low.Background = f.Drawing.ID, f.Drawing.Title, f.Drawing.Desc, f.Drawing.Lang, f.Drawing.Background
		}
		if g.options[f.ID], err = chart.Option(*f.Chart, g.theme); err != nil {
			return err
		}
	}
	g.pictures.Charts = figures
	return nil
}

// job is a file of the gift that is still to be written.
type job struct {
	part, name string
	write      func(io.Writer) error
}

func svg(d drawing.Drawing) func(io.Writer) error {
	return func(w io.Writer) error { return drawing.WriteSVG(w, d, drawing.SVGOptions{EmbedFonts: true}) }
}

// write makes the content of every wanted file.
func (g *gift) write(ctx context.Context) error {
	report := render.Compose(g.journey, g.ev, g.lang, g.pictures)
	jobs := []job{
		{"kaart", "klantreis.png", func(w io.Writer) error { return writePNG(w, g.pictures.Map.Drawing) }}, // the longest comes first
		{"kaart", "klantreis.svg", svg(g.pictures.Map.Drawing)},
		{"kaart", "klantreis-smal.svg", svg(g.narrow)},
		{"kaart", "klantreis.html", g.writeMapPage},
		{"stroom", "stroom.svg", svg(g.pictures.Flow.Drawing)},
		{"presentatie", "presentatie.html", func(w io.Writer) error {
			assets := html.Assets{Options: g.options}
			if len(g.options) > 0 {
				assets.ChartScript = chart.Script()
			}
			return html.WriteDeck(w, report, g.theme, assets)
		}},
		{"advies", "advies.pdf", func(w io.Writer) (err error) {
			g.warnings, err = pdf.Write(w, report, g.theme)
			return err
		}},
		{"advies", "advies.html", func(w io.Writer) error { return html.WriteAdvice(w, report, g.theme, "advies.pdf") }},
		{"gegevens", "gegevens.json", func(w io.Writer) error { return evidence.WriteJSON(w, g.journey, g.ev) }},
	}
	jobs = append(jobs, g.formFiles...)
	jobs = append(jobs, g.giftJobs()...)
	for _, f := range g.pictures.Charts {
		jobs = append(jobs, job{"grafieken", f.ID + ".svg", svg(f.Drawing)})
	}
	g.files = make([]file, len(jobs))
	group, ctx := errgroup.WithContext(ctx)
	for i, job := range jobs {
		if !g.wants(job.part) {
			continue
		}
		group.Go(func() error {
			var b bytes.Buffer
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := job.write(&b); err != nil {
				return fmt.Errorf("%s: %w", job.name, err)
			}
			g.files[i] = file{job.part, job.name, b.Bytes()}
			return nil
		})
	}
	return group.Wait()
}

// save writes the files aside and moves them in together.
func (g *gift) save(ctx context.Context, out string) error {
	o, err := openOutdir(out, g.journey.ID)
	if err != nil {
		return err
	}
	defer o.discard()
	for _, f := range g.files {
		if f.name == "" {
			continue
		}
		if err := o.write(f.name, f.content); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	g.dir = filepath.Join(out, g.journey.ID)
	g.kept, err = o.commit(g.remakes)
	return err
}

// partOf tells to which part of the gift a file of ours belongs.
func partOf(name string) string {
	switch {
	case strings.HasPrefix(name, "klantreis.") || name == "klantreis-smal.svg":
		return "kaart"
	case strings.HasPrefix(name, "klantreis-"): // a poster or a lens: it stays until it is asked for again
		return "vorm"
	case strings.HasPrefix(name, "grafiek-"):
		return "grafieken"
	case name == shortFile:
		return partShort
	case strings.HasPrefix(name, "advies-"): // for one owner: of a part that is asked for each time
		return partOwners
	case strings.HasPrefix(name, "groetjes"):
		return partCard
	}
	return strings.TrimSuffix(name, filepath.Ext(name)) // stroom, presentatie, advies, gegevens
}
