package journeys

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Sketch is a journey taken over from a file of another program, before a person has worked on it. What
// it holds was typed by somebody; nothing in it was measured. Its zero value is a journey of which only
// the title is still wanted.
type Sketch struct {
	Comments []string // at the top of the file
	Title    string
	Summary  string
	Persona  Persona
	Channels []OwnChannel // those that the file adds
	Phases   []SketchPhase
	After    []string // comments at the end of the file
}

// SketchPhase is a phase with the comments that stood before it.
type SketchPhase struct {
	Comments []string
	Title    string
	Steps    []SketchStep
}

// SketchStep is a step with the comments that stood before it. Of the step, only what one person can
// have typed in another program is written: its title, channels, Does, Thinks, Emotion, PainPoints,
// Backstage and Notes. An ID that is empty or taken is made from the title.
type SketchStep struct {
	Comments []string
	Step
}

// YAML writes the sketch as a klantreis file that Parse reads without errors, as long as it has a title
// and every phase and step has one, all channels are Channels or its own and all emotions lie from −2 to 2.
func (s Sketch) YAML() []byte {
	var b strings.Builder
	writeComments(&b, "", s.Comments)
	if len(s.Comments) > 0 {
		b.WriteString("\n")
	}
	writeText(&b, "", "klantreis", s.Title)
	writeText(&b, "", "samenvatting", s.Summary)
	if p := s.Persona; p.Name+p.Situation+p.Goal+p.Quote != "" {
		b.WriteString("\nklant:\n")
		writeText(&b, "  ", "naam", p.Name)
		writeText(&b, "  ", "situatie", p.Situation)
		writeText(&b, "  ", "doel", p.Goal)
		writeText(&b, "  ", "citaat", p.Quote)
	}
	if len(s.Channels) > 0 {
		b.WriteString("\nkanalen-eigen:\n")
		for _, c := range s.Channels {
			b.WriteString("  " + keyText(c.Name) + ": " + flowText(c.Icon) + "\n")
		}
	}
	b.WriteString("\nfasen:")
	if len(s.Phases) == 0 {
		b.WriteString(" []")
	}
	b.WriteString("\n")
	ids := sketchIDs{taken: map[string]bool{}}
	for _, p := range s.Phases {
		writeComments(&b, "  ", p.Comments)
		b.WriteString("  - fase: " + blockText(p.Title, 4) + "\n")
		if len(p.Steps) == 0 {
			continue
		}
		b.WriteString("    stappen:\n")
		for _, step := range p.Steps {
			writeComments(&b, "      ", step.Comments)
			step.ID = ids.next(step.ID, step.Title)
			writeStep(&b, step.Step)
		}
	}
	writeComments(&b, "", s.After)
	return []byte(b.String())
}

func writeStep(b *strings.Builder, s Step) {
	const indent = "        "
	b.WriteString("      - stap: " + blockText(s.Title, 8) + "\n")
	writeText(b, indent, "id", s.ID)
	writeTexts(b, indent, "kanalen", s.Channels)
	writeText(b, indent, "doet", s.Does)
	writeText(b, indent, "denkt", s.Thinks)
	if s.Emotion != nil {
		b.WriteString(indent + "emotie: " + strconv.FormatFloat(*s.Emotion, 'f', -1, 64) + "\n")
	}
	writeTexts(b, indent, "pijnpunten", s.PainPoints)
	writeTexts(b, indent, "achter-de-schermen", s.Backstage)
	writeText(b, indent, "notities", s.Notes)
}

func writeText(b *strings.Builder, in, key, value string) {
	if value != "" {
		b.WriteString(in + key + ": " + blockText(value, len(in)) + "\n")
	}
}

func writeTexts(b *strings.Builder, in, key string, values []string) {
	if len(values) > 0 {
		var all []string
		for _, v := range values {
			all = append(all, flowText(v))
		}
		b.WriteString(in + key + ": [" + strings.Join(all, ", ") + "]\n")
	}
}

// writeComments writes each as a line of its own, without what would end the line or the file.
func writeComments(b *strings.Builder, in string, comments []string) {
	for _, c := range comments {
		c = strings.Join(strings.FieldsFunc(c, func(r rune) bool {
			return r <= ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff
		}), " ")
		b.WriteString(strings.TrimRight(in+"# "+c, " ") + "\n")
	}
}

// sketchIDs gives every step an id of its own.
type sketchIDs struct {
	taken map[string]bool
	n     int
}

func (ids *sketchIDs) next(wanted, title string) string {
	ids.n++
	base := Slug(wanted)
	if base == "" {
		base = Slug(title)
	}
	if base == "" { // signs only
		base = fmt.Sprintf("stap-%d", ids.n)
	}
	id := base
	for i := 2; ids.taken[id]; i++ {
		id = fmt.Sprintf("%s-%d", base, i)
	}
	ids.taken[id] = true
	return id
}

// ChannelNamed is the channel that a name in another program stands for; empty: none.
func ChannelNamed(name string) string {
	folded := strings.ReplaceAll(FoldSpace(name), " ", "-")
	if folded == "email" || folded == "mail" {
		return "e-mail"
	}
	if slices.Contains(Channels(), folded) {
		return folded
	}
	return ""
}

// YAMLText writes a text as YAML reads it back, on one line: in quotes where it needs them.
func YAMLText(s string) string { return flowText(s) }
