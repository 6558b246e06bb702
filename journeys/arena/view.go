package arena

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/evidence"
)

// View is what everybody in the room may see.
type View struct {
	Round      Round      `json:"round"`
	Clock      Clock      `json:"clock"`
	Customers  int        `json:"customers"`
	Staff      int        `json:"staff"`
	Steps      []Step     `json:"steps"`
	Cards      []Shown    `json:"cards"` // those that are not hidden
	Groups     []Cluster  `json:"groups"`
	Votes      []Tally    `json:"votes"` // in the order of the plan
	Voters     int        `json:"voters"`
	Mark       Mean       `json:"mark"`
	Promises   []Promised `json:"promises"`
	LastNumber int        `json:"last"`
}

// Step is what the room says of a step.
type Step struct {
	ID    string `json:"id"`
	Score Mean   `json:"score"`
	Words []Said `json:"words"` // the most used first; each of at least two people
	Notes int    `json:"notes"`
}

// Mean is an average of what people gave. Known is false under five people: then only N tells that somebody
// did.
type Mean struct {
	N     int     `json:"n"`
	Known bool    `json:"known"`
	Value float64 `json:"value"`
}

// Said is a word and how many said it.
type Said struct {
	Text string `json:"text"`
	N    int    `json:"n"`
}

// Shown is a card as everybody may see it.
type Shown struct {
	ID       string `json:"id"`
	Answer   bool   `json:"answer"`
	Question int    `json:"question"`
	Step     string `json:"step"`
	Nature   string `json:"nature"`
	Text     string `json:"text"`
	Group    string `json:"group"`
	Name     string `json:"name"` // empty, unless the room chose names
}

// Cluster is a group with its size.
type Cluster struct {
	ID    string `json:"id"`
	Label string `json:"label"`
	N     int    `json:"n"`
}

// Tally is the votes for one advice.
type Tally struct {
	Advice string `json:"advice"`
	N      int    `json:"n"`
}

// View gives the room as everybody may see it.
func (r *Room) View() View {
	v := View{Round: r.Round, Clock: r.Clock, Promises: slices.Clone(r.Promises), LastNumber: len(r.events), Mark: mean(r.marks)}
	v.Customers, v.Staff = r.People()
	notes, sizes := map[string]int{}, map[string]int{}
	for _, c := range r.Cards {
		if c.Hidden {
			continue
		}
		v.Cards = append(v.Cards, r.shown(c))
		notes[c.Step]++
		sizes[c.Group]++
	}
	for _, s := range r.Plan.Steps {
		v.Steps = append(v.Steps, Step{ID: s.ID, Score: mean(r.scores[s.ID]), Words: said(r.words[s.ID]), Notes: notes[s.ID]})
	}
	for _, g := range r.Groups {
		if n := sizes[g.ID]; n > 0 {
			v.Groups = append(v.Groups, Cluster{g.ID, g.Label, n})
		}
	}
	dots := map[string]int{}
	for _, votes := range r.votes {
		if len(votes) > 0 {
			v.Voters++
		}
		for _, a := range votes {
			dots[a]++
		}
	}
	for _, a := range r.Plan.Advice {
		v.Votes = append(v.Votes, Tally{a.ID, dots[a.ID]})
	}
	return v
}

// Mine is what one person gave, for that person's own page.
type Mine struct {
	Role   Role               `json:"role"`
	Scores map[string]float64 `json:"scores"`
	Words  map[string]string  `json:"words"`
	Votes  []string           `json:"votes"`
	Mark   float64            `json:"mark"` // 0: none yet
}

// Mine gives what a person gave.
func (r *Room) Mine(who int) Mine {
	m := Mine{Scores: map[string]float64{}, Words: map[string]string{}, Votes: slices.Clone(r.votes[who]), Mark: r.marks[who]}
	if who > 0 && who < len(r.roles) {
		m.Role = r.roles[who]
	}
	for step, all := range r.scores {
		if v, ok := all[who]; ok {
			m.Scores[step] = v
		}
	}
	for step, all := range r.words {
		if v, ok := all[who]; ok {
			m.Words[step] = v
		}
	}
	return m
}

// mean is added up in the order of the people, so that it is the same whenever it is asked.
func mean(all map[int]float64) Mean {
	m := Mean{N: len(all), Known: len(all) >= evidence.MinGroup}
	if !m.Known {
		return m
	}
	for _, who := range slices.Sorted(maps.Keys(all)) {
		m.Value += all[who]
	}
	m.Value /= float64(m.N)
	return m
}

// said counts words, case and accents folded. A word of one person is not shown: in a small room it would tell whose
// it is.
func said(all map[int]string) []Said {
	counts, spelled := map[string]int{}, map[string]string{}
	for _, who := range slices.Sorted(maps.Keys(all)) {
		key := journeys.Fold(all[who])
		counts[key]++
		if spelled[key] == "" {
			spelled[key] = strings.ToLower(all[who])
		}
	}
	var list []Said
	for key, n := range counts {
		if n >= 2 {
			list = append(list, Said{spelled[key], n})
		}
	}
	slices.SortFunc(list, func(a, b Said) int { return cmp.Or(b.N-a.N, cmp.Compare(a.Text, b.Text)) })
	return list[:min(len(list), 8)]
}

// Held is a card as the facilitator sees it.
type Held struct {
	Shown
	Hidden bool
}

// AllCards gives all cards, with those that are hidden.
func (r *Room) AllCards() []Held {
	var all []Held
	for _, c := range r.Cards {
		all = append(all, Held{r.shown(c), c.Hidden})
	}
	return all
}

func (r *Room) shown(c Card) Shown {
	s := Shown{ID: c.ID, Answer: c.Answer, Question: c.Question, Step: c.Step, Nature: c.Nature, Text: c.Text, Group: c.Group}
	if r.Plan.Names && c.Who > 0 {
		s.Name = r.names[c.Who]
	}
	return s
}
