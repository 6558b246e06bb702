package render

import (
	"fmt"
	"slices"

	d "klantreis/render/drawing"
)

// Fault is a colour of a theme that stands out too little against another.
type Fault struct {
	Role     string // the field of the Theme, such as Accent or Phases[2].Fill
	Fore, On d.Color
	Ratio    float64 // WCAG 2 contrast
	Least    float64
}

func (f Fault) String() string {
	return fmt.Sprintf("%s: %s on %s is %.2f, want %.2f", f.Role, f.Fore.Hex(), f.On.Hex(), f.Ratio, f.Least)
}

// Faults checks every pair of colours that the outputs put on each other. The colours of a theme
// without faults may be used for text, marks and lines.
func (t Theme) Faults() []Fault {
	var faults []Fault
	own := t.copied()
	for _, r := range own.roles() {
		for _, p := range r.pairs {
			if fore, on := p.seen(); p.fails() {
				faults = append(faults, Fault{r.name, fore, on, p.ratio(), p.least})
			}
		}
	}
	return faults
}

// Change is a colour that was mended.
type Change struct {
	Role     string
	From, To d.Color
	Was, Is  float64 // contrast where it fell short most, before and after
	Least    float64 // that was asked there: 3 for marks and lines, more for text
	Lighter  bool    // a background, or what lies on the dark band; otherwise darker
}

// Mended makes a theme that has no Faults. It keeps the hue of each colour that fails and moves
// its lightness (of OKLCH) just as far as is needed: backgrounds up, what stands on them down.
// The changes are in the order of the fields.
func (t Theme) Mended() (Theme, []Change) {
	own := t.copied()
	var changes []Change
	for _, r := range own.roles() {
		if !slices.ContainsFunc(r.pairs, pair.fails) {
			continue
		}
		worst := slices.MinFunc(r.pairs, func(a, b pair) int { return int(1e4 * (a.ratio()/a.least - b.ratio()/b.least)) })
		change := Change{Role: r.name, From: *r.color, Was: worst.ratio(), Least: worst.least, Lighter: r.lighter}
		r.move()
		change.To, change.Is = *r.color, worst.ratio()
		changes = append(changes, change)
	}
	return *own, changes
}

// copied keeps the lists of the theme apart from those of the original.
func (t Theme) copied() *Theme {
	t.Phases, t.Series = slices.Clone(t.Phases), slices.Clone(t.Series)
	return &t
}

// role is one colour of a theme with all that it must stand out against. Backgrounds come before
// what stands on them, so that mending one does not undo another.
type role struct {
	name    string
	color   *d.Color
	lighter bool // the way in which it is mended
	pairs   []pair
}

// pair is two colours of which one lies on the other, as they are now.
type pair struct {
	least float64
	seen  func() (fore, on d.Color)
}

func (p pair) ratio() float64 { return d.Contrast(p.seen()) }
func (p pair) fails() bool    { return p.ratio() < p.least }

// move changes the lightness until nothing fails. The last step is black or white, on which
// everything can stand.
func (r role) move() {
	const steps = 250
	look := r.color.OKLCH()
	for step := 1; step <= steps && slices.ContainsFunc(r.pairs, pair.fails); step++ {
		moved, share := look, float64(step)/steps
		moved.L = look.L * (1 - share)
		if r.lighter {
			moved.L = look.L + (1-look.L)*share
		}
		*r.color = moved.Color()
	}
}

// ForText darkens a colour of marks until it may be used for text on Paper, or under text in the
// colour of Paper.
func (t Theme) ForText(c d.Color) d.Color {
	r := role{color: &c, pairs: []pair{{forText, func() (d.Color, d.Color) { return c, t.Paper }}}}
	r.move()
	return c
}

// The least contrasts. Body text is asked more than the 4.5:1 of WCAG 2.1 AA, because posters are
// read from a distance. The backgrounds must leave room for what is darkest.
const (
	forInk, forText, forMark    = 7.0, 4.5, 3.0
	paperOnBlack, groundOnBlack = 17.0, 15.5
)

// The shares in which the outputs mix the colours of a theme.
const (
	softenedLine     = 0.75 // InkSoft on Paper: the ways of map and flow
	softenedOnHeader = 0.8  // OnHeader on Header: the lesser texts in the band
	chipTint         = 0.1  // Accent on Paper: under its own text
	barTint          = 0.35 // Accent on Paper: a lead time, with the flag of the promise on it
)

// roles lists the demands on every colour of the theme.
func (t *Theme) roles() []role {
	black := d.Color{A: 255}
	light := func(name string, c *d.Color, least float64) role {
		return role{name, c, true, []pair{{least, func() (d.Color, d.Color) { return black, *c }}}}
	}
	on := func(name string, c *d.Color, least float64, grounds ...*d.Color) role {
		r := role{name: name, color: c}
		for _, g := range grounds {
			r.pairs = append(r.pairs, pair{least, func() (d.Color, d.Color) { return *c, *g }})
		}
		return r
	}
	grounds := []*d.Color{&t.Paper, &t.Panel, &t.GoodSoft, &t.BadSoft, &t.WarnSoft}
	all := []role{
		light("Paper", &t.Paper, paperOnBlack), light("Panel", &t.Panel, groundOnBlack), light("OnHeader", &t.OnHeader, paperOnBlack),
		light("GoodSoft", &t.GoodSoft, groundOnBlack), light("BadSoft", &t.BadSoft, groundOnBlack), light("WarnSoft", &t.WarnSoft, groundOnBlack),
	}
	quiet := []*d.Color{&t.Paper, &t.Panel}
	for i := range t.Phases {
		p := &t.Phases[i]
		quiet = append(quiet, &p.Tint)
		all = append(all, light(fmt.Sprintf("Phases[%d].Tint", i), &p.Tint, groundOnBlack), light(fmt.Sprintf("Phases[%d].OnFill", i), &p.OnFill, paperOnBlack))
	}
	grounds = append(grounds, quiet[2:]...)

	header := on("Header", &t.Header, forText, &t.OnHeader)
	header.pairs = append(header.pairs, pair{forText, func() (d.Color, d.Color) { return t.OnHeader.Over(t.Header, softenedOnHeader), t.Header }})
	ribbon := on("Ribbon", &t.Ribbon, forMark, &t.Header)
	ribbon.lighter = true
	soft := on("InkSoft", &t.InkSoft, forText, grounds...)
	for _, g := range quiet {
		soft.pairs = append(soft.pairs, pair{forMark, func() (d.Color, d.Color) { return t.InkSoft.Over(t.Paper, softenedLine), *g }})
	}
	accent := on("Accent", &t.Accent, forText, quiet...)
	accent.pairs = append(accent.pairs, pair{forText, func() (d.Color, d.Color) { return t.Accent, t.Accent.Over(t.Paper, chipTint) }})
	good := on("Good", &t.Good, forText, append(slices.Clone(quiet), &t.GoodSoft)...)
	good.pairs = append(good.pairs, pair{forMark, func() (d.Color, d.Color) { return t.Good, t.Accent.Over(t.Paper, barTint) }})
	all = append(all, on("Ink", &t.Ink, forInk, grounds...), soft, header, ribbon, accent, good,
		on("Bad", &t.Bad, forText, append(slices.Clone(quiet), &t.BadSoft)...),
		on("Warn", &t.Warn, forText, append(slices.Clone(quiet), &t.WarnSoft)...))
	for i := range t.Phases {
		p := &t.Phases[i]
		all = append(all, on(fmt.Sprintf("Phases[%d].Fill", i), &p.Fill, forText, &t.Paper, &p.OnFill))
	}
	for i := range t.Series {
		all = append(all, on(fmt.Sprintf("Series[%d]", i), &t.Series[i], forMark, quiet...))
	}
	return all
}
