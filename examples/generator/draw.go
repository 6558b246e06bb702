package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"klantreis/examples/generator/truth"
)

// dice draws everything that a file leaves to chance. How many contacts arrive has a stream of its own,
// so that another text does not change the counts.
type dice struct {
	*rand.Rand
	arrivals *rand.Rand
}

func newDice(seed uint64) dice {
	return dice{rand.New(rand.NewPCG(seed, 1)), rand.New(rand.NewPCG(seed, 2))}
}

func (d dice) chance(p float64) bool       { return d.Float64() < p }
func (d dice) pick(list []string) string   { return list[d.IntN(len(list))] }
func (d dice) between(low, high int) int   { return low + d.IntN(high-low+1) }
func (d dice) among(choices string) string { return d.pick(strings.Split(choices, "|")) }

// poisson draws a number of arrivals by multiplying uniforms, which is quick enough for small means.
func (d dice) poisson(mean float64) int {
	n, p, limit := 0, d.arrivals.Float64(), math.Exp(-mean)
	for p > limit {
		n, p = n+1, p*d.arrivals.Float64()
	}
	return n
}

// mark draws a mark from 1 to 10 in halves around a mean, as narrow as the scale's nearest end asks.
func (d dice) mark(mean float64) float64 {
	spread := min(1.6, mean-1, 10-mean)
	v := math.Round((mean+spread*d.NormFloat64())*2) / 2
	return min(max(v, 1), 10)
}

// say fills a template: of "{a|b}" it keeps a or b.
func (d dice) say(template string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(template, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		choices, after, _ := strings.Cut(rest, "}")
		b.WriteString(d.among(choices))
		template = after
	}
}

var (
	openings = []string{"Goedemorgen. ", "Goedemiddag. ", "Hallo. ", "Even een vraag. ", "Nog een keer: ", "Vraag van mevrouw: ", "Vraag van meneer: "}
	closings = []string{" Alvast bedankt.", " Graag antwoord.", " Ik hoor het graag.", " Ik maak me zorgen.", " Dit is de tweede keer dat ik het vraag.", " Ik kom er niet uit.", "\nAfspraak: wij bellen terug.", "\nUitgelegd. Klant is geholpen.", "\nKlant zei: \"dank u wel, fijn dat u luistert\".", " Ik bel namens mijn cliënte."}
	plants   = []string{
		" Mijn nummer is " + truth.PlantedPhone + ".",
		" Bel mij op " + truth.PlantedPhoneSpaced + ".",
		" Mail naar " + truth.PlantedEmail + ".",
		" Mijn adres is " + truth.PlantedEmailTwo + ".",
		" Mijn BSN is " + truth.PlantedBSN + ".",
		" BSN " + truth.PlantedBSNSpaced + ".",
		" Bankrekening " + truth.PlantedIBAN + ".",
	}
)

// remark says one of the templates, now and then with planted personal data.
func (d dice) remark(templates []string) string {
	s := d.say(d.pick(templates))
	if d.chance(truth.PlantedShare) {
		s += d.pick(plants)
	}
	return s
}

// note is a remark as an employee writes it down, sometimes with an opening or a closing.
func (d dice) note(templates []string) string {
	s := d.remark(templates)
	if d.chance(0.12) {
		s = d.pick(openings) + s
	}
	if d.chance(0.18) {
		s += d.pick(closings)
	}
	return s
}

// rate is how many contacts a working day brings.
type rate func(time.Time) float64

func level(perDay float64) rate { return func(time.Time) float64 { return perDay } }

// step is a rate that a change multiplies by ratio from the day since on.
func step(perDay, ratio float64, since string) rate {
	change := day(since)
	return func(t time.Time) float64 {
		if t.Before(change) {
			return perDay
		}
		return perDay * ratio
	}
}

// fortnight lets a rate swing with the weeks: fewer questions in a week of payment, more in the other.
func fortnight(r rate) rate {
	return func(t time.Time) float64 {
		if _, week := t.ISOWeek(); week%2 == 0 {
			return r(t) * 0.85
		}
		return r(t) * 1.15
	}
}

// topic is one kind of question and how often it comes.
type topic struct {
	subject  string
	kind     string // vraag, klacht, compliment, tip or melding
	channels string // alternatives, with | between them
	unit     string // the department; empty when no employee writes the question down
	rate     rate
	texts    []string
}

type contact struct {
	topic *topic
	at    time.Time
	text  string
}

// contacts draws the contacts of the topics for every working day, in the order of time.
func (d dice) contacts(from, to string, topics []topic) []contact {
	var all []contact
	for t, end := day(from), day(to); !t.After(end); t = t.AddDate(0, 0, 1) {
		if !workday(t) {
			continue
		}
		for i := range topics {
			text := d.note
			if topics[i].unit == "" {
				text = d.remark
			}
			for range d.poisson(topics[i].rate(t)) {
				all = append(all, contact{&topics[i], d.officeHour(t), text(topics[i].texts)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b contact) int { return a.at.Compare(b.at) })
	return all
}

// officeHour is a moment of the day between half past eight and five.
func (d dice) officeHour(t time.Time) time.Time {
	return t.Truncate(24 * time.Hour).Add(time.Duration(d.between(8*60+30, 17*60-1)) * time.Minute)
}

// part is a part of a journey in a survey: its mark, and what people write when low or high.
type part struct {
	subject   string
	mean      float64
	n         int
	low, high []string
}

// answer is one filled-in survey.
type answer struct {
	part *part
	at   time.Time
	mark float64
	text string
	kind string
}

// answers draws the surveys of the parts, in the order of time.
func (d dice) answers(from, to string, parts []part) []answer {
	start, days := day(from), int(day(to).Sub(day(from)).Hours()/24)
	var all []answer
	for i := range parts {
		p := &parts[i]
		for range p.n {
			a := answer{part: p, at: d.officeHour(start.AddDate(0, 0, d.between(0, days))), mark: d.mark(p.mean)}
			texts, kinds := p.low, "klacht|tip|vraag"
			if a.mark >= 6 {
				texts, kinds = p.high, "compliment|tip"
			}
			a.kind = d.among(kinds)
			if d.chance(0.8) {
				a.text = d.remark(texts)
			}
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b answer) int { return a.at.Compare(b.at) })
	return all
}
