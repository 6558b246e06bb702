package mermaid

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// Left tells what a diagram of Mermaid has no room for.
type Left struct {
	NoFeeling int  // steps without a feeling, drawn in the middle
	Derived   int  // steps whose feeling came from signals, which only a comment tells
	Other     bool // there are signals, advice or other fields that are not in the diagram
}

// Write gives a journey as a diagram that Mermaid 12 draws. The feeling of a step is that of the
// evidence; where it was derived from signals a comment tells from how many, of which sources and over
// which period. Signs that mean something to Mermaid are written as entity codes.
func Write(j *journeys.Journey, ev *evidence.Evidence) ([]byte, Left) {
	var b strings.Builder
	var left Left
	b.WriteString(colors(j))
	b.WriteString("journey\n")
	line := func(in, key, value string) {
		if value = encode(value); value != "" {
			b.WriteString(in + key + " " + value + "\n")
		}
	}
	line("    ", "accTitle:", j.Title)
	line("    ", "accDescr:", j.Summary)
	line("    ", "title", j.Title)
	for _, p := range j.Phases {
		line("    ", "section", p.Title)
		for i := range p.Steps {
			s := &p.Steps[i]
			feeling := ev.Step(s.ID).Emotion
			score := neutral + feeling.Value
			switch feeling.Kind {
			case evidence.Derived:
				left.Derived++
				comment(&b, basis(s, feeling, ev.Period))
			case evidence.Typed:
			default:
				left.NoFeeling++
				score = neutral
				comment(&b, noFeeling)
			}
			fmt.Fprintf(&b, "      %s: %s%s\n", encode(s.Title), strconv.FormatFloat(math.Round(score*100)/100, 'f', -1, 64), actors(j, s))
			left.Other = left.Other || len(s.Selectors)+len(s.Quotes)+len(s.PainPoints)+len(s.GoesWell)+len(s.Next) > 0 || s.Does+s.Thinks+s.Notes != ""
		}
	}
	left.Other = left.Other || len(j.Advice)+len(j.Metrics)+len(j.LeadTimes)+len(j.Arenas) > 0
	return []byte(b.String()), left
}

// basis tells what a derived feeling rests on.
func basis(s *journeys.Step, e evidence.Emotion, p journeys.Period) string {
	var sources []string
	for _, sel := range s.Selectors {
		sources = append(sources, sel.Sources...)
	}
	c := fmt.Sprintf("gevoel uit %d cijfers van %s", e.N, strings.Join(once(sources), ", "))
	switch {
	case !p.From.IsZero() && !p.To.IsZero():
		c += fmt.Sprintf(", %s tot en met %s", p.From, p.To)
	case !p.From.IsZero():
		c += fmt.Sprintf(", vanaf %s", p.From)
	case !p.To.IsZero():
		c += fmt.Sprintf(", tot en met %s", p.To)
	}
	return c + fmt.Sprintf("; 95%%-interval %.2f tot %.2f op een schaal van -2 tot 2", e.Low, e.High)
}

// comment writes a line that Mermaid passes over.
func comment(b *strings.Builder, c string) {
	b.WriteString("      %% " + strings.NewReplacer("%%", "% %", "{", "(", "}", ")").Replace(strings.Join(strings.Fields(c), " ")) + "\n")
}

// mermaidColors is how many colours Mermaid has for names; it uses them again for more.
const mermaidColors = 6

// colors are the front matter that gives each name beyond those six a colour of its own, as CSS: Mermaid does not
// look at a diagram's own actorColours. It is empty where six suffice. Hues lie a golden angle apart, in three
// lightnesses. There is no semicolon in it, because Mermaid would take one behind a number sign for an entity.
func colors(j *journeys.Journey) string {
	seen := map[string]bool{}
	for _, s := range j.Steps() {
		for _, name := range names(j, s) {
			seen[name] = true
		}
	}
	if len(seen) <= mermaidColors {
		return ""
	}
	var css strings.Builder
	for i := mermaidColors; i < len(seen); i++ {
		fmt.Fprintf(&css, ".actor-%d{fill:%s}", i, hsl(math.Mod(float64(i)*137.508, 360), 0.7, []float64{0.55, 0.75, 0.35}[i%3]))
	}
	return "---\nconfig:\n  themeCSS: \"" + css.String() + "\"\n---\n"
}

// hsl writes a colour as #RRGGBB (CSS Color 4, section 7).
func hsl(hue, saturation, lightness float64) string {
	channel := func(n float64) int {
		k := math.Mod(n+hue/30, 12)
		a := saturation * min(lightness, 1-lightness)
		return int(math.Round(255 * (lightness - a*max(-1, min(k-3, 9-k, 1)))))
	}
	return fmt.Sprintf("#%02X%02X%02X", channel(0), channel(8), channel(4))
}

// names are the customer and the channels of a step, as Mermaid reads them.
func names(j *journeys.Journey, s *journeys.Step) (all []string) {
	for _, name := range append([]string{j.Persona.Name}, s.Channels...) {
		if name = strings.ReplaceAll(encode(name), ",", "#44;"); name != "" {
			all = append(all, name)
		}
	}
	return all
}

func actors(j *journeys.Journey, s *journeys.Step) string {
	names := names(j, s)
	if len(names) == 0 {
		return ""
	}
	return ": " + strings.Join(names, ", ")
}

// keywords would begin a statement of their own.
var keywords = regexp.MustCompile(`^(?i:journey\b|title\b|section\b|accTitle|accDescr)`)

// encode writes a text so that Mermaid shows it as it is.
func encode(s string) string {
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ")
	var b strings.Builder
	for i, r := range s {
		next := ""
		if i+1 < len(s) {
			next = s[i+1:]
		}
		switch {
		case strings.ContainsRune("#;:<>&", r), i == 0 && keywords.MatchString(s),
			r == '%' && (i == 0 || s[i-1] == '%' || strings.HasPrefix(next, "%")), r == '%' && strings.HasPrefix(next, "{"),
			r == '-' && i == 0, r == '}', r == 'ﬂ', r == '¶': // the last two are Mermaid's own marks of an entity
			fmt.Fprintf(&b, "#%d;", r)
		case r < ' ' || r == 0x7f:
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
