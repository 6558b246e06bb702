package tokens

import (
	"encoding/base64"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strings"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
)

const maxLogoSize = 1 << 20

// own finds one of our own tokens.
func (r *reader) own(name string) (token, string) {
	for _, i := range r.byName[join(words(strings.Split(name, ".")...))] {
		if value, _, _ := r.resolve(r.tokens[i]); strings.TrimSpace(value) != "" {
			return r.tokens[i], strings.TrimSpace(value)
		}
	}
	return token{}, ""
}

// logo reads the mark. What cannot be drawn is a warning, and then there is no logo.
func (r *reader) logo(t render.Theme) render.Logo {
	from, value := r.own(logoToken)
	if value == "" {
		return render.Logo{}
	}
	shown := value
	if strings.HasPrefix(value, "data:") {
		shown = "data:…"
	} else if !strings.EqualFold(path.Ext(value), ".svg") {
		r.warn(from.at, "huisstijl-logo-soort", shown)
		return render.Logo{}
	}
	svg, problem := r.logoFile(value, from.at)
	if problem != nil {
		r.problems = append(r.problems, *problem)
		return render.Logo{}
	}
	d, err := drawing.ReadSVG(strings.NewReader(svg))
	if err != nil {
		r.warn(from.at, "huisstijl-logo", shown, err)
		return render.Logo{}
	}
	d.ID = ""
	most, letters := 0.0, false
	d.Items = bare(d.Items, func(c drawing.Color) { most = max(most, drawing.Contrast(c, t.Paper)) }, &letters)
	if len(d.Items) == 0 {
		r.warn(from.at, "huisstijl-logo", shown, "empty")
		return render.Logo{}
	}
	if letters {
		r.warn(from.at, "huisstijl-logo-letters", shown)
	}
	if most < 3 {
		r.warn(from.at, "huisstijl-logo-bleek", shown, journeys.Ratio(most))
	}
	_, alt := r.own(altToken)
	if alt == "" {
		r.warn(from.at, "huisstijl-logo-tekst")
		alt = "Logo"
	}
	return render.Logo{Drawing: d, Alt: alt}
}

// logoFile gives the SVG, from the value itself or from a file of the journey's folder.
func (r *reader) logoFile(value string, at int) (string, *journeys.Problem) {
	broken := func(err error) *journeys.Problem {
		return &journeys.Problem{Pos: r.position(at), Severity: journeys.Warning, Code: "huisstijl-logo", Args: []any{"data:…", err}}
	}
	if data, ok := strings.CutPrefix(value, "data:"); ok {
		kind, content, ok := strings.Cut(data, ",")
		if !ok || !strings.HasPrefix(kind, "image/svg+xml") {
			return "", broken(fmt.Errorf("image/svg+xml?"))
		}
		if strings.HasSuffix(kind, ";base64") {
			svg, err := base64.StdEncoding.DecodeString(content)
			if err != nil {
				return "", broken(err)
			}
			return string(svg), nil
		}
		svg, err := url.PathUnescape(content)
		if err != nil {
			return "", broken(err)
		}
		return svg, nil
	}
	file := path.Join(path.Dir(r.name), strings.ReplaceAll(value, `\`, "/"))
	if strings.HasPrefix(value, "/") || strings.HasPrefix(value, `\`) {
		file = value
	}
	clean, ok := journeys.LocalPath(file)
	if !ok {
		return "", &journeys.Problem{Pos: r.position(at), Severity: journeys.Error, Code: "pad-buiten-map", Args: []any{value}}
	}
	svg, err := readFile(r.folder, clean)
	if err != nil {
		p := journeys.FileProblem(r.folder, clean, r.position(at), err)
		return "", &p
	}
	return svg, nil
}

func readFile(folder fs.FS, name string) (string, error) {
	if folder == nil {
		return "", fs.ErrNotExist
	}
	f, err := folder.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, maxLogoSize+1))
	if err == nil && len(b) > maxLogoSize {
		err = &fs.PathError{Op: "read", Path: name, Err: fmt.Errorf("> %d MB", maxLogoSize>>20)}
	}
	return string(b), err
}

// bare takes off what a logo brings beside its looks: ids would clash on a page, and links and
// labels are not ours to give. It shows each colour, and tells whether there are letters in it.
func bare(items []drawing.Item, color func(drawing.Color), letters *bool) []drawing.Item {
	var kept []drawing.Item
	for _, item := range items {
		switch v := item.(type) {
		case drawing.Group:
			if v.Items = bare(v.Items, color, letters); len(v.Items) == 0 {
				continue
			}
			kept = append(kept, drawing.Group{Matrix: v.Matrix, Clip: v.Clip, Items: v.Items})
		case drawing.Path:
			if v.Fill.Gradient != nil {
				for _, s := range v.Fill.Gradient.Stops {
					color(s.Color)
				}
			} else if !v.Fill.None() {
				color(v.Fill.Color)
			}
			if !v.Stroke.None() {
				color(v.Stroke.Color)
			}
			kept = append(kept, v)
		case drawing.Text:
			*letters = true
			color(v.Fill)
			kept = append(kept, v)
		}
	}
	return kept
}
