package journeymap

import (
	"fmt"
	"strconv"
	"strings"

	"klantreis/journeys"
	"klantreis/render"
	"klantreis/render/drawing"
	"klantreis/render/font"
)

// draw makes the picture of a slide: what lies behind, the curve, step by step all that stands of
// it, and the footnote.
func (sc scene) draw(theme render.Theme, id string) drawing.Drawing {
	v := sc.v
	at := v.phases[sc.phase].number - 1
	p := tallPainter{painter{t: theme, v: v}, sc.t}
	behind := []drawing.Item{drawing.Rect(0, 0, sc.w, sc.h, 0).Filled(theme.Phase(at).Tint)}
	var items []drawing.Item
	if l := sc.curve; l != nil {
		p.painter = painter{theme, l.v, l}
		behind = append(behind, p.warmth(l.curve)...)
		behind = append(behind, p.moodLines(l)...)
		items = append(items, p.painter.curve(map[string]bool{}), drawing.Group{ID: "schaal", Items: p.blocks(l.curve.axis, at)})
	}
	ids := map[string]bool{}
	var spots []drawing.Spot
	for k, c := range sc.columns {
		s := v.steps[c.step]
		var all []drawing.Item
		for _, e := range c.entries {
			all = append(all, p.tile(e.tile, at)...)
			spots = append(spots, e.spots...)
		}
		if l := sc.curve; l != nil {
			all = append(all, p.painter.moment(k, at)...)
			for _, m := range l.curve.points {
				if m.step == k {
					spots = append(spots, drawing.Spot{For: render.BackingID(render.BackingEmotion, s.ID), Box: m.box()})
				}
			}
		}
		name := journeys.Slug(s.ID)
		if name == "" {
			name = strconv.Itoa(s.number)
		}
		items = append(items, drawing.Group{
			ID: uniqueID(ids, "stap-"+name), Label: clean(v.story(c.step)), Items: all,
			Data: map[string]string{"stap": s.ID, "nummer": strconv.Itoa(s.number)},
		})
	}
	if len(sc.foot.lines) > 0 {
		items = append(items, drawing.Group{ID: "voet", Items: p.block(sc.foot, at)})
	}
	for i := range spots {
		b := &spots[i].Box
		b.X, b.Y, b.W, b.H = b.X*sc.scale, b.Y*sc.scale, b.W*sc.scale, b.H*sc.scale
	}
	return drawing.Drawing{
		ID: id, Width: SlideWidth, Height: SlideHeight, Title: clean(v.phases[sc.phase].title + " · " + sc.title),
		Desc: clean(sc.tale()), Lang: string(v.lang), Background: theme.Phase(at).Tint, Spots: spots,
		Items: []drawing.Item{drawing.Group{Matrix: drawing.Scale(sc.scale), Items: append([]drawing.Item{drawing.Group{ID: "achtergrond", Items: behind}}, items...)}},
	}
}

// moodLines are the lines of the scale behind the curve.
func (p painter) moodLines(l *layout) []drawing.Item {
	x1, x2 := l.grid.x+2, l.grid.x+l.grid.width()-2
	var items []drawing.Item
	for _, value := range []float64{2, 1, 0, -1, -2} {
		y := l.curve.zero - value*l.grid.mood
		line := drawing.Line(x1, y, x2, y)
		if value == 0 {
			items = append(items, line.Stroked(p.t.InkSoft.Over(p.t.Paper, 0.45), 1.5))
		} else {
			items = append(items, line.Stroked(p.t.Line, 1))
		}
	}
	return items
}

// tale tells a slide in words.
func (sc scene) tale() string {
	v := sc.v
	ph := v.phases[sc.phase]
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s. %s.", fmt.Sprintf(v.words.PhaseOf, ph.number, len(v.j.Phases)), apart(ph.title), sc.title)
	for k, c := range sc.columns {
		s := v.steps[c.step]
		fmt.Fprintf(&b, " %s %d: %s.", v.words.Table.Step, s.number, apart(s.Title))
		if !c.again && len(s.Channels) > 0 {
			fmt.Fprintf(&b, " %s: %s.", v.words.Table.Channels, v.channelNames(s))
		}
		if sc.curve != nil {
			text := v.words.NoScore
			if value, origin, scores := v.mood(s.emotion); value != "" {
				if text = value + " (" + origin; scores != "" {
					text += ", n = " + scores
				}
				text += ")"
			}
			fmt.Fprintf(&b, " %s: %s.", v.words.Table.Emotion, text)
			for _, q := range sc.curve.v.steps[k].quotes {
				fmt.Fprintf(&b, " %s: “%s” %s.", v.lang.Slide().Says, apart(q.Text), q.Source)
			}
		}
		for _, e := range c.entries {
			if e.tells != "" {
				b.WriteString(" " + strings.TrimSuffix(apart(e.tells), ".") + ".")
			}
		}
	}
	return b.String()
}

// The sheet of a slide that stands on its own, in pixels.
const (
	sheetWidth, sheetHeight = 1920.0, 1080.0
	sheetBar                = 106.0 // height of the bar with its title
	sheetTop                = 124.0 // of the slide
	sheetMargin             = 72.0  // of title and footer
)

// SlideSheets makes every slide of the journey as a complete page of 1920 × 1080 pixels, with a
// title above and the journey's name and a page number below.
func SlideSheets(in Input) []drawing.Drawing {
	v := newView(in)
	type sheetOf struct {
		slide Slide
		phase phaseView
	}
	var all []sheetOf
	for _, p := range v.phases {
		for _, s := range Slides(in, p.number-1) {
			all = append(all, sheetOf{s, p})
		}
	}
	drawings := make([]drawing.Drawing, len(all))
	for i, s := range all {
		drawings[i] = v.onSheet(s.slide, s.phase, fmt.Sprintf(v.lang.Slide().Page, i+1, len(all)), in.Theme)
	}
	return drawings
}

func (v *view) onSheet(s Slide, ph phaseView, page string, theme render.Theme) drawing.Drawing {
	at := ph.number - 1
	colors := theme.Phase(at)
	text := func(x, y, size float64, face font.Face, line string, a drawing.Anchor, c drawing.Color) drawing.Item {
		return drawing.Text{X: x, Y: y, S: line, Size: size, Face: face, Anchor: a, Fill: c}
	}
	side := fmt.Sprintf(v.words.PhaseOf, ph.number, len(v.j.Phases))
	room := sheetWidth - 2*sheetMargin - font.Width(side, font.Regular, 26) - 90
	bar := drawing.Path{}.Move(0, 0).Line(sheetWidth-56, 0).Line(sheetWidth, sheetBar/2).Line(sheetWidth-56, sheetBar).Line(0, sheetBar).Closed()
	head := []drawing.Item{bar.Filled(colors.Fill), text(sheetWidth-sheetMargin-20, sheetBar/2+9, 26, font.Regular, side, drawing.End, colors.OnFill)}
	size, lines := 50.0, []string(nil)
	for ; ; size -= 2 { // the largest type in which the title fits the bar
		if lines = font.Wrap(clean(s.Drawing.Title), font.Bold, size, room); float64(len(lines))*size*1.2 <= sheetBar-12 || size <= 24 {
			break
		}
	}
	for k, line := range lines {
		y := sheetBar/2 + (float64(k)-float64(len(lines))/2+0.5)*size*1.2 + 0.364*size
		head = append(head, text(sheetMargin, y, size, font.Bold, line, drawing.Start, colors.OnFill))
	}
	name := v.j.Title
	if v.j.Municipality != "" {
		name += " · " + v.j.Municipality
	}
	x := (sheetWidth - SlideWidth) / 2
	foot := []drawing.Item{text(sheetWidth-sheetMargin, sheetHeight-34, 24, font.Regular, page, drawing.End, theme.InkSoft)}
	if lines := font.Wrap(clean(name), font.Regular, 24, sheetWidth-2*sheetMargin-200); len(lines) > 0 {
		if len(lines) > 1 {
			lines[0] += "…"
		}
		foot = append(foot, text(sheetMargin, sheetHeight-34, 24, font.Regular, lines[0], drawing.Start, theme.InkSoft))
	}
	d := s.Drawing
	move := drawing.Translate(x, sheetTop)
	for i := range d.Spots {
		b := &d.Spots[i].Box
		b.X, b.Y = b.X+x, b.Y+sheetTop
	}
	d.Width, d.Height = sheetWidth, sheetHeight
	d.Items = []drawing.Item{
		drawing.Group{ID: "kop", Label: d.Title, Items: head},
		drawing.Group{Matrix: move, Items: d.Items},
		drawing.Group{ID: "pagina", Items: foot},
	}
	return d
}
