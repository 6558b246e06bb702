package evidence

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"klantreis/journeys"
	"klantreis/journeys/pushdown"
	"klantreis/journeys/signals"
)

// Bind reads all sources of a journey, each once, and counts. Folder is the journey's own
// folder; nothing outside it is opened. Problems with the data come back in file order, next to
// an Evidence that holds what could be read.
func Bind(j *journeys.Journey, folder fs.FS) (*Evidence, journeys.Problems) {
	return BindWith(j, folder, Options{})
}

// Options change how sources are read.
type Options struct {
	// Anyway takes data that is not to be trusted all the same: more than 5% unreadable, or a
	// file that changed while it was read. The faults become warnings.
	Anyway bool
	// Reading watches the sources while they are read. When its context is done there is a problem
	// "lezen-afgebroken", and the Evidence is of no use.
	Reading signals.Options
	// Connector opens connections; nil: sources behind one are not read.
	Connector pushdown.Connector
	// Cache keeps counts between runs.
	Cache Cache
}

// BindWith is Bind with options.
func BindWith(j *journeys.Journey, folder fs.FS, o Options) (*Evidence, journeys.Problems) {
	one := BindAll([]Subject{{Journey: j, Folder: folder, Options: o}})[0]
	return one.Evidence, one.Problems
}

// Subject is a journey that is bound with others.
type Subject struct {
	Journey *journeys.Journey
	Folder  fs.FS
	// Place names the folder. Journeys of one Place, which is not empty, may be read together; the
	// folder, the watching and the cache's start are then those of the first.
	Place   string
	Options Options
}

// Bound is what binding a journey gave; see BindWith.
type Bound struct {
	Evidence *Evidence
	Problems journeys.Problems
}

// BindAll is BindWith for several journeys, with the same answers. A file that more of them name is read
// once. The outcomes stand in the order of the journeys.
func BindAll(all []Subject) []Bound {
	binders := make([]*binder, len(all))
	var readings []*sourceReading
	var places []string
	for i, s := range all {
		binders[i] = newBinder(s.Journey)
		binders[i].options = s.Options
		if s.Place == "" {
			s.Place = fmt.Sprintf("\x00%d", i)
		}
		for k := range s.Journey.Sources {
			if r := binders[i].sourceOf(k, s.Folder); r != nil {
				readings, places = append(readings, r), append(places, s.Place)
			}
		}
	}
	readAll(readings, places)
	bound := make([]Bound, len(all))
	for i, b := range binders {
		bound[i].Evidence, bound[i].Problems = b.conclude(readings)
	}
	return bound
}

// sourceOf prepares for the reading of a source; nil: it is behind a connection.
func (b *binder) sourceOf(i int, folder fs.FS) *sourceReading {
	src := b.journey.Sources[i]
	b.sources[i] = Source{Name: src.Name, Kind: src.Kind, Path: src.File, Typed: src.Has("lijst"), Aside: b.isAside(src.Name)}
	if src.Connection != "" && b.options.Connector != nil {
		return nil
	}
	return &sourceReading{binder: b, index: i, source: src, folder: folder}
}

// conclude derives what may be claimed, when the files have been read.
func (b *binder) conclude(readings []*sourceReading) (*Evidence, journeys.Problems) {
	var problems journeys.Problems
	for i := range b.journey.Sources {
		k := slices.IndexFunc(readings, func(r *sourceReading) bool { return r.binder == b && r.index == i })
		var found journeys.Problems
		if k < 0 {
			found = b.connected(i)
		} else {
			found = readings[k].finish()
		}
		problems = append(append(problems, found...), b.nothing(i, found)...)
	}
	problems = append(problems, b.denominators()...)
	problems = append(problems, b.leadTimeFields()...)
	ev := b.finish()
	for _, s := range ev.Signals {
		sel := b.selectors[b.selectorIndex[s.ID]]
		if s.N == 0 && !b.anyMissing(s.Sources) && !b.allEmpty(s.Sources) && !lacksColumn(problems, sel.Title) {
			problems = append(problems, journeys.Problem{Pos: sel.Pos, Severity: journeys.Warning,
				Code: "signaal-zonder-vondst", Args: []any{sel.Title}})
		}
	}
	return ev, problems.Sorted()
}

// binder gathers the tallies of the sources.
type binder struct {
	journey       *journeys.Journey
	options       Options
	selectors     []*journeys.Selector
	selectorIndex map[string]int
	stepOf        []int  // selector → step
	byScore       []bool // selector → it looks for a score
	sources       []Source
	columns       [][]string // of each source's file, for messages
	days          []span     // of each source's usable records, when it has any
	dated         []bool
	looked        [][]dayCounts          // of each source, see Tally
	windows       map[string]observation // by the names of the sources, see observed
	free          freeDays
	all           *Tally    // of all sources together
	sums          []summed  // the columns that serve as denominators
	missing       []string  // per lead time: a field that its source does not have
	working       *workdays // made when a lead time needs it
	rulesSum      string    // see rules
}

func newBinder(j *journeys.Journey) *binder {
	b := &binder{
		journey: j, selectors: signals.All(j), selectorIndex: map[string]int{},
		sources: make([]Source, len(j.Sources)), columns: make([][]string, len(j.Sources)),
		days: make([]span, len(j.Sources)), dated: make([]bool, len(j.Sources)), looked: make([][]dayCounts, len(j.Sources)),
		sums: summedOf(j), missing: make([]string, len(j.LeadTimes)),
	}
	for i, s := range b.selectors {
		b.selectorIndex[s.ID] = i
		b.byScore = append(b.byScore, s.Score != nil)
	}
	for step, s := range j.Steps() {
		for range s.Selectors {
			b.stepOf = append(b.stepOf, step)
		}
	}
	b.all = b.newTally()
	return b
}

// lacksColumn tells whether it was said already why a signal finds nothing.
func lacksColumn(problems journeys.Problems, title string) bool {
	return slices.ContainsFunc(problems, func(p journeys.Problem) bool { return p.Code == "signaal-zonder-kolom" && p.Args[0] == title })
}

// book adds what one source says; sources come in the order of the file.
func (b *binder) book(i int, t *Tally) {
	out := &b.sources[i]
	out.Read, out.Unreadable, out.OutsidePeriod = t.read, t.unreadable, t.outsidePeriod
	out.Confidential, out.Unclaimed, out.Undated = t.confidential, t.unclaimed, t.undated
	out.UnclaimedTopics, _ = t.topics.frequent()
	b.days[i], b.dated[i], b.looked[i] = t.days, t.dated, t.looked
	b.all.add(t)
}

// excused turns the faults that --toch accepts into warnings.
func excused(problems journeys.Problems) journeys.Problems {
	for i, p := range problems {
		switch p.Code {
		case "veel-onleesbaar", "veel-onleesbaar-verbinding", "bestand-veranderd", "api-onvolledig":
			problems[i].Severity = journeys.Warning
		}
	}
	return problems
}

// isAside tells whether a source only serves as denominator or for lead times, so that its
// records are not signals that wait for a step.
func (b *binder) isAside(name string) bool {
	for _, s := range b.selectors {
		for _, n := range s.Sources {
			if n == name {
				return false
			}
		}
	}
	for _, l := range b.journey.LeadTimes {
		if l.Source == name {
			return true
		}
	}
	for _, s := range b.journey.Sources {
		if s.Denominator != nil && s.Denominator.Source == name {
			return true
		}
	}
	return false
}

// channelKey names the channel of a record in outputs. What looks like a number of a person
// rather than the name of a channel is not repeated.
func channelKey(channel string) string {
	if !Publishable(channel) {
		return "overig"
	}
	return channel
}

// Publishable refuses values of a category column that could hold personal data: long texts,
// addresses, anything with a number of five digits or more.
func Publishable(category string) bool {
	digits := 0
	for _, r := range category {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return digits < 5 && len([]rune(category)) <= 60 && !strings.ContainsRune(category, '@')
}

// maxUnreadable is the share of unreadable records above which a source cannot be trusted.
const maxUnreadable = 0.05

// unreadable reports what was left out, and refuses a source that is mostly noise.
func unreadable(src journeys.Source, s Source, data *signals.Data) journeys.Problems {
	if s.Unreadable == 0 {
		return nil
	}
	p := journeys.Problem{Pos: src.At("bestand"), Severity: journeys.Warning, Code: "onleesbaar",
		Args: UnreadableArgs(src, s.Unreadable, s.Read+s.Unreadable, data.Unreadable(), data.Blamed())}
	if float64(s.Unreadable) > maxUnreadable*float64(s.Read+s.Unreadable) {
		p.Code, p.Severity = "veel-onleesbaar", journeys.Error
	}
	return journeys.Problems{p}
}

// UnreadableArgs are the arguments of "onleesbaar" and "veel-onleesbaar": the file, how many of how many
// records, the places of the first ones, the columns to blame, the places that are broken as a whole, the first of those.
func UnreadableArgs(src journeys.Source, unreadable, all int, places []string, blamed []signals.Blame) []any {
	columns, whole := blame(blamed)
	first, _, _ := strings.Cut(whole, ", ")
	return []any{src.File, unreadable, all, lineList(places, unreadable), columns, whole, first, ofText(src, places)}
}

// blame writes which columns keep records from being read, with their lines where there are several;
// whole are the lines that are to blame themselves.
func blame(all []signals.Blame) (columns journeys.Reason, whole string) {
	var dutch, english []string
	for _, b := range all {
		places := strings.Join(b.Places, ", ")
		if b.Column == "" {
			whole = places
			continue
		}
		before := ""
		if len(all) > 1 {
			before = places + ": "
		}
		noDay := journeys.Reason{}
		if b.NoDay {
			noDay = journeys.Reason{Dutch: "; daar is een dag bij die niet bestaat, zoals 31 februari", English: "; among them is a day that does not exist, such as 31 February"}
		}
		dutch = append(dutch, "‘"+b.Column+"’ ("+before+looks(b.Shapes, "daar staat zoiets als ", " of ", "die is leeg")+noDay.Dutch+")")
		english = append(english, "‘"+b.Column+"’ ("+before+looks(b.Shapes, "it holds something like ", " or ", "it is empty")+noDay.English+")")
	}
	return journeys.Reason{Dutch: strings.Join(dutch, ", "), English: strings.Join(english, ", ")}, whole
}

// looks describes values by their shapes.
func looks(shapes []string, like, or, empty string) string {
	var all []string
	for _, s := range shapes {
		if s != "" {
			all = append(all, "‘"+s+"’")
		}
	}
	switch {
	case len(all) == 0:
		return empty
	case len(all) < len(shapes):
		return like + strings.Join(all, or) + or + empty
	}
	return like + strings.Join(all, or)
}

// ofText says that lines are those of a text, where that is so.
func ofText(src journeys.Source, places []string) journeys.Reason {
	name := src.File
	if len(places) > 0 && strings.Contains(places[0], ":") {
		name, _, _ = strings.Cut(places[0], ":")
	}
	if signals.IsText(src, name) {
		return journeys.Reason{Dutch: "van het tekstbestand", English: "of the text file"}
	}
	return journeys.Reason{}
}

// lineList writes places, with a sign when there are more.
func lineList(places []string, all int) string {
	list := strings.Join(places, ", ")
	if all > len(places) {
		list += " …"
	}
	return list
}

func (b *binder) anyMissing(sources []string) bool {
	for _, s := range b.sources {
		for _, name := range sources {
			if s.Name == name && s.Missing {
				return true
			}
		}
	}
	return false
}
