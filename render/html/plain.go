package html

import (
	"bytes"
	"fmt"
	"html/template"
	"io"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

// WriteReadability writes the page with texts, their marks and remarks. It holds no script. The bytes
// depend on the arguments only. It fails when w does.
func WriteReadability(w io.Writer, v render.Readability, t render.Theme) error {
	page := struct {
		render.Readability
		Words  words.Plain
		Policy string
		Style  template.CSS
	}{Readability: v, Words: v.Lang.Plain()}
	if page.Lang != words.English {
		page.Lang = words.Dutch
	}
	page.Style = template.CSS(drawing.FontFaces(font.Faces()) + themeStyle(t, render.Report{}) + darkStyle(t, render.Report{}) + read("base.css", "insight.css", "plain.css"))
	page.Policy = policy(page.Style, nil, false)
	tmpl, err := template.ParseFS(files, "assets/plain.html")
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	var buf bytes.Buffer
	if err := tmpl.Execute(&buf, page); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	_, err = w.Write(buf.Bytes())
	return err
}
