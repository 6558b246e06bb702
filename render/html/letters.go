package html

import (
	"fmt"
	"html/template"
	"io"

	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
	"klantreis/render/words"
)

// lettersPage is what the template writes.
type lettersPage struct {
	Lang    string
	Title   string
	Journey string
	Words   words.Feedback
	Policy  string
	Style   template.CSS
	Ready   []render.AdviceLetters
	Missing []render.AdviceLetters
}

// WriteLetters writes all letters of a journey as one page without scripts, to copy from or to print:
// each letter on a sheet of its own. The bytes depend on the arguments only. It fails when w does.
func WriteLetters(w io.Writer, journey string, all []render.AdviceLetters, lang words.Lang, t render.Theme) error {
	if lang != words.English {
		lang = words.Dutch
	}
	p := lettersPage{Lang: string(lang), Words: lang.Feedback(), Journey: journey}
	p.Title = p.Words.Title + ": " + journey
	for _, a := range all {
		if len(a.Letters) > 0 {
			p.Ready = append(p.Ready, a)
		} else {
			p.Missing = append(p.Missing, a)
		}
	}
	p.Style = template.CSS(drawing.FontFaces(font.Faces()) + themeStyle(t, render.Report{}) + darkStyle(t, render.Report{}) + read("base.css", "letters.css"))
	p.Policy = policy(p.Style, nil, false)
	tmpl, err := template.New("letters.html").ParseFS(files, "assets/letters.html")
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return fill(w, tmpl, p)
}
