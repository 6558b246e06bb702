package journeymap

import (
	"fmt"
	"math"
	"strings"

	"klantreis/render"
	"klantreis/render/drawing"
)

// gradeSize is the side of the letter that tells how good the data of a source is.
const gradeSize = 16.0

// besideGrade is what a letter before a pill takes.
const besideGrade = gradeSize + 4

// doubted is the letter of the worst data that the number of a step rests on, when that warns.
func (v *view) doubted(i int) string {
	if letter, _ := render.WorstGrade(v.ev, v.steps[i].Step, v.lang); letter > "B" {
		return letter
	}
	return ""
}

// doubtful tells whether some number on the map bears such a letter.
func (v *view) doubtful() bool {
	for i, s := range v.steps {
		if s.counted && v.doubted(i) != "" {
			return true
		}
	}
	return false
}

// warning puts a letter before a pill.
func (b badge) warning(letter string) badge {
	if letter != "" {
		b.grade = letter
		b.box.X, b.box.W = b.box.X-besideGrade, b.box.W+besideGrade
	}
	return b
}

// graded tells whether the data of some source has a letter.
func (v *view) graded() bool {
	for _, s := range v.ev.Sources {
		if letter, _ := render.GradeOf(s, v.lang); letter != "" {
			return true
		}
	}
	return false
}

// toldGrades says the letters of all sources in a sentence.
func (v *view) toldGrades() string {
	var all []string
	for _, s := range v.ev.Sources {
		if letter, word := render.GradeOf(s, v.lang); letter != "" {
			all = append(all, s.Name+" "+letter+" ("+word+")")
		}
	}
	return fmt.Sprintf(v.lang.Grades().Told, strings.Join(all, ", "))
}

// sources names the sources at y, next to each other as long as there is room, each with the letter of
// its data and the word for it, and gives where they end.
func (f *footer) sources(v *view, y, room float64) float64 {
	const line, between = gradeSize + 3, 16.0
	x := 0.0
	put := func(text, letter string) {
		sign := 0.0
		if letter != "" {
			sign = gradeSize + 5
		}
		w := math.Min(note.width(text)+1, room-sign)
		if x > 0 && x+sign+w > room {
			x, y = 0, y+line
		}
		if letter != "" {
			f.marks = append(f.marks, mark{icon: iconGrade, box: drawing.Box{X: pageMargin + x, Y: y, W: gradeSize, H: gradeSize}, text: letter})
		}
		b := block{x: pageMargin + x + sign, y: y + (gradeSize-note.leading())/2, w: w, style: note, role: soft, lines: wrapped(text, note, w)}
		f.blocks = append(f.blocks, b)
		if x += sign + w + between; len(b.lines) > 1 {
			x, y = 0, y+b.height()-note.leading()+line
		}
	}
	put(v.words.Sources+":", "")
	for _, s := range v.ev.Sources {
		letter, word := render.GradeOf(s, v.lang)
		about := fmt.Sprintf(v.words.Read, v.count(s.Read))
		if letter != "" {
			about += ", " + fmt.Sprintf(v.lang.Grades().Data, word)
		}
		put(apart(s.Name)+" ("+about+")", letter)
	}
	if x > 0 {
		y += line
	}
	return y + 2
}

// grade is a letter in a square; one that warns stands out by more than its colour.
func (p painter) grade(b drawing.Box, letter string) []drawing.Item {
	fill, line, width := p.t.Paper, p.t.InkSoft, 1.0
	if letter > "B" {
		fill, line, width = p.t.WarnSoft, p.t.Warn, 1.6
	}
	frame := drawing.Rect(b.X+width/2, b.Y+width/2, b.W-width, b.H-width, 3.5).Filled(fill).Stroked(line, width)
	text := oneLine(b.X, b.Y+(b.H-noteStrong.leading())/2, b.W, letter, noteStrong, ink, drawing.Middle)
	return append([]drawing.Item{frame}, p.block(text, 0)...)
}
