package journeys

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// This file reads the parts of the format below the phases: sources, metrics, lead times,
// arenas and advice.

func (d *decoder) sources(n *yaml.Node, j *Journey) {
	if n = d.resolve(n); n == nil {
		return
	}
	d.keys(n, "bronnen", func(key, value *yaml.Node) {
		s := Source{Name: key.Value}
		s.Node = d.mapping(value, "een bron",
			must("soort", d.choice("soort", &s.Kind, Channels())),
			may("bestand", d.text("bestand", &s.File)),
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
		)
		// A source stands at its name, where a fault of the whole source is best shown.
		s.Node.Pos = d.pos(key)
		j.Sources = append(j.Sources, s)
	})
}

func (d *decoder) columns(n *yaml.Node, s *Source) {
	if n = d.resolve(n); n == nil {
		return
	}
	d.keys(n, "kolommen", func(key, value *yaml.Node) {
		if !slices.Contains(Fields(), key.Value) {
			d.fail(key, "onbekende-sleutel", key.Value, term("kolommen"), Nearest(key.Value, Fields()), strings.Join(Fields(), ", "))
			return
		}
		c := Column{Field: key.Value, Pos: d.pos(value)}
		d.text(key.Value, &c.Header)(value)
		s.Columns = append(s.Columns, c)
	})
}

func (d *decoder) denominator(n *yaml.Node) *Denominator {
	if n = d.resolve(n); n == nil {
		return nil
	}
	den := &Denominator{Node: Node{Pos: d.pos(n)}}
	switch n.Kind {
	case yaml.MappingNode:
		den.Node = d.mapping(n, "noemer",
			must("bron", d.text("bron", &den.Source)),
			must("veld", d.text("veld", &den.Field)))
	case yaml.SequenceNode:
		d.list(n, "noemer", func(n *yaml.Node) {
			var m MonthCount
			node := d.mapping(n, "noemer",
				must("maand", func(n *yaml.Node) {
					if n, ok := d.scalar(n, "maand"); ok {
						month, ok := parseMonth(n.Value)
						if !ok {
							d.fail(n, "geen-maand", shorten(n.Value))
							return
						}
						m.Month = month
					}
				}),
				must("aantal", d.amount("aantal", &m.Count)))
			m.Pos = node.Pos
			den.Months = append(den.Months, m)
		})
	default:
		before := len(d.problems)
		d.amount("noemer", &den.Total)(n)
		if len(d.problems) > before {
			return nil
		}
	}
	return den
}

func (d *decoder) typedSignal(n *yaml.Node) TypedSignal {
	var t TypedSignal
	var fields []field
	for _, name := range Fields() {
		fields = append(fields, may(name, func(n *yaml.Node) {
			f := FieldValue{Field: name, Pos: d.pos(n)}
			switch {
			case name == "aard":
				d.choice(name, &f.Value, Natures())(n)
			case name == "vertrouwelijk":
				var secret bool
				d.yesNo(name, &secret)(n)
				if secret {
					f.Value = "ja"
				}
			default:
				d.text(name, &f.Value)(n)
				if _, ok := ParseTime(f.Value); slices.Contains(timeFields(), name) && f.Value != "" && !ok {
					d.fail(n, "geen-datum", name, shorten(f.Value))
				}
				if _, ok := ParseNumber(f.Value); name == "cijfer" && f.Value != "" && !ok {
					d.fail(n, "geen-getal", name, shorten(f.Value))
				}
			}
			t.Fields = append(t.Fields, f)
		}))
	}
	t.Node = d.mapping(n, "een signaal in een lijst", fields...)
	return t
}

func (d *decoder) metrics(n *yaml.Node, j *Journey) {
	d.list(n, "metingen", func(n *yaml.Node) {
		var m Metric
		m.Node = d.mapping(n, "een meting",
			must("meting", d.text("meting", &m.Title)),
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
						must("wanneer", d.text("wanneer", &p.When)),
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
			must("doorlooptijd", d.text("doorlooptijd", &l.Title)),
			must("bron", d.text("bron", &l.Source)),
			must("van", d.text("van", &l.From)),
			must("tot", d.text("tot", &l.To)),
			may("stap", d.text("stap", &l.Step)),
			may("belofte", func(n *yaml.Node) {
				if n, ok := d.scalar(n, "belofte"); ok {
					p, ok := parsePromise(n.Value)
					if !ok {
						d.fail(n, "geen-belofte", shorten(n.Value))
						return
					}
					l.Promise = &p
				}
			}),
		)
		l.ID = Slug(l.Title)
		j.LeadTimes = append(j.LeadTimes, l)
	})
}

func (d *decoder) arenas(n *yaml.Node, j *Journey) {
	d.list(n, "arenas", func(n *yaml.Node) {
		var a Arena
		a.Node = d.mapping(n, "een arena",
			must("arena", d.text("arena", &a.Title)),
			may("wanneer", d.date("wanneer", &a.When)),
			may("deelnemers", d.whole("deelnemers", &a.Participants)),
			may("medewerkers", d.whole("medewerkers", &a.Staff)),
			may("cijfer", d.optionalNumber("cijfer", &a.Mark)),
			may("knelpunten", func(n *yaml.Node) {
				d.list(n, "knelpunten", func(n *yaml.Node) {
					var b Bottleneck
					b.Node = d.mapping(n, "een knelpunt",
						may("stap", d.text("stap", &b.Step)),
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
			must("advies", d.text("advies", &a.Title)),
			may("id", d.id(&a.ID)),
			may("stap", d.text("stap", &a.Step)),
			may("omdat", d.texts("omdat", &a.Because)),
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
					must("signaal", d.text("signaal", &a.Effect.Signal)),
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
