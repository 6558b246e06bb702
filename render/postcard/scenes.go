package postcard

import (
	"math"
	"strconv"

	d "klantreis/render/drawing"
)

// park is a tree, a bench and a dog.
func (p *painter) park() {
	p.hills(p.theme.Good)
	trunk := p.soft(p.theme.Warn, 0.8)
	p.fill(d.Path{}.Move(50, ground+6).Cubic(58, ground-30, 56, ground-50, 54, ground-80).Line(68, ground-80).Cubic(67, ground-50, 68, ground-30, 78, ground+6).Closed(), trunk)
	p.leafy(61, ground-108, 52, p.theme.Good)
	for i := range 5 {
		p.fill(d.Circle(34+float64(p.pick("ax"+strconv.Itoa(i), 56)), ground-146+float64(p.pick("ay"+strconv.Itoa(i), 66)), 4), p.color(p.pick("apple", 5)))
	}
	wood := p.soft(p.theme.Warn, 0.9)
	for _, y := range []float64{-44, -34, -18} {
		p.fill(d.Rect(100, ground+y, 84, 6.5, 3), wood)
	}
	for _, x := range []float64{106, 174} {
		p.fill(d.Rect(x, ground-46, 4, 50, 1.5), p.soft(p.theme.Ink, 0.8))
	}
	p.dog(172, ground+22)
	for i := range 9 {
		p.flower(12+float64(i)*21+float64(p.pick("fl"+strconv.Itoa(i), 14)), ground+30+float64(i%3)*7, 3.4, i)
	}
}

// dog sits and looks at whoever holds the card.
func (p *painter) dog(x, y float64) {
	coat, dark := p.soft(p.theme.Ribbon, 0.8), p.soft(p.theme.Ink, 0.85)
	p.line(d.Path{}.Move(x+14, y-6).Cubic(x+26, y-8, x+28, y-18, x+24, y-24), coat, 5)
	p.fill(d.Path{}.Move(x-12, y).Cubic(x-14, y-22, x-6, y-34, x+2, y-34).Cubic(x+14, y-30, x+20, y-12, x+18, y).Closed(), coat)
	p.fill(d.Circle(x-4, y-40, 13), coat)
	p.fill(d.Ellipse(x-15, y-42, 4.5, 10), dark)
	p.fill(d.Ellipse(x+7, y-42, 4.5, 10), dark)
	p.fill(d.Ellipse(x-4, y-35, 7, 5.5), p.theme.Paper)
	p.fill(d.Ellipse(x-4, y-38, 3, 2.2), dark)
	p.fill(d.Circle(x-8.5, y-44, 1.6), dark)
	p.fill(d.Circle(x+0.5, y-44, 1.6), dark)
	p.line(d.Path{}.Move(x-8, y-34).Cubic(x-6, y-31, x-2, y-31, x, y-34), dark, 1)
	p.fill(d.Rect(x-13, y-28, 19, 4, 2), p.theme.Accent)
	p.fill(d.Ellipse(x-7, y-1, 6, 3.5), p.theme.Paper)
	p.fill(d.Ellipse(x+7, y-1, 6, 3.5), p.theme.Paper)
}

func (p *painter) flower(x, y, r float64, k int) {
	p.line(d.Line(x, y, x, y+r*3), p.soft(p.theme.Good, 0.85), 1.2)
	for i := range 5 {
		a := float64(i)*2*math.Pi/5 + float64(k)
		p.fill(d.Circle(x+math.Cos(a)*r*0.8, y+math.Sin(a)*r*0.8, r*0.62), p.soft(p.color(k), 0.85))
	}
	p.fill(d.Circle(x, y, r*0.55), p.soft(p.theme.Ribbon, 0.5))
}

// letter is an envelope from which a letter with a heart comes.
func (p *painter) letter() {
	p.hills(p.color(p.pick("hill", 5)))
	x, y, w, h := 26.0, 142.0, 158.0, 104.0
	shade := p.theme.Ink.Alpha(0.13)
	p.fill(d.Ellipse(x+w/2, y+h+6, w*0.54, 8), shade)
	back := p.soft(p.color(p.pick("envelope", 5)), 0.55)
	p.fill(d.Path{}.Move(x, y).Line(x+w/2, y-50).Line(x+w, y).Line(x+w, y+h).Line(x, y+h).Closed(), back)
	p.fill(d.Rect(x+16, y-42, w-32, h, 3), p.theme.Paper)
	p.heart(x+w/2, y-14, 30, p.theme.Ribbon)
	for i := range 4 {
		p.line(d.Line(x+30, y+14+float64(i)*10, x+w-30-float64(i%2)*24, y+14+float64(i)*10), p.theme.Line.Over(p.theme.InkSoft, 0.5), 2.4)
	}
	front := p.soft(p.color(p.pick("envelope", 5)), 0.82)
	p.fill(d.Path{}.Move(x, y+2).Line(x+w/2, y+62).Line(x+w, y+2).Line(x+w, y+h-4).Cubic(x+w, y+h, x+w-4, y+h, x+w-6, y+h).Line(x+6, y+h).Cubic(x, y+h, x, y+h-4, x, y+h-4).Closed(), front)
	p.line(d.Path{}.Move(x+3, y+h-3).Line(x+w*0.42, y+53), p.theme.Paper.Alpha(0.59), 1.6)
	p.line(d.Path{}.Move(x+w-3, y+h-3).Line(x+w*0.58, y+53), p.theme.Paper.Alpha(0.59), 1.6)
	for i := range 3 {
		p.heart(150+float64(i)*22, 106-float64(i)*13+float64(p.pick("hy"+strconv.Itoa(i), 8)), 9+float64(i)*2, p.soft(p.theme.Ribbon, 0.5+0.15*float64(i)))
	}
}

// phone is an old telephone that is called.
func (p *painter) phone() {
	p.hills(p.color(p.pick("hill", 5)))
	body := p.color(p.pick("phone", 5))
	x, y := 98.0, 196.0
	p.fill(d.Ellipse(x, ground+8, 88, 9), p.theme.Ink.Alpha(0.13))
	p.fill(d.Path{}.Move(x-70, ground+6).Cubic(x-66, y, x-40, y-34, x-26, y-38).Line(x+26, y-38).Cubic(x+40, y-34, x+66, y, x+70, ground+6).Closed(), body)
	p.fill(d.Rect(x-34, y-50, 14, 18, 4), body)
	p.fill(d.Rect(x+20, y-50, 14, 18, 4), body)
	receiver := d.Path{}.Move(x-78, y-40).Cubic(x-84, y-82, x-40, y-84, x, y-84).Cubic(x+40, y-84, x+84, y-82, x+78, y-40).
		Cubic(x+76, y-34, x+44, y-34, x+42, y-42).Cubic(x+42, y-60, x+24, y-62, x, y-62).Cubic(x-24, y-62, x-42, y-60, x-42, y-42).Cubic(x-44, y-34, x-76, y-34, x-78, y-40).Closed()
	p.fill(receiver, p.soft(p.theme.Ink, 0.9))
	p.fill(d.Circle(x, y+10, 33), p.theme.Paper)
	for i := range 10 {
		a := float64(i)*2*math.Pi/12 - 2.2
		p.fill(d.Circle(x+math.Cos(a)*23, y+10+math.Sin(a)*23, 4.6), p.soft(body, 0.75))
	}
	p.heart(x, y+11, 17, p.theme.Ribbon)
	for i := range 3 {
		r := 13 + float64(i)*7
		for _, side := range []float64{-1, 1} {
			cx := x + side*72
			p.line(d.Path{}.Move(cx+side*r*0.35, y-84-r*0.75).Cubic(cx+side*r*0.75, y-84-r*0.6, cx+side*r, y-84-r*0.25, cx+side*r, y-80), p.soft(p.theme.Ribbon, 0.85-0.2*float64(i)), 3)
		}
	}
}

// screen is a laptop on a table, with coffee.
func (p *painter) screen() {
	p.table()
	x, y := 34.0, 124.0
	p.fill(d.Rect(x, y, 150, 100, 8), p.soft(p.theme.Ink, 0.88))
	p.fill(d.Rect(x+7, y+7, 136, 84, 3), p.theme.Paper)
	p.fill(d.Rect(x+7, y+7, 136, 17, 3), p.color(p.pick("bar", 5)))
	for i := range 3 {
		p.fill(d.Circle(x+16+float64(i)*9, y+15.5, 2.6), p.theme.Paper)
	}
	p.fill(d.Rect(x+18, y+34, 46, 40, 4), p.soft(p.color(p.pick("bar", 5)+1), 0.35))
	p.heart(x+41, y+54, 22, p.theme.Ribbon)
	for i := range 4 {
		p.line(d.Line(x+74, y+38+float64(i)*11, x+132-float64((i*17+p.pick("text", 9))%26), y+38+float64(i)*11), p.soft(p.theme.InkSoft, 0.45), 3)
	}
	p.fill(d.Path{}.Move(x-16, y+108).Line(x+166, y+108).Cubic(x+164, y+116, x+160, y+117, x+154, y+117).Line(x-4, y+117).Cubic(x-10, y+117, x-14, y+116, x-16, y+108).Closed(), p.soft(p.theme.InkSoft, 0.7))
	p.fill(d.Rect(x-6, y+100, 162, 8, 2), p.soft(p.theme.Ink, 0.75))
	cursor := d.Path{}.Move(x+112, y+60).Line(x+112, y+84).Line(x+118, y+79).Line(x+123, y+89).Line(x+127, y+87).Line(x+122, y+77).Line(x+130, y+76).Closed()
	p.fill(cursor, p.theme.Ink)
	p.line(cursor, p.theme.Paper, 1.4)
	p.cup(170, ground+36)
}

// mobile is a smartphone in its stand, beside a plant.
func (p *painter) mobile() {
	p.table()
	x, y, w, h := 52.0, 106.0, 78.0, 138.0
	bar := p.pick("bar", 5)
	p.fill(d.Ellipse(x+w/2, ground+4, 62, 7), p.theme.Ink.Alpha(0.16))
	p.fill(d.Path{}.Move(x+8, y+h-12).Line(x+w-8, y+h-12).Line(x+w+8, ground+4).Line(x-8, ground+4).Closed(), p.soft(p.theme.InkSoft, 0.7))
	p.fill(d.Rect(x, y, w, h, 12), p.soft(p.theme.Ink, 0.88))
	p.fill(d.Rect(x+5, y+5, w-10, h-10, 8), p.theme.Paper)
	p.fill(d.Rect(x+5, y+5, w-10, 22, 8), p.color(bar))
	p.fill(d.Rect(x+5, y+16, w-10, 11, 0), p.color(bar))
	p.fill(d.Rect(x+w/2-9, y+9, 18, 4, 2), p.theme.Paper.Alpha(0.7))
	for i, said := range []struct{ left, wide float64 }{{11, 44}, {23, 44}, {11, 34}} {
		hue := p.soft(p.color(bar+1), 0.35)
		if i == 1 {
			hue = p.soft(p.theme.Ribbon, 0.35)
		}
		p.fill(d.Rect(x+said.left, y+36+float64(i)*26, said.wide, 19, 7), hue)
		p.line(d.Line(x+said.left+8, y+45.5+float64(i)*26, x+said.left+said.wide-8-float64(p.pick("text"+strconv.Itoa(i), 9)), y+45.5+float64(i)*26), p.soft(p.theme.InkSoft, 0.6), 2.4)
	}
	p.heart(x+w-22, y+h-22, 15, p.theme.Ribbon)
	p.plant(168, ground+22)
}

// talk is a table with two cups and a piece of cake.
func (p *painter) talk() {
	p.table()
	for i := range 3 {
		p.heart(80+float64(i)*24, 150-float64(i)*15+float64(p.pick("hy"+strconv.Itoa(i), 9)), 14+float64(i)*3, p.soft(p.theme.Ribbon, 0.45+0.18*float64(i)))
	}
	x, y := 102.0, ground+28
	p.fill(d.Ellipse(x, y+2, 48, 9), p.theme.Ink.Alpha(0.14))
	p.fill(d.Ellipse(x, y-1, 46, 8), p.theme.Paper)
	cake, cream := p.soft(p.theme.Warn, 0.55), p.theme.Paper
	p.fill(d.Path{}.Move(x-30, y-4).Line(x+30, y-4).Line(x+30, y-36).Line(x-30, y-36).Closed(), cake)
	p.fill(d.Rect(x-30, y-23, 60, 5, 0), cream)
	p.fill(d.Path{}.Move(x-32, y-34).Line(x+32, y-34).Line(x+32, y-42).Cubic(x+32, y-48, x-32, y-48, x-32, y-42).Closed(), p.soft(p.color(p.pick("cream", 5)), 0.45))
	p.fill(d.Circle(x, y-51, 7), p.theme.Bad)
	p.line(d.Path{}.Move(x, y-57).Cubic(x+1, y-63, x+4, y-66, x+8, y-67), p.soft(p.theme.Good, 0.8), 1.4)
	p.cup(36, ground+10)
	p.cup(166, ground+12)
}

func (p *painter) table() {
	p.fill(d.Rect(0, ground-6, Width, Height-ground+6, 0), p.soft(p.theme.Warn, 0.38))
	p.fill(d.Rect(0, ground-6, Width, 5, 0), p.soft(p.theme.Warn, 0.6))
	for i := range 4 {
		y := ground + 9 + float64(i)*11
		p.line(d.Path{}.Move(0, y).Cubic(140, y-4, 260, y+4, Width, y-2), p.soft(p.theme.Warn, 0.5), 0.8)
	}
}

func (p *painter) cup(x, y float64) {
	c := p.color(p.pick("cup", 5))
	p.fill(d.Ellipse(x, y+2, 26, 4.5), p.theme.Ink.Alpha(0.16))
	p.line(d.Path{}.Move(x+13, y-24).Cubic(x+28, y-26, x+28, y-8, x+12, y-9), c, 4)
	p.fill(d.Path{}.Move(x-17, y-30).Line(x+17, y-30).Cubic(x+17, y-8, x+12, y, x, y).Cubic(x-12, y, x-17, y-8, x-17, y-30).Closed(), c)
	p.fill(d.Ellipse(x, y-30, 17, 4), p.soft(p.theme.Ink, 0.7))
	for i := range 2 {
		sx := x - 6 + float64(i)*11
		p.line(d.Path{}.Move(sx, y-40).Cubic(sx-6, y-48, sx+6, y-54, sx, y-63), p.theme.Paper.Alpha(0.78), 2.2)
	}
}

// desk is a counter with somebody behind it, a lamp and a plant.
func (p *painter) desk() {
	hue := p.pick("desk", 5)
	p.fill(d.Rect(0, ground+14, Width, Height-ground, 0), p.soft(p.theme.InkSoft, 0.3))
	skin := p.soft(p.theme.Warn, []float64{0.3, 0.5, 0.75}[p.pick("skin", 3)])
	x := 100.0
	p.fill(d.Path{}.Move(x-36, 204).Cubic(x-34, 170, x-20, 160, x, 160).Cubic(x+20, 160, x+34, 170, x+36, 204).Closed(), p.color(hue+2))
	p.fill(d.Rect(x-7, 148, 14, 18, 6), skin)
	p.fill(d.Circle(x, 134, 21), skin)
	hair := p.soft(p.theme.Ink, 0.85)
	if p.pick("hair", 2) == 0 {
		p.fill(d.Path{}.Move(x-22, 138).Cubic(x-26, 108, x+26, 108, x+22, 138).Cubic(x+18, 126, x+8, 122, x-4, 122).Cubic(x-14, 124, x-20, 128, x-22, 138).Closed(), hair)
	} else {
		p.fill(d.Path{}.Move(x-24, 156).Cubic(x-32, 104, x+32, 104, x+24, 156).Line(x+17, 156).Cubic(x+20, 134, x+14, 124, x, 123).Cubic(x-14, 124, x-20, 134, x-17, 156).Closed(), hair)
	}
	p.fill(d.Circle(x-7, 135, 1.9), p.theme.Ink)
	p.fill(d.Circle(x+7, 135, 1.9), p.theme.Ink)
	p.line(d.Path{}.Move(x-7, 143).Cubic(x-3, 148, x+3, 148, x+7, 143), p.theme.Ink, 1.5)
	p.fill(d.Rect(8, 200, 192, 12, 4), p.soft(p.theme.Warn, 0.85))
	p.fill(d.Rect(16, 212, 176, ground+22-212, 3), p.soft(p.color(hue), 0.72))
	for i := range 4 {
		p.fill(d.Rect(24+float64(i)*42, 221, 34, ground+5-221, 3), p.soft(p.color(hue), 0.55))
	}
	p.line(d.Line(42, 200, 42, 168), p.theme.Ink, 2.2)
	p.fill(d.Path{}.Move(24, 170).Line(60, 170).Line(52, 146).Line(32, 146).Closed(), p.theme.Ribbon)
	p.plant(166, 200)
}

func (p *painter) plant(x, y float64) {
	green := p.theme.Good
	for i := range 7 {
		a := -math.Pi/2 + (float64(i)-3)*0.36
		tipX, tipY := x+math.Cos(a)*42, y-16+math.Sin(a)*46
		midX, midY := x+math.Cos(a-0.25)*24, y-16+math.Sin(a-0.25)*26
		backX, backY := x+math.Cos(a+0.25)*24, y-16+math.Sin(a+0.25)*26
		p.fill(d.Path{}.Move(x, y-16).Cubic(midX, midY, midX, midY, tipX, tipY).Cubic(backX, backY, backX, backY, x, y-16).Closed(), p.soft(green, 0.55+0.08*float64(i%4)))
	}
	p.fill(d.Path{}.Move(x-14, y-20).Line(x+14, y-20).Line(x+10, y).Line(x-10, y).Closed(), p.theme.Ribbon)
}

// flowers are a bunch in a vase.
func (p *painter) flowers() {
	p.table()
	x, y := 104.0, ground-2
	p.fill(d.Ellipse(x, y+4, 42, 6), p.theme.Ink.Alpha(0.16))
	type stem struct{ dx, dy, r float64 }
	stems := []stem{{-56, -112, 15}, {-30, -138, 18}, {0, -120, 20}, {30, -142, 17}, {56, -114, 16}, {-16, -94, 15}, {18, -96, 16}}
	for _, s := range stems {
		p.line(d.Path{}.Move(x+s.dx*0.12, y-56).Cubic(x+s.dx*0.3, y-80, x+s.dx*0.8, y+s.dy+26, x+s.dx, y+s.dy), p.soft(p.theme.Good, 0.8), 2.6)
	}
	for i := range 6 {
		a := -math.Pi + float64(i)*math.Pi/5
		lx, ly := x+math.Cos(a)*48, y-74+math.Sin(a)*32
		p.fill(d.Path{}.Move(x, y-58).Cubic(x+(lx-x)*0.4, ly-14, lx-4, ly-10, lx, ly).Cubic(lx-2, ly+8, x+(lx-x)*0.5, ly+14, x, y-58).Closed(), p.soft(p.theme.Good, 0.66))
	}
	for i, s := range stems {
		k := i + p.pick("bunch", 5)
		if (i+p.pick("kinds", 2))%2 == 0 {
			p.daisy(x+s.dx, y+s.dy, s.r, k)
		} else {
			p.tulip(x+s.dx, y+s.dy, s.r, k)
		}
	}
	vase := p.color(p.pick("vase", 5))
	p.fill(d.Path{}.Move(x-20, y-62).Line(x+20, y-62).Cubic(x+16, y-46, x+36, y-38, x+32, y-16).Cubic(x+29, y-2, x+20, y, x, y).
		Cubic(x-20, y, x-29, y-2, x-32, y-16).Cubic(x-36, y-38, x-16, y-46, x-20, y-62).Closed(), vase)
	p.fill(d.Rect(x-34, y-26, 68, 7, 2), p.soft(vase, 0.5))
	p.line(d.Path{}.Move(x-20, y-34).Cubic(x-24, y-24, x-24, y-16, x-20, y-8), p.theme.Paper.Alpha(0.59), 2.6)
	p.cup(170, ground+34)
}

func (p *painter) daisy(x, y, r float64, k int) {
	petal := p.soft(p.color(k), 0.8)
	for i := range 9 {
		a := float64(i) * 2 * math.Pi / 9
		p.fill(d.Circle(x+math.Cos(a)*r*0.7, y+math.Sin(a)*r*0.7, r*0.36), petal)
	}
	p.fill(d.Circle(x, y, r*0.62), petal)
	p.fill(d.Circle(x, y, r*0.36), p.soft(p.theme.Ribbon, 0.55))
}

func (p *painter) tulip(x, y, r float64, k int) {
	c := p.color(k)
	p.fill(d.Path{}.Move(x-r*0.8, y-r*0.8).Cubic(x-r*0.9, y+r*0.6, x-r*0.4, y+r, x, y+r).Cubic(x+r*0.4, y+r, x+r*0.9, y+r*0.6, x+r*0.8, y-r*0.8).
		Line(x+r*0.4, y-r*0.25).Line(x, y-r).Line(x-r*0.4, y-r*0.25).Closed(), p.soft(c, 0.85))
	p.fill(d.Path{}.Move(x-r*0.3, y-r*0.1).Cubic(x-r*0.4, y+r*0.5, x-r*0.2, y+r*0.9, x, y+r).Cubic(x+r*0.2, y+r*0.9, x+r*0.4, y+r*0.5, x+r*0.3, y-r*0.1).Line(x, y-r*0.7).Closed(), p.soft(c, 0.62))
}
