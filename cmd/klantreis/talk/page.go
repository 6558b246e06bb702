// Package talk makes the page for talks on the street: one HTML file that needs no network, no app and no server.
package talk

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"html/template"

	"klantreis/journeys"
)

//go:embed page.html
var pageHTML string

//go:embed page.css
var pageCSS string

//go:embed page.js
var pageJS string

// Options are what a page is about.
type Options struct {
	Lang        string // nl or en
	Title       string // of the journey
	Journey     string // its id
	Question    string
	Step        string   // that the question is about; empty: all of the journey
	Departments []string // to choose from; empty: it is typed
}

// nature is what a talk can be, and what that is called.
type nature struct{ Value, Label string }

// plan is what the script of the page needs.
type plan struct {
	ID    string      `json:"id"` // talks of another question are kept apart on the same phone
	Step  string      `json:"step"`
	Words scriptWords `json:"words"`
}

// Page writes the page. The same options give the same bytes.
func Page(o Options) ([]byte, error) {
	w := wordsFor(o.Lang)
	sum := sha256.Sum256([]byte(o.Journey + "\x00" + o.Step + "\x00" + o.Question))
	script, err := json.Marshal(plan{hex.EncodeToString(sum[:8]), o.Step, w.script}) // <, > and & come out as \u003c and so on
	if err != nil {
		return nil, err
	}
	t, err := template.New("gesprek").Parse(pageHTML)
	if err != nil {
		return nil, err
	}
	var natures []nature
	for _, n := range []string{"tip", "compliment", "klacht", "vraag"} {
		natures = append(natures, nature{n, w.natures[n].In(o.Lang)})
	}
	var b bytes.Buffer
	err = t.Execute(&b, struct {
		Options
		Policy  string
		CSS     template.CSS
		JS      template.JS
		Plan    template.JS
		W       pageWords
		Natures []nature
	}{o, "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data:; style-src " + hash(pageCSS) + "; script-src " + hash(pageJS),
		template.CSS(pageCSS), template.JS(pageJS), template.JS(script), w.page, natures})
	return b.Bytes(), err
}

// hash allows one script or style by what it holds (CSP level 3).
func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Question is asked when none is given.
func Question(lang string) string {
	return journeys.Reason{Dutch: "Wat kan beter, of wat gaat juist goed?", English: "What could be better, or what goes well?"}.In(lang)
}
