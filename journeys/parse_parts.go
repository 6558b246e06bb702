package journeys

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// This file reads the parts of the format below the phases: sources, metrics, lead times,
// arenas and advice.

func (d *decoder) sources(n *yaml.Node, j *Journey) {
	d.names(n, "bronnen", Shape{Names: ThingSource, Filled: true}, func(key, value *yaml.Node) {
		s := Source{Name: key.Value}
		s.Node = d.mapping(value, "een bron",
			must("soort", d.choice("soort", &s.Kind, Channels())),
			may("bestand", d.path("bestand", &s.File)),
			may("formaat", d.choice("formaat", &s.Format, Formats())),
			may("verbinding", d.text("verbinding", &s.Connection)),
			may("tabel", d.text("tabel", &s.Table)),
			may("vraag", d.text("vraag", &s.Query)),
			may("werkwijze", d.choice("werkwijze", &s.Mode, modes())),
			may("kolommen", func(n *yaml.Node) { d.columns(n, &s) }),
			may("noemer", func(n *yaml.Node) { s.Denominator = d.denominator(n) }),
			may("lijst", func(n *yaml.Node) {
				d.list(n, "lijst", func(n *yaml.Node) { s.List = append(s.List, d.typedSignal(n)) })
			}),
			oneOf(origins()...),
		)
		// A source stands at its name, where a fault of the whole source is best shown.
		s.Node.Pos = d.pos(key)
		j.Sources = append(j.Sources, s)
	})
}

// origins are the keys of which a source has one: where its signals come from.
func origins() []string { return []string{"bestand", "verbinding", "lijst"} }

func (d *decoder) columns(n *yaml.Node, s *Source) {
	d.names(n, "kolommen", Shape{Values: Fields(), Filled: true}, func(key, value *yaml.Node) {
		c := Column{Field: key.Value, Pos: d.pos(value)}
		d.text(key.Value, &c.Header)(value)
		s.Columns = append(s.Columns, c)
	})
}

func (d *decoder) denominator(n *yaml.Node) *Denominator {
	den := &Denominator{Node: Node{Pos: d.pos(n)}}
	before := len(d.problems)
	d.either(n, d.amount("noemer", &den.Total, false), func(n *yaml.Node) {
		d.list(n, "noemer", func(n *yaml.Node) {
			var m MonthCount
			node := d.mapping(n, "noemer",
				must("maand", d.month("maand", &m.Month)),
				must("aantal", d.amount("aantal", &m.Count, true)))
			m.Pos = node.Pos
			den.Months = append(den.Months, m)
		})
	}, func(n *yaml.Node) {
		den.Node = d.mapping(n, "noemer",
			must("bron", d.reference("bron", &den.Source, ThingSource)),
			must("veld", d.text("veld", &den.Field)))
	})
	if len(d.problems) > before && len(den.Months) == 0 && den.keys == nil {
		return nil // a number that is none: it has been reported
	}
	return den
}

func (d *decoder) typedSignal(n *yaml.Node) TypedSignal {
	var t TypedSignal
	var fields []field
	for _, name := range Fields() {
		fields = append(fields, may(name, func(n *yaml.Node) {
			f := FieldValue{Field: name, Pos: d.pos(n)}
			d.signalField(name, &f.Value)(n)
			t.Fields = append(t.Fields, f)
		}))
	}
	t.Node = d.mapping(n, "een signaal in een lijst", fields...)
	return t
}

// signalField makes the reader of one field of a signal that is written in the file.
func (d *decoder) signalField(name string, place *string) func(*yaml.Node) {
	switch {
	case name == "aard":
		return d.choice(name, place, Natures())
	case name == "vertrouwelijk":
		var secret bool
		read := d.yesNo(name, &secret)
		return func(n *yaml.Node) {
			read(n)
			if secret {
				*place = "ja"
			}
		}
	case name == "cijfer":
		return d.numberText(name, place)
	case name == "kanaal" || name == "soort":
		return d.textOf(name, place, Shape{Kind: KindText, Known: Channels()})
	case slices.Contains(timeFields(), name):
		return d.timeText(name, place)
	}
	return d.text(name, place)
}

func (d *decoder) metrics(n *yaml.Node, j *Journey) {
	d.list(n, "metingen", func(n *yaml.Node) {
		var m Metric
		m.Node = d.mapping(n, "een meting",
			must("meting", d.title("meting", &m.Title, ThingMetric)),
			may("schaal", func(n *yaml.Node) {
				m.Scale = &Scale{}
				m.Scale.Node = d.mapping(n, "schaal",
					must("van", d.number("van", &m.Scale.From)),
					must("tot", d.number("tot", &m.Scale.To)))
			}),
			may("punten", func(n *yaml.Node) {
				d.list(n, "punten", func(n *yaml.Node) {
					var p MetricPoint
					p.Node = d.mapping(n, "een punt",
						must("wanneer", d.moment("wanneer", &p.When)),
						must("waarde", d.number("waarde", &p.Value)),
						may("n", d.whole("n", &p.N)))
					m.Points = append(m.Points, p)
				})
			}),
		)
		m.ID = Slug(m.Title)
		j.Metrics = append(j.Metrics, m)
	})
}

func (d *decoder) leadTimes(n *yaml.Node, j *Journey) {
	d.list(n, "doorlooptijden", func(n *yaml.Node) {
		var l LeadTime
		l.Node = d.mapping(n, "een doorlooptijd",
			must("doorlooptijd", d.title("doorlooptijd", &l.Title, ThingLeadTime)),
			must("bron", d.reference("bron", &l.Source, ThingSource)),
			must("van", d.textOf("van", &l.From, Shape{Kind: KindText, Known: timeFields()})),
			must("tot", d.textOf("tot", &l.To, Shape{Kind: KindText, Known: timeFields()})),
			may("stap", d.reference("stap", &l.Step, ThingStep)),
			may("belofte", d.promise("belofte", &l.Promise)),
		)
		l.ID = Slug(l.Title)
		j.LeadTimes = append(j.LeadTimes, l)
	})
}

func (d *decoder) arenas(n *yaml.Node, j *Journey) {
	d.list(n, "arenas", func(n *yaml.Node) {
		var a Arena
		a.Node = d.mapping(n, "een arena",
			must("arena", d.title("arena", &a.Title, ThingArena)),
			may("wanneer", d.date("wanneer", &a.When)),
			may("deelnemers", d.whole("deelnemers", &a.Participants)),
			may("medewerkers", d.whole("medewerkers", &a.Staff)),
			may("cijfer", d.between("cijfer", &a.Mark, 1, 10)),
			may("knelpunten", func(n *yaml.Node) {
				d.list(n, "knelpunten", func(n *yaml.Node) {
					var b Bottleneck
					b.Node = d.mapping(n, "een knelpunt",
						may("stap", d.reference("stap", &b.Step, ThingStep)),
						must("tekst", d.text("tekst", &b.Text)))
					a.Bottlenecks = append(a.Bottlenecks, b)
				})
			}),
			may("toezeggingen", func(n *yaml.Node) {
				d.list(n, "toezeggingen", func(n *yaml.Node) {
					var p ArenaPromise
					p.Node = d.mapping(n, "een toezegging",
						may("wie", d.text("wie", &p.Who)),
						must("wat", d.text("wat", &p.What)),
						may("wanneer", d.date("wanneer", &p.When)))
					a.Promises = append(a.Promises, p)
				})
			}),
		)
		a.ID = Slug(a.Title)
		j.Arenas = append(j.Arenas, a)
	})
}

func (d *decoder) advice(n *yaml.Node, j *Journey) {
	d.list(n, "adviezen", func(n *yaml.Node) {
		var a Advice
		a.Node = d.mapping(n, "een advies",
			must("advies", d.title("advies", &a.Title, ThingAdvice)),
			may("id", d.id(&a.ID)),
			may("stap", d.reference("stap", &a.Step, ThingStep)),
			may("omdat", d.textsOf("omdat", &a.Because, Shape{Kind: KindText, Refers: reasons()})),
			may("winst", d.choice("winst", &a.Gain, Sizes())),
			may("moeite", d.choice("moeite", &a.Effort, Sizes())),
			may("verwacht", d.text("verwacht", &a.Expected)),
			may("eigenaar", d.text("eigenaar", &a.Owner)),
			may("status", d.choice("status", &a.Status, Statuses())),
			may("reden", d.text("reden", &a.Reason)),
			may("sinds", d.date("sinds", &a.Since)),
			may("effect", func(n *yaml.Node) {
				a.Effect = &EffectGoal{}
				a.Effect.Node = d.mapping(n, "effect",
					must("signaal", d.reference("signaal", &a.Effect.Signal, ThingSignal)),
					may("minstens", d.share("minstens", &a.Effect.AtLeast)))
			}),
			may("terugkoppeling", func(n *yaml.Node) {
				d.mapping(n, "terugkoppeling",
					may("kcc", d.date("kcc", &a.ReportedToKCC)),
					may("inwoners", d.date("inwoners", &a.ReportedToResidents)))
			}),
		)
		if a.ID == "" {
			a.ID = Slug(a.Title)
		}
		j.Advice = append(j.Advice, a)
	})
}
