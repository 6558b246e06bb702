package words

import "strings"

// Chart holds the words in the charts.
type Chart struct {
	lang Lang

	NoData     string // instead of a chart
	NoDataHint string
	NoValue    string // at a bar without a value
	Total      string // name of the sum of a stack
	NoCases    string // a box without cases

	half, most, oneCase, cases, description string
	more, oneDot, dots, spread              string
	one                                     map[string]string // units in the singular
}

// Chart gives the words of the charts in the language.
func (l Lang) Chart() Chart {
	if l == English {
		return Chart{
			lang: l, NoData: "No data", NoDataHint: "There is nothing to count in this period.",
			NoValue: "no data", Total: "total", NoCases: "no cases",
			oneDot:      "Every dot is one case.",
			dots:        "Every dot stands for %s cases.",
			spread:      "The box is the middle half. The thin line runs from the fastest 1 in 10 to 9 in 10.",
			half:        "half within %s",
			most:        "9 in 10 within %s",
			oneCase:     "1 case",
			cases:       "%s cases",
			description: "Chart: %s.",
			more:        "and %s more",
			one:         map[string]string{"days": "day", "working days": "working day", "signals": "signal"},
		}
	}
	return Chart{
		lang: Dutch, NoData: "Geen gegevens", NoDataHint: "Er is in deze periode niets te tellen.",
		NoValue: "geen gegevens", Total: "totaal", NoCases: "geen gevallen",
		oneDot:      "Elk stipje is één geval.",
		dots:        "Elk stipje staat voor %s gevallen.",
		spread:      "Het vak is de middelste helft. De dunne lijn loopt van de snelste 1 op de 10 tot 9 op de 10.",
		half:        "de helft binnen %s",
		most:        "9 van de 10 binnen %s",
		oneCase:     "1 geval",
		cases:       "%s gevallen",
		description: "Grafiek: %s.",
		more:        "en nog %s",
		one:         map[string]string{"dagen": "dag", "werkdagen": "werkdag", "signalen": "signaal"},
	}
}

// Cases counts what a box stands for.
func (c Chart) Cases(n int) string {
	if n == 1 {
		return c.oneCase
	}
	return strings.Replace(c.cases, "%s", c.lang.Int(n), 1)
}

// Spread tells how to read the boxes and their dots; open says that some are diamonds, boxed that there
// is a box.
func (c Chart) Spread(perDot int, open, boxed bool) string {
	dots := c.oneDot
	if perDot > 1 {
		dots = strings.Replace(c.dots, "%s", c.lang.Int(perDot), 1)
	}
	if open {
		dots += " " + c.lang.pick("Een ruitje is een zaak die nog open is: zo lang duurt die nu al.", "A diamond is a case that is still open: that is how long it takes so far.")
	}
	if !boxed {
		return dots
	}
	return dots + " " + c.spread
}

// Amount writes a number with its unit, which is given in the plural.
func (c Chart) Amount(number, unit string) string {
	if one, ok := c.one[unit]; ok && number == "1" {
		unit = one
	}
	return strings.TrimSpace(number + " " + unit)
}

// Within sums a box up: half within 4 days, 9 in 10 within 19 days.
func (c Chart) Within(median, ninety string) string {
	return strings.Replace(c.half, "%s", median, 1) + ", " + strings.Replace(c.most, "%s", ninety, 1)
}

// Description is the accessible name of the interactive form: the title and the first values.
func (c Chart) Description(title string, values []string, left int) string {
	s := strings.Replace(c.description, "%s", title, 1)
	if len(values) == 0 {
		return s + " " + c.NoData + "."
	}
	s += " " + strings.Join(values, "; ")
	if left > 0 {
		s += "; " + strings.Replace(c.more, "%s", c.lang.Int(left), 1)
	}
	return s + "."
}
