package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/journeymap"
	"klantreis/render/pdf"
	"klantreis/render/words"
)

// forms are the forms of the map that a user asks for besides the ones that every gift has.
type forms struct {
	lenses []journeymap.Lens  // each also as SVG and PNG; the whole map is always there
	papers []journeymap.Paper // a poster of each lens, or else of the whole map
	slides bool               // every phase on slides, one document
}

func (f forms) any() bool { return len(f.lenses)+len(f.papers) > 0 || f.slides }

// slidesName is what --papier calls slides.
func (w cliWords) slidesName() string { return w.either("dia", "slides") }

// lensNames are the names of the lenses on the command line.
func (w cliWords) lensNames() []string {
	if w.lang == words.English {
		return []string{"all", "customer", "blueprint", "evidence"}
	}
	var names []string
	for _, l := range journeymap.Lenses {
		names = append(names, l.String())
	}
	return names
}

// formsOf reads --lens and --papier.
func (a *app) formsOf(lenses, papers []string) (forms, error) {
	var f forms
	names := a.words.lensNames()
	for _, name := range lenses {
		name = strings.ToLower(strings.TrimSpace(name))
		found := false
		for i, lens := range journeymap.Lenses {
			if name == names[i] || name == lens.String() {
				found = true
				if !slices.Contains(f.lenses, lens) {
					f.lenses = append(f.lenses, lens)
				}
			}
		}
		if !found {
			return f, usageError{a.words.badLens(name, journeys.Nearest(name, names), strings.Join(names, ", "))}
		}
	}
	for _, name := range papers {
		if name = strings.ToLower(strings.TrimSpace(name)); name == "dia" || name == "slides" {
			f.slides = true
			continue
		}
		p, err := a.paperOf(name, a.words.slidesName())
		if err != nil {
			return f, err
		}
		if !slices.Contains(f.papers, p) {
			f.papers = append(f.papers, p)
		}
	}
	return f, nil
}

// paperOf reads the name of a sheet; others are names that the user may choose as well.
func (a *app) paperOf(name string, others ...string) (journeymap.Paper, error) {
	p, err := journeymap.ParsePaper(strings.TrimSpace(name))
	if err == nil {
		return p, nil
	}
	for _, known := range journeymap.Papers() {
		others = append(others, known.String())
	}
	return p, usageError{a.words.badPaper(name, strings.Join(others, ", "))}
}

// lensFile is the name of a form of the map in a gift, without its ending.
func lensFile(lens journeymap.Lens, form string) string {
	name := "klantreis"
	if lens != journeymap.Whole {
		name += "-" + lens.String()
	}
	if form != "" {
		name += "-" + form
	}
	return name
}

// formJobs draws the forms that were asked for and gives the files to be made of them.
func (g *gift) formJobs(in journeymap.Input, alt string, data render.Table) []job {
	var jobs []job
	for _, f := range g.lenses[1:] { // g.lenses holds the map through every lens, the whole first
		for _, lens := range g.forms.lenses {
			if f.ID == lensFile(lens, "") {
				jobs = append(jobs, job{"kaart", f.ID + ".png", func(w io.Writer) error { return writePNG(w, f.Drawing) }},
					job{"kaart", f.ID + ".svg", svg(f.Drawing)})
			}
		}
	}
	lenses := g.forms.lenses
	if len(lenses) == 0 {
		lenses = []journeymap.Lens{journeymap.Whole}
	}
	for _, paper := range g.forms.papers {
		for _, lens := range lenses {
			f := render.Figure{ID: lensFile(lens, paper.String()), Title: g.journey.Title, Drawing: journeymap.Poster(in, lens, paper), Data: data}
			if f.Alt = alt; lens != journeymap.Whole {
				f.Alt = f.Drawing.Desc
			}
			if note := tooSmall(g.lang, f.Drawing, paper, len(g.journey.Steps())); note != "" {
				g.formNotes = append(g.formNotes, f.ID+".pdf: "+note+".")
			}
			page := pdf.PosterPage{Width: paper.Width(), Height: paper.Height(), Figure: f}
			jobs = append(jobs, g.posterJob(f.ID+".pdf", []pdf.PosterPage{page}))
		}
	}
	if g.forms.slides {
		const width, height = 338.7, 190.5 // of a slide in the usual programs, in millimetres
		var pages []pdf.PosterPage
		for i, d := range journeymap.SlideSheets(in) {
			f := render.Figure{ID: "klantreis-dia", Title: d.Title, Alt: d.Desc, Drawing: d}
			if i == 0 {
				f.Data = data
			}
			pages = append(pages, pdf.PosterPage{Width: width, Height: height, Figure: f})
		}
		jobs = append(jobs, g.posterJob(lensFile(journeymap.Whole, "dia")+".pdf", pages))
	}
	return jobs
}

func (g *gift) posterJob(name string, pages []pdf.PosterPage) job {
	return job{"kaart", name, func(w io.Writer) error {
		report := render.Compose(g.journey, g.ev, g.lang, render.Pictures{})
		_, err := pdf.WritePoster(w, pdf.Poster{Report: report, Pages: pages}, g.theme) // advies.pdf gives the same warnings
		return err
	}}
}

// tooSmall tells that a poster is hard to read, and which paper would do.
func tooSmall(lang words.Lang, d drawing.Drawing, paper journeymap.Paper, steps int) string {
	points := journeymap.Legible(d, paper)
	if points <= 0 || points >= journeymap.Readable {
		return ""
	}
	w, shown := lang.Poster(), lang.Number(points, 1)
	if larger, ok := journeymap.PaperFor(d); ok {
		return fmt.Sprintf(w.TooSmall, paper, steps, shown, larger)
	}
	return fmt.Sprintf(w.TooManySteps, paper, steps, shown)
}

func (w cliWords) flagLens() string {
	return w.pick("geef de kaart ook door deze `lenzen`, met komma's ertussen: %s", "also give the map through these `lenses`, separated by commas: %s", strings.Join(w.lensNames(), ", "))
}

func (w cliWords) flagPaper() string {
	return w.either("maak ook posters op dit `papier`, met komma's ertussen: A3, A2, A1, A0 of dia", "also make posters on this `paper`, separated by commas: A3, A2, A1, A0 or slides")
}

func (w cliWords) badLens(name, meant, all string) string {
	return w.pick("de lens ‘%s’ is er niet.", "there is no lens ‘%s’.", name) + w.instead(meant, all)
}

func (w cliWords) badPaper(name, all string) string {
	return w.pick("het papier ‘%s’ is er niet. U kunt kiezen uit: %s.", "there is no paper ‘%s’. You can choose from: %s.", name, all)
}
