package live

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"klantreis/journeys"
	"klantreis/journeys/privacy"
	"klantreis/journeys/tone"
	"klantreis/render"
	"klantreis/render/tokens"
)

// reading is a text with all that is known of it before signals are counted.
type reading struct {
	path     string
	text     string
	sum      string // of the text
	journey  *journeys.Journey
	parsed   journeys.Problems // of the text alone; with errors among them there is nothing to show
	warnings journeys.Problems // of what it says
	files    journeys.Problems // of the files that it names
	style    tokens.Style
	look     string // names the style
}

// open opens the folder of a journey.
func (d *Desk) open(name string) (*os.Root, error) {
	if !fs.ValidPath(name) || name == "." {
		return nil, d.refuse("pad", d.words().noPath)
	}
	root, err := d.Root.OpenRoot(filepath.FromSlash(path.Dir(name)))
	if err != nil {
		return nil, d.refuse("pad", d.words().noPath)
	}
	return root, nil
}

// read reads a text as the command line reads its file. Files are looked at each time; the text is not,
// when it is the same as before.
func (d *Desk) read(name, text string, folder fs.FS, before *reading) *reading {
	r := &reading{path: name, text: text, sum: sumOf(text)}
	if before != nil && before.sum == r.sum {
		r.journey, r.parsed, r.warnings = before.journey, before.parsed, before.warnings
	} else {
		r.journey, r.parsed = journeys.Parse(name, []byte(text))
		r.journey.ID = journeys.IDFromPath(filepath.Join(d.Folder, filepath.FromSlash(name)))
		if len(r.journey.Steps()) > 0 {
			r.warnings = slices.Concat(privacy.Check(r.journey), tone.Check(r.journey, d.tone), tone.CheckHuman(r.journey))
		}
	}
	r.files = journeys.CheckFiles(r.journey, folder)
	if d.Checks != nil && len(r.journey.Steps()) > 0 {
		r.files = append(r.files, d.Checks(r.journey, folder)...)
	}
	r.style = styleOf(r.journey, folder)
	r.look = sumOf(string(r.style.Source))
	return r
}

// styleOf lays the house style of a journey, if it has one, over the theme of the house. A file that
// cannot be opened has been told of.
func styleOf(j *journeys.Journey, folder fs.FS) tokens.Style {
	over := render.Stadskamer()
	if j.HouseStyle == "" {
		return tokens.Style{Theme: over}
	}
	style, err := tokens.Load(folder, j.HouseStyle, path.Join(path.Dir(j.Path), j.HouseStyle), over)
	if err != nil {
		return tokens.Style{Theme: over}
	}
	return style
}

// usable tells whether there is a journey to show.
func (r *reading) usable() bool { return !r.parsed.HasErrors() }

// all gathers the problems of a text as the command line tells them: what was found in its data only as
// far as that does not follow from faults of the text.
func (r *reading) all(data journeys.Problems) journeys.Problems {
	known := slices.Concat(r.parsed, r.files)
	broken := known.HasErrors()
	known = append(known, r.warnings...)
	for _, p := range data {
		if broken && p.Severity != journeys.Error {
			continue
		}
		if !slices.ContainsFunc(known, func(q journeys.Problem) bool { return q.Pos == p.Pos && q.Code == p.Code }) {
			known = append(known, p)
		}
	}
	return append(known.Sorted(), r.style.Problems...)
}
