// Package html writes a report as a presentation: one page with everything in it, which opens
// from disk without a network, is shown on a screen, read as a document and printed.
//
// The composer lays the report out as slides, measuring text with the embedded font; the
// template writes them down; style sheets and scripts stand in assets.
package html

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

// Assets is what the interactive charts need; the zero value leaves them out and keeps the still
// pictures.
type Assets struct {
	// ChartScript is JavaScript that sets the global echarts.
	ChartScript []byte
	// Options holds the ECharts option of a figure, as JSON, by the figure's ID.
	Options map[string][]byte
}

//go:embed assets
var files embed.FS

// styles and scripts are concatenated in this order.
var (
	styleFiles  = []string{"base.css", "stage.css", "blocks.css", "figure.css", "way.css", "board.css", "cover.css", "controls.css", "speaker.css", "document.css", "print.css"}
	scriptFiles = []string{"deck.js", "dialogs.js", "zoom.js", "charts.js", "way.js", "board.js", "speaker.js", "keys.js"}
)

// reserved are the ids that the page itself uses.
var reserved = map[string]bool{"dias": true, "melding": true, "hulp": true, "hulp-titel": true, "notities": true, "notities-titel": true, "zwart": true, "voorstel": true, "voorstel-titel": true}

// page is what the template writes.
type page struct {
	Lang   string
	Title  string
	Policy string
	Report render.Report
	Words  words.Deck
	Room   words.InRoom
	Style  template.CSS
	Boot   template.JS
	Charts template.JS // empty without interactive charts
	Script template.JS
	Slides []slide
}

// WriteDeck writes the report as presentatie.html. The bytes depend on the arguments only. It
// fails when an asset cannot be put into a page, and when w does.
func WriteDeck(w io.Writer, r render.Report, t render.Theme, assets Assets) error {
	if err := assets.check(); err != nil {
		return err
	}
	lang := words.Dutch
	if r.Lang == string(words.English) {
		lang = words.English
	}
	r.Sections = withAccents(r.Sections, t)
	p := page{
		Lang: string(lang), Title: r.Title, Report: r, Words: lang.Deck(), Room: lang.InRoom(),
		Style:  template.CSS(drawing.FontFaces(font.Faces()) + themeStyle(t, r) + read(styleFiles...)),
		Boot:   template.JS(read("boot.js")),
		Script: template.JS("'use strict';\n" + read(scriptFiles...)),
	}
	p.Slides = compose(r, lang, assets)
	scripts := []template.JS{p.Boot, p.Script}
	if slices.ContainsFunc(p.Slides, func(s slide) bool { return s.Figure != nil && s.Figure.Option != "" }) {
		p.Charts = template.JS(assets.ChartScript)
		scripts = append(scripts, p.Charts)
	}
	p.Policy = policy(p.Style, scripts, p.Charts != "")
	tmpl, err := template.New("deck.gohtml").Funcs(functions(p.Words, p.Room, t.Logo)).ParseFS(files, "assets/*.gohtml")
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return fill(w, tmpl, p)
}

// fill writes a page when all of it could be made.
func fill(w io.Writer, t *template.Template, page any) error {
	var buf bytes.Buffer
	if err := t.Execute(&buf, page); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	_, err := w.Write(buf.Bytes())
	return err
}

// policy is the content security policy: nothing from elsewhere, and only our own scripts. The
// interactive charts set style attributes while they draw; without them our one style sheet is
// all that may run.
func policy(style template.CSS, scripts []template.JS, charts bool) string {
	allowed := make([]string, len(scripts))
	for i, s := range scripts {
		allowed[i] = hash(string(s))
	}
	styles := "style-src " + hash(string(style))
	if charts {
		// Browsers that know the last two go by them, and still refuse other style sheets.
		styles = "style-src 'unsafe-inline'; style-src-elem " + hash(string(style)) + "; style-src-attr 'unsafe-inline'"
	}
	return "default-src 'none'; script-src " + cmp.Or(strings.Join(allowed, " "), "'none'") + "; " + styles +
		"; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// read concatenates embedded files. They are part of the program, so a missing one is a broken
// build and panics.
func read(names ...string) string {
	var b strings.Builder
	for _, name := range names {
		data, err := files.ReadFile("assets/" + name)
		if err != nil {
			panic("html: " + err.Error())
		}
		b.Write(data)
	}
	return b.String()
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
