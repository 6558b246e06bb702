package words

import (
	"fmt"
	"strings"
)

// Slide holds the words of the slides that tell a phase of the journey map.
type Slide struct {
	lives, does string // %s: the customer
	someone     string
	Hears       string // what is heard of the steps
	Steps       string // only the steps themselves
	Signals     string // above the most frequent signals
	Says        string // before a quote, for people who do not see it
	SmallGroups string
	TypedShares string
	Page        string // %d of %d
}

// Slide gives the words of the slides in the language.
func (l Lang) Slide() Slide {
	if l == English {
		return Slide{
			lives: "How %s feels", does: "What %s does and thinks", someone: "the customer",
			Hears: "What we hear", Steps: "The steps", Signals: "Named most", Says: "Quote",
			SmallGroups: "Numbers below 5 are not shown.", TypedShares: "Percentages were typed in, not measured.", Page: "%d of %d",
		}
	}
	return Slide{
		lives: "Zo beleeft %s het", does: "Wat %s doet en denkt", someone: "de klant",
		Hears: "Wat we horen", Steps: "De stappen", Signals: "Meest genoemd", Says: "Citaat",
		SmallGroups: "Aantallen onder 5 zijn niet getoond.", TypedShares: "Percentages zijn ingevuld, niet gemeten.", Page: "%d van %d",
	}
}

// Lives heads the slide with the emotion curve; name is the customer's, or empty.
func (s Slide) Lives(name string) string { return fmt.Sprintf(s.lives, s.who(name)) }

// Does heads the slide with what the customer does and thinks.
func (s Slide) Does(name string) string { return fmt.Sprintf(s.does, s.who(name)) }

// who is the name in a title. A long one is a description rather than a name.
func (s Slide) who(name string) string {
	const longest = 24
	if name = strings.TrimSpace(name); name == "" || len([]rune(name)) > longest {
		return s.someone
	}
	return name
}
