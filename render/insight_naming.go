package render

import (
	"fmt"
	"strings"

	"klantreis/journeys/insight"
)

const mostSuch = 2

// such lists the largest wordings of a theme, each with its number; empty when none can be shown.
func (c *insightComposer) such(t insight.Theme) string {
	var texts []string
	for _, q := range t.Questions {
		if q.Example != "" && len(texts) < mostSuch {
			texts = append(texts, fmt.Sprintf(trueQuotation, q.Example)+" ("+c.count(q.N)+")")
		}
	}
	return strings.Join(texts, c.e.And)
}

// tellWords tells of a theme without a question that stands for most of it.
func (c *insightComposer) tellWords(t insight.Theme, say func(string, ...any)) {
	such := c.such(t)
	if such != "" {
		such = fmt.Sprintf(c.e.Such, such)
	}
	say(c.e.About, strings.Join(t.Shared, ", "), c.count(t.N), such)
}
