package mermaid

import (
	"slices"
	"strings"

	"klantreis/journeys"
)

// noFeeling is the comment that Write puts before a step without a feeling, which Mermaid cannot leave
// out. Where the score was not changed, reading takes the feeling away again.
const noFeeling = "klantreis: gevoel niet bekend"

// neutral is the score that stands for no feeling.
const neutral = 3

// sketch makes a journey of a diagram, and tells what it had to decide.
func (d Diagram) sketch(name string) (journeys.Sketch, journeys.Problems) {
	var ps journeys.Problems
	warn := func(pos journeys.Pos, code string, args ...any) {
		ps = append(ps, journeys.Problem{Pos: pos, Severity: journeys.Warning, Code: code, Args: args})
	}
	top := journeys.Pos{File: name, Line: 1, Column: 1}
	s := journeys.Sketch{Comments: d.Comments, Title: d.Title, Summary: d.Description, After: d.After}
	switch {
	case s.Title == "" && d.AccTitle != "":
		s.Title = d.AccTitle
	case s.Title == "":
		s.Title = strings.ReplaceAll(journeys.IDFromPath(name), "-", " ")
		warn(top, "import-zonder-titel", s.Title)
	case d.AccTitle != "" && d.AccTitle != d.Title:
		s.Comments = append(slices.Clone(s.Comments), "accTitle: "+d.AccTitle)
		warn(top, "mermaid-acctitle", short(d.AccTitle))
	}
	cast := d.cast()
	s.Persona.Name = cast.customer
	if first, some := d.firstActor(); some {
		warn(first, "mermaid-namen", cast.customer, strings.Join(cast.others, ", "), strings.Join(cast.channels, ", "))
	}
	for _, section := range d.Sections {
		p := journeys.SketchPhase{Title: section.Title, Comments: section.Comments}
		if p.Title == "" {
			p.Title = "Stappen"
			warn(section.Pos, "import-zonder-fase", p.Title)
		}
		for _, t := range section.Tasks {
			step := journeys.SketchStep{Comments: t.Comments}
			step.Title = t.Name
			marked := slices.Contains(t.Comments, noFeeling)
			if marked {
				step.Comments = slices.DeleteFunc(slices.Clone(t.Comments), func(c string) bool { return c == noFeeling })
			}
			if feeling := t.Score - neutral; t.HasScore && t.Score >= 1 && t.Score <= 5 && !(marked && t.Score == neutral) {
				step.Emotion = &feeling
			}
			here := false
			for _, actor := range t.Actors {
				switch channel := journeys.ChannelNamed(actor); {
				case channel != "":
					step.Channels = append(step.Channels, channel)
				case actor == cast.customer:
					here = true
				default:
					step.Backstage = append(step.Backstage, actor)
				}
			}
			step.Channels, step.Backstage = once(step.Channels), once(step.Backstage)
			if len(step.Backstage) > 0 && !here {
				warn(t.Pos, "mermaid-zonder-klant", cast.customer)
			}
			p.Steps = append(p.Steps, step)
		}
		s.Phases = append(s.Phases, p)
	}
	return s, ps
}

// once leaves out what came before.
func once(all []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(s string) bool {
		before := seen[s]
		seen[s] = true
		return before
	})
}

// cast is who takes part: the customer is the one with the most tasks, the first of equals.
type cast struct {
	customer         string
	others, channels []string // in order of appearance
}

func (d Diagram) cast() cast {
	var c cast
	var names []string
	tasks := map[string]int{}
	for _, section := range d.Sections {
		for _, t := range section.Tasks {
			for _, actor := range t.Actors {
				if journeys.ChannelNamed(actor) != "" {
					c.channels = append(c.channels, journeys.ChannelNamed(actor))
					continue
				}
				names = append(names, actor)
				tasks[actor]++
			}
		}
	}
	c.channels, names = once(c.channels), once(names)
	for _, name := range names {
		if tasks[name] > tasks[c.customer] {
			c.customer = name
		}
	}
	for _, name := range names {
		if name != c.customer {
			c.others = append(c.others, name)
		}
	}
	return c
}

func (d Diagram) firstActor() (journeys.Pos, bool) {
	for _, section := range d.Sections {
		for _, t := range section.Tasks {
			if len(t.Actors) > 0 {
				return t.Pos, true
			}
		}
	}
	return journeys.Pos{}, false
}
