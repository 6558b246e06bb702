package arena

import (
	"maps"
	"slices"
)

// Room is what the events so far have made of the session. It is not safe for several goroutines.
type Room struct {
	Plan     Plan
	Round    Round
	Clock    Clock
	Cards    []Card // notes and answers, in the order in which they came
	Groups   []Bundle
	Promises []Promised

	events []Event
	keys   map[string]int // key of a contribution → number of its event
	ids    map[string]int // id of a card → its place in Cards
	undone map[int]bool
	people int
	roles  []Role // by person, from 1; empty: was counted in by mistake
	names  []string
	heads  map[int]int                // contributions per person
	scores map[string]map[int]float64 // step → person → score
	words  map[string]map[int]string
	votes  map[int][]string
	marks  map[int]float64
}

// Clock is the timer of a round.
type Clock struct {
	Set  bool
	Runs bool
	At   int64   // when it was set, in milliseconds since 1970
	Left float64 // seconds at that moment
}

// Card is a note or an answer.
type Card struct {
	ID       string
	Answer   bool
	Question int // of an answer
	Step     string
	Nature   string // of a note
	Text     string
	Who      int
	Hidden   bool
	Group    string // ID of a Bundle; empty: it stands alone
}

// Bundle is a group of cards that say the same.
type Bundle struct {
	ID, Label string
}

// Promised is what somebody undertook to do.
type Promised struct {
	ID, Who, What, Day string
}

// New makes an empty room.
func New(p Plan) *Room {
	r := &Room{Plan: p}
	r.clear()
	return r
}

func (r *Room) clear() {
	*r = Room{Plan: r.Plan, Round: Welcome, keys: map[string]int{}, ids: map[string]int{}, undone: map[int]bool{}, heads: map[int]int{},
		scores: map[string]map[int]float64{}, words: map[string]map[int]string{}, votes: map[int][]string{}, marks: map[int]float64{}, roles: []Role{""}, names: []string{""}}
}

// Replay makes a room of the events of a log.
func Replay(p Plan, events []Event) (*Room, error) {
	r := New(p)
	for _, e := range events {
		if e.Number != len(r.events)+1 {
			return r, ErrOrder
		}
		if err := r.check(e); err != nil {
			return r, err
		}
		r.take(e)
	}
	return r, nil
}

// Apply lets something happen. What it returns is to be written to the log before it is shown or
// acknowledged. Known is true when an event of that key was there already: that one is returned, and
// nothing changed. Texts are tidied here.
func (r *Room) Apply(e Event) (event Event, known bool, err error) { return r.Accept(Prepare(e)) }

// Prepared is an event of which the texts are tidy.
type Prepared struct{ event Event }

// Prepare tidies the texts of an event. It takes a hundred times as long as the rest, and needs no room: many can do
// it at once.
func Prepare(e Event) Prepared {
	e.Text, e.Name = Tidy(e.Text), Tidy(e.Name)
	return Prepared{e}
}

// Accept is Apply for what was prepared. At and, of Join, Who may be set by change, which is called when the event is
// new.
func (r *Room) Accept(p Prepared, change ...func(*Event)) (event Event, known bool, err error) {
	e := p.event
	if n, twice := r.keys[e.Key]; twice && e.Key != "" {
		return r.events[n-1], true, nil
	}
	for _, c := range change {
		c(&e)
	}
	e.Number = len(r.events) + 1
	if e.Kind == Join && !r.Plan.Names {
		e.Text = ""
	}
	if err := r.check(e); err != nil {
		return Event{}, false, err
	}
	r.take(e)
	return e, false, nil
}

// take puts an event that may happen in the room.
func (r *Room) take(e Event) {
	r.events = append(r.events, e)
	if e.Key != "" {
		r.keys[e.Key] = e.Number
	}
	if e.Kind == Undo {
		r.undo(e.Undoes)
		return
	}
	r.happen(e)
}

// undo makes the room anew without one event. What rested on it (a note that was grouped, what somebody said who was
// counted in by mistake) goes with it.
func (r *Room) undo(number int) {
	events, undone := r.events, maps.Clone(r.undone)
	undone[number] = true
	r.clear()
	r.undone = undone
	for _, e := range events {
		if e.Key != "" {
			r.keys[e.Key] = e.Number
		}
		r.events = append(r.events, e)
		switch {
		case e.Kind == Join && undone[e.Number]: // the others keep their numbers
			r.people++
			r.roles, r.names = append(r.roles, ""), append(r.names, "")
		case e.Kind != Undo && !undone[e.Number] && !r.gone(e):
			r.happen(e)
		}
	}
}

// happen is what an event does. It may name what was undone since; then it does nothing.
func (r *Room) happen(e Event) {
	switch e.Kind {
	case Join:
		r.people++
		r.roles = append(r.roles, e.Role)
		r.names = append(r.names, e.Text)
	case Score:
		put(r.scores, e.Step, e.Who, e.Value)
	case Word:
		put(r.words, e.Step, e.Who, e.Text)
	case Note, Answer:
		r.heads[e.Who]++
		r.ids[e.ID] = len(r.Cards)
		r.Cards = append(r.Cards, Card{ID: e.ID, Answer: e.Kind == Answer, Question: e.Question, Step: e.Step, Nature: e.Nature, Text: e.Text, Who: e.Who})
	case Vote:
		votes := slices.DeleteFunc(r.votes[e.Who], func(a string) bool { return a == e.Advice })
		if e.Value == 1 {
			votes = append(votes, e.Advice)
		}
		r.votes[e.Who] = votes
	case Mark:
		r.marks[e.Who] = e.Value
	case Turn:
		r.Round = e.Round
	case Timer:
		r.Clock = Clock{Set: e.Value > 0, Runs: e.Value > 0, At: e.At, Left: e.Value}
	case Pause:
		r.Clock = Clock{Set: true, At: e.At, Left: e.Value}
	case Hide:
		if c := r.card(e.Note); c != nil {
			c.Hidden = e.Value == 1
		}
	case Group:
		r.group(e)
	case Ungroup:
		if c := r.card(e.Note); c != nil {
			c.Group = ""
			r.dropEmptyGroups()
		}
	case Promise:
		p := Promised{e.ID, e.Name, e.Text, e.Day}
		if i := slices.IndexFunc(r.Promises, func(p Promised) bool { return p.ID == e.ID }); i >= 0 {
			r.Promises[i] = p
		} else {
			r.Promises = append(r.Promises, p)
		}
	case Drop:
		r.Promises = slices.DeleteFunc(r.Promises, func(p Promised) bool { return p.ID == e.Note })
	}
}

// group puts cards together; those that stood with one of them in another group come along.
func (r *Room) group(e Event) {
	old := map[string]bool{}
	for _, id := range e.Notes {
		if c := r.card(id); c != nil && c.Group != "" {
			old[c.Group] = true
		}
	}
	for i := range r.Cards {
		if c := &r.Cards[i]; slices.Contains(e.Notes, c.ID) || old[c.Group] {
			c.Group = e.ID
		}
	}
	r.Groups = append(r.Groups, Bundle{e.ID, e.Text})
	r.dropEmptyGroups()
}

func (r *Room) dropEmptyGroups() {
	used := map[string]bool{}
	for _, c := range r.Cards {
		used[c.Group] = true
	}
	r.Groups = slices.DeleteFunc(r.Groups, func(b Bundle) bool { return !used[b.ID] })
}

func put[V any](all map[string]map[int]V, step string, who int, v V) {
	if all[step] == nil {
		all[step] = map[int]V{}
	}
	all[step][who] = v
}

func (r *Room) card(id string) *Card {
	if i, ok := r.ids[id]; ok {
		return &r.Cards[i]
	}
	return nil
}

// fresh refuses an id that is there already, or that is none.
func (r *Room) fresh(id string) error {
	if id == "" || len(id) > 64 || r.card(id) != nil || slices.ContainsFunc(r.Groups, func(b Bundle) bool { return b.ID == id }) {
		return ErrUnknown
	}
	return nil
}

// room tells whether somebody may say more.
func (r *Room) room(who int) error {
	if who != 0 && r.heads[who] >= MostPerHead {
		return ErrFull
	}
	return nil
}

func (r *Room) has(items []Item, id string) bool {
	return slices.ContainsFunc(items, func(i Item) bool { return i.ID == id })
}

// People counts who came in, by role.
func (r *Room) People() (customers, staff int) {
	for _, role := range r.roles {
		switch role {
		case Customer:
			customers++
		case Staff:
			staff++
		}
	}
	return customers, staff
}

// Next is the number of who comes in next.
func (r *Room) Next() int { return r.people + 1 }

// gone tells whether an event is of somebody who was counted in by mistake.
func (r *Room) gone(e Event) bool {
	return e.Kind != Join && e.Who > 0 && e.Who < len(r.roles) && r.roles[e.Who] == ""
}

// Person is somebody in the room.
type Person struct {
	Who  int
	Role Role
	Name string // empty, unless the room chose names
}

// Counted lists who have no telephone and were counted in by the facilitator, in that order.
func (r *Room) Counted() []Person {
	var all []Person
	for _, e := range r.events {
		if e.Kind == Join && e.Typed && !r.undone[e.Number] {
			all = append(all, Person{e.Who, e.Role, e.Text})
		}
	}
	return all
}

// Last is the number of the last event.
func (r *Room) Last() int { return len(r.events) }

// Events are all events from a number on.
func (r *Room) Events(from int) []Event { return r.events[max(0, min(from-1, len(r.events))):] }

// CanUndo lists the numbers of the events that the facilitator may want to take back, the newest first: what the
// facilitator did, and typed in somebody's name.
func (r *Room) CanUndo(most int) []int {
	var all []int
	for i := len(r.events) - 1; i >= 0 && len(all) < most; i-- {
		if e := r.events[i]; (e.Who == 0 || e.Typed) && undoable(e) && !r.undone[e.Number] && !r.gone(e) {
			all = append(all, e.Number)
		}
	}
	return all
}
