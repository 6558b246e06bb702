package mermaid

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"klantreis/journeys"
)

// task reads "name: score: actor, actor". A name may hold colons and a #, which Mermaid does not allow:
// the first part that is a number is the score.
func (s *scanner) task() {
	from := s.at
	s.take(":\n;")
	for s.at < len(s.src) && s.src[s.at] == '#' { // without a score the # cannot begin a comment
		s.warn(s.at, "mermaid-hekje-naam")
		s.at++
		s.take(":\n;")
	}
	name := s.src[from:s.at]
	if strings.HasPrefix(s.src[s.at:], ":") {
		s.at++
		data := s.take("\n;")
		name = s.data(from, name, data)
	} else {
		name = s.bareTask(from, name)
	}
	if name == "" {
		return
	}
	if journeyWord.MatchString(s.src[from:min(from+20, len(s.src))]) {
		s.warn(from, "mermaid-sleutelwoord")
	}
	task := s.current()
	task.Name = name
	s.cut(&task.Comments)
}

// bareTask is a line without a colon.
func (s *scanner) bareTask(from int, name string) string {
	word := strings.ToLower(strings.TrimSpace(name))
	if word == "section" || word == "title" || tidy(name) == "" {
		s.warn(from, "mermaid-leeg-woord", short(name))
		return ""
	}
	s.warn(from, "import-geen-cijfer", short(tidy(name)))
	s.add(Task{Pos: s.pos(from)})
	return tidy(name)
}

// data reads what stands behind the first colon, adds the task and gives its name.
func (s *scanner) data(from int, name, data string) string {
	data, remark, remarked := strings.Cut(data, "%%")
	if remarked {
		s.warn(from, "mermaid-procent", short(remark))
		s.comment(strings.TrimLeft(remark, "%"))
	}
	pieces := strings.Split(data, ":")
	task := Task{Pos: s.pos(from)}
	at := -1
	for i, p := range pieces {
		if v, ok := number(p); ok {
			at, task.Score, task.HasScore = i, v, true
			break
		}
	}
	whole := tidy(name)
	switch {
	case at < 0 && strings.TrimSpace(pieces[0]) != "" && len(pieces) == 1: // "Bel: misschien"
		s.warn(from, "mermaid-cijfer-tekst", short(tidy(pieces[0])))
		s.comment(tidy(name) + ": " + tidy(data))
		pieces = nil
	case at < 0:
		if strings.TrimSpace(pieces[0]) == "" {
			s.warn(from, "import-geen-cijfer", short(whole))
		} else {
			s.warn(from, "mermaid-cijfer-tekst", short(tidy(pieces[0])))
			s.comment(tidy(name) + ": " + tidy(data))
		}
		pieces = pieces[1:]
	default:
		if at > 0 {
			whole = tidy(name + ":" + strings.Join(pieces[:at], ":"))
			s.warn(from, "mermaid-dubbele-punt", short(tidy(name)))
		} else if strings.Contains(pieces[0], ",") {
			s.warn(from, "mermaid-komma", strings.TrimSpace(pieces[0]))
		}
		if task.Score < 1 || task.Score > 5 {
			s.warn(from, "mermaid-buiten-schaal", strings.TrimSpace(pieces[at]))
			s.comment(whole + ": " + strings.TrimSpace(pieces[at]))
		}
		pieces = pieces[at+1:]
	}
	if whole == "" {
		s.warn(from, "mermaid-zonder-naam", short(data))
		s.comment(":" + data)
		return ""
	}
	if len(pieces) > 1 {
		rest := tidy(strings.Join(pieces[1:], ":"))
		s.warn(from, "mermaid-rest", short(rest))
		s.comment(rest)
	}
	if len(pieces) > 0 {
		for name := range strings.SplitSeq(pieces[0], ",") {
			if name = tidy(name); name != "" {
				task.Actors = append(task.Actors, name)
			}
		}
	}
	s.add(task)
	return whole
}

// add puts a task in the section that is open.
func (s *scanner) add(t Task) {
	if len(s.d.Sections) == 0 {
		s.d.Sections = append(s.d.Sections, Section{Pos: t.Pos})
	}
	t.Comments, s.comments = s.comments, nil
	section := &s.d.Sections[len(s.d.Sections)-1]
	section.Tasks = append(section.Tasks, t)
}

func (s *scanner) current() *Task {
	section := &s.d.Sections[len(s.d.Sections)-1]
	return &section.Tasks[len(section.Tasks)-1]
}

var decimal = regexp.MustCompile(`^[+-]?(\d{1,9}(\.\d{0,9})?|\.\d{1,9})([eE][+-]?\d{1,2})?$`)

// number reads a score as JavaScript does, which takes 4., .5 and 4e0; and with a decimal comma, which
// it does not. Nothing at all is no number here, where JavaScript makes 0 of it.
func number(s string) (float64, bool) {
	s = strings.TrimSpace(s)
	if decimal.MatchString(s) {
		v, err := strconv.ParseFloat(s, 64)
		return v, err == nil && !math.IsInf(v, 0)
	}
	return journeys.ParseNumber(s)
}
