package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"klantreis/journeys"
)

// addReference makes the page of all keys, told by the validator's own readers (journeys.FileShape).
func (s *site) addReference() {
	r := reference{seen: map[string]bool{}, titles: map[string]string{}}
	r.mapping(journeys.FileShape())
	s.pages = append(s.pages, page{Section: "naslag", Name: "bestand", Title: "Alle sleutels van het klantreisbestand", Body: referenceIntro + "\n" + r.text.String()})
}

const referenceIntro = `
Deze bladzijde komt uit het programma zelf: wat hier staat, is wat ` + "`klantreis controleer`" + ` goedkeurt. Bij elke sleutel ziet u
waarvoor die is, wat u erachter mag zetten en een voorbeeld. Wat *verplicht* is, moet er staan; al het andere mag u weglaten.
Dezelfde uitleg krijgt u in uw teksteditor, en als JSON Schema met:

` + "```console" + `
klantreis schema --uit .klantreis.schema.json
` + "```" + `
`

// reference writes each kind of mapping once, where it is first met.
type reference struct {
	text   strings.Builder
	seen   map[string]bool
	titles map[string]string // by the keys of a mapping
}

// title is what a mapping is called; a second one of the same name (a noemer has two forms) tells its keys.
func (r *reference) title(s journeys.Shape) string {
	keys := strings.Join(s.KeyNames(), " en ")
	if known, ok := r.titles[s.What+": "+keys]; ok {
		return known
	}
	title := s.What
	for _, taken := range r.titles {
		if taken == title {
			title += " met " + keys
			break
		}
	}
	r.titles[s.What+": "+keys] = title
	return title
}

func (r *reference) mapping(s journeys.Shape) {
	title := r.title(s)
	if r.seen[title] {
		return
	}
	r.seen[title] = true
	fmt.Fprintf(&r.text, "## %s\n\n", capital(title))
	if len(s.OneOf) > 0 {
		fmt.Fprintf(&r.text, "Precies één van deze sleutels moet er staan: %s.\n\n", quoted(s.OneOf))
	}
	var below []journeys.Shape
	for _, k := range s.Keys {
		about := k.Describe()
		fmt.Fprintf(&r.text, "### %s\n\n", k.Name)
		fmt.Fprintf(&r.text, "%s\n\n", prose(about.Dutch))
		need := ""
		if k.Required {
			need = " **Verplicht.**"
		}
		fmt.Fprintf(&r.text, "Wat mag hier staan: %s.%s\n\n", r.allowed(k.Shape), need)
		if about.Example != "" {
			fmt.Fprintf(&r.text, "```yaml\n%s\n```\n\n", about.Example)
		}
		below = append(below, k.Shape)
	}
	for _, b := range below {
		r.inside(b)
	}
}

// inside writes the mappings that stand in a shape.
func (r *reference) inside(s journeys.Shape) {
	switch {
	case s.Kind == journeys.KindMapping:
		r.mapping(s)
	case s.Items != nil:
		r.inside(*s.Items)
	}
	for _, form := range s.Or {
		r.inside(form)
	}
}

// allowed tells in Dutch what may stand at a place.
func (r *reference) allowed(s journeys.Shape) string {
	switch s.Kind {
	case journeys.KindMapping:
		title := r.title(s)
		return fmt.Sprintf("een blok met sleutels: [%s](#%s)", title, slug(title))
	case journeys.KindNames:
		names := "namen die u zelf kiest"
		if len(s.Values) > 0 {
			names = quoted(s.Values)
		}
		return names + ", met achter elke naam: " + r.allowed(*s.Items)
	case journeys.KindList:
		return "een lijst, met in elk deel: " + r.allowed(*s.Items)
	case journeys.KindEither:
		var forms []string
		for _, form := range s.Or {
			if told := r.allowed(form); !slices.Contains(forms, told) {
				forms = append(forms, told)
			}
		}
		return strings.Join(forms, "; of ")
	case journeys.KindChoice:
		return "een van " + quoted(s.Values)
	}
	told := map[journeys.Kind]string{
		journeys.KindText: "tekst", journeys.KindNumber: "een getal", journeys.KindAmount: "een getal zonder punten", journeys.KindWhole: "een heel getal",
		journeys.KindShare: "een percentage, zoals `31%`", journeys.KindYesNo: "`true` of `false`, of `ja` of `nee`", journeys.KindDate: "een dag, zoals `2022-09-15`",
		journeys.KindTime: "een dag, met of zonder tijd, zoals `2022-09-15T14:03`", journeys.KindMonth: "een maand, zoals `2022-09`",
		journeys.KindMoment: "een jaar, maand of dag, zoals `2021` of `2022-09-15`", journeys.KindPromise: "een belofte, zoals `5 werkdagen` of `10 dagen`",
	}[s.Kind]
	if told == "" {
		told = string(s.Kind)
	}
	number := func(f *float64) string { return strings.ReplaceAll(strconv.FormatFloat(*f, 'f', -1, 64), ".", ",") }
	switch {
	case s.Low != nil && s.High != nil:
		told += " van " + number(s.Low) + " tot en met " + number(s.High)
	case s.Low != nil && s.Above:
		told += " boven " + number(s.Low)
	case s.Low != nil:
		told += " vanaf " + number(s.Low)
	case s.High != nil:
		told += " tot en met " + number(s.High)
	}
	switch {
	case s.File:
		told += ": de naam van een bestand in de map van de klantreis"
	case s.ID:
		told += ": een korte naam, uniek in het bestand"
	case len(s.Known) > 0:
		told += ", meestal " + quoted(s.Known)
	case len(s.Refers) > 0:
		var things []string
		for _, thing := range s.Refers {
			things = append(things, string(thing))
		}
		told += ": het id of de naam van een " + strings.Join(things, ", ") + " uit dit bestand"
	}
	return told
}

func quoted(all []string) string { return "`" + strings.Join(all, "`, `") + "`" }

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// prose keeps stars and the like what they are.
func prose(s string) string { return strings.NewReplacer("*", `\*`, "<", "&lt;", "_", `\_`).Replace(s) }
