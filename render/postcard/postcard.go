// Package postcard draws the pictures on the cards with greetings of customers: small scenes in the
// colours of the house, all of them paths made here. The words of the quote decide the details
// (weather, colours, order), so that no two cards look the same and the same card always does.
package postcard

import (
	"math"
	"strconv"

	"klantreis/render"
	d "klantreis/render/drawing"
)

// Size of a lying A6, in points.
const (
	Width  = 148 * 72 / 25.4
	Height = 105 * 72 / 25.4
)

// Draw makes the scene of a card: the whole of a lying A6, with its subject in the left part and
// quiet sky where the words will stand.
func Draw(g render.Greeting, t render.Theme) d.Drawing {
	p := painter{theme: t, seed: g.Quote, warm: g.Warm}
	p.backdrop()
	switch g.Motif {
	case render.MotifPark:
		p.park()
	case render.MotifLetter:
		p.letter()
	case render.MotifPhone:
		p.phone()
	case render.MotifScreen:
		p.screen()
	case render.MotifDesk:
		p.desk()
	case render.MotifFlowers:
		p.flowers()
	case render.MotifMobile:
		p.mobile()
	case render.MotifTalk:
		p.talk()
	default:
		p.city()
	}
	clip := d.Rect(0, 0, Width, Height, 0)
	return d.Drawing{Width: Width, Height: Height, Items: []d.Item{d.Group{Clip: &clip, Items: p.items}}}
}

type painter struct {
	theme render.Theme
	seed  string
	warm  bool
	items []d.Item
}

// pick chooses one of n for a detail, by the words of the quote.
func (p *painter) pick(what string, n int) int { return render.Chance(what+p.seed, n) }

// color gives a bright colour of the house; k chooses.
func (p *painter) color(k int) d.Color {
	if n := len(p.theme.Phases); n > 0 {
		return p.theme.Phases[k%n].Fill
	}
	return p.theme.Accent
}

// soft is a colour mixed with paper.
func (p *painter) soft(c d.Color, share float64) d.Color { return c.Over(p.theme.Paper, share) }

func (p *painter) fill(path d.Path, c d.Color) { p.items = append(p.items, path.Filled(c)) }

func (p *painter) line(path d.Path, c d.Color, width float64) {
	path.Stroke = d.Stroke{Color: c, Width: width, Round: true}
	p.items = append(p.items, path)
}

// ground is the height at which things stand.
const ground = 246.0

// backdrop is the sky with its weather, and the ground.
func (p *painter) backdrop() {
	sky := p.soft(p.color(p.pick("sky", 5)), 0.13)
	low := p.soft(p.theme.Ribbon, 0.12)
	path := d.Rect(0, 0, Width, Height, 0)
	path.Fill = d.Paint{Gradient: &d.Gradient{Y2: Height, Stops: []d.Stop{{Offset: 0, Color: sky}, {Offset: 0.75, Color: low}, {Offset: 1, Color: low}}}}
	p.items = append(p.items, path)
	sunX := 60 + float64(p.pick("sun", 4))*34
	p.fill(d.Circle(sunX, 62, 40), p.theme.Ribbon.Alpha(0.11))
	p.fill(d.Circle(sunX, 62, 24), p.soft(p.theme.Ribbon, 0.72))
	for i := range 2 + p.pick("clouds", 2) {
		p.cloud(46+float64(i)*58+float64(p.pick("cloud"+strconv.Itoa(i), 40)), 48+float64(p.pick("height"+strconv.Itoa(i), 26)), 0.8+0.12*float64(i))
	}
	for i := range 2 + p.pick("birds", 3) {
		x, y := 126+float64(p.pick("bx"+strconv.Itoa(i), 50)), 78+float64(i)*9
		p.line(d.Path{}.Move(x-6, y-2).Cubic(x-3, y-5, x-1, y-3, x, y).Cubic(x+1, y-3, x+3, y-5, x+6, y-2), p.theme.InkSoft, 1.1)
	}
}

func (p *painter) cloud(x, y, scale float64) {
	white := p.theme.Paper.Alpha(0.88)
	for _, c := range [][3]float64{{-17, 3, 11}, {0, -3, 15}, {17, 2, 11}} {
		p.fill(d.Circle(x+c[0]*scale, y+c[1]*scale, c[2]*scale), white)
	}
	p.fill(d.Rect(x-27*scale, y+1*scale, 55*scale, 13*scale, 6*scale), white)
}

// hills is a soft ground over the whole width.
func (p *painter) hills(c d.Color) {
	p.fill(d.Path{}.Move(0, ground-18).Cubic(90, ground-44, 150, ground-6, 250, ground-16).Cubic(330, ground-26, 380, ground-2, Width, ground-22).
		Line(Width, Height).Line(0, Height).Closed(), p.soft(c, 0.30))
	p.fill(d.Path{}.Move(0, ground).Cubic(110, ground-12, 200, ground+8, Width, ground-6).Line(Width, Height).Line(0, Height).Closed(), p.soft(c, 0.5))
}

// city is a canal with houses and a tower.
func (p *painter) city() {
	p.hills(p.theme.Good)
	p.tower(44+float64(p.pick("tower", 3))*46, ground)
	widths := []float64{34, 28, 38, 30, 34}
	x := 14.0
	for i := range 5 {
		k := (i + p.pick("order", 5)) % 5
		p.house(x, ground, widths[k], 62+float64(p.pick("h"+strconv.Itoa(i), 5))*9, k+p.pick("hue", 4), (k+p.pick("gable", 3))%3)
		x += widths[k] + 2
	}
	water := p.color(0)
	p.fill(d.Rect(0, ground, Width, Height-ground, 0), p.soft(water, 0.42))
	p.fill(d.Rect(0, ground, Width, 5, 0), p.soft(p.theme.Ink, 0.45))
	for i := range 7 {
		x, y := 16+float64(i)*62+float64(p.pick("wave"+strconv.Itoa(i), 20)), ground+17+float64(i%3)*11
		p.line(d.Path{}.Move(x, y).Cubic(x+5, y-3, x+9, y-3, x+14, y).Cubic(x+19, y+3, x+23, y+3, x+28, y), p.theme.Paper.Alpha(0.67), 1.4)
	}
	p.boat(168, ground+24)
}

// tower is a high square church tower in three steps, with a fine point.
func (p *painter) tower(x, foot float64) {
	stone, dark := p.soft(p.theme.InkSoft, 0.5), p.soft(p.theme.Ink, 0.62)
	p.fill(d.Rect(x-15, foot-98, 30, 98, 0), stone)
	p.fill(d.Rect(x-12, foot-146, 24, 50, 0), stone)
	p.fill(d.Polyline(d.Point{X: x - 10, Y: foot - 146}, d.Point{X: x - 8, Y: foot - 172}, d.Point{X: x + 8, Y: foot - 172}, d.Point{X: x + 10, Y: foot - 146}).Closed(), stone)
	p.fill(d.Polyline(d.Point{X: x - 8, Y: foot - 172}, d.Point{X: x, Y: foot - 190}, d.Point{X: x + 8, Y: foot - 172}).Closed(), dark)
	p.line(d.Line(x, foot-190, x, foot-198), dark, 1.2)
	for _, y := range []float64{foot - 84, foot - 138} {
		for _, dx := range []float64{-6.5, 2} {
			p.fill(d.Rect(x+dx, y, 4.5, 24, 2.2), dark)
		}
	}
	for _, dx := range []float64{-5.5, 1.5} {
		p.fill(d.Rect(x+dx, foot-167, 4, 17, 2), p.soft(p.theme.Ribbon, 0.4))
	}
	for _, y := range []float64{foot - 98, foot - 146} {
		p.fill(d.Rect(x-17, y-2, 34, 4, 1), dark)
	}
}

// house has one of three gables: stepped, bell or plain.
func (p *painter) house(x, foot, w, h float64, hue, gable int) {
	wall := p.soft(p.color(hue), 0.78)
	top := foot - h
	switch gable {
	case 0:
		outline := d.Path{}.Move(x, foot).Line(x, top)
		step, rise := w/7, 7.0
		for i := range 3 {
			outline = outline.Line(x+step*float64(i+1), top-rise*float64(i)).Line(x+step*float64(i+1), top-rise*float64(i+1))
		}
		for i := 2; i >= 0; i-- {
			outline = outline.Line(x+w-step*float64(i+1), top-rise*float64(i+1)).Line(x+w-step*float64(i+1), top-rise*float64(i))
		}
		p.fill(outline.Line(x+w, top).Line(x+w, foot).Closed(), wall)
	case 1:
		p.fill(d.Path{}.Move(x, foot).Line(x, top).Cubic(x+w*0.22, top-3, x+w*0.2, top-20, x+w*0.36, top-23).Line(x+w*0.64, top-23).
			Cubic(x+w*0.8, top-20, x+w*0.78, top-3, x+w, top).Line(x+w, foot).Closed(), wall)
	default:
		p.fill(d.Path{}.Move(x, foot).Line(x, top).Line(x+w/2, top-22).Line(x+w, top).Line(x+w, foot).Closed(), wall)
	}
	light := p.soft(p.theme.Ribbon, 0.18)
	for row := range int(h-30) / 21 {
		for k := range 2 {
			p.window(x+w*(0.16+0.42*float64(k)), top+8+float64(row)*21, w*0.26, 13, light)
		}
	}
	p.window(x+w/2-3.5, top-11, 7, 8, light)
	p.fill(d.Rect(x+w/2-5, foot-20, 10, 20, 4), p.soft(p.theme.Ink, 0.75))
	p.fill(d.Rect(x, foot-2, w, 2, 0), p.theme.Ink.Alpha(0.24))
}

func (p *painter) window(x, y, w, h float64, light d.Color) {
	p.fill(d.Rect(x-1, y-1, w+2, h+2, 1), p.theme.Paper)
	p.fill(d.Rect(x, y, w, h, 0.6), light)
	p.line(d.Line(x+w/2, y, x+w/2, y+h), p.theme.Paper, 1)
}

func (p *painter) boat(x, y float64) {
	p.fill(d.Path{}.Move(x-26, y).Line(x+28, y).Cubic(x+24, y+12, x+14, y+14, x-14, y+14).Cubic(x-22, y+13, x-25, y+7, x-26, y).Closed(), p.theme.Ribbon)
	p.fill(d.Rect(x-6, y-10, 18, 10, 2), p.theme.Paper)
	p.line(d.Line(x+16, y, x+16, y-24), p.theme.Ink, 1.3)
	p.fill(d.Polyline(d.Point{X: x + 16, Y: y - 24}, d.Point{X: x + 29, Y: y - 19}, d.Point{X: x + 16, Y: y - 14}).Closed(), p.theme.Good)
}

// heart is drawn around its middle.
func (p *painter) heart(x, y, size float64, c d.Color) {
	s := size / 2
	p.fill(d.Path{}.Move(x, y+s).Cubic(x-s*1.6, y-s*0.1, x-s*0.9, y-s*1.1, x, y-s*0.4).Cubic(x+s*0.9, y-s*1.1, x+s*1.6, y-s*0.1, x, y+s).Closed(), c)
}

// leafy is a round crown of a few discs.
func (p *painter) leafy(x, y, r float64, c d.Color) {
	for i := range 7 {
		a := float64(i) * 2 * math.Pi / 7
		p.fill(d.Circle(x+math.Cos(a)*r*0.55, y+math.Sin(a)*r*0.5, r*0.55), p.soft(c, 0.62))
	}
	p.fill(d.Circle(x, y, r*0.72), p.soft(c, 0.62))
	for i := range 4 {
		a := float64(i)*1.7 + 0.6
		p.fill(d.Circle(x-r*0.2+math.Cos(a)*r*0.4, y-r*0.25+math.Sin(a)*r*0.3, r*0.2), p.soft(c, 0.46))
	}
}
