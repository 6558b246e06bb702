package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
)

// writeData writes what the layout asks for: the contents, the index of the search page, colours and letters.
func (s *site) writeData(root, work string, found searchIndex) error {
	type entry struct{ Title, File, Lang string }
	type part struct {
		Title string
		Pages []entry
	}
	var contents []part
	for _, sec := range sections() {
		p := part{Title: sec.Title}
		for _, pg := range s.pages {
			if pg.Section == sec.Name {
				p.Pages = append(p.Pages, entry{pg.Title, pg.file(), pg.Lang})
			}
		}
		contents = append(contents, p)
	}
	list, err := json.MarshalIndent(contents, "", " ")
	if err != nil {
		return err
	}
	index, err := json.Marshal(found)
	if err != nil {
		return err
	}
	files := map[string][]byte{
		"data/inhoud.json":     list,
		"static/zoek-index.js": []byte("window.zoekIndex = " + string(index) + ";\n"), // a script: a page from a folder may not read files
		"static/kleuren.css":   []byte(colours(render.Stadskamer())),
	}
	for _, weight := range []string{"regular", "italic", "semibold", "bold"} {
		name := "inter-" + weight + ".woff2"
		if files["static/"+name], err = os.ReadFile(filepath.Join(root, "render", "font", name)); err != nil {
			return err
		}
	}
	for name, content := range files {
		if err := save(filepath.Join(work, filepath.FromSlash(name)), content); err != nil {
			return err
		}
	}
	return nil
}

// searchIndex has an entry per heading: title of the page, heading, address, text.
type searchIndex []searchEntry

type searchEntry struct {
	Page  string `json:"p"`
	Title string `json:"t"`
	To    string `json:"u"`
	Text  string `json:"x"`
}

var (
	headingID = regexp.MustCompile(` \{#([^}]+)\}$`)
	marks     = regexp.MustCompile("[`*|>]+|^#+ |^ *[-0-9]+[.)]? |!?\\[|\\]\\([^)]*\\)|-{3,}|</?[a-z][^>]*>")
	spaces    = regexp.MustCompile(`\s+`)
)

// add cuts a page at its headings.
func (x *searchIndex) add(p page, body string) {
	e := searchEntry{Page: p.Title, To: p.file()}
	finish := func() {
		e.Text = strings.TrimSpace(spaces.ReplaceAllString(e.Text, " "))
		if e.Text != "" || e.Title != "" {
			*x = append(*x, e)
		}
	}
	eachLine(body, func(line string, code bool) {
		if m := headingID.FindStringSubmatch(line); m != nil && !code {
			finish()
			_, title := headingOf(strings.TrimSuffix(line, m[0]))
			e = searchEntry{Page: p.Title, Title: marks.ReplaceAllString(title, ""), To: p.file() + "#" + m[1]}
			return
		}
		if code && strings.HasPrefix(strings.TrimSpace(line), "```") {
			return
		}
		e.Text += marks.ReplaceAllString(line, " ") + " "
	})
	finish()
}

// colours are those of our own pages, by day and, on the same hues, in the evening.
func colours(t render.Theme) string {
	ground := func(lightness float64) drawing.Color {
		look := t.Header.OKLCH()
		look.L, look.C = lightness, min(look.C, 0.035)
		return look.Color()
	}
	readable := func(c, on drawing.Color) drawing.Color {
		look := c.OKLCH()
		for ; drawing.Contrast(c, on) < 5 && look.L < 1; look.L += 0.01 {
			c = look.Color()
		}
		return c
	}
	panel := ground(0.26)
	list := func(names []string, all ...drawing.Color) string {
		var b strings.Builder
		for i, c := range all {
			fmt.Fprintf(&b, "--%s:%s;", names[i], c.Hex())
		}
		return b.String()
	}
	names := []string{"ink", "ink-soft", "paper", "panel", "line", "accent", "header", "on-header", "ribbon", "code"}
	day := list(names, t.Ink, t.InkSoft, t.Paper, t.Panel, t.Line, t.Accent, t.Header, t.OnHeader, t.Ribbon, t.Panel)
	white := drawing.Hex("#ffffff")
	evening := list(names, white, white.Over(panel, 0.8), ground(0.2), panel, ground(0.42), readable(t.Accent, panel), t.Header, t.OnHeader, t.Ribbon, panel)
	return ":root{" + day + "}\n@media screen and (prefers-color-scheme:dark){:root{" + evening + "}}\n"
}
