package main

import (
	"io"
	"strings"

	"klantreis/render"
	"klantreis/render/html"
	"klantreis/render/pdf"
	"klantreis/render/postcard"
)

// The gifts that are made besides the report itself, when asked for.
const (
	partShort  = "kort"
	partCard   = "kaartje"
	partOwners = "per-eigenaar"

	shortFile = "advies-kort.pdf"
)

// giftJobs are the short report, the report for each owner and the greeting cards, as far as they
// are wanted.
func (g *gift) giftJobs() []job {
	var jobs []job
	if g.wants(partShort) {
		jobs = append(jobs, job{partShort, shortFile, g.writeShort(nil)})
	}
	if g.wants(partOwners) {
		jobs = append(jobs, g.ownerJobs()...)
	}
	if g.wants(partCard) {
		jobs = append(jobs, g.cardJobs()...)
	}
	return jobs
}

func (g *gift) writeShort(owner *render.Owner) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := pdf.WriteShort(w, render.ComposeShort(g.journey, g.ev, g.lang, owner), g.theme) // advies.pdf gives the same warnings
		return err
	}
}

// remakes tells whether this run makes a file of an earlier one again, if it still exists.
func (g *gift) remakes(name string) bool {
	part := partOf(name)
	if part != partOwners {
		return g.wanted[part]
	}
	if strings.HasSuffix(name, render.ShortSuffix+".pdf") {
		return g.wants(partOwners) && g.wants(partShort)
	}
	return g.wants(partOwners) && g.wants("advies")
}

// ownerJobs are a report for everybody who gets advice, with only their advice.
func (g *gift) ownerJobs() []job {
	owners := render.Owners(g.journey, "kort") // advies-kort.pdf is everybody's
	if len(owners) == 0 {
		g.giftNotes = append(g.giftNotes, g.cli.noAdviceForOwners())
	}
	var jobs []job
	for _, o := range owners {
		if g.wants("advies") {
			report := render.ComposeFor(g.journey, g.ev, g.lang, g.pictures, o)
			paper := "advies-" + o.Slug + ".pdf"
			jobs = append(jobs, job{partOwners, paper, func(w io.Writer) error {
				_, err := pdf.Write(w, report, g.theme)
				return err
			}}, job{partOwners, "advies-" + o.Slug + ".html", func(w io.Writer) error { return html.WriteAdvice(w, report, g.theme, paper) }})
		}
		if g.wants(partShort) {
			jobs = append(jobs, job{partOwners, "advies-" + o.Slug + render.ShortSuffix + ".pdf", g.writeShort(&o)})
		}
		if o.Name == "" {
			g.giftNotes = append(g.giftNotes, g.cli.adviceOfNobody("advies-"+o.Slug+".pdf"))
		}
	}
	return jobs
}

// cardJobs are the greeting cards: two pages each, and the same on sheets to cut.
func (g *gift) cardJobs() []job {
	cards, long := render.Greetings(g.journey, g.lang)
	if long > 0 {
		g.giftNotes = append(g.giftNotes, g.lang.Greeting().LongQuotes(long))
	}
	if len(cards) == 0 {
		g.giftNotes = append(g.giftNotes, g.cli.noCards())
		return nil
	}
	for i := range cards {
		cards[i].Art = postcard.Draw(cards[i], g.theme)
	}
	head := render.Head(g.journey, g.lang)
	write := func(write func(io.Writer, render.Report, []render.Greeting, render.Theme) ([]string, error)) func(io.Writer) error {
		return func(w io.Writer) error {
			_, err := write(w, head, cards, g.theme) // advies.pdf gives the same warnings
			return err
		}
	}
	return []job{{partCard, "groetjes.pdf", write(pdf.WriteCards)}, {partCard, "groetjes-vel.pdf", write(pdf.WriteCardSheets)}}
}
