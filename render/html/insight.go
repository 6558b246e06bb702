package html

import (
	"bytes"
	"fmt"
	"html/template"
	"io"
	"strconv"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

// insightPage is what the template writes.
type insightPage struct {
	render.Insight
	Words      words.Insight
	StoryTitle string
	Policy     string
	Style      template.CSS
	Sections   []insightSection
}

// insightSection is a section with its courses drawn.
type insightSection struct {
	render.InsightSection
	Sparks []template.HTML // one per row; empty: none
}

// WriteInsight writes the page with what stands out in signals as signalen.html. It holds no script.
// The bytes depend on the arguments only. It fails when w does.
func WriteInsight(w io.Writer, v render.Insight, t render.Theme) error {
	p := insightPage{Insight: v, Words: v.Lang.Insight(), StoryTitle: v.Lang.InsightStory().Title}
	if p.Lang != words.English {
		p.Lang = words.Dutch
	}
	for i, s := range v.Sections {
		section := insightSection{InsightSection: s}
		for k, c := range s.Courses {
			spark := template.HTML("")
			if len(c.Values) > 0 {
				f := render.Figure{Title: c.Alt, Drawing: render.Sparkline(c, t)}
				spark = inlineSVG(f, "verloop-"+strconv.Itoa(i+1)+"-"+strconv.Itoa(k+1), string(p.Lang))
			}
			section.Sparks = append(section.Sparks, spark)
		}
		p.Sections = append(p.Sections, section)
	}
	p.Style = template.CSS(drawing.FontFaces(font.Faces()) + themeStyle(t, render.Report{}) + darkStyle(t, render.Report{}) + read("base.css", "insight.css"))
	p.Policy = policy(p.Style, nil, false)
	tmpl, err := template.New("insight.html").Funcs(template.FuncMap{
		"head":   columnTitle,
		"number": func(t render.Table, i int) bool { return i < len(t.Columns) && t.Columns[i].Number },
	}).ParseFS(files, "assets/insight.html")
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	var buf bytes.Buffer
	if err := tmpl.Execute(&buf, p); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	_, err = w.Write(buf.Bytes())
	return err
}
