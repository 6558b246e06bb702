package journeys

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// The functions of this file make readers for the fields of a mapping: each reads one kind of value
// into a variable, reports what does not fit, and hands the shape of that value to scalar, list or either.

func (d *decoder) text(key string, into *string) func(*yaml.Node) {
	return d.textOf(key, into, Shape{Kind: KindText})
}

// title reads the text by which a part of the journey is known, and from which its id follows.
func (d *decoder) title(key string, into *string, thing Thing) func(*yaml.Node) {
	return d.textOf(key, into, Shape{Kind: KindText, Names: thing})
}

// id reads an id. It had better be a slug, because it becomes part of links and anchors.
func (d *decoder) id(into *string) func(*yaml.Node) {
	read := d.textOf("id", into, Shape{Kind: KindText, ID: true})
	return func(n *yaml.Node) {
		read(n)
		if *into != "" && *into != Slug(*into) {
			d.problems.add(d.pos(n), Warning, "id-vorm", shorten(*into), Slug(*into))
		}
	}
}

// reference reads the id or name of something else in the file. Whether that exists is known when the whole
// file has been read: see check.go.
func (d *decoder) reference(key string, into *string, things ...Thing) func(*yaml.Node) {
	return d.textOf(key, into, Shape{Kind: KindText, Refers: things})
}

// path reads the name of a file in the folder of the journey.
func (d *decoder) path(key string, into *string) func(*yaml.Node) {
	return d.textOf(key, into, Shape{Kind: KindText, File: true})
}

// textOf reads a text of a shape that tells what it means.
func (d *decoder) textOf(key string, into *string, shape Shape) func(*yaml.Node) {
	shape.Fault = "lege-tekst"
	return func(n *yaml.Node) {
		if n, ok := d.scalar(n, key, shape); ok {
			if isNull(n) || strings.TrimSpace(n.Value) == "" {
				d.fail(n, "lege-tekst", key)
				return
			}
			// "Loket #3" ends in YAML at the number sign; a comment that begins with a digit is
			// most likely the rest of a text.
			if c := n.LineComment; n.Style == 0 && len(c) > 1 && c[1] >= '0' && c[1] <= '9' {
				d.problems.add(d.pos(n), Warning, "hekje", shorten(n.Value), shorten(c))
			}
			*into = strings.TrimSpace(n.Value)
		}
	}
}

func (d *decoder) texts(key string, into *[]string) func(*yaml.Node) {
	return d.textsOf(key, into, Shape{Kind: KindText})
}

// textsOf reads a list of texts of a shape.
func (d *decoder) textsOf(key string, into *[]string, shape Shape) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d.list(n, key, func(item *yaml.Node) {
			var s string
			d.textOf(key, &s, shape)(item)
			*into = append(*into, s)
		})
	}
}

// textOrTexts reads one text of a shape or a list of them.
func (d *decoder) textOrTexts(key string, into *[]string, shape Shape) func(*yaml.Node) {
	return func(n *yaml.Node) {
		d.either(n, func(n *yaml.Node) {
			var s string
			d.textOf(key, &s, shape)(n)
			*into = []string{s}
		}, d.textsOf(key, into, shape), nil)
	}
}

func (d *decoder) choice(key string, into *string, values []string) func(*yaml.Node) {
	return func(n *yaml.Node) {
		if n, ok := d.scalar(n, key, Shape{Kind: KindChoice, Values: values}); ok {
			if !slices.Contains(values, n.Value) {
				d.fail(n, "onbekende-waarde", shorten(n.Value), key, suggest(n.Value, values), strings.Join(values, ", "))
				return
			}
			*into = n.Value
		}
	}
}

// parsed makes the reader of a value that is written in a form of its own. What cannot be parsed is
// the fault of that code, with the key and the text.
func parsed[T any](d *decoder, key, code string, shape Shape, parse func(string) (T, bool), set func(T)) func(*yaml.Node) {
	shape.Fault = code
	return func(n *yaml.Node) {
		if n, ok := d.scalar(n, key, shape); ok {
			v, ok := parse(n.Value)
			if !ok {
				d.fail(n, code, key, shorten(n.Value))
				return
			}
			set(v)
		}
	}
}

func into[T any](place *T) func(T)          { return func(v T) { *place = v } }
func intoOptional[T any](place **T) func(T) { return func(v T) { *place = &v } }

func numberShape() Shape { return Shape{Kind: KindNumber, Pattern: numberForm.String()} }

func (d *decoder) number(key string, place *float64) func(*yaml.Node) {
	return parsed(d, key, "geen-getal", numberShape(), ParseNumber, into(place))
}

func (d *decoder) optionalNumber(key string, place **float64) func(*yaml.Node) {
	return parsed(d, key, "geen-getal", numberShape(), ParseNumber, intoOptional(place))
}

// between reads a number that has bounds, both included.
func (d *decoder) between(key string, place **float64, low, high float64) func(*yaml.Node) {
	shape := numberShape()
	shape.Low, shape.High = &low, &high
	return func(n *yaml.Node) {
		parsed(d, key, "geen-getal", shape, ParseNumber, func(v float64) {
			*place = &v
			if v < low || v > high {
				d.fail(n, "buiten-schaal", key, v, low, high)
			}
		})(n)
	}
}

// amount reads how many there were, and refuses separators between thousands. Zero may be too few.
func (d *decoder) amount(key string, place *float64, zero bool) func(*yaml.Node) {
	low := 0.0
	shape := Shape{Kind: KindAmount, Pattern: numberForm.String(), Low: &low, Above: !zero}
	return func(n *yaml.Node) {
		parsed(d, key, "geen-hoeveelheid", shape, func(s string) (float64, bool) {
			v, ok := ParseNumber(s)
			return v, ok && !looksGrouped(s)
		}, func(v float64) {
			*place = v
			if v < 0 || v == 0 && !zero {
				d.fail(n, "noemer-klein")
			}
		})(n)
	}
}

func (d *decoder) whole(key string, place *int) func(*yaml.Node) {
	low, high := 0.0, float64(mostWhole)
	return parsed(d, key, "geen-aantal", Shape{Kind: KindWhole, Pattern: wholePattern, Low: &low, High: &high}, parseWhole, into(place))
}

func shareShape() Shape {
	low, high := 0.0, 1.0
	return Shape{Kind: KindShare, Pattern: sharePattern, Low: &low, High: &high}
}

func (d *decoder) share(key string, place *float64) func(*yaml.Node) {
	return parsed(d, key, "geen-percentage", shareShape(), parseShare, into(place))
}

func (d *decoder) optionalShare(key string, place **float64) func(*yaml.Node) {
	return parsed(d, key, "geen-percentage", shareShape(), parseShare, intoOptional(place))
}

func (d *decoder) yesNo(key string, place *bool) func(*yaml.Node) {
	return parsed(d, key, "geen-ja-nee", Shape{Kind: KindYesNo, Values: []string{"ja", "nee", "true", "false"}}, parseYesNo, into(place))
}

func (d *decoder) date(key string, place *Date) func(*yaml.Node) {
	return parsed(d, key, "geen-datum", Shape{Kind: KindDate, Pattern: isoTime.String()}, parseDate, into(place))
}

func (d *decoder) month(key string, place *Month) func(*yaml.Node) {
	return parsed(d, key, "geen-maand", Shape{Kind: KindMonth, Pattern: monthForm.String()}, parseMonth, into(place))
}

func (d *decoder) promise(key string, place **Promise) func(*yaml.Node) {
	return parsed(d, key, "geen-belofte", Shape{Kind: KindPromise, Pattern: promiseForm.String()}, parsePromise, intoOptional(place))
}

// The readers below check a text and keep it as it was typed.

func (d *decoder) moment(key string, place *string) func(*yaml.Node) {
	shape := Shape{Kind: KindMoment, Pattern: anyOf(yearForm, monthForm, isoTime)}
	return parsed(d, key, "geen-moment", shape, typed(Moment), into(place))
}

func (d *decoder) timeText(key string, place *string) func(*yaml.Node) {
	return parsed(d, key, "geen-datum", Shape{Kind: KindTime, Pattern: anyOf(isoTime, nlTime)}, typed(ParseTime), into(place))
}

func (d *decoder) numberText(key string, place *string) func(*yaml.Node) {
	return parsed(d, key, "geen-getal", numberShape(), typed(ParseNumber), into(place))
}

func typed[T any](parse func(string) (T, bool)) func(string) (string, bool) {
	return func(s string) (string, bool) {
		_, ok := parse(s)
		return strings.TrimSpace(s), ok
	}
}
